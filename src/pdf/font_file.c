/* The objects that embed one subset: Type0 font, CIDFont with widths, descriptor, ToUnicode, font file. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "pdf/font_file.h"

void font_tag(const void *bytes, size_t size, char out[7]) {
    char digest[65];
    sha256_hex(bytes, size, digest);
    digest[12] = 0;
    unsigned long long value = strtoull(digest, NULL, 16);
    for (int i = 0; i < 6; i++, value /= 26) out[i] = (char)('A' + value % 26);
    out[6] = 0;
}

static int per_mille(int units, int em) {
    return em > 0 ? (int)(((int64_t)units * 2000 + (units < 0 ? -em : em)) / (2 * (int64_t)em)) : 0;
}

void font_descriptor(Buffer *out, const Face *face, const char *name, int flags) {
    const FaceMetrics *m = face_metrics(face);
    int em = m->units_per_em;
    flags |= (m->fixed_pitch ? 1 : 0) | (m->serif ? 2 : 0) | (m->italic ? 64 : 0);
    int stem = 50 + m->weight * m->weight / 4225; /* the usual estimate: (weight/65)^2 + 50 */
    buffer_puts(out, "/Type/FontDescriptor/FontName");
    put_name(out, name);
    buffer_printf(out, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/XHeight %d/StemV %d", flags,
                  per_mille(m->bbox[0], em), per_mille(m->bbox[1], em), per_mille(m->bbox[2], em), per_mille(m->bbox[3], em),
                  m->italic_angle, per_mille(m->ascent, em), per_mille(m->descent, em), per_mille(m->cap_height, em),
                  per_mille(m->x_height, em), stem);
}

typedef struct Used { /* a glyph of the subset */
    unsigned code;
    int width;
    const char *text;
    size_t size;
} Used;

static int by_code(const void *a, const void *b) {
    const Used *x = a, *y = b;
    return x->code < y->code ? -1 : x->code > y->code;
}

/* Glyph 0 and the used ones in order of code; the caller frees nothing (arena). */
static Used *used_glyphs(Writer *w, const Font *font, int *count) {
    Used *used = ARENA_ARRAY(w->arena, (size_t)font->glyph_count + (size_t)font->extra_count + 1, Used);
    for (int g = 0; g < font->glyph_count; g++)
        if (g == 0 || font->slots[g].used) used[(*count)++] = (Used){font->codes[g].code, font->codes[g].width, font->slots[g].text, font->slots[g].size};
    for (const FontExtra *e = font->first_extra; e; e = e->next)
        if ((int)e->code.code >= font->subset_count) used[(*count)++] = (Used){e->code.code, e->code.width, e->text, e->size};
    qsort(used, (size_t)*count, sizeof *used, by_code);
    return used;
}

/* [0 [500 250.5 ...] 40 [...]]: a new part where codes are missing (parts of composites). */
static void put_widths(Buffer *out, const Used *used, int count) {
    buffer_puts(out, "/DW 0/W[");
    for (int i = 0; i < count; i++) {
        if (i == 0 || used[i].code != used[i - 1].code + 1) {
            if (i) buffer_puts(out, "]");
            put_int(out, used[i].code);
            buffer_putc(out, '[');
        } else {
            buffer_putc(out, ' ');
        }
        put_scaled(out, used[i].width, 1);
    }
    buffer_puts(out, count ? "]]" : "]");
}

