/* A document laid out without charts, for the tests of layout. */
#ifndef TESTS_LAYOUT_CASE_H
#define TESTS_LAYOUT_CASE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "layout/layout.h"
#include <unistd.h>

#define GOLDEN JAARVERSLAG_DATA "/tests/golden/layout/"

/* Layout is tested without charts: every one is a grey plane. */
bool figure_knows(const Node *node) { return node->tag == TAG_CHART || node->tag == TAG_ORGCHART || node->tag == TAG_PLANNER || node->tag == TAG_TREE; }
Fragment *figure_draw(FigureContext *context, const Node *node, Length width, Length max_height, Element *element) {
    (void)node;
    Fragment *f = fragment_new(context->arena);
    f->width = width;
    f->height = max_height < 150 * POINT ? max_height : 150 * POINT;
    fragment_rect(f, 0, 0, f->width, f->height, (Paint){.fill = true, .fill_color = {200, 200, 200}}, element, ARTIFACT_NONE);
    return f;
}

static const char *pictures = GOLDEN; /* folder of images */
static Fonts *fonts;
static Typesetter *typesetter;

static inline int set_up(void **state) {
    const char *error;
    (void)state;
    fonts = fonts_open(JAARVERSLAG_DATA "/fonts/catalogue.tsv", &error);
    typesetter = fonts ? typesetter_new(fonts, "/usr/share/hyphen") : NULL;
    return typesetter ? 0 : -1;
}

static inline int tear_down(void **state) {
    (void)state;
    typesetter_free(typesetter);
    fonts_close(fonts);
    return 0;
}

typedef struct Case {
    Arena *arena;
    Diagnostics *diagnostics;
    Document *document;
    Pages *pages;
} Case;

static inline Case open_case(const char *path, const char *style_name, LayoutOptions options) {
    Case c = {arena_new(), diagnostics_new(), NULL, NULL};
    c.document = document_read(c.arena, path, NULL, c.diagnostics);
    if (!c.document) {
        diagnostics_print(c.diagnostics, stderr, MESSAGES_ENGLISH);
        fail();
    }
    char style_path[600];
    snprintf(style_path, sizeof style_path, "%s/templates/style/%s.xml", JAARVERSLAG_DATA, style_name ? style_name : c.document->style);
    const Style *style = style_read(c.arena, style_path, c.diagnostics);
    assert_non_null(style);
    c.pages = layout_document(c.arena, c.document, style, typesetter, NULL, pictures, options, c.diagnostics);
    assert_non_null(c.pages);
    return c;
}

static inline void close_case(Case *c) {
    arena_free(c->arena);
    diagnostics_free(c->diagnostics);
}

static inline bool page_says(const Page *page, const char *text) {
    for (int i = 0; i < page->content->count; i++) {
        const Item *item = &page->content->items[i];
        if (item->kind == ITEM_GLYPHS && strstr(item->as.glyphs->text, text)) return true;
    }
    return false;
}

/* A document written here, laid out in a shipped style. */
static inline Case case_of(const char *content, const char *style) {
    char path[] = "/tmp/layout-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    Buffer b = {0};
    buffer_printf(&b, "<document xmlns=\"urn:nl:jaarverslag:document\" title=\"t\" lang=\"nl\">%s</document>", content);
    assert_int_equal(file_write(path, b.data, b.size), 0);
    buffer_free(&b);
    Case c = open_case(path, style, (LayoutOptions){0});
    remove(path);
    return c;
}

static inline void repeat_text(Buffer *b, const char *open, const char *close, int n) { for (int i = 0; i < n; i++) buffer_printf(b, "%s%d%s", open, i, close); }

#endif
