/* Students: placements per location and institute, partners and others, unique persons and their shares.
 *
 * A location without a row in the counts is unknown; an empty cell of a row is no student. Rules B3-B6, A14 of the reference. */
#include "calc/subjects.h"

static const TallyList *cells_of(const Partnership *p) {
    const Students *s = &p->students;
    return s->by_institute.given ? &s->by_institute : s->joint.given ? &s->joint : NULL;
}

/* school.KEY.instituut.INSTITUTE: what the cells of that location and institute hold. */
static void make_cell(Calc *calc, const TallyList *cells, int location, int institute) {
    const Partnership *p = calc->p;
    const Location *at = &p->locations[location];
    const Institute *from = &p->institutes[institute];
    Expression *sum = expression_of_one(expression_sum(calc->arena, "de plaatsingen"));
    for (int i = 0; i < cells->count; i++) {
        const Tally *cell = &cells->items[i];
        if (cell->location != location || cell->institute != institute) continue;
        expression_add(calc->arena, sum, calc_tally(calc, cell->level == NO_INDEX ? "aantal" : p->levels[cell->level].abbreviation, cell));
    }
    calc_sum(calc, sum, 0, TEXT(calc, "%s, studenten van %s", at->name, from->abbreviation), TEXT(calc, "school.%s.instituut.%s", at->key, from->key));
}

/* school.KEY.partners or .overig: the institutes of that kind. */
static void make_kind(Calc *calc, int location, bool partner) {
    const Partnership *p = calc->p;
    const Location *at = &p->locations[location];
    int institutes = 0;
    Expression *sum = expression_of_one(expression_sum(calc->arena, TEXT(calc, "school.%s.instituut.* (%s)", at->key, partner ? "partners" : "geen partner")));
    expression_with_units(calc->arena, sum, "studenten");
    for (int i = 0; i < p->institute_count; i++) {
        if (p->institutes[i].partner != partner) continue;
        institutes++;
        expression_add(calc->arena, sum, calc_partf(calc, "school.%s.instituut.%s", at->key, p->institutes[i].key));
    }
    if (!institutes) return;
    calc_fact(calc, expression_at(sum, at->place), 0, TEXT(calc, "%s, studenten van %s", at->name, partner ? "partners" : "overige opleidingen"),
              TEXT(calc, "school.%s.%s", at->key, partner ? "partners" : "overig"));
}

static bool has_institutes(const Partnership *p, bool partner) {
    for (int i = 0; i < p->institute_count; i++)
        if (p->institutes[i].partner == partner) return true;
    return false;
}

/* Does any row of the counts hold students of the institute? */
static bool is_counted(const TallyList *cells, int institute) {
    for (int i = 0; i < cells->count; i++)
        if (cells->items[i].institute == institute) return true;
    return false;
}

static void make_partner_share(Calc *calc, const Location *at) {
    calc_share(calc, TEXT(calc, "school.%s.partners", at->key), TEXT(calc, "school.%s.studenten", at->key), 0,
               TEXT(calc, "%s, aandeel van partners", at->name), TEXT(calc, "school.%s.partneraandeel", at->key));
}

static void make_unsaid(Calc *calc, const TallyList *cells, const Location *at) {
    const Partnership *p = calc->p;
    calc_not_given(calc, at, "studenten", "studenten");
    if (has_institutes(p, true)) calc_not_given(calc, at, "partners", "studenten van partners");
    if (has_institutes(p, false)) calc_not_given(calc, at, "overig", "studenten van overige opleidingen");
    for (int i = 0; i < p->institute_count; i++)
        if (is_counted(cells, i))
            calc_not_given(calc, at, TEXT(calc, "instituut.%s", p->institutes[i].key), TEXT(calc, "studenten van %s", p->institutes[i].abbreviation));
}

static void make_location(Calc *calc, const TallyList *cells, int location) {
    const Partnership *p = calc->p;
    const Location *at = &p->locations[location];
    if (cells->mentioned[location]) {
        for (int i = 0; i < p->institute_count; i++) make_cell(calc, cells, location, i);
        make_kind(calc, location, true);
        make_kind(calc, location, false);
        Expression *sum = expression_of_one(expression_sum(calc->arena, NULL));
        expression_add(calc->arena, sum, calc_partf(calc, "school.%s.partners", at->key));
        expression_add(calc->arena, sum, calc_partf(calc, "school.%s.overig", at->key));
        calc_fact(calc, expression_with_units(calc->arena, sum, "studenten"), 0, TEXT(calc, "%s, studenten", at->name), TEXT(calc, "school.%s.studenten", at->key));
    } else {
        make_unsaid(calc, cells, at);
    }
    make_partner_share(calc, at);
}

/* All locations: a row that was delivered without this institute has none of it. */
static const Fact *make_institute_total(Calc *calc, const TallyList *cells, const Institute *from) {
    const Partnership *p = calc->p;
    bool any = false;
    Expression *sum = expression_sum(calc->arena, TEXT(calc, "school.*.instituut.%s", from->key));
    for (int i = 0; i < p->location_count; i++) {
        const Expression *part = calc_partf(calc, "school.%s.instituut.%s", p->locations[i].key, from->key);
        any |= part != NULL;
        if (part) calc_add_known(calc, sum, p->locations[i].key, part);
        else if (cells->mentioned[i]) expression_add_row(calc->arena, sum, p->locations[i].key, expression_empty(calc->arena, p->locations[i].place));
    }
    expression_with_units(calc->arena, sum, "studenten");
    return any ? calc_fact(calc, sum, 0, TEXT(calc, "Studenten van %s", from->abbreviation), TEXT(calc, "studenten.instituut.%s.totaal", from->key)) : NULL;
}

