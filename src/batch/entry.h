/* The account of one job, as JSON: a row of the manifest. */
#ifndef BATCH_ENTRY_H
#define BATCH_ENTRY_H

#include <jansson.h>

#include "batch/plan.h"
#include "batch/pool.h"

/* What a job has come to so far. */
typedef struct Account {
    const char *status;    /* "done", "failed", "pending" */
    const char *cause;     /* of failure: "input", "usage", "system", "crash", "killed", "time", "memory"; NULL */
    const char *template;  /* in the end; NULL: not known */
    const char *output;    /* below the output folder; NULL: none */
    int pages;
    size_t bytes;
    const char *sha256;
    const char *partnership, *year, *title; /* of the input, for the index; NULL */
    const Diagnostics *messages; /* NULL: none */
    const Node *root;      /* of the input that the document knows; NULL: not known */
    bool discreet;         /* that is a part of the whole: messages tell nothing of the rest */
    json_t *sources;       /* taken over */
    const char *program;   /* its identity */
} Account;

json_t *entry_new(const Plan *plan, const Job *job, const BatchOptions *options, const Account *account);
/* What the result depends on besides files: template asked for, style, profile, SOURCE_DATE_EPOCH. */
json_t *entry_options(const Job *job, const BatchOptions *options);
/* plan_key of the job that an entry tells of; NULL when it is no entry. */
const char *entry_key(Arena *arena, const json_t *entry);
/* A field as text; "" when it is absent or null. */
const char *entry_text(const json_t *entry, const char *field);
bool entry_is(const json_t *entry, const char *status);
/* The entry of a job whose process did not answer; the cause is reported in messages. */
json_t *entry_of_failure(const Plan *plan, const Job *job, const BatchOptions *options, const Outcome *outcome, Diagnostics *messages);
/* On one line. The caller frees. */
char *entry_line(const json_t *entry);

#endif
