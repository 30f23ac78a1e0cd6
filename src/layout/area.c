/* One column of one page: what fits into it, what floats past it, which notes come with it. */
#include <string.h>

#include "layout/pages.h"

Length note_separator(const Engine *engine) { return engine->style->grid ? engine->style->grid * 2 : 12 * POINT; }

Form area_form(const Builder *b) {
    const SlabList *list = b->list;
    Form form = {.landscape = b->next < list->count && list->items[b->next]->landscape};
    const PageMaster *m = form.landscape && b->portrait->width < b->portrait->height ? style_master(b->engine->style, "landscape") : b->portrait;
    form.master = m;
    form.x = m->inner;
    form.width = m->width - m->inner - m->outer;
    form.height = m->height - m->top - m->bottom + (m == b->portrait ? b->extra : 0);
    form.columns = m->columns > 1 && !form.landscape ? m->columns : 1;
    form.gap = form.columns > 1 ? m->gutter : 0;
    form.column = (form.width - form.gap * (form.columns - 1)) / form.columns;
    return form;
}

static Length notes_waiting(const Builder *b, Length available) {
    if (!b->notes_left.count) return 0;
    Length height = list_height(&b->notes_left, 0) + note_separator(b->engine);
    return height > available / 2 ? available / 2 : height;
}

static void room_for_places(Builder *b) {
    int need = b->list->count + 4;
    if (need <= b->ys_capacity) return;
    b->ys_capacity = need + need / 4;
    b->ys = ARENA_ARRAY(b->engine->arena, (size_t)b->ys_capacity, Length);
    b->spare_ys = ARENA_ARRAY(b->engine->arena, (size_t)b->ys_capacity, Length);
}

/* ---- floats ---- */

/* A float passes neither the heading of a chapter or section, so that it stays in its section, nor a forced break, nor
 * another figure, so that their numbers stay in order. */
static bool stops_float(const Slab *slab) {
    return (slab->heading && slab->heading->level < 3) || slab->forced || slab->float_count || slab->figure;
}

/* The float that the break falls before or into; -1: none. */
static int float_at(const SlabList *list, int from, int end) {
    for (int g = end < list->count ? end : list->count - 1; g > from; g--)
        if (list->items[g]->float_count) return g + list->items[g]->float_count > end ? g : -1;
    return -1;
}

/* The item of a list, quotation or paragraph that a slab is of; the outermost, that a reader takes in as one. */
static const Element *unit_of(const Slab *slab) {
    const Element *unit = slab->text_element;
    for (const Element *e = unit; e; e = e->parent)
        if (e->role == ROLE_LI || e->role == ROLE_BLOCKQUOTE) unit = e;
    return unit;
}

/* Would what floats to before slab i stand within a sentence, an item or a box? */
static bool interrupts(const SlabList *list, int i) {
    if (i < 1 || i >= list->count) return false;
    const Slab *above = list->items[i - 1], *below = list->items[i];
    const Element *unit = unit_of(below);
    return (unit && unit == unit_of(above)) || (below->shell && below->shell == above->shell) || above->keep_after || below->penalty >= BREAK_WIDOW;
}

/* When a float does not fit, or only in two, and text can fill the page instead, it goes to the head of the next page. */
static Fit try_float(Builder *b, Fit fit, Length available) {
    SlabList *list = b->list;
    int group = float_at(list, b->next, fit.end), size = group >= 0 ? list->items[group]->float_count : 0;
    if (!size || group + size >= list->count) return fit;
    Length above = group < fit.end ? b->ys[group - 1] + list->items[group - 1]->height : fit.height;
    if (above > available * 9 / 10) return fit;
    Engine *engine = b->engine;
    SlabList trial = {0};
    for (int i = 0; i < group; i++) list_push(engine, &trial, list->items[i]);
    for (int i = group + size; i < list->count && !stops_float(list->items[i]); i++) list_push(engine, &trial, list->items[i]);
    if (trial.count == group) return fit;
    int before = trial.count;
    Fit longer = flow_fit(engine, &trial, b->next, available, b->spare_ys, true);
    while (longer.end > group && interrupts(&trial, longer.end)) longer.end--;
    if (longer.end > b->next) longer.height = b->spare_ys[longer.end - 1] + trial.items[longer.end - 1]->height;
    Length wanted = group < fit.end ? available * 85 / 100 : above + available / 25;
    if (longer.end <= group || longer.height < wanted || trial.count != before) return fit;
    SlabList moved = {0};
    for (int i = 0; i < longer.end; i++) list_push(engine, &moved, trial.items[i]);
    for (int i = group; i < group + size; i++) list_push(engine, &moved, list->items[i]);
    for (int i = longer.end + size; i < list->count; i++) list_push(engine, &moved, list->items[i]);
    *list = moved;
    memcpy(b->ys, b->spare_ys, (size_t)longer.end * sizeof *b->ys);
    return longer;
}

