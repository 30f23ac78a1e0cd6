/* The version of the language that an input is written in (taalversie of its root; 1 when it does not say), and bringing an
 * older input to the version of today: in the tree when it is read, in its text by the command upgrade. */
#ifndef INPUT_VERSION_H
#define INPUT_VERSION_H

#include "base/diagnostic.h"
#include "input/outline.h"

/* The version that a root says; 0: none that can be. */
int version_of(const Node *root);
/* Brings a tree to the version of today, and tells what is different (I134, once). False: it is of a newer version
 * (I133) than the program knows. */
bool version_apply(Arena *arena, Node *root, Diagnostics *diagnostics);
/* The same in the text of one file, from version on; is_main: its root says the version. Adds to changes; how many places
 * are different, that of the version not counted. */
int version_edit(const OutlineNode *root, const char *text, int version, bool is_main, Changes *changes);

#endif
