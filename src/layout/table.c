/* Tables: the grid of cells out of the document's rows, their structure and their contents. */
#include <stdlib.h>
#include <string.h>

#include "layout/table.h"

static int at_most(int n, int most) { return n > most ? most : n; }

static int row_columns(const Node *row) {
    int n = 0;
    for (const Node *c = block_child(row, TAG_CELL); c; c = block_sibling(c, TAG_CELL)) n += cell_block(c)->across;
    return n;
}

static void count_all(Table *t) {
    int columns = 0, widest = 0;
    for (const Node *c = block_child(t->node, TAG_COLUMN); c; c = block_sibling(c, TAG_COLUMN)) columns++;
    for (const Node *part = t->node->first; part; part = part->next) {
        if (part->tag != TAG_HEAD && part->tag != TAG_BODY && part->tag != TAG_FOOT) continue;
        if (part->tag == TAG_BODY && body_block(part)->group) t->row_count++, t->cell_count++;
        for (const Node *r = block_child(part, TAG_ROW); r; r = block_sibling(r, TAG_ROW)) {
            int n = row_columns(r);
            if (n > widest) widest = n;
            t->row_count++;
            t->cell_count += n;
        }
    }
    t->column_count = columns > 0 && widest <= columns ? columns : widest > columns ? widest : columns;
    if (t->column_count < 1) t->column_count = 1;
    if (t->column_count > TABLE_COLUMNS_MAX) t->column_count = TABLE_COLUMNS_MAX;
}

static void read_columns(Table *t) {
    t->columns = ARENA_ARRAY(t->engine->arena, (size_t)t->column_count, TableColumn);
    int i = 0;
    for (const Node *c = block_child(t->node, TAG_COLUMN); c && i < t->column_count; c = block_sibling(c, TAG_COLUMN), i++) {
        const ColumnBlock *column = column_block(c);
        const TrackWidth *width = &column->width;
        Length fixed = width->percent ? (Length)((int64_t)t->flow->width * width->percent / 100) : width->fixed;
        t->columns[i] = (TableColumn){.align = column->align, .carry = column->carry == YES, .share = width->share, .fixed = fixed};
    }
}

static RowRole role_of(const Node *part, const Node *row) {
    static const RowRole ROLES[] = {[ROW_IS_NORMAL] = ROW_NORMAL, [ROW_IS_GROUP] = ROW_GROUP, [ROW_IS_SUBTOTAL] = ROW_SUBTOTAL, [ROW_IS_TOTAL] = ROW_TOTAL};
    RowKind kind = row_block(row)->kind;
    if (part->tag == TAG_HEAD) return ROW_HEAD;
    return kind == ROW_IS_NORMAL && part->tag == TAG_FOOT ? ROW_TOTAL : ROLES[kind];
}

static int *grid_at(Table *t, int row, int column) { return &t->grid[row * t->column_count + column]; }

static void add_cell(Table *t, int row, int column, const Node *node, int across, int down) {
    TableCell *cell = &t->cells[t->cell_count++];
    cell->node = node;
    cell->row = row;
    cell->column = column;
    cell->column_span = across;
    cell->row_span = down;
    t->rows[row].count++;
    for (int r = row; r < row + down; r++)
        for (int c = column; c < column + across; c++) if (!*grid_at(t, r, c)) *grid_at(t, r, c) = t->cell_count;
}

static int rows_left(const Node *row) {
    int n = 1;
    for (const Node *r = block_sibling(row, TAG_ROW); r; r = block_sibling(r, TAG_ROW)) n++;
    return n;
}

static void add_row(Table *t, const Node *part, const Node *node, int *group, int *stripe) {
    int index = t->row_count++, column = 0;
    TableRow *row = &t->rows[index];
    row->node = node;
    row->body = part;
    row->role = role_of(part, node);
    row->first = t->cell_count;
    if (row->role == ROW_GROUP) *group = index, *stripe = 0;
    row->group = row->role == ROW_TOTAL || row->role == ROW_HEAD ? -1 : *group;
    row->stripe = row->role == ROW_NORMAL ? (*stripe)++ & 1 : 0;
    for (const Node *c = block_child(node, TAG_CELL); c; c = block_sibling(c, TAG_CELL)) {
        while (column < t->column_count && *grid_at(t, index, column)) column++;
        if (column >= t->column_count) break;
        int across = at_most(cell_block(c)->across, t->column_count - column), down = at_most(cell_block(c)->down, rows_left(node));
        if (row->role == ROW_GROUP && !block_sibling(c, TAG_CELL) && c == block_child(node, TAG_CELL)) across = t->column_count;
        for (int k = 1; k < across; k++) if (*grid_at(t, index, column + k)) across = k; /* a cell from above stands there */
        add_cell(t, index, column, c, across, down);
        column += across;
    }
}

