/* Facts of two versions: which differ, which are new, which are gone. The values stay in the ledger. */
#include <string.h>

#include "changes/changes.h"

static void add(Arena *arena, Node *out, const Fact *fact, const char *kind) {
    Node *n = node_element(arena, "feit", fact->source_count ? fact->sources[0] : (Place){0});
    node_set(arena, n, "id", fact->id, n->place);
    node_set(arena, n, "label", fact->label ? fact->label : fact->id, n->place);
    node_set(arena, n, "eenheid", fact->unit ? fact->unit : "", n->place);
    node_set(arena, n, "soort", kind, n->place);
    node_append(out, n);
}

static bool same(const Fact *a, const Fact *b) {
    return a->status == b->status && (a->status == FACT_UNKNOWN || decimal_compare(a->value, b->value) == 0);
}

/* Not of another year, nor about the change since one. */
static bool is_own(const Fact *fact) {
    return !strchr(fact->id, '@') && strncmp(fact->id, "verandering.", 12) && strncmp(fact->id, "groei.", 6);
}

void changes_facts(Arena *arena, const Version *old, const Version *now, const char *name, Node *out) {
    for (size_t i = 0; i < ledger_count(now->ledger); i++) {
        const Fact *fact = ledger_at(now->ledger, i);
        if (!is_own(fact)) continue;
        const Fact *then = ledger_get(now->ledger, arena_printf(arena, "%s@%s", fact->id, name));
        if (!then && old->ledger && !ledger_get(old->ledger, fact->id)) add(arena, out, fact, "nieuw");
        if (then && !same(fact, then)) add(arena, out, fact, "gewijzigd");
    }
    for (size_t i = 0; old->ledger && i < ledger_count(old->ledger); i++) {
        const Fact *fact = ledger_at(old->ledger, i);
        if (is_own(fact) && !ledger_get(now->ledger, fact->id)) add(arena, out, fact, "vervallen");
    }
}
