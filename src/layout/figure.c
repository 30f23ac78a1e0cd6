/* Figures: a drawing, picture or table with its caption and notes, kept together, in place or floating. */
#include <string.h>

#include "layout/engine.h"

static Length image_height(const Image *image, Length width) {
    int64_t h = image->width > 0 ? (int64_t)width * image->height / image->width : 0;
    return h > LENGTH_MAX ? LENGTH_MAX : (Length)h;
}

/* As it is printed when nothing else is asked: 150 pixels to the inch, or the width that it asks. */
Length image_natural_width(const Flow *flow, const Node *node) {
    const ImageBlock *block = image_block(node);
    const Image *image = image_load(flow->engine, flow->engine->folder, block->source, node->place);
    if (!image) return 0;
    int64_t natural = (int64_t)image->width * 72 * POINT / 150;
    return measure_length(block->width, natural > LENGTH_MAX ? LENGTH_MAX : (Length)natural, flow->width);
}

static Fragment *draw_image(Flow *flow, const Node *node, Element *element, Length limit) {
    Engine *engine = flow->engine;
    const ImageBlock *block = image_block(node);
    const Image *image = image_load(engine, engine->folder, block->source, node->place);
    if (!image) return NULL;
    Length width = image_natural_width(flow, node), high = engine->page_height * 7 / 10; /* beside it there is text on its page, unless its size is asked */
    if (width > flow->width) width = flow->width;
    if (width < POINT) width = POINT;
    Length height = image_height(image, width), asked = measure_length(block->height, limit, 0);
    if (block->height.kind && !block->width.kind && asked < limit && asked >= POINT) { /* as high as it is asked, as wide as it may be */
        width = (Length)((int64_t)asked * image->width / (image->height ? image->height : 1));
        if (width > flow->width) width = flow->width;
        height = image_height(image, width);
    }
    if (limit > asked) limit = asked;
    if (!block->width.kind && !block->height.kind && limit > high) limit = high;
    if (height > limit) {
        width = (Length)((int64_t)width * limit / (height ? height : 1));
        height = limit;
    }
    Fragment *f = fragment_new(engine->arena);
    image_place(f, image, 0, 0, width, height, element, ARTIFACT_NONE);
    f->width = width;
    f->height = height;
    return f;
}

/* The words of figure or drawing for those who cannot see it; when nobody wrote them, the caption and what is drawn. */
static const char *alt_of(Flow *flow, const Node *node, const Node *figure) {
    Arena *arena = flow->engine->arena;
    const char *alt = figure ? block_alt(figure) : NULL;
    if (!alt) alt = block_alt(node);
    if (!alt) {
        const Node *caption = figure ? block_child(figure, TAG_CAPTION) : NULL;
        const char *words = block_words(arena, node);
        if (caption) alt = structure_title(flow->engine, caption);
        if (*words) alt = alt ? arena_printf(arena, "%s: %s", alt, words) : words;
    }
    if (!alt || !alt[strspn(alt, " \t\r\n")]) {
        diagnostics_report(flow->engine->diagnostics, &D308_NO_DESCRIPTION, node->place, (Report){0});
        return flow->engine->dutch ? "Figuur" : "Figure";
    }
    return alt;
}

/* What stands above on the first page of a part: a large figure then takes the rest of that page, not a page of
 * its own, as long as that is the larger half. */
static Length room_above(const Flow *flow) {
    if (flow->x != 0 || flow->in_cell || flow->shell || !flow->out->count || flow->out->count > 60) return 0;
    for (int i = 0; i < flow->out->count; i++) if (flow->out->items[i]->forced && i) return 0;
    Length above = list_height(flow->out, flow->engine->style->grid) + 2 * flow->engine->style->grid;
    return above < flow->engine->page_height * 2 / 5 ? above : 0;
}

static Length least(Length a, Length b) { return a < b ? a : b; }

