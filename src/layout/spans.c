/* Cells over rows, where a page ends within them: what has room stays, the rest opens the next page, where the rows that
 * are left become as high as that needs. A cell that is told already is told again, if it has room. */
#include <string.h>

#include "layout/engine.h"

static Track *track_of(const Slab *slab, const Spanned *spanned) {
    for (int t = 0; t < slab->track_count; t++) if (slab->tracks[t].spanned == spanned) return &slab->tracks[t];
    return NULL;
}

bool spans_reach(const Slab *slab, const Spanned *spanned) {
    for (int r = 0; r < slab->resumed_count; r++) if (slab->resumed[r].spanned == spanned) return true;
    return false;
}

/* A copy of slab i in its place, with tracks of its own. */
static Slab *own_slab(Engine *engine, SlabList *list, int i) {
    Slab *copy = ARENA_NEW(engine->arena, Slab);
    *copy = *list->items[i];
    copy->tracks = ARENA_ARRAY(engine->arena, (size_t)copy->track_count + 1, Track);
    memcpy(copy->tracks, list->items[i]->tracks, (size_t)copy->track_count * sizeof *copy->tracks);
    list->items[i] = copy;
    return copy;
}

static Length padding(const Slab *slab) { return slab->rules ? slab->rules->padding_y : 0; }

/* What slab i shows of a cell down to the bottom of the page; rest gets what it does not. */
static void cut(Engine *engine, SlabList *list, int i, Length room, Track *rest) {
    Slab *slab = own_slab(engine, list, i);
    Track *here = track_of(slab, rest->spanned);
    Length inner = room - 2 * padding(slab);
    here->span_height = room;
    rest->list = here->list;
    rest->again = here->again;
    if (here->rotated) rest->list = (SlabList){0};
    if (here->rotated || here->again) return;
    SlabList left = here->list;
    here->list = list_fitting(engine, &left, inner);
    rest->again = !left.count;
    rest->list = left.count ? left : rest->spanned->whole;
    slab_collect_notes(engine, slab);
}

/* The last of the rows from i on that the cell reaches. */
static int last_row(const SlabList *list, int i, const Spanned *spanned) {
    while (i + 1 < list->count && spans_reach(list->items[i + 1], spanned)) i++;
    return i;
}

static Length rows_height(const SlabList *list, int from, int last) {
    int64_t height = 0;
    for (int i = from; i <= last; i++) height += list->items[i]->height;
    return height > LENGTH_MAX ? LENGTH_MAX : (Length)height;
}

/* Makes the last row of a cell so much higher, and with it the cells that begin in rows from i on and reach it. */
static void raise(Engine *engine, SlabList *list, int i, int last, Length more) {
    own_slab(engine, list, last)->height += more;
    for (; i <= last; i++) {
        Slab *slab = list->items[i];
        for (int t = slab->opened; t < slab->track_count; t++) {
            const Spanned *spanned = slab->tracks[t].spanned;
            if (!spanned || (i < last && !spans_reach(list->items[last], spanned))) continue;
            slab = own_slab(engine, list, i);
            slab->tracks[t].span_height += more;
        }
    }
}

void spans_break(Engine *engine, SlabList *list, int from, int end, const Length *ys, Length bottom) {
    if (end <= from || end >= list->count || !list->items[end]->resumed_count) return;
    Slab *next = ARENA_NEW(engine->arena, Slab);
    *next = *list->items[end];
    int own = next->track_count - next->opened;
    next->opened = next->resumed_count;
    next->track_count = next->opened + own;
    next->tracks = ARENA_ARRAY(engine->arena, (size_t)next->track_count, Track);
    memcpy(next->tracks, next->resumed, (size_t)next->opened * sizeof *next->tracks);
    memcpy(next->tracks + next->opened, list->items[end]->tracks + list->items[end]->opened, (size_t)own * sizeof *next->tracks);
    list->items[end] = next;
    for (int t = 0; t < next->opened; t++)
        for (int i = end - 1; i >= from; i--)
            if (track_of(list->items[i], next->tracks[t].spanned)) { cut(engine, list, i, bottom - ys[i], &next->tracks[t]); break; }
    for (int t = 0; t < next->opened; t++) {
        const Track *track = &next->tracks[t];
        int last = last_row(list, end, track->spanned);
        Length need = track->again ? 0 : list_height(&track->list, 0) + 2 * padding(next), have = rows_height(list, end, last);
        if (need > have) raise(engine, list, end, last, need - have);
    }
    next = own_slab(engine, list, end);
    for (int t = 0; t < next->opened; t++) next->tracks[t].span_height = rows_height(list, end, last_row(list, end, next->tracks[t].spanned));
    slab_collect_notes(engine, next);
}

bool spans_resume(Engine *engine, const Slab *slab, Slab *rest) {
    rest->resumed = ARENA_ARRAY(engine->arena, (size_t)(slab->resumed_count + slab->track_count) + 1, Track);
    if (slab->resumed_count) memcpy(rest->resumed, slab->resumed, (size_t)slab->resumed_count * sizeof *rest->resumed);
    for (int t = slab->opened; t < slab->track_count; t++) {
        if (!slab->tracks[t].spanned) continue;
        Track *track = &rest->resumed[rest->resumed_count++];
        *track = slab->tracks[t];
        track->list = (SlabList){0};
        track->bottom = false;
    }
    return rest->resumed_count > 0;
}
