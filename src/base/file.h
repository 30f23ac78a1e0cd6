/* Files: read within one folder, written whole or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"

/* Reads a whole regular file (not a device, at most limit bytes). 0, or errno. */
int file_read(const char *path, size_t limit, Buffer *out);
/* Reads what a pipe or a terminal gives, up to its end (at most limit bytes). 0, or errno. */
int stream_read(int fd, size_t limit, Buffer *out);
/* Opens a regular file (at most limit bytes) to read it piece by piece; no log notes it. NULL with errno in *error. */
FILE *file_open(const char *path, size_t limit, int *error);
/* Resolves name (relative, no scheme) below folder: the real path, after links, must lie in it.
 * NULL with *reason "buiten"/"bestaat niet"-like errno: EACCES when outside, else errno. */
char *file_within(Arena *arena, const char *folder, const char *name, int *error);
/* Writes bytes beside path, flushes to disk, renames over it. "-" is standard output. 0, or errno;
 * on failure nothing is left behind. Every write and the close are checked. */
int file_write(const char *path, const void *bytes, size_t size);
/* The same of what put writes to the stream, however much that is: it need not check its writes. */
int file_write_by(const char *path, void (*put)(void *data, FILE *stream), void *data);
/* A file without a name, to read and write, that is gone when it is closed: in that folder, else wherever the system
 * keeps such. -1 with errno. */
int file_nameless(const char *folder);
/* Makes a folder and those above it. 0, or errno. */
int folder_make(const char *path);
/* SHA-256 as 64 hexadecimal characters (nettle). */
void sha256_hex(const void *bytes, size_t size, char out[65]);

#endif
