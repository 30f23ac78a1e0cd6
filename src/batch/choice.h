/* Which templates a run uses, and for whom each is. Private to the run. */
#ifndef BATCH_CHOICE_H
#define BATCH_CHOICE_H

#include "batch/batch.h"

/* Loads the templates that the run names, or else the usual ones for its recipients. options->audiences and, where the
 * run does not say for whom it is, options->each follow from them. BATCH_INPUT: one cannot be loaded; BATCH_USAGE:
 * templates and recipients do not go together (reported). */
BatchResult choose_templates(Arena *arena, BatchOptions *options, Resources *resources, Diagnostics *diagnostics);
/* The usual template of those recipients; NULL: what the input names. */
const char *usual_template(Each each);
/* "besturen", "schools": for messages. */
const char *recipients_in_words(Each each, MessageLanguage language);

#endif
