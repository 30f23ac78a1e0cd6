/* jaarverslag check: every fault and doubt of the inputs, and nothing else. That includes what only shows when the
 * document is made (a picture that is missing, a word wider than its column): it is made, and thrown away. */
#include "command/options.h"
#include "command/numbers.h"

#include <string.h>

#include "job/companions.h"
#include "rules/rules.h"

static int check_one(Resources *resources, const char *path, const Options *o, bool json) {
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year year;
    JobResult result = year_read(arena, resources, path, diagnostics, &year);
    if (year.partnership) rules_count_open(year.partnership, diagnostics);
    if (result == JOB_DONE) {
        previous_changes(resources, &year, NULL, diagnostics, NULL);
        Buffer document = {0};
        int pages = 0;
        result = year_render(resources, &year, &(RenderOptions){.profile = PROFILE_ARCHIVE}, diagnostics, &document, &pages);
        buffer_free(&document);
        if (result == JOB_DONE && diagnostics_count(diagnostics, SEVERITY_ERROR)) result = JOB_INPUT_FAULTS;
    }
    show(diagnostics, o, json, stdout);
    if (o->numbers && year.ledger) print_numbers(year.partnership, year.ledger, json, o->language == MESSAGES_ENGLISH, stdout);
    diagnostics_free(diagnostics);
    arena_free(arena);
    return exit_of(result);
}

int command_check(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "flNa")) return EXIT_USAGE;
    if (o.list) {
        list_messages(stdout, o.language);
        return fflush(stdout) == 0 ? EXIT_DONE : EXIT_SYSTEM;
    }
    bool json = o.format && !strcmp(o.format, "json");
    if (o.format && !json && strcmp(o.format, "text")) return usage_error(&o, "onbekende vorm (text of json)", "unknown format (text or json)", o.format);
    default_input(&o);
    Resources *resources = resources_open();
    int worst = EXIT_DONE;
    for (int i = 0; i < o.count; i++) {
        int code = check_one(resources, o.arguments[i], &o, json);
        if (code > worst) worst = code;
    }
    leave(resources, NULL);
    return fflush(stdout) == 0 ? worst : EXIT_SYSTEM;
}
