/* Messages to the user: collecting, sorting and printing them. */
#include "base/diagnostic.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"

struct Diagnostics {
    Arena *arena;
    Diagnostic **items;
    size_t count, capacity;
    Map *seen;
};

Diagnostics *diagnostics_new(void) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = ARENA_NEW(arena, Diagnostics);
    diagnostics->arena = arena;
    diagnostics->seen = map_new(arena);
    return diagnostics;
}

void diagnostics_free(Diagnostics *diagnostics) {
    if (diagnostics) arena_free(diagnostics->arena);
}

static const char *copy(Arena *arena, const char *text) {
    return text ? arena_strdup(arena, text) : NULL;
}

/* Two reports with the same identity say the same thing. */
static char *identity(Arena *arena, const Diagnostic *d) {
    char *id = arena_printf(arena, "%s\x1f%s\x1f%d\x1f%d", d->message->code, d->place.file, d->place.line, d->place.column);
    for (size_t i = 0; i < 6; i++)
        if (d->arguments[i]) id = arena_printf(arena, "%s\x1f%zu%s", id, i, d->arguments[i]);
    return id;
}

void diagnostics_report(Diagnostics *diagnostics, const Message *message, Place place, Report report) {
    Arena *arena = diagnostics->arena;
    Diagnostic *d = ARENA_NEW(arena, Diagnostic);
    d->message = message;
    d->place = place;
    d->place.file = place.file ? arena_strdup(arena, place.file) : "";
    d->path = report.path ? arena_strdup(arena, report.path) : "";
    d->found = copy(arena, report.found);
    d->expected = copy(arena, report.expected);
    for (size_t i = 0; i < 6; i++) d->arguments[i] = copy(arena, report.arguments[i]);
    if (map_put(diagnostics->seen, identity(arena, d), d)) return;
    if (diagnostics->count == diagnostics->capacity) {
        size_t capacity = diagnostics->capacity ? diagnostics->capacity * 2 : 32;
        Diagnostic **items = ARENA_ARRAY(arena, capacity, Diagnostic *);
        if (diagnostics->count) memcpy(items, diagnostics->items, diagnostics->count * sizeof *items);
        diagnostics->items = items;
        diagnostics->capacity = capacity;
    }
    diagnostics->items[diagnostics->count++] = d;
}

void diagnostics_add(Diagnostics *diagnostics, const Diagnostics *other) {
    for (size_t i = 0; i < other->count; i++) {
        const Diagnostic *d = other->items[i];
        Report report = {.path = d->path, .found = d->found, .expected = d->expected};
        memcpy(report.arguments, d->arguments, sizeof report.arguments);
        size_t before = diagnostics->count;
        diagnostics_report(diagnostics, d->message, d->place, report);
        if (diagnostics->count == before) continue;
        diagnostics->items[before]->acknowledged = d->acknowledged;
        diagnostics->items[before]->reason = copy(diagnostics->arena, d->reason);
    }
}

size_t diagnostics_count(const Diagnostics *diagnostics, Severity at_least) {
    size_t n = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        n += diagnostics->items[i]->message->severity >= at_least && !diagnostics->items[i]->acknowledged;
    return n;
}

size_t diagnostics_total(const Diagnostics *diagnostics) {
    return diagnostics->count;
}

Diagnostic *diagnostics_at(Diagnostics *diagnostics, size_t i) {
    return i < diagnostics->count ? diagnostics->items[i] : NULL;
}

size_t diagnostics_drop_acknowledged(Diagnostics *diagnostics) {
    size_t kept = 0, before = diagnostics->count;
    for (size_t i = 0; i < before; i++)
        if (!diagnostics->items[i]->acknowledged) diagnostics->items[kept++] = diagnostics->items[i];
    diagnostics->count = kept;
    return before - kept;
}

static int compare_arguments(const Diagnostic *x, const Diagnostic *y) {
    for (size_t i = 0; i < 6; i++) {
        int order = strcmp(x->arguments[i] ? x->arguments[i] : "", y->arguments[i] ? y->arguments[i] : "");
        if (order) return order;
    }
    return 0;
}

static int compare(const void *a, const void *b) {
    const Diagnostic *x = *(Diagnostic *const *)a, *y = *(Diagnostic *const *)b;
    int order = strcmp(x->place.file, y->place.file);
    if (!order) order = (x->place.line > y->place.line) - (x->place.line < y->place.line);
    if (!order) order = (x->place.column > y->place.column) - (x->place.column < y->place.column);
    if (!order) order = strcmp(x->message->code, y->message->code);
    return order ? order : compare_arguments(x, y);
}

void diagnostics_sort(Diagnostics *diagnostics) {
    if (diagnostics->count) qsort(diagnostics->items, diagnostics->count, sizeof *diagnostics->items, compare);
}

const char *severity_name(Severity severity, MessageLanguage language) {
    static const char *const names[][2] = {{"opmerking", "note"}, {"waarschuwing", "warning"}, {"fout", "error"}};
    return names[severity][language == MESSAGES_ENGLISH];
}

char *in_language(Arena *arena, const char *text, MessageLanguage language) {
    const char *split = strchr(text, '\x1e');
    if (!split) return arena_strdup(arena, text);
    return language == MESSAGES_ENGLISH ? arena_strdup(arena, split + 1) : arena_strndup(arena, text, (size_t)(split - text));
}

