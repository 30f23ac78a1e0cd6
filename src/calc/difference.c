/* Facts about what changed: the value that another version or year gave, and the difference. */
#include <string.h>

#include "calc/calc.h"
#include "calc/ledger_build.h"

static bool same(const Fact *a, const Fact *b) {
    if (a->status != b->status) return false;
    return a->status == FACT_UNKNOWN || decimal_compare(a->value, b->value) == 0;
}

/* The other version's value as "ID@NAME", with the sources it has there. */
static void add_old(Ledger *ledger, const Fact *old, const char *name) {
    Arena *arena = ledger_arena(ledger);
    Fact *fact = fact_begin(ledger, arena_printf(arena, "%s, %s", old->label, name), old->unit, old->formula, "%s@%s", old->id, name);
    fact_copy(ledger, fact, old);
}

/* now - then of two published values. */
static void add_difference(Ledger *ledger, const char *id, const char *name) {
    Arena *arena = ledger_arena(ledger);
    const char *before = arena_printf(arena, "%s@%s", id, name);
    const Fact *now = ledger_get(ledger, id), *then = ledger_get(ledger, before);
    if (!now || !then || now->status == FACT_UNKNOWN || then->status == FACT_UNKNOWN) return;
    Fact *fact = fact_begin(ledger, arena_printf(arena, "%s, verandering sinds %s", now->label, name), now->unit,
                            arena_printf(arena, "%s − %s", id, before), "verandering.%s@%s", id, name);
    fact_uses(ledger, fact, id);
    fact_uses(ledger, fact, before);
    Decimal difference = decimal_sub(now->value, then->value);
    fact_set(ledger, fact, difference, difference.scale);
}

/* Not of another year, nor about the change since one. */
static bool is_own(const Fact *fact) {
    return !strchr(fact->id, '@') && strncmp(fact->id, "verandering.", 12) && strncmp(fact->id, "groei.", 6);
}

void calc_add_differences(Ledger *ledger, const Ledger *other, const char *name) {
    for (size_t i = 0; i < ledger_count(other); i++) {
        const Fact *old = ledger_at(other, i);
        if (!is_own(old)) continue;
        const Fact *now = ledger_get(ledger, old->id);
        if (now && same(now, old)) continue;
        add_old(ledger, old, name);
        add_difference(ledger, old->id, name);
    }
}
