/* privacy/: names in free text, numbers that stay unseen, what one recipient may hold. The attack on the numbers shares
 * nothing with the program's own choice: it writes other inputs, calculates them, and compares what would be printed. */
#include "unit/small_input.h"

#include "base/text.h"
#include "privacy/family.h"
#include "privacy/names.h"
#include "privacy/public.h"
#include "privacy/recipient.h"

/* ---- names ---- */

#define PERSONS                                                                                                              \
    "<personen><persoon sleutel=\"p1\" naam=\"Maud van den Berg-Özdemir\" werkgever=\"b1\" rollen=\"projectleider\" email=\"maud@ox.nl\"/>" \
    "<persoon sleutel=\"p2\" naam=\"Kees Bos\" werkgever=\"b1\" rollen=\"schoolopleider\"/>"                                  \
    "<persoon sleutel=\"p3\" naam=\"A.M. Verhagen\" werkgever=\"b2\" rollen=\"schoolopleider\"/></personen>"

static void replaced(const char *text, const char *expected) {
    World *w = world_of("", PARTNERSHIP PERSONS);
    const char *got = names_replace(names_new(w->arena, w->p, w->root), text);
    if (strcmp(got, expected)) fail_msg("\"%s\" became \"%s\", not \"%s\"", text, got, expected);
    world_free(w);
}

static void left(const char *text, bool expected) {
    World *w = world_of("", PARTNERSHIP PERSONS);
    Names *names = names_new(w->arena, w->p, w->root);
    const char *found = names_left(names, names_replace(names, text));
    if (!found == expected) fail_msg("\"%s\": %s", text, found ? found : "nothing is left");
    world_free(w);
}

static void test_names(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"Maud van den Berg-Özdemir sprak.", "De projectleider sprak."},
        {"Dank aan MAUD VAN DEN BERG-OZDEMIR.", "Dank aan de projectleider."},
        {"Dank aan M. van den Berg-Özdemir.", "Dank aan de projectleider."},
        {"Dank aan mevrouw Van den Berg-Özdemir.", "Dank aan de projectleider."},
        {"Dank aan Berg-Özdemir, M. van den", "Dank aan de projectleider"},
        {"Met Maud en Kees.", "Met de projectleider en een schoolopleider."},
        {"Maud’s plan", "De projectleiders plan"},
        {"Mauds plan en Kees’ idee", "De projectleiders plan en een schoolopleiders idee"},
        {"Bij Verhagens afscheid", "Bij een schoolopleiders afscheid"},
        {"A.M. Verhagen, drs. A. Verhagen en dhr. Verhagen.", "Een schoolopleider, een schoolopleider en een schoolopleider."},
        {"Projectleider Maud van den Berg-Özdemir", "Projectleider"},
        {"Volgens Kees Jansen en het bos bij De Noord.", "Volgens Kees Jansen en het bos bij De Noord."},
        {"Mail kees.bos@ox.nl of info@ox.nl, bel 06 12345678.", "Mail (adres weggelaten) of info@ox.nl, bel (telefoonnummer weggelaten)."},
        {"Maud B. en Kees B. waren er.", "De projectleider en een schoolopleider waren er."},
        {"Maud v.d. Berg-Özdemir en Maud v/d B. spraken.", "De projectleider en de projectleider spraken."},
        {"Kees J. en B. bleven.", "Kees J. en B. bleven."},
        {"Niemand hier.", "Niemand hier."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) replaced(cases[i][0], cases[i][1]);
}

static void test_names_left(void **state) {
    (void)state;
    left("Niets aan de hand in De Noord.", false);
    left("Dank aan Maud van den Berg-Özdemir.", false);
    left("Dank aan Verhagn.", true);         /* misspelt */
    left("Zie maudvandenbergozdemir.nl.", true);
    left("Ver-hagen sprak.", false);         /* no name any more */
}

