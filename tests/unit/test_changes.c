/* changes/: sequences, words, and what is told of facts, data and texts of two versions of a small input. */
#include "unit/small_input.h"

#include "changes/changes.h"
#include "changes/sequence.h"
#include "changes/words.h"

/* ---- sequences ---- */

static void assert_match(const char *a, const char *b, const char *common) {
    Arena *arena = arena_new();
    int x[64], y[64], match[64], n = (int)strlen(a), m = (int)strlen(b), last = -1, k = 0;
    char got[64];
    for (int i = 0; i < n; i++) x[i] = a[i];
    for (int i = 0; i < m; i++) y[i] = b[i];
    sequence_match(arena, x, n, y, m, match);
    for (int i = 0; i < n; i++) {
        if (match[i] < 0) continue;
        assert_true(match[i] > last && b[match[i]] == a[i]);
        last = match[i];
        got[k++] = a[i];
    }
    got[k] = '\0';
    assert_string_equal(got, common);
    arena_free(arena);
}

static void test_sequence(void **state) {
    (void)state;
    assert_match("", "", "");
    assert_match("abc", "", "");
    assert_match("abc", "abc", "abc");
    assert_match("abc", "xyz", "");
    assert_match("xabcy", "zabcw", "abc");
    assert_match("thisisatest", "testing123testing", "tsitest");
    assert_match("aaab", "baaa", "aaa");
}

static int longest(const char *a, const char *b) { /* by definition */
    if (!*a || !*b) return 0;
    if (*a == *b) return 1 + longest(a + 1, b + 1);
    int x = longest(a + 1, b), y = longest(a, b + 1);
    return x > y ? x : y;
}

static void test_sequence_is_longest(void **state) {
    (void)state;
    Arena *arena = arena_new();
    unsigned seed = 7;
    for (int round = 0; round < 300; round++) {
        char a[10], b[10];
        int x[10], y[10], match[10], n = round % 9, m = (round / 9) % 9, found = 0;
        for (int i = 0; i < n; i++) x[i] = a[i] = (char)('a' + (seed = seed * 1103515245u + 12345u) / 65536u % 3);
        for (int i = 0; i < m; i++) y[i] = b[i] = (char)('a' + (seed = seed * 1103515245u + 12345u) / 65536u % 3);
        a[n] = b[m] = '\0';
        sequence_match(arena, x, n, y, m, match);
        for (int i = 0; i < n; i++) found += match[i] >= 0;
        if (found != longest(a, b)) fail_msg("%s and %s: %d", a, b, found);
    }
    arena_free(arena);
}

static void test_keep(void **state) {
    (void)state;
    Arena *arena = arena_new();
    char keep[5];
    sequence_keep(arena, (int[]){0, 3, 1, 2, 4}, 5, keep);
    assert_memory_equal(keep, "\1\0\1\1\1", 5);
    sequence_keep(arena, NULL, 0, keep);
    arena_free(arena);
}

/* ---- words ---- */

static char *shown(Arena *arena, const Run *runs, int count) {
    static const char *const MARKS[][2] = {{"", ""}, {"[-", "-]"}, {"{+", "+}"}};
    char *text = arena_strdup(arena, "");
    for (int i = 0; i < count; i++) text = arena_printf(arena, "%s%s%s%s", text, MARKS[runs[i].kind][0], runs[i].text, MARKS[runs[i].kind][1]);
    return text;
}

static void assert_words(const char *old, const char *now, const char *expected) {
    Arena *arena = arena_new();
    int count;
    Run *runs = words_compare(arena, old, now, &count);
    assert_string_equal(shown(arena, runs, count), expected);
    arena_free(arena);
}

