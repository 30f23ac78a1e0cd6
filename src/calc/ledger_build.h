/* Making facts: the private side of the ledger, for the subjects in calc/ and for tests.
 *
 * A fact is begun, given its terms in order, and ended once, by fact_sum or by fact_set. Between those two the Fact
 * belongs to the caller, afterwards it is read-only. Everything lies in the ledger's arena.
 *
 * How sure a fact is follows from its terms, here and nowhere else:
 *   - a sum adds what is known: a term that is unknown or partial makes it partial, only unknown terms make it unknown;
 *   - any other formula needs all its terms: an unknown one makes it unknown, a partial one partial;
 *   - what is said of one location and would be false of a part of its students (is the target met, how dense) is unknown
 *     until all are known: fact_needs_whole;
 *   - what is defined as "over what was counted" is known as soon as anything is: fact_over_counted. The contract names
 *     these and no others: unique students, shares of institutes and levels, locations that meet their target, extra
 *     students and bonus as far as established.
 * What is missing is listed in every case.
 *
 * A quotient that no decimal holds stays a fraction in what rests on it, and is rounded only where it is shown: to the
 * places its fact asks for, or to 2 decimals when the fact shows "as many as it has". Amounts are the exception: they are
 * booked and paid in cents, so each is rounded once, where it arises, and columns of amounts add up as printed. */
#ifndef CALC_LEDGER_BUILD_H
#define CALC_LEDGER_BUILD_H

#include "calc/ledger.h"

/* Where facts that grow too large are reported (F101); NULL: nowhere. */
void ledger_report_to(Ledger *ledger, Diagnostics *diagnostics);
Arena *ledger_arena(const Ledger *ledger);

/* A fact under this id (a format). When the id exists already (a double key in the input, which the schema and the
 * rules report) the new fact is a draft that never enters the ledger. Texts are borrowed and must outlive the ledger. */
__attribute__((format(printf, 5, 6))) Fact *fact_begin(Ledger *ledger, const char *label, const char *unit,
                                                       const char *formula, const char *id, ...);
/* Adds a term: another fact that has been ended (false, and nothing added, when there is none), once. */
bool fact_uses(Ledger *ledger, Fact *fact, const char *id);
__attribute__((format(printf, 3, 4))) bool fact_usesf(Ledger *ledger, Fact *fact, const char *id, ...);
/* Adds a term: a value of the input. */
void fact_takes(Ledger *ledger, Fact *fact, const char *name, Decimal value, bool known, Place place);
/* Adds an input line that decides about the fact without being a term (a flag, a date). */
void fact_source(Ledger *ledger, Fact *fact, Place place);
/* Says that something is missing that no term stands for: the fact ends as partial. */
void fact_misses(Ledger *ledger, Fact *fact, const char *what);

/* Ends a fact as the sum of its terms, rounded to places (negative: as many as it has). */
const Fact *fact_sum(Ledger *ledger, Fact *fact, int places);
/* Ends a fact as its first term minus the others: needs all of them. */
const Fact *fact_difference(Ledger *ledger, Fact *fact, int places);
/* Ends a fact as this value, rounded to places (negative: as it is). */
const Fact *fact_set(Ledger *ledger, Fact *fact, Decimal exact, int places);
const Fact *fact_set_ratio(Ledger *ledger, Fact *fact, Fraction exact, int places);
/* Before it is ended: the fact is known over what was counted; or unknown unless all its terms are known. */
void fact_over_counted(Fact *fact);
void fact_needs_whole(Fact *fact);
/* Ends a fact with the status, value, sources and missing rows of another (of an earlier year's ledger). */
const Fact *fact_copy(Ledger *ledger, Fact *fact, const Fact *from);
/* Ends a fact as unknown. */
const Fact *fact_unknown(Ledger *ledger, Fact *fact);

/* The exact value and knownness of an ended fact; {0, false} when there is none. */
Decimal fact_exact(const Ledger *ledger, const char *id);
bool fact_usable(const Ledger *ledger, const char *id); /* exists and is known or partial */
Fraction fact_ratio(const Ledger *ledger, const char *id);
/* The value of a term of a fact in the making; zero when that term is unknown. A decimal only for what is one by nature. */
Decimal fact_term(const Fact *fact, int i);
Fraction fact_term_ratio(const Fact *fact, int i);

#endif
