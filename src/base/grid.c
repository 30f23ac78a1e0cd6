/* Which columns of a row are taken: by its own cells and by those that reach down into it. */
#include "base/grid.h"

#include <string.h>

struct Grid {
    int columns;
    int *left; /* of each column: rows below the last one that a cell from above takes */
};

Grid *grid_new(Arena *arena, int columns) {
    Grid *grid = ARENA_NEW(arena, Grid);
    grid->columns = columns > 0 ? columns : 1;
    grid->left = ARENA_ARRAY(arena, (size_t)grid->columns, int);
    return grid;
}

void grid_part(Grid *grid) {
    memset(grid->left, 0, (size_t)grid->columns * sizeof *grid->left);
}

/* Takes the columns of one cell; false when one of them is taken from above. */
static bool take(Grid *grid, int column, GridCell cell) {
    bool own = true;
    for (int c = column; c < column + cell.across && c < grid->columns; c++) {
        own = own && grid->left[c] == 0;
        if (grid->left[c] < cell.down) grid->left[c] = cell.down;
    }
    return own;
}

GridFault grid_row(Grid *grid, const GridCell *cells, int count, int rows, int *width) {
    GridFault fault = GRID_WHOLE;
    int column = 0;
    *width = 0;
    for (int c = 0; c < grid->columns; c++) *width += grid->left[c] > 0;
    for (int i = 0; i < count; i++) {
        while (column < grid->columns && grid->left[column] > 0) column++;
        bool inside = column < grid->columns;
        if (inside && !take(grid, column, cells[i]) && !fault) fault = GRID_OVERLAP;
        if (cells[i].down > rows && !fault) fault = GRID_TALL;
        column += cells[i].across;
        *width += cells[i].across;
    }
    if (!fault && *width != grid->columns) fault = GRID_WIDTH;
    for (int c = 0; c < grid->columns; c++) if (grid->left[c] > 0) grid->left[c]--;
    return fault;
}
