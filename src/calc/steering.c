/* What the steering group looks at: deviations above the thresholds, state of the goals, weight of the risks, agenda. */
#include <string.h>

#include "calc/subjects.h"

/* Without its sign, is the fact more than the threshold? NULL when either is not there. */
static Expression *exceeds(Calc *calc, const char *id, Parameter threshold) {
    Expression *size = expression_of(calc->arena, EXPRESSION_ABSOLUTE, calc_part(calc, id), NULL);
    return calc_has(calc, threshold) ? expression_compare(calc->arena, size, MORE, calc_parameter(calc, threshold)) : NULL;
}

/* Is the deviation what ("rubriek.KEY", "regel.KEY") larger than every threshold that is given? 1 or 0. A line that was
 * not budgeted has no share: then the amount alone decides. */
static Expression *make_above(Calc *calc, const char *what, const char *name) {
    const char *amount = TEXT(calc, "afwijking.%s", what), *share = TEXT(calc, "%s.aandeel", amount);
    const Expression *by_share = exceeds(calc, share, PARAMETER_DEVIATION_PERCENT), *by_amount = exceeds(calc, amount, PARAMETER_DEVIATION_AMOUNT);
    const Expression *both = by_share && by_amount ? expression_of(calc->arena, EXPRESSION_SMALLEST, by_share, by_amount) : by_share ? by_share : by_amount;
    return expression_of_fact(calc->arena, calc_fact(calc, both, 0, TEXT(calc, "%s, afwijking boven de drempel (1 = ja)", name), TEXT(calc, "%s.boven-drempel", amount)));
}

static void make_all_above(Calc *calc) {
    const Budget *b = &calc->p->budget;
    Expression *categories = expression_sum(calc->arena, "afwijking.rubriek.*.boven-drempel"), *lines = expression_sum(calc->arena, "afwijking.regel.*.boven-drempel");
    for (int i = 0; i < b->category_count; i++) {
        const BudgetCategory *c = &b->categories[i];
        expression_add(calc->arena, categories, make_above(calc, TEXT(calc, "rubriek.%s", c->key), c->name));
    }
    calc_sum(calc, categories, 0, "Rubrieken met een afwijking boven de drempel", "afwijkingen.rubrieken");
    if (!calc_has(calc, PARAMETER_DEVIATION_AMOUNT)) return;
    for (int i = 0; i < b->category_count; i++)
        for (int k = 0; k < b->categories[i].line_count; k++) {
            const BudgetLine *line = &b->categories[i].lines[k];
            expression_add(calc->arena, lines, make_above(calc, TEXT(calc, "regel.%s", line->key), line->name));
        }
    calc_sum(calc, lines, 0, "Regels met een afwijking boven de drempel", "afwijkingen.regels");
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
        const Expression *chance = expression_count(calc->arena, "kans (klein 1, middel 2, groot 3)", "", risk->chance, risk->chance_place);
        const Expression *effect = expression_count(calc->arena, "gevolg (klein 1, middel 2, groot 3)", "", risk->effect, risk->effect_place);
        calc_fact(calc, expression_product(calc->arena, chance, effect), 0, TEXT(calc, "Risico: %s", risk->title), TEXT(calc, "risico.%s.score", risk->key));
    }
}

void calc_steering(Calc *calc) {
    const Steering *s = &calc->p->steering;
    make_all_above(calc);
    count_goals(calc);
    weigh_risks(calc);
    if (s->decision_count) calc_count(calc, s->decision_count, s->decisions[0].place, "Gevraagde besluiten", "besluiten", "besluiten.totaal");
    if (s->risk_count) calc_count(calc, s->risk_count, s->risks[0].place, "Risico’s", "risico’s", "risicos.totaal");
    Expression *minutes = expression_sum(calc->arena, "de minuten van de agendapunten");
    for (int i = 0; i < s->agenda_count; i++) expression_add(calc->arena, minutes, calc_cell(calc, s->agenda[i].title, "minuten", s->agenda[i].minutes));
    calc_sum(calc, minutes, 0, "Duur van de agenda", "agenda.minuten");
}
