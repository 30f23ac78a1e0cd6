/* jaarverslag upgrade: an input in the version of the language of today; the difference is shown, or written. */
#include "command/options.h"

#include <stdio.h>
#include <string.h>

#include "base/change.h"
#include "changes/difference.h"
#include "job/messages.h"
#include "edit/upgrade.h"

static int show_difference(Arena *arena, const Upgrade *upgrade) {
    Buffer out = {0};
    for (int i = 0; i < upgrade->count; i++) {
        const UpgradedFile *f = &upgrade->files[i];
        difference_unified(arena, f->name, f->before, f->before_size, f->after, f->after_size, &out);
    }
    fwrite(out.data, 1, out.size, stdout);
    buffer_free(&out);
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_SYSTEM;
}

static int write_all(Arena *arena, const Input *input, const Upgrade *upgrade, Diagnostics *diagnostics) {
    ChangedFile *files = ARENA_ARRAY(arena, (size_t)upgrade->count + 1, ChangedFile);
    for (int i = 0; i < upgrade->count; i++) {
        const FolderFile *f = &upgrade->files[i].written;
        files[i] = (ChangedFile){f->path, f->bytes, f->size};
    }
    const char *failed = NULL;
    int error = change_write(input->folder, files, upgrade->count, &failed);
    if (!error) return EXIT_DONE;
    diagnostics_report(diagnostics, &S103_CANNOT_WRITE, (Place){arena_printf(arena, "%s/%s", input->folder, failed ? failed : ""), 0, 0}, (Report){.arguments = {error_words(error)}});
    return EXIT_SYSTEM;
}

static void tell(const Options *o, const Input *input, const Upgrade *upgrade) {
    bool english = o->language == MESSAGES_ENGLISH;
    if (upgrade->from >= upgrade->to) {
        fprintf(stderr, english ? "%s: is in version %d of the language already\n" : "%s: is al in versie %d van de taal\n", input->path, upgrade->to);
        return;
    }
    fprintf(stderr, o->dry ? (english ? "%s: would go from version %d to %d of the language; files changed: %d\n" : "%s: zou van versie %d naar %d van de taal gaan; bestanden anders: %d\n")
                           : english ? "%s: from version %d to %d of the language; files changed: %d\n" : "%s: van versie %d naar %d van de taal; bestanden anders: %d\n",
            input->path, upgrade->from, upgrade->to, upgrade->count);
}

static int upgrade(const Options *o, Arena *arena, const char *path, Diagnostics *diagnostics) {
    int error = 0;
    Input *input = input_read(arena, path, NULL, diagnostics, &error);
    if (!input || diagnostics_count(diagnostics, SEVERITY_ERROR)) return error ? EXIT_SYSTEM : EXIT_INPUT;
    Upgrade plan;
    if (!upgrade_plan(arena, input, input->version, diagnostics, &plan)) return EXIT_INPUT;
    int code = o->dry ? show_difference(arena, &plan) : plan.count ? write_all(arena, input, &plan, diagnostics) : EXIT_DONE;
    if (code == EXIT_DONE) tell(o, input, &plan);
    return code;
}

int command_upgrade(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "n")) return EXIT_USAGE;
    if (o.count > 1) return usage_error(&o, "noem één invoer", "name one input", NULL);
    const char *path = o.count ? o.arguments[0] : ".";
    if (!strcmp(path, "-") && !o.dry) return usage_error(&o, "standaardinvoer is niet te veranderen; bekijk het verschil met -n", "standard input cannot be changed; look at the difference with -n", NULL);
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    int code = upgrade(&o, arena, path, diagnostics);
    if (code != EXIT_DONE) show(diagnostics, &o, false, NULL); /* else what differs is what was done */
    diagnostics_free(diagnostics);
    arena_free(arena);
    return code;
}
