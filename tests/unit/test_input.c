/* Tests of input/: places, includes, CSV, faults of XML and grammar, hostile files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/map.h"
#include "input/input.h"
#include "input/messages.h"

#define ROOT "<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" schooljaar=\"2020-2021\""
#define END "</jaarverslag>"

static char folder[] = "/tmp/jaarverslag-input-XXXXXX";
static Schema *schema;
static Arena *arena;
static Diagnostics *diagnostics;
static int error;

static int setup_group(void **state) {
    (void)state;
    diagnostics = diagnostics_new();
    schema = schema_load("input/jaarverslag.xsd", diagnostics);
    diagnostics_free(diagnostics);
    return schema && mkdtemp(folder) ? 0 : 1;
}

static int teardown_group(void **state) {
    (void)state;
    schema_free(schema);
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static int setup(void **state) {
    (void)state;
    arena = arena_new();
    diagnostics = diagnostics_new();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    diagnostics_free(diagnostics);
    return 0;
}

static char *in_folder(const char *name) {
    return arena_printf(arena, "%s/%s", folder, name);
}

static void put_bytes(const char *name, const void *bytes, size_t size) {
    assert_int_equal(file_write(in_folder(name), bytes, size), 0);
}

static void put(const char *name, const char *text) {
    put_bytes(name, text, strlen(text));
}

static Input *read_text(const char *text) {
    put("jaarverslag.xml", text);
    Input *input = input_read(arena, folder, schema, diagnostics, &error);
    diagnostics_sort(diagnostics);
    return input;
}

/* There is a message of that code at that line and column; file is the end of its name. */
static void told(const Message *message, const char *file, int line, int column) {
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++) {
        const Diagnostic *d = diagnostics_at(diagnostics, i);
        size_t n = strlen(d->place.file), m = strlen(file);
        if (d->message == message && d->place.line == line && d->place.column == column && n >= m &&
            strcmp(d->place.file + n - m, file) == 0)
            return;
    }
    diagnostics_print(diagnostics, stderr, MESSAGES_DUTCH);
    fail_msg("%s is not told at %s:%d:%d", message->code, file, line, column);
}

