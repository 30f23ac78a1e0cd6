/* Finds and keeps the program's own files: schema, fonts, templates, house styles. */
#include "job/resources.h"

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "job/messages.h"

#define HYPHENATION "/usr/share/hyphen"

struct Resources {
    Arena *arena;
    const char *folder;
    Schema *schema;
    Fonts *fonts;
    Typesetter *typesetter;
    Map *templates; /* path -> Template */
    Map *styles;    /* path -> Style */
};

static bool holds_data(const char *folder) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/templates/document.rng", folder);
    return access(path, R_OK) == 0;
}

static const char *data_folder(Arena *arena) {
    const char *given = getenv("JAARVERSLAG_DATA");
    if (given && *given) return arena_strdup(arena, given);
    char self[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n > 0) {
        self[n] = '\0';
        static const char *const BESIDE[] = {"../share/jaarverslag", "..", "../.."};
        const char *here = dirname(self);
        for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++) {
            char *real = realpath(arena_printf(arena, "%s/%s", here, BESIDE[i]), NULL);
            const char *found = real && holds_data(real) ? arena_strdup(arena, real) : NULL;
            free(real);
            if (found) return found;
        }
    }
    return JAARVERSLAG_DATA;
}

Resources *resources_open(void) {
    Arena *arena = arena_new();
    Resources *r = ARENA_NEW(arena, Resources);
    r->arena = arena;
    r->folder = data_folder(arena);
    r->templates = map_new(arena);
    r->styles = map_new(arena);
    return r;
}

void resources_free(Resources *r) {
    if (!r) return;
    for (size_t i = 0; i < map_count(r->templates); i++) template_free(map_value(r->templates, i));
    typesetter_free(r->typesetter);
    fonts_close(r->fonts);
    schema_free(r->schema);
    arena_free(r->arena);
}

const char *resources_path(Resources *r, const char *name) {
    return arena_printf(r->arena, "%s/%s", r->folder, name);
}

const Schema *resources_schema(Resources *r, Diagnostics *diagnostics) {
    if (!r->schema) r->schema = schema_load(resources_path(r, "input/jaarverslag.xsd"), diagnostics);
    return r->schema;
}

Typesetter *resources_typesetter(Resources *r, Diagnostics *diagnostics) {
    if (r->typesetter) return r->typesetter;
    const char *why = "", *catalogue = resources_path(r, "fonts/catalogue.tsv");
    if (!r->fonts) r->fonts = fonts_open(catalogue, &why);
    if (r->fonts) r->typesetter = typesetter_new(r->fonts, HYPHENATION);
    if (!r->typesetter)
        diagnostics_report(diagnostics, &S101_FONTS, (Place){catalogue, 0, 0}, (Report){.arguments = {why}});
    return r->typesetter;
}

static bool ends_in(const char *text, const char *ending) {
    size_t n = strlen(text), m = strlen(ending);
    return n > m && !strcmp(text + n - m, ending);
}

/* A name is letters, figures and hyphens: it cannot walk to another folder. */
static bool plain_name(const char *name) {
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

Template *resources_template(Resources *r, const char *name, Diagnostics *diagnostics) {
    const char *path = name;
    if (plain_name(name)) path = resources_path(r, arena_printf(r->arena, "templates/%s.xsl", name));
    else if (!ends_in(name, ".xsl")) path = arena_printf(r->arena, "%s.xsl", name);
    Template *t = map_get(r->templates, path);
    if (!t && (t = template_load(path, diagnostics))) map_put(r->templates, arena_strdup(r->arena, path), t);
    return t;
}

const Style *resources_style(Resources *r, const char *name, const char *folder, Diagnostics *diagnostics) {
    const char *path = NULL;
    int error = 0;
    if (plain_name(name)) path = resources_path(r, arena_printf(r->arena, "templates/style/%s.xml", name));
    else if (ends_in(name, ".xml")) path = file_within(r->arena, folder, name, &error);
    if (!path) path = arena_strdup(r->arena, name);
    Style *style = map_get(r->styles, path);
    if (!style && (style = style_read(r->arena, path, diagnostics))) map_put(r->styles, path, style);
    return style;
}
