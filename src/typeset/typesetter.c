/* The typesetter: font keys, caches of shaped words and of break points, and what it could not set. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "typeset/messages.h"
#include "typeset/typesetter.h"

#define CACHE_LIMIT (48u << 20) /* bytes of cached words before they are dropped */

static void *zeroed(size_t count, size_t size) {
    void *room = calloc(count, size);
    if (!room) abort();
    return room;
}

static void start_cache(Typesetter *t) {
    t->arena = arena_new();
    t->word_slots = t->chunk_slots = 16384;
    t->word_count = t->chunk_count = 0;
    t->words = zeroed(t->word_slots, sizeof *t->words);
    t->chunks = zeroed(t->chunk_slots, sizeof *t->chunks);
}

static void drop_cache(Typesetter *t) {
    arena_free(t->arena);
    free(t->words);
    free(t->chunks);
}

Typesetter *typesetter_new(Fonts *fonts, const char *patterns) {
    Typesetter *t = zeroed(1, sizeof *t);
    t->fonts = fonts;
    t->hyphenator = hyphenator_new(patterns);
    t->buffer = hb_buffer_create();
    t->keep = arena_new();
    t->work = arena_new();
    t->document = 1;
    breaks_start();
    start_cache(t);
    return t;
}

void typesetter_free(Typesetter *t) {
    if (!t) return;
    scout_free(t->scout);
    drop_cache(t);
    hb_buffer_destroy(t->buffer);
    hyphenator_free(t->hyphenator);
    arena_free(t->keep);
    arena_free(t->work);
    for (size_t i = 0; i < sizeof t->scratch / sizeof *t->scratch; i++) free(t->scratch[i].data);
    free(t);
}

int typesetter_words(Typesetter *t, const char *language, const char *text, size_t size, bool keep) {
    Speech speech = speech_of(language);
    return speech == SPEECH_OTHER ? 0 : hyphenator_learn(t->hyphenator, speech, text, size, keep);
}

void typesetter_begin(Typesetter *t) {
    bool failed = t->face_error_count > 0 || hyphenator_forget(t->hyphenator); /* words of one document are not the next one's */
    for (int i = 0; i < SPEECH_COUNT; i++) failed |= hyphenator_failed(t->hyphenator, i);
    t->missing_count = 0;
    t->place = (Place){0};
    t->document++;
    t->used_count = 0;
    t->last_key = NULL;
    if (!failed && t->key_count < KEY_MAX) return;
    for (int i = 0; i < SPEECH_COUNT; i++) hyphenator_prepare(t->hyphenator, i);
    drop_cache(t);
    start_cache(t);
    arena_free(t->keep);
    t->keep = arena_new();
    t->key_count = t->face_error_count = 0;
    t->generation++;
}

ArenaMark typesetter_mark(const Typesetter *t) {
    return arena_mark(t->work);
}

void typesetter_release(Typesetter *t, ArenaMark mark) {
    arena_release(t->work, mark);
}

unsigned typesetter_generation(const Typesetter *t) {
    return t->generation;
}

void typesetter_trim(Typesetter *t) {
    if (arena_used(t->arena) < CACHE_LIMIT) return;
    drop_cache(t);
    start_cache(t);
    t->generation++;
}

void *typesetter_scratch(Typesetter *t, int i, size_t bytes) {
    Scratch *s = &t->scratch[i];
    if (bytes > s->capacity) {
        s->capacity = bytes * 2;
        s->data = realloc(s->data, s->capacity);
        if (!s->data) abort();
    }
    return s->data;
}

/* ---- font keys ---- */

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && !strcmp(a, b));
}

static bool same_font(const FontKey *key, const CharStyle *style) {
    return key->weight == style->weight && key->italic == style->italic && key->features == style->features &&
           same_text(key->family, style->family) && same_text(key->language, style->language);
}

static void face_error(Typesetter *t, const char *family, Place named, const char *error) {
    for (int i = 0; i < t->face_error_count; i++)
        if (!strcmp(t->face_errors[i], error) && same_text(t->face_families[i], family)) return;
    if (t->face_error_count == KEY_MAX) return;
    t->face_places[t->face_error_count] = named;
    if (named.file) t->face_places[t->face_error_count].file = arena_strdup(t->keep, named.file);
    t->face_families[t->face_error_count] = family ? arena_strdup(t->keep, family) : "(geen)";
    t->face_errors[t->face_error_count++] = arena_strdup(t->keep, error);
}

