/* Builds the input for one recipient: what the description gives it, and what only the whole knows about it. */
#include "privacy/recipient.h"

#include <stdlib.h>
#include <string.h>

#include "privacy/copy.h"
#include "privacy/owner.h"
#include "privacy/recipient_facts.h"

typedef struct Selection {
    Arena *arena;
    Owner owner;
} Selection;

bool recipient_find(const Partnership *p, const char *key, RecipientKind wanted, Recipient *out) {
    int location = model_location(p, key), board = model_board(p, key);
    if (location != NO_INDEX && (wanted != RECIPIENT_BOARD || board == NO_INDEX)) {
        *out = (Recipient){RECIPIENT_SCHOOL, p->locations[location].key, p->locations[location].name, location};
        return true;
    }
    if (board == NO_INDEX) return false;
    *out = (Recipient){RECIPIENT_BOARD, p->boards[board].key, p->boards[board].name, board};
    return true;
}

/* ---- what stands in it ---- */

typedef bool Asked(const Owner *owner, KeyKind kind, const char *text);

/* Does the question hold for what the attribute names, of one of the kinds that it may name? */
static bool holds(const Selection *s, const LanguageAttribute *described, const char *text, Asked *asked) {
    if (described->kind == VALUE_KEY) return asked(&s->owner, described->key, text);
    if (described->kind != VALUE_REFERENCE) return false;
    for (const KeyKind *kind = described->refers; *kind != KEY_KINDS; kind++)
        if (asked(&s->owner, *kind, text)) return true;
    return false;
}

/* A thing that is its own owner (a school, a board) is named; what is told about another is all the recipient's. */
static bool is_own(const Selection *s, const Node *element) {
    const Attribute *owner = language_owner(element);
    const LanguageAttribute *described = owner ? language_attribute_of(element, owner) : NULL;
    return described && holds(s, described, owner->value, described->kind == VALUE_KEY ? owner_may_name : owner_owns);
}

static bool is_for(const Selection *s, const Node *element) {
    const Attribute *owner = language_owner(element);
    const LanguageAttribute *described = owner ? language_attribute_of(element, owner) : NULL;
    return described && holds(s, described, owner->value, owner_is);
}

static bool has_excluding(const Node *element) {
    for (const Attribute *a = element->attributes; a; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(element, a);
        if (described && described->recipient == RECIPIENT_EXCLUDE) return true;
    }
    return false;
}

/* Has the thing, or one of its values, something that shuts it out? */
static bool is_shut_out(const Node *element) {
    if (has_excluding(element)) return true;
    NODE_EACH(child, element, NULL)
    if (language_of(child) && language_kind(language_of(child)) == ELEMENT_VALUES && has_excluding(child)) return true;
    return false;
}

static bool stands(const void *data, const Node *element, const LanguageElement *described) {
    const Selection *s = data;
    if (is_shut_out(element)) return false;
    switch (language_recipient(described)) {
    case RECIPIENT_WITH:
    case RECIPIENT_PARTLY:
        return true;
    case RECIPIENT_OWN:
        return is_own(s, element);
    case RECIPIENT_SELF:
        return is_for(s, element);
    default:
        return false;
    }
}

static const char *value(const void *data, const Node *element, const Attribute *a,
                         const LanguageAttribute *described) {
    (void)element;
    if (described->recipient == RECIPIENT_KEEP) return a->value;
    return described->recipient == RECIPIENT_OWN && holds(data, described, a->value, owner_may_name) ? a->value : NULL;
}

static const char *words(const void *data, const char *text) {
    (void)data;
    return text;
}

static const Node *content(const void *data, const Node *element, bool *open) {
    (void)data;
    *open = false;
    return element->first;
}

/* ---- what is told of the rest ---- */

static void put(const Selection *s, Node *node, const LanguageAttribute *attribute, const char *text) {
    if (attribute && text) node_set(s->arena, node, attribute->name, text, node->place);
}

/* A thing that is partly others': that there is more of it is told, what is not. */
static void tell_left_out(const Selection *s, Node *copy, int left_out) {
    const LanguageAttribute *count = language_attribute_of_role(language_of(copy), LANGUAGE_ROLE_LEFT_OUT);
    int64_t before = count ? strtoll(node_get_or(copy, count->name, "0"), NULL, 10) : 0;
    if (count && left_out) put(s, copy, count, arena_printf(s->arena, "%lld", (long long)before + left_out));
}

static int count_of(const Node *node, const char *name) {
    int count = 0;
    NODE_EACH(child, node, name) count++;
    return count;
}

