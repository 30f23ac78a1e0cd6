/* Targets: pupils, target per location and in total, surplus, density (B1, B2, B7-B9). */
#include "calc/subjects.h"

static void make_target(Calc *calc, const Location *at) {
    const char *id = TEXT(calc, "school.%s.streefaantal", at->key);
    const char *label = TEXT(calc, "%s, streefaantal", at->name);
    if (at->target.state != QUANTITY_ABSENT) {
        calc_given(calc, at->target, label, "studenten", 0, id);
        return;
    }
    const char *pupils = TEXT(calc, "school.%s.leerlingen", at->key);
    if (!calc_exists(calc, pupils) || !calc_has(calc, PARAMETER_PUPILS_PER_STUDENT)) return;
    Decimal norm = calc_value(calc, PARAMETER_PUPILS_PER_STUDENT);
    if (decimal_is_zero(norm)) return;
    Fact *fact = fact_begin(calc->ledger, label, "studenten", "leerlingen / leerlingen-per-student, afgerond", "%s", id);
    fact_uses(calc->ledger, fact, pupils);
    calc_parameter(calc, fact, PARAMETER_PUPILS_PER_STUDENT);
    fact_set(calc->ledger, fact, decimal_div(fact_term(fact, 0), norm, 0), 0);
}

/* Surplus, whether the target is met, and density. */
static void make_comparison(Calc *calc, const Location *at) {
    const char *students = TEXT(calc, "school.%s.studenten", at->key);
    const char *target = TEXT(calc, "school.%s.streefaantal", at->key);
    if (!calc_exists(calc, students) || !calc_exists(calc, target)) return;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, verschil met het streefaantal", at->name), "studenten",
                            "studenten − streefaantal", "school.%s.verschil", at->key);
    fact_uses(calc->ledger, fact, students);
    fact_uses(calc->ledger, fact, target);
    fact_needs_whole(fact);
    const Fact *made = fact_difference(calc->ledger, fact, 0);
    Fact *met = fact_begin(calc->ledger, TEXT(calc, "%s, streefaantal gehaald (1 = ja)", at->name), "",
                           "1 als verschil ≥ 0, anders 0", "school.%s.gehaald", at->key);
    fact_uses(calc->ledger, met, made->id);
    met->form = FORM_SIGNS;
    fact_set(calc->ledger, met, decimal_int(decimal_compare(fact_term(met, 0), DECIMAL_ZERO) >= 0), 0);
}

void calc_density(Calc *calc, const char *students, const char *pupils, bool whole, const char *label, const char *id) {
    if (!calc_exists(calc, students) || !calc_divides(ledger_get(calc->ledger, pupils)) || !calc_has(calc, PARAMETER_PUPILS_PER_STUDENT)) return;
    Decimal norm = calc_value(calc, PARAMETER_PUPILS_PER_STUDENT);
    Fact *fact = fact_begin(calc->ledger, label, TEXT(calc, "per %s leerlingen", decimal_text(calc->arena, norm)),
                            "leerlingen-per-student × studenten / leerlingen", "%s", id);
    fact_uses(calc->ledger, fact, students);
    fact_uses(calc->ledger, fact, pupils);
    calc_parameter(calc, fact, PARAMETER_PUPILS_PER_STUDENT);
    if (whole) fact_needs_whole(fact);
    if (decimal_is_zero(fact_term(fact, 1))) fact_unknown(calc->ledger, fact);
    else fact_set_ratio(calc->ledger, fact, fraction_mul(fraction_of(norm), fraction_div(fact_term_ratio(fact, 0), fact_term_ratio(fact, 1))), 2);
}

/* The total as round(pupils / norm), not as the sum of rounded targets. Own targets of locations replace theirs. */
static void make_total(Calc *calc) {
    const Partnership *p = calc->p;
    bool own = false;
    calc_sum_locations(calc, NO_INDEX, "streefaantal", "Streefaantal, som van de locaties", "studenten",
                       "streefaantal.som");
    for (int i = 0; i < p->location_count; i++) own |= p->locations[i].target.state != QUANTITY_ABSENT;
    if (!calc_exists(calc, "streefaantal.som")) return;
    if (own || !calc_exists(calc, "leerlingen.totaal")) {
        Fact *fact = fact_begin(calc->ledger, "Streefaantal, totaal", "studenten",
                                "streefaantal.som (locaties met een eigen streefaantal)", "streefaantal.totaal");
        fact_uses(calc->ledger, fact, "streefaantal.som");
        fact_sum(calc->ledger, fact, 0);
        return;
    }
    Fact *fact = fact_begin(calc->ledger, "Streefaantal, totaal", "studenten",
                            "leerlingen.totaal / leerlingen-per-student, afgerond", "streefaantal.totaal");
    fact_uses(calc->ledger, fact, "leerlingen.totaal");
    calc_parameter(calc, fact, PARAMETER_PUPILS_PER_STUDENT);
    fact_set(calc->ledger, fact, decimal_div(fact_term(fact, 0), calc_value(calc, PARAMETER_PUPILS_PER_STUDENT), 0), 0);
}

