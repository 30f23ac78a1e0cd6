/* Facilitation, allowances, surveys, hours, intervision and facilities: the rules and worked examples of the reference documents. */
#include "unit/calc_input.h"

/* ---- facilitation: D ---- */

static void test_facilitation(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS GUIDELINE
        "<voorbeeld sleutel=\"a\" naam=\"a\"><werkplek studenten=\"25\"/></voorbeeld>"
        "<voorbeeld sleutel=\"b\" naam=\"b\"><werkplek studenten=\"35\"/></voorbeeld>"
        "<voorbeeld sleutel=\"c\" naam=\"c\"><werkplek studenten=\"6\"/></voorbeeld>"
        "<voorbeeld sleutel=\"d\" naam=\"d\"><werkplek studenten=\"6\"/><werkplek studenten=\"25\"/></voorbeeld>"
        "<voorbeeld sleutel=\"negen\" naam=\"e\"><werkplek studenten=\"9\"/></voorbeeld>"
        "<voorbeeld sleutel=\"tien\" naam=\"f\"><werkplek studenten=\"10\"/></voorbeeld>"
        "<voorbeeld sleutel=\"vierentwintig\" naam=\"g\"><werkplek studenten=\"24\"/></voorbeeld></facilitering>");
    assert_fact(w, "voorbeeld.a.uren", "300", "known");
    assert_fact(w, "voorbeeld.b.uren", "380", "known");
    assert_fact(w, "voorbeeld.c.uren", "123", "known");
    assert_fact(w, "voorbeeld.d.uren", "388", "known");
    assert_fact(w, "voorbeeld.negen.uren", "147", "known");
    assert_fact(w, "voorbeeld.tien.uren", "180", "known");
    assert_fact(w, "voorbeeld.a.lesvrij", "2", "known"); /* ten minste 25 */
    assert_fact(w, "voorbeeld.vierentwintig.lesvrij", "1", "known");
    world_free(w);
}

static void test_second_trainer(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS
        "<studenten><per-instituut><telling locatie=\"noord\" ho=\"30\"/><telling locatie=\"zuid\" ho=\"31\"/>"
        "<telling locatie=\"oost\" ho=\"33\"/><telling locatie=\"west\" ho=\"1\"/></per-instituut></studenten>" GUIDELINE
        "<schoolopleider sleutel=\"s\" naam=\"S\"><werkplek locatie=\"oost\"/><werkplek locatie=\"west\"/></schoolopleider></facilitering>");
    assert_fact(w, "school.noord.tweede-so", "0", "known");
    assert_fact(w, "school.zuid.tweede-so", "1", "known");
    assert_fact(w, "so.advies.totaal", "2", "known");
    assert_fact(w, "so.s.uren", "412", "known"); /* 100 + 8 x 34 + 40 */
    world_free(w);
}

/* Two trainers at one location: the fixed part is each one's, the students are shared, "small" is the location's. */
static void test_shared_location(void **state) {
    (void)state;
#define SHARED(total, one, other)                                                                                      \
    PARTNERSHIP PARAMETERS "<studenten><per-instituut><telling locatie=\"noord\" ho=\"" total "\"/></per-instituut></studenten>" GUIDELINE \
    "<schoolopleider sleutel=\"s\" naam=\"S\"><werkplek locatie=\"noord\" " one "/></schoolopleider>"                                \
    "<schoolopleider sleutel=\"t\" naam=\"T\"><werkplek locatie=\"noord\" " other "/></schoolopleider></facilitering>"
    World *w = world_of("", SHARED("40", "studenten=\"20\"", "studenten=\"20\""));
    assert_fact(w, "so.s.uren", "260", "known"); /* together 520 */
    assert_fact(w, "so.t.uren", "260", "known");
    world_free(w);
    w = world_of("", SHARED("40", "studenten=\"15\"", "")); /* the other has the rest */
    assert_fact(w, "so.t.studenten", "25", "known");
    assert_fact(w, "so.t.uren", "300", "known");
    assert_fact(w, "so.t.lesvrij", "2", "known");
    world_free(w);
    w = world_of("", SHARED("16", "studenten=\"8\"", "studenten=\"8\"")); /* 16 is no small location */
    assert_fact(w, "so.s.uren", "164", "known");
    world_free(w);
    w = world_of("", SHARED("8", "studenten=\"4\"", "")); /* 8 is */
    assert_fact(w, "so.s.uren", "107", "known");
    assert_fact(w, "so.t.uren", "107", "known");
    world_free(w);
    w = world_of("", SHARED("40", "", "")); /* how they share is not said */
    assert_fact(w, "so.s.uren", "", "unknown");
    world_free(w);
}

