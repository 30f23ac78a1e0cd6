/* A run from beginning to end: plan, pool, accounts, manifest, index. */
#include "batch/batch.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "batch/choice.h"
#include "batch/entry.h"
#include "batch/index.h"
#include "batch/messages.h"
#include "job/messages.h"
#include "batch/pool.h"
#include "batch/progress.h"
#include "batch/origin.h"
#include "batch/store.h"
#include "batch/worker.h"

static volatile sig_atomic_t stops, last_signal;

static void stop(int number) {
    last_signal = number;
    if (stops < 2) stops = stops + 1;
}

/* A reader of standard output that goes away (SIGPIPE) or a file too large (SIGXFSZ) is a failed write, no death. */
static void catch_signals(void) {
    struct sigaction action = {.sa_handler = stop}, before;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(SIGHUP, &action, NULL); /* nohup stays */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

typedef struct Run {
    const BatchOptions *options;
    Diagnostics *diagnostics;
    Plan *plan;
    Store *store;
    Worker worker;
    Progress progress;
    int next, helped;          /* the first input that nobody has begun; that nobody helps with */
    int *given;                /* of each input, how many of its jobs were given out */
    char *input_told;          /* faults in reading that input have been shown */
    long long saved, saving;   /* ms: when the manifest was last written, and how long that took */
    int error;                 /* of writing it */
} Run;

static long long now(void) { /* ms */
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

/* ---- who the recipients are ---- */

static bool next_input(void *data, int last, int *task, int *group) {
    Run *run = data;
    (void)last;
    if (run->next == run->plan->input_count) return false;
    *task = *group = run->next++;
    return true;
}

static void find_recipients(void *data, int task, Buffer *answer) {
    Run *run = data;
    plan_find_recipients(run->plan->inputs[task].path, answer);
}

static void recipients_found(void *data, int task, const Outcome *outcome) {
    Run *run = data;
    plan_set_recipients(run->plan, task, outcome->end == TASK_ANSWERED ? outcome->answer : NULL);
}

static void no_tick(void *data) {
    (void)data;
}

/* In the pool too: an input that crashes its reader costs itself alone. */
static void plan_recipients(Run *run, const PoolLimits *limits) {
    static const Work WORK = {.next = next_input, .run = find_recipients, .ended = recipients_found, .tick = no_tick};
    Work work = WORK;
    work.data = run;
    run->next = 0;
    if (plan_needs_recipients(run->options)) pool_run(&work, limits, &stops);
}

/* ---- the jobs ---- */

/* The next job of an input that is this shard's, and not given out yet; -1: none. */
static int next_of(Run *run, int input) {
    const PlanInput *in = &run->plan->inputs[input];
    while (run->given[input] < in[1].first - in->first) {
        int job = in->first + run->given[input]++;
        if (plan_job(run->plan, job).mine) return job;
    }
    return -1;
}

/* One process makes all documents of an input, which it reads once; when there is no input left to begin with, it helps
 * with one that another has begun. */
static bool next_job(void *data, int last, int *task, int *group) {
    Run *run = data;
    *task = last < 0 ? -1 : next_of(run, *group = last);
    while (*task < 0 && run->next < run->plan->input_count) *task = next_of(run, *group = run->next++);
    for (; *task < 0 && run->helped < run->plan->input_count; run->helped += *task < 0) *task = next_of(run, *group = run->helped);
    return *task >= 0;
}

static void do_job(void *data, int task, Buffer *answer) {
    Run *run = data;
    worker_do(&run->worker, task, answer);
}

/* Faults in reading an input are the same for each of its documents: told once. */
static const char *text_of(Run *run, int task, const json_t *answer) {
    char *told = &run->input_told[plan_job(run->plan, task).input];
    bool reading = json_is_true(json_object_get(answer, "reading"));
    const char *text = reading && *told ? "" : entry_text(answer, "text");
    if (reading) *told = 1;
    return text;
}

static void keep_failure(Run *run, int task, const Outcome *outcome) {
    Diagnostics *messages = diagnostics_new();
    Job job = plan_job(run->plan, task);
    json_t *entry = entry_of_failure(run->plan, &job, run->options, outcome, messages);
    Buffer text = {0};
    char *words = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&words, &size);
    if (stream) {
        diagnostics_print(messages, stream, run->options->language);
        fclose(stream);
    }
    if (*outcome->said) buffer_puts(&text, outcome->said); /* with the addresses that a report needs */
    if (words) buffer_puts(&text, words);
    store_put(run->store, task, entry);
    progress_job(&run->progress, entry, false, text.data ? text.data : "");
    free(words);
    buffer_free(&text);
    json_decref(entry);
    diagnostics_free(messages);
}

static void job_ended(void *data, int task, const Outcome *outcome) {
    Run *run = data;
    if (outcome->end == TASK_CALLED_OFF) return;
    const char *end = outcome->end == TASK_ANSWERED ? memchr(outcome->answer, '\n', outcome->size) : NULL;
    json_t *answer = end ? json_loadb(outcome->answer, (size_t)(end - outcome->answer), 0, NULL) : NULL;
    json_t *entry = json_object_get(answer, "entry");
    bool same = json_is_true(json_object_get(answer, "same"));
    if (!json_is_object(entry)) keep_failure(run, task, outcome);
    else {
        if (!same) store_put_line(run->store, task, end + 1, entry_text(entry, "status"));
        progress_job(&run->progress, entry, same, text_of(run, task, answer));
    }
    json_decref(answer);
}

static void save_manifest(Run *run) {
    long long before = now();
    run->error = store_write_manifest(run->store);
    run->saved = now();
    run->saving = run->saved - before;
}

/* Now and then, so that even after kill -9 the manifest is not far behind; never more than a fiftieth of the time. */
static void tick(void *data) {
    Run *run = data;
    progress_tick(&run->progress);
    long long pause = run->saving * 50 > 2000 ? run->saving * 50 : 2000;
    if (now() - run->saved >= pause) save_manifest(run);
}

static void run_jobs(Run *run, const PoolLimits *limits) {
    Work work = {.data = run, .next = next_job, .run = do_job, .ended = job_ended, .tick = tick};
    int mine = 0;
    for (int i = 0; i < run->plan->job_count; i++) mine += plan_job(run->plan, i).mine;
    run->next = run->helped = 0;
    run->input_told = calloc((size_t)run->plan->input_count + 1, 1);
    run->given = calloc((size_t)run->plan->input_count + 1, sizeof *run->given);
    if (!run->input_told || !run->given) abort();
    progress_start(&run->progress, run->options, mine);
    pool_run(&work, limits, &stops);
    progress_end(&run->progress, stops > 0);
    free(run->input_told);
    free(run->given);
}

/* ---- before and after ---- */

static void cannot(Run *run, const Message *message, const char *path, int error) {
    diagnostics_report(run->diagnostics, message, (Place){path, 0, 0}, (Report){.arguments = {error_words(error)}});
}

/* Everything that all documents need is read here, before the first process is forked. */
static bool prepare(Run *run, Arena *arena) {
    FileLog *log = file_log_new(arena), *before = file_log_use(log);
    bool good = resources_prepare(run->worker.resources, run->diagnostics);
    file_log_use(NULL);
    char *identity = arena_alloc(arena, 65);
    resources_identity(run->worker.resources, log, identity);
    run->worker.identity = identity;
    file_log_use(before);
    return good;
}

static bool open_store(Run *run) {
    int error = folder_make(run->options->folder);
    if (error) return cannot(run, &S103_CANNOT_WRITE, run->options->folder, error), false;
    run->store = store_open(run->options->folder, &error);
    if (!run->store && error == EWOULDBLOCK) cannot(run, &S124_FOLDER_BUSY, run->options->folder, error);
    else if (!run->store) cannot(run, &S103_CANNOT_WRITE, run->options->folder, error);
    return run->store != NULL;
}

static BatchResult finish(Run *run) {
    save_manifest(run);
    int index = index_write(run->options->folder, run->options->language, store_each, run->store), error = run->error ? run->error : index;
    if (error) cannot(run, &S103_CANNOT_WRITE, run->options->folder, error);
    if (error || ferror(stdout)) return BATCH_SYSTEM;
    return run->progress.failed || run->progress.done < run->progress.total ? BATCH_PARTLY : BATCH_DONE;
}

static BatchResult run_in(Run *run, Arena *arena, BatchOptions *o) {
    PoolLimits limits = {.processes = o->processes, .seconds = o->seconds, .memory = o->memory};
    run->plan = plan_new(arena, o, run->diagnostics);
    if (!run->plan) return BATCH_USAGE;
    if (!prepare(run, arena)) return BATCH_SYSTEM;
    BatchResult result = choose_templates(arena, o, run->worker.resources, run->diagnostics);
    if (result != BATCH_DONE) return result;
    plan_recipients(run, &limits);
    if (stops) return BATCH_PARTLY;
    if (!plan_make_jobs(run->plan, run->diagnostics)) return BATCH_USAGE;
    if (!open_store(run)) return BATCH_SYSTEM;
    store_begin(run->store, run->plan, o);
    run->worker.plan = run->plan;
    run->worker.store = run->store;
    save_manifest(run); /* every job is in it from the beginning; without it nothing is tried */
    if (run->error) cannot(run, &S103_CANNOT_WRITE, o->folder, run->error);
    else run_jobs(run, &limits);
    result = run->error ? BATCH_SYSTEM : finish(run);
    store_close(run->store, !run->error);
    return result;
}

BatchResult batch_run(const BatchOptions *options, Diagnostics *diagnostics, int *signal_number) {
    BatchOptions own = *options;
    Run run = {.options = &own, .diagnostics = diagnostics};
    Arena *arena = arena_new();
    stops = last_signal = 0;
    catch_signals();
    run.worker.options = &own;
    run.worker.resources = resources_open();
    BatchResult result = run_in(&run, arena, &own);
    resources_free(run.worker.resources);
    arena_free(arena);
    *signal_number = stops ? last_signal : 0;
    return result;
}
