/* A change of several files in one folder: written aside, decided by a list, then renamed, or undone. */
#include "base/change.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"

#define ASIDE ".jaarverslag-wijziging"
enum { MAX_LIST = 1 << 20 };

static struct { int at, steps; ChangeFault fault; } test;

int change_fault_at(int step, ChangeFault fault) {
    int steps = test.steps;
    test.at = step;
    test.steps = 0;
    test.fault = fault;
    return steps;
}

/* Before each thing that the system may refuse. */
static int step(void) {
    if (++test.steps != test.at) return 0;
    if (test.fault == CHANGE_DIES) _exit(99);
    return EIO;
}

/* ---- names ---- */

typedef struct Aside {
    const char *folder;
    int lock; /* held as long as this run lives */
} Aside;

static char *name(const Aside *a, const char *kind, int i) {
    char *text = NULL;
    int n = i < 0 ? asprintf(&text, "%s/" ASIDE "/%s", a->folder, kind) : asprintf(&text, "%s/" ASIDE "/%s-%d", a->folder, kind, i);
    return n < 0 ? NULL : text;
}

/* Through a link the file itself is replaced, not the link. */
static char *target_of(const Aside *a, const char *path) {
    char *full = NULL;
    if (asprintf(&full, "%s/%s", a->folder, path) < 0) return NULL;
    char *real = realpath(full, NULL);
    if (!real) return full;
    free(full);
    return real;
}

static int flush(const char *folder) {
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return errno;
    (void)fsync(fd); /* some file systems cannot */
    close(fd);
    return 0;
}

/* ---- the folder aside ---- */

/* The lists go first: without them nothing is decided. */
static void clear(const Aside *a) {
    char *folder = name(a, "", -1), *list = name(a, "lijst", -1), *back = name(a, "terug", -1);
    if (list) unlink(list);
    if (back) unlink(back);
    if (folder) flush(folder);
    DIR *dir = folder ? opendir(folder) : NULL;
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry; entry = readdir(dir))
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) unlinkat(dirfd(dir), entry->d_name, 0);
    if (dir) closedir(dir);
    if (folder) rmdir(folder);
    free(folder);
    free(list);
    free(back);
}

/* EBUSY while another run that lives holds it. */
static int take(Aside *a, bool make) {
    char *folder = name(a, "", -1);
    if (!folder) return ENOMEM;
    int error = make && mkdir(folder, 0700) != 0 && errno != EEXIST ? errno : 0;
    a->lock = error ? -1 : open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (!error && a->lock < 0) error = errno;
    if (!error && flock(a->lock, LOCK_EX | LOCK_NB) != 0) error = errno == EWOULDBLOCK ? EBUSY : errno;
    free(folder);
    if (error && a->lock >= 0) close(a->lock);
    return error;
}

/* ---- completing and undoing ---- */

typedef int (*Act)(const char *fresh, const char *old, const char *target, bool was_there);

/* Those that are renamed already are not aside any more. */
static int complete_one(const char *fresh, const char *old, const char *target, bool was_there) {
    (void)old, (void)was_there;
    int error = step();
    return error ? error : access(fresh, F_OK) == 0 && rename(fresh, target) != 0 ? errno : 0;
}

/* May be done twice: an old name that was given back is not aside any more. */
static int undo_one(const char *fresh, const char *old, const char *target, bool was_there) {
    int error = step();
    if (error || access(fresh, F_OK) == 0) return error;
    int done = was_there ? rename(old, target) : unlink(target);
    return done != 0 && errno != ENOENT ? errno : 0;
}

/* Each line of a list: number, space, + for a file that was there or -, space, path. */
static int follow(const Aside *a, const char *text, Act act) {
    char *list = strdup(text), *rest = NULL;
    int error = list ? 0 : ENOMEM;
    for (char *line = list ? strtok_r(list, "\n", &rest) : NULL; line && !error; line = strtok_r(NULL, "\n", &rest)) {
        char *sign = strchr(line, ' ');
        if (!sign || !sign[1] || sign[2] != ' ') continue;
        char *fresh = name(a, "nieuw", atoi(line)), *old = name(a, "oud", atoi(line)), *target = target_of(a, sign + 3);
        error = fresh && old && target ? act(fresh, old, target, sign[1] == '+') : ENOMEM;
        free(fresh);
        free(old);
        free(target);
    }
    free(list);
    return error;
}

/* ENOENT: there is no such list. */
static int follow_file(const Aside *a, const char *kind, Act act) {
    Buffer list = {0};
    char *path = name(a, kind, -1);
    int error = path ? file_read(path, MAX_LIST, &list) : ENOMEM;
    if (!error) error = follow(a, list.data, act);
    free(path);
    buffer_free(&list);
    return error;
}

