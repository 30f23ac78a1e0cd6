/* Lines in a file that only grows: put at its end, read again by where they lie. */
#ifndef BATCH_LINE_FILE_H
#define BATCH_LINE_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buffer.h"

typedef struct LineFile {
    int file;   /* opened to read and to append */
    off_t end;  /* of what was written whole */
} LineFile;

/* Where the line (without line end) lies, or -1 with errno: nothing of it is left then. */
off_t line_file_put(LineFile *lines, const char *text);
/* The line that starts there. False when it cannot be read. */
bool line_file_get(const LineFile *lines, off_t at, Buffer *out);

#endif
