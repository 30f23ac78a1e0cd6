/* The calculation: from the typed partnership to the ledger of facts. One file a subject.
 *
 * A fact is an expression; how sure it is follows from that: see the head of expression.h. Amounts are booked and paid in
 * cents, so each is rounded once, where it arises, and columns of amounts add up as printed; other quotients stay fractions.
 *
 * Which facts there are: catalogue.c. A fact exists only when the input holds what it needs. Percentages are the number
 * itself with unit "%" (67 = 67%). Most are shown as whole numbers; the ledger keeps the exact value too. "ID@2019-2020" is
 * the fact of an earlier year, with all it rests on; "ID@vorige-versie" that of the previous version of the input, where it
 * is otherwise, and what that rests on.
 */
#ifndef CALC_CALC_H
#define CALC_CALC_H

#include "calc/ledger.h"
#include "model/model.h"

/* Calculates every fact that the partnership has the input for. The ledger lies in the arena and borrows strings of
 * the partnership. Results that grow too large are reported (F101). */
Ledger *calc_run(Arena *arena, const Partnership *partnership, Diagnostics *diagnostics);
/* Adds the facts of another year's ledger as "ID@2019-2020"; that ledger must live as long. */
void calc_add_year(Ledger *ledger, const Ledger *other, const char *year);
/* Adds what another version of the same input says otherwise: its value as "ID@NAME" for every fact that differs or is
 * gone, and "verandering.ID@NAME" where both are known or partial; that ledger must live as long. */
void calc_add_differences(Ledger *ledger, const Ledger *other, const char *name);
/* Makes the facts that rest on earlier years; once, after every calc_add_year (also when there were none). */
void calc_after_years(Arena *arena, Ledger *ledger, const Partnership *partnership);

#endif
