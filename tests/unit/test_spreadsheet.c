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
    assert_int_equal(s->sheets[0].rows[3].cells[1].kind, CELL_ERROR);
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

/* A workbook of one sheet: what stands in worksheet, in styleSheet and in sst. */
static Spreadsheet *read_sheet(const char *sheet, const char *styles, const char *strings) {
    static const char workbook[] = "<workbook><sheets><sheet name=\"Blad\" id=\"r\"/></sheets></workbook>",
                      relations[] = "<Relationships><Relationship Id=\"r\" Target=\"sheet.xml\"/></Relationships>";
    char *parts[] = {arena_printf(arena, "%s<worksheet>%s</worksheet>", strncmp(sheet, "<!", 2) ? "" : "<!DOCTYPE worksheet [<!ENTITY x \"9\">]>", strncmp(sheet, "<!>", 3) ? sheet : sheet + 3),
                     arena_printf(arena, "<styleSheet>%s</styleSheet>", styles), arena_printf(arena, "<sst>%s</sst>", strings)};
    static const char *const NAMES[] = {"xl/sheet.xml", "xl/styles.xml", "xl/sharedStrings.xml"};
    unlink(path);
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    assert_non_null(zip);
    zip_file_add(zip, "xl/workbook.xml", zip_source_buffer(zip, workbook, sizeof workbook - 1, 0), 0);
    zip_file_add(zip, "xl/_rels/workbook.xml.rels", zip_source_buffer(zip, relations, sizeof relations - 1, 0), 0);
    for (int i = 0; i < 3; i++) zip_file_add(zip, NAMES[i], zip_source_buffer(zip, parts[i], strlen(parts[i]), 0), 0);
    assert_int_equal(zip_close(zip), 0);
    return read_file(path);
}

static void cells_have_a_kind(void **state) {
    (void)state;
    Spreadsheet *s = read_sheet("<sheetData><row r=\"1\"><c s=\"0\"><v>1</v></c><c s=\"1\"><v>44963</v></c><c s=\"2\"><v>0.5</v></c><c s=\"3\"><v>9</v></c>"
        "<c s=\"4\"><v>9</v></c><c><f>3+4</f></c><c><f>3+4</f><v>7</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"s\"><v>0</v></c><c t=\"str\"><f>A1</f><v></v></c><c t=\"d\"><v>2022-10-01</v></c></row></sheetData>",
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"&quot;€&quot; #,##0.00\"/><numFmt numFmtId=\"165\" formatCode=\"0 &quot;dagen&quot;\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>", "<si><t>een</t></si>");
    static const CellKind KINDS[] = {CELL_NUMBER, CELL_DATE, CELL_PERCENT, CELL_MONEY, CELL_NUMBER, CELL_NO_RESULT, CELL_NUMBER, CELL_ERROR, CELL_TEXT, CELL_TEXT, CELL_DATE};
    assert_non_null(s);
    assert_int_equal(s->sheets[0].rows[0].count, 11);
    for (int i = 0; i < 11; i++)
        if (s->sheets[0].rows[0].cells[i].kind != KINDS[i]) fail_msg("cell %d is %d", i + 1, s->sheets[0].rows[0].cells[i].kind);
    assert_string_equal(at(&s->sheets[0], 1, 6), "=3+4");
    assert_string_equal(at(&s->sheets[0], 1, 9), "een");
}

static void formats_are_read(void **state) {
    (void)state;
    static const struct { const char *code; CellKind kind; } CODES[] = {
        {"General", CELL_NUMBER}, {"#,##0", CELL_NUMBER}, {"0.00E+00", CELL_NUMBER}, {"[Red]0", CELL_NUMBER}, {"[Magenta]0", CELL_NUMBER}, {"0\\ \\m", CELL_NUMBER},
        {"0_d", CELL_NUMBER}, {"0 \"jaar\"", CELL_NUMBER}, {"dd-mm-yyyy", CELL_DATE}, {"[$-413]d mmmm yyyy", CELL_DATE}, {"[h]:mm", CELL_DATE}, {"h:mm", CELL_DATE},
        {"0.0%", CELL_PERCENT}, {"[$€-413] #,##0", CELL_MONEY}, {"€ 0", CELL_MONEY}, {"\"€\" 0", CELL_MONEY}, {"[$EUR] 0", CELL_MONEY}, {"[", CELL_NUMBER}, {"\"", CELL_NUMBER}, {"\\", CELL_NUMBER}};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        if (sheet_format(0, CODES[i].code) != CODES[i].kind) fail_msg("%s", CODES[i].code);
    assert_int_equal(sheet_format(22, NULL), CELL_DATE);
    assert_int_equal(sheet_format(44, NULL), CELL_MONEY);
    assert_int_equal(sheet_format(10, NULL), CELL_PERCENT);
    assert_int_equal(sheet_format(3, NULL), CELL_NUMBER);
}

/* A merged cell is of all its rows and columns; alone it makes no row. */
static void merged_cells_spread(void **state) {
    (void)state;
    Spreadsheet *s = read_sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"C2\"><v>4</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref=\"A1:B9\"/><mergeCell ref=\"C1:XFD1048576\"/><mergeCell ref=\"x\"/><mergeCell ref=\"B2:A1\"/></mergeCells>", "", "");
    assert_non_null(s);
    const Sheet *sheet = &s->sheets[0];
    assert_int_equal(sheet->row_count, 2);
    assert_string_equal(at(sheet, 2, 1), "a");
    assert_string_equal(at(sheet, 2, 2), "a");
    assert_true(sheet->rows[1].cells[1].covered);
    assert_false(sheet->rows[0].cells[0].covered);
}

static void lost_text_is_told(void **state) {
    (void)state;
    size_t before = diagnostics_total(diagnostics);
    assert_null(read_sheet("<sheetData><row r=\"7\"><c r=\"B7\" t=\"s\"><v>1</v></c></row></sheetData>", "", "<si><t>een</t></si>"));
    assert_null(read_sheet("<!><sheetData><row><c><v>&x;</v></c></row></sheetData>", "", ""));
    assert_int_equal(diagnostics_total(diagnostics), before + 2);
    const Diagnostic *first = diagnostics_at(diagnostics, before);
    assert_non_null(strstr(first->arguments[0], "cel B7 op blad „Blad”"));
    assert_non_null(strstr(diagnostics_at(diagnostics, before + 1)->arguments[0], "DOCTYPE"));
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
        TEST(cells_have_a_kind), TEST(formats_are_read), TEST(merged_cells_spread), TEST(lost_text_is_told),
        TEST(damaged_files_do_no_harm), TEST(damaged_sheets_do_no_harm),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
