/* Whole documents, from input to structure tree: what a screen reader meets against the tree of blocks that the template
 * made. Every text of the document is there, in the author's order; headings, lists, tables, figures, notes and links are
 * what PDF/UA asks. STRUCTURE_INPUTS names further input folders, separated by colons. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/file.h"
#include "frame/structure.h"
#include "job/recipients.h"
#include "layout/layout.h"

static Resources *resources;

static int set_up(void **state) {
    (void)state;
    resources = resources_open();
    return resources ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    resources_free(resources);
    return 0;
}

/* ---- text without what layout may add, drop or change: spaces, soft hyphens, joiners, capitals ---- */

/* Small letters of ASCII and Latin-1. */
static char lower(char c, char before) {
    if (c >= 'A' && c <= 'Z') return (char)(c + 32);
    unsigned char u = (unsigned char)c;
    return (unsigned char)before == 0xC3 && u >= 0x80 && u <= 0x9E && u != 0x97 ? (char)(u + 32) : c;
}

static void put_bare(Buffer *out, const char *given, size_t given_size) {
    Arena *arena = arena_new(); /* a style may set text in capitals: case makes no difference */
    const char *text = text_capitals(arena, arena_strndup(arena, given, given_size));
    size_t size = strlen(text);
    static const char *const dropped[] = {" ", "\n", "\t", "\r", "\xC2\xAD", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x81\xA0", "\xE2\x80\x8B", "\xE2\x80\x82", "\xE2\x80\x83"};
    for (size_t i = 0; i < size;) {
        size_t skip = 0;
        for (size_t k = 0; k < sizeof dropped / sizeof *dropped && !skip; k++) {
            size_t n = strlen(dropped[k]);
            if (i + n <= size && !memcmp(text + i, dropped[k], n)) skip = n;
        }
        if (skip) i += skip;
        else buffer_putc(out, lower(text[i], i ? text[i - 1] : 0)), i++;
    }
    arena_free(arena);
}

/* ---- the texts of the document, in order, within the text of the structure ---- */

typedef struct Search {
    const char *at;  /* where the search goes on */
    const char *lost; /* the first text that is not there */
} Search;

static void search_text(Search *s, const char *text) {
    Buffer bare = {0};
    put_bare(&bare, text, strlen(text));
    if (bare.size && !s->lost) {
        const char *found = strstr(s->at, bare.data);
        if (found) s->at = found + bare.size;
        else s->lost = text;
    }
    buffer_free(&bare);
}

static bool drawn(const Node *n) { return n->tag == TAG_CHART || n->tag == TAG_ORGCHART || n->tag == TAG_PLANNER || n->tag == TAG_TREE || n->tag == TAG_LEVELS || n->tag == TAG_PATHWAY; }

/* A note is read after its paragraph, a caption before or after its figure (the house style says which): the text goes
 * on where it was. */
static void search_node(Search *s, const Node *n, const char *figure) {
    const char *before = s->at;
    if (n->tag == TAG_FIGURE || (n->tag == TAG_TABLE && n->parent->tag != TAG_FIGURE)) figure = s->at;
    if (n->tag == TAG_CAPTION) s->at = figure;
    for (const Node *c = n->first; c && !s->lost; c = c->next) {
        if (c->kind == NODE_TEXT) search_text(s, c->text);
        else if (!drawn(c)) search_node(s, c, figure);
    }
    if (n->tag == TAG_FOOTNOTE || n->tag == TAG_CAPTION) s->at = before;
}

/* ---- rules of the tree ---- */

static int child_count(const Tagged *t, Role role) {
    int n = 0;
    for (const Kid *k = t->first; k; k = k->next) n += k->kind == KID_ELEMENT && k->element->element->role == role;
    return n;
}

static int object_count(const Tagged *t) {
    int n = 0;
    for (const Kid *k = t->first; k; k = k->next) n += k->kind == KID_OBJECT;
    return n;
}

static bool within(const Tagged *t, Role role) {
    for (t = t->parent; t; t = t->parent)
        if (t->element->role == role) return true;
    return false;
}

enum { COLUMNS_MOST = 100, ROWS_MOST = 4000 };

/* Rows of a table, its groups in between, in order. */
static int table_rows(const Tagged *t, const Tagged **rows, int count) {
    for (const Kid *k = t->first; k && count < ROWS_MOST; k = k->next) {
        if (k->kind != KID_ELEMENT) continue;
        Role role = k->element->element->role;
        if (role == ROLE_TR) rows[count++] = k->element;
        else if (role == ROLE_THEAD || role == ROLE_TBODY || role == ROLE_TFOOT) count = table_rows(k->element, rows, count);
    }
    return count;
}

/* With their spans the cells fill every row equally far; no two lie on each other. NULL, or what is wrong. */
static const char *table_fault(const Tagged *table) {
    static const Tagged *rows[ROWS_MOST];
    static bool used[ROWS_MOST][COLUMNS_MOST];
    memset(used, 0, sizeof used);
    int count = table_rows(table, rows, 0), width = -1;
    for (int r = 0; r < count; r++) {
        int c = 0;
        for (const Kid *k = rows[r]->first; k; k = k->next) {
            const Element *e = k->element->element;
            int down = e->row_span > 1 ? e->row_span : 1, right = e->column_span > 1 ? e->column_span : 1;
            while (c < COLUMNS_MOST && used[r][c]) c++;
            if (c + right > COLUMNS_MOST) return "too many columns";
            if (r + down > count) return "a cell reaches below the table";
            for (int y = 0; y < down; y++)
                for (int x = 0; x < right; x++) {
                    if (used[r + y][c + x]) return "cells on each other";
                    used[r + y][c + x] = true;
                }
            c += right;
        }
    }
    for (int r = 0; r < count; r++) {
        int filled = 0;
        while (filled < COLUMNS_MOST && used[r][filled]) filled++;
        for (int c = filled; c < COLUMNS_MOST; c++)
            if (used[r][c]) return "a hole in a row";
        if (width >= 0 && filled != width) return "rows of different width";
        width = filled;
    }
    return NULL;
}

static const char *element_fault(const Tagged *t) {
    const Element *e = t->element;
    switch (e->role) {
    case ROLE_LI: return child_count(t, ROLE_LBODY) == 1 && child_count(t, ROLE_LBL) <= 1 ? NULL : "an item without one body";
    case ROLE_L: return e->list_numbering && child_count(t, ROLE_LI) ? NULL : "a list without numbering or items";
    case ROLE_TH: return e->scope != SCOPE_NONE || e->headers ? NULL : "a header cell for nothing";
    case ROLE_FIGURE: return e->alt && *e->alt ? NULL : "a figure without a description";
    case ROLE_FORM: return object_count(t) == 1 ? NULL : "a field without its widget";
    case ROLE_TOCI: return within(t, ROLE_TOC) ? NULL : "an entry outside contents";
    case ROLE_LINK:
        if (object_count(t) == 0) return "a link that leads nowhere";
        return e->alt && *e->alt ? NULL : "a link without a description";
    case ROLE_TABLE:
        if (child_count(t, ROLE_THEAD) + child_count(t, ROLE_TFOOT) && !child_count(t, ROLE_TBODY)) return "a table with head or foot but without body";
        return table_fault(t);
    default: return NULL;
    }
}

/* Every cell of the body knows a header: by ids, by the scope of a TH, or because it is the only cell of its row. */
static const char *header_fault(const Structure *s) {
    for (int i = 0; i < s->count; i++)
        for (const char **h = s->all[i]->element->headers; h && *h; h++) {
            bool known = false;
            for (int k = 0; k < s->count && !known; k++) known = s->all[k]->element->role == ROLE_TH && s->all[k]->element->id && !strcmp(s->all[k]->element->id, *h);
            if (!known) return *h;
        }
    return NULL;
}

static const char *heading_fault(const Structure *s) {
    int level = 0;
    for (int i = 0; i < s->count; i++) {
        Role role = s->all[i]->element->role;
        if (role < ROLE_H1 || role > ROLE_H6) continue;
        int now = (int)role - ROLE_H1 + 1;
        if (now > level + 1) return "a heading level is skipped";
        level = now;
    }
    return NULL;
}

/* What is read is content, what is not read is an artifact with a type: never neither. */
static const char *item_fault(const Pages *pages) {
    for (int i = 0; i < pages->count; i++)
        for (int k = 0; k < pages->pages[i].content->count; k++) {
            const Item *item = &pages->pages[i].content->items[k];
            if (item_paints(item) && !item->element && item->artifact == ARTIFACT_NONE) return "something painted is neither content nor artifact";
        }
    return NULL;
}

static int content_count(const Tagged *t) {
    int n = 0;
    for (const Kid *k = t->first; k; k = k->next) n += k->kind == KID_CONTENT;
    return n;
}

/* Every word that a line end divides is a Span with the word as ActualText, one content a line. */
static const char *word_fault(const Structure *s, const Pages *pages, int *words) {
    const char *fault = NULL;
    for (int i = 0; i < pages->count && !fault; i++)
        for (int k = 0; k < pages->pages[i].content->count && !fault; k++) {
            const Item *item = &pages->pages[i].content->items[k];
            if (item->kind != ITEM_GLYPHS || !item->element) continue;
            const GlyphRun *run = item->as.glyphs;
            if (run->text_size < 2 || memcmp(run->text + run->text_size - 2, "\xC2\xAD", 2)) continue;
            if (item->element->role != ROLE_SPAN || !item->element->actual) fault = arena_printf(s->arena, "divided without ActualText: \"%.*s\"", (int)run->text_size, run->text);
        }
    for (int i = 0; i < s->count && !fault; i++) {
        const Element *e = s->all[i]->element;
        if (e->role != ROLE_SPAN || !e->actual) continue;
        Buffer text = {0};
        structure_text(s, s->all[i], &text);
        while (text.size && text.data[text.size - 1] == ' ') text.size--;
        bool same = text.size == strlen(e->actual) && !memcmp(text.data, e->actual, text.size);
        if (!same || strchr(e->actual, ' ') || content_count(s->all[i]) < 2) fault = arena_printf(s->arena, "ActualText \"%s\" of \"%.*s\"", e->actual, (int)text.size, text.data);
        buffer_free(&text);
        ++*words;
    }
    return fault;
}

/* ---- contrast of text with what lies beneath it (WCAG 2.1, 1.4.3) ---- */

/* Even-odd, curves taken as their chords: sharp enough for the middle of a word. */
static bool inside_path(const Path *path, Length x, Length y) {
    bool inside = false;
    Point last = {0, 0}, start = {0, 0};
    const Point *p = path->points;
    for (int i = 0; i < path->verb_count; i++) {
        PathVerb verb = path->verbs[i];
        Point to = verb == PATH_CLOSE ? start : p[verb == PATH_CURVE ? 2 : 0];
        p += verb == PATH_CLOSE ? 0 : verb == PATH_CURVE ? 3 : 1;
        if (verb == PATH_MOVE) start = to;
        if (verb != PATH_MOVE && (last.y > y) != (to.y > y) &&
            x < last.x + (double)(to.x - last.x) * (y - last.y) / (to.y - last.y)) inside = !inside;
        last = to;
    }
    return inside;
}

static bool covers(const Item *item, Length x, Length y, Color *color) {
    if (item->kind == ITEM_RECT && item->as.rect.paint.fill && x >= item->x && y >= item->y && x < item->x + item->width && y < item->y + item->height) {
        *color = item->as.rect.paint.fill_color;
        return true;
    }
    if (item->kind == ITEM_PATH && item->as.path.paint.fill && inside_path(item->as.path.path, x - item->x, y - item->y)) {
        *color = item->as.path.paint.fill_color;
        return true;
    }
    return false;
}

/* The text with too little contrast, or NULL. Lines too large to be missed need 3 : 1, as the rule says. */
static const char *contrast_fault(Arena *arena, const Pages *pages, Color paper) {
    for (int i = 0; i < pages->count; i++) {
        const Fragment *content = pages->pages[i].content;
        for (int k = 0; k < content->count; k++) {
            const Item *item = &content->items[k];
            if (item->kind != ITEM_GLYPHS || !item->element || item->angle) continue;
            const GlyphRun *run = item->as.glyphs;
            Color behind = paper;
            for (int b = 0; b < k; b++) covers(&content->items[b], item->x + run->width / 2, item->y - run->size / 3, &behind);
            double ratio = color_contrast(run->color, behind), least = run->size >= 18 * POINT ? 3.0 : 4.5;
            if (ratio < least) return arena_printf(arena, "contrast %.2f on page %d: \"%.*s\"", ratio, i + 1, (int)run->text_size, run->text);
        }
    }
    return NULL;
}

/* Languages that the document names, and those of the structure. */
static int languages(const Node *n) {
    int count = n->tag != TAG_DOCUMENT && n->kind == NODE_ELEMENT && node_get(n, "lang") ? 1 : 0;
    for (const Node *c = n->first; c; c = c->next) count += languages(c);
    return count;
}

static int words; /* divided ones, in all documents */

static void verify(const char *label, const Structure *s, const Pages *pages, const Node *root, Color paper) {
    Buffer text = {0}, bare = {0};
    structure_text(s, s->root, &text);
    put_bare(&bare, text.data ? text.data : "", text.size);
    Search search = {bare.data ? bare.data : "", NULL};
    search_node(&search, root, search.at);
    if (search.lost) fail_msg("%s: not read, or in another order: \"%s\" after \"%.60s\"", label, search.lost, search.at);
    int spoken = 0;
    for (int i = 0; i < s->count; i++) {
        const char *fault = element_fault(s->all[i]);
        if (fault) fail_msg("%s: %s:%d: %s (%s)", label, s->all[i]->element->place.file ? s->all[i]->element->place.file : "", s->all[i]->element->place.line, fault, role_name(s->all[i]->element->role));
        spoken += i > 0 && s->all[i]->element->lang;
    }
    if (languages(root) && !spoken) fail_msg("%s: no passage has its language", label);
    const char *fault = heading_fault(s);
    if (!fault) fault = header_fault(s);
    if (!fault) fault = item_fault(pages);
    if (!fault) fault = word_fault(s, pages, &words);
    if (!fault) fault = contrast_fault(s->arena, pages, paper);
    if (fault) fail_msg("%s: %s", label, fault);
    buffer_free(&text);
    buffer_free(&bare);
}

/* Whom a template is for: the first location, board or annex of the input; NULL for nobody in particular. */
static const char *first_recipient(const Year *year, const char *audience) {
    const Node *annex = node_child(year->input->root, "bijlage");
    if (!strcmp(audience, "school") && year->partnership->location_count) return year->partnership->locations[0].key;
    if (!strcmp(audience, "bestuur") && year->partnership->board_count) return year->partnership->boards[0].key;
    return !strcmp(audience, "bijlage") && annex ? node_get(annex, "sleutel") : NULL;
}

/* What the template says when the input has nothing for it. */
static bool nothing_to_make(Diagnostics *diagnostics) {
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++)
        if (!strcmp(diagnostics_at(diagnostics, i)->message->code, "D208")) return true;
    return false;
}

