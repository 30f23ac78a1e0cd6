/* calc/: the ledger itself, and the worked checks of the calculation rules on small inputs. */
#include "unit/small_input.h"

#include <jansson.h>

#include "calc/catalogue.h"
#include "calc/ledger_build.h"
#include "calc/messages.h"
#include "calc/output.h"

static const Place HERE = {"invoer.xml", 7, 3};

/* ---- the ledger ---- */

static Expression *cell(Arena *a, const char *units, int64_t value) {
    return expression_cell(a, "aantal", units, decimal_int(value), true, HERE);
}

static Expression *unknown(Arena *a) {
    return expression_cell(a, "aantal", "studenten", DECIMAL_ZERO, false, HERE);
}

static void test_sum_is_partial(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    ledger_add(l, unknown(a), 0, "X", "x");
    Expression *sum = expression_sum(a, NULL);
    expression_add(a, sum, ledger_part(l, "x"));
    expression_add(a, sum, ledger_part(l, "x")); /* twice is once */
    expression_add(a, sum, ledger_part(l, "y")); /* there is none */
    expression_add(a, sum, cell(a, "studenten", 5));
    const Fact *made = ledger_add(l, sum, 0, "Som", "som");
    assert_int_equal(made->status, FACT_PARTIAL);
    assert_string_equal(fact_text(a, made), "5");
    assert_string_equal(made->formula, "x + aantal");
    assert_string_equal(made->unit, "studenten");
    assert_int_equal(made->counts, COUNTS_PERSONS);
    assert_int_equal(made->missing_count, 1);
    assert_string_equal(made->missing[0], "x");
    assert_int_equal(made->source_count, 1);
    assert_int_equal(ledger_add(l, expression_difference(a, ledger_part(l, "som"), ledger_part(l, "x")), 0, "Verschil", "verschil")->status, FACT_UNKNOWN);
    assert_string_equal(fact_text(a, ledger_get(l, "verschil")), "");
    assert_null(ledger_add(l, expression_difference(a, ledger_part(l, "som"), ledger_part(l, "y")), 0, "Niets", "niets"));
    const Fact *none = ledger_add(l, expression_sum(a, "school.*.studenten"), 0, "Leeg", "leeg");
    assert_string_equal(fact_text(a, none), "0");
    assert_string_equal(none->formula, "niets om op te tellen");
    arena_free(a);
}

