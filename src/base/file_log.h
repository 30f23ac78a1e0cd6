/* A record of what was read: the checksum of every file that goes into a document, noted where files are read. */
#ifndef BASE_FILE_LOG_H
#define BASE_FILE_LOG_H

#include "base/arena.h"
#include "base/map.h"

typedef struct FileRead {
    const char *path;   /* as it was opened */
    char sha256[65];    /* "" when it could not be read */
} FileRead;

typedef struct FileLog {
    Arena *arena;
    FileRead *files;    /* in order of first reading, each path once */
    int count, capacity;
    Map *seen;          /* path -> anything */
} FileLog;

FileLog *file_log_new(Arena *arena);
/* From here on file_read notes in this log (NULL: nowhere); returns the log that was in use. One per thread: the
 * readers of fonts, pictures and styles know nothing of it. */
FileLog *file_log_use(FileLog *log);
FileLog *file_log_current(void);
/* Notes a file in the log in use, when there is one; bytes NULL: it could not be read. */
void file_log_note(const char *path, const void *bytes, size_t size);
/* Notes everything of another log too. */
void file_log_add(FileLog *log, const FileLog *other);

#endif
