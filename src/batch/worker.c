/* What a process of the pool does: is the document there as it should be? Else read the input, once, and make it. */
#include "batch/worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "batch/entry.h"
#include "batch/messages.h"
#include "job/messages.h"
#include "batch/plan_names.h"
#include "batch/origin.h"

/* ---- is it there already? ---- */

/* The real folder of an input, "" when there is none. */
static const char *input_folder(Arena *arena, const char *path) {
    const char *whole = plan_whole_path(arena, path);
    char *real = realpath(whole, NULL), *slash = real ? strrchr(real, '/') : NULL;
    const char *folder = slash ? arena_strndup(arena, real, (size_t)(slash - real)) : "";
    free(real);
    return folder;
}

static bool output_current(Arena *arena, const Worker *w, const Job *job, const json_t *entry) {
    const char *output = entry_text(entry, "output"), *expected = plan_output(arena, w->plan, job, entry_text(entry, "template"));
    char digest[65];
    if (strcmp(output, expected)) return false;
    origin_checksum(arena_printf(arena, "%s/%s", w->options->folder, output), digest);
    return *digest && !strcmp(digest, entry_text(entry, "sha256"));
}

/* By content, not by clock: same program, same options, same bytes of all that went in, same bytes that came out. */
static bool is_current(const Worker *w, const Job *job, const json_t *entry) {
    if (!entry || !entry_is(entry, "done") || strcmp(entry_text(entry, "program"), w->identity)) return false;
    json_t *options = entry_options(job, w->options);
    Arena *arena = arena_new();
    bool same = json_equal(options, json_object_get(entry, "options")) && output_current(arena, w, job, entry) &&
                origin_current(json_object_get(entry, "sources"), input_folder(arena, w->plan->inputs[job->input].path), resources_folder(w->resources));
    arena_free(arena);
    json_decref(options);
    return same;
}

/* ---- making it ---- */

/* Nothing of an input is left for the next one. */
static void forget_year(Worker *w) {
    diagnostics_free(w->told);
    arena_free(w->arena);
    w->arena = NULL;
    w->told = NULL;
    resources_forget(w->resources);
}

static void read_year(Worker *w, int input) {
    if (w->arena && w->input == input) return;
    if (w->arena) forget_year(w);
    w->arena = arena_new();
    w->input = input;
    w->told = diagnostics_new();
    w->read = file_log_new(w->arena);
    FileLog *before = file_log_use(w->read);
    resources_given(w->resources, w->options->templates, w->options->template_count);
    w->result = year_read(w->arena, w->resources, w->plan->inputs[input].path, w->told, &w->year);
    file_log_use(before);
}

static void save(const Worker *w, Arena *arena, Account *account, const Buffer *pdf, Diagnostics *messages) {
    const char *path = arena_printf(arena, "%s/%s", w->options->folder, account->output);
    char *folder = arena_strndup(arena, path, (size_t)(strrchr(path, '/') - path));
    int error = folder_make(folder);
    if (!error) error = file_write(path, pdf->data, pdf->size);
    if (error) {
        diagnostics_report(messages, &S103_CANNOT_WRITE, (Place){path, 0, 0}, (Report){.arguments = {error_words(error)}});
        account->output = NULL;
        account->cause = "system";
        return;
    }
    char *digest = arena_alloc(arena, 65);
    sha256_hex(pdf->data, pdf->size, digest);
    account->status = "done";
    account->bytes = pdf->size;
    account->sha256 = digest;
}

/* Renders in an arena of the document's own, so that those of one input do not pile up. */
static void render(const Worker *w, const Job *job, Arena *arena, Account *account, Diagnostics *messages) {
    RenderOptions options = {.template = job->template, .style = w->options->style, .recipient = job->recipient, .profile = w->options->profile, .made_from = &account->root};
    Year year = w->year;
    Buffer pdf = {0};
    year.arena = arena;
    account->template = year_template(&year, &options);
    JobResult result = year_render(w->resources, &year, &options, messages, &pdf, &account->pages);
    if (result != JOB_DONE) account->cause = result == JOB_SYSTEM ? "system" : result == JOB_USAGE ? "usage" : "input";
    else {
        account->output = plan_output(arena, w->plan, job, account->template);
        save(w, arena, account, &pdf, messages);
    }
    buffer_free(&pdf);
}

static void describe(const Worker *w, Account *account) {
    const Node *whole = w->year.input ? w->year.input->root : NULL, *root = account->root ? account->root : whole;
    const Node *partnership = root ? node_child(root, "partnerschap") : NULL;
    if (!root) return;
    account->discreet = root != whole;
    account->title = node_get(root, "titel");
    account->year = node_get(root, "schooljaar");
    account->partnership = partnership ? node_get(partnership, "naam") : NULL;
}

static void make(Worker *w, const Job *job, Arena *arena, Account *account, Diagnostics *messages) {
    const char *path = w->plan->inputs[job->input].path;
    read_year(w, job->input);
    FileLog *read = file_log_new(arena), *before = file_log_use(read);
    file_log_add(read, w->read);
    diagnostics_add(messages, w->told);
    if (w->result != JOB_DONE) account->cause = w->result == JOB_SYSTEM ? "system" : "input";
    else if (job->each != EACH_PARTNERSHIP && !job->recipient) {
        diagnostics_report(messages, &S132_NO_KEYS, (Place){path, 0, 0}, (Report){0});
        account->cause = "input";
    } else render(w, job, arena, account, messages);
    describe(w, account);
    file_log_use(before);
    const char *folder = w->year.input ? w->year.input->folder : input_folder(arena, path);
    account->sources = origin_json(read, folder, resources_folder(w->resources));
    account->program = w->identity;
}

/* ---- telling of it ---- */

/* The account goes whole as text, which nobody needs to take apart: it is long. */
static void answer_with(const Worker *w, Buffer *answer, json_t *entry, bool same, bool reading, const char *text) {
    char *whole = entry_line(entry);
    json_object_del(entry, "sources");
    if (!w->options->json) json_object_del(entry, "messages");
    json_t *all = json_pack("{s:o,s:b,s:b,s:o}", "entry", entry, "same", same, "reading", reading, "text", json_text(text ? text : ""));
    char *line = all ? json_dumps(all, JSON_COMPACT) : NULL;
    buffer_printf(answer, "%s\n%s", line ? line : "", whole);
    free(whole);
    free(line);
    json_decref(all);
}

static char *in_words(const Diagnostics *messages, MessageLanguage language) {
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (!stream) return NULL;
    diagnostics_print(messages, stream, language);
    fclose(stream);
    return text;
}

void worker_do(Worker *w, int index, Buffer *answer) {
    Job one = plan_job(w->plan, index), *job = &one;
    if (w->options->about) w->options->about(w->plan->inputs[job->input].path, job->template, job->recipient);
    json_t *before = w->options->resume ? store_get(w->store, index) : NULL;
    if (is_current(w, job, before)) {
        answer_with(w, answer, before, true, false, NULL);
        return;
    }
    json_decref(before);
    Arena *arena = arena_new();
    Diagnostics *messages = diagnostics_new();
    Account account = {.status = "failed", .messages = messages};
    make(w, job, arena, &account, messages);
    diagnostics_sort(messages);
    bool failed = strcmp(account.status, "failed") == 0;
    char *text = failed ? in_words(messages, w->options->language) : NULL;
    answer_with(w, answer, entry_new(w->plan, job, w->options, &account), false, failed && w->result != JOB_DONE, text);
    free(text);
    diagnostics_free(messages);
    arena_free(arena);
}