/* template: NULL for the input's own. False when the template is not for this input. */
static bool check_one(const char *path, const char *template_name, const char *style_name) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year whole, year;
    if (year_read(arena, resources, path, diagnostics, &whole) != JOB_DONE) fail_msg("%s has faults", path);
    RenderOptions options = {.profile = PROFILE_ARCHIVE, .template = template_name};
    template_name = year_template(&whole, &options);
    Template *template = resources_template(resources, template_name, diagnostics);
    const char *audience = template ? template_audience(template) : NULL, *recipient = audience ? first_recipient(&whole, audience) : NULL;
    bool for_one = audience && (!strcmp(audience, "school") || !strcmp(audience, "bestuur") || !strcmp(audience, "bijlage")), made = !for_one || recipient;
    bool open = audience && !strcmp(audience, "publiek");
    if (open) made = year_public(&whole, diagnostics, &year, NULL) == JOB_DONE; /* another input may hold what cannot be published */
    if (made) {
        if (!open && year_for(&whole, template_name, audience, recipient, diagnostics, &year) != JOB_DONE) fail_msg("%s: not for %s", path, recipient);
        const char *parameters[] = {"voor", recipient ? recipient : "", "profiel", "archive", NULL};
        Document *document = template ? template_run(arena, template, year.input->root, year.ledger, NULL, parameters, diagnostics) : NULL;
        made = document || !nothing_to_make(diagnostics);
        const Style *style = document ? resources_style(resources, style_name, year.input->folder, false, diagnostics) : NULL;
        if (!style && made) fail_msg("%s: no document by %s (%s)", path, template_name, diagnostics_total(diagnostics) ? diagnostics_at(diagnostics, diagnostics_total(diagnostics) - 1)->message->code : "");
        if (style) {
            Pages *pages = layout_document(arena, document, style, resources_typesetter(resources, diagnostics), year.ledger, year.input->folder, (LayoutOptions){0}, diagnostics);
            Structure *s = structure_build(arena, pages);
            verify(arena_printf(arena, "%s (%s, %s)", path, template_name, style_name), s, pages, document->root, style->paper);
            structure_release(s);
        }
    }
    diagnostics_free(diagnostics);
    arena_free(arena);
    return made;
}

