/* Column widths: what the contents need at least and would like, shared out over the width there is. */
#include <string.h>

#include "layout/table.h"

static const char *style_name(const Table *t, const TableCell *cell) {
    switch (t->rows[cell->row].role) {
    case ROW_HEAD: return "cell-head";
    case ROW_GROUP: return "cell-group";
    case ROW_SUBTOTAL: return "cell-subtotal";
    case ROW_TOTAL: return "cell-total";
    default: return "cell";
    }
}

static bool has_blocks(const Node *node) {
    for (const Node *n = node->first; n; n = n->next) if (!inline_is(n)) return true;
    return false;
}

/* A number, short enough not to be broken; words in a column of numbers are set as words. */
static bool is_number(const Table *t, const TableCell *cell) {
    const char *text = cell->node ? structure_title(t->engine, cell->node) : "";
    size_t n = strlen(text), letters = 0;
    for (const char *p = text; *p; p++) letters += (*p | 32) >= 'a' && (*p | 32) <= 'z';
    return cell->column_span == 1 && n <= 28 && letters <= 6 && (!n || strpbrk(text, "0123456789?–-"));
}

static Align cell_align(const Table *t, const TableCell *cell) {
    Alignment own = cell->node ? cell_block(cell->node)->align : (Alignment){0};
    Align column = cell->column_span > 1 && cell->head_row ? ALIGN_CENTER : t->columns[cell->column].align;
    if (own.given && own.align != ALIGN_DECIMAL) return own.align;
    if (own.given) column = ALIGN_DECIMAL;
    if (t->rows[cell->row].role == ROW_GROUP && cell->column == 0) return ALIGN_LEFT;
    return column == ALIGN_DECIMAL && (cell->head_row || !is_number(t, cell)) ? ALIGN_RIGHT : column;
}

static void measure_blocks(const Table *t, const Node *node, const CharStyle *base, Length indent, Length *minimum, Length *maximum);

static void ask(Length least, Length wish, Length *minimum, Length *maximum) {
    if (least > *minimum) *minimum = least;
    if (wish > *maximum) *maximum = wish;
}

/* A picture in a cell asks its own width, and can do with what shows what is on it; so does a drawing. */
static void measure_picture(const Table *t, const Node *node, Length *minimum, Length *maximum) {
    enum { LEAST = 72 * POINT, DRAWING = 180 * POINT };
    Length wish = DRAWING;
    if (node->tag == TAG_IMAGE) wish = image_natural_width(t->flow, node);
    ask(wish < LEAST ? wish : LEAST, wish, minimum, maximum);
}

/* A table in a cell asks what the cells of a row ask together. */
static void measure_row(const Table *t, const Node *row, const CharStyle *base, Length *minimum, Length *maximum) {
    int64_t least = 0, wish = 0;
    BLOCK_EACH(cell, row, TAG_CELL) {
        Length low = 0, high = 0;
        measure_blocks(t, cell, base, 0, &low, &high);
        least += low + 2 * t->pad_x + POINT;
        wish += high + 2 * t->pad_x + POINT;
    }
    ask(least < LENGTH_MAX / 4 ? (Length)least : LENGTH_MAX / 4, wish < LENGTH_MAX / 4 ? (Length)wish : LENGTH_MAX / 4, minimum, maximum);
}

/* Blocks in cells are measured by their words, their pictures and their tables. */
static void measure_blocks(const Table *t, const Node *node, const CharStyle *base, Length indent, Length *minimum, Length *maximum) {
    if (node->tag == TAG_IMAGE || figure_knows(node)) { measure_picture(t, node, minimum, maximum); return; }
    if (node->tag == TAG_ROW) { measure_row(t, node, base, minimum, maximum); return; }
    if (node->kind == NODE_TEXT || !node->first || has_blocks(node)) {
        for (const Node *n = node->first; n; n = n->next)
            if (!inline_is(n)) measure_blocks(t, n, base, indent + (n->tag == TAG_ITEM ? 12 * POINT : 0), minimum, maximum);
        return;
    }
    const char *text = structure_title(t->engine, node);
    Length all = typeset_width(t->engine->typesetter, text, base) + indent;
    if (all > *maximum) *maximum = all;
    for (const char *p = text; *p;) {
        size_t n = strcspn(p, " -/");
        Length w = typeset_width(t->engine->typesetter, arena_strndup(t->engine->arena, p, n), base) + indent;
        if (n > 14) w = w * 3 / 5; /* it will be hyphenated */
        if (w > *minimum) *minimum = w;
        p += n + strspn(p + n, " -/");
    }
}

