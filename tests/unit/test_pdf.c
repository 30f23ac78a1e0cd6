/* The PDF writer: conformance checks, determinism, weird frames; files for the scripts of tests/pdf. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <time.h>

#include "base/file.h"
#include "pdf/extract.h"
#include "pdf/messages.h"
#include "pdf_sample.h"

static void write_sample(Sample *s, Profile profile, const char *name, Buffer *out) {
    Diagnostics *d = diagnostics_new();
    const Attachment files[] = {{"b.xml", "application/xml", "bron", "Source", (const unsigned char *)"<b/>", 4, "2021-10-12"},
                                {"a.csv", "text/csv", NULL, "Data", (const unsigned char *)"x", 1, NULL}};
    bool done = pdf_write(s->pages, profile, profile == PROFILE_ARCHIVE_3 ? files : NULL, profile == PROFILE_ARCHIVE_3 ? 2 : 0, out, d);
    if (!done) diagnostics_print(d, stderr, MESSAGES_ENGLISH);
    assert_true(done);
    assert_int_equal(diagnostics_total(d), 0);
    diagnostics_free(d);
    const char *folder = getenv("PDF_SAMPLES");
    if (!folder || !name) return;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.pdf", folder, name);
    assert_int_equal(file_write(path, out->data, out->size), 0);
}

static void profiles(void **state) {
    (void)state;
    static const char *names[] = {"archive", "archive-3", "draft"};
    for (int i = 0; i < 3; i++) {
        Sample s;
        sample_open(&s);
        sample_fill(&s);
        Buffer out = {0};
        write_sample(&s, (Profile)i, names[i], &out);
        assert_memory_equal(out.data, "%PDF-1.7", 8);
        buffer_free(&out);
        sample_close(&s);
    }
}

/* Codes of all that is reported, "P101 P105 ". */
static void expect_codes(Sample *s, const char *codes) {
    Diagnostics *d = diagnostics_new();
    Buffer out = {0}, found = {0};
    buffer_puts(&out, "before");
    bool done = pdf_write(s->pages, PROFILE_ARCHIVE, NULL, 0, &out, d);
    assert_int_equal(out.size, 6);
    diagnostics_sort(d);
    for (size_t i = 0; i < diagnostics_total(d); i++) buffer_printf(&found, "%s ", diagnostics_at(d, i)->message->code);
    assert_string_equal(found.data ? found.data : "", codes);
    assert_false(done);
    buffer_free(&out);
    buffer_free(&found);
    diagnostics_free(d);
}

static void faults(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    sample_fill(&s);
    s.pages->title = "";
    s.pages->language = "Nederlands!";
    s.pages->date = "2021-02-30";
    sample_block(&s, ROLE_H4, "te diep");
    sample_block(&s, ROLE_FIGURE, "zonder tekst");
    sample_block(&s, ROLE_P, "hiëroglief \xF0\x93\x82\x80");
    element_new(s.arena, ROLE_P, sample_block(&s, ROLE_P, "x"), false)->id = "t.1";
    Element *loose = sample_block(&s, ROLE_TD, "los");
    loose->headers = (const char *[]){"weg", NULL};
    loose->id = "t.1";
    fragment_add(s.page, (Item){.kind = ITEM_LINK, .x = 0, .y = 0, .width = 9, .height = 9, .as.link = {.destination = "nergens"}});
    expect_codes(&s, "P101 P102 P103 P104 P105 P106 P107 P108 P111 P116 ");
    sample_close(&s);
    sample_open(&s);
    s.pages->count = 0;
    expect_codes(&s, "P118 ");
    sample_close(&s);
}

static void same_bytes_everywhere(void **state) {
    (void)state;
    static const char *locales[] = {"C", "nl_NL.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"};
    static const char *zones[] = {"UTC", "Europe/Amsterdam", "Pacific/Kiritimati", "America/Adak"};
    Buffer first = {0};
    for (int i = 0; i < 4; i++) {
        setlocale(LC_ALL, locales[i]);
        setenv("TZ", zones[i], 1);
        tzset();
        Sample s;
        sample_open(&s);
        sample_fill(&s);
        Buffer out = {0};
        write_sample(&s, PROFILE_ARCHIVE, NULL, &out);
        if (i == 0) {
            first = out;
        } else {
            assert_int_equal(out.size, first.size);
            assert_memory_equal(out.data, first.data, out.size);
            buffer_free(&out);
        }
        sample_close(&s);
    }
    setlocale(LC_ALL, "C");
    buffer_free(&first);
}

