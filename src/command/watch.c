/* jaarverslag watch: renders again whenever a file of the input changes. */
#include <ftw.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "command/options.h"

static uint64_t seen; /* of all files met by one walk, in any order */

static uint64_t mix(uint64_t hash, uint64_t value) {
    for (int i = 0; i < 8; i++, value >>= 8) hash = (hash ^ (value & 255)) * 1099511628211u;
    return hash;
}

/* What documents are made of; what is written (PDF, temporary files) does not count. */
static bool is_source(const char *path) {
    static const char *const ends[] = {".xml", ".csv", ".txt", ".xsl", ".png", ".jpg", ".jpeg", ".svg"};
    size_t size = strlen(path);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (size > n && strcmp(path + size - n, ends[i]) == 0) return true;
    }
    return false;
}

static int meet(const char *path, const struct stat *status, int kind, struct FTW *where) {
    if (kind != FTW_F || !is_source(path)) return where->level > 16;
    uint64_t hash = 14695981039346656037u;
    for (const char *p = path; *p; p++) hash = mix(hash, (unsigned char)*p);
    hash = mix(hash, (uint64_t)status->st_mtim.tv_sec);
    hash = mix(hash, (uint64_t)status->st_mtim.tv_nsec);
    hash = mix(hash, (uint64_t)status->st_size);
    seen += mix(hash, (uint64_t)status->st_ino);
    return 0;
}

/* One number for the state of the files in a folder. */
static uint64_t state_of(const char *folder) {
    seen = 0;
    nftw(folder, meet, 16, FTW_PHYS);
    return seen;
}

/* In a process of its own: a crash ends that rendering, not the watching. */
static void render_once(int argc, char **argv) {
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) exit(command_render(argc, argv));
    if (child > 0) waitpid(child, NULL, 0);
}

static void pause_shortly(void) {
    nanosleep(&(struct timespec){.tv_nsec = 250 * 1000 * 1000}, NULL);
}

/* Waits for a change, and then until nothing changes any more (an editor may write several files). */
static void wait_for_change(const char *folder, uint64_t before) {
    uint64_t now = before;
    while (now == before) {
        pause_shortly();
        now = state_of(folder);
    }
    for (uint64_t last = 0; last != now; now = state_of(folder)) {
        last = now;
        pause_shortly();
    }
}

static bool find_folder(const char *input, char folder[PATH_MAX]) {
    struct stat status;
    if (!realpath(input, folder) || stat(folder, &status) != 0) return false;
    char *slash = strrchr(folder, '/');
    if (!S_ISDIR(status.st_mode) && slash) slash[slash == folder] = '\0';
    return true;
}

int command_watch(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "toprsdv")) return EXIT_USAGE;
    default_input(&o);
    if (o.count != 1) return usage_error(&o, "noem één invoer", "name one input", NULL);
    if (o.output && strcmp(o.output, "-") == 0)
        return usage_error(&o, "watch schrijft naar een bestand", "watch writes to a file", "-o -");
    char folder[PATH_MAX];
    if (!find_folder(o.arguments[0], folder)) {
        render_once(argc, argv); /* says what is wrong with it */
        return EXIT_SYSTEM;
    }
    for (;;) {
        uint64_t before = state_of(folder);
        render_once(argc, argv);
        fputs(o.language == MESSAGES_ENGLISH ? "watching; Ctrl-C stops\n" : "kijkt naar wijzigingen; Ctrl-C stopt\n", stderr);
        wait_for_change(folder, before);
    }
}
