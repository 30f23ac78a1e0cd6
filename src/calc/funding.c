/* Revenue, result and reserve, and the funding of this and next year (A9, A10, A12, A13, old national bands). */
#include "calc/subjects.h"

static void sum_revenue(Calc *calc, bool realised) {
    const char *side = realised ? "realisatie" : "begroot";
    Expression *sum = expression_sum(calc->arena, "de baten");
    for (int i = 0; i < calc->p->revenue_count; i++) {
        const Revenue *r = &calc->p->revenues[i];
        const char *id = TEXT(calc, "baten.post.%s.%s", r->key, side);
        calc_given(calc, realised ? r->realised : r->budgeted, r->name, "EUR", 2, id);
        expression_add_row(calc->arena, sum, r->key, calc_part(calc, id));
    }
    calc_sum(calc, sum, 2, realised ? "Baten, realisatie" : "Baten, begroot", TEXT(calc, "baten.%s", side));
}

static void subtract(Calc *calc, const char *from, const char *what, const char *label, const char *id) {
    calc_amount(calc, expression_difference(calc->arena, calc_part(calc, from), calc_part(calc, what)), label, id);
}

void calc_result(Calc *calc) {
    sum_revenue(calc, false);
    sum_revenue(calc, true);
    subtract(calc, "baten.begroot", "begroting.totaal", "Resultaat, begroot", "resultaat.begroot");
    subtract(calc, "baten.realisatie", "realisatie.totaal", "Resultaat, realisatie", "resultaat.realisatie");
    if (!calc->p->reserve.given) return;
    calc_given(calc, calc->p->reserve.opening, "Reserve aan het begin", "EUR", 2, "reserve.begin");
    if (!calc_exists(calc, "reserve.begin") || !calc_exists(calc, "resultaat.realisatie")) return;
    Expression *opening = calc_part(calc, "reserve.begin");
    calc_amount(calc, expression_plus(calc->arena, opening, calc_part(calc, "resultaat.realisatie")), "Reserve aan het eind", "reserve.eind");
}

static const FundingPeriod *period_of(const Funding *f, int year) {
    for (int i = 0; i < f->period_count; i++) {
        const FundingPeriod *period = &f->periods[i];
        if (period->from.first <= year && (!period->to.first || year <= period->to.first)) return period;
    }
    return NULL;
}

/* The amount of the band that the number of students falls in. */
static Expression *band_of(Calc *calc, const FundingPeriod *period, const Expression *students) {
    Expression *step = expression_step(calc->arena, students, expression_missing(calc->arena, "staffel", "EUR", period->place));
    for (int i = 0; i < period->band_count; i++) {
        const FundingBand *band = &period->bands[i];
        expression_add_step(calc->arena, step, (StepRow){calc_cell(calc, "van", "studenten", band->from), calc_cell(calc, "tot en met", "studenten", band->to),
                                                      calc_cell(calc, "bedrag van de staffel", "EUR", band->amount), band->place});
    }
    return step;
}

/* fixed + per student x students (of the school year before), or the band they fall in. */
static void make_funding(Calc *calc, const FundingPeriod *period, const char *students, Quantity per_student,
                         const char *label, const char *id) {
    Arena *arena = calc->arena;
    const Expression *number = calc_part(calc, students);
    if (!number) number = expression_missing(arena, students, "studenten", period->place);
    const Expression *rate = calc_cell(calc, "bedrag per student", "EUR/studenten", per_student);
    const Expression *by_number = rate ? expression_product(arena, rate, number) : NULL, *band = period->band_count ? band_of(calc, period, number) : NULL;
    const Expression *amount = expression_plus(arena, expression_plus(arena, calc_cell(calc, "vast", "EUR", period->fixed), by_number), band);
    if (!amount) amount = expression_constant(arena, DECIMAL_ZERO, "EUR");
    calc_fact(calc, expression_at(expression_round(arena, amount, 2), period->place), 2, label, id);
}

/* This year's funding may rest on the students of the year before, which another input can hold. */
void calc_this_funding(Calc *calc) {
    const Funding *f = &calc->p->funding;
    int year = calc->p->year.first;
    const FundingPeriod *now = f->given && year ? period_of(f, year) : NULL;
    if (!now) return;
    make_funding(calc, now, TEXT(calc, "studenten.dusi@%d-%d", year - 1, year), now->per_student,
                 "Bekostiging in dit schooljaar", "bekostiging.huidig");
}

void calc_funding(Calc *calc) {
    const Funding *f = &calc->p->funding;
    int year = calc->p->year.first;
    if (!f->given || !year) return;
    const FundingPeriod *next = period_of(f, year + 1);
    bool waits = false;
    for (int i = 0; i < calc->p->earlier_year_count; i++) waits |= calc->p->earlier_years[i].file != NULL;
    if (!waits) calc_this_funding(calc);
    if (!next) return;
    calc_given(calc, next->fixed, "Bekostiging in het volgende schooljaar, vast bedrag", "EUR", 2, "bekostiging.volgend.vast");
    calc_given(calc, next->per_student, "Bekostiging in het volgende schooljaar, per student", "EUR/studenten", 2, "bekostiging.volgend.per-student");
    make_funding(calc, next, "studenten.dusi", next->per_student, "Bekostiging in het volgende schooljaar",
                 "bekostiging.volgend");
    if (next->provisional.state == QUANTITY_ABSENT) return;
    make_funding(calc, next, "studenten.dusi", next->provisional, "Bekostiging in het volgende schooljaar, voorlopig",
                 "bekostiging.volgend.voorlopig");
    subtract(calc, "bekostiging.volgend", "bekostiging.volgend.voorlopig", "Latere correctie van de bekostiging", "bekostiging.volgend.correctie");
}
