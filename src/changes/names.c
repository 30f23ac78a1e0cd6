/* What makes an element of the input the same one in another version, and what to call it. */
#include <string.h>

#include "changes/changes.h"

bool changes_is_text(const Node *part) {
    static const char *const PARTS[] = {"voorwoord", "samenvatting", "hoofdstuk", "bijlage", "stuurgroep"};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (node_is(part, PARTS[i])) return true;
    return false;
}

const char *changes_identity(Arena *arena, const Node *node) {
    static const char *const NATURAL[] = {"persoon", "feit", "code", "over", "locatie", "school", "instituut", "niveau", "schooljaar",
                                          "rol", "kort", "vanaf", "datum", "van", "per", "niveaus", "naam", "tekst", "bestand"};
    const char *key = node_get(node, "sleutel"), *id = NULL;
    if (key) return key;
    for (size_t i = 0; i < sizeof NATURAL / sizeof *NATURAL; i++) {
        const char *value = node_get(node, NATURAL[i]);
        if (value) id = id ? arena_printf(arena, "%s|%s", id, value) : value;
    }
    return id;
}

const Node *changes_by_key(const Node *root, const char *key) {
    for (const Node *n = node_walk(root, root, NULL); n; n = node_walk(root, n, NULL)) {
        const char *own = node_get(n, "sleutel");
        if (own && !strcmp(own, key) && (node_get(n, "naam") || node_get(n, "titel") || node_child(n, "bijschrift"))) return n;
    }
    return NULL;
}

static const char *own_name(const Node *node) {
    static const char *const NAMES[] = {"naam", "titel", "label", "tekst", "kort"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (node_get(node, NAMES[i])) return node_get(node, NAMES[i]);
    return NULL;
}

const char *changes_name(Arena *arena, const Node *root, const Node *node) {
    static const char *const REFERENCES[] = {"persoon", "locatie", "school", "instituut", "niveau", "team", "orgaan"};
    static const char *const OTHERS[] = {"rol", "schooljaar", "datum", "feit", "code", "vanaf", "van", "per"};
    const char *name = own_name(node);
    if (name) return name;
    for (size_t i = 0; i < sizeof REFERENCES / sizeof *REFERENCES; i++) {
        const char *key = node_get(node, REFERENCES[i]);
        if (!key) continue;
        const Node *target = changes_by_key(root, key);
        const char *one = target && own_name(target) ? own_name(target) : key;
        name = name ? arena_printf(arena, "%s, %s", name, one) : one;
    }
    for (size_t i = 0; !name && i < sizeof OTHERS / sizeof *OTHERS; i++) name = node_get(node, OTHERS[i]);
    if (!name) name = node_get(node, "sleutel");
    return name ? name : node->name;
}

void changes_value(Arena *arena, Node *parent, const char *name, const char *old, const char *now) {
    Node *value = node_element(arena, "kenmerk", parent->place);
    node_set(arena, value, "naam", name, parent->place);
    if (old) node_set(arena, value, "oud", old, parent->place);
    if (now) node_set(arena, value, "nieuw", now, parent->place);
    node_append(parent, value);
}

static bool tells(const Attribute *a) { return !strchr(a->name, ':') && strcmp(a->name, "sleutel") && strcmp(a->name, "xmlns"); }

bool changes_attributes(Arena *arena, const Node *old, const Node *now, Node *out) {
    bool any = false;
    for (const Attribute *a = now->attributes; a; a = a->next) {
        const char *was = node_get(old, a->name);
        if (!tells(a) || (was && !strcmp(was, a->value))) continue;
        changes_value(arena, out, a->name, was, a->value);
        any = true;
    }
    for (const Attribute *a = old->attributes; a; a = a->next) {
        if (!tells(a) || node_get(now, a->name)) continue;
        changes_value(arena, out, a->name, a->value, NULL);
        any = true;
    }
    return any;
}
