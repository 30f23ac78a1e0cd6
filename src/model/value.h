/* The values that the structs of the model are made of: numbers that may be unknown, school years. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/decimal.h"
#include "base/tree.h"

#define NO_INDEX (-1) /* a reference that is absent or did not resolve (then it has been reported) */

typedef enum QuantityState {
    QUANTITY_ABSENT, /* not given: an empty cell stays empty and adds nothing */
    QUANTITY_KNOWN,
    QUANTITY_UNKNOWN /* "?" */
} QuantityState;

/* A number of the input: a count, hours, an amount. */
typedef struct Quantity {
    QuantityState state;
    Decimal value; /* when known */
    Place place;   /* of the attribute (of the row, for a row from CSV) */
} Quantity;

/* "2020-2021". first is 0 when absent. */
typedef struct SchoolYear {
    int first;        /* 2020 */
    const char *text; /* "2020-2021" */
    Place place;
} SchoolYear;

#endif
