/* Typesetting: faces, shaping, break points, Dutch rules, total fit, tabs, widths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "typeset/word.h"
#include "typeset/wordlist.h"

static Fonts *fonts;
static Typesetter *typesetter;
static Arena *arena;

static CharStyle lato(void) {
    return (CharStyle){.family = "Lato", .weight = 400, .size = 10 * POINT, .language = "nl"};
}
static ParagraphStyle plain(Align align) {
    return (ParagraphStyle){.align = align, .leading = 14 * POINT, .hyphenate = true};
}

static int set_up(void **state) {
    const char *error;
    (void)state;
    fonts = fonts_open(JAARVERSLAG_DATA "/fonts/catalogue.tsv", &error);
    assert_non_null(fonts);
    typesetter = typesetter_new(fonts, "/usr/share/hyphen");
    arena = arena_new();
    return 0;
}
static int tear_down(void **state) {
    (void)state;
    typesetter_free(typesetter);
    fonts_close(fonts);
    arena_free(arena);
    return 0;
}

static Paragraph *paragraph(const char *text, ParagraphStyle style, CharStyle character) {
    Paragraph *p = paragraph_new(arena, typesetter, &style);
    paragraph_text(p, text, &character, NULL, (Place){"x.xml", 3, 5});
    return p;
}

/* The text of a line as a reader would copy it. */
static char *line_text(const Line *line) {
    char *out = arena_strdup(arena, "");
    for (int i = 0; i < line->count; i++)
        if (line->pieces[i].run) out = arena_printf(arena, "%s%.*s", out, (int)line->pieces[i].run->text_size, line->pieces[i].run->text);
    return out;
}

static void check_lines(const Lines *lines) {
    for (int i = 0; i < lines->count; i++) {
        const Line *line = &lines->lines[i];
        Length x = -1000000;
        for (int k = 0; k < line->count; k++) {
            const Piece *piece = &line->pieces[k];
            Length sum = 0;
            assert_true(piece->x >= x);
            x = piece->x + piece->width;
            if (!piece->run) continue;
            for (int g = 0; g < piece->run->count; g++) {
                sum += piece->run->glyphs[g].advance;
                assert_true(piece->run->glyphs[g].id != 0);
                assert_true(piece->run->glyphs[g].cluster < piece->run->text_size);
            }
            assert_int_equal(sum, piece->run->width);
        }
    }
}

static const char *long_text =
    "De opleidingsschool leidt samen met de lerarenopleidingen studenten op tot startbekwame docenten. In het afgelopen "
    "schooljaar hebben 246 studenten stage gelopen op de zestien locaties, onder begeleiding van werkplekbegeleiders en "
    "schoolopleiders. De verantwoordelijkheden zijn vastgelegd in het professionaliseringsplan, dat samen met de instituten "
    "is herzien. De stuurgroep heeft op 12 juli 2021 besloten de begroting van € 269.243 te handhaven.";

static void faces_open_and_tell(void **state) {
    (void)state;
    const char *error = NULL;
    const Face *face = fonts_face(fonts, "Lato", 700, true, &error);
    assert_non_null(face);
    assert_string_equal(face_name(face), "Lato-BoldItalic");
    assert_int_equal(face_metrics(face)->units_per_em, 2000);
    assert_true(face_metrics(face)->italic && face_metrics(face)->descent < 0);
    assert_null(fonts_face(fonts, "Bestaat Niet", 400, false, &error));
    assert_non_null(error);
    assert_non_null(fonts_fallback(fonts, 0, 400, false));
    assert_null(fonts_fallback(fonts, 20, 400, false));
}

static void decomposed_accents_are_composed(void **state) {
    (void)state;
    CharStyle style = lato();
    assert_int_equal(typeset_width(typesetter, "ideee\xCC\x88n", &style), typeset_width(typesetter, "idee\xC3\xABn", &style));
}

static void fallback_for_what_lato_lacks(void **state) {
    (void)state;
    CharStyle style = lato();
    const Lines *lines = typeset_line(arena, typesetter, "a ☐ ✓ → ▪ ◦ ş Č ł ő ễ Đ Ĳ", &style, NULL);
    check_lines(lines);
    assert_true(lines->lines[0].count > 1);
    assert_string_equal(line_text(&lines->lines[0]), "a ☐ ✓ → ▪ ◦ ş Č ł ő ễ Đ Ĳ");
}

