/* Names in a spreadsheet: by key, name or short name, as a reader sees them. */
#include <stdint.h>
#include <string.h>

#include "base/name.h"
#include "edit/import.h"
#include "model/value.h"

struct ImportNames {
    Arena *arena;
    const Partnership *p;
    Map *keys[IMPORT_KINDS], *names[IMPORT_KINDS]; /* folded -> index + 1, or TWICE */
    Map *groups;                             /* what heads rows and has no counts of its own */
};

static char twice; /* marks a name that more than one thing has */

static void put(Map *map, const char *fold, int index) {
    void *fresh = (void *)(intptr_t)(index + 1), *before = map_get(map, fold);
    if (*fold) map_put(map, fold, before && before != fresh ? &twice : fresh);
}

static void add(ImportNames *n, ImportKind kind, int index, const char *key, const char *name, const char *abbreviation) {
    if (!n->keys[kind]) n->keys[kind] = map_new(n->arena), n->names[kind] = map_new(n->arena);
    if (key) put(n->keys[kind], name_fold(n->arena, key), index);
    if (name) put(n->names[kind], name_fold(n->arena, name), index);
    if (abbreviation) put(n->names[kind], name_fold(n->arena, abbreviation), index);
}

static void add_group(ImportNames *n, const char *text) {
    if (text && *text) map_put(n->groups, name_fold(n->arena, text), n);
}

ImportNames *import_names(Arena *arena, const Partnership *p) {
    ImportNames *n = ARENA_NEW(arena, ImportNames);
    n->arena = arena;
    n->p = p;
    n->groups = map_new(arena);
    for (int i = 0; i < p->location_count; i++) add(n, IMPORT_LOCATION, i, p->locations[i].key, p->locations[i].name, p->locations[i].abbreviation);
    for (int i = 0; i < p->school_count; i++) add(n, IMPORT_SCHOOL, i, p->schools[i].key, p->schools[i].name, p->schools[i].abbreviation);
    for (int i = 0; i < p->institute_count; i++) add(n, IMPORT_INSTITUTE, i, p->institutes[i].key, p->institutes[i].name, p->institutes[i].abbreviation);
    for (int i = 0; i < p->level_count; i++) add(n, IMPORT_LEVEL, i, p->levels[i].key, p->levels[i].name, p->levels[i].abbreviation);
    for (int i = 0; i < p->board_count; i++) {
        add_group(n, p->boards[i].key);
        add_group(n, p->boards[i].name);
        add_group(n, p->boards[i].abbreviation);
    }
    for (int i = 0; i < p->school_group_count; i++) {
        add_group(n, p->school_groups[i].key);
        add_group(n, p->school_groups[i].name);
    }
    return n;
}

int import_find(const ImportNames *n, ImportKind kind, const char *text) {
    if (!text || !*text || !n->keys[kind]) return NO_INDEX;
    const char *fold = name_fold(n->arena, text);
    void *found = map_get(n->keys[kind], fold);
    if (!found || found == &twice) found = map_get(n->names[kind], fold);
    return !found ? NO_INDEX : found == &twice ? IMPORT_TWICE : (int)(intptr_t)found - 1;
}

bool import_is_group(const ImportNames *n, const char *text) { return map_get(n->groups, name_fold(n->arena, text)) != NULL; }

const char *import_keys_of(const ImportNames *n, ImportKind kind, const char *text) {
    const char *keys = "", *fold = name_fold(n->arena, text);
#define COLLECT(items, count)                                                                                              \
    for (int i = 0; i < (count); i++)                                                                                      \
        if (strcmp(name_fold(n->arena, (items)[i].name), fold) == 0 || strcmp(name_fold(n->arena, (items)[i].abbreviation), fold) == 0) \
            keys = arena_printf(n->arena, "%s%s%s", keys, *keys ? ", " : "", (items)[i].key)
    if (kind == IMPORT_LOCATION) COLLECT(n->p->locations, n->p->location_count);
    if (kind == IMPORT_SCHOOL) COLLECT(n->p->schools, n->p->school_count);
    if (kind == IMPORT_INSTITUTE) COLLECT(n->p->institutes, n->p->institute_count);
    if (kind == IMPORT_LEVEL) COLLECT(n->p->levels, n->p->level_count);
    return keys;
}

static bool is_word(const char *fold, const char *const *words) {
    for (; *words; words++)
        if (strcmp(fold, *words) == 0) return true;
    return false;
}

bool import_is_total(const ImportNames *n, const char *text, bool *part) {
    static const char *const WORDS[] = {"totaal", "eindtotaal", "total", "som", "totalen", "totaalgeneraal", "generaaltotaal", "algemeentotaal",
                                        "totaalalgemeen", "grandtotal", NULL};
    const char *fold = name_fold(n->arena, text);
    size_t size = strlen(fold);
    *part = !is_word(fold, WORDS);
    if (!*part) return true;
    for (ImportKind kind = 0; kind < IMPORT_KINDS; kind++)
        if (n->keys[kind] && (map_get(n->keys[kind], fold) || map_get(n->names[kind], fold))) return false;
    return strncmp(fold, "subtotaal", 9) == 0 || (strncmp(fold, "totaal", 6) == 0 && strchr(text, ' ')) || (size > 6 && strcmp(fold + size - 6, "totaal") == 0);
}
