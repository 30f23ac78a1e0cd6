/* The year as one recipient may see it: whom the command line means, and the input, model and facts for them alone. */
#include "job/recipients.h"

#include <string.h>

#include "base/likeness.h"
#include "calc/calc.h"
#include "job/messages.h"
#include "language/language.h"
#include "privacy/public.h"

static const char *const KIND_NAMES[] = {"", "een school", "een bestuur"};

static RecipientKind kind_of(const char *audience) {
    if (!audience) return RECIPIENT_NONE;
    return !strcmp(audience, "school") ? RECIPIENT_SCHOOL : !strcmp(audience, "bestuur") ? RECIPIENT_BOARD : RECIPIENT_NONE;
}

static bool is_annex(const Node *part) { return language_of(part) && language_role(language_of(part)) == LANGUAGE_ROLE_ANNEX; }

static const char *annex_key(const Node *annex) {
    const Attribute *key = language_key(annex, NULL);
    return key ? key->value : "";
}

/* An annex is no recipient: its document is about the whole partnership. */
static const Node *find_annex(const Year *year, const char *key) {
    NODE_EACH(annex, year->input->root, NULL)
        if (is_annex(annex) && strcmp(annex_key(annex), key) == 0) return annex;
    return NULL;
}

static bool is_for_annex(const char *audience) { return audience && strcmp(audience, "bijlage") == 0; }

const char *recipient_template(const Year *year, const char *key) {
    Recipient to;
    if (find_annex(year, key)) return "bijlage";
    if (!recipient_find(year->partnership, key, RECIPIENT_NONE, &to)) return NULL;
    return to.kind == RECIPIENT_SCHOOL ? "school" : "bestuur";
}

static void report(const Year *year, Diagnostics *diagnostics, const Message *message, const char *found, const char *expected,
                   const char *one, const char *two) {
    diagnostics_report(diagnostics, message, (Place){year->input->path, 0, 0},
                       (Report){.found = found, .expected = expected, .arguments = {one, two}});
}

/* What could have been meant: the locations of a parent school, else the nearest key, else some of those there are. */
static const char *suggestion(const Year *year, const char *key) {
    const Partnership *p = year->partnership;
    int school = model_school(p, key);
    const char *list = NULL;
    for (int i = 0; school != NO_INDEX && i < p->location_count; i++)
        if (p->locations[i].school == school)
            list = list ? arena_printf(year->arena, "%s, %s", list, p->locations[i].key) : p->locations[i].key;
    if (list) return arena_printf(year->arena, BOTH("een locatie van die school: %s", "a location of that school: %s"), list, list);
    Likeness like = likeness_to(key);
    for (int i = 0; i < p->location_count + p->board_count; i++) {
        const char *other = i < p->location_count ? p->locations[i].key : p->boards[i - p->location_count].key;
        if (!other) continue;
        likeness_try(&like, other);
        if (i < 8) list = list ? arena_printf(year->arena, "%s, %s", list, other) : other;
        else if (i == 8) list = arena_printf(year->arena, "%s, …", list);
    }
    return like.best ? like.best : list;
}

/* Finds the recipient; false (reported) when there is none, or the template is not for such a one. */
static bool find(const Year *year, const char *template, const char *audience, const char *key, Diagnostics *diagnostics, Recipient *to) {
    RecipientKind wanted = kind_of(audience);
    if (!recipient_find(year->partnership, key, wanted, to)) {
        report(year, diagnostics, &S112_NO_SUCH_RECIPIENT, NULL, suggestion(year, key), key, NULL);
        return false;
    }
    if (wanted == RECIPIENT_NONE) {
        report(year, diagnostics, &S114_NOT_FOR_ONE, NULL, NULL, template, NULL);
        return false;
    }
    if (to->kind == wanted) return true;
    report(year, diagnostics, &S113_OTHER_KIND, KIND_NAMES[to->kind], KIND_NAMES[wanted], key, template);
    return false;
}

static JobResult check_annex(const Year *year, const char *template, const char *key, Diagnostics *diagnostics) {
    if (key && find_annex(year, key)) return JOB_DONE;
    const char *keys = NULL;
    NODE_EACH(annex, year->input->root, NULL) {
        if (!is_annex(annex)) continue;
        const char *one = annex_key(annex);
        keys = keys ? arena_printf(year->arena, "%s, %s", keys, one) : one;
    }
    if (key) report(year, diagnostics, &S115_NO_SUCH_ANNEX, NULL, keys, key, NULL);
    else report(year, diagnostics, &S111_NEEDS_RECIPIENT, NULL, keys, template, "één bijlage");
    return JOB_USAGE;
}

