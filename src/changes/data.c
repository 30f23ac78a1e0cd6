/* The data of two versions, matched by key: what came, what went, and which values of what stayed are others now. */
#include <stdint.h>
#include <string.h>

#include "changes/changes.h"
#include "language/language.h"

typedef struct Data {
    Arena *arena;
    const Version *old, *now;
    Node *group;
} Data;

/* A thing is known by its identity among those of its parent, also through elements that only gather; the second with the
 * same identity is another one. */
static void gather_things(Arena *arena, const Node *parent, const char *path, Map *things) {
    NODE_EACH(child, parent, NULL) {
        const char *id = changes_identity(arena, child);
        if (!id) {
            gather_things(arena, child, arena_printf(arena, "%s%s/", path, child->name), things);
            continue;
        }
        const char *base = arena_printf(arena, "%s%s %s", path, child->name, id), *key = base;
        for (int n = 2; map_get(things, key); n++) key = arena_printf(arena, "%s #%d", base, n);
        map_put(things, key, child);
    }
}

static Map *things_of(Arena *arena, const Node *parent) {
    Map *things = map_new(arena);
    gather_things(arena, parent, "", things);
    return things;
}

/* Does it only say which thing this is, or where a list came from? */
static bool says_nothing(const Node *node, const LanguageAttribute *what, bool below) {
    if (!what) return true;
    if (what->kind == VALUE_FILE) return language_kind(language_of(node)) == ELEMENT_LIST;
    bool which = what->identifies && (what->kind == VALUE_REFERENCE || what->kind == VALUE_FACT);
    return !below && (what->kind == VALUE_KEY || which);
}

/* Is it told by the name of a new thing? A date, fact or code that it goes by is told as its value too. */
static bool is_told(const Node *node, const char *attribute) {
    const LanguageAttribute *what = language_attribute(language_of(node), attribute);
    bool name = what && (what->kind == VALUE_NAME || what->kind == VALUE_PERSON_NAME || what->kind == VALUE_REFERENCE);
    return name && changes_is_name(node, attribute);
}

/* Own text of an element: without that of things below it. */
static const char *text_of(Arena *arena, const Node *node) {
    bool any = false;
    for (const Node *n = node->first; n; n = n->next)
        if (n->kind == NODE_TEXT) any = any || n->text[strspn(n->text, " \t\r\n")];
    return any ? node_string(arena, node) : NULL;
}

/* The values of a thing: its attributes, its text, and those of the elements below it that are no things themselves. */
static void values_of(Arena *arena, const Node *node, const char *path, Map *out) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *what = language_attribute_of(node, a);
        if (says_nothing(node, what, *path)) continue;
        bool plain = *path && what->kind == VALUE_VALUE;
        map_put(out, plain ? path : arena_printf(arena, "%s%s%s", path, *path ? ", " : "", a->name), (void *)a->value);
    }
    const char *text = text_of(arena, node);
    if (text) {
        map_put(out, *path ? path : "tekst", (void *)text);
        return;
    }
    Map *seen = map_new(arena); /* how often each name was there */
    NODE_EACH(child, node, NULL) {
        if (changes_identity(arena, child)) continue;
        intptr_t times = (intptr_t)map_get(seen, child->name) + 1;
        map_put(seen, child->name, (void *)times);
        const char *name = arena_printf(arena, "%s%s%s", path, *path ? ", " : "", child->name);
        values_of(arena, child, times > 1 ? arena_printf(arena, "%s %d", name, (int)times) : name, out);
    }
}

static Node *add_thing(Data *d, const Node *root, const Node *node, const char *kind) {
    Node *thing = node_element(d->arena, "ding", node->place);
    node_set(d->arena, thing, "soort", kind, node->place);
    node_set(d->arena, thing, "wat", node->name, node->place);
    node_set(d->arena, thing, "naam", changes_name(d->arena, root, node), node->place);
    const Node *above = node->parent;
    if (above && above->parent && above->parent->parent)
        node_set(d->arena, thing, "in", changes_identity(d->arena, above) ? changes_name(d->arena, root, above) : above->name, node->place);
    node_append(d->group, thing);
    return thing;
}

static void compare_values(Data *d, const Node *old, const Node *now) {
    Map *before = map_new(d->arena), *after = map_new(d->arena);
    Node *thing = NULL;
    values_of(d->arena, old, "", before);
    values_of(d->arena, now, "", after);
    for (size_t i = 0; i < map_count(after); i++) {
        const char *key = map_key(after, i), *was = map_get(before, key), *is = map_value(after, i);
        if (was && !strcmp(was, is)) continue;
        if (!thing) thing = add_thing(d, d->now->root, now, "gewijzigd");
        changes_value(d->arena, thing, key, was, is);
    }
    for (size_t i = 0; i < map_count(before); i++) {
        const char *key = map_key(before, i);
        if (map_get(after, key)) continue;
        if (!thing) thing = add_thing(d, d->now->root, now, "gewijzigd");
        changes_value(d->arena, thing, key, map_value(before, i), NULL);
    }
}

static void compare_things(Data *d, const Node *old, const Node *now) {
    Map *before = things_of(d->arena, old), *after = things_of(d->arena, now);
    for (size_t i = 0; i < map_count(after); i++) {
        const Node *is = map_value(after, i), *was = map_get(before, map_key(after, i));
        if (!was) {
            Node *thing = add_thing(d, d->now->root, is, "nieuw");
            Map *values = map_new(d->arena);
            values_of(d->arena, is, "", values);
            for (size_t k = 0; k < map_count(values); k++)
                if (!is_told(is, map_key(values, k)))
                    changes_value(d->arena, thing, map_key(values, k), NULL, map_value(values, k));
            continue;
        }
        compare_values(d, was, is);
        compare_things(d, was, is);
    }
    for (size_t i = 0; i < map_count(before); i++)
        if (!map_get(after, map_key(before, i))) add_thing(d, d->old->root, map_value(before, i), "vervallen");
}

static Node *new_group(Data *d, const Node *part) {
    Node *group = node_element(d->arena, "groep", part->place);
    node_set(d->arena, group, "naam", part->name, part->place);
    return group;
}

/* The document itself: date, title, status. */
static void compare_root(Data *d, Node *out) {
    const Node *root = d->now->root;
    Node *group = new_group(d, root), *thing = node_element(d->arena, "ding", root->place);
    node_set(d->arena, thing, "soort", "gewijzigd", root->place);
    node_set(d->arena, thing, "wat", "document", root->place);
    node_set(d->arena, thing, "naam", "Document", root->place);
    node_append(group, thing);
    if (changes_attributes(d->arena, d->old->root, root, thing)) node_append(out, group);
}

void changes_data(Arena *arena, const Version *old, const Version *now, Node *out) {
    Data d = {.arena = arena, .old = old, .now = now};
    compare_root(&d, out);
    NODE_EACH(part, now->root, NULL) {
        if (!changes_is_data(part)) continue;
        const Node *was = node_child(old->root, part->name);
        d.group = new_group(&d, part);
        if (was) {
            compare_values(&d, was, part);
            compare_things(&d, was, part);
        } else add_thing(&d, now->root, part, "nieuw");
        if (d.group->first) node_append(out, d.group);
    }
    NODE_EACH(part, old->root, NULL) {
        if (!changes_is_data(part) || node_child(now->root, part->name)) continue;
        d.group = new_group(&d, part);
        add_thing(&d, old->root, part, "vervallen");
        node_append(out, d.group);
    }
}
