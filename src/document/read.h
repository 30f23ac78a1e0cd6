/* Reading a tree of elements as blocks. Private to document/. */
#ifndef DOCUMENT_READ_H
#define DOCUMENT_READ_H

#include "base/diagnostic.h"
#include "base/map.h"
#include "document/block.h"

typedef struct BlockReader {
    Arena *arena;
    Diagnostics *diagnostics;
    Map *told;    /* what has been reported: a fault of a stylesheet once, however often it is run */
    int faults;
    bool from_template; /* places are of a stylesheet; @place has those of the input */
} BlockReader;

/* Gives a node with a tag the struct of what its attributes say; what an attribute cannot say is left out. */
void block_fill(Arena *arena, Node *node);
/* The whole tree: tags, structs, places; what departs from the grammar is reported and counted. */
void blocks_read(BlockReader *reader, Node *root);
/* Reports a fault of an element once: at its place in the stylesheet, else in the input. The last argument that is free
 * becomes the place in the input, for the text of the message. */
void blocks_report(BlockReader *reader, const Message *message, const Node *node, Report report);

#endif
