/* Part of the model: the partnership's own data, tables with columns and rows of its own. */
#ifndef MODEL_OWN_DATA_H
#define MODEL_OWN_DATA_H

#include <stdbool.h>

#include "language/words.h"
#include "model/value.h"

typedef enum OwnKind { /* what stands in the cells */
    OWN_PERSONS, OWN_COUNT, OWN_MONEY, OWN_HOURS, OWN_SHARE, OWN_SCORE, OWN_TEXT, OWN_DATE
} OwnKind;

typedef enum OwnOrigin { /* how a cell follows from others of its row */
    ORIGIN_GIVEN,
    ORIGIN_SHARE,      /* 100 x first / second */
    ORIGIN_DIFFERENCE, /* first - second */
    ORIGIN_SUM,
    ORIGIN_MEAN,
    ORIGIN_QUOTIENT    /* first / second */
} OwnOrigin;

typedef enum OwnTotal {
    OWN_TOTAL_NONE,
    OWN_TOTAL_SUM,
    OWN_TOTAL_MEAN,
    OWN_TOTAL_LIKEWISE /* as a cell, of the totals of the columns that it follows from */
} OwnTotal;

typedef struct OwnColumn {
    Place place;
    const char *key, *name, *unit; /* unit "" for none */
    OwnKind kind;
    OwnOrigin origin;
    OwnTotal total;
    int *from; /* columns that stand before it */
    int from_count;
    int decimals; /* of what is calculated; negative: not said */
} OwnColumn;

typedef struct OwnRow {
    Place place;
    bool given;     /* false: of a thing that has no row, all its cells are unknown */
    const char *key, *name;
    int thing;      /* location, board, institute or level, by per of its data; NO_INDEX: a row of its own, or a year */
    int group;      /* NO_INDEX */
    Quantity *cells; /* one a column; absent in columns of text and dates */
} OwnRow;

typedef struct RowGroup {
    Place place;
    const char *key, *name;
} RowGroup;

typedef struct OwnData { /* gegevens */
    Place place;
    const char *key, *name;
    KeyKind per;     /* what its rows are about; KEY_OWN_ROW: rows of its own */
    bool years;      /* a row a school year, in their order */
    OwnColumn *columns; int column_count;
    RowGroup *groups; int group_count;
    OwnRow *rows; int row_count;
    bool lost;       /* a row could not be read (reported): what seems to have no row may have one */
    Quantity *totals; /* as given, one a column */
} OwnData;

#endif
