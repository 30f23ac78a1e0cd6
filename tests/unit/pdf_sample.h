/* Small documents made by hand for the tests of frame/ and pdf/: text shaped straight through HarfBuzz. */
#ifndef TESTS_UNIT_PDF_SAMPLE_H
#define TESTS_UNIT_PDF_SAMPLE_H

#include <hb.h>
#include <stdlib.h>
#include <string.h>

#include "frame/frame.h"
#include "pdf/pdf.h"

typedef struct Sample {
    Arena *arena;
    Fonts *fonts;
    const Face *face;
    Pages *pages;
    Element *part;
    Fragment *page;  /* the one being filled */
    Length y;
} Sample;

static inline Length sample_rounded(double v) { return (Length)(v < 0 ? v - 0.5 : v + 0.5); }

static inline const GlyphRun *sample_run(Sample *s, const char *text, Length size) {
    GlyphRun *run = ARENA_NEW(s->arena, GlyphRun);
    hb_font_t *font = hb_font_create(face_hb(s->face));
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, NULL, 0);
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    double scale = (double)size / face_metrics(s->face)->units_per_em;
    *run = (GlyphRun){.face = s->face, .size = size, .glyphs = ARENA_ARRAY(s->arena, count + 1, Glyph), .count = (int)count,
                      .text = arena_strdup(s->arena, text), .text_size = strlen(text)};
    for (unsigned i = 0; i < count; i++) {
        run->glyphs[i] = (Glyph){.id = infos[i].codepoint, .cluster = infos[i].cluster, .advance = sample_rounded(positions[i].x_advance * scale),
                                 .x_offset = sample_rounded(positions[i].x_offset * scale), .y_offset = sample_rounded(positions[i].y_offset * scale)};
        run->width += run->glyphs[i].advance;
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    return run;
}

static inline void sample_page(Sample *s, const char *label) {
    Pages *p = s->pages;
    if (p->count == p->capacity) {
        int capacity = p->capacity ? p->capacity * 2 : 8;
        Page *pages = ARENA_ARRAY(s->arena, (size_t)capacity, Page);
        if (p->count) memcpy(pages, p->pages, (size_t)p->count * sizeof *pages);
        p->pages = pages;
        p->capacity = capacity;
    }
    s->page = fragment_new(s->arena);
    p->pages[p->count++] = (Page){.width = 595276, .height = 841890, .content = s->page, .label = label};
    s->y = 72000;
}

static inline void sample_text(Sample *s, Element *element, Length x, const char *text, Length size) {
    fragment_glyphs(s->page, x, s->y, sample_run(s, text, size), element, ARTIFACT_NONE);
}

static inline void sample_line(Sample *s, Element *element, const char *text, Length size) {
    sample_text(s, element, 72000, text, size);
    s->y += size * 14 / 10;
}

static inline Element *sample_block(Sample *s, Role role, const char *text) {
    Element *e = element_new(s->arena, role, s->part, false);
    sample_line(s, e, text, role == ROLE_P ? 11000 : 18000);
    return e;
}

static inline void sample_open(Sample *s) {
    *s = (Sample){.arena = arena_new()};
    const char *error = NULL;
    s->fonts = fonts_open(JAARVERSLAG_DATA "/fonts/catalogue.tsv", &error);
    if (!s->fonts) abort();
    s->face = fonts_face(s->fonts, "Lato", 400, false, &error);
    if (!s->face) abort();
    s->pages = ARENA_NEW(s->arena, Pages);
    *s->pages = (Pages){.arena = s->arena, .title = "Jaarverslag „proef”", .author = "Partnerschap A & B", .subject = "Proef",
                        .keywords = "opleiden, proef", .language = "nl", .date = "2021-10-12"};
    s->pages->root = element_new(s->arena, ROLE_DOCUMENT, NULL, false);
    s->part = element_new(s->arena, ROLE_PART, s->pages->root, false);
    sample_page(s, "1");
}

static inline void sample_close(Sample *s) {
    fonts_close(s->fonts);
    arena_free(s->arena);
}

