/* Which glyphs a file uses and what text they stand for; their subsets, made by HarfBuzz.
 *
 * Every face becomes one Type0 font with Identity-H: the codes in content streams are the subset's own, compact
 * glyph ids. ToUnicode gives each code one text. A glyph that stands for a second text (the hyphen as soft hyphen, a
 * part of a cluster) gets a further code, mapped to it by CIDToGIDMap: nothing has to be wrapped in ActualText, which
 * readers handle unevenly. Only CFF fonts, which have no such map, fall back on it. */
#include <hb-subset.h>
#include <hb.h>
#include <string.h>

#include "base/text.h"
#include "pdf/font.h"
#include "pdf/font_file.h"

void run_any_cluster(const GlyphRun *run, int i, int *end, size_t *from, size_t *to) {
    uint32_t start = run->glyphs[i].cluster;
    int next = i + 1;
    while (next < run->count && run->glyphs[next].cluster == start) next++;
    bool backwards = run->count > 1 && run->glyphs[run->count - 1].cluster < run->glyphs[0].cluster;
    size_t size = run->text ? run->text_size : 0;
    *from = start < size ? start : size;
    *to = backwards ? (i > 0 ? run->glyphs[i - 1].cluster : size) : next < run->count ? run->glyphs[next].cluster : size;
    *end = next;
    if (*to > size) *to = size;
    if (*from > *to) *from = *to;
    if (next == run->count && !backwards && *to - *from > 1 && run->text[*to - 1] == ' ') --*to;
}

/* White space of any width is a space, a hyphen that does not break is a hyphen. */
static uint32_t fold(uint32_t c) {
    if (c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A)) return ' ';
    return c == 0x2010 || c == 0x2011 ? '-' : c;
}

static bool same_folded(const char *said, size_t said_size, const char *text, size_t size) {
    if (!said_size || !size || size > 4 || said_size > 4) return false;
    const char *a = said, *b = text;
    return fold(utf8_next(&a, said + said_size)) == fold(utf8_next(&b, text + size)) && a == said + said_size && b == text + size;
}

static inline bool same_text(const char *said, size_t said_size, const char *text, size_t size) {
    if (said_size == size && (size == 1 ? *said == *text : memcmp(said, text, size) == 0)) return true;
    return same_folded(said, said_size, text, size);
}

static Font *font_for(FontTable *table, Writer *w, const Face *face) {
    int index = face_index(face);
    if (index < 0) return NULL;
    if (index >= table->by_index_count) {
        int count = index + 16;
        Font **fresh = ARENA_ARRAY(w->arena, (size_t)count, Font *);
        if (table->by_index_count) memcpy(fresh, table->by_index, (size_t)table->by_index_count * sizeof *fresh);
        table->by_index = fresh;
        table->by_index_count = count;
    }
    if (table->by_index[index]) return table->by_index[index];
    Font *font = ARENA_NEW(w->arena, Font);
    font->face = face;
    font->glyph_count = (int)hb_face_get_glyph_count(face_hb(face));
    font->slots = ARENA_ARRAY(w->arena, (size_t)font->glyph_count + 1, FontSlot);
    font->resource = table->count++;
    hb_blob_t *cff = hb_face_reference_table(face_hb(face), HB_TAG('C', 'F', 'F', ' '));
    font->cff = hb_blob_get_length(cff) > 0;
    hb_blob_destroy(cff);
    table->by_index[index] = font;
    if (table->last) table->last->next = font;
    else table->first = font;
    table->last = font;
    hb_font_t *hb = hb_font_create(face_hb(face));
    hb_codepoint_t space;
    if (hb_font_get_nominal_glyph(hb, ' ', &space) && space < (hb_codepoint_t)font->glyph_count) {
        font->space = space;
        font->slots[space] = (FontSlot){.text = " ", .size = 1, .used = true};
    }
    hb_font_destroy(hb);
    return font;
}