static const char *const inputs[] = {"bos-2020-2021", "voorbeeld", "noord-holland", "boss-po"};
enum { INPUTS = sizeof inputs / sizeof *inputs };

static void test_shipped(void **state) {
    (void)state;
    char path[4096];
    for (int i = 0; i < INPUTS; i++) {
        snprintf(path, sizeof path, "%s/input/%s", JAARVERSLAG_DATA, inputs[i]);
        check_one(path, NULL, "bos");
        check_one(path, NULL, "marge");
    }
    check_one(JAARVERSLAG_DATA "/tests/golden/groot", NULL, "bos");
    assert_true(words > 200);
}

/* Every template on every input, whatever that lacks. */
static void test_templates(void **state) {
    (void)state;
    glob_t found;
    assert_int_equal(glob(JAARVERSLAG_DATA "/templates/*.xsl", 0, NULL, &found), 0);
    for (size_t k = 0; k < found.gl_pathc; k++) {
        char path[4096], name[256];
        bool made = false;
        snprintf(name, sizeof name, "%s", strrchr(found.gl_pathv[k], '/') + 1);
        *strstr(name, ".xsl") = 0;
        for (int i = 0; i < INPUTS; i++) {
            snprintf(path, sizeof path, "%s/input/%s", JAARVERSLAG_DATA, inputs[i]);
            made = check_one(path, name, "bos") || made;
        }
        if (!made) fail_msg("no shipped input is for %s", name);
    }
    globfree(&found);
}

static void test_given(void **state) {
    (void)state;
    const char *list = getenv("STRUCTURE_INPUTS");
    char *names = list ? strdup(list) : NULL;
    for (char *name = names ? strtok(names, ":") : NULL; name; name = strtok(NULL, ":")) {
        check_one(name, NULL, "bos");
        check_one(name, NULL, "marge");
    }
    free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shipped), cmocka_unit_test(test_templates), cmocka_unit_test(test_given)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
