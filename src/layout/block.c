/* Blocks: which builder builds which element, and the plain ones (headings, paragraphs, rules, space). */
#include <stdlib.h>
#include <string.h>

#include "layout/engine.h"

enum { MEMO_SLABS = 10 };

/* The band behind a text with a background stands out to both sides of it. */
static Flow inside_band(const Flow *flow, const TextStyle *style) {
    Flow inner = *flow;
    if (!style->has_background || inner.width < 4 * style->padding) return inner;
    inner.x += style->padding;
    inner.width -= 2 * style->padding;
    return inner;
}

static void decorate_text(Flow *flow, int start, const TextStyle *style) {
    if (!style->has_background && !style->rule_above && !style->rule_below) return;
    Shell *shell = ARENA_NEW(flow->engine->arena, Shell);
    *shell = (Shell){.outer = flow->shell, .x = flow->x, .width = flow->width, .padding = style->padding,
                     .has_background = style->has_background, .background = style->background,
                     .rule_above = style->rule_above, .rule_below = style->rule_below, .rule_color = style->rule_color};
    for (int i = start; i < flow->out->count; i++) flow->out->items[i]->shell = shell;
}

static void build_heading(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    const HeadingInfo *info = structure_heading(engine, node);
    int level = info ? info->level : 1, start = flow->out->count;
    const TextStyle *style = style_text(engine->style, heading_block(node)->style ? heading_block(node)->style : arena_printf(engine->arena, "h%d", level));
    Element *element = structure_element(flow, node, 0, (Role)(ROLE_H1 + (info ? info->depth : 1) - 1), flow->parent, false);
    element->place = node->place;
    if (info) anchor_pending(engine, info->id);
    const char *number = info ? info->number : "";
    Flow inner = inside_band(flow, style);
    bool big = *number && level == 1 && !strcmp(style->name, "h1");
    const TextStyle *number_style = style_text(engine->style, "h1-number");
    if (big && !strcmp(number_style->name, "h1-number")) {
        inline_block(&inner, &(TextOptions){.style = number_style, .prefix = number, .element = element});
        inline_block(&inner, &(TextOptions){.style = style, .node = node, .element = element});
    } else {
        const char *lead = *number ? arena_printf(engine->arena, "%s\u2002", number) : NULL;
        inline_block(&inner, &(TextOptions){.style = style, .node = node, .element = element, .prefix = lead});
    }
    if (flow->out->count == start) return;
    Length height = 0;
    for (int i = start; i < flow->out->count; i++) {
        Slab *slab = flow->out->items[i];
        if (i > start) slab->penalty = BREAK_NEVER;
        slab->keep_after = true;
        height += slab->height + (i > start ? list_gap(flow->out, i, false, 0, 0, 1000) : 0);
        slab->snap = 0;
    }
    decorate_text(flow, start, style);
    flow->out->items[start]->heading = info;
    flow->out->items[start]->snap = height + style->space_after;
    if (style->new_page) flow->out->items[start]->forced = FORCE_PAGE;
}

static void build_para(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    const ParaBlock *para = para_block(node);
    const char *name = para->style, *lang = para->language;
    if (name && (!strcmp(name, "body") || (flow->in_cell && !strcmp(name, "list")))) name = NULL; /* as its surroundings are: ragged in a narrow column */
    const TextStyle *style = style_text(engine->style, name ? name : flow->text_style);
    Role role = flow->parent->role == ROLE_P ? ROLE_SPAN : ROLE_P;
    Element *element = structure_element(flow, node, 0, role, flow->parent, role == ROLE_SPAN);
    element->place = node->place;
    element->lang = lang;
    Flow inner = inside_band(flow, style);
    if (lang) inner.language = lang;
    if (name) inner.has_align = flow->has_align && !strcmp(name, "cell");
    anchor_pending(engine, common_of(node)->id);
    int start = flow->out->count;
    inline_block(&inner, &(TextOptions){.style = style, .node = node, .element = element});
    if (flow->out->count == start) return;
    if (style->new_page) flow->out->items[start]->forced = FORCE_PAGE;
    if (para->keep_previous == YES) flow->out->items[start]->penalty = BREAK_NEVER;
    bool keep = para->keep_next == YES || (style->keep_next && para->keep_next != NO);
    flow->out->items[flow->out->count - 1]->keep_after = keep;
    decorate_text(flow, start, style);
}

static void build_rule(Flow *flow) {
    Engine *engine = flow->engine;
    Fragment *f = fragment_new(engine->arena);
    fragment_rect(f, 0, 0, flow->width, POINT / 2, (Paint){.fill = true, .fill_color = engine->style->muted}, NULL, ARTIFACT_LAYOUT);
    Slab *slab = slab_new(flow, SLAB_FRAGMENT, POINT / 2);
    slab->fragment = f;
    slab->before = slab->after = engine->style->grid ? engine->style->grid : 7 * POINT;
}

