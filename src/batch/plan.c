/* What a run will make: jobs in their fixed order, and which of them are of this shard. */
#include "batch/plan.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "batch/choice.h"
#include "batch/messages.h"
#include "batch/plan_names.h"

const char *each_name(Each each) {
    static const char *const NAMES[EACH_COUNT] = {"partnership", "board", "school"};
    return NAMES[each];
}

Plan *plan_new(Arena *arena, const BatchOptions *options, Diagnostics *diagnostics) {
    Plan *plan = ARENA_NEW(arena, Plan);
    plan->arena = arena;
    plan->options = options;
    plan->inputs = ARENA_ARRAY(arena, (size_t)options->input_count + 1, PlanInput);
    Arena *scratch = arena_new();
    const char **wholes = ARENA_ARRAY(scratch, (size_t)options->input_count, const char *);
    Map *seen = map_new(scratch);
    for (int i = 0; i < options->input_count; i++) {
        const char *path = options->inputs[i], *whole = plan_whole_path(scratch, path), *before = map_get(seen, whole);
        if (before) diagnostics_report(diagnostics, &S126_SAME_INPUT, (Place){path, 0, 0}, (Report){.arguments = {before}});
        else {
            map_put(seen, whole, (void *)path);
            wholes[plan->input_count] = whole;
            plan->inputs[plan->input_count++].path = path;
        }
    }
    bool good = plan_give_names(plan, wholes, diagnostics);
    arena_free(scratch);
    return good ? plan : NULL;
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
    json_t *all = json ? json_loads(json, 0, NULL) : NULL;
    Recipients *to = json_is_object(all) ? ARENA_NEW(plan->arena, Recipients) : NULL;
    for (Each each = EACH_BOARD; each < EACH_COUNT && to; each++) {
        json_t *list = json_object_get(all, each_name(each));
        size_t count = json_array_size(list);
        to->of[each] = ARENA_ARRAY(plan->arena, count, Recipient);
        for (size_t i = 0; i < count; i++) {
            const char *key = json_string_value(json_array_get(json_array_get(list, i), 0)), *name = json_string_value(json_array_get(json_array_get(list, i), 1));
            if (!usable_key(key) || !name) continue;
            to->of[each][to->counts[each]++] = (Recipient){arena_strdup(plan->arena, key), arena_strdup(plan->arena, name)};
        }
    }
    plan->inputs[input].recipients = to;
    json_decref(all);
}

/* ---- jobs ---- */

/* How many jobs of a kind an input has; one when its recipients are not known, to tell so. */
static int count_of(const PlanInput *in, const Kind *kind) {
    return kind->each == EACH_PARTNERSHIP || !in->recipients ? 1 : in->recipients->counts[kind->each];
}

/* The last input whose first job is not behind that one: those without jobs share theirs with the next. */
static int input_of(const Plan *plan, int index) {
    int low = 0, high = plan->input_count;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (plan->inputs[middle].first <= index) low = middle;
        else high = middle;
    }
    return low;
}

Job plan_job(const Plan *plan, int index) {
    int input = input_of(plan, index), k = index - plan->inputs[input].first, left = k;
    const PlanInput *in = &plan->inputs[input];
    const Kind *kind = plan->kinds;
    for (int count; left >= (count = count_of(in, kind)); kind++) left -= count;
    Job job = {.number = index + 1, .input = input, .each = kind->each, .template = kind->template};
    if (kind->each != EACH_PARTNERSHIP && in->recipients) {
        const Recipient *to = &in->recipients->of[kind->each][left];
        job.recipient = to->key;
        job.recipient_name = to->name;
    }
    /* of one input alone depends to which shard its jobs go: another that cannot be read on one machine shifts nothing */
    job.mine = (input + k) % plan->options->shards == plan->options->shard - 1;
    return job;
}

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

/* An output is in the folder of its input, so that only documents of one input can be the same file. */
static bool check_outputs(const Plan *plan, int input, Diagnostics *diagnostics) {
    Arena *arena = arena_new();
    Map *outputs = map_new(arena);
    bool good = true;
    for (int i = plan->inputs[input].first; i < plan->inputs[input + 1].first; i++) {
        Job job = plan_job(plan, i);
        if (!job.template) continue; /* the only one that is named by the input */
        const char *output = plan_output(arena, plan, &job, job.template);
        const char *mine = arena_printf(arena, "-t %s", job.template), *before = map_put(outputs, output, (void *)mine);
        if (!before) continue;
        good = false;
        diagnostics_report(diagnostics, &S125_SAME_OUTPUT, (Place){plan->inputs[input].path, 0, 0}, (Report){.arguments = {mine, before, output}});
    }
    arena_free(arena);
    return good;
}

static void find_kinds(Plan *plan) {
    const BatchOptions *o = plan->options;
    plan->kinds = ARENA_ARRAY(plan->arena, (size_t)o->template_count + EACH_COUNT, Kind);
    for (Each each = 0; each < EACH_COUNT; each++) {
        if (!o->each[each]) continue;
        if (!o->template_count) plan->kinds[plan->kind_count++] = (Kind){each, usual_template(each)};
        for (int t = 0; t < o->template_count; t++)
            if (o->audiences[t] == each) plan->kinds[plan->kind_count++] = (Kind){each, o->templates[t]};
    }
}

static void warn_without_recipients(const Plan *plan, const PlanInput *in, Diagnostics *diagnostics) {
    for (Each each = EACH_BOARD; each < EACH_COUNT; each++)
        if (plan->options->each[each] && in->recipients && !in->recipients->counts[each])
            diagnostics_report(diagnostics, &S130_NO_RECIPIENTS, (Place){in->path, 0, 0},
                               (Report){.arguments = {recipients_in_words(each, plan->options->language)}});
}

bool plan_make_jobs(Plan *plan, Diagnostics *diagnostics) {
    bool good = true;
    find_kinds(plan);
    for (int i = 0; i < plan->input_count; i++) {
        plan->inputs[i].first = plan->job_count;
        for (int k = 0; k < plan->kind_count; k++) plan->job_count += count_of(&plan->inputs[i], &plan->kinds[k]);
        warn_without_recipients(plan, &plan->inputs[i], diagnostics);
    }
    plan->inputs[plan->input_count].first = plan->job_count;
    for (int i = 0; i < plan->input_count && plan->options->template_count > 1; i++) good &= check_outputs(plan, i, diagnostics);
    return good;
}
