/* Lists with hanging labels, and definitions. */
#include <stdio.h>
#include <string.h>

#include "layout/engine.h"

static const char *roman(Engine *engine, int n) {
    static const struct { int value; const char *text; } DIGITS[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"},
        {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    char *text = arena_strdup(engine->arena, "");
    if (n < 1 || n > 4999) return arena_printf(engine->arena, "%d", n);
    for (size_t i = 0; i < sizeof DIGITS / sizeof *DIGITS; i++)
        for (; n >= DIGITS[i].value; n -= DIGITS[i].value) text = arena_printf(engine->arena, "%s%s", text, DIGITS[i].text);
    return text;
}

static const char *item_label(Flow *flow, ListKind kind, int n) {
    Engine *engine = flow->engine;
    int level = flow->list_level < 4 ? flow->list_level : 3;
    if (kind == LIST_NUMBER) return arena_printf(engine->arena, "%d.", n);
    if (kind == LIST_ALPHA) return n >= 1 && n <= 26 ? arena_printf(engine->arena, "%c.", 'a' + n - 1) : arena_printf(engine->arena, "%d.", n);
    if (kind == LIST_ROMAN) return arena_printf(engine->arena, "%s.", roman(engine, n));
    if (kind == LIST_DASH) return "–";
    if (kind == LIST_CHECK) return "✓";
    if (kind == LIST_BOX) return "☐";
    if (kind == LIST_ARROW) return "→";
    if (kind == LIST_NONE) return "";
    return engine->style->bullets[level] ? engine->style->bullets[level] : "•";
}

static const char *numbering_of(ListKind kind, int level) {
    static const char *const BULLETS[] = {"Disc", "Circle", "Square", "Disc"};
    if (kind == LIST_NUMBER) return "Decimal";
    if (kind == LIST_ALPHA) return "LowerAlpha";
    if (kind == LIST_ROMAN) return "LowerRoman";
    if (kind == LIST_NONE) return "None";
    return BULLETS[level < 4 ? level : 3];
}

void hang_label(Flow *flow, int start, const SlabList *label) {
    Engine *engine = flow->engine;
    if (!label->count) return;
    if (flow->out->count == start) {
        list_append(engine, flow->out, label);
        return;
    }
    Slab *first = flow->out->items[start], *row = ARENA_NEW(engine->arena, Slab), *body = ARENA_NEW(engine->arena, Slab);
    *row = *first;
    *body = *first;
    row->kind = SLAB_TRACKS;
    row->whole = true;
    row->text_element = NULL;
    row->x = flow->x;
    row->line = NULL;
    row->fragment = NULL;
    row->rules = NULL;
    row->columns = (SlabList){0};
    row->anchors = NULL;
    row->anchor_count = 0;
    row->margin = NULL;
    row->tracks = ARENA_ARRAY(engine->arena, 2, Track);
    row->track_count = 2;
    body->shell = NULL;
    for (int i = 0; i < label->count; i++) label->items[i]->shell = NULL;
    list_append(engine, &row->tracks[0].list, label);
    list_push(engine, &row->tracks[1].list, body);
    if (list_height(label, 0) > row->height) row->height = list_height(label, 0);
    flow->out->items[start] = row;
}

static Length list_indent(const Flow *flow, const Node *node) {
    ListKind kind = list_block(node)->kind;
    int level = flow->list_level < 4 ? flow->list_level : 3;
    Length indent = flow->engine->style->list_indent[level];
    if (indent <= 0) indent = 13 * POINT;
    if (flow->scale) indent = (Length)((int64_t)indent * flow->scale / 1000);
    if (flow->in_cell && indent > 10 * POINT) indent = 10 * POINT;
    int count = list_block(node)->start;
    for (const Node *n = block_child(node, TAG_ITEM); n; n = block_sibling(n, TAG_ITEM)) count++;
    if (kind != LIST_NUMBER && kind != LIST_ROMAN && kind != LIST_ALPHA) return kind == LIST_NONE ? 0 : indent;
    Length digits = (count > 100 ? 24 : count > 10 ? 18 : 14) * POINT;
    if (kind == LIST_ROMAN) digits = 20 * POINT;
    return digits > indent ? digits : indent;
}

static void build_item(Flow *flow, const Node *item, const char *label, Element *list, const char *text_style, bool tight) {
    Engine *engine = flow->engine;
    Element *li = structure_element(flow, item, 0, ROLE_LI, list, false);
    li->place = item->place;
    const Node *lead = block_child(item, TAG_PARA); /* the mark looks like the text it stands beside */
    const TextStyle *style = style_text(engine->style, lead && para_block(lead)->style ? para_block(lead)->style : text_style);
    SlabList label_list = {0};
    Length indent = list_indent(flow, item->parent);
    int start = flow->out->count;
    Element *lbl = *label ? structure_element(flow, item, 1, ROLE_LBL, li, false) : NULL;
    Flow body = *flow;
    body.x += indent;
    body.width -= indent;
    body.list_level++;
    body.text_style = text_style;
    body.keep = false;
    body.parent = structure_element(flow, item, 2, ROLE_LBODY, li, false);
    block_children(&body, item);
    if (lbl) {
        const char **pending = engine->pending;
        int pending_count = engine->pending_count;
        engine->pending_count = 0;
        Flow side = *flow;
        side.out = &label_list;
        side.has_align = false;
        side.width = indent > 20 * POINT ? indent : 20 * POINT;
        TextStyle plain = *style;
        plain.paragraph.align = ALIGN_LEFT;
        plain.indent_left = plain.indent_right = plain.paragraph.first_indent = 0;
        TextStyle *kept = ARENA_NEW(engine->arena, TextStyle);
        *kept = plain;
        inline_simple(&side, label, kept, lbl);
        engine->pending = pending;
        engine->pending_count = pending_count;
    }
    hang_label(flow, start, &label_list);
    if (flow->out->count == start) return;
    margin_flags(flow, start, item);
    Slab *last = flow->out->items[flow->out->count - 1];
    if (!tight && last->after < style->space_after) last->after = style->space_after;
    if (tight && last->kind != SLAB_FRAGMENT) last->after = flow->in_cell ? 0 : last->after > POINT ? POINT : last->after;
}

void build_list(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    ListKind kind = list_block(node)->kind;
    Element *list = structure_element(flow, node, 0, ROLE_L, flow->parent, false);
    list->list_numbering = numbering_of(kind, flow->list_level);
    list->place = node->place;
    bool running = !flow->in_cell && !strncmp(flow->text_style, "body", 4);
    const char *text_style = running ? "list" : flow->text_style;
    bool tight = list_block(node)->tight == YES || flow->in_cell || flow->list_level > 0;
    int n = list_block(node)->start, start = flow->out->count;
    for (const Node *item = block_child(node, TAG_ITEM); item; item = block_sibling(item, TAG_ITEM)) {
        const char *label = item_label(flow, kind, n++), *own = item_block(item)->label;
        build_item(flow, item, own ? own : label, list, text_style, tight);
    }
    if (flow->out->count == start) return;
    const TextStyle *body = style_text(engine->style, flow->text_style);
    Slab *last = flow->out->items[flow->out->count - 1];
    if (!flow->list_level && last->after < body->space_after) last->after = body->space_after;
    if (flow->list_level > 0 && start > 0 && flow->out->items[start]->penalty < BREAK_KEEP)
        flow->out->items[start]->penalty = BREAK_KEEP; /* what announces a list stays with it */
    if (flow->list_level == 0 && start > 0 && flow->out->items[start]->kind == SLAB_TRACKS && flow->out->items[start - 1]->kind == SLAB_LINE &&
        flow->out->items[start - 1]->penalty < BREAK_KEEP) flow->out->items[start]->penalty = BREAK_KEEP;
}

static void run_in(Flow *flow, const Node *entry, Element *list) {
    Engine *engine = flow->engine;
    const Node *term = block_child(entry, TAG_TERM), *definition = block_child(entry, TAG_DEFINITION);
    Element *li = structure_element(flow, entry, 0, ROLE_LI, list, false);
    Element *body = structure_element(flow, entry, 2, ROLE_LBODY, li, false);
    const TextStyle *style = style_text(engine->style, flow->in_cell ? flow->text_style : "definition");
    /* the term runs into the first paragraph of its definition */
    const Node *first = definition ? definition->first : NULL, *end = first;
    while (end && inline_is(end)) end = end->next;
    const Node *lead = !end && first ? definition : definition && block_child(definition, TAG_PARA) ? block_child(definition, TAG_PARA) : definition;
    TextStyle *hanging = ARENA_NEW(engine->arena, TextStyle);
    *hanging = *style;
    hanging->indent_left += flow->in_cell ? 0 : 13 * POINT;
    hanging->paragraph.first_indent = flow->in_cell ? 0 : -13 * POINT;
    const char *text = term ? structure_title(engine, term) : "";
    size_t n = strlen(text);
    const char *label = arena_printf(engine->arena, "%s%s ", text, n && strchr(":.?!", text[n - 1]) ? "" : ":");
    Flow inner = *flow;
    inner.parent = body;
    inline_block(&inner, &(TextOptions){.style = hanging, .node = lead, .element = body, .prefix = label, .prefix_style = flow->in_cell ? NULL : "term"});
    if (lead && lead != definition)
        for (const Node *k = lead->next; k; k = k->next) if (!inline_is(k)) block_build(&inner, k);
}

static void in_columns(Flow *flow, const Node *entry, Element *list, Length label_width) {
    Engine *engine = flow->engine;
    const Node *term = block_child(entry, TAG_TERM), *definition = block_child(entry, TAG_DEFINITION);
    Element *li = structure_element(flow, entry, 0, ROLE_LI, list, false);
    Element *lbl = structure_element(flow, entry, 1, ROLE_LBL, li, false);
    Flow side = *flow;
    SlabList label = {0};
    int start = flow->out->count;
    side.out = &label;
    side.width = label_width - 8 * POINT;
    side.parent = lbl;
    if (term) inline_block(&side, &(TextOptions){.style = style_text(engine->style, "term"), .node = term, .element = lbl});
    Flow body = *flow;
    body.parent = structure_element(flow, entry, 2, ROLE_LBODY, li, false);
    body.x += label_width;
    body.width -= label_width;
    body.text_style = "definition";
    if (definition) block_children(&body, definition);
    hang_label(flow, start, &label);
    if (flow->out->count > start) {
        Slab *last = flow->out->items[flow->out->count - 1];
        if (last->after > 3500) last->after = 3500;
    }
}

void build_definitions(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    Element *list = structure_element(flow, node, 0, ROLE_L, flow->parent, false);
    list->list_numbering = "None";
    list->place = node->place;
    bool columns = definitions_block(node)->form == DEFINITIONS_COLUMNS;
    Length widest = 0;
    const TextStyle *style = style_text(engine->style, "term");
    if (columns)
        for (const Node *e = block_child(node, TAG_ENTRY); e; e = block_sibling(e, TAG_ENTRY)) {
            const Node *term = block_child(e, TAG_TERM);
            Length w = term ? typeset_width(engine->typesetter, structure_title(engine, term), &style->character) : 0;
            if (w > widest) widest = w;
        }
    widest += 14 * POINT;
    if (widest > flow->width * 2 / 5) widest = flow->width * 2 / 5;
    for (const Node *e = block_child(node, TAG_ENTRY); e; e = block_sibling(e, TAG_ENTRY)) {
        if (columns) in_columns(flow, e, list, widest);
        else run_in(flow, e, list);
    }
    if (flow->out->count && columns) {
        Slab *last = flow->out->items[flow->out->count - 1];
        last->after = style_text(engine->style, "body")->space_after;
    }
}