static void report_missing(Writer *w, const GlyphRun *run, int i, const Item *item) {
    int end;
    size_t from, to;
    run_cluster(run, i, &end, &from, &to);
    char *text = arena_strndup(w->arena, run->text ? run->text + from : "", to - from);
    writer_report(w, &P102_NO_GLYPH, item->element ? item->element->place : (Place){0}, text, face_name(run->face));
}

/* This glyph stands for that text. The first text that it stands for alone is its own; others get extra codes, as
 * long as there are few (after that, and in CFF fonts, ActualText has to do). */
static void claim(Writer *w, Font *font, uint32_t glyph, const char *text, size_t size, bool own) {
    enum { EXTRAS_PER_GLYPH = 100, EXTRAS = 20000 };
    FontSlot *slot = &font->slots[glyph];
    slot->used = true;
    if (size == 0 || same_text(slot->text, slot->size, text, size)) return;
    if (own && !slot->size) {
        slot->text = text;
        slot->size = size;
        return;
    }
    for (const FontExtra *e = slot->extras; e; e = e->same)
        if (same_text(e->text, e->size, text, size)) return;
    if (font->cff || size > 60 || slot->extra_count >= EXTRAS_PER_GLYPH || font->extra_count >= EXTRAS) return;
    FontExtra *extra = ARENA_NEW(w->arena, FontExtra);
    *extra = (FontExtra){.text = text, .size = size, .glyph = glyph, .same = slot->extras};
    slot->extras = extra;
    slot->extra_count++;
    font->extra_count++;
    if (font->last_extra) font->last_extra->next = extra;
    else font->first_extra = extra;
    font->last_extra = extra;
}

static void collect_run(Writer *w, FontTable *table, const Item *item) {
    const GlyphRun *run = item->as.glyphs;
    Font *font = run->face ? font_for(table, w, run->face) : NULL;
    if (!font) return;
    font->uses += (size_t)run->count;
    for (int i = 0; i < run->count;) {
        int end, start = i;
        size_t from, to;
        run_cluster(run, i, &end, &from, &to);
        const char *text = run->text ? run->text + from : "";
        bool own = end == i + 1 && !(to - from == 2 && memcmp(text, "\xC2\xAD", 2) == 0);
        for (; i < end; i++) {
            uint32_t glyph = run->glyphs[i].id;
            if (glyph == 0 || glyph >= (uint32_t)font->glyph_count) report_missing(w, run, i, item);
            else if (i == start) claim(w, font, glyph, text, to - from, own);
            else claim(w, font, glyph, FONT_SILENT, 3, false);
        }
    }
}

/* Glyphs that never stood alone for a text: the character that the font's own table has for them, else none. */
static void name_the_rest(Font *font) {
    bool needed = false;
    for (int g = 0; g < font->glyph_count; g++) needed = needed || (font->slots[g].used && !font->slots[g].size);
    if (!needed) return;
    hb_set_t *all = hb_set_create();
    hb_font_t *hb = hb_font_create(face_hb(font->face));
    hb_face_collect_unicodes(face_hb(font->face), all);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(all, &c);) {
        hb_codepoint_t glyph;
        if (c < ' ' || c == 0xFEFF || c == 0xFFFE || c == 0xAD || (c >= 0xE000 && c <= 0xF8FF) || !hb_font_get_nominal_glyph(hb, c, &glyph)) continue;
        FontSlot *slot = glyph < (hb_codepoint_t)font->glyph_count ? &font->slots[glyph] : NULL;
        if (!slot || !slot->used || slot->size) continue;
        slot->size = (size_t)utf8_put(c, slot->own);
        slot->text = slot->own;
    }
    hb_font_destroy(hb);
    hb_set_destroy(all);
    for (int g = 0; g < font->glyph_count; g++)
        if (font->slots[g].used && !font->slots[g].size) {
            font->slots[g].text = FONT_SILENT;
            font->slots[g].size = 3;
        }
}

