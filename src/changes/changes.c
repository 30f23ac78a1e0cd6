/* Puts the three comparisons together into one tree, and keeps which nodes changed. */
#include "changes/changes.h"

#include <stdint.h>
#include <stdlib.h>

static int compare_addresses(const void *a, const void *b) {
    uintptr_t x = (uintptr_t)*(const Node *const *)a, y = (uintptr_t)*(const Node *const *)b;
    return (x > y) - (x < y);
}

static int count_of(const Node *tree, const char *name) {
    int n = 0;
    for (const Node *e = node_walk(tree, tree, name); e; e = node_walk(tree, e, name)) n++;
    return n;
}

static void keep_nodes(Arena *arena, Changes *changes, const Map *found) {
    changes->node_count = map_count(found);
    changes->nodes = ARENA_ARRAY(arena, changes->node_count + 1, const Node *);
    for (size_t i = 0; i < changes->node_count; i++) changes->nodes[i] = map_value(found, i);
    qsort(changes->nodes, changes->node_count, sizeof *changes->nodes, compare_addresses);
}

bool changes_has(const Changes *changes, const Node *node) {
    return changes->node_count && bsearch(&node, changes->nodes, changes->node_count, sizeof *changes->nodes, compare_addresses);
}

Changes *changes_find(Arena *arena, const Version *old, const Version *now, const char *name, bool words) {
    static const char *const COUNTS[][2] = {{"feiten", "feit"}, {"gegevens", "ding"}, {"teksten", "tekst"}};
    Changes *changes = ARENA_NEW(arena, Changes);
    Map *found = map_new(arena);
    Place place = now->root ? now->root->place : (Place){0};
    changes->tree = node_element(arena, "wijzigingen", place);
    changes_facts(arena, old, now, name, changes->tree);
    if (old->root) {
        changes_data(arena, old, now, changes->tree);
        changes_texts(arena, old, now, words, changes->tree, found);
    }
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++)
        node_set(arena, changes->tree, COUNTS[i][0], arena_printf(arena, "%d", count_of(changes->tree, COUNTS[i][1])), place);
    keep_nodes(arena, changes, found);
    return changes;
}