static void read_rows(Table *t) {
    int rows = t->row_count;
    t->rows = ARENA_ARRAY(t->engine->arena, (size_t)rows + 1, TableRow);
    t->cells = ARENA_ARRAY(t->engine->arena, (size_t)t->cell_count + 1, TableCell);
    t->grid = ARENA_ARRAY(t->engine->arena, (size_t)(rows + 1) * (size_t)t->column_count, int);
    t->row_count = t->cell_count = 0;
    static const Tag ORDER[] = {TAG_HEAD, TAG_BODY, TAG_FOOT};
    for (int pass = 0; pass < 3; pass++) {
        for (const Node *part = t->node->first; part; part = part->next) {
            if (part->tag != (int)ORDER[pass]) continue;
            int group = -1, stripe = 0;
            const char *label = part->tag == TAG_BODY ? body_block(part)->group : NULL;
            if (label) {
                group = t->row_count;
                t->rows[group] = (TableRow){.body = part, .role = ROW_GROUP, .first = t->cell_count, .group = group};
                t->row_count++;
                add_cell(t, group, 0, NULL, t->column_count, 1);
                t->cells[t->cell_count - 1].label = label;
            }
            for (const Node *r = block_child(part, TAG_ROW); r; r = block_sibling(r, TAG_ROW)) add_row(t, part, r, &group, &stripe);
        }
        if (pass == 0) t->head_count = t->row_count;
    }
}

/* ---- structure ---- */

static const char *header_id(Table *t, TableCell *cell) {
    if (!cell->element->id) cell->element->id = arena_printf(t->engine->arena, "th-%d", ++t->engine->last_id);
    return cell->element->id;
}

/* The header cells that say what a cell means: those above it, its group's label and its row's. */
static void set_headers(Table *t, TableCell *cell) {
    const char **ids = ARENA_ARRAY(t->engine->arena, (size_t)(t->head_count + t->column_count + 2), const char *);
    int n = 0;
    const TableCell *last = NULL;
    for (int r = 0; r < t->head_count; r++) {
        int i = *grid_at(t, r, cell->column);
        if (!i || &t->cells[i - 1] == last) continue;
        last = &t->cells[i - 1];
        ids[n++] = header_id(t, &t->cells[i - 1]);
    }
    int group = t->rows[cell->row].group;
    if (group >= 0 && group != cell->row && t->rows[group].count) ids[n++] = header_id(t, &t->cells[t->rows[group].first]);
    for (int c = 0; c < cell->column; c++) {
        int i = *grid_at(t, cell->row, c);
        if (i && t->cells[i - 1].header && (c == 0 || *grid_at(t, cell->row, c - 1) != i)) ids[n++] = header_id(t, &t->cells[i - 1]);
    }
    if (n) cell->element->headers = ids;
}

static bool blank_cell(const Node *cell) {
    for (const Node *n = cell->first; n; n = n->next)
        if (n->kind == NODE_ELEMENT || n->text[strspn(n->text, " \t\r\n")]) return false;
    return true;
}

/* In a table with a head that says what its first column holds, that column names the rows, unless a row says otherwise. */
static bool names_row(const Table *t, const TableCell *cell) {
    const TableRow *row = &t->rows[cell->row];
    if (cell->column || t->column_count < 2 || cell->column_span == t->column_count || !t->head_count || !cell->node || blank_cell(cell->node)) return false;
    for (int c = row->first; c < row->first + row->count; c++)
        if (t->cells[c].node && cell_block(t->cells[c].node)->header == YES) return false;
    const TableCell *head = t->grid[0] ? &t->cells[t->grid[0] - 1] : NULL;
    return head && head->node && !blank_cell(head->node);
}

static void cell_element(Table *t, TableCell *cell) {
    TableRow *row = &t->rows[cell->row];
    const void *key = cell->node ? (const void *)cell->node : (const void *)row->body;
    cell->head_row = row->role == ROW_HEAD;
    cell->header = cell->head_row || row->role == ROW_GROUP || (cell->node && cell_block(cell->node)->header == YES) || names_row(t, cell);
    cell->element = structure_element(t->flow, key, 7, cell->header ? ROLE_TH : ROLE_TD, row->element, false);
    Element *e = cell->element;
    e->place = cell->node ? cell->node->place : row->body->place;
    e->column_span = cell->column_span > 1 ? cell->column_span : 0;
    e->row_span = cell->row_span > 1 ? cell->row_span : 0;
    if (cell->header) e->scope = cell->head_row ? SCOPE_COLUMN : SCOPE_ROW;
}

/* Which rows are the body: those of a table without any are its foot, else its head (PDF/UA-1 7.2: never none). */
static int body_tag(const Table *t) {
    bool body = false, foot = false;
    for (int r = 0; r < t->row_count; r++) {
        int tag = t->rows[r].body->tag;
        body = body || (tag != TAG_HEAD && tag != TAG_FOOT);
        foot = foot || tag == TAG_FOOT;
    }
    return body ? TAG_BODY : foot ? TAG_FOOT : TAG_HEAD;
}

