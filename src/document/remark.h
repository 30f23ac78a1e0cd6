/* What a document says beside numbers that leave something out. Private to document/. */
#ifndef DOCUMENT_REMARK_H
#define DOCUMENT_REMARK_H

#include "document/document.h"

/* Behind a number that leaves something out: after a space, so that it is no part of the number when that is copied. */
#define PARTIAL_SIGN "†"
#define PARTIAL_MARK "\u202f" PARTIAL_SIGN

/* Goes through a tagged document before its numbers are filled in: figures and key figures get a note, the first mention
 * of such a number in the running text of a part a footnote (not with number/@remark="no"), and so does a table. Each says
 * what is missing. Every other such number has the mark. */
void document_remark(Arena *arena, Node *root, const Ledger *ledger, bool dutch);

#endif
