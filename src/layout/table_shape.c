/* Whether the rows of a table fill its columns: what a template makes is held to what the input is held to. */
#include "base/grid.h"
#include "layout/table.h"

static bool is_part(const Node *node) {
    return node->tag == TAG_HEAD || node->tag == TAG_BODY || node->tag == TAG_FOOT;
}

/* As many columns as it declares, or as its first row has when that is more. */
static int columns_of(const Node *table) {
    int columns = 0, first = 0;
    BLOCK_EACH(column, table, TAG_COLUMN) columns++;
    for (const Node *part = table->first; part && !first; part = part->next) {
        const Node *row = part->kind == NODE_ELEMENT && is_part(part) ? block_child(part, TAG_ROW) : NULL;
        for (const Node *cell = row ? block_child(row, TAG_CELL) : NULL; cell; cell = block_sibling(cell, TAG_CELL)) first += cell_block(cell)->across;
    }
    return columns > first ? columns : first;
}

static void check_row(const Table *t, Grid *grid, int columns, const Node *row, int rows) {
    Arena *arena = t->engine->arena;
    int count = 0, width;
    BLOCK_EACH(cell, row, TAG_CELL) count++;
    GridCell *cells = ARENA_ARRAY(arena, (size_t)count + 1, GridCell);
    count = 0;
    BLOCK_EACH(cell, row, TAG_CELL) cells[count++] = (GridCell){cell_block(cell)->across, cell_block(cell)->down};
    if (count == 1 && row_block(row)->kind == ROW_IS_GROUP) cells[0].across = columns; /* its title takes the whole width */
    GridFault fault = grid_row(grid, cells, count, rows, &width);
    if (!fault) return;
    const char *what = fault == GRID_TALL      ? BOTH("reikt verder dan de rijen die volgen", "reaches further than the rows that follow")
                       : fault == GRID_OVERLAP ? BOTH("heeft een cel die over een andere ligt", "has a cell that lies over another")
                                               : BOTH("vult de kolommen niet", "does not fill the columns");
    Report report = {.arguments = {what, node_string(arena, row)}};
    if (fault == GRID_WIDTH) {
        report.found = arena_printf(arena, BOTH("%d kolommen", "%d columns"), width, width);
        report.expected = arena_printf(arena, BOTH("%d kolommen", "%d columns"), columns, columns);
    }
    const Node *cell = block_child(row, TAG_CELL);
    diagnostics_report(t->engine->diagnostics, &D307_TABLE_SHAPE, cell ? cell->place : row->place, report);
}

void table_check(const Table *t) {
    int columns = columns_of(t->node);
    Grid *grid = grid_new(t->engine->arena, columns);
    for (const Node *part = t->node->first; part; part = part->next) {
        if (part->kind != NODE_ELEMENT || !is_part(part)) continue;
        int rows = 0;
        BLOCK_EACH(row, part, TAG_ROW) rows++;
        grid_part(grid);
        BLOCK_EACH(row, part, TAG_ROW) check_row(t, grid, columns, row, rows--);
    }
}
