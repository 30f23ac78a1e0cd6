/* Money, students, targets and funding on small inputs; the year of BOS, row by row; other partnerships. */
#include "unit/calc_input.h"

/* ---- money and hours: A1-A16 ---- */

static void test_lines(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS
        "<begroting><rubriek sleutel=\"r\" naam=\"R\">"
        "<regel sleutel=\"leider\" naam=\"Leider\"><begroot fte=\"0.6\"/><gerealiseerd fte=\"0.1\"/></regel>"
        "<regel sleutel=\"half\" naam=\"Half\" werkgever=\"b1\"><begroot fte=\"0.2\" aandeel=\"0.5\"/><gerealiseerd fte=\"0.2\" aandeel=\"0.5\"/></regel>"
        "<regel sleutel=\"kern\" naam=\"Kern\"><begroot uren=\"100\" aantal=\"4\"/></regel>"
        "<regel sleutel=\"team\" naam=\"Team\"><gerealiseerd uren=\"89\"/></regel></rubriek>"
        "<rubriek sleutel=\"q\" naam=\"Q\">"
        "<regel sleutel=\"admin\" naam=\"Admin\"><begroot bedrag=\"5000\"/><gerealiseerd bedrag=\"1610.00\" tarief=\"administratief\"/></regel>"
        "</rubriek></begroting>");
    assert_fact(w, "begroting.regel.leider", "69678.00", "known");
    assert_fact(w, "begroting.regel.leider.uren", "995", "known");
    assert_fact(w, "realisatie.regel.leider", "11613.00", "known");
    assert_fact(w, "realisatie.regel.leider.uren", "166", "known");
    assert_fact(w, "begroting.regel.half", "11613.00", "known");
    assert_fact(w, "begroting.regel.half.uren", "166", "known");
    assert_fact(w, "werkgevers.totaal", "11613.00", "known");
    assert_fact(w, "begroting.regel.kern", "28000.00", "known");
    assert_no_fact(w, "realisatie.regel.kern");
    assert_fact(w, "realisatie.regel.team", "6230.00", "known");
    assert_fact(w, "realisatie.regel.admin.uren", "46", "known");
    assert_no_fact(w, "begroting.regel.admin.uren");
    assert_fact(w, "begroting.totaal", "114291.00", "known");
    assert_fact(w, "afwijking.regel.kern", "28000.00", "known");
    assert_fact(w, "afwijking.regel.team", "-6230.00", "known");
    assert_fact(w, "overschrijding.regel.team", "6230.00", "known");
    world_free(w);
}

static void test_result_and_reserve(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS
        "<begroting><rubriek sleutel=\"r\" naam=\"R\"><regel sleutel=\"a\" naam=\"A\"><begroot bedrag=\"269243\"/>"
        "<gerealiseerd bedrag=\"201892.05\"/></regel></rubriek></begroting>"
        "<baten><bate sleutel=\"rijk\" naam=\"Rijk\" begroot=\"250000\" gerealiseerd=\"250000\"/></baten>"
        "<reserve begin=\"160754.45\"/>");
    assert_fact(w, "resultaat.begroot", "-19243.00", "known");
    assert_fact(w, "resultaat.realisatie", "48107.95", "known");
    assert_fact(w, "reserve.eind", "208862.40", "known");
    assert_fact(w, "onderuitputting.bedrag", "67350.95", "known");
    assert_fact(w, "onderuitputting.aandeel", "25.0", "known");
    world_free(w);
}

/* ---- students and targets: B1-B9, A13-A16 ---- */

