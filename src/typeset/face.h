/* One font file: what the catalogue says of it and what was read from it. Internal to typeset/. */
#ifndef TYPESET_FACE_H
#define TYPESET_FACE_H

#include <hb.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "typeset/shape.h"

#define FALLBACK_MAX 8

typedef enum FaceState { FACE_CLOSED, FACE_READY, FACE_FAILED } FaceState;

struct Face {
    int index;
    const char *family, *package, *file, *sha256; /* of the catalogue */
    char digest[65];     /* of the file that is there; "" before it was asked for */
    int weight;
    bool italic;
    FaceState state;
    const char *error;   /* when failed */
    Buffer bytes;
    const char *name;    /* PostScript name */
    FaceMetrics metrics;
    hb_face_t *hb;
    hb_font_t *font;     /* scaled to font units */
    bool has_small_caps;
    bool figureless[128]; /* characters that the features of figures (tnum, lnum, ...) cannot touch */
};

/* Reads names and metrics out of face->bytes. False when it is no usable font. */
bool face_load(Arena *arena, Face *face);
/* soundness.c: whether a file is a font with all its tables intact; whether it is the face that the catalogue promises;
 * whether its rights allow that a subset is embedded. The last two of a face that was loaded. */
bool face_whole(const Face *face);
bool face_as_promised(const Face *face);
bool face_embeddable(const Face *face);
void face_close(Face *face);
hb_font_t *face_font(const Face *face);

#endif