static void missing_characters_are_reported(void **state) {
    (void)state;
    Diagnostics *diagnostics = diagnostics_new();
    const Lines *lines = paragraph_break(paragraph("x \xEF\x83\xB0 y", plain(ALIGN_LEFT), lato()), 100 * POINT);
    check_lines(lines);
    typesetter_report_missing(typesetter, false, diagnostics);
    assert_int_equal(diagnostics_total(diagnostics), 1);
    assert_string_equal(diagnostics_at(diagnostics, 0)->message->code, "D405");
    assert_int_equal(diagnostics_at(diagnostics, 0)->place.line, 3);
    diagnostics_free(diagnostics);
}

/* A face may draw a private character, and a flag is two characters that one library stops the program at. */
static void emoji_and_leftward_words(void **state) {
    (void)state;
    Diagnostics *diagnostics = diagnostics_new();
    typesetter_begin(typesetter);
    const char *texts[] = {"\U0001F1E7\U0001F1EA", "a\U0001F1E7\U0001F1EA\U0001F1F3-b", "\U0001F468\u200D\U0001F469\U0001F3FD", "\uFFFF\uFFFE", "\U0010FFFF x"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) paragraph_break(paragraph(texts[i], plain(ALIGN_LEFT), lato()), 20 * POINT);
    typesetter_begin(typesetter);
    paragraph_break(paragraph("\u05d3\u05d5\u05d3", plain(ALIGN_LEFT), lato()), 100 * POINT);
    typesetter_report_missing(typesetter, false, diagnostics);
    assert_int_equal(diagnostics_total(diagnostics), 0);
    paragraph_break(paragraph("\u05d3\u05d5\u05d3 \u05d1\u05df", plain(ALIGN_LEFT), lato()), 100 * POINT);
    typesetter_report_missing(typesetter, false, diagnostics);
    assert_int_equal(diagnostics_total(diagnostics), 1);
    assert_string_equal(diagnostics_at(diagnostics, 0)->message->code, "D406");
    diagnostics_free(diagnostics);
}

static void a_draft_only_warns(void **state) {
    (void)state;
    static const struct { const char *text, *code; bool draft; } CASES[] = {
        {"\u738b", "D401", false}, {"\u738b", "D404", true}, {"\uE123", "D405", false}, {"\uE123", "D404", true}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        Diagnostics *diagnostics = diagnostics_new();
        paragraph_break(paragraph(CASES[i].text, plain(ALIGN_LEFT), lato()), 100 * POINT);
        typesetter_report_missing(typesetter, CASES[i].draft, diagnostics);
        assert_int_equal(diagnostics_total(diagnostics), 1);
        assert_string_equal(diagnostics_at(diagnostics, 0)->message->code, CASES[i].code);
        assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), CASES[i].draft ? 0 : 1);
        diagnostics_free(diagnostics);
    }
}

static void features_change_widths(void **state) {
    (void)state;
    CharStyle a = lato(), b = lato();
    a.features = FEATURE_TABULAR | FEATURE_LINING;
    assert_int_equal(typeset_width(typesetter, "111", &a), typeset_width(typesetter, "888", &a));
    b.features = FEATURE_PROPORTIONAL | FEATURE_LINING;
    assert_true(typeset_width(typesetter, "111", &b) < typeset_width(typesetter, "888", &b));
    b.features = FEATURE_SMALL_CAPS;
    assert_true(typeset_width(typesetter, "BOS", &b) > typeset_width(typesetter, "bos", &b));
}

static char *shown_breaks(const char *text, Speech speech) {
    const Chunk *chunk = typesetter_chunk(typesetter, speech, text, strlen(text));
    char *out = arena_strdup(arena, "");
    uint32_t at = 0;
    for (int i = 0; i < chunk->count; i++) {
        uint32_t stop = chunk->breaks[i].offset;
        if (chunk->breaks[i].penalty >= 1000) continue;
        out = arena_printf(arena, "%s%.*s|", out, (int)(stop - at), text + at);
        at = stop;
    }
    return arena_printf(arena, "%s%s", out, text + at);
}

