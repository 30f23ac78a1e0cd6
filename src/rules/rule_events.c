/* Events in the text: the same one has the same day everywhere, also in the data. */
#include <ctype.h>
#include <string.h>

#include "prose/typed.h"
#include "rules/rule.h"

typedef struct Event {
    const char *name; /* "startbijeenkomst", "verdiepingsmiddag 1" */
    int day, month, year; /* day 0: a month; year 0: not said */
    Place place;
    const char *written;
} Event;

typedef struct Events {
    Event *items;
    int count, room;
} Events;

static const char *const MONTHS[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};

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

/* Days and months in the sentence from start to end of the passage of that item. */
static int dates_in(const Check *check, int index, size_t start, size_t end) {
    const ProseItem *items = check->prose->items;
    int count = 0, first = index;
    while (first > 0 && items[first - 1].passage == items[index].passage && items[first - 1].at >= start) first--;
    for (int i = first; i < check->prose->count && items[i].passage == items[index].passage && items[i].at < end; i++)
        count += (items[i].kind == PROSE_DATE || items[i].kind == PROSE_MONTH) && items[i].at >= start && items[i].at < end;
    return count;
}

/* A month says when an event is only right behind it: "de startbijeenkomst in januari". */
static bool is_behind(const char *sentence, const char *name, size_t at) {
    static const char *const joints[] = {" in ", " van ", " begin ", " eind ", " medio "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t n = strlen(joints[i]), m = strlen(name);
        if (at >= n + m && strncmp(sentence + at - n, joints[i], n) == 0 && strncmp(sentence + at - n - m, name, m) == 0) return true;
    }
    return false;
}

static void look_at(Check *check, int index, Events *events) {
    const ProseItem *item = &check->prose->items[index];
    if ((item->kind != PROSE_DATE && item->kind != PROSE_MONTH) || item->passage == NO_INDEX) return;
    const Passage *passage = &check->text->passages[item->passage];
    size_t start, end;
    passage_sentence_ends(passage, item->at, &start, &end);
    if (item->at < start || dates_in(check, index, start, end) > 1) return;
    const char *sentence = passage_sentence(check->arena, passage, item->at);
    Event event = {event_name(check, sentence, sentence + (item->at - start)), item->day, item->month, item->year, item->place, item->written};
    if (event.name && (item->day || is_behind(sentence, event.name, item->at - start))) take(check, events, event);
}

static bool same_day(const Event *a, const Event *b) {
    bool days = !a->day || !b->day || a->day == b->day; /* one may be a month */
    return days && a->month == b->month && (!a->year || !b->year || a->year == b->year);
}

/* Meetings of the data whose name is the event. */
static bool is_meeting(const Meeting *m, const Event *event) {
    return m->name && m->date_count && strcasecmp(m->name, event->name) == 0;
}

/* An event of another year is another one. */
static bool is_this_year(const Check *check, const Event *event) {
    int first = check->p->year.first;
    return !event->year || !first || event->year == first + (event->month < 8);
}

static void check_meeting(Check *check, const Event *event) {
    if (!is_this_year(check, event)) return;
    for (int i = 0; i < check->p->meeting_count; i++) {
        const Meeting *m = &check->p->meetings[i];
        if (!is_meeting(m, event)) continue;
        for (int d = 0; d < m->date_count; d++) {
            Event held = {0};
            if (m->dates[d].date && sscanf(m->dates[d].date, "%d-%d-%d", &held.year, &held.month, &held.day) == 3 && same_day(event, &held)) return;
        }
        rule_report(check, &R313_TEXT_DATE, event->place, event->written, m->dates[0].date, event->name,
                    NULL, NULL);
        return;
    }
}

void rule_events(Check *check) {
    Events events = {0};
    for (int i = 0; i < check->prose->count; i++) look_at(check, i, &events);
    for (int i = 0; i < events.count; i++) {
        const Event *event = &events.items[i];
        check_meeting(check, event);
        for (int k = 0; k < i; k++) {
            const Event *earlier = &events.items[k];
            if (strcmp(event->name, earlier->name) != 0 || same_day(event, earlier)) continue;
            bool other = event->year && earlier->year ? event->year != earlier->year : is_this_year(check, event) != is_this_year(check, earlier);
            if (other) continue; /* another year's */
            rule_report(check, &R313_TEXT_DATE, event->place, event->written,
                        RULE_TEXT(check, "%s (%s:%d)", earlier->written, earlier->place.file ? earlier->place.file : "",
                                  earlier->place.line),
                        event->name, NULL, NULL);
            break;
        }
    }
}
