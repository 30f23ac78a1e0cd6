/* Small inputs for the tests of calculation and rules: a body in a root element, read, calculated and checked. */
#ifndef TESTS_SMALL_INPUT_H
#define TESTS_SMALL_INPUT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "calc/calc.h"
#include "input/input.h"
#include "rules/rules.h"
#include "template/template.h"

/* The kinds of figures that the report makes. */
static inline const FigureKinds *figures_of_report(void) {
    static Template *report;
    Diagnostics *diagnostics = diagnostics_new();
    if (!report) report = template_load(JAARVERSLAG_DATA "/templates/jaarverslag.xsl", NULL, JAARVERSLAG_DATA, diagnostics);
    assert_non_null(report);
    diagnostics_free(diagnostics);
    return template_figures(report);
}

typedef struct World {
    Arena *arena;
    Diagnostics *diagnostics;
    Node *root;
    Partnership *p;
    Ledger *ledger;
} World;

static inline World *world_new(void) {
    World *w = calloc(1, sizeof *w);
    w->arena = arena_new();
    w->diagnostics = diagnostics_new();
    return w;
}

static inline void world_free(World *w) {
    diagnostics_free(w->diagnostics);
    arena_free(w->arena);
    free(w);
}

static inline World *world_of_path(const char *path) {
    World *w = world_new();
    int error = 0;
    Input *input = input_read(w->arena, path, NULL, w->diagnostics, &error);
    assert_non_null(input);
    w->root = input->root;
    w->p = model_read(w->arena, w->root, w->diagnostics);
    w->ledger = calc_run(w->arena, w->p, w->diagnostics);
    rules_run(w->p, w->root, w->ledger, figures_of_report(), w->diagnostics);
    return w;
}

/* attributes: of the root besides schooljaar 2020-2021. */
static inline World *world_of(const char *attributes, const char *body) {
    char folder[] = "/tmp/jaarverslag-calc-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/jaarverslag.xml", folder);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" schooljaar=\"2020-2021\" %s>%s</jaarverslag>", attributes, body);
    fclose(f);
    World *w = world_of_path(path);
    unlink(path);
    rmdir(folder);
    return w;
}

/* value "" is unknown; status NULL: whatever it is. */
static inline void assert_fact(World *w, const char *id, const char *value, const char *status) {
    const Fact *fact = ledger_get(w->ledger, id);
    if (!fact) fail_msg("no fact %s", id);
    const char *text = fact_text(w->arena, fact);
    if (strcmp(text, value) != 0) fail_msg("%s is %s, not %s", id, text, value);
    if (status && strcmp(fact_status_name(fact->status), status) != 0)
        fail_msg("%s is %s, not %s", id, fact_status_name(fact->status), status);
}

static inline void assert_no_fact(World *w, const char *id) {
    if (ledger_get(w->ledger, id)) fail_msg("there is a fact %s", id);
}

static inline int reports(World *w, const char *code) {
    int n = 0;
    for (size_t i = 0; i < diagnostics_total(w->diagnostics); i++)
        n += strcmp(diagnostics_at(w->diagnostics, i)->message->code, code) == 0;
    return n;
}

/* One partnership of two boards, two partners, others, three levels, four locations. */
#define PARTNERSHIP                                                                                              \
    "<partnerschap sleutel=\"x\" naam=\"Opleidingsschool X\" kort=\"OX\">"                                         \
    "<bestuur sleutel=\"b1\" naam=\"Bestuur Een\"/><bestuur sleutel=\"b2\" naam=\"Bestuur Twee\"/>"                 \
    "<instituut sleutel=\"ho\" naam=\"Hogeschool\" kort=\"HO\" partner=\"ja\" eerstejaars-niveaus=\"j1\"/>"         \
    "<instituut sleutel=\"un\" naam=\"Universiteit\" kort=\"UN\" partner=\"ja\"/>"                                 \
    "<instituut sleutel=\"overig\" naam=\"Overig\" partner=\"nee\" verzamel=\"ja\"/>"                              \
    "<niveaugroep sleutel=\"vt\" naam=\"voltijd\"/>"                                                               \
    "<niveau sleutel=\"j1\" naam=\"J1\" groep=\"vt\" eerstejaars=\"ja\"/><niveau sleutel=\"j2\" naam=\"J2\" groep=\"vt\"/>" \
    "<niveau sleutel=\"j3\" naam=\"J3\"/>"                                                                         \
    "<locatie sleutel=\"noord\" naam=\"De Noord\" bestuur=\"b1\"/><locatie sleutel=\"zuid\" naam=\"De Zuid\" bestuur=\"b1\"/>" \
    "<locatie sleutel=\"oost\" naam=\"De Oost\" bestuur=\"b2\"/><locatie sleutel=\"west\" naam=\"De West\" bestuur=\"b2\"/>" \
    "</partnerschap>"

#endif
