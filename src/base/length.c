/* Lengths on paper and colours, read from text. */
#include "base/length.h"

#include <math.h>
#include <string.h>

#include "base/decimal.h"

/* One unit in 1/1000 pt, as a fraction. */
static const struct {
    const char *name;
    int64_t numerator, denominator;
} units[] = {
    {"pt", 1000, 1}, {"mm", 72000 * 10, 254}, {"cm", 72000 * 100, 254}, {"in", 72000, 1}, {"", 0, 1},
};

bool length_parse(const char *text, Length *out) {
    if (!text) return false;
    size_t digits = strspn(text, "-0123456789.");
    char number[32];
    if (digits == 0 || digits >= sizeof number) return false;
    memcpy(number, text, digits);
    number[digits] = '\0';
    Decimal value;
    if (!decimal_parse(number, &value)) return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strcmp(text + digits, units[i].name) != 0) continue;
        if (!units[i].numerator && !decimal_is_zero(value)) return false; /* only 0 goes without a unit */
        Decimal result = decimal_div(decimal_mul(value, decimal_int(units[i].numerator)), decimal_int(units[i].denominator), 0);
        if (!decimal_valid(result) || result.units > LENGTH_MAX || result.units < -(__int128)LENGTH_MAX) return false;
        *out = (Length)result.units;
        return true;
    }
    return false;
}

static int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool color_parse(const char *text, Color *out) {
    if (!text || text[0] != '#' || strlen(text) != 7) return false;
    uint8_t parts[3];
    for (int i = 0; i < 3; i++) {
        int high = hex(text[1 + 2 * i]), low = hex(text[2 + 2 * i]);
        if (high < 0 || low < 0) return false;
        parts[i] = (uint8_t)(high * 16 + low);
    }
    *out = (Color){parts[0], parts[1], parts[2]};
    return true;
}

/* Binary floats are fine here: nobody's money. */
static double luminance(Color c) {
    double v[3] = {c.r / 255.0, c.g / 255.0, c.b / 255.0};
    for (int i = 0; i < 3; i++) v[i] = v[i] <= 0.03928 ? v[i] / 12.92 : pow((v[i] + 0.055) / 1.055, 2.4);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}

double color_contrast(Color a, Color b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}
