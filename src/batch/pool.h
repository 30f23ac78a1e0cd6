/* A pool of forked processes that do tasks one after another; what goes wrong in one costs its task alone. A process lives
 * for many tasks, and is renewed after so many or when it has come to hold much memory. A task that was killed from outside,
 * or that died in a process that had done others before it, is tried once more in a fresh process. */
#ifndef BATCH_POOL_H
#define BATCH_POOL_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/buffer.h"

typedef enum TaskEnd {
    TASK_ANSWERED,
    TASK_CRASHED,   /* the process died by a signal of its own making, or with exit status 5 */
    TASK_KILLED,    /* ended from outside */
    TASK_TOO_LONG,
    TASK_TOO_MUCH,  /* memory */
    TASK_NO_PROCESS,/* fork failed: number is errno */
    TASK_CALLED_OFF /* the run was stopped before it ended */
} TaskEnd;

typedef struct Outcome {
    TaskEnd end;
    int number;          /* signal, errno or exit status */
    const char *answer;  /* TASK_ANSWERED; NUL-terminated */
    size_t size;
    const char *said;    /* what the process left on standard error, its first kilobytes; "" when nothing */
} Outcome;

/* Tasks are small numbers. */
typedef struct Work {
    void *data;
    /* A task for a process whose last one was of this group (-1: it has done none), and the group of that task: one of the
     * same group where there is one, since a process may keep what they share. False: none left for anyone. */
    bool (*next)(void *data, int last, int *task, int *group);
    void (*run)(void *data, int task, Buffer *answer);          /* in the process */
    void (*ended)(void *data, int task, const Outcome *outcome);/* in the caller, in order of ending */
    void (*tick)(void *data);                                   /* in the caller, about ten times a second */
} Work;

typedef struct PoolLimits {
    int processes;
    int seconds;    /* for one task */
    size_t memory;  /* bytes for one process */
} PoolLimits;

/* *stop, raised by a signal handler: 1 starts nothing new and gives what runs five seconds, 2 ends at once. */
void pool_run(const Work *work, const PoolLimits *limits, const volatile sig_atomic_t *stop);

/* ---- private to the pool ---- */

typedef struct Process {
    pid_t pid;      /* 0: none */
    int channel;    /* both ways */
    int errors;     /* its standard error */
    int group, task;/* task -1: waiting for one; group -1: it has done none */
    int served;     /* tasks that it has answered */
    bool again;     /* the task is in its second process */
    long long deadline;
    TaskEnd cause;  /* why it was killed; TASK_ANSWERED: it was not */
    Buffer answer;
} Process;

/* Starts a process; false with errno. others: whose channels the child must not keep. */
bool process_start(Process *process, const Work *work, const PoolLimits *limits, const Process *others, int count);
bool process_give(Process *process, int task);
/* Reads what there is. 1: a whole answer lies in process->answer, 0: not yet, -1: it died. */
int process_read(Process *process);
/* Waits for the end of a process and frees it; what it said goes to said. Its status, as of waitpid. */
int process_end(Process *process, Buffer *said);
/* Bytes that are this process's own; 0 when unknown. */
size_t process_memory(pid_t pid);

#endif
