/* The rules: what a partnership's year must agree with, checked over input, model and ledger.
 *
 * R0xx belong to the model (keys, references, values); here R1xx sums and figures, R2xx sentences and references,
 * R3xx dates and years, R4xx names, R5xx abbreviations, R6xx personal data, R7xx the findings themselves. */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "calc/figure_data.h"
#include "calc/ledger.h"
#include "model/model.h"

/* Runs every rule; then marks findings that the input acknowledges (also those reported earlier), and last of all
 * refuses "definitief" while errors are left. input: the root element of the input tree. figures: the kinds that its
 * template declares; NULL: not known, and not held against them. */
void rules_run(const Partnership *partnership, const Node *input, const Ledger *ledger, const FigureKinds *figures, Diagnostics *diagnostics);

/* How much of an input that is not final is still to be filled in: one note (R706), none when that is nothing. */
void rules_count_open(const Partnership *partnership, Diagnostics *diagnostics);

/* All messages of the rules, NULL at the end: for check --list. */
extern const Message *const RULES_MESSAGES[];

#endif