/* The combined trainers of the guideline: Mencia 30 + 3 at two locations, Tessenderlandt 6 + 4 + 15 at three. */
static void test_several_locations(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS
        "<studenten><per-instituut><telling locatie=\"noord\" ho=\"30\"/><telling locatie=\"zuid\" ho=\"3\"/></per-instituut></studenten>" GUIDELINE
        "<schoolopleider sleutel=\"s\" naam=\"S\"><werkplek locatie=\"noord\"/><werkplek locatie=\"zuid\"/></schoolopleider></facilitering>");
    assert_fact(w, "so.s.uren", "404", "known");
    assert_fact(w, "school.noord.tweede-so", "0", "known"); /* 30 is not more than 30 */
    world_free(w);
    w = world_of("", PARTNERSHIP PARAMETERS
        "<studenten><per-instituut><telling locatie=\"noord\" ho=\"6\"/><telling locatie=\"zuid\" ho=\"4\"/><telling locatie=\"oost\" ho=\"15\"/></per-instituut></studenten>" GUIDELINE
        "<schoolopleider sleutel=\"s\" naam=\"S\"><werkplek locatie=\"noord\"/><werkplek locatie=\"zuid\"/><werkplek locatie=\"oost\"/></schoolopleider></facilitering>");
    assert_fact(w, "so.s.uren", "340", "known");
    assert_fact(w, "so.s.lesvrij", "2", "known"); /* exactly 25: a whole day */
    assert_fact(w, "facilitering.vast.totaal", "100", "known");
    assert_fact(w, "facilitering.kleine-locatie.vast", "75", "known");
    assert_fact(w, "facilitering.vergoeding.bedrag", "3500.00", "known");
    assert_fact(w, "facilitering.vergoeding.bonus", "560.00", "known");
    world_free(w);
}

/* ---- allowance E, surveys F, hours G, facilities H ---- */

static void test_allowance(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<stagevergoeding van=\"2020-09-01\" tot=\"2021-07-01\"><trede vanaf=\"1\" bedrag=\"125\"/><trede vanaf=\"2\" bedrag=\"250\"/>"
        "<trede vanaf=\"3\" bedrag=\"375\"/><stage sleutel=\"vier\" naam=\"v\" dagen=\"4\"/><stage sleutel=\"contract\" naam=\"c\" dagen=\"3\" arbeidsovereenkomst=\"ja\"/>"
        "<stage sleutel=\"halve\" naam=\"h\" dagen=\"0\" halve-dagen=\"2\"/>"
        "<stage sleutel=\"meer\" naam=\"m\" dagen=\"1\"><wijziging per=\"2021-01-15\" dagen=\"2\"/></stage></stagevergoeding>");
    assert_fact(w, "stagevergoeding.dagen.1.totaal", "1250.00", "known");
    assert_fact(w, "stagevergoeding.dagen.3.totaal", "3750.00", "known");
    assert_fact(w, "stagevergoeding.vier.maand", "375.00", "known");
    assert_fact(w, "stagevergoeding.vier.totaal", "3750.00", "known");
    assert_fact(w, "stagevergoeding.meer.totaal", "1875.00", "known"); /* 5 x 125 + 5 x 250 */
    assert_fact(w, "stagevergoeding.contract.totaal", "0.00", "known");
    assert_fact(w, "stagevergoeding.halve.maand", "125.00", "known"); /* two half days are one */
    world_free(w);
}

static void test_survey(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<enquetes><enquete sleutel=\"e\" naam=\"E\" uitgezet=\"190\" ingevuld=\"63\"><vraag sleutel=\"v\" tekst=\"V\" soort=\"meer\">"
        "<antwoord tekst=\"a\" aantal=\"26\"/></vraag></enquete></enquetes>");
    assert_fact(w, "enquete.e.respons", "33.2", "known");
    assert_fact(w, "enquete.e.v.1.aandeel", "41.3", "known");
    world_free(w);
}

