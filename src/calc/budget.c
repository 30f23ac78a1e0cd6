/* Budget and realisation: hours and amounts of lines, totals, deviations, what employers bear (A1-A8, A11). */
#include <string.h>

#include "calc/subjects.h"

static const Decimal ONE = {1, 0};

/* Adds number and share as terms where they are given, and gives number x share. */
static Decimal take_factors(Calc *calc, Fact *fact, const BudgetValue *v, bool with_share) {
    Decimal factor = ONE;
    if (v->number_place.file) {
        fact_takes(calc->ledger, fact, "aantal", v->number, true, v->number_place);
        factor = v->number;
    }
    if (with_share && v->share_place.file) {
        fact_takes(calc->ledger, fact, "aandeel", v->share, true, v->share_place);
        factor = decimal_mul(factor, v->share);
    }
    return factor;
}

/* The hours of a line: what its unit says; an administrative amount stands for hours at that rate. The hours of an fte are
 * shown whole (A1: 995,4 is shown as 995), others as they are. */
static void make_hours(Calc *calc, const BudgetValue *v, const char *label, const char *id) {
    bool amount = v->unit == UNIT_AMOUNT && v->administrative && calc_has(calc, PARAMETER_ADMINISTRATIVE_RATE) &&
                  !decimal_is_zero(calc_value(calc, PARAMETER_ADMINISTRATIVE_RATE));
    bool fte = v->unit == UNIT_FTE && calc_has(calc, PARAMETER_YEAR_HOURS);
    if (!amount && !fte && v->unit != UNIT_HOURS && v->unit != UNIT_ADMINISTRATIVE) return;
    Fact *fact = fact_begin(calc->ledger, label, "uur",
                            fte      ? "fte × normjaartaak × aantal × aandeel"
                            : amount ? "bedrag / administratief tarief"
                                     : "uren × aantal × aandeel",
                            "%s", id);
    if (!calc_take(calc, fact, fte ? "fte" : amount ? "bedrag" : "uren", v->quantity)) return;
    Fraction hours = fraction_of(v->quantity.value);
    if (fte) {
        calc_parameter(calc, fact, PARAMETER_YEAR_HOURS);
        hours = fraction_mul(hours, fraction_of(calc_value(calc, PARAMETER_YEAR_HOURS)));
    }
    if (amount) {
        calc_parameter(calc, fact, PARAMETER_ADMINISTRATIVE_RATE);
        hours = fraction_div(hours, fraction_of(calc_value(calc, PARAMETER_ADMINISTRATIVE_RATE)));
    }
    hours = fraction_mul(hours, fraction_of(take_factors(calc, fact, v, true)));
    fact_set_ratio(calc->ledger, fact, hours, fte ? 0 : -1);
}

/* The amount of a line, from unrounded hours; with_share false: as if the partnership bore all of it. */
static Fact *begin_amount(Calc *calc, const BudgetValue *v, bool with_share, const char *label, const char *id,
                          Fraction *out) {
    static const char *const formulas[] = {"fte × normjaartaak × uurtarief × aantal × aandeel",
                                           "uren × uurtarief × aantal × aandeel",
                                           "uren × administratief tarief × aantal × aandeel", "bedrag", ""};
    Parameter rate = v->unit == UNIT_ADMINISTRATIVE ? PARAMETER_ADMINISTRATIVE_RATE : PARAMETER_HOURLY_RATE;
    Fraction amount = fraction_of(v->quantity.value);
    Fact *fact = fact_begin(calc->ledger, label, "EUR", v->unit == UNIT_CALCULATED ? v->fact : formulas[v->unit], "%s",
                            id);
    if (v->unit == UNIT_CALCULATED) {
        if (!v->fact || !fact_uses(calc->ledger, fact, v->fact)) return NULL;
        fact_source(calc->ledger, fact, v->place);
        amount = fact_ratio(calc->ledger, v->fact);
        fact->form = FORM_SCALED;
        fact->factor = with_share ? decimal_mul(v->number, v->share) : v->number;
    } else if (!calc_take(calc, fact, v->unit == UNIT_FTE ? "fte" : v->unit == UNIT_AMOUNT ? "bedrag" : "uren",
                          v->quantity)) {
        return NULL;
    }
    if (v->unit == UNIT_FTE) {
        if (!calc_parameter(calc, fact, PARAMETER_YEAR_HOURS)) return NULL;
        amount = fraction_mul(amount, fraction_of(calc_value(calc, PARAMETER_YEAR_HOURS)));
    }
    if (v->unit == UNIT_FTE || v->unit == UNIT_HOURS || v->unit == UNIT_ADMINISTRATIVE) {
        if (!calc_parameter(calc, fact, rate)) return NULL;
        amount = fraction_mul(amount, fraction_of(calc_value(calc, rate)));
    }
    *out = fraction_mul(amount, fraction_of(take_factors(calc, fact, v, with_share)));
    return fact;
}

static void make_side(Calc *calc, const BudgetLine *line, bool realised) {
    const BudgetValue *v = realised ? &line->realised : &line->budgeted;
    const char *side = realised ? "realisatie" : "begroting";
    const char *id = TEXT(calc, "%s.regel.%s", side, line->key);
    Fraction amount;
    if (!v->given) return;
    Fact *fact = begin_amount(calc, v, true, TEXT(calc, "%s, %s", line->name, realised ? "realisatie" : "begroting"), id,
                              &amount);
    if (fact) calc_amount_ratio(calc, fact, amount);
    make_hours(calc, v, TEXT(calc, "%s, uren %s", line->name, side), TEXT(calc, "%s.uren", id));
}

