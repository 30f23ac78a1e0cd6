/* Making facts: the private side of the ledger, for the subjects in calc/ and for tests.
 *
 * A fact is begun, given its terms in order, and ended once, by fact_sum (adds what is known: unknown terms make it
 * partial) or by fact_set (a formula that needs all its terms: one unknown term makes it unknown). Between those two
 * the Fact belongs to the caller, afterwards it is read-only. Everything lies in the ledger's arena. */
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
/* The same over what has been counted: rows that are unknown are left out and listed as missing, but the value is
 * known for what it says (unique students counted, shares of those counted). Unknown when no term is known. */
const Fact *fact_counted(Ledger *ledger, Fact *fact, Decimal exact, int places);
/* Ends a fact with the status, value, sources and missing rows of another (of an earlier year's ledger). */
const Fact *fact_copy(Ledger *ledger, Fact *fact, const Fact *from);
/* Ends a fact as unknown. */
const Fact *fact_unknown(Ledger *ledger, Fact *fact);

/* The exact value and knownness of an ended fact; {0, false} when there is none. */
Decimal fact_exact(const Ledger *ledger, const char *id);
bool fact_usable(const Ledger *ledger, const char *id); /* exists and is known or partial */
/* The value of a term of a fact in the making; zero when that term is unknown. */
Decimal fact_term(const Fact *fact, int i);

#endif
