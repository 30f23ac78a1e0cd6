/* Gathers the files of next year's input, writes them and reads them back. */
#include "edit/next_year.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "input/outline.h"

static void add_file(NextYear *plan, const char *path, const void *bytes, size_t size) {
    if (plan->count == plan->capacity) {
        int capacity = plan->capacity ? plan->capacity * 2 : 64;
        FolderFile *files = ARENA_ARRAY(plan->arena, (size_t)capacity, FolderFile);
        if (plan->count) memcpy(files, plan->files, (size_t)plan->count * sizeof *files);
        plan->files = files;
        plan->capacity = capacity;
    }
    plan->files[plan->count++] = (FolderFile){path, bytes, size};
}

static bool is_gathered(const NextYear *plan, const char *path) {
    for (int i = 0; i < plan->count; i++)
        if (strcmp(plan->files[i].path, path) == 0) return true;
    return false;
}

/* The file of this year's input of that name; NULL. */
const InputFile *next_year_file(const NextYear *plan, const char *name) {
    const Input *input = plan->year->input;
    for (int i = 0; i < input->file_count; i++)
        if (strcmp(input->files[i].name, name) == 0) return &input->files[i];
    return NULL;
}

/* A picture, stylesheet or house style that the input names and that lies in its folder. */
static void gather_named(NextYear *plan, const char *name) {
    int error;
    size_t n = strlen(name);
    const char *folder = plan->year->input->folder;
    if (n < 3 || n > 1000 || !strchr(name, '.') || strchr(name, ' ')) return;
    const char *real = file_within(plan->arena, folder, name, &error);
    struct stat status;
    if (!real || stat(real, &status) != 0 || !S_ISREG(status.st_mode)) return;
    size_t skip = strlen(folder) > 1 ? strlen(folder) + 1 : 1;
    if (is_gathered(plan, real + skip) || next_year_file(plan, real + skip)) return;
    Buffer bytes = {0};
    if (file_read(real, 64u << 20, &bytes) == 0) {
        add_file(plan, arena_strdup(plan->arena, real + skip), arena_strndup(plan->arena, bytes.data ? bytes.data : "", bytes.size), bytes.size);
        OutlineNode *root = bytes.size && n > 4 && !strcmp(name + n - 4, ".xml") ? outline_read(plan->arena, bytes.data, bytes.size) : NULL;
        for (const OutlineNode *node = root; node; node = outline_walk(root, node)) /* a house style names its logo */
            for (const OutlineAttribute *a = node->attributes; a; a = a->next) gather_named(plan, a->value);
    }
    buffer_free(&bytes);
}

/* Whatever a node of this year's input names that may be a file. What becomes a comment as data draws in nothing. */
static void gather_named_by(NextYear *plan, const Node *n) {
    const LanguageElement *element = language_of(n);
    if (!element || (language_next(element) == NEXT_COMMENT && language_kind(element) == ELEMENT_PART)) return;
    for (const Attribute *a = n->attributes; a; a = a->next) {
        const LanguageAttribute *what = language_attribute_of(n, a);
        if (what && (what->kind == VALUE_FILE || what->kind == VALUE_ADDRESS)) gather_named(plan, a->value);
    }
}

static bool gather(NextYear *plan) {
    const Input *input = plan->year->input;
    plan->count = plan->questions = 0;
    plan->lists = map_new(plan->arena);
    plan->done = map_new(plan->arena);
    map_put(plan->done, input->files[0].name, ARENA_NEW(plan->arena, Standing));
    for (size_t i = 0; i < map_count(plan->done); i++) { /* grows: a file draws in others */
        const InputFile *file = next_year_file(plan, map_key(plan->done, i));
        size_t size = 0;
        char *text = file ? next_year_xml(plan, file, map_value(plan->done, i), &size) : NULL;
        if (!text) return false;
        add_file(plan, file->name, text, size);
    }
    for (int i = 0; i < input->file_count; i++) {
        const InputFile *file = &input->files[i];
        size_t size = file->size;
        const LanguageElement *list = map_get(plan->lists, file->name);
        if (is_gathered(plan, file->name) || (list && next_year_rows_go(list))) continue; /* its list is a comment now */
        const unsigned char *bytes = list ? next_year_csv(plan, file, list, &size) : file->bytes;
        add_file(plan, file->name, bytes, size);
    }
    for (const Node *n = input->root; n; n = node_walk(input->root, n, NULL)) gather_named_by(plan, n);
    return true;
}

