/* Exact decimals: a whole number of 10^-scale. No binary floating point anywhere near money.
 * Overflow gives an invalid decimal that stays invalid through every operation. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct Decimal {
    __int128 units; /* value = units / 10^scale */
    int scale;      /* 0..18; negative: invalid */
} Decimal;

#define DECIMAL_ZERO ((Decimal){0, 0})

Decimal decimal_int(int64_t value);
/* units / 10^scale, for instance decimal_of(695, 1) = 69,5. */
Decimal decimal_of(int64_t units, int scale);
/* Reads "-1234.5" (XML form: point, no grouping). False when it is anything else or too large. */
bool decimal_parse(const char *text, Decimal *out);
bool decimal_valid(Decimal a);
Decimal decimal_add(Decimal a, Decimal b);
Decimal decimal_sub(Decimal a, Decimal b);
Decimal decimal_mul(Decimal a, Decimal b);
/* a / b to that many places, half up (away from zero). Division by zero is invalid. */
Decimal decimal_div(Decimal a, Decimal b, int places);
/* Half up (away from zero) to that many places; adds zeros when it has fewer. */
Decimal decimal_round(Decimal a, int places);
/* Without trailing zeros after the point. */
Decimal decimal_trim(Decimal a);
Decimal decimal_neg(Decimal a);
int decimal_compare(Decimal a, Decimal b); /* -1, 0, 1; both must be valid */
bool decimal_is_zero(Decimal a);
/* The nearest lower whole number, when it fits. */
bool decimal_floor(Decimal a, int64_t *out);
/* "-1234.50": point, no grouping, as many decimals as the scale. */
char *decimal_text(Arena *arena, Decimal a);

#endif