/* How many locations meet their target, of those whose students are known. */
static void count_met(Calc *calc) {
    static const struct {
        const char *id, *label, *formula;
    } kinds[] = {{"streefaantal.niet-gehaald", "Locaties onder hun streefaantal", "aantal locaties met verschil < 0"},
                 {"streefaantal.gehaald", "Locaties op of boven hun streefaantal", "aantal locaties met verschil ≥ 0"},
                 {"streefaantal.bekend", "Locaties met bekend studentenaantal en streefaantal",
                  "aantal locaties met een bekend verschil"}};
    for (int k = 0; k < 3; k++) {
        int64_t number = 0;
        Fact *fact = fact_begin(calc->ledger, kinds[k].label, "locaties", kinds[k].formula, "%s", kinds[k].id);
        for (int i = 0; i < calc->p->location_count; i++) {
            const char *id = TEXT(calc, "school.%s.gehaald", calc->p->locations[i].key);
            if (!fact_uses(calc->ledger, fact, id) || !fact_usable(calc->ledger, id)) continue;
            bool met = !decimal_is_zero(fact_exact(calc->ledger, id));
            number += k == 2 || met == (k == 1);
        }
        fact->form = FORM_SIGNS;
        fact_over_counted(fact);
        if (fact->term_count) fact_set(calc->ledger, fact, decimal_int(number), 0);
    }
}

static void make_boards(Calc *calc) {
    for (int b = 0; b < calc->p->board_count; b++) {
        const Board *board = &calc->p->boards[b];
        int64_t locations = 0;
        for (int i = 0; i < calc->p->location_count; i++) locations += calc->p->locations[i].board == b;
        if (!locations) continue;
        calc_count(calc, locations, board->place, TEXT(calc, "%s, locaties", board->name), "locaties",
                   TEXT(calc, "bestuur.%s.locaties", board->key));
        calc_sum_locations(calc, b, "leerlingen", TEXT(calc, "%s, leerlingen", board->name), "leerlingen",
                           TEXT(calc, "bestuur.%s.leerlingen", board->key));
        calc_sum_locations(calc, b, "streefaantal", TEXT(calc, "%s, streefaantal (som van de locaties)", board->name),
                           "studenten", TEXT(calc, "bestuur.%s.streefaantal", board->key));
    }
}

/* Pupils of a location; unknown when others are counted and it is not, unless it has a target of its own. */
static void make_pupils(Calc *calc, const Location *at, bool counted) {
    const char *label = TEXT(calc, "%s, leerlingen", at->name), *id = TEXT(calc, "school.%s.leerlingen", at->key);
    calc_given(calc, at->pupils, label, "leerlingen", 0, id);
    if (!counted || at->pupils.state != QUANTITY_ABSENT || at->target.state != QUANTITY_ABSENT) return;
    Fact *fact = fact_begin(calc->ledger, label, "leerlingen", "niet opgegeven", "%s", id);
    fact_source(calc->ledger, fact, at->place);
    fact_unknown(calc->ledger, fact);
}

void calc_targets(Calc *calc) {
    const Partnership *p = calc->p;
    bool counted = false;
    for (int i = 0; i < p->location_count; i++) counted |= p->locations[i].pupils.state != QUANTITY_ABSENT;
    for (int i = 0; i < p->location_count; i++) {
        const Location *at = &p->locations[i];
        make_pupils(calc, at, counted);
        make_target(calc, at);
        make_comparison(calc, at);
        calc_density(calc, TEXT(calc, "school.%s.studenten", at->key), TEXT(calc, "school.%s.leerlingen", at->key), true,
                     TEXT(calc, "%s, studenten naar rato van leerlingen", at->name),
                     TEXT(calc, "school.%s.dichtheid", at->key));
    }
    calc_sum_locations(calc, NO_INDEX, "leerlingen", "Leerlingen, totaal", "leerlingen", "leerlingen.totaal");
    make_total(calc);
    count_met(calc);
    make_boards(calc);
    calc_density(calc, "studenten.totaal", "leerlingen.totaal", false, "Studenten naar rato van leerlingen",
                 "studenten.dichtheid");
    if (!calc_exists(calc, "streefaantal.totaal") || !calc_exists(calc, "studenten.totaal")) return;
    Fact *fact = fact_begin(calc->ledger, "Verschil met het streefaantal, totaal", "studenten",
                            "studenten.totaal − streefaantal.totaal", "streefaantal.verschil");
    fact_uses(calc->ledger, fact, "studenten.totaal");
    fact_uses(calc->ledger, fact, "streefaantal.totaal");
    fact_set(calc->ledger, fact, decimal_sub(fact_term(fact, 0), fact_term(fact, 1)), 0);
    calc_share(calc, "studenten.totaal", "streefaantal.totaal", 1, "Realisatie van het streefaantal",
               "streefaantal.realisatie");
}
