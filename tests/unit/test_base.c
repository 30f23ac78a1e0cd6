/* Tests of base/: decimals, numbers in words, text, tree, diagnostics, files. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "base/file.h"
#include "base/length.h"
#include "base/likeness.h"
#include "base/map.h"
#include "base/number.h"
#include "base/task.h"
#include "base/text.h"
#include "base/unit.h"

static Arena *arena;

static int setup(void **state) {
    (void)state;
    arena = arena_new();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static Decimal d(const char *text) {
    Decimal value;
    assert_true(decimal_parse(text, &value));
    return value;
}

static void same(Decimal value, const char *text) {
    assert_string_equal(decimal_text(arena, value), text);
}

static void decimals_are_exact(void **state) {
    (void)state;
    same(decimal_add(d("0.1"), d("0.2")), "0.3");
    same(decimal_mul(d("1659"), d("62.85")), "104268.15");
    same(decimal_sub(d("250000.00"), d("201892.05")), "48107.95");
    same(decimal_div(d("202"), d("246"), 4), "0.8211");
    same(decimal_round(d("2.5"), 0), "3");
    same(decimal_round(d("-2.5"), 0), "-3");
    same(decimal_round(d("1.2"), 3), "1.200");
    same(decimal_trim(d("1.200")), "1.2");
    same(decimal_div(d("-1"), d("3"), 2), "-0.33");
    same(decimal_div(d("1"), d("-3"), 2), "-0.33");
    assert_int_equal(decimal_compare(d("1.10"), d("1.1")), 0);
    assert_int_equal(decimal_compare(d("-2"), d("1.1")), -1);
}

static void decimals_refuse_overflow(void **state) {
    (void)state;
    Decimal large = d("99999999999999999999999999999999999999");
    assert_false(decimal_valid(decimal_mul(large, large)));
    assert_false(decimal_valid(decimal_add(decimal_mul(large, large), d("1"))));
    assert_false(decimal_valid(decimal_div(d("1"), d("0"), 2)));
    Decimal value;
    static const char *const bad[] = {"", "-", ".", "1.", ".5", "1,5", "1e3", " 1", "+1", "0x1", "1.2.3", "--1",
                                      "999999999999999999999999999999999999999999", "0.1234567890123456789"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(decimal_parse(bad[i], &value));
}

static void decimals_have_a_floor(void **state) {
    (void)state;
    int64_t n;
    assert_true(decimal_floor(d("-1.5"), &n) && n == -2);
    assert_true(decimal_floor(d("7.99"), &n) && n == 7);
    assert_false(decimal_floor(d("99999999999999999999"), &n));
}

static void shown(const char *value, NumberStyle style, const char *language, const char *text) {
    assert_string_equal(number_text(arena, d(value), style, language), text);
}

static void numbers_read_dutch(void **state) {
    (void)state;
    shown("13035", NUMBER_PLAIN, "nl", "13.035");
    shown("-0.94", NUMBER_PLAIN, "nl", "−0,94");
    shown("12", NUMBER_WORDS, "nl", "twaalf");
    shown("22", NUMBER_WORDS, "nl", "tweeëntwintig");
    shown("101", NUMBER_WORDS, "nl", "honderdeen");
    shown("2000", NUMBER_WORDS, "nl", "tweeduizend");
    shown("1338", NUMBER_WORDS, "nl", "1.338");
    shown("48107.95", NUMBER_EURO, "nl", "€\u00A048.107,95");
    shown("-19243", NUMBER_EURO, "nl", "−\u00A0€\u00A019.243,00");
    shown("290045.50", NUMBER_EURO_WHOLE, "nl", "€\u00A0290.046");
    shown("30.7", NUMBER_PERCENT, "nl", "30,7%");
    shown("7", NUMBER_SIGNED, "nl", "+7");
    shown("-5", NUMBER_SIGNED, "nl", "−5");
    shown("0", NUMBER_SIGNED, "nl", "0");
    shown("3", NUMBER_ORDINAL, "nl", "3e");
    shown("3", NUMBER_ORDINAL_WORDS, "nl", "derde");
    shown("8", NUMBER_ORDINAL_WORDS, "nl", "achtste");
    shown("21", NUMBER_ORDINAL_WORDS, "nl", "eenentwintigste");
    shown("103", NUMBER_ORDINAL_WORDS, "nl", "honderdderde");
    shown("100", NUMBER_ORDINAL_WORDS, "nl", "honderdste");
    shown("-19243.5", NUMBER_EURO, "en", "−\u00A0€19,243.50");
    shown("42", NUMBER_WORDS, "en", "forty-two");
    shown("12", NUMBER_ORDINAL_WORDS, "en", "twelfth");
    shown("22", NUMBER_ORDINAL, "en", "22nd");
}

static void dates_exist_or_not(void **state) {
    (void)state;
    assert_string_equal(date_text(arena, "2021-07-12", "nl"), "12 juli 2021");
    assert_string_equal(date_text(arena, "2021-07-12", "en"), "12 July 2021");
    assert_null(date_text(arena, "2021-02-29", "nl"));
    assert_true(date_valid("2024-02-29") && !date_valid("1900-02-29") && date_valid("2000-02-29"));
    assert_false(date_valid("2021-7-12") || date_valid("") || date_valid("2021-00-10") || date_valid("2021-01-01x"));
}

static void text_in_capitals(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"Coördinerend schoolopleider", "COÖRDINEREND SCHOOLOPLEIDER"}, {"één ß ÿ ž ł 12×", "ÉÉN ß Ÿ Ž Ł 12×"}, {"", ""}, {"\xFF", "\xEF\xBF\xBD"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) assert_string_equal(text_capitals(arena, cases[i][0]), cases[i][1]);
}

static void text_is_decoded(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        const char *text, *encoding;
    } cases[] = {
        {"caf\xC3\xA9", 5, "café", "UTF-8"}, {"\xEF\xBB\xBF" "a", 4, "a", "UTF-8"}, {"caf\xE9 \x80", 6, "café €", "WINDOWS-1252"},
        {"\xFF\xFE" "a\0\xAC\x20", 6, "a€", "UTF-16LE"}, {"\xFE\xFF\0a\x20\xAC", 6, "a€", "UTF-16BE"}, {"", 0, "", "UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size, bad;
        const char *encoding, *text = text_decode(arena, cases[i].bytes, cases[i].size, &size, &encoding, &bad);
        assert_string_equal(text, cases[i].text);
        assert_string_equal(encoding, cases[i].encoding);
        assert_int_equal(size, strlen(text));
    }
    size_t size, bad;
    const char *encoding;
    assert_null(text_decode(arena, "\xFF\xFE" "a\0b", 5, &size, &encoding, &bad)); /* half a unit */
    assert_int_equal(bad, 4);
    assert_null(text_decode(arena, "a\x81", 2, &size, &encoding, &bad)); /* not in Windows-1252 */
    assert_int_equal(bad, 1);
}

