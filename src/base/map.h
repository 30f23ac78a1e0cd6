/* A hash table from strings to pointers; keys are borrowed, order of insertion is kept. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct Map Map;

Map *map_new(Arena *arena);
/* Sets key to value; returns the value that was there before, or NULL. The key must outlive the map. */
void *map_put(Map *map, const char *key, void *value);
void *map_get(const Map *map, const char *key);
size_t map_count(const Map *map);
/* The hash that it uses: the same on every machine. */
uint64_t map_hash(const char *key);
/* The i-th entry in order of insertion. */
const char *map_key(const Map *map, size_t i);
void *map_value(const Map *map, size_t i);

#endif
