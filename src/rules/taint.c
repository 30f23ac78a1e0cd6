/* What rests on input that was found faulty: the cause is reported, what follows from it is not. */
#include "rules/taint.h"

#include <string.h>

#include "base/map.h"
#include "language/language.h"

struct Taint {
    Arena *arena;
    Map *places; /* "file:line:column"; "file:line" where a key was used before */
    Map *names; /* keys that are unknown or used twice */
};

static const char *place_of(const Taint *t, Place place) {
    return arena_printf(t->arena, "%s:%d:%d", place.file ? place.file : "", place.line, place.column);
}

static void put(Map *map, const char *key) {
    map_put(map, key, (void *)key);
}

static bool is_one_of(const char *code, const char *codes) {
    return strstr(codes, code) != NULL;
}

/* Values that could not be read, and keys that could not be resolved. */
static void take_fault(Taint *t, const Diagnostic *d) {
    const char *code = d->message->code;
    if (d->message->severity != SEVERITY_ERROR || (strncmp(code, "R0", 2) != 0 && strncmp(code, "I3", 2) != 0)) return;
    put(t->places, place_of(t, d->place));
    if (is_one_of(code, "R001") && d->arguments[1]) put(t->names, d->arguments[1]);
    if (is_one_of(code, "R002") && d->arguments[0]) put(t->names, d->arguments[0]);
    if (is_one_of(code, "R002") && d->arguments[1]) put(t->places, d->arguments[1]); /* where the key was used before */
}

/* A list or the partnership with a wrong key: every line of it counts something else than it should. */
static void take_part(Taint *t, const Node *part, const Diagnostics *diagnostics) {
    Map *own = map_new(t->arena);
    for (const Node *n = part; n; n = node_walk(part, n, NULL)) {
        put(own, place_of(t, n->place));
        for (const Attribute *a = n->attributes; a; a = a->next) put(own, place_of(t, a->place));
    }
    bool faulty = false;
    for (size_t i = 0; i < diagnostics_total(diagnostics) && !faulty; i++) {
        const Diagnostic *d = diagnostics_at((Diagnostics *)diagnostics, i);
        faulty = is_one_of(d->message->code, "R001 R002 R009 R010 R011 R016 R020") && map_get(own, place_of(t, d->place));
    }
    for (size_t i = 0; faulty && i < map_count(own); i++) put(t->places, map_key(own, i));
}

/* The part whose keys the lists of locations name. */
static bool declares_locations(const Node *part) {
    const LanguageElement *element = language_of(part);
    for (int i = 0; element && language_kind(element) == ELEMENT_PART && i < language_child_count(element); i++) {
        const LanguageAttribute *key = language_attribute_of_kind(language_child_at(element, i), VALUE_KEY);
        if (key && key->key == KEY_LOCATION) return true;
    }
    return false;
}

/* A list of what is counted of each location. */
static bool is_counted_list(const Node *node) {
    const LanguageElement *element = language_of(node);
    return element && language_kind(element) == ELEMENT_LIST && language_about(element) == ABOUT_LOCATION;
}

Taint *taint_find(Arena *arena, const Node *input, const Diagnostics *diagnostics) {
    Taint *t = ARENA_NEW(arena, Taint);
    *t = (Taint){arena, map_new(arena), map_new(arena)};
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++) take_fault(t, diagnostics_at((Diagnostics *)diagnostics, i));
    if (!map_count(t->places)) return t;
    NODE_EACH(top, input, NULL) {
        if (declares_locations(top) || is_counted_list(top)) take_part(t, top, diagnostics);
        NODE_EACH(list, top, NULL)
            if (is_counted_list(list)) take_part(t, list, diagnostics);
    }
    return t;
}

bool taint_place(const Taint *t, Place place) {
    if (!map_count(t->places)) return false;
    return map_get(t->places, place_of(t, place)) || map_get(t->places, arena_printf(t->arena, "%s:%d", place.file ? place.file : "", place.line));
}

bool taint_fact(const Taint *t, const Fact *fact) {
    if (!map_count(t->places)) return false;
    for (int i = 0; i < fact->source_count; i++)
        if (taint_place(t, fact->sources[i])) return true;
    return false;
}

bool taint_id(const Taint *t, const char *id) {
    if (!map_count(t->names)) return false;
    char *rest = NULL, *copy = arena_strdup(t->arena, id);
    for (char *part = strtok_r(copy, ".@", &rest); part; part = strtok_r(NULL, ".@", &rest))
        if (map_get(t->names, part)) return true;
    return false;
}
