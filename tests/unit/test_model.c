/* model/: the BOS year as typed data, small inputs with faults, parts left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "input/input.h"
#include "model/model.h"

typedef struct World {
    Arena *arena;
    Diagnostics *diagnostics;
} World;

static int setup(void **state) {
    World *w = calloc(1, sizeof *w);
    w->arena = arena_new();
    w->diagnostics = diagnostics_new();
    *state = w;
    return 0;
}

static int teardown(void **state) {
    World *w = *state;
    diagnostics_free(w->diagnostics);
    arena_free(w->arena);
    free(w);
    return 0;
}

static Partnership *read_path(World *w, const char *path, bool with_schema) {
    int error = 0;
    Schema *schema = with_schema ? schema_load("input/jaarverslag.xsd", w->diagnostics) : NULL;
    Input *input = input_read(w->arena, path, schema, w->diagnostics, &error);
    assert_int_equal(error, 0);
    assert_non_null(input);
    Partnership *p = model_read(w->arena, input->root, w->diagnostics);
    schema_free(schema);
    return p;
}

/* An input whose root holds body; its lines count from 1 at the root's start tag. */
static Partnership *read_body(World *w, const char *body) {
    char folder[] = "/tmp/jaarverslag-model-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/jaarverslag.xml", folder);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" schooljaar=\"2021-2022\">\n%s\n</jaarverslag>\n", body);
    fclose(f);
    Partnership *p = read_path(w, path, false);
    unlink(path);
    rmdir(folder);
    return p;
}

static const Diagnostic *reported(World *w, const char *code) {
    for (size_t i = 0; i < diagnostics_total(w->diagnostics); i++) {
        const Diagnostic *d = diagnostics_at(w->diagnostics, i);
        if (strcmp(d->message->code, code) == 0) return d;
    }
    return NULL;
}

static void no_faults(World *w) {
    if (diagnostics_total(w->diagnostics)) diagnostics_print(w->diagnostics, stderr, MESSAGES_DUTCH);
    assert_int_equal(diagnostics_total(w->diagnostics), 0);
}

static void assert_quantity(Quantity q, const char *expected) {
    Arena *a = arena_new();
    assert_int_equal(q.state, QUANTITY_KNOWN);
    assert_string_equal(decimal_text(a, q.value), expected);
    arena_free(a);
}

#define PARTNERSHIP                                                                            \
    "<partnerschap sleutel=\"x\" naam=\"X\"><bestuur sleutel=\"b\" naam=\"Bestuur B\"/>"          \
    "<instituut sleutel=\"ho\" naam=\"Hogeschool\" partner=\"ja\"/><niveau sleutel=\"j1\" naam=\"J1\"/>" \
    "<niveau sleutel=\"j2\" naam=\"J2\"/><locatie sleutel=\"noord\" naam=\"De Noord\" bestuur=\"b\"/>"      \
    "<locatie sleutel=\"zuid\" naam=\"De Zuid\" bestuur=\"b\"/></partnerschap>\n"

static void test_bos(void **state) {
    World *w = *state;
    Partnership *p = read_path(w, "input/bos-2020-2021", true);
    assert_null(reported(w, "R001"));
    for (size_t i = 0; i < diagnostics_total(w->diagnostics); i++)
        assert_int_not_equal(diagnostics_at(w->diagnostics, i)->message->code[0], 'R');
    assert_int_equal(p->year.first, 2020);
    assert_int_equal(p->board_count, 2);
    assert_int_equal(p->institute_count, 4);
    assert_int_equal(p->level_count, 9);
    assert_int_equal(p->location_count, 16);
    assert_quantity(p->locations[model_location(p, "newman")].pupils, "1356");
    assert_int_equal(p->locations[model_location(p, "orion")].board, model_board(p, "skvob"));
    assert_quantity(p->parameters[PARAMETER_YEAR_HOURS], "1659");
    assert_int_equal(p->budget.category_count, 6);
    assert_int_equal(p->person_count, 24);
    assert_int_equal(p->team_count, 4);
    int seats = 0;
    for (int i = 0; i < p->team_count; i++) seats += p->teams[i].member_count;
    assert_int_equal(seats, 18);
    assert_int_equal(p->facilitation.example_count, 4);
    assert_true(p->goal_count > 10);
}

