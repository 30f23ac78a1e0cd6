/* Reading an input: which file, its folder, its tree, the schema. */
#include "input/input.h"

#include <errno.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "input/messages.h"
#include "input/schema.h"
#include "input/source.h"
#include "input/version.h"
#include "language/language.h"

void input_start(void) {
    xmlInitParser();
}

/* "map" and "map/" are the folder's jaarverslag.xml; "-" is standard input. */
static const char *main_file(Arena *arena, const char *path) {
    struct stat status;
    if (strcmp(path, "-") == 0) return "-";
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode)) return arena_strdup(arena, path); /* outlives the caller's */
    size_t size = strlen(path);
    return arena_printf(arena, "%s%sjaarverslag.xml", path, size && path[size - 1] == '/' ? "" : "/");
}

static const char *folder_of(Arena *arena, const char *path, bool with_slash) {
    const char *slash = strrchr(path, '/');
    if (!slash) return "";
    size_t size = (size_t)(slash - path) + (with_slash || slash == path);
    return arena_strndup(arena, path, size);
}

static void unreadable(Loader *loader, const char *path, int why, int *error) {
    diagnostics_report(loader->diagnostics, &I101_UNREADABLE, (Place){path, 0, 0}, (Report){.arguments = {path, error_words(why)}});
    *error = why;
}

/* The tree of the main file; NULL when there is none. */
static Node *read_main(Loader *loader, const char *path, int *error) {
    bool standard_input = strcmp(path, "-") == 0; /* what it draws in lies in the current folder */
    char *found = realpath(standard_input ? "." : path, NULL);
    if (!found) {
        unreadable(loader, path, errno, error);
        return NULL;
    }
    const char *real = arena_printf(loader->arena, standard_input ? "%s/-" : "%s", found);
    free(found);
    loader->input->folder = folder_of(loader->arena, real, false);
    loader->shown = folder_of(loader->arena, path, true);
    Source *source = ARENA_NEW(loader->arena, Source);
    source->name = path;
    const unsigned char *bytes;
    size_t size;
    int why = source_bytes(loader, source, real, &bytes, &size);
    if (why == EFBIG) {
        diagnostics_report(loader->diagnostics, &I104_TOO_LARGE, (Place){path, 0, 0}, (Report){.arguments = {"64 MB"}});
        return NULL;
    }
    if (why) {
        unreadable(loader, path, why, error);
        return NULL;
    }
    if (!source_decode_xml(loader, source, bytes, size)) return NULL;
    loader->open[loader->depth++] = real;
    repair_tags(loader, source);
    return parse_source(loader, source, 0);
}

Input *input_read(Arena *arena, const char *path, const Schema *schema, Diagnostics *diagnostics, int *error) {
    *error = 0;
    Input *input = ARENA_NEW(arena, Input);
    input->arena = arena;
    Loader loader = {.arena = arena, .diagnostics = diagnostics, .input = input};
    input->path = main_file(arena, path);
    input->root = read_main(&loader, input->path, error);
    if (!input->root) return NULL;
    if (!node_is(input->root, "jaarverslag")) {
        diagnostics_report(diagnostics, &I132_ROOT, input->root->place, (Report){.arguments = {input->root->name}});
        return NULL;
    }
    if (loader.broken) return NULL;
    input->version = version_of(input->root);
    if (!version_apply(arena, input->root, diagnostics)) return NULL;
    language_mark(input->root);
    csv_numbers(&loader, input->root);
    if (schema) input_check(input, schema, diagnostics);
    return input;
}

void input_check(const Input *input, const Schema *schema, Diagnostics *diagnostics) {
    Arena *arena = arena_new(); /* the input's own may be in use by another thread */
    schema_check(schema, arena, input->root, diagnostics);
    arena_free(arena);
}