static void build_structure(Table *t) {
    Flow *flow = t->flow;
    bool spans = false, groups = false;
    int body = body_tag(t);
    for (int r = 0; r < t->row_count; r++) {
        TableRow *row = &t->rows[r];
        int tag = row->body->tag;
        Role role = tag == body ? ROLE_TBODY : tag == TAG_HEAD ? ROLE_THEAD : tag == TAG_FOOT ? ROLE_TFOOT : ROLE_TBODY;
        Element *part = structure_element(flow, row->body, 5, role, t->element, false);
        row->element = structure_element(flow, row->node ? (const void *)row->node : (const void *)row->body, 6, ROLE_TR, part, false);
        groups = groups || row->role == ROW_GROUP;
        for (int c = row->first; c < row->first + row->count; c++) {
            cell_element(t, &t->cells[c]);
            spans = spans || t->cells[c].row_span > 1 || (t->cells[c].column_span > 1 && t->cells[c].head_row);
        }
    }
    if (!spans && !groups) return;
    for (int c = 0; c < t->cell_count; c++) if (!t->cells[c].head_row) set_headers(t, &t->cells[c]);
}

/* ---- the whole ---- */

static void landscape_flow(Flow *flow) {
    const PageMaster *m = style_master(flow->engine->style, "landscape");
    flow->landscape = true;
    flow->x = 0;
    flow->width = m->width - m->inner - m->outer;
    flow->shell = NULL;
}

static bool try_width(Table *t, Length scale) {
    t->scale = t->flow->scale = scale;
    t->pad_x = (Length)((int64_t)t->style->padding_x * scale / 1000);
    t->pad_y = (Length)((int64_t)t->style->padding_y * scale / 1000);
    t->x = t->flow->x;
    table_measure(t);
    return table_widths(t, t->flow->width);
}

static void fit_width(Table *t) {
    static const Length STEPS[] = {1000, 940, 880, 820};
    bool turn = table_block(t->node)->fit == FIT_LANDSCAPE, may_turn = !t->flow->in_cell && !t->flow->landscape;
    size_t steps = turn && may_turn ? 2 : sizeof STEPS / sizeof *STEPS;
    Length base = t->flow->scale ? t->flow->scale : 1000;
    for (size_t i = 0; i < steps; i++) if (try_width(t, (Length)((int64_t)base * STEPS[i] / 1000))) return;
    if (may_turn && t->engine->master && t->engine->master->width < t->engine->master->height) {
        Flow upright = *t->flow;
        landscape_flow(t->flow);
        for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) if (try_width(t, (Length)((int64_t)base * STEPS[i] / 1000))) return;
        if (t->width <= upright.width) *t->flow = upright; /* its columns are as they are: turning the page does not help */
        if (!t->flow->landscape) try_width(t, (Length)((int64_t)base * STEPS[sizeof STEPS / sizeof *STEPS - 1] / 1000));
    }
    diagnostics_report(t->engine->diagnostics, &D304_TABLE_WIDE, t->node->place, (Report){0});
}

/* caption: the figure it is the content of (its number for "vervolg"), or NULL. */
void build_table(Flow *flow, const Node *node, Element *figure_parent, const Node *figure) {
    Engine *engine = flow->engine;
    Flow inner = *flow;
    inner.keep = false;
    Table t = {.flow = &inner, .engine = engine, .node = node, .style = style_table(engine->style, table_block(node)->style)};
    count_all(&t);
    if (!t.row_count) return;
    table_check(&t);
    t.element = structure_element(flow, node, 0, ROLE_TABLE, figure_parent ? figure_parent : flow->parent, false);
    t.element->place = node->place;
    t.element->summary = table_block(node)->summary;
    anchor_pending(engine, common_of(node)->id);
    const char **pending = engine->pending;
    int pending_count = engine->pending_count, start = flow->out->count;
    engine->pending_count = 0;
    engine->pending = NULL;
    read_columns(&t);
    read_rows(&t);
    build_structure(&t);
    ArenaMark mark = typesetter_mark(engine->typesetter);
    fit_width(&t);
    engine->pending = pending;
    engine->pending_count = pending_count;
    table_emit(&t, figure);
    typesetter_release(engine->typesetter, mark);
    if (flow->out->count > start) {
        if (inner.landscape && !flow->landscape) /* its heading comes along */
            for (int i = start - 1; i >= 0 && flow->out->items[i]->keep_after; i--) flow->out->items[i]->landscape = true;
        flow->out->items[start]->before = t.style->space_before;
        flow->out->items[flow->out->count - 1]->after = t.style->space_after;
    }
}
