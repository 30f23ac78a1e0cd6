/* Exact fractions of 128-bit whole numbers, with every overflow caught. */
#include "base/fraction.h"

static const Fraction invalid = {0, 0};

static __int128 common_divisor(__int128 a, __int128 b) {
    if (a < 0) a = -a;
    while (b) {
        __int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Ten times any remainder must fit as well, for the digits. */
static bool is_large(__int128 bottom) {
    static const __int128 most = (__int128)1000000000000000000 * 1000000000000000000;
    return bottom > most;
}

static Fraction reduce(Fraction a) {
    __int128 divisor = common_divisor(a.top, a.bottom);
    if (divisor > 1) a = (Fraction){a.top / divisor, a.bottom / divisor};
    return is_large(a.bottom) ? invalid : a;
}

bool fraction_valid(Fraction a) {
    return a.bottom > 0;
}

Fraction fraction_of(Decimal a) {
    if (!decimal_valid(a)) return invalid;
    a = decimal_trim(a);
    Fraction out = {a.units, 1};
    for (int i = 0; i < a.scale; i++) out.bottom *= 10; /* at most 10^18 */
    return out;
}

Fraction fraction_add(Fraction a, Fraction b) {
    Fraction sum;
    if (!fraction_valid(a) || !fraction_valid(b)) return invalid;
    __int128 divisor = common_divisor(a.bottom, b.bottom), left, right;
    if (__builtin_mul_overflow(a.top, b.bottom / divisor, &left) || __builtin_mul_overflow(b.top, a.bottom / divisor, &right) ||
        __builtin_add_overflow(left, right, &sum.top) || __builtin_mul_overflow(a.bottom / divisor, b.bottom, &sum.bottom))
        return invalid;
    return reduce(sum);
}

Fraction fraction_sub(Fraction a, Fraction b) {
    if (!fraction_valid(b) || __builtin_sub_overflow((__int128)0, b.top, &b.top)) return invalid;
    return fraction_add(a, b);
}

Fraction fraction_mul(Fraction a, Fraction b) {
    Fraction product;
    if (!fraction_valid(a) || !fraction_valid(b)) return invalid;
    Fraction x = reduce((Fraction){a.top, b.bottom}), y = reduce((Fraction){b.top, a.bottom}); /* small factors first */
    if (__builtin_mul_overflow(x.top, y.top, &product.top) || __builtin_mul_overflow(x.bottom, y.bottom, &product.bottom)) return invalid;
    return is_large(product.bottom) ? invalid : product;
}

Fraction fraction_div(Fraction a, Fraction b) {
    if (!fraction_valid(b) || b.top == 0) return invalid;
    if (b.top < 0 && (__builtin_sub_overflow((__int128)0, a.top, &a.top) || __builtin_sub_overflow((__int128)0, b.top, &b.top))) return invalid;
    return fraction_mul(a, (Fraction){b.bottom, b.top});
}

int fraction_compare(Fraction a, Fraction b) {
    Fraction difference = fraction_sub(a, b);
    if (fraction_valid(difference)) return difference.top < 0 ? -1 : difference.top > 0;
    return decimal_compare(fraction_round(a, 9), fraction_round(b, 9)); /* too far apart, or too fine, for a common bottom */
}

/* Digit by digit, so that only the result has to fit. */
Decimal fraction_round(Fraction a, int places) {
    if (!fraction_valid(a)) return (Decimal){0, -1};
    bool negative = a.top < 0;
    __int128 rest = a.top % a.bottom, units = a.top / a.bottom;
    if (negative) rest = -rest, units = -units;
    for (int i = 0; i < places; i++) {
        rest *= 10;
        if (__builtin_mul_overflow(units, (__int128)10, &units) || __builtin_add_overflow(units, rest / a.bottom, &units)) return (Decimal){0, -1};
        rest %= a.bottom;
    }
    if (rest >= a.bottom - rest) units++;
    return (Decimal){negative ? -units : units, places};
}

bool fraction_decimal(Fraction a, Decimal *out) {
    if (!fraction_valid(a)) return false;
    a = reduce(a);
    *out = (Decimal){a.top, 0};
    while (a.bottom > 1) {
        int factor = a.bottom % 10 == 0 ? 1 : a.bottom % 5 == 0 ? 2 : a.bottom % 2 == 0 ? 5 : 0;
        if (!factor || __builtin_mul_overflow(out->units, (__int128)factor, &out->units)) return false;
        a.bottom = a.bottom * factor / 10;
        out->scale++;
    }
    return decimal_valid(*out);
}
