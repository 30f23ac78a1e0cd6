/* Font files that the catalogue does not know: other builds are used, damaged or false ones refused, and whatever a
 * file holds whose sums are right, reading, shaping and embedding it does no harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "pdf_sample.h"

#define SOURCE "/usr/share/fonts/truetype/vollkorn/Vollkorn-Italic.ttf"
#define NOBODY "0000000000000000000000000000000000000000000000000000000000000000"

static char folder[] = "/tmp/letters-XXXXXX", font[64], catalogue[64];
static Buffer original;

static int set_up(void **state) {
    (void)state;
    if (!mkdtemp(folder)) return -1;
    snprintf(font, sizeof font, "%s/letter.ttf", folder);
    snprintf(catalogue, sizeof catalogue, "%s/catalogue.tsv", folder);
    return file_read(SOURCE, 64 << 20, &original);
}

static int tear_down(void **state) {
    (void)state;
    unlink(font);
    unlink(catalogue);
    buffer_free(&original);
    return rmdir(folder);
}

/* The fonts of a catalogue with this one row. */
static Fonts *fonts_of(const char *family, int weight, int italic, const char *sha256) {
    Buffer row = {0};
    const char *error;
    buffer_printf(&row, "%s\t%d\t%d\tpakket\t%s\t%s\tOFL-1.1\ttext\n", family, weight, italic, font, sha256);
    assert_int_equal(file_write(catalogue, row.data, row.size), 0);
    buffer_free(&row);
    Fonts *fonts = fonts_open(catalogue, &error);
    assert_non_null(fonts);
    return fonts;
}

/* Whether a file of these bytes is taken for that face. */
static bool taken(const void *bytes, size_t size, const char *family, int weight, int italic) {
    assert_int_equal(file_write(font, bytes, size), 0);
    Fonts *fonts = fonts_of(family, weight, italic, NOBODY);
    const char *error = NULL;
    const Face *face = fonts_face(fonts, family, weight, italic, &error);
    if (!face) assert_non_null(strstr(error, "pakket"));
    else assert_false(face_known(face));
    fonts_close(fonts);
    return face != NULL;
}

/* ---- sfnt ---- */

