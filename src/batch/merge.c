/* Several manifests into one: of the shards of a divided run, or of separate runs. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "batch/entry.h"
#include "batch/index.h"
#include "batch/messages.h"
#include "job/messages.h"
#include "batch/store.h"

typedef struct Row {
    const char *key;
    off_t at;         /* of the entry, in the lines */
    int group;        /* manifests of one divided run are one group; groups keep their order */
    int number, rank; /* rank: 2 done, 1 failed, 0 pending */
    int manifest;     /* index */
} Row;

typedef struct Merge {
    Arena *arena;
    const BatchOptions *options;
    Diagnostics *diagnostics;
    LineFile lines;       /* the entries themselves: in a file without a name */
    int error;            /* of writing or reading there */
    Map *seen;            /* key -> Row */
    Row **rows;           /* in their order */
    int count;
    ManifestHead *heads;
    const char **paths;   /* of the manifests */
    int manifest;         /* that is being read */
    const char *prefix;   /* from the output folder to its folder: "" or "deel-1/" */
    bool renumber, conflict;
    const ManifestHead *head; /* of the result */
    int counts[3];        /* by rank */
} Merge;

/* ---- where documents lie, seen from the new manifest ---- */

/* The way from one real folder to another: "", "deel-1/", "../elders/". */
static const char *way(Arena *arena, const char *from, const char *to) {
    size_t same = 0, i = 0;
    for (; from[i] && from[i] == to[i]; i++)
        if (from[i] == '/') same = i + 1;
    if ((!from[i] && to[i] == '/') || (!to[i] && from[i] == '/') || (!from[i] && !to[i])) same = i + (from[i] == '/' || to[i] == '/');
    const char *path = "", *rest_from = strlen(from) > same ? from + same : "", *rest_to = strlen(to) > same ? to + same : "";
    if (*rest_from) path = "../";
    for (const char *p = rest_from; *p; p++)
        if (*p == '/') path = arena_printf(arena, "../%s", path);
    return *rest_to ? arena_printf(arena, "%s%s/", path, rest_to) : path;
}

static const char *real_folder(Arena *arena, const char *file) {
    char *real = realpath(file, NULL), *slash = real ? strrchr(real, '/') : NULL;
    const char *folder = slash ? arena_strndup(arena, real, slash > real ? (size_t)(slash - real) : 1) : "/";
    free(real);
    return folder;
}

/* ---- rows ---- */

static int rank_of(const json_t *entry) {
    return entry_is(entry, "done") ? 2 : entry_is(entry, "failed") ? 1 : 0;
}

static int group_of(const Merge *m, int i) {
    for (int k = 0; k < i && m->heads[i].of > 1; k++)
        if (m->heads[k].of == m->heads[i].of) return k;
    return i;
}

static void fill_row(Merge *m, Row *row, json_t *entry) {
    const char *output = entry_text(entry, "output");
    if (*output && *m->prefix) {
        ArenaMark mark = arena_mark(m->arena);
        json_object_set_new(entry, "output", json_string(arena_printf(m->arena, "%s%s", m->prefix, output)));
        arena_release(m->arena, mark);
    }
    char *line = entry_line(entry);
    *row = (Row){row->key, line_file_put(&m->lines, line), group_of(m, m->manifest), (int)json_integer_value(json_object_get(entry, "job")), rank_of(entry),
                 m->manifest};
    if (row->at < 0) m->error = errno;
    free(line);
}

static json_t *entry_of(Merge *m, const Row *row) {
    Buffer line = {0};
    json_t *entry = row->at >= 0 && line_file_get(&m->lines, row->at, &line) ? json_loadb(line.data, line.size, 0, NULL) : NULL;
    if (!entry && !m->error) m->error = EIO;
    buffer_free(&line);
    return entry;
}

static void check_same(Merge *m, const Row *before, const json_t *entry) {
    json_t *other = entry_of(m, before);
    if (other && strcmp(entry_text(other, "sha256"), entry_text(entry, "sha256"))) {
        m->conflict = true;
        diagnostics_report(m->diagnostics, &S128_TWO_RESULTS, (Place){m->paths[m->manifest], 0, 0},
                           (Report){.arguments = {entry_text(entry, "output"), m->paths[before->manifest], m->paths[m->manifest]}});
    }
    json_decref(other);
}

/* The same job twice: what was made counts more than what failed, and that more than what waits. */
static void take_entry(void *data, json_t *entry) {
    Merge *m = data;
    const char *key = entry_key(m->arena, entry);
    if (!key) return;
    Row *before = map_get(m->seen, key);
    int rank = rank_of(entry);
    if (before && rank == 2 && before->rank == 2) check_same(m, before, entry);
    if (before && rank <= before->rank) return;
    Row *row = before ? before : ARENA_NEW(m->arena, Row);
    if (!before) {
        row->key = key;
        map_put(m->seen, key, row);
    }
    fill_row(m, row, entry);
}

static int compare_rows(const void *a, const void *b) {
    const Row *x = *(Row *const *)a, *y = *(Row *const *)b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return strcmp(x->key, y->key);
}

/* ---- manifests ---- */

