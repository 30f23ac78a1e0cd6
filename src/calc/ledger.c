/* The ledger of facts: keeps them by id, gathers their sources, and lets the unknown spread to what rests on it. */
#include "calc/ledger_build.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/likeness.h"
#include "base/map.h"
#include "calc/messages.h"

typedef struct Order { /* facts by id, made when first asked for */
    const Fact **facts;
    size_t count;
} Order;

struct Ledger {
    Arena *arena;
    Map *facts; /* id -> Fact */
    Order *order;
    Diagnostics *diagnostics;
};

/* A fact in the making: the public part first, so that a Fact * is a Draft *. */
typedef struct Draft {
    Fact fact;
    int term_room, source_room, missing_room;
    bool partial, unknown; /* of any term */
    bool over_counted, needs_whole;
    bool draft_only;       /* its id was taken */
} Draft;

Ledger *ledger_new(Arena *arena) {
    Ledger *ledger = ARENA_NEW(arena, Ledger);
    ledger->arena = arena;
    ledger->facts = map_new(arena);
    ledger->order = ARENA_NEW(arena, Order);
    return ledger;
}

void ledger_report_to(Ledger *ledger, Diagnostics *diagnostics) {
    ledger->diagnostics = diagnostics;
}

Arena *ledger_arena(const Ledger *ledger) {
    return ledger->arena;
}

const Fact *ledger_get(const Ledger *ledger, const char *id) {
    return id ? map_get(ledger->facts, id) : NULL;
}

const char *ledger_nearest(const Ledger *ledger, const char *id) {
    Likeness like = likeness_to(id);
    for (size_t i = 0; i < ledger_count(ledger); i++) likeness_try(&like, ledger_at(ledger, i)->id);
    return like.best;
}

size_t ledger_count(const Ledger *ledger) {
    return map_count(ledger->facts);
}

static int compare_ids(const void *a, const void *b) {
    return strcmp((*(const Fact *const *)a)->id, (*(const Fact *const *)b)->id);
}

const Fact *ledger_at(const Ledger *ledger, size_t i) {
    Order *order = ledger->order;
    size_t count = map_count(ledger->facts);
    if (order->count != count) {
        order->facts = ARENA_ARRAY(ledger->arena, count, const Fact *);
        for (size_t k = 0; k < count; k++) order->facts[k] = map_value(ledger->facts, k);
        qsort(order->facts, count, sizeof *order->facts, compare_ids);
        order->count = count;
    }
    return i < count ? order->facts[i] : NULL;
}

char *fact_text(Arena *arena, const Fact *fact) {
    if (fact->status == FACT_UNKNOWN || fact->status == FACT_WITHHELD) return arena_strdup(arena, "");
    return decimal_text(arena, fact->value);
}

const char *fact_status_name(FactStatus status) {
    static const char *const names[] = {"known", "unknown", "partial", "withheld"};
    return names[status];
}

Ledger *ledger_filter(Arena *arena, const Ledger *ledger, const Fact *(*keep)(void *data, const Fact *fact), void *data) {
    Ledger *kept = ledger_new(arena);
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = keep(data, ledger_at(ledger, i));
        if (fact) map_put(kept->facts, fact->id, (Fact *)fact);
    }
    return kept;
}

/* Room for one more in an array of the arena that doubles. */
static void *grown(Arena *arena, void *old, int count, int *room, size_t size) {
    if (count < *room) return old;
    int fresh = *room ? *room * 2 : 4;
    void *array = arena_array(arena, (size_t)fresh, size);
    if (count) memcpy(array, old, (size_t)count * size);
    *room = fresh;
    return array;
}

static Term *add_term(Ledger *ledger, Fact *fact) {
    Draft *draft = (Draft *)fact;
    fact->terms = grown(ledger->arena, fact->terms, fact->term_count, &draft->term_room, sizeof *fact->terms);
    return &fact->terms[fact->term_count++];
}

static void add_missing(Ledger *ledger, Fact *fact, const char *what) {
    Draft *draft = (Draft *)fact;
    for (int i = 0; i < fact->missing_count; i++)
        if (strcmp(fact->missing[i], what) == 0) return;
    fact->missing =
        grown(ledger->arena, fact->missing, fact->missing_count, &draft->missing_room, sizeof *fact->missing);
    fact->missing[fact->missing_count++] = what;
}

Fact *fact_begin(Ledger *ledger, const char *label, const char *unit, const char *formula, const char *id, ...) {
    Draft *draft = ARENA_NEW(ledger->arena, Draft);
    char *name = NULL;
    va_list arguments;
    va_start(arguments, id);
    int size = vasprintf(&name, id, arguments);
    va_end(arguments);
    if (size < 0) abort();
    draft->fact.id = arena_strdup(ledger->arena, name);
    free(name);
    draft->fact.label = label;
    draft->fact.unit = unit;
    draft->fact.formula = formula;
    draft->draft_only = map_get(ledger->facts, draft->fact.id) != NULL;
    return &draft->fact;
}

