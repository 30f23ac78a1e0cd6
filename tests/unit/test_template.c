/* template/: the house style, the document's numbers and references, and what a stylesheet may not do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "calc/ledger_build.h"
#include "document/resolve.h"
#include "document/document.h"
#include "document/style.h"
#include "template/template.h"

typedef struct World {
    Arena *arena;
    Ledger *ledger;
    Diagnostics *diagnostics;
    const Extras *extras;
    char path[64];
} World;

static int setup(void **state) {
    World *w = calloc(1, sizeof *w);
    w->arena = arena_new();
    w->ledger = ledger_new(w->arena);
    w->diagnostics = diagnostics_new();
    snprintf(w->path, sizeof w->path, "/tmp/jaarverslag-test-%d.xml", (int)getpid());
    Place place = {"in.xml", 3, 5};
    ledger_add(w->ledger, expression_cell(w->arena, "aantal", "studenten", decimal_int(1202), true, place), -1, "Studenten van partners", "studenten.partners");
    ledger_add(w->ledger, expression_cell(w->arena, "aantal", "studenten", DECIMAL_ZERO, false, place), -1, "Onbekend", "isb");
    *state = w;
    return 0;
}

static int teardown(void **state) {
    World *w = *state;
    unlink(w->path);
    diagnostics_free(w->diagnostics);
    arena_free(w->arena);
    free(w);
    return 0;
}

static void write_file(const World *w, const char *text) {
    FILE *f = fopen(w->path, "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static bool reported(World *w, const char *code) {
    for (size_t i = 0; i < diagnostics_total(w->diagnostics); i++)
        if (!strcmp(diagnostics_at(w->diagnostics, i)->message->code, code)) return true;
    return false;
}

static Document *read_document(World *w, const char *body) {
    write_file(w, arena_printf(w->arena, "<document xmlns='urn:nl:jaarverslag:document' lang='nl'>%s</document>", body));
    return document_read(w->arena, w->path, w->ledger, w->diagnostics);
}

static void test_shipped_styles(void **state) {
    World *w = *state;
    static const char *const NAMES[] = {"bos", "marge"};
    for (int i = 0; i < 2; i++) {
        Style *s = style_read(w->arena, arena_printf(w->arena, "%s/templates/style/%s.xml", JAARVERSLAG_DATA, NAMES[i]), w->diagnostics);
        diagnostics_print(w->diagnostics, stderr, MESSAGES_DUTCH);
        assert_non_null(s);
        assert_int_equal(diagnostics_total(w->diagnostics), 0);
        assert_string_equal(s->name, NAMES[i]);
        assert_int_equal(style_text(s, "h2")->character.weight, 700);
        assert_true(style_text(s, "h2")->keep_next);
        assert_int_equal(style_text(s, "bestaat niet")->character.size, style_text(s, "body")->character.size);
        assert_true(style_master(s, "landscape")->width > style_master(s, "landscape")->height);
        assert_true(s->palette_count > 5);
    }
}

/* A number that leaves something out says so: once a part in running text, and below a figure and key figures. */
static void test_remarks(void **state) {
    World *w = *state;
    Expression *all = expression_sum(w->arena, NULL), *costs = expression_sum(w->arena, NULL);
    expression_add(w->arena, all, ledger_part(w->ledger, "studenten.partners"));
    expression_add(w->arena, all, ledger_part(w->ledger, "isb"));
    assert_int_equal(ledger_add(w->ledger, all, -1, "Studenten, totaal", "totaal")->status, FACT_PARTIAL);
    expression_add(w->arena, costs, ledger_part(w->ledger, "totaal"));
    expression_add(w->arena, costs, expression_missing(w->arena, "school.elders.kosten", "EUR", (Place){0})); /* of another school: these readers do not know it */
    ledger_add(w->ledger, costs, -1, "Kosten", "kosten");
    static const char *const SAYS = "Onvolledig, want niet bekend: Onbekend.";
    Document *d = read_document(w,
        "<part><keyfigures><keyfigure fact='totaal' label='studenten'/></keyfigures></part>"
        "<part><heading level='1'><number fact='totaal'/></heading><para>Er zijn <number fact='totaal' remark='no'/> (<number fact='totaal'/>) en nog eens "
        "<number fact='totaal'/>, van <number fact='studenten.partners'/>; <number fact='kosten'/>.</para>"
        "<figure><table><body><row><cell><number fact='totaal'/></cell></row></body></table><caption>a</caption></figure>"
        "<figure><table><body><row><cell><number fact='isb'/></cell><cell><number fact='totaal'/></cell></row></body></table><caption>b</caption></figure></part>");
    assert_non_null(d);
    const Node *first = node_child(d->root, "part"), *second = node_sibling(first, "part");
    assert_string_equal(node_string(w->arena, node_child(first, "para")), arena_printf(w->arena, "†\u00a0%s", SAYS));
    assert_string_equal(node_get(node_child(node_child(first, "keyfigures"), "keyfigure"), "text"), "1.202\u202f†"); /* copied, no part of the number */
    int notes = 0;
    for (const Node *n = node_walk(second, second, "footnote"); n; n = node_walk(second, n, "footnote")) {
        assert_string_equal(node_string(w->arena, n), notes++ ? "Onvolledig, want niet bekend: Onbekend; en nog 1." : arena_printf(w->arena, "%s Verderop aangegeven met †.", SAYS));
        assert_string_equal(node_get(n, "number"), notes == 1 ? "1" : "2");
    }
    assert_int_equal(notes, 2);
    const Node *figure = node_child(second, "figure");
    assert_string_equal(node_string(w->arena, node_child(figure, "note")), SAYS);
    assert_string_equal(node_get(node_child(figure, "note"), "mark"), "†");
    assert_string_equal(node_string(w->arena, node_child(figure, "table")), "1.202\u202f†");
    figure = node_sibling(figure, "figure"); /* what is missing is seen as ? */
    assert_string_equal(node_get(node_child(figure, "note"), "mark"), "?");
    assert_string_equal(node_get(node_sibling(node_child(figure, "note"), "note"), "mark"), "†");
}