static bool subset(Writer *w, Font *font) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return false;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input), *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (int g = 0; g < font->glyph_count; g++)
        if (font->slots[g].used) hb_set_add(glyphs, (hb_codepoint_t)g);
    static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "post", "cmap", "gasp", "DSIG", "FFTM", "BASE", "JSTF", "STAT", "MATH", "hdmx", "VDMX", "LTSH", "PCLT", "meta", "vhea", "vmtx", "VORG"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) hb_set_add(drop, HB_TAG(tags[i][0], tags[i][1], tags[i][2], tags[i][3]));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face_hb(font->face), input);
    hb_face_t *result = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (result) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        font->codes = ARENA_ARRAY(w->arena, (size_t)font->glyph_count, FontGlyph);
        int em = face_metrics(font->face)->units_per_em;
        for (int g = 0; g < font->glyph_count; g++) {
            hb_codepoint_t code = font->slots[g].used || g == 0 ? hb_map_get(map, (hb_codepoint_t)g) : HB_MAP_VALUE_INVALID;
            if (code == HB_MAP_VALUE_INVALID) continue;
            int64_t width = ((int64_t)face_advance(font->face, (uint32_t)g) * 20000 + em) / (2 * (int64_t)(em > 0 ? em : 1000));
            font->codes[g] = (FontGlyph){code, (int)width};
        }
        font->subset_count = (int)hb_face_get_glyph_count(result);
        int next = font->subset_count;
        for (FontExtra *e = font->first_extra; e; e = e->next)
            e->code = (FontGlyph){next < 65535 ? (unsigned)next++ : font->codes[e->glyph].code, font->codes[e->glyph].width};
        font->file = hb_face_reference_blob(result);
        hb_face_destroy(result);
    }
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return result && hb_blob_get_length(font->file) > 0;
}

FontTable *fonts_collect(Writer *w) {
    FontTable *table = ARENA_NEW(w->arena, FontTable);
    for (int i = 0; i < w->pages->count; i++) {
        const Fragment *content = w->pages->pages[i].content;
        for (int k = 0; content && k < content->count; k++)
            if (content->items[k].kind == ITEM_GLYPHS && item_paints(&content->items[k])) collect_run(w, table, &content->items[k]);
    }
    for (Font *font = table->first; font; font = font->next) {
        name_the_rest(font);
        font->object = object_reserve(w->objects);
        if (!subset(w, font)) writer_report(w, &P112_FONT, (Place){0}, face_name(font->face), NULL);
    }
    return table;
}

void fonts_free(FontTable *table) {
    for (Font *font = table ? table->first : NULL; font; font = font->next) hb_blob_destroy(font->file);
}

const Font *font_of(const FontTable *table, const Face *face) {
    int index = face ? face_index(face) : -1;
    return index >= 0 && index < table->by_index_count ? table->by_index[index] : NULL;
}

int font_resource(const Font *font) { return font->resource; }

bool font_encode(const Font *font, uint32_t glyph, const char *text, size_t size, FontGlyph *out) {
    *out = (FontGlyph){0, 0};
    if (!font->codes || glyph >= (uint32_t)font->glyph_count) return true;
    const FontSlot *slot = &font->slots[glyph];
    *out = font->codes[glyph];
    if (size == 0 || same_text(slot->text, slot->size, text, size)) return true;
    for (const FontExtra *e = slot->extras; e; e = e->same) {
        if (!same_text(e->text, e->size, text, size)) continue;
        *out = e->code;
        return true;
    }
    return false;
}

FontGlyph font_space(const Font *font) { return font->space && font->codes ? font->codes[font->space] : (FontGlyph){0, 0}; }

void fonts_resources(const FontTable *table, Buffer *out) {
    for (const Font *font = table->first; font; font = font->next) {
        buffer_printf(out, "/F%d ", font->resource);
        put_ref(out, font->object);
    }
}

const Face *fonts_main_face(const FontTable *table) {
    const Font *best = NULL;
    for (const Font *font = table->first; font; font = font->next)
        if (!best || font->uses > best->uses) best = font;
    return best ? best->face : NULL;
}

void fonts_write(Writer *w, FontTable *table) {
    for (Font *font = table->first; font; font = font->next)
        if (font->codes) font_file_write(w, font);
}
