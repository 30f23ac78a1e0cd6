/* Hostile input: seeds, changed at random (always the same way), through everything that reads the user's files.
 *
 * fuzz_input ROUNDS SEED...: run under the sanitizers. A crash or a run of more than ten seconds ends the program; the
 * file that did it is left in build/fuzz/. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "calc/calc.h"
#include "input/input.h"
#include "model/model.h"

#define FOLDER "build/fuzz"

static uint64_t state = 88172645463325252u;

static size_t choose(size_t n) { /* xorshift64 */
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return n ? (size_t)(state % n) : 0;
}

static const char *const pieces[] = {"<", ">", "&", "\"", "'", "]]>", "<!--", "-->", "<![CDATA[", "<?x ?>", "&#0;", "&#xFFFFFFFF;",
    "&amp;", "</", "/>", "xmlns=\"\"", "<xi:include href=\"jaarverslag.xml\"/>", "<xi:include href=\"/etc/passwd\" parse=\"text\"/>",
    "<!DOCTYPE a [<!ENTITY b \"&b;\">]>", "bron=\"x.csv\"", "99999999999999999999999999999999999999", "-1", "?", "1e9", "\xFF\xFE",
    "\xEF\xBB\xBF", "\xC3\x28", "encoding=\"UTF-16\"", "sleutel=\"a\"", "aantal=\"0.5\"", "<telling/>", "2020-2021", "\x80"};

/* One change at a random place: bytes changed, taken out, doubled, or a hostile piece put in. */
static void change(Buffer *text) {
    size_t at = choose(text->size), n = choose(40);
    if (at + n > text->size) n = text->size - at;
    Buffer fresh = {0};
    buffer_append(&fresh, text->data, at);
    switch (choose(5)) {
    case 0: buffer_putc(&fresh, (char)choose(256)), at += at < text->size; break;
    case 1: at += n; break;
    case 2: buffer_append(&fresh, text->data + at, n); break;
    case 3: { /* a stretch from elsewhere */
        size_t from = choose(text->size), size = choose(300);
        if (from + size > text->size) size = text->size - from;
        buffer_append(&fresh, text->data + from, size);
        break;
    }
    default: buffer_puts(&fresh, pieces[choose(sizeof pieces / sizeof *pieces)]);
    }
    buffer_append(&fresh, text->data + at, text->size - at);
    buffer_free(text);
    *text = fresh;
}

static void run(const char *name, const Buffer *text, const Schema *schema) {
    char path[200];
    snprintf(path, sizeof path, "%s/%s", FOLDER, name);
    if (file_write(path, text->data, text->size) != 0) exit(3);
    alarm(10);
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    int error;
    Input *input = input_read(arena, FOLDER "/jaarverslag.xml", schema, diagnostics, &error);
    if (input) calc_run(arena, model_read(arena, input->root, diagnostics), diagnostics);
    diagnostics_sort(diagnostics);
    FILE *sink = fopen("/dev/null", "w");
    diagnostics_print(diagnostics, sink, MESSAGES_DUTCH);
    diagnostics_print_json(diagnostics, sink, MESSAGES_ENGLISH);
    fclose(sink);
    diagnostics_free(diagnostics);
    arena_free(arena);
    alarm(0);
}

/* Seeds named *.csv become x.csv beside an input that asks for it. */
static const char wrapper[] = "<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" schooljaar=\"2020-2021\"><leerlingen bron=\"x.csv\"/></jaarverslag>";

int main(int argc, char **argv) {
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    if (rounds <= 0 || argc < 3 || folder_make(FOLDER) != 0) return 2;
    Diagnostics *diagnostics = diagnostics_new();
    Schema *schema = schema_load("input/jaarverslag.xsd", diagnostics);
    diagnostics_free(diagnostics);
    if (!schema) return 3;
    for (long i = 0; i < rounds; i++) {
        const char *seed = argv[2 + i % (argc - 2)];
        Buffer text = {0}, main_file = {0};
        if (file_read(seed, 1 << 20, &text) != 0) return 3;
        for (size_t n = i < argc - 2 ? 0 : 1 + choose(8); n; n--) change(&text);
        bool csv = strlen(seed) > 4 && strcmp(seed + strlen(seed) - 4, ".csv") == 0;
        if (csv) {
            buffer_puts(&main_file, wrapper);
            if (file_write(FOLDER "/jaarverslag.xml", main_file.data, main_file.size) != 0) return 3;
        }
        run(csv ? "x.csv" : "jaarverslag.xml", &text, schema);
        buffer_free(&main_file);
        buffer_free(&text);
    }
    schema_free(schema);
    printf("%ld hostile inputs, no harm done\n", rounds);
    return 0;
}
