/* Copies the input without what the public may not see. */
#include "privacy/public.h"

#include <string.h>

#include "language/language.h"
#include "privacy/names.h"

typedef struct Copier {
    Arena *arena;
    const Partnership *p;
    const Names *names;
} Copier;

int64_t public_threshold(const Partnership *p) {
    const Quantity *least = &p->parameters[PARAMETER_SMALL_GROUP];
    int64_t n = 5;
    if (least->state == QUANTITY_KNOWN) decimal_floor(least->value, &n);
    return n < 2 ? 2 : n;
}

static bool one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

/* Parts and rows of data that are about single persons, or counts that templates must take from the ledger. */
static bool left_out(const Node *node) {
    static const char *const parts[] = {"controles", "bevindingen", "vorige-jaren", "ontvangers", "overgenomen", "plaatsingen", "per-instituut", "per-niveau",
                                        "eerstejaars", "wisselaars", "aanwezigen", "schoolopleider", "archief", "herleiding", NULL};
    if (node->kind == NODE_TEXT) return false;
    if (!language_of(node) || language_open(language_of(node)) == PUBLIC_LEAVE_OUT) return true;
    if (!strcmp(node_get_or(node, "openbaar", ""), "nee")) return true;
    if (node_is(node, "bijlage") && node_child(node, "herleiding")) return true; /* where every number comes from */
    if (node_is(node, "telling")) return node->parent && node_is(node->parent, "intervisie");
    return one_of(node->name, parts);
}

/* Attributes of data that are counts of persons. */
static bool is_count(const Node *node, const char *name) {
    static const struct {
        const char *element, *names[6];
    } counts[] = {{"enquete", {"uitgezet", "ingevuld", NULL}}, {"vraag", {"n", NULL}}, {"antwoord", {"aantal", "procent", NULL}}, {"afspraak", {"werkelijk", NULL}},
                  {"kengetal", {"waarde", "van", NULL}}, {"bijeenkomst", {"aanwezig", "opkomst", NULL}}, {"persoon", {"email", "kort", NULL}}, {"werkplek", {"studenten", NULL}}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (node_is(node, counts[i].element)) return !(node_is(node, "werkplek") && node->parent && node_is(node->parent, "voorbeeld")) && one_of(name, counts[i].names);
    return !strcmp(name, "bron");
}

static const char *person_key(const Copier *c, const char *key) {
    int person = model_person(c->p, key);
    return person == NO_INDEX ? key : arena_printf(c->arena, "persoon-%d", person + 1);
}

/* Does the attribute name a person by the key in personen? */
static bool refers_to_person(const Node *node, const Attribute *a) {
    const LanguageAttribute *described = language_attribute_of(node, a);
    for (const KeyKind *kind = described && described->kind == VALUE_REFERENCE ? described->refers : NULL; kind && *kind != KEY_KINDS; kind++)
        if (*kind == KEY_PERSON) return true;
    return described && described->kind == VALUE_KEY && described->key == KEY_PERSON;
}

static const char *public_value(const Copier *c, const Node *node, const Attribute *a) {
    bool person = node_is(node, "persoon");
    if (person && !strcmp(a->name, "naam")) {
        int index = model_person(c->p, node_get(node, "sleutel"));
        return index == NO_INDEX ? "" : names_role(c->names, index);
    }
    if (refers_to_person(node, a)) return person_key(c, a->value);
    return names_replace(c->names, a->value);
}

static void copy_children(const Copier *c, Node *to, const Node *from);

/* A signature is the name, then what the person does: only the latter remains. */
static void copy_signature(const Copier *c, Node *to, const Node *from) {
    const Node *at = from->first;
    while (at && !node_is(at, "regeleinde")) at = at->next;
    if (!at) return;
    for (at = at->next; at; at = at->next) {
        if (at->kind == NODE_TEXT) node_append(to, node_text(c->arena, names_replace(c->names, at->text), at->place));
        else if (!left_out(at)) {
            Node *copy = node_element(c->arena, at->name, at->place);
            node_append(to, copy);
            copy_children(c, copy, at);
        }
    }
}

static void copy_one(const Copier *c, Node *to, const Node *n) {
    if (n->kind == NODE_TEXT) {
        node_append(to, node_text(c->arena, public_wording(c->arena, names_replace(c->names, n->text)), n->place));
        return;
    }
    const char *address = node_is(n, "link") ? node_get_or(n, "adres", "") : NULL;
    if (address && (names_replace(c->names, address) != address || names_left(c->names, address))) { /* an address that names somebody: only its words */
        copy_children(c, to, n);
        return;
    }
    bool signature = node_is(n, "alinea") && !strcmp(node_get_or(n, "soort", ""), "ondertekening");
    Node *copy = node_element(c->arena, n->name, n->place);
    copy->tag = n->tag;
    for (const Attribute *a = n->attributes; a; a = a->next)
        if (!is_count(n, a->name)) node_set(c->arena, copy, a->name, public_value(c, n, a), a->place);
    if (signature) copy_signature(c, copy, n);
    else copy_children(c, copy, n);
    if (!signature || copy->first) node_append(to, copy);
}

static void copy_children(const Copier *c, Node *to, const Node *from) {
    for (const Node *n = from->first; n; n = n->next)
        if (!left_out(n)) copy_one(c, to, n);
}

/* A reference to what is not in this version says so. */
static void mend_references(Arena *arena, Node *tree) {
    Map *keys = map_new(arena);
    for (Node *n = tree; n; n = node_walk(tree, n, NULL))
        if (node_get(n, "sleutel") && !language_is_empty(n)) map_put(keys, node_get(n, "sleutel"), n);
    for (Node *n = node_walk(tree, tree, "verwijzing"), *next; n; n = next) {
        next = node_walk(tree, n, "verwijzing");
        if (map_get(keys, node_get_or(n, "naar", ""))) continue;
        node_insert_before(n, node_text(arena, "een onderdeel dat niet in de openbare versie staat", n->place));
        node_detach(n);
    }
}

Node *public_tree(Arena *arena, const Node *root, const Partnership *partnership, const Names *names) {
    Copier c = {arena, partnership, names};
    Node *holder = node_element(arena, "openbaar", root->place);
    copy_one(&c, holder, root);
    Node *tree = holder->first;
    node_detach(tree);
    language_mark(tree);
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