static void test_words(void **state) {
    (void)state;
    assert_words("Wij leiden op.", "Wij leiden op.", "Wij leiden op.");
    assert_words("", "Alles is nieuw.", "{+Alles is nieuw.+}");
    assert_words("Alles is weg.", "", "[-Alles is weg.-]");
    assert_words("We ontvingen 198 studenten.", "We ontvingen 202 studenten.", "We ontvingen [-198 -]{+202 +}studenten.");
    assert_words("Dat kost € 13.035,50 per jaar", "Dat kost € 13.040 per jaar", "Dat kost € [-13.035,50 -]{+13.040 +}per jaar");
    assert_words("rood en blauw", "geel en groen", "[-rood en blauw-]{+geel en groen+}");
    assert_words("één twee drie", "één twee  drie", "één twee drie");
}

static void test_shortened(void **state) {
    (void)state;
    Arena *arena = arena_new();
    int count;
    Run *runs = words_compare(arena, "a b c d e f g h i j k l m n o p q r s t u v w x y z oud", "a b c d e f g h i j k l m n o p q r s t u v w x y z nieuw", &count);
    assert_string_equal(shown(arena, words_shorten(arena, runs, count, 3), count), "… x y z [-oud-]{+nieuw+}");
    runs = words_compare(arena, "a b c d e", "a b c d e", &count);
    assert_string_equal(shown(arena, words_shorten(arena, runs, count, 3), count), "a b c d e");
    assert_string_equal(shown(arena, words_shorten(arena, runs, count, 1), count), "a b …");
    assert_int_equal(words_alike(arena, "een twee drie vier", "een twee drie vijf"), 75);
    assert_int_equal(words_alike(arena, "een", "twee"), 0);
    arena_free(arena);
}

/* ---- two versions ---- */

static void assert_changes(const char *old_body, const char *now_body, const char *expected) {
    World *old = world_of("", old_body), *now = world_of("", now_body);
    calc_add_differences(now->ledger, old->ledger, "vorige-versie");
    Version before = {old->root, old->ledger}, after = {now->root, now->ledger};
    Comparison *changes = changes_find(now->arena, &before, &after, "vorige-versie", true);
    Buffer out = {0};
    node_dump(&out, changes->tree, false);
    if (!strstr(out.data, expected)) fail_msg("not found:\n%s\nin:\n%s", expected, out.data);
    buffer_free(&out);
    world_free(old);
    world_free(now);
}

#define BOOK(body) "<hoofdstuk sleutel=\"h\" titel=\"H\">" body "</hoofdstuk>"
#define PART(key, body) "<paragraaf sleutel=\"" key "\" titel=\"Titel " key "\">" body "</paragraaf>"
#define P(text) "<alinea>" text "</alinea>"
#define K(n) "<kengetallen><kengetal sleutel=\"k\" naam=\"Kengetal\" waarde=\"" n "\" eenheid=\"studenten\"/></kengetallen>"

static void test_nothing(void **state) {
    (void)state;
    assert_changes(K("5") BOOK(P("Een.")), K("5") BOOK(P("Een.")), "<wijzigingen feiten=\"0\" gegevens=\"0\" teksten=\"0\"/>");
}

static void test_facts(void **state) {
    (void)state;
    assert_changes(K("5"), K("7"), "<feit id=\"kengetal.k\" label=\"Kengetal\" eenheid=\"studenten\" soort=\"gewijzigd\"/>");
    assert_changes(K("5"), "", "soort=\"vervallen\"/>");
    assert_changes("", K("5"), "soort=\"nieuw\"/>");
    World *old = world_of("", K("5")), *now = world_of("", K("7"));
    calc_add_differences(now->ledger, old->ledger, "vorige-versie");
    assert_fact(now, "kengetal.k@vorige-versie", "5", "known");
    assert_fact(now, "verandering.kengetal.k@vorige-versie", "2", "known");
    world_free(old);
    world_free(now);
}

static void test_unknown_has_no_difference(void **state) {
    (void)state;
    World *old = world_of("", K("?")), *now = world_of("", K("7"));
    calc_add_differences(now->ledger, old->ledger, "vorige-versie");
    assert_fact(now, "kengetal.k@vorige-versie", "", "unknown");
    assert_no_fact(now, "verandering.kengetal.k@vorige-versie");
    world_free(old);
    world_free(now);
}

