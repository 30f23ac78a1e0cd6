/* What a document says beside numbers that leave something out. Private to document/. */
#ifndef DOCUMENT_REMARK_H
#define DOCUMENT_REMARK_H

#include "document/document.h"

/* Goes through a tagged document before its numbers are filled in: figures and key figures get a note, the first mention
 * of such a number in the running text of a part a footnote (not with number/@remark="no"). Each says what is missing. */
void document_remark(Arena *arena, Node *root, const Ledger *ledger, bool dutch);

#endif
