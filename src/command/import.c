/* jaarverslag import: counts from a spreadsheet into an input. */
#include <stdio.h>
#include <string.h>

#include "command/options.h"
#include "edit/import.h"
#include "job/messages.h"

static void tell(const Options *o, const ImportResult *result, const char *folder) {
    bool english = o->language == MESSAGES_ENGLISH;
    for (int i = 0; i < result->change_count; i++) {
        const ImportChange *c = &result->changes[i];
        fprintf(stderr, "%s: %s: %s -> %s\n", c->list, c->what, *c->before ? c->before : english ? "nothing" : "niets", *c->after ? c->after : english ? "nothing" : "niets");
    }
    for (int i = 0; i < result->file_count; i++)
        fprintf(stderr, "%s/%s: %s\n", folder, result->files[i], o->dry ? (english ? "would be written" : "zou worden geschreven") : english ? "written" : "geschreven");
    fprintf(stderr, english ? "counts changed: %d\n" : "veranderde aantallen: %d\n", result->change_count);
    if (result->kept)
        fprintf(stderr, english ? "counts kept that are not in the spreadsheet: %d (--replace takes them away)\n"
                                : "aantallen gehouden die niet in het spreadsheet staan: %d (met --replace gaan ze weg)\n", result->kept);
}

/* What the input is like now: a table of one sheet may well disagree with one that is still to come. */
static void check_again(const Options *o, Resources *resources, const char *input) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year year;
    year_read(arena, resources, input, diagnostics, &year);
    size_t errors = diagnostics_count(diagnostics, SEVERITY_ERROR), doubts = diagnostics_count(diagnostics, SEVERITY_WARNING) - errors;
    fprintf(stderr, o->language == MESSAGES_ENGLISH ? "check: errors %zu, warnings %zu (jaarverslag check %s)\n" : "controle: fouten %zu, waarschuwingen %zu (jaarverslag check %s)\n",
            errors, doubts, input);
    diagnostics_free(diagnostics);
    arena_free(arena);
}

static int import(const Options *o, Resources *resources, Diagnostics *diagnostics, Arena *arena) {
    Year year;
    ImportOptions options = {.list = o->table, .sheet = o->sheet, .dry = o->dry, .replace = o->replace};
    ImportResult result = {0};
    int error = 0;
    Diagnostics *own = diagnostics_new(); /* of the input: import may be what mends them */
    JobResult read = year_read(arena, resources, o->arguments[1], own, &year);
    bool usable = year.input && year.partnership;
    if (!usable) show(own, o, false, NULL);
    diagnostics_free(own);
    if (!usable) return exit_of(read);
    Spreadsheet *spreadsheet = spreadsheet_read(arena, o->arguments[0], diagnostics, &error);
    if (!spreadsheet) return error ? EXIT_SYSTEM : EXIT_INPUT;
    JobResult done = import_spreadsheet(&year, spreadsheet, &options, diagnostics, &result);
    if (done == JOB_DONE) {
        tell(o, &result, year.input->folder);
        if (!o->dry) check_again(o, resources, o->arguments[1]);
    }
    return exit_of(done);
}

int command_import(int argc, char **argv) {
    static const char *const LISTS[] = {"leerlingen", "plaatsingen", "per-instituut", "per-niveau", "eerstejaars", "wisselaars"};
    Options o;
    if (!options_read(&o, argc, argv, "TSnR")) return EXIT_USAGE;
    if (o.count != 2) return usage_error(&o, "noem een spreadsheet en een invoer", "name a spreadsheet and an input", NULL);
    bool known = !o.table;
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS && !known; i++) known = strcmp(LISTS[i], o.table) == 0;
    if (!known) return usage_error(&o, "onbekende lijst (leerlingen, plaatsingen, per-instituut, per-niveau, eerstejaars of wisselaars)",
                                   "unknown list (leerlingen, plaatsingen, per-instituut, per-niveau, eerstejaars or wisselaars)", o.table);
    Resources *resources = resources_open();
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    int code = import(&o, resources, diagnostics, arena);
    show(diagnostics, &o, false, NULL);
    diagnostics_free(diagnostics);
    arena_free(arena);
    resources_free(resources);
    return code;
}