static void test_bos_counts(void **state) {
    World *w = *state;
    Partnership *p = read_path(w, "input/bos-2020-2021", false);
    const TallyList *list = &p->students.by_institute;
    int unknown = 0;
    Decimal sum = DECIMAL_ZERO;
    for (int i = 0; i < list->count; i++) {
        if (list->items[i].count.state == QUANTITY_UNKNOWN) unknown++;
        else sum = decimal_add(sum, list->items[i].count.value);
        assert_string_equal(strrchr(list->items[i].place.file, '/') + 1, "studenten-per-instituut.csv");
    }
    assert_int_equal(unknown, 1);
    assert_int_equal(decimal_compare(sum, decimal_int(246)), 0);
    assert_false(p->students.joint.given);
    assert_true(p->students.by_level_partners);
    assert_int_equal(p->students.first_years.items[6].school, model_school(p, "mencia"));
}

static void test_absent_is_not_zero(void **state) {
    World *w = *state;
    Partnership *p = read_body(w, PARTNERSHIP);
    no_faults(w);
    assert_int_equal(p->locations[0].pupils.state, QUANTITY_ABSENT);
    assert_int_equal(p->parameters[PARAMETER_HOURLY_RATE].state, QUANTITY_ABSENT);
    assert_false(p->budget.given);
    assert_false(p->students.given);
    assert_int_equal(p->survey_count, 0);
}

static void test_wide_and_long_rows(void **state) {
    World *w = *state;
    Partnership *p = read_body(w, PARTNERSHIP
        "<studenten><plaatsingen><telling locatie=\"noord\" instituut=\"ho\" j1=\"3\" j2=\"?\"/>"
        "<telling locatie=\"De Zuid\" instituut=\"ho\" niveau=\"j1\" aantal=\"0\"/></plaatsingen></studenten>");
    no_faults(w);
    const TallyList *joint = &p->students.joint;
    assert_int_equal(joint->count, 3);
    assert_quantity(joint->items[0].count, "3");
    assert_int_equal(joint->items[1].count.state, QUANTITY_UNKNOWN);
    assert_int_equal(joint->items[2].location, 1);
    assert_quantity(joint->items[2].count, "0");
}

static void test_faults_all_at_once(void **state) {
    World *w = *state;
    Partnership *p = read_body(w, PARTNERSHIP
        "<leerlingen peildatum=\"2021-02-30\">\n"                                 /* line 3: R005 */
        "<telling locatie=\"nord\" aantal=\"12\"/>\n"                             /* 4: R001, noord */
        "<telling locatie=\"zuid\" aantal=\"-4\"/></leerlingen>\n"                /* 5: R003 */
        "<studenten><per-instituut>\n"
        "<telling locatie=\"noord\" hoo=\"3\"/>\n"                                /* 7: R001, ho */
        "<telling locatie=\"noord\" ho=\"1.338\"/>\n"                             /* 8: R029 */
        "<telling locatie=\"noord\" ho=\"3\"/>\n"                                 /* 9: R011 */
        "<telling locatie=\"zuid\" ho=\"drie\"/></per-instituut></studenten>\n"   /* 10: R008 */
        "<reserve begin=\"1\"/><reserve begin=\"2\"/>\n"                          /* 11: R007 */
        "<jaarplanning schooljaar=\"2021-2023\"/>");                              /* 12: R006 */
    static const struct {
        const char *code;
        int line;
    } expected[] = {{"R005", 3}, {"R003", 5}, {"R029", 8}, {"R011", 9}, {"R008", 10}, {"R007", 11}, {"R006", 12}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const Diagnostic *d = reported(w, expected[i].code);
        if (!d) fail_msg("%s is not reported", expected[i].code);
        assert_int_equal(d->place.line, expected[i].line);
    }
    assert_string_equal(reported(w, "R001")->expected, "noord");
    assert_int_equal(diagnostics_total(w->diagnostics), 9);
    assert_quantity(p->reserve.opening, "1");
}

