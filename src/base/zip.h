/* Writes a ZIP archive into memory: the same bytes for the same parts, without a clock. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include <stdbool.h>

#include "base/buffer.h"

typedef struct ZipPart {
    const char *name; /* "xl/workbook.xml" */
    const void *bytes;
    size_t size;
    bool stored;      /* as it is, for a part that is read without unpacking */
} ZipPart;

/* Appends the archive of these parts, in their order. False, and nothing usable, when it grows beyond what the form holds. */
bool zip_write(Buffer *out, const ZipPart *parts, int count);

#endif