static void put_utf16(Buffer *out, const Used *used) {
    const char *p = used->text, *end = used->text + used->size;
    buffer_putc(out, '<');
    for (int n = 0; p < end && n < 100; n++) {
        uint32_t c = utf8_next(&p, end);
        if (c == 0 || c == 0xFEFF || c == 0xFFFE) c = 0xFFFD;
        if (c > 0xFFFF) buffer_printf(out, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
        else buffer_printf(out, "%04X", c);
    }
    buffer_putc(out, '>');
}

static int write_to_unicode(Writer *w, const Used *used, int count) {
    Buffer map = {0};
    buffer_puts(&map, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)"
                      "/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    int first = count > 0 && used[0].code == 0 ? 1 : 0; /* .notdef is never shown */
    for (int i = first; i < count; i += 100) {
        int end = i + 100 < count ? i + 100 : count;
        buffer_printf(&map, "%d beginbfchar\n", end - i);
        for (int k = i; k < end; k++) {
            buffer_printf(&map, "<%04X>", used[k].code);
            put_utf16(&map, &used[k]);
            buffer_putc(&map, '\n');
        }
        buffer_puts(&map, "endbfchar\n");
    }
    buffer_puts(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
    Buffer entries = {0};
    int object = object_add_stream(w->objects, &entries, map.data, map.size, true);
    buffer_free(&map);
    return object;
}

/* The bytes of an sfnt's CFF table, or NULL when it has TrueType outlines. */
static const char *cff_table(const char *file, size_t size, size_t *table_size) {
    const unsigned char *p = (const unsigned char *)file;
    unsigned tables = size >= 12 ? (unsigned)(p[4] << 8 | p[5]) : 0;
    for (unsigned i = 0; i < tables && 12 + 16 * (size_t)(i + 1) <= size; i++) {
        const unsigned char *t = p + 12 + 16 * i;
        uint32_t at = (uint32_t)t[8] << 24 | (uint32_t)t[9] << 16 | (uint32_t)t[10] << 8 | t[11];
        uint32_t length = (uint32_t)t[12] << 24 | (uint32_t)t[13] << 16 | (uint32_t)t[14] << 8 | t[15];
        if (memcmp(t, "CFF ", 4) || at > size || length > size - at) continue;
        *table_size = length;
        return file + at;
    }
    return NULL;
}

/* "/Identity", or a stream that maps the extra codes back to their glyphs. */
static void put_glyph_map(Writer *w, const Font *font, Buffer *out) {
    buffer_puts(out, "/CIDToGIDMap");
    if (!font->first_extra) {
        buffer_puts(out, "/Identity");
        return;
    }
    Buffer map = {0}, none = {0};
    for (int i = 0; i < font->subset_count; i++) {
        const char pair[2] = {(char)(i >> 8), (char)i};
        buffer_append(&map, pair, 2);
    }
    for (const FontExtra *e = font->first_extra; e; e = e->next) {
        if ((int)e->code.code < font->subset_count) continue;
        unsigned glyph = font->codes[e->glyph].code;
        const char pair[2] = {(char)(glyph >> 8), (char)glyph};
        buffer_append(&map, pair, 2);
    }
    buffer_putc(out, ' ');
    put_ref(out, object_add_stream(w->objects, &none, map.data, map.size, true));
    buffer_free(&map);
}

void font_file_write(Writer *w, const Font *font) {
    Objects *o = w->objects;
    unsigned size;
    const char *file = hb_blob_get_data(font->file, &size);
    char tag[7];
    font_tag(file, size, tag);
    const char *name = arena_printf(w->arena, "%s+%s", tag, face_name(font->face));
    size_t cff_size = 0;
    const char *cff = cff_table(file, size, &cff_size);
    Buffer e = {0};
    if (cff) buffer_puts(&e, "/Subtype/CIDFontType0C");
    else buffer_printf(&e, "/Length1 %u", size);
    int data = cff ? object_add_stream(o, &e, cff, cff_size, true) : object_add_stream(o, &e, file, size, true);
    e.size = 0;
    font_descriptor(&e, font->face, name, 4);
    buffer_puts(&e, cff ? "/FontFile3 " : "/FontFile2 ");
    put_ref(&e, data);
    int descriptor = object_add(o, &e);
    int count = 0;
    const Used *used = used_glyphs(w, font, &count);
    e.size = 0;
    buffer_printf(&e, "/Type/Font/Subtype/CIDFontType%d/BaseFont", cff ? 0 : 2);
    put_name(&e, name);
    buffer_puts(&e, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
    put_ref(&e, descriptor);
    if (!cff) put_glyph_map(w, font, &e);
    put_widths(&e, used, count);
    int descendant = object_add(o, &e);
    e.size = 0;
    buffer_puts(&e, "/Type/Font/Subtype/Type0/BaseFont");
    put_name(&e, name);
    buffer_puts(&e, "/Encoding/Identity-H/DescendantFonts[");
    put_ref(&e, descendant);
    buffer_puts(&e, "]/ToUnicode ");
    put_ref(&e, write_to_unicode(w, used, count));
    object_set(o, font->object, &e);
    buffer_free(&e);
}