/* A list may name a location as a reader would: capitals, blanks and the way an accent is typed make no other name. */
static void test_names_of_lists(void **state) {
    World *w = *state;
#define TWO_BOARDS "<partnerschap sleutel=\"x\" naam=\"X\"><bestuur sleutel=\"b\" naam=\"B\"/><bestuur sleutel=\"c\" naam=\"C\"/>" \
        "<locatie sleutel=\"a\" naam=\"Caf\u00e9 De Brug\" bestuur=\"b\"/><locatie sleutel=\"d\" naam=\"Linde\" bestuur=\"b\"/>" \
        "<locatie sleutel=\"e\" naam=\"Linde\" bestuur=\"c\"/></partnerschap>\n"
    static const char *const SAME[] = {"CAF\u00c9 DE BRUG", "Cafe\u0301 De\u00a0Brug", "cafe\u0301  de-brug ", "a"};
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++) {
        Partnership *p = read_body(w, arena_printf(w->arena, TWO_BOARDS "<leerlingen><telling locatie=\"%s\" aantal=\"7\"/></leerlingen>", SAME[i]));
        no_faults(w);
        assert_quantity(p->locations[0].pupils, "7");
    }
    Partnership *p = read_body(w, TWO_BOARDS "<leerlingen>\n<telling locatie=\"Linde\" aantal=\"7\"/></leerlingen>");
    const Diagnostic *d = reported(w, "R032");
    assert_non_null(d);
    assert_int_equal(d->place.line, 4);
    assert_string_equal(d->expected, "d, e");
    assert_null(reported(w, "R001"));
    assert_int_equal(p->locations[1].pupils.state, QUANTITY_ABSENT);
    assert_int_equal(p->locations[2].pupils.state, QUANTITY_ABSENT);
}

static void test_keys(void **state) {
    World *w = *state;
    read_body(w, "<partnerschap sleutel=\"x\" naam=\"X\"><bestuur sleutel=\"a\" naam=\"A\"/>\n"
                 "<instituut sleutel=\"a\" naam=\"I\" partner=\"ja\"/><niveau sleutel=\"aantal\" naam=\"N\"/>\n"
                 "<locatie sleutel=\"l\" naam=\"L\"/></partnerschap>");
    assert_int_equal(reported(w, "R002")->place.line, 3);
    assert_non_null(reported(w, "R020"));
    assert_int_equal(reported(w, "R016")->place.line, 4);
}

static void test_budget(void **state) {
    World *w = *state;
    Partnership *p = read_body(w, PARTNERSHIP
        "<begroting><rubriek sleutel=\"r\" naam=\"R\">"
        "<regel sleutel=\"c\" naam=\"C\" werkgever=\"ho\"><begroot fte=\"0.2\" aandeel=\"0.5\"/></regel>"
        "<regel sleutel=\"d\" naam=\"D\"><begroot aantal=\"4\" uren=\"100\"/><gerealiseerd fte=\"1\" bedrag=\"2\"/></regel>"
        "<regel sleutel=\"e\" naam=\"E\"><begroot bedrag=\"5000\" tarief=\"administratief\"/></regel>"
        "<regel sleutel=\"f\" naam=\"F\"><begroot fte=\"0.2\" aandeel=\"0.5\"/></regel></rubriek></begroting>");
    const BudgetLine *lines = p->budget.categories[0].lines;
    assert_int_equal(lines[0].budgeted.unit, UNIT_FTE);
    assert_int_equal(lines[0].employer_institute, 0);
    assert_int_equal(decimal_compare(lines[0].budgeted.share, decimal_of(5, 1)), 0);
    assert_false(lines[0].realised.given);
    assert_int_equal(decimal_compare(lines[1].budgeted.number, decimal_int(4)), 0);
    assert_true(lines[2].budgeted.administrative);
    assert_non_null(reported(w, "R012"));
    assert_non_null(reported(w, "R019"));
    assert_int_equal(diagnostics_total(w->diagnostics), 2);
}

