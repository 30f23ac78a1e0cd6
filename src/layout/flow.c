/* How much of a list fits: takes slabs while they fit, then breaks where it costs least; cuts what may be cut. */
#include <string.h>

#include "layout/pages.h"

enum { COST_EMPTY = 100, COST_BROKEN_NOTE = 45, COLUMNS_MOST = 6 };

static Length shell_padding(const Slab *slab) {
    Length sum = 0;
    if (slab->kind == SLAB_SPACE) return 0;
    for (const Shell *s = slab->shell; s; s = s->outer) sum += s->padding;
    return sum;
}

/* Would a break before slab i leave one line of a paragraph on this page, alone between breaks or below a float? */
static bool lone_line(const SlabList *list, int i, int from) {
    const Element *text = list->items[i]->text_element;
    return text && i > from && list->items[i - 1]->text_element == text && (i - 1 == from || list->items[i - 2]->text_element != text);
}

static int cost_before(const SlabList *list, int i, int from, Length y, Length available) {
    const Slab *slab = list->items[i];
    int cost = slab->penalty;
    if (i > from && list->items[i - 1]->keep_after && cost < BREAK_NEVER) cost = BREAK_NEVER;
    if (cost < BREAK_WIDOW && lone_line(list, i, from)) cost = BREAK_WIDOW;
    int64_t empty = available > y ? available - y : 0;
    return cost + (available > 0 ? (int)(empty * COST_EMPTY / available) : 0);
}

static void list_insert(Engine *engine, SlabList *list, int at, Slab *slab) {
    list_push(engine, list, slab);
    memmove(list->items + at + 1, list->items + at, (size_t)(list->count - 1 - at) * sizeof *list->items);
    list->items[at] = slab;
}

bool slab_splittable(const Slab *slab) {
    return slab->kind == SLAB_COLUMNS || (slab->kind == SLAB_TRACKS && !slab->whole);
}

static bool may_split(const Engine *engine, const Slab *slab, bool alone, Length rest) {
    if (!slab_splittable(slab) || rest < 40 * POINT) return false;
    if (slab->kind == SLAB_COLUMNS) return true;
    if (!slab->rules && rest > engine->page_height / 4) return true; /* text beside a figure may go on */
    if (alone) return true;
    int most = engine->style->largest_gap; /* of white that is left rather than break a row */
    if (most < 100 && slab->height > engine->page_height / 4 && rest > (int64_t)engine->page_height * most / 100) return true;
    return slab->height > engine->page_height && rest > engine->page_height / 5;
}

/* Cuts a slab so that its head fits with the notes that come with it; with so many that they never will, half the room is
 * text and the notes go on on the next page. separator: what the first note of the page takes more. */
static bool split_noted(Engine *engine, const Slab *slab, Length room, Length separator, Slab **head, Slab **rest) {
    bool cut = slab_split(engine, slab, room, head, rest);
    const Slab *noted = cut ? *head : slab;
    if (!noted->note_count) return cut;
    Length own = notes_height(noted) + separator;
    if (cut && (*head)->height + own <= room) return true;
    return slab_split(engine, slab, own < room - 40 * POINT ? room - own : room / 2, head, rest);
}

/* Nothing is left of a row but cells that the next row goes on with: it need not stand again. */
static bool only_spans(const Slab *rest, const Slab *next) {
    for (int t = 0; t < rest->track_count; t++) if (rest->tracks[t].list.count) return false;
    for (int r = 0; r < rest->resumed_count; r++) if (!spans_reach(next, rest->resumed[r].spanned)) return false;
    return rest->resumed_count > 0;
}

/* A forced break after a heading goes before it. */
static Fit forced_end(SlabList *list, int from, int i, const Length *ys, Length y) {
    int k = i;
    while (k > from && list->items[k - 1]->keep_after) k--;
    if (k == from || k == i) return (Fit){i, y, false};
    if (list->items[i]->forced) {
        list->items[k]->forced = list->items[i]->forced;
        list->items[i]->forced = FORCE_NONE;
    }
    return (Fit){k, ys[k - 1] + list->items[k - 1]->height, false};
}