/* Names that stand elsewhere: of an intern, a trainer, an author, and whoever signs. */
static void test_names_elsewhere(void **state) {
    (void)state;
    World *w = world_of("auteur=\"Fenna Dijkhuis\"", PARTNERSHIP PERSONS
                        "<facilitering><schoolopleider sleutel=\"s1\" naam=\"Schoolopleider De Noord\"/><schoolopleider sleutel=\"s2\" naam=\"Ruud Vink\"/></facilitering>"
                        "<stagevergoeding><stage sleutel=\"jansen\" naam=\"Jan Jansen\" dagen=\"2\"/><stage sleutel=\"een\" naam=\"Een dag per week\" dagen=\"1\"/></stagevergoeding>"
                        "<voorwoord><alinea soort=\"ondertekening\">drs. P. Onbekend<regeleinde/>voorzitter</alinea>"
                        "<citaat bron=\"Yara Feenstra, rector\">Zo.</citaat></voorwoord>");
    Names *names = names_new(w->arena, w->p, w->root);
    static const char *const cases[][2] = {
        {"Jansen kreeg een brief van R. Vink.", "Een student kreeg een brief van een schoolopleider."},
        {"Met Jan J. en Ruuds plan.", "Met een student en een schoolopleiders plan."},
        {"Volgens Yara Feenstra.", "Volgens een betrokkene."},
        {"Van Fenna Dijkhuis en P. Onbekend.", "Van een auteur en een betrokkene."},
        {"Onbekend is wie De Noord op Een dag per week leidt.", "Onbekend is wie De Noord op Een dag per week leidt."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) assert_string_equal(names_replace(names, cases[i][0]), cases[i][1]);
    Node *tree = public_tree(w->arena, w->root, w->p, names);
    Buffer text = {0};
    node_dump(&text, tree, false);
    assert_null(strstr(text.data, "ansen"));
    assert_null(strstr(text.data, "Vink"));
    assert_null(strstr(text.data, "Onbekend"));
    assert_null(strstr(text.data, "Fenna"));
    buffer_free(&text);
    world_free(w);
}

/* What a writer typed: each stops the public version, or not. */
static void typed(const char *text, bool stops) {
    Buffer body = {0};
    buffer_printf(&body, PARTNERSHIP PERSONS "<hoofdstuk sleutel=\"h\" titel=\"H\"><alinea>%s</alinea></hoofdstuk>", text);
    World *w = world_of("", body.data);
    Names *names = names_new(w->arena, w->p, w->root);
    Diagnostics *told = diagnostics_new();
    Node *tree = public_tree(w->arena, w->root, w->p, names);
    public_check(w->arena, tree, w->p, names, w->ledger, suppression_make(w->arena, w->p, w->ledger, 5), told);
    if ((diagnostics_count(told, SEVERITY_ERROR) > 0) != stops) fail_msg("\"%s\": %s", text, stops ? "passes" : "is stopped");
    diagnostics_free(told);
    buffer_free(&body);
    world_free(w);
}

static void test_typed_counts(void **state) {
    (void)state;
    static const char *const stopped[] = {
        "Een paar (2) studenten stopten.", "Studenten (2) stopten.", "Een tweetal studenten stopte.", "Beide studenten stopten.", "De enige student stopte.", "Eén student stopte.",
        "Slechts een student stopte.", "Er stopten twee van hen.", "Van de 12 studenten bleven er 10.", "Van de 12 studenten stopten er twee.", "Daar bleven 10 van de 12 studenten.",
        "Op 75% van de 8 studenten na.", "Een enkele student stopte.", "Bas <nadruk>Ver</nadruk>hagen sprak.", "Het <nadruk>B</nadruk>os sprak: K<nadruk>ee</nadruk>s."};
    typed("Alles.</alinea><tabel><bijschrift>Zo</bijschrift></tabel><afbeelding bestand=\"x.png\" alt=\"Een tweetal studenten\"/><alinea>Zo.", true); /* an alternative */
    static const char *const passed[] = {"Een paar studenten stopten.", "Van de 30 studenten bleven er 20.", "Een student leert.", "Beide scholen doen mee.", "De enige school.", "Dat zijn 20 van de 40 studenten.",
                                         "Een paar jaar later.", "50% van de 80 studenten.", "De 12 studenten kregen 10 lessen.", "Zij leren van de opleider (zie 2)."};
    for (size_t i = 0; i < sizeof stopped / sizeof *stopped; i++) typed(stopped[i], true);
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) typed(passed[i], false);
}

