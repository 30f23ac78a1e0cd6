/* The partnership's own data, from input to facts and messages: cells, what follows from them, totals, what is unknown. */
#include "unit/small_input.h"

#include "language/language.h"

#define OWN(body) PARTNERSHIP "<eigen-gegevens><gegevens sleutel=\"g\" naam=\"Behoud\">" body "</gegevens></eigen-gegevens>"
#define COUNTS                                                                                                        \
    "<kolom sleutel=\"begonnen\" naam=\"Begonnen\" soort=\"personen\"/><kolom sleutel=\"gebleven\" naam=\"Gebleven\" soort=\"personen\"/>" \
    "<kolom sleutel=\"deel\" naam=\"Deel\" soort=\"procent\" berekend=\"aandeel\" uit=\"gebleven begonnen\"/>"          \
    "<kolom sleutel=\"weg\" naam=\"Vertrokken\" soort=\"personen\" berekend=\"verschil\" uit=\"begonnen gebleven\"/>"
#define FREE(rows) OWN(COUNTS "<rijen>" rows "</rijen>")
#define ROW(key, cells) "<rij sleutel=\"" key "\" naam=\"" key "\" " cells "/>"
#define SCORES "<kolom sleutel=\"cijfer\" naam=\"Cijfer\" soort=\"score\" totaal=\"gemiddelde\"/>"
#define YEARS(rows) OWN("<kolom sleutel=\"cijfer\" naam=\"Cijfer\" soort=\"score\"/><jaren>" rows "</jaren>")
#define FIGURE(attributes) "<bijlage sleutel=\"b\" titel=\"B\"><figuur sleutel=\"fig\" soort=\"gegevens\" " attributes "><bijschrift>F</bijschrift></figuur></bijlage>"

static void test_rows(void **state) {
    (void)state;
    World *w = world_of("", FREE(ROW("a", "begonnen=\"12\" gebleven=\"9\"") ROW("b", "begonnen=\"8\" gebleven=\"8\"")));
    assert_fact(w, "gegevens.g.a.begonnen", "12", "known");
    assert_fact(w, "gegevens.g.a.deel", "75.0", "known");
    assert_fact(w, "gegevens.g.a.weg", "3", "known");
    assert_fact(w, "gegevens.g.b.weg", "0", "known");
    assert_fact(w, "gegevens.g.totaal.begonnen", "20", "known");
    assert_fact(w, "gegevens.g.totaal.deel", "85.0", "known"); /* of the totals, no mean of 75 and 100 */
    assert_fact(w, "gegevens.g.totaal.weg", "3", "known");
    assert_fact(w, "gegevens.g.a.begonnen.aandeel", "60.0", "known");
    const Fact *fact = ledger_get(w->ledger, "gegevens.g.totaal.begonnen");
    assert_int_equal(fact->counts, COUNTS_PERSONS); /* the public version guards it */
    assert_string_equal(fact->unit, "personen");
    assert_string_equal(ledger_get(w->ledger, "gegevens.g.a.deel")->label, "Behoud, a: Deel");
    assert_int_equal(diagnostics_count(w->diagnostics, SEVERITY_ERROR), 0);
    world_free(w);
}

static void test_unknown(void **state) {
    (void)state;
    World *w = world_of("", FREE(ROW("a", "begonnen=\"12\" gebleven=\"9\"") ROW("b", "begonnen=\"8\" gebleven=\"?\"") ROW("c", "")));
    assert_fact(w, "gegevens.g.b.gebleven", "", "unknown");
    assert_fact(w, "gegevens.g.b.deel", "", "unknown");
    assert_no_fact(w, "gegevens.g.c.begonnen"); /* an empty cell of a delivered row */
    assert_fact(w, "gegevens.g.totaal.begonnen", "20", "known");
    assert_fact(w, "gegevens.g.totaal.gebleven", "9", "partial");
    assert_fact(w, "gegevens.g.totaal.deel", "75.0", "partial"); /* over the row that both know */
    assert_fact(w, "gegevens.g.totaal.weg", "3", "partial");
    world_free(w);
}

