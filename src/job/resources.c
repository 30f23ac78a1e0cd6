/* Finds and keeps the program's own files: schema, fonts, templates, house styles. */
#include "job/resources.h"

#include <dirent.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "job/messages.h"


struct Resources {
    Arena *arena;
    const char *folder;
    Schema *schema;
    Fonts *fonts;
    Typesetter *typesetter;
    Map *templates; /* path -> Loaded Template */
    Map *styles;    /* path -> Loaded Style */
};

/* Something loaded once. Each use repeats what its loading told and which files it read, as if it were loaded anew. */
typedef struct Loaded {
    void *thing;
    Diagnostics *told;
    FileLog *read;
} Loaded;

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
    for (size_t i = 0; i < map_count(r->templates); i++) {
        Loaded *loaded = map_value(r->templates, i);
        template_free(loaded->thing);
        diagnostics_free(loaded->told);
    }
    for (size_t i = 0; i < map_count(r->styles); i++) diagnostics_free(((Loaded *)map_value(r->styles, i))->told);
    typesetter_free(r->typesetter);
    fonts_close(r->fonts);
    schema_free(r->schema);
    arena_free(r->arena);
}

const char *resources_folder(const Resources *r) {
    return r->folder;
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

static Loaded *begin_loading(Resources *r, FileLog **outer) {
    Loaded *loaded = ARENA_NEW(r->arena, Loaded);
    loaded->told = diagnostics_new();
    loaded->read = file_log_new(r->arena);
    *outer = file_log_use(loaded->read);
    return loaded;
}

/* The thing, or NULL; kept under its path when it could be loaded. */
static void *use_loaded(Map *kept, const char *path, Loaded *loaded, Diagnostics *diagnostics) {
    diagnostics_add(diagnostics, loaded->told);
    if (file_log_current()) file_log_add(file_log_current(), loaded->read);
    void *thing = loaded->thing;
    if (!thing) diagnostics_free(loaded->told);
    else if (!map_get(kept, path)) map_put(kept, path, loaded);
    return thing;
}

Template *resources_template(Resources *r, const char *name, Diagnostics *diagnostics) {
    const char *path = name;
    if (plain_name(name)) path = resources_path(r, arena_printf(r->arena, "templates/%s.xsl", name));
    else if (!ends_in(name, ".xsl")) path = arena_printf(r->arena, "%s.xsl", name);
    Loaded *loaded = map_get(r->templates, path);
    if (!loaded) {
        FileLog *outer;
        loaded = begin_loading(r, &outer);
        loaded->thing = template_load(path, loaded->told);
        file_log_use(outer);
        path = arena_strdup(r->arena, path);
    }
    return use_loaded(r->templates, path, loaded, diagnostics);
}

const Style *resources_style(Resources *r, const char *name, const char *folder, Diagnostics *diagnostics) {
    const char *path = NULL;
    int error = 0;
    if (plain_name(name)) path = resources_path(r, arena_printf(r->arena, "templates/style/%s.xml", name));
    else if (ends_in(name, ".xml")) path = file_within(r->arena, folder, name, &error);
    if (!path) path = arena_strdup(r->arena, name);
    Loaded *loaded = map_get(r->styles, path);
    if (!loaded) {
        FileLog *outer;
        loaded = begin_loading(r, &outer);
        loaded->thing = style_read(r->arena, path, loaded->told);
        file_log_use(outer);
    }
    return use_loaded(r->styles, path, loaded, diagnostics);
}

/* Every face that a style can ask for: its own, and the bold and italic of them. */
static void open_faces(Resources *r, const Style *style) {
    for (int i = 0; i < style->text_count; i++) {
        const CharStyle *c = &style->texts[i].character;
        for (int k = 0; k < 4; k++) fonts_face(r->fonts, c->family, k & 1 ? 700 : c->weight, k & 2 || c->italic, NULL);
    }
}

static void prepare_styles(Resources *r) {
    DIR *folder = opendir(resources_path(r, "templates/style"));
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (!ends_in(entry->d_name, ".xml")) continue;
        const char *name = arena_strndup(r->arena, entry->d_name, strlen(entry->d_name) - 4);
        Diagnostics *ignored = diagnostics_new(); /* told again to who uses the style */
        FileLog *outer = file_log_use(NULL);       /* and read by who uses it */
        const Style *style = plain_name(name) ? resources_style(r, name, "", ignored) : NULL;
        file_log_use(outer);
        if (style) open_faces(r, style);
        diagnostics_free(ignored);
    }
    if (folder) closedir(folder);
}

bool resources_prepare(Resources *r, Diagnostics *diagnostics) {
    if (!resources_schema(r, diagnostics) || !resources_typesetter(r, diagnostics)) return false;
    typesetter_prepare(r->typesetter);
    prepare_styles(r);
    return true;
}
