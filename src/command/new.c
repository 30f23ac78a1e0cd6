/* jaarverslag new: next year's input out of this year's. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command/options.h"
#include "job/messages.h"
#include "edit/next_year.h"

static int made(const Options *o, const Year *year, const char *folder, int questions) {
    bool english = o->language == MESSAGES_ENGLISH;
    int next = year->partnership->year.first + 1;
    fprintf(stderr, english ? "%s: input for %d-%d; %d counts and passages to fill in (look for \"?\" and \"invullen\")\n"
                            : "%s: invoer voor %d-%d; %d aantallen en passages in te vullen (zoek naar „?” en „invullen”)\n",
            folder, next, next + 1, questions);
    return EXIT_DONE;
}

int command_new(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "o")) return EXIT_USAGE;
    if (o.count != 1) return usage_error(&o, "noem één invoer", "name one input", NULL);
    if (!o.output || !*o.output || !strcmp(o.output, "-")) return usage_error(&o, "noem met -o de map voor het nieuwe jaar", "name the folder for the new year with -o", NULL);
    Resources *resources = resources_open();
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new(), *found = diagnostics_new();
    Year year;
    int questions = 0;
    JobResult result = year_read(arena, resources, o.arguments[0], diagnostics, &year);
    int code = exit_of(result);
    if (result == JOB_DONE) {
        int error = next_year_write(resources, &year, o.output, found, &questions);
        code = error ? EXIT_SYSTEM : made(&o, &year, o.output, questions);
        if (error) diagnostics_report(found, error == EEXIST ? &S105_NOT_EMPTY : &S103_CANNOT_WRITE, (Place){o.output, 0, 0}, (Report){.arguments = {error_words(error)}});
        show(found, &o, false, NULL); /* of the new input, or why there is none */
    } else show(diagnostics, &o, false, NULL);
    diagnostics_free(diagnostics);
    diagnostics_free(found);
    arena_free(arena);
    resources_free(resources);
    return code;
}