static void build_space(Flow *flow, const Node *node) {
    slab_new(flow, SLAB_SPACE, measure_length(space_block(node)->size, 14 * POINT, 0));
}

static void build_break(Flow *flow, const Node *node) {
    Slab *slab = slab_new(flow, SLAB_SPACE, 0);
    slab->forced = pagebreak_block(node)->recto ? FORCE_RECTO : FORCE_PAGE;
}

static void build_quote(Flow *flow, const Node *node) {
    Flow inner = *flow;
    inner.parent = structure_element(flow, node, 0, ROLE_BLOCKQUOTE, flow->parent, false);
    inner.parent->place = node->place;
    inner.text_style = "quote";
    block_children(&inner, node);
}

static void build_section(Flow *flow, const Node *node) {
    Flow inner = *flow;
    anchor_pending(flow->engine, common_of(node)->id);
    inner.parent = structure_element(flow, node, 0, flow->parent->role == ROLE_P ? ROLE_SPAN : ROLE_SECT, flow->parent, false);
    inner.parent->place = node->place;
    inner.parent->title = section_block(node)->title;
    block_children(&inner, node);
}

static void build_any(Flow *flow, const Node *node) {
    switch (node->tag) {
    case TAG_SECTION: build_section(flow, node); break;
    case TAG_HEADING: build_heading(flow, node); break;
    case TAG_PARA: build_para(flow, node); break;
    case TAG_LIST: build_list(flow, node); break;
    case TAG_DEFINITIONS: build_definitions(flow, node); break;
    case TAG_QUOTE: build_quote(flow, node); break;
    case TAG_BOX: build_box(flow, node); break;
    case TAG_TABLE: build_table(flow, node, NULL, NULL); break;
    case TAG_FIGURE: build_figure(flow, node); break;
    case TAG_IMAGE: build_drawing(flow, node, flow->parent, NULL, 0); break;
    case TAG_COLUMNS: build_columns(flow, node); break;
    case TAG_BESIDE: build_beside(flow, node); break;
    case TAG_KEYFIGURES: build_keyfigures(flow, node); break;
    case TAG_TOC: build_toc(flow, node); break;
    case TAG_RULE: build_rule(flow); break;
    case TAG_SPACE: build_space(flow, node); break;
    case TAG_PAGEBREAK: build_break(flow, node); break;
    default:
        if (figure_knows(node)) build_drawing(flow, node, flow->parent, NULL, 0);
        else block_children(flow, node);
    }
}

void block_build(Flow *flow, const Node *node) {
    int start = flow->out->count;
    typesetter_place(flow->engine->typesetter, node->place);
    build_any(flow, node);
    margin_flags(flow, start, node);
}

/* Builds a block, or takes what it gave in an earlier pass when it does not depend on page numbers. */
static void build_kept(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    if (!flow->keep || node->tag == TAG_SECTION) { block_build(flow, node); return; }
    const SlabList *kept = memo_get(engine->memo, node, MEMO_SLABS);
    if (kept) {
        list_append(engine, flow->out, kept);
        engine->pending_count = 0;
        engine->pending = NULL;
        return;
    }
    int start = flow->out->count;
    bool volatile_before = engine->volatile_block;
    engine->volatile_block = false;
    block_build(flow, node);
    if (!engine->volatile_block) {
        SlabList *made = ARENA_NEW(engine->arena, SlabList);
        for (int i = start; i < flow->out->count; i++) list_push(engine, made, flow->out->items[i]);
        memo_put(engine, node, MEMO_SLABS, made);
    }
    engine->volatile_block |= volatile_before;
}

static bool blank(const Node *node) { return node->kind == NODE_TEXT && !node->text[strspn(node->text, " \t\r\n")]; }

/* The blocks of a container; loose inline content becomes a paragraph of its own. */
void block_children(Flow *flow, const Node *parent) {
    bool only_inline = true;
    for (const Node *n = parent->first; n; n = n->next) if (!inline_is(n)) only_inline = false;
    for (const Node *n = parent->first; n;) {
        if (blank(n) && !(n->next && inline_is(n->next))) { n = n->next; continue; }
        if (!inline_is(n)) {
            build_kept(flow, n);
            n = n->next;
            continue;
        }
        const Node *end = n;
        while (end && inline_is(end)) end = end->next;
        bool direct = only_inline && (flow->inline_in_parent || flow->parent->role == ROLE_LBODY || flow->parent->role == ROLE_TD || flow->parent->role == ROLE_TH || flow->parent->role == ROLE_CAPTION);
        bool text = false;
        for (const Node *k = n; k != end; k = k->next) text = text || !blank(k);
        if (text) {
            Element *element = direct ? flow->parent : structure_element(flow, n, 0, ROLE_P, flow->parent, false);
            if (!element->place.file) element->place = parent->place;
            inline_block(flow, &(TextOptions){.style = style_text(flow->engine->style, flow->text_style), .first = n, .end = end, .element = element});
        }
        n = end;
    }
}
