/* The grid of a table: rows of cells that span columns and rows, and whether they fill it. */
#ifndef BASE_GRID_H
#define BASE_GRID_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct GridCell { int across, down; } GridCell; /* columns and rows, from 1 */

typedef enum GridFault {
    GRID_WHOLE,
    GRID_WIDTH,   /* the row takes fewer or more columns than the table has */
    GRID_TALL,    /* a cell spans more rows than follow */
    GRID_OVERLAP  /* a cell spans a column that one from above still takes */
} GridFault;

typedef struct Grid Grid;

/* A table of so many columns, in the arena. */
Grid *grid_new(Arena *arena, int columns);
/* A head, body or foot begins: cells do not reach from one into the next. */
void grid_part(Grid *grid);
/* The next row. rows: how many the part has from here, this one included. *width: the columns it takes, those taken
 * from above included. The first fault of the row. */
GridFault grid_row(Grid *grid, const GridCell *cells, int count, int rows, int *width);

#endif
