/* Attributes of the input tree to typed values; keys and references with helpful messages. */
#include "model/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/likeness.h"
#include "base/name.h"
#include "base/notation.h"
#include "base/number.h"

typedef struct KeyEntry {
    int index;
    const Node *node;
    const char *keys; /* of a name that more than one has: "eik, es" */
    int last;         /* the last one that has the name */
} KeyEntry;

static NotationKind notation_of(NumberKind kind) {
    switch (kind) {
    case NUMBER_COUNT: return NOTATION_COUNT;
    case NUMBER_FINE: return NOTATION_FINE;
    case NUMBER_MONEY: return NOTATION_AMOUNT;
    case NUMBER_SHARE:
    case NUMBER_RATIO: return NOTATION_SHARE;
    default: return NOTATION_MEASURE;
    }
}

/* The value by its form. False when it has none, or two: reported, unless the schema says so already. */
static bool read_form(Reader *r, const Node *node, const Attribute *a, NumberKind kind, Decimal *value) {
    switch (notation_read_plain(a->value, notation_of(kind), value)) {
    case NOTATION_GOOD: return true;
    case NOTATION_THOUSANDS: {
        const char *meant = decimal_text(r->arena, *value);
        model_report(r, M_THOUSANDS, node, a->name, (Report){.found = a->value, .expected = meant, .arguments = {a->name, a->value, meant}});
        return false;
    }
    case NOTATION_TOO_LONG: model_report(r, M_TOO_LONG, node, a->name, (Report){.found = a->value, .arguments = {a->name}}); return false;
    case NOTATION_NO_NUMBER: break;
    }
    return false;
}

Quantity read_quantity(Reader *r, const Node *node, const char *attribute, NumberKind kind) {
    Quantity q = {.state = QUANTITY_ABSENT, .place = node->place};
    const Attribute *a = node_attribute(node, attribute);
    if (!a) return q;
    if (a->place.file) q.place = a->place;
    if (strcmp(a->value, "?") == 0) {
        q.state = QUANTITY_UNKNOWN;
        return q;
    }
    q.state = QUANTITY_UNKNOWN; /* what cannot be read is not what was not given: nothing is made of it */
    if (!read_form(r, node, a, kind, &q.value)) return q;
    q.state = QUANTITY_KNOWN;
    bool negative = decimal_compare(q.value, DECIMAL_ZERO) < 0;
    if (negative && kind != NUMBER_MONEY && kind != NUMBER_ANY && kind != NUMBER_RATIO)
        q.state = QUANTITY_UNKNOWN, model_report(r, M_NEGATIVE, node, attribute,
                     (Report){.found = a->value, .expected = BOTH("0 of meer", "0 or more"), .arguments = {attribute}});
    else if (kind == NUMBER_COUNT && decimal_trim(q.value).scale > 0)
        q.state = QUANTITY_UNKNOWN, model_report(r, M_NOT_WHOLE, node, attribute, (Report){.found = a->value, .arguments = {attribute}});
    else if (kind == NUMBER_SHARE && decimal_compare(q.value, decimal_int(100)) > 0)
        q.state = QUANTITY_UNKNOWN, model_report(r, M_BAD_PERCENT, node, attribute,
                     (Report){.found = a->value, .expected = BOTH("0 tot en met 100", "0 up to 100"), .arguments = {attribute}});
    else if (kind == NUMBER_MONEY && decimal_trim(q.value).scale > 2)
        q.state = QUANTITY_UNKNOWN, model_report(r, M_CENTS, node, attribute,
                     (Report){.found = a->value, .expected = decimal_text(r->arena, decimal_round(q.value, 2)), .arguments = {attribute}});
    return q;
}

