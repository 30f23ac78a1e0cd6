/* Which numbers of a public version stay unseen: counts below the threshold, and whatever else is needed so that no reader can
 * work them out from totals, other tables, sentences or amounts.
 *
 * All facts count as printed, whether a template shows them or not. A number that is too small (1 up to the threshold) is safe
 * when there is a witness: other whole numbers for everything that is not shown, which agree with everything that is shown and
 * with every relation (sums, tables that count the same, amounts that follow), and in which it is at least threshold - 2 off.
 * Witnesses are sought as the cheapest change (linear programming), so what a witness must change besides is what is withheld
 * too; each is then checked in whole numbers, apart from how it was found. Functions of numbers that are not shown (shares,
 * densities, hours) are not shown either. Zeros are shown: nobody is in them. */
#ifndef PRIVACY_SUPPRESS_H
#define PRIVACY_SUPPRESS_H

#include "base/map.h"
#include "calc/ledger.h"
#include "model/model.h"
#include "privacy/names.h"

typedef enum WithheldReason {
    WITHHELD_SMALL,   /* too small itself */
    WITHHELD_GUARD,   /* a small one would follow from it */
    WITHHELD_DERIVED, /* made of one that is not shown */
    WITHHELD_NEVER    /* about one person or board: not for the public at all */
} WithheldReason;

typedef struct Withheld {
    const char *id;
    WithheldReason reason;
    const char *because; /* id of the number that it protects or rests on; NULL */
} Withheld;

typedef struct Suppression {
    bool safe;           /* false: no safe set was found; unsafe says for which number */
    const char *unsafe;
    Withheld *items;     /* in order of id */
    int count;
    int small, guards, derived, never;
    Map *by_id;          /* id -> Withheld */
} Suppression;

/* threshold: the smallest count that may be shown. */
Suppression *suppression_make(Arena *arena, const Partnership *partnership, const Ledger *ledger, int64_t threshold);
/* The ledger that a public version may know: what is withheld has no value, no fact tells what it rests on, and none names a
 * person. */
Ledger *suppression_ledger(Arena *arena, const Names *names, const Ledger *ledger, const Suppression *suppression);
/* "feit,reden,om": one line for each number that is not shown. */
void suppression_write_csv(Buffer *out, const Suppression *suppression);

#endif
