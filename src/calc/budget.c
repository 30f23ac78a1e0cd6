/* Budget and realisation: hours and amounts of lines, totals, deviations, what employers bear (A1-A8, A11). */
#include <string.h>

#include "calc/subjects.h"

static const Decimal ONE = {1, 0};

static Expression *given(Calc *calc, const char *name, Decimal value, Place place) {
    return place.file ? expression_cell(calc->arena, name, "", value, true, place) : NULL;
}

/* Times number and share where they are given. */
static Expression *times_factors(Calc *calc, Expression *e, const BudgetValue *v, const Expression *share) {
    const Expression *number = given(calc, "aantal", v->number, v->number_place);
    if (number) e = expression_product(calc->arena, e, number);
    return share ? expression_product(calc->arena, e, share) : e;
}

static Expression *share_of(Calc *calc, const BudgetValue *v) {
    return given(calc, "aandeel", v->share, v->share_place);
}

/* The hours of a line: what its unit says; an administrative amount stands for hours at that rate. The hours of an fte are
 * shown whole (A1: 995,4 is shown as 995), others as they are. */
static void make_hours(Calc *calc, const BudgetValue *v, const char *label, const char *id) {
    bool amount = v->unit == UNIT_AMOUNT && v->administrative && calc_has(calc, PARAMETER_ADMINISTRATIVE_RATE) &&
                  !decimal_is_zero(calc_value(calc, PARAMETER_ADMINISTRATIVE_RATE));
    bool fte = v->unit == UNIT_FTE && calc_has(calc, PARAMETER_YEAR_HOURS);
    if (!amount && !fte && v->unit != UNIT_HOURS && v->unit != UNIT_ADMINISTRATIVE) return;
    Expression *hours = fte      ? expression_product(calc->arena, calc_cell(calc, "fte", "fte", v->quantity), calc_parameter(calc, PARAMETER_YEAR_HOURS))
                        : amount ? expression_quotient(calc->arena, calc_cell(calc, "bedrag", "EUR", v->quantity), calc_parameter(calc, PARAMETER_ADMINISTRATIVE_RATE))
                                 : calc_cell(calc, "uren", "uur", v->quantity);
    if (hours) calc_fact(calc, times_factors(calc, hours, v, share_of(calc, v)), fte ? 0 : -1, label, id);
}

static Expression *in_euros(Calc *calc, Expression *e, const char *unit) {
    if (!strcmp(unit, "EUR")) return e;
    return expression_with_units(calc->arena, expression_product(calc->arena, e, calc_number(calc, 1)), "EUR");
}

/* A fact that the input takes as an amount: what is no money counts as so many euros. What is realised is booked as far
 * as it has been established. */
static Expression *calculated(Calc *calc, const BudgetValue *v, bool realised) {
    Expression *part = v->fact ? calc_part(calc, v->fact) : NULL;
    if (part && realised && part->fact->status == FACT_PARTIAL) return in_euros(calc, expression_of(calc->arena, EXPRESSION_ESTABLISHED, part, NULL), part->fact->unit);
    return part ? in_euros(calc, part, part->fact->unit) : NULL;
}

/* The amount of a line, from unrounded hours; without number and share. */
static Expression *bare_amount(Calc *calc, const BudgetValue *v, bool realised) {
    Arena *arena = calc->arena;
    switch (v->unit) {
    case UNIT_FTE:
        return expression_product(arena, expression_product(arena, calc_cell(calc, "fte", "fte", v->quantity), calc_parameter(calc, PARAMETER_YEAR_HOURS)),
                                  calc_parameter(calc, PARAMETER_HOURLY_RATE));
    case UNIT_HOURS: return expression_product(arena, calc_cell(calc, "uren", "uur", v->quantity), calc_parameter(calc, PARAMETER_HOURLY_RATE));
    case UNIT_ADMINISTRATIVE: return expression_product(arena, calc_cell(calc, "uren", "uur", v->quantity), calc_parameter(calc, PARAMETER_ADMINISTRATIVE_RATE));
    case UNIT_AMOUNT: return calc_cell(calc, "bedrag", "EUR", v->quantity);
    case UNIT_CALCULATED: return calculated(calc, v, realised);
    }
    return NULL;
}

