/* Colours behind rows and cells of tables, and the ink that can be read on them. */
#include <string.h>

#include "layout/table.h"

/* Stripes would cut through a cell that spans rows. */
static bool spans_rows(const Table *t) {
    for (int i = 0; i < t->cell_count; i++) if (t->cells[i].row_span > 1 && !t->cells[i].head_row) return true;
    return false;
}

bool table_row_fill(const Table *t, int r, Color *color) {
    const TableStyle *s = t->style;
    const TableRow *row = &t->rows[r];
    if (row->role == ROW_HEAD && s->has_head_color) *color = s->head_color;
    else if (row->role == ROW_GROUP && s->has_group_color) *color = s->group_color;
    else if (row->role == ROW_TOTAL && s->has_total_color) *color = s->total_color;
    else if (s->zebra && row->stripe && !spans_rows(t)) *color = s->zebra_color;
    else return false;
    return true;
}

bool table_cell_fill(const Table *t, const TableCell *cell, Color *color) {
    return cell->node && style_tint(t->engine->style, cell_block(cell->node)->fill, t->style->group_color, color);
}

void table_ink(const Table *t, const TableCell *cell, Flow *flow) {
    Color behind;
    bool filled = table_cell_fill(t, cell, &behind) || table_row_fill(t, cell->row, &behind);
    const Style *style = t->engine->style;
    flow->has_ink = filled && color_contrast(style->paper, behind) > color_contrast(style->text, behind);
    flow->ink = style->paper;
}
