/* A part's slabs onto its pages: columns, footnotes at the foot, captions in the margin, floats, labels. */
#include <stdlib.h>
#include <string.h>

#include "layout/engine.h"

typedef struct Builder {
    Engine *engine;
    SlabList *list;
    int next;                 /* first slab that is not placed yet */
    const PageMaster *portrait;
    const char *title;
    const Node *part;
    SlabList notes_left;      /* rest of a broken note */
    bool first;
} Builder;

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
    const char *kind = node_get_or(part, "labels", "decimal"), *prefix = node_get_or(part, "label-prefix", "");
    if (!strcmp(kind, "none")) kind = "decimal";
    const char *series = arena_printf(engine->arena, "%s|%s", kind, prefix);
    if (!engine->label_series || strcmp(series, engine->label_series)) engine->next_number = 1;
    engine->label_series = series;
    if (node_get(part, "label-start")) engine->next_number = attribute_int(part, "label-start", 1);
}

static void label_page(Engine *engine, Page *page, const Node *part) {
    const char *kind = node_get_or(part, "labels", "decimal"), *prefix = node_get_or(part, "label-prefix", "");
    int n = engine->next_number++;
    if (!strcmp(kind, "none")) page->label = "";
    else if (!strcmp(kind, "roman")) page->label = arena_printf(engine->arena, "%s%s", prefix, roman_small(engine->arena, n));
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

static Length notes_width(const PageMaster *m) { return m->width - m->inner - m->outer; }

/* Puts the notes of slabs [from, to) at the foot of the area; what does not fit is kept for the next page. */
static void place_notes(Builder *b, Painter *painter, int from, int to, Length x, Length top, Length bottom) {
    Engine *engine = b->engine;
    SlabList all = b->notes_left;
    b->notes_left = (SlabList){0};
    for (int i = from; i < to; i++)
        for (int n = 0; n < b->list->items[i]->note_count; n++) {
            const SlabList *note = &b->list->items[i]->notes[n]->list;
            list_append(engine, &all, note);
        }
    if (!all.count) return;
    Length separator = engine->style->grid ? engine->style->grid * 2 : 12 * POINT, height = list_height(&all, 0);
    Length room = bottom - top - separator;
    int end = all.count;
    while (end > 1 && height > room) {
        SlabList shorter = {all.items, --end, end};
        height = list_height(&shorter, 0);
    }
    for (int i = end; i < all.count; i++) list_push(engine, &b->notes_left, all.items[i]);
    Length y = bottom - height;
    Page *page = &engine->pages->pages[painter->page];
    fragment_rect(painter->out, x, y - separator / 2, 60 * POINT, POINT / 2, (Paint){.fill = true, .fill_color = engine->style->muted}, NULL, ARTIFACT_LAYOUT);
    paint_list(painter, &all, 0, end, x, y, true);
    page_region(engine, page, "notes", x, y, notes_width(engine->records[painter->page].master), height);
}

static Length notes_waiting(const Builder *b, Length available) {
    if (!b->notes_left.count) return 0;
    Length height = list_height(&b->notes_left, 0) + (b->engine->style->grid ? b->engine->style->grid * 2 : 12 * POINT);
    return height > available / 2 ? available / 2 : height;
}

/* ---- floats ---- */

/* When a float does not fit and text can fill the page instead, the float goes to the head of the next page.
 * It never passes the heading of a chapter or section, so that it stays in its section. */
static Fit try_float(Builder *b, Fit fit, Length available, Length *ys) {
    SlabList *list = b->list;
    int group = fit.end, size = group < list->count ? list->items[group]->float_count : 0;
    if (!size || group == b->next || fit.height > available * 4 / 5 || group + size >= list->count) return fit;
    Engine *engine = b->engine;
    SlabList trial = {0};
    for (int i = 0; i < list->count; i++) if (i < group || i >= group + size) list_push(engine, &trial, list->items[i]);
    for (int i = group; i < trial.count; i++)
        if ((trial.items[i]->heading && trial.items[i]->heading->level < 3) || trial.items[i]->forced || trial.items[i]->float_count) { trial.count = i; break; }
    if (trial.count == group) return fit;
    Length *trial_ys = ARENA_ARRAY(engine->arena, (size_t)trial.count + 2, Length);
    int before = trial.count;
    Fit longer = flow_fit(engine, &trial, b->next, available, trial_ys, true);
    if (longer.end <= group || longer.height < fit.height + available / 10 || trial.count != before) return fit;
    SlabList moved = {0};
    for (int i = 0; i < longer.end; i++) list_push(engine, &moved, trial.items[i]);
    for (int i = group; i < group + size; i++) list_push(engine, &moved, list->items[i]);
    for (int i = longer.end + size; i < list->count; i++) list_push(engine, &moved, list->items[i]);
    list->items[group]->float_count = size;
    *list = moved;
    memcpy(ys, trial_ys, (size_t)longer.end * sizeof *ys);
    return longer;
}

/* ---- pages ---- */

static void margin_notes(Builder *b, Painter *painter, const Slab *slab, Length y, Length text_x, Length *floor) {
    const PageMaster *m = b->portrait;
    if (!slab->margin || m->margin_column <= 0) return;
    bool mirrored = page_mirrored(m, painter->page);
    Length width = notes_width(m), x = mirrored ? text_x - m->margin_gap - m->margin_column : text_x + width + m->margin_gap;
    Length top = y > *floor ? y : *floor;
    Length height = paint_list(painter, slab->margin, 0, slab->margin->count, x, top, true);
    page_region(b->engine, &b->engine->pages->pages[painter->page], "margin", x, top, m->margin_column, height);
    *floor = top + height + 8 * POINT;
}

typedef struct Area { Length x, y, width, height; } Area;

/* One column of one page; returns the height used. */
static void fill_area(Builder *b, Painter *painter, Area area, PageRecord *record, bool *chapter_seen, bool *section_seen) {
    Engine *engine = b->engine;
    SlabList *list = b->list;
    int from = b->next;
    const Repeat *repeat = from > 0 && from < list->count && list->items[from]->repeat && !list->items[from]->forced ? list->items[from]->repeat : NULL;
    if (repeat && from > 0 && !list->items[from - 1]->repeat && !list->items[from - 1]->rules) repeat = NULL;
    Length head = repeat ? list_height(&repeat->list, 0) : 0;
    if (repeat) {
        Painter again = *painter;
        again.artifact = true;
        paint_list(&again, &repeat->list, 0, repeat->list.count, area.x, area.y, true);
    }
    Length available = area.height - head - notes_waiting(b, area.height);
    Length *ys = ARENA_ARRAY(engine->arena, (size_t)list->count + 4, Length);
    Fit fit = from < list->count ? flow_fit(engine, list, from, available, ys, true) : (Fit){from, 0, false};
    if (from < list->count) fit = try_float(b, fit, available, ys);
    int count = fit.end - from;
    Length shift = area.y + head, floor = 0;
    if (record->master->vertical_center && fit.height < available) shift += (available - fit.height) / 2;
    Length *placed = ARENA_ARRAY(engine->arena, (size_t)count + 1, Length);
    for (int i = 0; i < count; i++) placed[i] = ys[from + i] + shift;
    int first_item = painter->out->count;
    painter->margin = margin_new(engine);
    paint_at(painter, list->items + from, placed, count, area.x);
    margin_paint(painter->margin, painter->out, first_item, area.x, area.width);
    painter->margin = NULL;
    for (int i = 0; i < count; i++) {
        const Slab *slab = list->items[from + i];
        if (slab->heading) note_heading(engine, record, slab->heading, chapter_seen, section_seen);
        margin_notes(b, painter, slab, placed[i], area.x, &floor);
    }
    place_notes(b, painter, from, fit.end, area.x, shift + fit.height, area.y + area.height);
    b->next = fit.end;
}

static void build_page(Builder *b) {
    Engine *engine = b->engine;
    bool landscape = b->next < b->list->count && b->list->items[b->next]->landscape;
    const PageMaster *m = landscape && b->portrait->width < b->portrait->height ? style_master(engine->style, "landscape") : b->portrait;
    Page *page = page_new(engine, m, b->first, b->title);
    int index = engine->pages->count - 1;
    PageRecord *record = &engine->records[index];
    record->chapter = engine->chapter;
    record->section = engine->section;
    record->landscape = landscape;
    b->first = false;
    label_page(engine, page, b->part);
    Painter painter = {engine, page->content, index, false, NULL};
    if (!attribute_is(engine->document->root, "line-numbers", "document")) engine->line_number = 0;
    Length x = page_text_x(m, index), width = notes_width(m), height = m->height - m->top - m->bottom;
    int columns = m->columns > 1 && !landscape ? m->columns : 1;
    Length gap = columns > 1 ? m->gutter : 0, column = (width - gap * (columns - 1)) / columns;
    bool chapter_seen = false, section_seen = false;
    page_region(engine, page, "text", x, m->top, width, height);
    for (int c = 0; c < columns && (b->next < b->list->count || b->notes_left.count); c++) {
        if (c > 0 && b->next < b->list->count && b->list->items[b->next]->forced) break;
        fill_area(b, &painter, (Area){x + c * (column + gap), m->top, column, height}, record, &chapter_seen, &section_seen);
    }
}

/* A blank page where a part or chapter must start on a right-hand page. */
static void pad_recto(Builder *b) {
    if (b->next >= b->list->count || b->list->items[b->next]->forced != FORCE_RECTO || !(b->engine->pages->count & 1)) return;
    Page *page = page_new(b->engine, b->portrait, true, b->title);
    b->engine->records[b->engine->pages->count - 1].chapter = b->engine->chapter;
    label_page(b->engine, page, b->part);
}

void pages_build(Engine *engine, SlabList *list, const Node *part, const PageMaster *master) {
    Builder b = {.engine = engine, .list = list, .portrait = master, .title = node_get(part, "title"), .part = part, .first = true};
    start_labels(engine, part);
    engine->page_height = master->height - master->top - master->bottom;
    if (list->count && list->items[0]->forced == FORCE_PAGE) list->items[0]->forced = FORCE_NONE;
    if (!list->count) return;
    while (b.next < list->count || b.notes_left.count) {
        pad_recto(&b);
        build_page(&b);
    }
}
