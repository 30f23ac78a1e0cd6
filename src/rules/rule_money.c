/* Money: a deficit needs cover, a deviation an explanation, a calculated line its fact; controls are compared. */
#include "rules/rule.h"

static const Fact *usable(const Check *check, const char *id) {
    const Fact *fact = ledger_get(check->ledger, id);
    return fact && fact->status != FACT_UNKNOWN && !taint_fact(check->taint, fact) ? fact : NULL;
}

static void check_cover(Check *check) {
    const Fact *result = usable(check, "resultaat.begroot"), *reserve = usable(check, "reserve.begin");
    const Fact *end = usable(check, "reserve.eind");
    const Quantity *minimum = &check->p->reserve.minimum;
    if (result && result->status == FACT_KNOWN && (!reserve || reserve->status == FACT_KNOWN) && decimal_compare(result->exact, DECIMAL_ZERO) < 0) {
        Decimal left = decimal_add(result->exact, reserve ? reserve->exact : DECIMAL_ZERO);
        if (decimal_compare(left, DECIMAL_ZERO) < 0)
            rule_report(check, &R121_UNCOVERED, check->p->budget.place, rule_number(check, result->exact), BOTH("0 of meer", "0 or more"),
                        reserve ? rule_number(check, reserve->exact) : "0", NULL, NULL);
    }
    int order;
    Fraction least = fraction_of(minimum->state == QUANTITY_KNOWN ? minimum->value : DECIMAL_ZERO);
    if (end && fact_compare(end, least, &order) && order < 0) /* whatever is still missing */
        rule_report(check, &R124_RESERVE, check->p->reserve.place, rule_number(check, end->exact),
                    minimum->state == QUANTITY_KNOWN ? rule_number(check, minimum->value) : "0", NULL, NULL, NULL);
}

/* The reserve begins where it ended the year before. */
static void check_opening(Check *check) {
    int year = check->p->year.first;
    const char *before = RULE_TEXT(check, "%d-%d", year - 1, year);
    const Fact *opening = usable(check, "reserve.begin"), *closing = usable(check, RULE_TEXT(check, "reserve.eind@%s", before));
    if (year && opening && closing && opening->status == FACT_KNOWN && closing->status == FACT_KNOWN && decimal_compare(opening->exact, closing->exact) != 0)
        rule_report(check, &R125_OPENING, check->p->reserve.place, rule_number(check, opening->exact), rule_number(check, closing->exact), before, NULL, NULL);
}

static bool above(const Check *check, const char *id) {
    const Fact *fact = usable(check, id);
    return fact && !decimal_is_zero(fact->value);
}

/* "-567.8%" or, without a budget, "4480.00"; and the thresholds that are given. */
static void report_deviation(Check *check, const Message *message, Place place, const char *id, const char *name) {
    const Quantity *percent = &check->p->parameters[PARAMETER_DEVIATION_PERCENT], *amount = &check->p->parameters[PARAMETER_DEVIATION_AMOUNT];
    const Fact *share = usable(check, RULE_TEXT(check, "%s.aandeel", id)), *size = usable(check, id);
    bool both = percent->state == QUANTITY_KNOWN && amount->state == QUANTITY_KNOWN;
    const char *share_limit = percent->state == QUANTITY_KNOWN ? RULE_TEXT(check, "%s%%", rule_number(check, percent->value)) : "";
    const char *amount_limit = amount->state == QUANTITY_KNOWN ? RULE_TEXT(check, "%s euro", rule_number(check, amount->value)) : "";
    const char *limit = RULE_TEXT(check, BOTH("hoogstens %s%s%s", "at most %s%s%s"), share_limit, both ? " of " : "", amount_limit, share_limit,
                                  both ? " or " : "", amount_limit);
    rule_report(check, message, place, share ? RULE_TEXT(check, "%s%%", decimal_text(check->arena, share->value)) : decimal_text(check->arena, size->value),
                limit, name, NULL, NULL);
}

