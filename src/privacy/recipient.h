/* A document for one school or one board: what of the input and of the facts it may hold. */
#ifndef PRIVACY_RECIPIENT_H
#define PRIVACY_RECIPIENT_H

#include "calc/ledger.h"
#include "model/model.h"

typedef enum RecipientKind { RECIPIENT_NONE, RECIPIENT_SCHOOL, RECIPIENT_BOARD } RecipientKind;

typedef struct Recipient {
    RecipientKind kind;
    const char *key, *name;
    int index; /* of the location or the board */
} Recipient;

/* Who has this key: a location or a board. wanted: which one, when a key is both (RECIPIENT_NONE: the location). False
 * when neither has it. */
bool recipient_find(const Partnership *partnership, const char *key, RecipientKind wanted, Recipient *out);

/* A new input that holds only what this recipient may see, built up from nothing: the partnership's names and norms,
 * the recipient's own counts, people, budget lines and texts, its values of earlier years, and the middle of the
 * locations (only when so many others are in it that none can be recomputed). It is an input like any other: its own
 * schema, model and facts. Doing it twice changes nothing. */
Node *recipient_tree(Arena *arena, const Node *root, const Partnership *partnership, const Ledger *ledger,
                     Recipient to);
/* The facts of that input that are about the recipient (by id) and say the same as in the whole. */
Ledger *recipient_ledger(Arena *arena, const Ledger *own, const Partnership *own_partnership, const Ledger *whole,
                         const Partnership *partnership, Recipient to);

#endif
