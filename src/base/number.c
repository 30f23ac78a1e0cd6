/* Numbers and dates as a Dutch (or English) reader expects to see them. */
#include "base/number.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

#define MINUS "\u2212"
#define NO_BREAK_SPACE "\u00A0"

static bool is_english(const char *language) {
    return language && strncmp(language, "en", 2) == 0;
}

/* Digits with grouping and decimal sign, without sign. */
static void put_grouped(Buffer *out, Arena *arena, Decimal value, bool english) {
    if (value.units < 0) value = decimal_neg(value);
    const char *digits = decimal_text(arena, value), *point = strchr(digits, '.');
    size_t whole = point ? (size_t)(point - digits) : strlen(digits);
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0) buffer_putc(out, english ? ',' : '.');
        buffer_putc(out, digits[i]);
    }
    if (point) buffer_printf(out, "%c%s", english ? '.' : ',', point + 1);
}

static const char *const dutch_small[] = {"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen",
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"};
static const char *const dutch_tens[] = {"", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"};
static const char *const english_small[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const english_tens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

static void dutch_below_hundred(Buffer *out, int n) {
    if (n < 20) {
        buffer_puts(out, dutch_small[n]);
        return;
    }
    int unit = n % 10;
    if (unit) /* tweeëntwintig, drieëndertig: a vowel sign after -e */
        buffer_printf(out, "%s%s", dutch_small[unit], unit == 2 || unit == 3 ? "ën" : "en");
    buffer_puts(out, dutch_tens[n / 10]);
}

static void dutch_words(Buffer *out, int n) {
    if (n >= 1000) {
        if (n / 1000 > 1) dutch_words(out, n / 1000);
        buffer_puts(out, "duizend");
        return;
    }
    if (n >= 100) {
        if (n / 100 > 1) buffer_puts(out, dutch_small[n / 100]);
        buffer_puts(out, "honderd");
        if (n % 100 == 0) return;
    }
    dutch_below_hundred(out, n % 100);
}

static void english_words(Buffer *out, int n) {
    if (n >= 1000) {
        english_words(out, n / 1000);
        buffer_puts(out, " thousand");
        return;
    }
    if (n >= 100) {
        buffer_printf(out, "%s hundred", english_small[n / 100]);
        if (n % 100 == 0) return;
        buffer_puts(out, " and ");
    }
    n %= 100;
    if (n < 20) buffer_puts(out, english_small[n]);
    else if (n % 10) buffer_printf(out, "%s-%s", english_tens[n / 10], english_small[n % 10]);
    else buffer_puts(out, english_tens[n / 10]);
}

/* Whole and small enough to be written as words: 0..1000 and round thousands below a million. */
static bool sayable(Decimal value, int *out) {
    int64_t n;
    value = decimal_trim(value);
    if (value.scale || !decimal_floor(value, &n) || n < 0 || n >= 1000000) return false;
    if (n > 1000 && n % 1000) return false;
    *out = (int)n;
    return true;
}

/* Dutch ordinals: -de or -ste, decided by the last part; first, third and eighth of their own. */
static void dutch_ordinal(Buffer *out, int n) {
    int rest = n % 100;
    if (rest == 1 || rest == 3) {
        if (n >= 100) dutch_words(out, n - rest);
        buffer_puts(out, rest == 1 ? "eerste" : "derde");
        return;
    }
    dutch_words(out, n);
    buffer_puts(out, rest == 0 || rest == 8 || rest >= 20 ? "ste" : "de");
}

static void english_ordinal(Buffer *out, int n) {
    static const char *const special[][2] = {{"one", "first"}, {"two", "second"}, {"three", "third"}, {"five", "fifth"},
        {"eight", "eighth"}, {"nine", "ninth"}, {"twelve", "twelfth"}};
    english_words(out, n);
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
        size_t size = strlen(special[i][0]);
        if (out->size >= size && strcmp(out->data + out->size - size, special[i][0]) == 0) {
            out->size -= size;
            buffer_puts(out, special[i][1]);
            return;
        }
    }
    if (out->data[out->size - 1] == 'y') {
        out->size--;
        buffer_puts(out, "ieth");
    } else buffer_puts(out, "th");
}

static const char *ordinal_suffix(Decimal value, bool english) {
    int64_t n;
    if (!english || !decimal_floor(value, &n)) return "e";
    if (n < 0) n = -n;
    if (n % 100 >= 11 && n % 100 <= 13) return "th";
    return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

char *number_text(Arena *arena, Decimal value, NumberStyle style, const char *language) {
    if (!decimal_valid(value)) return arena_strdup(arena, "");
    bool english = is_english(language);
    Buffer out = {0};
    int n;
    bool words = style == NUMBER_WORDS || style == NUMBER_ORDINAL_WORDS;
    if (words && sayable(value, &n) && (style == NUMBER_WORDS || n > 0)) {
        if (style == NUMBER_WORDS) (english ? english_words : dutch_words)(&out, n);
        else (english ? english_ordinal : dutch_ordinal)(&out, n);
    } else {
        if (style == NUMBER_EURO) value = decimal_round(value, 2);
        if (style == NUMBER_EURO_WHOLE) value = decimal_round(value, 0);
        if (value.units < 0) buffer_puts(&out, MINUS);
        if (value.units > 0 && style == NUMBER_SIGNED) buffer_putc(&out, '+');
        if (style == NUMBER_EURO || style == NUMBER_EURO_WHOLE)
            buffer_printf(&out, "%s€%s", value.units < 0 ? NO_BREAK_SPACE : "", english ? "" : NO_BREAK_SPACE);
        put_grouped(&out, arena, value, english);
        if (style == NUMBER_PERCENT) buffer_putc(&out, '%');
        if (style == NUMBER_ORDINAL || style == NUMBER_ORDINAL_WORDS) buffer_puts(&out, ordinal_suffix(value, english));
    }
    char *text = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return text;
}

static bool date_read(const char *iso, int *year, int *month, int *day) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!iso || strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-') return false;
    for (int i = 0; i < 10; i++)
        if (i != 4 && i != 7 && (iso[i] < '0' || iso[i] > '9')) return false;
    sscanf(iso, "%4d-%2d-%2d", year, month, day);
    if (*year < 1 || *month < 1 || *month > 12 || *day < 1) return false;
    bool leap = (*year % 4 == 0 && *year % 100 != 0) || *year % 400 == 0;
    return *day <= days[*month - 1] + (*month == 2 && leap);
}

bool date_valid(const char *iso) {
    int year, month, day;
    return date_read(iso, &year, &month, &day);
}

char *date_text(Arena *arena, const char *iso, const char *language) {
    static const char *const names[2][12] = {{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
        "september", "oktober", "november", "december"},
        {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"}};
    int year, month, day;
    if (!date_read(iso, &year, &month, &day)) return NULL;
    return arena_printf(arena, "%d %s %d", day, names[is_english(language)][month - 1], year);
}
