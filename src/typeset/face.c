/* Reading one font file: name, metrics (head, hhea, OS/2, post) and the HarfBuzz objects. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <hb-ot.h>

#include "base/file.h"
#include "typeset/face.h"

static int u16(const unsigned char *p) {
    return p[0] << 8 | p[1];
}
static int s16(const unsigned char *p) {
    return (int16_t)(p[0] << 8 | p[1]);
}

/* A table of the font, or NULL when it is absent or shorter than that. */
static const unsigned char *table(hb_face_t *face, hb_tag_t tag, unsigned shortest, hb_blob_t **blob) {
    unsigned size = 0;
    *blob = hb_face_reference_table(face, tag);
    const char *data = hb_blob_get_data(*blob, &size);
    return size >= shortest ? (const unsigned char *)data : NULL;
}

static void read_head(Face *face) {
    hb_blob_t *blob;
    const unsigned char *t = table(face->hb, HB_TAG('h', 'e', 'a', 'd'), 54, &blob);
    for (int i = 0; t && i < 4; i++) face->metrics.bbox[i] = s16(t + 36 + 2 * i);
    hb_blob_destroy(blob);
    t = table(face->hb, HB_TAG('h', 'h', 'e', 'a'), 36, &blob);
    if (t) {
        face->metrics.ascent = s16(t + 4);
        face->metrics.descent = s16(t + 6);
    }
    hb_blob_destroy(blob);
    t = table(face->hb, HB_TAG('p', 'o', 's', 't'), 32, &blob);
    if (t) {
        face->metrics.italic_angle = s16(t + 4);
        face->metrics.fixed_pitch = u16(t + 12) || u16(t + 14);
    }
    hb_blob_destroy(blob);
}

static void read_os2(Face *face) {
    hb_blob_t *blob;
    FaceMetrics *m = &face->metrics;
    m->weight = face->weight;
    m->cap_height = m->ascent * 7 / 10;
    m->x_height = m->ascent / 2;
    const unsigned char *t = table(face->hb, HB_TAG('O', 'S', '/', '2'), 78, &blob);
    if (t) {
        int family_class = t[30], serif = t[33];                 /* sFamilyClass, panose bSerifStyle */
        m->weight = u16(t + 4);
        m->italic = u16(t + 62) & 1;
        m->serif = family_class ? family_class >= 1 && family_class <= 7 : serif >= 2 && serif <= 10;
        if (u16(t) >= 2 && hb_blob_get_length(blob) >= 96) {
            if (s16(t + 86) > 0) m->x_height = s16(t + 86);
            if (s16(t + 88) > 0) m->cap_height = s16(t + 88);
        }
    }
    hb_blob_destroy(blob);
}

/* The PostScript name, kept to the characters a PDF name may have. */
static const char *postscript_name(Arena *arena, Face *face) {
    char name[128] = "";
    unsigned size = sizeof name, n = 0;
    hb_ot_name_get_utf8(face->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    for (char *p = name; *p; p++)
        if (isalnum((unsigned char)*p) || *p == '-' || *p == '_') name[n++] = *p;
    name[n] = '\0';
    return n ? arena_strdup(arena, name) : arena_printf(arena, "Font%d", face->index);
}

static bool has_feature(hb_face_t *face, hb_tag_t tag) {
    hb_tag_t tags[64];
    unsigned total = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, 0, NULL, NULL);
    for (unsigned start = 0; start < total;) {
        unsigned n = 64;
        hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, start, &n, tags);
        if (!n) break;
        for (unsigned i = 0; i < n; i++)
            if (tags[i] == tag) return true;
        start += n;
    }
    return false;
}

/* The lookups of features in a table (GSUB, GPOS). */
static hb_set_t *lookups_of(hb_face_t *face, hb_tag_t table, const hb_tag_t *features) {
    hb_set_t *lookups = hb_set_create();
    hb_ot_layout_collect_lookups(face, table, NULL, NULL, features, lookups);
    return lookups;
}

