/* The one tree of the program: elements and text with their places, free of any XML library.
 * The input is such a tree (names Dutch), and so is the document that a template makes of it
 * (names English). Everything lies in the arena the tree was made in. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

/* Where something stands in the input. line and column count from 1; 0 = not known. */
typedef struct Place {
    const char *file; /* as the user would name it: relative to the current folder if given so */
    int line;
    int column; /* in characters (code points), not bytes */
} Place;

typedef struct Attribute {
    const char *name;
    const char *value;
    Place place; /* of the attribute's name */
    struct Attribute *next;
} Attribute;

typedef enum NodeKind { NODE_ELEMENT, NODE_TEXT } NodeKind;

typedef struct Node {
    NodeKind kind;
    int tag;          /* small number a phase gives to a known name (0 = none yet) */
    const char *name; /* local name of an element, NULL for text */
    const char *text; /* of a text node, NULL for an element */
    Attribute *attributes;
    struct Node *parent, *first, *last, *previous, *next;
    Place place;
    void *data; /* free for the phase that owns the tree */
} Node;

Node *node_element(Arena *arena, const char *name, Place place);
Node *node_text(Arena *arena, const char *text, Place place);
void node_append(Node *parent, Node *child);
/* Takes a node out of its parent; the node itself lives on in its arena. */
void node_detach(Node *node);
/* Puts fresh before (the place of) old. */
void node_insert_before(Node *old, Node *fresh);

/* Value of an attribute, or NULL / the fallback. */
const char *node_get(const Node *node, const char *name);
const char *node_get_or(const Node *node, const char *name, const char *fallback);
const Attribute *node_attribute(const Node *node, const char *name);
/* Sets an attribute (replacing one of that name). */
void node_set(Arena *arena, Node *node, const char *name, const char *value, Place place);
bool node_is(const Node *node, const char *name);
/* First child element of that name (any when NULL), and the next sibling element of that name. */
Node *node_child(const Node *node, const char *name);
Node *node_sibling(const Node *node, const char *name);
/* Depth first: the next element of that name (any when NULL) below root after node; start with node == root. */
Node *node_walk(const Node *root, const Node *node, const char *name);
/* All text below the node, white space folded and trimmed. */
char *node_string(Arena *arena, const Node *node);
/* "/jaarverslag/begroting/rubriek[2]/regel[1]": the path that messages show. */
char *node_path(Arena *arena, const Node *node);
/* The tree as indented XML without namespace, for golden files. places adds line:column. */
void node_dump(Buffer *out, const Node *node, bool places);

#define NODE_EACH(child, parent, name) \
    for (Node *child = node_child((parent), (name)); child; child = node_sibling(child, (name)))

#endif