static void test_years(void **state) {
    (void)state;
    World *w = world_of("", K("7") "<vorige-jaren><vorig-jaar schooljaar=\"2019-2020\"><waarde feit=\"kengetal.k\" waarde=\"4\"/></vorig-jaar></vorige-jaren>");
    calc_after_years(w->arena, w->ledger, w->p);
    assert_fact(w, "verandering.kengetal.k", "3", "known");
    Version before = {NULL, NULL}, after = {w->root, w->ledger};
    Comparison *changes = changes_find(w->arena, &before, &after, "2019-2020", false);
    assert_string_equal(node_get(changes->tree, "feiten"), "1");
    world_free(w);
}

#define LINE(budget, note) "<begroting><rubriek sleutel=\"r\" naam=\"Scholing\"><regel sleutel=\"a\" naam=\"Cursus\"><begroot bedrag=\"" budget "\"/>" note "</regel></rubriek></begroting>"

static void test_data(void **state) {
    (void)state;
    assert_changes(LINE("100", ""), LINE("120", "<toelichting>Duurder.</toelichting>"),
                   "    <ding soort=\"gewijzigd\" wat=\"regel\" naam=\"Cursus\" in=\"Scholing\">\n"
                   "      <kenmerk naam=\"begroot, bedrag\" oud=\"100\" nieuw=\"120\"/>\n"
                   "      <kenmerk naam=\"toelichting\" nieuw=\"Duurder.\"/>\n");
    assert_changes("", "<personen><persoon sleutel=\"p\" naam=\"Jet\" rollen=\"SO\"/></personen>", "<groep naam=\"personen\">\n    <ding soort=\"nieuw\"");
    assert_changes("<personen><persoon sleutel=\"p\" naam=\"Jet\"/><persoon sleutel=\"q\" naam=\"Bo\"/></personen>",
                   "<personen><persoon sleutel=\"p\" naam=\"Jet\"/></personen>", "<ding soort=\"vervallen\" wat=\"persoon\" naam=\"Bo\"/>");
    assert_changes(PARTNERSHIP "<studenten><per-instituut><telling locatie=\"noord\" ho=\"4\"/></per-instituut></studenten>",
                   PARTNERSHIP "<studenten><per-instituut><telling locatie=\"noord\" ho=\"5\"/></per-instituut></studenten>",
                   "<ding soort=\"gewijzigd\" wat=\"telling\" naam=\"De Noord\" in=\"per-instituut\">\n      <kenmerk naam=\"ho\" oud=\"4\" nieuw=\"5\"/>");
}

static void test_texts(void **state) {
    (void)state;
    assert_changes(BOOK(P("Een rode auto rijdt.") P("Twee.")), BOOK(P("Een blauwe auto rijdt.") P("Twee.")),
                   "    <blok soort=\"gewijzigd\" wat=\"alinea\">\n      <gelijk>Een </gelijk>\n      <weg>rode </weg>\n      <bij>blauwe </bij>");
    assert_changes(BOOK(P("Een.")), BOOK(P("Een.") P("Iets heel anders.")), "<blok soort=\"nieuw\" wat=\"alinea\">\n      <bij>Iets heel anders.</bij>");
    assert_changes(BOOK(P("Een.") P("Weg ermee.")), BOOK(P("Een.")), "<blok soort=\"vervallen\" wat=\"alinea\">\n      <weg>Weg ermee.</weg>");
    assert_changes(BOOK(P("Een hele zin die wordt verplaatst.") P("Twee.") P("Drie.")), BOOK(P("Twee.") P("Drie.") P("Een hele zin die wordt verplaatst.")),
                   "<blok soort=\"verplaatst\" wat=\"alinea\">");
    assert_changes(K("5") BOOK(P("Er waren <getal feit=\"kengetal.k\"/> studenten.")), K("7") BOOK(P("Er waren <getal feit=\"kengetal.k\"/> studenten.")),
                   "<weg>5 </weg>\n      <bij>7 </bij>");
}

