/* A hash table from strings to pointers: open addressing over indexes into a list in order of insertion. */
#include "base/map.h"

#include <string.h>

typedef struct Entry {
    const char *key;
    void *value;
    uint64_t hash;
} Entry;

struct Map {
    Arena *arena;
    Entry *entries;
    size_t count, capacity;
    uint32_t *slots; /* index + 1 of an entry, 0: free; twice the capacity, a power of two */
    size_t slot_count;
};

uint64_t map_hash(const char *key) { /* FNV-1a */
    uint64_t hash = 14695981039346656037u;
    for (; *key; key++) hash = (hash ^ (unsigned char)*key) * 1099511628211u;
    return hash ^ hash >> 32;
}

Map *map_new(Arena *arena) {
    Map *map = ARENA_NEW(arena, Map);
    map->arena = arena;
    return map;
}

/* The slot of the key, or the free slot where it would go. */
static size_t find_slot(const Map *map, const char *key, uint64_t hash) {
    size_t slot = hash & (map->slot_count - 1);
    while (map->slots[slot]) {
        const Entry *entry = &map->entries[map->slots[slot] - 1];
        if (entry->hash == hash && strcmp(entry->key, key) == 0) break;
        slot = (slot + 1) & (map->slot_count - 1);
    }
    return slot;
}

static void grow(Map *map) {
    size_t capacity = map->capacity ? map->capacity * 2 : 16;
    Entry *entries = ARENA_ARRAY(map->arena, capacity, Entry);
    if (map->count) memcpy(entries, map->entries, map->count * sizeof *entries);
    map->entries = entries;
    map->capacity = capacity;
    map->slot_count = capacity * 2;
    map->slots = ARENA_ARRAY(map->arena, map->slot_count, uint32_t);
    for (size_t i = 0; i < map->count; i++)
        map->slots[find_slot(map, entries[i].key, entries[i].hash)] = (uint32_t)i + 1;
}

void *map_put(Map *map, const char *key, void *value) {
    if (map->count == map->capacity) grow(map);
    uint64_t hash = map_hash(key);
    size_t slot = find_slot(map, key, hash);
    if (map->slots[slot]) {
        Entry *entry = &map->entries[map->slots[slot] - 1];
        void *before = entry->value;
        entry->value = value;
        return before;
    }
    map->entries[map->count++] = (Entry){key, value, hash};
    map->slots[slot] = (uint32_t)map->count;
    return NULL;
}

void *map_get(const Map *map, const char *key) {
    if (!map->count) return NULL;
    size_t slot = find_slot(map, key, map_hash(key));
    return map->slots[slot] ? map->entries[map->slots[slot] - 1].value : NULL;
}

size_t map_count(const Map *map) {
    return map->count;
}

const char *map_key(const Map *map, size_t i) {
    return i < map->count ? map->entries[i].key : NULL;
}

void *map_value(const Map *map, size_t i) {
    return i < map->count ? map->entries[i].value : NULL;
}
