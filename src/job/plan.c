/* What a run will make: jobs in their fixed order, and which of them are of this shard. */
#include "job/plan.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "job/choice.h"
#include "job/messages.h"
#include "job/plan_names.h"

const char *each_name(Each each) {
    static const char *const NAMES[EACH_COUNT] = {"partnership", "board", "school"};
    return NAMES[each];
}

Plan *plan_new(Arena *arena, const BatchOptions *options, Diagnostics *diagnostics) {
    Plan *plan = ARENA_NEW(arena, Plan);
    plan->arena = arena;
    plan->inputs = ARENA_ARRAY(arena, (size_t)options->input_count, PlanInput);
    Map *seen = map_new(arena);
    for (int i = 0; i < options->input_count; i++) {
        const char *path = options->inputs[i], *whole = plan_whole_path(arena, path), *before = map_get(seen, whole);
        if (before) diagnostics_report(diagnostics, &S126_SAME_INPUT, (Place){path, 0, 0}, (Report){.arguments = {before}});
        else {
            map_put(seen, whole, (void *)path);
            plan->inputs[plan->input_count++].path = path;
        }
    }
    return plan_give_names(plan, diagnostics) ? plan : NULL;
}

bool plan_needs_recipients(const BatchOptions *options) {
    return options->each[EACH_BOARD] || options->each[EACH_SCHOOL];
}

/* ---- recipients ---- */

/* A key that may be part of a file name: as the grammar has it. */
static bool usable_key(const char *key) {
    return key && *key >= 'a' && *key <= 'z' && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(key) && strlen(key) < 100;
}

static bool add_recipient(json_t *list, Map *seen, const char *key, const char *name) {
    if (!usable_key(key) || map_get(seen, key)) return false;
    map_put(seen, key, list);
    return json_array_append_new(list, json_pack("[s,s]", key, name && *name ? name : key)) == 0;
}

/* Only reads: what is wrong with the input is told by its job. */
void plan_find_recipients(const char *path, Buffer *out) {
    Arena *arena = arena_new();
    Diagnostics *ignored = diagnostics_new();
    int error = 0;
    Input *input = input_read(arena, path, NULL, ignored, &error);
    const Partnership *p = input ? model_read(arena, input->root, ignored) : NULL;
    json_t *boards = json_array(), *schools = json_array();
    Map *seen_boards = map_new(arena), *seen_schools = map_new(arena);
    bool known = p && diagnostics_count(ignored, SEVERITY_ERROR) == 0; /* half an input may have half of them */
    for (int i = 0; known && i < p->board_count; i++) known = add_recipient(boards, seen_boards, p->boards[i].key, p->boards[i].name);
    for (int i = 0; known && i < p->location_count; i++) known = add_recipient(schools, seen_schools, p->locations[i].key, p->locations[i].name);
    json_t *all = known ? json_pack("{s:O,s:O}", "board", boards, "school", schools) : NULL;
    char *text = all ? json_dumps(all, JSON_COMPACT) : NULL;
    buffer_puts(out, text ? text : "null");
    free(text);
    json_decref(all);
    json_decref(boards);
    json_decref(schools);
    diagnostics_free(ignored);
    arena_free(arena);
}

void plan_set_recipients(Plan *plan, int input, const char *json) {
    PlanInput *in = &plan->inputs[input];
    json_t *all = json ? json_loads(json, 0, NULL) : NULL;
    in->unknown = !json_is_object(all);
    for (Each each = EACH_BOARD; each < EACH_COUNT && !in->unknown; each++) {
        json_t *list = json_object_get(all, each_name(each));
        size_t count = json_array_size(list);
        in->recipients[each] = ARENA_ARRAY(plan->arena, count, Recipient);
        for (size_t i = 0; i < count; i++) {
            const char *key = json_string_value(json_array_get(json_array_get(list, i), 0)), *name = json_string_value(json_array_get(json_array_get(list, i), 1));
            if (!usable_key(key) || !name) continue;
            in->recipients[each][in->recipient_counts[each]++] = (Recipient){arena_strdup(plan->arena, key), arena_strdup(plan->arena, name)};
        }
    }
    json_decref(all);
}

/* ---- jobs ---- */

