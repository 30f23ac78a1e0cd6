/* Reads from an expression what its fact says beside the value. */
#include "calc/describe.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"

typedef struct Gatherer {
    Arena *arena;
    Fact *fact;
    int term_room, source_room, missing_room;
    Map *seen, *missing; /* names of terms and of what is missing */
} Gatherer;

/* Room for one more in an array of the arena that doubles. */
static void *grown(Arena *arena, void *old, int count, int *room, size_t size) {
    if (count < *room) return old;
    int more = *room ? *room * 2 : 4;
    void *array = arena_array(arena, (size_t)more, size);
    if (count) memcpy(array, old, (size_t)count * size);
    *room = more;
    return array;
}

static void add_source(Gatherer *g, Place place) {
    Fact *fact = g->fact;
    if (!place.file) return;
    fact->sources = grown(g->arena, fact->sources, fact->source_count, &g->source_room, sizeof *fact->sources);
    fact->sources[fact->source_count++] = place;
}

static void add_missing(Gatherer *g, const char *what) {
    Fact *fact = g->fact;
    if (map_put(g->missing, what, fact)) return;
    fact->missing = grown(g->arena, fact->missing, fact->missing_count, &g->missing_room, sizeof *fact->missing);
    fact->missing[fact->missing_count++] = what;
}

static void add_term(Gatherer *g, Term term) {
    Fact *fact = g->fact;
    const char *key = term.fact ? term.fact : arena_printf(g->arena, "%s|%s:%d:%d", term.name, term.place.file ? term.place.file : "", term.place.line, term.place.column);
    if (map_put(g->seen, key, fact)) return;
    fact->terms = grown(g->arena, fact->terms, fact->term_count, &g->term_room, sizeof *fact->terms);
    fact->terms[fact->term_count++] = term;
}

static void take_fact(Gatherer *g, const Fact *other, bool term) {
    if (term)
        add_term(g, (Term){.name = other->label, .fact = other->id, .value = other->exact, .ratio = other->ratio, .known = other->status != FACT_UNKNOWN,
                           .place = other->source_count ? other->sources[0] : (Place){0}});
    if (other->status == FACT_UNKNOWN) add_missing(g, other->id);
    for (int i = 0; other->status == FACT_PARTIAL && i < other->missing_count; i++) add_missing(g, other->missing[i]);
    for (int i = 0; i < other->source_count; i++) add_source(g, other->sources[i]);
    g->fact->rests |= other->rests;
}

/* What a cell counts, by its own unit. */
static Counts counts_of(const char *unit, bool of_one) {
    static const struct {
        const char *unit;
        Counts counts;
    } kinds[] = {{"studenten", COUNTS_PERSONS}, {"personen", COUNTS_PERSONS}, {"leden", COUNTS_PERSONS}, {"respondenten", COUNTS_PERSONS},
                 {"antwoorden", COUNTS_PERSONS}, {"docenten", COUNTS_PERSONS}, {"leraren", COUNTS_PERSONS}, {"leerlingen", COUNTS_PUPILS},
                 {"uur", COUNTS_HOURS}, {"minuten", COUNTS_HOURS}, {"fte", COUNTS_HOURS}, {"EUR", COUNTS_MONEY}};
    for (size_t i = 0; unit && i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(unit, kinds[i].unit)) return kinds[i].counts == COUNTS_MONEY && of_one ? COUNTS_ONES_MONEY : kinds[i].counts;
    return COUNTS_OTHER;
}

static void take_leaf(Gatherer *g, const Expression *e, bool term) {
    bool named = e->name && e->kind != EXPRESSION_CONSTANT && e->kind != EXPRESSION_EMPTY;
    if (named && term && g->fact->expression->kind != EXPRESSION_COUNT)
        add_term(g, (Term){.name = e->name, .value = e->number, .known = e->known, .place = e->place});
    if (!e->known && e->name) add_missing(g, e->name);
    if (e->kind != EXPRESSION_EMPTY) add_source(g, e->place);
    g->fact->rests |= 1u << counts_of(e->units.up[0], false);
}

static void gather(Gatherer *g, const Expression *e, bool terms);

/* The known cells of an unknown total are terms; what is missing is said of the whole. */
static void gather_cells(Gatherer *g, const Expression *e, bool terms) {
    const Expression *of = e->fact && e->fact->status == FACT_UNKNOWN ? e->fact->expression : NULL;
    if (!of) {
        if (e->kind == EXPRESSION_FACT || e->known) gather(g, e, terms);
    } else if (of->kind == EXPRESSION_FACT) {
        gather_cells(g, of, terms);
    } else if (of->kind == EXPRESSION_SUM && of->of_one) {
        for (int i = 0; i < of->count; i++) gather_cells(g, of->parts[i], terms);
    }
}

