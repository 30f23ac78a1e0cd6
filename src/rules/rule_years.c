/* School years and dates: text that names another year than it can mean, events outside their year or with two dates. */
#include <string.h>

#include "rules/rule.h"

/* "vanaf 2022-2023", "sinds 2015-2016": a moment on purpose farther away. */
static bool is_moment(const char *word) {
    static const char *const words[] = {"vanaf", "per", "sinds", "tot", "uiterlijk", "na"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0) return true;
    return false;
}

/* Does the word say that a school year follows? Two years with a dash between may be any period. */
static bool is_school_year(const char *word) {
    static const char *const words[] = {"schooljaar", "studiejaar", "cursusjaar", "collegejaar", "jaarverslag"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0) return true;
    return false;
}

static void check_year(Check *check, const ProseItem *item) {
    int year = check->p->year.first, found = item->year;
    if (item->last != found + 1) {
        if (is_school_year(item->before))
            rule_report(check, &R303_NO_SCHOOL_YEAR, item->place, item->written, RULE_TEXT(check, "%d-%d", found, found + 1), item->written, NULL, NULL);
        return;
    }
    if ((found >= year - 1 && found <= year + 1) || is_moment(item->before) || item->passage == NO_INDEX || strlen(item->written) < 9) return;
    rule_report(check, &R301_YEAR, item->place, RULE_TEXT(check, "%d-%d", found, found + 1),
                RULE_TEXT(check, BOTH("%d-%d, %d-%d of %d-%d", "%d-%d, %d-%d or %d-%d"), year - 1, year, year, year + 1, year + 1, year + 2, year - 1, year, year, year + 1, year + 1, year + 2), NULL, NULL,
                NULL);
}

/* "In 2021-2022 gaan we …": what is to come, said of a year that has begun. */
static void check_outlook(Check *check, const ProseItem *item) {
    static const char *const verbs[] = {"gaan ", "gaat ", "zullen ", "zal ", "willen ", "wil ", "verwachten ", "starten ", "worden ", "wordt ", "komen ", "komt ", "krijgen ", "krijgt "};
    if (item->passage == NO_INDEX || !check->text->sections[item->section].outlook || strcmp(item->before, "in") != 0 || item->last != item->year + 1) return;
    const char *behind = check->text->passages[item->passage].text + item->end;
    behind += strspn(behind, " ");
    int next = check->p->year.first + 1;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && item->year < next; i++)
        if (strncmp(behind, verbs[i], strlen(verbs[i])) == 0)
            rule_report(check, &R304_PAST, item->place, item->written, RULE_TEXT(check, "%d-%d", next, next + 1), item->written, NULL, NULL);
}

/* A heading that looks ahead names the next year. */
static void check_heading(Check *check, const Shown *heading) {
    const char *title = heading->text.text;
    if (!heading->heading || (!strcasestr(title, "vooruitblik") && !strcasestr(title, "komend schooljaar"))) return;
    int year = check->p->year.first;
    for (int i = 0; i < check->prose->count; i++) {
        const ProseItem *item = &check->prose->items[i];
        bool own = item->passage == NO_INDEX && item->place.line == heading->text.place.line && item->place.column == heading->text.place.column &&
                   item->place.file == heading->text.place.file;
        if (own && item->kind == PROSE_SCHOOL_YEAR && item->last == item->year + 1 && item->year != year + 1)
            rule_report(check, &R302_OUTLOOK, heading->place, RULE_TEXT(check, "%d-%d", item->year, item->year + 1), RULE_TEXT(check, "%d-%d", year + 1, year + 2), NULL, NULL,
                        NULL);
    }
}

void rule_years(Check *check) {
    if (!check->p->year.first) return;
    for (int i = 0; i < check->prose->count; i++)
        if (check->prose->items[i].kind == PROSE_SCHOOL_YEAR) check_year(check, &check->prose->items[i]), check_outlook(check, &check->prose->items[i]);
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

/* A report with chapters looks back: it is not written before its year begins. */
static void check_report_date(Check *check) {
    const Partnership *p = check->p;
    char begin[40];
    snprintf(begin, sizeof begin, "%04d-08-01", p->year.first);
    if (p->date && p->year.first && check->text->chapter_count && strcmp(p->date, begin) < 0)
        rule_report(check, &R314_EARLY, p->date_place, p->date, RULE_TEXT(check, BOTH("%s of later", "%s or later"), begin, begin), p->year.text, NULL, NULL);
}

void rule_dates(Check *check) {
    const Partnership *p = check->p;
    check_report_date(check);
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
