/* Writes files into a folder beside its destination, which then gets its name at once. */
#include "job/folder.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *at) {
    (void)info, (void)type, (void)at;
    return remove(path);
}

void folder_remove(const char *folder) {
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

static size_t bare_size(const char *folder) {
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/') n--;
    return n;
}

char *folder_staging(const char *folder) {
    char *staging = NULL;
    return asprintf(&staging, "%.*s.deel-%ld", (int)bare_size(folder), folder, (long)getpid()) < 0 ? NULL : staging;
}

int folder_put(const char *folder, const FolderFile *file) {
    char *full = NULL;
    if (asprintf(&full, "%s/%s", folder, file->path) < 0) return ENOMEM;
    char *slash = strrchr(full, '/');
    *slash = '\0';
    int error = folder_make(full);
    *slash = '/';
    if (!error) error = file_write(full, file->size ? file->bytes : "", file->size);
    free(full);
    return error;
}

int folder_finish(const char *staging, const char *folder) {
    char *whole = strndup(folder, bare_size(folder));
    if (!whole) return ENOMEM;
    int error = rename(staging, whole) == 0 ? 0 : errno; /* over an empty folder too */
    free(whole);
    return error == ENOTEMPTY || error == ENOTDIR ? EEXIST : error;
}
