/* Exact fractions, for what decimals cannot hold: 20 minutes are 1/3 hour. A quotient stays a fraction through every sum
 * and product, and is rounded once, where it is shown. Overflow gives an invalid fraction that stays invalid. */
#ifndef BASE_FRACTION_H
#define BASE_FRACTION_H

#include "base/decimal.h"

typedef struct Fraction {
    __int128 top, bottom; /* bottom > 0; 0: invalid. Not always in lowest terms */
} Fraction;

Fraction fraction_of(Decimal a);
bool fraction_valid(Fraction a);
Fraction fraction_add(Fraction a, Fraction b);
Fraction fraction_sub(Fraction a, Fraction b);
Fraction fraction_mul(Fraction a, Fraction b);
/* Division by zero is invalid. */
Fraction fraction_div(Fraction a, Fraction b);
int fraction_compare(Fraction a, Fraction b); /* -1, 0, 1; both must be valid */
/* Half up (away from zero) to that many places, in one step. */
Decimal fraction_round(Fraction a, int places);
/* The same value as a decimal, trimmed; false when no decimal is exactly that. */
bool fraction_decimal(Fraction a, Decimal *out);

#endif