#define SO_HOURS(n)                                                                                                  \
    "<urenspecificatie sleutel=\"so\" naam=\"SO\" studenten=\"" n "\" groepsgrootte=\"25\"><optie sleutel=\"traject\" naam=\"traject\" aan=\"nee\"/>" \
    "<optie sleutel=\"praktijk\" naam=\"praktijk\" aan=\"nee\"/>"                                                      \
    "<onderdeel sleutel=\"semester\" naam=\"Semester\" maal=\"2\"><post sleutel=\"flits\" naam=\"Flits\" per=\"student\" uren=\"1\"/>" \
    "<post sleutel=\"wpl\" naam=\"WPL\" per=\"groep\" uren=\"19.5\"/>"                                                 \
    "<post sleutel=\"les\" naam=\"Les\" per=\"student\"><stap minuten=\"15\"/><stap minuten=\"45\" maal=\"2\"/><stap minuten=\"15\" maal=\"2\"/></post>" \
    "<post sleutel=\"wpa\" naam=\"WPA\" per=\"student\" uren=\"3.5\"/><post sleutel=\"contact\" naam=\"C\" per=\"student\" uren=\"1\"/></onderdeel>" \
    "<onderdeel sleutel=\"onvoorzien\" naam=\"O\"><post sleutel=\"p\" naam=\"P\" uren=\"12\"/></onderdeel>"             \
    "<onderdeel sleutel=\"taken\" naam=\"T\"><post sleutel=\"rest\" naam=\"R\" uren=\"23\"/>"                          \
    "<post sleutel=\"traject\" naam=\"T\" uren=\"18\" optie=\"traject\"/><post sleutel=\"dagen\" naam=\"D\" uren=\"15\" optie=\"praktijk\"/></onderdeel>" \
    "</urenspecificatie>"

static void test_hours(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP "<urenspecificaties>" SO_HOURS("10")
        "<urenspecificatie sleutel=\"cso\" naam=\"CSO\" studenten=\"10\" uitbreiding-van=\"so\"><onderdeel sleutel=\"b\" naam=\"B\">"
        "<post sleutel=\"o\" naam=\"O\" uren=\"4\"/></onderdeel></urenspecificatie></urenspecificaties>");
    assert_fact(w, "uren.so.semester", "97", "known");
    assert_fact(w, "uren.so.semester.jaar", "194", "known");
    assert_fact(w, "uren.so.volledig", "262", "known");
    assert_fact(w, "uren.so.aftrek.traject", "18", "known");
    assert_fact(w, "uren.so.totaal", "229", "known");
    assert_fact(w, "uren.cso.volledig", "266", "known");
    world_free(w);
    w = world_of("", PARTNERSHIP "<urenspecificaties>" SO_HOURS("26") "</urenspecificaties>");
    assert_fact(w, "uren.so.semester", "240.5", "known"); /* 26 x 7,75 + 2 groups */
    world_free(w);
}

/* One number of students for all roles, steps in hours or minutes, hours for one student, and the least. */
static void test_hours_of_one(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP "<urenspecificaties studenten=\"14\" groepsgrootte=\"25\">"
        "<urenspecificatie sleutel=\"so\" naam=\"SO\"><optie sleutel=\"t\" naam=\"traject\"/><onderdeel sleutel=\"s\" naam=\"S\" maal=\"2\">"
        "<post sleutel=\"les\" naam=\"Les\" per=\"student\"><stap van=\"30\" minuten=\"45\"/><stap uren=\"1.5\"/></post>"
        "<post sleutel=\"wpl\" naam=\"WPL\" per=\"groep\"><stap uren=\"5\" maal=\"3\"/><stap uren=\"1.5\" maal=\"3\"/></post>"
        "<post sleutel=\"t\" naam=\"T\" uren=\"9\" optie=\"t\"/></onderdeel></urenspecificatie>"
        "<urenspecificatie sleutel=\"io\" naam=\"IO\" studenten=\"7\"><onderdeel sleutel=\"s\" naam=\"S\">"
        "<post sleutel=\"wpa\" naam=\"WPA\" per=\"student\" uren=\"3.5\"/></onderdeel></urenspecificatie></urenspecificaties>");
    assert_fact(w, "uren.so.studenten", "14", "known");
    assert_fact(w, "uren.so.s.les.per-student", "2.25", "known");
    assert_fact(w, "uren.so.s.les", "31.5", "known");
    assert_fact(w, "uren.so.s.wpl.per-groep", "19.5", "known");
    assert_fact(w, "uren.so.s", "60", "known");
    assert_fact(w, "uren.so.volledig", "120", "known");
    assert_fact(w, "uren.so.totaal", "120", "known");
    assert_fact(w, "uren.so.minimaal", "102", "known");
    assert_fact(w, "uren.io.totaal", "24.5", "known");
    assert_no_fact(w, "uren.io.minimaal");
    assert_no_fact(w, "uren.so.s.t.per-student");
    world_free(w);
}