/* The rest of a share that the partnership does not bear wholly. */
static void make_employer(Calc *calc, const BudgetLine *line, const BudgetValue *v) {
    Fraction whole;
    const char *id = TEXT(calc, "werkgever.regel.%s", line->key);
    if (!v->given || !v->share_place.file || decimal_compare(v->share, ONE) >= 0) return;
    Fact *fact = begin_amount(calc, v, false, TEXT(calc, "%s, deel van de werkgever", line->name), id, &whole);
    if (!fact) return;
    fact->formula = "hele bedrag × (1 − aandeel)";
    fact_takes(calc->ledger, fact, "aandeel", v->share, true, v->share_place);
    calc_amount_ratio(calc, fact, fraction_mul(whole, fraction_of(decimal_sub(ONE, v->share))));
}

static void sum_category(Calc *calc, const BudgetCategory *c, const char *side) {
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, %s", c->name, side), "EUR", TEXT(calc, "som van %s.regel.*", side),
                            "%s.rubriek.%s", side, c->key);
    for (int i = 0; i < c->line_count; i++) fact_usesf(calc->ledger, fact, "%s.regel.%s", side, c->lines[i].key);
    fact_source(calc->ledger, fact, c->place);
    fact_sum(calc->ledger, fact, 2);
}

static void sum_all(Calc *calc, const char *side, const char *label) {
    const Budget *b = &calc->p->budget;
    Fact *fact = fact_begin(calc->ledger, label, "EUR", TEXT(calc, "som van %s.rubriek.*", side), "%s.totaal", side);
    Fact *hours = fact_begin(calc->ledger, TEXT(calc, "%s, uren", label), "uur", TEXT(calc, "som van %s.regel.*.uren", side),
                             "%s.uren", side);
    for (int i = 0; i < b->category_count; i++) {
        fact_usesf(calc->ledger, fact, "%s.rubriek.%s", side, b->categories[i].key);
        for (int k = 0; k < b->categories[i].line_count; k++)
            fact_usesf(calc->ledger, hours, "%s.regel.%s.uren", side, b->categories[i].lines[k].key);
    }
    fact_sum(calc->ledger, fact, 2);
    if (hours->term_count) calc_sum_hours(calc, hours);
}

/* budgeted - realised; an empty cell on one side is nothing. what: "totaal", "rubriek.KEY", "regel.KEY". */
static void make_deviation(Calc *calc, const char *name, const char *what) {
    const char *budgeted = TEXT(calc, "begroting.%s", what), *realised = TEXT(calc, "realisatie.%s", what);
    const char *id = TEXT(calc, "afwijking.%s", what);
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, begroot min gerealiseerd", name), "EUR",
                            TEXT(calc, "%s − %s", budgeted, realised), "%s", id);
    bool first = fact_uses(calc->ledger, fact, budgeted), second = fact_uses(calc->ledger, fact, realised);
    if (!first && !second) return;
    Decimal difference = decimal_sub(fact_exact(calc->ledger, budgeted), fact_exact(calc->ledger, realised));
    fact->form = second ? first ? FORM_DIFFERENCE : FORM_SCALED : FORM_SUM;
    fact->factor = decimal_int(-1);
    calc_amount(calc, fact, difference);
    calc_share(calc, id, budgeted, 1, TEXT(calc, "%s, afwijking van de begroting", name), TEXT(calc, "%s.aandeel", id));
    if (!fact_usable(calc->ledger, id) || decimal_compare(difference, DECIMAL_ZERO) >= 0) return;
    Fact *over = fact_begin(calc->ledger, TEXT(calc, "%s, overschrijding", name), "EUR", TEXT(calc, "− %s", id),
                            "overschrijding.%s", what);
    fact_uses(calc->ledger, over, id);
    over->form = FORM_SCALED;
    over->factor = decimal_int(-1);
    calc_amount(calc, over, decimal_neg(difference));
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
    Fact *fact = fact_begin(calc->ledger, "Onderuitputting van de begroting", "EUR", "begroting.totaal − realisatie.totaal",
                            "onderuitputting.bedrag");
    fact_uses(calc->ledger, fact, "begroting.totaal");
    fact_uses(calc->ledger, fact, "realisatie.totaal");
    fact->form = FORM_DIFFERENCE;
    calc_amount(calc, fact, decimal_sub(fact_term(fact, 0), fact_term(fact, 1)));
    calc_share(calc, "onderuitputting.bedrag", "begroting.totaal", 1, "Onderuitputting, aandeel van de begroting",
               "onderuitputting.aandeel");
}

static void make_employers(Calc *calc) {
    const Budget *b = &calc->p->budget;
    Fact *total = fact_begin(calc->ledger, "Deel dat werkgevers dragen", "EUR", "som van werkgever.regel.*",
                             "werkgevers.totaal");
    for (int i = 0; i < b->category_count; i++) {
        for (int k = 0; k < b->categories[i].line_count; k++) {
            const BudgetLine *line = &b->categories[i].lines[k];
            make_employer(calc, line, line->realised.given ? &line->realised : &line->budgeted);
            fact_usesf(calc->ledger, total, "werkgever.regel.%s", line->key);
        }
    }
    if (total->term_count) fact_sum(calc->ledger, total, 2);
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
