/* The accounts of a run on disk: the journal with its lock, and making the manifest of it.
 *
 * However many jobs there are, only their places in the journal are in memory. */
#include "batch/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "batch/entry.h"

enum { LOCK_TRIES = 30, LOCK_PAUSE = 100 /* ms: workers of a run that was killed die just after it */ };
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
    store->lines.file = lock_journal(store->journal, error);
    if (store->lines.file >= 0) return store;
    arena_free(arena);
    return NULL;
}

void store_close(Store *store, bool finished) {
    if (!store) return;
    struct stat status;
    if (finished || (fstat(store->lines.file, &status) == 0 && status.st_size == 0)) unlink(store->journal);
    close(store->lines.file);
    for (int i = 0; i < store->unwritten_count; i++) free(store->unwritten[i]);
    free(store->unwritten);
    arena_free(store->arena);
}

/* ---- the accounts ---- */

static off_t keep_unwritten(Store *store, const char *text) {
    char **all = realloc(store->unwritten, ((size_t)store->unwritten_count + 1) * sizeof *all);
    if (!all || !(all[store->unwritten_count] = strdup(text))) abort();
    store->unwritten_count++;
    store->unwritten = all;
    return -store->unwritten_count;
}

static void put(Store *store, int job, const char *line, const char *status, bool written) {
    off_t at = line_file_put(&store->lines, line);
    store->places[job] = at >= 0 ? at + 1 : keep_unwritten(store, line);
    store->statuses[job] = *status;
    store->written[job] = written;
}

void store_put(Store *store, int job, const json_t *entry) {
    char *line = entry_line(entry);
    put(store, job, line, entry_text(entry, "status"), false);
    free(line);
}

void store_put_line(Store *store, int job, const char *line, const char *status) {
    put(store, job, line, status, true);
}

/* The account as it was put; false when there is none. */
static bool get_line(const Store *store, int job, Buffer *line) {
    off_t place = store->places[job];
    line->size = 0;
    if (place < 0) buffer_puts(line, store->unwritten[-place - 1]);
    return place < 0 || (place && line_file_get(&store->lines, place - 1, line));
}

/* Numbers are those of this run: the plan may have grown since. */
json_t *store_get(const Store *store, int job) {
    Buffer line = {0};
    json_t *entry = get_line(store, job, &line) ? json_loadb(line.data, line.size, 0, NULL) : NULL;
    buffer_free(&line);
    if (entry) json_object_set_new(entry, "job", json_integer(job + 1));
    return entry;
}

void store_begin(Store *store, const Plan *plan, const BatchOptions *options) {
    store->plan = plan;
    store->options = options;
    store->places = ARENA_ARRAY(store->arena, (size_t)plan->job_count, off_t);
    store->statuses = ARENA_ARRAY(store->arena, (size_t)plan->job_count, char);
    store->written = ARENA_ARRAY(store->arena, (size_t)plan->job_count, char);
    store->head = (ManifestHead){options->program, options->shards, ARENA_ARRAY(store->arena, (size_t)options->shards, char)};
    if (options->resume || options->shards > 1) store_take_earlier(store);
    else if (ftruncate(store->lines.file, 0) != 0) store->lines.end = lseek(store->lines.file, 0, SEEK_END);
    store->head.present[options->shard - 1] = 1;
}

/* ---- the manifest ---- */

static json_t *entry_at(const Store *store, int index) {
    json_t *entry = store_get(store, index);
    Job job = plan_job(store->plan, index);
    if (!entry && job.mine) entry = entry_new(store->plan, &job, store->options, &(Account){.status = "pending"});
    return entry;
}

/* An account that is done, up to its messages and sources, which are most of it: entry_new puts them last, and in a value
 * before them these signs cannot stand, since a quotation mark in it is escaped. NULL: it is another one. */
static json_t *beginning_at(const Store *store, int index) {
    Buffer line = {0};
    json_t *entry = NULL;
    if (store->written[index] && store->statuses[index] == 'd' && get_line(store, index, &line)) {
        char *end = strstr(line.data, ",\"messages\":[");
        if (end) end[0] = '}', end[1] = '\0', entry = json_loads(line.data, 0, NULL);
    }
    buffer_free(&line);
    return entry;
}

void store_each(void *which, void (*use)(void *data, const json_t *entry), void *data) {
    const Store *store = which;
    for (int i = 0; i < store->plan->job_count; i++) {
        json_t *entry = beginning_at(store, i);
        if (!entry) entry = entry_at(store, i);
        if (entry) use(data, entry);
        json_decref(entry);
    }
}

static ManifestCounts count(const Store *store) {
    ManifestCounts counts = {0};
    for (int i = 0; i < store->plan->job_count; i++) {
        char status = store->statuses[i];
        counts.done += status == 'd';
        counts.failed += status == 'f';
        counts.pending += !status && plan_job(store->plan, i).mine;
    }
    return counts;
}

static void write_rows(const Store *store, FILE *out) {
    Buffer line = {0};
    bool first = true;
    for (int i = 0; i < store->plan->job_count; i++) {
        bool ready = store->written[i] && get_line(store, i, &line);
        json_t *entry = ready ? NULL : entry_at(store, i);
        if (ready) manifest_line(out, first, line.data);
        else if (entry) manifest_row(out, first, entry);
        first = first && !ready && !entry;
        json_decref(entry);
    }
    buffer_free(&line);
}

static void write_manifest(void *data, FILE *out) {
    const Store *store = data;
    ManifestCounts counts = count(store);
    manifest_open(out, &store->head, &counts);
    write_rows(store, out);
    manifest_close(out);
}

int store_write_manifest(Store *store) {
    return file_write_by(store->manifest, write_manifest, store);
}
