/* Numbers and dates as a Dutch (or English) reader expects to see them. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/decimal.h"

typedef enum NumberStyle {
    NUMBER_PLAIN,       /* 13.035 ; 0,94 (thousands point, decimal comma; as many decimals as the value has) */
    NUMBER_WORDS,       /* twaalf (whole numbers 0..1000 and round thousands; others fall back to plain) */
    NUMBER_EURO,        /* € 48.107,95 (no-break space after the sign; minus before it: "− € 19.243,00") */
    NUMBER_EURO_WHOLE,  /* € 290.045 (rounded half up) */
    NUMBER_PERCENT,     /* 67% ; 30,7% */
    NUMBER_SIGNED,      /* +7 ; −5 ; 0 (U+2212) */
    NUMBER_ORDINAL,     /* 3e */
    NUMBER_ORDINAL_WORDS /* derde */
} NumberStyle;

/* language: "nl" or "en". */
char *number_text(Arena *arena, Decimal value, NumberStyle style, const char *language);
/* "2021-07-12" -> "12 juli 2021"; NULL when it is no date. */
char *date_text(Arena *arena, const char *iso, const char *language);
/* True for a date that exists, as YYYY-MM-DD. */
bool date_valid(const char *iso);

#endif
