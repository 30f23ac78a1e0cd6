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

/* Whole days a week: two half days are one. */
static Expression *whole_days(Calc *calc, Expression *days, Quantity halves) {
    const Expression *half = expression_quotient(calc->arena, calc_cell(calc, "halve dagen per week", "dagen", halves), calc_number(calc, 2));
    return expression_of(calc->arena, EXPRESSION_FLOOR, expression_plus(calc->arena, days, half), NULL);
}

static Expression *own(Expression *e) {
    return expression_of_one(e);
}

/* The amount a month at so many days; none beside an employment contract. */
static Expression *monthly(Calc *calc, const Intern *intern, Quantity days, const char *name) {
    const Allowance *a = &calc->p->allowance;
    Expression *step = expression_step(calc->arena, whole_days(calc, own(calc_cell(calc, name, "dagen", days)), intern->half_days),
                                       expression_constant(calc->arena, DECIMAL_ZERO, "EUR/maanden"));
    if (intern->employed || !step) return own(expression_count(calc->arena, "geen vergoeding naast een arbeidsovereenkomst", "EUR/maanden", 0, intern->place));
    for (int i = 0; i < a->step_count; i++) {
        const char *from = a->steps[i].from.state == QUANTITY_KNOWN ? decimal_text(calc->arena, a->steps[i].from.value) : "?";
        expression_add_step(calc->arena, step, (StepRow){calc_cell(calc, TEXT(calc, "trede vanaf %s dagen", from), "dagen", a->steps[i].from), NULL,
                                                      calc_cell(calc, TEXT(calc, "bedrag per maand bij %s dagen", from), "EUR/maanden", a->steps[i].amount), (Place){0}});
    }
    return step;
}

/* The change that applies in a month: the last that was made before it; NULL: none yet. */
static const AllowanceChange *change_in(const Intern *intern, int month) {
    const AllowanceChange *found = NULL;
    int latest = -1;
    for (int i = 0; i < intern->change_count; i++) {
        int changed = month_of(intern->changes[i].date);
        if (changed < 0 || changed >= month || changed < latest) continue;
        found = &intern->changes[i];
        latest = changed;
    }
    return found;
}

/* Months x the amount of each stretch in which the days stay the same. */
static Expression *by_stretch(Calc *calc, const Intern *intern, int start, int64_t months) {
    Expression *sum = NULL;
    for (int64_t m = 0; m < months;) {
        const AllowanceChange *change = change_in(intern, start + (int)m);
        int64_t until = m + 1;
        while (until < months && change_in(intern, start + (int)until) == change) until++;
        const Expression *amount = monthly(calc, intern, change ? change->days : intern->days, change ? TEXT(calc, "hele dagen per week na %s", change->date) : "hele dagen per week");
        const Expression *count = expression_count(calc->arena, change ? TEXT(calc, "maanden na %s", change->date) : "maanden", "maanden", until - m, change ? change->place : intern->place);
        sum = expression_plus(calc->arena, sum, expression_product(calc->arena, amount, count));
        m = until;
    }
    return sum ? sum : expression_constant(calc->arena, DECIMAL_ZERO, "EUR");
}

static void make_intern(Calc *calc, const Intern *intern) {
    const Allowance *a = &calc->p->allowance;
    const char *name = intern->name ? intern->name : intern->key;
    int start = month_of(intern->from ? intern->from : a->from), end = end_month(intern->to ? intern->to : a->to);
    bool whole = !intern->from && !intern->to && a->months.state == QUANTITY_KNOWN;
    int64_t months = end > start && start >= 0 ? end - start : 0;
    if (whole) decimal_floor(a->months.value, &months);
    if (months > 1200) months = 0;
    calc_fact(calc, own(calc_cell(calc, TEXT(calc, "%s, dagen per week", name), "dagen", intern->days)), -1, TEXT(calc, "%s, dagen per week", name),
              TEXT(calc, "stagevergoeding.%s.dagen", intern->key));
    const Expression *first = expression_round(calc->arena, monthly(calc, intern, intern->days, "hele dagen per week"), 2);
    const Fact *amount = calc_fact(calc, expression_at((Expression *)first, intern->place), 2, TEXT(calc, "%s, stagevergoeding per maand", name),
                                   TEXT(calc, "stagevergoeding.%s.maand", intern->key));
    const Fact *count = calc_fact(calc, expression_count(calc->arena, "maanden van de stageperiode", "maanden", months, intern->from || intern->to ? intern->place : a->place), 0,
                                  TEXT(calc, "%s, maanden", name), TEXT(calc, "stagevergoeding.%s.maanden", intern->key));
    const Expression *total = intern->change_count ? by_stretch(calc, intern, start, months)
                                                   : expression_product(calc->arena, expression_of_fact(calc->arena, amount), expression_of_fact(calc->arena, count));
    calc_amount(calc, total, TEXT(calc, "%s, stagevergoeding", name), TEXT(calc, "stagevergoeding.%s.totaal", intern->key));
}

/* The months that the table is for: as given, or from its period; NULL: neither. */
static Expression *months_of_table(Calc *calc) {
    const Allowance *a = &calc->p->allowance;
    int64_t span = end_month(a->to) - month_of(a->from);
    Expression *given = calc_cell(calc, "maanden", "maanden", a->months);
    if (given) return given;
    return a->from && a->to && span > 0 ? expression_count(calc->arena, "maanden", "maanden", span, a->place) : NULL;
}

/* What each step of the table comes to, over the whole period. */
static void make_step(Calc *calc, const AllowanceStep *step) {
    if (step->from.state != QUANTITY_KNOWN) return;
    const char *days = decimal_text(calc->arena, step->from.value);
    const char *id = TEXT(calc, "stagevergoeding.dagen.%s.maand", days);
    calc_given(calc, step->amount, TEXT(calc, "Stagevergoeding per maand bij minimaal %s dagen", days), "EUR/maanden", 2, id);
    calc_amount(calc, expression_product(calc->arena, calc_part(calc, id), months_of_table(calc)), TEXT(calc, "Stagevergoeding hele periode bij minimaal %s dagen", days),
                TEXT(calc, "stagevergoeding.dagen.%s.totaal", days));
}

void calc_allowance(Calc *calc) {
    const Allowance *a = &calc->p->allowance;
    if (!a->given) return;
    for (int i = 0; i < a->step_count; i++) make_step(calc, &a->steps[i]);
    Expression *sum = expression_sum(calc->arena, "stagevergoeding.*.totaal");
    for (int i = 0; i < a->intern_count; i++) {
        make_intern(calc, &a->interns[i]);
        expression_add(calc->arena, sum, calc_partf(calc, "stagevergoeding.%s.totaal", a->interns[i].key));
    }
    calc_sum(calc, sum, 2, "Stagevergoedingen, totaal", "stagevergoeding.totaal");
    calc_fact(calc, months_of_table(calc), 0, "Stagevergoeding, maanden van de periode", "stagevergoeding.maanden");
}
