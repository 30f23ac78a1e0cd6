/* Fonts and shaping: text in, positioned glyphs out (HarfBuzz). */
#ifndef TYPESET_SHAPE_H
#define TYPESET_SHAPE_H

#include <stddef.h>

#include "base/diagnostic.h"
#include "base/length.h"

typedef struct Fonts Fonts; /* the catalogue, with the faces that have been opened */
typedef struct Face Face;   /* one font file */

/* Reads the rows of the catalogue; faces are opened on first use. catalogue is the path of
 * fonts/catalogue.tsv. The caller frees. NULL with *error set when unreadable. */
Fonts *fonts_open(const char *catalogue, const char **error);
void fonts_close(Fonts *fonts);
/* A face by family, weight (400, 700, ...) and slant; NULL when the catalogue has none or the file is absent or
 * unsound (then *error says which package to install). Borrowed. */
const Face *fonts_face(Fonts *fonts, const char *family, int weight, bool italic, const char **error);
/* The catalogue's fallback faces for that weight and slant, in order; NULL after the last. */
const Face *fonts_fallback(Fonts *fonts, int i, int weight, bool italic);

/* Every face of the catalogue, 0 to fonts_count() - 1, opened; *error is NULL, or why it cannot be used. */
int fonts_count(const Fonts *fonts);
const Face *fonts_at(Fonts *fonts, int i, const char **error);
/* Path and SHA-256 (64 hexadecimals, "" when unread) of the file of a face, and whether it is the build of the catalogue. */
const char *face_file(const Face *face);
const char *face_digest(const Face *face);
bool face_known(const Face *face);

/* For pdf/: the font file's bytes, its PostScript name and metrics, and glyph widths (1/1000 em). */
typedef struct FaceMetrics {
    int units_per_em;
    int ascent, descent, cap_height, x_height; /* font units, descent negative */
    int italic_angle;                          /* degrees */
    int bbox[4];
    int weight;
    bool italic, fixed_pitch, serif;
} FaceMetrics;
const char *face_name(const Face *face);
int face_index(const Face *face); /* small number, unique within Fonts: to index per-face tables */
const unsigned char *face_data(const Face *face, size_t *size);
const FaceMetrics *face_metrics(const Face *face);
int face_advance(const Face *face, uint32_t glyph); /* font units */
void *face_hb(const Face *face);                    /* the hb_face_t, for subsetting in pdf/ */

typedef struct Glyph {
    uint32_t id;
    Length advance;      /* 1/1000 pt, after justification and letter spacing */
    Length x_offset, y_offset;
    uint32_t cluster;    /* byte offset into the run's text of the characters it stands for */
} Glyph;

/* A stretch of text in one face, size and colour, on one line. */
typedef struct GlyphRun {
    const Face *face;
    Length size;         /* font size */
    Color color;
    Glyph *glyphs;
    int count;
    const char *text;    /* UTF-8 of this run; for a hyphen added at a line end the text is U+00AD */
    size_t text_size;
    Length width;        /* sum of advances */
    Length rise;         /* superscripts: baseline moved up */
} GlyphRun;

#endif
