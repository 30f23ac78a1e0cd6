/* The meeting of the steering group: goals with a state, decisions with a wording on the agenda, large risks with a measure. */
#include <string.h>

#include "rules/rule.h"

static void check_goals(Check *check) {
    const Partnership *p = check->p;
    bool any = false;
    for (int i = 0; i < p->goal_count; i++) any |= p->goals[i].status != NULL;
    for (int i = 0; any && i < p->goal_count; i++)
        if (!p->goals[i].status) rule_report(check, &R162_GOAL, p->goals[i].place, NULL, NULL, p->goals[i].key, NULL, NULL);
}

static bool on_agenda(const Steering *s, int decision) {
    for (int i = 0; i < s->agenda_count; i++)
        for (int k = 0; k < s->agenda[i].decision_count; k++)
            if (s->agenda[i].decisions[k] == decision) return true;
    return false;
}

void rule_steering(Check *check) {
    const Steering *s = &check->p->steering;
    if (!s->given) return;
    check_goals(check);
    for (int i = 0; i < s->decision_count; i++) {
        const Decision *d = &s->decisions[i];
        if (!d->proposal || !*d->proposal) rule_report(check, &R163_PROPOSAL, d->place, NULL, NULL, d->title, NULL, NULL);
        if (s->agenda_count && !on_agenda(s, i)) rule_report(check, &R164_AGENDA, d->place, NULL, NULL, d->title, NULL, NULL);
    }
    for (int i = 0; i < s->risk_count; i++)
        if (!s->risks[i].measure && s->risks[i].chance * s->risks[i].effect >= 6)
            rule_report(check, &R165_RISK, s->risks[i].place, RULE_TEXT(check, "%d", s->risks[i].chance * s->risks[i].effect), NULL,
                        s->risks[i].title, NULL, NULL);
    if (s->meeting && check->p->date && strcmp(s->meeting, check->p->date) < 0)
        rule_report(check, &R166_MEETING, s->meeting_place, s->meeting, check->p->date, NULL, NULL, NULL);
}
