/* Reads and calculates the inputs of earlier school years. */
#include "job/earlier.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "calc/calc.h"

static const char *parent_folder(Arena *arena, const char *folder) {
    const char *slash = strrchr(folder, '/');
    return !slash || slash == folder ? "/" : arena_strndup(arena, folder, (size_t)(slash - folder));
}

/* The real path of the earlier input, or NULL with *error (EACCES: outside). */
static const char *resolve(Arena *arena, const char *folder, const char *name, int *error) {
    if (strncmp(name, "../", 3) != 0) return file_within(arena, folder, name, error);
    name += 3;
    size_t size = strcspn(name, "/");
    const char *beside = file_within(arena, parent_folder(arena, folder), arena_strndup(arena, name, size), error);
    const char *rest = name + size + strspn(name + size, "/");
    if (!beside || !*rest) return beside;
    return file_within(arena, beside, rest, error);
}

/* The path as the user would write it, for the places in messages and sources. */
static const char *shown_path(Arena *arena, const Input *input, const char *name) {
    const char *slash = strrchr(input->path, '/');
    return slash ? arena_printf(arena, "%.*s/%s", (int)(slash - input->path), input->path, name) : name;
}

static void report(Diagnostics *diagnostics, const char *code, const EarlierYear *earlier, const char *found, const char *expected) {
    diagnostics_report(diagnostics, model_message(code), earlier->file_place,
                       (Report){.found = found, .expected = expected, .arguments = {earlier->file, earlier->year.text}});
}

static void read_one(Resources *resources, Year *year, const EarlierYear *earlier, Diagnostics *diagnostics) {
    Arena *arena = year->arena;
    int error = 0;
    if (!resolve(arena, year->input->folder, earlier->file, &error)) {
        report(diagnostics, error == EACCES ? "R017" : "R021", earlier, NULL, NULL);
        return;
    }
    Diagnostics *own = diagnostics_new();
    Input *input = input_read(arena, shown_path(arena, year->input, earlier->file), resources_schema(resources, own), own, &error);
    Partnership *partnership = input ? model_read(arena, input->root, own) : NULL;
    if (!partnership || diagnostics_count(own, SEVERITY_ERROR) > 0) {
        report(diagnostics, error ? "R021" : "R022", earlier, NULL, NULL);
    } else if (partnership->year.first != earlier->year.first) {
        report(diagnostics, "R023", earlier, partnership->year.text, earlier->year.text);
    } else {
        calc_add_year(year->ledger, calc_run(arena, partnership, own), earlier->year.text);
        year->earlier[year->earlier_count++] = input;
    }
    diagnostics_free(own);
}

void earlier_years_read(Resources *resources, Year *year, Diagnostics *diagnostics) {
    const Partnership *p = year->partnership;
    year->earlier = ARENA_ARRAY(year->arena, (size_t)p->earlier_year_count + 1, const Input *);
    for (int i = 0; i < p->earlier_year_count; i++)
        if (p->earlier_years[i].file && p->earlier_years[i].year.first) read_one(resources, year, &p->earlier_years[i], diagnostics);
}
