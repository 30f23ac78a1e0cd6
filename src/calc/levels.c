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
    Expression *sum = expression_of_one(expression_sum(calc->arena, "de plaatsingen op dit niveau"));
    for (int i = 0; i < cells->count; i++) {
        const Tally *cell = &cells->items[i];
        if (cell->location != location || cell->level != level || !counts(p, cell)) continue;
        expression_add(calc->arena, sum, calc_tally(calc, cell->institute == NO_INDEX ? "aantal" : p->institutes[cell->institute].abbreviation, cell));
    }
    calc_sum(calc, sum, 0, TEXT(calc, "%s, studenten %s", p->locations[location].name, p->levels[level].name),
             TEXT(calc, "school.%s.niveau.%s", p->locations[location].key, p->levels[level].key));
}

/* All locations: a row that was delivered without this level has nobody on it. */
static void make_level(Calc *calc, const TallyList *cells, int level) {
    const Partnership *p = calc->p;
    Expression *sum = expression_at(expression_sum(calc->arena, TEXT(calc, "school.*.niveau.%s", p->levels[level].key)), p->levels[level].place);
    for (int i = 0; i < p->location_count; i++) {
        const Expression *part = calc_partf(calc, "school.%s.niveau.%s", p->locations[i].key, p->levels[level].key);
        if (part) calc_add_known(calc, sum, p->locations[i].key, part);
        else if (cells->mentioned[i]) expression_add_row(calc->arena, sum, p->locations[i].key, expression_empty(calc->arena, p->locations[i].place));
    }
    calc_fact(calc, expression_with_units(calc->arena, sum, "studenten"), 0, TEXT(calc, "Studenten %s", p->levels[level].name),
              TEXT(calc, "studenten.niveau.%s.totaal", p->levels[level].key));
}

static void sum_levels(Calc *calc, int group, const char *label, const char *id) {
    const Partnership *p = calc->p;
    Expression *sum = expression_sum(calc->arena, group == NO_INDEX ? "studenten.niveau.*.totaal" : NULL);
    for (int i = 0; i < p->level_count; i++)
        if (group == NO_INDEX || p->levels[i].group_index == group)
            expression_add(calc->arena, sum, calc_partf(calc, "studenten.niveau.%s.totaal", p->levels[i].key));
    calc_sum(calc, sum, 0, label, id);
}

static void make_shares(Calc *calc, const Level *level) {
    const char *total = TEXT(calc, "studenten.niveau.%s.totaal", level->key);
    calc_share_paired(calc, total, "studenten.niveaus.totaal", 1, TEXT(calc, "Aandeel van %s", level->name),
               TEXT(calc, "studenten.niveau.%s.aandeel", level->key));
    if (level->group_index == NO_INDEX) return;
    const Group *group = &calc->p->level_groups[level->group_index];
    calc_share_paired(calc, total, TEXT(calc, "studenten.groep.%s.totaal", group->key), 1,
               TEXT(calc, "Aandeel van %s binnen %s", level->name, group->name),
               TEXT(calc, "studenten.niveau.%s.groepsaandeel", level->key));
}

void calc_levels(Calc *calc) {
    const Partnership *p = calc->p;
    const TallyList *cells = cells_of(p);
    if (!cells || !p->level_count) return;
    for (int l = 0; l < p->location_count; l++)
        for (int i = 0; i < p->level_count; i++) make_cell(calc, cells, l, i);
    for (int i = 0; i < p->level_count; i++) make_level(calc, cells, i);
    sum_levels(calc, NO_INDEX, "Studenten, alle niveaus", "studenten.niveaus.totaal");
    for (int g = 0; g < p->level_group_count; g++)
        sum_levels(calc, g, TEXT(calc, "Studenten, %s", p->level_groups[g].name),
                   TEXT(calc, "studenten.groep.%s.totaal", p->level_groups[g].key));
    for (int i = 0; i < p->level_count; i++) make_shares(calc, &p->levels[i]);
}