/* Text with the places {1}..{6} filled in; control characters in the arguments are made harmless. */
static void put_template(Buffer *out, Arena *scratch, const char *text, const char *const *arguments, MessageLanguage language) {
    for (; *text; text++) {
        if (text[0] != '{' || text[1] < '1' || text[1] > '6' || text[2] != '}') {
            buffer_putc(out, *text);
            continue;
        }
        const char *argument = arguments[text[1] - '1'];
        for (const char *a = argument ? in_language(scratch, argument, language) : NULL; a && *a; a++)
            buffer_putc(out, (unsigned char)*a < 0x20 || *a == 0x7F ? ' ' : *a);
        text += 2;
    }
}

static char *filled(Arena *arena, const char *text, const Diagnostic *d, MessageLanguage language) {
    Buffer out = {0};
    buffer_append(&out, "", 0);
    put_template(&out, arena, text, d->arguments, language);
    char *copy = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return copy;
}

char *diagnostic_text(Arena *arena, const Diagnostic *d, MessageLanguage language) {
    return filled(arena, language == MESSAGES_ENGLISH && d->message->english ? d->message->english : d->message->dutch, d, language);
}

char *diagnostic_remedy(Arena *arena, const Diagnostic *d, MessageLanguage language) {
    const char *remedy = language == MESSAGES_ENGLISH ? d->message->remedy_english : d->message->remedy_dutch;
    return filled(arena, remedy ? remedy : "", d, language);
}

static void put_value(Buffer *out, Arena *scratch, const char *label, const char *value, MessageLanguage language) {
    if (!value) return;
    value = in_language(scratch, value, language);
    buffer_printf(out, "; %s: ", label);
    for (; *value; value++) buffer_putc(out, (unsigned char)*value < 0x20 || *value == 0x7F ? ' ' : *value);
}

static void put_line(Buffer *out, Arena *scratch, const Diagnostic *d, MessageLanguage language) {
    bool english = language == MESSAGES_ENGLISH;
    if (*d->place.file) buffer_puts(out, d->place.file);
    else buffer_puts(out, "jaarverslag");
    if (d->place.line > 0) buffer_printf(out, ":%d", d->place.line);
    if (d->place.line > 0 && d->place.column > 0) buffer_printf(out, ":%d", d->place.column);
    buffer_printf(out, ": %s: %s", severity_name(d->message->severity, language), diagnostic_text(scratch, d, language));
    put_value(out, scratch, english ? "found" : "gevonden", d->found, language);
    put_value(out, scratch, english ? "expected" : "verwacht", d->expected, language);
    const char *remedy = english ? d->message->remedy_english : d->message->remedy_dutch;
    if (remedy && *remedy) {
        buffer_puts(out, "; ");
        put_template(out, scratch, remedy, d->arguments, language);
    }
    if (d->acknowledged) {
        buffer_puts(out, english ? "; acknowledged" : "; geaccepteerd");
        put_value(out, scratch, english ? "reason" : "reden", d->reason, language);
    }
    buffer_printf(out, " [%s]\n", d->message->code);
}

void diagnostics_print(const Diagnostics *diagnostics, FILE *stream, MessageLanguage language) {
    Arena *scratch = arena_new();
    Buffer out = {0};
    for (size_t i = 0; i < diagnostics->count; i++) put_line(&out, scratch, diagnostics->items[i], language);
    if (out.size) fwrite(out.data, 1, out.size, stream);
    buffer_free(&out);
    arena_free(scratch);
}

const char *named_file_words(int error) {
    if (error == EACCES) return BOTH("het bestand ligt buiten de map van de invoer", "the file lies outside the folder of the input");
    if (error == ENOENT || error == ENOTDIR) return BOTH("het bestand bestaat niet", "the file does not exist");
    return error_words(error);
}

const char *error_words(int error) {
    static const struct { int error; const char *words; } WORDS[] = {
        {ENOENT, "bestaat niet\x1eno such file or folder"}, {EACCES, "geen toegang\x1epermission denied"},
        {EPERM, "niet toegestaan\x1enot permitted"}, {EISDIR, "is een map\x1eis a folder"}, {ENOTDIR, "is geen map\x1eis no folder"},
        {EINVAL, "is geen gewoon bestand\x1eis no regular file"}, {EEXIST, "bestaat al\x1e" "exists already"},
        {ENOSPC, "de schijf is vol\x1eno space left on device"}, {EDQUOT, "het quotum is vol\x1equota exceeded"},
        {EFBIG, "te groot\x1etoo large"}, {EROFS, "de schijf is alleen te lezen\x1eread-only file system"},
        {ELOOP, "te veel koppelingen naar elkaar\x1etoo many links"}, {ENAMETOOLONG, "de naam is te lang\x1ethe name is too long"},
        {EMFILE, "te veel open bestanden\x1etoo many open files"}, {EAGAIN, "het systeem heeft er nu geen plaats voor\x1ethe system has no room for it now"},
        {ENOMEM, "geen geheugen meer\x1eout of memory"},
        {EIO, "fout bij lezen of schrijven\x1einput/output error"}, {EBADF, "de stroom is gesloten\x1ethe stream is closed"}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (WORDS[i].error == error) return WORDS[i].words;
    return strerror(error);
}
