/* Confines an input that is named by another: earlier years, the previous version. */
#include "job/beside.h"

#include <string.h>

#include "base/file.h"

static const char *parent_folder(Arena *arena, const char *folder) {
    const char *slash = strrchr(folder, '/');
    return !slash || slash == folder ? "/" : arena_strndup(arena, folder, (size_t)(slash - folder));
}

static const char *resolve(Arena *arena, const char *folder, const char *name, int *error) {
    if (strncmp(name, "../", 3) != 0) return file_within(arena, folder, name, error);
    name += 3;
    size_t size = strcspn(name, "/");
    const char *beside = file_within(arena, parent_folder(arena, folder), arena_strndup(arena, name, size), error);
    const char *rest = name + size + strspn(name + size, "/");
    if (!beside || !*rest) return beside;
    return file_within(arena, beside, rest, error);
}

const char *beside_find(Arena *arena, const Input *input, const char *name, int *error) {
    if (!resolve(arena, input->folder, name, error)) return NULL;
    const char *slash = strrchr(input->path, '/');
    return slash ? arena_printf(arena, "%.*s/%s", (int)(slash - input->path), input->path, name) : name;
}
