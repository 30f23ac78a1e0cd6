/* Students per level: totals, and shares over the partner students and over a group of levels (B13, B14). */
#include "calc/subjects.h"

static const TallyList *cells_of(const Partnership *p) {
    return p->students.by_level.given ? &p->students.by_level : p->students.joint.given ? &p->students.joint : NULL;
}

/* Levels are counted over partner students only, as figure 11 does: the joint table tells who is one. */
static bool counts(const Partnership *p, const Tally *cell) {
    return cell->institute == NO_INDEX || p->institutes[cell->institute].partner;
}

/* Has the list no row of a location that may have students? Known to have none of partners, it adds nothing. */
static bool is_missing(const Calc *calc, const TallyList *cells, int location) {
    const Fact *partners = ledger_get(calc->ledger, TEXT(calc, "school.%s.partners", calc->p->locations[location].key));
    if (cells->mentioned[location]) return false;
    return !partners || partners->status != FACT_KNOWN || !decimal_is_zero(partners->exact);
}

static void make_cell(Calc *calc, const TallyList *cells, int location, int level) {
    const Partnership *p = calc->p;
    if (is_missing(calc, cells, location)) {
        calc_not_given(calc, &p->locations[location], TEXT(calc, "niveau.%s", p->levels[level].key), TEXT(calc, "studenten %s", p->levels[level].name));
        return;
    }
    Fact *fact = fact_begin(calc->ledger,
                            TEXT(calc, "%s, studenten %s", p->locations[location].name, p->levels[level].name),
                            "studenten", "som van de plaatsingen op dit niveau", "school.%s.niveau.%s",
                            p->locations[location].key, p->levels[level].key);
    for (int i = 0; i < cells->count; i++) {
        const Tally *cell = &cells->items[i];
        if (cell->location != location || cell->level != level || !counts(p, cell)) continue;
        calc_take_cell(calc, fact, cell->institute == NO_INDEX ? "aantal" : p->institutes[cell->institute].abbreviation, cell);
    }
    if (fact->term_count) fact_sum(calc->ledger, fact, 0);
}

static void make_level(Calc *calc, int level) {
    const Partnership *p = calc->p;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "Studenten %s", p->levels[level].name), "studenten",
                            TEXT(calc, "som van school.*.niveau.%s", p->levels[level].key),
                            "studenten.niveau.%s.totaal", p->levels[level].key);
    for (int i = 0; i < p->location_count; i++) fact_usesf(calc->ledger, fact, "school.%s.niveau.%s", p->locations[i].key, p->levels[level].key);
    fact_source(calc->ledger, fact, p->levels[level].place);
    fact_sum(calc->ledger, fact, 0);
}

static void sum_levels(Calc *calc, int group, const char *label, const char *id) {
    const Partnership *p = calc->p;
    Fact *fact = fact_begin(calc->ledger, label, "studenten", "som van studenten.niveau.*.totaal", "%s", id);
    for (int i = 0; i < p->level_count; i++)
        if (group == NO_INDEX || p->levels[i].group_index == group)
            fact_usesf(calc->ledger, fact, "studenten.niveau.%s.totaal", p->levels[i].key);
    if (fact->term_count) fact_sum(calc->ledger, fact, 0);
}

static void make_shares(Calc *calc, const Level *level) {
    const char *total = TEXT(calc, "studenten.niveau.%s.totaal", level->key);
    calc_share_over(calc, SHARE_OF_COUNTED, total, "studenten.niveaus.totaal", 1, TEXT(calc, "Aandeel van %s", level->name),
               TEXT(calc, "studenten.niveau.%s.aandeel", level->key));
    if (level->group_index == NO_INDEX) return;
    const Group *group = &calc->p->level_groups[level->group_index];
    calc_share(calc, total, TEXT(calc, "studenten.groep.%s.totaal", group->key), 1,
               TEXT(calc, "Aandeel van %s binnen %s", level->name, group->name),
               TEXT(calc, "studenten.niveau.%s.groepsaandeel", level->key));
}

void calc_levels(Calc *calc) {
    const Partnership *p = calc->p;
    const TallyList *cells = cells_of(p);
    if (!cells || !p->level_count) return;
    for (int l = 0; l < p->location_count; l++)
        for (int i = 0; i < p->level_count; i++) make_cell(calc, cells, l, i);
    for (int i = 0; i < p->level_count; i++) make_level(calc, i);
    sum_levels(calc, NO_INDEX, "Studenten, alle niveaus", "studenten.niveaus.totaal");
    for (int g = 0; g < p->level_group_count; g++)
        sum_levels(calc, g, TEXT(calc, "Studenten, %s", p->level_groups[g].name),
                   TEXT(calc, "studenten.groep.%s.totaal", p->level_groups[g].key));
    for (int i = 0; i < p->level_count; i++) make_shares(calc, &p->levels[i]);
}
