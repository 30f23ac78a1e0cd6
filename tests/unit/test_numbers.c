/* Tests of how sure and how exact facts are: thirds through sums and products, what is partial or unknown and why, quotients
 * by zero, first-years from placements, locations without or with two trainers. */
#include "small_input.h"

#include "base/fraction.h"
#include "base/notation.h"

#define PARAMETERS                                                                                               \
    "<parameters><normjaartaak waarde=\"1659\"/><uurtarief waarde=\"70\"/><administratief-tarief waarde=\"36\"/>" \
    "<leerlingen-per-student waarde=\"50\"/></parameters>"
#define GUIDELINE                                                                                            \
    "<facilitering><vaste-uren sleutel=\"v\" naam=\"Vast\" uren=\"100\"/><per-student uren=\"8\"/>"          \
    "<meer-locaties uren=\"40\"/><tweede-schoolopleider meer-dan=\"30\"/><vergoeding uren=\"50\" bonusuren=\"8\"/>"
#define TRAINER(key, posts) "<schoolopleider sleutel=\"" key "\" naam=\"" key "\">" posts "</schoolopleider>"
#define PLACEMENT(at, from, level, n) "<telling locatie=\"" at "\" instituut=\"" from "\" niveau=\"" level "\" aantal=\"" n "\"/>"
#define POST(key) "<werkplek locatie=\"" key "\"/>"

static Fraction ratio(int64_t top, int64_t bottom) {
    return fraction_div(fraction_of(decimal_int(top)), fraction_of(decimal_int(bottom)));
}

static void same(Decimal value, const char *text) {
    Arena *arena = arena_new();
    assert_string_equal(decimal_text(arena, value), text);
    arena_free(arena);
}

static void test_fractions(void **state) {
    (void)state;
    Fraction third = ratio(1, 3), three = fraction_add(third, fraction_add(third, third));
    Decimal whole = DECIMAL_ZERO;
    assert_true(fraction_decimal(three, &whole));
    same(whole, "1");
    assert_false(fraction_decimal(third, &whole));
    assert_true(fraction_decimal(ratio(1, 8), &whole));
    same(whole, "0.125");
    assert_true(fraction_decimal(ratio(7, 40), &whole));
    same(whole, "0.175");
    same(fraction_round(ratio(-1, 3), 2), "-0.33");
    same(fraction_round(ratio(-1, 200), 2), "-0.01"); /* half, away from zero */
    same(fraction_round(ratio(2, 3), 0), "1");
    same(fraction_round(fraction_sub(ratio(1, 2), ratio(1, 1000000000000)), 0), "0"); /* once, not first to fewer places */
    assert_int_equal(fraction_compare(ratio(1, 3), fraction_of(decimal_of(333333333333, 12))), 1);
    assert_int_equal(fraction_compare(ratio(-1, 3), ratio(1, -3)), 0);
    assert_false(fraction_valid(ratio(1, 0)));
    assert_false(fraction_valid(fraction_add(third, ratio(1, 0))));
    Fraction many = third;
    for (int64_t prime = 1000003; prime < 1000043; prime += 2) many = fraction_add(many, ratio(1, prime));
    assert_false(fraction_valid(many)); /* no common denominator that fits */
    assert_false(decimal_valid(fraction_round(many, 2)));
}

