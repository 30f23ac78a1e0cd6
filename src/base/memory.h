/* How the process gets its memory from the system. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

/* Before the first allocation of any size: a heap in one piece, in large pages where the system has them. A document
 * takes tens of megabytes; fetching those by 4 kB is a sixth of the time. Only hints: without them all works alike. */
void memory_start(void);
/* The same for a thread that begins. */
void memory_start_thread(void);

#endif
