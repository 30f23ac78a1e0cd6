/* A run: many documents out of many inputs, in a pool of processes, with an account of every one. */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "job/job.h"

/* For whom documents are made: the whole partnership, each of its boards, each of its schools (locations). */
typedef enum Each { EACH_PARTNERSHIP, EACH_BOARD, EACH_SCHOOL, EACH_COUNT } Each;

typedef struct BatchOptions {
    const char *program;             /* name and version, for the manifest */
    const char *const *inputs;
    int input_count;
    const char *const *templates;    /* none: what the input names, "bestuur", "school" */
    int template_count;
    const Each *audiences;           /* of the templates; found when they are loaded */
    bool each[EACH_COUNT];           /* none: for whom the templates are, else the partnership */
    const char *style;               /* NULL: what the input names */
    Profile profile;
    const char *folder;              /* of the output */
    int processes;
    int shard, shards;               /* 1/1: everything */
    bool resume;
    int seconds;                     /* most a job may take */
    size_t memory;                   /* most bytes a job may use */
    MessageLanguage language;
    bool json;                       /* an object a line on standard output instead of lines on standard error */
    void (*about)(const char *input, const char *template, const char *recipient); /* in the worker, before each job */
} BatchOptions;

typedef enum BatchResult { BATCH_DONE, BATCH_PARTLY, BATCH_INPUT, BATCH_USAGE, BATCH_SYSTEM } BatchResult;

/* Runs it. What concerns the run as a whole is reported in diagnostics; what concerns a job goes to its account.
 * *signal: the signal that ended the run early (everything written), else 0. */
BatchResult batch_run(const BatchOptions *options, Diagnostics *diagnostics, int *signal);

/* Merges manifests (files, or the folders that hold manifest.json) into one, with an index, in options->folder. */
BatchResult batch_merge(const BatchOptions *options, Diagnostics *diagnostics);

#endif