void fact_source(Ledger *ledger, Fact *fact, Place place) {
    Draft *draft = (Draft *)fact;
    if (!place.file) return;
    fact->sources =
        grown(ledger->arena, fact->sources, fact->source_count, &draft->source_room, sizeof *fact->sources);
    fact->sources[fact->source_count++] = place;
}

void fact_misses(Ledger *ledger, Fact *fact, const char *what) {
    ((Draft *)fact)->partial = true;
    add_missing(ledger, fact, what);
}

bool fact_uses(Ledger *ledger, Fact *fact, const char *id) {
    const Fact *other = ledger_get(ledger, id);
    Draft *draft = (Draft *)fact;
    if (!other) return false;
    for (int i = 0; i < fact->term_count; i++)
        if (fact->terms[i].fact == other->id) return true; /* a key that is used twice is not counted twice */
    *add_term(ledger, fact) = (Term){.name = other->label, .fact = other->id, .value = other->exact, .ratio = other->ratio,
                                     .known = other->status != FACT_UNKNOWN,
                                     .place = other->source_count ? other->sources[0] : (Place){0}};
    if (other->status == FACT_UNKNOWN) {
        draft->unknown = true;
        add_missing(ledger, fact, other->id);
    } else if (other->status == FACT_PARTIAL) {
        draft->partial = true;
        for (int i = 0; i < other->missing_count; i++) add_missing(ledger, fact, other->missing[i]);
    }
    for (int i = 0; i < other->source_count; i++) fact_source(ledger, fact, other->sources[i]);
    return true;
}

bool fact_usesf(Ledger *ledger, Fact *fact, const char *id, ...) {
    char *name = NULL;
    va_list arguments;
    va_start(arguments, id);
    int size = vasprintf(&name, id, arguments);
    va_end(arguments);
    if (size < 0) abort();
    bool found = fact_uses(ledger, fact, name);
    free(name);
    return found;
}

void fact_takes(Ledger *ledger, Fact *fact, const char *name, Decimal value, bool known, Place place) {
    *add_term(ledger, fact) = (Term){.name = name, .value = value, .known = known, .place = place};
    if (!known) {
        ((Draft *)fact)->unknown = true;
        add_missing(ledger, fact, name);
    }
    fact_source(ledger, fact, place);
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
    for (int i = 0; i < fact->source_count; i++) {
        const Place *last = kept ? &fact->sources[kept - 1] : NULL;
        if (last && last->line == fact->sources[i].line && last->column == fact->sources[i].column && strcmp(last->file, fact->sources[i].file) == 0) continue;
        fact->sources[kept++] = fact->sources[i];
    }
    fact->source_count = kept;
}

static void report_overflow(Ledger *ledger, const Fact *fact) {
    Place place = fact->source_count ? fact->sources[0] : (Place){0};
    if (!ledger->diagnostics) return;
    diagnostics_report(ledger->diagnostics, &F101_TOO_LARGE, place, (Report){.arguments = {fact->id, fact->label}});
}

/* Ends a fact: status and value are set, it enters the ledger. value: to show; the fact's exact value has been set. */
static const Fact *enter(Ledger *ledger, Fact *fact, FactStatus status, Decimal value) {
    Draft *draft = (Draft *)fact;
    tidy_sources(fact);
    fact->value = value;
    if (status != FACT_UNKNOWN && (!decimal_valid(fact->exact) || !decimal_valid(fact->value))) {
        report_overflow(ledger, fact);
        status = FACT_UNKNOWN;
    }
    if (status == FACT_UNKNOWN) {
        fact->value = fact->exact = DECIMAL_ZERO;
        fact->ratio = (Fraction){0, 0};
    }
    fact->status = status;
    if (!draft->draft_only) map_put(ledger->facts, fact->id, fact);
    return fact;
}

static const Fact *enter_decimal(Ledger *ledger, Fact *fact, FactStatus status, Decimal exact, int places) {
    fact->exact = decimal_valid(exact) ? decimal_trim(exact) : exact;
    return enter(ledger, fact, status, places < 0 ? fact->exact : decimal_round(fact->exact, places));
}