static BatchResult read_one(Merge *m, int i, const char *folder) {
    const char *path = m->options->inputs[i], *why = "";
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) path = arena_printf(m->arena, "%s/manifest.json", path);
    m->paths[i] = path;
    m->manifest = i;
    m->prefix = way(m->arena, folder, real_folder(m->arena, path));
    if (manifest_read(m->arena, path, &m->heads[i], take_entry, m, &why)) return BATCH_DONE;
    diagnostics_report(m->diagnostics, &S127_NOT_A_MANIFEST, (Place){path, 0, 0}, (Report){.arguments = {why}});
    return stat(path, &status) != 0 || !S_ISREG(status.st_mode) ? BATCH_SYSTEM : BATCH_INPUT;
}

/* The parts of each divided run together. False (reported) when one is missing. */
static bool join_heads(Merge *m) {
    bool complete = true;
    for (int i = 0; i < m->options->input_count; i++) {
        int first = group_of(m, i);
        for (int k = 0; first != i && k < m->heads[i].of; k++) m->heads[first].present[k] |= m->heads[i].present[k];
    }
    for (int i = 0; i < m->options->input_count; i++)
        for (int k = 0; group_of(m, i) == i && k < m->heads[i].of; k++) {
            if (m->heads[i].present[k]) continue;
            complete = false;
            diagnostics_report(m->diagnostics, &S129_PARTS_MISSING, (Place){m->options->inputs[i], 0, 0},
                               (Report){.arguments = {arena_printf(m->arena, "%d", k + 1), arena_printf(m->arena, "%d", m->heads[i].of)}});
        }
    return complete;
}

static void sort_rows(Merge *m) {
    m->count = (int)map_count(m->seen);
    m->rows = ARENA_ARRAY(m->arena, (size_t)m->count, Row *);
    for (int i = 0; i < m->count; i++) {
        m->rows[i] = map_value(m->seen, (size_t)i);
        m->counts[m->rows[i]->rank]++;
    }
    if (m->count) qsort(m->rows, (size_t)m->count, sizeof *m->rows, compare_rows);
}

static void each_entry(void *merge, void (*use)(void *data, const json_t *entry), void *data) {
    Merge *m = merge;
    for (int i = 0; i < m->count; i++) {
        json_t *entry = entry_of(m, m->rows[i]);
        if (!entry) continue;
        if (m->renumber) json_object_set_new(entry, "job", json_integer(i + 1));
        use(data, entry);
        json_decref(entry);
    }
}

typedef struct Writing {
    FILE *out;
    bool any;
} Writing;

static void put_row(void *data, const json_t *entry) {
    Writing *w = data;
    manifest_row(w->out, !w->any, entry);
    w->any = true;
}

static void put_manifest(void *data, FILE *out) {
    Merge *m = data;
    manifest_open(out, m->head, &(ManifestCounts){.done = m->counts[2], .failed = m->counts[1], .pending = m->counts[0]});
    each_entry(m, put_row, &(Writing){.out = out});
    manifest_close(out);
}

static int write_all(Merge *m) {
    Arena *arena = m->arena;
    int error = m->error;
    if (!error) error = file_write_by(arena_printf(arena, "%s/manifest.json", m->options->folder), put_manifest, m);
    if (!error) error = index_write(m->options->folder, m->options->language, each_entry, m);
    return error ? error : m->error;
}

static BatchResult merge_into(Merge *m, const char *folder) {
    BatchResult worst = BATCH_DONE;
    for (int i = 0; i < m->options->input_count; i++) {
        BatchResult result = read_one(m, i, folder);
        if (result > worst) worst = result;
    }
    if (worst != BATCH_DONE) return worst;
    for (int i = 0; i < m->options->input_count; i++) m->renumber |= group_of(m, i) != 0;
    bool complete = join_heads(m);
    char one = 1;
    ManifestHead whole = {m->options->program, 1, &one}, *head = complete || m->renumber ? &whole : &m->heads[0];
    head->program = m->options->program;
    m->head = head;
    sort_rows(m);
    int error = write_all(m);
    if (error) {
        diagnostics_report(m->diagnostics, &S103_CANNOT_WRITE, (Place){m->options->folder, 0, 0}, (Report){.arguments = {error_words(error)}});
        return BATCH_SYSTEM;
    }
    return complete && !m->conflict && m->counts[2] == m->count ? BATCH_DONE : BATCH_PARTLY;
}

BatchResult batch_merge(const BatchOptions *options, Diagnostics *diagnostics) {
    Arena *arena = arena_new();
    Merge m = {.arena = arena, .options = options, .diagnostics = diagnostics, .seen = map_new(arena)};
    m.heads = ARENA_ARRAY(arena, (size_t)options->input_count, ManifestHead);
    m.paths = ARENA_ARRAY(arena, (size_t)options->input_count, const char *);
    int error = folder_make(options->folder);
    m.lines.file = error ? -1 : file_nameless(options->folder);
    if (!error && m.lines.file < 0) error = errno;
    Store *lock = error ? NULL : store_open(options->folder, &error);
    BatchResult result = BATCH_SYSTEM;
    char *folder = realpath(options->folder, NULL);
    if (lock && folder) result = merge_into(&m, folder);
    else diagnostics_report(diagnostics, error == EWOULDBLOCK ? &S124_FOLDER_BUSY : &S103_CANNOT_WRITE, (Place){options->folder, 0, 0},
                            (Report){.arguments = {error_words(error)}});
    store_close(lock, false);
    if (m.lines.file >= 0) close(m.lines.file);
    free(folder);
    arena_free(arena);
    return result;
}
