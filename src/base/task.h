/* A thread beside the main one, that does one thing after another. The rule that keeps it simple: from when a thing is
 * added until it has been awaited, what it works on belongs to it alone, and what it reads is changed by nobody. A process
 * that forks joins first. */
#ifndef BASE_TASK_H
#define BASE_TASK_H

typedef struct Task Task;

/* Where no thread can be had, each thing is done when it is added. */
Task *task_start(void);
/* Adds work(data), to be done after what was added before; returns its number, for task_await. For one thread to call. */
int task_add(Task *task, void (*work)(void *), void *data);
/* Waits until it is done, and all before it. */
void task_await(Task *task, int number);
/* Waits until all is done; the thread and the task are gone. NULL is allowed. */
void task_join(Task *task);

#endif
