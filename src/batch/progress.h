/* How a run goes, told while it goes: a line that changes on a terminal, lines elsewhere, JSON for machines. */
#ifndef BATCH_PROGRESS_H
#define BATCH_PROGRESS_H

#include <jansson.h>

#include "batch/batch.h"

typedef struct Progress {
    const BatchOptions *options;
    bool terminal, english;
    int total, done, same, failed; /* same: of done, those that were there already */
    long pages;                    /* made in this run */
    long long started;             /* ms */
} Progress;

void progress_start(Progress *progress, const BatchOptions *options, int total);
/* A job ended. text: its messages in words, "" for none. */
void progress_job(Progress *progress, const json_t *entry, bool same, const char *text);
/* The line of a terminal, again. */
void progress_tick(const Progress *progress);
/* The last word: counts, and what is left when the run was stopped. */
void progress_end(const Progress *progress, bool stopped);

/* "pagina" or "pagina’s", in either language. */
const char *pages_word(long pages, bool english);

#endif
