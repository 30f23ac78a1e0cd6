/* Several school years: the facts of earlier years beside those of this one, and the change from year to year. */
#include <string.h>

#include "calc/calc.h"
#include "calc/subjects.h"

/* Values of earlier years that this input states itself. */
void calc_stated_years(Calc *calc) {
    for (int y = 0; y < calc->p->earlier_year_count; y++) {
        const EarlierYear *year = &calc->p->earlier_years[y];
        for (int i = 0; i < year->fact_count; i++) {
            const StatedFact *stated = &year->facts[i];
            const Fact *same = stated->fact ? ledger_get(calc->ledger, stated->fact) : NULL;
            if (!stated->fact || !year->year.text) continue;
            calc_given(calc, stated->value,
                       TEXT(calc, "%s, %s", same ? same->label : stated->fact, year->year.text),
                       same ? same->unit : "", -1, TEXT(calc, "%s@%s", stated->fact, year->year.text));
        }
    }
}

#define CHANGE "verandering."
#define GROWTH "groei."

static bool starts_with(const char *id, const char *start) {
    return strncmp(id, start, strlen(start)) == 0;
}

/* A fact of another year with its terms, which come first. The ledger's own years are not taken along: every input
 * names the years it wants beside its own. */
static void add_fact(Ledger *ledger, const Ledger *other, const Fact *from, const char *year) {
    Arena *arena = ledger_arena(ledger);
    const char *id = arena_printf(arena, "%s@%s", from->id, year);
    if (strchr(from->id, '@') || starts_with(from->id, CHANGE) || starts_with(from->id, GROWTH) || ledger_get(ledger, id)) return;
    for (int i = 0; i < from->term_count; i++) {
        const Fact *term = ledger_get(other, from->terms[i].fact);
        if (term) add_fact(ledger, other, term, year);
    }
    Fact *fact = fact_begin(ledger, arena_printf(arena, "%s, %s", from->label, year), from->unit, from->formula, "%s", id);
    for (int i = 0; i < from->term_count; i++) {
        const Term *t = &from->terms[i];
        if (!t->fact || !fact_usesf(ledger, fact, "%s@%s", t->fact, year)) fact_takes(ledger, fact, t->name, t->value, t->known, t->place);
    }
    fact->form = from->form;
    fact->factor = from->factor;
    fact_copy(ledger, fact, from);
}

void calc_add_year(Ledger *ledger, const Ledger *other, const char *year) {
    for (size_t i = 0; i < ledger_count(other); i++) add_fact(ledger, other, ledger_at(other, i), year);
}

/* The latest earlier year in which a fact has a value. */
static const Fact *before(const Ledger *ledger, const Partnership *p, const char *id, const char **year) {
    const Fact *found = NULL;
    int latest = 0;
    for (int i = 0; i < p->earlier_year_count; i++) {
        const SchoolYear *y = &p->earlier_years[i].year;
        if (!y->text || y->first <= latest || (p->year.first && y->first >= p->year.first)) continue;
        const Fact *fact = ledger_get(ledger, arena_printf(ledger_arena(ledger), "%s@%s", id, y->text));
        if (fact && fact->status != FACT_UNKNOWN) found = fact, latest = y->first, *year = y->text;
    }
    return found;
}

/* verandering.ID and, for what is no percentage itself, groei.ID. */
static void add_change(Calc *calc, const Fact *now) {
    const char *year = NULL;
    const Fact *then = before(calc->ledger, calc->p, now->id, &year);
    if (!then) return;
    bool percent = strcmp(now->unit, "%") == 0;
    const char *label = TEXT(calc, "%s, verschil met %s", now->label, year);
    Fact *fact = fact_begin(calc->ledger, label, percent ? "procentpunt" : now->unit, TEXT(calc, "%s − %s", now->id, then->id),
                            CHANGE "%s", now->id);
    fact_uses(calc->ledger, fact, now->id);
    fact_uses(calc->ledger, fact, then->id);
    /* between two numbers as the reader sees them */
    fact->form = FORM_DIFFERENCE;
    fact_set(calc->ledger, fact, decimal_sub(now->value, then->value), now->value.scale > then->value.scale ? now->value.scale : then->value.scale);
    if (percent || now->status == FACT_UNKNOWN || decimal_compare(then->value, DECIMAL_ZERO) <= 0) return;
    Fact *share = fact_begin(calc->ledger, TEXT(calc, "%s, in procenten", label), "%",
                             TEXT(calc, "100 × (%s − %s) / %s", now->id, then->id, then->id), GROWTH "%s", now->id);
    fact_uses(calc->ledger, share, now->id);
    fact_uses(calc->ledger, share, then->id);
    Decimal difference = decimal_mul(decimal_sub(now->value, then->value), decimal_int(100));
    fact_set_ratio(calc->ledger, share, fraction_div(fraction_of(difference), fraction_of(then->value)), 1);
}

/* Changes for everything that is counted or calculated this year; parameters are no results. */
static void add_changes(Calc *calc) {
    size_t count = ledger_count(calc->ledger);
    const Fact **facts = ARENA_ARRAY(calc->arena, count, const Fact *);
    for (size_t i = 0; i < count; i++) facts[i] = ledger_at(calc->ledger, i);
    for (size_t i = 0; i < count; i++)
        if (!strchr(facts[i]->id, '@') && !starts_with(facts[i]->id, "parameter.")) add_change(calc, facts[i]);
}

void calc_after_years(Arena *arena, Ledger *ledger, const Partnership *partnership) {
    Calc calc = {.arena = arena, .p = partnership, .ledger = ledger};
    if (!ledger_get(ledger, "bekostiging.huidig")) calc_this_funding(&calc);
    if (partnership->earlier_year_count) add_changes(&calc);
}
