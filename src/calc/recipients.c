/* What a school or a board is told about itself beside the totals of all: its own realisation of the target, the sums of
 * a board, and the middle of the locations to compare with. */
#include "calc/evaluate.h"
#include "calc/subjects.h"

/* Measures of a location that can be compared whatever its size. */
static const struct {
    const char *key, *label;
    int places;
} MEASURES[] = {{"dichtheid", "studenten naar rato van leerlingen", 2},
                {"partneraandeel", "aandeel van partners", 0},
                {"streefrealisatie", "studenten in procenten van het streefaantal", 1}};
enum { MEASURE_COUNT = sizeof MEASURES / sizeof *MEASURES };

static void sum_of_board(Calc *calc, int board, const char *suffix, const char *what, const char *unit) {
    const Board *b = &calc->p->boards[board];
    calc_sum_locations(calc, board, suffix, TEXT(calc, "%s, %s", b->name, what), unit, TEXT(calc, "bestuur.%s.%s", b->key, suffix));
}

static void count_met(Calc *calc, int board) {
    const Board *b = &calc->p->boards[board];
    Expression *met = expression_certain(calc->arena, "locaties van het bestuur waarvan bekend is dat het verschil ≥ 0 is", calc_number(calc, 1));
    Expression *known = expression_certain(calc->arena, "locaties van het bestuur waarvan bekend is of het verschil ≥ 0 is", NULL);
    for (int i = 0; i < calc->p->location_count; i++) {
        if (calc->p->locations[i].board != board) continue;
        const Expression *part = calc_partf(calc, "school.%s.gehaald", calc->p->locations[i].key);
        expression_add(calc->arena, met, part);
        expression_add(calc->arena, known, part);
    }
    if (!met->count) return;
    calc_fact(calc, expression_with_units(calc->arena, met, "locaties"), 0, TEXT(calc, "%s, locaties op of boven hun streefaantal", b->name),
              TEXT(calc, "bestuur.%s.gehaald", b->key));
    calc_fact(calc, expression_with_units(calc->arena, known, "locaties"), 0, TEXT(calc, "%s, locaties waarvan bekend is of het streefaantal is gehaald", b->name),
              TEXT(calc, "bestuur.%s.bekend", b->key));
}

static void sum_first_years(Calc *calc, int board) {
    const Partnership *p = calc->p;
    const Board *b = &p->boards[board];
    Expression *sum = expression_sum(calc->arena, "eerstejaars.school.* van het bestuur");
    for (int i = 0; i < p->location_count; i++)
        if (p->locations[i].board == board) calc_add_known(calc, sum, p->locations[i].key, calc_partf(calc, "eerstejaars.school.%s", p->locations[i].key));
    for (int i = 0; i < p->school_count; i++)
        if (p->schools[i].board == board) calc_add_known(calc, sum, p->schools[i].key, calc_partf(calc, "eerstejaars.school.%s", p->schools[i].key));
    calc_sum(calc, sum, 0, TEXT(calc, "%s, eerstejaars", b->name), TEXT(calc, "bestuur.%s.eerstejaars", b->key));
}

/* The hours of the trainers who work for locations of this board alone. */
static void sum_hours(Calc *calc, int board) {
    const Partnership *p = calc->p;
    const Facilitation *f = &p->facilitation;
    Expression *sum = expression_sum(calc->arena, "so.*.uren van wie alleen bij dit bestuur werkt");
    for (int i = 0; i < f->trainer_count; i++) {
        bool own = f->trainers[i].post_count > 0 && f->trainers[i].elsewhere.state == QUANTITY_ABSENT;
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            int at = f->trainers[i].posts[k].location;
            own = own && at != NO_INDEX && p->locations[at].board == board;
        }
        if (own) expression_add(calc->arena, sum, calc_partf(calc, "so.%s.uren", f->trainers[i].key));
    }
    for (int i = 0; i < p->location_count && !f->trainer_count; i++)
        if (p->locations[i].board == board) expression_add(calc->arena, sum, calc_partf(calc, "so.%s.uren", p->locations[i].key));
    const Fact *hours = calc_sum(calc, sum, -1, TEXT(calc, "%s, uren van schoolopleiders", p->boards[board].name), TEXT(calc, "bestuur.%s.so.uren", p->boards[board].key));
    if (calc_has(calc, PARAMETER_HOURLY_RATE))
        calc_amount(calc, expression_product(calc->arena, expression_of_fact(calc->arena, hours), calc_parameter(calc, PARAMETER_HOURLY_RATE)),
                    TEXT(calc, "%s, uren van schoolopleiders tegen het uurtarief", p->boards[board].name), TEXT(calc, "bestuur.%s.so.bedrag", p->boards[board].key));
}

