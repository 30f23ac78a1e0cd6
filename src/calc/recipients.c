/* What a school or a board is told about itself beside the totals of all: its own realisation of the target, the sums of
 * a board, and the middle of the locations to compare with. */
#include <stdlib.h>

#include "calc/subjects.h"

/* Measures of a location that can be compared whatever its size. */
static const struct {
    const char *key, *label, *unit;
    int places;
} MEASURES[] = {{"dichtheid", "studenten naar rato van leerlingen", NULL, 2},
                {"partneraandeel", "aandeel van partners", "%", 0},
                {"streefrealisatie", "studenten in procenten van het streefaantal", "%", 1}};
enum { MEASURE_COUNT = sizeof MEASURES / sizeof *MEASURES };

static void sum_of_board(Calc *calc, int board, const char *suffix, const char *what, const char *unit) {
    const Board *b = &calc->p->boards[board];
    calc_sum_locations(calc, board, suffix, TEXT(calc, "%s, %s", b->name, what), unit, TEXT(calc, "bestuur.%s.%s", b->key, suffix));
}

/* The same over what has been established: a location whose students are unknown adds nothing yet. */
static void sum_established(Calc *calc, int board, const char *suffix, const char *what, const char *unit, int places) {
    const Board *b = &calc->p->boards[board];
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, %s", b->name, what), unit,
                            TEXT(calc, "som van school.*.%s van het bestuur, voor zover vastgesteld", suffix), "bestuur.%s.%s", b->key, suffix);
    for (int i = 0; i < calc->p->location_count; i++) {
        if (calc->p->locations[i].board != board) continue;
        fact_usesf(calc->ledger, fact, "school.%s.%s", calc->p->locations[i].key, suffix);
    }
    if (!fact->term_count) return;
    fact_over_counted(fact);
    fact_sum(calc->ledger, fact, places);
}

static void count_met(Calc *calc, int board) {
    const Board *b = &calc->p->boards[board];
    int64_t met = 0, known = 0;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, locaties op of boven hun streefaantal", b->name), "locaties",
                            "aantal locaties van het bestuur met verschil ≥ 0", "bestuur.%s.gehaald", b->key);
    for (int i = 0; i < calc->p->location_count; i++) {
        const char *id = TEXT(calc, "school.%s.gehaald", calc->p->locations[i].key);
        if (calc->p->locations[i].board != board || !fact_uses(calc->ledger, fact, id) || !fact_usable(calc->ledger, id)) continue;
        known++;
        met += !decimal_is_zero(fact_exact(calc->ledger, id));
    }
    if (!fact->term_count) return;
    fact->form = FORM_SIGNS;
    fact_over_counted(fact);
    fact_set(calc->ledger, fact, decimal_int(met), 0);
    Fact *all = fact_begin(calc->ledger, TEXT(calc, "%s, locaties met bekend studentenaantal en streefaantal", b->name), "locaties",
                           "aantal locaties van het bestuur met een bekend verschil", "bestuur.%s.bekend", b->key);
    fact_uses(calc->ledger, all, fact->id);
    fact_over_counted(all);
    fact_set(calc->ledger, all, decimal_int(known), 0);
}

static void sum_first_years(Calc *calc, int board) {
    const Partnership *p = calc->p;
    const Board *b = &p->boards[board];
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, eerstejaars", b->name), "studenten", "som van eerstejaars.school.* van het bestuur",
                            "bestuur.%s.eerstejaars", b->key);
    for (int i = 0; i < p->location_count; i++)
        if (p->locations[i].board == board) fact_usesf(calc->ledger, fact, "eerstejaars.school.%s", p->locations[i].key);
    for (int i = 0; i < p->school_count; i++)
        if (p->schools[i].board == board) fact_usesf(calc->ledger, fact, "eerstejaars.school.%s", p->schools[i].key);
    if (fact->term_count) fact_sum(calc->ledger, fact, 0);
}