/* There are such things elsewhere, and none here: that is another case than that nobody has any. */
static void tell_elsewhere(const Selection *s, Node *copy, const Node *element) {
    const LanguageElement *described = language_of(element);
    for (int i = 0; i < language_child_count(described); i++) {
        const LanguageElement *thing = language_child_at(described, i);
        const LanguageAttribute *count = language_attribute_of_role(thing, LANGUAGE_ROLE_LEFT_OUT);
        if (!count || !count_of(element, language_name(thing)) || count_of(copy, language_name(thing))) continue;
        Node *one = node_element(s->arena, language_name(thing), copy->place);
        put(s, one, language_attribute_of_kind(thing, VALUE_KEY), count->name);
        put(s, one, language_attribute_of_kind(thing, VALUE_PERSON_NAME), count->name);
        put(s, one, count, "1");
        node_append(copy, one);
    }
}

/* Of a thing or part that belongs to many, nothing is left. A list without rows says that there are none. */
static bool is_left_empty(const Node *copy) {
    ElementKind kind = language_kind(language_of(copy));
    return language_recipient(language_of(copy)) == RECIPIENT_PARTLY && kind != ELEMENT_LIST && kind != ELEMENT_WHOLE &&
           !node_child(copy, NULL);
}

static bool finish(const void *data, Node *copy, const Node *element, int left_out) {
    tell_left_out(data, copy, left_out);
    tell_elsewhere(data, copy, element);
    return !is_left_empty(copy);
}

/* ---- what the whole knows about the recipient ---- */

static Node *grow(const Selection *s, Node *parent, const LanguageElement *described, Place place) {
    Node *node = node_element(s->arena, language_name(described), place);
    node_append(parent, node);
    return node;
}

/* Values of earlier years. */
static void add_years(const Selection *s, Node *tree, const Ledger *ledger) {
    const LanguageElement *part = language_child_of_role(language_root(), LANGUAGE_ROLE_EARLIER_YEARS),
                          *year = language_child_at(part, 0), *row = language_child_at(year, 0);
    Node *all = NULL;
    for (int y = 0; y < s->owner.p->earlier_year_count; y++) {
        const EarlierYear *earlier = &s->owner.p->earlier_years[y];
        Node *one = NULL;
        for (size_t i = 0; earlier->year.text && i < ledger_count(ledger); i++) {
            const Fact *fact = ledger_at(ledger, i);
            const char *at = strchr(fact->id, '@');
            if (!at || strcmp(at + 1, earlier->year.text) || fact->status == FACT_UNKNOWN ||
                !fact_is_of(&s->owner, fact->id))
                continue;
            if (!all) all = grow(s, tree, part, earlier->place);
            if (!one)
                put(s, one = grow(s, all, year, earlier->place), language_attribute_of_kind(year, VALUE_SCHOOL_YEAR),
                    earlier->year.text);
            Node *value = grow(s, one, row, earlier->place);
            put(s, value, language_attribute_of_kind(row, VALUE_FACT),
                arena_strndup(s->arena, fact->id, (size_t)(at - fact->id)));
            put(s, value, language_attribute_of_kind(row, VALUE_VALUE), decimal_text(s->arena, fact->value));
        }
    }
}

/* The middle of all locations, where so many others are in it that none can be recomputed. */
static void add_middle(const Selection *s, Node *tree, const Ledger *ledger) {
    const LanguageElement *part = language_child_of_role(language_root(), LANGUAGE_ROLE_TAKEN),
                          *row = language_child_at(part, 0);
    Node *all = NULL;
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = ledger_at(ledger, i);
        if (!fact_is_told_middle(s->arena, &s->owner, ledger, fact)) continue;
        if (!all) all = grow(s, tree, part, tree->place);
        Node *value = grow(s, all, row, all->place);
        put(s, value, language_attribute_of_kind(row, VALUE_FACT), fact->id);
        put(s, value, language_attribute_of_kind(row, VALUE_VALUE), decimal_text(s->arena, fact->value));
        put(s, value, language_attribute_of_kind(row, VALUE_TEXT), fact->unit);
        put(s, value, language_attribute_of_kind(row, VALUE_NAME), fact->label);
    }
}

Node *recipient_tree(Arena *arena, const Node *root, const Partnership *partnership, const Ledger *ledger,
                     Recipient to) {
    Selection s = {arena, owner_new(arena, partnership, to)};
    Node *tree = copy_tree(&(CopyRules){&s, arena, stands, value, words, content, finish}, root);
    add_years(&s, tree, ledger);
    add_middle(&s, tree, ledger);
    language_mark(tree);
    return tree;
}
