/* How the text of a passage is put together. Private to model/. */
#ifndef MODEL_TEXT_PASSAGE_H
#define MODEL_TEXT_PASSAGE_H

#include "model/text.h"

/* Does the node itself hold words (in the line), so that it is a passage? */
bool passage_is_block(const Node *node);
/* Its place, text and runs; the rest is the caller's. */
Passage passage_gather(Arena *arena, const Node *block);

#endif
