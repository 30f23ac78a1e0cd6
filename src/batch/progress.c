/* How a run goes, told while it goes. */
#include "batch/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "batch/entry.h"

static long long now(void) { /* ms */
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

void progress_start(Progress *p, const BatchOptions *options, int total) {
    *p = (Progress){.options = options, .total = total, .started = now(), .english = options->language == MESSAGES_ENGLISH};
    const char *kind = getenv("TERM");
    p->terminal = !options->json && isatty(STDERR_FILENO) && kind && strcmp(kind, "dumb") != 0;
}

static void clear_line(const Progress *p) {
    if (p->terminal) fputs("\r\033[K", stderr);
}

static void put_duration(FILE *stream, const Progress *p, long long seconds) {
    const char *hour = p->english ? "h" : "u";
    if (seconds >= 3600) fprintf(stream, "%lld %s %02lld min", seconds / 3600, hour, seconds / 60 % 60);
    else if (seconds >= 60) fprintf(stream, "%lld min %02lld s", seconds / 60, seconds % 60);
    else fprintf(stream, "%lld s", seconds);
}

/* What is left, at the pace of what had to be made. */
static long long seconds_left(const Progress *p, long long passed) {
    int made = p->done - p->same + p->failed, left = p->total - p->done - p->failed;
    return made ? (passed * left / made + 999) / 1000 : 0;
}

const char *pages_word(long pages, bool english) {
    if (english) return pages == 1 ? "page" : "pages";
    return pages == 1 ? "pagina" : "pagina’s";
}

void progress_tick(const Progress *p) {
    if (!p->terminal) return;
    long long passed = now() - p->started;
    clear_line(p);
    fprintf(stderr, p->english ? "%d of %d done" : "%d van %d klaar", p->done, p->total);
    if (p->failed) fprintf(stderr, p->english ? ", %d failed" : ", %d mislukt", p->failed);
    if (passed > 0) fprintf(stderr, p->english ? ", %lld pages/s" : ", %lld pagina’s/s", p->pages * 1000LL / passed);
    if (p->done - p->same + p->failed && passed > 500) {
        fputs(p->english ? ", time left " : ", nog ", stderr);
        put_duration(stderr, p, seconds_left(p, passed));
    }
    fflush(stderr);
}

static void put_what(const json_t *entry) {
    const char *template = entry_text(entry, "template"), *recipient = entry_text(entry, "recipient");
    fputs(entry_text(entry, "input"), stderr);
    if (*template || *recipient) fprintf(stderr, " (%s%s%s)", template, *template && *recipient ? " " : "", recipient);
}

static void tell_failure(const Progress *p, const json_t *entry, const char *text) {
    clear_line(p);
    fputs(text, stderr);
    put_what(entry);
    fputs(p->english ? ": failed\n" : ": mislukt\n", stderr);
}

static void tell_success(const Progress *p, const json_t *entry, bool same) {
    json_int_t pages = json_integer_value(json_object_get(entry, "pages")), bytes = json_integer_value(json_object_get(entry, "bytes"));
    fprintf(stderr, "%s/%s: ", p->options->folder, entry_text(entry, "output"));
    if (same) fputs(p->english ? "unchanged\n" : "ongewijzigd\n", stderr);
    else fprintf(stderr, "%lld %s, %lld kB\n", (long long)pages, pages_word((long)pages, p->english), (long long)(bytes + 500) / 1000);
}

/* On standard output, flushed, so that who reads along is never behind. */
static void put_json(json_t *object) {
    char *line = object ? json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(6)) : NULL;
    if (line) puts(line);
    fflush(stdout);
    free(line);
    json_decref(object);
}

static void job_json(const Progress *p, const json_t *entry, bool same) {
    static const char *const FIELDS[] = {"job", "input", "template", "each", "recipient", "status", "cause", "output", "pages", "bytes", "sha256", "messages"};
    json_t *object = json_pack("{s:s,s:i,s:i,s:i,s:b}", "event", "job", "done", p->done, "failed", p->failed, "total", p->total, "unchanged", same);
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) json_object_set(object, FIELDS[i], json_object_get(entry, FIELDS[i]));
    put_json(object);
}

void progress_job(Progress *p, const json_t *entry, bool same, const char *text) {
    bool done = entry_is(entry, "done");
    p->done += done;
    p->same += done && same;
    p->failed += !done;
    if (done && !same) p->pages += (long)json_integer_value(json_object_get(entry, "pages"));
    if (p->options->json) job_json(p, entry, same);
    else if (!done) tell_failure(p, entry, text);
    else if (!p->terminal) tell_success(p, entry, same);
}

void progress_end(const Progress *p, bool stopped) {
    long long passed = now() - p->started;
    int left = p->total - p->done - p->failed;
    if (p->options->json) {
        put_json(json_pack("{s:s,s:i,s:i,s:i,s:i,s:i,s:I,s:f,s:b}", "event", "end", "done", p->done, "unchanged", p->same, "failed", p->failed, "pending", left,
                           "total", p->total, "pages", (json_int_t)p->pages, "seconds", (double)passed / 1000, "interrupted", stopped));
        return;
    }
    clear_line(p);
    fprintf(stderr, p->english ? "%d of %d done" : "%d van %d klaar", p->done, p->total);
    if (p->same) fprintf(stderr, p->english ? " (%d unchanged)" : " (%d ongewijzigd)", p->same);
    if (p->failed) fprintf(stderr, p->english ? ", %d failed" : ", %d mislukt", p->failed);
    fprintf(stderr, "; %ld %s in ", p->pages, pages_word(p->pages, p->english));
    put_duration(stderr, p, (passed + 500) / 1000);
    if (stopped) fprintf(stderr, p->english ? "; interrupted, %d left: go on with --resume" : "; onderbroken, nog %d te doen: ga verder met --resume", left);
    fputs("\n", stderr);
}