static void test_circles(void **state) {
    World *w = *state;
    Partnership *p = read_body(w,
        "<organogram><eenheid sleutel=\"a\" naam=\"A\" onder=\"b\"/><eenheid sleutel=\"b\" naam=\"B\" onder=\"a\"/></organogram>"
        "<urenspecificaties><urenspecificatie sleutel=\"so\" naam=\"SO\" uitbreiding-van=\"so\"/></urenspecificaties>");
    assert_int_equal(diagnostics_total(w->diagnostics), 2);
    assert_non_null(reported(w, "R015"));
    assert_true(p->chart_units[0].parent == NO_INDEX || p->chart_units[1].parent == NO_INDEX);
    assert_int_equal(p->hour_specifications[0].base, NO_INDEX);
}

static void test_example(void **state) {
    World *w = *state;
    Partnership *p = read_path(w, "input/voorbeeld", true);
    no_faults(w);
    assert_true(p->students.joint.given);
    assert_false(p->students.by_institute.given);
    assert_false(p->facilitation.given);
    assert_int_equal(p->students.joint.items[0].location, model_location(p, "dijkzicht")); /* named in full in the CSV */
}

static void test_other_partnerships(void **state) {
    World *w = *state;
    Partnership *p = read_path(w, "input/noord-holland", true);
    assert_int_equal(p->hour_specification_count, 5);
    assert_int_equal(p->hour_specifications[2].base, 1);
    assert_int_equal(p->hour_specifications[1].option_count, 2);
    assert_int_equal(p->meeting_count, 14);
    p = read_path(w, "input/boss-po", true);
    assert_int_equal(p->facility_count, 15);
    assert_int_equal(p->facilities[3].hours.state, QUANTITY_ABSENT);
    no_faults(w);
}

static void test_large(void **state) {
    World *w = *state;
    Partnership *p = read_path(w, "tests/golden/groot", true);
    no_faults(w);
    assert_int_equal(p->location_count, 60);
    assert_int_equal(p->institute_count, 9);
    assert_int_equal(p->level_count, 9);
    assert_true(p->students.joint.count > 1000);
    assert_int_equal(p->budget.categories[1].line_count, 0);
    assert_quantity(p->reserve.opening, "-1250.50");
}

static void test_earlier_years_stay_near(void **state) {
    World *w = *state;
    static const char *const good[] = {"vorig/jaarverslag.xml", "../bos-2019-2020", "../bos-2019-2020/jaarverslag.xml", "./oud.xml"};
    static const char *const bad[] = {"/etc/passwd", "../../x", "a/../../x", "http://x/y", "..", "../..", "", ".", "..//x", "a\\b"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        Partnership *p = read_body(w, arena_printf(w->arena, "<vorige-jaren><vorig-jaar schooljaar=\"2020-2021\" bestand=\"%s\"/></vorige-jaren>", good[i]));
        assert_non_null(p->earlier_years[0].file);
    }
    no_faults(w);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Partnership *p = read_body(w, arena_printf(w->arena, "<vorige-jaren><vorig-jaar schooljaar=\"2020-2021\" bestand=\"%s\"/></vorige-jaren>", bad[i]));
        if (p->earlier_years[0].file) fail_msg("„%s” should be refused", bad[i]);
        assert_non_null(reported(w, "R017"));
    }
}

