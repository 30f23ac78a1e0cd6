/* What an expression comes to: exact value, status, and the lowest and highest value that its unknown parts allow. */
#ifndef CALC_EVALUATE_H
#define CALC_EVALUATE_H

#include "calc/ledger.h"

/* By the rule at the head of expression.h. Status FACT_KNOWN with an invalid value: it grew too large. */
Evaluation expression_outcome(const Expression *e);

#endif