/* The hours of the trainers who work for locations of this board alone. */
static void sum_hours(Calc *calc, int board) {
    const Partnership *p = calc->p;
    const Facilitation *f = &p->facilitation;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, uren van schoolopleiders", p->boards[board].name), "uur",
                            "som van so.*.uren van wie alleen bij dit bestuur werkt", "bestuur.%s.so.uren", p->boards[board].key);
    for (int i = 0; i < f->trainer_count; i++) {
        bool own = f->trainers[i].post_count > 0 && f->trainers[i].elsewhere.state == QUANTITY_ABSENT;
        for (int k = 0; k < f->trainers[i].post_count; k++) {
            int at = f->trainers[i].posts[k].location;
            own = own && at != NO_INDEX && p->locations[at].board == board;
        }
        if (own) fact_usesf(calc->ledger, fact, "so.%s.uren", f->trainers[i].key);
    }
    for (int i = 0; i < p->location_count && !f->trainer_count; i++)
        if (p->locations[i].board == board) fact_usesf(calc->ledger, fact, "so.%s.uren", p->locations[i].key);
    if (fact->term_count) fact_sum(calc->ledger, fact, -1);
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
        Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, %s", b->name, sums[s].label), "EUR",
                                TEXT(calc, "som van %s.* met dit bestuur als werkgever", sums[s].from), "bestuur.%s.%s", b->key, sums[s].to);
        for (int c = 0; c < budget->category_count; c++)
            for (int k = 0; k < budget->categories[c].line_count; k++)
                if (budget->categories[c].lines[k].employer_board == board)
                    fact_usesf(calc->ledger, fact, "%s.%s", sums[s].from, budget->categories[c].lines[k].key);
        if (fact->term_count) fact_sum(calc->ledger, fact, 2);
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
    calc_share(calc, TEXT(calc, "bestuur.%s.partners", key), students, 0, TEXT(calc, "%s, aandeel van partners", name),
               TEXT(calc, "bestuur.%s.partneraandeel", key));
    calc_share(calc, students, target, 1, TEXT(calc, "%s, studenten in procenten van het streefaantal", name),
               TEXT(calc, "bestuur.%s.streefrealisatie", key));
    if (calc_exists(calc, students) && calc_exists(calc, target)) {
        Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, verschil met het streefaantal", name), "studenten", "studenten − streefaantal",
                                "bestuur.%s.verschil", key);
        fact_uses(calc->ledger, fact, students);
        fact_uses(calc->ledger, fact, target);
        fact_difference(calc->ledger, fact, 0);
    }
    calc_density(calc, students, TEXT(calc, "bestuur.%s.leerlingen", key), false, TEXT(calc, "%s, studenten naar rato van leerlingen", name),
                 TEXT(calc, "bestuur.%s.dichtheid", key));
    count_met(calc, board);
    sum_established(calc, board, "extra", "studenten boven het streefaantal", "studenten", 0);
    sum_established(calc, board, "bonus", "bonus voor extra studenten", "EUR", 2);
    sum_of_board(calc, board, "vergoeding.vast", "vast deel van de vergoeding", "EUR");
    sum_of_board(calc, board, "vergoeding", "vergoeding", "EUR");
    sum_hours(calc, board);
    sum_budget(calc, board);
}

static int compare_values(const void *a, const void *b) {
    return fraction_compare(*(const Fraction *)a, *(const Fraction *)b);
}

/* The sum / how many. Sixty quotients may have no common denominator that fits: then each counts to 18 decimals and the
 * mean to 12, so that three thirds are still a whole. */
static Fraction mean_of(const Fraction *values, int count) {
    Fraction sum = fraction_of(DECIMAL_ZERO), number = fraction_of(decimal_int(count));
    Decimal near = DECIMAL_ZERO;
    for (int i = 0; i < count; i++) {
        sum = fraction_add(sum, values[i]);
        near = decimal_add(near, fraction_round(values[i], 18));
    }
    Fraction mean = fraction_div(sum, number);
    return fraction_valid(mean) ? mean : fraction_of(decimal_div(near, decimal_int(count), 12));
}

/* Mean and median of a measure over the locations where it is known, and how many those are. */
static void make_middle(Calc *calc, int measure) {
    const Partnership *p = calc->p;
    const char *key = MEASURES[measure].key, *unit = MEASURES[measure].unit;
    Fraction *values = ARENA_ARRAY(calc->arena, (size_t)p->location_count + 1, Fraction);
    int known = 0;
    Fact *mean = fact_begin(calc->ledger, TEXT(calc, "Gemiddelde van de locaties, %s", MEASURES[measure].label), "", TEXT(calc, "som van school.*.%s / aantal bekende", key),
                            "partnerschap.middel.%s.gemiddelde", key);
    Fact *median = fact_begin(calc->ledger, TEXT(calc, "Mediaan van de locaties, %s", MEASURES[measure].label), "", TEXT(calc, "middelste van school.*.%s; bij een even aantal het gemiddelde van de middelste twee", key),
                              "partnerschap.middel.%s.mediaan", key);
    for (int i = 0; i < p->location_count; i++) {
        const char *id = TEXT(calc, "school.%s.%s", p->locations[i].key, key);
        if (!fact_usable(calc->ledger, id)) continue;
        fact_uses(calc->ledger, mean, id);
        fact_uses(calc->ledger, median, id);
        if (!unit) unit = ledger_get(calc->ledger, id)->unit;
        values[known++] = fact_ratio(calc->ledger, id);
    }
    if (!known) return;
    qsort(values, (size_t)known, sizeof *values, compare_values);
    mean->unit = median->unit = unit;
    fact_set_ratio(calc->ledger, mean, mean_of(values, known), MEASURES[measure].places);
    fact_set_ratio(calc->ledger, median, known % 2 ? values[known / 2] : mean_of(&values[known / 2 - 1], 2), MEASURES[measure].places);
    calc_count(calc, known, p->locations[0].place, TEXT(calc, "Locaties waarvan bekend is: %s", MEASURES[measure].label), "locaties",
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
        calc_share_over(calc, SHARE_OF_WHOLE, TEXT(calc, "school.%s.studenten", p->locations[i].key), TEXT(calc, "school.%s.streefaantal", p->locations[i].key), 1,
                        TEXT(calc, "%s, studenten in procenten van het streefaantal", p->locations[i].name),
                        TEXT(calc, "school.%s.streefrealisatie", p->locations[i].key));
    for (int i = 0; i < p->board_count; i++) make_board(calc, i);
    for (int i = 0; i < MEASURE_COUNT; i++) make_middle(calc, i);
}
