/* Documents at random (always the same ones) and hostile ones onto pages, in both shipped styles, with the audit over them.
 *
 * fuzz_layout ROUNDS SEED...: run under the sanitizers. One document in three is hostile, one anything in anything, one
 * such as a report might be. A crash, a run of more than twenty seconds, or an objection of the audit to a document of
 * the last kind ends the program; the document is left in build/fuzz/. FIRST=n begins at that round. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "layout/layout.h"
#include "random_document.h"

#define FOLDER "build/fuzz"
#define DOCUMENT FOLDER "/layout.xml"

static Typesetter *typesetter;
static long warnings; /* documents that layout warned about */

static const char *const pieces[] = {"<", ">", "&", "\"", "</para>", "<para>", "<cell colspan=\"99999\">", "rowspan=\"-4\"", "width=\"0.001mm\"",
    "width=\"9999pt\"", "count=\"100000\"", "<table>", "<row/>", "<columns count=\"6\">", "<figure placement=\"float\">", "<toc/>", "\xC2\xA0",
    "&#x200B;", "&#x202E;", "\xF0\x9F\x98\x80", "<beside>", "ratio=\"0:0\"", "value=\"1e99\"", "style=\"geen\"", "<heading/>", "<footnote>"};

/* One change at a random place: a stretch taken out, doubled, or a hostile piece put in. */
static void change(Buffer *text) {
    size_t at = text->size ? (dice(60000) * 7u + dice(7)) % text->size : 0, n = dice(30);
    if (at + n > text->size) n = text->size - at;
    Buffer fresh = {0};
    buffer_append(&fresh, text->data, at);
    switch (dice(3)) {
    case 0: at += n; break;
    case 1: buffer_append(&fresh, text->data + at, n); break;
    default: buffer_puts(&fresh, PICK(pieces));
    }
    buffer_append(&fresh, text->data + at, text->size - at);
    buffer_free(text);
    *text = fresh;
}

/* Returns the objections of the audit. */
static int run(const Buffer *text, const char *style_name, bool draft) {
    if (file_write(DOCUMENT, text->data, text->size) != 0) exit(3);
    alarm(20);
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Document *document = document_read(arena, DOCUMENT, NULL, diagnostics);
    char path[200];
    snprintf(path, sizeof path, "templates/style/%s.xml", style_name);
    const Style *style = document ? style_read(arena, path, diagnostics) : NULL;
    int objections = 0;
    if (style) {
        Pages *pages = layout_document(arena, document, style, typesetter, NULL, FOLDER, (LayoutOptions){.draft = draft}, diagnostics);
        Buffer report = {0}, dump = {0};
        objections = layout_audit(pages, &report);
        pages_dump(&dump, pages);
        structure_dump(&dump, pages);
        warnings += diagnostics_count(diagnostics, SEVERITY_WARNING) > 0;
        if (objections && random_tame) {
            fprintf(stderr, "%s (%s):\n%s", DOCUMENT, style_name, report.data);
            diagnostics_print(diagnostics, stderr, MESSAGES_DUTCH);
        }
        buffer_free(&report);
        buffer_free(&dump);
    }
    diagnostics_free(diagnostics);
    arena_free(arena);
    alarm(0);
    return objections;
}

int main(int argc, char **argv) {
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0, first = getenv("FIRST") ? strtol(getenv("FIRST"), NULL, 10) : 1;
    const char *why;
    if (rounds <= 0 || argc < 3 || folder_make(FOLDER) != 0) return 2;
    Fonts *fonts = fonts_open("fonts/catalogue.tsv", &why);
    typesetter = fonts ? typesetter_new(fonts, "/usr/share/hyphen") : NULL;
    if (!typesetter) return 3;
    int status = 0;
    for (long i = first; i < first + rounds && (!status || getenv("ALL")); i++) {
        Buffer text = {0};
        random_tame = i % 3 == 1;
        if (i % 3) random_document(&text, (uint32_t)i);
        else {
            if (file_read(argv[2 + i / 3 % (argc - 2)], 1 << 20, &text) != 0) return 3;
            random_seed = (uint32_t)i;
            for (unsigned n = 1 + dice(8); n; n--) change(&text);
        }
        int objections = run(&text, i % 2 ? "bos" : "marge", i % 5 == 0);
        if (objections && random_tame) fprintf(stderr, "round %ld\n", i), status = 1;
        buffer_free(&text);
    }
    typesetter_free(typesetter);
    fonts_close(fonts);
    if (!status) printf("%ld documents laid out (%ld with warnings), nothing to object\n", rounds, warnings);
    return status;
}