static FontKey *make_key(Typesetter *t, const CharStyle *style) {
    FontKey *key = ARENA_NEW(t->keep, FontKey);
    const char *error;
    hb_codepoint_t space;
    key->family = style->family ? arena_strdup(t->keep, style->family) : NULL;
    key->weight = style->weight;
    key->italic = style->italic;
    key->features = style->features;
    key->language = style->language ? arena_strdup(t->keep, style->language) : NULL;
    key->hb_language = hb_language_from_string(style->language && *style->language ? style->language : "nl", -1);
    key->speech = speech_of(style->language);
    key->face = fonts_face(t->fonts, style->family, style->weight, style->italic, &error);
    if (!key->face) {
        face_error(t, style->family, style->named, error);
        key->face = fonts_fallback(t->fonts, 0, style->weight, style->italic);
    }
    if (key->face && hb_font_get_nominal_glyph(face_font(key->face), ' ', &space)) key->space = face_advance(key->face, space);
    key->index = (uint32_t)t->key_count;
    return key;
}

/* Figures have features; words that these cannot touch are one and the same with and without. */
static const FontKey *without_figures(Typesetter *t, const FontKey *key, const CharStyle *style) {
    enum { FIGURES = FEATURE_TABULAR | FEATURE_OLDSTYLE | FEATURE_LINING | FEATURE_PROPORTIONAL };
    CharStyle bare = *style;
    bare.features &= ~(unsigned)FIGURES;
    return key->face && bare.features != style->features ? typesetter_key(t, &bare) : NULL;
}

/* A key that is there already counts for this document as one that it makes. */
static const FontKey *use_key(Typesetter *t, FontKey *key) {
    if (key->document == t->document) return key;
    if (t->used_count == KEY_MAX) return t->last_used; /* more styles than any house style has */
    key->document = t->document;
    t->used_count++;
    t->last_used = key;
    if (key->figureless) use_key(t, (FontKey *)key->figureless);
    return key;
}

const FontKey *typesetter_key(Typesetter *t, const CharStyle *style) {
    if (t->last_key && same_font(t->last_key, style)) return t->last_key;
    for (int i = 0; i < t->key_count; i++)
        if (same_font(t->keys[i], style)) return t->last_key = use_key(t, t->keys[i]);
    if (t->used_count == KEY_MAX) return t->last_used;
    FontKey *key = make_key(t, style);
    t->keys[t->key_count++] = key;
    use_key(t, key);
    key->figureless = without_figures(t, key, style);
    return t->last_key = key;
}

/* ---- words and chunks ---- */

uint64_t typesetter_hash(const char *text, size_t size, uint64_t seed) {
    uint64_t h = seed * 0x9E3779B97F4A7C15u + 0xCBF29CE484222325u;
    while (size >= 8) {
        uint64_t block;
        memcpy(&block, text, 8);
        h = (h ^ block) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
        text += 8;
        size -= 8;
    }
    uint64_t rest = size;
    for (size_t i = 0; i < size; i++) rest = rest << 8 | (unsigned char)text[i];
    h = (h ^ rest) * 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 29;
}

static void grow_words(Typesetter *t) {
    size_t slots = t->word_slots * 4;
    Word **fresh = zeroed(slots, sizeof *fresh);
    for (size_t i = 0; i < t->word_slots; i++)
        for (Word *w = t->words[i], *next; w; w = next) {
            next = w->next;
            w->next = fresh[w->hash & (slots - 1)];
            fresh[w->hash & (slots - 1)] = w;
        }
    free(t->words);
    t->words = fresh;
    t->word_slots = slots;
}

static bool is_figureless(const Face *face, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] >= 128 || !face->figureless[(unsigned char)text[i]]) return false;
    return true;
}

const Word *typesetter_word(Typesetter *t, const FontKey *key, const char *text, size_t size) {
    if (key->figureless && is_figureless(key->face, text, size)) key = key->figureless;
    uint64_t hash = typesetter_hash(text, size, key->index + 1);
    for (Word *w = t->words[hash & (t->word_slots - 1)]; w; w = w->next)
        if (w->hash == hash && w->key == key && w->size == size && !memcmp(w->text, text, size)) return w;
    if (t->word_count > t->word_slots * 2) grow_words(t);
    Word *word = t->scout ? scout_take(t->scout, t->arena, key, text, size) : NULL;
    if (!word) word = word_shape(t->arena, t->fonts, t->buffer, key, text, size);
    word->hash = hash;
    word->next = t->words[hash & (t->word_slots - 1)];
    t->words[hash & (t->word_slots - 1)] = word;
    t->word_count++;
    return word;
}

