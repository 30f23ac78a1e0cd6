/* --version, and with --verbose what a document depends on beside the program: the fonts with their checksums, and the
 * libraries that are opened when needed. */
#include <stdio.h>

#include "base/opened.h"
#include "command/options.h"
#include "job/resources.h"

static void print_font(const Face *face, const char *error, bool english) {
    const char *digest = face_digest(face);
    if (!*digest) printf("%s: %s\n", english ? "font" : "lettertype", error);
    else if (error) printf("%s: %s (sha256 %s)\n", english ? "font" : "lettertype", error, digest);
    else printf("%s: %s sha256 %s (%s)\n", english ? "font" : "lettertype", face_file(face), digest,
                face_known(face) ? (english ? "of the catalogue" : "van de catalogus") : english ? "another build" : "een andere build");
}

static void print_fonts(const Options *o, bool english) {
    Resources *resources = resources_open();
    Diagnostics *diagnostics = diagnostics_new();
    Fonts *fonts = resources_fonts(resources, diagnostics);
    for (int i = 0; fonts && i < fonts_count(fonts); i++) {
        const char *error;
        const Face *face = fonts_at(fonts, i, &error);
        print_font(face, error, english);
    }
    show(diagnostics, o, false, NULL);
    diagnostics_free(diagnostics);
    resources_free(resources);
}

int print_version(const Options *o, bool verbose) {
    static const char *const LIBRARIES[] = {OPENED_RSVG_2, OPENED_ZIP};
    bool english = o->language == MESSAGES_ENGLISH;
    puts("jaarverslag " VERSION);
    if (verbose) {
        for (size_t i = 0; i < sizeof LIBRARIES / sizeof *LIBRARIES; i++) printf("%s: %s\n", english ? "library" : "bibliotheek", LIBRARIES[i]);
        print_fonts(o, english);
    }
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_SYSTEM;
}
