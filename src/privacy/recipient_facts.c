/* Which facts one recipient may hold: by whom their ids name. */
#include "privacy/recipient_facts.h"

#include <string.h>

static bool starts(const char *text, const char *prefix, const char *key) {
    size_t n = strlen(prefix), m = strlen(key);
    return !strncmp(text, prefix, n) && !strncmp(text + n, key, m) &&
           (text[n + m] == '.' || text[n + m] == '@' || !text[n + m]);
}

/* Of a trainer who also works for others only those parts are told that do not rest on the others' students. */
static bool about_trainer(const Owner *o, const Trainer *t, const char *id) {
    bool here = false, shared = t->elsewhere.state != QUANTITY_ABSENT;
    if (!starts(id, "so.", t->key)) return false;
    for (int k = 0; k < t->post_count; k++) {
        bool own = owner_location(o, t->posts[k].location);
        here |= own;
        shared |= !own;
    }
    if (!here || !shared) return here;
    const char *part = id + strlen("so.") + strlen(t->key) + 1;
    if (!strcmp(part, "locaties") || !strcmp(part, "uren.vast") || !strcmp(part, "uren.meer-locaties")) return true;
    for (int k = 0; k < t->post_count; k++)
        if (owner_location(o, t->posts[k].location) &&
            starts(part, "locatie.", o->p->locations[t->posts[k].location].key))
            return true;
    return false;
}

/* Rows of own data about the recipient's locations, or the board itself. */
static bool about_own_data(const Owner *o, const OwnData *data, const char *id) {
    if (!data->key || !starts(id, "gegevens.", data->key)) return false;
    const char *rest = id + strlen("gegevens.") + strlen(data->key);
    for (int i = 0; i < data->row_count && *rest == '.'; i++) {
        const OwnRow *row = &data->rows[i];
        bool own = data->per == KEY_LOCATION ? owner_location(o, row->thing) : data->per == KEY_BOARD && o->to.kind == RECIPIENT_BOARD && row->thing == o->to.index;
        if (own && starts(rest, ".", row->key)) return true;
    }
    return false;
}

/* Is the fact of that id about the recipient, or a norm that is the same for everybody? */
static bool is_about(const Owner *o, const char *id) {
    const Partnership *p = o->p;
    static const char *const common[] = {"parameter.", "facilitering.", "intervisie.minimum", "intervisie.maximum",
                                         "archief."};
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (!strncmp(id, common[i], strlen(common[i]))) return true;
    for (int i = 0; i < p->location_count; i++) {
        if (!owner_location(o, i)) continue;
        if (starts(id, "school.", p->locations[i].key) || starts(id, "eerstejaars.school.", p->locations[i].key) ||
            starts(id, "intervisie.", p->locations[i].key))
            return true;
        if (!p->facilitation.trainer_count && starts(id, "so.", p->locations[i].key)) return true;
    }
    for (int i = 0; i < p->school_count; i++)
        if (owner_school(o, i) && starts(id, "eerstejaars.school.", p->schools[i].key)) return true;
    for (int i = 0; i < p->facilitation.trainer_count; i++)
        if (about_trainer(o, &p->facilitation.trainers[i], id)) return true;
    for (int i = 0; i < p->own_data_count; i++)
        if (about_own_data(o, &p->own_data[i], id)) return true;
    if (o->to.kind != RECIPIENT_BOARD) return false;
    if (starts(id, "bestuur.", o->to.key)) return true;
    static const char *const lines[] = {"begroting.regel.", "realisatie.regel.", "werkgever.regel.",
                                        "afwijking.regel."};
    for (int c = 0; c < p->budget.category_count; c++)
        for (int k = 0; k < p->budget.categories[c].line_count; k++)
            for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
                if (p->budget.categories[c].lines[k].employer_board == o->to.index &&
                    starts(id, lines[i], p->budget.categories[c].lines[k].key))
                    return true;
    return false;
}

bool fact_is_of(const Owner *owner, const char *id) {
    return is_about(owner, id) && !starts(id, "parameter", "") && !starts(id, "facilitering", "");
}

/* How many locations other than the recipient's a middle must rest on. */
static int64_t others_needed(const Partnership *p) {
    const Quantity *least = &p->parameters[PARAMETER_SMALL_GROUP];
    int64_t n = 5;
    if (least->state == QUANTITY_KNOWN) decimal_floor(least->value, &n);
    return n > 2 ? n - 1 : 2;
}

/* Is so much of the middle of others that no other location can be recomputed from it? */
static bool middle_allowed(Arena *arena, const Owner *o, const Ledger *ledger, const char *measure) {
    const Fact *count = ledger_get(ledger, arena_printf(arena, "partnerschap.middel.%s.aantal", measure));
    int64_t all = 0, own = 0;
    if (!count || !decimal_floor(count->value, &all)) return false;
    for (int i = 0; i < o->p->taken_count; i++) /* it was allowed when this input was made */
        if (!strcmp(o->p->taken[i].fact, count->id)) return true;
    for (int i = 0; i < o->p->location_count; i++) {
        const Fact *value = ledger_get(ledger, arena_printf(arena, "school.%s.%s", o->p->locations[i].key, measure));
        own += owner_location(o, i) && value && value->status != FACT_UNKNOWN;
    }
    return all - own >= others_needed(o->p);
}

bool fact_is_told_middle(Arena *arena, const Owner *owner, const Ledger *ledger, const Fact *fact) {
    static const char prefix[] = "partnerschap.middel.";
    if (strncmp(fact->id, prefix, sizeof prefix - 1) || strchr(fact->id, '@') || fact->status == FACT_UNKNOWN)
        return false;
    const char *measure = fact->id + sizeof prefix - 1, *end = strrchr(measure, '.');
    return end && middle_allowed(arena, owner, ledger, arena_strndup(arena, measure, (size_t)(end - measure)));
}

typedef struct Selection {
    Owner owner; /* in the whole */
    const Partnership *own;
    const Ledger *whole;
} Selection;

static const Fact *select_fact(void *data, const Fact *fact) {
    const Selection *s = data;
    const Fact *same = ledger_get(s->whole, fact->id);
    for (int i = 0; i < s->own->taken_count; i++)
        if (!strcmp(s->own->taken[i].fact, fact->id)) return fact;
    if (!is_about(&s->owner, fact->id) || !same || same->status != fact->status) return NULL;
    return fact->status == FACT_UNKNOWN || decimal_compare(same->value, fact->value) == 0 ? fact : NULL;
}

Ledger *recipient_ledger(Arena *arena, const Ledger *own, const Partnership *own_partnership, const Ledger *whole,
                         const Partnership *partnership, Recipient to) {
    Selection s = {owner_new(arena, partnership, to), own_partnership, whole};
    return ledger_filter(arena, own, select_fact, &s);
}
