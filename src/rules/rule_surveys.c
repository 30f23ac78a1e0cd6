/* Surveys: respondents, sums of single choice, percentages that can occur. */
#include "rules/rule.h"

static const Quantity *respondents_of(const Survey *survey, const Question *question) {
    return question->respondents.state != QUANTITY_ABSENT ? &question->respondents : &survey->returned;
}

/* Is there a whole number k of n persons that rounds to this percentage in as many decimals as it is given in? */
static bool can_occur(Decimal percent, Decimal n) {
    Decimal rounded = decimal_round(decimal_div(decimal_mul(percent, n), decimal_int(100), 10), 0);
    for (int step = -1; step <= 1; step++) {
        Decimal k = decimal_add(rounded, decimal_int(step));
        Decimal share = decimal_round(decimal_div(decimal_mul(k, decimal_int(100)), n, 10), percent.scale);
        if (decimal_valid(share) && decimal_compare(share, percent) == 0) return true;
    }
    return false;
}

static void check_answer(Check *check, const Question *question, const Answer *answer, const Quantity *n) {
    if (n->state != QUANTITY_KNOWN || decimal_compare(n->value, DECIMAL_ZERO) <= 0) return;
    const char *name = answer->text ? answer->text : answer->key;
    if (answer->count.state == QUANTITY_KNOWN && question->kind != QUESTION_OPEN &&
        decimal_compare(answer->count.value, n->value) > 0)
        rule_report(check, &R111_RESPONDENTS, answer->count.place, rule_number(check, answer->count.value),
                    RULE_TEXT(check, BOTH("hoogstens %s", "at most %s"), rule_number(check, n->value), rule_number(check, n->value)), name, question->text, NULL);
    if (answer->percent.state != QUANTITY_KNOWN || question->kind == QUESTION_OPEN) return;
    const char *found = rule_number(check, answer->percent.value);
    if (answer->count.state == QUANTITY_KNOWN) {
        Decimal share = decimal_round(decimal_div(decimal_mul(answer->count.value, decimal_int(100)), n->value, 10),
                                      answer->percent.value.scale);
        if (decimal_compare(share, answer->percent.value) != 0)
            rule_report(check, &R114_PAIR, answer->percent.place, found, rule_number(check, share), name, question->text,
                        NULL);
    } else if (!can_occur(answer->percent.value, n->value)) {
        rule_report(check, &R113_PERCENT, answer->percent.place, found, NULL, name, rule_number(check, n->value), NULL);
    }
}

/* Single choice: counts add up to the respondents, percentages to 100 (give or take their rounding). */
static void check_single(Check *check, const Question *question, const Quantity *n) {
    Decimal counts = DECIMAL_ZERO, percents = DECIMAL_ZERO;
    bool all_counts = question->answer_count > 0, all_percents = all_counts;
    for (int i = 0; i < question->answer_count; i++) {
        all_counts &= question->answers[i].count.state == QUANTITY_KNOWN;
        all_percents &= question->answers[i].percent.state == QUANTITY_KNOWN;
        counts = decimal_add(counts, question->answers[i].count.value);
        percents = decimal_add(percents, question->answers[i].percent.value);
    }
    if (all_counts && n->state == QUANTITY_KNOWN && decimal_valid(counts) && decimal_compare(counts, n->value) != 0)
        rule_report(check, &R112_SINGLE, question->place, rule_number(check, counts), rule_number(check, n->value),
                    question->text, question->key, NULL);
    Decimal slack = decimal_sub(percents, decimal_int(100));
    if (all_percents && decimal_valid(slack) &&
        decimal_compare(slack.units < 0 ? decimal_neg(slack) : slack, decimal_int(2)) > 0)
        rule_report(check, &R115_PERCENTS, question->place, rule_number(check, percents), "100", question->text,
                    question->key, NULL);
}

void rule_surveys(Check *check) {
    for (int i = 0; i < check->p->survey_count; i++) {
        const Survey *survey = &check->p->surveys[i];
        if (survey->sent.state == QUANTITY_KNOWN && survey->returned.state == QUANTITY_KNOWN && !survey->about &&
            decimal_compare(survey->returned.value, survey->sent.value) > 0)
            rule_report(check, &R106_TOO_MANY, survey->returned.place, rule_number(check, survey->returned.value),
                        rule_number(check, survey->sent.value), survey->name, NULL, NULL);
        for (int q = 0; q < survey->question_count; q++) {
            const Question *question = &survey->questions[q];
            const Quantity *n = respondents_of(survey, question);
            for (int a = 0; a < question->answer_count; a++) check_answer(check, question, &question->answers[a], n);
            if (question->kind == QUESTION_SINGLE) check_single(check, question, n);
        }
    }
}