/* A chart, diagram or picture as one slab; reserve is the height that must stay free for its caption. */
void build_drawing(Flow *flow, const Node *node, Element *parent, const Node *figure, Length reserve) {
    Engine *engine = flow->engine;
    Element *element = structure_element(flow, node, 0, ROLE_FIGURE, parent, false);
    element->place = node->place;
    element->alt = alt_of(flow, node, figure);
    Length limit = engine->page_height - reserve - (node->tag == TAG_PLANNER && room_above(flow) > engine->page_height / 5 ? 0 : room_above(flow)); /* a planner needs its page to be read */
    if (node->tag == TAG_CHART) limit = least(limit, measure_length(chart_block(node)->height, limit, 0));
    if (limit < 60 * POINT) limit = 60 * POINT;
    const FigureBlock *around = figure ? figure_block(figure) : NULL;
    Length width = around ? measure_length(around->width, flow->width, flow->width) : flow->width, asked = around ? measure_length(around->height, 0, limit) : 0;
    if (width < 60 * POINT || width > flow->width) width = flow->width;
    if (asked > 0 && asked < limit) limit = asked;
    Fragment *f = NULL;
    if (node->tag == TAG_IMAGE) f = draw_image(flow, node, element, limit);
    else if (figure_knows(node)) {
        FigureContext context = {engine->arena, engine->typesetter, engine->style, engine->ledger, engine->diagnostics};
        f = figure_draw(&context, node, width, limit, element);
        for (int i = 0, excess; i < 2 && f && (excess = f->height - limit) > 0; i++) /* it took more than it got */
            if (limit - excess > 60 * POINT) f = figure_draw(&context, node, width, limit - excess * (i + 1) - POINT, element);
    }
    if (!f) return;
    Slab *slab = slab_new(flow, SLAB_FRAGMENT, f->height);
    slab->fragment = f;
    slab->text_element = element;
    slab->before = slab->after = engine->style->grid ? 2 * engine->style->grid : 12 * POINT;
}

static void build_caption(Flow *flow, const Node *caption, Element *parent) {
    Element *element = structure_element(flow, caption, 0, ROLE_CAPTION, parent, false);
    element->place = caption->place;
    inline_block(flow, &(TextOptions){.style = style_text(flow->engine->style, "caption"), .node = caption, .element = element});
}

static void build_notes(Flow *flow, const Node *figure, Element *parent) {
    Engine *engine = flow->engine;
    for (const Node *n = block_child(figure, TAG_NOTE); n; n = block_sibling(n, TAG_NOTE)) {
        Element *element = structure_element(flow, n, 0, ROLE_P, parent, false);
        const char *mark = note_block(n)->mark;
        inline_block(flow, &(TextOptions){.style = style_text(engine->style, "note"), .node = n, .element = element,
                                          .prefix = mark ? arena_printf(engine->arena, "%s\u00a0", mark) : NULL});
    }
}

static const Node *content_of(const Node *figure) {
    for (const Node *n = figure->first; n; n = n->next)
        if (n->kind == NODE_ELEMENT && n->tag != TAG_CAPTION && n->tag != TAG_NOTE) return n;
    return NULL;
}

static void build_content(Flow *flow, const Node *figure, Element *parent, Length reserve) {
    for (const Node *n = figure->first; n; n = n->next) {
        if (n->kind != NODE_ELEMENT || n->tag == TAG_CAPTION || n->tag == TAG_NOTE) continue;
        if (n->tag == TAG_TABLE) build_table(flow, n, parent, figure);
        else if (n->tag == TAG_IMAGE || figure_knows(n)) build_drawing(flow, n, parent, figure, reserve);
        else block_build(flow, n);
    }
}

/* Keeps the slabs from start together as far as a table does not break by itself. */
static void keep_together(Flow *flow, int start, int content_end) {
    for (int i = start + 1; i < flow->out->count; i++) {
        Slab *slab = flow->out->items[i];
        bool row = slab->kind == SLAB_TRACKS && slab->rules && i < content_end, first = !flow->out->items[i - 1]->rules;
        if (!row || first) /* a table stays with the chart above it */ slab->penalty = BREAK_NEVER;
    }
}

