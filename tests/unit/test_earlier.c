/* job/earlier: the inputs of earlier years, where they may lie and what becomes of their facts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "calc/calc.h"
#include "job/earlier.h"

typedef struct World {
    Arena *arena;
    Diagnostics *diagnostics;
    Resources *resources;
    char folder[64];
    Year year;
} World;

static void write_text(World *w, const char *name, const char *year, const char *pupils, const char *more) {
    char *path = arena_printf(w->arena, "%s/%s/jaarverslag.xml", w->folder, name);
    char *text = arena_printf(w->arena,
        "<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" schooljaar=\"%s\"><partnerschap sleutel=\"x\" naam=\"X\">"
        "<bestuur sleutel=\"b\" naam=\"B\"/><locatie sleutel=\"l\" naam=\"L\" bestuur=\"b\"/></partnerschap>"
        "<leerlingen><telling locatie=\"l\" aantal=\"%s\"/></leerlingen>%s</jaarverslag>\n", year, pupils, more);
    assert_int_equal(folder_make(arena_printf(w->arena, "%s/%s", w->folder, name)), 0);
    assert_int_equal(file_write(path, text, strlen(text)), 0);
}

static int setup(void **state) {
    World *w = calloc(1, sizeof *w);
    w->arena = arena_new();
    w->diagnostics = diagnostics_new();
    w->resources = resources_open();
    strcpy(w->folder, "/tmp/jaarverslag-earlier-XXXXXX");
    assert_non_null(mkdtemp(w->folder));
    *state = w;
    return 0;
}

static int teardown(void **state) {
    World *w = *state;
    if (system(arena_printf(w->arena, "rm -rf '%s'", w->folder)) != 0) fputs("left behind\n", stderr);
    resources_free(w->resources);
    diagnostics_free(w->diagnostics);
    arena_free(w->arena);
    free(w);
    return 0;
}

/* Reads "nu", which names one earlier year in file. */
static void read_now(World *w, const char *year, const char *file) {
    write_text(w, "nu", "2020-2021", "120",
               arena_printf(w->arena, "<vorige-jaren><vorig-jaar schooljaar=\"%s\" bestand=\"%s\"/></vorige-jaren>", year, file));
    int error;
    w->year.arena = w->arena;
    w->year.input = input_read(w->arena, arena_printf(w->arena, "%s/nu", w->folder), NULL, w->diagnostics, &error);
    w->year.partnership = model_read(w->arena, w->year.input->root, w->diagnostics);
    w->year.ledger = calc_run(w->arena, w->year.partnership, w->diagnostics);
    earlier_years_read(w->resources, &w->year, w->diagnostics);
}

static void assert_reported(World *w, const char *code) {
    for (size_t i = 0; i < diagnostics_total(w->diagnostics); i++)
        if (strcmp(diagnostics_at(w->diagnostics, i)->message->code, code) == 0) return;
    fail_msg("%s is not reported", code);
}

static void test_beside(void **state) {
    World *w = *state;
    write_text(w, "toen", "2019-2020", "100", "");
    read_now(w, "2019-2020", "../toen");
    assert_int_equal(diagnostics_total(w->diagnostics), 0);
    const Fact *now = ledger_get(w->year.ledger, "leerlingen.totaal"), *then = ledger_get(w->year.ledger, "leerlingen.totaal@2019-2020");
    assert_string_equal(fact_text(w->arena, now), "120");
    assert_string_equal(fact_text(w->arena, then), "100");
}

static void test_within(void **state) {
    World *w = *state;
    assert_int_equal(folder_make(arena_printf(w->arena, "%s/nu", w->folder)), 0);
    write_text(w, "nu/oud", "2019-2020", "90", "");
    read_now(w, "2019-2020", "oud/jaarverslag.xml");
    assert_int_equal(diagnostics_total(w->diagnostics), 0);
    assert_non_null(ledger_get(w->year.ledger, "leerlingen.totaal@2019-2020"));
}

static void test_missing(void **state) {
    World *w = *state;
    read_now(w, "2019-2020", "../weg");
    assert_reported(w, "R021");
}

static void test_faulty(void **state) {
    World *w = *state;
    write_text(w, "toen", "2019-2020", "-5", "");
    read_now(w, "2019-2020", "../toen");
    assert_reported(w, "R022");
    assert_null(ledger_get(w->year.ledger, "leerlingen.totaal@2019-2020"));
}

static void test_other_year(void **state) {
    World *w = *state;
    write_text(w, "toen", "2018-2019", "100", "");
    read_now(w, "2019-2020", "../toen");
    assert_reported(w, "R023");
}

static void test_link_leads_outside(void **state) {
    World *w = *state;
    write_text(w, "nu", "2020-2021", "1", "");
    assert_int_equal(symlink("/etc", arena_printf(w->arena, "%s/elders", w->folder)), 0);
    read_now(w, "2019-2020", "../elders/hostname");
    assert_reported(w, "R017");
}

static void test_itself(void **state) {
    World *w = *state;
    read_now(w, "2020-2021", "../nu");
    assert_reported(w, "R024");
}

int main(void) {
#define WORLD(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {WORLD(test_beside), WORLD(test_within), WORLD(test_missing), WORLD(test_faulty),
                                       WORLD(test_other_year), WORLD(test_link_leads_outside), WORLD(test_itself)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
