/* What an earlier run left in the output folder: its journal when it was killed, and its manifest. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/map.h"
#include "batch/entry.h"
#include "batch/store.h"

/* Jobs by the hash of their key. */
typedef struct Known {
    uint64_t hash;
    int job;
} Known;

typedef struct Earlier {
    Store *store;
    Arena *arena;
    Known *known;
    size_t count;
} Earlier;

static const char *key_of(Arena *arena, const Plan *plan, int index) {
    Job job = plan_job(plan, index);
    return plan_key(arena, plan->inputs[job.input].path, each_name(job.each), job.template, job.recipient);
}

static int compare_known(const void *a, const void *b) {
    uint64_t x = ((const Known *)a)->hash, y = ((const Known *)b)->hash;
    return x < y ? -1 : x > y;
}

static void know_jobs(Earlier *e) {
    const Plan *plan = e->store->plan;
    e->count = (size_t)plan->job_count;
    e->known = ARENA_ARRAY(e->arena, e->count, Known);
    for (int i = 0; i < plan->job_count; i++) {
        ArenaMark mark = arena_mark(e->arena);
        e->known[i] = (Known){map_hash(key_of(e->arena, plan, i)), i};
        arena_release(e->arena, mark);
    }
    if (e->count) qsort(e->known, e->count, sizeof *e->known, compare_known);
}

/* The job with that key, -1. */
static int find_job(const Earlier *e, const char *key) {
    uint64_t hash = map_hash(key);
    size_t low = 0, high = e->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (e->known[middle].hash < hash) low = middle + 1;
        else high = middle;
    }
    for (; low < e->count && e->known[low].hash == hash; low++)
        if (!strcmp(key_of(e->arena, e->store->plan, e->known[low].job), key)) return e->known[low].job;
    return -1;
}

/* The job of this plan that the entry tells of, when that may be taken over; -1. */
static int job_of(const Earlier *e, const json_t *entry) {
    ArenaMark mark = arena_mark(e->arena);
    const char *key = entry_key(e->arena, entry);
    int job = key && !entry_is(entry, "pending") ? find_job(e, key) : -1;
    arena_release(e->arena, mark);
    return job >= 0 && (e->store->options->resume || !plan_job(e->store->plan, job).mine) ? job : -1;
}

/* Lines of the journal: what is no entry is passed over, a torn last line cut off. */
static void take_journal(Earlier *e) {
    Store *store = e->store;
    int file = dup(store->lines.file);
    FILE *stream = file >= 0 ? fdopen(file, "r") : NULL;
    char *line = NULL;
    size_t capacity = 0;
    off_t at = 0;
    if (stream) rewind(stream);
    for (ssize_t size; stream && (size = getline(&line, &capacity, stream)) > 0 && line[size - 1] == '\n'; at += size) {
        json_t *entry = json_loadb(line, (size_t)size, 0, NULL);
        int job = entry ? job_of(e, entry) : -1;
        if (job >= 0) {
            store->places[job] = at + 1;
            store->statuses[job] = *entry_text(entry, "status");
        }
        json_decref(entry);
    }
    bool read = stream && !ferror(stream);
    free(line);
    if (stream) fclose(stream);
    else if (file >= 0) close(file);
    store->lines.end = read && ftruncate(store->lines.file, at) == 0 ? at : lseek(store->lines.file, 0, SEEK_END);
}

/* The journal is the newer of the two. */
static void take_row(void *data, json_t *entry) {
    Earlier *e = data;
    int job = job_of(e, entry);
    if (job >= 0 && !e->store->places[job]) store_put(e->store, job, entry);
}

void store_take_earlier(Store *store) {
    Earlier e = {.store = store, .arena = arena_new()};
    ManifestHead head, *own = &store->head;
    const char *why;
    know_jobs(&e);
    take_journal(&e);
    if (manifest_read(e.arena, store->manifest, &head, take_row, &e, &why) && head.of == own->of)
        for (int i = 0; i < head.of; i++) own->present[i] |= head.present[i];
    arena_free(e.arena);
}
