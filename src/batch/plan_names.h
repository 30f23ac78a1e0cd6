/* Names of inputs in the output folder. Private to the plan. */
#ifndef BATCH_PLAN_NAMES_H
#define BATCH_PLAN_NAMES_H

#include "batch/plan.h"

/* The real path of an input's main file, as far as it exists: the same for the same input however it is named. */
const char *plan_whole_path(Arena *arena, const char *path);
/* A name without what a file name, a shell or a browser could trip over. */
const char *plan_clean_name(Arena *arena, const char *name);
/* Gives every input, by its whole path, a name of its own: its folder or file, with as many folders above it as it
 * takes. False (reported) when even that leaves two alike. */
bool plan_give_names(Plan *plan, const char *const *wholes, Diagnostics *diagnostics);

#endif
