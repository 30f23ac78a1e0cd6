/* One font of the file: its data and the objects that embed it. Only font.c and font_file.c use this. */
#ifndef PDF_FONT_FILE_H
#define PDF_FONT_FILE_H

#include <hb.h>

#include "pdf/font.h"

typedef struct FontExtra { /* a further code for the same glyph: it stands for another text as well */
    const char *text;
    size_t size;
    uint32_t glyph;
    FontGlyph code;
    struct FontExtra *same, *next; /* of the same glyph; of the font, in order */
} FontExtra;

typedef struct FontSlot { /* per glyph of the face */
    const char *text;     /* what it stands for, UTF-8 */
    size_t size;
    FontExtra *extras;
    char own[4];
    bool used;
    uint8_t extra_count;
} FontSlot;

struct Font {
    const Face *face;
    Font *next;
    FontSlot *slots;
    FontGlyph *codes;     /* per glyph of the face */
    int glyph_count;
    int resource, object;
    FontExtra *first_extra, *last_extra;
    int extra_count, subset_count; /* codes below subset_count are the subset's glyphs, extras follow */
    bool cff;             /* codes are the charset's: no extras */
    uint32_t space;
    size_t uses;          /* glyphs shown */
    hb_blob_t *file;      /* the subset */
};

struct FontTable {
    Font *first, *last;
    Font **by_index;
    int by_index_count, count;
};

/* Writes Type0, CIDFont, descriptor, ToUnicode and font file. */
void font_file_write(Writer *w, const Font *font);
/* "ABCDEF" from the bytes of the subset: the same subset has the same tag. */
void font_tag(const void *bytes, size_t size, char out[7]);
/* The FontDescriptor's entries but the font file itself. */
void font_descriptor(Buffer *out, const Face *face, const char *name, int flags);

#endif
