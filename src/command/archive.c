/* jaarverslag archive and verify: the transfer package, and the proof that a document follows from its source. */
#include <stdio.h>
#include <string.h>

#include "command/options.h"
#include "job/messages.h"
#include "archive/package.h"

/* Without -o: the name of the input's folder with "-archief" behind it. */
static const char *default_folder(const Year *year) {
    const char *slash = strrchr(year->input->folder, '/');
    return arena_printf(year->arena, "%s-archief", slash && slash[1] ? slash + 1 : "jaarverslag");
}

static int write_package(const Options *o, const Package *package, const char *folder, Diagnostics *diagnostics) {
    int error = package_write(package, folder);
    if (error) {
        diagnostics_report(diagnostics, &S103_CANNOT_WRITE, (Place){folder, 0, 0}, (Report){.arguments = {error_words(error)}});
        return EXIT_SYSTEM;
    }
    fprintf(stderr, o->language == MESSAGES_ENGLISH ? "%s: %d files\n" : "%s: %d bestanden\n", folder, package->count);
    return EXIT_DONE;
}

int command_archive(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "o")) return EXIT_USAGE;
    default_input(&o);
    if (o.count != 1) return usage_error(&o, "noem één invoer", "name one input", NULL);
    Resources *resources = resources_open();
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year year;
    Package package;
    JobResult result = year_read(arena, resources, o.arguments[0], diagnostics, &year);
    if (result == JOB_DONE) result = package_make(resources, &year, NULL, diagnostics, &package);
    int code = result == JOB_DONE ? write_package(&o, &package, o.output ? o.output : default_folder(&year), diagnostics) : exit_of(result);
    show(diagnostics, &o, false, NULL);
    diagnostics_free(diagnostics);
    arena_free(arena);
    resources_free(resources);
    return code;
}

int command_verify(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "")) return EXIT_USAGE;
    if (o.count < 1) return usage_error(&o, "noem een PDF of een pakket", "name a PDF or a package", NULL);
    Resources *resources = resources_open();
    Buffer report = {0};
    int code = EXIT_DONE;
    for (int i = 0; i < o.count; i++) {
        Diagnostics *diagnostics = diagnostics_new();
        JobResult result = verify_path(resources, o.arguments[i], o.language, diagnostics, &report);
        show(diagnostics, &o, false, NULL);
        diagnostics_free(diagnostics);
        if (result == JOB_SYSTEM) code = EXIT_SYSTEM;
        else if (result != JOB_DONE && code == EXIT_DONE) code = EXIT_PARTLY;
    }
    int written = write_output(&o, "-", report.data ? report.data : "", report.size);
    buffer_free(&report);
    resources_free(resources);
    return written != EXIT_DONE ? written : code;
}
