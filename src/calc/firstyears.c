/* First-years per institute and school, agreements with growth, and the figures of the running text (B10-B17). A table of
 * first-years goes before what follows from the levels, and is compared with it (R103). */
#include <string.h>

#include "calc/subjects.h"

typedef bool (*Picks)(const Partnership *p, const Tally *cell, int index);

static bool any(const Partnership *p, const Tally *cell, int index) {
    (void)p, (void)cell, (void)index;
    return true;
}
static bool of_institute(const Partnership *p, const Tally *cell, int index) {
    (void)p;
    return cell->institute == index;
}
static bool at_location(const Partnership *p, const Tally *cell, int index) {
    (void)p;
    return cell->location == index;
}
static bool at_school(const Partnership *p, const Tally *cell, int index) {
    (void)p;
    return cell->school == index;
}

/* Is the cell of a school that leads (kartrekker)? A parent school leads when one of its locations does. */
static bool leads(const Partnership *p, const Tally *cell, int yes) {
    bool found = false;
    for (int i = 0; i < p->location_count; i++) {
        const Location *at = &p->locations[i];
        bool here = cell->location == i || (cell->school != NO_INDEX && at->school == cell->school);
        if (here && at->group != NO_INDEX && strcmp(p->school_groups[at->group].key, "kartrekker") == 0) found = true;
    }
    return found == (yes != 0);
}

/* one: all cells are of one location or school. */
static void sum_cells(Calc *calc, Picks picks, int index, bool one, const char *label, const char *id) {
    const TallyList *list = &calc->p->students.first_years;
    Expression *sum = expression_sum(calc->arena, "de eerstejaars");
    for (int i = 0; i < list->count; i++) {
        const Tally *cell = &list->items[i];
        if (!picks(calc->p, cell, index)) continue;
        bool at = cell->location != NO_INDEX, school = cell->school != NO_INDEX;
        const char *who = at ? calc->p->locations[cell->location].name : school ? calc->p->schools[cell->school].name : "eerstejaars";
        const char *row = at ? calc->p->locations[cell->location].key : school ? calc->p->schools[cell->school].key : NULL;
        expression_add_row(calc->arena, sum, row, calc_cell(calc, who, "studenten", cell->count));
    }
    sum->of_one = one;
    calc_sum(calc, sum, 0, label, id);
}

/* The number of other schools that had at least one first-year; nothing as long as none is known to have. */
static void count_other_schools(Calc *calc) {
    const Partnership *p = calc->p;
    bool any = false;
    Expression *sum = expression_sum(calc->arena, "overige scholen met ten minste één eerstejaars");
    for (int i = 0; i < p->location_count + p->school_count; i++) {
        bool parent = i >= p->location_count;
        Tally cell = {.location = parent ? NO_INDEX : i, .school = parent ? i - p->location_count : NO_INDEX};
        const Expression *count = calc_partf(calc, "eerstejaars.school.%s", parent ? p->schools[i - p->location_count].key : p->locations[i].key);
        if (!count || leads(p, &cell, 1)) continue;
        any |= count->fact->status != FACT_UNKNOWN && decimal_compare(count->fact->exact, DECIMAL_ZERO) > 0;
        expression_add(calc->arena, sum, expression_compare(calc->arena, count, MORE, calc_number(calc, 0)));
    }
    if (any) calc_fact(calc, expression_with_units(calc->arena, sum, "scholen"), 0, "Overige scholen met eerstejaars", "eerstejaars.overige-scholen.aantal");
}

/* The cells of figure 1: one school (or location) and one institute. */
static void make_first_year_cells(Calc *calc) {
    const Partnership *p = calc->p;
    const TallyList *list = &p->students.first_years;
    for (int i = 0; i < list->count; i++) {
        const Tally *cell = &list->items[i];
        if (cell->institute == NO_INDEX || (cell->location == NO_INDEX && cell->school == NO_INDEX)) continue;
        bool at = cell->location != NO_INDEX;
        const char *key = at ? p->locations[cell->location].key : p->schools[cell->school].key;
        const char *name = at ? p->locations[cell->location].name : p->schools[cell->school].name;
        calc_fact(calc, calc_cell(calc, "eerstejaars", "studenten", cell->count), 0, TEXT(calc, "%s, eerstejaars van %s", name, p->institutes[cell->institute].abbreviation),
                  TEXT(calc, "eerstejaars.school.%s.instituut.%s", key, p->institutes[cell->institute].key));
    }
}