/* Three posts of twenty minutes are an hour; what is shown of one is rounded, what rests on it is not. */
static void test_thirds_of_an_hour(void **state) {
    (void)state;
#define TWENTY(key) "<post sleutel=\"" key "\" naam=\"" key "\"><stap naam=\"s\" minuten=\"20\"/></post>"
    World *w = world_of("", PARTNERSHIP "<urenspecificaties><urenspecificatie sleutel=\"a\" naam=\"A\" studenten=\"7\">"
        "<optie sleutel=\"o\" naam=\"O\" aan=\"nee\"/>"
        "<onderdeel sleutel=\"d\" naam=\"D\" maal=\"3\">" TWENTY("p") TWENTY("q") TWENTY("r") "</onderdeel>"
        "<onderdeel sleutel=\"e\" naam=\"E\"><post sleutel=\"s\" naam=\"S\" per=\"student\"><stap naam=\"s\" minuten=\"10\"/></post>"
        "<post sleutel=\"t\" naam=\"T\" optie=\"o\"><stap naam=\"s\" minuten=\"70\"/></post></onderdeel></urenspecificatie>"
        "<urenspecificatie sleutel=\"b\" naam=\"B\" uitbreiding-van=\"a\"><onderdeel sleutel=\"f\" naam=\"F\">"
        "<post sleutel=\"u\" naam=\"U\"><stap naam=\"s\" minuten=\"50\"/></post></onderdeel></urenspecificatie></urenspecificaties>");
    assert_fact(w, "uren.a.d.p", "0.33", "known");
    assert_fact(w, "uren.a.d", "1", "known");
    assert_fact(w, "uren.a.d.jaar", "3", "known");
    assert_fact(w, "uren.a.e.s.per-student", "0.17", "known");
    assert_fact(w, "uren.a.e.s", "1.17", "known"); /* 70 minutes */
    assert_fact(w, "uren.a.aftrek.o", "1.17", "known");
    assert_fact(w, "uren.a.volledig", "5.33", "known"); /* 320 minutes */
    assert_fact(w, "uren.a.totaal", "4.17", "known");   /* 250 minutes */
    assert_fact(w, "uren.b.totaal", "5", "known");      /* 300 minutes */
    world_free(w);
}

/* Administrative amounts stand for hours at 36 euro: thirds, summed over lines and teams. Stated hours are as they are
 * stated, those of an fte whole (A1). */
static void test_hours_of_lines(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS
        "<begroting><rubriek sleutel=\"r\" naam=\"R\">"
        "<regel sleutel=\"a\" naam=\"A\"><begroot bedrag=\"12\" tarief=\"administratief\"/></regel>"
        "<regel sleutel=\"b\" naam=\"B\"><begroot bedrag=\"24\" tarief=\"administratief\"/></regel>"
        "<regel sleutel=\"c\" naam=\"C\"><begroot uren=\"70.25\"/><gerealiseerd uren=\"0.5\"/></regel>"
        "<regel sleutel=\"d\" naam=\"D\"><begroot feit=\"begroting.regel.a.uren\" aantal=\"3\"/></regel></rubriek></begroting>");
    assert_fact(w, "begroting.regel.a.uren", "0.33", "known");
    assert_fact(w, "begroting.regel.c.uren", "70.25", "known");
    assert_fact(w, "realisatie.regel.c.uren", "0.5", "known");
    assert_fact(w, "begroting.regel.d", "1.00", "known");
    assert_fact(w, "begroting.uren", "71.25", "known");
    world_free(w);
    w = world_of("", PARTNERSHIP PARAMETERS
        "<begroting><rubriek sleutel=\"r\" naam=\"R\"><regel sleutel=\"a\" naam=\"A\"><begroot fte=\"0.6\"/></regel>"
        "<regel sleutel=\"b\" naam=\"B\"><begroot uren=\"0.2\"/></regel></rubriek></begroting>");
    assert_fact(w, "begroting.regel.a.uren", "995", "known");
    assert_fact(w, "begroting.uren", "996", "known"); /* 995,6 */
    world_free(w);
}

/* The mean of 33 1/3, 33 1/3, 33 1/3 and 50 is 37 1/2, and that is 38. */
static void test_mean_of_thirds(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS "<studenten><per-instituut>"
        "<telling locatie=\"noord\" ho=\"1\" overig=\"2\"/><telling locatie=\"zuid\" ho=\"2\" overig=\"4\"/>"
        "<telling locatie=\"oost\" ho=\"3\" overig=\"6\"/><telling locatie=\"west\" ho=\"1\" overig=\"1\"/></per-instituut></studenten>");
    assert_fact(w, "partnerschap.middel.partneraandeel.gemiddelde", "38", "known");
    assert_fact(w, "partnerschap.middel.partneraandeel.mediaan", "33", "known");
    world_free(w);
}