static int write_files(const NextYear *plan, const char *folder) {
    int error = folder_make(folder);
    for (int i = 0; i < plan->count && !error; i++) error = folder_put(folder, &plan->files[i]);
    return error;
}

/* The one fact that a sentence or a key figure shows; NULL. */
static const char *fact_shown(const Node *n) {
    const LanguageElement *element = language_of(n);
    bool shows = element && (language_kind(element) == ELEMENT_INLINE || language_kind(element) == ELEMENT_FIGURE);
    const LanguageAttribute *fact = shows ? language_attribute_of_kind(element, VALUE_FACT) : NULL;
    return fact && !fact->list ? node_get(n, fact->name) : NULL;
}

/* The facts that sentences name and that the written year does not know. */
static Map *unknown_facts(NextYear *plan, const Year *fresh) {
    Map *unknown = map_new(plan->arena);
    const Node *root = fresh->input->root;
    for (const Node *n = root; n && fresh->ledger; n = node_walk(root, n, NULL)) {
        const char *id = fact_shown(n);
        const Fact *fact = id ? ledger_get(fresh->ledger, id) : NULL;
        if (id && (!fact || fact->status != FACT_KNOWN)) map_put(unknown, arena_strdup(plan->arena, id), "");
    }
    return unknown;
}

static bool is_empty_or_absent(const char *folder) {
    DIR *dir = opendir(folder);
    if (!dir) return errno == ENOENT;
    int entries = 0;
    while (readdir(dir)) entries++;
    closedir(dir);
    return entries <= 2;
}

/* "../bos-2020-2021" when folder will lie beside this year's input, else NULL. */
static const char *path_back(Arena *arena, const Input *input, const char *folder) {
    size_t n = strlen(folder);
    while (n > 1 && folder[n - 1] == '/') n--;
    const char *bare = arena_strndup(arena, folder, n), *slash = strrchr(bare, '/'), *last = strrchr(input->folder, '/');
    char *parent = realpath(!slash ? "." : slash == bare ? "/" : arena_strndup(arena, bare, (size_t)(slash - bare)), NULL);
    size_t size = last > input->folder ? (size_t)(last - input->folder) : 1;
    bool beside = parent && strlen(parent) == size && strncmp(parent, input->folder, size) == 0 && last[1];
    free(parent);
    if (!beside) return NULL;
    const char *main_file = input->files[0].name;
    return strcmp(main_file, "jaarverslag.xml") == 0 ? arena_printf(arena, "../%s", last + 1) : arena_printf(arena, "../%s/%s", last + 1, main_file);
}

/* Writes the plan to staging and reads it; what the new year does not know is then dated, and written once more. */
static int write_twice(Resources *resources, NextYear *plan, const char *staging) {
    for (int round = 0; round < 2; round++) {
        if (!gather(plan)) return EINVAL;
        int error = write_files(plan, staging);
        if (error || round) return error;
        Arena *arena = arena_new();
        Diagnostics *own = diagnostics_new();
        Year fresh;
        year_read(arena, resources, arena_printf(arena, "%s/%s", staging, plan->year->input->files[0].name), own, &fresh);
        if (fresh.input) plan->dated = unknown_facts(plan, &fresh);
        diagnostics_free(own);
        arena_free(arena);
    }
    return 0;
}

int next_year_write(Resources *resources, const Year *year, const char *folder, Diagnostics *diagnostics, int *questions) {
    Arena *arena = year->arena;
    const SchoolYear *now = &year->partnership->year;
    if (!is_empty_or_absent(folder)) return EEXIST;
    int error = folder_make_parent(folder);
    char *staging = error ? NULL : folder_staging(folder);
    if (error || !staging) return error ? error : ENOMEM;
    NextYear plan = {.arena = arena, .year = year, .from = now->text, .earlier = path_back(arena, year->input, folder),
                     .to = arena_printf(arena, "%d-%d", now->first + 1, now->first + 2)};
    error = write_twice(resources, &plan, staging);
    if (!error) error = folder_finish(staging, folder);
    if (error) folder_remove(staging);
    else {
        Year fresh;
        const char *main_file = year->input->files[0].name;
        size_t n = strlen(folder);
        year_read(arena, resources, arena_printf(arena, "%s%s%s", folder, folder[n - 1] == '/' ? "" : "/", main_file), diagnostics, &fresh);
    }
    *questions = plan.questions;
    free(staging);
    return error;
}
