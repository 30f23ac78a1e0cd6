/* A record of what was read: the checksum of every file that goes into a document. */
#include "base/file_log.h"

#include <string.h>

#include "base/file.h"

static _Thread_local FileLog *current; /* of the thread that reads */

FileLog *file_log_new(Arena *arena) {
    FileLog *log = ARENA_NEW(arena, FileLog);
    log->arena = arena;
    log->seen = map_new(arena);
    return log;
}

FileLog *file_log_use(FileLog *log) {
    FileLog *before = current;
    current = log;
    return before;
}

FileLog *file_log_current(void) {
    return current;
}

/* The new row for a path, or NULL when the log has it. */
static FileRead *add_row(FileLog *log, const char *path) {
    if (map_get(log->seen, path)) return NULL;
    if (log->count == log->capacity) {
        int capacity = log->capacity ? log->capacity * 2 : 32;
        FileRead *files = ARENA_ARRAY(log->arena, (size_t)capacity, FileRead);
        if (log->count) memcpy(files, log->files, (size_t)log->count * sizeof *files);
        log->files = files;
        log->capacity = capacity;
    }
    FileRead *row = &log->files[log->count++];
    row->path = arena_strdup(log->arena, path);
    map_put(log->seen, row->path, log);
    return row;
}

void file_log_note(const char *path, const void *bytes, size_t size) {
    FileRead *row = current ? add_row(current, path) : NULL;
    if (row && bytes) sha256_hex(bytes, size, row->sha256);
}

void file_log_add(FileLog *log, const FileLog *other) {
    for (int i = 0; i < other->count; i++) {
        FileRead *row = add_row(log, other->files[i].path);
        if (row) memcpy(row->sha256, other->files[i].sha256, sizeof row->sha256);
    }
}
