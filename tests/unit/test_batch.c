/* The parts of a run: names, shares of a shard, the manifest as a file, the pool, what went in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "batch/plan.h"
#include "batch/plan_names.h"
#include "batch/pool.h"
#include "batch/origin.h"
#include "batch/store.h"

/* ---- names ---- */

static Plan *plan_of(Arena *arena, Diagnostics *d, int count, const char *const *inputs) {
    BatchOptions options = {.inputs = inputs, .input_count = count, .shards = 1, .shard = 1};
    return plan_new(arena, &options, d);
}

static void names_are_of_the_input(void **state) {
    (void)state;
    static const char *const INPUTS[] = {"/nergens/a/jaarverslag.xml", "/nergens/b.xml", "/nergens/x/2021", "/nergens/y/2021", "/nergens/c d\"<", "/nergens/manifest.json",
                                         "/nergens/..hidden", "/nergens/b"};
    static const char *const NAMES[] = {"a", "b.xml", "x/2021", "y/2021", "c-d--", "_manifest.json", "_.hidden", "b"};
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Plan *plan = plan_of(arena, d, 8, INPUTS);
    assert_non_null(plan);
    for (int i = 0; i < 8; i++) assert_string_equal(plan->inputs[i].name, NAMES[i]);
    assert_int_equal(diagnostics_total(d), 0);
    diagnostics_free(d);
    arena_free(arena);
}

static void names_that_stay_alike_are_refused(void **state) {
    (void)state;
    static const char *const INPUTS[] = {"/nergens/a b", "/nergens/a:b"}, *const TWICE[] = {"/nergens/a", "/nergens/a"};
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    assert_null(plan_of(arena, d, 2, INPUTS));
    assert_string_equal(diagnostics_at(d, 0)->message->code, "S125");
    Plan *plan = plan_of(arena, d, 2, TWICE);
    assert_int_equal(plan->input_count, 1);
    assert_string_equal(diagnostics_at(d, 1)->message->code, "S126");
    diagnostics_free(d);
    arena_free(arena);
}

/* ---- jobs ---- */

static Plan *jobs_of(Arena *arena, Diagnostics *d, int shard, int shards, bool one_unknown) {
    static const char *const INPUTS[] = {"/nergens/a", "/nergens/b", "/nergens/c"};
    BatchOptions *options = ARENA_NEW(arena, BatchOptions);
    *options = (BatchOptions){.inputs = INPUTS, .input_count = 3, .shard = shard, .shards = shards, .each = {true, true, true}};
    Plan *plan = plan_new(arena, options, d);
    for (int i = 0; i < 3; i++)
        plan_set_recipients(plan, i, one_unknown && i == 0 ? NULL : "{\"board\":[[\"p\",\"P\"]],\"school\":[[\"q\",\"Q\"],[\"r\",\"R\"],[\"../s\",\"S\"]]}");
    assert_true(plan_make_jobs(plan, d));
    return plan;
}

static void every_job_is_of_one_shard(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    int mine[12] = {0};
    for (int shard = 1; shard <= 5; shard++) {
        Plan *plan = jobs_of(arena, d, shard, 5, false);
        assert_int_equal(plan->job_count, 12); /* partnership, p, q, r; a key that is none is left out */
        for (int i = 0; i < 12; i++) mine[i] += plan_job(plan, i).mine;
    }
    for (int i = 0; i < 12; i++) assert_int_equal(mine[i], 1);
    diagnostics_free(d);
    arena_free(arena);
}

static void one_input_shifts_no_other_to_another_shard(void **state) {
    (void)state;
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Plan *with = jobs_of(arena, d, 2, 3, false), *without = jobs_of(arena, d, 2, 3, true);
    assert_int_equal(without->job_count, with->job_count - 1); /* one for the boards, one for the schools */
    for (int i = 4; i < with->job_count; i++) {
        assert_int_equal(plan_job(with, i).mine, plan_job(without, i - 1).mine);
        assert_int_equal(plan_job(with, i).input, plan_job(without, i - 1).input);
    }
    Job first = plan_job(with, 0), third = plan_job(with, 2);
    assert_string_equal(plan_output(arena, with, &third, "school"), "a/school-q.pdf");
    assert_string_equal(plan_output(arena, with, &first, "../x/mijn.xsl"), "a/mijn.pdf");
    diagnostics_free(d);
    arena_free(arena);
}

