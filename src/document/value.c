/* Values of attributes: text into what it says, and in words what an attribute can have. */
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "document/grammar.h"
#include "document/words.h"

static bool read_count(const GrammarAttribute *a, const char *text, int *out) {
    char *end;
    long n = strtol(text, &end, 10);
    if (end == text || *end || strspn(text, "0123456789") != strlen(text) || n < a->least || n > a->most) return false;
    *out = (int)n;
    return true;
}

/* A whole percentage, or a length on paper that is not negative. */
static bool read_measure(const char *text, bool share, Measure *out) {
    size_t n = strlen(text);
    if (share && n > 1 && text[n - 1] == '%') {
        char *end;
        long percent = strtol(text, &end, 10);
        if (end != text + n - 1 || percent < 1 || percent > 100) return false;
        *out = (Measure){MEASURE_PERCENT, 0, (int)percent};
        return true;
    }
    *out = (Measure){.kind = MEASURE_LENGTH};
    return length_parse(text, &out->length) && out->length >= 0 && out->length <= 5000 * POINT;
}

/* Thousandths of a number such as 2, 2.4 or 0.75. */
static bool read_thousandths(const char *text, size_t size, int *out) {
    char number[16] = "";
    Decimal d, scaled;
    int64_t whole;
    if (!size || size >= sizeof number) return false;
    memcpy(number, text, size);
    if (!decimal_parse(number, &d)) return false;
    scaled = decimal_mul(decimal_round(d, 3), decimal_int(1000));
    if (!decimal_valid(scaled) || !decimal_floor(decimal_round(scaled, 0), &whole) || whole < 50 || whole > 99999) return false;
    *out = (int)whole;
    return true;
}

static bool read_width(const char *text, TrackWidth *out) {
    size_t n = strlen(text);
    *out = (TrackWidth){0};
    if (!strcmp(text, "auto")) return true;
    if (n && text[n - 1] == '*') {
        if (n > 1) return read_thousandths(text, n - 1, &out->share);
        out->share = 1000;
        return true;
    }
    Measure measure;
    if (!read_measure(text, true, &measure)) return false;
    out->percent = measure.percent;
    out->fixed = measure.length;
    return out->percent || (out->fixed > 0 && out->fixed < 2000 * POINT);
}

/* 2:3:3, or for the first of two 40% or 0.4. */
static bool read_ratio(const char *text, Ratio *out) {
    Measure first;
    *out = (Ratio){0};
    if (read_measure(text, true, &first) && first.kind == MEASURE_PERCENT) {
        *out = (Ratio){2, {first.percent * 10, 1000 - first.percent * 10}};
        return first.percent < 100;
    }
    if (!strpbrk(text, ":/") && read_thousandths(text, strlen(text), &out->parts[0])) {
        out->count = 2;
        out->parts[1] = 1000 - out->parts[0];
        return out->parts[1] > 0;
    }
    for (const char *p = text;; p++) {
        size_t n = strcspn(p, ":/");
        if (out->count == SIDES_MAX || !read_thousandths(p, n, &out->parts[out->count])) return false;
        out->count++;
        p += n;
        if (!*p) return out->count > 1;
    }
}

static bool read_tint(const char *text, Tint *out) {
    int word = word_of("accent text muted paper group", text);
    *out = (Tint){.kind = word < 0 ? TINT_COLOR : TINT_ACCENT + word};
    return word >= 0 || color_parse(text, &out->color);
}

static bool digits(const char *text, int from, int count) {
    for (int i = from; i < from + count; i++) if (text[i] < '0' || text[i] > '9') return false;
    return true;
}

