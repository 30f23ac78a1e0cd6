/* document/: the grammar as templates/document.rng, and what every template makes with each of its attributes spoilt: each is
 * told. UPDATE=1 writes templates/document.rng anew. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "document/grammar.h"
#include "document/read.h"
#include "job/recipients.h"

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

/* ---- the grammar as RELAX NG ---- */

static void put_text(Buffer *out, Arena *arena, const char *both) {
    buffer_puts(out, "<a:documentation>");
    for (const char *p = in_language(arena, both, MESSAGES_ENGLISH); *p; p++) {
        if (*p == '<') buffer_puts(out, "&lt;");
        else if (*p == '&') buffer_puts(out, "&amp;");
        else buffer_putc(out, *p);
    }
    buffer_puts(out, "</a:documentation>");
}

static void put_values(Buffer *out, const GrammarAttribute *a) {
    static const char *const one[] = {[IS_ROTATION] = "90", [IS_RECTO] = "recto"};
    const char *words = a->kind == IS_FEATURES ? NULL : a->kind == IS_ROTATION || a->kind == IS_RECTO ? one[a->kind] : a->words;
    if (a->kind == IS_COUNT) {
        buffer_printf(out, "<data type=\"integer\"><param name=\"minInclusive\">%d</param><param name=\"maxInclusive\">%d</param></data>", a->least, a->most);
        return;
    }
    if (!words) {
        buffer_puts(out, "<text/>");
        return;
    }
    buffer_puts(out, "<choice>");
    for (const char *p = words; *p;) {
        size_t n = strcspn(p, " ");
        buffer_printf(out, "<value>%.*s</value>", (int)n, p);
        p += n + strspn(p + n, " ");
    }
    buffer_puts(out, "</choice>");
}

static void put_attribute(Buffer *out, Arena *arena, const GrammarAttribute *a) {
    buffer_printf(out, "      %s<attribute name=\"%s\">", a->required ? "" : "<optional>", a->name);
    if (a->about) put_text(out, arena, a->about);
    put_values(out, a);
    buffer_printf(out, "</attribute>%s\n", a->required ? "" : "</optional>");
}

/* One term of a model: "row*", "(series|point)*", "side". */
static const char *put_term(Buffer *out, const char *p) {
    bool group = *p == '(';
    size_t n = strcspn(p += group, group ? ")" : " ?*+");
    char after = p[n + group];
    const char *wrap = after == '?' ? "optional" : after == '*' ? "zeroOrMore" : after == '+' ? "oneOrMore" : NULL;
    if (wrap) buffer_printf(out, "<%s>", wrap);
    if (group) buffer_puts(out, "<choice>");
    for (const char *end = p + n; p < end;) {
        size_t size = strcspn(p, "|)?*+ ");
        buffer_printf(out, "<ref name=\"%.*s\"/>", (int)size, p);
        p += size + (p + size < end);
    }
    if (group) buffer_puts(out, "</choice>");
    if (wrap) buffer_printf(out, "</%s>", wrap);
    p += group;
    p += strcspn(p, " ");
    return p + strspn(p, " ");
}

static void put_content(Buffer *out, const char *model) {
    buffer_puts(out, "      ");
    if (!*model) buffer_puts(out, "<empty/>");
    else if (!strcmp(model, "text")) buffer_puts(out, "<ref name=\"text\"/>");
    else if (!strcmp(model, "mixed")) buffer_puts(out, "<mixed><zeroOrMore><choice><ref name=\"block\"/><ref name=\"inline\"/></choice></zeroOrMore></mixed>");
    else
        while (*model) model = put_term(out, model);
    buffer_putc(out, '\n');
}

static void put_group(Buffer *out, const char *name, GrammarPlace place) {
    buffer_printf(out, "  <define name=\"%s\"><choice>", name);
    for (int t = 1; t < TAG_COUNT; t++)
        if (GRAMMAR[t].place == place || GRAMMAR[t].place == STANDS_AS_BOTH) buffer_printf(out, "<ref name=\"%s\"/>", GRAMMAR[t].name);
    buffer_puts(out, "</choice></define>\n");
}

static void put_element(Buffer *out, Arena *arena, Tag tag) {
    const GrammarElement *e = &GRAMMAR[tag];
    const GrammarAttribute *a;
    buffer_printf(out, "  <define name=\"%s\">\n    <element name=\"%s\">\n      ", e->name, e->name);
    put_text(out, arena, e->about);
    buffer_putc(out, '\n');
    for (int i = 0; (a = grammar_attribute_at(tag, i)); i++) put_attribute(out, arena, a);
    put_content(out, e->content);
    buffer_puts(out, "    </element>\n  </define>\n");
}

