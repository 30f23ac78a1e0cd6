/* Another input that this one names: where it may lie. */
#ifndef JOB_BESIDE_H
#define JOB_BESIDE_H

#include "input/input.h"

/* The path of the input that input names as name, as messages show it: in the folder of input, or in a folder beside it
 * that is named as "../name"; links do not lead further. NULL with *error (EACCES: outside). */
const char *beside_find(Arena *arena, const Input *input, const char *name, int *error);

#endif
