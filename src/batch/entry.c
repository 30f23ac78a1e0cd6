/* The account of one job, as JSON: a row of the manifest. */
#include "batch/entry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch/messages.h"
#include "batch/origin.h"

static const char *profile_name(Profile profile) {
    return profile == PROFILE_ARCHIVE_3 ? "archive-3" : profile == PROFILE_DRAFT ? "draft" : "archive";
}

json_t *entry_options(const Job *job, const BatchOptions *options) {
    return json_pack("{s:o,s:o,s:s,s:o}", "template", json_text(job->template), "style", json_text(options->style), "profile",
                     profile_name(options->profile), "date", json_text(getenv("SOURCE_DATE_EPOCH")));
}

/* What was found in the whole input is not for those who get a document of a part of it: what kind of thing it is remains. */
static void make_discreet(json_t *message, const Message *of, MessageLanguage language) {
    json_object_set_new(message, "message", json_text(language == MESSAGES_ENGLISH && of->about_english ? of->about_english : of->about_dutch));
    json_object_set_new(message, "found", json_null());
    json_object_set_new(message, "expected", json_null());
    if (json_object_get(message, "acknowledged")) json_object_set_new(message, "acknowledged", json_string(""));
}

/* The messages in the form that check --format json has. */
static json_t *messages_json(const Diagnostics *messages, MessageLanguage language, bool discreet) {
    json_t *list = json_array();
    char *text = NULL;
    size_t size = 0;
    FILE *stream = messages ? open_memstream(&text, &size) : NULL;
    if (!stream) return list;
    diagnostics_print_json(messages, stream, language);
    fclose(stream);
    size_t i = 0;
    for (char *save = NULL, *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save), i++) {
        json_t *message = json_loads(line, 0, NULL);
        if (discreet) make_discreet(message, diagnostics_at((Diagnostics *)messages, i)->message, language);
        json_array_append_new(list, message);
    }
    free(text);
    return list;
}

json_t *entry_new(const Plan *plan, const Job *job, const BatchOptions *options, const Account *a) {
    json_t *entry = json_object();
    bool done = !strcmp(a->status, "done");
    json_object_set_new(entry, "job", json_integer(job->number));
    json_object_set_new(entry, "input", json_text(plan->inputs[job->input].path));
    json_object_set_new(entry, "template", json_text(a->template ? a->template : job->template));
    json_object_set_new(entry, "each", json_string(each_name(job->each)));
    json_object_set_new(entry, "recipient", json_text(job->recipient));
    json_object_set_new(entry, "recipient_name", json_text(job->recipient_name));
    json_object_set_new(entry, "status", json_string(a->status));
    json_object_set_new(entry, "cause", json_text(a->cause));
    json_object_set_new(entry, "output", json_text(a->output));
    json_object_set_new(entry, "pages", done ? json_integer(a->pages) : json_null());
    json_object_set_new(entry, "bytes", done ? json_integer((json_int_t)a->bytes) : json_null());
    json_object_set_new(entry, "sha256", json_text(a->sha256));
    json_object_set_new(entry, "partnership", json_text(a->partnership));
    json_object_set_new(entry, "year", json_text(a->year));
    json_object_set_new(entry, "title", json_text(a->title));
    json_object_set_new(entry, "messages", messages_json(a->messages, options->language, a->discreet));
    json_object_set_new(entry, "options", entry_options(job, options));
    json_object_set_new(entry, "program", json_text(a->program));
    json_object_set_new(entry, "sources", a->sources ? a->sources : json_null());
    return entry;
}

const char *entry_text(const json_t *entry, const char *field) {
    const char *text = json_string_value(json_object_get(entry, field));
    return text ? text : "";
}

bool entry_is(const json_t *entry, const char *status) {
    return !strcmp(entry_text(entry, "status"), status);
}

const char *entry_key(Arena *arena, const json_t *entry) {
    const json_t *options = json_object_get(entry, "options");
    if (!json_is_string(json_object_get(entry, "input")) || !options) return NULL;
    return plan_key(arena, entry_text(entry, "input"), entry_text(entry, "each"), entry_text(options, "template"), entry_text(entry, "recipient"));
}

/* What a process left on standard error before it died: the first line, without addresses. */
static const char *first_words(Arena *arena, const Outcome *outcome) {
    size_t size = strcspn(outcome->said, "\n");
    if (size) return arena_strndup(arena, outcome->said, size < 200 ? size : 200);
    const char *name = strsignal(outcome->number);
    return arena_printf(arena, "%s %d%s%s%s", outcome->number > 128 ? "status" : "signaal/signal", outcome->number, name ? " (" : "", name ? name : "", name ? ")" : "");
}

json_t *entry_of_failure(const Plan *plan, const Job *job, const BatchOptions *options, const Outcome *outcome, Diagnostics *messages) {
    Arena *arena = arena_new();
    const Message *message = &S120_CRASHED;
    const char *cause = "crash", *what = NULL;
    switch (outcome->end) {
    case TASK_TOO_LONG: message = &S122_TOO_LONG, cause = "time", what = arena_printf(arena, "%d", options->seconds); break;
    case TASK_TOO_MUCH: message = &S123_TOO_MUCH_MEMORY, cause = "memory", what = arena_printf(arena, "%zu", options->memory >> 20); break;
    case TASK_KILLED: message = &S121_KILLED, cause = "killed", what = arena_printf(arena, "signaal/signal %d", outcome->number); break;
    case TASK_NO_PROCESS: message = &S131_NO_PROCESS, cause = "system", what = error_words(outcome->number); break;
    default: what = first_words(arena, outcome);
    }
    diagnostics_report(messages, message, (Place){plan->inputs[job->input].path, 0, 0}, (Report){.arguments = {what}});
    json_t *entry = entry_new(plan, job, options, &(Account){.status = "failed", .cause = cause, .messages = messages});
    arena_free(arena);
    return entry;
}

char *entry_line(const json_t *entry) {
    char *line = json_dumps(entry, JSON_COMPACT);
    if (!line) abort();
    return line;
}
