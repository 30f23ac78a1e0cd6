/* Units of numbers, as they are said behind a number. */
#ifndef BASE_UNIT_H
#define BASE_UNIT_H

#include "base/decimal.h"

/* The word for so many of a unit: "student" after 1 (and -1), "studenten" after anything else; units that have no singular of
 * their own ("uur", "%", "per 50 leerlingen") stay as they are. */
const char *unit_word(Decimal value, const char *unit);

#endif