/* What rests on a partial number is partial, on an unknown one unknown; of one location nothing is said of a part. */
static void test_partial_spreads(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS
        "<leerlingen><telling locatie=\"noord\" aantal=\"100\"/><telling locatie=\"zuid\" aantal=\"100\"/>"
        "<telling locatie=\"oost\" aantal=\"100\"/><telling locatie=\"west\" aantal=\"0\"/></leerlingen>"
        "<studenten><plaatsingen>" PLACEMENT("noord", "ho", "j1", "4") PLACEMENT("noord", "overig", "j1", "1") PLACEMENT("noord", "overig", "j2", "?")
        PLACEMENT("zuid", "ho", "j1", "3") PLACEMENT("zuid", "un", "j1", "1") PLACEMENT("zuid", "overig", "j1", "1")
        PLACEMENT("west", "ho", "j1", "0") "</plaatsingen></studenten>" GUIDELINE "</facilitering>"
        "<afspraken><afspraak sleutel=\"a\" naam=\"A\" afgesproken=\"5\" feit=\"studenten.partners\"/></afspraken>"
        "<bekostiging eerste-schooljaar=\"2019-2020\"><periode van=\"2021-2022\" vast=\"100000\" per-student=\"955\"/></bekostiging>");
    static const char *const partial[] = {"studenten.partners", "studenten.totaal", "studenten.dusi", "studenten.instituut.ho.totaal",
        "studenten.partneraandeel", "studenten.dichtheid", "streefaantal.realisatie", "streefaantal.verschil", "bekostiging.volgend",
        "bestuur.b1.studenten", "bestuur.b1.partneraandeel", "bestuur.b1.dichtheid", "bestuur.b1.streefrealisatie", "afspraak.a.werkelijk",
        "afspraak.a.groei", "vergoeding.totaal", "so.advies.totaal", "studenten.uniek",
        "studenten.instituut.ho.aandeel", "studenten.instituut.un.aandeel", "bonus.studenten", "bonus.bedrag",
        "partnerschap.middel.streefrealisatie.gemiddelde"};
    static const char *const unknown[] = {"school.noord.studenten", "so.noord.uren", "school.noord.verschil", "school.noord.dichtheid", "school.noord.partneraandeel", "school.noord.streefrealisatie",
        "school.noord.extra", "school.noord.bonus", "school.oost.studenten", "school.oost.instituut.ho", "school.oost.partneraandeel", "so.oost.uren"};
    static const char *const known[] = {"streefaantal.gehaald", "streefaantal.bekend", "school.zuid.dichtheid",
        "school.noord.gehaald"}; /* 5 of a target of 2 is enough, whatever the last cell says */
    for (size_t i = 0; i < sizeof partial / sizeof *partial; i++) {
        const Fact *fact = ledger_get(w->ledger, partial[i]);
        if (!fact || fact->status != FACT_PARTIAL) fail_msg("%s is %s", partial[i], fact ? fact_status_name(fact->status) : "absent");
        assert_true(fact->missing_count > 0);
    }
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) assert_fact(w, unknown[i], "", "unknown");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const Fact *fact = ledger_get(w->ledger, known[i]);
        if (!fact || fact->status != FACT_KNOWN) fail_msg("%s is %s", known[i], fact ? fact_status_name(fact->status) : "absent");
    }
    assert_fact(w, "partnerschap.middel.streefrealisatie.aantal", "1", "known"); /* zuid alone: west has no target, noord a part */
    /* no pupils, no students: those quotients do not exist */
    assert_no_fact(w, "school.west.dichtheid");
    assert_no_fact(w, "school.west.partneraandeel");
    assert_no_fact(w, "school.west.streefrealisatie");
    assert_string_equal(ledger_get(w->ledger, "school.noord.studenten")->missing[0], "school.noord.overig");
    world_free(w);
}

static void test_partial_money(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP PARAMETERS "<begroting><rubriek sleutel=\"r\" naam=\"R\">"
        "<regel sleutel=\"a\" naam=\"A\"><begroot bedrag=\"100\"/><gerealiseerd bedrag=\"?\"/></regel>"
        "<regel sleutel=\"b\" naam=\"B\"><begroot bedrag=\"100\"/><gerealiseerd bedrag=\"90\"/></regel></rubriek></begroting>");
    assert_fact(w, "onderuitputting.bedrag", "10.00", "partial");
    assert_fact(w, "onderuitputting.aandeel", "10.0", "partial");
    assert_fact(w, "afwijking.rubriek.r.aandeel", "10.0", "partial");
    assert_fact(w, "afwijking.regel.a.aandeel", "", "unknown");
    assert_fact(w, "afwijking.regel.b.aandeel", "10.0", "known");
    world_free(w);
}