/* 2021-08-23, and where a month will do also 2021-08. */
static bool is_date(const char *text, bool month) {
    size_t n = strlen(text);
    if ((n != 10 && !(month && n == 7)) || !digits(text, 0, 4) || text[4] != '-' || !digits(text, 5, 2)) return false;
    int m = atoi(text + 5), d = n == 10 ? atoi(text + 8) : 1;
    return (n == 7 || (text[7] == '-' && digits(text, 8, 2))) && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

static bool is_language(const char *text) {
    size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return n >= 2 && n <= 3 && (!text[n] || (text[n] == '-' && text[n + 1] && !text[n + 1 + strspn(text + n + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")]));
}

static bool is_key(const char *text) { return *text && !strpbrk(text, " \t\r\n"); }

/* file:line:column; "" where there is none. */
static bool is_place(const char *text) {
    const char *last = strrchr(text, ':');
    if (!*text) return true;
    if (!last || last == text || !last[1] || strspn(last + 1, "0123456789") != strlen(last + 1)) return false;
    const char *line = last;
    while (line > text && line[-1] >= '0' && line[-1] <= '9') line--;
    return line < last && line > text + 1 && line[-1] == ':';
}

static bool is_decimal(const char *text) {
    Decimal d;
    return !*text || decimal_parse(text, &d);
}

static bool read_word(const GrammarAttribute *a, const char *text, int *out) {
    int word = word_of(a->words, text);
    if (word < 0) return false;
    *out = word + a->first;
    return true;
}

static bool read_align(const GrammarAttribute *a, const char *text, Align *out) {
    static const Align ALIGNS[] = {ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTER, ALIGN_DECIMAL};
    int word = word_of(a->words, text);
    if (word < 0) return false;
    *out = ALIGNS[word];
    return true;
}

/* May this text be the value? Of the kinds whose value is the text itself. */
static bool text_fits(const GrammarAttribute *a, const char *text) {
    switch (a->kind) {
    case IS_KEY: case IS_TO: case IS_FACT: return is_key(text);
    case IS_FORM: return word_of(a->words, text) >= 0;
    case IS_LANGUAGE: return is_language(text);
    case IS_DATE: return !*text || is_date(text, false); /* of an input that has none yet */
    case IS_MONTH: return is_date(text, true);
    case IS_DECIMAL: return is_decimal(text);
    case IS_TEXT: return true;
    default: return *text != '\0';
    }
}

bool grammar_value(const GrammarAttribute *a, const char *text, void *data) {
    void *out = (char *)data + a->offset;

    switch (a->kind) {
    case IS_WORD: return read_word(a, text, out);
    case IS_COUNT: return read_count(a, text, out);
    case IS_LENGTH: case IS_MEASURE: return read_measure(text, a->kind == IS_MEASURE, out);
    case IS_WIDTH: return read_width(text, out);
    case IS_RATIO: return read_ratio(text, out);
    case IS_ALIGN: return read_align(a, text, out);
    case IS_OWN_ALIGN:
        ((Alignment *)out)->given = true;
        return read_align(a, text, &((Alignment *)out)->align);
    case IS_COLOR: return read_tint(text, out);
    case IS_FEATURES: return word_bits(a->words, text, out);
    case IS_ROTATION: return *(bool *)out = !strcmp(text, "90");
    case IS_RECTO: return *(bool *)out = !strcmp(text, "recto");
    case IS_PLACE: return is_place(text);
    default:
        if (!text_fits(a, text)) return false;
        *(const char **)out = text;
        return true;
    }
}

/* "a, b of c" in both languages. */
static const char *listed(Arena *arena, const char *words) {
    Buffer dutch = {0}, english = {0};
    for (const char *p = words; *p;) {
        size_t n = strcspn(p, " ");
        const char *next = p + n + strspn(p + n, " ");
        bool last = !*next, first = p == words;
        buffer_printf(&dutch, "%s%.*s", first ? "" : last ? " of " : ", ", (int)n, p);
        buffer_printf(&english, "%s%.*s", first ? "" : last ? " or " : ", ", (int)n, p);
        p = next;
    }
    const char *both = arena_printf(arena, "%s\x1e%s", dutch.data, english.data);
    buffer_free(&dutch);
    buffer_free(&english);
    return both;
}

const char *grammar_values(Arena *arena, const GrammarAttribute *a) {
    switch (a->kind) {
    case IS_WORD: case IS_FORM: case IS_ALIGN: case IS_OWN_ALIGN: return listed(arena, a->words);
    case IS_FEATURES: return arena_printf(arena, "%s", a->words);
    case IS_COUNT: return arena_printf(arena, "geheel getal van %d tot en met %d\x1ewhole number from %d to %d", a->least, a->most, a->least, a->most);
    case IS_LENGTH: return BOTH("maat (12pt, 25mm)", "length (12pt, 25mm)");
    case IS_MEASURE: return BOTH("maat (12pt, 25mm) of percentage (50%)", "length (12pt, 25mm) or percentage (50%)");
    case IS_WIDTH: return BOTH("auto, een maat (25mm), een percentage (20%) of een deel (2*)", "auto, a length (25mm), a percentage (20%) or a share (2*)");
    case IS_RATIO: return BOTH("twee tot vier getallen (2:3:3), of een deel van twee (40%, 0.4)", "two to four numbers (2:3:3), or a share of two (40%, 0.4)");
    case IS_COLOR: return BOTH("kleur (#1a2b3c, accent, text, muted, paper of group)", "colour (#1a2b3c, accent, text, muted, paper or group)");
    case IS_ROTATION: return "90";
    case IS_RECTO: return "recto";
    case IS_KEY: case IS_TO: return BOTH("sleutel zonder spaties", "key without spaces");
    case IS_FACT: return BOTH("naam van een feit", "name of a fact");
    case IS_LANGUAGE: return BOTH("taal (nl, en, ...)", "language (nl, en, ...)");
    case IS_DATE: return BOTH("datum (2023-09-29)", "date (2023-09-29)");
    case IS_MONTH: return BOTH("datum of maand (2023-09-29, 2023-09)", "date or month (2023-09-29, 2023-09)");
    case IS_DECIMAL: return BOTH("getal (1234.50); leeg: onbekend", "number (1234.50); empty: unknown");
    case IS_ADDRESS: return BOTH("adres (https://...)", "address (https://...)");
    case IS_FILE: return BOTH("naam van een bestand", "name of a file");
    case IS_TEXT_STYLE: return BOTH("tekststijl van de huisstijl", "text style of the house style");
    case IS_BOX_STYLE: return BOTH("kaderstijl van de huisstijl", "box style of the house style");
    case IS_TABLE_STYLE: return BOTH("tabelstijl van de huisstijl", "table style of the house style");
    case IS_MASTER: return BOTH("bladspiegel van de huisstijl", "page master of the house style");
    case IS_STYLE: return BOTH("huisstijl (naam of bestand)", "house style (name or file)");
    case IS_PLACE: return BOTH("bestand:regel:kolom", "file:line:column");
    default: return BOTH("tekst", "text");
    }
}