/* Each thing of the partnership has a row, in its order; one that has none is unknown, and named. */
static void test_locations(void **state) {
    (void)state;
    World *w = world_of("", OWN(COUNTS "<rijen per=\"locatie\"><rij locatie=\"De Zuid\" begonnen=\"5\" gebleven=\"5\"/><rij locatie=\"noord\" begonnen=\"4\" gebleven=\"3\"/>"
                                "<rij locatie=\"oost\" begonnen=\"0\" gebleven=\"0\"/></rijen>"));
    assert_fact(w, "gegevens.g.noord.deel", "75.0", "known");
    assert_fact(w, "gegevens.g.zuid.begonnen", "5", "known");
    assert_no_fact(w, "gegevens.g.oost.deel"); /* nobody to divide by */
    assert_fact(w, "gegevens.g.west.begonnen", "", "unknown");
    assert_fact(w, "gegevens.g.west.deel", "", "unknown");
    assert_fact(w, "gegevens.g.totaal.begonnen", "9", "partial");
    assert_string_equal(w->p->own_data[0].rows[0].key, "noord");
    assert_int_equal(reports(w, "R155"), 1);
    world_free(w);
    w = world_of("", OWN(SCORES "<rijen per=\"bestuur\"><rij bestuur=\"b1\" cijfer=\"7.4\"/><rij bestuur=\"b2\" cijfer=\"6.9\"/></rijen>"));
    assert_fact(w, "gegevens.g.totaal.cijfer", "7.2", "known"); /* 7.15, half up */
    world_free(w);
    w = world_of("", OWN(SCORES "<rijen per=\"niveau\"><rij niveau=\"J1\" cijfer=\"7.4\"/></rijen>"));
    assert_fact(w, "gegevens.g.totaal.cijfer", "7.4", "partial");
    world_free(w);
}

static void test_groups(void **state) {
    (void)state;
    World *w = world_of("", OWN(COUNTS "<groep sleutel=\"k\" naam=\"Kort\"/><groep sleutel=\"l\" naam=\"Lang\"/><rijen>"
                                ROW("a", "groep=\"k\" begonnen=\"12\" gebleven=\"9\"") ROW("b", "groep=\"l\" begonnen=\"8\" gebleven=\"8\"")
                                ROW("c", "groep=\"k\" begonnen=\"?\" gebleven=\"1\"") "</rijen>"));
    assert_fact(w, "gegevens.g.groep.k.begonnen", "12", "partial");
    assert_fact(w, "gegevens.g.groep.k.gebleven", "10", "known");
    assert_fact(w, "gegevens.g.groep.k.deel", "75.0", "partial");
    assert_fact(w, "gegevens.g.groep.l.deel", "100.0", "known");
    world_free(w);
}

static void test_years(void **state) {
    (void)state;
    World *w = world_of("", OWN("<kolom sleutel=\"in\" naam=\"Baten\" soort=\"euro\" totaal=\"som\"/><kolom sleutel=\"uit\" naam=\"Lasten\" soort=\"euro\"/>"
                                "<kolom sleutel=\"saldo\" naam=\"Saldo\" soort=\"euro\" berekend=\"verschil\" uit=\"in uit\"/>"
                                "<jaren><jaar schooljaar=\"2022-2023\" in=\"10.50\" uit=\"12\"/><jaar schooljaar=\"2021-2022\" in=\"20\" uit=\"?\"/></jaren>"));
    assert_fact(w, "gegevens.g.2022-2023.saldo", "-1.50", "known");
    assert_fact(w, "gegevens.g.2021-2022.saldo", "", "unknown");
    assert_fact(w, "gegevens.g.totaal.in", "30.50", "known");
    assert_no_fact(w, "gegevens.g.totaal.uit"); /* years are added up where it is asked for */
    assert_string_equal(w->p->own_data[0].rows[0].key, "2021-2022");
    world_free(w);
}