int change_recover(const char *folder) {
    Aside a = {.folder = folder};
    int error = take(&a, false);
    if (error == ENOENT || error == ENOTDIR) return 0;
    if (error) return error;
    error = follow_file(&a, "terug", undo_one);
    if (error == ENOENT) error = follow_file(&a, "lijst", complete_one);
    if (error == ENOENT) error = 0; /* not decided: the old state holds */
    if (!error) flush(folder), clear(&a);
    close(a.lock);
    return error;
}

/* ---- writing ---- */

/* A second name for the old file, or its bytes where a file has but one. */
static int keep_old(const Aside *a, const char *target, int i) {
    char *old = name(a, "oud", i);
    Buffer bytes = {0};
    int error = !old ? ENOMEM : link(target, old) == 0 ? 0 : errno;
    if (error && error != ENOENT && error != ENOMEM) {
        error = file_read(target, SIZE_MAX / 2, &bytes);
        if (!error) error = file_write(old, bytes.data, bytes.size);
    }
    buffer_free(&bytes);
    free(old);
    return error == ENOENT ? 0 : error;
}

/* Everything that takes room or may be refused, before anything changes. */
static int prepare(const Aside *a, const ChangedFile *file, int i) {
    char *fresh = name(a, "nieuw", i), *target = target_of(a, file->path);
    struct stat status;
    int error = !fresh || !target ? ENOMEM : step();
    bool there = !error && stat(target, &status) == 0;
    if (there && !S_ISREG(status.st_mode)) error = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    if (!error && there && access(target, W_OK) != 0) error = errno;
    if (!error) error = file_write(fresh, file->size ? file->bytes : "", file->size);
    if (!error && there && chmod(fresh, status.st_mode & 0777) != 0) error = errno;
    if (!error) error = step();
    if (!error) error = keep_old(a, target, i);
    free(fresh);
    free(target);
    return error;
}

static int decide(const Aside *a, const ChangedFile *files, int count, Buffer *list) {
    for (int i = 0; i < count; i++) {
        char *old = name(a, "oud", i);
        bool there = old && access(old, F_OK) == 0;
        free(old);
        if (strchr(files[i].path, '\n')) return EINVAL;
        buffer_printf(list, "%d %c %s\n", i, there ? '+' : '-', files[i].path);
    }
    char *path = name(a, "lijst", -1);
    int error = !path ? ENOMEM : step();
    if (!error) error = file_write(path, list->data, list->size);
    free(path);
    return error;
}

/* From here on the list says that everything gets its old name back. What cannot be undone now, the next run does. */
static int go_back(const Aside *a, const char *text) {
    char *list = name(a, "lijst", -1), *back = name(a, "terug", -1);
    int error = list && back && rename(list, back) == 0 ? 0 : EIO;
    if (!error) error = follow(a, text, undo_one);
    free(list);
    free(back);
    return error;
}

/* *settled: nothing aside is needed any more. */
static int write_all(const Aside *a, const ChangedFile *files, int count, const char **failed, bool *settled) {
    Buffer list = {0};
    int error = 0;
    for (int i = 0; i < count && !error; i++) {
        *failed = files[i].path;
        error = prepare(a, &files[i], i);
    }
    if (!error) *failed = a->folder;
    if (!error) error = decide(a, files, count, &list);
    *settled = true;
    if (!error) {
        error = follow(a, list.data, complete_one);
        if (error) *settled = go_back(a, list.data) == 0;
    }
    buffer_free(&list);
    return error;
}

int change_write(const char *folder, const ChangedFile *files, int count, const char **failed) {
    const char *ignored;
    Aside a = {.folder = folder};
    sigset_t held, before;
    if (!failed) failed = &ignored;
    *failed = folder;
    int error = change_recover(folder);
    if (error) return error;
    sigemptyset(&held);
    for (size_t i = 0; i < 4; i++) sigaddset(&held, (int[]){SIGINT, SIGTERM, SIGHUP, SIGQUIT}[i]);
    sigprocmask(SIG_BLOCK, &held, &before); /* it is short, and leaves nothing behind */
    void (*too_large)(int) = signal(SIGXFSZ, SIG_IGN);
    error = step();
    if (!error) error = take(&a, true);
    if (!error) {
        bool settled;
        error = write_all(&a, files, count, failed, &settled);
        flush(folder);
        if (settled) clear(&a);
        close(a.lock);
    }
    signal(SIGXFSZ, too_large);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return error;
}