/* With the line that says that it is calculated. */
static Expression *amount_of(Calc *calc, const BudgetValue *v, bool realised, const Expression *share) {
    Expression *bare = bare_amount(calc, v, realised);
    Expression *e = bare ? expression_round(calc->arena, times_factors(calc, bare, v, share), 2) : NULL;
    return v->unit == UNIT_CALCULATED ? expression_at(e, v->place) : e;
}

static void make_side(Calc *calc, const BudgetLine *line, bool realised) {
    const BudgetValue *v = realised ? &line->realised : &line->budgeted;
    const char *side = realised ? "realisatie" : "begroting";
    const char *id = TEXT(calc, "%s.regel.%s", side, line->key);
    if (!v->given) return;
    calc_fact(calc, amount_of(calc, v, realised, share_of(calc, v)), 2, TEXT(calc, "%s, %s", line->name, side), id);
    make_hours(calc, v, TEXT(calc, "%s, uren %s", line->name, side), TEXT(calc, "%s.uren", id));
}

/* The rest of a share that the partnership does not bear wholly. */
static void make_employer(Calc *calc, const BudgetLine *line, const BudgetValue *v) {
    if (!v->given || !v->share_place.file || decimal_compare(v->share, ONE) >= 0) return;
    const Expression *rest = expression_difference(calc->arena, calc_number(calc, 1), share_of(calc, v));
    calc_fact(calc, amount_of(calc, v, v == &line->realised, rest), 2, TEXT(calc, "%s, deel van de werkgever", line->name), TEXT(calc, "werkgever.regel.%s", line->key));
}

static void sum_category(Calc *calc, const BudgetCategory *c, const char *side) {
    Expression *sum = expression_at(expression_sum(calc->arena, TEXT(calc, "%s.regel.*", side)), c->place);
    for (int i = 0; i < c->line_count; i++)
        expression_add_row(calc->arena, sum, c->lines[i].key, calc_partf(calc, "%s.regel.%s", side, c->lines[i].key));
    calc_fact(calc, expression_with_units(calc->arena, sum, "EUR"), 2, TEXT(calc, "%s, %s", c->name, side), TEXT(calc, "%s.rubriek.%s", side, c->key));
}

static void sum_all(Calc *calc, const char *side, const char *label) {
    const Budget *b = &calc->p->budget;
    Expression *sum = expression_sum(calc->arena, TEXT(calc, "%s.rubriek.*", side)), *hours = expression_sum(calc->arena, TEXT(calc, "%s.regel.*.uren", side));
    for (int i = 0; i < b->category_count; i++) {
        expression_add(calc->arena, sum, calc_partf(calc, "%s.rubriek.%s", side, b->categories[i].key));
        for (int k = 0; k < b->categories[i].line_count; k++)
            expression_add(calc->arena, hours, calc_partf(calc, "%s.regel.%s.uren", side, b->categories[i].lines[k].key));
    }
    calc_fact(calc, expression_with_units(calc->arena, sum, "EUR"), 2, label, TEXT(calc, "%s.totaal", side));
    calc_sum_hours(calc, hours, TEXT(calc, "%s, uren", label), TEXT(calc, "%s.uren", side));
}

/* budgeted - realised, over the lines that both know; an empty cell on one side is nothing. */
static Expression *deviation_of(Calc *calc, const char *budgeted, const char *realised) {
    Arena *arena = calc->arena;
    const Expression *first = calc_part(calc, budgeted), *second = calc_part(calc, realised);
    if (!first && !second) return NULL;
    if (!first) first = expression_constant(arena, DECIMAL_ZERO, "EUR");
    if (!second) second = expression_constant(arena, DECIMAL_ZERO, "EUR");
    const Expression *body = expression_difference(arena, expression_side(arena, first, true), expression_side(arena, second, false));
    Expression *pair = expression_paired(arena, first, second, body, false);
    return pair ? pair : expression_difference(arena, first, second);
}

