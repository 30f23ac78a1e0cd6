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
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, studenten van %s", at->name, from->abbreviation), "studenten",
                            "som van de plaatsingen", "school.%s.instituut.%s", at->key, from->key);
    for (int i = 0; i < cells->count; i++) {
        const Tally *cell = &cells->items[i];
        if (cell->location != location || cell->institute != institute) continue;
        calc_take_cell(calc, fact, cell->level == NO_INDEX ? "aantal" : p->levels[cell->level].abbreviation, cell);
    }
    if (fact->term_count) fact_sum(calc->ledger, fact, 0);
}

/* school.KEY.partners or .overig: the institutes of that kind. */
static void make_kind(Calc *calc, int location, bool partner) {
    const Partnership *p = calc->p;
    const Location *at = &p->locations[location];
    const char *kind = partner ? "partners" : "overig";
    int institutes = 0;
    Fact *fact = fact_begin(calc->ledger,
                            TEXT(calc, "%s, studenten van %s", at->name, partner ? "partners" : "overige opleidingen"),
                            "studenten",
                            TEXT(calc, "som van school.%s.instituut.* (%s)", at->key, partner ? "partners" : "geen partner"),
                            "school.%s.%s", at->key, kind);
    for (int i = 0; i < p->institute_count; i++) {
        if (p->institutes[i].partner != partner) continue;
        institutes++;
        fact_usesf(calc->ledger, fact, "school.%s.instituut.%s", at->key, p->institutes[i].key);
    }
    if (!institutes) return;
    fact_source(calc->ledger, fact, at->place);
    fact_sum(calc->ledger, fact, 0);
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
    calc_share_over(calc, SHARE_OF_WHOLE, TEXT(calc, "school.%s.partners", at->key), TEXT(calc, "school.%s.studenten", at->key), 0,
                    TEXT(calc, "%s, aandeel van partners", at->name), TEXT(calc, "school.%s.partneraandeel", at->key));
}

static void make_location(Calc *calc, const TallyList *cells, int location) {
    const Partnership *p = calc->p;
    const Location *at = &p->locations[location];
    const char *label = TEXT(calc, "%s, studenten", at->name);
    if (!cells->mentioned[location]) {
        calc_not_given(calc, at, "studenten", "studenten");
        if (has_institutes(p, true)) calc_not_given(calc, at, "partners", "studenten van partners");
        if (has_institutes(p, false)) calc_not_given(calc, at, "overig", "studenten van overige opleidingen");
        for (int i = 0; i < p->institute_count; i++)
            if (is_counted(cells, i))
                calc_not_given(calc, at, TEXT(calc, "instituut.%s", p->institutes[i].key), TEXT(calc, "studenten van %s", p->institutes[i].abbreviation));
        make_partner_share(calc, at);
        return;
    }
    for (int i = 0; i < p->institute_count; i++) make_cell(calc, cells, location, i);
    make_kind(calc, location, true);
    make_kind(calc, location, false);
    Fact *fact = fact_begin(calc->ledger, label, "studenten", "partners + overig", "school.%s.studenten", at->key);
    fact_usesf(calc->ledger, fact, "school.%s.partners", at->key);
    fact_usesf(calc->ledger, fact, "school.%s.overig", at->key);
    fact->form = FORM_SUM;
    fact_set(calc->ledger, fact, decimal_add(fact_term(fact, 0), fact_term(fact, 1)), 0);
    make_partner_share(calc, at);
}