static void words_break_where_they_may(void **state) {
    (void)state;
    assert_string_equal(shown_breaks("opleidingsschool", SPEECH_DUTCH), "op|lei|dings|school");
    assert_string_equal(shown_breaks("co\xC3\xB6rdinatie", SPEECH_DUTCH), "co\xC3\xB6r|di|na|tie");
    assert_string_equal(shown_breaks("SOVOT", SPEECH_DUTCH), "SOVOT");
    assert_string_equal(shown_breaks("48.107,95", SPEECH_DUTCH), "48.107,95");
    assert_string_equal(shown_breaks("2020-2021", SPEECH_DUTCH), "2020-2021");
    assert_string_equal(shown_breaks("1-8-2021", SPEECH_DUTCH), "1-8-2021");
    assert_string_equal(shown_breaks("e-mail", SPEECH_DUTCH), "e-mail");
    assert_string_equal(shown_breaks("en/of", SPEECH_DUTCH), "en/of");
    assert_string_equal(shown_breaks("VO-raad", SPEECH_DUTCH), "VO-|raad");
    assert_string_equal(shown_breaks("https://www.bos.nl/pad/naar", SPEECH_DUTCH), "https://|www|.bos|.nl/|pad/|naar");
    assert_string_equal(shown_breaks("university", SPEECH_ENGLISH), "uni|ver|sity");
    assert_string_equal(shown_breaks("opleidingsschool", SPEECH_OTHER), "opleidingsschool");
}

static bool keeps(const char *a, const char *b) {
    return speech_keeps(SPEECH_DUTCH, a, strlen(a), b, strlen(b));
}

static void dutch_keeps_together(void **state) {
    (void)state;
    assert_true(keeps("€", "955"));
    assert_true(keeps("8", "uur"));
    assert_true(keeps("(p.", "3)"));
    assert_true(keeps("art.", "8"));
    assert_true(keeps("J.", "Jansen"));
    assert_true(keeps("M.A.", "de"));
    assert_true(keeps("’s", "avonds"));
    assert_true(keeps("12", "juli"));
    assert_true(keeps("+", "€"));
    assert_true(keeps("woord", "–"));
    assert_true(keeps("drs.", "Vermeer"));
    assert_true(keeps("Figuur", "7"));
    assert_true(keeps("41,3", "%"));
    assert_false(keeps("Figuur", "zeven"));
    assert_false(keeps("school", "uur"));
    assert_false(keeps("juli", "2021"));
    assert_false(keeps("einde.", "Begin"));
}

static void justified_lines_fill_the_measure(void **state) {
    (void)state;
    for (Length measure = 200 * POINT; measure < 480 * POINT; measure += 37 * POINT) {
        const Lines *lines = paragraph_break(paragraph(long_text, plain(ALIGN_JUSTIFY), lato()), measure);
        check_lines(lines);
        assert_true(lines->count >= 3);
        for (int i = 0; i < lines->count; i++) {
            const Line *line = &lines->lines[i];
            assert_false(line->overfull);
            if (!line->last) assert_in_range(line->width, measure - 10, measure + 5 * POINT);
        }
        assert_true(lines->lines[lines->count - 1].last);
    }
}

static void all_text_comes_back(void **state) {
    (void)state;
    const Lines *lines = paragraph_break(paragraph(long_text, plain(ALIGN_LEFT), lato()), 150 * POINT);
    char *all = arena_strdup(arena, "");
    for (int i = 0; i < lines->count; i++) {
        char *text = line_text(&lines->lines[i]);
        size_t n = strlen(text);
        if (lines->lines[i].hyphenated) {
            assert_string_equal(text + n - 2, "\xC2\xAD");
            text[n - 2] = '\0';
        }
        all = arena_printf(arena, "%s%s", all, text);
    }
    assert_string_equal(all, long_text);
}

static void alignment_places(void **state) {
    (void)state;
    const Lines *lines = paragraph_break(paragraph("kort", plain(ALIGN_RIGHT), lato()), 100 * POINT);
    assert_int_equal(lines->lines[0].pieces[0].x + lines->lines[0].width, 100 * POINT);
    lines = paragraph_break(paragraph("kort", plain(ALIGN_CENTER), lato()), 100 * POINT);
    assert_int_equal(lines->lines[0].pieces[0].x, (100 * POINT - lines->lines[0].width) / 2);
}

static void overfull_is_never_silent(void **state) {
    (void)state;
    const Lines *lines = paragraph_break(paragraph("1.234.567.890,12", plain(ALIGN_LEFT), lato()), 20 * POINT);
    assert_int_equal(lines->count, 1);
    assert_true(lines->lines[0].overfull && lines->lines[0].overflow > 0);
    lines = paragraph_break(paragraph("wetenschapsgebieden", plain(ALIGN_LEFT), lato()), 30 * POINT);
    check_lines(lines);
    for (int i = 0; i < lines->count; i++) assert_false(lines->lines[i].overfull);
}