static void at(Place place, int line, int column) {
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void places_are_kept(void **state) {
    (void)state;
    Input *input = read_text("<?xml version=\"1.0\"?>\r\n<!-- é -->" ROOT "\r\n  titel=\"é\" datum='2021-10-12'>\r\n"
                             "<hoofdstuk sleutel=\"a\" titel=\"b\"><alinea>é<!-- x --> en <nadruk>ja</nadruk> ook</alinea></hoofdstuk>" END);
    assert_non_null(input);
    assert_int_equal(diagnostics_total(diagnostics), 0);
    at(input->root->place, 2, 11);
    at(node_attribute(input->root, "titel")->place, 3, 3);
    at(node_attribute(input->root, "datum")->place, 3, 13);
    Node *alinea = node_child(node_child(input->root, "hoofdstuk"), "alinea");
    at(alinea->place, 4, 34);
    assert_string_equal(alinea->first->text, "é en ");
    at(alinea->first->place, 4, 42);
    at(alinea->first->next->place, 4, 57);
    at(alinea->last->place, 4, 76);
}

static void encodings_are_read(void **state) {
    (void)state;
    put("jaarverslag.xml", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" ROOT " titel=\"\x80 caf\xE9\" onzin=\"\"/>");
    Input *input = input_read(arena, in_folder("jaarverslag.xml"), schema, diagnostics, &error);
    assert_string_equal(node_get(input->root, "titel"), "€ café");
    told(&I304_ATTRIBUTE, "jaarverslag.xml", 1, 45 + (int)strlen(ROOT) + 17);
    Buffer wide = {0};
    buffer_append(&wide, "\xFF\xFE", 2);
    for (const char *p = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" ROOT " titel=\"a\"/>"; *p; p++) buffer_append(&wide, (char[]){*p, 0}, 2);
    put_bytes("jaarverslag.xml", wide.data, wide.size);
    buffer_free(&wide);
    input = input_read(arena, folder, schema, diagnostics, &error);
    assert_string_equal(node_get(input->root, "titel"), "a");
    assert_null(read_text(ROOT "\ntitel=\"caf\xE9\"/>"));
    told(&I102_ENCODING, "jaarverslag.xml", 2, 11);
    assert_null(read_text("<?xml version=\"1.0\" encoding=\"UTF-9\"?>" ROOT "/>"));
    told(&I103_UNKNOWN_ENCODING, "jaarverslag.xml", 1, 1);
}

static void csv_fills_lists(void **state) {
    (void)state;
    put("a.csv", "\xEF\xBB\xBF" "Locatie;Aantal\r\nbeatrix;\"1338\"\r\n;;\r\n\"St; \"\"Jan\"\"\";?\r\n");
    put("b.csv", "locatie,FLOT Tilburg\nRen\xE9,\"3\"\n");
    Input *input = read_text(ROOT "><leerlingen bron=\"a.csv\"/><studenten><per-instituut bron=\"b.csv\"/></studenten>" END);
    assert_int_equal(diagnostics_total(diagnostics), 0);
    Node *row = node_child(node_child(input->root, "leerlingen"), "telling");
    assert_string_equal(node_get(row, "aantal"), "1338");
    at(node_attribute(row, "aantal")->place, 2, 9);
    row = node_sibling(row, "telling");
    assert_string_equal(node_get(row, "locatie"), "St; \"Jan\"");
    at(row->place, 4, 1);
    row = node_walk(input->root, node_child(input->root, "studenten"), "telling");
    assert_string_equal(node_get(row, "locatie"), "René");
    assert_string_equal(node_get(row, "flot-tilburg"), "3");
    assert_int_equal(input->file_count, 3);
    assert_string_equal(input->files[1].name, "a.csv");
}

/* As a Dutch spreadsheet writes them; what can be read two ways stays as it is, for whoever uses it to tell. */
static void csv_numbers_by_form(void **state) {
    (void)state;
    put("a.csv", "locatie;aantal\nx;1.338\ny;\"1\u00a0338 \"\nz;1,338\nv;12\n1.000;5\n");
    put("b.csv", "sleutel;naam;waarde\na;A;12,5\nb;B;1.338\nc;C;\u20ac 1.250,50\n");
    Input *input = read_text(ROOT "><leerlingen bron=\"a.csv\"/><kengetallen bron=\"b.csv\"/>" END);
    static const char *const COUNTS[] = {"1338", "1338", "1,338", "12", "5"}, *const VALUES[] = {"12.5", "1.338", "1250.50"};
    int i = 0;
    NODE_EACH(row, node_child(input->root, "leerlingen"), "telling") assert_string_equal(node_get(row, "aantal"), COUNTS[i++]);
    assert_int_equal(i, 5);
    assert_string_equal(node_get(node_child(input->root, "leerlingen")->last, "locatie"), "1.000"); /* a name is none */
    i = 0;
    NODE_EACH(row, node_child(input->root, "kengetallen"), "kengetal") assert_string_equal(node_get(row, "waarde"), VALUES[i++]);
}

static void csv_faults_are_told(void **state) {
    (void)state;
    put("a.csv", "locatie;aantal;aantal;\nx;1;2;3\ny;twee\nz;1;2;3;4\n\"w;1\n");
    put("b.csv", "");
    put("c.csv", "locatie;aantal\n");
    read_text(ROOT "><leerlingen bron=\"a.csv\"/><leerlingen bron=\"b.csv\"/><leerlingen bron=\"c.csv\"/>\n"
                   "<leerlingen bron=\"d.csv\"/><leerlingen bron=\"/etc/passwd\"/><leerlingen bron=\"a.csv\"><telling/></leerlingen>" END);
    told(&I213_CSV_DOUBLE, "a.csv", 1, 16);
    told(&I214_CSV_NAME, "a.csv", 2, 7);
    told(&I307_VALUE, "a.csv", 3, 3);
    told(&I211_CSV_CELLS, "a.csv", 4, 1);
    told(&I212_CSV_QUOTE, "a.csv", 5, 1);
    told(&I210_CSV_EMPTY, "b.csv", 1, 1);
    told(&I215_CSV_NO_ROWS, "c.csv", 1, 1);
    told(&I201_NOT_FOUND, "jaarverslag.xml", 2, 13);
    told(&I202_OUTSIDE, "jaarverslag.xml", 2, 39);
    told(&I217_CSV_CONTENT, "jaarverslag.xml", 2, 59);
}

static void files_are_included(void **state) {
    (void)state;
    mkdir(in_folder("sub"), 0777);
    put("sub/h.xml", "<hoofdstuk xmlns=\"urn:nl:jaarverslag:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" sleutel=\"h\" titel=\"t\">\n"
                     "<alinea><xi:include href=\"tekst.txt\" parse=\"text\"/></alinea>\n<onzin/></hoofdstuk>");
    put("sub/tekst.txt", "een & ander");
    Input *input = read_text(ROOT "><xi:include href=\"sub/h.xml\"/>" END);
    assert_string_equal(node_string(arena, node_child(input->root, "hoofdstuk")), "een & ander");
    told(&I301_ELEMENT, "/sub/h.xml", 3, 1);
    assert_int_equal(diagnostics_total(diagnostics), 1);
}

static void includes_stay_inside(void **state) {
    (void)state;
    put("a.xml", "<hoofdstuk xmlns=\"urn:nl:jaarverslag:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" sleutel=\"h\" titel=\"t\">"
                 "<xi:include href=\"b.xml\"/></hoofdstuk>");
    put("b.xml", "<paragraaf xmlns=\"urn:nl:jaarverslag:1\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" sleutel=\"p\" titel=\"t\">\n"
                 "<xi:include href=\"a.xml\"/></paragraaf>");
    unlink(in_folder("l.xml"));
    assert_int_equal(symlink("/etc/passwd", in_folder("l.xml")), 0);
    read_text(ROOT "><xi:include href=\"a.xml\"/>\n<xi:include href=\"../../etc/passwd\" parse=\"text\"/>\n"
                   "<xi:include href=\"l.xml\" parse=\"text\"/>\n<xi:include href=\"http://127.0.0.1/x\"/>\n"
                   "<xi:include/>\n<xi:include href=\"a.xml\" xpointer=\"x\"/>\n<xi:include href=\"sub\"/>" END);
    told(&I203_CYCLE, "b.xml", 2, 1);
    for (int line = 2; line <= 4; line++) told(&I202_OUTSIDE, "jaarverslag.xml", line, 1);
    told(&I205_INCLUDE_FORM, "jaarverslag.xml", 5, 1);
    told(&I205_INCLUDE_FORM, "jaarverslag.xml", 6, 1);
}

static void grammar_faults_are_all_told(void **state) {
    (void)state;
    read_text(ROOT "\nstatus=\"konsept\">\n<hoofdstukk/>\n<onzin/>\n<hoofdstuk sleutel=\"A\" titel=\"t\">los</hoofdstuk>\n"
                   "<hoofdstuk sleutel=\"b\" tittel=\"t\"/>\n<baten><tabel/>\n<tabel/></baten>\n"
                   "<leerlingen><telling aantal=\"veel\"/></leerlingen>\n<p xmlns=\"http://www.w3.org/1999/xhtml\"/>" END);
    told(&I306_ENUMERATION, "jaarverslag.xml", 2, 1);
    told(&I301_ELEMENT, "jaarverslag.xml", 3, 1);
    told(&I301_ELEMENT, "jaarverslag.xml", 4, 1);
    told(&I307_VALUE, "jaarverslag.xml", 5, 12);
    told(&I303_TEXT, "jaarverslag.xml", 5, 34);
    told(&I304_ATTRIBUTE, "jaarverslag.xml", 6, 24);
    told(&I301_ELEMENT, "jaarverslag.xml", 7, 8);
    told(&I301_ELEMENT, "jaarverslag.xml", 8, 1);
    told(&I307_VALUE, "jaarverslag.xml", 9, 22);
    told(&I130_FOREIGN, "jaarverslag.xml", 10, 1);
}

static void xml_faults_are_told(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const Message *message;
        int line, column;
    } cases[] = {
        {ROOT ">\n<baten></bate>" END, &I110_TAG_MISMATCH, 2, 8},
        {ROOT ">\n<hoofdstuk sleutel=\"a\" titel=\"b\">\n", &I111_PREMATURE_END, 3, 1},
        {ROOT "\ntitel=\"A & B\"/>", &I112_AMPERSAND, 2, 10},
        {ROOT ">\n<hoofdstuk sleutel=\"a\" titel=\"b\"><alinea>&eacute;</alinea></hoofdstuk>" END, &I113_UNKNOWN_ENTITY, 2, 42},
        {ROOT " titel=\"a\" titel=\"b\"/>", &I114_DOUBLE_ATTRIBUTE, 1, 0},
        {ROOT " titel=\"a<b\"/>", &I115_LESS_THAN, 1, 0},
        {ROOT " titel=a/>", &I116_ATTRIBUTE_VALUE, 1, 0},
        {ROOT ">\x01" END, &I117_CHARACTER, 1, 0},
        {ROOT "/>x", &I120_AFTER_ROOT, 1, 0},
        {"", &I121_EMPTY, 1, 1},
        {"geen xml", &I121_EMPTY, 1, 1},
        {ROOT "><x:y/>" END, &I122_PREFIX, 1, 0},
        {ROOT "><!-- a -- b -->" END, &I124_COMMENT, 1, 0},
        {"\n<?xml version=\"1.0\"?>" ROOT "/>", &I125_DECLARATION, 2, 0},
        {"<jaarverslag schooljaar=\"2020-2021\"/>", &I131_NO_NAMESPACE, 1, 1},
        {"<verslag xmlns=\"urn:nl:jaarverslag:1\"/>", &I132_ROOT, 1, 1},
        {"<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\">" ROOT "/>", &I119_EXTERNAL, 1, 0},
        {"<!DOCTYPE x [<!ENTITY e SYSTEM \"/etc/passwd\">]>" ROOT " titel=\"&e;\"/>", &I119_EXTERNAL, 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        diagnostics_free(diagnostics);
        diagnostics = diagnostics_new();
        read_text(cases[i].text);
        bool found = false;
        for (size_t j = 0; j < diagnostics_total(diagnostics) && !found; j++) {
            const Diagnostic *d = diagnostics_at(diagnostics, j);
            found = d->message == cases[i].message && d->place.line == cases[i].line &&
                    (!cases[i].column || d->place.column == cases[i].column);
        }
        if (found) continue;
        diagnostics_print(diagnostics, stderr, MESSAGES_DUTCH);
        fail_msg("%s not told for %s", cases[i].message->code, cases[i].text);
    }
}

static void unclosed_elements_hide_nothing(void **state) {
    (void)state;
    read_text(ROOT ">\n<hoofdstuk sleutel=\"a\" titel=\"b\">\n<alinea>een</aline>\n<alinea soort=\"fout\"><nadruk>twee</alinea>\n"
                   "<alinea><sterk><nadruk>x</sterk></nadruk></alinea></kop>\n</hoofdstuk>\n<onzin/>\n<baten>");
    told(&I110_TAG_MISMATCH, "jaarverslag.xml", 3, 12);
    told(&I306_ENUMERATION, "jaarverslag.xml", 4, 9);
    told(&I110_TAG_MISMATCH, "jaarverslag.xml", 4, 34);
    told(&I110_TAG_MISMATCH, "jaarverslag.xml", 5, 25);
    told(&I127_STRAY_END, "jaarverslag.xml", 5, 51);
    told(&I301_ELEMENT, "jaarverslag.xml", 7, 1);
    told(&I111_PREMATURE_END, "jaarverslag.xml", 8, 8);
    assert_int_equal(diagnostics_total(diagnostics), 7);
}

static void entities_are_limited(void **state) {
    (void)state;
    Buffer text = {0};
    buffer_puts(&text, "<!DOCTYPE x [<!ENTITY e0 \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
        buffer_printf(&text, "<!ENTITY e%d \"", i);
        for (int j = 0; j < 10; j++) buffer_printf(&text, "&e%d;", i - 1);
        buffer_puts(&text, "\">");
    }
    buffer_puts(&text, "]>" ROOT "><hoofdstuk sleutel=\"a\" titel=\"&e11;\"><alinea>&e11;</alinea></hoofdstuk>" END);
    assert_null(read_text(text.data));
    buffer_free(&text);
    assert_true(diagnostics_count(diagnostics, SEVERITY_ERROR) > 0);
    assert_true(arena_used(arena) < 50000000);
    Input *input = read_text("<!DOCTYPE x [<!ENTITY bos \"Opleidings&#45;school\">]>" ROOT " titel=\"&bos;\"/>");
    assert_string_equal(node_get(input->root, "titel"), "Opleidings-school");
}

static void deep_and_odd_files_do_no_harm(void **state) {
    (void)state;
    Buffer text = {0};
    buffer_puts(&text, ROOT ">");
    for (int i = 0; i < 20000; i++) buffer_puts(&text, "<kader>");
    assert_null(read_text(text.data));
    buffer_free(&text);
    assert_null(input_read(arena, "/dev/zero", schema, diagnostics, &error));
    assert_int_not_equal(error, 0);
    assert_null(input_read(arena, in_folder("geen.xml"), schema, diagnostics, &error));
    assert_int_not_equal(error, 0);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(places_are_kept), TEST(encodings_are_read), TEST(csv_fills_lists), TEST(csv_numbers_by_form), TEST(csv_faults_are_told), TEST(files_are_included),
        TEST(includes_stay_inside), TEST(grammar_faults_are_all_told), TEST(xml_faults_are_told), TEST(unclosed_elements_hide_nothing), TEST(entities_are_limited),
        TEST(deep_and_odd_files_do_no_harm),
    };
    return cmocka_run_group_tests(tests, setup_group, teardown_group);
}
