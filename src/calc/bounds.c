#include "calc/bounds.h"

Bound bound_at(Fraction at) {
    return (Bound){0, at};
}

Bound bound_open(int side) {
    return (Bound){side, {0, 1}};
}

static bool is_number(Bound a) {
    return !a.open && fraction_valid(a.at);
}

Bound bound_neg(Bound a) {
    return a.open ? bound_open(-a.open) : bound_at(fraction_sub(fraction_of(DECIMAL_ZERO), a.at));
}

Bound bound_add(Bound a, Bound b) {
    if (a.open) return a;
    return b.open ? b : bound_at(fraction_add(a.at, b.at));
}

int bound_compare(Bound a, Bound b) {
    if (a.open || b.open) return (a.open > b.open) - (a.open < b.open);
    return is_number(a) && is_number(b) ? fraction_compare(a.at, b.at) : 0;
}

bool bound_same(Bound a, Bound b) {
    return is_number(a) && is_number(b) && fraction_compare(a.at, b.at) == 0;
}

static int sign(Bound a) {
    return a.open ? a.open : (a.at.top > 0) - (a.at.top < 0);
}

static Bound times(Bound a, Bound b) {
    int s = sign(a) * sign(b);
    if (!s) return bound_at(fraction_of(DECIMAL_ZERO));
    return a.open || b.open ? bound_open(s) : bound_at(fraction_mul(a.at, b.at));
}

void bounds_multiply(Bound a, Bound b, Bound c, Bound d, Bound *low, Bound *high) {
    Bound all[] = {times(a, c), times(a, d), times(b, c), times(b, d)};
    *low = *high = all[0];
    for (int i = 1; i < 4; i++) {
        if (bound_compare(all[i], *low) < 0) *low = all[i];
        if (bound_compare(all[i], *high) > 0) *high = all[i];
    }
}

static Bound inverse(Bound a) {
    return a.open ? bound_at(fraction_of(DECIMAL_ZERO)) : bound_at(fraction_div(fraction_of(decimal_int(1)), a.at));
}

/* Across zero anything is possible. */
void bounds_divide(Bound a, Bound b, Bound c, Bound d, Bound *low, Bound *high) {
    *low = bound_open(-1);
    *high = bound_open(1);
    if (sign(c) * sign(d) > 0) bounds_multiply(a, b, inverse(d), inverse(c), low, high);
}
