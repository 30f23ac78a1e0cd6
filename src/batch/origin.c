/* What went into a document, and whether that is still the same. */
#include "batch/origin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

#define FILE_MOST (1u << 30)

json_t *json_text(const char *text) {
    if (!text) return json_null();
    size_t size = strlen(text);
    if (utf8_valid(text, size)) return json_string(text);
    Buffer clean = {0};
    for (const char *p = text, *end = text + size; p < end;) {
        char bytes[4];
        buffer_append(&clean, bytes, (size_t)utf8_put(utf8_next(&p, end), bytes));
    }
    json_t *value = json_stringn(clean.data, clean.size);
    buffer_free(&clean);
    return value;
}

/* The name below that folder, or NULL. */
static const char *below(const char *path, const char *folder) {
    size_t n = folder ? strlen(folder) : 0;
    return n && !strncmp(path, folder, n) && path[n] == '/' ? path + n + 1 : NULL;
}

static int by_path(const void *a, const void *b) {
    return strcmp((*(const FileRead *const *)a)->path, (*(const FileRead *const *)b)->path);
}

/* In order of path: which file was met first says nothing. */
static const FileRead **sorted(const FileLog *log) {
    const FileRead **rows = calloc((size_t)log->count + 1, sizeof *rows);
    if (!rows) abort();
    for (int i = 0; i < log->count; i++) rows[i] = &log->files[i];
    qsort(rows, (size_t)log->count, sizeof *rows, by_path);
    return rows;
}

json_t *origin_json(const FileLog *log, const char *input_folder, const char *program_folder) {
    json_t *input = json_object(), *program = json_object(), *other = json_object();
    const FileRead **rows = sorted(log);
    for (int i = 0; i < log->count; i++) {
        const char *path = rows[i]->path, *in = below(path, input_folder), *own = in ? NULL : below(path, program_folder);
        json_t *digest = json_string(rows[i]->sha256), *name = json_text(in ? in : own ? own : path);
        json_object_set_new(in ? input : own ? program : other, json_string_value(name), digest);
        json_decref(name);
    }
    free(rows);
    return json_pack("{s:o,s:o,s:o}", "input", input, "program", program, "other", other);
}

void origin_checksum(const char *path, char out[65]) {
    Buffer bytes = {0};
    FileLog *log = file_log_use(NULL);
    *out = '\0';
    if (file_read(path, FILE_MOST, &bytes) == 0) sha256_hex(bytes.data, bytes.size, out);
    file_log_use(log);
    buffer_free(&bytes);
}

static bool group_current(json_t *group, const char *folder) {
    const char *name;
    json_t *then;
    if (!json_is_object(group)) return false;
    json_object_foreach(group, name, then) {
        char now[65];
        Buffer path = {0};
        buffer_printf(&path, "%s%s%s", folder, *folder ? "/" : "", name);
        origin_checksum(path.data, now);
        buffer_free(&path);
        if (!json_is_string(then) || strcmp(now, json_string_value(then))) return false;
    }
    return true;
}

bool origin_current(const json_t *sources, const char *input_folder, const char *program_folder) {
    return group_current(json_object_get(sources, "input"), input_folder) &&
           group_current(json_object_get(sources, "program"), program_folder) && group_current(json_object_get(sources, "other"), "");
}