typedef struct Maker {
    Plan *plan;
    const BatchOptions *options;
    Diagnostics *diagnostics;
    Map *outputs; /* -> Job number */
    int in_input; /* jobs of this input so far */
    bool good;
} Maker;

static const char *output_folder(const Plan *plan, const Job *job) {
    return plan->inputs[job->input].name;
}

const char *plan_output(Arena *arena, const Plan *plan, const Job *job, const char *template) {
    const char *slash = strrchr(template, '/'), *name = slash ? slash + 1 : template;
    size_t size = strlen(name);
    if (size > 4 && !strcmp(name + size - 4, ".xsl")) size -= 4;
    name = plan_clean_name(arena, arena_strndup(arena, name, size));
    return arena_printf(arena, "%s/%s%s%s.pdf", output_folder(plan, job), name, job->recipient ? "-" : "", job->recipient ? job->recipient : "");
}

const char *plan_key(Arena *arena, const char *input, const char *each, const char *template, const char *recipient) {
    return arena_printf(arena, "%s\n%s\n%s\n%s", input, each, template ? template : "", recipient ? recipient : "");
}

static void check_output(Maker *m, const Job *job) {
    if (!job->template) return; /* the only one in its folder that is named by the input */
    const char *output = plan_output(m->plan->arena, m->plan, job, job->template), *what = m->plan->inputs[job->input].path;
    const char *mine = arena_printf(m->plan->arena, "-t %s", job->template), *before = map_put(m->outputs, output, (void *)mine);
    if (!before) return;
    m->good = false;
    diagnostics_report(m->diagnostics, &S125_SAME_OUTPUT, (Place){what, 0, 0}, (Report){.arguments = {mine, before, output}});
}

static void add_job(Maker *m, int input, Each each, const char *template, const Recipient *to) {
    Plan *plan = m->plan;
    if (plan->job_count == plan->capacity) {
        int capacity = plan->capacity ? plan->capacity * 2 : 64;
        Job *jobs = ARENA_ARRAY(plan->arena, (size_t)capacity, Job);
        if (plan->job_count) memcpy(jobs, plan->jobs, (size_t)plan->job_count * sizeof *jobs);
        plan->jobs = jobs;
        plan->capacity = capacity;
    }
    Job *job = &plan->jobs[plan->job_count++];
    *job = (Job){.number = plan->job_count, .input = input, .each = each, .template = template};
    if (to) job->recipient = to->key, job->recipient_name = to->name;
    /* of one input alone depends to which shard its jobs go: another that cannot be read on one machine shifts nothing */
    job->mine = (input + m->in_input++) % m->options->shards == m->options->shard - 1;
    check_output(m, job);
}

static void add_all(Maker *m, int input, Each each, const char *template) {
    const PlanInput *in = &m->plan->inputs[input];
    if (each == EACH_PARTNERSHIP || in->unknown) add_job(m, input, each, template, NULL);
    else for (int i = 0; i < in->recipient_counts[each]; i++) add_job(m, input, each, template, &in->recipients[each][i]);
}

static void add_each(Maker *m, int input, Each each) {
    const PlanInput *in = &m->plan->inputs[input];
    const BatchOptions *o = m->options;
    if (!o->template_count) add_all(m, input, each, usual_template(each));
    for (int t = 0; t < o->template_count; t++)
        if (o->audiences[t] == each) add_all(m, input, each, o->templates[t]);
    if (each != EACH_PARTNERSHIP && !in->unknown && !in->recipient_counts[each])
        diagnostics_report(m->diagnostics, &S130_NO_RECIPIENTS, (Place){in->path, 0, 0},
                           (Report){.arguments = {recipients_in_words(each, o->language)}});
}

bool plan_make_jobs(Plan *plan, const BatchOptions *options, Diagnostics *diagnostics) {
    Maker m = {.plan = plan, .options = options, .diagnostics = diagnostics, .outputs = map_new(plan->arena), .good = true};
    for (int i = 0; i < plan->input_count; i++) {
        m.in_input = 0;
        for (Each each = 0; each < EACH_COUNT; each++)
            if (options->each[each]) add_each(&m, i, each);
    }
    return m.good;
}