/* The tree as the bytes of one XML file, in the namespace of the input. */
static void add_source(Year *year, Input *input) {
    Buffer text = {0}, body = {0};
    node_dump(&body, input->root, false);
    size_t name = strlen(input->root->name) + 1;
    buffer_printf(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"urn:nl:jaarverslag:1\"", input->root->name);
    buffer_puts(&text, body.data + name);
    buffer_free(&body);
    InputFile *file = ARENA_NEW(year->arena, InputFile);
    *file = (InputFile){.path = input->path, .name = "jaarverslag.xml",
                        .bytes = (const unsigned char *)arena_strndup(year->arena, text.data, text.size), .size = text.size};
    input->files = file;
    input->file_count = 1;
    buffer_free(&text);
}

JobResult year_for(const Year *whole, const char *template, const char *audience, const char *key, Diagnostics *diagnostics, Year *out) {
    Recipient to;
    *out = *whole;
    if (is_for_annex(audience)) return check_annex(whole, template, key, diagnostics);
    if (key) out->earlier_count = 0; /* inputs of earlier years hold everybody's data */
    if (!key) {
        if (kind_of(audience) == RECIPIENT_NONE) return JOB_DONE;
        report(whole, diagnostics, &S111_NEEDS_RECIPIENT, NULL, NULL, template, KIND_NAMES[kind_of(audience)]);
        return JOB_USAGE;
    }
    if (!find(whole, template, audience, key, diagnostics, &to)) return JOB_USAGE;
    Arena *arena = whole->arena;
    Input *input = ARENA_NEW(arena, Input);
    *input = (Input){.arena = arena, .path = whole->input->path, .folder = whole->input->folder};
    input->root = recipient_tree(arena, whole->input->root, whole->partnership, whole->ledger, to);
    out->input = input;
    add_source(out, input);
    Diagnostics *own = diagnostics_new();
    out->partnership = model_read(arena, input->root, own);
    Ledger *ledger = calc_run(arena, out->partnership, own);
    calc_after_years(arena, ledger, out->partnership);
    out->ledger = recipient_ledger(arena, ledger, out->partnership, whole->ledger, whole->partnership, to);
    bool sound = diagnostics_count(own, SEVERITY_ERROR) == 0;
    if (!sound) /* what was left out is needed by what was kept: shown where it stands */
        for (size_t i = 0; i < diagnostics_total(own); i++) {
            const Diagnostic *d = diagnostics_at(own, i);
            if (d->message->severity != SEVERITY_ERROR) continue;
            diagnostics_report(diagnostics, d->message, d->place, (Report){.path = d->path, .found = d->found, .expected = d->expected, .arguments = {d->arguments[0], d->arguments[1], d->arguments[2]}});
        }
    diagnostics_free(own);
    return sound ? JOB_DONE : JOB_INPUT_FAULTS;
}

JobResult year_public(const Year *whole, Diagnostics *diagnostics, Year *out, Buffer *withheld) {
    Arena *arena = whole->arena;
    const Partnership *p = whole->partnership;
    int64_t threshold = public_threshold(p);
    Suppression *suppression = suppression_make(arena, p, whole->ledger, threshold);
    public_report(suppression, threshold, whole->input->root->place, diagnostics);
    if (!suppression->safe) return JOB_INPUT_FAULTS;
    Input *input = ARENA_NEW(arena, Input);
    *input = (Input){.arena = arena, .path = whole->input->path, .folder = whole->input->folder};
    const Names *names = names_new(arena, p, whole->input->root);
    input->root = public_tree(arena, whole->input->root, p, names);
    public_check(arena, input->root, p, names, whole->ledger, suppression, diagnostics);
    if (withheld) suppression_write_csv(withheld, suppression);
    *out = *whole;
    out->input = input;
    out->ledger = suppression_ledger(arena, names, whole->ledger, suppression);
    return diagnostics_count(diagnostics, SEVERITY_ERROR) > 0 ? JOB_INPUT_FAULTS : JOB_DONE;
}
