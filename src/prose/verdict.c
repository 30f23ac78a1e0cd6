/* A text that was understood, against the facts that it can be about. */
#include "prose/verdict.h"

#include <string.h>

static bool says(const Matcher *m, const ProseItem *item, const Fact *fact) {
    return (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL) && statement_holds(item->said, fact, m->margins);
}

static bool same_unit(const Topic *topic, const char *unit) {
    return strcmp(topic->unit, unit) == 0 || (strcmp(unit, "scholen") == 0 && strcmp(topic->unit, "locaties") == 0);
}

static bool same_year(const Topic *topic, const char *year) {
    return year ? topic->year && strcmp(topic->year, year) == 0 : !topic->year;
}

static bool plainer(const Fact *a, const Fact *b) {
    return !b || strlen(a->id) < strlen(b->id);
}

/* Any fact of that unit with that value, the plainest. */
Match verdict_like(const Matcher *m, const ProseItem *item, const char *unit) {
    Match match = {VERDICT_OPEN, NULL};
    for (size_t i = 0; unit && i < m->topic_count; i++) {
        const Topic *t = &m->topics[i];
        if (t->year || !same_unit(t, unit) || !says(m, item, t->fact) || !plainer(t->fact, match.fact)) continue;
        match = (Match){VERDICT_LIKE, t->fact};
    }
    return match;
}

/* Is it so, or can it be so, as far as the unknown part of the fact goes? */
static bool may_be(const Fact *fact, Decimal said) {
    if (fact->status == FACT_KNOWN) return false;
    const Bound *low = &fact->outcome.low, *high = &fact->outcome.high;
    if (fact->status != FACT_PARTIAL) return true;
    bool below = !low->open && fraction_compare(fraction_of(said), low->at) < 0, above = !high->open && fraction_compare(fraction_of(said), high->at) > 0;
    return !below && !above;
}

/* The sentence is understood: what do the facts that it speaks of say? */
Match verdict_of(const Matcher *m, const ProseItem *item, const Reading *r, bool context) {
    const Fact *about = NULL, *equal = NULL, *near = NULL;
    bool certain = true;
    for (size_t i = 0; i < m->topic_count; i++) {
        const Topic *t = &m->topics[i];
        if (!same_unit(t, r->unit) || !same_year(t, r->year)) continue;
        bool entities = topic_same_entities(t, r->entities, r->entity_count), holds = says(m, item, t->fact);
        bool primary = t->clear && entities && t->measures == r->measures;
        bool loose = !r->measures && !r->total && !r->entity_count; /* then it may be a count of another kind */
        bool similar = (loose && !t->clear) || (entities && !r->measures && (!r->total || !(t->measures & ~TOPIC_SIMILAR))) || (context && !r->entity_count);
        if (primary && holds && plainer(t->fact, equal)) equal = t->fact;
        if (primary && may_be(t->fact, item->said.value)) certain = false;
        if (primary && plainer(t->fact, about)) about = t->fact;
        if (!primary && similar && holds && plainer(t->fact, near)) near = t->fact;
    }
    if (equal) return (Match){VERDICT_AGREES, equal};
    if (near || !about || !certain || context) return (Match){near ? VERDICT_LIKE : VERDICT_OPEN, near};
    return (Match){VERDICT_CONTRADICTS, about};
}
