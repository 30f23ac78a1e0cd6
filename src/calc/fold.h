#ifndef CALC_FOLD_H
#define CALC_FOLD_H

#include "calc/evaluate.h"

enum { FOLD_FACTORS = 4 };
typedef struct Fold { /* count x every factor */
    Fraction count;
    const Expression *factors[FOLD_FACTORS];
    int factor_count;
} Fold;

/* Is the fact the sum of rows that are each a number of their own x the same factors, and does that come to its value? */
bool fold_sum(const Fact *fact, Fold *fold);

#endif