/* The deviation in % of the budget: over the same lines. */
static void make_deviation_share(Calc *calc, const char *budgeted, const char *realised, const char *deviation, const char *label, const char *id) {
    Arena *arena = calc->arena;
    const Expression *first = calc_part(calc, budgeted), *second = calc_part(calc, realised), *left = expression_side(arena, first, true);
    const Expression *body = expression_share(arena, expression_difference(arena, left, expression_side(arena, second, false)), left);
    const Expression *pair = expression_paired(arena, first, second, body, false);
    if (pair && !pair->known && calc_divides(calc, budgeted)) calc_fact(calc, pair, 1, label, id);
    else calc_share(calc, deviation, budgeted, 1, label, id);
}

/* what: "totaal", "rubriek.KEY", "regel.KEY". */
static void make_deviation(Calc *calc, const char *name, const char *what) {
    const char *budgeted = TEXT(calc, "begroting.%s", what), *id = TEXT(calc, "afwijking.%s", what);
    const Expression *deviation = deviation_of(calc, budgeted, TEXT(calc, "realisatie.%s", what));
    const Fact *fact = calc_amount(calc, deviation, TEXT(calc, "%s, begroot min gerealiseerd", name), id);
    int order = 0;
    if (!fact) return;
    make_deviation_share(calc, budgeted, TEXT(calc, "realisatie.%s", what), id, TEXT(calc, "%s, afwijking van de begroting", name), TEXT(calc, "%s.aandeel", id));
    if (!fact_has_value(fact) || !fact_compare(fact, fraction_of(DECIMAL_ZERO), &order) || order >= 0) return;
    calc_amount(calc, expression_product(calc->arena, expression_constant(calc->arena, decimal_int(-1), ""), calc_part(calc, id)),
                TEXT(calc, "%s, overschrijding", name), TEXT(calc, "overschrijding.%s", what));
}

static bool any_side(const Budget *b, bool realised) {
    for (int i = 0; i < b->category_count; i++)
        for (int k = 0; k < b->categories[i].line_count; k++)
            if (realised ? b->categories[i].lines[k].realised.given : b->categories[i].lines[k].budgeted.given) return true;
    return false;
}

static void make_deviations(Calc *calc) {
    const Budget *b = &calc->p->budget;
    for (int i = 0; i < b->category_count; i++) {
        const BudgetCategory *c = &b->categories[i];
        for (int k = 0; k < c->line_count; k++)
            make_deviation(calc, c->lines[k].name, TEXT(calc, "regel.%s", c->lines[k].key));
        make_deviation(calc, c->name, TEXT(calc, "rubriek.%s", c->key));
    }
    make_deviation(calc, "Begroting", "totaal");
    calc_amount(calc, deviation_of(calc, "begroting.totaal", "realisatie.totaal"), "Onderuitputting van de begroting", "onderuitputting.bedrag");
    make_deviation_share(calc, "begroting.totaal", "realisatie.totaal", "onderuitputting.bedrag", "Onderuitputting, aandeel van de begroting", "onderuitputting.aandeel");
}

static void make_employers(Calc *calc) {
    const Budget *b = &calc->p->budget;
    Expression *sum = expression_sum(calc->arena, "werkgever.regel.*");
    for (int i = 0; i < b->category_count; i++) {
        for (int k = 0; k < b->categories[i].line_count; k++) {
            const BudgetLine *line = &b->categories[i].lines[k];
            make_employer(calc, line, line->realised.given ? &line->realised : &line->budgeted);
            expression_add_row(calc->arena, sum, line->key, calc_partf(calc, "werkgever.regel.%s", line->key));
        }
    }
    calc_sum(calc, sum, 2, "Deel dat werkgevers dragen", "werkgevers.totaal");
}

void calc_budget(Calc *calc) {
    const Budget *b = &calc->p->budget;
    bool budgeted = any_side(b, false), realised = any_side(b, true);
    if (!b->given) return;
    for (int i = 0; i < b->category_count; i++) {
        for (int k = 0; k < b->categories[i].line_count; k++) {
            make_side(calc, &b->categories[i].lines[k], false);
            make_side(calc, &b->categories[i].lines[k], true);
        }
        if (budgeted) sum_category(calc, &b->categories[i], "begroting");
        if (realised) sum_category(calc, &b->categories[i], "realisatie");
    }
    if (budgeted) sum_all(calc, "begroting", "Begroting, totaal");
    if (realised) sum_all(calc, "realisatie", "Realisatie, totaal");
    if (budgeted && realised) make_deviations(calc);
    make_employers(calc);
}
