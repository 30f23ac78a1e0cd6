/* Which facts one recipient may hold. Private to privacy/. */
#ifndef PRIVACY_RECIPIENT_FACTS_H
#define PRIVACY_RECIPIENT_FACTS_H

#include "privacy/owner.h"

/* Is the fact of that id (with a year) about the recipient? Not norms, which are everybody's. */
bool fact_is_of(const Owner *owner, const char *id);
/* Is it of the middle of all locations, and does that rest on so many others that none of them can be recomputed? */
bool fact_is_told_middle(Arena *arena, const Owner *owner, const Ledger *ledger, const Fact *fact);

#endif