static uint32_t get(const unsigned char *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void put(unsigned char *p, uint32_t v) {
    for (int i = 0; i < 4; i++) p[i] = (unsigned char)(v >> (24 - 8 * i));
}

static uint32_t sum(const unsigned char *p, size_t size) {
    uint32_t total = 0;
    for (size_t i = 0; i < size; i++) total += (uint32_t)p[i] << (24 - 8 * (i % 4));
    return total;
}

static unsigned char *record_of(unsigned char *bytes, const char *tag) {
    int count = bytes[4] << 8 | bytes[5];
    for (int i = 0; i < count; i++)
        if (!memcmp(bytes + 12 + 16 * i, tag, 4)) return bytes + 12 + 16 * i;
    fail_msg("no table %s", tag);
    return NULL;
}

/* Makes all sums right again, as who changes a font on purpose would. */
static void mend(unsigned char *bytes, size_t size) {
    int count = bytes[4] << 8 | bytes[5];
    unsigned char *head = bytes + get(record_of(bytes, "head") + 8);
    put(head + 8, 0);
    for (int i = 0; i < count; i++) {
        unsigned char *r = bytes + 12 + 16 * i;
        put(r + 4, sum(bytes + get(r + 8), get(r + 12)));
    }
    put(head + 8, 0xB1B0AFBAu - sum(bytes, size));
}

static unsigned char *copy(void) {
    unsigned char *bytes = malloc(original.size);
    assert_non_null(bytes);
    memcpy(bytes, original.data, original.size);
    return bytes;
}

/* ---- tests ---- */

static void another_build_is_used(void **state) {
    (void)state;
    char digest[65];
    const char *error;
    sha256_hex(original.data, original.size, digest);
    assert_int_equal(file_write(font, original.data, original.size), 0);
    Fonts *fonts = fonts_of("Vollkorn", 400, 1, NOBODY);
    const Face *face = fonts_face(fonts, "Vollkorn", 400, true, &error);
    assert_non_null(face);
    assert_null(error);
    assert_false(face_known(face));
    assert_string_equal(face_digest(face), digest);
    fonts_close(fonts);
    fonts = fonts_of("Vollkorn", 400, 1, digest);
    face = fonts_face(fonts, "Vollkorn", 400, true, &error);
    assert_true(face && face_known(face));
    fonts_close(fonts);
}

static void another_face_is_refused(void **state) {
    (void)state;
    assert_true(taken(original.data, original.size, "Vollkorn", 400, 1));
    assert_false(taken(original.data, original.size, "Lato", 400, 1));
    assert_false(taken(original.data, original.size, "Vollkorn", 700, 1));
    assert_false(taken(original.data, original.size, "Vollkorn", 400, 0));
}

static void damage_is_refused(void **state) {
    (void)state;
    unsigned char *bytes = copy();
    for (size_t at = 0; at < original.size; at += at < 400 ? 7 : original.size / 150) {
        bytes[at] ^= 0x40;
        if (taken(bytes, original.size, "Vollkorn", 400, 1)) fail_msg("byte %zu", at);
        bytes[at] ^= 0x40;
    }
    for (size_t size = 0; size < original.size; size += original.size / 20)
        if (taken(bytes, size, "Vollkorn", 400, 1)) fail_msg("the first %zu bytes", size);
    assert_true(taken(bytes, original.size, "Vollkorn", 400, 1));
    free(bytes);
}

static void directories_are_checked(void **state) {
    (void)state;
    static const struct { const char *tag; int at; uint32_t value; } CASES[] = {
        {"glyf", 8, 0xFFFFFFF0u}, {"glyf", 12, 0xFFFFFFF0u}, {"cmap", 8, 0}, {"cmap", 8, 13}, {"hmtx", 0, 0x7A7A7A7Au}, {"maxp", 12, 0}, {"head", 12, 8}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        unsigned char *bytes = copy(), *r = record_of(bytes, CASES[i].tag);
        put(r + CASES[i].at, CASES[i].value);
        if (CASES[i].value < original.size) mend(bytes, original.size);
        if (taken(bytes, original.size, "Vollkorn", 400, 1)) fail_msg("case %zu", i);
        free(bytes);
    }
}

static void rights_are_respected(void **state) {
    (void)state;
    static const struct { int rights; bool good; } CASES[] = {{0, true}, {4, true}, {8, true}, {2, false}, {0x100, false}, {0x200, false}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        unsigned char *bytes = copy(), *os2 = bytes + get(record_of(bytes, "OS/2") + 8);
        os2[8] = (unsigned char)(CASES[i].rights >> 8);
        os2[9] = (unsigned char)CASES[i].rights;
        mend(bytes, original.size);
        assert_int_equal(taken(bytes, original.size, "Vollkorn", 400, 1), CASES[i].good);
        free(bytes);
    }
}

/* Sets a line in it and embeds what that needs. */
static bool use(const unsigned char *bytes) {
    Sample s = {.arena = arena_new()};
    const char *error;
    assert_int_equal(file_write(font, bytes, original.size), 0);
    s.fonts = fonts_of("Vollkorn", 400, 1, NOBODY);
    s.face = fonts_face(s.fonts, "Vollkorn", 400, true, &error);
    if (s.face) {
        Buffer out = {0};
        Diagnostics *d = diagnostics_new();
        s.pages = ARENA_NEW(s.arena, Pages);
        *s.pages = (Pages){.arena = s.arena, .title = "Proef", .language = "nl", .date = "2021-10-12"};
        s.pages->root = element_new(s.arena, ROLE_DOCUMENT, NULL, false);
        s.part = element_new(s.arena, ROLE_PART, s.pages->root, false);
        sample_page(&s, "1");
        sample_block(&s, ROLE_P, "De efficiënte opleidingsschool AV, „Tj” fi ffl 0123 ½ \xC3\xA9");
        pdf_write(s.pages, PROFILE_DRAFT, NULL, 0, &out, d);
        diagnostics_free(d);
        buffer_free(&out);
    }
    bool used = s.face != NULL;
    sample_close(&s);
    return used;
}

static void tables_that_lie_do_no_harm(void **state) {
    (void)state;
    static const char *const TABLES[] = {"GSUB", "GPOS", "GDEF", "glyf", "loca", "cmap", "hmtx", "hhea", "maxp", "head", "name", "OS/2", "post"};
    enum { KINDS = sizeof TABLES / sizeof *TABLES, EACH = 12 };
    uint32_t seed = 20201001;
    int used = 0;
    for (int n = 0; n < KINDS * EACH; n++) {
        unsigned char *bytes = copy(), *r = record_of(bytes, TABLES[n % KINDS]);
        uint32_t offset = get(r + 8), length = get(r + 12), near = n % 2 ? length : length < 200 ? length : 200;
        for (int k = 0; k < 1 + n / KINDS; k++) {
            seed = seed * 1664525 + 1013904223;
            uint32_t at = (seed >> 8) % near;
            seed = seed * 1664525 + 1013904223;
            bytes[offset + at] = n % 3 ? (unsigned char)(seed >> 24) : 0xFF;
        }
        mend(bytes, original.size);
        used += use(bytes);
        free(bytes);
    }
    assert_true(used > KINDS * EACH / 3); /* most get past the first door */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(another_build_is_used), cmocka_unit_test(another_face_is_refused), cmocka_unit_test(damage_is_refused),
                                       cmocka_unit_test(directories_are_checked), cmocka_unit_test(rights_are_respected), cmocka_unit_test(tables_that_lie_do_no_harm)};
    return cmocka_run_group_tests_name("fonts", tests, set_up, tear_down);
}