static void make_first_years(Calc *calc) {
    const Partnership *p = calc->p;
    make_first_year_cells(calc);
    sum_cells(calc, any, 0, false, "Eerstejaars, totaal", "eerstejaars.totaal");
    for (int i = 0; i < p->institute_count; i++)
        sum_cells(calc, of_institute, i, false, TEXT(calc, "Eerstejaars van %s", p->institutes[i].abbreviation),
                  TEXT(calc, "eerstejaars.instituut.%s", p->institutes[i].key));
    for (int i = 0; i < p->location_count; i++)
        sum_cells(calc, at_location, i, true, TEXT(calc, "%s, eerstejaars", p->locations[i].name),
                  TEXT(calc, "eerstejaars.school.%s", p->locations[i].key));
    for (int i = 0; i < p->school_count; i++)
        sum_cells(calc, at_school, i, true, TEXT(calc, "%s, eerstejaars", p->schools[i].name),
                  TEXT(calc, "eerstejaars.school.%s", p->schools[i].key));
    if (!calc_exists(calc, "aantal.kartrekkers")) return;
    sum_cells(calc, leads, 1, false, "Eerstejaars op kartrekkersscholen", "eerstejaars.kartrekkers");
    sum_cells(calc, leads, 0, false, "Eerstejaars op overige scholen", "eerstejaars.overige-scholen");
    count_other_schools(calc);
}

/* ---- without a table of their own: the partner students on levels that hold first-years alone ---- */

/* Of a level that holds first-years beside others nobody knows how many they are. */
static void add_mixed(Calc *calc, Expression *sum, const Location *at, const Level *level, bool some) {
    if (level->first_year != FIRST_YEAR_PARTLY || !some) return;
    expression_add(calc->arena, sum, expression_missing(calc->arena, TEXT(calc, "%s: eerstejaars onder %s", at->name, level->name), "studenten", at->place));
}

static bool may_be_some(const Fact *count) {
    return count && (count->status != FACT_KNOWN || !decimal_is_zero(count->exact));
}

/* eerstejaars.school.KEY from the levels; a location without any has none. */
static void derive_location(Calc *calc, const Location *at) {
    const Partnership *p = calc->p;
    Expression *sum = expression_of_one(expression_sum(calc->arena, TEXT(calc, "school.%s.niveau.* van de eerstejaarsniveaus", at->key)));
    for (int i = 0; i < p->level_count; i++) {
        const char *id = TEXT(calc, "school.%s.niveau.%s", at->key, p->levels[i].key);
        if (p->levels[i].first_year == FIRST_YEAR_ALL) expression_add(calc->arena, sum, calc_part(calc, id));
        add_mixed(calc, sum, at, &p->levels[i], may_be_some(ledger_get(calc->ledger, id)));
    }
    expression_with_units(calc->arena, expression_at(sum, at->place), "studenten");
    calc_fact(calc, sum, 0, TEXT(calc, "%s, eerstejaars", at->name), TEXT(calc, "eerstejaars.school.%s", at->key));
}

/* eerstejaars.school.KEY.instituut.INSTITUTE, when the placements say who comes from where. */
static void derive_cell(Calc *calc, int location, int institute) {
    const Partnership *p = calc->p;
    const TallyList *cells = &p->students.joint;
    const Location *at = &p->locations[location];
    const Institute *from = &p->institutes[institute];
    bool some = false;
    Expression *sum = expression_of_one(expression_sum(calc->arena, "de plaatsingen op de eerstejaarsniveaus"));
    for (int i = 0; i < cells->count; i++) {
        const Tally *cell = &cells->items[i];
        if (cell->institute != institute || cell->level == NO_INDEX) continue;
        const Level *level = &p->levels[cell->level];
        some |= level->first_year == FIRST_YEAR_ALL;
        if (cell->location != location) continue;
        if (level->first_year == FIRST_YEAR_ALL) expression_add(calc->arena, sum, calc_tally(calc, level->name, cell));
        add_mixed(calc, sum, at, level, cell->count.state == QUANTITY_UNKNOWN || !decimal_is_zero(cell->count.value));
    }
    if (some && !cells->mentioned[location]) /* then school.KEY.instituut.INSTITUTE is unknown too */
        expression_add(calc->arena, sum, calc_partf(calc, "school.%s.instituut.%s", at->key, from->key));
    calc_sum(calc, sum, 0, TEXT(calc, "%s, eerstejaars van %s", at->name, from->abbreviation), TEXT(calc, "eerstejaars.school.%s.instituut.%s", at->key, from->key));
}

/* The sum of eerstejaars.school.KEY + suffix over all locations, or those that lead (1) or do not (0). */
static void sum_derived(Calc *calc, int leading, const char *suffix, const char *label, const char *id) {
    const Partnership *p = calc->p;
    Expression *sum = expression_sum(calc->arena, TEXT(calc, "eerstejaars.school.*%s", suffix));
    for (int i = 0; i < p->location_count; i++) {
        Tally at = {.location = i, .school = NO_INDEX};
        if (leading == NO_INDEX || leads(p, &at, leading))
            calc_add_known(calc, sum, p->locations[i].key, calc_partf(calc, "eerstejaars.school.%s%s", p->locations[i].key, suffix));
    }
    calc_sum(calc, sum, 0, label, id);
}

