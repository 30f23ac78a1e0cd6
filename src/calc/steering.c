/* What the steering group looks at: deviations above the thresholds, state of the goals, weight of the risks, agenda. */
#include <string.h>

#include "calc/subjects.h"

/* Without its sign, is the fact more than the threshold? */
static bool exceeds(const Calc *calc, const char *id, Parameter threshold) {
    Fraction size = fact_ratio(calc->ledger, id);
    if (size.top < 0) size.top = -size.top;
    return fraction_compare(size, fraction_of(calc_value(calc, threshold))) > 0;
}

/* Is the deviation what ("rubriek.KEY", "regel.KEY") larger than every threshold that is given? 1 or 0. A line that was
 * not budgeted has no share: then the amount alone decides. */
static bool make_above(Calc *calc, const char *what, const char *name) {
    const char *amount = TEXT(calc, "afwijking.%s", what), *share = TEXT(calc, "%s.aandeel", amount);
    bool by_share = calc_has(calc, PARAMETER_DEVIATION_PERCENT), by_amount = calc_has(calc, PARAMETER_DEVIATION_AMOUNT);
    if (!fact_usable(calc->ledger, amount) || (!by_share && !by_amount)) return false;
    bool has_share = fact_usable(calc->ledger, share);
    if (!has_share && !by_amount) return false;
    Fact *fact = fact_begin(calc->ledger, TEXT(calc, "%s, afwijking boven de drempel (1 = ja)", name), "",
                            by_share && by_amount ? "afwijking > afwijkingsdrempel en afwijking > afwijkingsbedrag, zonder teken"
                            : by_share            ? "afwijking > afwijkingsdrempel, zonder teken"
                                                  : "afwijking > afwijkingsbedrag, zonder teken",
                            "%s.boven-drempel", amount);
    bool above = true;
    fact_uses(calc->ledger, fact, amount);
    if (by_share && has_share) {
        fact_uses(calc->ledger, fact, share);
        calc_parameter(calc, fact, PARAMETER_DEVIATION_PERCENT);
        above = exceeds(calc, share, PARAMETER_DEVIATION_PERCENT);
    }
    if (by_amount) {
        calc_parameter(calc, fact, PARAMETER_DEVIATION_AMOUNT);
        above = above && exceeds(calc, amount, PARAMETER_DEVIATION_AMOUNT);
    }
    fact_set(calc->ledger, fact, decimal_int(above), 0);
    return true;
}

static Fact *begin_count(Calc *calc, const char *label, const char *id, const char *formula) {
    return fact_begin(calc->ledger, label, "", formula, "%s", id);
}

static void make_all_above(Calc *calc) {
    const Budget *b = &calc->p->budget;
    Fact *categories = begin_count(calc, "Rubrieken met een afwijking boven de drempel", "afwijkingen.rubrieken", "som van afwijking.rubriek.*.boven-drempel");
    for (int i = 0; i < b->category_count; i++) {
        const BudgetCategory *c = &b->categories[i];
        if (make_above(calc, TEXT(calc, "rubriek.%s", c->key), c->name))
            fact_usesf(calc->ledger, categories, "afwijking.rubriek.%s.boven-drempel", c->key);
    }
    if (categories->term_count) fact_sum(calc->ledger, categories, 0);
    if (!calc_has(calc, PARAMETER_DEVIATION_AMOUNT)) return;
    Fact *lines = begin_count(calc, "Regels met een afwijking boven de drempel", "afwijkingen.regels", "som van afwijking.regel.*.boven-drempel");
    for (int i = 0; i < b->category_count; i++)
        for (int k = 0; k < b->categories[i].line_count; k++) {
            const BudgetLine *line = &b->categories[i].lines[k];
            if (make_above(calc, TEXT(calc, "regel.%s", line->key), line->name))
                fact_usesf(calc->ledger, lines, "afwijking.regel.%s.boven-drempel", line->key);
        }
    if (lines->term_count) fact_sum(calc->ledger, lines, 0);
}

/* How many goals there are in each state; the state stands with the goal in the report. */
static void count_goals(Calc *calc) {
    static const char *const STATES[] = {"behaald", "deels", "niet", "vervallen", NULL};
    const Partnership *p = calc->p;
    if (!p->goal_count) return;
    calc_count(calc, p->goal_count, p->goals[0].place, "Doelen", "doelen", "doelen.totaal");
    for (int s = 0; s < 5; s++) {
        int n = 0;
        Place first = {0};
        for (int i = 0; i < p->goal_count; i++) {
            const char *state = p->goals[i].status;
            if (STATES[s] ? !state || strcmp(state, STATES[s]) != 0 : state != NULL) continue;
            if (!n++) first = p->goals[i].place;
        }
        if (n)
            calc_count(calc, n, first, TEXT(calc, "Doelen: %s", STATES[s] ? STATES[s] : "stand niet gegeven"), "doelen",
                       TEXT(calc, "doelen.%s", STATES[s] ? STATES[s] : "zonder-stand"));
    }
}

static void weigh_risks(Calc *calc) {
    const Steering *s = &calc->p->steering;
    for (int i = 0; i < s->risk_count; i++) {
        const Risk *risk = &s->risks[i];
        if (!risk->key || !risk->chance || !risk->effect) continue;
        Fact *fact = fact_begin(calc->ledger, TEXT(calc, "Risico: %s", risk->title), "", "kans × gevolg (klein 1, middel 2, groot 3)",
                                "risico.%s.score", risk->key);
        fact_takes(calc->ledger, fact, "kans", decimal_int(risk->chance), true, risk->chance_place);
        fact_takes(calc->ledger, fact, "gevolg", decimal_int(risk->effect), true, risk->effect_place);
        fact_set(calc->ledger, fact, decimal_int(risk->chance * risk->effect), 0);
    }
}

void calc_steering(Calc *calc) {
    const Steering *s = &calc->p->steering;
    make_all_above(calc);
    count_goals(calc);
    weigh_risks(calc);
    if (s->decision_count) calc_count(calc, s->decision_count, s->decisions[0].place, "Gevraagde besluiten", "besluiten", "besluiten.totaal");
    if (s->risk_count) calc_count(calc, s->risk_count, s->risks[0].place, "Risico’s", "risico’s", "risicos.totaal");
    Fact *minutes = fact_begin(calc->ledger, "Duur van de agenda", "minuten", "som van de minuten van de agendapunten", "agenda.minuten");
    for (int i = 0; i < s->agenda_count; i++) calc_take(calc, minutes, s->agenda[i].title, s->agenda[i].minutes);
    if (minutes->term_count) fact_sum(calc->ledger, minutes, 0);
}
