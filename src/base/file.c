/* Files: read within one folder, written whole or not at all. */
#include "base/file.h"

#include "base/file_log.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads to the end; expected: how much there seems to be. */
static int read_all(int fd, size_t expected, size_t limit, Buffer *out) {
    for (size_t ask = expected + 1;; ask = 65536) {
        buffer_reserve(out, ask);
        ssize_t n = read(fd, out->data + out->size, ask);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        out->size += (size_t)n;
        out->data[out->size] = '\0';
        if (n == 0) return 0;
        if (out->size > limit) return EFBIG;
    }
}

/* A regular file of at most limit bytes, its size in *size; -1 with errno in *error. */
static int open_regular(const char *path, size_t limit, size_t *size, int *error) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); /* not blocked by a pipe */
    struct stat status;
    if (fd < 0 || fstat(fd, &status) != 0) *error = errno;
    else if (S_ISDIR(status.st_mode)) *error = EISDIR;
    else if (!S_ISREG(status.st_mode)) *error = EINVAL;
    else if ((uintmax_t)status.st_size > limit) *error = EFBIG;
    else {
        *size = (size_t)status.st_size;
        return fd;
    }
    if (fd >= 0) close(fd);
    return -1;
}

static int read_file(const char *path, size_t limit, Buffer *out) {
    int error = 0;
    size_t size = 0;
    int fd = open_regular(path, limit, &size, &error);
    if (fd >= 0) {
        error = read_all(fd, size, limit, out);
        close(fd);
    }
    if (error) buffer_free(out);
    return error;
}

FILE *file_open(const char *path, size_t limit, int *error) {
    size_t size;
    int fd = open_regular(path, limit, &size, error);
    FILE *stream = fd >= 0 ? fdopen(fd, "r") : NULL;
    if (fd >= 0 && !stream) {
        *error = errno;
        close(fd);
    }
    return stream;
}

int file_read(const char *path, size_t limit, Buffer *out) {
    size_t before = out->size;
    int error = read_file(path, limit, out);
    if (file_log_current()) file_log_note(path, error ? NULL : out->data + before, error ? 0 : out->size - before);
    return error;
}

/* Absolute names and anything that looks like a URL scheme are not names of files in the folder. */
static bool is_relative(const char *name) {
    if (!*name || *name == '/' || *name == '\\') return false;
    const char *colon = strchr(name, ':'), *slash = strchr(name, '/');
    return !colon || (slash && slash < colon);
}

int stream_read(int fd, size_t limit, Buffer *out) {
    return read_all(fd, 65535, limit, out);
}

char *file_within(Arena *arena, const char *folder, const char *name, int *error) {
    char *root = NULL, *real = NULL, *result = NULL;
    *error = EACCES;
    if (!is_relative(name)) return NULL;
    root = realpath(folder, NULL);
    if (root) real = realpath(arena_printf(arena, "%s/%s", root, name), NULL);
    if (!root || !real) {
        *error = errno;
        goto done;
    }
    size_t size = strlen(root);
    if (strcmp(root, "/") == 0) size = 0;
    if (strncmp(real, root, size) != 0 || real[size] != '/') goto done;
    result = arena_strdup(arena, real);
    *error = 0;
done:
    free(root);
    free(real);
    return result;
}

static int write_all(int fd, const char *bytes, size_t size) {
    while (size) {
        ssize_t n = write(fd, bytes, size);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        bytes += n;
        size -= (size_t)n;
    }
    return 0;
}

/* What is to be written: bytes, or what a function puts. */
typedef struct Content {
    const void *bytes;
    size_t size;
    void (*put)(void *data, FILE *stream); /* NULL: the bytes */
    void *data;
} Content;

typedef struct Sink {
    int fd, error;
} Sink;

/* Keeps the error of the first write that fails, which a stream forgets. */
static ssize_t sink_write(void *cookie, const char *bytes, size_t size) {
    Sink *sink = cookie;
    if (!sink->error) sink->error = write_all(sink->fd, bytes, size);
    return sink->error ? 0 : (ssize_t)size;
}

static int write_content(int fd, const Content *content) {
    if (!content->put) return write_all(fd, content->bytes, content->size);
    Sink sink = {.fd = fd};
    FILE *stream = fopencookie(&sink, "w", (cookie_io_functions_t){.write = sink_write});
    if (!stream) return ENOMEM;
    setvbuf(stream, NULL, _IOFBF, 65536);
    content->put(content->data, stream);
    bool failed = ferror(stream);
    if (fclose(stream) != 0) failed = true;
    return sink.error ? sink.error : failed ? EIO : 0;
}

