/* The manifest as a file: a head and a row for each job on a line of its own, read and written row by row. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "job/store.h"

#define MANIFEST_MOST (2000u << 20)

void manifest_open(Buffer *out, const ManifestHead *head, int done, int failed, int pending) {
    json_t *program = json_string(head->program);
    char *name = json_dumps(program, JSON_ENCODE_ANY);
    buffer_printf(out, "{\n\"format\": 1,\n\"program\": %s,\n\"shards\": {\"of\": %d, \"present\": [", name ? name : "\"\"", head->of);
    bool first = true;
    for (int i = 0; i < head->of; i++) {
        if (!head->present[i]) continue;
        buffer_printf(out, "%s%d", first ? "" : ", ", i + 1);
        first = false;
    }
    buffer_printf(out, "]},\n\"counts\": {\"done\": %d, \"failed\": %d, \"pending\": %d},\n\"jobs\": [", done, failed, pending);
    free(name);
    json_decref(program);
}

void manifest_row(Buffer *out, bool first, const char *line) {
    buffer_puts(out, first ? "\n" : ",\n");
    buffer_puts(out, line);
}

void manifest_close(Buffer *out) {
    buffer_puts(out, "\n]\n}\n");
}

/* ---- reading ---- */

static const char *skip_space(const char *at) {
    return at + strspn(at, " \t\r\n");
}

/* Just behind the [ of "jobs": [, or NULL. */
static const char *find_rows(const char *text) {
    for (const char *at = text; (at = strstr(at, "\"jobs\""));) {
        at = skip_space(at + strlen("\"jobs\""));
        if (*at != ':') continue;
        at = skip_space(at + 1);
        if (*at == '[') return at + 1;
    }
    return NULL;
}

static bool read_head(Arena *arena, const char *text, const char *rows, ManifestHead *head) {
    char *copy = arena_printf(arena, "%.*s]}", (int)(rows - text), text);
    json_t *all = json_loads(copy, 0, NULL), *shards = json_object_get(all, "shards"), *present = json_object_get(shards, "present");
    json_int_t of = json_integer_value(json_object_get(shards, "of"));
    bool good = json_integer_value(json_object_get(all, "format")) == 1 && of >= 1 && of <= 1000000;
    if (good) {
        const char *program = json_string_value(json_object_get(all, "program"));
        *head = (ManifestHead){arena_strdup(arena, program ? program : ""), (int)of, ARENA_ARRAY(arena, (size_t)of, char)};
        for (size_t i = 0; i < json_array_size(present); i++) {
            json_int_t number = json_integer_value(json_array_get(present, i));
            if (number >= 1 && number <= of) head->present[number - 1] = 1;
        }
    }
    json_decref(all);
    return good;
}

static bool read_rows(const char *at, const char *end, void (*use)(void *data, json_t *entry), void *data) {
    at = skip_space(at);
    while (*at && *at != ']') {
        json_error_t error;
        json_t *entry = json_loadb(at, (size_t)(end - at), JSON_DISABLE_EOF_CHECK, &error);
        if (!json_is_object(entry)) {
            json_decref(entry);
            return false;
        }
        use(data, entry);
        json_decref(entry);
        at = skip_space(at + error.position);
        if (*at == ',') at = skip_space(at + 1);
    }
    return *at == ']';
}

bool manifest_read(Arena *arena, const char *path, ManifestHead *head, void (*use)(void *data, json_t *entry), void *data, const char **why) {
    Buffer text = {0};
    int error = file_read(path, MANIFEST_MOST, &text);
    if (error) {
        *why = strerror(error);
        return false;
    }
    const char *rows = text.data ? find_rows(text.data) : NULL;
    bool good = rows && rows - text.data < 10 << 20 && read_head(arena, text.data, rows, head);
    *why = good ? "" : "format";
    if (good && use && !read_rows(rows, text.data + text.size, use, data)) {
        *why = "JSON";
        good = false;
    }
    buffer_free(&text);
    return good;
}