static void test_sections(void **state) {
    (void)state;
    assert_changes(BOOK(PART("a", P("A.")) PART("b", P("B.")) PART("c", P("C."))), BOOK(PART("b", P("B.")) PART("c", P("C.")) PART("a", P("A."))),
                   "teksten=\"1\">\n  <tekst soort=\"verplaatst\" wat=\"paragraaf\" sleutel=\"a\" titel=\"Titel a\" blokken=\"1\" in=\"H\"/>");
    assert_changes(BOOK(PART("a", P("A."))), BOOK(PART("a", P("A.")) PART("b", P("B."))), "<tekst soort=\"nieuw\" wat=\"paragraaf\" sleutel=\"b\"");
    assert_changes(BOOK(PART("a", P("A.")) PART("b", P("B."))), BOOK(PART("a", P("A."))), "<tekst soort=\"vervallen\" wat=\"paragraaf\" sleutel=\"b\"");
    assert_changes("<hoofdstuk sleutel=\"h\" titel=\"Oud\"/>", "<hoofdstuk sleutel=\"h\" titel=\"Nieuw\"/>", "<kenmerk naam=\"titel\" oud=\"Oud\" nieuw=\"Nieuw\"/>");
    assert_changes("<hoofdstuk sleutel=\"h\" titel=\"H\">" PART("a", P("A.")) "</hoofdstuk><hoofdstuk sleutel=\"i\" titel=\"I\"/>",
                   "<hoofdstuk sleutel=\"h\" titel=\"H\"/><hoofdstuk sleutel=\"i\" titel=\"I\">" PART("a", P("A.")) "</hoofdstuk>",
                   "soort=\"verplaatst\" wat=\"paragraaf\" sleutel=\"a\" titel=\"Titel a\" blokken=\"1\" in=\"I\" in-oud=\"H\"/>");
}

/* What a part is comes from the description of the language: roles and plans are text, a member is a person, the words of
 * a note and what one types are words too. */
static void test_described(void **state) {
    (void)state;
#define ROLE(text) "<rollen titel='Rollen'><rol sleutel='r' naam='Rol'><deel titel='D'><alinea>" text "</alinea></deel></rol></rollen>"
    assert_changes(ROLE("Een rode auto rijdt."), ROLE("Een blauwe auto rijdt."),
                   "teksten=\"1\">\n  <tekst soort=\"gewijzigd\" wat=\"rol\" sleutel=\"r\" titel=\"Rol\" blokken=\"2\" in=\"Rollen\">\n"
                   "    <blok soort=\"gewijzigd\" wat=\"alinea\">\n      <gelijk>Een </gelijk>");
#define MEMBER(at) PARTNERSHIP "<personen><persoon sleutel='p' naam='Jet'/></personen><ontwikkelteams><team sleutel='t' naam='T'><lid persoon='p'" at "/></team></ontwikkelteams>"
    assert_changes(MEMBER(""), MEMBER(" locatie='noord'"),
                   "<ding soort=\"gewijzigd\" wat=\"lid\" naam=\"Jet, De Noord\" in=\"T\">\n      <kenmerk naam=\"locatie\" nieuw=\"noord\"/>");
    assert_changes(BOOK("<tabel><rij><cel>A</cel></rij><noot>Oud.</noot></tabel>"), BOOK("<tabel><rij><cel>A</cel></rij><noot>Nieuw.</noot></tabel>"),
                   "<blok soort=\"gewijzigd\" wat=\"noot\">\n      <weg>Oud</weg>");
    assert_changes(BOOK(P("Typ altijd eerst <code>make</code> in.")), BOOK(P("Typ altijd eerst <code>cmake</code> in.")), "<weg>make </weg>\n      <bij>cmake </bij>");
    assert_changes(BOOK("<kader titel='Oud'><alinea>A.</alinea></kader>"), BOOK("<kader titel='Nieuw'><alinea>A.</alinea></kader>"),
                   "<blok soort=\"nieuw\" wat=\"kader\">\n      <bij>Nieuw</bij>");
    assert_changes("<facilitering><vergoeding uren='5' vanaf='2019-2020'/></facilitering>", "<facilitering><vergoeding uren='5' vanaf='2020-2021'/></facilitering>",
                   "<kenmerk naam=\"vergoeding, vanaf\" oud=\"2019-2020\" nieuw=\"2020-2021\"/>");
    assert_changes("<controles><controle feit='kengetal.k' waarde='5'/></controles>" K("5"), "<controles/>" K("5"), "gegevens=\"0\"");
}

