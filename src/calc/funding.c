/* Revenue, result and reserve, and the funding of this and next year (A9, A10, A12, A13, old national bands). */
#include "calc/subjects.h"

static void sum_revenue(Calc *calc, bool realised) {
    Fact *total = fact_begin(calc->ledger, realised ? "Baten, realisatie" : "Baten, begroot", "EUR",
                             "som van de baten", "baten.%s", realised ? "realisatie" : "begroot");
    for (int i = 0; i < calc->p->revenue_count; i++) {
        const Revenue *r = &calc->p->revenues[i];
        const char *id = TEXT(calc, "baten.post.%s.%s", r->key, realised ? "realisatie" : "begroot");
        calc_given(calc, realised ? r->realised : r->budgeted, r->name, "EUR", 2, id);
        fact_uses(calc->ledger, total, id);
    }
    if (total->term_count) fact_sum(calc->ledger, total, 2);
}

static void make_result(Calc *calc, const char *revenue, const char *costs, const char *label, const char *id) {
    if (!calc_exists(calc, revenue) || !calc_exists(calc, costs)) return;
    Fact *fact = fact_begin(calc->ledger, label, "EUR", TEXT(calc, "%s − %s", revenue, costs), "%s", id);
    fact_uses(calc->ledger, fact, revenue);
    fact_uses(calc->ledger, fact, costs);
    fact->form = FORM_DIFFERENCE;
    calc_amount(calc, fact, decimal_sub(fact_term(fact, 0), fact_term(fact, 1)));
}

void calc_result(Calc *calc) {
    sum_revenue(calc, false);
    sum_revenue(calc, true);
    make_result(calc, "baten.begroot", "begroting.totaal", "Resultaat, begroot", "resultaat.begroot");
    make_result(calc, "baten.realisatie", "realisatie.totaal", "Resultaat, realisatie", "resultaat.realisatie");
    if (!calc->p->reserve.given) return;
    calc_given(calc, calc->p->reserve.opening, "Reserve aan het begin", "EUR", 2, "reserve.begin");
    if (!calc_exists(calc, "reserve.begin") || !calc_exists(calc, "resultaat.realisatie")) return;
    Fact *fact = fact_begin(calc->ledger, "Reserve aan het eind", "EUR", "reserve.begin + resultaat.realisatie",
                            "reserve.eind");
    fact_uses(calc->ledger, fact, "reserve.begin");
    fact_uses(calc->ledger, fact, "resultaat.realisatie");
    fact->form = FORM_SUM;
    calc_amount(calc, fact, decimal_add(fact_term(fact, 0), fact_term(fact, 1)));
}

static const FundingPeriod *period_of(const Funding *f, int year) {
    for (int i = 0; i < f->period_count; i++) {
        const FundingPeriod *period = &f->periods[i];
        if (period->from.first <= year && (!period->to.first || year <= period->to.first)) return period;
    }
    return NULL;
}

/* The amount of the band that the number of students falls in. */
static bool take_band(Calc *calc, Fact *fact, const FundingPeriod *period, Decimal students, Decimal *amount) {
    for (int i = 0; i < period->band_count; i++) {
        const FundingBand *band = &period->bands[i];
        bool from = band->from.state != QUANTITY_KNOWN || decimal_compare(students, band->from.value) >= 0;
        bool to = band->to.state != QUANTITY_KNOWN || decimal_compare(students, band->to.value) <= 0;
        if (!from || !to) continue;
        calc_take(calc, fact, "bedrag van de staffel", band->amount);
        *amount = decimal_add(*amount, band->amount.value);
        return true;
    }
    return false;
}

/* fixed + per student x students (of the school year before), or the band they fall in. */
static void make_funding(Calc *calc, const FundingPeriod *period, const char *students, Quantity per_student,
                         const char *label, const char *id) {
    bool needs = per_student.state != QUANTITY_ABSENT || period->band_count;
    Decimal amount = DECIMAL_ZERO;
    Fact *fact = fact_begin(calc->ledger, label, "EUR",
                            period->band_count ? "vast + bedrag van de staffel"
                            : needs            ? TEXT(calc, "vast + bedrag per student × %s", students)
                                               : "vast bedrag per jaar",
                            "%s", id);
    fact_source(calc->ledger, fact, period->place);
    if (calc_take(calc, fact, "vast", period->fixed)) amount = period->fixed.value;
    if (needs && !fact_uses(calc->ledger, fact, students)) {
        fact_misses(calc->ledger, fact, students);
        fact_unknown(calc->ledger, fact);
        return;
    }
    Decimal number = fact_exact(calc->ledger, students);
    if (calc_take(calc, fact, "bedrag per student", per_student))
        amount = decimal_add(amount, decimal_mul(per_student.value, number));
    fact->form = per_student.state == QUANTITY_KNOWN && !period->band_count ? FORM_SCALED : FORM_OTHER;
    fact->factor = per_student.value;
    if (period->band_count && !take_band(calc, fact, period, number, &amount)) {
        fact_misses(calc->ledger, fact, "staffel");
        fact_unknown(calc->ledger, fact);
        return;
    }
    calc_amount(calc, fact, amount);
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
    calc_given(calc, next->per_student, "Bekostiging in het volgende schooljaar, per student", "EUR", 2, "bekostiging.volgend.per-student");
    make_funding(calc, next, "studenten.dusi", next->per_student, "Bekostiging in het volgende schooljaar",
                 "bekostiging.volgend");
    if (next->provisional.state == QUANTITY_ABSENT) return;
    make_funding(calc, next, "studenten.dusi", next->provisional, "Bekostiging in het volgende schooljaar, voorlopig",
                 "bekostiging.volgend.voorlopig");
    Fact *fact = fact_begin(calc->ledger, "Latere correctie van de bekostiging", "EUR",
                            "bekostiging.volgend − bekostiging.volgend.voorlopig", "bekostiging.volgend.correctie");
    fact_uses(calc->ledger, fact, "bekostiging.volgend");
    fact_uses(calc->ledger, fact, "bekostiging.volgend.voorlopig");
    fact->form = FORM_DIFFERENCE;
    calc_amount(calc, fact, decimal_sub(fact_term(fact, 0), fact_term(fact, 1)));
}
