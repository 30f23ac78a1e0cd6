/* Writes files into a folder beside its destination, which then gets its name at once. */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
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

int folder_make_parent(const char *folder) {
    char *parent = strndup(folder, bare_size(folder)), *slash = parent ? strrchr(parent, '/') : NULL;
    int error = parent ? 0 : ENOMEM;
    if (slash && slash > parent) {
        *slash = '\0';
        error = folder_make(parent);
    }
    free(parent);
    return error;
}

/* What runs that were killed left beside the destination: name.deel-PID of a process that is no more. */
static void sweep(const char *bare) {
    char *parent = strdup(bare), *slash = parent ? strrchr(parent, '/') : NULL;
    const char *base = strrchr(bare, '/') ? strrchr(bare, '/') + 1 : bare;
    if (slash) slash[slash == parent] = '\0';
    DIR *dir = parent ? opendir(slash ? parent : ".") : NULL;
    size_t size = strlen(base);
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir)) {
        char *end, *path = NULL;
        if (strncmp(entry->d_name, base, size) || strncmp(entry->d_name + size, ".deel-", 6)) continue;
        long pid = strtol(entry->d_name + size + 6, &end, 10);
        if (*end || pid <= 0 || pid > INT_MAX || kill((pid_t)pid, 0) == 0 || errno != ESRCH) continue;
        if (asprintf(&path, "%s/%s", slash ? parent : ".", entry->d_name) >= 0) folder_remove(path);
        free(path);
    }
    if (dir) closedir(dir);
    free(parent);
}

char *folder_staging(const char *folder) {
    char *staging = NULL, *bare = strndup(folder, bare_size(folder));
    if (!bare) return NULL;
    sweep(bare);
    if (asprintf(&staging, "%s.deel-%ld", bare, (long)getpid()) < 0) staging = NULL;
    free(bare);
    return staging;
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
