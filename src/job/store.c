/* The accounts of a run on disk: the journal with its lock, and making the manifest of it. */
#include "job/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "job/entry.h"

enum { LOCK_TRIES = 30, LOCK_PAUSE = 100 /* ms: workers of a run that was killed die just after it */ };
#define LINE_MOST (256u << 20)

/* Where the account of a job lies: in the journal, or here when the disk would not take it. */
typedef struct Kept {
    off_t at;
    size_t size; /* 0: none */
    char *text;
} Kept;

struct Store {
    Arena *arena;
    const char *journal, *manifest;
    int file;
    off_t end;    /* of what was written whole */
    const Plan *plan;
    const BatchOptions *options;
    ManifestHead head;
    Kept *lines;  /* a job each */
};

/* ---- opening ---- */

/* Is the file that we have locked still the one of that name? The run before may have removed it meanwhile. */
static bool still_there(int file, const char *path) {
    struct stat ours, named;
    return fstat(file, &ours) == 0 && stat(path, &named) == 0 && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

static int lock_journal(const char *path, int *error) {
    for (int i = 0; i < LOCK_TRIES; i++) {
        int file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        if (file < 0) {
            *error = errno;
            return -1;
        }
        if (flock(file, LOCK_EX | LOCK_NB) == 0 && still_there(file, path)) return file;
        *error = EWOULDBLOCK;
        close(file);
        nanosleep(&(struct timespec){.tv_nsec = LOCK_PAUSE * 1000000L}, NULL);
    }
    return -1;
}

Store *store_open(const char *folder, int *error) {
    Arena *arena = arena_new();
    Store *store = ARENA_NEW(arena, Store);
    store->arena = arena;
    store->journal = arena_printf(arena, "%s/.jaarverslag.journal", folder);
    store->manifest = arena_printf(arena, "%s/manifest.json", folder);
    store->file = lock_journal(store->journal, error);
    if (store->file >= 0) return store;
    arena_free(arena);
    return NULL;
}

void store_close(Store *store, bool finished) {
    if (!store) return;
    struct stat status;
    if (finished || (fstat(store->file, &status) == 0 && status.st_size == 0)) unlink(store->journal);
    close(store->file);
    for (int i = 0; store->plan && i < store->plan->job_count; i++) free(store->lines[i].text);
    arena_free(store->arena);
}

/* ---- the accounts ---- */

static void forget(Kept *kept) {
    free(kept->text);
    *kept = (Kept){0};
}

/* A line that could not be written whole is cut off again and kept here. */
void store_put(Store *store, int job, const char *text) {
    Kept *kept = &store->lines[job];
    size_t size = strlen(text);
    char *whole = malloc(size + 2);
    if (!whole) abort();
    memcpy(whole, text, size);
    memcpy(whole + size, "\n", 2);
    forget(kept);
    kept->size = size;
    if (write(store->file, whole, size + 1) == (ssize_t)size + 1) {
        kept->at = store->end;
        store->end += (off_t)size + 1;
        free(whole);
        return;
    }
    if (ftruncate(store->file, store->end) != 0) store->end = lseek(store->file, 0, SEEK_END);
    kept->text = whole;
}

/* The text of a line, in buffer. */
static bool read_line(const Store *store, int job, Buffer *out) {
    const Kept *kept = &store->lines[job];
    out->size = 0;
    if (!kept->size) return false;
    if (kept->text) {
        buffer_append(out, kept->text, kept->size);
        return true;
    }
    char *text = malloc(kept->size);
    if (!text) abort();
    bool good = pread(store->file, text, kept->size, kept->at) == (ssize_t)kept->size;
    if (good) buffer_append(out, text, kept->size);
    free(text);
    return good;
}

/* Numbers are those of this run: the plan may have grown since. */
json_t *store_get(const Store *store, int job) {
    Buffer text = {0};
    json_t *entry = read_line(store, job, &text) ? json_loadb(text.data, text.size, 0, NULL) : NULL;
    buffer_free(&text);
    if (entry) json_object_set_new(entry, "job", json_integer(store->plan->jobs[job].number));
    return entry;
}

/* ---- what an earlier run left ---- */

typedef struct Earlier {
    Store *store;
    Arena *arena;
    Map *jobs; /* plan_key -> index + 1 */
} Earlier;

/* The job of this plan that the entry tells of, when that may be taken over; -1. */
static int job_of(const Earlier *earlier, const json_t *entry) {
    const char *key = entry_key(earlier->arena, entry);
    size_t found = key ? (size_t)map_get(earlier->jobs, key) : 0;
    if (!found || entry_is(entry, "pending")) return -1;
    bool takes = earlier->store->options->resume || !earlier->store->plan->jobs[found - 1].mine;
    return takes ? (int)found - 1 : -1;
}

static void take_row(void *data, json_t *entry) {
    Earlier *earlier = data;
    int job = job_of(earlier, entry);
    if (job < 0) return;
    char *line = entry_line(entry);
    store_put(earlier->store, job, line);
    free(line);
}

/* Lines of the journal that an earlier run left: a torn last one is passed over. */
static void take_journal(Earlier *earlier, const Buffer *text) {
    size_t start = 0;
    for (const char *end; start < text->size && (end = memchr(text->data + start, '\n', text->size - start));) {
        size_t size = (size_t)(end - text->data) - start;
        json_t *entry = json_loadb(text->data + start, size, 0, NULL);
        int job = entry ? job_of(earlier, entry) : -1;
        if (job >= 0) {
            forget(&earlier->store->lines[job]);
            earlier->store->lines[job].at = (off_t)start;
            earlier->store->lines[job].size = size;
        }
        json_decref(entry);
        start += size + 1;
    }
}

static void take_earlier(Store *store) {
    Earlier earlier = {.store = store, .arena = arena_new()};
    earlier.jobs = map_new(earlier.arena);
    for (int i = 0; i < store->plan->job_count; i++) {
        const Job *job = &store->plan->jobs[i];
        map_put(earlier.jobs, plan_key(earlier.arena, store->plan->inputs[job->input].path, each_name(job->each), job->template, job->recipient),
                (void *)(size_t)(i + 1));
    }
    Buffer journal = {0};
    ManifestHead head;
    const char *why;
    file_read(store->journal, LINE_MOST * 4u - 1, &journal);
    store->end = lseek(store->file, 0, SEEK_END);
    if (journal.size && journal.data[journal.size - 1] != '\n' && write(store->file, "\n", 1) == 1) store->end++; /* torn */
    if (manifest_read(earlier.arena, store->manifest, &head, take_row, &earlier, &why) && head.of == store->head.of)
        for (int i = 0; i < head.of; i++) store->head.present[i] |= head.present[i];
    take_journal(&earlier, &journal);
    buffer_free(&journal);
    arena_free(earlier.arena);
}

void store_begin(Store *store, const Plan *plan, const BatchOptions *options) {
    store->plan = plan;
    store->options = options;
    store->lines = ARENA_ARRAY(store->arena, (size_t)plan->job_count, Kept);
    store->head = (ManifestHead){options->program, options->shards, ARENA_ARRAY(store->arena, (size_t)options->shards, char)};
    if (options->resume || options->shards > 1) take_earlier(store);
    else if (ftruncate(store->file, 0) != 0) store->end = lseek(store->file, 0, SEEK_END);
    store->head.present[options->shard - 1] = 1;
}

/* ---- the manifest ---- */

static json_t *entry_at(const Store *store, int job) {
    json_t *entry = store_get(store, job);
    const Job *j = &store->plan->jobs[job];
    if (!entry && j->mine) entry = entry_new(store->plan, j, store->options, &(Account){.status = "pending"});
    return entry;
}

void store_each(const Store *store, void (*use)(void *data, const json_t *entry), void *data) {
    for (int i = 0; i < store->plan->job_count; i++) {
        json_t *entry = entry_at(store, i);
        if (entry) use(data, entry);
        json_decref(entry);
    }
}

typedef struct Writing {
    Buffer rows;
    bool any;
    int done, failed, pending;
} Writing;

static void write_row(void *data, const json_t *entry) {
    Writing *w = data;
    char *line = entry_line(entry);
    manifest_row(&w->rows, !w->any, line);
    w->any = true;
    w->done += entry_is(entry, "done");
    w->failed += entry_is(entry, "failed");
    w->pending += entry_is(entry, "pending");
    free(line);
}

int store_write_manifest(Store *store) {
    Writing w = {0};
    Buffer all = {0};
    store_each(store, write_row, &w);
    manifest_open(&all, &store->head, w.done, w.failed, w.pending);
    if (w.rows.size) buffer_append(&all, w.rows.data, w.rows.size);
    manifest_close(&all);
    int error = file_write(store->manifest, all.data, all.size);
    buffer_free(&w.rows);
    buffer_free(&all);
    return error;
}
