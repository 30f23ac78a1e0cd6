/* Checking a tree by the grammar. Private to input/. */
#ifndef INPUT_SCHEMA_H
#define INPUT_SCHEMA_H

#include "base/map.h"
#include "input/input.h"

/* What the grammar says in words, for messages. */
typedef struct Vocabulary {
    Arena *arena;
    Map *types;      /* name of a simple type -> its explanation */
    Map *english;    /* the same in English, as far as it is given */
    Map *elements;   /* name -> Map of its attributes (of all elements of that name) to their types */
} Vocabulary;

/* Reports every departure from the grammar. */
void schema_check(const Schema *schema, Arena *arena, const Node *root, Diagnostics *diagnostics);

#endif
