/* The whole: parts built into slabs, slabs onto pages, again until the page numbers that the text shows are right. */
#include <stdlib.h>
#include <string.h>

#include "layout/engine.h"

enum { PASSES = 4 };

static Role part_role(const Node *part) { return part_block(part)->role == PART_PART ? ROLE_PART : ROLE_SECT; }

/* A part that is meant for so many pages takes more: kept until the last pass. */
static void note_pages(Engine *engine, const Node *part, int pages) {
    int most = part_block(part)->most_pages;
    if (!most || pages <= most || engine->long_part) return;
    engine->long_part = part;
    engine->long_pages = pages;
}

static void report_long(const Engine *engine) {
    const Node *part = engine->long_part;
    if (!part) return;
    Report report = {.found = arena_printf(engine->arena, "%d", engine->long_pages), .expected = arena_printf(engine->arena, "%d", part_block(part)->most_pages),
                     .arguments = {part_block(part)->title ? part_block(part)->title : ""}};
    diagnostics_report(engine->diagnostics, &D306_TOO_LONG, part->place, report);
}

/* What a part takes with the least white between its blocks. */
static Length least_height(const SlabList *list) {
    int64_t y = 0;
    for (int i = 0; i < list->count && y < LENGTH_MAX / 2; i++) y += list_gap(list, i, i == 0, (Length)y, 0, FIT_LEAST_WHITE) + (int64_t)list->items[i]->height;
    return y < LENGTH_MAX / 2 ? (Length)y : LENGTH_MAX / 2;
}

/* A part that must fit its pages is set smaller until it does, down to what can still be read. */
static void build_fitting(Flow *flow, const Node *part) {
    static const Length STEPS[] = {1000, 930, 860, 780};
    int most = part_block(part)->most_pages;
    int64_t room = (int64_t)flow->engine->page_height * (most > 0 ? most : 1);
    flow->keep = false;
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        *flow->out = (SlabList){0};
        flow->scale = STEPS[i];
        block_children(flow, part);
        if (least_height(flow->out) <= room) return;
    }
}

static void build_part(Engine *engine, const Node *part, Element *root) {
    const PageMaster *master = style_master(engine->style, part_block(part)->master);
    engine->master = master;
    engine->page_height = master->height - master->top - master->bottom;
    SlabList list = {0};
    Length width = master->width - master->inner - master->outer;
    if (master->columns > 1) width = (width - master->gutter * (master->columns - 1)) / master->columns;
    if (width < 40 * POINT) width = 40 * POINT;
    Flow flow = {.engine = engine, .out = &list, .width = width, .text_style = "body", .keep = true};
    flow.parent = structure_element(&flow, part, 0, part_role(part), root, false);
    flow.parent->title = part_block(part)->title;
    flow.parent->place = part->place;
    anchor_pending(engine, common_of(part)->id);
    if (part_block(part)->fit == YES) build_fitting(&flow, part);
    else block_children(&flow, part);
    if (engine->options.line_numbers || lines_numbered(engine->document->root)) margin_number(&list);
    margin_flags(&flow, 0, part);
    if (engine->pending_count) slab_new(&flow, SLAB_SPACE, 0);
    if (!list.count) slab_new(&flow, SLAB_SPACE, 0);
    int before = engine->pages->count;
    pages_build(engine, &list, part, master);
    note_pages(engine, part, engine->pages->count - before);
}

static void run_pass(Engine *engine, Element *root) {
    engine->pages = ARENA_NEW(engine->arena, Pages);
    engine->pages->arena = engine->arena;
    engine->pages->root = root;
    engine->anchors = map_new(engine->arena);
    engine->chapter = engine->section = NULL;
    engine->label_series = NULL;
    engine->next_number = 1;
    engine->line_number = 0;
    engine->white = 1000;
    engine->records = NULL;
    engine->long_part = NULL;
    for (const Node *part = block_child(engine->document->root, TAG_PART); part; part = block_sibling(part, TAG_PART)) build_part(engine, part, root);
}

/* Did every anchor come on a page with the label that this pass assumed? */
static bool settled(const Engine *engine) {
    if (!engine->needs_pages) return true;
    if (!engine->before || map_count(engine->before) != map_count(engine->anchors)) return false;
    for (size_t i = 0; i < map_count(engine->anchors); i++) {
        const AnchorPlace *now = map_value(engine->anchors, i), *then = map_get(engine->before, map_key(engine->anchors, i));
        if (!then || strcmp(engine->pages->pages[now->page].label, engine->labels_before[then->page])) return false;
    }
    return true;
}

static void remember(Engine *engine) {
    engine->before = engine->anchors;
    engine->pages_before = engine->pages->count;
    engine->labels_before = ARENA_ARRAY(engine->arena, (size_t)engine->pages->count + 1, const char *);
    for (int i = 0; i < engine->pages->count; i++) engine->labels_before[i] = engine->pages->pages[i].label;
}

static void describe(Engine *engine) {
    Pages *pages = engine->pages;
    const Document *d = engine->document;
    pages->title = d->title;
    pages->author = d->author;
    pages->subject = d->subject;
    pages->keywords = d->keywords;
    pages->language = d->language;
    pages->date = d->date;
}

Pages *layout_document(Arena *arena, const Document *document, const Style *style, Typesetter *typesetter,
                       const Ledger *ledger, const char *folder, LayoutOptions options, Diagnostics *diagnostics) {
    Engine engine = {.arena = arena, .document = document, .style = style, .typesetter = typesetter, .ledger = ledger,
                     .folder = folder, .options = options, .diagnostics = diagnostics, .memo = memo_new(arena), .images = map_new(arena)};
    engine.dutch = !document->language || strncmp(document->language, "en", 2);
    structure_headings(&engine);
    Element *root = element_new(arena, ROLE_DOCUMENT, NULL, false);
    root->lang = document->language;
    for (int pass = 0; pass < PASSES; pass++) {
        run_pass(&engine, root);
        if (settled(&engine)) break;
        remember(&engine);
    }
    for (int i = 0; i < engine.pages->count; i++) page_decorate(&engine, i);
    layout_contrast(&engine);
    report_long(&engine);
    pages_unite_words(engine.pages);
    structure_bookmarks(&engine);
    describe(&engine);
    typesetter_report_missing(typesetter, options.draft, diagnostics);
    return engine.pages;
}
