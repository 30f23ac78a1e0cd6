/* What may stand in an element. Private to document/. */
#ifndef DOCUMENT_CONTENT_H
#define DOCUMENT_CONTENT_H

#include "document/read.h"

/* Holds the children of a node with a tag against the model of its element. */
void content_check(BlockReader *reader, const Node *node);

#endif
