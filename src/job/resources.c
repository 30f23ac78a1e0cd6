/* Finds and keeps the program's own files: schema, fonts, templates, house styles. */
#include "job/resources.h"

#include <dirent.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/task.h"
#include "document/messages.h"
#include "job/messages.h"
#include "language/language.h"
#include "template/messages.h"
#include "typeset/scout.h"

#define CATALOGUE "fonts/catalogue.tsv"
#define HYPHENATION_WORDS "templates/lib/hyphenation-nl.txt"
#define SCHEMA "input/jaarverslag.xsd"

/* Something loaded once. Each use repeats what its loading told and which files it read, as if it were loaded anew. */
typedef struct Loaded {
    void *thing;
    Diagnostics *told;
    FileLog *read;
} Loaded;

struct Resources {
    Arena *arena;
    const char *folder;
    Schema *schema;
    Fonts *fonts;
    Typesetter *typesetter;
    struct Kept { Arena *arena; Map *templates, *styles; } /* path -> Loaded */
        always, input_own; /* of the program and the command line; what an input keeps in its own folder */
    /* What the thread beside does ahead, in this order; each step is awaited before what it makes is used. */
    Task *beside;
    struct { int schema, check, template, typesetter, style; } step;
    Arena *ahead_arena;
    const char *schema_path, *given_template, *given_style, *template_path, *style_path;
    const char *const *given_templates; /* on the command line */
    int given_count;
    const char *template_folder; /* that the template may read; NULL: its own */
    const Input *input;      /* the first that was read: the document's own */
    Diagnostics *departures; /* of the input from the grammar */
    Loaded *template;
    Style *style;
    Scout *scout;
    const Style *scout_style;
    const Document *document; /* whose words come next */
};

static void await(const Resources *r, int step) {
    if (r->beside) task_await(r->beside, step);
}

void resources_settle(Resources *r) {
    await(r, r->step.style); /* or there may be a scout yet */
    if (r->scout) scout_stop(r->scout);
    task_join(r->beside);
    r->beside = NULL;
}

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

static void keep_from_here(struct Kept *kept, Arena *arena) {
    *kept = (struct Kept){arena, map_new(arena), map_new(arena)};
}

Resources *resources_open(void) {
    Arena *arena = arena_new();
    Resources *r = ARENA_NEW(arena, Resources);
    r->arena = arena;
    r->folder = data_folder(arena);
    keep_from_here(&r->always, arena);
    keep_from_here(&r->input_own, arena_new());
    return r;
}

static void template_drop(Loaded *loaded) {
    if (!loaded) return;
    template_free(loaded->thing);
    diagnostics_free(loaded->told);
}

static void drop_kept(struct Kept *kept) {
    for (size_t i = 0; i < map_count(kept->templates); i++) template_drop(map_value(kept->templates, i));
    for (size_t i = 0; i < map_count(kept->styles); i++) diagnostics_free(((Loaded *)map_value(kept->styles, i))->told);
}

void resources_forget(Resources *r) {
    drop_kept(&r->input_own);
    arena_free(r->input_own.arena);
    keep_from_here(&r->input_own, arena_new());
}

void resources_free(Resources *r) {
    if (!r) return;
    resources_settle(r);
    drop_kept(&r->always);
    drop_kept(&r->input_own);
    template_drop(r->template);
    diagnostics_free(r->departures);
    typesetter_free(r->typesetter);
    fonts_close(r->fonts);
    schema_free(r->schema);
    arena_free(r->ahead_arena);
    arena_free(r->input_own.arena);
    arena_free(r->arena);
}

const char *resources_folder(const Resources *r) {
    return r->folder;
}

const char *resources_path(Resources *r, const char *name) {
    return arena_printf(r->arena, "%s/%s", r->folder, name);
}

const Schema *resources_schema(Resources *r, Diagnostics *diagnostics) {
    await(r, r->step.schema);
    if (!r->schema) r->schema = schema_load(resources_path(r, SCHEMA), diagnostics);
    return r->schema;
}

bool resources_check(Resources *r, const Input *input, Diagnostics *diagnostics) {
    await(r, r->step.check);
    const Schema *schema = resources_schema(r, diagnostics);
    if (!schema) return false;
    if (input == r->input && r->departures) diagnostics_add(diagnostics, r->departures);
    else input_check(input, schema, diagnostics);
    return true;
}

/* The program's own words; without the file the patterns alone break them. */
static void learn_words(Resources *r, const char *path) {
    Buffer text = {0};
    if (file_read(path, 1u << 20, &text) == 0) typesetter_words(r->typesetter, "nl", text.data, text.size, true);
    buffer_free(&text);
}

