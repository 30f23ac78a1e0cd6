/* Contents and lists of figures: entries with leaders and page numbers, each a link. */
#include <string.h>

#include "layout/engine.h"

static const char *page_label(Engine *engine, const char *id) {
    const AnchorPlace *at = engine->before ? map_get(engine->before, id) : NULL;
    if (!at || at->page >= engine->pages_before) return "00";
    return engine->labels_before[at->page];
}

/* White and leading give in more than the letters do. */
static TextStyle tightened(const TextStyle *style, Length scale) {
    TextStyle tight = *style;
    if (!scale || scale == 1000) return tight;
    Length most = 1000 - (1000 - scale) * 2;
    tight.paragraph.leading = (Length)((int64_t)style->paragraph.leading * (scale * 2 + most) / 3000);
    tight.space_before = (Length)((int64_t)style->space_before * most / 1000);
    tight.space_after = (Length)((int64_t)style->space_after * most / 1000);
    return tight;
}

typedef struct TocEntry {
    const void *key;
    const char *id, *lead, *title;
    int level;
    Length label; /* room for the lead at least */
} TocEntry;

static void add_entry(Flow *flow, const Node *toc, Element *parent, const TocEntry *entry) {
    Engine *engine = flow->engine;
    const TextStyle *style = style_text(engine->style, arena_printf(engine->arena, "toc-%d", entry->level));
    int ordinal = (int)(intptr_t)memo_get(engine->memo, toc, 6); /* the same heading may stand in several contents */
    if (!ordinal) memo_put(engine, toc, 6, (void *)(intptr_t)(ordinal = 20 + ++engine->last_id));
    Element *item = structure_element(flow, entry->key, ordinal, ROLE_TOCI, parent, false);
    Element *reference = structure_element(flow, entry->key, ordinal, ROLE_REFERENCE, item, false);
    Element *link = structure_element(flow, entry->key, ordinal, ROLE_LINK, reference, false);
    const char *page = page_label(engine, entry->id);
    link->alt = arena_printf(engine->arena, engine->dutch ? "%s%s%s, pagina %s" : "%s%s%s, page %s", entry->lead, *entry->lead ? " " : "", entry->title, page);
    Owner *owner = ARENA_NEW(engine->arena, Owner);
    *owner = (Owner){link, NULL, entry->id};
    CharStyle chars = scaled_char(flow, style), light = chars;
    light.weight = 400;
    light.color = engine->style->muted;
    ArenaMark mark = typesetter_mark(engine->typesetter);
    TextStyle *placed = ARENA_NEW(engine->arena, TextStyle), *lead_style = ARENA_NEW(engine->arena, TextStyle);
    *placed = *lead_style = tightened(style, flow->scale);
    ParagraphStyle ps = placed->paragraph;
    Length label = 0;
    SlabList lead = {0};
    if (*entry->lead) {
        Length natural = typeset_width(engine->typesetter, entry->lead, &chars) + 6 * POINT;
        label = entry->level == 1 ? 16 * POINT : 22 * POINT;
        if (entry->label > label) label = entry->label;
        if (natural > label) label = natural;
        Paragraph *before = paragraph_new(engine->arena, engine->typesetter, &ps);
        paragraph_text(before, entry->lead, &chars, owner, (Place){0});
        Flow side = *flow;
        side.out = &lead;
        inline_lines(&side, before, lead_style, &ps, &chars, item);
        placed->indent_left += label;
    }
    Paragraph *p = paragraph_new(engine->arena, engine->typesetter, &ps);
    Length measure = flow->width - placed->indent_left - placed->indent_right;
    paragraph_text(p, entry->title, &chars, owner, (Place){0});
    paragraph_tab(p, measure, ALIGN_RIGHT, entry->level == 1 ? NULL : " . ", &light);
    paragraph_text(p, *page ? page : " ", &chars, owner, (Place){0});
    int start = flow->out->count;
    inline_lines(flow, p, placed, &ps, &chars, item);
    typesetter_release(engine->typesetter, mark);
    hang_label(flow, start, &lead);
    for (int i = start; i < flow->out->count; i++) flow->out->items[i]->snap = 0;
    if (flow->out->count > start && entry->level == 1) flow->out->items[flow->out->count - 1]->keep_after = true;
}

/* Is node inside the part (or section) with that id? */
static bool in_scope(const Node *node, const char *scope) {
    if (!scope || !strcmp(scope, "document")) return true;
    for (const Node *n = node; n; n = n->parent) {
        const char *id = common_of(n)->id;
        if (id && !strcmp(id, scope)) return true;
    }
    return false;
}

