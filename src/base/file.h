/* Files: read within one folder, written whole or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

/* Reads a whole regular file (not a device, at most limit bytes). 0, or errno. */
int file_read(const char *path, size_t limit, Buffer *out);
/* Reads what a pipe or a terminal gives, up to its end (at most limit bytes). 0, or errno. */
int stream_read(int fd, size_t limit, Buffer *out);
/* Resolves name (relative, no scheme) below folder: the real path, after links, must lie in it.
 * NULL with *reason "buiten"/"bestaat niet"-like errno: EACCES when outside, else errno. */
char *file_within(Arena *arena, const char *folder, const char *name, int *error);
/* Writes bytes beside path, flushes to disk, renames over it. "-" is standard output. 0, or errno;
 * on failure nothing is left behind. Every write and the close are checked. */
int file_write(const char *path, const void *bytes, size_t size);
/* Makes a folder and those above it. 0, or errno. */
int folder_make(const char *path);
/* SHA-256 as 64 hexadecimal characters (nettle). */
void sha256_hex(const void *bytes, size_t size, char out[65]);

#endif