static void utf8_is_checked(void **state) {
    (void)state;
    static const char *const bad[] = {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xF8\x88\x80\x80\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(utf8_valid(bad[i], strlen(bad[i])));
    assert_true(utf8_valid("ễ\U0001F600", strlen("ễ\U0001F600")));
    assert_int_equal(utf8_length("ễa\U0001F600", strlen("ễa\U0001F600")), 3);
    for (uint32_t c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 997) {
        char bytes[4];
        const char *p = bytes;
        int n = utf8_put(c, bytes);
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        assert_int_equal(utf8_next(&p, bytes + n), c);
        assert_ptr_equal(p, bytes + n);
    }
    assert_false(utf8_printable("a\x01", 2));
    assert_true(utf8_printable("a\tb\n", 4));
}

static void lengths_and_colors(void **state) {
    (void)state;
    Length length;
    Color color;
    assert_true(length_parse("12pt", &length) && length == 12000);
    assert_true(length_parse("25.4mm", &length) && length == 72000);
    assert_true(length_parse("-2.54cm", &length) && length == -72000);
    assert_true(length_parse("0", &length) && length == 0);
    assert_false(length_parse("12", &length) || length_parse("mm", &length) || length_parse("9999999cm", &length));
    assert_true(color_parse("#1a2B3c", &color) && color.r == 0x1a && color.g == 0x2b && color.b == 0x3c);
    assert_false(color_parse("#12345", &color) || color_parse("red", &color) || color_parse("#12345g", &color));
}

static const char *meant(const char *word, const char *const *candidates) {
    Likeness like = likeness_to(word);
    for (; *candidates; candidates++) likeness_try(&like, *candidates);
    return like.best ? like.best : "";
}

static void words_are_alike(void **state) {
    (void)state;
    assert_int_equal(word_distance("jansen", "jansen", 2), 0);
    assert_int_equal(word_distance("jansen", "janssen", 2), 1);
    assert_int_equal(word_distance("jansen", "jasnen", 2), 1); /* swapped */
    assert_int_equal(word_distance("jansen", "pietersen", 2), 3);
    assert_int_equal(word_distance("", "abc", 3), 3);
    static const char *const FACTS[] = {"studenten.partners", "studenten.partners.vorig", "studenten.totaal", "hr", NULL};
    assert_string_equal(meant("studenten.partner", FACTS), "studenten.partners"); /* not the longer one */
    assert_string_equal(meant("studenten.partnres", FACTS), "studenten.partners");
    assert_string_equal(meant("studenten.totaal", FACTS), ""); /* it is there itself */
    assert_string_equal(meant("xq", FACTS), "");
    assert_string_equal(meant("begroting.totaal", FACTS), "");
    assert_string_equal(meant("ht", FACTS), "hr");
}

static void maps_keep_order(void **state) {
    (void)state;
    Map *map = map_new(arena);
    assert_null(map_get(map, "x"));
    for (int i = 0; i < 1000; i++) assert_null(map_put(map, arena_printf(arena, "k%d", i), arena_printf(arena, "%d", i)));
    assert_string_equal(map_put(map, "k7", "nieuw"), "7");
    assert_string_equal(map_get(map, "k7"), "nieuw");
    assert_int_equal(map_count(map), 1000);
    assert_string_equal(map_key(map, 999), "k999");
    assert_null(map_key(map, 1000));
}

static void trees_are_walked_and_dumped(void **state) {
    (void)state;
    Place place = {"x.xml", 1, 1};
    Node *root = node_element(arena, "a", place), *b = node_element(arena, "b", place), *c = node_element(arena, "b", place);
    node_append(root, b);
    node_append(root, c);
    node_append(c, node_text(arena, "  één\n & twee ", place));
    node_set(arena, b, "x", "1\"<", place);
    assert_string_equal(node_path(arena, c), "/a/b[2]");
    assert_string_equal(node_string(arena, root), "één & twee");
    Buffer out = {0};
    node_dump(&out, root, false);
    assert_string_equal(out.data, "<a>\n  <b x=\"1&quot;&lt;\"/>\n  <b>  één\n &amp; twee </b>\n</a>\n");
    buffer_free(&out);
    assert_ptr_equal(node_walk(root, b, NULL), c);
    assert_null(node_walk(root, c, NULL));
    node_detach(b);
    assert_ptr_equal(root->first, c);
    node_insert_before(c, b);
    assert_ptr_equal(root->first, b);
    node_detach(c);
    assert_ptr_equal(root->last, b);
}

static const Message message = {"X001", SEVERITY_ERROR, "fout met {1}", "fault with {1}", "doe {2}", "do {2}", "", "", ""};

static void diagnostics_are_sorted_once(void **state) {
    (void)state;
    Diagnostics *diagnostics = diagnostics_new();
    for (int i = 0; i < 2; i++) {
        diagnostics_report(diagnostics, &message, (Place){"b.xml", 2, 1}, (Report){.arguments = {"b", "iets"}});
        diagnostics_report(diagnostics, &message, (Place){"b.xml", 1, 9}, (Report){.found = "1\n2", .arguments = {"a", "iets"}});
    }
    assert_int_equal(diagnostics_total(diagnostics), 2);
    diagnostics_sort(diagnostics);
    FILE *stream = tmpfile();
    diagnostics_print(diagnostics, stream, MESSAGES_DUTCH);
    diagnostics_print_json(diagnostics, stream, MESSAGES_ENGLISH);
    char text[2000] = "";
    rewind(stream);
    assert_true(fread(text, 1, sizeof text - 1, stream) > 0);
    fclose(stream);
    assert_string_equal(text, "b.xml:1:9: fout: fout met a; gevonden: 1 2; doe iets [X001]\n"
                              "b.xml:2:1: fout: fout met b; doe iets [X001]\n"
                              "{\"file\":\"b.xml\",\"line\":1,\"column\":9,\"severity\":\"error\",\"code\":\"X001\",\"message\":"
                              "\"fault with a\",\"found\":\"1\\n2\",\"expected\":null,\"path\":\"\"}\n"
                              "{\"file\":\"b.xml\",\"line\":2,\"column\":1,\"severity\":\"error\",\"code\":\"X001\",\"message\":"
                              "\"fault with b\",\"found\":null,\"expected\":null,\"path\":\"\"}\n");
    diagnostics_free(diagnostics);
}

static void put_much(void *data, FILE *stream) {
    for (int i = 0; i < 100000; i++) fprintf(stream, "%s\n", (const char *)data);
}

static void files_are_written_piece_by_piece(void **state) {
    (void)state;
    char folder[] = "/tmp/stukken-XXXXXX", file[64];
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/veel", folder);
    assert_int_equal(file_write_by(file, put_much, "regel"), 0);
    Buffer bytes = {0};
    assert_int_equal(file_read(file, 1 << 20, &bytes), 0);
    assert_int_equal(bytes.size, 600000);
    int error = 0;
    FILE *stream = file_open(file, 1 << 20, &error);
    assert_non_null(stream);
    assert_int_equal(getc(stream), 'r');
    fclose(stream);
    assert_null(file_open(file, 100, &error));
    assert_int_equal(error, EFBIG);
    assert_null(file_open(folder, 100, &error));
    assert_int_equal(error, EISDIR);
    assert_int_equal(file_write_by("/dev/full", put_much, "regel"), ENOSPC); /* of the first write, not of what came after */
    unlink(file);
    rmdir(folder);
    buffer_free(&bytes);
}

static void files_are_whole_or_absent(void **state) {
    (void)state;
    char folder[] = "/tmp/jaarverslag-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char *deep = arena_printf(arena, "%s/a/b", folder), *file = arena_printf(arena, "%s/x", deep);
    assert_int_equal(folder_make(deep), 0);
    assert_int_equal(folder_make(deep), 0);
    assert_int_equal(file_write(file, "inhoud", 6), 0);
    assert_int_equal(folder_make(file), ENOTDIR);
    Buffer out = {0};
    assert_int_equal(file_read(file, 6, &out), 0);
    assert_string_equal(out.data, "inhoud");
    buffer_free(&out);
    assert_int_equal(file_read(file, 5, &out), EFBIG);
    assert_int_equal(file_read(deep, 5, &out), EISDIR);
    assert_int_equal(file_read("/dev/zero", 5, &out), EINVAL);
    assert_int_equal(file_write("/dev/full", "x", 1), ENOSPC);
    assert_int_equal(file_write(deep, "x", 1), EISDIR);
    assert_int_equal(file_write(arena_printf(arena, "%s/geen/x", folder), "x", 1), ENOENT);
    int error;
    assert_string_equal(file_within(arena, deep, "x", &error), file);
    assert_null(file_within(arena, deep, "../../../etc/passwd", &error));
    assert_null(file_within(arena, deep, "/etc/passwd", &error));
    assert_null(file_within(arena, deep, "http://x/y", &error));
    assert_int_equal(symlink("/etc/passwd", arena_printf(arena, "%s/link", deep)), 0);
    assert_null(file_within(arena, deep, "link", &error));
    assert_int_equal(error, EACCES);
    assert_null(file_within(arena, deep, "nergens", &error));
    assert_int_equal(error, ENOENT);
    char hex[65];
    sha256_hex("abc", 3, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    unlink(arena_printf(arena, "%s/link", deep));
    unlink(file);
    rmdir(deep);
    rmdir(arena_printf(arena, "%s/a", folder));
    assert_int_equal(rmdir(folder), 0); /* nothing else was left */
}

/* What comes back from an arena is zeroed again, whatever was in it. */
static void arenas_give_zeros(void **state) {
    (void)state;
    for (int round = 0; round < 3; round++) {
        Arena *a = arena_new();
        for (int i = 0; i < 4000; i++) {
            unsigned char *room = arena_alloc(a, 1000);
            for (int k = 0; k < 1000; k++) assert_int_equal(room[k], 0);
            memset(room, 255, 1000);
        }
        ArenaMark mark = arena_mark(a);
        for (int i = 0; i < 3000; i++) memset(arena_alloc(a, 1000), 255, 1000);
        arena_release(a, mark);
        assert_int_equal(*(unsigned char *)arena_alloc(a, 8), 0);
        arena_free(a);
    }
}

static char done[64];
static int done_count;

static void note_done(void *data) {
    done[done_count++] = *(char *)data;
}

static void tasks_are_done_in_order(void **state) {
    (void)state;
    char letters[] = "abcdefghijklmnopqrstuvwxyz";
    Task *task = task_start();
    int fifth = 0;
    for (int i = 0; i < 26; i++) { /* more than wait at once */
        int number = task_add(task, note_done, &letters[i]);
        if (i == 4) fifth = number;
    }
    task_await(task, fifth);
    assert_memory_equal(done, "abcde", 5);
    task_join(task);
    assert_string_equal(done, letters);
    task_join(NULL);
}

static void units_follow_their_number(void **state) {
    (void)state;
    assert_string_equal(unit_word(decimal_int(1), "studenten"), "student");
    assert_string_equal(unit_word(decimal_int(-1), "scholen"), "school");
    assert_string_equal(unit_word(decimal_of(10, 1), "leden"), "lid"); /* 1.0 */
    assert_string_equal(unit_word(decimal_of(11, 1), "dagen"), "dagen");
    assert_string_equal(unit_word(decimal_int(0), "studenten"), "studenten");
    assert_string_equal(unit_word(decimal_int(1), "per 50 leerlingen"), "per 50 leerlingen");
    assert_string_equal(unit_word(decimal_int(1), "EUR"), "EUR");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals_are_exact), cmocka_unit_test(decimals_refuse_overflow), cmocka_unit_test(decimals_have_a_floor),
        cmocka_unit_test(numbers_read_dutch), cmocka_unit_test(dates_exist_or_not), cmocka_unit_test(text_is_decoded), cmocka_unit_test(text_in_capitals),
        cmocka_unit_test(utf8_is_checked), cmocka_unit_test(lengths_and_colors), cmocka_unit_test(maps_keep_order), cmocka_unit_test(words_are_alike),
        cmocka_unit_test(trees_are_walked_and_dumped), cmocka_unit_test(diagnostics_are_sorted_once),
        cmocka_unit_test(files_are_whole_or_absent), cmocka_unit_test(files_are_written_piece_by_piece), cmocka_unit_test(arenas_give_zeros),
        cmocka_unit_test(tasks_are_done_in_order), cmocka_unit_test(units_follow_their_number),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
