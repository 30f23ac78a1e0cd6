/* What a document says beside numbers that leave something out. Private to template/. */
#ifndef TEMPLATE_REMARK_H
#define TEMPLATE_REMARK_H

#include "template/document.h"

/* Goes through a tagged document before its numbers are filled in: figures and key figures get a note, the first mention
 * of such a number in the running text of a part a footnote (not with number/@remark="no"). Each says what is missing. */
void document_remark(Arena *arena, Node *root, const Ledger *ledger, bool dutch);

#endif