Quantity read_cell(Reader *r, const Node *node, const Attribute *attribute, NumberKind kind) {
    Decimal number;
    const char *value = attribute->value;
    Quantity q = {.state = QUANTITY_ABSENT, .place = attribute->place.file ? attribute->place : node->place};
    if (value[strspn(value, " \t")] == '\0') return q;
    if (strcmp(value, "?") != 0 && notation_read_plain(value, notation_of(kind), &number) == NOTATION_NO_NUMBER) {
        const char *expected = BOTH("een getal, of ? voor onbekend", "a number, or ? for unknown");
        NotationFault fault = notation_read(value, notation_of(kind), &number);
        if (fault == NOTATION_GOOD || fault == NOTATION_THOUSANDS) expected = decimal_text(r->arena, number);
        model_report(r, M_BAD_NUMBER, node, attribute->name, (Report){.found = value, .expected = expected, .arguments = {attribute->name}});
        q.state = QUANTITY_UNKNOWN;
        return q;
    }
    return read_quantity(r, node, attribute->name, kind);
}

bool read_yes(const Node *node, const char *attribute, bool fallback) {
    const char *value = node_get(node, attribute);
    return value ? strcmp(value, "ja") == 0 : fallback;
}

const char *read_date(Reader *r, const Node *node, const char *attribute) {
    const char *value = node_get(node, attribute);
    if (!value) return NULL;
    if (date_valid(value)) return value;
    model_report(r, M_BAD_DATE, node, attribute,
                 (Report){.found = value, .expected = BOTH("een bestaande dag als jjjj-mm-dd", "a day that exists, as yyyy-mm-dd"), .arguments = {attribute}});
    return NULL;
}

int school_year_parse(const char *text) {
    if (!text || strlen(text) != 9 || text[4] != '-') return 0;
    for (int i = 0; i < 9; i++)
        if (i != 4 && (text[i] < '0' || text[i] > '9')) return 0;
    int first = atoi(text), second = atoi(text + 5);
    return second == first + 1 && first > 0 ? first : 0;
}

SchoolYear read_year(Reader *r, const Node *node, const char *attribute) {
    SchoolYear year = {.place = node->place};
    const Attribute *a = node_attribute(node, attribute);
    if (!a) return year;
    if (a->place.file) year.place = a->place;
    year.text = a->value;
    year.first = school_year_parse(a->value);
    if (!year.first)
        model_report(r, M_BAD_YEAR, node, attribute,
                     (Report){.found = a->value, .expected = BOTH("twee jaren na elkaar, zoals 2020-2021", "two years in a row, such as 2020-2021"), .arguments = {attribute}});
    return year;
}

void check_order(Reader *r, const Node *node, const char *attribute, const char *from, const char *to) {
    if (from && to && strcmp(from, to) > 0)
        model_report(r, M_WRONG_ORDER, node, attribute,
                     (Report){.found = arena_printf(r->arena, "%s … %s", from, to), .arguments = {attribute}});
}

void check_range(Reader *r, const Node *node, const char *attribute, Quantity from, Quantity to) {
    if (from.state == QUANTITY_KNOWN && to.state == QUANTITY_KNOWN && decimal_compare(from.value, to.value) > 0)
        model_report(r, M_WRONG_ORDER, node, attribute,
                     (Report){.found = arena_printf(r->arena, "%s … %s", decimal_text(r->arena, from.value),
                                                    decimal_text(r->arena, to.value)),
                              .arguments = {attribute}});
}

static const char *const KIND_NAMES[KEY_KINDS] = {
    [KEY_BOARD] = "bestuur", [KEY_INSTITUTE] = "instituut", [KEY_LEVEL] = "niveau", [KEY_LEVEL_GROUP] = "niveaugroep",
    [KEY_SCHOOL_GROUP] = "schoolgroep", [KEY_SCHOOL] = "school", [KEY_LOCATION] = "locatie", [KEY_PERSON] = "persoon",
    [KEY_TEAM] = "ontwikkelteam", [KEY_KEY_NUMBER] = "kengetal", [KEY_DISTRIBUTION] = "verdeling",
    [KEY_CHART_UNIT] = "eenheid", [KEY_HOURS] = "urenspecificatie", [KEY_HOUR_OPTION] = "optie",
    [KEY_OFFER_GROUP] = "doelgroep", [KEY_COLUMN] = "kolom", [KEY_ROW_GROUP] = "groep", [KEY_OWN_ROW] = "rij",
    [KEY_OWN_DATA] = "gegevens"};

