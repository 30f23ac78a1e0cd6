/* The ledger of what the text says: all passages and headings of the narrative, scanned once. */
#include "prose/prose.h"

#include <string.h>

#include "prose/scan.h"

typedef struct Growing {
    Arena *arena;
    Prose *prose;
    int room;
} Growing;

static void take(Growing *g, const ProseItem *item) {
    Prose *prose = g->prose;
    if (prose->count == g->room) {
        g->room = g->room ? g->room * 2 : 64;
        ProseItem *items = ARENA_ARRAY(g->arena, (size_t)g->room, ProseItem);
        if (prose->count) memcpy(items, prose->items, (size_t)prose->count * sizeof *items);
        prose->items = items;
    }
    prose->items[prose->count++] = *item;
}

/* Where reading has come to in a passage: places are counted on from there. */
typedef struct Cursor {
    int run;      /* -1: before the first */
    size_t at;
    Place place;
} Cursor;

static Place move_to(Cursor *c, const Passage *passage, size_t at) {
    while (c->run + 1 < passage->run_count && passage->runs[c->run + 1].at <= at) {
        const TextRun *run = &passage->runs[++c->run];
        c->at = run->at;
        c->place = run->place;
    }
    if (c->run >= 0 && at > c->at) {
        c->place = place_advance(c->place, passage->runs[c->run].text + (c->at - passage->runs[c->run].at), at - c->at);
        c->at = at;
    }
    return c->place;
}

static void read_passage(Growing *g, const Narrative *text, int index) {
    const Passage *passage = &text->passages[index];
    if (passage->kind == PASSAGE_QUOTATION || passage->kind == PASSAGE_VERBATIM) return;
    ProseItem item;
    Cursor cursor = {-1, 0, passage->place};
    for (size_t from = 0; scan_next(g->arena, passage->text, &from, &item);) {
        item.place = move_to(&cursor, passage, item.at);
        item.section = passage->section;
        item.passage = index;
        take(g, &item);
    }
}

static void read_heading(Growing *g, const Shown *shown) {
    ProseItem item;
    for (size_t from = 0; shown->heading && scan_next(g->arena, shown->text.text, &from, &item);) {
        item.place = shown->text.place;
        item.section = shown->section;
        item.passage = NO_INDEX;
        take(g, &item);
    }
}

Prose *prose_read(Arena *arena, const Partnership *partnership) {
    const Narrative *text = partnership->text;
    Growing g = {arena, ARENA_NEW(arena, Prose), 0};
    for (int i = 0; i < text->shown_count; i++) read_heading(&g, &text->shown[i]);
    for (int i = 0; i < text->passage_count; i++) read_passage(&g, text, i);
    return g.prose;
}

const char *prose_kind_name(ProseKind kind) {
    static const char *const names[] = {[PROSE_COUNT] = "aantal", [PROSE_AMOUNT] = "bedrag", [PROSE_PERCENT] = "procent", [PROSE_PART] = "deel",
                                        [PROSE_QUANTIFIER] = "hoeveelheid", [PROSE_SCHOOL_YEAR] = "schooljaar", [PROSE_YEAR] = "jaar", [PROSE_MONTH] = "maand",
                                        [PROSE_DATE] = "datum", [PROSE_TIME] = "tijd", [PROSE_REFERENCE] = "verwijzing", [PROSE_LABEL] = "nummer",
                                        [PROSE_ORDINAL] = "rangnummer", [PROSE_CODE] = "code"};
    return names[kind];
}
