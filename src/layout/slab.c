/* Lists of slabs: the vertical material that pages are made of. */
#include <string.h>

#include "layout/engine.h"

void list_push(Engine *engine, SlabList *list, Slab *slab) {
    if (list->count == list->capacity) {
        int capacity = list->capacity ? list->capacity * 2 : 8;
        Slab **items = ARENA_ARRAY(engine->arena, (size_t)capacity, Slab *);
        if (list->count) memcpy(items, list->items, (size_t)list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = slab;
}

void list_append(Engine *engine, SlabList *list, const SlabList *more) {
    for (int i = 0; i < more->count; i++) list_push(engine, list, more->items[i]);
}

void anchor_pending(Engine *engine, const char *id) {
    if (!id || !*id) return;
    const char **grown = ARENA_ARRAY(engine->arena, (size_t)engine->pending_count + 1, const char *);
    for (int i = 0; i < engine->pending_count; i++) grown[i] = engine->pending[i];
    grown[engine->pending_count++] = id;
    engine->pending = grown;
}

Slab *slab_new(Flow *flow, SlabKind kind, Length height) {
    Engine *engine = flow->engine;
    Slab *slab = ARENA_NEW(engine->arena, Slab);
    slab->kind = kind;
    slab->x = flow->x;
    slab->width = flow->width;
    slab->height = height;
    slab->shell = flow->shell;
    slab->landscape = flow->landscape;
    slab->anchors = engine->pending;
    slab->anchor_count = engine->pending_count;
    engine->pending = NULL;
    engine->pending_count = 0;
    list_push(engine, flow->out, slab);
    return slab;
}

/* The space above slab i when it stands at y: the larger of what the two want, none at the head of a page or
 * cell, and what it takes to come onto the grid. white: how much of it is kept, in thousandths. */
Length list_gap(const SlabList *list, int i, bool first, Length y, Length grid, int white) {
    const Slab *slab = list->items[i];
    Length gap = 0;
    if (!first) {
        gap = slab->before;
        if (i > 0 && list->items[i - 1]->after > gap) gap = list->items[i - 1]->after;
        if (white != 1000) gap = (Length)((int64_t)gap * white / 1000);
    }
    if (grid > 0 && slab->snap && !first) {
        Length edge = y + gap + (slab->snap > 0 ? slab->snap : 0);
        Length over = edge % grid;
        if (over) gap += grid - over;
    }
    return gap;
}

Length list_height(const SlabList *list, Length grid) {
    int64_t y = 0;
    for (int i = 0; i < list->count; i++) {
        y += list_gap(list, i, i == 0, (Length)y, grid, 1000) + (int64_t)list->items[i]->height;
        if (y > LENGTH_MAX) return LENGTH_MAX;
    }
    return (Length)y;
}

static void add_notes(Engine *engine, Slab *slab, const SlabList *list) {
    for (int i = 0; i < list->count; i++) {
        const Slab *inner = list->items[i];
        if (!inner->note_count) continue;
        Footnote **all = ARENA_ARRAY(engine->arena, (size_t)(slab->note_count + inner->note_count), Footnote *);
        for (int k = 0; k < slab->note_count; k++) all[k] = slab->notes[k];
        for (int k = 0; k < inner->note_count; k++) all[slab->note_count + k] = inner->notes[k];
        slab->notes = all;
        slab->note_count += inner->note_count;
    }
}

/* Makes the notes of what lies inside a slab its own. */
void slab_collect_notes(Engine *engine, Slab *slab) {
    slab->note_count = 0;
    for (int t = 0; t < slab->track_count; t++) if (!slab->tracks[t].again) add_notes(engine, slab, &slab->tracks[t].list);
    add_notes(engine, slab, &slab->columns);
}

Length notes_height(const Slab *slab) {
    int64_t height = 0;
    for (int i = 0; i < slab->note_count; i++) height += list_height(&slab->notes[i]->list, 0);
    return height > LENGTH_MAX ? LENGTH_MAX : (Length)height;
}

Length closing_height(const Slab *closing) {
    Length height = 0;
    for (; closing; closing = closing->closing) height += closing->height;
    return height;
}

Repeat *repeat_new(Engine *engine) { return ARENA_NEW(engine->arena, Repeat); }