static void grow_chunks(Typesetter *t) {
    size_t slots = t->chunk_slots * 4;
    Chunk **fresh = zeroed(slots, sizeof *fresh);
    for (size_t i = 0; i < t->chunk_slots; i++)
        for (Chunk *c = t->chunks[i], *next; c; c = next) {
            next = c->next;
            c->next = fresh[c->hash & (slots - 1)];
            fresh[c->hash & (slots - 1)] = c;
        }
    free(t->chunks);
    t->chunks = fresh;
    t->chunk_slots = slots;
}

const Chunk *typesetter_chunk(Typesetter *t, Speech speech, const char *text, size_t size) {
    uint64_t hash = typesetter_hash(text, size, (uint64_t)speech + 77);
    for (Chunk *c = t->chunks[hash & (t->chunk_slots - 1)]; c; c = c->next)
        if (c->hash == hash && c->speech == speech && c->size == size && !memcmp(c->text, text, size)) return c;
    if (t->chunk_count > t->chunk_slots * 2) grow_chunks(t);
    BreakPoint *room = typesetter_scratch(t, SCRATCH_CHUNK, (size + 1) * sizeof *room);
    Chunk *chunk = ARENA_NEW(t->arena, Chunk);
    chunk->hash = hash;
    chunk->speech = speech;
    chunk->text = arena_strndup(t->arena, text, size);
    chunk->size = (uint32_t)size;
    chunk->count = chunk_breaks(t->hyphenator, speech, chunk->text, size, room);
    chunk->breaks = ARENA_ARRAY(t->arena, (size_t)chunk->count, BreakPoint);
    if (chunk->count) memcpy(chunk->breaks, room, (size_t)chunk->count * sizeof *room);
    chunk->next = t->chunks[hash & (t->chunk_slots - 1)];
    t->chunks[hash & (t->chunk_slots - 1)] = chunk;
    t->chunk_count++;
    return chunk;
}

const Chunk *typesetter_word_chunk(Typesetter *t, const Word *word) {
    if (!word->chunk) ((Word *)word)->chunk = typesetter_chunk(t, word->key->speech, word->text, word->size);
    return word->chunk;
}

/* ---- ahead of need ---- */

void typesetter_prepare(Typesetter *t, const char *language) {
    hyphenator_prepare(t->hyphenator, speech_of(language));
}

/* ---- reports ---- */

void typesetter_place(Typesetter *t, Place place) {
    t->place = place;
}

void typesetter_missing(Typesetter *t, uint32_t c, bool leftward, Place place) {
    if (!place.line) place = t->place;
    for (int i = 0; i < t->missing_count; i++) {
        const Missing *m = &t->missing[i];
        if ((leftward ? m->leftward : m->c == c && !m->leftward) && m->place.line == place.line && same_text(m->place.file, place.file)) return;
    }
    if (t->missing_count == MISSING_MAX) return;
    if (place.file) place.file = arena_strdup(t->keep, place.file);
    t->missing[t->missing_count++] = (Missing){c, leftward, place};
}

static const Message *message_of(const Missing *m, bool draft) {
    if (m->leftward) return MESSAGE_LEFTWARD;
    return draft ? MESSAGE_MISSING_IN_DRAFT : is_private(m->c) ? MESSAGE_PRIVATE : MESSAGE_MISSING_CHARACTER;
}

void typesetter_report_missing(Typesetter *t, bool draft, Diagnostics *diagnostics) {
    static const struct { const char *language, *package; } patterns[SPEECH_COUNT] = {
        [SPEECH_DUTCH] = {"nl", "hyphen-nl"}, [SPEECH_ENGLISH] = {"en", "hyphen-en-gb"}};
    for (int i = 0; i < t->missing_count; i++) {
        char character[8] = "", code[16];
        const Missing *m = &t->missing[i];
        if (is_private(m->c)) strcpy(character, "?"); /* nobody can read it */
        else character[utf8_put(m->c, character)] = '\0';
        snprintf(code, sizeof code, "U+%04X", (unsigned)m->c);
        diagnostics_report(diagnostics, message_of(m, draft), m->place, (Report){.arguments = {character, code}});
    }
    for (int i = 0; i < t->face_error_count; i++)
        diagnostics_report(diagnostics, MESSAGE_FACE, t->face_places[i], (Report){.arguments = {t->face_families[i], t->face_errors[i]}});
    for (int i = 0; i < SPEECH_COUNT; i++)
        if (hyphenator_failed(t->hyphenator, i))
            diagnostics_report(diagnostics, MESSAGE_PATTERNS, (Place){0},
                               (Report){.arguments = {patterns[i].language, patterns[i].package}});
    t->missing_count = 0;
}
