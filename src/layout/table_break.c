/* Rows of a table as slabs: heights, rules, fills, what a page break between them costs and what it repeats. */
#include <string.h>

#include "layout/table.h"

static Length cell_width(const Table *t, const TableCell *cell) {
    Length w = 0;
    for (int c = cell->column; c < cell->column + cell->column_span; c++) w += t->columns[c].width;
    return w;
}

/* Sets the content of a cell at its width. */
static void fill_cell(Table *t, TableCell *cell) {
    Flow flow = *t->flow;
    const TableColumn *column = &t->columns[cell->column];
    Length inner = cell_width(t, cell) - 2 * t->pad_x;
    cell->list = (SlabList){0};
    flow.out = &cell->list;
    flow.x = t->x + column->x + t->pad_x;
    flow.width = inner > 4 * POINT ? inner : 4 * POINT;
    flow.in_cell = true;
    flow.shell = NULL;
    flow.list_level = 0;
    flow.parent = cell->element;
    flow.text_style = cell->text->name;
    flow.has_align = column->align == ALIGN_CENTER || column->align == ALIGN_RIGHT;
    flow.align = column->align;
    table_ink(t, cell, &flow);
    if (cell->blocks) {
        block_children(&flow, cell->node);
    } else if (cell->paragraph && !paragraph_empty(cell->paragraph)) {
        if (cell->rotated) flow.width = cell->natural + POINT, flow.x = 0;
        if (cell->decimal && column->before_point) {
            Length slack = inner - column->before_point - column->after_point;
            flow.x += (slack > 0 ? slack : 0) + column->before_point - cell->decimal;
            flow.width = cell->natural + POINT;
        }
        inline_lines(&flow, cell->paragraph, cell->text, &cell->style, &cell->base, cell->element);
    }
    for (int i = 0; i < cell->list.count; i++)
        if (cell->list.items[i]->kind == SLAB_COLUMNS) cell->list.items[i]->kind = SLAB_SPACE;
    cell->height = cell->rotated ? cell->natural + 6 * POINT : list_height(&cell->list, 0) + 2 * t->pad_y;
}

/* What a cell needs more than its rows have: the last one gets it; of much, each its share, so that pages can break. */
static void span_height(Table *t, const TableCell *cell, Length more) {
    int last = cell->row + cell->row_span - 1;
    Length share = more / cell->row_span;
    if (more > t->engine->page_height / 4 && !cell->head_row)
        for (int r = cell->row; r < last; r++) t->rows[r].height += share, more -= share;
    t->rows[last].height += more;
}

static void row_heights(Table *t) {
    for (int i = 0; i < t->cell_count; i++) {
        TableCell *cell = &t->cells[i];
        fill_cell(t, cell);
        TableRow *row = &t->rows[cell->row];
        if (cell->row_span == 1 && cell->height > row->height) row->height = cell->height;
    }
    Length least = style_text(t->engine->style, "cell")->paragraph.leading;
    for (int r = 0; r < t->row_count; r++)
        if (!t->rows[r].height) t->rows[r].height = (Length)((int64_t)least * t->scale / 1000) + 2 * t->pad_y;
    for (int i = 0; i < t->cell_count; i++) {
        const TableCell *cell = &t->cells[i];
        if (cell->row_span == 1) continue;
        Length have = 0;
        for (int r = cell->row; r < cell->row + cell->row_span; r++) have += t->rows[r].height;
        if (cell->height > have) span_height(t, cell, cell->height - have);
    }
}

static Length rule_under(const Table *t, int r) {
    const TableStyle *s = t->style;
    if (r == t->row_count - 1) return s->rule_bottom;
    if (r == t->head_count - 1) return s->rule_head;
    if (r < t->head_count - 1) return s->rule_row;
    RowRole next = t->rows[r + 1].role;
    if (next == ROW_TOTAL || next == ROW_SUBTOTAL) return s->rule_total ? s->rule_total : s->rule_row;
    return s->rule_row;
}

static Rules *row_rules(Table *t, int r) {
    const TableStyle *s = t->style;
    Rules *rules = ARENA_NEW(t->engine->arena, Rules);
    *rules = (Rules){.padding_y = t->pad_y, .top = r == 0 ? s->rule_top : 0, .bottom = rule_under(t, r), .column = s->rule_column,
                     .x = t->x, .width = t->width, .color = s->rule_color};
    rules->has_fill = table_row_fill(t, r, &rules->fill);
    if (!rules->bottom) return rules;
    rules->under = arena_array(t->engine->arena, (size_t)t->column_count, sizeof *rules->under);
    for (int c = 0; c < t->column_count; c++) {
        int here = t->grid[r * t->column_count + c], below = r + 1 < t->row_count ? t->grid[(r + 1) * t->column_count + c] : 0;
        if (here && here == below) continue;
        int n = rules->under_count;
        Length x = t->x + t->columns[c].x;
        if (n && rules->under[n - 1].x + rules->under[n - 1].width == x) rules->under[n - 1].width += t->columns[c].width;
        else rules->under[rules->under_count].x = x, rules->under[rules->under_count++].width = t->columns[c].width;
    }
    return rules;
}

