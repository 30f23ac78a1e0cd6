/* Names of inputs in the output folder: no two alike, and the same whatever else is in the run where possible. */
#include "job/plan_names.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/map.h"
#include "base/text.h"
#include "job/messages.h"

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

/* A file x.xml beside a folder x keeps its ending. */
static void keep_endings(Plan *plan, const char **stems) {
    Arena *scratch = arena_new();
    Map *first = map_new(scratch); /* stem -> index + 1 */
    for (int i = 0; i < plan->input_count; i++) {
        size_t before = (size_t)map_put(first, stems[i], (void *)(size_t)(i + 1));
        if (!before) continue;
        const char *mine = plan_whole_path(scratch, plan->inputs[i].path);
        int file = ends_in(mine, ".xml") && !ends_in(mine, MAIN_FILE) ? i : (int)before - 1;
        stems[file] = arena_printf(plan->arena, "%s.xml", stems[file]);
    }
    arena_free(scratch);
}

/* The last count parts of a path, each made clean; *all: there are no more. */
static const char *last_parts(Arena *arena, const char *path, int count, bool *all) {
    const char *name = NULL, *end = path + strlen(path);
    for (int i = 0; i < count && end > path; i++) {
        while (end > path && end[-1] == '/') end--;
        const char *start = end;
        while (start > path && start[-1] != '/') start--;
        const char *part = plan_clean_name(arena, arena_strndup(arena, start, (size_t)(end - start)));
        name = name ? arena_printf(arena, "%s/%s", part, name) : part;
        end = start;
    }
    while (end > path && end[-1] == '/') end--;
    *all = end == path;
    return name ? name : "_";
}

static bool report_same(Plan *plan, Diagnostics *diagnostics) {
    Map *seen = map_new(plan->arena);
    bool good = true;
    for (int i = 0; i < plan->input_count; i++) {
        const PlanInput *in = &plan->inputs[i];
        const char *before = map_put(seen, in->name, (void *)in->path);
        if (!before) continue;
        good = false;
        diagnostics_report(diagnostics, &S125_SAME_OUTPUT, (Place){in->path, 0, 0}, (Report){.arguments = {in->path, before, in->name}});
    }
    return good;
}

bool plan_give_names(Plan *plan, Diagnostics *diagnostics) {
    Arena *arena = plan->arena;
    int count = plan->input_count;
    const char **stems = ARENA_ARRAY(arena, (size_t)count, const char *);
    int *parts = ARENA_ARRAY(arena, (size_t)count, int);
    bool *all = ARENA_ARRAY(arena, (size_t)count, bool), again = true;
    for (int i = 0; i < count; i++) stems[i] = stem(arena, plan_whole_path(arena, plan->inputs[i].path));
    keep_endings(plan, stems);
    for (int i = 0; i < count; i++) {
        parts[i] = 1;
        plan->inputs[i].name = last_parts(arena, stems[i], 1, &all[i]);
    }
    while (again) {
        Arena *scratch = arena_new();
        Map *first = map_new(scratch); /* name -> index + 1 */
        char *alike = ARENA_ARRAY(scratch, (size_t)count, char);
        for (int i = 0; i < count; i++) {
            size_t before = (size_t)map_put(first, plan->inputs[i].name, (void *)(size_t)(i + 1));
            if (before) alike[i] = alike[before - 1] = 1;
        }
        again = false;
        for (int i = 0; i < count; i++) {
            if (!alike[i] || all[i]) continue;
            plan->inputs[i].name = last_parts(arena, stems[i], ++parts[i], &all[i]);
            again = true;
        }
        arena_free(scratch);
    }
    return report_same(plan, diagnostics);
}