/* ys gets the places of slabs [from, end), so it must have room for one more than the list holds. */
Fit flow_fit(Engine *engine, SlabList *list, int from, Length available, Length *ys, bool with_notes) {
    Length y = 0, notes = 0, best_y = 0, grid = engine->style->grid;
    int best = -1, best_cost = 0, i;
    bool best_note = false;
    for (i = from; i < list->count; i++) {
        Slab *slab = list->items[i];
        bool first = i == from;
        if (!first) {
            if (slab->forced || slab->landscape != list->items[from]->landscape) return forced_end(list, from, i, ys, y);
            int cost = cost_before(list, i, from, y, available);
            if (best < 0 || cost <= best_cost) best = i, best_cost = cost, best_y = y, best_note = false;
        }
        Length gap = list_gap(list, i, first, y, grid, with_notes ? engine->white : 1000) + (first ? shell_padding(slab) : 0);
        if (!first && with_notes && slab->margin && y + gap + list_height(slab->margin, 0) > available) break;
        Length own = with_notes && slab->note_count ? notes_height(slab) + (notes ? 0 : note_separator(engine)) : 0;
        Length bottom = y + gap + slab->height, foot = shell_padding(slab) + (i + 1 < list->count ? closing_height(slab->closing) : 0);
        if ((int64_t)bottom + foot + notes + own > available) {
            Slab *head, *rest;
            Length room = available - notes - y - gap - foot, separator = with_notes && !notes ? note_separator(engine) : 0;
            Length note = own ? note_separator(engine) + 24 * POINT : 0; /* the least: the rest goes on on the next page */
            if (may_split(engine, slab, first && slab->height + foot + note > available, room) &&
                (with_notes ? split_noted(engine, slab, room, separator, &head, &rest) : slab_split(engine, slab, room, &head, &rest))) {
                list->items[i] = head;
                if (rest->kind == SLAB_SPACE && !rest->height) { i--; continue; }
                if (i + 1 == list->count || !only_spans(rest, list->items[i + 1])) list_insert(engine, list, i + 1, rest);
                ys[i] = y + gap;
                return (Fit){i + 1, y + gap + head->height, false};
            }
            if (own && bottom + foot + notes + note <= available) {
                int cost = COST_BROKEN_NOTE + (i + 1 < list->count ? cost_before(list, i + 1, from, bottom, available) : 0);
                ys[i] = y + gap;
                if (best < 0 || cost < best_cost) best = i + 1, best_y = bottom, best_note = true;
            }
            break;
        }
        ys[i] = y + gap;
        y = bottom;
        notes += own;
    }
    if (i == list->count) return (Fit){i, y, false};
    if (best > from) return (Fit){best, best_y, best_note};
    /* nothing fits: one slab all the same, so that there is always progress */
    ys[from] = 0;
    if (with_notes && !engine->planning && list->items[from]->height > available)
        diagnostics_report(engine->diagnostics, &D303_TOO_TALL, list->items[from]->text_element ? list->items[from]->text_element->place : (Place){0}, (Report){0});
    return (Fit){from + 1, list->items[from]->height, false};
}

SlabList list_take(Engine *engine, SlabList *list, Length height) {
    SlabList taken = {0}, rest = {0};
    if (!list->count) return taken;
    Length *ys = ARENA_ARRAY(engine->arena, (size_t)list->count + 2, Length);
    Fit fit = flow_fit(engine, list, 0, height, ys, false);
    spans_break(engine, list, 0, fit.end, ys, ys[fit.end - 1] + list->items[fit.end - 1]->height);
    for (int i = 0; i < fit.end; i++) list_push(engine, &taken, list->items[i]);
    for (int i = fit.end; i < list->count; i++) list_push(engine, &rest, list->items[i]);
    *list = rest;
    return taken;
}

