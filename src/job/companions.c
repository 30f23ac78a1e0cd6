/* The previous version: found, read, compared; and the trees that templates ask for. */
#include "job/companions.h"

#include <errno.h>
#include <string.h>

#include "calc/calc.h"
#include "job/beside.h"

#define SUFFIX "vorige-versie"

static void report(Diagnostics *diagnostics, const char *code, Place place, const char *found, const char *expected, const char *what) {
    diagnostics_report(diagnostics, model_message(code), place, (Report){.found = found, .expected = expected, .arguments = {what}});
}

/* Is it an earlier state of this document, and not another one? */
static bool same_document(const Partnership *now, const Partnership *then) {
    bool key = !now->key || !then->key || !strcmp(now->key, then->key);
    return key && now->year.first == then->year.first;
}

static const char *describe(Arena *arena, const Partnership *p) {
    return arena_printf(arena, "%s, %s", p->name, p->year.text ? p->year.text : "?");
}

/* Reads it with diagnostics of its own: a draft may have had faults, and is compared all the same. */
static bool read_version(Resources *resources, const Year *year, const char *path, Place place, Diagnostics *diagnostics, Version *out, const Partnership **partnership, const Input **source) {
    Arena *arena = year->arena;
    int error = 0;
    Diagnostics *own = diagnostics_new();
    Input *input = input_read(arena, path, resources_schema(resources, own), own, &error);
    const Partnership *p = input ? model_read(arena, input->root, own) : NULL;
    if (!p) report(diagnostics, "R026", place, NULL, NULL, path);
    else if (!same_document(year->partnership, p))
        report(diagnostics, "R027", place, describe(arena, p), describe(arena, year->partnership), describe(arena, p));
    bool usable = p && same_document(year->partnership, p);
    if (usable) {
        *out = (Version){input->root, calc_run(arena, p, own)};
        *partnership = p;
        *source = input;
    }
    diagnostics_free(own);
    return usable;
}

Comparison *previous_changes(Resources *resources, const Year *year, const char *given, Diagnostics *diagnostics, const Input **source) {
    const PreviousVersion *named = &year->partnership->previous;
    Arena *arena = year->arena;
    int error = 0;
    const char *path = given;
    Place place = given ? (Place){given, 0, 0} : named->file_place;
    if (!given && !named->file) return NULL;
    if (!given && !(path = beside_find(arena, year->input, named->file, &error))) {
        report(diagnostics, error == EACCES ? "R017" : "R026", place, NULL, NULL, named->file);
        return NULL;
    }
    Version then, now = {year->input->root, year->ledger};
    const Partnership *p;
    const Input *input;
    if (!read_version(resources, year, path, place, diagnostics, &then, &p, &input)) return NULL;
    if (source) *source = input;
    calc_add_differences(year->ledger, then.ledger, SUFFIX);
    Comparison *changes = changes_find(arena, &then, &now, SUFFIX, true);
    const char *date = !given && named->date ? named->date : p->date, *name = given ? NULL : named->name;
    node_set(arena, changes->tree, "achtervoegsel", SUFFIX, changes->tree->place);
    if (name) node_set(arena, changes->tree, "naam", name, changes->tree->place);
    if (date) node_set(arena, changes->tree, "datum", date, changes->tree->place);
    return changes;
}

/* Since the latest earlier year that anything is known of: from its input, or from the values that are stated. */
static const Node *year_changes(Companions *c) {
    const Partnership *p = c->year->partnership;
    const EarlierYear *latest = NULL;
    for (int i = 0; i < p->earlier_year_count; i++)
        if (p->earlier_years[i].year.first && (!latest || p->earlier_years[i].year.first > latest->year.first)) latest = &p->earlier_years[i];
    if (!latest) return NULL;
    Version then = c->year->last_year == latest->year.first ? c->year->last : (Version){NULL, NULL}, now = {c->year->input->root, c->year->ledger};
    Comparison *changes = changes_find(c->year->arena, &then, &now, latest->year.text, false);
    node_set(c->year->arena, changes->tree, "achtervoegsel", latest->year.text, changes->tree->place);
    return changes->tree;
}

static Comparison *version_changes(Companions *c) {
    if (!c->version_sought) c->version = previous_changes(c->resources, c->year, c->previous, c->diagnostics, &c->version_source);
    c->version_sought = true;
    return c->version;
}

static const Node *tree(void *data, const char *which) {
    Companions *c = data;
    const char *language = c->year->partnership->language;
    if (!strcmp(which, "bevindingen"))
        return findings_tree(c->year->arena, c->year->input, c->diagnostics, strncmp(language, "en", 2) ? MESSAGES_DUTCH : MESSAGES_ENGLISH);
    if (!strcmp(which, "wijzigingen-versie")) return version_changes(c) ? c->version->tree : NULL;
    if (!strcmp(which, "wijzigingen-jaar")) return year_changes(c);
    return NULL;
}

static bool changed(void *data, const char *place) {
    Comparison *changes = version_changes(data);
    return changes && changes_at(changes, place);
}

Extras companions_extras(Companions *companions) { return (Extras){companions, tree, changed}; }
