/* Shaping one word: HarfBuzz, with fallback faces for what a face lacks and made small capitals. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "typeset/word.h"

#define SMALL_CAPS_SCALE 800 /* 1/1000: capitals that stand in for small capitals */
#define REPLACEMENT 0xFFFD

typedef struct Shaping {
    Fonts *fonts;
    hb_buffer_t *buffer;
    const FontKey *key;
    const char *text; /* what is shaped: same bytes as the word, or its capitals */
    WordGlyph *glyphs;
    WordPart *parts;
    int count, capacity, part_count, part_capacity;
    uint32_t missing;
} Shaping;

static void *grown(void *old, int *capacity, size_t size) {
    *capacity = *capacity ? *capacity * 2 : 32;
    void *fresh = realloc(old, (size_t)*capacity * size);
    if (!fresh) abort();
    return fresh;
}

static void add_glyph(Shaping *s, const Face *face, int scale, WordGlyph glyph) {
    WordPart *last = s->part_count ? &s->parts[s->part_count - 1] : NULL;
    if (!last || last->face != face || last->scale != scale) {
        if (s->part_count == s->part_capacity) s->parts = grown(s->parts, &s->part_capacity, sizeof *s->parts);
        last = &s->parts[s->part_count++];
        *last = (WordPart){face, scale, s->count, 0};
    }
    if (s->count == s->capacity) s->glyphs = grown(s->glyphs, &s->capacity, sizeof *s->glyphs);
    s->glyphs[s->count++] = glyph;
    last->count++;
}

/* 1 and 0 for the features of a style. */
static unsigned list_features(unsigned flags, bool small_caps, hb_feature_t out[8]) {
    static const struct { unsigned flag; hb_tag_t tag; } known[] = {
        {FEATURE_TABULAR, HB_TAG('t', 'n', 'u', 'm')},  {FEATURE_OLDSTYLE, HB_TAG('o', 'n', 'u', 'm')},
        {FEATURE_LINING, HB_TAG('l', 'n', 'u', 'm')},   {FEATURE_PROPORTIONAL, HB_TAG('p', 'n', 'u', 'm')},
        {FEATURE_SMALL_CAPS, HB_TAG('s', 'm', 'c', 'p')}};
    unsigned n = 0;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!(flags & known[i].flag) || (known[i].flag == FEATURE_SMALL_CAPS && !small_caps)) continue;
        out[n++] = (hb_feature_t){known[i].tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    return n;
}

static bool simple_latin(const char *text, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if ((unsigned char)text[i] >= 0xCD) return false; /* below U+0340: left to right */
    return true;
}

/* Runs HarfBuzz over [from, to); the glyphs stay in the buffer. Returns true for right-to-left text. */
static bool run(Shaping *s, const Face *face, uint32_t from, uint32_t to) {
    hb_feature_t features[8];
    unsigned n = list_features(s->key->features, face->has_small_caps, features);
    hb_buffer_clear_contents(s->buffer);
    hb_buffer_add_utf8(s->buffer, s->text + from, (int)(to - from), 0, (int)(to - from));
    if (simple_latin(s->text, from, to)) {
        hb_buffer_set_direction(s->buffer, HB_DIRECTION_LTR);
        hb_buffer_set_script(s->buffer, HB_SCRIPT_LATIN);
    }
    hb_buffer_set_language(s->buffer, s->key->hb_language);
    hb_buffer_guess_segment_properties(s->buffer);
    hb_shape(face_font(face), s->buffer, features, n);
    return HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(s->buffer));
}

/* No font has it: the replacement character of the first face that has one, else nothing. */
static void add_missing(Shaping *s, uint32_t from, uint32_t to, int scale) {
    const char *p = s->text + from;
    uint32_t c = utf8_next(&p, s->text + to);
    if (!s->missing) s->missing = c;
    const Face *face = s->key->face;
    for (int level = 0; face; face = fonts_fallback(s->fonts, level++, s->key->weight, s->key->italic)) {
        hb_codepoint_t glyph;
        if (!hb_font_get_nominal_glyph(face_font(face), REPLACEMENT, &glyph)) continue;
        add_glyph(s, face, scale, (WordGlyph){glyph, from, face_advance(face, glyph), 0, 0});
        return;
    }
}

static void shape_range(Shaping *s, const Face *face, int level, uint32_t from, uint32_t to, int scale);

static void shape_fallback(Shaping *s, int level, uint32_t from, uint32_t to, int scale) {
    const Face *next = fonts_fallback(s->fonts, level, s->key->weight, s->key->italic);
    while (next && next == s->key->face) next = fonts_fallback(s->fonts, ++level, s->key->weight, s->key->italic);
    if (next) {
        shape_range(s, next, level + 1, from, to, scale);
        return;
    }
    while (from < to) { /* one mark per character */
        const char *p = s->text + from;
        utf8_next(&p, s->text + to);
        uint32_t end = (uint32_t)(p - s->text);
        add_missing(s, from, end, scale);
        from = end;
    }
}

/* Takes the buffer's glyphs out; the recursion below reuses the buffer. */
static WordGlyph *take_glyphs(Shaping *s, uint32_t from, unsigned *n, bool *lacking) {
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(s->buffer, n);
    hb_glyph_position_t *at = hb_buffer_get_glyph_positions(s->buffer, NULL);
    WordGlyph *out = malloc((*n + 1) * sizeof *out);
    if (!out) abort();
    *lacking = false;
    for (unsigned i = 0; i < *n; i++) {
        out[i] = (WordGlyph){info[i].codepoint, info[i].cluster + from, at[i].x_advance, at[i].x_offset, at[i].y_offset};
        *lacking |= !info[i].codepoint;
    }
    return out;
}

