/* People: members of teams and bodies, mean facilitation, meetings (A6). */
#include <string.h>

#include "calc/subjects.h"

/* Marks the persons of a body; a replaced person counts as one with the replacement. */
static void mark_members(const Body *body, bool facilitated_only, bool *seen) {
    for (int i = 0; i < body->member_count; i++) {
        const Member *m = &body->members[i];
        if (m->person == NO_INDEX || (facilitated_only && !m->facilitated)) continue;
        seen[m->person] = true;
    }
    for (int i = 0; i < body->member_count; i++)
        if (body->members[i].replaces != NO_INDEX) seen[body->members[i].replaces] = false;
}

static int64_t count_marked(const bool *seen, int n) {
    int64_t count = 0;
    for (int i = 0; i < n; i++) count += seen[i];
    return count;
}

static bool *no_persons(Calc *calc) {
    return ARENA_ARRAY(calc->arena, (size_t)calc->p->person_count + 1, bool);
}

static void count_body(Calc *calc, const Body *body) {
    const Partnership *p = calc->p;
    bool *seen = no_persons(calc);
    mark_members(body, false, seen);
    calc_count(calc, count_marked(seen, p->person_count), body->place, TEXT(calc, "%s, personen", body->name),
               "personen", TEXT(calc, "personen.%s.totaal", body->key));
    for (int k = 0; k < p->board_count + p->institute_count; k++) {
        bool board = k < p->board_count;
        int index = board ? k : k - p->board_count;
        int64_t count = 0;
        for (int i = 0; i < p->person_count; i++)
            count += seen[i] && (board ? p->persons[i].board : p->persons[i].institute) == index;
        if (count)
            calc_count(calc, count, body->place,
                       TEXT(calc, "%s, personen van %s", body->name,
                            board ? p->boards[index].name : p->institutes[index].abbreviation),
                       "personen",
                       TEXT(calc, "personen.%s.%s", body->key, board ? p->boards[index].key : p->institutes[index].key));
    }
}

static void count_teams(Calc *calc) {
    const Partnership *p = calc->p;
    int64_t seats = 0;
    bool *seen = no_persons(calc), *paid = no_persons(calc);
    for (int i = 0; i < p->team_count; i++) {
        const Body *team = &p->teams[i];
        seats += team->member_count;
        calc_count(calc, team->member_count, team->place, TEXT(calc, "%s, leden", team->name), "leden",
                   TEXT(calc, "ontwikkelteam.%s.leden", team->key));
        mark_members(team, false, seen);
        mark_members(team, true, paid);
    }
    if (!p->team_count) return;
    Place place = p->teams[0].place;
    calc_count(calc, p->team_count, place, "Ontwikkelteams", "teams", "ontwikkelteams.aantal");
    calc_count(calc, seats, place, "Leden van ontwikkelteams (plaatsen)", "leden", "ontwikkelteams.leden");
    calc_count(calc, count_marked(seen, p->person_count), place, "Leden van ontwikkelteams (personen)", "personen",
               "ontwikkelteams.personen");
    if (count_marked(paid, p->person_count))
        calc_count(calc, count_marked(paid, p->person_count), place, "Gefaciliteerde leden van ontwikkelteams",
                   "personen", "ontwikkelteams.gefaciliteerd");
}

static void count_meeting(Calc *calc, const Meeting *m) {
    const char *id = TEXT(calc, "bijeenkomst.%s.aanwezig", m->key);
    const char *label = TEXT(calc, "%s, aanwezigen", m->name);
    Expression *sum = expression_sum(calc->arena, "de aanwezigen per rol");
    for (int i = 0; i < m->attendance_count; i++) {
        const char *role = m->attendance[i].role ? m->attendance[i].role : "aanwezig";
        expression_add(calc->arena, sum, calc_cell(calc, role, "personen", m->attendance[i].count));
        calc_given(calc, m->attendance[i].count, TEXT(calc, "%s: %s", label, role), "personen", 0, TEXT(calc, "%s.%d", id, i + 1));
    }
    if (!calc_sum(calc, sum, 0, label, id)) calc_given(calc, m->attended_total, label, "personen", 0, id);
    calc_given(calc, m->turnout, TEXT(calc, "%s, opkomst", m->name), "%", -1,
               TEXT(calc, "bijeenkomst.%s.opkomst", m->key));
    calc_given(calc, m->locations, TEXT(calc, "%s, vertegenwoordigde locaties", m->name), "locaties", 0,
               TEXT(calc, "bijeenkomst.%s.locaties", m->key));
    if (m->date_count)
        calc_count(calc, m->date_count, m->place, TEXT(calc, "%s, momenten", m->name), "momenten",
                   TEXT(calc, "bijeenkomst.%s.momenten", m->key));
}

void calc_people(Calc *calc) {
    const Partnership *p = calc->p;
    int64_t moments = 0;
    count_teams(calc);
    for (int i = 0; i < p->body_count; i++) count_body(calc, &p->bodies[i]);
    for (int i = 0; i < p->meeting_count; i++) {
        count_meeting(calc, &p->meetings[i]);
        moments += p->meetings[i].date_count;
    }
    if (moments)
        calc_count(calc, moments, p->meetings[0].place, "Bijeenkomsten, momenten", "momenten", "bijeenkomsten.momenten");
}

/* Hours of a team: its budget lines (realised, else budgeted); the mean over the facilitated members. */
void calc_team_hours(Calc *calc) {
    const Partnership *p = calc->p;
    Expression *total = expression_sum(calc->arena, "ontwikkelteam.*.uren");
    for (int t = 0; t < p->team_count; t++) {
        Expression *sum = expression_sum(calc->arena, "de uren van de begrotingsregels van dit team");
        for (int c = 0; c < p->budget.category_count; c++)
            for (int k = 0; k < p->budget.categories[c].line_count; k++) {
                const BudgetLine *line = &p->budget.categories[c].lines[k];
                if (line->team != t) continue;
                const Expression *realised = calc_partf(calc, "realisatie.regel.%s.uren", line->key);
                expression_add(calc->arena, sum, realised ? realised : calc_partf(calc, "begroting.regel.%s.uren", line->key));
            }
        const Fact *made = calc_sum_hours(calc, sum, TEXT(calc, "%s, uren", p->teams[t].name), TEXT(calc, "ontwikkelteam.%s.uren", p->teams[t].key));
        expression_add(calc->arena, total, expression_of_fact(calc->arena, made));
    }
    const Expression *hours = expression_of_fact(calc->arena, calc_sum_hours(calc, total, "Ontwikkelteams, uren", "ontwikkelteams.uren"));
    calc_fact(calc, expression_quotient(calc->arena, hours, calc_part(calc, "ontwikkelteams.gefaciliteerd")), 0,
              "Gemiddelde facilitering per lid van een ontwikkelteam", "ontwikkelteams.gemiddelde");
}
