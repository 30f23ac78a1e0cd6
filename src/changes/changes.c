/* Puts the three comparisons together into one tree, and keeps where the text changed. */
#include "changes/changes.h"

static int count_of(const Node *tree, const char *name) {
    int n = 0;
    for (const Node *e = node_walk(tree, tree, name); e; e = node_walk(tree, e, name)) n++;
    return n;
}

bool changes_at(const Comparison *changes, const char *place) { return map_get(changes->places, place) != NULL; }

Comparison *changes_find(Arena *arena, const Version *old, const Version *now, const char *name, bool words) {
    static const char *const COUNTS[][2] = {{"feiten", "feit"}, {"gegevens", "ding"}, {"teksten", "tekst"}};
    Comparison *changes = ARENA_NEW(arena, Comparison);
    Place place = now->root ? now->root->place : (Place){0};
    changes->places = map_new(arena);
    changes->tree = node_element(arena, "wijzigingen", place);
    changes_facts(arena, old, now, name, changes->tree);
    if (old->root) {
        changes_data(arena, old, now, changes->tree);
        changes_texts(arena, old, now, words, changes->tree, changes->places);
    }
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++)
        node_set(arena, changes->tree, COUNTS[i][0], arena_printf(arena, "%d", count_of(changes->tree, COUNTS[i][1])), place);
    return changes;
}
