/* prose/: quantities in every form; the sentences of tests/prose, with precision and recall. */
#include "unit/small_input.h"

#include "prose/match.h"

/* ---- forms ---- */

typedef struct Form {
    const char *text;
    ProseKind kind;
    const char *written, *value, *noun;
} Form;

static const Form FORMS[] = {
    {"Er waren 13.035 leerlingen.", PROSE_COUNT, "13.035", "13035", "leerlingen"},
    {"Er waren 56 000 leerlingen.", PROSE_COUNT, "56 000", "56000", "leerlingen"},
    {"Er waren tweehonderdvijf studenten.", PROSE_COUNT, "tweehonderdvijf", "205", "studenten"},
    {"Er was één student.", PROSE_COUNT, "één", "1", "student"},
    {"Het was € 12.345,50 in totaal.", PROSE_AMOUNT, "€ 12.345,50", "12345.5", "in"},
    {"Het was 3 miljoen euro.", PROSE_AMOUNT, "3 miljoen euro", "3000000", ""},
    {"Het was 56 mille.", PROSE_COUNT, "56 mille", "56000", ""},
    {"Het was 67,5% van alles.", PROSE_PERCENT, "67,5%", "67.5", "van"},
    {"Het was tien procent.", PROSE_PERCENT, "tien procent", "10", ""},
    {"Het was tussen de 50 en 60 duizend.", PROSE_COUNT, "tussen de 50 en 60 duizend", "50000", ""},
    {"Het waren 4 à 5 dagen.", PROSE_COUNT, "4 à 5", "4", "dagen"},
    {"De helft bleef.", PROSE_PART, "helft", "50", "bleef"},
    {"Alle scholen bleven.", PROSE_QUANTIFIER, "Alle", NULL, "scholen"},
    {"In 2020-2021 begon het.", PROSE_SCHOOL_YEAR, "2020-2021", NULL, ""},
    {"In 2020/21 begon het.", PROSE_SCHOOL_YEAR, "2020/21", NULL, ""},
    {"In 2021 begon het.", PROSE_YEAR, "2021", NULL, ""},
    {"Op 19 november 2020 begon het.", PROSE_DATE, "19 november 2020", NULL, ""},
    {"Op 1-10-2022 begon het.", PROSE_DATE, "1-10-2022", NULL, ""},
    {"In januari 2023 begon het.", PROSE_MONTH, "januari 2023", NULL, ""},
    {"Om 13.30 uur begon het.", PROSE_TIME, "13.30", NULL, ""},
    {"Zie tabel 10.", PROSE_REFERENCE, "10", NULL, ""},
    {"Zie artikel 8.", PROSE_LABEL, "8", NULL, ""},
    {"De 3e keer.", PROSE_ORDINAL, "3e", NULL, ""},
    {"Een 2-jarig plan.", PROSE_CODE, "2-jarig", NULL, ""},
};

static Prose *prose_of(World *w) {
    return prose_read(w->arena, w->p);
}

static void test_forms(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        const Form *form = &FORMS[i];
        char body[400];
        snprintf(body, sizeof body, "<hoofdstuk sleutel=\"h\" titel=\"H\"><alinea>%s</alinea></hoofdstuk>", form->text);
        World *w = world_of("", body);
        const Prose *prose = prose_of(w);
        if (prose->count != 1) fail_msg("%s: %d quantities", form->text, prose->count);
        const ProseItem *item = &prose->items[0];
        if (item->kind != form->kind || strcmp(item->written, form->written) != 0 || strcmp(item->noun, form->noun) != 0)
            fail_msg("%s: %s „%s” „%s”", form->text, prose_kind_name(item->kind), item->written, item->noun);
        if (form->value) assert_string_equal(decimal_text(w->arena, decimal_trim(item->said.value)), form->value);
        world_free(w);
    }
}

/* ---- the corpus ---- */

static char *read_file(Arena *arena, const char *path) {
    FILE *f = fopen(path, "r");
    assert_non_null(f);
    char *text = arena_alloc(arena, 1 << 17);
    text[fread(text, 1, (1 << 17) - 1, f)] = 0;
    fclose(f);
    return text;
}

/* Warnings and errors about the input with that sentence in it. */
static int warnings(Arena *arena, const char *year, const char *sentence, const char **first) {
    const char *part = *sentence == '<' ? sentence : arena_printf(arena, "<hoofdstuk sleutel=\"proef\" titel=\"Verslag\"><alinea>%s</alinea></hoofdstuk>", sentence);
    char folder[] = "/tmp/jaarverslag-prose-XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/jaarverslag.xml", folder);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fprintf(f, "<jaarverslag xmlns=\"urn:nl:jaarverslag:1\" schooljaar=\"2022-2023\" datum=\"2023-09-29\">%s%s</jaarverslag>", year, part);
    fclose(f);
    World *w = world_of_path(path);
    unlink(path);
    rmdir(folder);
    int count = (int)diagnostics_count(w->diagnostics, SEVERITY_WARNING);
    for (size_t i = 0; i < diagnostics_total(w->diagnostics); i++) {
        const Diagnostic *d = diagnostics_at(w->diagnostics, i);
        if (d->message->severity >= SEVERITY_WARNING && !*first) *first = arena_strdup(arena, d->message->code);
    }
    world_free(w);
    return count;
}

/* The sentences of a file that get a warning (or those that get none), each printed; *total: of all. */
static int sentences(Arena *arena, const char *name, bool wanted, int *total) {
    char *year = read_file(arena, "tests/prose/jaar.xml"), *rest = NULL;
    int hits = 0;
    for (char *line = strtok_r(read_file(arena, name), "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (*line == '#') continue;
        const char *code = NULL;
        bool told = warnings(arena, year, line, &code) > 0;
        ++*total;
        hits += told;
        if (told != wanted) printf("# %s: %s %s\n", wanted ? "missed" : "false alarm", code ? code : "", line);
    }
    return hits;
}

static void test_sentences(void **state) {
    (void)state;
    Arena *arena = arena_new();
    int wrong = 0, right = 0;
    int found = sentences(arena, "tests/prose/wrong.txt", true, &wrong), alarms = sentences(arena, "tests/prose/right.txt", false, &right);
    printf("# prose: %d of %d faulty sentences found (recall %d%%), %d of %d right ones disturbed (precision %d%%)\n", found, wrong, 100 * found / wrong, alarms,
           right, 100 * found / (found + alarms));
    arena_free(arena);
    assert_int_equal(alarms, 0);
    assert_true(found * 10 >= wrong * 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms), cmocka_unit_test(test_sentences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