/* A table of two columns and three rows: header row, a spanning header cell, data. */
static inline void sample_table(Sample *s) {
    Element *table = element_new(s->arena, ROLE_TABLE, s->part, false);
    table->summary = "Proeftabel";
    Element *head = element_new(s->arena, ROLE_THEAD, table, false), *body = element_new(s->arena, ROLE_TBODY, table, false);
    static const char *heads[] = {"School", "Studenten"};
    static const char *ids[] = {"t.1", "t.2"};
    Element *row = element_new(s->arena, ROLE_TR, head, false);
    for (int c = 0; c < 2; c++) {
        Element *cell = element_new(s->arena, ROLE_TH, row, false);
        cell->scope = SCOPE_COLUMN;
        cell->id = ids[c];
        sample_text(s, cell, 72000 + c * 150000, heads[c], 10000);
    }
    s->y += 14000;
    Element *group = element_new(s->arena, ROLE_TR, body, false);
    Element *wide = element_new(s->arena, ROLE_TH, group, false);
    wide->scope = SCOPE_ROW;
    wide->column_span = 2;
    wide->id = "t.3";
    sample_text(s, wide, 72000, "Noord", 10000);
    s->y += 14000;
    Element *data = element_new(s->arena, ROLE_TR, body, false);
    for (int c = 0; c < 2; c++) {
        Element *cell = element_new(s->arena, ROLE_TD, data, false);
        cell->headers = ARENA_ARRAY(s->arena, 3, const char *);
        cell->headers[0] = ids[c];
        cell->headers[1] = "t.3";
        if (c == 0) sample_text(s, cell, 72000, "Newman", 10000); /* the other cell is empty */
    }
    s->y += 20000;
    fragment_rect(s->page, 72000, s->y, 300000, 500, (Paint){.fill = true}, NULL, ARTIFACT_LAYOUT);
}

/* Most of what a document may hold: headings, hyphen, ligature, link, note, list, figure, table, two pages. */
static inline void sample_fill(Sample *s) {
    Arena *a = s->arena;
    fragment_rect(s->page, 0, 0, 595276, 40000, (Paint){.fill = true, .fill_color = {20, 90, 60}}, NULL, ARTIFACT_BACKGROUND);
    Element *h1 = sample_block(s, ROLE_H1, "Hoofdstuk één: officieel");
    (void)h1;
    fragment_add(s->page, (Item){.kind = ITEM_ANCHOR, .x = 72000, .y = 72000, .as.anchor = {"hoofdstuk-1"}});
    Element *p = element_new(a, ROLE_P, s->part, false);
    sample_line(s, p, "De opleidings\xC2\xAD", 11000);
    sample_line(s, p, "school telt 246 studenten en kost €\xC2\xA0" "12;", 11000);
    sample_text(s, p, 72000, "zie ", 11000);
    Element *link = element_new(a, ROLE_LINK, p, true);
    sample_text(s, link, 95000, "de site", 11000);
    fragment_add(s->page, (Item){.kind = ITEM_LINK, .x = 95000, .y = s->y - 9000, .width = 40000, .height = 12000, .element = link,
                                 .as.link = {.uri = "https://example.org/caf\xC3\xA9?a=(b)"}});
    sample_text(s, p, 135000, " en noot", 11000);
    Element *reference = element_new(a, ROLE_REFERENCE, p, true), *inner = element_new(a, ROLE_LINK, reference, true);
    sample_text(s, inner, 180000, "1", 7000);
    fragment_add(s->page, (Item){.kind = ITEM_LINK, .x = 180000, .y = s->y - 9000, .width = 6000, .height = 12000, .element = inner,
                                 .as.link = {.destination = "hoofdstuk-2"}});
    Element *note = element_new(a, ROLE_NOTE, p, true);
    s->y += 20000;
    sample_line(s, note, "Een voetnoot.", 8000);
    Element *english = element_new(a, ROLE_SPAN, p, true);
    english->lang = "en-GB";
    sample_line(s, english, "workload", 11000);
    Element *list = element_new(a, ROLE_L, s->part, false);
    list->list_numbering = "Disc";
    for (int i = 0; i < 2; i++) {
        Element *item = element_new(a, ROLE_LI, list, false);
        Element *label = element_new(a, ROLE_LBL, item, false), *body = element_new(a, ROLE_LBODY, item, false);
        sample_text(s, label, 72000, "•", 11000);
        sample_text(s, body, 84000, i ? "tweede" : "eerste", 11000);
        s->y += 15000;
    }
    Element *figure = element_new(a, ROLE_FIGURE, s->part, false);
    figure->alt = "Een staaf";
    fragment_rect(s->page, 72000, s->y, 200000, 20000, (Paint){.fill = true, .fill_color = {200, 100, 0}}, figure, ARTIFACT_NONE);
    s->y += 40000;
    sample_table(s);
    Element *over = element_new(a, ROLE_P, s->part, false);
    sample_line(s, over, "Een alinea die op de volgende", 11000);
    sample_page(s, "2");
    sample_line(s, over, "bladzijde verder gaat.", 11000);
    sample_block(s, ROLE_H2, "Paragraaf");
    fragment_add(s->page, (Item){.kind = ITEM_ANCHOR, .x = 72000, .y = 72000, .as.anchor = {"hoofdstuk-2"}});
    fragment_glyphs(s->page, 280000, 800000, sample_run(s, "2", 9000), NULL, ARTIFACT_PAGINATION_FOOTER);
    s->pages->bookmarks = ARENA_ARRAY(a, 2, Bookmark);
    s->pages->bookmarks[0] = (Bookmark){"Hoofdstuk één", 1, "hoofdstuk-1", true};
    s->pages->bookmarks[1] = (Bookmark){"Paragraaf", 2, "hoofdstuk-2", false};
    s->pages->bookmark_count = 2;
}

#endif