/* ---- taking ---- */

/* What a table prints again when the column begins within it. */
static const Repeat *repeat_at(const SlabList *list, int from) {
    if (from <= 0 || from >= list->count || list->items[from]->forced) return NULL;
    if (!list->items[from - 1]->repeat && !list->items[from - 1]->rules) return NULL;
    return list->items[from]->repeat;
}

Taken area_take(Builder *b, Length height) {
    SlabList *list = b->list;
    Taken taken = {.repeat = repeat_at(list, b->next), .fit = {b->next, 0, false}};
    taken.head = taken.repeat ? list_height(&taken.repeat->list, 0) : 0;
    if (b->next >= list->count) return taken;
    room_for_places(b);
    Length available = height - taken.head - notes_waiting(b, height);
    taken.fit = flow_fit(b->engine, list, b->next, available, b->ys, true);
    taken.fit = try_float(b, taken.fit, available);
    int end = taken.fit.end;
    if (end > b->next) spans_break(b->engine, list, b->next, end, b->ys, b->ys[end - 1] + list->items[end - 1]->height);
    if (end > b->next && end < list->count && repeat_at(list, end)) taken.closing = list->items[end - 1]->closing;
    return taken;
}

SlabList area_notes(Builder *b, int from, int to, Length room, int *end) {
    Engine *engine = b->engine;
    SlabList all = b->notes_left;
    b->notes_left = (SlabList){0};
    for (int i = from; i < to; i++)
        for (int n = 0; n < b->list->items[i]->note_count; n++) list_append(engine, &all, &b->list->items[i]->notes[n]->list);
    Length height = list_height(&all, 0);
    *end = all.count;
    while (*end > 1 && height > room - note_separator(engine)) {
        SlabList shorter = {all.items, --*end, *end};
        height = list_height(&shorter, 0);
    }
    for (int i = *end; i < all.count; i++) list_push(engine, &b->notes_left, all.items[i]);
    return all;
}

/* ---- balancing ---- */

/* Where the list ends or is broken by force. */
static int stretch_end(const SlabList *list, int from) {
    int i = from + 1;
    while (i < list->count && !list->items[i]->forced && list->items[i]->landscape == list->items[from]->landscape) i++;
    return i < list->count ? i : list->count;
}

/* Do all slabs up to the end fit into the columns at this height? */
static bool columns_hold(const Builder *b, const Form *form, int left, Length height) {
    SlabList copy = {0};
    Builder trial = *b;
    list_append(b->engine, &copy, b->list);
    trial.list = &copy;
    for (int c = 0; c < form->columns; c++) {
        if (c && trial.next < copy.count && copy.items[trial.next]->forced) break;
        int from = trial.next, end;
        Taken taken = area_take(&trial, height);
        area_notes(&trial, from, taken.fit.end, height - taken.head - taken.fit.height, &end);
        if (taken.head + taken.fit.height > height) return false;
        trial.next = taken.fit.end;
        if (height < form->height && trial.next < copy.count - left && copy.items[trial.next]->penalty >= BREAK_WIDOW) return false;
    }
    return copy.count - trial.next <= left && !trial.notes_left.count;
}

Length area_balanced(const Builder *b, const Form *form) {
    int left = b->list->count - stretch_end(b->list, b->next);
    if (form->columns < 2 || !columns_hold(b, form, left, form->height)) return form->height;
    Length low = form->height / (form->columns * 3), high = form->height;
    for (int step = 0; step < 12 && high - low > 3 * POINT; step++) {
        Length middle = low + (high - low) / 2;
        if (columns_hold(b, form, left, middle)) high = middle;
        else low = middle;
    }
    return high;
}
