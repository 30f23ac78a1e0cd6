/* What the subjects of the calculation share, and their entries in the order they run. */
#ifndef CALC_SUBJECTS_H
#define CALC_SUBJECTS_H

#include "calc/ledger_build.h"
#include "model/model.h"

typedef struct Calc {
    Arena *arena;
    const Partnership *p;
    Ledger *ledger;
} Calc;

/* Each makes the facts of its subject; the later ones rest on facts of the earlier ones. */
void calc_students(Calc *calc);
void calc_levels(Calc *calc);
void calc_first_years(Calc *calc);
void calc_targets(Calc *calc);
void calc_facilitation(Calc *calc);
void calc_people(Calc *calc);
void calc_budget(Calc *calc);
void calc_team_hours(Calc *calc); /* after the budget: mean hours of team members */
void calc_result(Calc *calc);
void calc_steering(Calc *calc);  /* after the budget: deviations above the threshold */
void calc_own_data(Calc *calc);
void calc_stated_years(Calc *calc); /* values of earlier years that this input gives */
void calc_funding(Calc *calc);
void calc_this_funding(Calc *calc); /* after earlier years, when those are other inputs */
void calc_allowance(Calc *calc);
void calc_surveys(Calc *calc);
void calc_hours(Calc *calc);
void calc_facilities(Calc *calc);
void calc_development(Calc *calc); /* meetings per level, offer, self-evaluations */
void calc_recipients(Calc *calc); /* what schools and boards are told about themselves */

/* Formatted text in the ledger's arena: for labels and ids. */
#define TEXT(calc, ...) arena_printf((calc)->arena, __VA_ARGS__)

/* ---- parts of expressions: NULL when the input does not have them ---- */

/* A fact; by its id, or by a format of it. */
Expression *calc_part(Calc *calc, const char *id);
__attribute__((format(printf, 2, 3))) Expression *calc_partf(Calc *calc, const char *id, ...);
/* A quantity of the input. */
Expression *calc_cell(Calc *calc, const char *name, const char *units, Quantity quantity);
/* A cell of a count; an unknown one is named with its location, for the list of what is missing. */
Expression *calc_tally(Calc *calc, const char *name, const Tally *cell);
/* A parameter, named as in the input; with what it is divided by: "EUR/uur". */
Expression *calc_parameter(Calc *calc, Parameter parameter);
Expression *calc_number(Calc *calc, int64_t value);
bool calc_has(const Calc *calc, Parameter parameter);
Decimal calc_value(const Calc *calc, Parameter parameter);
/* Adds a row to a sum: its fact, or the known cells of what is the unknown total of one location. */
void calc_add_known(Calc *calc, Expression *sum, const char *row, const Expression *part);

/* ---- facts ---- */

/* The fact that is this expression; NULL when there is none. */
const Fact *calc_fact(Calc *calc, const Expression *e, int places, const char *label, const char *id);
/* An amount: rounded to cents, also for what rests on it: it is booked and paid so, and columns add up as printed. */
const Fact *calc_amount(Calc *calc, const Expression *e, const char *label, const char *id);
/* A fact that is one quantity as it stands in the input. */
void calc_given(Calc *calc, Quantity quantity, const char *label, const char *unit, int places, const char *id);
/* school.KEY.SUFFIX as an unknown number of students: a count that the input should have had. */
void calc_not_given(Calc *calc, const Location *at, const char *suffix, const char *what);
/* A whole number that was counted from the input (rows, persons); place: where it can be seen. */
void calc_count(Calc *calc, int64_t number, Place place, const char *label, const char *unit, const char *id);
/* 100 x part / whole in percents; nothing when one does not exist or the whole is known to be zero. paired: of two sums over
 * rows, over those that both know. */
void calc_share(Calc *calc, const char *part, const char *whole, int places, const char *label, const char *id);
void calc_share_paired(Calc *calc, const char *part, const char *whole, int places, const char *label, const char *id);
/* The sum of a set that is not empty. */
const Fact *calc_sum(Calc *calc, Expression *sum, int places, const char *label, const char *id);
/* The sum of hours of lines: as exact as those are shown, whole when one of them is (A1). */
const Fact *calc_sum_hours(Calc *calc, Expression *sum, const char *label, const char *id);
/* The sum of school.KEY.SUFFIX over all locations (of one board, NO_INDEX: all); nothing when none has it. */
void calc_sum_locations(Calc *calc, int board, const char *suffix, const char *label, const char *unit, const char *id);
/* pupils-per-student x students / pupils, 2 decimals; nothing when there is no norm or there are no pupils. paired: of sums. */
void calc_density(Calc *calc, const char *students, const char *pupils, bool paired, const char *label, const char *id);
/* Students and target of many (targets.c): their difference and share over the locations where both are known. prefix: that of
 * the facts of students and pupils; totals are those of the sums. */
void calc_against_target(Calc *calc, const char *students, const char *target, const char *pupils, const char *difference, const char *share,
                         const char *name);
/* Is there a quotient by this fact: does it exist, and is it not known to be zero? */
bool calc_divides(const Calc *calc, const char *id);
bool calc_exists(const Calc *calc, const char *id);
bool calc_usable(const Calc *calc, const char *id); /* exists and is known or partial */

#endif
