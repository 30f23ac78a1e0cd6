/* Whole documents, from input to structure tree: what a screen reader meets against the tree of blocks that the template
 * made. Every text of the document is there, in the author's order; headings, lists, tables, figures, notes and links are
 * what PDF/UA asks. STRUCTURE_INPUTS names further input folders, separated by colons. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "frame/structure.h"
#include "job/job.h"
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

/* ---- text without what layout may add or drop: spaces, soft hyphens, joiners ---- */

static void put_bare(Buffer *out, const char *text, size_t size) {
    static const char *const dropped[] = {" ", "\n", "\t", "\r", "\xC2\xAD", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x81\xA0", "\xE2\x80\x8B", "\xE2\x80\x82", "\xE2\x80\x83"};
    for (size_t i = 0; i < size;) {
        size_t skip = 0;
        for (size_t k = 0; k < sizeof dropped / sizeof *dropped && !skip; k++) {
            size_t n = strlen(dropped[k]);
            if (i + n <= size && !memcmp(text + i, dropped[k], n)) skip = n;
        }
        if (skip) i += skip;
        else buffer_putc(out, text[i++]);
    }
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

static bool drawn(const Node *n) { return n->tag == TAG_CHART || n->tag == TAG_ORGCHART || n->tag == TAG_PLANNER || n->tag == TAG_TREE; }

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
    case ROLE_TABLE: return table_fault(t);
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

/* Languages that the document names, and those of the structure. */
static int languages(const Node *n) {
    int count = n->tag != TAG_DOCUMENT && n->kind == NODE_ELEMENT && node_get(n, "lang") ? 1 : 0;
    for (const Node *c = n->first; c; c = c->next) count += languages(c);
    return count;
}

static void verify(const char *label, const Structure *s, const Pages *pages, const Node *root) {
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
    if (fault) fail_msg("%s: %s", label, fault);
    buffer_free(&text);
    buffer_free(&bare);
}

static void check_one(const char *path, const char *style_name) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year year;
    if (year_read(arena, resources, path, diagnostics, &year) != JOB_DONE) fail_msg("%s has faults", path);
    RenderOptions options = {.profile = PROFILE_ARCHIVE};
    Template *template = resources_template(resources, year_template(&year, &options), diagnostics);
    const char *parameters[] = {"voor", "", "profiel", "archive", NULL};
    Document *document = template ? template_run(arena, template, year.input->root, year.ledger, NULL, parameters, diagnostics) : NULL;
    const Style *style = document ? resources_style(resources, style_name, year.input->folder, diagnostics) : NULL;
    if (!style) fail_msg("%s: no document", path);
    Pages *pages = layout_document(arena, document, style, resources_typesetter(resources, diagnostics), year.ledger, year.input->folder, (LayoutOptions){0}, diagnostics);
    Structure *s = structure_build(arena, pages);
    verify(arena_printf(arena, "%s (%s)", path, style_name), s, pages, document->root);
    structure_release(s);
    diagnostics_free(diagnostics);
    arena_free(arena);
}

static void test_shipped(void **state) {
    (void)state;
    static const char *const inputs[] = {"input/bos-2020-2021", "input/voorbeeld", "input/noord-holland", "input/boss-po", "tests/golden/groot"};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", JAARVERSLAG_DATA, inputs[i]);
        check_one(path, "bos");
        check_one(path, "marge");
    }
}

static void test_given(void **state) {
    (void)state;
    const char *list = getenv("STRUCTURE_INPUTS");
    char *names = list ? strdup(list) : NULL;
    for (char *name = names ? strtok(names, ":") : NULL; name; name = strtok(NULL, ":")) {
        check_one(name, "bos");
        check_one(name, "marge");
    }
    free(names);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shipped), cmocka_unit_test(test_given)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