/* A word wider than the measure is cut at its syllables, also where the style has no hyphens; letters only where one is too wide. */
static void wide_words_break_at_syllables(void **state) {
    (void)state;
    for (int hyphenate = 0; hyphenate < 2; hyphenate++) {
        ParagraphStyle style = plain(ALIGN_LEFT);
        style.hyphenate = hyphenate;
        const Lines *lines = paragraph_break(paragraph("de schoolopleiders", style, lato()), 42 * POINT);
        assert_int_equal(lines->count, 3);
        assert_string_equal(line_text(&lines->lines[1]), "school\xC2\xAD");
        assert_string_equal(line_text(&lines->lines[2]), "opleiders");
        lines = paragraph_break(paragraph("instituutsopleiders", style, lato()), 36 * POINT);
        for (int l = 0; l < lines->count; l++) assert_false(lines->lines[l].overfull);
        assert_string_equal(line_text(&lines->lines[lines->count - 1]), "ders");
    }
}

/* A name of few letters with more than one capital is never cut, however narrow; a long word in capitals is. */
static void abbreviations_stay_whole(void **state) {
    (void)state;
    static const char *const NAMES[] = {"FLOT", "HvA", "SOVOT-en"};
    for (size_t i = 0; i < 3; i++) {
        const Lines *lines = paragraph_break(paragraph(NAMES[i], plain(ALIGN_LEFT), lato()), 10 * POINT);
        assert_true(lines->lines[0].overfull);
        assert_null(strstr(line_text(&lines->lines[0]), "\xC2\xAD"));
    }
    const Lines *lines = paragraph_break(paragraph("VERANTWOORDELIJK", plain(ALIGN_LEFT), lato()), 40 * POINT);
    for (int i = 0; i < lines->count; i++) assert_false(lines->lines[i].overfull);
}

/* The word with a hyphen where it may break, = between two parts. */
static const char *broken(Hyphenator *h, const char *word) {
    uint32_t c[80] = {0};
    char marks[128];
    int count = 0;
    for (const char *p = word, *end = word + strlen(word); p < end;) c[count++] = utf8_next(&p, end);
    hyphenator_marks(h, SPEECH_DUTCH, c, count, marks);
    Buffer out = {0};
    for (int i = 0; i < count; i++) {
        char letter[8];
        if (marks[i]) buffer_putc(&out, marks[i] == MARK_BETWEEN ? '=' : '-');
        buffer_append(&out, letter, (size_t)utf8_put(c[i], letter));
    }
    const char *result = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

static void words_of_the_trade(void **state) {
    (void)state;
    static const char *const WORDS[][2] = {
        {"werkplekleren", "werk-plek=le-ren"}, {"Werkplekbegeleiders", "Werk-plek=be-ge-lei-ders"}, {"werkplekken", "werk-plek=ken"},
        {"stuurgroepoverleg", "stuur-groep=over-leg"}, {"stuurgroepen", "stuur-groe-pen"}, {"tussenevaluatie", "tus-sen=eva-lu-a-tie"},
        {"eindevaluatie", "eind-eva-lu-a-tie"}, {"lerarenopleiders", "le-ra-ren=op-lei-ders"}, {"schoolopleider", "school=op-lei-der"},
        {"studenten", "stu-den-ten"}, {"studentaantallen", "stu-dent=aan-tal-len"}, {"meestal", "meestal"}, {"overigens", "ove-ri-gens"},
        {"verbetering", "ver-be-te-ring"}, {"instituutscoördinator", "in-sti-tuuts=coör-di-na-tor"}, {"zelfde", "zelfde"}, {"leden", "le-den"},
        {"enquêteuitkomsten", "en-quête=uit-kom-sten"}, {"onderwijs", "on-der-wijs"}, {"stageuren", "sta-ge=uren"},
    };
    Hyphenator *h = hyphenator_new("/usr/share/hyphen");
    Buffer list = {0};
    assert_int_equal(file_read(JAARVERSLAG_DATA "/templates/lib/hyphenation-nl.txt", 1u << 20, &list), 0);
    assert_int_equal(hyphenator_learn(h, SPEECH_DUTCH, list.data, list.size, true), 0);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) assert_string_equal(broken(h, WORDS[i][0]), WORDS[i][1]);
    buffer_free(&list);
    hyphenator_free(h);
}

