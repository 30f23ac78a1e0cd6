/* Personal data that does not belong in a published document: private addresses, groups that are too small. */
#include <ctype.h>
#include <string.h>

#include "rules/rule.h"

static bool is_private(const char *address) {
    static const char *const hosts[] = {"gmail.", "hotmail.", "outlook.", "live.", "yahoo.", "icloud.", "ziggo.", "kpnmail.",
                                        "planet.", "home.nl", "xs4all.", "telfort.", "hetnet.", "casema.", "me.com", "proton"};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if (strncasecmp(address, hosts[i], strlen(hosts[i])) == 0) return true;
    return false;
}

static void find_addresses(Check *check, const char *text, Place place) {
    for (const char *at = text; (at = strchr(at, '@')); at++) {
        const char *start = at;
        while (start > text && !isspace((unsigned char)start[-1]) && !strchr("<>(),;:", start[-1])) start--;
        if (start < at && is_private(at + 1))
            rule_report(check, &R601_EMAIL, place, arena_strndup(check->arena, start, (size_t)(at - start) + 1), NULL, NULL,
                        NULL, NULL);
    }
}

static void look_at_text(Check *check, const TextPiece *text) {
    find_addresses(check, text->text, text->place);
}

/* One remark a survey: how many answers were given by fewer people than may be shown. */
static void check_survey(Check *check, const Survey *survey, const Quantity *least) {
    int small = 0;
    for (int q = 0; q < survey->question_count; q++)
        for (int a = 0; a < survey->questions[q].answer_count; a++) {
            const Quantity *n = &survey->questions[q].answers[a].count;
            small += survey->questions[q].kind != QUESTION_OPEN && n->state == QUANTITY_KNOWN &&
                     decimal_compare(n->value, DECIMAL_ZERO) > 0 && decimal_compare(n->value, least->value) < 0;
        }
    if (small)
        rule_report(check, &R602_SMALL, survey->place, RULE_TEXT(check, "%d", small), NULL, survey->name,
                    rule_number(check, least->value), NULL);
}

void rule_privacy(Check *check) {
    const Quantity *least = &check->p->parameters[PARAMETER_SMALL_GROUP];
    rule_each_text(check, look_at_text);
    for (int i = 0; i < check->p->person_count; i++)
        if (check->p->persons[i].email) find_addresses(check, check->p->persons[i].email, check->p->persons[i].place);
    for (int i = 0; i < check->p->survey_count && least->state == QUANTITY_KNOWN; i++)
        check_survey(check, &check->p->surveys[i], least);
}
