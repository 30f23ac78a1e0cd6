/* What a document says in place of numbers that are not for its readers. Private to document/. */
#ifndef DOCUMENT_WITHHOLD_H
#define DOCUMENT_WITHHOLD_H

#include "document/document.h"

/* The mark of a number that is not shown, whatever the reason: it does not tell which were small. */
#define WITHHELD_MARK "•"      /* in a table or a figure */

/* Goes through a tagged document before its numbers are filled in. */
void document_withhold(Arena *arena, Node *root, const Ledger *ledger, bool dutch);

#endif
