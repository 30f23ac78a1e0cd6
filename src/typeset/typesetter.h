/* The typesetter's inside: caches and scratch room. Internal to typeset/. */
#ifndef TYPESET_TYPESETTER_H
#define TYPESET_TYPESETTER_H

#include "typeset/word.h"

#define MISSING_MAX 200 /* reports of missing characters that are kept */
#define KEY_MAX 256     /* keys that one document uses */

/* A character that cannot be set, or (leftward) one of several words that run from right to left. */
typedef struct Missing { uint32_t c; bool leftward; Place place; } Missing;

/* What the rooms are for. */
enum { SCRATCH_CHUNK, SCRATCH_ENDS, SCRATCH_BREAKS, SCRATCH_ACTIVE, SCRATCH_TRACES, SCRATCH_PIECES, SCRATCH_GLYPHS, SCRATCH_TEXT, SCRATCH_COUNT };

typedef struct Scratch { /* room reused by every paragraph */
    void *data;
    size_t capacity;
} Scratch;

struct Typesetter {
    Fonts *fonts;
    Hyphenator *hyphenator;
    hb_buffer_t *buffer;
    Arena *keep;            /* keys: as long as the typesetter */
    Arena *arena;           /* words and chunks: until trimmed */
    Arena *work;            /* paragraphs being made: see typesetter_mark */
    unsigned generation;
    Word **words;
    Chunk **chunks;
    size_t word_count, word_slots, chunk_count, chunk_slots;
    FontKey *keys[2 * KEY_MAX]; /* of this document and those before it, which were fewer than KEY_MAX */
    int key_count, used_count;  /* used: by this document */
    unsigned document;
    const FontKey *last_used;   /* the last that it began to use */
    const FontKey *last_key; /* fast path of typesetter_key */
    const char *face_errors[KEY_MAX];
    const char *face_families[KEY_MAX];
    Place face_places[KEY_MAX];
    int face_error_count;
    Missing missing[MISSING_MAX];
    int missing_count;
    Place place;            /* of what is being set, for text without a place of its own */
    Scratch scratch[SCRATCH_COUNT];
    struct Scout *scout;    /* makes words ahead; NULL: there is none */
};

uint64_t typesetter_hash(const char *text, size_t size, uint64_t seed);

/* scout.c: a word that the scout made, as one of the typesetter's own in the arena; NULL: it has none. */
Word *scout_take(struct Scout *scout, Arena *arena, const FontKey *key, const char *text, size_t size);
void scout_free(struct Scout *scout);

/* At least that many bytes in a scratch room; what is in it stays, but may move. */
void *typesetter_scratch(Typesetter *t, int i, size_t bytes);

#endif