static void test_students_with_unknown(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS COUNTS GUIDELINE "</facilitering>"
        "<bekostiging eerste-schooljaar=\"2019-2020\"><periode van=\"2019-2020\" tot=\"2020-2021\" vast=\"250000\"/>"
        "<periode van=\"2021-2022\" vast=\"100000\" per-student=\"955\" voorlopig-per-student=\"937.50\"/></bekostiging>");
    assert_fact(w, "school.noord.studenten", "8", "known");
    assert_fact(w, "school.oost.studenten", "", "unknown");
    assert_fact(w, "school.west.studenten", "0", "known");
    assert_fact(w, "studenten.totaal", "10", "partial");
    assert_fact(w, "studenten.partners", "9", "known");
    assert_fact(w, "studenten.overig", "1", "partial");
    assert_fact(w, "studenten.uniek", "8", NULL);
    assert_fact(w, "studenten.dusi", "7", "known");
    assert_fact(w, "studenten.instituut.ho.aandeel", "50", NULL); /* 4 of 8 */
    assert_fact(w, "studenten.instituut.un.aandeel", "38", NULL); /* 37,5 goes up */
    assert_fact(w, "leerlingen.totaal", "643", "known");
    assert_fact(w, "school.noord.streefaantal", "2", "known"); /* 1,5 goes up */
    assert_fact(w, "school.zuid.streefaantal", "7", "known");  /* 6,5 goes up */
    assert_fact(w, "streefaantal.som", "14", "known");
    assert_fact(w, "streefaantal.totaal", "13", "known"); /* 12,86 */
    assert_fact(w, "school.noord.dichtheid", "5.33", "known");
    assert_fact(w, "streefaantal.gehaald", "1", "known");
    assert_fact(w, "streefaantal.niet-gehaald", "2", "known");
    assert_fact(w, "school.noord.extra", "6", "known");
    assert_fact(w, "school.noord.bonus", "3360.00", "known");
    assert_fact(w, "school.noord.vergoeding", "6860.00", "known");
    assert_fact(w, "school.oost.vergoeding", "3500.00", "partial");
    assert_fact(w, "bonus.bedrag", "3360.00", NULL);
    assert_fact(w, "vergoeding.totaal", "17360.00", "partial");
    assert_fact(w, "bekostiging.huidig", "250000.00", "known");
    assert_fact(w, "bekostiging.volgend", "106685.00", "known");
    assert_fact(w, "bekostiging.volgend.voorlopig", "106562.50", "known");
    assert_no_fact(w, "school.west.partneraandeel"); /* nobody, so no share */
    assert_fact(w, "bestuur.b1.studenten", "10", "known");
    assert_fact(w, "bestuur.b2.studenten", "0", "partial");
    world_free(w);
}

static void test_absent_parts_make_no_facts(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP);
    assert_no_fact(w, "studenten.totaal");
    assert_no_fact(w, "leerlingen.totaal");
    assert_no_fact(w, "begroting.totaal");
    assert_no_fact(w, "streefaantal.totaal");
    assert_no_fact(w, "vergoeding.totaal");
    assert_fact(w, "aantal.locaties", "4", "known");
    assert_int_equal(diagnostics_count(w->diagnostics, SEVERITY_ERROR), 0);
    world_free(w);
}

static void test_joint_table(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<studenten><plaatsingen><telling locatie=\"noord\" instituut=\"ho\" j1=\"3\" j2=\"1\"/>"
        "<telling locatie=\"noord\" instituut=\"overig\" j1=\"5\"/><telling locatie=\"zuid\" instituut=\"un\" j1=\"2\"/>"
        "<telling locatie=\"oost\" instituut=\"un\" j3=\"2\"/><telling locatie=\"west\" instituut=\"un\" j3=\"?\"/></plaatsingen></studenten>");
    assert_fact(w, "studenten.totaal", "13", "partial");
    assert_fact(w, "studenten.instituut.ho.totaal", "4", "known");
    assert_fact(w, "studenten.niveau.j1.totaal", "5", "known"); /* partners only */
    assert_fact(w, "studenten.groep.vt.totaal", "6", "known");
    assert_fact(w, "studenten.niveau.j1.groepsaandeel", "83.3", NULL);
    assert_fact(w, "studenten.niveau.j3.totaal", "2", "partial");
    assert_fact(w, "studenten.dusi", "8", "partial");
    world_free(w);
}

