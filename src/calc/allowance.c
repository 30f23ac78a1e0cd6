/* Internship allowance: months times the step of the whole days a week, with changes during the year (E). */
#include <stdio.h>
#include <string.h>

#include "calc/subjects.h"

/* Months since year 0 of an ISO date; -1 when there is none. */
static int month_of(const char *date) {
    int year = 0, month = 0;
    return date && sscanf(date, "%d-%d", &year, &month) == 2 ? year * 12 + month - 1 : -1;
}

/* The first month after the period: the month of the end date, unless that lies inside it. */
static int end_month(const char *date) {
    int year = 0, month = 0, day = 1;
    if (!date || sscanf(date, "%d-%d-%d", &year, &month, &day) < 2) return -1;
    return year * 12 + month - 1 + (day > 1);
}

static const AllowanceStep *step_of(const Allowance *a, Decimal days) {
    const AllowanceStep *best = NULL;
    for (int i = 0; i < a->step_count; i++) {
        const AllowanceStep *step = &a->steps[i];
        if (step->from.state != QUANTITY_KNOWN || decimal_compare(days, step->from.value) < 0) continue;
        if (!best || decimal_compare(step->from.value, best->from.value) > 0) best = step;
    }
    return best;
}

/* Whole days a week; two half days are one. */
static Decimal whole_days(Quantity days, Quantity halves) {
    int64_t whole = 0;
    Decimal sum = days.state == QUANTITY_KNOWN ? days.value : DECIMAL_ZERO;
    if (halves.state == QUANTITY_KNOWN) sum = decimal_add(sum, decimal_div(halves.value, decimal_int(2), 6));
    decimal_floor(sum, &whole);
    return decimal_int(whole);
}

static Decimal monthly(Calc *calc, Fact *fact, const Intern *intern, Quantity days) {
    const AllowanceStep *step =
        intern->employed ? NULL : step_of(&calc->p->allowance, whole_days(days, intern->half_days));
    calc_take(calc, fact, "hele dagen per week", days);
    if (step) calc_take(calc, fact, "bedrag per maand", step->amount);
    return step ? step->amount.value : DECIMAL_ZERO;
}

/* The days that apply in a month: of the last change that was made before that month. */
static Quantity days_in(const Intern *intern, int month) {
    Quantity days = intern->days;
    int latest = -1;
    for (int i = 0; i < intern->change_count; i++) {
        int changed = month_of(intern->changes[i].date);
        if (changed < 0 || changed >= month || changed < latest) continue;
        days = intern->changes[i].days;
        latest = changed;
    }
    return days;
}

static void make_intern(Calc *calc, const Intern *intern) {
    const Allowance *a = &calc->p->allowance;
    const char *name = intern->name ? intern->name : intern->key;
    int start = month_of(intern->from ? intern->from : a->from), end = end_month(intern->to ? intern->to : a->to);
    bool whole = !intern->from && !intern->to && a->months.state == QUANTITY_KNOWN;
    int64_t months = end > start && start >= 0 ? end - start : 0;
    if (whole) decimal_floor(a->months.value, &months);
    if (months > 1200) months = 0;
    calc_given(calc, intern->days, TEXT(calc, "%s, dagen per week", name), "dagen", -1,
               TEXT(calc, "stagevergoeding.%s.dagen", intern->key));
    Fact *first = fact_begin(calc->ledger, TEXT(calc, "%s, stagevergoeding per maand", name), "EUR",
                             intern->employed ? "geen vergoeding naast een arbeidsovereenkomst"
                                              : "bedrag bij het aantal hele dagen per week",
                             "stagevergoeding.%s.maand", intern->key);
    fact_source(calc->ledger, first, intern->place);
    calc_amount(calc, first, monthly(calc, first, intern, intern->days));
    Fact *count = fact_begin(calc->ledger, TEXT(calc, "%s, maanden", name), "maanden", "maanden van de stageperiode",
                             "stagevergoeding.%s.maanden", intern->key);
    fact_source(calc->ledger, count, intern->from || intern->to ? intern->place : a->place);
    fact_set(calc->ledger, count, decimal_int(months), 0);
    Fact *total = fact_begin(calc->ledger, TEXT(calc, "%s, stagevergoeding", name), "EUR",
                             intern->change_count ? "som van de maandbedragen (een wijziging telt vanaf de volgende maand)"
                                                  : "maandbedrag × maanden",
                             "stagevergoeding.%s.totaal", intern->key);
    fact_uses(calc->ledger, total, first->id);
    fact_uses(calc->ledger, total, count->id);
    Decimal sum = DECIMAL_ZERO;
    for (int i = 0; i < intern->change_count; i++)
        fact_takes(calc->ledger, total, TEXT(calc, "hele dagen per week na %s", intern->changes[i].date),
                   intern->changes[i].days.value, intern->changes[i].days.state == QUANTITY_KNOWN,
                   intern->changes[i].place);
    for (int64_t m = 0; m < months; m++) {
        const AllowanceStep *step =
            intern->employed ? NULL : step_of(a, whole_days(days_in(intern, start + (int)m), intern->half_days));
        if (step) sum = decimal_add(sum, step->amount.value);
    }
    calc_amount(calc, total, sum);
}

/* What each step of the table comes to, over the whole period. */
static void make_step(Calc *calc, const AllowanceStep *step) {
    const Allowance *a = &calc->p->allowance;
    if (step->from.state != QUANTITY_KNOWN) return;
    const char *days = decimal_text(calc->arena, step->from.value);
    const char *id = TEXT(calc, "stagevergoeding.dagen.%s.maand", days);
    calc_given(calc, step->amount, TEXT(calc, "Stagevergoeding per maand bij minimaal %s dagen", days), "EUR", 2, id);
    int64_t months = end_month(a->to) - month_of(a->from);
    if (a->months.state != QUANTITY_KNOWN && (!a->from || !a->to || months <= 0)) return;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "Stagevergoeding hele periode bij minimaal %s dagen", days), "EUR",
                            "maandbedrag × maanden", "stagevergoeding.dagen.%s.totaal", days);
    fact_uses(calc->ledger, fact, id);
    if (!calc_take(calc, fact, "maanden", a->months))
        fact_takes(calc->ledger, fact, "maanden", decimal_int(months), true, a->place);
    calc_amount(calc, fact, decimal_mul(fact_term(fact, 0), fact_term(fact, 1)));
}

void calc_allowance(Calc *calc) {
    const Allowance *a = &calc->p->allowance;
    if (!a->given) return;
    for (int i = 0; i < a->step_count; i++) make_step(calc, &a->steps[i]);
    for (int i = 0; i < a->intern_count; i++) make_intern(calc, &a->interns[i]);
}