/* The temporary file gets the permissions that a new file would have had. */
static int new_file_mode(int fd, const char *path) {
    struct stat status;
    mode_t mask = umask(0);
    umask(mask);
    mode_t mode = stat(path, &status) == 0 && S_ISREG(status.st_mode) ? status.st_mode & 0777 : 0666 & ~mask;
    return fchmod(fd, mode) == 0 ? 0 : errno;
}

/* Makes the rename itself lasting; file systems that cannot flush a folder are not an error. */
static void flush_folder(const char *path) {
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) : 0;
    if (size >= sizeof folder) return;
    memcpy(folder, path, size);
    folder[size] = '\0';
    int fd = open(slash ? (size ? folder : "/") : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    (void)fsync(fd);
    close(fd);
}

/* Bytes, permissions, disk: what makes a temporary file ready to take its name. */
static int fill(int fd, const char *target, const Content *content) {
    int error = write_content(fd, content);
    if (!error) error = new_file_mode(fd, target);
    if (!error && fsync(fd) != 0 && errno != EINVAL) error = errno;
    return error;
}

/* Links a nameless file to its name: at once when that is free, else beside it and renamed over it. */
static int give_name(int fd, const char *target) {
    char from[64];
    snprintf(from, sizeof from, "/proc/self/fd/%d", fd);
    if (linkat(AT_FDCWD, from, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0) return 0;
    Buffer beside = {0};
    int error = errno;
    for (int i = 0; error == EEXIST && i < 100; i++) {
        beside.size = 0;
        buffer_printf(&beside, "%s.%ld-%d", target, (long)getpid(), i);
        error = linkat(AT_FDCWD, from, AT_FDCWD, beside.data, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
        if (error) continue;
        if (rename(beside.data, target) == 0) break;
        error = errno;
        unlink(beside.data);
        break;
    }
    buffer_free(&beside);
    return error;
}

/* Through a file without a name, so that not even a killed process leaves something half. ENOTSUP: not on this system. */
static int write_nameless(const char *target, const Content *content) {
    const char *slash = strrchr(target, '/');
    char *folder = slash ? strndup(target, slash == target ? 1 : (size_t)(slash - target)) : strdup(".");
    if (!folder) return ENOMEM;
    int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    free(folder);
    if (fd < 0 || access("/proc/self/fd", X_OK) != 0) {
        if (fd >= 0) close(fd);
        return ENOTSUP;
    }
    int error = fill(fd, target, content);
    if (!error) error = give_name(fd, target);
    if (close(fd) != 0 && !error) error = errno;
    return error;
}

static int write_named(const char *target, const Content *content) {
    Buffer temporary = {0};
    buffer_printf(&temporary, "%s.XXXXXX", target);
    int fd = mkostemp(temporary.data, O_CLOEXEC), error = fd < 0 ? errno : 0;
    if (fd >= 0) {
        error = fill(fd, target, content);
        if (close(fd) != 0 && !error) error = errno;
        if (!error && rename(temporary.data, target) != 0) error = errno;
        if (error) unlink(temporary.data);
    }
    buffer_free(&temporary);
    return error;
}

static int write_file(const char *path, const Content *content) {
    if (strcmp(path, "-") == 0) return write_content(STDOUT_FILENO, content);
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) return EISDIR;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode)) { /* /dev/full, a pipe: cannot be renamed over */
        int fd = open(path, O_WRONLY | O_CLOEXEC);
        if (fd < 0) return errno;
        int error = write_content(fd, content);
        if (close(fd) != 0 && !error) error = errno;
        return error;
    }
    char *real = realpath(path, NULL); /* through a link the file itself is replaced, not the link */
    const char *target = real ? real : path;
    int error = write_nameless(target, content);
    if (error == ENOTSUP) error = write_named(target, content);
    if (!error) flush_folder(target);
    free(real);
    return error;
}

int file_write(const char *path, const void *bytes, size_t size) {
    return write_file(path, &(Content){.bytes = bytes, .size = size});
}

int file_write_by(const char *path, void (*put)(void *data, FILE *stream), void *data) {
    return write_file(path, &(Content){.put = put, .data = data});
}

int file_nameless(const char *folder) {
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0) return fd;
    FILE *stream = tmpfile();
    fd = stream ? fcntl(fileno(stream), F_DUPFD_CLOEXEC, 3) : -1;
    if (stream) fclose(stream);
    return fd;
}

int folder_make(const char *path) {
    Buffer part = {0};
    int error = 0;
    for (const char *p = path; !error; p++) {
        if ((*p == '/' && part.size) || (*p == '\0' && part.size)) {
            struct stat status;
            if (mkdir(part.data, 0777) != 0) {
                error = errno;
                if (stat(part.data, &status) == 0) error = S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
            }
        }
        if (!*p) break;
        buffer_putc(&part, *p);
    }
    buffer_free(&part);
    return error;
}

void sha256_hex(const void *bytes, size_t size, char out[65]) {
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, size, bytes);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
    out[64] = '\0';
}