/* A threshold on what is partly unknown: known when every possible value gives the same answer. */
static void test_thresholds(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *sum = expression_of_one(expression_sum(a, NULL));
    expression_add(a, sum, cell(a, "studenten", 30));
    expression_add(a, sum, unknown(a));
    const Fact *total = ledger_add(l, sum, 0, "Locatie", "locatie");
    assert_int_equal(total->status, FACT_UNKNOWN); /* of one location */
    static const struct {
        int64_t from;
        const char *above, *step;
        FactStatus status;
    } cases[] = {{25, "1", "2", FACT_KNOWN}, {30, "1", "2", FACT_KNOWN}, {31, "", "", FACT_UNKNOWN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Expression *above = expression_compare(a, ledger_part(l, "locatie"), AT_LEAST, cell(a, "studenten", cases[i].from));
        Expression *step = expression_step(a, ledger_part(l, "locatie"), cell(a, "", 0));
        expression_add_step(a, step, (StepRow){NULL, NULL, cell(a, "", 1), HERE});
        expression_add_step(a, step, (StepRow){cell(a, "studenten", cases[i].from), NULL, cell(a, "", 2), HERE});
        const Fact *is = ledger_add(l, above, 0, "Boven", arena_printf(a, "boven%zu", i)), *row = ledger_add(l, step, 0, "Trede", arena_printf(a, "trede%zu", i));
        assert_int_equal(is->status, cases[i].status);
        assert_string_equal(fact_text(a, is), cases[i].above);
        assert_int_equal(row->status, cases[i].status);
        assert_string_equal(fact_text(a, row), cases[i].step);
    }
    int order = 0;
    assert_true(fact_compare(total, fraction_of(decimal_int(29)), &order));
    assert_int_equal(order, 1);
    assert_false(fact_compare(total, fraction_of(decimal_int(30)), &order)); /* it can be 30, and more */
    Expression *rest = expression_of(a, EXPRESSION_LARGEST, expression_difference(a, cell(a, "studenten", 20), ledger_part(l, "locatie")), cell(a, "studenten", 0));
    assert_string_equal(fact_text(a, ledger_add(l, rest, 0, "Tekort", "tekort")), "0"); /* 20 less at least 30 */
    arena_free(a);
}

/* Two sums over rows are compared over the rows that both know. */
static void test_pairs(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *left = expression_sum(a, NULL), *right = expression_sum(a, NULL);
    ledger_add(l, unknown(a), 0, "A", "a.studenten");
    ledger_add(l, cell(a, "studenten", 8), 0, "B", "b.studenten");
    ledger_add(l, cell(a, "leerlingen", 500), 0, "A", "a.leerlingen");
    ledger_add(l, cell(a, "leerlingen", 100), 0, "B", "b.leerlingen");
    expression_add_row(a, left, "a", ledger_part(l, "a.studenten"));
    expression_add_row(a, left, "b", ledger_part(l, "b.studenten"));
    expression_add_row(a, right, "a", ledger_part(l, "a.leerlingen"));
    expression_add_row(a, right, "b", ledger_part(l, "b.leerlingen"));
    ledger_add(l, left, 0, "Studenten", "studenten");
    ledger_add(l, right, 0, "Leerlingen", "leerlingen");
    const Expression *s = ledger_part(l, "studenten"), *p = ledger_part(l, "leerlingen");
    const Fact *share = ledger_add(l, expression_paired(a, s, p, expression_share(a, expression_side(a, s, true), expression_side(a, p, false)), true), 0, "Deel", "deel");
    assert_string_equal(fact_text(a, share), "8"); /* not 8 of 600 */
    assert_int_equal(share->status, FACT_PARTIAL);
    assert_string_equal(share->formula, "100 × studenten / leerlingen, over de rijen waarvan beide bekend zijn");
    assert_string_equal(share->missing[0], "a.studenten");
    assert_null(expression_paired(a, s, cell(a, "studenten", 1), s, true)); /* no rows */
    arena_free(a);
}

static void test_units(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *hours = expression_product(a, cell(a, "studenten", 27), cell(a, "uur/studenten", 8));
    assert_string_equal(ledger_add(l, hours, 0, "Uren", "uren")->unit, "uur");
    const Fact *money = ledger_add(l, expression_product(a, hours, cell(a, "EUR/uur", 70)), 2, "Bedrag", "bedrag");
    assert_string_equal(money->unit, "EUR");
    assert_string_equal(fact_text(a, money), "15120.00");
    assert_int_equal(money->counts, COUNTS_MONEY);
    assert_true(money->rests & 1u << COUNTS_PERSONS);
    assert_string_equal(ledger_add(l, expression_rate(a, cell(a, "studenten", 3), cell(a, "leerlingen/studenten", 50), cell(a, "leerlingen", 100)), 2, "D", "d")->unit, "per 50 leerlingen");
    Expression *own = expression_product(a, expression_of_one(cell(a, "EUR/maanden", 125)), cell(a, "maanden", 10));
    assert_int_equal(ledger_add(l, own, 2, "Vergoeding", "een")->counts, COUNTS_ONES_MONEY);
    Expression *all = expression_sum(a, NULL);
    expression_add(a, all, ledger_part(l, "een"));
    expression_add(a, all, ledger_part(l, "bedrag"));
    assert_int_equal(ledger_add(l, all, 2, "Samen", "samen")->counts, COUNTS_MONEY);
    arena_free(a);
}

/* A sum of very many parts, and a table of very many rows, cost no more than they are. */
static void test_many_parts(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *sum = NULL, *step = expression_step(a, cell(a, "studenten", 19999), cell(a, "", 0));
    for (int i = 0; i < 20000; i++) {
        sum = expression_plus(a, sum, cell(a, "uur", 1));
        expression_add_step(a, step, (StepRow){cell(a, "studenten", i), NULL, cell(a, "", i), HERE});
    }
    const Fact *all = ledger_add(l, sum, 0, "Som", "som");
    assert_string_equal(fact_text(a, all), "20000");
    assert_true(strlen(all->formula) < 1000);
    assert_string_equal(fact_text(a, ledger_add(l, step, 0, "Trede", "trede")), "19999");
    assert_true(arena_used(a) < (size_t)64 * 1024 * 1024);
    arena_free(a);
}

static void test_overflow_is_reported(void **state) {
    (void)state;
    Arena *a = arena_new();
    Diagnostics *d = diagnostics_new();
    Ledger *l = ledger_new(a);
    ledger_report_to(l, d);
    Expression *huge = cell(a, "EUR", INT64_MAX);
    for (int i = 0; i < 4; i++) huge = expression_product(a, huge, cell(a, "", INT64_MAX));
    assert_int_equal(ledger_add(l, huge, 2, "X", "x")->status, FACT_UNKNOWN);
    assert_int_equal(diagnostics_count(d, SEVERITY_ERROR), 1);
    diagnostics_free(d);
    arena_free(a);
}

static void test_first_of_double_ids(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    ledger_add(l, cell(a, "", 1), 0, "een", "x");
    ledger_add(l, cell(a, "", 2), 0, "twee", "x");
    ledger_add(l, cell(a, "", 3), 0, "voor", "w");
    assert_int_equal(ledger_count(l), 2);
    assert_string_equal(ledger_at(l, 0)->id, "w");
    assert_string_equal(ledger_get(l, "x")->label, "een");
    arena_free(a);
}

static void test_forms(void **state) {
    (void)state;
    Arena *a = arena_new();
    Ledger *l = ledger_new(a);
    Expression *sum = expression_sum(a, "a, b");
    expression_add(a, sum, expression_cell(a, "bedrag", "EUR", decimal_of(125, 1), true, HERE));
    ledger_add(l, sum, 2, "Zei \"ja\" & <nee>", "x");
    Buffer out = {0};
    facts_write_csv(&out, l);
    assert_string_equal(out.data, "id,value,unit,status,formula,source,label\r\nx,12.50,EUR,known,\"som van a, b\",invoer.xml:7,\"Zei \"\"ja\"\" & <nee>\"\r\n");
    buffer_free(&out);
    facts_write_json(&out, l);
    assert_non_null(strstr(out.data, "\"label\": \"Zei \\\"ja\\\" & <nee>\", \"value\": \"12.50\""));
    buffer_free(&out);
    facts_write_xml(&out, l);
    assert_non_null(strstr(out.data, "omschrijving=\"Zei &quot;ja&quot; &amp; &lt;nee&gt;\""));
    buffer_free(&out);
    assert_false(explain_write_text(&out, l, "y", 1, MESSAGES_DUTCH));
    assert_true(explain_write_text(&out, l, "x", 1, MESSAGES_DUTCH));
    assert_non_null(strstr(out.data, "[invoer.xml:7]"));
    buffer_free(&out);
    assert_true(explain_write_json(&out, l, "x"));
    buffer_free(&out);
    arena_free(a);
}

/* ---- money and hours: A1-A16 ---- */

#define PARAMETERS                                                                                       \
    "<parameters><normjaartaak waarde=\"1659\"/><uurtarief waarde=\"70\"/><administratief-tarief waarde=\"35\"/>" \
    "<leerlingen-per-student waarde=\"50\"/></parameters>"

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

#define COUNTS                                                                                             \
    "<leerlingen><telling locatie=\"noord\" aantal=\"75\"/><telling locatie=\"zuid\" aantal=\"325\"/>"            \
    "<telling locatie=\"oost\" aantal=\"193\"/><telling locatie=\"west\" aantal=\"50\"/></leerlingen>"           \
    "<studenten><per-instituut><telling locatie=\"noord\" ho=\"4\" un=\"3\" overig=\"1\"/>"                      \
    "<telling locatie=\"zuid\" ho=\"2\"/><telling locatie=\"oost\" overig=\"?\"/><telling locatie=\"west\" ho=\"0\" overig=\"0\"/>" \
    "</per-instituut><wisselaars><telling instituut=\"ho\" aantal=\"2\"/></wisselaars></studenten>"

#define GUIDELINE                                                                                              \
    "<facilitering><vaste-uren sleutel=\"v\" naam=\"Vast\" uren=\"100\"/><per-student uren=\"8\"/><meer-locaties uren=\"40\"/>" \
    "<kleine-locatie aftrek=\"25\" minder-dan=\"10\"/><lesvrij>drie lesuren</lesvrij><lesvrij vanaf=\"25\">hele dag</lesvrij>" \
    "<tweede-schoolopleider meer-dan=\"30\"/><vergoeding uren=\"50\" bonusuren=\"8\"/>"

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

/* ---- explanations: of every fact of every input, down to the lines of the input ---- */

/* Follows the terms; a fact that was explained above in the same tree is not repeated. */
static void follow(const json_t *fact, const char *top, int *leaves) {
    size_t i;
    json_t *term;
    if (json_object_get(fact, "above")) return;
    json_t *terms = json_object_get(fact, "terms"), *sources = json_object_get(fact, "sources");
    assert_true(json_is_array(terms) && json_is_array(sources));
    if (!json_array_size(terms) && !json_array_size(sources)) fail_msg("%s: %s ends in nothing", top, json_string_value(json_object_get(fact, "id")));
    json_array_foreach(terms, i, term) {
        if (json_object_get(term, "id")) {
            follow(term, top, leaves);
            continue;
        }
        json_t *place = json_object_get(term, "place");
        if (!*json_string_value(json_object_get(place, "file")) || json_integer_value(json_object_get(place, "line")) < 1)
            fail_msg("%s: %s stands nowhere", top, json_string_value(json_object_get(term, "name")));
        ++*leaves;
    }
}

static void test_every_fact_is_explained(void **state) {
    (void)state;
    static const char *const inputs[] = {"input/bos-2020-2021", "input/voorbeeld", "input/noord-holland", "input/boss-po", "tests/golden/jaren/2021-2022", "tests/golden/eigen-gegevens/invoer"};
    for (size_t k = 0; k < sizeof inputs / sizeof *inputs; k++) {
        World *w = world_of_path(inputs[k]);
        int leaves = 0;
        for (size_t i = 0; i < ledger_count(w->ledger); i++) {
            const char *id = ledger_at(w->ledger, i)->id;
            Buffer text = {0}, english = {0}, json = {0};
            assert_true(explain_write_text(&text, w->ledger, id, 64, MESSAGES_DUTCH) && explain_write_text(&english, w->ledger, id, 1, MESSAGES_ENGLISH));
            assert_true(explain_write_json(&json, w->ledger, id));
            if (!strstr(text.data, inputs[k])) fail_msg("%s leads to no line of the input", id);
            assert_non_null(strstr(text.data, "formule: "));
            assert_non_null(strstr(english.data, "formula: "));
            json_t *tree = json_loads(json.data, 0, NULL);
            if (!tree) fail_msg("%s is no JSON", id);
            assert_string_equal(json_string_value(json_object_get(tree, "id")), id);
            follow(tree, id, &leaves);
            json_decref(tree);
            buffer_free(&text);
            buffer_free(&english);
            buffer_free(&json);
        }
        assert_true(leaves > 0);
        world_free(w);
    }
}

/* What a template maker reads in the list is what there is: every fact has an entry, with its unit. */
static void test_catalogue(void **state) {
    (void)state;
    static const char *const inputs[] = {"input/bos-2020-2021", "input/voorbeeld", "input/noord-holland", "input/boss-po", "tests/golden/jaren/2021-2022", "tests/golden/eigen-gegevens/invoer", "tests/partnerships/zestien.xml"};
    bool *met = calloc((size_t)catalogue_count(), sizeof *met);
    for (size_t k = 0; k < sizeof inputs / sizeof *inputs; k++) {
        World *w = world_of_path(inputs[k]);
        for (size_t i = 0; i < ledger_count(w->ledger); i++) {
            const Fact *fact = ledger_at(w->ledger, i);
            const char *id = arena_strndup(w->arena, fact->id, strcspn(fact->id, "@"));
            const Known *known = catalogue_find(id);
            if (!known) fail_msg("%s is not in the list", fact->id);
            bool varies = strstr(known->unit, "zoals") || strstr(known->unit, " of ") || strstr(known->unit, "per N");
            if (!varies && strcmp(known->unit, fact->unit)) fail_msg("%s has unit %s, the list says %s", fact->id, fact->unit, known->unit);
            for (int c = 0; c < catalogue_count(); c++) met[c] |= catalogue_at(c) == known;
        }
        world_free(w);
    }
    int never = 0;
    for (int c = 0; c < catalogue_count(); c++)
        if (!met[c]) never++, print_message("no input makes %s\n", catalogue_at(c)->pattern);
    assert_true(never <= 3); /* those of earlier years, which a world of one input does not have, and of what was overspent in all */
    assert_null(catalogue_find("studenten.totaaal"));
    assert_null(catalogue_at(catalogue_count()));
    free(met);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sum_is_partial), cmocka_unit_test(test_thresholds), cmocka_unit_test(test_pairs), cmocka_unit_test(test_units), cmocka_unit_test(test_many_parts), cmocka_unit_test(test_overflow_is_reported),
        cmocka_unit_test(test_first_of_double_ids), cmocka_unit_test(test_forms), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_result_and_reserve), cmocka_unit_test(test_students_with_unknown),
        cmocka_unit_test(test_absent_parts_make_no_facts), cmocka_unit_test(test_joint_table),
        cmocka_unit_test(test_facilitation), cmocka_unit_test(test_second_trainer), cmocka_unit_test(test_shared_location), cmocka_unit_test(test_several_locations), cmocka_unit_test(test_allowance),
        cmocka_unit_test(test_survey), cmocka_unit_test(test_hours), cmocka_unit_test(test_hours_of_one),
        cmocka_unit_test(test_development), cmocka_unit_test(test_facilities),
        cmocka_unit_test(test_bos), cmocka_unit_test(test_funding_on_last_year), cmocka_unit_test(test_other_partnerships), cmocka_unit_test(test_hours_of_fourteen), cmocka_unit_test(test_intervision), cmocka_unit_test(test_allowance_edges),
        cmocka_unit_test(test_survey_shares), cmocka_unit_test(test_money_edges), cmocka_unit_test(test_every_fact_is_explained), cmocka_unit_test(test_catalogue)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
