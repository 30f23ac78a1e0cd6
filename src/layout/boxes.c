/* Boxes, columns, things side by side, and key figures. */
#include <stdlib.h>
#include <string.h>

#include "layout/engine.h"

static Slab *pad_slab(Flow *flow, Length height) {
    Slab *slab = slab_new(flow, SLAB_SPACE, height);
    return slab;
}

void build_box(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    const BoxStyle *style = style_box(engine->style, box_block(node)->style);
    Element *element = structure_element(flow, node, 0, ROLE_DIV, flow->parent, false);
    element->place = node->place;
    anchor_pending(engine, common_of(node)->id);
    Shell *shell = ARENA_NEW(engine->arena, Shell);
    *shell = (Shell){.outer = flow->shell, .x = flow->x, .width = flow->width, .padding = style->padding,
                     .has_background = style->has_background, .background = style->background, .has_border = style->has_border,
                     .border = style->border, .border_width = style->border_width, .bar_width = style->bar_width, .radius = style->radius};
    Flow inner = *flow;
    inner.shell = shell;
    inner.parent = element;
    inner.keep = false;
    inner.text_style = flow->in_cell ? flow->text_style : "box";
    int first = flow->out->count;
    Slab *open = pad_slab(&inner, style->padding);
    open->before = style->space_before;
    open->keep_after = true;
    inner.x += style->padding + style->bar_width;
    inner.width -= 2 * style->padding + style->bar_width;
    const char *title = box_block(node)->title;
    int start = inner.out->count;
    if (title && *title) {
        Element *p = structure_element(&inner, node, 1, ROLE_P, element, false);
        inline_simple(&inner, title, style_text(engine->style, "box-title"), p);
    }
    for (int i = start; i < inner.out->count; i++) inner.out->items[i]->keep_after = true;
    block_children(&inner, node);
    if (inner.out->count > start) inner.out->items[start]->before = 0, inner.out->items[inner.out->count - 1]->after = 0;
    inner.x = flow->x;
    Slab *close = pad_slab(&inner, style->padding);
    close->penalty = BREAK_NEVER;
    Length height = 0;
    for (int i = start; i < inner.out->count && height < LENGTH_MAX / 2; i++) height += inner.out->items[i]->height;
    for (int i = start; i < inner.out->count && height < engine->page_height * 2 / 5; i++)
        if (inner.out->items[i]->penalty < BREAK_BOX) inner.out->items[i]->penalty = BREAK_BOX; /* whole, unless a quarter of the page stays white */
    close->after = style->space_after;
    close->keep_after = box_block(node)->keep_next == YES;
    bool follows_heading = first > 0 && flow->out->items[first - 1]->keep_after;
    if (box_block(node)->placement == PLACED_FLOAT && !flow->shell && !flow->in_cell && !follows_heading && height < engine->page_height * 2 / 5)
        open->float_count = flow->out->count - first;
}

void build_columns(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    const ColumnsBlock *columns = columns_block(node);
    int count = columns->count;
    Length gap = measure_length(columns->gap, 14 * POINT, flow->width);
    if (gap * (count - 1) > flow->width / 2) gap = 14 * POINT;
    SlabList list = {0};
    Flow inner = *flow;
    inner.out = &list;
    inner.width = (flow->width - gap * (count - 1)) / count;
    inner.shell = NULL;
    inner.keep = false;
    if (!strcmp(inner.text_style, "body")) inner.text_style = "body-left";
    if (columns->style) inner.text_style = columns->style;
    block_children(&inner, node);
    if (!list.count) return;
    Slab *slab = slab_new(flow, SLAB_COLUMNS, LENGTH_MAX / 2);
    slab->columns = list;
    slab->column_count = count;
    slab->column_width = inner.width;
    slab->column_gap = gap;
    slab->before = list.items[0]->before;
    slab->after = list.items[list.count - 1]->after;
    slab_collect_notes(engine, slab);
    if (!flow->in_cell) return;
    Slab *first, *rest;
    if (!slab_split(engine, slab, LENGTH_MAX / 8, &first, &rest)) { slab->height = list_height(&list, 0); return; }
    flow->out->items[flow->out->count - 1] = first;
}

/* Shares of the sides in thousandths; all alike when there is no ratio, or when one would be too narrow to read. */
static void read_ratio(const Ratio *ratio, int count, int *shares) {
    int sum = 0;
    bool narrow = ratio->count != count;
    for (int i = 0; i < ratio->count; i++) sum += ratio->parts[i];
    for (int i = 0; i < count && !narrow; i++) {
        shares[i] = (int)((int64_t)ratio->parts[i] * 1000 / sum);
        narrow = shares[i] < 100;
    }
    for (int i = 0; i < count && narrow; i++) shares[i] = 1000 / count;
}