/* arena: of the thread that asks. */
static const char *open_typesetter(Resources *r, Arena *arena) {
    const char *why = "";
    if (!r->fonts) r->fonts = fonts_open(arena_printf(arena, "%s/" CATALOGUE, r->folder), &why);
    if (r->fonts && !r->typesetter) {
        r->typesetter = typesetter_new(r->fonts, HYPHENATION);
        learn_words(r, arena_printf(arena, "%s/" HYPHENATION_WORDS, r->folder));
    }
    return why;
}

Typesetter *resources_typesetter(Resources *r, Diagnostics *diagnostics) {
    await(r, r->step.style); /* comes after that of the typesetter */
    if (r->typesetter) return r->typesetter;
    const char *why = open_typesetter(r, r->arena);
    if (!r->typesetter)
        diagnostics_report(diagnostics, &S101_FONTS, (Place){resources_path(r, CATALOGUE), 0, 0}, (Report){.arguments = {why}});
    return r->typesetter;
}

Fonts *resources_fonts(Resources *r, Diagnostics *diagnostics) {
    return resources_typesetter(r, diagnostics) ? r->fonts : NULL;
}

static bool ends_in(const char *text, const char *ending) {
    size_t n = strlen(text), m = strlen(ending);
    return n > m && !strcmp(text + n - m, ending);
}