/* Amounts are rounded where they arise: the column adds up, and the formula says so. */
static void test_cents(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP "<parameters><uurtarief waarde=\"71.15\"/><leerlingen-per-student waarde=\"50\"/></parameters>"
        "<leerlingen><telling locatie=\"noord\" aantal=\"50\"/><telling locatie=\"zuid\" aantal=\"50\"/></leerlingen>"
        "<studenten><per-instituut><telling locatie=\"noord\" ho=\"2\"/><telling locatie=\"zuid\" ho=\"2\"/></per-instituut></studenten>"
        "<facilitering><vergoeding uren=\"45\" bonusuren=\"7.5\"/></facilitering>");
    assert_fact(w, "school.noord.bonus", "533.63", "known"); /* 533,625 */
    assert_fact(w, "bonus.bedrag", "1067.26", "partial");
    assert_non_null(strstr(ledger_get(w->ledger, "school.noord.bonus")->formula, "hele centen"));
    assert_null(strstr(ledger_get(w->ledger, "school.noord.vergoeding.vast")->formula, "hele centen"));
    world_free(w);
}

/* Of three locations one unknown: partial. Two trainers at a location need no second. None at a location: no reimbursement. */
static void test_trainers(void **state) {
    (void)state;
#define PLACED "<studenten><per-instituut><telling locatie=\"noord\" ho=\"31\"/><telling locatie=\"zuid\" ho=\"?\"/><telling locatie=\"oost\" ho=\"40\"/>" \
               "<telling locatie=\"west\" ho=\"2\"/></per-instituut></studenten>"
    World *w = world_of("", PARTNERSHIP PARAMETERS PLACED GUIDELINE TRAINER("s", POST("noord") POST("zuid") POST("noord"))
        TRAINER("t", "<werkplek locatie=\"oost\" studenten=\"18\"/>") TRAINER("u", POST("oost")) TRAINER("v", POST("zuid")) "</facilitering>");
    assert_fact(w, "so.s.studenten", "", "unknown"); /* of zuid nobody knows who has which */
    world_free(w);
    w = world_of("", PARTNERSHIP PARAMETERS PLACED GUIDELINE TRAINER("s", POST("noord") POST("zuid"))
        TRAINER("t", "<werkplek locatie=\"oost\" studenten=\"18\"/>") TRAINER("u", POST("oost")) "</facilitering>");
    assert_fact(w, "so.s.studenten", "31", "partial");
    assert_fact(w, "so.s.uren", "388", "partial"); /* 100 + 8 x 31 + 40 */
    assert_fact(w, "so.s.locatie.zuid.uren", "", "unknown");
    assert_fact(w, "so.u.studenten", "22", "known");
    assert_fact(w, "school.noord.tweede-so", "1", "known");
    assert_fact(w, "school.oost.tweede-so", "0", "known");
    assert_fact(w, "so.advies.totaal", "1", "partial");
    assert_fact(w, "school.oost.vergoeding.vast", "3500.00", "known");
    assert_no_fact(w, "school.west.vergoeding");
    assert_int_equal(reports(w, "R158"), 1);
    world_free(w);
    w = world_of("", PARTNERSHIP PARAMETERS PLACED GUIDELINE "</facilitering>"); /* none named: each location has one */
    assert_fact(w, "school.west.vergoeding.vast", "3500.00", "known");
    assert_int_equal(reports(w, "R158"), 0);
    world_free(w);
}