static void build_side(Flow *flow, const Node *side, SlabList *list, Length x, Length width) {
    Flow inner = *flow;
    inner.out = list;
    inner.x = x;
    inner.width = width;
    inner.shell = NULL;
    inner.keep = false;
    inner.in_cell = false;
    if (!strcmp(inner.text_style, "body")) inner.text_style = "body-left";
    block_children(&inner, side);
}

/* Two to four things side by side: text and a figure, or the columns of a card. */
void build_beside(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    int count = 0, shares[SIDES_MAX];
    for (const Node *side = block_child(node, TAG_SIDE); side && count < SIDES_MAX; side = block_sibling(side, TAG_SIDE)) count++;
    if (!count) return;
    const BesideBlock *beside = beside_block(node);
    bool ruled = beside->rule == YES;
    Length gap = measure_length(beside->gap, (ruled ? 24 : 16) * POINT, flow->width);
    if (gap * (count - 1) > flow->width / 3) gap = 16 * POINT;
    Length room = flow->width - gap * (count - 1), x = flow->x;
    read_ratio(&beside->ratio, count, shares);
    SlabList lists[SIDES_MAX] = {{0}};
    Track tracks[SIDES_MAX] = {{{0}, .x = 0}};
    const Node *side = block_child(node, TAG_SIDE);
    int filled = 0;
    for (int i = 0; i < count; i++, side = block_sibling(side, TAG_SIDE)) {
        Length width = i + 1 < count ? (Length)((int64_t)room * shares[i] / 1000) : flow->x + flow->width - x;
        build_side(flow, side, &lists[i], x, width);
        tracks[i] = (Track){.list = lists[i], .cell_x = x - gap / 2, .cell_width = width + gap};
        filled += lists[i].count;
        x += width + gap;
    }
    if (!filled) return;
    Slab *slab = slab_new(flow, SLAB_TRACKS, 0);
    slab->tracks = ARENA_ARRAY(engine->arena, (size_t)count, Track);
    slab->track_count = count;
    memcpy(slab->tracks, tracks, (size_t)count * sizeof *tracks);
    slab->divider = ruled ? POINT / 2 : 0;
    for (int t = 0; t < count; t++) {
        for (int i = 0; i < lists[t].count; i++) slab->figure = slab->figure || lists[t].items[i]->figure;
        Length h = list_height(&lists[t], 0);
        if (h > slab->height) slab->height = h;
        if (!lists[t].count) continue;
        if (lists[t].items[0]->before > slab->before) slab->before = lists[t].items[0]->before;
        Length after = lists[t].items[lists[t].count - 1]->after;
        if (after > slab->after) slab->after = after;
    }
    slab_collect_notes(engine, slab);
}

static const char *key_value(const Node *node) {
    const KeyfigureBlock *key = keyfigure_block(node);
    return key->text ? key->text : key->value ? key->value : "?";
}

/* The largest type size in which each key figure of a block fits its width. */
static Length key_size(const Engine *engine, const Node *node, Length width) {
    const CharStyle *big = &style_text(engine->style, "keyfigure-value")->character;
    Length size = big->size;
    for (const Node *k = block_child(node, TAG_KEYFIGURE); k; k = block_sibling(k, TAG_KEYFIGURE)) {
        Length natural = typeset_width(engine->typesetter, key_value(k), big);
        if (natural <= width) continue;
        Length fits = (Length)((int64_t)big->size * width / natural) - 100;
        if (fits < size) size = fits;
    }
    return size;
}

enum { KEY_GAP = 14 * POINT, KEY_ROW_MOST = 4, KEY_LEAST = 20 * POINT, KEYS_ASIDE_MOST = 4 };

static int count_keys(const Node *node) {
    int count = 0;
    BLOCK_EACH(k, node, TAG_KEYFIGURE) count++;
    return count;
}

/* So many beside each other as can be large, in rows alike; column: the width that each gets. */
static int keys_per_row(const Engine *engine, const Node *node, Length width, Length *column) {
    int count = count_keys(node), most = width / (95 * POINT);
    for (most = most < 1 ? 1 : most > KEY_ROW_MOST ? KEY_ROW_MOST : most;; most--) {
        int rows = (count + most - 1) / most, across = (count + rows - 1) / rows;
        *column = (width - KEY_GAP * (across - 1)) / across;
        if (most == 1 || key_size(engine, node, *column) >= KEY_LEAST) return across;
    }
}