static void test_development(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<bijeenkomsten><bijeenkomst sleutel=\"a\" naam=\"A\" niveau=\"tactisch\"/><bijeenkomst sleutel=\"b\" naam=\"B\" niveau=\"tactisch\"/>"
        "<bijeenkomst sleutel=\"c\" naam=\"C\"/></bijeenkomsten>"
        "<aanbod><doelgroep sleutel=\"wpb\" naam=\"WPB\"/><doelgroep sleutel=\"so\" naam=\"SO\"/>"
        "<fase sleutel=\"f\" naam=\"F\"><activiteit sleutel=\"x\" naam=\"X\" voor=\"so\"/><activiteit sleutel=\"y\" naam=\"Y\"/></fase>"
        "<fase sleutel=\"g\" naam=\"G\"><activiteit sleutel=\"z\" naam=\"Z\" voor=\"wpb so\"/></fase></aanbod>"
        "<scans><scan sleutel=\"s\" naam=\"S\"><trede sleutel=\"goed\" naam=\"Goed\"><uitspraak>een</uitspraak><uitspraak>twee</uitspraak></trede>"
        "<trede sleutel=\"niet\" naam=\"Niet\"><uitspraak>drie</uitspraak></trede></scan></scans>"
        "<faciliteiten><faciliteit sleutel=\"p\" naam=\"P\" uren=\"3\" per=\"student\" samen=\"onderzoek\"/>"
        "<faciliteit sleutel=\"i\" naam=\"I\" uren=\"6\" per=\"student\" samen=\"onderzoek\"/></faciliteiten>");
    assert_fact(w, "overleg.tactisch.aantal", "2", "known");
    assert_no_fact(w, "overleg.strategisch.aantal");
    assert_fact(w, "aanbod.activiteiten", "3", "known");
    assert_fact(w, "aanbod.fase.f.activiteiten", "2", "known");
    assert_fact(w, "aanbod.doelgroep.wpb.activiteiten", "2", "known");
    assert_fact(w, "aanbod.doelgroep.so.activiteiten", "3", "known");
    assert_fact(w, "scan.s.uitspraken", "3", "known");
    assert_fact(w, "scan.s.goed.aandeel", "67", "known");
    assert_fact(w, "faciliteit.p.norm", "3", "known");
    assert_fact(w, "faciliteiten.samen.onderzoek", "9", "known");
    world_free(w);
}

static void test_facilities(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP "<parameters><weken waarde=\"40\"/></parameters>"
        "<faciliteiten><faciliteit sleutel=\"wpb\" naam=\"WPB\" uren=\"20\" per=\"student\" studenten=\"150\"/>"
        "<faciliteit sleutel=\"so\" naam=\"SO\" uren=\"4\" per=\"week\" aantal=\"25\"/></faciliteiten>");
    assert_fact(w, "faciliteit.wpb.uren", "3000", "known");
    assert_fact(w, "faciliteit.so.week", "100", "known");
    assert_fact(w, "faciliteit.so.uren", "4000", "known");
    world_free(w);
}

/* G for another number of students than ten: SO 15,5 n + 107, CSO + 4, IO 3,5 n + 71, CIO + 35. */
static void test_hours_of_fourteen(void **state) {
    (void)state;
    World *w = world_of_path("input/noord-holland");
    Node *all = node_child(w->root, "urenspecificaties");
    node_set(w->arena, all, "studenten", "14", all->place);
    w->p = model_read(w->arena, w->root, w->diagnostics);
    w->ledger = calc_run(w->arena, w->p, w->diagnostics);
    assert_fact(w, "uren.so.totaal", "324", "known");
    assert_fact(w, "uren.cso.totaal", "328", "known");
    assert_fact(w, "uren.io.totaal", "120", "known");
    assert_fact(w, "uren.cio.totaal", "155", "known");
    world_free(w);
}

/* I: groups of 6 to 10; fewer than 6 go to another school's. */
static void test_intervision(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<studenten><per-instituut><telling locatie=\"noord\" ho=\"5\"/><telling locatie=\"zuid\" ho=\"10\"/><telling locatie=\"oost\" ho=\"11\"/>"
        "<telling locatie=\"west\" ho=\"?\"/></per-instituut></studenten><intervisie minimum=\"6\" maximum=\"10\" weken-tussen=\"4\" groepen-per-school=\"2\"/>");
    assert_fact(w, "intervisie.noord.groepen", "1", "known");
    assert_fact(w, "intervisie.noord.samen", "1", "known");
    assert_fact(w, "intervisie.zuid.groepen", "1", "known");
    assert_fact(w, "intervisie.zuid.samen", "0", "known");
    assert_fact(w, "intervisie.oost.groepen", "2", "known");
    assert_fact(w, "intervisie.west.groepen", "", "unknown");
    assert_fact(w, "intervisie.groepen", "4", "partial");
    world_free(w);
}