/* A name is letters, figures and hyphens: it cannot walk to another folder. */
static bool plain_name(const char *name) {
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

static Loaded *begin_loading(Arena *arena, FileLog **outer) {
    Loaded *loaded = ARENA_NEW(arena, Loaded);
    loaded->told = diagnostics_new();
    loaded->read = file_log_new(arena);
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

static Loaded *load_template(Resources *r, Arena *arena, const char *path, const char *folder) {
    FileLog *outer;
    Loaded *loaded = begin_loading(arena, &outer);
    loaded->thing = template_load(path, folder, r->folder, loaded->told);
    file_log_use(outer);
    return loaded;
}

/* Of the program by its bare name; else as it was given, or (an input names it) a file in the input's folder. NULL: none. */
static const char *template_path(Resources *r, const char *name, const char *folder, int *error) {
    if (plain_name(name)) return resources_path(r, arena_printf(r->arena, "templates/%s.xsl", name));
    const char *file = ends_in(name, ".xsl") ? arena_strdup(r->arena, name) : arena_printf(r->arena, "%s.xsl", name);
    return folder ? file_within(r->arena, folder, file, error) : file;
}

static Template *take_template(Resources *r, const char *path, const char *folder, Diagnostics *diagnostics) {
    struct Kept *kept = folder ? &r->input_own : &r->always;
    const char *key = arena_printf(kept->arena, "%s|%s", path, folder ? folder : ""); /* what it may read belongs to it */
    Loaded *loaded = map_get(kept->templates, key);
    await(r, r->step.template);
    bool ahead = r->template && !strcmp(path, r->template_path) && !strcmp(folder ? folder : "", r->template_folder ? r->template_folder : "");
    if (!loaded && ahead) {
        loaded = r->template;
        r->template = NULL;
    }
    if (!loaded) loaded = load_template(r, kept->arena, path, folder);
    return use_loaded(kept->templates, key, loaded, diagnostics);
}

Template *resources_template(Resources *r, const char *name, Diagnostics *diagnostics) {
    int error = 0;
    return take_template(r, template_path(r, name, NULL, &error), NULL, diagnostics);
}

/* A template of the program reads its own folder, whoever names it. */
static const char *door_of(const char *name, const Input *input) {
    return plain_name(name) ? NULL : input->folder;
}

Template *resources_named_template(Resources *r, const Input *input, const char *name, Diagnostics *diagnostics) {
    int error = ENOENT;
    const char *path = template_path(r, name, input->folder, &error);
    if (path) return take_template(r, path, door_of(name, input), diagnostics);
    const Attribute *named = language_given(input->root, LANGUAGE_ROLE_TEMPLATE);
    const char *why = arena_printf(r->arena, error == EACCES ? BOTH("„%s” ligt buiten de map van de invoer", "\"%s\" lies outside the folder of the input")
                                                            : BOTH("„%s” staat niet in de map van de invoer", "\"%s\" is not in the folder of the input"), name, name);
    diagnostics_report(diagnostics, &D201_TEMPLATE_UNREADABLE, named ? named->place : input->root->place, (Report){.arguments = {why}});
    return NULL;
}

/* given: on the command line; else an input or a template names it, and it lies in the input's folder. */
static const char *style_path(Resources *r, const char *name, const char *folder, bool given) {
    const char *path = NULL;
    int error = 0;
    if (plain_name(name)) path = resources_path(r, arena_printf(r->arena, "templates/style/%s.xml", name));
    else if (ends_in(name, ".xml")) path = file_within(r->arena, folder, name, &error);
    return path || !given ? path : arena_strdup(r->arena, name);
}

const char *resources_own_template(const Input *input) {
    const char *named = language_value(input->root, LANGUAGE_ROLE_TEMPLATE);
    return named ? named : "jaarverslag";
}

const char *resources_own_style(const Input *input) {
    const char *named = language_value(input->root, LANGUAGE_ROLE_STYLE);
    return named ? named : "bos";
}

void resources_given(Resources *r, const char *const *templates, int count) {
    r->given_templates = templates;
    r->given_count = count;
}

static void add_figures(FigureKinds *kinds, const Template *template) {
    const FigureKinds *more = template ? template_figures(template) : NULL;
    for (size_t i = 0; more && i < map_count(more->by_name); i++) figure_kinds_add(kinds, map_value(more->by_name, i));
}

const FigureKinds *resources_figures(Resources *r, const Input *input) {
    Diagnostics *unread = diagnostics_new();
    FigureKinds *kinds = figure_kinds_new(r->arena);
    for (int i = 0; i < r->given_count; i++) add_figures(kinds, resources_template(r, r->given_templates[i], unread));
    if (!r->given_count) add_figures(kinds, resources_named_template(r, input, resources_own_template(input), unread));
    bool known = diagnostics_count(unread, SEVERITY_ERROR) == 0;
    diagnostics_free(unread);
    return known && map_count(kinds->by_name) ? kinds : NULL; /* a template without kinds draws no figure, and asks nothing of them */
}

static const Style *refuse_style(Resources *r, const char *name, Diagnostics *diagnostics) {
    const char *why = arena_printf(r->arena, BOTH("„%s” is geen bestand (.xml) in de map van de invoer", "\"%s\" is no file (.xml) in the folder of the input"), name, name);
    const Attribute *named = r->input ? language_given(r->input->root, LANGUAGE_ROLE_STYLE) : NULL;
    diagnostics_report(diagnostics, &D101_STYLE_UNREADABLE, named && !strcmp(named->value, name) ? named->place : (Place){name, 0, 0}, (Report){.arguments = {why}});
    return NULL;
}

const Style *resources_style(Resources *r, const char *name, const char *folder, bool given, Diagnostics *diagnostics) {
    const char *path = style_path(r, name, folder, given);
    if (!path) return refuse_style(r, name, diagnostics);
    await(r, r->step.style);
    struct Kept *kept = plain_name(name) ? &r->always : &r->input_own; /* else an input's folder may have one of that name */
    Loaded *loaded = map_get(kept->styles, path);
    if (!loaded) {
        FileLog *outer;
        loaded = begin_loading(kept->arena, &outer);
        bool ahead = r->style && r->style_path && !strcmp(path, r->style_path);
        loaded->thing = ahead ? r->style : style_read(kept->arena, path, loaded->told);
        file_log_use(outer);
    }
    return use_loaded(kept->styles, path, loaded, diagnostics);
}

/* Every house style of the program and every face of the catalogue: what a document reads of them must not depend on
 * which other documents its process has made. */
static void prepare_styles(Resources *r) {
    DIR *folder = opendir(resources_path(r, "templates/style"));
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (!ends_in(entry->d_name, ".xml")) continue;
        const char *name = arena_strndup(r->arena, entry->d_name, strlen(entry->d_name) - 4);
        Diagnostics *ignored = diagnostics_new(); /* told again to who uses the style */
        FileLog *outer = file_log_use(NULL);       /* and read by who uses it */
        if (plain_name(name)) resources_style(r, name, "", false, ignored);
        file_log_use(outer);
        diagnostics_free(ignored);
    }
    if (folder) closedir(folder);
    for (int i = 0; i < fonts_count(r->fonts); i++) fonts_at(r->fonts, i, &(const char *){NULL}); /* told to who needs the face */
}

bool resources_prepare(Resources *r, Diagnostics *diagnostics) {
    if (!resources_schema(r, diagnostics) || !resources_typesetter(r, diagnostics)) return false;
    typesetter_prepare(r->typesetter, "nl");
    prepare_styles(r);
    resources_settle(r); /* who forks has no second thread */
    return true;
}

/* ---- ahead ---- */

/* What fails ahead is tried again when it is asked for, and reported then. */
static void begin_schema(void *data) {
    Resources *r = data;
    Diagnostics *unread = diagnostics_new();
    r->schema = schema_load(r->schema_path, unread);
    diagnostics_free(unread);
}

static void begin_check(void *data) {
    Resources *r = data;
    if (!r->schema) return;
    r->departures = diagnostics_new();
    input_check(r->input, r->schema, r->departures);
}

static void begin_typesetter(void *data) {
    Resources *r = data;
    open_typesetter(r, r->ahead_arena);
    if (r->typesetter) typesetter_prepare(r->typesetter, "nl");
}

static void begin_template(void *data) {
    Resources *r = data;
    if (r->template_path) r->template = load_template(r, r->ahead_arena, r->template_path, r->template_folder);
}

static void begin_style(void *data) {
    Resources *r = data;
    if (!r->style_path) return;
    Diagnostics *diagnostics = diagnostics_new();
    Style *style = style_read(r->ahead_arena, r->style_path, diagnostics);
    if (style && r->typesetter) {
        const Node *root = r->input->root;
        for (const Node *n = node_walk(root, root, NULL); n; n = node_walk(root, n, NULL)) {
            const char *language = language_value(n, LANGUAGE_ROLE_LANGUAGE);
            if (language) typesetter_prepare(r->typesetter, language);
        }
        r->scout = scout_new(r->typesetter);
    }
    if (!diagnostics_total(diagnostics)) r->style = style;
    r->scout_style = style;
    diagnostics_free(diagnostics);
}

/* The words of the input as running text. */
static void scout_input(void *data) {
    Resources *r = data;
    if (!r->scout) return;
    const CharStyle *body = &style_text(r->scout_style, "body")->character;
    const Node *root = r->input->root;
    for (const Node *n = root; n && !scout_stopped(r->scout); n = node_walk(root, n, NULL))
        for (const Node *text = n->first; text; text = text->next)
            if (text->kind == NODE_TEXT) scout_text(r->scout, body, text->text);
}

/* How the words of a document's node are most often set: a wrong guess only costs time. */
static CharStyle guess_style(const Style *style, const Node *node, CharStyle around) {
    static const struct { Tag tag; const char *name; } STYLES[] = {
        {TAG_HEADING, "h2"}, {TAG_CAPTION, "caption"}, {TAG_CELL, "cell"}, {TAG_HEAD, "cell-head"}, {TAG_FOOT, "cell-total"}, {TAG_TERM, "term"}};
    const char *name = node->tag == TAG_PARA ? para_block(node)->style : node->tag == TAG_HEADING ? heading_block(node)->style : node->tag == TAG_SPAN ? span_block(node)->style : NULL;
    if (node->tag == TAG_STRONG) around.weight = around.weight >= 700 ? 900 : 700;
    else if (node->tag == TAG_EM) around.italic = !around.italic;
    else if (node->tag == TAG_CELL && around.weight >= 700) return around; /* as the head or foot it is in */
    else if (name) around = style_text(style, name)->character;
    else
        for (size_t i = 0; i < sizeof STYLES / sizeof *STYLES; i++)
            if (node->tag == (int)STYLES[i].tag) around = style_text(style, STYLES[i].name)->character;
    return around;
}

static void scout_node(Resources *r, const Node *node, CharStyle around) {
    CharStyle here = guess_style(r->scout_style, node, around);
    for (const Node *n = node->first; n && !scout_stopped(r->scout); n = n->next) {
        if (n->kind == NODE_TEXT) scout_text(r->scout, &here, n->text);
        else scout_node(r, n, here);
    }
}

static void scout_document(void *data) {
    Resources *r = data;
    if (r->scout) scout_node(r, r->document->root, style_text(r->scout_style, "body")->character);
}

void resources_begin(Resources *r, const char *template, const char *style) {
    r->given_template = template;
    if (template) resources_given(r, &r->given_template, 1);
    r->given_style = style;
    r->ahead_arena = arena_new();
    r->schema_path = resources_path(r, SCHEMA);
    input_start();
    r->beside = task_start();
    r->step.schema = task_add(r->beside, begin_schema, r);
}

void resources_go_on(Resources *r, const Input *input) {
    if (!r->beside || r->input) return;
    r->input = input;
    int error;
    const char *template = r->given_template ? r->given_template : resources_own_template(input);
    r->template_folder = r->given_template ? NULL : door_of(template, input);
    r->template_path = template_path(r, template, r->given_template ? NULL : input->folder, &error);
    r->style_path = style_path(r, r->given_style ? r->given_style : resources_own_style(input), input->folder, r->given_style != NULL);
    r->step.check = task_add(r->beside, begin_check, r);
    r->step.template = task_add(r->beside, begin_template, r);
    r->step.typesetter = task_add(r->beside, begin_typesetter, r);
    r->step.style = task_add(r->beside, begin_style, r);
    task_add(r->beside, scout_input, r);
}

void resources_document(Resources *r, const Document *document) {
    if (!r->beside) return;
    r->document = document;
    task_add(r->beside, scout_document, r);
}
