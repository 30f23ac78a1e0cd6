/* Names of inputs in the output folder: no two alike, and the same whatever else is in the run where possible. */
#include "batch/plan_names.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "base/text.h"
#include "batch/messages.h"

#define MAIN_FILE "/jaarverslag.xml"

static bool ends_in(const char *text, const char *ending) {
    size_t n = strlen(text), m = strlen(ending);
    return n > m && !strcmp(text + n - m, ending);
}

const char *plan_whole_path(Arena *arena, const char *path) {
    struct stat status;
    bool folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    char *real = realpath(path, NULL), *here = real || *path == '/' ? NULL : getcwd(NULL, 0);
    const char *whole = real ? arena_strdup(arena, real) : here ? arena_printf(arena, "%s/%s", here, path) : arena_strdup(arena, path);
    free(real);
    free(here);
    return folder ? arena_printf(arena, "%s" MAIN_FILE, strcmp(whole, "/") ? whole : "") : whole;
}

const char *plan_clean_name(Arena *arena, const char *name) {
    bool letters = utf8_valid(name, strlen(name));
    char *clean = arena_strdup(arena, *name ? name : "_");
    for (char *c = clean; *c; c++) {
        bool plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || strchr("._-", *c);
        if (!plain && !((unsigned char)*c >= 0x80 && letters)) *c = '-';
    }
    if (*clean == '.' || *clean == '-') *clean = '_'; /* hidden, or like an option */
    bool taken = !strcmp(clean, "manifest.json") || !strcmp(clean, "index.html");
    return taken ? arena_printf(arena, "_%s", clean) : clean;
}

/* What the name is made of: the path without "/jaarverslag.xml" or ".xml". */
static const char *stem(Arena *arena, const char *whole) {
    size_t size = strlen(whole), cut = ends_in(whole, MAIN_FILE) ? strlen(MAIN_FILE) : ends_in(whole, ".xml") ? 4 : 0;
    return arena_strndup(arena, whole, size - cut);
}

/* The naming: in working room of its own, of which the plan keeps the names alone. */
typedef struct Naming {
    Arena *arena;
    Plan *plan;
    const char *const *wholes;
    const char **stems, **names;
    int *parts;    /* of the stem, in the name */
    bool *all;     /* the stem has no more */
} Naming;

/* A file x.xml beside a folder x keeps its ending. */
static void keep_endings(Naming *n) {
    Map *first = map_new(n->arena); /* stem -> index + 1 */
    for (int i = 0; i < n->plan->input_count; i++) {
        size_t before = (size_t)map_put(first, n->stems[i], (void *)(size_t)(i + 1));
        if (!before) continue;
        int file = ends_in(n->wholes[i], ".xml") && !ends_in(n->wholes[i], MAIN_FILE) ? i : (int)before - 1;
        n->stems[file] = arena_printf(n->arena, "%s.xml", n->stems[file]);
    }
}

/* The name of as many of the last parts of the stem, each made clean. */
static void name_by_parts(Naming *n, int input) {
    const char *stem = n->stems[input], *name = NULL, *end = stem + strlen(stem);
    for (int i = 0; i < n->parts[input] && end > stem; i++) {
        while (end > stem && end[-1] == '/') end--;
        const char *start = end;
        while (start > stem && start[-1] != '/') start--;
        const char *part = plan_clean_name(n->arena, arena_strndup(n->arena, start, (size_t)(end - start)));
        name = name ? arena_printf(n->arena, "%s/%s", part, name) : part;
        end = start;
    }
    while (end > stem && end[-1] == '/') end--;
    n->all[input] = end == stem;
    n->names[input] = name ? name : "_";
}

/* One part more for all that are called alike. False: none was, or there are no more parts. */
static bool tell_apart(Naming *n) {
    int count = n->plan->input_count;
    bool changed = false;
    Arena *scratch = arena_new();
    Map *first = map_new(scratch); /* name -> index + 1 */
    char *alike = ARENA_ARRAY(scratch, (size_t)count, char);
    for (int i = 0; i < count; i++) {
        size_t before = (size_t)map_put(first, n->names[i], (void *)(size_t)(i + 1));
        if (before) alike[i] = alike[before - 1] = 1;
    }
    for (int i = 0; i < count; i++) {
        if (!alike[i] || n->all[i]) continue;
        n->parts[i]++;
        name_by_parts(n, i);
        changed = true;
    }
    arena_free(scratch);
    return changed;
}

static bool report_same(const Naming *n, Diagnostics *diagnostics) {
    Map *seen = map_new(n->arena);
    bool good = true;
    for (int i = 0; i < n->plan->input_count; i++) {
        const char *path = n->plan->inputs[i].path, *before = map_put(seen, n->names[i], (void *)path);
        if (!before) continue;
        good = false;
        diagnostics_report(diagnostics, &S125_SAME_OUTPUT, (Place){path, 0, 0}, (Report){.arguments = {path, before, n->names[i]}});
    }
    return good;
}

bool plan_give_names(Plan *plan, const char *const *wholes, Diagnostics *diagnostics) {
    Arena *arena = arena_new();
    size_t count = (size_t)plan->input_count;
    Naming n = {arena, plan, wholes, ARENA_ARRAY(arena, count, const char *), ARENA_ARRAY(arena, count, const char *), ARENA_ARRAY(arena, count, int),
                ARENA_ARRAY(arena, count, bool)};
    for (size_t i = 0; i < count; i++) n.stems[i] = stem(arena, wholes[i]);
    keep_endings(&n);
    for (int i = 0; i < plan->input_count; i++) {
        n.parts[i] = 1;
        name_by_parts(&n, i);
    }
    while (tell_apart(&n)) {}
    for (size_t i = 0; i < count; i++) plan->inputs[i].name = arena_strdup(plan->arena, n.names[i]);
    bool good = report_same(&n, diagnostics);
    arena_free(arena);
    return good;
}