SlabList list_copy(Engine *engine, const SlabList *list) {
    SlabList copy = {0};
    list_append(engine, &copy, list);
    return copy;
}

/* Columns of that height as tracks; what does not fit stays in rest. torn: a column ends where no page would. */
static Slab *columns_fill(Engine *engine, const Slab *slab, Length height, SlabList *rest, bool *torn) {
    Slab *row = ARENA_NEW(engine->arena, Slab);
    *row = *slab;
    row->kind = SLAB_TRACKS;
    row->whole = true;
    row->columns = (SlabList){0};
    row->height = 0;
    row->track_count = slab->column_count;
    row->tracks = ARENA_ARRAY(engine->arena, (size_t)slab->column_count, Track);
    *rest = list_copy(engine, &slab->columns);
    *torn = false;
    for (int c = 0; c < slab->column_count; c++) {
        row->tracks[c].x = c * (slab->column_width + slab->column_gap);
        row->tracks[c].list = list_take(engine, rest, height);
        Length used = list_height(&row->tracks[c].list, 0);
        if (used > row->height) row->height = used;
        const SlabList *taken = &row->tracks[c].list;
        if (rest->count && (rest->items[0]->penalty >= BREAK_WIDOW || (taken->count && taken->items[taken->count - 1]->keep_after))) *torn = true;
    }
    slab_collect_notes(engine, row);
    return row;
}

/* Can these slabs stand in count columns of that height? Fills the tracks if so. */
static bool tracks_hold(Engine *engine, Track *tracks, int count, const SlabList *slabs, Length height) {
    SlabList rest = list_copy(engine, slabs), columns[COLUMNS_MOST];
    for (int c = 0; c < count; c++) {
        columns[c] = list_take(engine, &rest, height);
        if (list_height(&columns[c], 0) > height) return false;
    }
    if (rest.count) return false;
    for (int c = 0; c < count; c++) tracks[c].list = columns[c];
    return true;
}

/* Columns that a forced break sets apart are balanced among themselves. */
static void balance_stretches(Engine *engine, Slab *row) {
    for (int from = 0, to; from < row->track_count; from = to) {
        SlabList slabs = {0};
        Length high = 0, low;
        for (to = from; to < row->track_count && to - from < COLUMNS_MOST; to++) {
            const SlabList *list = &row->tracks[to].list;
            if (to > from && list->count && list->items[0]->forced) break;
            Length height = list_height(list, 0);
            if (height > high) high = height;
            list_append(engine, &slabs, list);
        }
        if (to == row->track_count && from == 0) return; /* no forced break: balanced already */
        low = list_height(&slabs, 0) / (to - from);
        for (int step = 0; to - from > 1 && step < 12 && high - low > 2 * POINT; step++) {
            Length middle = low + (high - low) / 2;
            if (tracks_hold(engine, row->tracks + from, to - from, &slabs, middle)) high = middle;
            else low = middle;
        }
    }
}

/* Balanced columns: the least height in which everything fits. Returns them as a row of tracks, or leaves the
 * slab as it is when it is taller than a page. */
static Slab *columns_balance(Engine *engine, const Slab *slab, Length limit) {
    Length total = list_height(&slab->columns, 0), low = total / slab->column_count, high = limit;
    SlabList rest;
    bool torn = false;
    Slab *best = columns_fill(engine, slab, high, &rest, &torn);
    if (rest.count) return NULL;
    for (int step = 0; step < 12 && high - low > 2 * POINT; step++) {
        Length middle = low + (high - low) / 2;
        Slab *trial = columns_fill(engine, slab, middle, &rest, &torn);
        if (rest.count || torn || trial->height > middle) low = middle;
        else best = trial, high = middle;
    }
    balance_stretches(engine, best);
    return best;
}