/* Every place that the language has for words is read; what says how it should be is no count of who is there. */
static void typed_at(const char *body, bool stops) {
    Buffer whole = {0};
    buffer_printf(&whole, PARTNERSHIP PERSONS "%s", body);
    World *w = world_of("", whole.data);
    Names *names = names_new(w->arena, w->p, w->root);
    Diagnostics *told = diagnostics_new();
    public_check(w->arena, public_tree(w->arena, w->root, w->p, names), w->p, names, w->ledger, suppression_make(w->arena, w->p, w->ledger, 5), told);
    if ((diagnostics_count(told, SEVERITY_ERROR) > 0) != stops) fail_msg("%s: %s", body, stops ? "passes" : "is stopped");
    diagnostics_free(told);
    buffer_free(&whole);
    world_free(w);
}

static void test_typed_everywhere(void **state) {
    (void)state;
#define CARD(words) "<rollen><rol sleutel=\"r\" naam=\"Coach\"><deel titel=\"T\"><alinea>" words "</alinea></deel></rol></rollen>"
    static const char *const stopped[] = {
        CARD("Twee studenten stopten."), CARD("Er zijn twee coaches."), CARD("Twee trainers hebben het nieuwe team opgeleid."), CARD("Momenteel leiden drie coaches het."),
        "<overlegstructuur><inleiding><alinea>Eén student was erbij.</alinea></inleiding></overlegstructuur>",
        "<begroting><rubriek sleutel=\"u\" naam=\"U\"><regel sleutel=\"v\" naam=\"Reis van 2 studenten\"/></rubriek></begroting>",
        "<bijeenkomsten><bijeenkomst sleutel=\"m\" naam=\"M\" toelichting=\"met drie studenten\"/></bijeenkomsten>",
        "<hoofdstuk sleutel=\"h\" titel=\"H\"><tabel><rij><cel>Er stopten 3 studenten.</cel></rij></tabel></hoofdstuk>",
        "<organogram><eenheid sleutel=\"e\" naam=\"E\" toelichting=\"2 studenten\"/></organogram>",
    };
    static const char *const passed[] = {
        CARD("Eén persoon in de stuurgroep vertegenwoordigt de opleiding."), CARD("De coach begeleidt twee studenten tegelijk."),
        "<begroting><rubriek sleutel=\"u\" naam=\"U\"><regel sleutel=\"v\" naam=\"4 schoolopleiders \u00e0 100 uur\"/></rubriek></begroting>",
        "<facilitering><voorbeeld sleutel=\"v\" naam=\"1 locatie met 3 studenten\"><werkplek studenten=\"3\"/></voorbeeld></facilitering>",
    };
    for (size_t i = 0; i < sizeof stopped / sizeof *stopped; i++) typed_at(stopped[i], true);
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) typed_at(passed[i], false);
}

/* ---- numbers ---- */

