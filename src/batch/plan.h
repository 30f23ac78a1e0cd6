/* What a run will make: inputs and their names, jobs in their fixed order, which of them are of this shard. */
#ifndef BATCH_PLAN_H
#define BATCH_PLAN_H

#include "batch/batch.h"

typedef struct Recipient {
    const char *key, *name;
} Recipient;

typedef struct Recipients {
    Recipient *of[EACH_COUNT];
    int counts[EACH_COUNT];
} Recipients;

typedef struct PlanInput {
    const char *path;      /* as the user named it */
    const char *name;      /* of its folder in the output: "bos-2020-2021", or "bos/2021" when another is called 2021 too */
    const Recipients *recipients; /* NULL: not needed, or they could not be determined */
    int first;             /* index of its first job */
} PlanInput;

/* Documents that every input gets: one for each of these recipients. */
typedef struct Kind {
    Each each;
    const char *template;  /* asked for, or the usual one for these recipients; NULL: what the input names */
} Kind;

typedef struct Job {
    int number;            /* from 1, in the whole run: the same in every shard */
    int input;             /* index */
    Each each;
    const char *template;  /* of its kind */
    const char *recipient, *recipient_name; /* NULL for the partnership */
    bool mine;             /* of this shard */
} Job;

typedef struct Plan {
    Arena *arena;
    const BatchOptions *options;
    PlanInput *inputs;     /* and one more, that has the first job after all others */
    int input_count;
    Kind *kinds;
    int kind_count;
    int job_count;
} Plan;

/* The inputs, each once, with names of their own. NULL (reported) when two cannot be told apart. */
Plan *plan_new(Arena *arena, const BatchOptions *options, Diagnostics *diagnostics);
/* Does making the jobs need the recipients of the inputs? */
bool plan_needs_recipients(const BatchOptions *options);
/* The boards and schools of an input as JSON ("null" when they cannot be determined), and reading that back. */
void plan_find_recipients(const char *path, Buffer *out);
void plan_set_recipients(Plan *plan, int input, const char *json);
/* Counts the jobs. False (reported) when two would write the same file. */
bool plan_make_jobs(Plan *plan, Diagnostics *diagnostics);
/* The job with that index; made when asked for, so that ten thousand of them take no room. */
Job plan_job(const Plan *plan, int index);
/* Where the document of a job goes, below the output folder: "bos-2020-2021/school-newman.pdf". */
const char *plan_output(Arena *arena, const Plan *plan, const Job *job, const char *template);
/* What tells jobs apart, also between runs. */
const char *plan_key(Arena *arena, const char *input, const char *each, const char *template, const char *recipient);
const char *each_name(Each each); /* "partnership", "board", "school" */

#endif