static bool split_columns(Engine *engine, const Slab *slab, Length available, Slab **first, Slab **rest) {
    Slab *balanced = columns_balance(engine, slab, available);
    SlabList left = {0};
    bool torn = false;
    *first = balanced ? balanced : columns_fill(engine, slab, available, &left, &torn);
    if (!balanced && ((*first)->height > available || (torn && available < engine->page_height / 2))) return false;
    *rest = ARENA_NEW(engine->arena, Slab);
    **rest = *slab;
    (*rest)->columns = left;
    (*rest)->anchors = NULL;
    (*rest)->anchor_count = 0;
    (*rest)->heading = NULL;
    (*rest)->forced = FORCE_NONE;
    (*rest)->before = 0;
    (*rest)->height = left.count ? LENGTH_MAX / 2 : 0;
    if (!left.count) (*rest)->kind = SLAB_SPACE, (*rest)->note_count = 0;
    else slab_collect_notes(engine, *rest);
    return true;
}

SlabList list_fitting(Engine *engine, SlabList *list, Length height) {
    SlabList left = list_copy(engine, list), part = list_take(engine, &left, height);
    if (list_height(&part, 0) > height) return (SlabList){0};
    *list = left;
    return part;
}

/* The tracks of the head and of the rest of a row. Cells over rows stay whole in the head: how they break is known when
 * the page is (spans.c); shown has what will stay of those that begin at its top. */
static bool cut_tracks(Engine *engine, const Slab *slab, Length inner, Slab *a, Slab *b, Slab *shown) {
    bool progress = slab->resumed_count > slab->opened; /* it does not open the page */
    b->track_count = b->opened = 0;
    for (int t = 0; t < slab->track_count; t++) {
        const Track *track = &slab->tracks[t];
        a->tracks[t] = shown->tracks[t] = *track;
        if (track->spanned && (track->again || track->rotated)) continue;
        if (track->spanned) {
            SlabList left = track->list;
            shown->tracks[t].list = list_fitting(engine, &left, inner);
            progress = progress || shown->tracks[t].list.count;
            continue;
        }
        Track *below = &b->tracks[b->track_count++];
        *below = *track;
        if (track->rotated) { below->list = (SlabList){0}; continue; }
        a->tracks[t].list = shown->tracks[t].list = list_fitting(engine, &below->list, inner);
        Length ha = list_height(&a->tracks[t].list, 0), hb = list_height(&below->list, 0);
        progress = progress || a->tracks[t].list.count;
        if (below->list.count && !a->tracks[t].list.count) return false; /* a figure stays beside its text */
        if (ha > a->height) a->height = ha;
        if (hb > b->height) b->height = hb;
    }
    return progress;
}

bool slab_split(Engine *engine, const Slab *slab, Length available, Slab **first, Slab **rest) {
    if (slab->kind == SLAB_COLUMNS) return split_columns(engine, slab, available, first, rest);
    Length pad = slab->rules ? slab->rules->padding_y : 0, inner = available - 2 * pad;
    Slab *a = ARENA_NEW(engine->arena, Slab), *b = ARENA_NEW(engine->arena, Slab), shown = *slab;
    *a = *b = *slab;
    a->height = b->height = 0;
    a->tracks = ARENA_ARRAY(engine->arena, (size_t)slab->track_count + 1, Track);
    b->tracks = ARENA_ARRAY(engine->arena, (size_t)slab->track_count + 1, Track);
    shown.tracks = ARENA_ARRAY(engine->arena, (size_t)slab->track_count + 1, Track);
    if (!cut_tracks(engine, slab, inner, a, b, &shown)) return false;
    bool spans = spans_resume(engine, slab, b);
    if (!b->height && !spans) return false;
    a->height += 2 * pad;
    b->height += 2 * pad;
    if (spans && a->height < available) a->height = available < slab->height ? available : slab->height; /* room for them beside it */
    b->anchor_count = 0;
    b->heading = NULL;
    b->forced = FORCE_NONE;
    b->penalty = 0;
    b->before = 0;
    a->after = 0;
    slab_collect_notes(engine, &shown);
    a->notes = shown.notes;
    a->note_count = shown.note_count;
    slab_collect_notes(engine, b);
    *first = a;
    *rest = b;
    return true;
}
