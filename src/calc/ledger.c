/* The ledger of facts: keeps them by id. */
#include "calc/ledger_build.h"

#include <stdlib.h>
#include <string.h>

#include "base/likeness.h"
#include "base/map.h"
#include "calc/bounds.h"
#include "calc/describe.h"
#include "calc/evaluate.h"
#include "calc/messages.h"

typedef struct Sorted { /* facts by id, made when first asked for */
    const Fact **facts;
    size_t count;
} Sorted;

struct Ledger {
    Arena *arena;
    Map *facts; /* id -> Fact */
    Sorted *order;
    Diagnostics *diagnostics;
};

Ledger *ledger_new(Arena *arena) {
    Ledger *ledger = ARENA_NEW(arena, Ledger);
    ledger->arena = arena;
    ledger->facts = map_new(arena);
    ledger->order = ARENA_NEW(arena, Sorted);
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
    Sorted *order = ledger->order;
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
    return fact_has_value(fact) ? decimal_text(arena, fact->value) : arena_strdup(arena, "");
}

const char *fact_status_name(FactStatus status) {
    static const char *const names[] = {"known", "unknown", "partial", "withheld"};
    return names[status];
}

bool fact_has_value(const Fact *fact) {
    return fact && (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL);
}

Fraction fact_exactly(const Fact *fact) {
    return fact->ratio.bottom ? fact->ratio : fraction_of(fact->exact);
}

bool fact_compare(const Fact *fact, Fraction with, int *order) {
    if (!fact || fact->status == FACT_WITHHELD) return false;
    if (!fact->expression) { /* what others may see: only what is shown */
        *order = fact->status == FACT_KNOWN ? fraction_compare(fact_exactly(fact), with) : 0;
        return fact->status == FACT_KNOWN;
    }
    int low = bound_compare(fact->outcome.low, bound_at(with)), high = bound_compare(fact->outcome.high, bound_at(with));
    *order = low;
    return low == high;
}

Ledger *ledger_filter(Arena *arena, const Ledger *ledger, const Fact *(*keep)(void *data, const Fact *fact), void *data) {
    Ledger *kept = ledger_new(arena);
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = keep(data, ledger_at(ledger, i));
        if (fact) map_put(kept->facts, fact->id, (Fact *)fact);
    }
    return kept;
}

Expression *ledger_part(const Ledger *ledger, const char *id) {
    return expression_of_fact(ledger->arena, ledger_get(ledger, id));
}

static void report_overflow(Ledger *ledger, const Fact *fact) {
    Place place = fact->source_count ? fact->sources[0] : (Place){0};
    if (!ledger->diagnostics) return;
    diagnostics_report(ledger->diagnostics, &F101_TOO_LARGE, place, (Report){.arguments = {fact->id, fact->label}});
}

/* The decimals that a reader sees, and the fraction where no decimal holds the value. */
static void set_value(Fact *fact, Fraction exact) {
    enum { ROUGH_PLACES = 10, SHOWN_PLACES = 2 };
    int places = fact->places;
    if (fraction_decimal(exact, &fact->exact)) {
        fact->exact = decimal_trim(fact->exact);
        fact->value = places < 0 ? fact->exact : decimal_round(fact->exact, places);
    } else {
        fact->exact = fraction_round(exact, ROUGH_PLACES);
        fact->ratio = exact;
        fact->value = fraction_round(exact, places < 0 ? SHOWN_PLACES : places);
    }
}

static bool is_too_large(const Fact *fact) {
    return fact->status != FACT_UNKNOWN && (!fraction_valid(fact->outcome.value) || !decimal_valid(fact->exact) || !decimal_valid(fact->value));
}

const Fact *ledger_add(Ledger *ledger, const Expression *e, int places, const char *label, const char *id) {
    if (!e) return NULL;
    Fact *fact = ARENA_NEW(ledger->arena, Fact);
    *fact = (Fact){.id = id, .label = label, .expression = e, .places = places, .outcome = expression_outcome(e)};
    fact->status = fact->outcome.status;
    if (fact->status != FACT_UNKNOWN && fraction_valid(fact->outcome.value)) set_value(fact, fact->outcome.value);
    describe(ledger->arena, fact);
    if (is_too_large(fact)) {
        report_overflow(ledger, fact);
        fact->status = fact->outcome.status = FACT_UNKNOWN;
        fact->outcome.low = bound_open(-1);
        fact->outcome.high = bound_open(1);
        fact->value = fact->exact = DECIMAL_ZERO;
        fact->ratio = (Fraction){0, 0};
    }
    if (!map_get(ledger->facts, id)) map_put(ledger->facts, id, fact);
    return fact;
}
