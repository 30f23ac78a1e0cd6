/* Several manifests into one: of the shards of a divided run, or of separate runs. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/map.h"
#include "job/entry.h"
#include "job/index.h"
#include "job/messages.h"
#include "job/store.h"

typedef struct Row {
    const char *key, *line;
    int group;        /* manifests of one divided run are one group; groups keep their order */
    int number, rank; /* rank: 2 done, 1 failed, 0 pending */
    const char *sha256, *manifest;
} Row;

typedef struct Merge {
    Arena *arena;
    const BatchOptions *options;
    Diagnostics *diagnostics;
    Row **rows;
    int count, capacity;
    Map *seen;            /* key -> Row */
    ManifestHead *heads;
    int group;            /* of the manifest that is being read */
    const char *manifest, *prefix; /* its path; from the output folder to its folder: "" or "deel-1/" */
    bool conflict;
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

static void fill_row(const Merge *m, Row *row, json_t *entry) {
    const char *output = entry_text(entry, "output");
    if (*output && *m->prefix) json_object_set_new(entry, "output", json_string(arena_printf(m->arena, "%s%s", m->prefix, output)));
    char *line = entry_line(entry);
    *row = (Row){row->key, arena_strdup(m->arena, line), m->group, (int)json_integer_value(json_object_get(entry, "job")), rank_of(entry),
                 arena_strdup(m->arena, entry_text(entry, "sha256")), m->manifest};
    free(line);
}

static void add_row(Merge *m, const char *key, json_t *entry) {
    if (m->count == m->capacity) {
        int capacity = m->capacity ? m->capacity * 2 : 256;
        Row **rows = ARENA_ARRAY(m->arena, (size_t)capacity, Row *);
        if (m->count) memcpy(rows, m->rows, (size_t)m->count * sizeof *rows);
        m->rows = rows;
        m->capacity = capacity;
    }
    Row *row = m->rows[m->count++] = ARENA_NEW(m->arena, Row);
    row->key = key;
    map_put(m->seen, key, row);
    fill_row(m, row, entry);
}

/* The same job twice: what was made counts more than what failed, and that more than what waits. */
static void take_entry(void *data, json_t *entry) {
    Merge *m = data;
    const char *key = entry_key(m->arena, entry);
    if (!key) return;
    Row *before = map_get(m->seen, key);
    if (!before) {
        add_row(m, key, entry);
        return;
    }
    int rank = rank_of(entry);
    if (rank == 2 && before->rank == 2 && strcmp(before->sha256, entry_text(entry, "sha256"))) {
        m->conflict = true;
        diagnostics_report(m->diagnostics, &S128_TWO_RESULTS, (Place){m->manifest, 0, 0},
                           (Report){.arguments = {entry_text(entry, "output"), before->manifest, m->manifest}});
    }
    if (rank > before->rank) fill_row(m, before, entry);
}

static int compare_rows(const void *a, const void *b) {
    const Row *x = *(Row *const *)a, *y = *(Row *const *)b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (x->number != y->number) return x->number < y->number ? -1 : 1;
    return strcmp(x->key, y->key);
}

/* ---- manifests ---- */

static int group_of(const Merge *m, int i) {
    for (int k = 0; k < i && m->heads[i].of > 1; k++)
        if (m->heads[k].of == m->heads[i].of) return k;
    return i;
}

static BatchResult read_one(Merge *m, int i, const char *folder) {
    const char *path = m->options->inputs[i], *why = "";
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) path = arena_printf(m->arena, "%s/manifest.json", path);
    m->manifest = path;
    m->prefix = way(m->arena, folder, real_folder(m->arena, path));
    errno = 0;
    bool good = manifest_read(m->arena, path, &m->heads[i], NULL, NULL, &why);
    m->group = good ? group_of(m, i) : 0;
    if (good && manifest_read(m->arena, path, &m->heads[i], take_entry, m, &why)) return BATCH_DONE;
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

static int write_all(Merge *m, const ManifestHead *head, bool renumber) {
    Buffer rows = {0}, all = {0}, path = {0};
    IndexPage page;
    int counts[3] = {0};
    index_open(&page, m->options->language);
    for (int i = 0; i < m->count; i++) {
        json_t *entry = json_loads(m->rows[i]->line, 0, NULL);
        if (renumber) json_object_set_new(entry, "job", json_integer(i + 1));
        char *line = entry_line(entry);
        manifest_row(&rows, i == 0, line);
        index_entry(&page, entry);
        counts[m->rows[i]->rank]++;
        free(line);
        json_decref(entry);
    }
    manifest_open(&all, head, counts[2], counts[1], counts[0]);
    if (rows.size) buffer_append(&all, rows.data, rows.size);
    manifest_close(&all);
    buffer_printf(&path, "%s/manifest.json", m->options->folder);
    int error = file_write(path.data, all.data, all.size), index = index_close(&page, m->options->folder);
    buffer_free(&rows);
    buffer_free(&all);
    buffer_free(&path);
    if (counts[0] + counts[1]) m->conflict = true; /* not everything is done */
    return error ? error : index;
}

static BatchResult merge_into(Merge *m, const char *folder) {
    BatchResult worst = BATCH_DONE;
    bool several = false;
    for (int i = 0; i < m->options->input_count; i++) {
        BatchResult result = read_one(m, i, folder);
        if (result > worst) worst = result;
    }
    if (worst != BATCH_DONE) return worst;
    for (int i = 0; i < m->options->input_count; i++) several |= group_of(m, i) != 0;
    bool complete = join_heads(m);
    char one = 1;
    ManifestHead whole = {m->options->program, 1, &one}, *head = complete || several ? &whole : &m->heads[0];
    head->program = m->options->program;
    if (m->count) qsort(m->rows, (size_t)m->count, sizeof *m->rows, compare_rows);
    int error = write_all(m, head, several);
    if (error) {
        diagnostics_report(m->diagnostics, &S103_CANNOT_WRITE, (Place){m->options->folder, 0, 0}, (Report){.arguments = {strerror(error)}});
        return BATCH_SYSTEM;
    }
    return complete && !m->conflict ? BATCH_DONE : BATCH_PARTLY;
}

BatchResult batch_merge(const BatchOptions *options, Diagnostics *diagnostics) {
    Arena *arena = arena_new();
    Merge m = {.arena = arena, .options = options, .diagnostics = diagnostics, .seen = map_new(arena)};
    m.heads = ARENA_ARRAY(arena, (size_t)options->input_count, ManifestHead);
    int error = folder_make(options->folder);
    Store *lock = error ? NULL : store_open(options->folder, &error);
    BatchResult result = BATCH_SYSTEM;
    char *folder = realpath(options->folder, NULL);
    if (lock && folder) result = merge_into(&m, folder);
    else diagnostics_report(diagnostics, error == EWOULDBLOCK ? &S124_FOLDER_BUSY : &S103_CANNOT_WRITE, (Place){options->folder, 0, 0},
                            (Report){.arguments = {strerror(error)}});
    store_close(lock, false);
    free(folder);
    arena_free(arena);
    return result;
}
