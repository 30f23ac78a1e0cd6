/* Exact decimals on 128-bit whole numbers, with every overflow caught. */
#include "base/decimal.h"

#include <string.h>

enum { MAX_SCALE = 18 };

static const Decimal invalid = {0, -1};

static bool power_of_ten(int exponent, __int128 *out) {
    if (exponent < 0 || exponent > 38) return false;
    __int128 power = 1;
    while (exponent--) power *= 10;
    *out = power;
    return true;
}

Decimal decimal_int(int64_t value) {
    return (Decimal){value, 0};
}

Decimal decimal_of(int64_t units, int scale) {
    return scale < 0 || scale > MAX_SCALE ? invalid : (Decimal){units, scale};
}

bool decimal_valid(Decimal a) {
    return a.scale >= 0 && a.scale <= MAX_SCALE;
}

bool decimal_parse(const char *text, Decimal *out) {
    if (!text) return false;
    bool negative = *text == '-', point = false, digits = false;
    Decimal value = DECIMAL_ZERO;
    for (text += negative; *text; text++) {
        if (*text == '.' && !point && digits && text[1]) {
            point = true;
            continue;
        }
        if (*text < '0' || *text > '9') return false;
        if (point && ++value.scale > MAX_SCALE) return false;
        if (__builtin_mul_overflow(value.units, (__int128)10, &value.units)) return false;
        if (__builtin_add_overflow(value.units, (__int128)(*text - '0'), &value.units)) return false;
        digits = true;
    }
    if (!digits) return false;
    if (negative) value.units = -value.units;
    *out = value;
    return true;
}

/* The same value with that larger scale. */
static Decimal widen(Decimal a, int scale) {
    __int128 power;
    if (!decimal_valid(a) || scale > MAX_SCALE || !power_of_ten(scale - a.scale, &power)) return invalid;
    if (__builtin_mul_overflow(a.units, power, &a.units)) return invalid;
    a.scale = scale;
    return a;
}

static bool align(Decimal *a, Decimal *b) {
    if (!decimal_valid(*a) || !decimal_valid(*b)) return false;
    if (a->scale < b->scale) *a = widen(*a, b->scale);
    else *b = widen(*b, a->scale);
    return decimal_valid(*a) && decimal_valid(*b);
}

Decimal decimal_add(Decimal a, Decimal b) {
    if (!align(&a, &b) || __builtin_add_overflow(a.units, b.units, &a.units)) return invalid;
    return a;
}

Decimal decimal_neg(Decimal a) {
    if (!decimal_valid(a) || __builtin_sub_overflow((__int128)0, a.units, &a.units)) return invalid;
    return a;
}

Decimal decimal_sub(Decimal a, Decimal b) {
    return decimal_add(a, decimal_neg(b));
}

Decimal decimal_mul(Decimal a, Decimal b) {
    if (!decimal_valid(a) || !decimal_valid(b)) return invalid;
    if (a.scale + b.scale > MAX_SCALE) { /* zeros at the end need no room */
        a = decimal_trim(a);
        b = decimal_trim(b);
    }
    Decimal product = {0, a.scale + b.scale};
    if (product.scale > MAX_SCALE || __builtin_mul_overflow(a.units, b.units, &product.units)) return invalid;
    return product;
}

/* numerator / denominator, half away from zero. denominator > 0. */
static __int128 divide_half_up(__int128 numerator, __int128 denominator) {
    __int128 quotient = numerator / denominator, rest = numerator % denominator;
    if (rest < 0) rest = -rest;
    if (rest >= denominator - rest) quotient += numerator < 0 ? -1 : 1;
    return quotient;
}

Decimal decimal_div(Decimal a, Decimal b, int places) {
    if (!decimal_valid(a) || !decimal_valid(b) || b.units == 0 || places < 0 || places > MAX_SCALE) return invalid;
    a = decimal_trim(a);
    b = decimal_trim(b);
    if (b.units < 0) {
        a = decimal_neg(a);
        b = decimal_neg(b);
        if (!decimal_valid(a) || !decimal_valid(b)) return invalid;
    }
    /* (a.units / 10^sa) / (b.units / 10^sb) * 10^places */
    int shift = places + b.scale - a.scale;
    __int128 power, numerator = a.units, denominator = b.units;
    if (!power_of_ten(shift < 0 ? -shift : shift, &power)) return invalid;
    if (shift >= 0 ? __builtin_mul_overflow(numerator, power, &numerator)
                   : __builtin_mul_overflow(denominator, power, &denominator))
        return invalid;
    Decimal quotient = {0, places};
    quotient.units = divide_half_up(numerator, denominator);
    return quotient;
}

Decimal decimal_round(Decimal a, int places) {
    if (!decimal_valid(a) || places < 0 || places > MAX_SCALE) return invalid;
    if (a.scale <= places) return widen(a, places);
    __int128 power;
    if (!power_of_ten(a.scale - places, &power)) return invalid;
    a.units = divide_half_up(a.units, power);
    a.scale = places;
    return a;
}

Decimal decimal_trim(Decimal a) {
    while (a.scale > 0 && a.units % 10 == 0) {
        a.units /= 10;
        a.scale--;
    }
    return a;
}

int decimal_compare(Decimal a, Decimal b) {
    Decimal whole_a = a, whole_b = b;
    if (align(&a, &b)) return a.units < b.units ? -1 : a.units > b.units;
    /* one is too large to align: then the whole parts differ */
    for (; whole_a.scale > 0; whole_a.scale--) whole_a.units /= 10;
    for (; whole_b.scale > 0; whole_b.scale--) whole_b.units /= 10;
    return whole_a.units < whole_b.units ? -1 : whole_a.units > whole_b.units;
}

bool decimal_is_zero(Decimal a) {
    return decimal_valid(a) && a.units == 0;
}

bool decimal_floor(Decimal a, int64_t *out) {
    __int128 power;
    if (!decimal_valid(a) || !power_of_ten(a.scale, &power)) return false;
    __int128 whole = a.units / power;
    if (a.units < 0 && a.units % power) whole--;
    if (whole > INT64_MAX || whole < INT64_MIN) return false;
    *out = (int64_t)whole;
    return true;
}

char *decimal_text(Arena *arena, Decimal a) {
    if (!decimal_valid(a)) return arena_strdup(arena, "");
    char digits[64], *at = digits + sizeof digits;
    *--at = '\0';
    unsigned __int128 rest = a.units < 0 ? -(unsigned __int128)a.units : (unsigned __int128)a.units;
    for (int place = 0; rest || place <= a.scale; place++) {
        if (place && place == a.scale) *--at = '.';
        *--at = (char)('0' + (int)(rest % 10));
        rest /= 10;
    }
    if (a.units < 0) *--at = '-';
    return arena_strdup(arena, at);
}
