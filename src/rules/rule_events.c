/* Events in the text: the same one has the same day everywhere, also in the data. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "prose/typed.h"
#include "rules/rule.h"

typedef struct Event {
    const char *name; /* "startbijeenkomst", "verdiepingsmiddag 1" */
    int day, month, year; /* year 0: not said */
    Place place;
    bool several;     /* its sentence gives more than one day */
} Event;

typedef struct Events {
    Event *items;
    int count, room;
} Events;

static const char *const MONTHS[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};

/* The next "19 november 2020" or "19 november" at or after *p. */
static bool next_day(const char **p, Event *out) {
    for (const char *c = *p; *c; c++) {
        if (!isdigit((unsigned char)*c) || (c > *p && (isdigit((unsigned char)c[-1]) || strchr(".,-/", c[-1])))) continue;
        char *end;
        long day = strtol(c, &end, 10);
        if (day < 1 || day > 31 || *end != ' ') continue;
        const char *word = end + strspn(end, " ");
        for (int m = 0; m < 12; m++) {
            size_t n = strlen(MONTHS[m]);
            if (strncmp(word, MONTHS[m], n) != 0 || isalpha((unsigned char)word[n])) continue;
            *out = (Event){.day = (int)day, .month = m + 1};
            *p = word + n;
            if (**p == ' ' && isdigit((unsigned char)(*p)[1]) && (size_t)strspn(*p + 1, "0123456789") == 4) {
                out->year = atoi(*p + 1);
                *p += 5;
            }
            return true;
        }
    }
    return false;
}

/* A word for one event, such as startbijeenkomst or studiedag; not "bijeenkomst" alone, nor more of them. */
static bool is_event(const char *word, size_t n) {
    static const char *const tails[] = {"bijeenkomst", "middag", "ochtend", "avond", "studiedag", "startdag", "slotdag", "heidedag", "conferentie",
                                        "symposium", "uitreiking", "vergadering"};
    static const char *const days[] = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "achtermiddag", "namiddag"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) /* "woensdagmiddag" */
        if (strncmp(word, days[i], strlen(days[i])) == 0) return false;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        size_t t = strlen(tails[i]);
        bool whole = strstr(tails[i], "dag") && !strstr(tails[i], "middag");
        if (n >= t && strncmp(word + n - t, tails[i], t) == 0 && (n > t || whole)) return true;
    }
    return false;
}

/* The event word nearest before or behind a day in the sentence, with its number: "verdiepingsmiddag 1". */
static const char *event_name(Check *check, const char *sentence, const char *day) {
    const char *best = NULL;
    size_t best_size = 0, distance = 0;
    for (const char *p = sentence; *p;) {
        size_t n = strcspn(p, " ,.;:()?!");
        if (n && is_event(p, n)) {
            size_t d = p < day ? (size_t)(day - p) : (size_t)(p - day);
            if (!best || d < distance) best = p, best_size = n, distance = d;
        }
        p += n ? n : 1;
    }
    if (!best) return NULL;
    if (best[best_size] == ' ' && isdigit((unsigned char)best[best_size + 1]) && !isalnum((unsigned char)best[best_size + 2])) {
        const char *after = best + best_size + 2 + strspn(best + best_size + 2, " ");
        bool date = false;
        for (int m = 0; m < 12; m++) date |= strncmp(after, MONTHS[m], strlen(MONTHS[m])) == 0;
        if (!date) best_size += 2;
    }
    return arena_strndup(check->arena, best, best_size);
}

static void take(Check *check, Events *events, Event event) {
    if (events->count == events->room) {
        int room = events->room ? events->room * 2 : 16;
        Event *items = ARENA_ARRAY(check->arena, (size_t)room, Event);
        if (events->count) memcpy(items, events->items, (size_t)events->count * sizeof *items);
        events->items = items;
        events->room = room;
    }
    events->items[events->count++] = event;
}

static void look_at(Check *check, const Passage *passage, void *data) {
    size_t at = 0;
    for (const char *p = passage->text; *p; p = passage->text + at) {
        Event event;
        const char *from = p;
        if (!next_day(&p, &event)) return;
        size_t found = (size_t)(p - passage->text) - 1;
        const char *sentence = passage_sentence(check->arena, passage, found), *s = sentence;
        Event other;
        int days = 0;
        while (next_day(&s, &other)) days++;
        const char *day = strstr(sentence, RULE_TEXT(check, "%d %s", event.day, MONTHS[event.month - 1]));
        event.several = days > 1;
        event.name = event_name(check, sentence, day ? day : sentence);
        event.place = passage_place(passage, (size_t)(from - passage->text));
        if (event.name && !event.several) take(check, data, event);
        at = found + 1;
    }
}

static bool same_day(const Event *a, const Event *b) {
    return a->day == b->day && a->month == b->month && (!a->year || !b->year || a->year == b->year);
}

/* Meetings of the data whose name is the event. */
static bool is_meeting(const Meeting *m, const Event *event) {
    return m->name && m->date_count && strcasecmp(m->name, event->name) == 0;
}

static void check_meeting(Check *check, const Event *event) {
    for (int i = 0; i < check->p->meeting_count; i++) {
        const Meeting *m = &check->p->meetings[i];
        if (!is_meeting(m, event)) continue;
        for (int d = 0; d < m->date_count; d++) {
            Event held = {0};
            if (m->dates[d].date && sscanf(m->dates[d].date, "%d-%d-%d", &held.year, &held.month, &held.day) == 3 && same_day(event, &held)) return;
        }
        rule_report(check, &R313_TEXT_DATE, event->place, RULE_TEXT(check, "%d %s", event->day, MONTHS[event->month - 1]), m->dates[0].date, event->name,
                    NULL, NULL);
        return;
    }
}

void rule_events(Check *check) {
    Events events = {0};
    for (int i = 0; i < check->text->section_count; i++)
        if (check->text->sections[i].parent == NO_INDEX) rule_each_passage(check, i, look_at, &events);
    for (int i = 0; i < events.count; i++) {
        const Event *event = &events.items[i];
        check_meeting(check, event);
        for (int k = 0; k < i; k++) {
            const Event *earlier = &events.items[k];
            if (strcmp(event->name, earlier->name) != 0 || same_day(event, earlier)) continue;
            if (event->year && earlier->year && event->year != earlier->year) continue; /* another year's */
            rule_report(check, &R313_TEXT_DATE, event->place, RULE_TEXT(check, "%d %s", event->day, MONTHS[event->month - 1]),
                        RULE_TEXT(check, "%d %s (%s:%d)", earlier->day, MONTHS[earlier->month - 1], earlier->place.file ? earlier->place.file : "",
                                  earlier->place.line),
                        event->name, NULL, NULL);
            break;
        }
    }
}
