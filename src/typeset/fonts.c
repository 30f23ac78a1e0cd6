/* The font catalogue: which faces exist, and opening them. A file that has another checksum than the catalogue says is
 * another build of it, and used when it is sound (soundness.c). */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <hb-ot.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "typeset/face.h"

#define FONT_LIMIT (64u << 20) /* no font file is larger */
#define CATALOGUE_LIMIT (1u << 20)

struct Fonts {
    Arena *arena;
    Face *faces;
    int count;
    const char *fallbacks[FALLBACK_MAX]; /* families, in order */
    int fallback_count;
    pthread_mutex_t opening; /* two threads may ask for faces */
};

enum { FIELD_FAMILY, FIELD_WEIGHT, FIELD_ITALIC, FIELD_PACKAGE, FIELD_FILE, FIELD_SHA256, FIELD_LICENCE, FIELD_ROLE, FIELD_ALL };

/* Cuts a row at its tabs; false when it has not exactly FIELD_ALL fields. */
static bool cut_row(char *row, char *fields[FIELD_ALL]) {
    int n = 0;
    for (char *p = row; p; n++) {
        char *tab = strchr(p, '\t');
        if (n >= FIELD_ALL) return false;
        if (tab) *tab = '\0';
        fields[n] = p;
        p = tab ? tab + 1 : NULL;
    }
    return n == FIELD_ALL && strlen(fields[FIELD_SHA256]) == 64;
}

static void add_fallback(Fonts *fonts, const char *family) {
    for (int i = 0; i < fonts->fallback_count; i++)
        if (!strcmp(fonts->fallbacks[i], family)) return;
    if (fonts->fallback_count < FALLBACK_MAX) fonts->fallbacks[fonts->fallback_count++] = family;
}

static bool read_rows(Fonts *fonts, char *text) {
    int rows = 1;
    for (const char *p = text; *p; p++) rows += *p == '\n';
    fonts->faces = ARENA_ARRAY(fonts->arena, (size_t)rows, Face);
    char *save = NULL;
    for (char *row = strtok_r(text, "\r\n", &save); row; row = strtok_r(NULL, "\r\n", &save)) {
        char *fields[FIELD_ALL];
        if (*row == '#') continue;
        if (!cut_row(row, fields)) return false;
        Face *face = &fonts->faces[fonts->count];
        face->index = fonts->count++;
        face->family = fields[FIELD_FAMILY];
        face->weight = atoi(fields[FIELD_WEIGHT]);
        face->italic = fields[FIELD_ITALIC][0] == '1';
        face->package = fields[FIELD_PACKAGE];
        face->file = fields[FIELD_FILE];
        face->sha256 = fields[FIELD_SHA256];
        if (!strcmp(fields[FIELD_ROLE], "fallback")) add_fallback(fonts, face->family);
    }
    return fonts->count > 0;
}

Fonts *fonts_open(const char *catalogue, const char **error) {
    Buffer text = {0};
    const char *ignored;
    if (!error) error = &ignored;
    *error = NULL;
    int problem = file_read(catalogue, CATALOGUE_LIMIT, &text);
    if (problem) {
        *error = strerror(problem);
        return NULL;
    }
    Fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts) abort();
    fonts->arena = arena_new();
    pthread_mutex_init(&fonts->opening, NULL);
    bool good = text.data && read_rows(fonts, arena_strndup(fonts->arena, text.data, text.size));
    buffer_free(&text);
    if (good) return fonts;
    *error = "de lettercatalogus is geen geldige tabel van acht kolommen";
    fonts_close(fonts);
    return NULL;
}

void fonts_close(Fonts *fonts) {
    if (!fonts) return;
    for (int i = 0; i < fonts->count; i++) face_close(&fonts->faces[i]);
    arena_free(fonts->arena);
    pthread_mutex_destroy(&fonts->opening);
    free(fonts);
}

static bool refuse(Fonts *fonts, Face *face, const char *why) {
    face->error = arena_printf(fonts->arena, "%s %s; installeer het pakket %s opnieuw", face->file, why, face->package);
    return false;
}

/* Why the file cannot be used as this face; NULL: it can. It is in HarfBuzz's hands then. */
static const char *unsound(Fonts *fonts, Face *face) {
    if (!face_whole(face)) return "is beschadigd of geen lettertype";
    if (!face_load(fonts->arena, face)) return "is geen bruikbaar lettertype";
    if (!face_as_promised(face)) return arena_printf(fonts->arena, "is niet de %s van gewicht %d%s", face->family, face->weight, face->italic ? ", cursief" : "");
    return face_embeddable(face) ? NULL : "mag naar zijn eigen zeggen niet in een document";
}

/* What is sound needs no checksum, which costs more than all else about a font. */
static bool open_first(Fonts *fonts, Face *face) {
    face->state = FACE_FAILED;
    int problem = file_read(face->file, FONT_LIMIT, &face->bytes);
    if (problem) {
        face->error = arena_printf(fonts->arena, "%s: %s; installeer het pakket %s", face->file, strerror(problem), face->package);
        return false;
    }
    const char *why = unsound(fonts, face);
    if (why && face_known(face)) why = face->font || face_load(fonts->arena, face) ? NULL : "is geen bruikbaar lettertype";
    if (why) return refuse(fonts, face, why);
    face->state = FACE_READY;
    return true;
}

/* Opens a face once; afterwards its state says whether it may be used. */
static bool face_open(Fonts *fonts, Face *face) {
    pthread_mutex_lock(&fonts->opening);
    bool good = face->state == FACE_CLOSED ? open_first(fonts, face) : face->state == FACE_READY;
    pthread_mutex_unlock(&fonts->opening);
    return good;
}

/* The nearest face of a family: the slant counts more than the weight. */
static Face *nearest(Fonts *fonts, const char *family, int weight, bool italic) {
    Face *best = NULL;
    int best_distance = 0;
    for (int i = 0; i < fonts->count; i++) {
        Face *face = &fonts->faces[i];
        if (strcmp(face->family, family)) continue;
        int distance = abs(face->weight - weight) * 2 + (face->weight < weight) + (face->italic != italic ? 4000 : 0);
        if (!best || distance < best_distance) {
            best = face;
            best_distance = distance;
        }
    }
    return best;
}

const Face *fonts_face(Fonts *fonts, const char *family, int weight, bool italic, const char **error) {
    const char *ignored;
    if (!error) error = &ignored;
    *error = NULL;
    Face *face = family ? nearest(fonts, family, weight, italic) : NULL;
    if (!face) {
        *error = "het lettertype staat niet in de catalogus";
        return NULL;
    }
    if (face_open(fonts, face)) return face;
    *error = face->error;
    return NULL;
}

int fonts_count(const Fonts *fonts) {
    return fonts->count;
}

const Face *fonts_at(Fonts *fonts, int i, const char **error) {
    Face *face = &fonts->faces[i];
    *error = face_open(fonts, face) ? NULL : face->error;
    return face;
}

const Face *fonts_fallback(Fonts *fonts, int i, int weight, bool italic) {
    int seen = 0;
    for (int k = 0; fonts && k < fonts->fallback_count; k++) {
        Face *face = nearest(fonts, fonts->fallbacks[k], weight, italic);
        if (!face_open(fonts, face)) continue; /* absent: the next one may help */
        if (seen++ == i) return face;
    }
    return NULL;
}