static void set_margin_caption(Flow *flow, int start, SlabList *caption) {
    SlabList *list = ARENA_NEW(flow->engine->arena, SlabList);
    *list = *caption;
    for (int i = 0; i < list->count; i++) list->items[i]->before = i ? list->items[i]->before : 0, list->items[i]->shell = NULL;
    flow->out->items[start]->margin = list;
}

static SlabList caption_list(Flow *flow, const Node *figure, Element *parent, Length width) {
    SlabList list = {0};
    Flow inner = *flow;
    const Node *caption = block_child(figure, TAG_CAPTION);
    const char **pending = flow->engine->pending;
    int pending_count = flow->engine->pending_count;
    flow->engine->pending = NULL;
    flow->engine->pending_count = 0;
    inner.out = &list;
    inner.width = width;
    if (caption) build_caption(&inner, caption, parent);
    if (list.count && block_child(figure, TAG_NOTE)) list.items[list.count - 1]->after = 2 * POINT;
    build_notes(&inner, figure, flow->parent);
    flow->engine->pending = pending;
    flow->engine->pending_count = pending_count;
    return list;
}

void build_figure(Flow *flow, const Node *node) {
    Engine *engine = flow->engine;
    const Node *content = content_of(node);
    if (!content) return;
    const char *position = engine->style->caption_position ? engine->style->caption_position : "below";
    const PageMaster *m = engine->master;
    bool margin = !strcmp(position, "margin") && beside_margin(flow);
    bool above = !strcmp(position, "above");
    Flow inner = *flow;
    inner.keep = false;
    inner.parent = structure_element(flow, node, 0, ROLE_DIV, flow->parent, false);
    inner.parent->place = node->place;
    Element *holder = inner.parent;
    if (content->tag == TAG_TABLE) holder = structure_element(&inner, content, 0, ROLE_TABLE, inner.parent, false);
    anchor_pending(engine, common_of(node)->id);
    SlabList caption = {0};
    if (margin) caption = caption_list(&inner, node, holder, m->margin_column);
    else if (content->tag != TAG_TABLE) caption = caption_list(&inner, node, holder, flow->width);
    Length reserve = margin ? 0 : list_height(&caption, 0) + 24 * POINT;
    int start = flow->out->count;
    build_content(&inner, node, inner.parent, reserve);
    if (flow->out->count == start) { list_append(engine, flow->out, &caption); return; }
    int content_end = flow->out->count;
    Slab *last = flow->out->items[content_end - 1];
    bool turned = last->landscape && !flow->landscape;
    if (turned) {
        const PageMaster *wide = style_master(engine->style, "landscape");
        inner.landscape = true;
        inner.x = 0;
        inner.width = wide->width - wide->inner - wide->outer;
    }
    if (content->tag == TAG_TABLE && (!margin || turned)) caption = caption_list(&inner, node, holder, inner.width);
    if (margin && !turned && caption.count) set_margin_caption(flow, start, &caption);
    else if (above) {
        SlabList body = {0};
        for (int i = start; i < content_end; i++) list_push(engine, &body, flow->out->items[i]);
        flow->out->count = start;
        list_append(engine, flow->out, &caption);
        for (int i = start; i < flow->out->count; i++) flow->out->items[i]->keep_after = true;
        list_append(engine, flow->out, &body);
        content_end = flow->out->count;
    } else {
        if (caption.count) last->after = caption.items[0]->before ? caption.items[0]->before : 4 * POINT; /* notes have none */
        list_append(engine, flow->out, &caption);
    }
    keep_together(flow, start, content_end);
    Length room = style_text(engine->style, "caption")->space_after;
    Slab *end = flow->out->items[flow->out->count - 1];
    if (end->after < room) end->after = room;
    flow->out->items[start]->figure = true;
    if (figure_block(node)->placement == PLACED_FLOAT) flow->out->items[start]->float_count = flow->out->count - start;
}