static void measure_cell(Table *t, TableCell *cell, Length *minimum, Length *maximum) {
    Flow flow = *t->flow;
    const Node *node = cell->node;
    cell->text = style_text(t->engine->style, style_name(t, cell));
    cell->rotated = node && cell_block(node)->rotated;
    cell->blocks = node && has_blocks(node);
    flow.has_align = true;
    flow.align = cell->rotated ? ALIGN_LEFT : cell_align(t, cell);
    table_ink(t, cell, &flow);
    cell->base = scaled_char(&flow, cell->text);
    cell->decimal = 0;
    cell->paragraph = NULL;
    if (cell->blocks) { measure_blocks(t, node, &cell->base, 0, minimum, maximum); return; }
    TextOptions options = {.style = cell->text, .node = node, .element = cell->element, .prefix = cell->label};
    cell->paragraph = inline_paragraph(&flow, &options, &cell->style, &cell->base);
    if (paragraph_empty(cell->paragraph)) return;
    paragraph_widths(cell->paragraph, minimum, maximum);
    cell->natural = *maximum;
    if (cell->rotated) {
        *minimum = *maximum = cell->style.leading;
        return;
    }
    if (cell_align(t, cell) == ALIGN_DECIMAL) {
        cell->decimal = paragraph_decimal(cell->paragraph);
        *minimum = *maximum;
    } else if (t->columns[cell->column].align != ALIGN_LEFT && !cell->head_row && *maximum < 80 * POINT) *minimum = *maximum;
}

static void widen(TableColumn *column, Length minimum, Length maximum) {
    if (minimum > column->minimum) column->minimum = minimum;
    if (maximum > column->maximum) column->maximum = maximum;
}

/* A spanning cell asks its share of every column that it covers, in proportion to what they have. */
static void widen_span(Table *t, const TableCell *cell, Length minimum, Length maximum) {
    int64_t have_min = 0, have_max = 0;
    for (int c = cell->column; c < cell->column + cell->column_span; c++) have_min += t->columns[c].minimum, have_max += t->columns[c].maximum;
    for (int c = cell->column; c < cell->column + cell->column_span; c++) {
        TableColumn *column = &t->columns[c];
        Length part = have_max ? (Length)((int64_t)column->maximum * 1000 / have_max) : 1000 / cell->column_span;
        if (minimum > have_min) column->minimum += (Length)((minimum - have_min) * part / 1000);
        if (maximum > have_max && cell->head_row) column->maximum += (Length)((maximum - have_max) * part / 1000);
        if (column->maximum < column->minimum) column->maximum = column->minimum;
    }
}

void table_measure(Table *t) {
    Length pad = 2 * t->pad_x;
    for (int c = 0; c < t->column_count; c++) {
        TableColumn *column = &t->columns[c];
        column->minimum = column->maximum = column->before_point = column->after_point = 0;
    }
    Length *spans = ARENA_ARRAY(t->engine->arena, (size_t)t->cell_count * 2 + 2, Length);
    for (int i = 0; i < t->cell_count; i++) {
        TableCell *cell = &t->cells[i];
        Length minimum = 0, maximum = 0;
        measure_cell(t, cell, &minimum, &maximum);
        if (cell->head_row && cell->column_span > 1 && maximum / 2 > minimum) maximum /= 2; /* it may run over two lines */
        spans[2 * i] = minimum + pad, spans[2 * i + 1] = maximum + pad;
        if (cell->column_span > 1) continue;
        TableColumn *column = &t->columns[cell->column];
        widen(column, minimum + pad, maximum + pad);
        if (!cell->paragraph || !cell->decimal) continue;
        if (cell->decimal > column->before_point) column->before_point = cell->decimal;
        if (cell->natural - cell->decimal > column->after_point) column->after_point = cell->natural - cell->decimal;
    }
    for (int c = 0; c < t->column_count; c++)
        if (t->columns[c].before_point) {
            Length w = t->columns[c].before_point + t->columns[c].after_point + pad;
            widen(&t->columns[c], w, w);
        }
    for (int i = 0; i < t->cell_count; i++)
        if (t->cells[i].column_span > 1 && t->cells[i].column_span < t->column_count) widen_span(t, &t->cells[i], spans[2 * i], spans[2 * i + 1]);
}

/* When not all get what they like: columns that ask less than an equal share get it whole, the others share the
 * rest. Returns what was given; the width of the others is 0. */
static int64_t give_short_ones(Table *t, Length room) {
    int64_t given = 0;
    int open = 0;
    for (int c = 0; c < t->column_count; c++)
        if (!t->columns[c].fixed && !t->columns[c].share) t->columns[c].width = 0, open++;
    for (bool again = true; again && open > 1;) {
        again = false;
        for (int c = 0; c < t->column_count && open > 1; c++) {
            TableColumn *column = &t->columns[c];
            if (column->fixed || column->share || column->width || column->maximum > (room - given) / open) continue;
            int64_t needed = 0; /* by those that stay open */
            for (int k = 0; k < t->column_count; k++)
                if (k != c && !t->columns[k].fixed && !t->columns[k].share && !t->columns[k].width) needed += t->columns[k].minimum;
            if (given + column->maximum + needed > room) continue;
            column->width = column->maximum;
            given += column->width;
            open--;
            again = true;
        }
    }
    return given;
}