/* Words of one document come before those that stay, and are gone after it; what is no word is told by its line. */
static void own_words_come_first(void **state) {
    (void)state;
    Hyphenator *h = hyphenator_new("/usr/share/hyphen");
    static const char kept[] = "# remark\n\nvoor-beeld\n", own[] = "voorb-eeld # so we want it\n";
    assert_int_equal(hyphenator_learn(h, SPEECH_DUTCH, kept, sizeof kept - 1, true), 0);
    assert_false(hyphenator_forget(h));
    assert_int_equal(hyphenator_learn(h, SPEECH_DUTCH, own, sizeof own - 1, false), 0);
    assert_string_equal(broken(h, "voorbeeld"), "voorb-eeld");
    assert_true(hyphenator_forget(h));
    assert_string_equal(broken(h, "voorbeeld"), "voor-beeld");
    static const char *const FAULTY[] = {"goed\nniet goed\n", "goed\n-a--b\n", "goed\nHoofd-letter\n", "goed\n-begin-einde-\n", "goed\nx\n", "goed\ngetal-7\n"};
    for (size_t i = 0; i < sizeof FAULTY / sizeof *FAULTY; i++)
        assert_int_equal(hyphenator_learn(h, SPEECH_DUTCH, FAULTY[i], strlen(FAULTY[i]), false), 2);
    hyphenator_free(h);
}

static void white_space_folds_across_calls(void **state) {
    (void)state;
    ParagraphStyle style = plain(ALIGN_LEFT);
    CharStyle a = lato(), b = lato();
    b.weight = 700;
    Paragraph *p = paragraph_new(arena, typesetter, &style);
    assert_true(paragraph_empty(p));
    paragraph_text(p, "  een \n", &a, NULL, (Place){0});
    paragraph_text(p, "  twee ", &b, NULL, (Place){0});
    paragraph_mark(p, "m");
    paragraph_text(p, " drie  ", &a, NULL, (Place){0});
    const Lines *lines = paragraph_break(p, 400 * POINT);
    assert_int_equal(lines->count, 1);
    assert_string_equal(line_text(&lines->lines[0]), "een twee drie");
    int marks = 0;
    for (int i = 0; i < lines->lines[0].count; i++) marks += lines->lines[0].pieces[i].kind == PIECE_MARK;
    assert_int_equal(marks, 1);
}

static void soft_hyphens_and_new_lines(void **state) {
    (void)state;
    const Lines *lines = paragraph_break(paragraph("abcdef\xC2\xADghijkl", plain(ALIGN_LEFT), lato()), 40 * POINT);
    assert_int_equal(lines->count, 2);
    assert_string_equal(line_text(&lines->lines[0]), "abcdef\xC2\xAD");
    Paragraph *p = paragraph("een", plain(ALIGN_LEFT), lato());
    CharStyle style = lato();
    paragraph_newline(p);
    paragraph_text(p, " twee", &style, NULL, (Place){0});
    assert_int_equal(paragraph_break(p, 400 * POINT)->count, 2);
}

static void tabs_and_leaders(void **state) {
    (void)state;
    CharStyle style = lato();
    Paragraph *p = paragraph("1.2 Overzicht en analyse van de studentenaantallen per instituut", plain(ALIGN_LEFT), style);
    paragraph_tab(p, 200 * POINT, ALIGN_RIGHT, ". ", &style);
    paragraph_text(p, "24", &style, NULL, (Place){0});
    const Lines *lines = paragraph_break(p, 200 * POINT);
    check_lines(lines);
    assert_int_equal(lines->count, 2);
    const Line *line = &lines->lines[1];
    const Piece *last = &line->pieces[line->count - 1];
    assert_int_equal(last->x + last->width, 200 * POINT);
    assert_int_equal(line->pieces[line->count - 2].kind, PIECE_LEADER);
    assert_false(line->overfull);
}

static void widths_for_columns(void **state) {
    (void)state;
    Length minimum, maximum;
    CharStyle style = lato();
    ParagraphStyle form = plain(ALIGN_LEFT);
    form.hyphenate = false;
    Paragraph *p = paragraph("studenten per instituut", form, style);
    paragraph_widths(p, &minimum, &maximum);
    assert_int_equal(minimum, typeset_width(typesetter, "studenten", &style));
    assert_in_range(maximum, typeset_width(typesetter, "studenten per instituut", &style) - 3, typeset_width(typesetter, "studenten per instituut", &style) + 3);
    assert_int_equal(paragraph_decimal(paragraph("13.035,50", plain(ALIGN_DECIMAL), style)), typeset_width(typesetter, "13.035", &style));
    assert_int_equal(paragraph_decimal(paragraph("67%", plain(ALIGN_DECIMAL), style)), typeset_width(typesetter, "67", &style));
}