/* Left to right: what the face has is kept, each stretch of clusters it lacks goes to the next face. */
static void split_lacking(Shaping *s, const Face *face, int level, const WordGlyph *g, unsigned n, uint32_t to, int scale) {
    for (unsigned i = 0; i < n;) {
        unsigned j = i;
        bool bad = false;
        uint32_t cluster = g[i].cluster;
        for (; j < n && g[j].cluster == cluster; j++) bad |= !g[j].id;
        if (!bad) {
            for (; i < j; i++) add_glyph(s, face, scale, g[i]);
            continue;
        }
        for (;;) { /* the lacking clusters that follow go along */
            unsigned k = j;
            bool more = false;
            for (; k < n && g[k].cluster == g[j].cluster; k++) more |= !g[k].id;
            if (!more) break;
            j = k;
        }
        shape_fallback(s, level, cluster, j < n ? g[j].cluster : to, scale);
        i = j;
    }
}

static void shape_range(Shaping *s, const Face *face, int level, uint32_t from, uint32_t to, int scale) {
    unsigned n;
    bool lacking;
    bool backward = run(s, face, from, to);
    WordGlyph *g = take_glyphs(s, from, &n, &lacking);
    if (lacking && backward) shape_fallback(s, level, from, to, scale);
    else if (lacking) split_lacking(s, face, level, g, n, to, scale);
    else
        for (unsigned i = 0; i < n; i++) add_glyph(s, face, scale, g[i]);
    free(g);
}

/* An accent of its own, which belongs to the letter before it. */
static bool is_mark(uint32_t c) {
    hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

/* Small letters as smaller capitals, the rest as it is. Capitals take as many bytes as their small letters. */
static void shape_small_caps(Shaping *s, uint32_t size) {
    char *capitals = malloc(size + 1);
    if (!capitals) abort();
    const char *original = s->text;
    memcpy(capitals, original, size);
    s->text = capitals;
    for (uint32_t from = 0; from < size;) {
        uint32_t to = from;
        int kind = -1;
        while (to < size) {
            const char *p = original + to;
            uint32_t c = utf8_next(&p, original + size), upper = to_upper(c);
            char bytes[4];
            bool small = upper != c && utf8_put(upper, bytes) == p - (original + to);
            if (kind >= 0 && small != kind && !is_mark(c)) break;
            if (kind < 0 || small) kind = small;
            if (small) memcpy(capitals + to, bytes, (size_t)(p - (original + to)));
            to = (uint32_t)(p - original);
        }
        shape_range(s, s->key->face, 0, from, to, kind == 1 ? SMALL_CAPS_SCALE : 1000);
        from = to;
    }
    s->text = original;
    free(capitals);
}

Word *word_shape(Arena *arena, Fonts *fonts, hb_buffer_t *buffer, const FontKey *key, const char *text, size_t size) {
    Shaping s = {.fonts = fonts, .buffer = buffer, .key = key, .text = text};
    Word *word = ARENA_NEW(arena, Word);
    word->key = key;
    word->text = arena_strndup(arena, text, size);
    word->size = (uint32_t)size;
    if (key->face && size) {
        if ((key->features & FEATURE_SMALL_CAPS) && !key->face->has_small_caps) shape_small_caps(&s, (uint32_t)size);
        else shape_range(&s, key->face, 0, 0, (uint32_t)size, 1000);
    }
    word->count = s.count;
    word->part_count = s.part_count;
    word->missing = s.missing;
    for (const char *p = text, *end = text + size; p < end && !word->missing;) {
        uint32_t c = utf8_next(&p, end);
        if (is_private(c)) word->missing = c; /* a font may draw it, but nobody can read it */
    }
    word->glyphs = ARENA_ARRAY(arena, (size_t)s.count, WordGlyph);
    word->parts = ARENA_ARRAY(arena, (size_t)s.part_count, WordPart);
    if (s.count) memcpy(word->glyphs, s.glyphs, (size_t)s.count * sizeof *s.glyphs);
    if (s.part_count) memcpy(word->parts, s.parts, (size_t)s.part_count * sizeof *s.parts);
    free(s.glyphs);
    free(s.parts);
    return word;
}

Length units_length_any(int units, Length size, int scale, const Face *face) {
    int64_t over = (int64_t)face->metrics.units_per_em * 1000;
    int64_t value = (int64_t)units * size * scale;
    value = value >= 0 ? (value + over / 2) / over : -((-value + over / 2) / over);
    return value > LENGTH_MAX ? LENGTH_MAX : value < -LENGTH_MAX ? -LENGTH_MAX : (Length)value;
}

static Length measure(const Word *word, const CharStyle *style, uint32_t from, uint32_t to, bool whole) {
    Length width = 0;
    for (int p = 0; p < word->part_count; p++) {
        const WordPart *part = &word->parts[p];
        for (int i = part->first; i < part->first + part->count; i++) {
            const WordGlyph *g = &word->glyphs[i];
            if (!whole && (g->cluster < from || g->cluster >= to)) continue;
            width += units_length(g->advance, style->size, part->scale, part->face);
            if (g->advance) width += style->tracking;
        }
    }
    return width;
}

Length word_width(const Word *word, const CharStyle *style, uint32_t from, uint32_t to) {
    if (from > 0 || to < word->size) return measure(word, style, from, to, false);
    if (word->size_measured != style->size || word->tracking_measured != style->tracking) {
        Word *keep = (Word *)word;
        keep->size_measured = style->size;
        keep->tracking_measured = style->tracking;
        keep->width = measure(word, style, from, to, true);
    }
    return word->width;
}