static const hb_tag_t ALWAYS[] = { /* what HarfBuzz applies unasked to letters that run from left to right */
    HB_TAG('r', 'v', 'r', 'n'), HB_TAG('l', 't', 'r', 'a'), HB_TAG('l', 't', 'r', 'm'), HB_TAG('r', 'a', 'n', 'd'), HB_TAG('a', 'b', 'v', 'm'),
    HB_TAG('b', 'l', 'w', 'm'), HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'),
    HB_TAG('r', 'l', 'i', 'g'), HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'l', 'i', 'g'), HB_TAG('c', 'u', 'r', 's'), HB_TAG('d', 'i', 's', 't'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('l', 'i', 'g', 'a'), HB_TAG('r', 'c', 'l', 't'), HB_TAG('f', 'r', 'a', 'c'), HB_TAG_NONE};
static const hb_tag_t FIGURES[] = {HB_TAG('t', 'n', 'u', 'm'), HB_TAG('l', 'n', 'u', 'm'), HB_TAG('o', 'n', 'u', 'm'), HB_TAG('p', 'n', 'u', 'm'), HB_TAG_NONE};

/* Whether the features of figures leave these characters alone, and all that they may have become by then. */
static bool leave_alone(hb_face_t *face, hb_font_t *font, const char *characters) {
    hb_set_t *figures = lookups_of(face, HB_OT_TAG_GSUB, FIGURES), *places = lookups_of(face, HB_OT_TAG_GPOS, FIGURES);
    hb_set_t *always = lookups_of(face, HB_OT_TAG_GSUB, ALWAYS), *glyphs = hb_set_create(), *touched = hb_set_create();
    bool alone = hb_set_is_empty(places);
    for (const char *c = characters; *c; c++) {
        hb_codepoint_t glyph;
        if (hb_font_get_nominal_glyph(font, (hb_codepoint_t)*c, &glyph)) hb_set_add(glyphs, glyph);
    }
    hb_ot_layout_lookups_substitute_closure(face, always, glyphs);
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(figures, &lookup);)
        hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookup, NULL, touched, NULL, NULL);
    hb_set_intersect(touched, glyphs);
    alone = alone && hb_set_is_empty(touched);
    hb_set_t *const sets[] = {figures, places, always, glyphs, touched};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) hb_set_destroy(sets[i]);
    return alone;
}

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

static void find_figureless(Face *face) {
    static const char *const groups[] = {LETTERS ".,:;!?()'-", LETTERS};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (leave_alone(face->hb, face->font, groups[i])) {
            for (const char *c = groups[i]; *c; c++) face->figureless[(unsigned char)*c] = true;
            return;
        }
}

bool face_load(Arena *arena, Face *face) {
    hb_blob_t *blob = hb_blob_create(face->bytes.data, (unsigned)face->bytes.size, HB_MEMORY_MODE_READONLY, NULL, NULL);
    face->hb = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (!hb_face_get_glyph_count(face->hb)) return false;
    int upem = (int)hb_face_get_upem(face->hb);
    face->metrics.units_per_em = upem;
    read_head(face);
    read_os2(face);
    face->metrics.italic |= face->italic;
    face->name = postscript_name(arena, face);
    face->has_small_caps = has_feature(face->hb, HB_TAG('s', 'm', 'c', 'p'));
    face->font = hb_font_create(face->hb);
    hb_font_set_scale(face->font, upem, upem);
    hb_face_make_immutable(face->hb);
    hb_font_make_immutable(face->font);
    find_figureless(face);
    return true;
}

void face_close(Face *face) {
    hb_font_destroy(face->font);
    hb_face_destroy(face->hb);
    buffer_free(&face->bytes);
}

hb_font_t *face_font(const Face *face) {
    return face->font;
}
const char *face_name(const Face *face) {
    return face->name;
}
int face_index(const Face *face) {
    return face->index;
}
const char *face_file(const Face *face) {
    return face->file;
}
const char *face_digest(const Face *face) {
    if (!face->digest[0] && face->bytes.data) sha256_hex(face->bytes.data, face->bytes.size, ((Face *)face)->digest);
    return face->digest;
}
bool face_known(const Face *face) {
    return !strcmp(face_digest(face), face->sha256);
}
const unsigned char *face_data(const Face *face, size_t *size) {
    *size = face->bytes.size;
    return (const unsigned char *)face->bytes.data;
}
const FaceMetrics *face_metrics(const Face *face) {
    return &face->metrics;
}
int face_advance(const Face *face, uint32_t glyph) {
    return hb_font_get_glyph_h_advance(face->font, glyph);
}
void *face_hb(const Face *face) {
    return face->hb;
}