static void inputs_without_jobs_shift_none(void **state) {
    (void)state;
    static const char *const INPUTS[] = {"/nergens/a", "/nergens/b", "/nergens/c", "/nergens/d", "/nergens/e"};
    static const char *const TO[] = {"{}", "{\"school\":[[\"q\",\"Q\"],[\"r\",\"R\"]]}", "{}", "{\"school\":[[\"s\",\"S\"]]}", "{}"};
    BatchOptions options = {.inputs = INPUTS, .input_count = 5, .shard = 1, .shards = 1, .each = {false, false, true}};
    Arena *arena = arena_new();
    Diagnostics *d = diagnostics_new();
    Plan *plan = plan_new(arena, &options, d);
    for (int i = 0; i < 5; i++) plan_set_recipients(plan, i, TO[i]);
    assert_true(plan_make_jobs(plan, d));
    assert_int_equal(plan->job_count, 3);
    for (int i = 0; i < 3; i++) {
        Job job = plan_job(plan, i);
        assert_int_equal(job.number, i + 1);
        assert_int_equal(job.input, i < 2 ? 1 : 3);
        assert_int_equal(job.recipient[0], "qrs"[i]);
    }
    assert_int_equal(diagnostics_total(d), 3); /* nothing to make for them */
    diagnostics_free(d);
    arena_free(arena);
}

/* ---- lines ---- */

static void lines_are_found_again(void **state) {
    (void)state;
    LineFile lines = {.file = file_nameless("/tmp")};
    assert_true(lines.file >= 0);
    Buffer out = {0};
    char *lengthy = malloc(10001);
    assert_non_null(lengthy);
    memset(lengthy, 'x', 10000);
    lengthy[10000] = '\0';
    off_t first = line_file_put(&lines, "een"), second = line_file_put(&lines, lengthy), third = line_file_put(&lines, "");
    assert_true(line_file_get(&lines, second, &out));
    assert_string_equal(out.data, lengthy);
    assert_true(line_file_get(&lines, first, &out));
    assert_string_equal(out.data, "een");
    assert_true(line_file_get(&lines, third, &out));
    assert_int_equal(out.size, 0);
    assert_false(line_file_get(&lines, lines.end, &out));
    close(lines.file);
    lines = (LineFile){.file = open("/dev/full", O_RDWR)};
    assert_int_equal(line_file_put(&lines, "een"), -1);
    assert_int_equal(errno, ENOSPC);
    close(lines.file);
    free(lengthy);
    buffer_free(&out);
}

/* ---- the manifest ---- */

static void count_row(void *data, json_t *entry) {
    *(json_int_t *)data += json_integer_value(json_object_get(entry, "job"));
}

static bool read_text(const char *text, json_int_t *sum, ManifestHead *head) {
    char path[] = "/tmp/manifest-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    close(fd);
    Arena *arena = arena_new();
    const char *why;
    bool good = manifest_read(arena, path, head, count_row, sum, &why);
    head->program = NULL, head->present = NULL;
    arena_free(arena);
    unlink(path);
    return good;
}

static void manifest_reads_what_it_writes_and_nothing_else(void **state) {
    (void)state;
    char present[] = {1, 0, 1}, *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ManifestHead head = {"jaarverslag \"x\"", 3, present}, read;
    json_t *first = json_pack("{s:i,s:s}", "job", 1, "input", "]}"), *second = json_pack("{s:i}", "job", 2);
    manifest_open(out, &head, &(ManifestCounts){.done = 2});
    manifest_row(out, true, first);
    manifest_row(out, false, second);
    manifest_close(out);
    fclose(out);
    json_decref(first);
    json_decref(second);
    json_t *whole = json_loads(text, 0, NULL);
    assert_int_equal(json_array_size(json_object_get(whole, "jobs")), 2);
    json_decref(whole);
    json_int_t sum = 0;
    assert_true(read_text(text, &sum, &read));
    assert_int_equal(sum, 3);
    assert_int_equal(read.of, 3);
    for (size_t n = 0; n + 4 < size; n += 7) { /* torn anywhere */
        char *part = strndup(text, n);
        assert_false(read_text(part, &sum, &read));
        free(part);
    }
    assert_false(read_text("{\"format\":2,\"shards\":{\"of\":1,\"present\":[1]},\"jobs\":[]}", &sum, &read));
    assert_false(read_text("{\"format\":1,\"shards\":{\"of\":1,\"present\":[1]},\"jobs\":[7]}", &sum, &read));
    assert_true(read_text("{ \"format\": 1, \"shards\": { \"of\": 1, \"present\": [ 1, 99, -3 ] },\n \"jobs\" : [ ] }", &sum, &read));
    free(text);
}

