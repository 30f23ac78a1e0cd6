/* A thread beside the main one, that does one thing after another. */
#include "base/task.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

enum { THINGS = 16 }; /* added and not yet done; nobody has so many */

struct Task {
    pthread_t thread;
    bool threaded;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    struct Thing { void (*work)(void *); void *data; } things[THINGS];
    int added, done;
    bool ends;
};

static void *run(void *given) {
    Task *t = given;
    memory_start_thread();
    pthread_mutex_lock(&t->lock);
    for (;;) {
        while (t->done == t->added && !t->ends) pthread_cond_wait(&t->changed, &t->lock);
        if (t->done == t->added) break;
        struct Thing thing = t->things[t->done % THINGS];
        pthread_mutex_unlock(&t->lock);
        thing.work(thing.data);
        pthread_mutex_lock(&t->lock);
        t->done++;
        pthread_cond_broadcast(&t->changed);
    }
    pthread_mutex_unlock(&t->lock);
    return NULL;
}

Task *task_start(void) {
    Task *t = calloc(1, sizeof *t);
    if (!t) abort();
    pthread_mutex_init(&t->lock, NULL);
    pthread_cond_init(&t->changed, NULL);
    t->threaded = pthread_create(&t->thread, NULL, run, t) == 0;
    return t;
}

int task_add(Task *t, void (*work)(void *), void *data) {
    if (!t->threaded) {
        work(data);
        return ++t->done;
    }
    pthread_mutex_lock(&t->lock);
    while (t->added - t->done == THINGS) pthread_cond_wait(&t->changed, &t->lock);
    t->things[t->added % THINGS] = (struct Thing){work, data};
    int number = ++t->added;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
    return number;
}

void task_await(Task *t, int number) {
    pthread_mutex_lock(&t->lock);
    while (t->done < number) pthread_cond_wait(&t->changed, &t->lock);
    pthread_mutex_unlock(&t->lock);
}

void task_join(Task *t) {
    if (!t) return;
    pthread_mutex_lock(&t->lock);
    t->ends = true;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
    if (t->threaded) pthread_join(t->thread, NULL);
    pthread_cond_destroy(&t->changed);
    pthread_mutex_destroy(&t->lock);
    free(t);
}