/* Without a table of first-years: who is on a level that holds nobody else. A mixed level leaves it open. */
static void test_first_years_follow(void **state) {
    (void)state;
#define PLACEMENTS "<plaatsingen>" PLACEMENT("noord", "ho", "j1", "5") PLACEMENT("noord", "ho", "j2", "9") PLACEMENT("noord", "un", "j1", "2")    \
    PLACEMENT("noord", "overig", "j1", "4") PLACEMENT("zuid", "ho", "j2", "3") PLACEMENT("oost", "ho", "j1", "1") PLACEMENT("west", "ho", "j3", "1") "</plaatsingen>"
    World *w = world_of("", PARTNERSHIP "<studenten>" PLACEMENTS "</studenten>");
    assert_fact(w, "eerstejaars.school.noord.instituut.ho", "5", "known");
    assert_fact(w, "eerstejaars.school.noord", "7", "known"); /* of partners */
    assert_fact(w, "eerstejaars.school.zuid", "0", "known");
    assert_fact(w, "eerstejaars.instituut.ho", "6", "known");
    assert_fact(w, "eerstejaars.instituut.un", "2", "known");
    assert_no_fact(w, "eerstejaars.instituut.overig");
    assert_fact(w, "eerstejaars.totaal", "8", "known");
    assert_fact(w, "eerstejaars.vt", "8", "known");
    assert_fact(w, "bestuur.b1.eerstejaars", "7", "known");
    world_free(w);
    /* a table of its own goes before it, and is compared */
    w = world_of("", PARTNERSHIP "<studenten>" PLACEMENTS "<eerstejaars><telling locatie=\"noord\" ho=\"6\"/></eerstejaars></studenten>");
    assert_fact(w, "eerstejaars.totaal", "6", "known");
    assert_no_fact(w, "eerstejaars.school.zuid");
    assert_true(reports(w, "R103") > 0);
    world_free(w);
    w = world_of("", "<partnerschap sleutel=\"x\" naam=\"X\"><bestuur sleutel=\"b\" naam=\"B\"/><instituut sleutel=\"ho\" naam=\"H\" partner=\"ja\"/>"
        "<niveau sleutel=\"j1\" naam=\"J1\" eerstejaars=\"ja\"/><niveau sleutel=\"m\" naam=\"M\" eerstejaars=\"deels\"/>"
        "<locatie sleutel=\"noord\" naam=\"Noord\" bestuur=\"b\"/><locatie sleutel=\"zuid\" naam=\"Zuid\" bestuur=\"b\"/><locatie sleutel=\"oost\" naam=\"Oost\" bestuur=\"b\"/>"
        "</partnerschap><studenten><plaatsingen>" PLACEMENT("noord", "ho", "j1", "5") PLACEMENT("noord", "ho", "m", "2") PLACEMENT("zuid", "ho", "m", "1") "</plaatsingen></studenten>");
    assert_fact(w, "eerstejaars.school.noord", "", "unknown");
    assert_fact(w, "eerstejaars.school.zuid", "", "unknown");
    assert_fact(w, "eerstejaars.school.oost", "", "unknown"); /* not in the table */
    assert_fact(w, "eerstejaars.instituut.ho", "5", "partial");
    assert_fact(w, "eerstejaars.totaal", "5", "partial");
    world_free(w);
}

static void test_open_question(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP "<enquetes><enquete sleutel=\"e\" naam=\"E\" uitgezet=\"20\" ingevuld=\"16\">"
        "<vraag sleutel=\"v\" soort=\"open\" tekst=\"Hoeveel?\"><antwoord tekst=\"gemiddeld\" aantal=\"12\"/></vraag>"
        "<vraag sleutel=\"w\" soort=\"deel\" tekst=\"Wie?\"><antwoord tekst=\"ik\" aantal=\"12\"/></vraag></enquete></enquetes>");
    assert_fact(w, "enquete.e.v.1", "12", "known");
    assert_no_fact(w, "enquete.e.v.1.aandeel");
    assert_fact(w, "enquete.e.w.1.aandeel", "75.0", "known");
    world_free(w);
}

typedef struct Written {
    const char *text;
    NotationKind kind;
    NotationFault fault;
    const char *value;
} Written;