static void test_relax_ng(void **state) {
    static const char path[] = JAARVERSLAG_DATA "/templates/document.rng";
    Arena *arena = arena_new();
    Buffer out = {0}, there = {0};
    (void)state;
    buffer_puts(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- The grammar of the block tree that a template makes, for editors and validators. It is what src/document/grammar.c says:\n"
                      "     a test compares them, and writes this file anew when asked. -->\n"
                      "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\" ns=\"urn:nl:jaarverslag:document\" "
                      "datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n  <start><ref name=\"document\"/></start>\n");
    put_group(&out, "block", STANDS_AS_BLOCK);
    put_group(&out, "inline", STANDS_IN_LINE);
    buffer_puts(&out, "  <define name=\"text\"><mixed><zeroOrMore><ref name=\"inline\"/></zeroOrMore></mixed></define>\n");
    for (int t = 1; t < TAG_COUNT; t++) put_element(&out, arena, (Tag)t);
    buffer_puts(&out, "</grammar>\n");
    if (getenv("UPDATE")) assert_int_equal(file_write(path, out.data, out.size), 0);
    assert_int_equal(file_read(path, 1 << 20, &there), 0);
    assert_int_equal(there.size, out.size);
    assert_memory_equal(there.data, out.data, out.size);
    buffer_free(&out);
    buffer_free(&there);
    arena_free(arena);
}

/* ---- attributes spoilt ---- */

/* A value that the attribute cannot have; NULL when it can have any. */
static const char *wrong_value(const GrammarAttribute *a) {
    switch (a->kind) {
    case IS_TEXT: return NULL;
    case IS_ADDRESS: case IS_FILE: case IS_STYLE: return "";
    case IS_TEXT_STYLE: case IS_BOX_STYLE: case IS_TABLE_STYLE: case IS_MASTER: return "bestaat-niet";
    default: return "on zin";
    }
}

/* Faults of the tree as it is now. */
static int faults_of(Document *document, const Style *style) {
    Diagnostics *diagnostics = diagnostics_new();
    BlockReader reader = {.arena = document->arena, .diagnostics = diagnostics, .told = map_new(document->arena)};
    blocks_read(&reader, document->root);
    document->faults = reader.faults;
    document_dress(document, style, diagnostics);
    assert_int_equal(document->faults > 0, diagnostics_count(diagnostics, SEVERITY_ERROR) > 0);
    diagnostics_free(diagnostics);
    return document->faults;
}

static void spoil(Document *document, const Style *style, Node *node, Attribute *attribute) {
    const GrammarAttribute *a = grammar_attribute((Tag)node->tag, attribute->name);
    const char *name = attribute->name, *value = attribute->value, *wrong = wrong_value(a);
    attribute->name = arena_printf(document->arena, "%sx", name);
    if (!faults_of(document, style)) fail_msg("%s of %s is not known, and not told", attribute->name, node->name);
    attribute->name = name;
    if (!wrong) return;
    attribute->value = wrong;
    if (!faults_of(document, style)) fail_msg("%s=\"%s\" of %s is not told", name, wrong, node->name);
    attribute->value = value;
}

static Arena *kept; /* outlives the documents: of what has been spoilt */

/* Each attribute of each element once, over all documents. */
static void spoil_all(Document *document, const Style *style, Map *seen) {
    assert_int_equal(faults_of(document, style), 0);
    for (Node *n = document->root; n; n = node_walk(document->root, n, NULL))
        for (Attribute *a = n->attributes; a; a = a->next)
            if (!map_put(seen, arena_printf(kept, "%s/%s", n->name, a->name), seen)) spoil(document, style, n, a);
}

/* Somebody for whom the BOS has such a document; NULL for documents of the whole. */
static const char *recipient_of(const char *audience) {
    static const struct { const char *audience, *key; } KEYS[] = {{"school", "newman"}, {"bestuur", "sovot"}, {"bijlage", "bijlage-2"}};
    for (size_t i = 0; audience && i < sizeof KEYS / sizeof *KEYS; i++) if (!strcmp(KEYS[i].audience, audience)) return KEYS[i].key;
    return NULL;
}