/* ---- the pool ---- */

typedef struct Ended {
    int next, count, ticks;
    Outcome ended[16];
    long answers[16];
} Ended;

static volatile sig_atomic_t stop;

static bool next_task(void *data, int last, int *task, int *group) {
    Ended *t = data;
    (void)last;
    if (t->next == t->count) return false;
    *task = t->next++;
    *group = *task / 4;
    return true;
}

/* More than any of these tasks takes on a machine that has other things to do. */
enum { TIME_ENOUGH = 100000 };

enum { TASK_HANGS = 2, TASK_DIES = 5, TASK_LEAVES = 6, TASK_EATS = 9, TASK_TALKS = 10 };

static void run_task(void *data, int task, Buffer *answer) {
    (void)data;
    if (task == TASK_HANGS) pause();
    if (task == TASK_DIES) kill(getpid(), SIGUSR1);
    if (task == TASK_LEAVES) fputs("laatste woorden\n", stderr), _exit(5);
    if (task == TASK_EATS) {
        for (int i = 0; i < 400; i++) memset(malloc(1 << 20), i, 1 << 20);
        pause();
    }
    for (int i = 0; task == TASK_TALKS && i < 1000000; i++) buffer_putc(answer, ' '); /* more than a channel holds */
    buffer_printf(answer, "%d", task * 10);
}

static void task_ended(void *data, int task, const Outcome *outcome) {
    Ended *t = data;
    t->ended[task] = *outcome;
    if (outcome->end == TASK_ANSWERED) t->answers[task] = atol(outcome->answer);
    if (task == TASK_LEAVES) assert_string_equal(outcome->said, "laatste woorden\n");
}

static void tick(void *data) {
    ((Ended *)data)->ticks++;
}

static bool next_but_the_one_that_hangs(void *data, int last, int *task, int *group) {
    Ended *t = data;
    if (t->next == TASK_HANGS) t->next++;
    return next_task(data, last, task, group);
}

static void a_fault_costs_its_task_alone(void **state) {
    (void)state;
    Ended t = {.count = 16};
    Work work = {&t, next_but_the_one_that_hangs, run_task, task_ended, tick};
    PoolLimits limits = {.processes = 3, .seconds = TIME_ENOUGH, .memory = (size_t)300 << 20};
    stop = 0;
    pool_run(&work, &limits, &stop);
    for (int i = 0; i < 16; i++) {
        if (i == TASK_HANGS) continue;
        TaskEnd expected = i == TASK_DIES || i == TASK_LEAVES ? TASK_CRASHED : i == TASK_EATS ? TASK_TOO_MUCH : TASK_ANSWERED;
        assert_int_equal(t.ended[i].end, expected);
        if (expected == TASK_ANSWERED) assert_int_equal(t.answers[i], i * 10);
    }
    assert_int_equal(t.ended[TASK_DIES].number, SIGUSR1);
    assert_int_equal(t.ended[TASK_LEAVES].number, 5);
    assert_true(t.ticks > 0);
}

/* Tasks that answer in which process they were done; shared: how often each has begun. */
typedef struct Lives {
    int next, count, told[1200], last[1200];
    long processes[1200];
    TaskEnd ends[1200];
    int *begun; /* of each task; shared with the processes */
    int fatal;  /* the task that goes wrong */
    int signal; /* how; 0: by leaving */
    bool once;  /* only the first time */
} Lives;

static bool next_life(void *data, int last, int *task, int *group) {
    Lives *t = data;
    if (t->next == t->count) return false;
    *task = t->next++;
    t->last[*task] = last;
    *group = *task / 2;
    return true;
}