static void test_cells(void **state) {
    (void)state;
    static const Written CELLS[] = {
        {"12", NOTATION_COUNT, NOTATION_GOOD, "12"}, {" \u00a012\u2009", NOTATION_COUNT, NOTATION_GOOD, "12"},
        {"1.000", NOTATION_COUNT, NOTATION_GOOD, "1000"}, {"1,000", NOTATION_COUNT, NOTATION_THOUSANDS, "1000"},
        {"12 500", NOTATION_COUNT, NOTATION_GOOD, "12500"}, {"1\u202f234\u202f567", NOTATION_COUNT, NOTATION_GOOD, "1234567"},
        {"12 50", NOTATION_COUNT, NOTATION_NO_NUMBER, NULL}, {"€ 12", NOTATION_COUNT, NOTATION_NO_NUMBER, NULL},
        {"12%", NOTATION_COUNT, NOTATION_NO_NUMBER, NULL}, {"0.125", NOTATION_COUNT, NOTATION_GOOD, "0.125"},
        {"€ 6.840,25", NOTATION_AMOUNT, NOTATION_GOOD, "6840.25"}, {"6,840.25", NOTATION_AMOUNT, NOTATION_GOOD, "6840.25"},
        {"\u2212 € 19.243", NOTATION_AMOUNT, NOTATION_GOOD, "-19243"}, {"EUR -3,5", NOTATION_AMOUNT, NOTATION_GOOD, "-3.5"},
        {"--5", NOTATION_AMOUNT, NOTATION_NO_NUMBER, NULL}, {"6.840", NOTATION_AMOUNT, NOTATION_GOOD, "6840"},
        {"6,840", NOTATION_AMOUNT, NOTATION_THOUSANDS, "6840"}, {"1.234.567", NOTATION_AMOUNT, NOTATION_GOOD, "1234567"},
        {"1.234.56", NOTATION_AMOUNT, NOTATION_NO_NUMBER, NULL}, {"1.23,456", NOTATION_AMOUNT, NOTATION_NO_NUMBER, NULL},
        {"12,5", NOTATION_MEASURE, NOTATION_GOOD, "12.5"}, {"1.000", NOTATION_MEASURE, NOTATION_THOUSANDS, "1000"},
        {"1.0000", NOTATION_MEASURE, NOTATION_GOOD, "1.0000"}, {"1234.125", NOTATION_MEASURE, NOTATION_GOOD, "1234.125"},
        {"33,333 %", NOTATION_SHARE, NOTATION_GOOD, "33.333"}, {"1.125", NOTATION_FINE, NOTATION_GOOD, "1.125"},
        {"", NOTATION_COUNT, NOTATION_NO_NUMBER, NULL}, {"12a", NOTATION_COUNT, NOTATION_NO_NUMBER, NULL}, {".5", NOTATION_MEASURE, NOTATION_NO_NUMBER, NULL},
        {"100,3333333333333333333", NOTATION_AMOUNT, NOTATION_TOO_LONG, NULL},
        {"9999999999999999999999999999999999999999999", NOTATION_AMOUNT, NOTATION_TOO_LONG, NULL}};
    for (size_t i = 0; i < sizeof CELLS / sizeof *CELLS; i++) {
        Decimal value;
        if (notation_read(CELLS[i].text, CELLS[i].kind, &value) != CELLS[i].fault) fail_msg("\"%s\"", CELLS[i].text);
        if (CELLS[i].value) same(value, CELLS[i].value);
    }
}

static void test_attributes(void **state) {
    (void)state;
    static const Written ATTRIBUTES[] = {
        {"160754.45", NOTATION_AMOUNT, NOTATION_GOOD, "160754.45"}, {"-12.5", NOTATION_AMOUNT, NOTATION_GOOD, "-12.5"},
        {"6.000", NOTATION_AMOUNT, NOTATION_THOUSANDS, "6000"}, {"-6.000", NOTATION_AMOUNT, NOTATION_THOUSANDS, "-6000"},
        {"1.000", NOTATION_COUNT, NOTATION_THOUSANDS, "1000"}, {"0.125", NOTATION_MEASURE, NOTATION_GOOD, "0.125"},
        {"1.125", NOTATION_FINE, NOTATION_GOOD, "1.125"}, {"12,5", NOTATION_AMOUNT, NOTATION_NO_NUMBER, NULL},
        {"1 000", NOTATION_COUNT, NOTATION_NO_NUMBER, NULL}, {"+5", NOTATION_AMOUNT, NOTATION_NO_NUMBER, NULL},
        {"€ 5", NOTATION_AMOUNT, NOTATION_NO_NUMBER, NULL}, {"100.3333333333333333333", NOTATION_AMOUNT, NOTATION_TOO_LONG, NULL}};
    for (size_t i = 0; i < sizeof ATTRIBUTES / sizeof *ATTRIBUTES; i++) {
        Decimal value;
        if (notation_read_plain(ATTRIBUTES[i].text, ATTRIBUTES[i].kind, &value) != ATTRIBUTES[i].fault) fail_msg("\"%s\"", ATTRIBUTES[i].text);
        if (ATTRIBUTES[i].value) same(value, ATTRIBUTES[i].value);
    }
}