static void row_tracks(Table *t, int r, Slab *slab) {
    const TableRow *row = &t->rows[r];
    slab->tracks = ARENA_ARRAY(t->engine->arena, (size_t)row->count + 1, Track);
    slab->track_count = row->count;
    for (int i = 0; i < row->count; i++) {
        TableCell *cell = &t->cells[row->first + i];
        Track *track = &slab->tracks[i];
        track->list = cell->list;
        track->cell_x = t->x + t->columns[cell->column].x;
        track->cell_width = cell_width(t, cell);
        track->rotated = cell->rotated;
        track->bottom = cell->head_row;
        track->fill = table_cell_fill(t, cell, &track->color);
        if (cell->row_span < 2) continue;
        Spanned *spanned = ARENA_NEW(t->engine->arena, Spanned);
        *spanned = (Spanned){cell->list};
        track->spanned = cell->spanned = spanned;
        for (int k = r; k < r + cell->row_span; k++) track->span_height += t->rows[k].height;
    }
}

/* Less than five rows, that are no piece of the page either. */
static bool few_rows(const Table *t, int from, int to) {
    Length height = 0;
    for (int r = from; r < to && r < from + 4; r++) height += t->rows[r].height;
    return to - from < 5 - (from == t->head_count) && height < t->engine->page_height / 6;
}

/* What a break before row r costs. */
static int row_penalty(const Table *t, int r, bool fits_page, bool keep) {
    if (r == 0) return BREAK_FREE;
    if (r <= t->head_count) return BREAK_NEVER;
    const TableRow *row = &t->rows[r], *above = &t->rows[r - 1];
    if (row->role == ROW_TOTAL || row->role == ROW_SUBTOTAL || above->role == ROW_GROUP) return BREAK_NEVER;
    for (int c = 0; c < t->column_count; c++) {
        int here = t->grid[r * t->column_count + c], over = t->grid[(r - 1) * t->column_count + c];
        if (!here || here != over) continue;
        const TableCell *cell = &t->cells[here - 1];
        Length have = 0;
        for (int k = cell->row; k < r; k++) have += t->rows[k].height;
        if (have < cell->height || cell->row_span < 4) return BREAK_NEVER - 1;
    }
    int most = t->engine->style->largest_gap;
    if (keep && most >= 100) return BREAK_WIDOW; /* a figure that asks to stay whole, and can */
    int cost = keep ? most : fits_page ? BREAK_TABLE - 5 : BREAK_TABLE / 3;
    if (few_rows(t, t->head_count, r) || few_rows(t, r, t->row_count)) cost += 25; /* none such alone */
    if (row->role == ROW_GROUP) cost -= 8;
    return cost;
}

static void repeat_push(Table *t, Repeat *repeat, Slab *slab) {
    list_push(t->engine, &repeat->list, slab);
    repeat->height += slab->height;
}

/* Words set as a caption, as wide as the table. */
static SlabList caption_lines(Table *t, const char *words) {
    SlabList list = {0};
    Flow flow = *t->flow;
    flow.out = &list;
    flow.x = t->x;
    flow.width = t->width;
    flow.has_align = false;
    inline_simple(&flow, words, style_text(t->engine->style, "caption"), NULL);
    return list;
}

/* "Figuur 7 (vervolg)" above the repeated header. */
static Slab *continued_caption(Table *t, const Node *figure) {
    const char *label = figure ? figure_block(figure)->label : NULL;
    if (!label) return NULL;
    SlabList list = caption_lines(t, arena_printf(t->engine->arena, "%s %s", label, t->engine->dutch ? "(vervolg)" : "(continued)"));
    if (!list.count) return NULL;
    list.items[0]->height += 4 * POINT;
    list.items[0]->before = list.items[0]->after = 0;
    return list.items[0];
}

/* A caption that comes after a table stands below each part that a page ends with too. NULL: it stands above or beside it. */
static const Slab *going_on(Table *t, const Node *figure) {
    Engine *engine = t->engine;
    const Node *caption = figure && figure_block(figure)->label ? block_child(figure, TAG_CAPTION) : NULL;
    const char *position = engine->style->caption_position;
    if (!caption || (position && (!strcmp(position, "above") || (!strcmp(position, "margin") && beside_margin(t->flow))))) return NULL;
    SlabList list = caption_lines(t, arena_printf(engine->arena, "%s %s", structure_title(engine, caption),
                                                  engine->dutch ? "(vervolg op de volgende bladzijde)" : "(continued on the next page)"));
    for (int i = 0; i < list.count; i++) {
        Slab *line = list.items[i];
        line->before = line->after = 0;
        line->closing = i + 1 < list.count ? list.items[i + 1] : NULL;
        if (!i) line->height += 4 * POINT, line->baseline += 4 * POINT;
    }
    return list.count ? list.items[0] : NULL;
}

