/* A part's slabs onto its pages: columns, footnotes at the foot, captions in the margin, floats, labels. */
#include <stdlib.h>
#include <string.h>

#include "layout/pages.h"

/* ---- page labels ---- */

static const char *roman_small(Arena *arena, int n) {
    static const struct { int value; const char *text; } DIGITS[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    char *text = arena_strdup(arena, "");
    for (size_t i = 0; i < sizeof DIGITS / sizeof *DIGITS && n < 5000; i++)
        for (; n >= DIGITS[i].value; n -= DIGITS[i].value) text = arena_printf(arena, "%s%s", text, DIGITS[i].text);
    return text;
}

/* Numbers go on from part to part while their kind and prefix stay the same; pages without a number count along
 * with plain decimal ones. */
static void start_labels(Engine *engine, const Node *part) {
    const PartBlock *block = part_block(part);
    const char *series = arena_printf(engine->arena, "%s|%s", block->labels == LABELS_ROMAN ? "roman" : "decimal", block->label_prefix);
    if (!engine->label_series || strcmp(series, engine->label_series)) engine->next_number = 1;
    engine->label_series = series;
    if (block->label_start) engine->next_number = block->label_start;
}

static void label_page(Engine *engine, Page *page, const Node *part) {
    const PartBlock *block = part_block(part);
    const char *prefix = block->label_prefix;
    int n = engine->next_number++;
    if (block->labels == LABELS_NONE) page->label = "";
    else if (block->labels == LABELS_ROMAN) page->label = arena_printf(engine->arena, "%s%s", prefix, roman_small(engine->arena, n));
    else page->label = arena_printf(engine->arena, "%s%d", prefix, n);
}

/* ---- running titles ---- */

static void note_heading(Engine *engine, PageRecord *record, const HeadingInfo *h, bool *chapter_seen, bool *section_seen) {
    if (h->level == 1) {
        engine->chapter = h;
        engine->section = NULL;
        if (!*chapter_seen) record->chapter = h, record->section = NULL;
        *chapter_seen = true;
    } else if (h->level == 2) {
        engine->section = h;
        if (!*section_seen && record->chapter == engine->chapter) record->section = h;
        *section_seen = true;
    }
}

/* ---- footnotes ---- */

/* Puts the notes of slabs [from, to) at the foot of the area; what does not fit is kept for the next page. */
static void place_notes(Builder *b, Painter *painter, int from, int to, Length x, Length width, Length top, Length bottom) {
    Engine *engine = b->engine;
    int end;
    SlabList all = area_notes(b, from, to, bottom - top, &end);
    if (!all.count) return;
    SlabList here = {all.items, end, end};
    Length height = list_height(&here, 0), y = bottom - height;
    fragment_rect(painter->out, x, y - note_separator(engine) / 2, 60 * POINT, POINT / 2, (Paint){.fill = true, .fill_color = engine->style->muted}, NULL, ARTIFACT_LAYOUT);
    paint_list(painter, &all, 0, end, x, y, true);
    page_region(engine, &engine->pages->pages[painter->page], "notes", x, y, width, height);
}

/* ---- pages ---- */

static void margin_notes(Builder *b, Painter *painter, const Slab *slab, Length y, Length text_x, Length *floor) {
    const PageMaster *m = b->portrait;
    if (!slab->margin || m->margin_column <= 0) return;
    bool mirrored = page_mirrored(m, painter->page);
    Length width = m->width - m->inner - m->outer, x = mirrored ? text_x - m->margin_gap - m->margin_column : text_x + width + m->margin_gap;
    Length top = y > *floor ? y : *floor;
    Length height = paint_list(painter, slab->margin, 0, slab->margin->count, x, top, true);
    page_region(b->engine, &b->engine->pages->pages[painter->page], "margin", x, top, m->margin_column, height);
    *floor = top + height + 8 * POINT;
}

typedef struct Area { Length x, y, width, height; } Area;

/* The lines that a broken table ends the page with. */
static void close_table(const Painter *painter, const Slab *closing, Length x, Length y) {
    Painter last = *painter;
    last.artifact = true;
    for (; closing; y += closing->height, closing = closing->closing) {
        SlabList list = {(Slab *[]){(Slab *)closing}, 1, 1};
        paint_list(&last, &list, 0, 1, x, y, true);
    }
}

/* One column of one page. */
static void fill_area(Builder *b, Painter *painter, Area area, PageRecord *record, bool *chapter_seen, bool *section_seen) {
    Engine *engine = b->engine;
    SlabList *list = b->list;
    int from = b->next;
    Taken taken = area_take(b, area.height);
    Fit fit = taken.fit;
    if (taken.repeat) {
        Painter again = *painter;
        again.artifact = true;
        paint_list(&again, &taken.repeat->list, 0, taken.repeat->list.count, area.x, area.y, true);
    }
    int count = fit.end - from;
    Length shift = area.y + taken.head, floor = 0, room = area.height - taken.head - fit.height;
    if (record->master->vertical_center && room > 0) shift += room / 2;
    Length *placed = ARENA_ARRAY(engine->arena, (size_t)count + 1, Length);
    for (int i = 0; i < count; i++) placed[i] = b->ys[from + i] + shift;
    int first_item = painter->out->count;
    painter->margin = margin_new(engine);
    paint_at(painter, list->items + from, placed, count, area.x);
    margin_paint(painter->margin, painter->out, first_item, area.x, area.width);
    painter->margin = NULL;
    if (taken.closing) close_table(painter, taken.closing, area.x, placed[count - 1] + list->items[fit.end - 1]->height);
    for (int i = 0; i < count; i++) {
        const Slab *slab = list->items[from + i];
        if (slab->heading) note_heading(engine, record, slab->heading, chapter_seen, section_seen);
        margin_notes(b, painter, slab, placed[i], area.x, &floor);
    }
    place_notes(b, painter, from, fit.end, area.x, area.width, shift + fit.height + closing_height(taken.closing), area.y + area.height);
    b->next = fit.end;
}

static void build_page(Builder *b) {
    Engine *engine = b->engine;
    Form form = area_form(b);
    const PageMaster *m = form.master;
    Page *page = page_new(engine, m, b->first, b->part);
    int index = engine->pages->count - 1;
    PageRecord *record = &engine->records[index];
    record->chapter = engine->chapter;
    record->section = engine->section;
    record->landscape = form.landscape;
    b->first = false;
    label_page(engine, page, b->part);
    Painter painter = {engine, page->content, index, false, NULL};
    if (common_of(engine->document->root)->lines != LINES_DOCUMENT) engine->line_number = 0;
    Length x = page_text_x(m, index), height = area_balanced(b, &form);
    bool chapter_seen = false, section_seen = false;
    page_region(engine, page, "text", x, m->top, form.width, form.height);
    for (int c = 0; c < form.columns && (b->next < b->list->count || b->notes_left.count); c++) {
        if (c > 0 && b->next < b->list->count && b->list->items[b->next]->forced) break;
        fill_area(b, &painter, (Area){x + c * (form.column + form.gap), m->top, form.column, height}, record, &chapter_seen, &section_seen);
    }
}

/* A blank page where a part or chapter must start on a right-hand page. */
static void pad_recto(Builder *b) {
    if (b->next >= b->list->count || b->list->items[b->next]->forced != FORCE_RECTO || !(b->engine->pages->count & 1)) return;
    Page *page = page_new(b->engine, b->portrait, true, b->part);
    b->engine->records[b->engine->pages->count - 1].chapter = b->engine->chapter;
    label_page(b->engine, page, b->part);
}

void pages_build(Engine *engine, SlabList *list, const Node *part, const PageMaster *master) {
    Builder b = {.engine = engine, .list = list, .portrait = master, .part = part, .first = true};
    start_labels(engine, part);
    engine->page_height = master->height - master->top - master->bottom;
    if (list->count && list->items[0]->forced == FORCE_PAGE) list->items[0]->forced = FORCE_NONE;
    if (!list->count) return;
    plan_pages(&b);
    while (b.next < list->count || b.notes_left.count) {
        pad_recto(&b);
        build_page(&b);
    }
}
