/* Reads back a PDF that pdf_write made: its attached files and the contents of its pages, for verify. */
#ifndef PDF_EXTRACT_H
#define PDF_EXTRACT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct PdfPart {
    const char *name;    /* of an attached file, UTF-8 as it stands there; NULL for a page */
    const char *data;
    size_t size;
} PdfPart;

typedef struct PdfParts {
    PdfPart *files;
    int file_count;
    PdfPart *pages;      /* content streams, inflated, in page order */
    int page_count;
} PdfParts;

/* Strict: anything that pdf_write would not have written makes it false. Safe on any bytes; memory stays below
 * some hundreds of megabytes whatever the file claims. The result lies in the arena. */
bool pdf_read(Arena *arena, const void *bytes, size_t size, PdfParts *out);

#endif
