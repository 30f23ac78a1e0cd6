/* Messages for machines: one JSON object a line. */
#include <jansson.h>
#include <stdlib.h>

#include "base/diagnostic.h"
#include "base/text.h"

static json_t *string_or_null(Arena *scratch, const char *text) {
    if (!text) return json_null();
    size_t size = 0;
    while (text[size]) size++;
    if (utf8_valid(text, size)) return json_string(text);
    Buffer clean = {0}; /* a file name may be any bytes; JSON may not */
    for (const char *p = text, *end = text + size; p < end;) {
        char bytes[4];
        buffer_append(&clean, bytes, (size_t)utf8_put(utf8_next(&p, end), bytes));
    }
    json_t *value = json_string(arena_strndup(scratch, clean.data, clean.size));
    buffer_free(&clean);
    return value;
}

static json_t *diagnostic_json(Arena *scratch, const Diagnostic *d, MessageLanguage language) {
    json_t *object = json_object();
    json_object_set_new(object, "file", string_or_null(scratch, d->place.file));
    json_object_set_new(object, "line", json_integer(d->place.line));
    json_object_set_new(object, "column", json_integer(d->place.column));
    json_object_set_new(object, "severity", json_string(severity_name(d->message->severity, language)));
    json_object_set_new(object, "code", json_string(d->message->code));
    json_object_set_new(object, "message", string_or_null(scratch, diagnostic_text(scratch, d, language)));
    json_object_set_new(object, "found", string_or_null(scratch, d->found ? in_language(scratch, d->found, language) : NULL));
    json_object_set_new(object, "expected", string_or_null(scratch, d->expected ? in_language(scratch, d->expected, language) : NULL));
    json_object_set_new(object, "path", string_or_null(scratch, d->path));
    if (d->acknowledged) json_object_set_new(object, "acknowledged", string_or_null(scratch, d->reason ? d->reason : ""));
    return object;
}

void diagnostics_print_json(const Diagnostics *diagnostics, FILE *stream, MessageLanguage language) {
    Arena *scratch = arena_new();
    size_t count = diagnostics_total(diagnostics);
    for (size_t i = 0; i < count; i++) {
        const Diagnostic *d = diagnostics_at((Diagnostics *)diagnostics, i);
        json_t *object = diagnostic_json(scratch, d, language);
        char *line = json_dumps(object, JSON_COMPACT);
        if (line) fprintf(stream, "%s\n", line);
        free(line);
        json_decref(object);
    }
    arena_free(scratch);
}
