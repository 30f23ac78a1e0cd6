/* Characters that a word processor leaves behind. */
#ifndef DOCUMENT_CHARACTERS_H
#define DOCUMENT_CHARACTERS_H

#include "base/tree.h"

/* Puts the character that is meant in place of each symbol of Symbol and Wingdings in text and in attributes that are
 * read (not in names of files, keys and addresses). What has no known meaning stays: setting it reports it. */
void document_characters(Arena *arena, Node *root);

#endif
