/* A folder of files, written whole or not at all. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"

typedef struct FolderFile {
    const char *path; /* relative, with slashes */
    const void *bytes;
    size_t size;
} FolderFile;

/* The folder that is to hold folder. 0, or errno. */
int folder_make_parent(const char *folder);
/* Where the files of folder are put before they get their name: beside it, where what killed runs left goes. The caller
 * frees; NULL: no memory. */
char *folder_staging(const char *folder);
/* One file below folder, its own folders made. 0, or errno. */
int folder_put(const char *folder, const FolderFile *file);
/* Gives the staged folder its name. EEXIST when something with content is there already. */
int folder_finish(const char *staging, const char *folder);
/* Removes a folder with all that it holds; links are removed, not followed. */
void folder_remove(const char *folder);

#endif