static void test_kinds(void **state) {
    (void)state;
    World *w = world_of("", OWN("<kolom sleutel=\"u\" naam=\"Uren\" soort=\"uren\"/><kolom sleutel=\"n\" naam=\"Starters\" soort=\"personen\"/>"
                                "<kolom sleutel=\"per\" naam=\"Uren per starter\" soort=\"uren\" berekend=\"per\" uit=\"u n\" decimalen=\"2\"/>"
                                "<kolom sleutel=\"p\" naam=\"Groei\" soort=\"procent\"/><kolom sleutel=\"q\" naam=\"Q\" soort=\"procent\"/>"
                                "<kolom sleutel=\"gem\" naam=\"Samen\" soort=\"procent\" berekend=\"gemiddelde\" uit=\"p q\"/>"
                                "<kolom sleutel=\"les\" naam=\"Lessen\" soort=\"aantal\" eenheid=\"lessen\"/><kolom sleutel=\"t\" naam=\"T\" soort=\"tekst\"/><kolom sleutel=\"d\" naam=\"D\" soort=\"datum\"/>"
                                "<rijen>" ROW("a", "u=\"10\" n=\"3\" p=\"-4.5\" q=\"104\" les=\"7\" t=\"12 uur\" d=\"2021-02-28\"") "</rijen>"));
    assert_fact(w, "gegevens.g.a.per", "3.33", "known");
    assert_fact(w, "gegevens.g.a.gem", "49.8", "known"); /* 49.75 */
    assert_fact(w, "gegevens.g.a.p", "-4.5", "known");
    assert_string_equal(ledger_get(w->ledger, "gegevens.g.a.les")->unit, "lessen");
    assert_no_fact(w, "gegevens.g.a.t");
    assert_no_fact(w, "gegevens.g.totaal.p");
    assert_int_equal(diagnostics_count(w->diagnostics, SEVERITY_ERROR), 0);
    world_free(w);
}

/* A cell is what its column says, for whoever asks the description. */
static void test_described(void **state) {
    (void)state;
    World *w = world_of("", OWN("<kolom sleutel=\"n\" naam=\"N\" soort=\"personen\"/><kolom sleutel=\"t\" naam=\"T\" soort=\"tekst\"/><rijen>" ROW("a", "n=\"4\" t=\"x\" los=\"1\"") "</rijen>"));
    const Node *row = node_walk(w->root, w->root, "rij");
    const LanguageAttribute *n = language_attribute_of(row, node_attribute(row, "n")), *t = language_attribute_of(row, node_attribute(row, "t"));
    assert_int_equal(n->kind, VALUE_PERSONS);
    assert_int_equal(n->open, PUBLIC_WITHHOLD);
    assert_int_equal(n->next, NEXT_ASK);
    assert_int_equal(t->kind, VALUE_TEXT);
    assert_int_equal(t->open, PUBLIC_REPLACE);
    assert_null(language_attribute_of(row, node_attribute(row, "los"))); /* of no column: nobody shows it */
    assert_int_equal(language_attribute_of(row, node_attribute(row, "naam"))->kind, VALUE_NAME);
    world_free(w);
}

/* A row about what nobody knows is one fault. */
static void test_cause_once(void **state) {
    (void)state;
    World *w = world_of("", OWN(COUNTS "<rijen per=\"bestuur\"><rij bestuur=\"Bestuur Een\" begonnen=\"1\"/><rij bestuur=\"Bestuur Drie\" begonnen=\"5\"/></rijen><totaal begonnen=\"6\"/>"));
    assert_int_equal(reports(w, "R001"), 1);
    assert_int_equal(reports(w, "R155"), 0);
    assert_int_equal(diagnostics_count(w->diagnostics, SEVERITY_ERROR), 1);
    assert_fact(w, "gegevens.g.b1.begonnen", "1", "known");
    world_free(w);
}