/* Every fact there is belongs to a family that says whom it is about; one of another is taken to count persons. */
static void test_families(void **state) {
    (void)state;
    static const char *const inputs[] = {"bos-2020-2021", "voorbeeld", "boss-po", "noord-holland"};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        char path[512];
        snprintf(path, sizeof path, JAARVERSLAG_DATA "/input/%s/jaarverslag.xml", inputs[i]);
        World *w = world_of_path(path);
        for (size_t k = 0; k < ledger_count(w->ledger); k++)
            if (family_of(ledger_at(w->ledger, k)->id) == FAMILY_UNLISTED) fail_msg("%s is of no family", ledger_at(w->ledger, k)->id);
        world_free(w);
    }
    assert_int_equal(family_of("nieuw.iets"), FAMILY_UNLISTED);
    assert_int_equal(family_of("stagevergoeding.jansen.totaal@2019-2020"), FAMILY_ONE);
    assert_int_equal(family_of("stagevergoeding.dagen.2.totaal"), FAMILY_OPEN);
    assert_int_equal(family_of("uren.wpb.studenten"), FAMILY_PERSONS);
    assert_int_equal(family_of("school.x.niveau.j1@2019-2020"), FAMILY_STUDENTS);
    assert_int_equal(family_of("so.advies.totaal"), FAMILY_OPEN);
    assert_int_equal(family_of("bijeenkomst.start.aanwezig"), FAMILY_PERSONS);
}

/* A count below the threshold and what one person gets are withheld, and what is made of them. */
static void test_one_person(void **state) {
    (void)state;
    World *w = world_of("", PARTNERSHIP "<stagevergoeding van=\"2020-09-01\" tot=\"2021-07-01\"><trede vanaf=\"1\" bedrag=\"125\"/><stage sleutel=\"jansen\" naam=\"Jan Jansen\" dagen=\"2\"/></stagevergoeding>"
                        "<urenspecificaties><urenspecificatie sleutel=\"w\" naam=\"W\" studenten=\"3\"><onderdeel sleutel=\"d\" naam=\"D\"><post sleutel=\"x\" naam=\"X\" uren=\"10\" per=\"student\"/></onderdeel></urenspecificatie></urenspecificaties>");
    const Suppression *s = suppression_make(w->arena, w->p, w->ledger, 5);
    static const char *const hidden[] = {"stagevergoeding.jansen.totaal", "stagevergoeding.jansen.dagen", "stagevergoeding.jansen.maand", "uren.w.studenten", "uren.w.totaal"};
    assert_true(s->safe);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (!map_get(s->by_id, hidden[i])) fail_msg("%s is shown", hidden[i]);
    world_free(w);
}

enum { PLACES = 3, KINDS = 3, CELLS = PLACES * KINDS, NEAR = 3, THRESHOLD = 5, SPREAD = THRESHOLD - 2 };
static const char *const locations[] = {"noord", "zuid", "oost"}, *const kinds[] = {"ho", "un", "overig"};

/* The same input with these counts: its tree is changed and read again. */
static Ledger *ledger_of_counts(Arena *arena, Node *root, const int *counts) {
    Node *table = node_child(node_child(root, "studenten"), "per-instituut");
    int p = 0;
    NODE_EACH(row, table, "telling") {
        for (int k = 0; k < KINDS; k++) node_set(arena, row, kinds[k], arena_printf(arena, "%d", counts[p * KINDS + k]), row->place);
        p++;
    }
    Diagnostics *none = diagnostics_new();
    Ledger *ledger = calc_run(arena, model_read(arena, root, none), none);
    diagnostics_free(none);
    return ledger;
}

static World *world_of_counts(const int *counts) {
    Buffer body = {0};
    buffer_puts(&body, PARTNERSHIP "<parameters><uurtarief waarde=\"70\"/><leerlingen-per-student waarde=\"50\"/></parameters><leerlingen>"
                "<telling locatie=\"noord\" aantal=\"420\"/><telling locatie=\"zuid\" aantal=\"610\"/><telling locatie=\"oost\" aantal=\"300\"/></leerlingen>"
                "<studenten><per-instituut>");
    for (int p = 0; p < PLACES; p++) {
        buffer_printf(&body, "<telling locatie=\"%s\"", locations[p]);
        for (int k = 0; k < KINDS; k++) buffer_printf(&body, " %s=\"%d\"", kinds[k], counts[p * KINDS + k]);
        buffer_puts(&body, "/>");
    }
    buffer_puts(&body, "</per-instituut></studenten>");
    World *w = world_of("", body.data);
    buffer_free(&body);
    return w;
}