/* ---- the BOS year: every row of the contract ---- */

static void test_bos(void **state) {
    (void)state;
    static const char *const rows[][3] = {
        {"studenten.totaal", "246", "partial"}, {"studenten.partners", "202", "known"}, {"studenten.overig", "44", "partial"},
        {"studenten.wisselaars", "3", "known"}, {"studenten.uniek", "243", "partial"}, {"studenten.dusi", "199", "known"},
        {"studenten.instituut.flot.totaal", "167", "known"}, {"studenten.instituut.flot.wisselaars", "3", "known"},
        {"studenten.instituut.flot.uniek", "164", "known"}, {"studenten.instituut.flot.aandeel", "67", "partial"},
        {"studenten.niveau.vt1.totaal", "62", "known"}, {"studenten.niveau.vt1.aandeel", "30.7", "known"},
        {"leerlingen.totaal", "13035", "known"}, {"streefaantal.totaal", "261", "known"}, {"streefaantal.som", "262", "known"},
        {"streefaantal.gehaald", "7", "known"}, {"school.newman.leerlingen", "1356", "known"},
        {"school.newman.studenten", "38", "known"}, {"school.newman.partners", "36", "known"},
        {"school.newman.overig", "2", "known"}, {"school.newman.streefaantal", "27", "known"},
        {"school.newman.verschil", "11", "known"}, {"school.newman.dichtheid", "1.40", "known"},
        {"school.newman.partneraandeel", "95", "known"}, {"school.newman.extra", "11", "known"},
        {"school.newman.bonus", "6160.00", "known"}, {"school.newman.vergoeding", "9660.00", "known"},
        {"so.beatrix.uren", "412", "known"}, {"so.juvenaat.uren", "115", "known"}, {"bonus.studenten", "27", "partial"},
        {"bonus.bedrag", "15120.00", "partial"}, {"vergoeding.totaal", "71120.00", "partial"},
        {"begroting.totaal", "269243.00", "known"}, {"realisatie.totaal", "201892.05", "known"},
        {"onderuitputting.bedrag", "67350.95", "known"}, {"onderuitputting.aandeel", "25.0", "known"},
        {"baten.begroot", "250000.00", "known"}, {"baten.realisatie", "250000.00", "known"},
        {"resultaat.begroot", "-19243.00", "known"}, {"resultaat.realisatie", "48107.95", "known"},
        {"reserve.begin", "160754.45", "known"}, {"reserve.eind", "208862.40", "known"},
        {"bekostiging.volgend", "290045.00", "known"}, {"ontwikkelteams.gemiddelde", "32", "known"},
        {"school.koning-willem-ii.partneraandeel", "88", "known"}, {"school.orion.dichtheid", "2.22", "known"},
        {"eerstejaars.vt", "68", "known"}, {"afspraak.eerstejaars-flot.groei", "73.3", "known"}};
    World *w = world_of_path("input/bos-2020-2021");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) assert_fact(w, rows[i][0], rows[i][1], rows[i][2]);
    for (size_t i = 0; i < ledger_count(w->ledger); i++) {
        const Fact *fact = ledger_at(w->ledger, i);
        if (!fact->source_count || !*fact->formula || !*fact->label) fail_msg("%s lacks source, formula or label", fact->id);
    }
    world_free(w);
}

