/* The accounts of a run on disk: a journal that only grows while the run lasts, and the manifest that is made of it.
 *
 * The journal (.jaarverslag.journal in the output folder) has a line for every job that ended, written at once. After
 * kill -9 it tells what the manifest does not tell yet. It is locked while the run lasts, and removed at its end. */
#ifndef BATCH_STORE_H
#define BATCH_STORE_H

#include <jansson.h>
#include <stdio.h>

#include "batch/line_file.h"
#include "batch/plan.h"

typedef struct Store Store;

/* Opens and locks the journal of that folder, which is made when it is not there. NULL with errno in *error;
 * EWOULDBLOCK: another run has it. */
Store *store_open(const char *folder, int *error);
/* Closes; the journal goes when everything in it is in the manifest. */
void store_close(Store *store, bool finished);

/* Begins the accounts of the plan's jobs. With --resume it takes in what manifest and journal of an earlier run say of
 * them, otherwise of those of other shards only. */
void store_begin(Store *store, const Plan *plan, const BatchOptions *options);
/* Keeps the account of a job: on disk; the store itself holds a few bytes for each. */
void store_put(Store *store, int job, const json_t *entry);
/* The same for one that entry_new made in this run, as the line that entry_line made of it. */
void store_put_line(Store *store, int job, const char *line, const char *status);
/* The account of a job as it stands, NULL when there is none. The caller decrefs. */
json_t *store_get(const Store *store, int job);
/* Writes the manifest: an account for every job that is of this shard or has one. 0, or errno. */
int store_write_manifest(Store *store);
/* Calls use for every account that the manifest of the Store would hold, in order; of one that is done perhaps without
 * its messages and sources. */
void store_each(void *store, void (*use)(void *data, const json_t *entry), void *data);

/* ---- the manifest itself ---- */

typedef struct ManifestHead {
    const char *program;
    int of;              /* shards that the run was divided in */
    char *present;       /* of numbers: which are in it */
} ManifestHead;

typedef struct ManifestCounts {
    int done, failed, pending;
} ManifestCounts;

/* Reads a manifest row by row: head first, then use for each. False (with *why in words) when it is none. */
bool manifest_read(Arena *arena, const char *path, ManifestHead *head, void (*use)(void *data, json_t *entry), void *data, const char **why);
/* The parts of a manifest: everything before the first row, between rows, and after the last. */
void manifest_open(FILE *out, const ManifestHead *head, const ManifestCounts *counts);
void manifest_row(FILE *out, bool first, const json_t *entry);
void manifest_line(FILE *out, bool first, const char *line); /* a row, of its text */
void manifest_close(FILE *out);

/* ---- private to the store ---- */

struct Store {
    Arena *arena;
    const char *journal, *manifest; /* paths */
    LineFile lines;         /* of the journal */
    const Plan *plan;
    const BatchOptions *options;
    ManifestHead head;
    off_t *places;          /* of a job's account: 1 + where it lies in the journal, -1 - index in unwritten, 0: none */
    char *statuses;         /* of a job: first letter of its status, 0: none */
    char *written;          /* of a job: its account is the line that goes into the manifest */
    char **unwritten;       /* accounts that the disk would not take */
    int unwritten_count;
};

/* Takes in what an earlier run left. */
void store_take_earlier(Store *store);

#endif