static const struct {
    const char *code, *bad, *good;
} CASES[] = {
    {"R033", FREE(ROW("a", "begonen=\"1\"")), FREE(ROW("a", "begonnen=\"1\""))},
    {"R034", FREE("<rij sleutel=\"a\" begonnen=\"1\"/>"), FREE(ROW("a", "begonnen=\"1\""))},
    {"R034", OWN(COUNTS "<rijen per=\"bestuur\"><rij begonnen=\"1\"/></rijen>"), OWN(COUNTS "<rijen per=\"bestuur\"><rij bestuur=\"b1\" begonnen=\"1\"/></rijen>")},
    {"R001", OWN(COUNTS "<rijen per=\"locatie\"><rij locatie=\"nord\"/></rijen>"), OWN(COUNTS "<rijen per=\"locatie\"><rij locatie=\"noord\"/></rijen>")},
    {"R035", YEARS("<jaar schooljaar=\"2020-2021\" cijfer=\"7\"/><jaar schooljaar=\"2020-2021\" cijfer=\"8\"/>"), YEARS("<jaar schooljaar=\"2020-2021\" cijfer=\"7\"/><jaar schooljaar=\"2021-2022\" cijfer=\"8\"/>")},
    {"R006", YEARS("<jaar schooljaar=\"2020-2022\" cijfer=\"7\"/>"), YEARS("<jaar schooljaar=\"2020-2021\" cijfer=\"7\"/>")},
    {"R036", FREE(ROW("totaal", "begonnen=\"1\"")), FREE(ROW("a", "begonnen=\"1\""))},
    {"R036", OWN("<kolom sleutel=\"naam\" naam=\"N\" soort=\"tekst\"/><rijen/>"), OWN("<kolom sleutel=\"bijnaam\" naam=\"N\" soort=\"tekst\"/><rijen/>")},
    {"R037", OWN("<kolom sleutel=\"a\" naam=\"A\" soort=\"procent\" berekend=\"aandeel\" uit=\"b c\"/><kolom sleutel=\"b\" naam=\"B\" soort=\"personen\"/><kolom sleutel=\"c\" naam=\"C\" soort=\"personen\"/><rijen/>"), FREE("")},
    {"R037", OWN(COUNTS "<kolom sleutel=\"x\" naam=\"X\" soort=\"personen\" berekend=\"verschil\" uit=\"begonnen\"/><rijen/>"), OWN(COUNTS "<kolom sleutel=\"x\" naam=\"X\" soort=\"personen\" berekend=\"som\" uit=\"begonnen gebleven\"/><rijen/>")},
    {"R037", OWN(COUNTS "<kolom sleutel=\"x\" naam=\"X\" soort=\"personen\" berekend=\"som\" uit=\"begonnen begonnen\"/><rijen/>"), OWN(COUNTS "<kolom sleutel=\"x\" naam=\"X\" soort=\"uren\" berekend=\"per\" uit=\"begonnen gebleven\"/><rijen/>")},
    {"R037", OWN(COUNTS "<kolom sleutel=\"x\" naam=\"X\" soort=\"euro\" berekend=\"verschil\" uit=\"begonnen gebleven\"/><rijen/>"), FREE("")},
    {"R037", OWN(COUNTS "<kolom sleutel=\"x\" naam=\"X\" soort=\"personen\" berekend=\"aandeel\" uit=\"begonnen gebleven\"/><rijen/>"), FREE("")},
    {"R038", OWN(COUNTS "<rijen/><jaren/>"), OWN(COUNTS "<jaren/>")},
    {"R038", OWN("<rijen/>"), OWN(COUNTS "<rijen/>")},
    {"R038", OWN(COUNTS), OWN(COUNTS "<rijen/>")},
    {"R002", OWN(COUNTS COUNTS "<rijen/>"), OWN(COUNTS "<rijen/>") "<enquetes/>"},
    {"R004", FREE(ROW("a", "begonnen=\"1.5\"")), OWN("<kolom sleutel=\"u\" naam=\"U\" soort=\"uren\"/><rijen>" ROW("a", "u=\"1.5\"") "</rijen>")},
    {"R008", FREE(ROW("a", "begonnen=\"vijf\"")), FREE(ROW("a", "begonnen=\"?\""))},
    {"R005", OWN("<kolom sleutel=\"d\" naam=\"D\" soort=\"datum\"/><rijen>" ROW("a", "d=\"2021-02-30\"") "</rijen>"), OWN("<kolom sleutel=\"d\" naam=\"D\" soort=\"datum\"/><rijen>" ROW("a", "d=\"2021-02-03\"") "</rijen>")},
    {"R116", OWN(COUNTS "<rijen>" ROW("a", "begonnen=\"12\" gebleven=\"9\"") "</rijen><totaal begonnen=\"12\" gebleven=\"10\"/>"), OWN(COUNTS "<rijen>" ROW("a", "begonnen=\"12\" gebleven=\"9\"") "</rijen><totaal begonnen=\"12\" gebleven=\"9\" deel=\"75\" weg=\"?\"/>")},
    /* nine are known: eight cannot be all, ten can */
    {"R116", OWN(COUNTS "<rijen>" ROW("a", "gebleven=\"9\"") ROW("b", "gebleven=\"?\"") "</rijen><totaal gebleven=\"8\"/>"), OWN(COUNTS "<rijen>" ROW("a", "gebleven=\"9\"") ROW("b", "gebleven=\"?\"") "</rijen><totaal gebleven=\"10\"/>")},
    {"R117", FREE(ROW("a", "begonnen=\"12\" gebleven=\"8\" deel=\"66.6\"")), FREE(ROW("a", "begonnen=\"12\" gebleven=\"8\" deel=\"66.67\"") ROW("b", "deel=\"70\""))},
    {"R106", FREE(ROW("a", "begonnen=\"12\" gebleven=\"13\"")), FREE(ROW("a", "begonnen=\"12\" gebleven=\"12\""))},
    {"R118", FREE(ROW("a", "begonnen=\"12\"")) FIGURE("over=\"g\" kolommen=\"begonnen bleven\""), FREE(ROW("a", "begonnen=\"12\"")) FIGURE("over=\"g\" kolommen=\"begonnen gebleven\"")},
    {"R119", OWN("<kolom sleutel=\"cijfer\" naam=\"Cijfer\" soort=\"score\"/><rijen>" ROW("a", "cijfer=\"7\"") "</rijen><totaal cijfer=\"7\"/>"), YEARS("<jaar schooljaar=\"2020-2021\" cijfer=\"7\"/>")},
    {"R120", FREE(ROW("a", "begonnen=\"12\"")) FIGURE("vorm=\"lijn\""), YEARS("<jaar schooljaar=\"2020-2021\" cijfer=\"7\"/><jaar schooljaar=\"2021-2022\" cijfer=\"8\"/>") FIGURE("vorm=\"lijn\"")},
    {"R218", FREE("") FIGURE(""), FREE(ROW("a", "begonnen=\"12\"")) FIGURE("")},
    {"R218", FREE(ROW("a", "begonnen=\"?\"")) FIGURE("vorm=\"balken\""), FREE(ROW("a", "begonnen=\"?\"")) FIGURE("vorm=\"tabel\"")},
    {"R223", FREE(ROW("a", "begonnen=\"1\"")) "<bijlage sleutel=\"b\" titel=\"B\"><figuur sleutel=\"f\" soort=\"enquete\" vorm=\"gestapeld\"/></bijlage>", FREE(ROW("a", "begonnen=\"1\"")) FIGURE("vorm=\"gestapeld\"")},
    {"R225", FREE(ROW("a", "begonnen=\"0\"")) FIGURE("vorm=\"taart\""), FREE(ROW("a", "begonnen=\"0\"")) FIGURE("vorm=\"balken\"")},
};