/* Funding on the students of the year before, stated here or in that year's own input. */
static void test_funding_on_last_year(void **state) {
    (void)state;
#define FUNDED "<bekostiging eerste-schooljaar=\"2017-2018\"><periode van=\"2019-2020\" vast=\"100000\" per-student=\"955\"/></bekostiging>"
    World *w = world_of("", PARTNERSHIP FUNDED);
    assert_fact(w, "bekostiging.huidig", "", "unknown");
    world_free(w);
    w = world_of("", PARTNERSHIP FUNDED "<vorige-jaren><vorig-jaar schooljaar=\"2019-2020\"><waarde feit=\"studenten.dusi\" waarde=\"199\"/></vorig-jaar></vorige-jaren>");
    assert_fact(w, "bekostiging.huidig", "290045.00", "known");
    Ledger *old = ledger_new(w->arena), *fresh = ledger_new(w->arena);
    ledger_add(old, cell(w->arena, "studenten", 10), 0, "Studenten", "studenten.dusi");
    calc_add_year(fresh, old, "2019-2020");
    calc_after_years(w->arena, fresh, w->p);
    assert_string_equal(fact_text(w->arena, ledger_get(fresh, "bekostiging.huidig")), "109550.00");
    world_free(w);
}

/* The hour tables of Noord-Holland for ten students, and the facilities of Boss po. */
static void test_other_partnerships(void **state) {
    (void)state;
    World *w = world_of_path("input/noord-holland");
    assert_fact(w, "uren.wpb.semester", "32.5", "known");
    assert_fact(w, "uren.wpb.totaal", "83", "known");
    assert_fact(w, "uren.so.semester", "97", "known");
    assert_fact(w, "uren.so.totaal", "262", "known");
    assert_fact(w, "uren.cso.totaal", "266", "known");
    assert_fact(w, "uren.so.minimaal", "229", "known");
    assert_fact(w, "rollen.aantal", "11", "known");
    assert_fact(w, "uren.io.totaal", "106", "known");
    assert_fact(w, "uren.cio.totaal", "141", "known");
    world_free(w);
    w = world_of_path("input/boss-po");
    assert_fact(w, "faciliteit.wpb.uren", "3000", "known");
    assert_fact(w, "faciliteit.so.week", "100", "known");
    assert_fact(w, "faciliteit.io.week", "52", "known");
    assert_fact(w, "faciliteiten.samen.afstudeeronderzoek", "11", "known");
    assert_fact(w, "scan.fase-1-2.goed.uitspraken", "14", "known");
    world_free(w);
}

/* Money at its edges: ties of a cent, amounts below zero, an empty category, a line on one side only. */
static void test_money_edges(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<parameters><normjaartaak waarde=\"1659\"/><uurtarief waarde=\"0.01\"/></parameters><begroting>"
        "<rubriek sleutel=\"r\" naam=\"R\"><regel sleutel=\"half\" naam=\"H\"><begroot uren=\"0.5\"/><gerealiseerd uren=\"1.5\"/></regel>"
        "<regel sleutel=\"terug\" naam=\"T\"><gerealiseerd bedrag=\"-0.05\"/></regel></rubriek><rubriek sleutel=\"leeg\" naam=\"L\"/></begroting>"
        "<baten><bate sleutel=\"b\" naam=\"B\" begroot=\"0\" gerealiseerd=\"0.00\"/></baten><reserve begin=\"-10.00\"/>");
    assert_fact(w, "begroting.regel.half", "0.01", "known");  /* half a cent */
    assert_fact(w, "realisatie.regel.half", "0.02", "known"); /* one and a half */
    assert_fact(w, "begroting.regel.half.uren", "0.5", "known");
    assert_fact(w, "realisatie.totaal", "-0.03", "known");
    assert_fact(w, "begroting.rubriek.leeg", "0.00", "known");
    assert_fact(w, "resultaat.begroot", "-0.01", "known");
    assert_fact(w, "resultaat.realisatie", "0.03", "known");
    assert_fact(w, "reserve.eind", "-9.97", "known");
    assert_fact(w, "onderuitputting.aandeel", "400.0", "known");
    world_free(w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines), cmocka_unit_test(test_result_and_reserve),
        cmocka_unit_test(test_students_with_unknown), cmocka_unit_test(test_absent_parts_make_no_facts),
        cmocka_unit_test(test_joint_table), cmocka_unit_test(test_bos), cmocka_unit_test(test_funding_on_last_year),
        cmocka_unit_test(test_other_partnerships), cmocka_unit_test(test_money_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