static void test_narrative(void **state) {
    World *w = *state;
    const Narrative *text = read_body(w, "<hoofdstuk sleutel=\"h\" titel=\"Vooruitblik\"><paragraaf sleutel=\"p\" titel=\"Doelen\">\n"
                                         "<alinea>Er\u00A0zijn <getal feit=\"a.b\" jaar=\"2020-2021\">ruim tien</getal> <nadruk>nieuwe\n"
                                         "plaatsen</nadruk>, zie <verwijzing naar=\"t\"/> en <aanhaling>12 nee</aanhaling>.<voetnoot>Of 3.</voetnoot></alinea>"
                                         "<tabel sleutel=\"t\"><kop><cel>School</cel><cel>Plaatsen</cel></kop><rij><cel>Noord</cel><cel>7</cel></rij></tabel>"
                                         "</paragraaf></hoofdstuk><bijlage sleutel=\"b\" titel=\"B\"><regels>9 x</regels></bijlage>")->text;
    assert_int_equal(text->section_count, 3);
    assert_int_equal(text->annex_count, 1);
    assert_true(text->sections[1].outlook && !text->sections[1].annex && text->sections[1].parent == 0 && text->sections[2].annex);
    const Passage *p = &text->passages[0];
    assert_string_equal(p->text, "Er  zijn \x01 nieuwe plaatsen, zie \x02 en \x02.\x02");
    Place at = passage_place(p, (size_t)(strstr(p->text, "plaatsen") - p->text));
    assert_int_equal(at.line, 4);
    assert_int_equal(at.column, 1);
    assert_string_equal(text->mentions[0].written, "ruim tien");
    assert_string_equal(text->mentions[0].year, "2020-2021");
    assert_int_equal(text->mentions[0].passage, 0);
    assert_string_equal(text->references[0].key, "t");
    bool cell = false, verbatim = false, quoted = false;
    for (int i = 0; i < text->passage_count; i++) {
        const Passage *c = &text->passages[i];
        cell |= c->kind == PASSAGE_CELL && c->row == 1 && c->column == 1 && strcmp(c->text, "7") == 0;
        verbatim |= c->kind == PASSAGE_VERBATIM;
    }
    for (int i = 0; i < text->piece_count; i++) {
        quoted |= text->pieces[i].quoted && strcmp(text->pieces[i].text, "12 nee") == 0;
        assert_null(strstr(text->pieces[i].text, "9 x"));
    }
    assert_true(cell && verbatim && quoted);
    assert_true(text->tables[0].rows[0].head && !text->tables[0].rows[1].head);
}

static void test_messages_are_complete(void **state) {
    (void)state;
    int count;
    const Message *m = model_messages(&count);
    assert_int_equal(count, 38);
    for (int i = 0; i < count; i++) {
        char code[16];
        snprintf(code, sizeof code, "R%03d", i + 1);
        assert_string_equal(m[i].code, code);
        assert_true(*m[i].dutch && *m[i].english && *m[i].about_dutch && *m[i].about_english && *m[i].example);
    }
    for (int i = 0; i < PARAMETER_COUNT; i++) assert_non_null(parameter_name((Parameter)i));
    assert_int_equal(school_year_parse("2020-2021"), 2020);
    assert_int_equal(school_year_parse("2020-2022"), 0);
    assert_int_equal(school_year_parse("2020/2021"), 0);
}

int main(void) {
#define WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        WORLD(test_bos), WORLD(test_bos_counts), WORLD(test_absent_is_not_zero), WORLD(test_wide_and_long_rows),
        WORLD(test_faults_all_at_once), WORLD(test_keys), WORLD(test_names_of_lists), WORLD(test_budget), WORLD(test_circles),
        WORLD(test_example), WORLD(test_large), WORLD(test_other_partnerships), WORLD(test_earlier_years_stay_near), WORLD(test_narrative), cmocka_unit_test(test_messages_are_complete),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