/* E at its edges: less than a day, parts of days, a later start, two changes, a change in the last month. */
static void test_allowance_edges(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<stagevergoeding van=\"2020-09-01\" tot=\"2021-07-01\"><trede vanaf=\"1\" bedrag=\"125\"/><trede vanaf=\"2\" bedrag=\"250\"/>"
        "<trede vanaf=\"3\" bedrag=\"375\"/><stage sleutel=\"half\" naam=\"a\" dagen=\"0.5\"/><stage sleutel=\"bijna-drie\" naam=\"b\" dagen=\"2.9\"/>"
        "<stage sleutel=\"anderhalf\" naam=\"c\" dagen=\"1.5\" halve-dagen=\"1\"/><stage sleutel=\"laat\" naam=\"d\" dagen=\"2\" van=\"2021-02-01\"/>"
        "<stage sleutel=\"twee\" naam=\"e\" dagen=\"1\"><wijziging per=\"2020-11-02\" dagen=\"3\"/><wijziging per=\"2021-04-30\" dagen=\"0\"/></stage>"
        "<stage sleutel=\"slot\" naam=\"f\" dagen=\"1\"><wijziging per=\"2021-06-15\" dagen=\"3\"/></stage>"
        "<stage sleutel=\"onbekend\" naam=\"g\" dagen=\"?\"/></stagevergoeding>");
    assert_fact(w, "stagevergoeding.half.totaal", "0.00", "known");
    assert_fact(w, "stagevergoeding.bijna-drie.maand", "250.00", "known");
    assert_fact(w, "stagevergoeding.anderhalf.maand", "250.00", "known");
    assert_fact(w, "stagevergoeding.laat.totaal", "1250.00", "known");  /* February to June */
    assert_fact(w, "stagevergoeding.twee.totaal", "2250.00", "known");  /* 3 x 125 (to November), 5 x 375 (to April), 2 x 0 */
    assert_fact(w, "stagevergoeding.slot.totaal", "1250.00", "known");  /* too late for this year */
    assert_fact(w, "stagevergoeding.onbekend.totaal", "", "unknown");
    world_free(w);
}

/* F: ties of one decimal, several answers, percentages that are given. */
static void test_survey_shares(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP
        "<enquetes><enquete sleutel=\"e\" naam=\"E\" uitgezet=\"80\" ingevuld=\"16\"><vraag sleutel=\"v\" tekst=\"V\" soort=\"meer\">"
        "<antwoord tekst=\"a\" aantal=\"1\"/><antwoord tekst=\"b\" aantal=\"16\"/><antwoord tekst=\"c\" procent=\"37.5\"/><antwoord tekst=\"d\" aantal=\"?\"/></vraag>"
        "<vraag sleutel=\"n\" tekst=\"N\" soort=\"enkel\" n=\"3\"><antwoord tekst=\"ja\" aantal=\"2\"/><antwoord tekst=\"nee\" aantal=\"1\"/></vraag></enquete>"
        "<enquete sleutel=\"leeg\" naam=\"L\" uitgezet=\"0\" ingevuld=\"0\"/></enquetes>");
    assert_fact(w, "enquete.e.respons", "20.0", "known");
    assert_fact(w, "enquete.e.v.1.aandeel", "6.3", "known"); /* 6,25 goes up */
    assert_fact(w, "enquete.e.v.2.aandeel", "100.0", "known");
    assert_fact(w, "enquete.e.v.3.aandeel", "37.5", "known");
    assert_fact(w, "enquete.e.v.4.aandeel", "", "unknown");
    assert_fact(w, "enquete.e.n.1.aandeel", "66.7", "known");
    assert_no_fact(w, "enquete.leeg.respons");
    world_free(w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facilitation), cmocka_unit_test(test_second_trainer),
        cmocka_unit_test(test_shared_location), cmocka_unit_test(test_several_locations),
        cmocka_unit_test(test_allowance), cmocka_unit_test(test_survey), cmocka_unit_test(test_hours),
        cmocka_unit_test(test_hours_of_one), cmocka_unit_test(test_development), cmocka_unit_test(test_facilities),
        cmocka_unit_test(test_hours_of_fourteen), cmocka_unit_test(test_intervision),
        cmocka_unit_test(test_allowance_edges), cmocka_unit_test(test_survey_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