static const char *place_of(World *w, const Node *node) {
    return arena_printf(w->arena, "%s:%d:%d", node->place.file, node->place.line, node->place.column);
}

static void test_marked_places(void **state) {
    (void)state;
    World *old = world_of("", BOOK(P("Een.") P("Een rode auto rijdt."))), *now = world_of("", BOOK(P("Een.") P("Een blauwe auto rijdt.")));
    Version before = {old->root, old->ledger}, after = {now->root, now->ledger};
    Comparison *changes = changes_find(now->arena, &before, &after, "vorige-versie", true);
    const Node *first = node_child(node_child(now->root, "hoofdstuk"), "alinea");
    assert_false(changes_at(changes, place_of(now, first)));
    assert_true(changes_at(changes, place_of(now, node_sibling(first, "alinea"))));
    world_free(old);
    world_free(now);
}

static void test_deviations(void **state) {
    (void)state;
    World *w = world_of("", "<parameters><afwijkingsdrempel waarde=\"10\"/><afwijkingsbedrag waarde=\"30\"/></parameters>"
                        "<begroting><rubriek sleutel=\"r\" naam=\"R\"><regel sleutel=\"a\" naam=\"A\"><begroot bedrag=\"100\"/><gerealiseerd bedrag=\"80\"/></regel>"
                        "<regel sleutel=\"b\" naam=\"B\"><begroot bedrag=\"100\"/><gerealiseerd bedrag=\"50\"/></regel>"
                        "<regel sleutel=\"c\" naam=\"C\"><gerealiseerd bedrag=\"40\"/></regel></rubriek></begroting>"
                        "<stuurgroep><besluit sleutel=\"d\" titel=\"D\"/><risico sleutel=\"e\" titel=\"E\" kans=\"groot\" gevolg=\"middel\"/>"
                        "<agendapunt titel=\"1\" minuten=\"5\"/><agendapunt titel=\"2\" minuten=\"20\"/></stuurgroep>");
    assert_fact(w, "afwijking.regel.a.boven-drempel", "0", "known"); /* 20%, but 20 euro */
    assert_fact(w, "afwijking.regel.b.boven-drempel", "1", "known");
    assert_fact(w, "afwijking.regel.c.boven-drempel", "1", "known"); /* not budgeted */
    assert_fact(w, "afwijking.rubriek.r.boven-drempel", "0", "known"); /* 30 of 200 euro: 15%, but no more than 30 */
    assert_fact(w, "afwijkingen.regels", "2", "known");
    assert_fact(w, "risico.e.score", "6", "known");
    assert_fact(w, "besluiten.totaal", "1", "known");
    assert_fact(w, "agenda.minuten", "25", "known");
    world_free(w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sequence), cmocka_unit_test(test_sequence_is_longest), cmocka_unit_test(test_keep), cmocka_unit_test(test_words),
        cmocka_unit_test(test_shortened), cmocka_unit_test(test_nothing), cmocka_unit_test(test_facts), cmocka_unit_test(test_unknown_has_no_difference),
        cmocka_unit_test(test_years), cmocka_unit_test(test_data), cmocka_unit_test(test_texts), cmocka_unit_test(test_sections),
        cmocka_unit_test(test_described), cmocka_unit_test(test_marked_places), cmocka_unit_test(test_deviations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