static void derive_first_years(Calc *calc) {
    const Partnership *p = calc->p;
    bool any = false;
    for (int i = 0; i < p->level_count; i++)
        any |= p->levels[i].first_year == FIRST_YEAR_ALL && calc_exists(calc, TEXT(calc, "studenten.niveau.%s.totaal", p->levels[i].key));
    if (!any) return;
    for (int l = 0; l < p->location_count; l++) {
        derive_location(calc, &p->locations[l]);
        for (int i = 0; i < p->institute_count && p->students.joint.given; i++)
            if (p->institutes[i].partner) derive_cell(calc, l, i);
    }
    sum_derived(calc, NO_INDEX, "", "Eerstejaars, totaal", "eerstejaars.totaal");
    for (int i = 0; i < p->institute_count; i++)
        sum_derived(calc, NO_INDEX, TEXT(calc, ".instituut.%s", p->institutes[i].key), TEXT(calc, "Eerstejaars van %s", p->institutes[i].abbreviation),
                    TEXT(calc, "eerstejaars.instituut.%s", p->institutes[i].key));
    if (!calc_exists(calc, "aantal.kartrekkers")) return;
    sum_derived(calc, 1, "", "Eerstejaars op kartrekkersscholen", "eerstejaars.kartrekkers");
    sum_derived(calc, 0, "", "Eerstejaars op overige scholen", "eerstejaars.overige-scholen");
    count_other_schools(calc);
}

/* First-years counted by level: those levels that hold nobody else. */
static void make_by_level(Calc *calc) {
    const Partnership *p = calc->p;
    Expression *sum = expression_sum(calc->arena, "studenten.niveau.*.totaal van de eerstejaarsniveaus");
    for (int i = 0; i < p->level_count; i++)
        if (p->levels[i].first_year == FIRST_YEAR_ALL) expression_add(calc->arena, sum, calc_partf(calc, "studenten.niveau.%s.totaal", p->levels[i].key));
    calc_sum(calc, sum, 0, "Eerstejaars naar niveau", "eerstejaars.vt");
    for (int i = 0; i < p->level_count; i++) {
        const Level *level = &p->levels[i];
        if (level->first_year != FIRST_YEAR_ALL || level->group_index == NO_INDEX) continue;
        calc_share_paired(calc, TEXT(calc, "studenten.niveau.%s.totaal", level->key), TEXT(calc, "studenten.groep.%s.totaal", level->group), 1,
                          "Aandeel van de eerstejaars", "eerstejaars.aandeel");
    }
}

static void make_agreement(Calc *calc, const Agreement *a) {
    const char *agreed = TEXT(calc, "afspraak.%s.afgesproken", a->key);
    const char *actual = TEXT(calc, "afspraak.%s.werkelijk", a->key);
    const char *extra = TEXT(calc, "afspraak.%s.verschil", a->key);
    calc_given(calc, a->agreed, TEXT(calc, "%s, afgesproken", a->name), "studenten", 0, agreed);
    calc_given(calc, a->actual, TEXT(calc, "%s, werkelijk", a->name), "studenten", 0, actual);
    if (a->fact) calc_fact(calc, calc_part(calc, a->fact), 0, TEXT(calc, "%s, werkelijk", a->name), actual);
    if (!calc_fact(calc, expression_difference(calc->arena, calc_part(calc, actual), calc_part(calc, agreed)), 0,
                   TEXT(calc, "%s, werkelijk min afgesproken", a->name), extra)) return;
    calc_share(calc, extra, agreed, 1, TEXT(calc, "%s, groei ten opzichte van de afspraak", a->name), TEXT(calc, "afspraak.%s.groei", a->key));
}

static void make_key_number(Calc *calc, const KeyNumber *k) {
    const char *id = TEXT(calc, "kengetal.%s", k->key), *unit = k->unit ? k->unit : "";
    calc_given(calc, k->value, k->name ? k->name : k->key, unit, -1, id);
    if (k->of.state == QUANTITY_ABSENT) return;
    calc_given(calc, k->of, TEXT(calc, "%s, het geheel", k->name ? k->name : k->key), unit, -1,
               TEXT(calc, "kengetal.%s.van", k->key));
    calc_share(calc, id, TEXT(calc, "kengetal.%s.van", k->key), 1,
               TEXT(calc, "%s, aandeel", k->name ? k->name : k->key), TEXT(calc, "kengetal.%s.aandeel", k->key));
}

void calc_first_years(Calc *calc) {
    const Partnership *p = calc->p;
    if (p->students.first_years.given) make_first_years(calc);
    else derive_first_years(calc);
    make_by_level(calc);
    for (int i = 0; i < p->agreement_count; i++) make_agreement(calc, &p->agreements[i]);
    for (int i = 0; i < p->key_number_count; i++) make_key_number(calc, &p->key_numbers[i]);
}
