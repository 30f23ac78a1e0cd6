/* Pages to PDF through libharu's object layer: content, fonts, tags, metadata, forms, attachments. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/diagnostic.h"
#include "frame/frame.h"

typedef enum Profile { PROFILE_ARCHIVE, PROFILE_ARCHIVE_3, PROFILE_DRAFT } Profile;

typedef struct Attachment {
    const char *name, *mime, *description, *relationship; /* "Source", "Data", "Supplement" */
    const unsigned char *data;
    size_t size;
    const char *date; /* ISO */
} Attachment;

/* Writes the whole file into out. False with diagnostics (P1xx) when it cannot be made conformant. */
bool pdf_write(const Pages *pages, Profile profile, const Attachment *attachments, int attachment_count, Buffer *out,
               Diagnostics *diagnostics);

#endif
