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
void calc_stated_years(Calc *calc); /* values of earlier years that this input gives */
void calc_funding(Calc *calc);
void calc_this_funding(Calc *calc); /* after earlier years, when those are other inputs */
void calc_allowance(Calc *calc);
void calc_surveys(Calc *calc);
void calc_hours(Calc *calc);
void calc_facilities(Calc *calc);
void calc_development(Calc *calc); /* meetings per level, offer, self-evaluations */
void calc_recipients(Calc *calc); /* what schools and boards are told about themselves */

/* Formatted text in the ledger's arena: for labels and formulas. */
#define TEXT(calc, ...) arena_printf((calc)->arena, __VA_ARGS__)

/* Adds a quantity of the input as a term; false when it is absent. */
bool calc_take(Calc *calc, Fact *fact, const char *name, Quantity quantity);
/* Adds a cell of a count as a term; an unknown one is named with its location, for the list of what is missing. */
void calc_take_cell(Calc *calc, Fact *fact, const char *name, const Tally *cell);
/* Adds a parameter as a term named as in the input; false when it is absent. */
bool calc_parameter(Calc *calc, Fact *fact, Parameter parameter);
bool calc_has(const Calc *calc, Parameter parameter);
Decimal calc_value(const Calc *calc, Parameter parameter);
/* A fact that is one quantity as it stands in the input; nothing when it is absent. */
void calc_given(Calc *calc, Quantity quantity, const char *label, const char *unit, int places, const char *id);
/* school.KEY.SUFFIX as an unknown number of students: a count that the input should have had. */
void calc_not_given(Calc *calc, const Location *at, const char *suffix, const char *what);
/* A whole number that was counted from the input (rows, persons); place: where it can be seen. */
void calc_count(Calc *calc, int64_t number, Place place, const char *label, const char *unit, const char *id);
/* Is there a quotient by this fact: does it exist, and is it not known to be zero? */
bool calc_divides(const Fact *fact);
/* 100 x part / whole in percents; nothing when one does not exist or the whole is zero. */
void calc_share(Calc *calc, const char *part, const char *whole, int places, const char *label, const char *id);
/* The same as one of those that are known over what was counted, or of one location (ledger_build.h). */
typedef enum ShareOver { SHARE, SHARE_OF_COUNTED, SHARE_OF_WHOLE } ShareOver;
void calc_share_over(Calc *calc, ShareOver over, const char *part, const char *whole, int places, const char *label, const char *id);
/* Ends a fact as the sum of hours of lines: as exact as those are shown, whole when one of them is (A1). */
const Fact *calc_sum_hours(Calc *calc, Fact *fact);
/* Ends a fact as an amount: rounded to cents, also for what rests on it; its formula says so when that mattered. */
const Fact *calc_amount(Calc *calc, Fact *fact, Decimal exact);
const Fact *calc_amount_ratio(Calc *calc, Fact *fact, Fraction exact);
/* The sum of PREFIX.KEY.SUFFIX over all locations (of one board, NO_INDEX: all); nothing when none has it. */
void calc_sum_locations(Calc *calc, int board, const char *suffix, const char *label, const char *unit, const char *id);
/* pupils-per-student x students / pupils, 2 decimals; nothing when there is no norm or there are no pupils. */
void calc_density(Calc *calc, const char *students, const char *pupils, bool whole, const char *label, const char *id);
bool calc_exists(const Calc *calc, const char *id);

#endif