static void gather_known(Gatherer *g, const Expression *e, bool terms) {
    take_fact(g, e->fact, false);
    gather_cells(g, e, terms);
}

static bool has_row(const Expression *rows, const char *row) {
    for (int i = 0; i < rows->count; i++)
        if (!strcmp(rows->rows[i], row)) return true;
    return false;
}

/* The rows that stay are terms; what falls away is missing. */
static void gather_pair(Gatherer *g, const Expression *e) {
    for (int side = 3; side <= 4 && !e->known; side++)
        for (int i = 0; i < e->parts[side]->count; i++)
            if (!e->parts[side]->left_out[i]) gather(g, e->parts[side]->parts[i], true);
    gather(g, e->parts[0], e->known);
    gather(g, e->parts[1], e->known);
    for (int side = 3; side <= 4 && e->both; side++)
        for (int i = 0; i < e->parts[side]->count; i++)
            if (e->parts[side]->left_out[i] && !has_row(e->parts[7 - side], e->parts[side]->rows[i])) add_missing(g, e->parts[side]->rows[i]);
    gather(g, e->parts[2], true);
}

static void gather(Gatherer *g, const Expression *e, bool terms) {
    if (e->kind == EXPRESSION_FACT) take_fact(g, e->fact, terms);
    else if (e->kind < EXPRESSION_FACT) take_leaf(g, e, terms);
    else if (e->kind == EXPRESSION_KNOWN) gather_known(g, e->parts[0], terms);
    else if (e->kind == EXPRESSION_PAIRED) gather_pair(g, e);
    else if (e->kind != EXPRESSION_LEFT && e->kind != EXPRESSION_RIGHT)
        for (int i = 0; i < e->count; i++) gather(g, e->parts[i], terms);
    if (e->kind > EXPRESSION_FACT) add_source(g, e->place);
    for (int i = 0; i < e->step_count; i++) {
        const StepRow *step = &e->steps[i];
        if (step->from) gather(g, step->from, terms);
        if (step->to) gather(g, step->to, terms);
        gather(g, step->result, terms);
        add_source(g, step->place);
    }
}

static int compare_places(const void *a, const void *b) {
    const Place *x = a, *y = b;
    int order = strcmp(x->file, y->file);
    if (order == 0) order = x->line < y->line ? -1 : x->line > y->line;
    return order ? order : x->column < y->column ? -1 : x->column > y->column;
}

/* Sorts the sources and keeps one of each place. */
static void tidy_sources(Fact *fact) {
    int kept = 0;
    if (fact->source_count > 1) qsort(fact->sources, (size_t)fact->source_count, sizeof *fact->sources, compare_places);
    for (int i = 0; i < fact->source_count; i++)
        if (!kept || compare_places(&fact->sources[kept - 1], &fact->sources[i]) != 0) fact->sources[kept++] = fact->sources[i];
    fact->source_count = kept;
}

/* Is it of one person? A sum of two such is no more. */
static bool is_of_one(const Expression *e) {
    if (e->kind == EXPRESSION_FACT) return e->fact->counts == COUNTS_ONES_MONEY;
    if (e->kind == EXPRESSION_CELL || e->kind == EXPRESSION_COUNT) return e->of_one;
    if (e->kind == EXPRESSION_SUM && !e->of_one && e->count > 1) return false;
    for (int i = 0; i < e->count; i++)
        if (is_of_one(e->parts[i])) return true;
    return false;
}

static void describe_counts(Fact *fact) {
    fact->counts = fact->units.up[1] ? COUNTS_OTHER : counts_of(fact->units.up[0], is_of_one(fact->expression));
}

void describe(Arena *arena, Fact *fact) {
    Gatherer g = {.arena = arena, .fact = fact, .seen = map_new(arena), .missing = map_new(arena)};
    fact->units = fact->expression->units;
    fact->unit = units_shown(arena, fact->units);
    fact->formula = expression_words(arena, fact->expression);
    gather(&g, fact->expression, true);
    tidy_sources(fact);
    if (fact->status == FACT_KNOWN) fact->missing_count = 0;
    fact->form = expression_form(fact->expression, &fact->factor);
    describe_counts(fact);
}

const char *counts_name(Counts counts) {
    static const char *const names[] = {"", "personen", "leerlingen", "uren", "geld", "geld van één persoon"};
    return names[counts];
}
