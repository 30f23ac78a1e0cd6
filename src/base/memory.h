/* How the process gets its memory from the system. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

#define MEMORY_PIECE ((size_t)1 << 20)

/* Before the first allocation of any size: a heap in one piece, in large pages where the system has them. A document
 * takes tens of megabytes; fetching those by 4 kB is a sixth of the time. Only hints: without them all works alike. */
void memory_start(void);
/* The same for a thread that begins. */
void memory_start_thread(void);
/* MEMORY_PIECE bytes, zeroed; NULL: there is no memory. Any thread may ask. */
void *memory_piece(void);
/* Gives it back; used: all behind that many bytes is still zero. */
void memory_piece_back(void *piece, size_t used);

#endif