/* What is not all is not printed as all, what is not none not as none; two numbers that differ are printed apart. */
static void test_exact(void **state) {
    World *w = *state;
    static const struct {
        int64_t part, whole;
        const char *shown, *whole_form, *beside;
    } cases[] = {{905, 908, ">\u00a099%", ">\u00a099%", ">\u00a099%"}, {3, 908, "<\u00a01%", "<\u00a01%", "<\u00a01%"}, {0, 908, "0%", "0%", "0%"}, {908, 908, "100%", "100%", "100%"},
                 {746, 1000, "75%", "75%", "74,6%"}, {750, 1000, "75%", "75%", "75%"}};
    const Fact *norm = ledger_add(w->ledger, expression_cell(w->arena, "norm", "%", decimal_int(75), true, (Place){"in.xml", 1, 1}), -1, "Norm", "norm");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *id = arena_printf(w->arena, "deel%zu", i);
        const Expression *part = expression_constant(w->arena, decimal_int(cases[i].part), "studenten"), *whole = expression_constant(w->arena, decimal_int(cases[i].whole), "studenten");
        const Fact *share = ledger_add(w->ledger, expression_share(w->arena, part, whole), 0, "Deel", id);
        assert_string_equal(fact_as(w->arena, w->ledger, id, NULL, "nl"), cases[i].shown);
        assert_string_equal(fact_as(w->arena, w->ledger, id, "percent-whole", "nl"), cases[i].whole_form);
        assert_string_equal(fact_beside(w->arena, share, norm, "nl"), cases[i].beside);
        int order;
        assert_true(fact_compare(share, fact_exactly(norm), &order));
        assert_int_equal(order, cases[i].part * 100 < 75 * cases[i].whole ? -1 : cases[i].part * 100 > 75 * cases[i].whole);
    }
}

static void test_style_faults(void **state) {
    World *w = *state;
    write_file(w, "<style name='x' paper='#ffffff' text='#000000'><text name='body' siez='3pt' size='tien' color='text'/>"
                  "<text name='flets' based-on='body' color='#cccccc'/><tekst/></style>");
    Style *s = style_read(w->arena, w->path, w->diagnostics);
    assert_non_null(s);
    assert_true(reported(w, "D102"));
    assert_true(reported(w, "D103"));
    assert_true(reported(w, "D104"));
    assert_null(style_read(w->arena, "/bestaat/niet.xml", w->diagnostics));
    assert_true(reported(w, "D101"));
}