static const Fact *make_switched(Calc *calc, int institute) {
    const Partnership *p = calc->p;
    const TallyList *list = &p->students.switchers;
    Expression *sum = expression_sum(calc->arena, "de wisselaars");
    for (int i = 0; i < list->count; i++)
        if (list->items[i].institute == institute) expression_add(calc->arena, sum, calc_cell(calc, "wisselaars", "studenten", list->items[i].count));
    if (!sum->count && list->count) /* they were counted, and this institute had none */
        expression_add(calc->arena, sum, expression_empty(calc->arena, list->items[0].place)), expression_at(sum, list->items[0].place);
    expression_with_units(calc->arena, sum, "studenten");
    return calc_sum(calc, sum, 0, TEXT(calc, "Binnen het partnerschap van school gewisseld, %s", p->institutes[institute].abbreviation),
                    TEXT(calc, "studenten.instituut.%s.wisselaars", p->institutes[institute].key));
}

/* Those who are counted, less who are counted twice. */
static void make_unique_of(Calc *calc, const char *total, const char *switched, const char *label, const char *id) {
    const Expression *less = calc_part(calc, switched), *all = calc_part(calc, total);
    calc_fact(calc, less ? expression_difference(calc->arena, all, less) : all, 0, label, id);
}

/* studenten.instituut.KEY.totaal, .wisselaars and .uniek. */
static void make_institute(Calc *calc, const TallyList *cells, int institute) {
    const Institute *from = &calc->p->institutes[institute];
    if (!make_institute_total(calc, cells, from)) return;
    make_switched(calc, institute);
    make_unique_of(calc, TEXT(calc, "studenten.instituut.%s.totaal", from->key), TEXT(calc, "studenten.instituut.%s.wisselaars", from->key),
                   TEXT(calc, "Unieke studenten van %s", from->abbreviation), TEXT(calc, "studenten.instituut.%s.uniek", from->key));
}

static void sum_two(Calc *calc, const char *a, const char *b, const char *label, const char *id) {
    Expression *sum = expression_sum(calc->arena, NULL);
    expression_add(calc->arena, sum, calc_part(calc, a));
    expression_add(calc->arena, sum, calc_part(calc, b));
    calc_sum(calc, sum, 0, label, id);
}

static void sum_institutes(Calc *calc, bool partners_alone, const char *suffix, const char *label, const char *id) {
    const Partnership *p = calc->p;
    Expression *sum = expression_sum(calc->arena, TEXT(calc, "studenten.instituut.*.%s%s", suffix, partners_alone ? " van de partners" : ""));
    for (int i = 0; i < p->institute_count; i++)
        if (p->institutes[i].partner || !partners_alone) expression_add(calc->arena, sum, calc_partf(calc, "studenten.instituut.%s.%s", p->institutes[i].key, suffix));
    calc_sum(calc, sum, 0, label, id);
}

static void make_shares(Calc *calc) {
    const Partnership *p = calc->p;
    for (int i = 0; i < p->institute_count; i++)
        calc_share(calc, TEXT(calc, "studenten.instituut.%s.uniek", p->institutes[i].key), "studenten.uniek", 0,
                   TEXT(calc, "Aandeel van %s in de unieke studenten", p->institutes[i].abbreviation),
                   TEXT(calc, "studenten.instituut.%s.aandeel", p->institutes[i].key));
    calc_share_paired(calc, "studenten.partners", "studenten.totaal", 0, "Aandeel van partners", "studenten.partneraandeel");
    calc_share(calc, "studenten.overig", "studenten.uniek", 0, "Aandeel van overige opleidingen", "studenten.overig.aandeel");
}

static void make_boards(Calc *calc) {
    static const char *const parts[][3] = {{"studenten", "studenten"}, {"partners", "studenten van partners"},
                                           {"overig", "studenten van overige opleidingen"}};
    for (int b = 0; b < calc->p->board_count; b++) {
        const Board *board = &calc->p->boards[b];
        for (int i = 0; i < 3; i++)
            calc_sum_locations(calc, b, parts[i][0], TEXT(calc, "%s, %s", board->name, parts[i][1]), "studenten",
                               TEXT(calc, "bestuur.%s.%s", board->key, parts[i][0]));
    }
}

void calc_students(Calc *calc) {
    const TallyList *cells = cells_of(calc->p);
    if (!cells) return;
    for (int i = 0; i < calc->p->location_count; i++) make_location(calc, cells, i);
    calc_sum_locations(calc, NO_INDEX, "partners", "Studenten van partners", "studenten", "studenten.partners");
    calc_sum_locations(calc, NO_INDEX, "overig", "Studenten van overige opleidingen", "studenten", "studenten.overig");
    sum_two(calc, "studenten.partners", "studenten.overig", "Studenten, totaal", "studenten.totaal");
    for (int i = 0; i < calc->p->institute_count; i++) make_institute(calc, cells, i);
    sum_institutes(calc, false, "wisselaars", "Binnen het partnerschap van school gewisseld", "studenten.wisselaars");
    if (calc_exists(calc, "studenten.totaal")) {
        make_unique_of(calc, "studenten.totaal", "studenten.wisselaars", "Unieke studenten", "studenten.uniek");
        sum_institutes(calc, true, "uniek", "Unieke studenten van partners (grondslag DUS-i)", "studenten.dusi");
    }
    make_shares(calc);
    make_boards(calc);
}
