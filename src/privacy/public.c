/* Copies the input without what the public may not see. */
#include "privacy/public.h"

#include <string.h>

#include "privacy/copy.h"
#include "privacy/names.h"

typedef struct Public {
    Arena *arena;
    const Partnership *p;
    const Names *names;
} Public;

int64_t public_threshold(const Partnership *p) {
    const Quantity *least = &p->parameters[PARAMETER_SMALL_GROUP];
    int64_t n = 5;
    if (least->state == QUANTITY_KNOWN) decimal_floor(least->value, &n);
    return n < 2 ? 2 : n;
}

/* What the writer says of it: "ja", "nee", or NULL. */
const char *public_mark(const Node *node) {
    const LanguageAttribute *mark = language_attribute_of_role(language_of(node), LANGUAGE_ROLE_PUBLIC_MARK);
    return mark ? node_get(node, mark->name) : NULL;
}

/* Does it hold something that shuts out all that stands around it? */
static bool is_shut_out(const Node *element) {
    NODE_EACH(child, element, NULL)
    if (language_of(child) && language_open(language_of(child)) == PUBLIC_EXCLUDE) return true;
    return false;
}

static bool stands(const void *data, const Node *element, const LanguageElement *described) {
    (void)data;
    const char *said = public_mark(element);
    return language_open(described) == PUBLIC_KEEP && !is_shut_out(element) && !(said && !strcmp(said, "nee"));
}

/* ---- values and words ---- */

static const char *words(const void *data, const char *text) {
    const Public *c = data;
    return public_wording(c->arena, names_replace(c->names, text));
}

/* "p3" as "persoon-3", also among others; what is no person's key stays. */
static const char *without_persons(const Public *c, const char *keys) {
    Buffer out = {0};
    for (const char *at = keys; *at;) {
        size_t space = strspn(at, " \t\r\n"), size = strcspn(at + space, " \t\r\n");
        const char *key = arena_strndup(c->arena, at + space, size);
        int person = model_person(c->p, key);
        buffer_append(&out, at, space);
        if (person == NO_INDEX)
            buffer_puts(&out, key);
        else
            buffer_printf(&out, "persoon-%d", person + 1);
        at += space + size;
    }
    const char *text = arena_strndup(c->arena, out.data ? out.data : "", out.size);
    buffer_free(&out);
    return text;
}

static const char *role_of(const Public *c, const Node *element) {
    KeyKind kind = KEY_KINDS;
    const Attribute *key = language_key(element, &kind);
    int person = key && kind == KEY_PERSON ? model_person(c->p, key->value) : NO_INDEX;
    return person == NO_INDEX ? "" : names_role(c->names, person);
}

static const char *value(const void *data, const Node *element, const Attribute *a,
                         const LanguageAttribute *described) {
    const Public *c = data;
    if (described->open == PUBLIC_KEEP) return a->value;
    if (described->open != PUBLIC_REPLACE) return NULL;
    switch (described->kind) {
    case VALUE_KEY:
    case VALUE_REFERENCE:
        return without_persons(c, a->value);
    case VALUE_PERSON_NAME:
        return role_of(c, element);
    case VALUE_TEXT:
        return words(c, a->value);
    default:
        return names_replace(c->names, a->value);
    }
}

/* ---- content ---- */

/* A signature is the name, then what the person does: only the latter remains. */
static bool is_signature(const Node *element) {
    for (const Attribute *a = element->attributes; a; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(element, a);
        if (described && language_choice_role(described, a->value) == LANGUAGE_ROLE_SIGNATURE) return true;
    }
    return false;
}

static const Node *after_first_line(const Node *element) {
    for (const Node *n = element->first; n; n = n->next)
        if (language_of(n) && language_role(language_of(n)) == LANGUAGE_ROLE_LINE_BREAK) return n->next;
    return NULL;
}

static const Node *content(const void *data, const Node *element, bool *open) {
    const Public *c = data;
    const LanguageAttribute *address = language_attribute_of_kind(language_of(element), VALUE_ADDRESS);
    const char *at = address && language_holds_text(language_of(element)) ? node_get(element, address->name) : NULL;
    *open =
        at && (names_replace(c->names, at) != at || names_left(c->names, at)); /* it names somebody: only its words */
    return is_signature(element) ? after_first_line(element) : element->first;
}

static bool finish(const void *data, Node *copy, const Node *element, int left_out) {
    (void)data;
    (void)left_out;
    return copy->first || !is_signature(element);
}

/* ---- references ---- */

/* Does it stand in the text to name another part of it? */
static const LanguageAttribute *pointer_of(const Node *node) {
    const LanguageElement *element = language_of(node);
    const LanguageAttribute *a = element && language_kind(element) == ELEMENT_INLINE
                                     ? language_attribute_of_kind(element, VALUE_REFERENCE)
                                     : NULL;
    return a && a->refers[0] == KEY_TEXT ? a : NULL;
}

/* A reference to what is not in this version says so. */
static void mend_references(Arena *arena, Node *tree) {
    Map *keys = map_new(arena);
    for (Node *n = tree; n; n = node_walk(tree, n, NULL)) {
        const Attribute *key = language_key(n, NULL);
        if (key && !language_is_empty(n)) map_put(keys, key->value, n);
    }
    for (Node *n = node_walk(tree, tree, NULL), *next; n; n = next) {
        next = node_walk(tree, n, NULL);
        const LanguageAttribute *pointer = pointer_of(n);
        if (!pointer || map_get(keys, node_get_or(n, pointer->name, ""))) continue;
        node_insert_before(n, node_text(arena, "een onderdeel dat niet in de openbare versie staat", n->place));
        node_detach(n);
    }
}

Node *public_tree(Arena *arena, const Node *root, const Partnership *partnership, const Names *names) {
    Public c = {arena, partnership, names};
    Node *tree = copy_tree(&(CopyRules){&c, arena, stands, value, words, content, finish}, root);
    mend_references(arena, tree);
    return tree;
}

void public_report(const Suppression *s, int64_t threshold, Place place, Diagnostics *diagnostics) {
    if (!s->safe) {
        diagnostics_report(diagnostics, &R615_UNSAFE, place, (Report){.arguments = {s->unsafe}});
        return;
    }
    if (!s->count) return;
    char small[24], least[24], guards[24], derived[24];
    snprintf(small, sizeof small, "%d", s->small);
    snprintf(least, sizeof least, "%lld", (long long)threshold);
    snprintf(guards, sizeof guards, "%d", s->guards);
    snprintf(derived, sizeof derived, "%d", s->derived + s->never);
    diagnostics_report(diagnostics, &R616_WITHHELD, place, (Report){.arguments = {small, least, guards, derived}});
}
