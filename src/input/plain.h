/* An XML file that is no input: a house style, a tree of blocks. */
#ifndef INPUT_PLAIN_H
#define INPUT_PLAIN_H

#include "base/diagnostic.h"

/* Reads it whole: elements of any namespace by their local names, with line and column; nothing is drawn in from other
 * files. NULL when it is no usable XML: its faults are reported (I1xx), or *error is the errno of what could not be read. */
Node *plain_read(Arena *arena, const char *path, Diagnostics *diagnostics, int *error);

#endif