typedef struct Attack {
    World *published;
    const Suppression *suppression;
    int truth[CELLS], guess[CELLS], low[CELLS], high[CELLS];
    bool hidden[CELLS];
    Node *root; /* of the input that is changed */
    int pinned; /* cell that the attack has given a value */
    bool row_shown[PLACES], column_shown[KINDS], all_shown;
    int budget; /* inputs that may still be calculated */
} Attack;

static const char *cell_id(Arena *arena, int cell) { return arena_printf(arena, "school.%s.instituut.%s", locations[cell / KINDS], kinds[cell % KINDS]); }

/* Everything that is printed is printed the same. */
static bool looks_the_same(const Attack *a, const Ledger *other) {
    for (size_t i = 0; i < ledger_count(a->published->ledger); i++) {
        const Fact *fact = ledger_at(a->published->ledger, i);
        if (map_get(a->suppression->by_id, fact->id)) continue;
        const Fact *same = ledger_get(other, fact->id);
        if (!same || same->status != fact->status || decimal_compare(same->value, fact->value)) return false;
    }
    return true;
}

static bool covered(const Attack *a, int cell) { return !a->hidden[cell] || a->truth[cell] >= THRESHOLD || a->high[cell] - a->low[cell] >= SPREAD; }

/* Cheaper than calculating all of it: sums that are printed agree. */
static bool sums_agree(const Attack *a) {
    int rows[PLACES] = {0}, columns[KINDS] = {0}, all = 0;
    for (int i = 0; i < CELLS; i++) {
        int change = a->guess[i] - a->truth[i];
        rows[i / KINDS] += change;
        columns[i % KINDS] += change;
        all += change;
    }
    for (int p = 0; p < PLACES; p++)
        if (a->row_shown[p] && rows[p]) return false;
    for (int k = 0; k < KINDS; k++)
        if (a->column_shown[k] && columns[k]) return false;
    return !a->all_shown || !all;
}

/* Up to so many more of the cells from here on are other than they are. */
static void try_from(Attack *a, int cell, int more) {
    if (a->budget == 0) return;
    while (cell < CELLS && (cell == a->pinned || !a->hidden[cell])) cell++;
    if (cell == CELLS || !more) {
        if (!sums_agree(a)) return;
        a->budget--;
        Arena *arena = arena_new();
        bool same = looks_the_same(a, ledger_of_counts(arena, a->root, a->guess));
        int value = a->guess[a->pinned];
        if (same && value < a->low[a->pinned]) a->low[a->pinned] = value;
        if (same && value > a->high[a->pinned]) a->high[a->pinned] = value;
        if (same) a->budget = 0;
        arena_free(arena);
        return;
    }
    try_from(a, cell + 1, more);
    for (int value = a->truth[cell] > NEAR ? a->truth[cell] - NEAR : 1; value <= a->truth[cell] + NEAR; value++) {
        if (value == a->truth[cell]) continue;
        a->guess[cell] = value;
        try_from(a, cell + 1, more - 1);
    }
    a->guess[cell] = a->truth[cell];
}

static bool shown(const Attack *a, const char *id) { return !map_get(a->suppression->by_id, id); }

static void leave_small_only(Arena *arena, Suppression *s) {
    Map *small = map_new(arena);
    for (int i = 0; i < s->count; i++)
        if (s->items[i].reason == WITHHELD_SMALL) map_put(small, s->items[i].id, &s->items[i]);
    s->by_id = small;
}

