/* Spreadsheets: what the cells of .xlsx, .ods and CSV say, and that damaged ones do no harm. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include <cmocka.h>

#include "base/file.h"
#include "input/spreadsheet.h"

#define FIXTURES JAARVERSLAG_DATA "/tests/command/import/"

static Arena *arena;
static Diagnostics *diagnostics;
static char folder[] = "/tmp/jaarverslag-test-XXXXXX";
static char path[64];

static int setup(void **state) {
    (void)state;
    arena = arena_new();
    diagnostics = diagnostics_new();
    return 0;
}
static int teardown(void **state) {
    (void)state;
    diagnostics_free(diagnostics);
    arena_free(arena);
    return 0;
}
static int make_folder(void **state) {
    (void)state;
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/x", folder);
    return 0;
}
static int remove_folder(void **state) {
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static Spreadsheet *read_file(const char *name) {
    int error;
    return spreadsheet_read(arena, name, diagnostics, &error);
}

static const char *at(const Sheet *sheet, int row, int column) {
    for (int i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].number == row) return column <= sheet->rows[i].count ? sheet->rows[i].cells[column - 1].text : "";
    return "";
}

static void numbers_keep_fifteen_figures(void **state) {
    (void)state;
    static const char *const PAIRS[][2] = {{"12", "12"}, {"12.0", "12"}, {"1.2E1", "12"}, {"-0.5", "-0.5"}, {"0.1", "0.1"}, {"1E-3", "0.001"},
        {"1.3379999999999999E3", "1338"}, {"0.30000000000000004", "0.3"}, {"99999999999999995", "100000000000000000"}, {"0", "0"}, {"-0", "0"},
        {"007", "7"}, {"0.070", "0.07"}, {"9.9999999999999995", "10"}};
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) assert_string_equal(sheet_number(arena, PAIRS[i][0]), PAIRS[i][1]);
    static const char *const BAD[] = {"", "x", "1,5", "1E999", "--1", "1 2", "."};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) assert_null(sheet_number(arena, BAD[i]));
    assert_string_equal(cell_name(arena, 7, 2), "B7");
    assert_string_equal(cell_name(arena, 1, 28), "AB1");
    assert_string_equal(cell_name(arena, 3, 703), "AAA3");
}

static void xlsx_is_read(void **state) {
    (void)state;
    Spreadsheet *s = read_file(FIXTURES "goed.xlsx");
    assert_non_null(s);
    assert_int_equal(s->count, 4);
    assert_string_equal(s->sheets[0].name, "Leerlingen 2022");
    assert_string_equal(at(&s->sheets[0], 1, 1), "Telling van 1 oktober");
    assert_string_equal(at(&s->sheets[0], 5, 2), "1250");
    assert_string_equal(at(&s->sheets[0], 7, 2), "?");
    assert_true(s->sheets[3].hidden);
    s = read_file(FIXTURES "fout.xlsx");
    assert_true(s->sheets[0].rows[3].cells[1].error);
}

static void ods_is_read(void **state) {
    (void)state;
    Spreadsheet *s = read_file(FIXTURES "goed.ods");
    assert_non_null(s);
    assert_int_equal(s->count, 1);
    assert_string_equal(at(&s->sheets[0], 3, 2), "Locatie");
    assert_string_equal(at(&s->sheets[0], 4, 3), "1241");
    assert_string_equal(at(&s->sheets[0], 5, 3), "170");
}

static void csv_is_read(void **state) {
    (void)state;
    static const char text[] = "\xEF\xBB\xBFlocatie;aantal\r\n\"De \"\"Brug\"\"\";12\r\n\r\nVliet;?\r\n";
    assert_int_equal(file_write(path, text, sizeof text - 1), 0);
    Spreadsheet *s = read_file(path);
    assert_non_null(s);
    assert_string_equal(at(&s->sheets[0], 2, 1), "De \"Brug\"");
    assert_string_equal(at(&s->sheets[0], 4, 2), "?");
}

static void other_files_are_told(void **state) {
    (void)state;
    static const char *const FILES[] = {"PK\3\4nonsense", "\xD0\xCF\x11\xE0 old", "\x01\x02\x03", ""};
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        assert_int_equal(file_write(path, FILES[i], strlen(FILES[i])), 0);
        size_t before = diagnostics_total(diagnostics);
        assert_null(read_file(path));
        assert_int_equal(diagnostics_total(diagnostics), before + 1);
    }
}

static void try_bytes(const char *bytes, size_t size) {
    assert_int_equal(file_write(path, bytes, size), 0);
    setup(NULL);
    read_file(path);
    teardown(NULL);
}

static void damaged_files_do_no_harm(void **state) {
    (void)state;
    static const char *const FILES[] = {FIXTURES "goed.xlsx", FIXTURES "goed.ods"};
    Arena *kept = arena;
    Diagnostics *kept_diagnostics = diagnostics;
    for (int f = 0; f < 2; f++) {
        Buffer bytes = {0};
        assert_int_equal(file_read(FILES[f], 1 << 20, &bytes), 0);
        for (size_t i = 0; i < bytes.size; i += 7) {
            char was = bytes.data[i];
            bytes.data[i] = (char)(was ^ (char)(1 + i % 255));
            try_bytes(bytes.data, bytes.size);
            bytes.data[i] = was;
            try_bytes(bytes.data, i);
        }
        buffer_free(&bytes);
    }
    arena = kept;
    diagnostics = kept_diagnostics;
}

/* The XML within a whole ZIP file, changed. */
static void damaged_sheets_do_no_harm(void **state) {
    (void)state;
    static const char *const SHEETS[] = {
        "<c r=\"ZZZZZZZZ1\"><v>1</v></c>", "<c r=\"A99999999999\"><v>1</v></c>", "<c r=\"\"/>", "<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>99</v></c>",
        "<c t=\"inlineStr\"/>", "<c><v>1E999</v></c>", "<c t=\"e\"><v>#N/B</v></c>", "</row></sheetData>", "<row><row><row>", "&x;"};
    Arena *kept = arena;
    Diagnostics *kept_diagnostics = diagnostics;
    for (size_t i = 0; i < sizeof SHEETS / sizeof *SHEETS; i++) {
        char xml[500];
        snprintf(xml, sizeof xml, "<worksheet><sheetData><row r=\"%s\">%s</row></sheetData></worksheet>", i % 2 ? "1" : "-5", SHEETS[i]);
        static const char workbook[] = "<workbook><sheets><sheet name=\"a\" id=\"r\"/></sheets></workbook>",
                          relations[] = "<Relationships><Relationship Id=\"r\" Target=\"sheet.xml\"/></Relationships>";
        unlink(path);
        zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
        assert_non_null(zip);
        zip_file_add(zip, "xl/workbook.xml", zip_source_buffer(zip, workbook, sizeof workbook - 1, 0), 0);
        zip_file_add(zip, "xl/_rels/workbook.xml.rels", zip_source_buffer(zip, relations, sizeof relations - 1, 0), 0);
        zip_file_add(zip, "xl/sheet.xml", zip_source_buffer(zip, xml, strlen(xml), 0), 0);
        assert_int_equal(zip_close(zip), 0);
        setup(NULL);
        read_file(path);
        teardown(NULL);
    }
    arena = kept;
    diagnostics = kept_diagnostics;
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(numbers_keep_fifteen_figures), TEST(xlsx_is_read), TEST(ods_is_read), TEST(csv_is_read), TEST(other_files_are_told),
        TEST(damaged_files_do_no_harm), TEST(damaged_sheets_do_no_harm),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