static void fields(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    sample_block(&s, ROLE_H1, "Aanvraag");
    static const char *options[] = {"vo", "mbo", "café", NULL};
    static const Field all[] = {
        {FIELD_TEXT, "naam", "Uw naam", "Zoë de Vries", NULL, 10000}, {FIELD_MULTILINE, "uitleg", "Toelichting", "een\ntwee", NULL, 0},
        {FIELD_CHECK, "akkoord", "Akkoord", "ja", NULL, 0},           {FIELD_RADIO, "soort", "Soort school", "vo", NULL, 0},
        {FIELD_RADIO, "soort", "Soort school", "mbo", NULL, 0},       {FIELD_CHOICE, "keuze", "Keuze", "vo", options, 0},
        {FIELD_SIGNATURE, "handtekening", "Handtekening", NULL, NULL, 0}, {FIELD_COMMENT, "opmerking", "Opmerking", NULL, NULL, 0}};
    Element *p = element_new(s.arena, ROLE_P, s.part, false);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        Element *form = element_new(s.arena, ROLE_FORM, i % 2 ? s.part : p, i % 2 == 0);
        form->alt = all[i].tooltip;
        bool box = all[i].kind == FIELD_CHECK || all[i].kind == FIELD_RADIO;
        fragment_add(s.page, (Item){.kind = ITEM_FIELD, .x = 72000, .y = s.y, .width = box ? 12000 : 200000, .height = box ? 12000 : 30000, .element = form, .as.field = &all[i]});
        s.y += 40000;
    }
    Buffer out = {0};
    write_sample(&s, PROFILE_ARCHIVE, "form", &out);
    buffer_free(&out);
    Field again = all[2];
    again.tooltip = "";
    fragment_add(s.page, (Item){.kind = ITEM_FIELD, .x = 72000, .y = s.y, .width = 12000, .height = 12000, .as.field = &again});
    expect_codes(&s, "P109 P113 ");
    sample_close(&s);
}

static void weird_frames(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    Element *p = element_new(s.arena, ROLE_P, s.part, false);
    GlyphRun *empty = ARENA_NEW(s.arena, GlyphRun), *flat = ARENA_NEW(s.arena, GlyphRun);
    *flat = *sample_run(&s, "x", 11000);
    flat->size = 0;
    empty->face = s.face;
    fragment_glyphs(s.page, 0, 0, empty, p, ARTIFACT_NONE);
    fragment_glyphs(s.page, 0, 0, flat, p, ARTIFACT_NONE);
    fragment_glyphs(s.page, LENGTH_MAX, -LENGTH_MAX, sample_run(&s, "ver", 11000), p, ARTIFACT_NONE);
    fragment_rect(s.page, INT32_MIN, INT32_MAX, INT32_MAX, INT32_MAX, (Paint){.fill = true, .stroke = true, .line_width = -5}, p, ARTIFACT_NONE);
    PathVerb verbs[] = {PATH_CLOSE, PATH_LINE, PATH_CURVE, PATH_MOVE, (PathVerb)9};
    Point points[] = {{1, 2}, {3, 4}};
    Path path = {verbs, 5, points, 2};
    fragment_add(s.page, (Item){.kind = ITEM_PATH, .element = p, .as.path = {{.stroke = true}, &path}});
    fragment_add(s.page, (Item){.kind = ITEM_LINK, .as.link = {NULL, NULL}});
    sample_page(&s, NULL);
    s.pages->pages[1].content = NULL;
    sample_page(&s, "");
    Element *deep = s.part;
    for (int i = 0; i < 200000; i++) deep = element_new(s.arena, ROLE_DIV, deep, i % 2);
    sample_line(&s, deep, "diep", 11000);
    Buffer out = {0};
    write_sample(&s, PROFILE_ARCHIVE, NULL, &out);
    Buffer dump = {0};
    pages_dump(&dump, s.pages);
    assert_true(dump.size > 100);
    buffer_free(&dump);
    buffer_free(&out);
    sample_close(&s);
}

static void pictures(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    sample_block(&s, ROLE_H1, "Beeld");
    static unsigned char pixels[16 * 16 * 3], alpha[16 * 16];
    for (size_t i = 0; i < sizeof pixels; i++) pixels[i] = (unsigned char)(i * 7);
    for (size_t i = 0; i < sizeof alpha; i++) alpha[i] = (unsigned char)i;
    Image a = {.source = "a.png", .width = 16, .height = 16, .components = 3, .pixels = pixels, .alpha = alpha}, b = a, grey = a, bad = a;
    grey.components = 1;
    grey.alpha = NULL;
    bad.components = 4;
    const Image *all[] = {&a, &b, &grey, &a};
    Element *figure = element_new(s.arena, ROLE_FIGURE, s.part, false);
    figure->alt = "Vlakken";
    for (int i = 0; i < 4; i++)
        fragment_add(s.page, (Item){.kind = ITEM_IMAGE, .x = 72000 + i * 60000, .y = 200000, .width = 50000, .height = 50000, .element = figure, .as.image = all[i]});
    Buffer out = {0};
    write_sample(&s, PROFILE_ARCHIVE, "image", &out);
    buffer_free(&out);
    fragment_add(s.page, (Item){.kind = ITEM_IMAGE, .width = 9, .height = 9, .element = figure, .as.image = &bad});
    expect_codes(&s, "P110 ");
    sample_close(&s);
}

