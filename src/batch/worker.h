/* What a process of the pool does: one job after another. */
#ifndef BATCH_WORKER_H
#define BATCH_WORKER_H

#include "base/file_log.h"
#include "batch/plan.h"
#include "batch/store.h"

/* What the processes share with the run, and what each keeps of the input that it last read. */
typedef struct Worker {
    const BatchOptions *options;
    const Plan *plan;
    const Store *store;
    Resources *resources;
    const char *identity;  /* of the program */
    /* of this process alone */
    Arena *arena;          /* of the year that was read; NULL: none yet */
    int input;             /* its index */
    Year year;
    JobResult result;      /* of reading it */
    Diagnostics *told;     /* while reading it */
    FileLog *read;         /* what went into it */
} Worker;

/* Does a job; the answer is a line of JSON, {"entry": its account in so far as it is shown now, "same": nothing had to be
 * done, "reading": the fault lies in reading the input, "text": messages in words}, and then the whole account as a line. */
void worker_do(Worker *worker, int job, Buffer *answer);

#endif