/* Text on the fill of a table or a box must be readable too; a dark fill gets light text. */
static void test_style_fills(void **state) {
    World *w = *state;
    static const char *const sound = "<style name='x' paper='#ffffff' text='#000000' accent='#0b5563'><text name='body' color='text'/><text name='cell-total' color='text'/>"
                                     "<text name='box' color='#333333'/><text name='box-title' color='#333333'/><table name='t' total='#103040'/>%s</style>";
    static const struct { const char *more; bool fault; } cases[] = {
        {"", false}, {"<box name='b' background='#f4f4f4'/>", false}, {"<box name='b' background='#777777'/>", true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[2000];
        snprintf(text, sizeof text, sound, cases[i].more);
        write_file(w, text);
        Diagnostics *own = diagnostics_new();
        assert_non_null(style_read(w->arena, w->path, own));
        bool found = false;
        for (size_t k = 0; k < diagnostics_total(own); k++) found = found || !strcmp(diagnostics_at(own, k)->message->code, "D104");
        assert_int_equal(found, cases[i].fault);
        diagnostics_free(own);
    }
}

static void test_numbers_and_references(void **state) {
    World *w = *state;
    Document *d = read_document(w,
        "<part><heading level='1' auto='yes' id='h'>Een</heading><heading level='2' auto='yes'>A</heading>"
        "<heading level='2' auto='yes' id='p'>B</heading><para>Zie <ref to='f'/>, <ref to='p'/>, <ref to='h'/> en <ref to='t' show='title'/>.</para>"
        "<figure id='f'><table/><caption>Tabel</caption></figure></part>"
        "<part series-prefix='B1.'><heading level='1' id='t'>Los</heading><figure><table/><caption>In bijlage</caption></figure>"
        "<para>noot<footnote>een</footnote></para></part>"
        "<part restart-footnotes='yes'><para>noot<footnote>een</footnote></para></part>");
    assert_non_null(d);
    assert_int_equal(diagnostics_total(w->diagnostics), 0);
    char *all = node_string(w->arena, d->root);
    assert_non_null(strstr(all, "Zie figuur\u00a01, paragraaf\u00a01.2, hoofdstuk\u00a01 en Los."));
    assert_non_null(strstr(all, "Figuur\u00a01: Tabel"));
    assert_non_null(strstr(all, "Figuur\u00a0B1.1: In bijlage"));
    for (Node *n = d->root; n; n = node_walk(d->root, n, "footnote"))
        if (n->tag == TAG_FOOTNOTE) assert_string_equal(node_get(n, "number"), "1");
}

static void test_facts(void **state) {
    World *w = *state;
    Document *d = read_document(w, "<part><para><number fact='studenten.partners'/> <number fact='isb'/> "
                                   "<number fact='studenten.partners'>ruim 1.200</number> <q>a <q>b</q></q></para>"
                                   "<keyfigures><keyfigure fact='studenten.partners' label='x'/></keyfigures></part>");
    assert_non_null(d);
    assert_string_equal(node_string(w->arena, d->root), "1.202 ? ruim 1.200 ‘a “b”’");
    Node *key = node_walk(d->root, d->root, "keyfigure");
    assert_string_equal(node_get(key, "value"), "1202");
    assert_string_equal(node_get(key, "text"), "1.202");
}

static void test_document_faults(void **state) {
    World *w = *state;
    read_document(w, "<part><para id='a'><ref to='nergens'/><number fact='bestaat.niet'/></para>"
                     "<heading id='x'>1</heading><heading id='x'>2</heading></part>");
    assert_true(reported(w, "D204"));
    assert_true(reported(w, "D205"));
    assert_true(reported(w, "D206"));
    assert_null(read_document(w, "<part><alinea/></part>"));
    assert_true(reported(w, "D203"));
}

static Document *run(World *w, const char *body) {
    write_file(w, arena_printf(w->arena,
        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns='urn:nl:jaarverslag:document' "
        "xmlns:j='urn:nl:jaarverslag:1' xmlns:f='urn:nl:jaarverslag:functies' xmlns:x='http://exslt.org/common' "
        "extension-element-prefixes='x'><xsl:template match='/'><document><part>%s</part></document></xsl:template></xsl:stylesheet>", body));
    Place place = {"jaar.xml", 7, 2};
    Node *root = node_element(w->arena, "jaarverslag", place);
    node_set(w->arena, root, "schooljaar", "2020-2021", place);
    Template *t = template_load(w->path, NULL, JAARVERSLAG_DATA, w->diagnostics);
    Document *d = t ? template_run(w->arena, t, root, w->ledger, w->extras, NULL, w->diagnostics) : NULL;
    template_free(t);
    return d;
}

static void test_stylesheet(void **state) {
    World *w = *state;
    Document *d = run(w, "<para place='{f:plaats(j:jaarverslag)}'><xsl:value-of select='j:jaarverslag/@schooljaar'/> "
                         "<xsl:value-of select=\"f:tekst('studenten.partners')\"/> <xsl:value-of select=\"f:bestaat('nee')\"/> "
                         "<xsl:value-of select=\"f:datum('2021-07-12')\"/></para>");
    assert_non_null(d);
    assert_string_equal(node_string(w->arena, d->root), "2020-20211.202false12 juli 2021");
    Node *para = node_walk(d->root, d->root, "para");
    assert_string_equal(para->place.file, "jaar.xml");
    assert_int_equal(para->place.line, 7);
    assert_int_equal(para->place.column, 2);
}

static const Node *some_tree(void *data, const char *name) { return strcmp(name, "bevindingen") ? NULL : data; }
static bool some_change(void *data, const char *place) {
    (void)data;
    return !strcmp(place, "in.xml:3:5");
}

static void test_extras(void **state) {
    World *w = *state;
    Node *tree = node_element(w->arena, "bevindingen", (Place){"in.xml", 3, 5});
    node_set(w->arena, tree, "open", "2", tree->place);
    Extras extras = {tree, some_tree, some_change};
    const char *body = "<para><xsl:value-of select=\"f:lijst('bevindingen')/@open\"/> <xsl:value-of select=\"count(f:lijst('niets'))\"/> "
                       "<xsl:value-of select=\"f:gewijzigd(f:plaats(f:lijst('bevindingen')))\"/> <xsl:value-of select=\"f:gewijzigd('elders')\"/></para>";
    w->extras = &extras;
    Document *d = run(w, body);
    assert_non_null(d);
    assert_string_equal(node_string(w->arena, d->root), "20truefalse");
    w->extras = NULL;
    d = run(w, body);
    assert_non_null(d);
    assert_string_equal(node_string(w->arena, d->root), "0falsefalse");
}

static void test_stylesheet_is_locked(void **state) {
    World *w = *state;
    Document *d = run(w, "<para><xsl:copy-of select=\"document('/etc/passwd')\"/><xsl:value-of select=\"document('/etc/fonts/fonts.conf')\"/></para>");
    if (d) assert_string_equal(node_string(w->arena, d->root), "");
    assert_true(diagnostics_total(w->diagnostics) > 0);
    char *target = arena_printf(w->arena, "%s.written", w->path);
    run(w, arena_printf(w->arena, "<x:document href='%s'>x</x:document>", target));
    assert_int_not_equal(access(target, F_OK), 0);
    assert_null(run(w, "<xsl:message terminate='yes'>stop</xsl:message>"));
    assert_true(reported(w, "D202"));
    assert_null(template_load("/bestaat/niet.xsl", NULL, JAARVERSLAG_DATA, w->diagnostics));
    assert_true(reported(w, "D201"));
}

/* The schema offers what the templates declare, for editors to complete. */
static void test_figure_kinds(void **state) {
    World *w = *state;
    Template *t = template_load(JAARVERSLAG_DATA "/templates/jaarverslag.xsl", NULL, JAARVERSLAG_DATA, w->diagnostics);
    assert_non_null(t);
    const Map *kinds = template_figures(t)->by_name;
    Buffer schema = {0};
    size_t offered = 0;
    assert_int_equal(file_read(JAARVERSLAG_DATA "/input/jaarverslag.xsd", 1 << 22, &schema), 0);
    buffer_putc(&schema, '\0');
    char *list = strstr(schema.data, "name=\"figuursoort-waarde\""), *end = list ? strstr(list, "</xs:simpleType></xs:union>") : NULL, *forms = strstr(schema.data, "name=\"figuurvorm-waarde\"");
    assert_non_null(end);
    assert_non_null(forms);
    for (const char *p = list; (p = strstr(p, "<xs:enumeration")) && p < end; p++) offered++;
    assert_int_equal(offered, map_count(kinds));
    for (size_t i = 0; i < map_count(kinds); i++) {
        const FigureKind *kind = map_value(kinds, i);
        const char *found = strstr(list, arena_printf(w->arena, "value=\"%s\"", kind->name));
        assert_true(found && found < end);
        assert_non_null(kind->about);
        char *rest = NULL, *names = arena_strdup(w->arena, kind->forms ? kind->forms : "");
        for (char *form = strtok_r(names, " ", &rest); form; form = strtok_r(NULL, " ", &rest)) assert_non_null(strstr(forms, arena_printf(w->arena, "value=\"%s\"", form)));
    }
    buffer_free(&schema);
    template_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_figure_kinds, setup, teardown),
        cmocka_unit_test_setup_teardown(test_shipped_styles, setup, teardown),
        cmocka_unit_test_setup_teardown(test_style_fills, setup, teardown),
        cmocka_unit_test_setup_teardown(test_remarks, setup, teardown), cmocka_unit_test_setup_teardown(test_exact, setup, teardown),
        cmocka_unit_test_setup_teardown(test_style_faults, setup, teardown),
        cmocka_unit_test_setup_teardown(test_numbers_and_references, setup, teardown),
        cmocka_unit_test_setup_teardown(test_facts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_document_faults, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stylesheet, setup, teardown),
        cmocka_unit_test_setup_teardown(test_extras, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stylesheet_is_locked, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
