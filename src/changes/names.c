/* What makes an element of the input the same one in another version, and what to call it: what the description of the
 * language says of it. */
#include <string.h>

#include "changes/changes.h"
#include "language/language.h"

bool changes_is_text(const Node *part) {
    const LanguageElement *element = language_of(part);
    return element && language_kind(element) == ELEMENT_SECTION;
}

bool changes_is_data(const Node *part) {
    const LanguageElement *element = language_of(part);
    return element && language_kind(element) != ELEMENT_SECTION && language_compared(element);
}

const char *changes_identity(Arena *arena, const Node *node) {
    const LanguageElement *element = language_of(node);
    const Attribute *key = language_key(node, NULL);
    const char *id = NULL;
    if (key) return key->value;
    for (int i = 0; element && i < language_attribute_count(element); i++) {
        const LanguageAttribute *a = language_attribute_at(element, i);
        const char *value = a->identifies ? node_get(node, a->name) : NULL;
        if (value) id = id ? arena_printf(arena, "%s|%s", id, value) : value;
    }
    return id;
}

/* What the attribute of an element names, one thing of the kinds that it may name; NULL. */
static const Node *referred(const Node *root, const LanguageAttribute *reference, const char *key) {
    for (const Node *n = node_walk(root, root, NULL); n; n = node_walk(root, n, NULL)) {
        KeyKind kind;
        const Attribute *own = language_key(n, &kind);
        for (const KeyKind *k = own && !strcmp(own->value, key) ? reference->refers : NULL; k && *k != KEY_KINDS; k++)
            if (*k == kind) return n;
    }
    return NULL;
}

static const char *const *called_by(const Node *node) {
    static const char *const none[] = {NULL};
    const LanguageElement *element = language_of(node);
    return element ? language_called(element) : none;
}

bool changes_is_name(const Node *node, const char *attribute) {
    for (const char *const *name = called_by(node); *name; name++)
        if (!strcmp(*name, attribute)) return true;
    return false;
}

const char *changes_called(const Node *node) {
    for (const char *const *name = called_by(node); *name; name++) {
        const char *value = node_get(node, *name);
        if (value && language_attribute(language_of(node), *name)->kind != VALUE_REFERENCE) return value;
    }
    return NULL;
}

const char *changes_name(Arena *arena, const Node *root, const Node *node) {
    const char *name = changes_called(node);
    if (name) return name;
    for (const char *const *a = called_by(node); *a; a++) {
        const char *key = node_get(node, *a);
        const Node *target = key ? referred(root, language_attribute(language_of(node), *a), key) : NULL;
        const char *one = target && changes_called(target) ? changes_called(target) : key;
        if (one) name = name ? arena_printf(arena, "%s, %s", name, one) : one;
    }
    const Attribute *key = language_key(node, NULL);
    return name ? name : key ? key->value : node->name;
}

void changes_value(Arena *arena, Node *parent, const char *name, const char *old, const char *now) {
    Node *value = node_element(arena, "kenmerk", parent->place);
    node_set(arena, value, "naam", name, parent->place);
    if (old) node_set(arena, value, "oud", old, parent->place);
    if (now) node_set(arena, value, "nieuw", now, parent->place);
    node_append(parent, value);
}

static bool tells(const Node *node, const Attribute *a) {
    const LanguageAttribute *what = language_attribute_of(node, a);
    return what && what->kind != VALUE_KEY;
}

bool changes_attributes(Arena *arena, const Node *old, const Node *now, Node *out) {
    bool any = false;
    for (const Attribute *a = now->attributes; a; a = a->next) {
        const char *was = node_get(old, a->name);
        if (!tells(now, a) || (was && !strcmp(was, a->value))) continue;
        changes_value(arena, out, a->name, was, a->value);
        any = true;
    }
    for (const Attribute *a = old->attributes; a; a = a->next) {
        if (!tells(old, a) || node_get(now, a->name)) continue;
        changes_value(arena, out, a->name, a->value, NULL);
        any = true;
    }
    return any;
}
