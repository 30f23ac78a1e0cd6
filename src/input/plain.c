#include "input/plain.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "input/source.h"

static const char *folder_of(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(arena, path, (size_t)(slash - path) + (slash == path)) : "";
}

Node *plain_read(Arena *arena, const char *path, Diagnostics *diagnostics, int *error) {
    *error = 0;
    char *found = realpath(path, NULL);
    if (!found) {
        *error = errno;
        return NULL;
    }
    Input input = {.arena = arena, .path = arena_strdup(arena, path), .folder = folder_of(arena, found)};
    Loader loader = {.arena = arena, .diagnostics = diagnostics, .input = &input, .plain = true};
    Source *source = ARENA_NEW(arena, Source);
    source->name = input.path;
    const char *real = arena_strdup(arena, found);
    free(found);
    const unsigned char *bytes;
    size_t size;
    *error = source_bytes(&loader, source, real, &bytes, &size);
    if (*error || !source_decode_xml(&loader, source, bytes, size)) return NULL;
    repair_tags(&loader, source);
    Node *root = parse_source(&loader, source, 0);
    return loader.broken ? NULL : root;
}