/* What cannot be read is told, and a total that needs it is not called known. */
static void test_never_left_out(void **state) {
    (void)state;
#define LINES(size) "<begroting><rubriek sleutel=\"r\" naam=\"R\"><regel sleutel=\"a\" naam=\"A\"><begroot " size "/></regel>" \
        "<regel sleutel=\"b\" naam=\"B\"><begroot bedrag=\"50\"/></regel></rubriek></begroting>"
    static const struct { const char *size, *code; } FAULTS[] = {
        {"bedrag=\"100.3333333333333333333\"", "R030"}, {"bedrag=\"99999999999999999999999999999999999999999\"", "R030"},
        {"bedrag=\"100.3333\"", "R031"}, {"bedrag=\"6.000\"", "R029"}, {"uren=\"1.000\"", "R029"}};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        char body[2000];
        snprintf(body, sizeof body, PARTNERSHIP PARAMETERS "<begroting><rubriek sleutel=\"r\" naam=\"R\"><regel sleutel=\"a\" naam=\"A\"><begroot %s/></regel>"
                 "<regel sleutel=\"b\" naam=\"B\"><begroot bedrag=\"50\"/></regel></rubriek></begroting>", FAULTS[i].size);
        World *w = world_of("", body);
        assert_int_equal(reports(w, FAULTS[i].code), 1);
        assert_fact(w, "begroting.totaal", "50.00", "partial");
        world_free(w);
    }
    World *w = world_of("", PARTNERSHIP PARAMETERS LINES("fte=\"0.125\""));
    assert_int_equal(diagnostics_count(w->diagnostics, SEVERITY_ERROR), 0);
    world_free(w);
    /* a factor that is unknown is not 1 */
    w = world_of("", PARTNERSHIP PARAMETERS LINES("bedrag=\"100\" aantal=\"?\""));
    assert_fact(w, "begroting.totaal", "50.00", "partial");
    world_free(w);
}

/* A location without a row in a list is unknown there: no difference with what another list counts. A row of empty cells
 * says that there are none. */
static void test_rows_that_are_not_there(void **state) {
    (void)state;
#define BY_INSTITUTE "<per-instituut><telling locatie=\"noord\" ho=\"3\"/><telling locatie=\"zuid\" ho=\"5\"/></per-instituut>"
    static const struct { const char *students; int levels, marginals; } INPUTS[] = {
        {BY_INSTITUTE "<per-niveau><telling locatie=\"noord\" j2=\"3\"/></per-niveau>", 0, 0},
        {BY_INSTITUTE "<per-niveau><telling locatie=\"noord\" j2=\"3\"/><telling locatie=\"zuid\" j2=\"\"/></per-niveau>", 1, 0},
        {BY_INSTITUTE "<per-niveau><telling locatie=\"noord\" j2=\"2\"/></per-niveau>", 1, 0},
        {BY_INSTITUTE "<plaatsingen>" PLACEMENT("noord", "ho", "j2", "3") "</plaatsingen>", 0, 0},
        {BY_INSTITUTE "<plaatsingen>" PLACEMENT("noord", "ho", "j2", "3") PLACEMENT("zuid", "ho", "j2", "4") "</plaatsingen>", 0, 1}};
    for (size_t i = 0; i < sizeof INPUTS / sizeof *INPUTS; i++) {
        char body[2000];
        snprintf(body, sizeof body, PARTNERSHIP "<studenten>%s</studenten>", INPUTS[i].students);
        World *w = world_of("", body);
        if (reports(w, "R101") != INPUTS[i].levels || reports(w, "R102") != INPUTS[i].marginals)
            fail_msg("%s: %d, %d", INPUTS[i].students, (int)reports(w, "R101"), (int)reports(w, "R102"));
        world_free(w);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fractions), cmocka_unit_test(test_thirds_of_an_hour), cmocka_unit_test(test_hours_of_lines),
        cmocka_unit_test(test_mean_of_thirds), cmocka_unit_test(test_partial_spreads), cmocka_unit_test(test_partial_money),
        cmocka_unit_test(test_cents), cmocka_unit_test(test_trainers), cmocka_unit_test(test_first_years_follow), cmocka_unit_test(test_open_question),
        cmocka_unit_test(test_cells), cmocka_unit_test(test_attributes), cmocka_unit_test(test_never_left_out), cmocka_unit_test(test_rows_that_are_not_there)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
