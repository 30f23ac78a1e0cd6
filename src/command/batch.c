/* jaarverslag batch: many documents in one run, and merging the manifests of several. */
#include "batch/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "command/options.h"
#include "job/messages.h"

enum { PROCESSES_MOST = 1024, SECONDS = 300, SECONDS_MOST = 86400, LIST_MOST = 256 << 20 };
#define MEMORY ((size_t)2 << 30)
#define MEMORY_LEAST ((size_t)64 << 20)

/* ---- values of options ---- */

/* A whole number from 1, which ends at *end. False when there is none. */
static bool read_number(const char *text, long most, long *out, const char **end) {
    char *stop = NULL;
    errno = 0;
    *out = text && *text >= '0' && *text <= '9' ? strtol(text, &stop, 10) : 0;
    *end = stop ? stop : "";
    return stop && !errno && *out >= 1 && *out <= most;
}

static bool whole_number(const char *text, long most, int *out) {
    const char *end;
    long value;
    if (!read_number(text, most, &value, &end) || *end) return false;
    *out = (int)value;
    return true;
}

/* "1500M", "2G"; without a letter it is bytes. */
static bool read_memory(const char *text, size_t *out) {
    const char *end;
    long value;
    if (!read_number(text, 1L << 50, &value, &end)) return false;
    int shift = *end == 'K' || *end == 'k' ? 10 : *end == 'M' || *end == 'm' ? 20 : *end == 'G' || *end == 'g' ? 30 : 0;
    if (end[shift ? 1 : 0]) return false;
    if (value > (1L << 50) >> shift) return false;
    *out = (size_t)value << shift;
    return *out >= MEMORY_LEAST;
}

static bool read_shard(const char *text, int *shard, int *shards) {
    const char *end;
    long first, second;
    if (!read_number(text, 1000000, &first, &end) || *end != '/') return false;
    if (!read_number(end + 1, 1000000, &second, &end) || *end || first > second) return false;
    *shard = (int)first;
    *shards = (int)second;
    return true;
}

/* Processors that this process may use: also within a container or a queue that gives it a few. */
static int processors(void) {
    cpu_set_t set;
    int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : (int)sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > PROCESSES_MOST ? PROCESSES_MOST : count;
}

static int read_each(const Options *o, BatchOptions *b) {
    static const char *const NAMES[EACH_COUNT] = {"partnership", "board", "school"};
    for (int i = 0; i < o->each_count; i++) {
        Each each = 0;
        while (each < EACH_COUNT && strcmp(o->each[i], NAMES[each])) each++;
        if (each == EACH_COUNT)
            return usage_error(o, "onbekende ontvangers (partnership, board of school)", "unknown recipients (partnership, board or school)", o->each[i]);
        b->each[each] = true;
    }
    return EXIT_DONE;
}

static int read_limits(const Options *o, BatchOptions *b) {
    if (o->jobs && !whole_number(o->jobs, PROCESSES_MOST, &b->processes))
        return usage_error(o, "-j is een getal van 1 tot en met 1024", "-j is a number from 1 to 1024", o->jobs);
    if (o->timeout && !whole_number(o->timeout, SECONDS_MOST, &b->seconds))
        return usage_error(o, "--timeout is een aantal seconden van 1 tot en met 86400", "--timeout is a number of seconds from 1 to 86400", o->timeout);
    if (o->memory && !read_memory(o->memory, &b->memory))
        return usage_error(o, "--memory is bijvoorbeeld 512M of 2G, en ten minste 64M", "--memory is 512M or 2G for instance, and at least 64M", o->memory);
    if (o->shard && !read_shard(o->shard, &b->shard, &b->shards))
        return usage_error(o, "--shard is I/N met I van 1 tot en met N", "--shard is I/N with I from 1 to N", o->shard);
    return EXIT_DONE;
}

/* ---- inputs ---- */

/* A path a line, or, where the list has a NUL, a path up to each NUL (find -print0). The paths lie in the list, whose
 * separators become their ends. */
static const char **split_list(Arena *arena, Buffer *list, int *count) {
    char separator = list->size && memchr(list->data, '\0', list->size) ? '\0' : '\n';
    const char **paths = NULL;
    for (int pass = 0; pass < 2; pass++) {
        *count = 0;
        for (size_t start = 0; start < list->size;) {
            char *path = list->data + start, *end = memchr(path, separator, list->size - start);
            size_t size = end ? (size_t)(end - path) : list->size - start;
            if (size && pass) {
                paths[*count] = path;
                path[size] = '\0';
            }
            *count += size > 0;
            start += size + 1;
        }
        if (!pass) paths = ARENA_ARRAY(arena, (size_t)*count + 1, const char *);
    }
    return paths;
}