static bool try_input(const char *path, const char *name, Map *seen) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year whole, year;
    Template *template = resources_template(resources, name, diagnostics);
    assert_non_null(template);
    const char *audience = template_audience(template), *key = recipient_of(audience);
    bool made = false, for_bos = !key || strstr(path, "bos-2020");
    if (for_bos && year_read(arena, resources, path, diagnostics, &whole) == JOB_DONE) {
        year = whole;
        if (key) assert_int_equal(year_for(&whole, name, audience, key, diagnostics, &year), JOB_DONE);
        const char *parameters[] = {"voor", key ? key : "", "profiel", "archive", NULL};
        Document *document = template_run(arena, template, year.input->root, year.ledger, NULL, parameters, diagnostics);
        made = document && !document->faults;
        if (document && document->faults) diagnostics_print(diagnostics, stderr, MESSAGES_ENGLISH);
        assert_true(!document || !document->faults);
        if (made) spoil_all(document, resources_style(resources, document->style, year.input->folder, false, diagnostics), seen);
    }
    diagnostics_free(diagnostics);
    arena_free(arena);
    return made;
}

static void test_spoilt_attributes(void **state) {
    static const char *const INPUTS[] = {"bos-2020-2021", "noord-holland", "handleiding"};
    Arena *arena = arena_new();
    Map *seen = map_new(arena);
    glob_t found;
    kept = arena;
    (void)state;
    assert_int_equal(glob(JAARVERSLAG_DATA "/templates/*.xsl", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *slash = strrchr(found.gl_pathv[i], '/') + 1, *name = arena_strndup(arena, slash, strlen(slash) - 4);
        bool made = false;
        for (size_t k = 0; k < sizeof INPUTS / sizeof *INPUTS; k++)
            made |= try_input(arena_printf(arena, "%s/input/%s", JAARVERSLAG_DATA, INPUTS[k]), name, seen);
        if (!made) fail_msg("no document by %s", name);
    }
    assert_true(map_count(seen) > 100);
    globfree(&found);
    arena_free(arena);
}

/* ---- what stands where it cannot ---- */

static const char *codes_of(Arena *arena, const char *body) {
    Diagnostics *diagnostics = diagnostics_new();
    const char *path = arena_printf(arena, "/tmp/jaarverslag-document-%d.xml", (int)getpid()), *codes = "";
    const char *text = arena_printf(arena, "<document xmlns='urn:nl:jaarverslag:document' lang='nl'>%s</document>", body);
    assert_int_equal(file_write(path, text, strlen(text)), 0);
    Document *document = document_read(arena, path, NULL, diagnostics);
    unlink(path);
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++)
        codes = arena_printf(arena, "%s%s%s:%d", codes, i ? " " : "", diagnostics_at(diagnostics, i)->message->code, diagnostics_at(diagnostics, i)->place.line);
    assert_int_equal(document == NULL, *codes != 0);
    diagnostics_free(diagnostics);
    return codes;
}

static void test_places(void **state) {
    static const struct { const char *body, *codes; } CASES[] = {
        {"<part><para>goed</para></part>", ""},
        {"", "D214:1"},
        {"<part>\n<row/></part>", "D213:2"},
        {"<part>\nlos</part>", "D215:1"},
        {"<part>\n<list/></part>", "D214:2"},
        {"<part><list><item>los <em>en</em><para>blok</para></item></list></part>", ""},
        {"<part><figure>\n<caption>c</caption>\n<para>te laat</para></figure></part>", "D213:3"},
        {"<part><table><column/><foot><row><cell/></row></foot>\n<head/></table></part>", "D213:2"},
        {"<part>\n<beside><side/></beside></part>", "D214:2"},
        {"<part><beside ratio='1:2'><side/><side/></beside></part>", ""},
        {"<part><beside ratio='40%'><side/><side/></beside><beside ratio='0.4'><side/><side/></beside></part>", ""},
        {"<part><table><column width='20%'/><column width='2.5*'/><body><row><cell fill='group'/><cell fill='#aabbcc'/></row></body></table></part>", ""},
        {"<part>\n<beside ratio='1:2:3'><side/><side/></beside></part>", "D211:2"},
        {"<part><para><em>\n<para/></em></para></part>", "D213:2"},
        {"<part>\n<image/></part>", "D212:2"},
        {"<part><para>\n<link href='https://x.nl' to='y'/></para></part>", "D210:2"},
        {"<part>\n<paragraph/></part>", "D203:2"},
        {"<part><table><body><row>\n<cell colspan='0'/><cell rowspan='x'/></row></body></table></part>", "D211:2 D211:2"},
        {"<part><columns count='99'>\n<para keep-next='ja'/></columns></part>", "D211:1 D211:2"}};
    Arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) assert_string_equal(codes_of(arena, CASES[i].body), CASES[i].codes);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_relax_ng), cmocka_unit_test(test_spoilt_attributes), cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