/* studenten.instituut.KEY.totaal, .wisselaars and .uniek. */
static void make_institute(Calc *calc, int institute) {
    const Partnership *p = calc->p;
    const Institute *from = &p->institutes[institute];
    const char *name = from->abbreviation;
    calc_sum_locations(calc, NO_INDEX, TEXT(calc, "instituut.%s", from->key), TEXT(calc, "Studenten van %s", name),
                       "studenten", TEXT(calc, "studenten.instituut.%s.totaal", from->key));
    if (!calc_exists(calc, TEXT(calc, "studenten.instituut.%s.totaal", from->key))) return;
    Fact *switched = fact_begin(calc->ledger, TEXT(calc, "Binnen het partnerschap van school gewisseld, %s", name),
                                "studenten", "som van de wisselaars", "studenten.instituut.%s.wisselaars", from->key);
    for (int i = 0; i < p->students.switchers.count; i++)
        if (p->students.switchers.items[i].institute == institute)
            calc_take(calc, switched, "wisselaars", p->students.switchers.items[i].count);
    if (switched->term_count) fact_sum(calc->ledger, switched, 0);
    else if (p->students.switchers.count) { /* they were counted, and this institute had none */
        fact_source(calc->ledger, switched, p->students.switchers.items[0].place);
        fact_set(calc->ledger, switched, DECIMAL_ZERO, 0);
    }
    Fact *unique = fact_begin(calc->ledger, TEXT(calc, "Unieke studenten van %s", name), "studenten",
                              "totaal − wisselaars", "studenten.instituut.%s.uniek", from->key);
    fact_usesf(calc->ledger, unique, "studenten.instituut.%s.totaal", from->key);
    if (calc_exists(calc, switched->id)) fact_uses(calc->ledger, unique, switched->id);
    fact_difference(calc->ledger, unique, 0);
}

/* Over all cells that are known, so that shares of institutes add up: a location with one unknown cell adds its others. */
static void make_total(Calc *calc) {
    Fact *fact = fact_begin(calc->ledger, "Studenten, totaal", "studenten", "studenten.partners + studenten.overig",
                            "studenten.totaal");
    fact_uses(calc->ledger, fact, "studenten.partners");
    fact_uses(calc->ledger, fact, "studenten.overig");
    if (fact->term_count) fact_sum(calc->ledger, fact, 0);
}

static void make_switchers(Calc *calc) {
    const Partnership *p = calc->p;
    Fact *fact = fact_begin(calc->ledger, "Binnen het partnerschap van school gewisseld", "studenten",
                            "som van studenten.instituut.*.wisselaars", "studenten.wisselaars");
    for (int i = 0; i < p->institute_count; i++)
        fact_usesf(calc->ledger, fact, "studenten.instituut.%s.wisselaars", p->institutes[i].key);
    if (fact->term_count) fact_sum(calc->ledger, fact, 0);
}

static void make_unique(Calc *calc) {
    const Partnership *p = calc->p;
    Fact *unique = fact_begin(calc->ledger, "Unieke studenten", "studenten",
                              "studenten.totaal − studenten.wisselaars (voor zover geteld)", "studenten.uniek");
    fact_uses(calc->ledger, unique, "studenten.totaal");
    fact_uses(calc->ledger, unique, "studenten.wisselaars");
    fact_over_counted(unique);
    fact_difference(calc->ledger, unique, 0);
    Fact *counted = fact_begin(calc->ledger, "Unieke studenten van partners (grondslag DUS-i)", "studenten",
                               "som van studenten.instituut.*.uniek van de partners", "studenten.dusi");
    for (int i = 0; i < p->institute_count; i++)
        if (p->institutes[i].partner)
            fact_usesf(calc->ledger, counted, "studenten.instituut.%s.uniek", p->institutes[i].key);
    if (counted->term_count) fact_sum(calc->ledger, counted, 0);
}

static void make_shares(Calc *calc) {
    const Partnership *p = calc->p;
    for (int i = 0; i < p->institute_count; i++)
        calc_share_over(calc, SHARE_OF_COUNTED, TEXT(calc, "studenten.instituut.%s.uniek", p->institutes[i].key), "studenten.uniek", 0,
                   TEXT(calc, "Aandeel van %s in de unieke studenten", p->institutes[i].abbreviation),
                   TEXT(calc, "studenten.instituut.%s.aandeel", p->institutes[i].key));
    calc_share(calc, "studenten.partners", "studenten.totaal", 0, "Aandeel van partners", "studenten.partneraandeel");
    calc_share(calc, "studenten.overig", "studenten.uniek", 0, "Aandeel van overige opleidingen",
               "studenten.overig.aandeel");
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
    make_total(calc);
    for (int i = 0; i < calc->p->institute_count; i++) make_institute(calc, i);
    make_switchers(calc);
    if (calc_exists(calc, "studenten.totaal")) make_unique(calc);
    make_shares(calc);
    make_boards(calc);
}