static void live_task(void *data, int task, Buffer *answer) {
    Lives *t = data;
    bool first = t->begun[task]++ == 0;
    if (task == t->fatal && (first || !t->once)) {
        if (!t->signal) _exit(5);
        kill(getpid(), t->signal);
    }
    buffer_printf(answer, "%ld", (long)getpid());
}

static void life_ended(void *data, int task, const Outcome *outcome) {
    Lives *t = data;
    t->told[task]++;
    t->ends[task] = outcome->end;
    if (outcome->end == TASK_ANSWERED) t->processes[task] = atol(outcome->answer);
}

static void no_tick(void *data) {
    (void)data;
}

static Lives *run_lives(Lives how, int processes) {
    Lives *t = malloc(sizeof *t);
    *t = how;
    t->begun = mmap(NULL, sizeof t->told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_ptr_not_equal(t->begun, MAP_FAILED);
    Work work = {t, next_life, live_task, life_ended, no_tick};
    PoolLimits limits = {.processes = processes, .seconds = TIME_ENOUGH};
    stop = 0;
    pool_run(&work, &limits, &stop);
    for (int i = how.next; i < t->count; i++) assert_int_equal(t->told[i], 1);
    return t;
}

static void free_lives(Lives *t) {
    munmap(t->begun, sizeof t->told);
    free(t);
}

/* One process does many tasks and is renewed in the end; it is asked for with the group that it served. */
static void a_process_lives_for_many_tasks(void **state) {
    (void)state;
    Lives *t = run_lives((Lives){.count = 1200, .fatal = -1}, 1);
    int lives = 1;
    assert_int_equal(t->last[0], -1);
    for (int i = 1; i < t->count; i++) {
        bool same = t->processes[i] == t->processes[i - 1];
        lives += !same;
        assert_int_equal(t->last[i], same ? (i - 1) / 2 : -1);
    }
    assert_in_range(lives, 2, 12);
    free_lives(t);
}

static void expect_end(Lives how, int tries, TaskEnd end) {
    Lives *t = run_lives(how, 1);
    assert_int_equal(t->begun[how.fatal], tries);
    assert_int_equal(t->ends[how.fatal], end);
    for (int i = how.next; i < t->count; i++)
        if (i != how.fatal) assert_int_equal(t->ends[i], TASK_ANSWERED), assert_int_equal(t->begun[i], 1);
    free_lives(t);
}

/* What may be the fault of another is tried once more, in a fresh process; what is the task's own is not. */
static void a_task_is_tried_once_more(void **state) {
    (void)state;
    expect_end((Lives){.count = 4, .fatal = 0, .signal = SIGKILL, .once = true}, 2, TASK_ANSWERED);
    expect_end((Lives){.count = 4, .fatal = 2, .signal = SIGTERM, .once = true}, 2, TASK_ANSWERED);
    expect_end((Lives){.count = 4, .fatal = 2, .once = true}, 2, TASK_ANSWERED);
    expect_end((Lives){.count = 4, .fatal = 2, .signal = SIGKILL}, 2, TASK_KILLED);
    expect_end((Lives){.count = 4, .fatal = 2}, 2, TASK_CRASHED);
    expect_end((Lives){.count = 4, .fatal = 0}, 1, TASK_CRASHED); /* in a fresh process it can only be its own */
}

static void what_hangs_is_ended(void **state) {
    (void)state;
    Ended t = {.count = TASK_HANGS + 1, .next = TASK_HANGS};
    Work work = {&t, next_task, run_task, task_ended, tick};
    PoolLimits limits = {.processes = 1, .seconds = 1};
    stop = 0;
    pool_run(&work, &limits, &stop);
    assert_int_equal(t.ended[TASK_HANGS].end, TASK_TOO_LONG);
}

static void more_processes_than_files_may_be_open(void **state) {
    (void)state;
    Ended t = {.count = 4, .next = 3};
    Work work = {&t, next_task, run_task, task_ended, tick};
    PoolLimits limits = {.processes = 100, .seconds = TIME_ENOUGH};
    struct rlimit before, few;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    few = before;
    few.rlim_cur = 32;
    stop = 0;
    setrlimit(RLIMIT_NOFILE, &few);
    pool_run(&work, &limits, &stop);
    setrlimit(RLIMIT_NOFILE, &before);
    assert_int_equal(t.answers[3], 30);
}

static void stop_now(void *data) {
    tick(data);
    stop = 2;
}

static void a_stop_calls_off_what_runs(void **state) {
    (void)state;
    Ended t = {.count = 16, .next = TASK_HANGS};
    Work work = {&t, next_task, run_task, task_ended, stop_now};
    PoolLimits limits = {.processes = 1, .seconds = TIME_ENOUGH};
    stop = 0;
    pool_run(&work, &limits, &stop);
    assert_int_equal(t.ended[TASK_HANGS].end, TASK_CALLED_OFF);
    assert_int_equal(t.next, TASK_HANGS + 1);
    stop = 0;
}

/* A process that is stopped, as by a debugger or a careless kill -STOP: task 0 answers who it is, and is stopped when it
 * has nothing more to do; task 1 while it works. */
static void answer_or_freeze(void *data, int task, Buffer *answer) {
    (void)data;
    if (task) kill(getpid(), SIGSTOP);
    buffer_printf(answer, "%ld", (long)getpid());
}

static void freeze_who_answered(void *data, int task, const Outcome *outcome) {
    task_ended(data, task, outcome);
    if (outcome->end == TASK_ANSWERED) kill((pid_t)atol(outcome->answer), SIGSTOP);
}

static TaskEnd end_of_frozen(int task, int seconds) {
    Ended t = {.next = task, .count = task + 1};
    Work work = {&t, next_task, answer_or_freeze, freeze_who_answered, tick};
    PoolLimits limits = {.processes = 2, .seconds = seconds};
    stop = 0;
    pool_run(&work, &limits, &stop);
    return t.ended[task].end;
}

static void a_stopped_process_holds_up_nothing(void **state) {
    (void)state;
    assert_int_equal(end_of_frozen(0, TIME_ENOUGH), TASK_ANSWERED);
    assert_int_equal(end_of_frozen(1, 1), TASK_TOO_LONG);
}

/* ---- what went in ---- */

static void sources_notice_every_change(void **state) {
    (void)state;
    char folder[] = "/tmp/bronnen-XXXXXX", file[64], absent[64];
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/een.csv", folder);
    snprintf(absent, sizeof absent, "%s/weg.csv", folder);
    assert_int_equal(file_write(file, "a", 1), 0);
    Arena *arena = arena_new();
    FileLog *log = file_log_new(arena), *before = file_log_use(log);
    Buffer bytes = {0};
    file_read(file, 100, &bytes);
    file_read(file, 100, &bytes);
    assert_int_equal(file_read(absent, 100, &bytes), 2);
    file_log_use(before);
    assert_int_equal(log->count, 2);
    json_t *sources = origin_json(log, folder, "/nergens");
    assert_string_equal(json_string_value(json_object_get(json_object_get(sources, "input"), "weg.csv")), "");
    assert_true(origin_current(sources, folder, "/nergens"));
    assert_int_equal(file_write(absent, "", 0), 0);
    assert_false(origin_current(sources, folder, "/nergens"));
    unlink(absent);
    assert_int_equal(file_write(file, "b", 1), 0);
    assert_false(origin_current(sources, folder, "/nergens"));
    unlink(file);
    rmdir(folder);
    json_decref(sources);
    buffer_free(&bytes);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_of_the_input), cmocka_unit_test(names_that_stay_alike_are_refused),
        cmocka_unit_test(every_job_is_of_one_shard), cmocka_unit_test(one_input_shifts_no_other_to_another_shard),
        cmocka_unit_test(inputs_without_jobs_shift_none), cmocka_unit_test(lines_are_found_again),
        cmocka_unit_test(manifest_reads_what_it_writes_and_nothing_else), cmocka_unit_test(a_fault_costs_its_task_alone), cmocka_unit_test(what_hangs_is_ended),
        cmocka_unit_test(a_process_lives_for_many_tasks), cmocka_unit_test(a_task_is_tried_once_more),
        cmocka_unit_test(more_processes_than_files_may_be_open), cmocka_unit_test(a_stop_calls_off_what_runs), cmocka_unit_test(a_stopped_process_holds_up_nothing), cmocka_unit_test(sources_notice_every_change)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