/* The budget lines of which this board bears a part. */
static void sum_budget(Calc *calc, int board) {
    static const struct {
        const char *from, *to, *label;
    } sums[] = {{"begroting.regel", "begroot", "begroot voor wie bij het bestuur werkt"},
                {"realisatie.regel", "gerealiseerd", "gerealiseerd voor wie bij het bestuur werkt"},
                {"werkgever.regel", "werkgeversdeel", "deel dat het bestuur zelf draagt"}};
    const Budget *budget = &calc->p->budget;
    const Board *b = &calc->p->boards[board];
    for (int s = 0; s < 3; s++) {
        Expression *sum = expression_sum(calc->arena, TEXT(calc, "%s.* met dit bestuur als werkgever", sums[s].from));
        for (int c = 0; c < budget->category_count; c++)
            for (int k = 0; k < budget->categories[c].line_count; k++) {
                const BudgetLine *line = &budget->categories[c].lines[k];
                if (line->employer_board == board) expression_add_row(calc->arena, sum, line->key, calc_partf(calc, "%s.%s", sums[s].from, line->key));
            }
        calc_sum(calc, sum, 2, TEXT(calc, "%s, %s", b->name, sums[s].label), TEXT(calc, "bestuur.%s.%s", b->key, sums[s].to));
    }
}

static void make_board(Calc *calc, int board) {
    const Partnership *p = calc->p;
    const char *key = p->boards[board].key, *name = p->boards[board].name;
    const char *students = TEXT(calc, "bestuur.%s.studenten", key), *target = TEXT(calc, "bestuur.%s.streefaantal", key);
    for (int i = 0; i < p->institute_count; i++)
        sum_of_board(calc, board, TEXT(calc, "instituut.%s", p->institutes[i].key), TEXT(calc, "studenten van %s", p->institutes[i].abbreviation), "studenten");
    for (int i = 0; i < p->level_count; i++)
        sum_of_board(calc, board, TEXT(calc, "niveau.%s", p->levels[i].key), TEXT(calc, "studenten %s", p->levels[i].name), "studenten");
    sum_first_years(calc, board);
    calc_share_paired(calc, TEXT(calc, "bestuur.%s.partners", key), students, 0, TEXT(calc, "%s, aandeel van partners", name),
                      TEXT(calc, "bestuur.%s.partneraandeel", key));
    calc_against_target(calc, students, target, NULL, TEXT(calc, "bestuur.%s.verschil", key), TEXT(calc, "bestuur.%s.streefrealisatie", key), name);
    calc_density(calc, students, TEXT(calc, "bestuur.%s.leerlingen", key), true, TEXT(calc, "%s, studenten naar rato van leerlingen", name),
                 TEXT(calc, "bestuur.%s.dichtheid", key));
    count_met(calc, board);
    sum_of_board(calc, board, "extra", "studenten boven het streefaantal", "studenten");
    sum_of_board(calc, board, "bonus", "bonus voor extra studenten", "EUR");
    sum_of_board(calc, board, "vergoeding.vast", "vast deel van de vergoeding", "EUR");
    sum_of_board(calc, board, "vergoeding", "vergoeding", "EUR");
    sum_hours(calc, board);
    sum_budget(calc, board);
}

/* Mean and median of a measure over the locations where it is known, and how many those are. */
static void make_middle(Calc *calc, int measure) {
    const Partnership *p = calc->p;
    const char *key = MEASURES[measure].key;
    Expression *mean = expression_sum(calc->arena, TEXT(calc, "school.*.%s", key)), *known = expression_certain(calc->arena, TEXT(calc, "locaties met bekende school.*.%s", key), NULL);
    mean->kind = EXPRESSION_MEAN;
    for (int i = 0; i < p->location_count; i++) {
        const Expression *part = calc_partf(calc, "school.%s.%s", p->locations[i].key, key);
        expression_add(calc->arena, mean, part);
        expression_add(calc->arena, known, part);
    }
    if (expression_outcome(mean).status == FACT_UNKNOWN) return;
    Expression *median = expression_copy(calc->arena, mean, NULL, NULL);
    median->kind = EXPRESSION_MEDIAN;
    calc_fact(calc, mean, MEASURES[measure].places, TEXT(calc, "Gemiddelde van de locaties, %s", MEASURES[measure].label), TEXT(calc, "partnerschap.middel.%s.gemiddelde", key));
    calc_fact(calc, median, MEASURES[measure].places, TEXT(calc, "Mediaan van de locaties, %s", MEASURES[measure].label), TEXT(calc, "partnerschap.middel.%s.mediaan", key));
    calc_fact(calc, expression_with_units(calc->arena, known, "locaties"), 0, TEXT(calc, "Locaties waarvan bekend is: %s", MEASURES[measure].label),
              TEXT(calc, "partnerschap.middel.%s.aantal", key));
}

/* Values that the input for one recipient takes over from the whole partnership. */
static void state_taken(Calc *calc) {
    for (int i = 0; i < calc->p->taken_count; i++) {
        const TakenFact *taken = &calc->p->taken[i];
        calc_given(calc, taken->value, taken->name, taken->unit, taken->value.value.scale, taken->fact);
    }
}

void calc_recipients(Calc *calc) {
    const Partnership *p = calc->p;
    state_taken(calc);
    for (int i = 0; i < p->location_count; i++)
        calc_share(calc, TEXT(calc, "school.%s.studenten", p->locations[i].key), TEXT(calc, "school.%s.streefaantal", p->locations[i].key), 1,
                        TEXT(calc, "%s, studenten in procenten van het streefaantal", p->locations[i].name),
                        TEXT(calc, "school.%s.streefrealisatie", p->locations[i].key));
    for (int i = 0; i < p->board_count; i++) make_board(calc, i);
    for (int i = 0; i < MEASURE_COUNT; i++) make_middle(calc, i);
}
