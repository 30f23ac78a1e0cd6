/* Lowest and highest possible values: fractions, or open (there is no end on that side). */
#ifndef CALC_BOUNDS_H
#define CALC_BOUNDS_H

#include "calc/ledger.h"

Bound bound_at(Fraction at); /* what does not fit is open on both sides: see bound_compare */
Bound bound_open(int side);  /* -1: below everything, 1: above everything */
Bound bound_neg(Bound a);
Bound bound_add(Bound a, Bound b); /* of two of the same side */
int bound_compare(Bound a, Bound b);
bool bound_same(Bound a, Bound b); /* one number, and both are it */
void bounds_multiply(Bound a, Bound b, Bound c, Bound d, Bound *low, Bound *high);
void bounds_divide(Bound a, Bound b, Bound c, Bound d, Bound *low, Bound *high);

#endif
