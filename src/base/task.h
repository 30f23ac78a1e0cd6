/* One piece of work beside the main thread. The rule that keeps it simple: from the start to the join, what the task
 * works on belongs to the task alone, and what it reads is changed by nobody. A process that forks joins first. */
#ifndef BASE_TASK_H
#define BASE_TASK_H

typedef struct Task Task;

/* Starts work(data); where no thread can be had, it is done at once. */
Task *task_start(void (*work)(void *), void *data);
/* Waits until it is done. NULL is allowed; a task is joined once. */
void task_join(Task *task);

#endif
