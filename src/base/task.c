/* One piece of work beside the main thread, in a thread of its own. */
#include "base/task.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

struct Task {
    pthread_t thread;
    bool threaded;
    void (*work)(void *);
    void *data;
};

static void *run(void *given) {
    Task *task = given;
    memory_start_thread();
    task->work(task->data);
    return NULL;
}

Task *task_start(void (*work)(void *), void *data) {
    Task *task = calloc(1, sizeof *task);
    if (!task) abort();
    task->work = work;
    task->data = data;
    task->threaded = pthread_create(&task->thread, NULL, run, task) == 0;
    if (!task->threaded) work(data);
    return task;
}

void task_join(Task *task) {
    if (!task) return;
    if (task->threaded) pthread_join(task->thread, NULL);
    free(task);
}
