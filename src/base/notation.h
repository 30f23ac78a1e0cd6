/* Numbers as people write them, told apart by their form and never by what they would be worth: 1.000 is not 1. */
#ifndef BASE_NOTATION_H
#define BASE_NOTATION_H

#include "base/decimal.h"

typedef enum NotationKind {
    NOTATION_COUNT,   /* of persons or things: a point before three digits can only be one of thousands */
    NOTATION_AMOUNT,  /* of money, to the cent: likewise */
    NOTATION_MEASURE, /* hours, rates: a point before three digits may be either */
    NOTATION_SHARE,   /* percentages: never thousands */
    NOTATION_FINE     /* fte and fractions: never thousands, three decimals are common */
} NotationKind;

typedef enum NotationFault {
    NOTATION_GOOD,
    NOTATION_NO_NUMBER, /* of that kind: a currency sign in a count */
    NOTATION_THOUSANDS, /* it may be read two ways; *value is what it is when the sign is one of thousands */
    NOTATION_TOO_LONG   /* more digits than can be calculated with */
} NotationFault;

/* Reads text of a cell: blanks of any kind around it and between groups of three digits, a sign, € or EUR (amounts
 * and measures), % (shares), a decimal comma or point, points, commas or blanks of thousands. The value is set when
 * the outcome is GOOD or THOUSANDS. */
NotationFault notation_read(const char *text, NotationKind kind, Decimal *value);
/* The same of an attribute of XML, where only -digits.digits is a number: a point before three digits is THOUSANDS
 * unless the kind or a leading zero or fourth digit excludes it. */
NotationFault notation_read_plain(const char *text, NotationKind kind, Decimal *value);
/* The text without the blanks of any kind (no-break, thin, figure space) at its ends, inner ones as one space. */
char *notation_blanks(Arena *arena, const char *text);

#endif