/* What would be found out: the index of a cell, or -1. naive: as if only the small numbers had been left out. */
static int attack(const int *counts, bool naive) {
    World *changed = world_of_counts(counts);
    Attack a = {.published = world_of_counts(counts), .root = changed->root};
    a.suppression = suppression_make(a.published->arena, a.published->p, a.published->ledger, THRESHOLD);
    assert_true(a.suppression->safe);
    if (naive) leave_small_only(a.published->arena, (Suppression *)a.suppression);
    for (int i = 0; i < CELLS; i++) {
        a.truth[i] = a.guess[i] = a.low[i] = a.high[i] = counts[i];
        a.hidden[i] = map_get(a.suppression->by_id, cell_id(a.published->arena, i)) != NULL;
        if (counts[i] > 0 && counts[i] < THRESHOLD && !a.hidden[i]) fail_msg("%s = %d is shown", cell_id(a.published->arena, i), counts[i]);
        if (counts[i] == 0 && a.hidden[i]) fail_msg("a zero is hidden");
    }
    for (int p = 0; p < PLACES; p++) a.row_shown[p] = shown(&a, arena_printf(a.published->arena, "school.%s.studenten", locations[p]));
    for (int k = 0; k < KINDS; k++) a.column_shown[k] = shown(&a, arena_printf(a.published->arena, "studenten.instituut.%s.totaal", kinds[k]));
    a.all_shown = shown(&a, "studenten.totaal");
    for (a.pinned = 0; a.pinned < CELLS; a.pinned++) {
        int truth = a.truth[a.pinned];
        for (int value = 1; value <= truth + 2 * NEAR && !covered(&a, a.pinned); value++) {
            a.guess[a.pinned] = value;
            a.budget = 500;
            for (int more = 0; more < CELLS && a.budget && value != truth; more++) try_from(&a, 0, more);
        }
        a.guess[a.pinned] = truth;
    }
    int found = -1;
    for (int i = 0; i < CELLS; i++)
        if (!covered(&a, i)) found = i;
    world_free(a.published);
    world_free(changed);
    return found;
}

static void withstands(const int *counts) {
    int found = attack(counts, false);
    if (found >= 0)
        fail_msg("%s.%s of %d %d %d / %d %d %d / %d %d %d is found out", locations[found / KINDS], kinds[found % KINDS], counts[0], counts[1], counts[2], counts[3],
                 counts[4], counts[5], counts[6], counts[7], counts[8]);
}

static void test_attack(void **state) {
    (void)state;
    unsigned random = 7;
    for (int n = 0; n < 120; n++) {
        int counts[CELLS];
        for (int i = 0; i < CELLS; i++) {
            random = random * 1103515245 + 12345;
            counts[i] = (int)(random >> 16) % 4 == 0 ? 0 : (int)(random >> 18) % (n % 2 ? 6 : 15);
        }
        withstands(counts);
    }
    withstands((int[CELLS]){3, 20, 20, 20, 20, 20, 20, 20, 20}); /* one small cell */
    assert_int_equal(attack((int[CELLS]){3, 20, 20, 20, 20, 20, 20, 20, 20}, true), 0); /* the attack is no paper tiger */
    withstands((int[CELLS]){3, 0, 0, 0, 20, 20, 0, 20, 20});     /* alone in its row and column: the totals go too */
    withstands((int[CELLS]){1, 1, 1, 1, 1, 1, 1, 1, 1});
}

/* What is withheld has no value, formula's source or name in what templates get. */
static void test_ledger(void **state) {
    (void)state;
    World *w = world_of_counts((int[CELLS]){3, 20, 20, 20, 20, 20, 20, 20, 20});
    const Suppression *s = suppression_make(w->arena, w->p, w->ledger, THRESHOLD);
    const Ledger *public = suppression_ledger(w->arena, names_new(w->arena, w->p, w->root), w->ledger, s);
    assert_true(s->small >= 1 && s->guards >= 3);
    for (int i = 0; i < s->count; i++) {
        const Fact *fact = ledger_get(public, s->items[i].id);
        if (!fact) continue;
        assert_int_equal(fact->status, FACT_WITHHELD);
        assert_true(decimal_is_zero(fact->value) && decimal_is_zero(fact->exact) && fact->term_count == 0);
    }
    assert_non_null(ledger_get(public, "studenten.totaal"));
    world_free(w);
}