/* Kinds whose keys may stand in the same place, so that a key must be unique among them. */
static KeyKind scope_of(KeyKind kind) {
    switch (kind) {
    case KEY_INSTITUTE:
    case KEY_LEVEL: return KEY_BOARD;
    case KEY_LOCATION: return KEY_SCHOOL;
    default: return kind;
    }
}

static void check_double(Reader *r, const Node *node, const char *key, KeyKind kind) {
    for (int other = 0; other < KEY_KINDS; other++) {
        if (scope_of((KeyKind)other) != scope_of(kind) || !r->keys[other]) continue;
        KeyEntry *earlier = map_get(r->keys[other], key);
        if (!earlier) continue;
        Place at = earlier->node->place;
        model_report(r, M_DUPLICATE_KEY, node, "sleutel",
                     (Report){.found = key,
                              .arguments = {key, arena_printf(r->arena, "%s:%d", at.file ? at.file : "?", at.line)}});
        return;
    }
}

const char *read_key(Reader *r, const Node *node, KeyKind kind, int index) {
    const char *key = node_get(node, "sleutel");
    if (!key) return NULL;
    check_double(r, node, key, kind);
    if (find_key(r, kind, key) != NO_INDEX) return key;
    if (!r->keys[kind]) r->keys[kind] = map_new(r->arena);
    KeyEntry *entry = ARENA_NEW(r->arena, KeyEntry);
    *entry = (KeyEntry){index, node, NULL, index};
    map_put(r->keys[kind], key, entry);
    return key;
}

static const char *key_of(const Reader *r, KeyKind kind, int index) {
    const Map *map = r->keys[kind];
    for (size_t i = 0; map && i < map_count(map); i++)
        if (((const KeyEntry *)map_value(map, i))->index == index) return map_key(map, i);
    return "?";
}

void add_name(Reader *r, KeyKind kind, const char *name, int index) {
    if (!name || !*name) return;
    if (!r->names[kind]) r->names[kind] = map_new(r->arena);
    const char *fold = name_fold(r->arena, name);
    KeyEntry *earlier = map_get(r->names[kind], fold);
    if (earlier && earlier->last == index) return;
    if (earlier) { /* two things of that name: neither can be meant by it */
        if (earlier->index != NO_INDEX) earlier->keys = key_of(r, kind, earlier->index);
        earlier->keys = arena_printf(r->arena, "%s, %s", earlier->keys, key_of(r, kind, index));
        earlier->index = NO_INDEX;
        earlier->last = index;
        return;
    }
    KeyEntry *entry = ARENA_NEW(r->arena, KeyEntry);
    *entry = (KeyEntry){index, NULL, NULL, index};
    map_put(r->names[kind], fold, entry);
}

void forget_keys(Reader *r, KeyKind kind) { r->keys[kind] = NULL; }

int find_key(const Reader *r, KeyKind kind, const char *key) {
    KeyEntry *entry = r->keys[kind] && key ? map_get(r->keys[kind], key) : NULL;
    return entry ? entry->index : NO_INDEX;
}

int find_name(const Reader *r, KeyKind kind, const char *name) {
    int index = find_key(r, kind, name);
    if (index != NO_INDEX || !name || !r->names[kind]) return index;
    KeyEntry *entry = map_get(r->names[kind], name_fold(r->arena, name));
    return entry ? entry->index : NO_INDEX;
}

static bool report_name_twice(Reader *r, const Node *node, const char *attribute, const char *name, KeyKind kind) {
    const KeyEntry *entry = name && r->names[kind] ? map_get(r->names[kind], name_fold(r->arena, name)) : NULL;
    if (!entry || !entry->keys) return false;
    model_report(r, M_NAME_TWICE, node, attribute, (Report){.found = name, .expected = entry->keys, .arguments = {KIND_NAMES[kind], name}});
    return true;
}