/* Are they few enough for the margin, and not beside a figure, whose caption stands there? */
static bool may_stand_aside(const Engine *engine, const Node *node) {
    const Node *next = node->next;
    while (next && next->kind != NODE_ELEMENT) next = next->next;
    const char *position = engine->style->keyfigure_position;
    return position && !strcmp(position, "margin") && count_keys(node) <= KEYS_ASIDE_MOST && next && next->tag != TAG_FIGURE;
}

static void least_key_size(Engine *engine, const Node *node, const PageMaster *m, Length width) {
    for (const Node *n = node->first; n; n = n->next) {
        if (n->kind != NODE_ELEMENT) continue;
        if (n->tag != TAG_KEYFIGURES) { least_key_size(engine, n, m, width); continue; }
        if (!count_keys(n)) continue;
        Length column = m->margin_column;
        if (column <= 0 || !may_stand_aside(engine, n)) keys_per_row(engine, n, width, &column);
        Length size = key_size(engine, n, column);
        if (size < engine->key_size) engine->key_size = size;
    }
}

/* One size for all key figures of a document, unless a box is narrower than its page. */
static Length document_key_size(Engine *engine, const Node *node, Length column) {
    if (!engine->key_size) {
        engine->key_size = style_text(engine->style, "keyfigure-value")->character.size;
        BLOCK_EACH(part, engine->document->root, TAG_PART) {
            const PageMaster *m = style_master(engine->style, part_block(part)->master);
            Length width = m->width - m->inner - m->outer;
            least_key_size(engine, part, m, m->columns > 1 ? (width - m->gutter * (m->columns - 1)) / m->columns : width);
        }
    }
    Length own = key_size(engine, node, column);
    return own < engine->key_size ? own : engine->key_size;
}

static void key_figure(Flow *flow, const Node *node, Track *track, Length x, Length width, Length size) {
    Engine *engine = flow->engine;
    Flow inner = *flow;
    inner.out = &track->list;
    inner.x = x;
    inner.width = width;
    inner.shell = NULL;
    inner.keep = false;
    Element *p = structure_element(flow, node, 0, ROLE_P, flow->parent, false);
    p->place = node->place;
    TextStyle *fitting = ARENA_NEW(engine->arena, TextStyle);
    *fitting = *style_text(engine->style, "keyfigure-value");
    fitting->character.size = size;
    const Node *number = block_child(node, TAG_NUMBER), *words = number ? number->next : node->first;
    if (number) inline_block(&inner, &(TextOptions){.style = fitting, .first = number, .end = words, .element = p});
    else inline_simple(&inner, key_value(node), fitting, p);
    const char *label = keyfigure_block(node)->label;
    if (label) inline_simple(&inner, label, style_text(engine->style, "keyfigure-label"), p);
    else if (words) inline_block(&inner, &(TextOptions){.style = style_text(engine->style, "keyfigure-label"), .first = words, .element = p});
}

/* A style may set the few of a chapter in the margin, below one another beside the text that follows. False: not here. */
static bool keyfigures_aside(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    if (!beside_margin(flow) || !may_stand_aside(engine, node)) return false;
    Length width = engine->master->margin_column, size = document_key_size(engine, node, width);
    Slab *slab = slab_new(flow, SLAB_SPACE, 0);
    slab->margin = ARENA_NEW(engine->arena, SlabList); /* not keep_after: what follows may go to a landscape page, that has no margin */
    for (const Node *k = block_child(node, TAG_KEYFIGURE); k; k = block_sibling(k, TAG_KEYFIGURE)) {
        Track track = {.x = 0};
        key_figure(flow, k, &track, 0, width, size);
        if (track.list.count) track.list.items[0]->before = slab->margin->count ? 10 * POINT : 0;
        list_append(engine, slab->margin, &track.list);
    }
    return true;
}

void build_keyfigures(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    if (!count_keys(node) || keyfigures_aside(flow, node)) return;
    Length width;
    int per_row = keys_per_row(engine, node, flow->width, &width);
    const Node *k = block_child(node, TAG_KEYFIGURE);
    Length size = document_key_size(engine, node, width);
    for (int r = 0; k; r++) {
        Slab *slab = slab_new(flow, SLAB_TRACKS, 0);
        slab->whole = true;
        slab->tracks = ARENA_ARRAY(engine->arena, (size_t)per_row, Track);
        slab->before = slab->after = 14 * POINT;
        if (r) slab->penalty = BREAK_NEVER;
        for (; k && slab->track_count < per_row; k = block_sibling(k, TAG_KEYFIGURE)) {
            int t = slab->track_count++;
            key_figure(flow, k, &slab->tracks[t], flow->x + t * (width + KEY_GAP), width, size);
            Length h = list_height(&slab->tracks[t].list, 0);
            if (h > slab->height) slab->height = h;
        }
    }
}