static Slab *continued_group(Table *t, int group, Slab *const *rows) {
    const TableRow *row = &t->rows[group];
    if (!row->count) return NULL;
    const TableCell *cell = &t->cells[row->first];
    const char *label = cell->label ? cell->label : structure_title(t->engine, cell->node);
    SlabList list = {0};
    Flow flow = *t->flow;
    flow.out = &list;
    flow.x = t->x + t->columns[0].x + t->pad_x;
    flow.width = t->width - 2 * t->pad_x;
    flow.in_cell = true;
    flow.has_align = false;
    inline_simple(&flow, arena_printf(t->engine->arena, "%s %s", label, t->engine->dutch ? "(vervolg)" : "(continued)"), cell->text, NULL);
    Slab *slab = ARENA_NEW(t->engine->arena, Slab);
    *slab = *rows[group];
    slab->tracks = ARENA_ARRAY(t->engine->arena, 1, Track);
    slab->track_count = 1;
    slab->tracks[0].list = list;
    slab->tracks[0].cell_x = t->x;
    slab->tracks[0].cell_width = t->width;
    slab->height = list_height(&list, 0) + 2 * t->pad_y;
    if (!t->head_count) { /* it opens the page */
        Rules *rules = ARENA_NEW(t->engine->arena, Rules);
        *rules = *slab->rules;
        rules->top = t->style->rule_top;
        slab->rules = rules;
    }
    slab->anchors = NULL;
    slab->anchor_count = slab->note_count = 0;
    return slab;
}

static void set_repeats(Table *t, Slab *const *rows, const Node *figure) {
    Repeat *plain = repeat_new(t->engine), *grouped = NULL;
    int group = -1;
    Slab *caption = continued_caption(t, figure);
    if (caption) repeat_push(t, plain, caption);
    for (int r = 0; r < t->head_count; r++) repeat_push(t, plain, rows[r]);
    if (plain->height > t->engine->page_height / 3) return;
    const Slab *closing = going_on(t, figure);
    for (int r = t->head_count; closing && r + 1 < t->row_count; r++) rows[r]->closing = closing;
    for (int r = t->head_count; r < t->row_count; r++) {
        const TableRow *row = &t->rows[r];
        if (row->group < 0 || row->group == r) { rows[r]->repeat = plain; continue; }
        if (row->group != group) {
            group = row->group;
            grouped = repeat_new(t->engine);
            for (int i = 0; i < plain->list.count; i++) repeat_push(t, grouped, plain->list.items[i]);
            Slab *label = continued_group(t, group, rows);
            if (label) repeat_push(t, grouped, label);
        }
        rows[r]->repeat = grouped;
    }
}

/* Each row that cells from above reach into knows them, for when it opens a page: see spans.c. */
static void set_resumed(Table *t, Slab *const *rows) {
    Engine *engine = t->engine;
    for (int i = 0; i < t->cell_count; i++) {
        const TableCell *cell = &t->cells[i];
        for (int r = cell->row + 1; r < cell->row + cell->row_span; r++) {
            Slab *slab = rows[r];
            if (!slab->resumed) slab->resumed = ARENA_ARRAY(engine->arena, (size_t)t->column_count, Track);
            Track *track = &slab->resumed[slab->resumed_count++];
            *track = (Track){.cell_x = t->x + t->columns[cell->column].x, .cell_width = cell_width(t, cell)};
            track->spanned = cell->spanned;
            track->rotated = cell->rotated;
            track->fill = table_cell_fill(t, cell, &track->color);
        }
    }
}

void table_emit(Table *t, const Node *figure) {
    Engine *engine = t->engine;
    const char **pending = engine->pending;
    int pending_count = engine->pending_count;
    engine->pending = NULL;
    engine->pending_count = 0;
    row_heights(t);
    int64_t total = 0;
    for (int r = 0; r < t->row_count; r++) total += t->rows[r].height;
    bool keep = figure && figure_block(figure)->keep == YES && total < engine->page_height * 9 / 10;
    Slab **rows = ARENA_ARRAY(engine->arena, (size_t)t->row_count + 1, Slab *);
    engine->pending = pending;
    engine->pending_count = pending_count;
    for (int r = 0; r < t->row_count; r++) {
        Slab *slab = slab_new(t->flow, SLAB_TRACKS, t->rows[r].height);
        slab->x = t->x;
        slab->width = t->width;
        slab->rules = row_rules(t, r);
        row_tracks(t, r, slab);
        slab->penalty = row_penalty(t, r, total < engine->page_height * 3 / 4, keep);
        slab_collect_notes(engine, slab);
        slab->changed = t->rows[r].node && common_of(t->rows[r].node)->changed == YES;
        rows[r] = slab;
    }
    set_repeats(t, rows, figure);
    set_resumed(t, rows);
    if (table_carries(t)) table_carry(t, rows);
}
