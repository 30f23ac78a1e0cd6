/* School years and dates: text that names another year than it can mean, events outside their year or with two dates. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "rules/rule.h"

/* "vanaf 2022-2023", "sinds 2015-2016": a moment on purpose farther away. */
static bool is_moment(const char *text, const char *at) {
    static const char *const words[] = {"vanaf", "per", "sinds", "tot", "uiterlijk", "na"};
    const char *end = at, *start;
    while (end > text && isspace((unsigned char)end[-1])) end--;
    for (start = end; start > text && isalpha((unsigned char)start[-1]); start--) {}
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if ((size_t)(end - start) == strlen(words[i]) && strncasecmp(start, words[i], strlen(words[i])) == 0) return true;
    return false;
}

/* The next school year at or after p ("2020-2021", also with an en dash); its first year, or 0 at the end.
 * *start is where it begins, *p moves behind it. */
static int next_school_year(const char **p, const char **start) {
    for (; **p; (*p)++) {
        if (!isdigit((unsigned char)**p)) continue;
        char *end;
        *start = *p;
        long first = strtol(*p, &end, 10);
        size_t digits = (size_t)(end - *p);
        size_t dash = strncmp(end, "–", strlen("–")) == 0 ? strlen("–") : *end == '-';
        *p = end - 1;
        if (digits != 4 || !dash || !isdigit((unsigned char)end[dash])) continue;
        char *stop;
        long second = strtol(end + dash, &stop, 10);
        if (stop - (end + dash) != 4) continue;
        *p = stop;
        if (second == first + 1) return (int)first;
    }
    return 0;
}

static void check_text(Check *check, const TextPiece *piece) {
    const char *p = piece->text, *start = p;
    int year = check->p->year.first, found;
    while ((found = next_school_year(&p, &start))) {
        if (found >= year - 1 && found <= year + 1) continue;
        if (is_moment(piece->text, start)) continue;
        rule_report(check, &R301_YEAR, piece->place, RULE_TEXT(check, "%d-%d", found, found + 1),
                    RULE_TEXT(check, BOTH("%d-%d, %d-%d of %d-%d", "%d-%d, %d-%d or %d-%d"), year - 1, year, year, year + 1, year + 1, year + 2, year - 1, year, year, year + 1, year + 1, year + 2), NULL, NULL,
                    NULL);
    }
}

/* A heading that looks ahead names the next year. */
static void check_heading(Check *check, const Shown *heading) {
    const char *title = heading->text.text, *start;
    if (!heading->heading || (!strcasestr(title, "vooruitblik") && !strcasestr(title, "komend schooljaar"))) return;
    int found, year = check->p->year.first;
    while ((found = next_school_year(&title, &start)))
        if (found != year + 1)
            rule_report(check, &R302_OUTLOOK, heading->place, RULE_TEXT(check, "%d-%d", found, found + 1),
                        RULE_TEXT(check, "%d-%d", year + 1, year + 2), NULL, NULL, NULL);
}

void rule_years(Check *check) {
    if (!check->p->year.first) return;
    rule_each_text(check, check_text);
    for (int i = 0; i < check->text->shown_count; i++) check_heading(check, &check->text->shown[i]);
}

/* Is an ISO date within 1 August to 31 July of the school year that begins in year? */
static bool within(const char *date, int year) {
    char from[40], to[40];
    snprintf(from, sizeof from, "%04d-08-01", year);
    snprintf(to, sizeof to, "%04d-07-31", year + 1);
    return strcmp(date, from) >= 0 && strcmp(date, to) <= 0;
}

static void check_day(Check *check, const char *date, int year, Place place, const char *name) {
    if (!date || !year || within(date, year)) return;
    rule_report(check, &R311_OUTSIDE, place, date, RULE_TEXT(check, BOTH("1 augustus %d t/m 31 juli %d", "1 August %d to 31 July %d"), year, year + 1, year, year + 1), name,
                NULL, NULL);
}

/* The same event in the planning, with another date than any of the meeting's. */
static void check_twice(Check *check, const Meeting *m) {
    const Planning *plan = &check->p->planning;
    for (int r = 0; r < plan->row_count; r++)
        for (int i = 0; i < plan->rows[r].activity_count; i++) {
            const Activity *a = &plan->rows[r].activities[i];
            bool same = false;
            if (!a->name || !m->name || strcmp(a->name, m->name) != 0 || !m->date_count || !a->from) continue;
            for (int d = 0; d < m->date_count; d++)
                same |= m->dates[d].date && strcmp(m->dates[d].date, a->from) == 0;
            if (!same && m->dates[0].date)
                rule_report(check, &R312_TWO_DATES, a->place, a->from, m->dates[0].date, a->name, NULL, NULL);
        }
}

void rule_dates(Check *check) {
    const Partnership *p = check->p;
    for (int i = 0; i < p->meeting_count; i++) {
        for (int d = 0; d < p->meetings[i].date_count; d++)
            check_day(check, p->meetings[i].dates[d].date, p->year.first, p->meetings[i].dates[d].place, p->meetings[i].name);
        if (p->planning.year.first == p->year.first) check_twice(check, &p->meetings[i]);
    }
    int year = p->planning.year.first ? p->planning.year.first : p->year.first;
    for (int r = 0; p->planning.given && r < p->planning.row_count; r++)
        for (int i = 0; i < p->planning.rows[r].activity_count; i++) {
            const Activity *a = &p->planning.rows[r].activities[i];
            check_day(check, a->from, year, a->place, a->name);
            check_day(check, a->to, year, a->place, a->name);
        }
    if (p->pupils_date && p->year.first) check_day(check, p->pupils_date, p->year.first, p->place, "peildatum");
}
