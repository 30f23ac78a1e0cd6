/* The pool: gives out tasks, watches time and memory, replaces what died. */
#include "batch/pool.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

enum {
    TICK = 100 /* ms */,
    PATIENCE = 5000, /* ms for running tasks once the run is stopped */
    SERVES = 500     /* tasks that one process does: what it keeps of each, however little, stays bounded */
};

typedef struct Waiting {
    int task, group;
    bool again; /* it has been in a process that died: only a fresh one may have it */
} Waiting;

typedef struct Pool {
    const Work *work;
    const PoolLimits *limits;
    const volatile sig_atomic_t *stop;
    Process *processes;
    struct pollfd *polls; /* one for each process that is there, in their order */
    bool empty;           /* next() has no more */
    Waiting *waiting;     /* tasks that were taken and are in no process */
    int waiting_count, waiting_room;
    long long stopped;    /* when the stop was seen; 0: not */
} Pool;

static long long now(void) { /* ms */
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static void tell(Pool *pool, int task, TaskEnd end, int number, const char *said) {
    Outcome outcome = {.end = end, .number = number, .said = said ? said : ""};
    pool->work->ended(pool->work->data, task, &outcome);
}

static void wait_in_line(Pool *pool, Waiting waiting) {
    if (pool->waiting_count == pool->waiting_room) {
        pool->waiting_room = pool->waiting_room ? pool->waiting_room * 2 : 8;
        pool->waiting = realloc(pool->waiting, (size_t)pool->waiting_room * sizeof *pool->waiting);
        if (!pool->waiting) abort();
    }
    pool->waiting[pool->waiting_count++] = waiting;
}

/* A task for this process: of those that wait, else a new one. */
static bool take(Pool *pool, const Process *process, Waiting *out) {
    if (*pool->stop) return false;
    for (int i = 0; i < pool->waiting_count; i++) {
        if (process->pid && pool->waiting[i].again) continue;
        *out = pool->waiting[i];
        memmove(&pool->waiting[i], &pool->waiting[i + 1], (size_t)(--pool->waiting_count - i) * sizeof *pool->waiting);
        return true;
    }
    *out = (Waiting){0};
    if (!pool->empty) pool->empty = !pool->work->next(pool->work->data, process->pid ? process->group : -1, &out->task, &out->group);
    return !pool->empty;
}

static bool is_left(Pool *pool) {
    while (*pool->stop && pool->waiting_count) tell(pool, pool->waiting[--pool->waiting_count].task, TASK_CALLED_OFF, 0, NULL);
    return pool->waiting_count || !(pool->empty || *pool->stop);
}

/* Whether a task's end may be laid at another door: a signal from outside, or what earlier tasks left in its process. */
static bool deserves_another(const Pool *pool, const Process *process, TaskEnd end) {
    if (process->task < 0 || process->again || *pool->stop) return false;
    return end == TASK_KILLED || (process->served && (end == TASK_CRASHED || end == TASK_TOO_MUCH));
}

/* The process is gone, or has sent what is no answer. */
static void died(Pool *pool, Process *process) {
    Buffer said = {0};
    Process was = *process;
    TaskEnd end = process->cause;
    if (end == TASK_ANSWERED && process->answer.size) kill(process->pid, SIGKILL); /* it may live on, talking nonsense */
    int status = process_end(process, &said);
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    if (end == TASK_ANSWERED) {
        bool outside = WIFSIGNALED(status) && (number == SIGKILL || number == SIGTERM);
        end = outside ? TASK_KILLED : WIFEXITED(status) && number == 3 ? TASK_TOO_MUCH : TASK_CRASHED; /* 3: the arena found no memory */
    }
    if (deserves_another(pool, &was, end)) wait_in_line(pool, (Waiting){was.task, was.group, true});
    else if (was.task >= 0) tell(pool, was.task, end, number, said.data);
    buffer_free(&said);
}

static int count_busy(const Pool *pool) {
    int busy = 0;
    for (int i = 0; i < pool->limits->processes; i++) busy += pool->processes[i].task >= 0;
    return busy;
}

/* A process in this place, where there is none. False when the system gives none: the task waits for one that is busy now,
 * and fails only when there is none at all. */
static bool start(Pool *pool, Process *process, const Waiting *next) {
    if (process_start(process, pool->work, pool->limits, pool->processes, pool->limits->processes)) return true;
    int why = errno;
    if (count_busy(pool) > 0) wait_in_line(pool, *next);
    else tell(pool, next->task, TASK_NO_PROCESS, why, NULL);
    return false;
}

static void give(Pool *pool, Process *process, const Waiting *next) {
    process->group = next->group;
    process->again = next->again;
    process->cause = TASK_ANSWERED;
    process->deadline = now() + pool->limits->seconds * 1000LL;
    if (!process_give(process, next->task)) died(pool, process);
}

static int give_out(Pool *pool) {
    for (int pass = 0; pass < 2; pass++) /* first to those that are there already */
        for (int i = 0; i < pool->limits->processes; i++) {
            Process *process = &pool->processes[i];
            Waiting next;
            if (process->task >= 0 || (process->pid != 0) != (pass == 0) || !take(pool, process, &next)) continue;
            if (!process->pid && !start(pool, process, &next)) return count_busy(pool);
            give(pool, process, &next);
        }
    return count_busy(pool);
}

static void end_early(Process *process, TaskEnd cause) {
    if (process->cause != TASK_ANSWERED) return;
    process->cause = cause;
    kill(process->pid, SIGKILL); /* its end is read from the channel */
}

static void watch(Pool *pool, long long moment) {
    if (*pool->stop && !pool->stopped) pool->stopped = moment;
    bool hurry = *pool->stop > 1 || (pool->stopped && moment - pool->stopped > PATIENCE);
    for (int i = 0; i < pool->limits->processes; i++) {
        Process *process = &pool->processes[i];
        if (!process->pid || process->task < 0) continue;
        if (hurry) end_early(process, TASK_CALLED_OFF);
        else if (moment > process->deadline) end_early(process, TASK_TOO_LONG);
        else if (pool->limits->memory && process_memory(process->pid) > pool->limits->memory) end_early(process, TASK_TOO_MUCH);
    }
}

/* Time that the whole run stood still (Ctrl-Z, a suspended machine) is not held against its tasks. */
static void forgive(Pool *pool, long long pause) {
    for (int i = 0; i < pool->limits->processes; i++) pool->processes[i].deadline += pause;
}

/* The next task gets a fresh one in its place. */
static void renew(Pool *pool, Process *process) {
    size_t most = pool->limits->memory / 2;
    if (process->served >= SERVES || (most && process_memory(process->pid) > most)) process_end(process, NULL);
}

static void answered(Pool *pool, Process *process) {
    int task = process->task;
    process->task = -1;
    if (task < 0) return;
    process->served++;
    Outcome outcome = {.end = TASK_ANSWERED, .answer = process->answer.data, .size = process->answer.size, .said = ""};
    pool->work->ended(pool->work->data, task, &outcome);
    renew(pool, process);
}

static void read_answers(Pool *pool) {
    const struct pollfd *polled = pool->polls;
    for (int i = 0; i < pool->limits->processes; i++) {
        Process *process = &pool->processes[i];
        if (!process->pid || !(polled++)->revents) continue;
        int whole = process_read(process);
        if (whole < 0) died(pool, process);
        else if (whole > 0) answered(pool, process);
    }
}

/* Only on processes that are there: the system takes no more places than a process may open files. */
static void wait_for_something(Pool *pool) {
    nfds_t count = 0;
    for (int i = 0; i < pool->limits->processes; i++)
        if (pool->processes[i].pid) pool->polls[count++] = (struct pollfd){.fd = pool->processes[i].channel, .events = POLLIN};
    if (poll(pool->polls, count, TICK) <= 0)
        for (nfds_t i = 0; i < count; i++) pool->polls[i].revents = 0;
}

void pool_run(const Work *work, const PoolLimits *limits, const volatile sig_atomic_t *stop) {
    Pool pool = {.work = work, .limits = limits, .stop = stop};
    pool.processes = calloc((size_t)limits->processes, sizeof *pool.processes);
    pool.polls = calloc((size_t)limits->processes, sizeof *pool.polls);
    if (!pool.processes || !pool.polls) abort();
    for (int i = 0; i < limits->processes; i++) pool.processes[i].task = -1;
    long long last = now(), ticked = 0;
    while (give_out(&pool) > 0 || is_left(&pool)) {
        wait_for_something(&pool);
        long long moment = now();
        if (moment - last > 20 * TICK) forgive(&pool, moment - last);
        last = moment;
        read_answers(&pool);
        watch(&pool, moment);
        if (moment - ticked >= TICK) {
            work->tick(work->data);
            ticked = moment;
        }
    }
    for (int i = 0; i < limits->processes; i++)
        if (pool.processes[i].pid) process_end(&pool.processes[i], NULL);
    free(pool.waiting);
    free(pool.processes);
    free(pool.polls);
}