static const char *nearest(const Reader *r, const char *text, const KeyKind *kinds, int count) {
    Likeness like = likeness_to(text);
    for (int k = 0; k < count; k++) {
        const Map *map = r->keys[kinds[k]];
        for (size_t i = 0; map && i < map_count(map); i++) likeness_try(&like, map_key(map, i));
    }
    return like.best;
}

static const char *list_of_keys(Reader *r, const KeyKind *kinds, int count) {
    Buffer text = {0};
    int shown = 0;
    for (int k = 0; k < count; k++) {
        const Map *map = r->keys[kinds[k]];
        for (size_t i = 0; map && i < map_count(map); i++) {
            if (shown++ == 8) {
                buffer_puts(&text, ", …");
                break;
            }
            if (text.size) buffer_puts(&text, ", ");
            buffer_puts(&text, map_key(map, i));
        }
        if (shown > 8) break;
    }
    const char *copy = text.size ? arena_strdup(r->arena, text.data) : NULL;
    buffer_free(&text);
    return copy;
}

void report_unknown(Reader *r, const Node *node, const char *attribute, const char *text, const KeyKind *kinds, int count) {
    for (int k = 0; k < count; k++)
        if (report_name_twice(r, node, attribute, text, kinds[k])) return;
    const char *near = nearest(r, text, kinds, count);
    const char *kind = KIND_NAMES[kinds[0]] ? KIND_NAMES[kinds[0]] : attribute;
    if (count > 1 && KIND_NAMES[kinds[1]]) kind = arena_printf(r->arena, BOTH("%s of %s", "%s or %s"), kind, KIND_NAMES[kinds[1]], kind, KIND_NAMES[kinds[1]]);
    model_report(r, M_UNKNOWN_KEY, node, attribute,
                 (Report){.found = text, .expected = near ? near : list_of_keys(r, kinds, count), .arguments = {kind, text}});
}

int read_reference(Reader *r, const Node *node, const char *attribute, KeyKind kind) {
    const char *key = node_get(node, attribute);
    if (!key) return NO_INDEX;
    int index = find_key(r, kind, key);
    if (index == NO_INDEX) report_unknown(r, node, attribute, key, &kind, 1);
    return index;
}

void read_either(Reader *r, const Node *node, const char *attribute, KeyKind a, int *in_a, KeyKind b, int *in_b) {
    const char *key = node_get(node, attribute);
    *in_a = key ? find_key(r, a, key) : NO_INDEX;
    *in_b = key && *in_a == NO_INDEX ? find_key(r, b, key) : NO_INDEX;
    if (key && *in_a == NO_INDEX && *in_b == NO_INDEX) report_unknown(r, node, attribute, key, (KeyKind[]){a, b}, 2);
}

int *read_references(Reader *r, const Node *node, const char *attribute, KeyKind kind, int *count) {
    *count = 0;
    const char *value = node_get(node, attribute);
    if (!value) return NULL;
    int *out = ARENA_ARRAY(r->arena, strlen(value) / 2 + 1, int);
    char *copy = arena_strdup(r->arena, value), *rest = NULL;
    for (char *word = strtok_r(copy, " \t\n", &rest); word; word = strtok_r(NULL, " \t\n", &rest)) {
        int index = find_key(r, kind, word);
        if (index == NO_INDEX) report_unknown(r, node, attribute, word, &kind, 1);
        else out[(*count)++] = index;
    }
    return out;
}

int count_children(const Node *node, const char *name) {
    int count = 0;
    NODE_EACH(child, node, name) count++;
    return count;
}

void read_names(const Node *node, const char **name, const char **abbreviation) {
    *name = node_get_or(node, "naam", "");
    if (abbreviation) *abbreviation = node_get_or(node, "kort", *name);
}

void read_note(Reader *r, const Node *node, Note *out, int index) {
    (void)index;
    const Node *part = node;
    while (part->parent && part->parent->parent) part = part->parent;
    out->part = part->name;
    out->mark = node_get(node, "teken");
    out->text = node_string(r->arena, node);
}
