/* Several school years: the facts of earlier years beside those of this one, and the change from year to year. */
#include <string.h>

#include "calc/calc.h"
#include "calc/catalogue.h"
#include "calc/subjects.h"

/* The unit of a fact that this year does not have. */
static const char *unit_of(const char *id) {
    const Known *known = catalogue_find(id);
    return !known || strstr(known->unit, "zoals") || strstr(known->unit, " of ") || strstr(known->unit, "per N") ? "" : known->unit;
}

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
                       same ? same->unit : unit_of(stated->fact), -1, TEXT(calc, "%s@%s", stated->fact, year->year.text));
        }
    }
}

#define CHANGE "verandering."
#define GROWTH "groei."

static bool starts_with(const char *id, const char *start) {
    return strncmp(id, start, strlen(start)) == 0;
}

typedef struct Renamer {
    Ledger *ledger;
    const char *year;
} Renamer;

static const Fact *add_fact(Renamer *r, const Fact *from);

static bool is_own(const Fact *fact) {
    return !strchr(fact->id, '@') && !starts_with(fact->id, CHANGE) && !starts_with(fact->id, GROWTH);
}

/* What the other ledger holds of years of its own has no name here: it is written out. */
static Expression *renamed(void *data, const Fact *fact) {
    Renamer *r = data;
    Arena *arena = ledger_arena(r->ledger);
    return is_own(fact) ? expression_of_fact(arena, add_fact(r, fact)) : expression_copy(arena, fact->expression, renamed, r);
}

/* A fact of another ledger as "ID@YEAR", with all that it rests on. */
static const Fact *add_fact(Renamer *r, const Fact *from) {
    Arena *arena = ledger_arena(r->ledger);
    const char *id = arena_printf(arena, "%s@%s", from->id, r->year);
    const Fact *there = ledger_get(r->ledger, id);
    if (there) return there;
    return ledger_add(r->ledger, expression_copy(arena, from->expression, renamed, r), from->places, arena_printf(arena, "%s, %s", from->label, r->year), id);
}

/* The ledger's own years are not taken along: every input names the years it wants beside its own. */
void calc_add_year(Ledger *ledger, const Ledger *other, const char *year) {
    Renamer r = {ledger, year};
    for (size_t i = 0; i < ledger_count(other); i++)
        if (is_own(ledger_at(other, i))) add_fact(&r, ledger_at(other, i));
}

static bool same(const Fact *a, const Fact *b) {
    if (a->status != b->status) return false;
    return a->status == FACT_UNKNOWN || decimal_compare(a->value, b->value) == 0;
}

/* now - then as the reader sees them; over the cells that both know when either is not wholly known. */
static Expression *change_of(Arena *arena, const Fact *now, const Fact *then) {
    const Expression *left = expression_of_fact(arena, now), *right = expression_of_fact(arena, then);
    const Expression *a = expression_side(arena, left, true), *b = expression_side(arena, right, false);
    bool whole = now->status == FACT_KNOWN && then->status == FACT_KNOWN;
    Expression *pair = whole ? NULL : expression_paired_cells(arena, left, right, expression_difference(arena, a, b));
    return pair ? pair : expression_difference(arena, expression_round(arena, left, now->value.scale), expression_round(arena, right, then->value.scale));
}

/* "verandering.ID@NAME" of what differs. */
static void add_difference(Ledger *ledger, const Fact *now, const Fact *then, const char *name) {
    Arena *arena = ledger_arena(ledger);
    if (!now || now->status == FACT_UNKNOWN || then->status == FACT_UNKNOWN) return;
    int places = now->value.scale > then->value.scale ? now->value.scale : then->value.scale;
    ledger_add(ledger, change_of(arena, now, then), places, arena_printf(arena, "%s, verandering sinds %s", now->label, name), arena_printf(arena, CHANGE "%s@%s", now->id, name));
}

void calc_add_differences(Ledger *ledger, const Ledger *other, const char *name) {
    Renamer r = {ledger, name};
    for (size_t i = 0; i < ledger_count(other); i++) {
        const Fact *old = ledger_at(other, i), *now = ledger_get(ledger, old->id);
        if (!is_own(old) || (now && same(now, old))) continue;
        add_difference(ledger, now, add_fact(&r, old), name);
    }
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

/* The growth in % of then. */
static Expression *growth_of(Arena *arena, const Fact *now, const Fact *then) {
    const Expression *left = expression_of_fact(arena, now), *right = expression_of_fact(arena, then);
    const Expression *a = expression_side(arena, left, true), *b = expression_side(arena, right, false);
    bool whole = now->status == FACT_KNOWN && then->status == FACT_KNOWN;
    Expression *pair = whole ? NULL : expression_paired_cells(arena, left, right, expression_share(arena, expression_difference(arena, a, b), b));
    if (pair) return pair;
    const Expression *was = expression_round(arena, right, then->value.scale);
    return expression_share(arena, expression_difference(arena, expression_round(arena, left, now->value.scale), was), was);
}

/* verandering.ID and, for what is no percentage itself, groei.ID. */
static void add_change(Calc *calc, const Fact *now) {
    const char *year = NULL;
    const Fact *then = before(calc->ledger, calc->p, now->id, &year);
    if (!then) return;
    bool percent = strcmp(now->unit, "%") == 0;
    const char *label = TEXT(calc, "%s, verschil met %s", now->label, year);
    Expression *change = change_of(calc->arena, now, then);
    if (percent) expression_with_units(calc->arena, change, "procentpunt");
    calc_fact(calc, change, now->value.scale > then->value.scale ? now->value.scale : then->value.scale, label, TEXT(calc, CHANGE "%s", now->id));
    if (percent || now->status == FACT_UNKNOWN || decimal_compare(then->value, DECIMAL_ZERO) <= 0) return;
    calc_fact(calc, growth_of(calc->arena, now, then), 1, TEXT(calc, "%s, in procenten", label), TEXT(calc, GROWTH "%s", now->id));
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