/* Gives columns [auto] their share of room: what they need, then towards what they like. */
static void share_room(Table *t, Length room) {
    int64_t minimum = 0, wish = 0;
    for (int c = 0; c < t->column_count; c++) {
        TableColumn *column = &t->columns[c];
        if (column->fixed || column->share) continue;
        minimum += column->minimum;
        wish += column->maximum;
    }
    if (!wish) return;
    int64_t given = wish <= room || minimum >= room ? 0 : give_short_ones(t, room);
    int64_t wish_left = 0, minimum_left = 0, room_left = room - given;
    TableColumn *last = NULL;
    for (int c = 0; c < t->column_count; c++) {
        const TableColumn *column = &t->columns[c];
        if (!column->fixed && !column->share && !(given && column->width)) wish_left += column->maximum, minimum_left += column->minimum;
    }
    bool some = given > 0;
    for (int c = 0; c < t->column_count; c++) {
        TableColumn *column = &t->columns[c];
        if (column->fixed || column->share) continue;
        last = column;
        if (some && column->width) continue;
        if (wish_left <= room_left) column->width = column->maximum;
        else if (room_left > minimum_left)
            column->width = column->minimum + (Length)((column->maximum - column->minimum) * (room_left - minimum_left) / (wish_left - minimum_left));
        else column->width = (Length)(column->minimum * room_left / (minimum_left ? minimum_left : 1));
        given += column->width;
    }
    int64_t left = room - given, weight = 0;
    if (left <= 0 || !last) return;
    for (int c = 0; c < t->column_count; c++)
        if (!t->columns[c].fixed && !t->columns[c].share) weight += (int64_t)t->columns[c].maximum * (t->columns[c].align == ALIGN_LEFT ? 5 : 3);
    for (int c = 0; c < t->column_count; c++) {
        TableColumn *column = &t->columns[c];
        if (column->fixed || column->share) continue;
        column->width += (Length)(left * column->maximum * (column->align == ALIGN_LEFT ? 5 : 3) / (weight ? weight : 1));
    }
}

/* Each column its share; one that needs more than that gets what it needs, and the others share what is left. */
static void divide_shares(Table *t, int64_t room, int64_t shares) {
    bool again = true;
    for (int c = 0; c < t->column_count; c++) if (t->columns[c].share) t->columns[c].width = 0;
    while (again && shares > 0) {
        again = false;
        for (int c = 0; c < t->column_count; c++) {
            TableColumn *column = &t->columns[c];
            if (!column->share || column->width || room * column->share / shares >= column->minimum) continue;
            column->width = column->minimum;
            room -= column->minimum;
            shares -= column->share;
            again = true;
            if (shares <= 0 || room <= 0) break;
        }
    }
    for (int c = 0; c < t->column_count; c++) {
        TableColumn *column = &t->columns[c];
        if (!column->share || column->width) continue;
        column->width = room > 0 && shares > 0 ? (Length)(room * column->share / shares) : 0;
    }
}

bool table_widths(Table *t, Length available) {
    int64_t fixed = 0, automatic = 0, shares = 0, share_minimum = 0;
    bool fits = true;
    for (int c = 0; c < t->column_count; c++) {
        TableColumn *column = &t->columns[c];
        if (column->fixed) {
            column->width = column->fixed;
            fixed += column->fixed;
            if (column->minimum > column->fixed) fits = false;
        } else if (column->share) shares += column->share, share_minimum += column->minimum;
        else automatic += column->minimum;
    }
    int64_t wish = 0;
    for (int c = 0; c < t->column_count; c++) if (!t->columns[c].fixed && !t->columns[c].share) wish += t->columns[c].maximum;
    int64_t room = available - fixed;
    if (room < automatic + share_minimum || room < 0) fits = false;
    if (room < 20 * POINT) room = 20 * POINT;
    int64_t for_auto = shares ? (wish < room - share_minimum ? wish : room - share_minimum) : room;
    if (shares && for_auto > room * 2 / 3 && automatic < room * 2 / 3) for_auto = room * 2 / 3;
    if (for_auto < 0) for_auto = 0;
    share_room(t, (Length)for_auto);
    if (shares) divide_shares(t, room - for_auto, shares);
    for (int c = 0; c < t->column_count; c++) if (t->columns[c].share && t->columns[c].width < t->columns[c].minimum) fits = false;
    t->width = 0;
    for (int c = 0; c < t->column_count; c++) {
        t->columns[c].x = t->width;
        t->width += t->columns[c].width;
    }
    if (t->width > available) { /* fixed columns asked too much: all give in */
        Length x = 0;
        for (int c = 0; c < t->column_count; c++) {
            t->columns[c].width = (Length)((int64_t)t->columns[c].width * available / t->width);
            t->columns[c].x = x;
            x += t->columns[c].width;
        }
        t->width = x;
        fits = false;
    }
    return fits;
}
