/* Showing what was found: message by message, then in one line how much it is and where to begin. */
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "command/options.h"

typedef struct Count {
    size_t counts[SEVERITY_ERROR + 1], files;
    const Diagnostic *first; /* of the gravest */
} Count;

static Count count_open(Arena *arena, Diagnostics *diagnostics) {
    Count t = {0};
    Map *files = map_new(arena);
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++) {
        const Diagnostic *d = diagnostics_at(diagnostics, i);
        if (d->acknowledged) continue;
        t.counts[d->message->severity]++;
        if (d->place.file) map_put(files, d->place.file, diagnostics);
        if (!t.first || d->message->severity > t.first->message->severity) t.first = d;
    }
    t.files = map_count(files);
    return t;
}

/* "2 fouten, 1 waarschuwing": those there are. */
static void put_counts(Buffer *out, const Count *t, bool english) {
    static const char *const WORDS[][4] = {[SEVERITY_ERROR] = {"fout", "fouten", "error", "errors"},
        [SEVERITY_WARNING] = {"waarschuwing", "waarschuwingen", "warning", "warnings"}, [SEVERITY_NOTE] = {"opmerking", "opmerkingen", "note", "notes"}};
    for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTE; s--)
        if (t->counts[s])
            buffer_printf(out, "%s%zu %s", out->size ? ", " : "", t->counts[s], WORDS[s][english * 2 + (t->counts[s] != 1)]);
}

static void sum_up(Diagnostics *diagnostics, size_t accepted, bool english) {
    Arena *arena = arena_new();
    Buffer out = {0};
    Count t = count_open(arena, diagnostics);
    size_t open = t.counts[SEVERITY_ERROR] + t.counts[SEVERITY_WARNING] + t.counts[SEVERITY_NOTE];
    if (open > 1) {
        put_counts(&out, &t, english);
        if (t.files > 1) buffer_printf(&out, english ? " in %zu files" : " in %zu bestanden", t.files);
        const Place *at = &t.first->place;
        if (at->line > 0) buffer_printf(&out, english ? "; begin at %s:%d" : "; begin met %s:%d", at->file, at->line);
    }
    if (accepted) {
        if (out.size) buffer_puts(&out, "; ");
        if (english) buffer_printf(&out, "%zu accepted finding%s (check --accepted lists them)", accepted, accepted == 1 ? "" : "s");
        else buffer_printf(&out, "%zu geaccepteerde bevinding%s (check --accepted noemt %s)", accepted, accepted == 1 ? "" : "en", accepted == 1 ? "die" : "ze");
    }
    if (out.size) fprintf(stderr, "%s\n", out.data);
    buffer_free(&out);
    arena_free(arena);
}

void show(Diagnostics *diagnostics, const Options *o, bool json, FILE *json_stream) {
    size_t accepted = o->accepted ? 0 : diagnostics_drop_acknowledged(diagnostics);
    diagnostics_sort(diagnostics);
    if (json) {
        diagnostics_print_json(diagnostics, json_stream, o->language);
        return;
    }
    diagnostics_print(diagnostics, stderr, o->language);
    sum_up(diagnostics, accepted, o->language == MESSAGES_ENGLISH);
}