/* No safe choice: an error, so that nothing is written. */
static void test_fails_closed(void **state) {
    (void)state;
    Diagnostics *diagnostics = diagnostics_new();
    public_report(&(Suppression){.safe = false, .unsafe = "studenten.totaal"}, THRESHOLD, (Place){0}, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 1);
    diagnostics_free(diagnostics);
}

/* ---- one recipient ---- */

/* An attribute that is another's key or name, or NULL. */
static const char *stranger(const Node *node, const char *const *others, int count) {
    for (const Attribute *a = node->attributes; a; a = a->next)
        for (int i = 0; i < count; i++)
            if (others[i] && !strcmp(a->value, others[i])) return others[i];
    for (const Node *child = node->first; child; child = child->next) {
        const char *found = child->kind == NODE_ELEMENT ? stranger(child, others, count) : NULL;
        if (found) return found;
    }
    return NULL;
}

static void dump(Buffer *out, const Node *node) { node_dump(out, node, false); }

static void test_recipients(void **state) {
    (void)state;
    World *w = world_of_path(JAARVERSLAG_DATA "/tests/partnerships/zestig-locaties.xml");
    const Partnership *p = w->p;
    assert_true(p->location_count > 50);
    for (int i = 0; i < p->location_count; i += 7) {
        Recipient to;
        assert_true(recipient_find(p, p->locations[i].key, RECIPIENT_SCHOOL, &to));
        Node *tree = recipient_tree(w->arena, w->root, p, w->ledger, to);
        const char **others = ARENA_ARRAY(w->arena, (size_t)p->location_count * 2, const char *);
        for (int k = 0; k < p->location_count; k++)
            if (k != i) others[2 * k] = p->locations[k].key, others[2 * k + 1] = p->locations[k].name;
        const char *found = stranger(tree, others, 2 * p->location_count);
        if (found) fail_msg("%s holds %s", p->locations[i].key, found);
        Diagnostics *none = diagnostics_new();
        Partnership *own = model_read(w->arena, tree, none);
        Ledger *ledger = calc_run(w->arena, own, none);
        Ledger *shown = recipient_ledger(w->arena, ledger, own, w->ledger, p, to);
        for (size_t k = 0; k < ledger_count(shown); k++) {
            const Fact *fact = ledger_at(shown, k), *same = ledger_get(w->ledger, fact->id);
            if (!strncmp(fact->id, "school.", 7) && strncmp(fact->id + 7, to.key, strlen(to.key))) fail_msg("%s gets %s", to.key, fact->id);
            assert_true(same && !decimal_compare(same->value, fact->value));
        }
        Buffer once = {0}, twice = {0};
        Recipient again;
        assert_true(recipient_find(own, to.key, RECIPIENT_SCHOOL, &again));
        dump(&once, tree);
        dump(&twice, recipient_tree(w->arena, tree, own, ledger, again));
        assert_string_equal(once.data, twice.data);
        buffer_free(&once);
        buffer_free(&twice);
        diagnostics_free(none);
    }
    Recipient nobody;
    assert_false(recipient_find(p, "l", RECIPIENT_NONE, &nobody));
    world_free(w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names), cmocka_unit_test(test_names_left), cmocka_unit_test(test_names_elsewhere), cmocka_unit_test(test_typed_counts), cmocka_unit_test(test_typed_everywhere), cmocka_unit_test(test_families), cmocka_unit_test(test_one_person), cmocka_unit_test(test_attack),
        cmocka_unit_test(test_ledger), cmocka_unit_test(test_fails_closed), cmocka_unit_test(test_recipients)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
