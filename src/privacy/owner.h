/* What of the input is one recipient's: functions over the model, by the kind of the key that says whom something is
 * about. Private to privacy/. */
#ifndef PRIVACY_OWNER_H
#define PRIVACY_OWNER_H

#include "language/language.h"
#include "privacy/recipient.h"

typedef struct Owner {
    const Partnership *p;
    Recipient to;
    bool *persons; /* who works for it */
} Owner;

Owner owner_new(Arena *arena, const Partnership *partnership, Recipient to);
bool owner_location(const Owner *owner, int location);
/* All locations of the parent school are the recipient's. */
bool owner_school(const Owner *owner, int school);

/* Is the thing of that key or name entirely the recipient's: may what is told about it be told to the recipient? */
bool owner_owns(const Owner *owner, KeyKind kind, const char *text);
/* May it be called by its name there: is it the recipient's, above it, or everybody's? */
bool owner_may_name(const Owner *owner, KeyKind kind, const char *text);
/* Is it the recipient? */
bool owner_is(const Owner *owner, KeyKind kind, const char *text);

#endif
