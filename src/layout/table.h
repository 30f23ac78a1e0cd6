/* A table while it is laid out: its grid of cells, column widths and rows. Private to the table files. */
#ifndef LAYOUT_TABLE_H
#define LAYOUT_TABLE_H

#include "layout/engine.h"

enum { TABLE_COLUMNS_MAX = 64 };

typedef struct TableColumn {
    Align align;
    Length fixed;        /* > 0 */
    int share;           /* "2*": 2000; 0: none */
    Length minimum, maximum, width, x; /* x from the left of the table, with padding inside width */
    Length before_point, after_point;  /* decimal alignment */
    bool carry;          /* its sum is carried over a page break */
} TableColumn;

typedef struct TableCell {
    const Node *node;
    int row, column, column_span, row_span;
    bool header, head_row, rotated, blocks;
    Element *element;
    Paragraph *paragraph; /* inline cells */
    ParagraphStyle style;
    CharStyle base;
    const TextStyle *text;
    Length decimal, natural;
    SlabList list;
    Length height;
    const char *label;    /* group rows made from body/@group */
    const Spanned *spanned; /* over more than one row */
} TableCell;

typedef enum RowRole { ROW_NORMAL, ROW_HEAD, ROW_GROUP, ROW_SUBTOTAL, ROW_TOTAL } RowRole;

typedef struct TableRow {
    const Node *node;     /* NULL: a group label */
    const Node *body;
    RowRole role;
    int first, count;     /* cells */
    Length height;
    Element *element;
    int group;            /* row index of the group label it stands under, -1 */
    int stripe;           /* 0, 1 for zebra */
} TableRow;

typedef struct Table {
    Flow *flow;
    Engine *engine;
    const Node *node;
    const TableStyle *style;
    Element *element;
    TableColumn *columns;
    int column_count;
    TableRow *rows;
    int row_count, head_count;
    TableCell *cells;
    int cell_count;
    int *grid;            /* row * column_count + column -> cell index + 1 */
    Length width, x, scale;
    Length pad_x, pad_y;
} Table;

/* table_width.c */
void table_measure(Table *table);
/* Sets the widths; false when the narrowest does not fit. */
bool table_widths(Table *table, Length available);
/* table_fill.c: what lies behind a row or a cell of its own (false: nothing), and ink that can be read on it */
bool table_row_fill(const Table *table, int row, Color *color);
bool table_cell_fill(const Table *table, const TableCell *cell, Color *color);
void table_ink(const Table *table, const TableCell *cell, Flow *flow);
/* table_carry.c */
bool table_carries(const Table *table);
void table_carry(Table *table, Slab *const *rows);
/* table_break.c */
void table_emit(Table *table, const Node *figure);
/* Reports the rows that do not fill the columns (D307). */
void table_check(const Table *table);

#endif