static int toc_level(const HeadingInfo *h) { return heading_block(h->node)->toc_level ? heading_block(h->node)->toc_level : h->level; }

/* Leads of words (Bijlage 1, Bijlage 10) take the room of the widest on their level, so that the titles stand below each other. */
static void prefix_rooms(Flow *flow, Length rooms[7]) {
    Engine *engine = flow->engine;
    for (int i = 0; i < engine->heading_count; i++) {
        const HeadingInfo *h = engine->headings[i];
        int level = toc_level(h);
        if (!h->prefix || level < 1 || level > 6) continue;
        CharStyle chars = scaled_char(flow, style_text(engine->style, arena_printf(engine->arena, "toc-%d", level)));
        Length w = typeset_width(engine->typesetter, h->prefix, &chars) + 6 * POINT;
        if (w > rooms[level]) rooms[level] = w;
    }
}

static void add_sections(Flow *flow, const Node *toc, Element *parent) {
    Engine *engine = flow->engine;
    const char *scope = toc_block(toc)->scope;
    bool whole = !scope || !strcmp(scope, "document");
    int depth = toc_block(toc)->depth;
    Length rooms[7] = {0};
    prefix_rooms(flow, rooms);
    for (int i = 0; i < engine->heading_count; i++) {
        const HeadingInfo *h = engine->headings[i];
        Listed listed = heading_block(h->node)->listed;
        if (toc_level(h) > depth || listed == LISTED_NOT || (whole && listed == LISTED_IN_ANNEX) || !in_scope(h->node, scope)) continue;
        if (!whole && h->level == 1) continue;
        int level = whole ? toc_level(h) : h->level > 1 ? h->level - 1 + (depth > 1) : 1;
        const char *lead = h->prefix ? h->prefix : h->number;
        add_entry(flow, toc, parent, &(TocEntry){h->node, h->id, lead, h->title, level, h->prefix && level >= 1 && level <= 6 ? rooms[level] : 0});
    }
}

static void add_figures(Flow *flow, const Node *toc, Element *parent) {
    Engine *engine = flow->engine;
    const Node *root = engine->document->root;
    const char *scope = toc_block(toc)->scope;
    for (const Node *n = block_walk(root, root, TAG_FIGURE); n; n = block_walk(root, n, TAG_FIGURE)) {
        const char *id = common_of(n)->id, *label = figure_block(n)->label;
        const Target *target = id ? map_get(engine->document->targets, id) : NULL;
        if (!label || !target || !in_scope(n, scope)) continue;
        add_entry(flow, toc, parent, &(TocEntry){n, id, label, target->title, 2, 0});
    }
}

static void add_entries(Flow *flow, const Node *node, Element *toc) {
    if (toc_block(node)->kind == TOC_FIGURES) add_figures(flow, node, toc);
    else add_sections(flow, node, toc);
    if (flow->out->count) flow->out->items[flow->out->count - 1]->keep_after = false;
}

/* Contents that would spill onto a second page are set tighter when that keeps them on one. */
void build_toc(Flow *flow, const Node *node) {
    static const Length SCALES[] = {1000, 970, 940, 910, 880};
    Engine *engine = flow->engine;
    engine->volatile_block = engine->needs_pages = true;
    Element *toc = structure_element(flow, node, 0, ROLE_TOC, flow->parent, false);
    toc->place = node->place;
    Length above = flow->in_cell ? 0 : list_height(flow->out, engine->style->grid), room = engine->page_height - above - 8 * POINT;
    SlabList entries = {0};
    const char **pending = engine->pending;
    int pending_count = engine->pending_count;
    for (size_t i = 0; i < sizeof SCALES / sizeof *SCALES; i++) {
        Flow inner = *flow;
        inner.scale = (Length)((int64_t)(flow->scale ? flow->scale : 1000) * SCALES[i] / 1000);
        entries = (SlabList){0};
        engine->pending = pending;
        engine->pending_count = pending_count;
        inner.out = &entries;
        add_entries(&inner, node, toc);
        if (flow->in_cell || list_height(&entries, 0) <= room) break;
        if (i + 1 == sizeof SCALES / sizeof *SCALES) { /* two pages all the same */
            entries = (SlabList){0};
            engine->pending = pending;
            engine->pending_count = pending_count;
            inner.scale = flow->scale;
            add_entries(&inner, node, toc);
        }
    }
    list_append(engine, flow->out, &entries);
}
