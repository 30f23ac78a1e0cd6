/* A change of several files in one folder: all of them, or none.
 *
 * The new files are written below folder/.jaarverslag-wijziging, beside copies of the old ones; a list of them, put
 * there last, is the moment of decision. Before it a fault, signal or kill leaves the old state, after it the next run
 * completes the new one. */
#ifndef BASE_CHANGE_H
#define BASE_CHANGE_H

#include <stddef.h>

typedef struct ChangedFile {
    const char *path; /* below the folder, which has its folders */
    const void *bytes;
    size_t size;
} ChangedFile;

/* 0, or errno with the files as they were and *failed (may be NULL) the one it was about. EBUSY: another run is at it. */
int change_write(const char *folder, const ChangedFile *files, int count, const char **failed);
/* Completes or forgets what a run that died left. 0 also when there is nothing; EBUSY, or errno. */
int change_recover(const char *folder);

/* For tests: the step (1, 2, …) at which writing fails, or the process ends; 0: none. The number of steps since. */
typedef enum ChangeFault { CHANGE_FAILS, CHANGE_DIES } ChangeFault;
int change_fault_at(int step, ChangeFault fault);

#endif