static void thousands_of_pages(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    const char *set = getenv("PDF_PAGES");
    int pages = set ? atoi(set) : 300;
    const GlyphRun *line = sample_run(&s, "De begeleiding van studenten op de werkplek is een taak van de schoolopleider en vraagt tijd.", 11000);
    for (int i = 0; i < pages; i++) {
        if (i) sample_page(&s, NULL);
        for (int k = 0; k < 15; k++) {
            Element *p = element_new(s.arena, ROLE_P, s.part, false);
            for (int l = 0; l < 3; l++, s.y += 15000) fragment_glyphs(s.page, 72000, s.y, line, p, ARTIFACT_NONE);
        }
    }
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    Buffer out = {0};
    write_sample(&s, PROFILE_ARCHIVE, "long", &out);
    clock_gettime(CLOCK_MONOTONIC, &to);
    print_message("%d pages: %ld ms, %zu bytes\n", pages, (to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000, out.size);
    buffer_free(&out);
    sample_close(&s);
}

/* A file is read back; with any of its bytes changed or its end missing it may fail, not crash. */
static void read_back(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    sample_fill(&s);
    Buffer out = {0};
    write_sample(&s, PROFILE_ARCHIVE_3, NULL, &out);
    PdfParts parts;
    assert_true(pdf_read(s.arena, out.data, out.size, &parts));
    assert_int_equal(parts.page_count, 2);
    assert_int_equal(parts.file_count, 2);
    assert_string_equal(parts.files[0].name, "a.csv");
    assert_string_equal(parts.files[1].name, "b.xml");
    assert_memory_equal(parts.files[1].data, "<b/>", 4);
    assert_non_null(strstr(parts.pages[0].data, "/H1<</MCID 0>>BDC"));
    uint32_t seed = 1;
    for (int i = 0; i < 3000; i++) {
        Arena *arena = arena_new();
        seed = seed * 1664525 + 1013904223;
        size_t at = seed % out.size;
        char *copy = malloc(out.size + 1);
        memcpy(copy, out.data, out.size);
        copy[at] = (char)(seed >> 24);
        pdf_read(arena, copy, i % 3 ? out.size : at, &parts);
        free(copy);
        arena_free(arena);
    }
    buffer_free(&out);
    sample_close(&s);
}

/* The tree as a screen reader meets it. */
static void reading_order(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    sample_fill(&s);
    Buffer tree = {0};
    structure_dump(&tree, s.pages);
    static const char *expected =
        "Document\n  Part\n    H1\n      \"Hoofdstuk één: officieel\" p1\n"
        "    P\n      \"De opleidingsschool telt 246 studenten en kost €~12; zie \" p1\n"
        "      Link\n        \"de site\" p1\n        object p1\n      \" en noot \" p1\n"
        "      Reference\n        Link\n          \"1 \" p1\n          object p1\n"
        "      Note\n        \"Een voetnoot. \" p1\n"
        "      Span lang=\"en-GB\"\n        \"workload\" p1\n"
        "    L numbering=\"Disc\"\n";
    assert_int_equal(strncmp(tree.data, expected, strlen(expected)), 0);
    assert_non_null(strstr(tree.data, "    P\n      \"Een alinea die op de volgende \" p1\n      \"bladzijde verder gaat.\" p2\n    H2\n"));
    buffer_free(&tree);
    sample_close(&s);
}

/* Content between block-level children keeps its place; what layout paints out of order does not move blocks. */
static void mixed_content(void **state) {
    (void)state;
    Sample s;
    sample_open(&s);
    Element *div = element_new(s.arena, ROLE_DIV, s.part, false);
    Element *first = element_new(s.arena, ROLE_P, div, false), *second = element_new(s.arena, ROLE_P, div, false);
    element_new(s.arena, ROLE_P, div, false); /* stays empty: not in the tree */
    sample_line(&s, div, "voor", 11000);
    sample_line(&s, second, "tweede", 11000);
    sample_line(&s, first, "eerste", 11000);
    sample_line(&s, div, "na", 11000);
    Buffer tree = {0};
    structure_dump(&tree, s.pages);
    assert_string_equal(tree.data, "Document\n  Part\n    Div\n      \"voor \" p1\n      P\n        \"eerste\" p1\n      P\n"
                                   "        \"tweede\" p1\n      \"na\" p1\n");
    buffer_free(&tree);
    sample_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(profiles),     cmocka_unit_test(faults),   cmocka_unit_test(same_bytes_everywhere),
                                       cmocka_unit_test(fields),       cmocka_unit_test(pictures), cmocka_unit_test(weird_frames), cmocka_unit_test(read_back), cmocka_unit_test(reading_order), cmocka_unit_test(mixed_content),
                                       cmocka_unit_test(thousands_of_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
