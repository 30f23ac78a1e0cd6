/* Lines in a file that only grows. */
#include "batch/line_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* In one write, so that a run that is killed leaves whole lines and at most one torn one, at the end. */
off_t line_file_put(LineFile *lines, const char *text) {
    size_t size = strlen(text);
    char *whole = malloc(size + 1);
    if (!whole) abort();
    memcpy(whole, text, size);
    whole[size] = '\n';
    ssize_t written = write(lines->file, whole, size + 1);
    int error = written < 0 ? errno : ENOSPC;
    free(whole);
    if (written == (ssize_t)size + 1) {
        lines->end += written;
        return lines->end - written;
    }
    if (ftruncate(lines->file, lines->end) != 0) lines->end = lseek(lines->file, 0, SEEK_END);
    errno = error;
    return -1;
}

bool line_file_get(const LineFile *lines, off_t at, Buffer *out) {
    out->size = 0;
    for (;;) {
        buffer_reserve(out, 4096);
        ssize_t n = pread(lines->file, out->data + out->size, 4096, at + (off_t)out->size);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        char *end = memchr(out->data + out->size, '\n', (size_t)n);
        out->size += end ? (size_t)(end - out->data) - out->size : (size_t)n;
        out->data[out->size] = '\0';
        if (end) return true;
    }
}
