/* Whether the rows of a table fill its columns: what a template makes is held to what the input is held to. */
#include "base/grid.h"
#include "layout/table.h"

static bool is_part(const Node *node) {
    return node->tag == TAG_HEAD || node->tag == TAG_BODY || node->tag == TAG_FOOT;
}

static int cell_number(const Node *cell, const char *name) {
    int n = attribute_int(cell, name, 1);
    return n < 1 ? 1 : n;
}

/* As many columns as it declares, or as its first row has when that is more. */
static int columns_of(const Node *table) {
    int columns = 0, first = 0;
    NODE_EACH(column, table, "column") columns++;
    for (const Node *part = table->first; part && !first; part = part->next) {
        const Node *row = part->kind == NODE_ELEMENT && is_part(part) ? node_child(part, "row") : NULL;
        for (const Node *cell = row ? node_child(row, "cell") : NULL; cell; cell = node_sibling(cell, "cell")) first += cell_number(cell, "colspan");
    }
    return columns > first ? columns : first;
}

static void check_row(const Table *t, Grid *grid, int columns, const Node *row, int rows) {
    Arena *arena = t->engine->arena;
    int count = 0, width;
    NODE_EACH(cell, row, "cell") count++;
    GridCell *cells = ARENA_ARRAY(arena, (size_t)count + 1, GridCell);
    count = 0;
    NODE_EACH(cell, row, "cell") cells[count++] = (GridCell){cell_number(cell, "colspan"), cell_number(cell, "rowspan")};
    if (count == 1 && attribute_is(row, "role", "group")) cells[0].across = columns; /* its title takes the whole width */
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
    const Node *cell = node_child(row, "cell");
    diagnostics_report(t->engine->diagnostics, &D307_TABLE_SHAPE, cell ? cell->place : row->place, report);
}

void table_check(const Table *t) {
    int columns = columns_of(t->node);
    Grid *grid = grid_new(t->engine->arena, columns);
    for (const Node *part = t->node->first; part; part = part->next) {
        if (part->kind != NODE_ELEMENT || !is_part(part)) continue;
        int rows = 0;
        NODE_EACH(row, part, "row") rows++;
        grid_part(grid);
        NODE_EACH(row, part, "row") check_row(t, grid, columns, row, rows--);
    }
}