/* A category that deviates more than the thresholds says why, itself or in a line; so does a line. */
static void check_deviation(Check *check, const BudgetCategory *category) {
    bool said = category->note != NULL;
    for (int i = 0; i < category->line_count; i++) said |= category->lines[i].note != NULL;
    const char *id = RULE_TEXT(check, "afwijking.rubriek.%s", category->key);
    if (!said && above(check, RULE_TEXT(check, "%s.boven-drempel", id)))
        report_deviation(check, &R122_DEVIATION, category->place, id, category->name);
    for (int i = 0; i < category->line_count && !category->note; i++) {
        const BudgetLine *line = &category->lines[i];
        id = RULE_TEXT(check, "afwijking.regel.%s", line->key);
        if (!line->note && above(check, RULE_TEXT(check, "%s.boven-drempel", id)))
            report_deviation(check, &R161_LINE, line->place, id, line->name);
    }
}

static void check_calculated(Check *check, const BudgetLine *line, const BudgetValue *v) {
    if (!v->given || v->unit != UNIT_CALCULATED || (v->fact && (ledger_get(check->ledger, v->fact) || taint_id(check->taint, v->fact)))) return;
    rule_report(check, &R123_CALCULATED, v->place, NULL, NULL, v->fact ? v->fact : "", line->name, NULL);
}

void rule_money(Check *check) {
    const Budget *b = &check->p->budget;
    check_cover(check);
    check_opening(check);
    for (int i = 0; i < b->category_count; i++) {
        check_deviation(check, &b->categories[i]);
        for (int k = 0; k < b->categories[i].line_count; k++) {
            const BudgetLine *line = &b->categories[i].lines[k];
            check_calculated(check, line, &line->budgeted);
            check_calculated(check, line, &line->realised);
        }
    }
}

/* Where trainers are named, every location with students has one: else it gets no reimbursement. */
static void check_trained(Check *check, int location) {
    const Facilitation *f = &check->p->facilitation;
    const Location *at = &check->p->locations[location];
    const Fact *students = ledger_get(check->ledger, RULE_TEXT(check, "school.%s.studenten", at->key));
    if (!f->trainer_count || f->reimbursed_hours.state == QUANTITY_ABSENT || !students || taint_fact(check->taint, students)) return;
    if (students->status == FACT_KNOWN && decimal_is_zero(students->exact)) return;
    for (int i = 0; i < f->trainer_count; i++)
        for (int k = 0; k < f->trainers[i].post_count; k++)
            if (f->trainers[i].posts[k].location == location) return;
    rule_report(check, &R158_UNTRAINED, at->place, NULL, NULL, at->name, at->key, NULL);
}

/* Trainers who share a location each say how many students they have; one may leave it open. */
void rule_trainers(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->location_count; i++) check_trained(check, i);
    int *open = ARENA_ARRAY(check->arena, (size_t)p->location_count + 1, int);
    for (int i = 0; i < p->facilitation.trainer_count; i++)
        for (int k = 0; k < p->facilitation.trainers[i].post_count; k++) {
            const TrainerPost *post = &p->facilitation.trainers[i].posts[k];
            if (post->location == NO_INDEX || post->students.state != QUANTITY_ABSENT || ++open[post->location] != 2) continue;
            rule_report(check, &R154_SHARED, post->place, NULL, NULL, p->locations[post->location].name, p->locations[post->location].key, NULL);
        }
}

/* A published value is compared in the decimals it was published in. */
void rule_controls(Check *check) {
    for (int i = 0; i < check->p->control_count; i++) {
        const StatedFact *c = &check->p->controls[i];
        const Fact *fact = c->fact ? ledger_get(check->ledger, c->fact) : NULL;
        if (fact ? taint_fact(check->taint, fact) : taint_id(check->taint, c->fact ? c->fact : "")) continue;
        if (!fact) {
            rule_report(check, &R132_CONTROL_FACT, c->place, NULL, NULL, c->fact ? c->fact : "", NULL, NULL);
            continue;
        }
        if (c->value.state != QUANTITY_KNOWN) continue;
        bool same = fact->status != FACT_UNKNOWN &&
                    (decimal_compare(fact->value, c->value.value) == 0 ||
                     decimal_compare(decimal_round(fact->exact, c->value.value.scale), c->value.value) == 0);
        if (!same)
            rule_report(check, &R131_CONTROL, c->value.place, rule_number(check, c->value.value),
                        fact->status == FACT_UNKNOWN ? BOTH("onbekend", "unknown") : decimal_text(check->arena, fact->value), c->fact,
                        c->source ? c->source : BOTH("controle", "the control"), NULL);
    }
}
