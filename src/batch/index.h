/* The index of a run: one page for people, with a link to every document and the cause of every failure. */
#ifndef BATCH_INDEX_H
#define BATCH_INDEX_H

#include <jansson.h>

#include "base/diagnostic.h"

/* Calls use for every account of a run, those of one input together, as often as it is asked to. */
typedef void (*EachEntry)(void *run, void (*use)(void *data, const json_t *entry), void *data);

/* Writes folder/index.html. 0, or errno. */
int index_write(const char *folder, MessageLanguage language, EachEntry each, void *run);

#endif
