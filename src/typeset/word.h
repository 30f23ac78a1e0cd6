/* Shaped words and where words may break, both cached. Internal to typeset/. */
#ifndef TYPESET_WORD_H
#define TYPESET_WORD_H

#include <hb.h>

#include "base/arena.h"
#include "typeset/face.h"
#include "typeset/paragraph.h"

typedef enum Speech { SPEECH_OTHER, SPEECH_DUTCH, SPEECH_ENGLISH, SPEECH_COUNT } Speech;

/* What decides the glyphs of a word, apart from its text and size. */
typedef struct FontKey {
    const char *family; /* as asked */
    int weight;
    bool italic;
    unsigned features;
    const char *language;
    const Face *face;   /* NULL: no usable face at all */
    hb_language_t hb_language;
    Speech speech;
    int space;          /* advance of the space, font units */
    uint32_t index;
    unsigned document;  /* the last one that used it */
    const struct FontKey *figureless; /* the same without the features of figures; NULL: has none */
} FontKey;

typedef struct WordGlyph {
    uint32_t id, cluster; /* cluster: byte offset in the word */
    int advance, x, y;    /* font units of the part's face */
} WordGlyph;

typedef struct WordPart {
    const Face *face;
    int scale;          /* 1/1000 of the style's size: 1000, less for small capitals made of capitals */
    int first, count;   /* glyphs */
} WordPart;

typedef struct Word {
    struct Word *next;  /* in its cache slot */
    uint64_t hash;
    const FontKey *key;
    const char *text;
    uint32_t size;
    uint32_t missing;   /* a code point that no font has, 0: none */
    WordGlyph *glyphs;
    WordPart *parts;
    int count, part_count;
    const struct Chunk *chunk;     /* the same text's break points, once asked for */
    Length size_measured, tracking_measured, width; /* of the whole, at the size last asked for */
} Word;

typedef enum BreakKind { BREAK_PLAIN, BREAK_HYPHEN, BREAK_AFTER_HYPHEN, BREAK_URL, BREAK_EMERGENCY } BreakKind;

typedef struct BreakPoint {
    uint32_t offset; /* bytes into the chunk */
    BreakKind kind;
    int penalty;
} BreakPoint;

/* A chunk (text between spaces) with the places where it may break; offsets rise. */
typedef struct Chunk {
    struct Chunk *next;
    uint64_t hash;
    const char *text;
    uint32_t size;
    Speech speech;
    BreakPoint *breaks;
    int count;
} Chunk;

/* The font key for a style; cached, borrowed. */
const FontKey *typesetter_key(Typesetter *t, const CharStyle *style);
/* A word shaped; cached until the typesetter's generation changes. */
const Word *typesetter_word(Typesetter *t, const FontKey *key, const char *text, size_t size);
const Chunk *typesetter_chunk(Typesetter *t, Speech speech, const char *text, size_t size);
const Chunk *typesetter_word_chunk(Typesetter *t, const Word *word);
/* Grows by one when cached words were dropped. typesetter_trim drops them when they take much room. */
unsigned typesetter_generation(const Typesetter *t);
void typesetter_trim(Typesetter *t);
void typesetter_missing(Typesetter *t, uint32_t c, bool leftward, Place place);

/* Width of the word's glyphs whose cluster lies in [from, to), at that size. */
Length word_width(const Word *word, const CharStyle *style, uint32_t from, uint32_t to);
/* units * size * scale / (1000 upem), half away from zero. */
Length units_length_any(int units, Length size, int scale, const Face *face);
static inline Length units_length(int units, Length size, int scale, const Face *face) {
    if (!units) return 0;
    if (scale == 1000 && units >= 0 && size >= 0 && size < 1 << 20 && units < 1 << 11) { /* nearly always: 32 bits do */
        uint32_t upem = (uint32_t)face->metrics.units_per_em;
        return (Length)(((uint32_t)units * (uint32_t)size + upem / 2) / upem);
    }
    return units_length_any(units, size, scale, face);
}

Speech speech_of(const char *language);
/* Rules for the space between two chunks: must they stay on one line? */
bool speech_keeps(Speech speech, const char *before, size_t before_size, const char *after, size_t after_size);

/* Hyphenation: marks[i] says whether the word may break before its i-th character (typeset/wordlist.h). */
typedef struct Hyphenator Hyphenator;
Hyphenator *hyphenator_new(const char *patterns);
void hyphenator_free(Hyphenator *h);
/* Reads the patterns of a language that may be needed; it is no failure yet when there are none. */
void hyphenator_prepare(Hyphenator *h, Speech speech);
/* Have its patterns been read? */
bool hyphenator_ready(const Hyphenator *h, Speech speech);
/* Words with their own places (typeset/wordlist.h): keep for every document, else until hyphenator_forget. The first line
 * that is no word, 0: none. hyphenator_forget says whether there was anything to forget. */
int hyphenator_learn(Hyphenator *h, Speech speech, const char *text, size_t size, bool keep);
bool hyphenator_forget(Hyphenator *h);
bool hyphenator_marks(Hyphenator *h, Speech speech, const uint32_t *characters, int count, char *marks);
/* Languages whose patterns were asked for but could not be read. */
bool hyphenator_failed(const Hyphenator *h, Speech speech);
/* Before the first break point, in one thread. */
void breaks_start(void);
/* Fills out (room for size + 1) with the break points of a chunk; returns how many. */
int chunk_breaks(Hyphenator *h, Speech speech, const char *text, size_t size, BreakPoint *out);

/* Shapes text into a new word in the arena. */
Word *word_shape(Arena *arena, Fonts *fonts, hb_buffer_t *buffer, const FontKey *key, const char *text, size_t size);

/* Characters. */
bool is_letter(uint32_t c);
bool is_upper(uint32_t c);
bool is_digit(uint32_t c);
bool is_private(uint32_t c);  /* of nobody's alphabet: it means what one font makes of it */
bool is_leftward(uint32_t c); /* of a script that runs from right to left */
uint32_t to_lower(uint32_t c);
uint32_t to_upper(uint32_t c);

#endif