/* From a file, a pipe (also one that the shell made of a command) or standard input. */
static int read_list(const char *path, Buffer *list) {
    int fd = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (fd < 0) return errno;
    int error = stream_read(fd, LIST_MOST, list);
    if (fd != STDIN_FILENO) close(fd);
    return error;
}

/* Those of the command line, then those of the list, in which the paths lie. */
static int gather_inputs(const Options *o, Arena *arena, Buffer *list, BatchOptions *b) {
    int listed = 0, error = o->inputs_from ? read_list(o->inputs_from, list) : 0;
    if (error) {
        Diagnostics *d = diagnostics_new();
        diagnostics_report(d, &S102_CANNOT_READ, (Place){o->inputs_from, 0, 0}, (Report){.arguments = {error_words(error)}});
        show(d, o, false, NULL);
        diagnostics_free(d);
        return EXIT_SYSTEM;
    }
    const char **more = split_list(arena, list, &listed);
    if (o->count) {
        const char **all = ARENA_ARRAY(arena, (size_t)(o->count + listed) + 1, const char *);
        for (int i = 0; i < o->count; i++) all[i] = o->arguments[i];
        for (int i = 0; i < listed; i++) all[o->count + i] = more[i];
        more = all;
    }
    b->inputs = more;
    b->input_count = o->count + listed;
    if (b->input_count) return EXIT_DONE;
    return o->merge ? usage_error(o, "noem manifesten om samen te voegen", "name manifests to merge", NULL) : usage_error(o, "noem een invoer", "name an input", NULL);
}

/* ---- running ---- */

/* What a crash report names instead of the whole command line. */
static void about(const char *input, const char *template, const char *recipient) {
    static char *words[8];
    int n = 0;
    words[n++] = "jaarverslag batch";
    if (template) words[n++] = "-t", words[n++] = (char *)template;
    if (recipient) words[n++] = "--for", words[n++] = (char *)recipient;
    words[n++] = (char *)input;
    words[n] = NULL;
    crash_handlers(words);
}

static int exit_of_batch(BatchResult result) {
    static const int CODES[] = {[BATCH_DONE] = EXIT_DONE, [BATCH_PARTLY] = EXIT_PARTLY, [BATCH_INPUT] = EXIT_INPUT, [BATCH_USAGE] = EXIT_USAGE, [BATCH_SYSTEM] = EXIT_SYSTEM};
    return CODES[result];
}

static int run(const Options *o, const BatchOptions *b) {
    Diagnostics *diagnostics = diagnostics_new();
    int number = 0;
    BatchResult result = o->merge ? batch_merge(b, diagnostics) : batch_run(b, diagnostics, &number);
    show(diagnostics, o, b->json, stdout);
    diagnostics_free(diagnostics);
    if (fflush(stdout) != 0 && result == BATCH_DONE) result = BATCH_SYSTEM;
    if (number) { /* so that a loop in a shell stops too */
        signal(number, SIG_DFL);
        raise(number);
    }
    return exit_of_batch(result);
}

int command_batch(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "ftopsb")) return EXIT_USAGE;
    BatchOptions b = {.program = "jaarverslag " VERSION, .templates = o.templates, .template_count = o.template_count, .style = o.style, .profile = o.profile,
                      .folder = o.output ? o.output : "out", .processes = processors(), .shard = 1, .shards = 1, .resume = o.resume, .seconds = SECONDS,
                      .memory = MEMORY, .language = o.language, .about = about};
    b.json = o.format && !strcmp(o.format, "json");
    if (o.format && !b.json && strcmp(o.format, "text")) return usage_error(&o, "onbekende vorm (text of json)", "unknown format (text or json)", o.format);
    if (!strcmp(b.folder, "-") || !*b.folder) return usage_error(&o, "batch schrijft in een map", "batch writes to a folder", "-o");
    if (o.merge && (o.resume || o.shard || o.each_count || o.template_count))
        return usage_error(&o, "--merge gaat niet samen met opties om te maken", "--merge does not go with options for making", NULL);
    int code = read_each(&o, &b);
    if (code == EXIT_DONE) code = read_limits(&o, &b);
    if (code != EXIT_DONE) return code;
    Arena *arena = arena_new();
    Buffer list = {0};
    code = gather_inputs(&o, arena, &list, &b);
    if (code == EXIT_DONE) code = run(&o, &b);
    buffer_free(&list);
    arena_free(arena);
    return code;
}