static const Fact *enter_ratio(Ledger *ledger, Fact *fact, FactStatus status, Fraction exact, int places) {
    enum { ROUGH_PLACES = 10, SHOWN_PLACES = 2 };
    Decimal whole;
    if (!fraction_valid(exact) || fraction_decimal(exact, &whole))
        return enter_decimal(ledger, fact, status, fraction_valid(exact) ? whole : fraction_round(exact, 0), places);
    fact->exact = fraction_round(exact, ROUGH_PLACES);
    fact->ratio = exact;
    return enter(ledger, fact, status, fraction_round(exact, places < 0 ? SHOWN_PLACES : places));
}

static int count_known(const Fact *fact) {
    int known = 0;
    for (int i = 0; i < fact->term_count; i++) known += fact->terms[i].known;
    return known;
}

/* The rule at the head of ledger_build.h. */
static FactStatus status_of(const Fact *fact, bool sum) {
    const Draft *draft = (const Draft *)fact;
    bool nothing = fact->term_count && !count_known(fact);
    if (draft->over_counted) return nothing ? FACT_UNKNOWN : FACT_KNOWN;
    if (draft->needs_whole && draft->partial) return FACT_UNKNOWN;
    if (sum) return nothing ? FACT_UNKNOWN : draft->unknown || draft->partial ? FACT_PARTIAL : FACT_KNOWN;
    return draft->unknown ? FACT_UNKNOWN : draft->partial ? FACT_PARTIAL : FACT_KNOWN;
}

void fact_over_counted(Fact *fact) {
    ((Draft *)fact)->over_counted = true;
}

void fact_needs_whole(Fact *fact) {
    ((Draft *)fact)->needs_whole = true;
}

/* The first term with the others added or subtracted; a decimal as long as all are. */
static const Fact *enter_total(Ledger *ledger, Fact *fact, int places, bool add) {
    Decimal total = DECIMAL_ZERO;
    bool ratio = false;
    for (int i = 0; i < fact->term_count; i++) {
        ratio |= fact->terms[i].ratio.bottom != 0;
        total = add || !i ? decimal_add(total, fact_term(fact, i)) : decimal_sub(total, fact_term(fact, i));
    }
    if (!ratio) return enter_decimal(ledger, fact, status_of(fact, add), total, places);
    Fraction exact = fact_term_ratio(fact, 0);
    for (int i = 1; i < fact->term_count; i++)
        exact = add ? fraction_add(exact, fact_term_ratio(fact, i)) : fraction_sub(exact, fact_term_ratio(fact, i));
    return enter_ratio(ledger, fact, status_of(fact, add), exact, places);
}

const Fact *fact_sum(Ledger *ledger, Fact *fact, int places) {
    fact->form = FORM_SUM;
    return enter_total(ledger, fact, places, true);
}

const Fact *fact_difference(Ledger *ledger, Fact *fact, int places) {
    fact->form = FORM_DIFFERENCE;
    return enter_total(ledger, fact, places, false);
}

const Fact *fact_set(Ledger *ledger, Fact *fact, Decimal exact, int places) {
    return enter_decimal(ledger, fact, status_of(fact, false), exact, places);
}

const Fact *fact_set_ratio(Ledger *ledger, Fact *fact, Fraction exact, int places) {
    return enter_ratio(ledger, fact, status_of(fact, false), exact, places);
}

const Fact *fact_copy(Ledger *ledger, Fact *fact, const Fact *from) {
    for (int i = 0; i < from->source_count; i++) fact_source(ledger, fact, from->sources[i]);
    for (int i = 0; i < from->missing_count; i++) add_missing(ledger, fact, from->missing[i]);
    fact->exact = from->exact;
    fact->ratio = from->ratio;
    return enter(ledger, fact, from->status, from->value);
}

const Fact *fact_unknown(Ledger *ledger, Fact *fact) {
    return enter(ledger, fact, FACT_UNKNOWN, DECIMAL_ZERO);
}

Decimal fact_exact(const Ledger *ledger, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    return fact ? fact->exact : DECIMAL_ZERO;
}

bool fact_usable(const Ledger *ledger, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    return fact && fact->status != FACT_UNKNOWN;
}

Decimal fact_term(const Fact *fact, int i) {
    if (i >= fact->term_count || !fact->terms[i].known) return DECIMAL_ZERO;
    return fact->terms[i].value;
}

static Fraction ratio_or(Fraction ratio, Decimal value) {
    return ratio.bottom ? ratio : fraction_of(value);
}

Fraction fact_ratio(const Ledger *ledger, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    return fact ? ratio_or(fact->ratio, fact->exact) : fraction_of(DECIMAL_ZERO);
}

Fraction fact_term_ratio(const Fact *fact, int i) {
    return ratio_or(i < fact->term_count && fact->terms[i].known ? fact->terms[i].ratio : (Fraction){0, 0}, fact_term(fact, i));
}