static void test_messages(void **state) {
    (void)state;
    int failures = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        for (int good = 0; good <= 1; good++) {
            World *w = world_of("", good ? CASES[i].good : CASES[i].bad);
            if ((reports(w, CASES[i].code) > 0) == good) {
                print_error("%s, %s case %zu\n", CASES[i].code, good ? "clean" : "planted", i);
                diagnostics_print(w->diagnostics, stderr, MESSAGES_DUTCH);
                failures++;
            }
            world_free(w);
        }
    assert_int_equal(failures, 0);
}

/* ---- against another calculation ---- */

static unsigned turn;
static unsigned next_random(unsigned below) {
    turn = turn * 1103515245u + 12345u;
    return (turn >> 16) % below;
}

/* Rows of two columns, some unknown, some without a cell: totals, difference and share as counted here. */
static void test_random(void **state) {
    (void)state;
    for (unsigned round = 0; round < 60; round++) {
        char body[8192];
        int sum_a = 0, sum_b = 0, both_a = 0, both_b = 0, n = 1 + (int)next_random(8);
        bool open_a = false, open_b = false, open_pair = false, any_a = false, any_b = false, pair = false;
        int at = snprintf(body, sizeof body, "%s", PARTNERSHIP "<eigen-gegevens><gegevens sleutel=\"g\" naam=\"G\">" COUNTS "<rijen>");
        turn = round * 7919 + 1;
        for (int i = 0; i < n; i++) {
            int a = (int)next_random(40), b = (int)next_random((unsigned)a + 1), how_a = (int)next_random(6), how_b = (int)next_random(6);
            char cell_a[32] = "", cell_b[32] = "";
            if (how_a > 1) snprintf(cell_a, sizeof cell_a, "begonnen=\"%d\"", a);
            else if (how_a) snprintf(cell_a, sizeof cell_a, "begonnen=\"?\"");
            if (how_b > 1) snprintf(cell_b, sizeof cell_b, "gebleven=\"%d\"", b);
            else if (how_b) snprintf(cell_b, sizeof cell_b, "gebleven=\"?\"");
            at += snprintf(body + at, sizeof body - (size_t)at, "<rij sleutel=\"r%d\" naam=\"R%d\" %s %s/>", i, i, cell_a, cell_b);
            if (how_a > 1) sum_a += a, any_a = true;
            if (how_b > 1) sum_b += b, any_b = true;
            open_a |= how_a == 1;
            open_b |= how_b == 1;
            if (how_a > 1 && how_b > 1) both_a += a, both_b += b, pair = true;
            else if (how_a || how_b) open_pair = true;
        }
        snprintf(body + at, sizeof body - (size_t)at, "</rijen></gegevens></eigen-gegevens>");
        World *w = world_of("", body);
        char text[32];
        snprintf(text, sizeof text, "%d", sum_a);
        if (any_a) assert_fact(w, "gegevens.g.totaal.begonnen", text, open_a ? "partial" : "known");
        snprintf(text, sizeof text, "%d", sum_b);
        if (any_b) assert_fact(w, "gegevens.g.totaal.gebleven", text, open_b ? "partial" : "known");
        if (pair && both_a && any_a && sum_a) {
            int tenths = (2000 * both_b + both_a) / (2 * both_a); /* half up */
            snprintf(text, sizeof text, "%d.%d", tenths / 10, tenths % 10);
            assert_fact(w, "gegevens.g.totaal.deel", text, open_pair ? "partial" : "known");
        }
        world_free(w);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows), cmocka_unit_test(test_unknown), cmocka_unit_test(test_locations), cmocka_unit_test(test_groups), cmocka_unit_test(test_years),
        cmocka_unit_test(test_kinds), cmocka_unit_test(test_described), cmocka_unit_test(test_cause_once), cmocka_unit_test(test_messages), cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