/* Whatever the text, breaking ends, loses no glyph's text and keeps its promises. */
/* How many fonts a document may use does not depend on those of documents before it. */
static void every_document_has_its_own_fonts(void **state) {
    (void)state;
    enum { DOCUMENTS = 3, FONTS = 250 };
    char language[32];
    for (int document = 0; document < DOCUMENTS; document++) {
        typesetter_begin(typesetter);
        for (int i = 0; i < FONTS; i++) {
            snprintf(language, sizeof language, "x-%d-%d", document % 2, i);
            CharStyle style = {.family = "Lato", .weight = 400, .size = 10, .language = language};
            assert_string_equal(typesetter_key(typesetter, &style)->language, language);
        }
    }
    typesetter_begin(typesetter);
}

static void random_text_is_safe(void **state) {
    (void)state;
    static const char *const bits[] = {"a", " ", "-", "opleiding", "\xC2\xA0", "\xC2\xAD", "€", "☐", "e\xCC\x81", "http://x.nl/a-b", "\xFF", "\t",
                                       "123,45", "–", "\xE2\x80\x8B", "שלום", "漢字", "/", "J.", "\xF0\x9F\x98\x80", "\x01", "‘", "’s"};
    srand(7);
    for (int round = 0; round < 3000; round++) {
        Arena *local = arena_new();
        ParagraphStyle style = plain((Align)(rand() % 5));
        style.first_indent = (rand() % 40 - 20) * POINT;
        Paragraph *p = paragraph_new(local, typesetter, &style);
        for (int k = rand() % 12; k >= 0; k--) {
            CharStyle character = lato();
            char text[200] = "";
            character.weight = rand() % 2 ? 400 : 700;
            character.features = rand() % 8 ? 0 : FEATURE_SMALL_CAPS;
            for (int i = rand() % 9; i >= 0; i--) strcat(text, bits[(size_t)rand() % (sizeof bits / sizeof *bits)]);
            paragraph_text(p, text, &character, NULL, (Place){0});
            if (rand() % 8 == 0) paragraph_mark(p, "m");
            if (rand() % 16 == 0) paragraph_newline(p);
            if (rand() % 16 == 0) paragraph_box(p, 9000, 9000, 0, NULL, NULL);
            if (rand() % 16 == 0) paragraph_tab(p, 100000, rand() % 2 ? ALIGN_RIGHT : ALIGN_LEFT, rand() % 2 ? "." : NULL, &character);
        }
        Length minimum, maximum, measure = rand() % 300000;
        const Lines *lines = paragraph_break(p, measure);
        paragraph_widths(p, &minimum, &maximum);
        paragraph_decimal(p);
        for (int i = 0; i < lines->count; i++)
            for (int k = 0; k < lines->lines[i].count; k++) {
                const Piece *piece = &lines->lines[i].pieces[k];
                for (int g = 0; piece->run && g < piece->run->count; g++) assert_true(piece->run->glyphs[g].cluster < piece->run->text_size);
            }
        arena_free(local);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faces_open_and_tell), cmocka_unit_test(decomposed_accents_are_composed),
        cmocka_unit_test(fallback_for_what_lato_lacks), cmocka_unit_test(missing_characters_are_reported),
        cmocka_unit_test(features_change_widths), cmocka_unit_test(emoji_and_leftward_words), cmocka_unit_test(a_draft_only_warns), cmocka_unit_test(words_break_where_they_may),
        cmocka_unit_test(dutch_keeps_together), cmocka_unit_test(justified_lines_fill_the_measure),
        cmocka_unit_test(all_text_comes_back), cmocka_unit_test(alignment_places), cmocka_unit_test(overfull_is_never_silent),
        cmocka_unit_test(wide_words_break_at_syllables), cmocka_unit_test(abbreviations_stay_whole), cmocka_unit_test(words_of_the_trade),
        cmocka_unit_test(own_words_come_first), cmocka_unit_test(white_space_folds_across_calls), cmocka_unit_test(soft_hyphens_and_new_lines),
        cmocka_unit_test(tabs_and_leaders), cmocka_unit_test(widths_for_columns), cmocka_unit_test(every_document_has_its_own_fonts),
        cmocka_unit_test(random_text_is_safe),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
