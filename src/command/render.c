/* jaarverslag render: one document of one input. */
#include "command/options.h"

#include <string.h>

#include "batch/progress.h"

static bool read_dump(const Options *o, Dump *out) {
    static const char *const NAMES[] = {"pdf", "document", "pages", "structure", "audit"};
    if (!o->dump) return true;
    for (int i = 0; i < 5; i++)
        if (!strcmp(o->dump, NAMES[i])) {
            *out = (Dump)i;
            return true;
        }
    return false;
}

static int render(const Options *o, const RenderOptions *options) {
    Resources *resources = resources_open();
    resources_begin(resources, options->template, options->style);
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Buffer out = {0}, withheld = {0};
    RenderOptions wanted = *options;
    if (o->withheld) wanted.withheld = &withheld;
    int pages = 0;
    Year year;
    JobResult result = year_read(arena, resources, o->arguments[0], diagnostics, &year);
    if (result == JOB_DONE) result = year_render(resources, &year, &wanted, diagnostics, &out, &pages);
    show(diagnostics, o, false, NULL);
    int code = exit_of(result);
    if (result == JOB_DONE) {
        const char *name = year_template(&year, options), *slash = strrchr(name, '/');
        const char *stem = slash ? slash + 1 : name;
        if (options->recipient) stem = arena_printf(arena, "%s-%s", stem, options->recipient);
        const char *path = o->output ? o->output : options->dump ? "-" : arena_printf(arena, "%s.pdf", stem);
        if (o->withheld) code = write_output(o, o->withheld, withheld.data ? withheld.data : "", withheld.size);
        if (code == EXIT_DONE) code = write_output(o, path, out.data, out.size);
        if (code == EXIT_DONE && strcmp(path, "-"))
            fprintf(stderr, "%s: %d %s, %zu kB\n", path, pages, pages_word(pages, o->language == MESSAGES_ENGLISH), (out.size + 500) / 1000);
    }
    buffer_free(&out);
    buffer_free(&withheld);
    diagnostics_free(diagnostics);
    leave(resources, arena);
    return code;
}

int command_render(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "toprsdvw")) return EXIT_USAGE;
    default_input(&o);
    if (o.count != 1) return usage_error(&o, "noem één invoer", "name one input", NULL);
    if (o.previous && o.profile == PROFILE_ARCHIVE_3)
        return usage_error(&o, "archive-3 bewaart ook de vorige versie: noem die in de invoer (vorige-versie), niet met --previous",
                           "archive-3 keeps the previous version too: name it in the input (vorige-versie), not with --previous", NULL);
    RenderOptions options = {.template = o.template, .style = o.style, .recipient = o.recipient, .profile = o.profile,
                             .previous = o.previous};
    if (!read_dump(&o, &options.dump))
        return usage_error(&o, "onbekende vorm (document, pages, structure of audit)", "unknown form (document, pages, structure or audit)", o.dump);
    return render(&o, &options);
}
