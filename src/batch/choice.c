/* Which templates a run uses, and for whom each is: a template says that itself (f:voor). */
#include "batch/choice.h"

#include <string.h>

#include "batch/messages.h"
#include "batch/plan.h"

const char *usual_template(Each each) {
    static const char *const USUAL[EACH_COUNT] = {NULL, "bestuur", "school"};
    return USUAL[each];
}

const char *recipients_in_words(Each each, MessageLanguage language) {
    static const char *const WORDS[EACH_COUNT][2] = {{"het hele partnerschap", "the whole partnership"}, {"besturen", "boards"}, {"scholen", "schools"}};
    return WORDS[each][language == MESSAGES_ENGLISH];
}

static Each audience_of(const Template *template) {
    const char *audience = template_audience(template);
    for (Each each = EACH_BOARD; audience && each < EACH_COUNT; each++)
        if (!strcmp(audience, usual_template(each))) return each;
    return EACH_PARTNERSHIP;
}

static BatchResult load_named(Arena *arena, BatchOptions *o, Resources *resources, Diagnostics *diagnostics) {
    Each *audiences = ARENA_ARRAY(arena, (size_t)o->template_count, Each);
    BatchResult result = BATCH_DONE;
    for (int i = 0; i < o->template_count; i++) {
        const Template *template = resources_template(resources, o->templates[i], diagnostics);
        if (template) audiences[i] = audience_of(template);
        else result = BATCH_INPUT;
    }
    o->audiences = audiences;
    return result;
}

static BatchResult load_usual(const BatchOptions *o, Resources *resources, Diagnostics *diagnostics) {
    BatchResult result = BATCH_DONE;
    for (Each each = 0; each < EACH_COUNT; each++) {
        const char *name = usual_template(each) ? usual_template(each) : "jaarverslag"; /* most inputs name this one */
        if (o->each[each] && !resources_template(resources, name, diagnostics)) result = BATCH_INPUT;
    }
    return result;
}

/* Every template has somebody, everybody has a template. */
static bool go_together(const BatchOptions *o, Diagnostics *diagnostics) {
    bool good = true, served[EACH_COUNT] = {false};
    for (int i = 0; i < o->template_count; i++) {
        Each each = o->audiences[i];
        served[each] = true;
        if (o->each[each]) continue;
        good = false;
        diagnostics_report(diagnostics, &S133_NOBODY_ASKED, (Place){0},
                           (Report){.arguments = {o->templates[i], recipients_in_words(each, o->language), each_name(each)}});
    }
    for (Each each = 0; each < EACH_COUNT; each++) {
        if (!o->each[each] || served[each]) continue;
        good = false;
        diagnostics_report(diagnostics, &S134_NO_TEMPLATE_FOR, (Place){0}, (Report){.arguments = {recipients_in_words(each, o->language)}});
    }
    return good;
}

BatchResult choose_templates(Arena *arena, BatchOptions *o, Resources *resources, Diagnostics *diagnostics) {
    bool asked = false;
    for (Each each = 0; each < EACH_COUNT; each++) asked |= o->each[each];
    if (!o->template_count && !asked) o->each[EACH_PARTNERSHIP] = true;
    if (!o->template_count) return load_usual(o, resources, diagnostics);
    BatchResult result = load_named(arena, o, resources, diagnostics);
    if (result != BATCH_DONE) return result;
    for (int i = 0; i < o->template_count && !asked; i++) o->each[o->audiences[i]] = true;
    return go_together(o, diagnostics) ? BATCH_DONE : BATCH_USAGE;
}
