/* The manifest as a file: a head and a row for each job on a line of its own, read and written row by row. */
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "batch/entry.h"
#include "batch/store.h"

#define HEAD_MOST (10u << 20)

void manifest_open(FILE *out, const ManifestHead *head, const ManifestCounts *counts) {
    json_t *program = json_string(head->program);
    fputs("{\n\"format\": 1,\n\"program\": ", out);
    if (!program || json_dumpf(program, out, JSON_ENCODE_ANY) != 0) fputs("\"\"", out);
    fprintf(out, ",\n\"shards\": {\"of\": %d, \"present\": [", head->of);
    bool first = true;
    for (int i = 0; i < head->of; i++) {
        if (!head->present[i]) continue;
        fprintf(out, "%s%d", first ? "" : ", ", i + 1);
        first = false;
    }
    fprintf(out, "]},\n\"counts\": {\"done\": %d, \"failed\": %d, \"pending\": %d},\n\"jobs\": [", counts->done, counts->failed, counts->pending);
    json_decref(program);
}

void manifest_line(FILE *out, bool first, const char *line) {
    fputs(first ? "\n" : ",\n", out);
    fputs(line, out);
}

void manifest_row(FILE *out, bool first, const json_t *entry) {
    char *line = entry_line(entry);
    manifest_line(out, first, line);
    free(line);
}

void manifest_close(FILE *out) {
    fputs("\n]\n}\n", out);
}

/* ---- reading ---- */

/* The next character that is no white space, EOF. */
static int next_sign(FILE *in) {
    int c;
    do c = getc(in);
    while (c == ' ' || c == '\t' || c == '\r' || c == '\n');
    return c;
}

/* Does the text end in "jobs": [? */
static bool ends_in_rows(const Buffer *text) {
    static const char *const SIGNS[] = {"[", ":", "\"jobs\""};
    size_t size = text->size;
    for (int i = 0; i < 3; i++) {
        size_t length = strlen(SIGNS[i]);
        while (i && size && strchr(" \t\r\n", text->data[size - 1])) size--;
        if (size < length || memcmp(text->data + size - length, SIGNS[i], length) != 0) return false;
        size -= length;
    }
    return true;
}

/* Everything up to the first row. False when there are no rows. */
static bool read_up_to_rows(FILE *in, Buffer *text) {
    for (int c; text->size < HEAD_MOST && (c = getc(in)) > 0;) {
        buffer_putc(text, (char)c);
        if (c == '[' && ends_in_rows(text)) return true;
    }
    return false;
}

static bool read_head(Arena *arena, FILE *in, ManifestHead *head) {
    Buffer text = {0};
    bool good = read_up_to_rows(in, &text);
    buffer_puts(&text, "]}");
    json_t *all = good ? json_loadb(text.data, text.size, 0, NULL) : NULL;
    json_t *shards = json_object_get(all, "shards"), *present = json_object_get(shards, "present");
    json_int_t of = json_integer_value(json_object_get(shards, "of"));
    good = json_integer_value(json_object_get(all, "format")) == 1 && of >= 1 && of <= 1000000;
    if (good) {
        const char *program = json_string_value(json_object_get(all, "program"));
        *head = (ManifestHead){arena_strdup(arena, program ? program : ""), (int)of, ARENA_ARRAY(arena, (size_t)of, char)};
        for (size_t i = 0; i < json_array_size(present); i++) {
            json_int_t number = json_integer_value(json_array_get(present, i));
            if (number >= 1 && number <= of) head->present[number - 1] = 1;
        }
    }
    json_decref(all);
    buffer_free(&text);
    return good;
}

static bool read_rows(FILE *in, void (*use)(void *data, json_t *entry), void *data) {
    int c = next_sign(in);
    while (c == '{') {
        ungetc(c, in);
        json_t *entry = json_loadf(in, JSON_DISABLE_EOF_CHECK, NULL);
        if (!entry) return false;
        use(data, entry);
        json_decref(entry);
        c = next_sign(in);
        if (c == ']') return true;
        if (c == ',') c = next_sign(in);
        else return false;
    }
    return c == ']';
}

bool manifest_read(Arena *arena, const char *path, ManifestHead *head, void (*use)(void *data, json_t *entry), void *data, const char **why) {
    int error = 0;
    FILE *in = file_open(path, SIZE_MAX, &error);
    *why = in ? "" : error_words(error);
    if (!in) return false;
    if (!read_head(arena, in, head)) *why = "format";
    else if (!read_rows(in, use, data)) *why = "JSON";
    fclose(in);
    return !**why;
}
