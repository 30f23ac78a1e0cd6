/* Targets: pupils, target per location and in total, surplus, density (B1, B2, B7-B9). */
#include "calc/subjects.h"

/* The target of so many pupils; NULL without a norm. */
static Expression *target_of(Calc *calc, const Expression *pupils) {
    if (!calc_has(calc, PARAMETER_PUPILS_PER_STUDENT) || decimal_is_zero(calc_value(calc, PARAMETER_PUPILS_PER_STUDENT))) return NULL;
    return expression_round(calc->arena, expression_quotient(calc->arena, pupils, calc_parameter(calc, PARAMETER_PUPILS_PER_STUDENT)), 0);
}

static void make_target(Calc *calc, const Location *at) {
    const char *id = TEXT(calc, "school.%s.streefaantal", at->key);
    const char *label = TEXT(calc, "%s, streefaantal", at->name);
    if (at->target.state != QUANTITY_ABSENT) {
        calc_given(calc, at->target, label, "studenten", 0, id);
        return;
    }
    calc_fact(calc, target_of(calc, calc_partf(calc, "school.%s.leerlingen", at->key)), 0, label, id);
}

/* Surplus, whether the target is met, and density. */
static void make_comparison(Calc *calc, const Location *at) {
    const Expression *difference = expression_difference(calc->arena, calc_partf(calc, "school.%s.studenten", at->key), calc_partf(calc, "school.%s.streefaantal", at->key));
    const Fact *made = calc_fact(calc, difference, 0, TEXT(calc, "%s, verschil met het streefaantal", at->name), TEXT(calc, "school.%s.verschil", at->key));
    if (!made) return;
    calc_fact(calc, expression_compare(calc->arena, expression_of_fact(calc->arena, made), AT_LEAST, calc_number(calc, 0)), 0,
              TEXT(calc, "%s, streefaantal gehaald (1 = ja)", at->name), TEXT(calc, "school.%s.gehaald", at->key));
}

void calc_density(Calc *calc, const char *students, const char *pupils, bool paired, const char *label, const char *id) {
    const Fact *bottom = ledger_get(calc->ledger, pupils);
    const Expression *left = calc_part(calc, students), *right = calc_part(calc, pupils), *norm = calc_parameter(calc, PARAMETER_PUPILS_PER_STUDENT);
    if (!bottom || !calc_has(calc, PARAMETER_PUPILS_PER_STUDENT) || (bottom->status == FACT_KNOWN && decimal_is_zero(bottom->exact))) return;
    const Expression *rate = expression_rate(calc->arena, left, norm, right);
    const Expression *body = expression_rate(calc->arena, expression_side(calc->arena, left, true), norm, expression_side(calc->arena, right, false));
    const Expression *pair = paired ? expression_paired(calc->arena, left, right, body, true) : NULL;
    calc_fact(calc, pair ? pair : rate, 2, label, id);
}

/* The total as round(pupils / norm), not as the sum of rounded targets. Own targets of locations replace theirs. */
static void make_total(Calc *calc) {
    const Partnership *p = calc->p;
    bool own = false;
    calc_sum_locations(calc, NO_INDEX, "streefaantal", "Streefaantal, som van de locaties", "studenten",
                       "streefaantal.som");
    for (int i = 0; i < p->location_count; i++) own |= p->locations[i].target.state != QUANTITY_ABSENT;
    if (!calc_exists(calc, "streefaantal.som")) return;
    const Expression *of_all = own ? NULL : target_of(calc, calc_part(calc, "leerlingen.totaal"));
    calc_fact(calc, of_all ? of_all : calc_part(calc, "streefaantal.som"), 0, "Streefaantal, totaal", "streefaantal.totaal");
}

/* How many locations are known to meet their target, to miss it, and either. */
static void count_met(Calc *calc) {
    static const struct {
        const char *id, *label, *set;
        int met; /* -1: either */
    } kinds[] = {{"streefaantal.niet-gehaald", "Locaties onder hun streefaantal", "locaties waarvan bekend is dat het verschil < 0 is", 0},
                 {"streefaantal.gehaald", "Locaties op of boven hun streefaantal", "locaties waarvan bekend is dat het verschil ≥ 0 is", 1},
                 {"streefaantal.bekend", "Locaties waarvan bekend is of het streefaantal is gehaald", "locaties waarvan bekend is of het verschil ≥ 0 is", -1}};
    for (int k = 0; k < 3; k++) {
        Expression *certain = expression_certain(calc->arena, kinds[k].set, kinds[k].met < 0 ? NULL : calc_number(calc, kinds[k].met));
        for (int i = 0; i < calc->p->location_count; i++)
            expression_add(calc->arena, certain, calc_partf(calc, "school.%s.gehaald", calc->p->locations[i].key));
        if (certain->count) calc_fact(calc, expression_with_units(calc->arena, certain, "locaties"), 0, kinds[k].label, kinds[k].id);
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
    calc_fact(calc, expression_missing(calc->arena, NULL, "leerlingen", at->place), 0, label, id);
}

/* Students against target: the target of the pupils of the locations where both are known when the whole has one of its
 * pupils, else the sum of the targets of those. */
void calc_against_target(Calc *calc, const char *students, const char *target, const char *pupils, const char *difference, const char *share,
                         const char *name) {
    const Expression *left = calc_part(calc, students), *right = calc_part(calc, pupils ? pupils : target);
    const Fact *whole = ledger_get(calc->ledger, target);
    if (!left || !right || !whole) return;
    const Expression *here = expression_side(calc->arena, left, true), *there = expression_side(calc->arena, right, false);
    const Expression *wanted = pupils ? target_of(calc, there) : there;
    bool rows = expression_paired(calc->arena, left, right, expression_difference(calc->arena, here, wanted), true) != NULL;
    const Expression *minus = expression_difference(calc->arena, rows ? here : left, rows ? wanted : calc_part(calc, target));
    const Expression *part = expression_share(calc->arena, rows ? here : left, rows ? wanted : calc_part(calc, target));
    calc_fact(calc, rows ? expression_paired(calc->arena, left, right, minus, true) : minus, 0,
              *name ? TEXT(calc, "%s, verschil met het streefaantal", name) : "Verschil met het streefaantal, totaal", difference);
    if (whole->status == FACT_KNOWN && decimal_is_zero(whole->exact)) return;
    calc_fact(calc, rows ? expression_paired(calc->arena, left, right, part, true) : part, 1,
              *name ? TEXT(calc, "%s, studenten in procenten van het streefaantal", name) : "Realisatie van het streefaantal", share);
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
        calc_density(calc, TEXT(calc, "school.%s.studenten", at->key), TEXT(calc, "school.%s.leerlingen", at->key), false,
                     TEXT(calc, "%s, studenten naar rato van leerlingen", at->name),
                     TEXT(calc, "school.%s.dichtheid", at->key));
    }
    calc_sum_locations(calc, NO_INDEX, "leerlingen", "Leerlingen, totaal", "leerlingen", "leerlingen.totaal");
    make_total(calc);
    count_met(calc);
    make_boards(calc);
    calc_density(calc, "studenten.totaal", "leerlingen.totaal", true, "Studenten naar rato van leerlingen", "studenten.dichtheid");
    const Fact *total = ledger_get(calc->ledger, "streefaantal.totaal");
    bool of_pupils = total && total->expression->kind == EXPRESSION_ROUND;
    calc_against_target(calc, "studenten.totaal", "streefaantal.totaal", of_pupils ? "leerlingen.totaal" : NULL, "streefaantal.verschil",
                        "streefaantal.realisatie", "");
}
