/* Lists behind a count: the head says what is counted, each share of whom. */
#include "prose/clause.h"

#include <string.h>

#include "prose/verdict.h"

bool clauses_of(const char *text, size_t start, size_t end, Clauses *out) {
    for (size_t at = start; at + 1 < end; at++) {
        bool colon = text[at] == ':' && text[at + 1] == ' ', bracket = text[at] == '(' && at > start && text[at - 1] == ' ';
        if (!colon && !bracket) continue;
        size_t close = end;
        if (bracket) {
            const char *found = memchr(text + at, ')', end - at);
            if (!found || strspn(found + 1, " .") < (size_t)(text + end - found - 1)) return false;
            close = (size_t)(found - text);
        }
        *out = (Clauses){start, at, at + 1, close};
        return true;
    }
    return false;
}

static Reading reading_of(const Matcher *m, const ProseItem *item, size_t start, size_t end, const char *unit) {
    const char *text = m->p->text->passages[item->passage].text;
    return (Reading){.text = reading_lower(m->arena, arena_strndup(m->arena, text + start, end - start)), .start = start, .unit = unit};
}

/* The first item of the passage that an item stands in. */
static int first_of(const Matcher *m, int item) {
    while (item > 0 && m->prose->items[item - 1].passage == m->prose->items[item].passage) item--;
    return item;
}

bool clause_list_is_plain(const Matcher *m, int index, const Clauses *c) {
    const ProseItem *items = m->prose->items;
    Reading r = reading_of(m, &items[index], c->list, c->end, "");
    int counts = 0;
    for (int i = first_of(m, index); i < m->prose->count && items[i].passage == items[index].passage; i++) {
        if (items[i].at < c->list || items[i].at >= c->end) continue;
        unsigned measures;
        bool noun = topic_unit(items[i].noun, &measures) != NULL;
        if (measures || (items[i].kind != PROSE_COUNT && items[i].kind != PROSE_REFERENCE)) return false;
        counts += items[i].kind == PROSE_COUNT;
        memset(r.text + (items[i].at - c->list), ' ', items[i].end - items[i].at + (noun ? strlen(items[i].noun) + 1 : 0));
    }
    reading_take_names(m, &r);
    reading_take_words(m, &r);
    return !r.lost && !r.measures && (counts ? r.entity_count > 0 : r.entity_count == 0);
}

/* The only thing that is counted before the list; NO_INDEX: none, or more. */
static int counted_in_head(const Matcher *m, int index, const Clauses *c) {
    const ProseItem *items = m->prose->items;
    int found = NO_INDEX;
    for (int i = first_of(m, index); i < index; i++) {
        unsigned measures;
        if (items[i].at < c->start || items[i].at >= c->head_end || !reading_unit(&items[i], &measures)) continue;
        if (found != NO_INDEX) return NO_INDEX;
        found = i;
    }
    return found;
}

/* The share in which the item stands: between commas and "en". */
static void share_around(const char *text, const ProseItem *item, const Clauses *c, size_t *start, size_t *end) {
    static const char *const joints[] = {", ", " en ", "; "};
    *start = c->list;
    *end = c->end;
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
        size_t n = strlen(joints[k]);
        for (size_t at = c->list; at + n <= c->end; at++) {
            if (strncmp(text + at, joints[k], n) != 0) continue;
            if (at < item->at && at + n > *start) *start = at + n;
            if (at >= item->end && at < *end) *end = at;
        }
    }
}

Match clause_share(const Matcher *m, int index, const Clauses *c) {
    const ProseItem *item = &m->prose->items[index];
    const Match open = {VERDICT_OPEN, NULL};
    int whole = counted_in_head(m, index, c);
    unsigned measures;
    const char *own = reading_unit(item, &measures), *unit = whole == NO_INDEX ? NULL : reading_unit(&m->prose->items[whole], &measures);
    if (!unit || item->kind != PROSE_COUNT || (own && strcmp(own, unit) != 0)) return open;
    Reading head = reading_of(m, item, c->start, c->head_end, unit);
    reading_take_names(m, &head);
    reading_take_items(m, &head, whole, c->head_end);
    reading_take_words(m, &head);
    if (head.lost || head.entity_count || !head.scope || head.year) return open;
    size_t start, end;
    share_around(m->p->text->passages[item->passage].text, item, c, &start, &end);
    Reading r = reading_of(m, item, start, end, unit);
    reading_take_names(m, &r);
    reading_take_items(m, &r, index, end);
    reading_take_words(m, &r);
    r.measures |= head.measures;
    return r.lost || !r.entity_count || r.year ? open : verdict_of(m, item, &r, false);
}
