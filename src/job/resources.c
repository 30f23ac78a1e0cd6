/* Finds and keeps the program's own files: schema, fonts, templates, house styles. */
#include "job/resources.h"

#include <dirent.h>
#include <libgen.h>
#include <limits.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/task.h"
#include "job/messages.h"
#include "typeset/scout.h"

#define CATALOGUE "fonts/catalogue.tsv"
#define SCHEMA "input/jaarverslag.xsd"

struct Resources {
    Arena *arena;
    const char *folder;
    Schema *schema;
    Fonts *fonts;
    Typesetter *typesetter;
    Map *templates; /* path -> Loaded Template */
    Map *styles;    /* path -> Loaded Style */
    Task *schema_ahead; /* at work on the schema */
    Task *ahead;        /* at work on fonts and typesetter */
    Task *scouting;     /* at work on the fields below until style_ready, then on words */
    Task *before;       /* the scouting that is to end first */
    sem_t style_ready;
    bool style_awaited;
    Scout *scout;
    const Style *scout_style;
    const Document *document; /* whose words come next */
    Arena *ahead_arena;
    const char *schema_path, *given_style, *style_path; /* to be read ahead */
    const Node *words;
    Style *style;
};

/* Something loaded once. Each use repeats what its loading told and which files it read, as if it were loaded anew. */
typedef struct Loaded {
    void *thing;
    Diagnostics *told;
    FileLog *read;
} Loaded;
static void settle(Task **task) {
    task_join(*task);
    *task = NULL;
}

/* Fonts, typesetter and style may be used from here on, though words are still being made. */
static void await_style(Resources *r) {
    settle(&r->ahead);
    while (r->style_awaited && sem_wait(&r->style_ready) != 0) {}
    r->style_awaited = false;
}

void resources_settle(Resources *r) {
    settle(&r->schema_ahead);
    await_style(r);
    if (r->scout) scout_stop(r->scout);
    settle(&r->scouting);
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

Resources *resources_open(void) {
    Arena *arena = arena_new();
    Resources *r = ARENA_NEW(arena, Resources);
    sem_init(&r->style_ready, 0, 0);
    r->arena = arena;
    r->folder = data_folder(arena);
    r->templates = map_new(arena);
    r->styles = map_new(arena);
    return r;
}

void resources_free(Resources *r) {
    if (!r) return;
    resources_settle(r);
    for (size_t i = 0; i < map_count(r->templates); i++) {
        Loaded *loaded = map_value(r->templates, i);
        template_free(loaded->thing);
        diagnostics_free(loaded->told);
    }
    for (size_t i = 0; i < map_count(r->styles); i++) diagnostics_free(((Loaded *)map_value(r->styles, i))->told);
    typesetter_free(r->typesetter);
    sem_destroy(&r->style_ready);
    fonts_close(r->fonts);
    schema_free(r->schema);
    arena_free(r->ahead_arena);
    arena_free(r->arena);
}

const char *resources_folder(const Resources *r) {
    return r->folder;
}

const char *resources_path(Resources *r, const char *name) {
    return arena_printf(r->arena, "%s/%s", r->folder, name);
}

const Schema *resources_schema(Resources *r, Diagnostics *diagnostics) {
    settle(&r->schema_ahead);
    if (!r->schema) r->schema = schema_load(resources_path(r, SCHEMA), diagnostics);
    return r->schema;
}

static const char *open_typesetter(Resources *r, const char *catalogue) {
    const char *why = "";
    if (!r->fonts) r->fonts = fonts_open(catalogue, &why);
    if (r->fonts && !r->typesetter) r->typesetter = typesetter_new(r->fonts, HYPHENATION);
    return why;
}

Typesetter *resources_typesetter(Resources *r, Diagnostics *diagnostics) {
    await_style(r);
    if (r->typesetter) return r->typesetter;
    const char *catalogue = resources_path(r, CATALOGUE), *why = open_typesetter(r, catalogue);
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

static const char *style_path(Resources *r, const char *name, const char *folder) {
    const char *path = NULL;
    int error = 0;
    if (plain_name(name)) path = resources_path(r, arena_printf(r->arena, "templates/style/%s.xml", name));
    else if (ends_in(name, ".xml")) path = file_within(r->arena, folder, name, &error);
    return path ? path : arena_strdup(r->arena, name);
}

const Style *resources_style(Resources *r, const char *name, const char *folder, Diagnostics *diagnostics) {
    const char *path = style_path(r, name, folder);
    await_style(r);
    Loaded *loaded = map_get(r->styles, path);
    if (!loaded) {
        FileLog *outer;
        loaded = begin_loading(r, &outer);
        bool ahead = r->style && !strcmp(path, r->style_path);
        loaded->thing = ahead ? r->style : style_read(r->arena, path, loaded->told);
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
    typesetter_prepare(r->typesetter, "nl");
    typesetter_prepare(r->typesetter, "en");
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

static void begin(void *data) {
    Resources *r = data;
    open_typesetter(r, arena_printf(r->ahead_arena, "%s/" CATALOGUE, r->folder));
    if (r->typesetter) typesetter_prepare(r->typesetter, "nl");
}

/* The scout learns every style, and bold and slanted body. */
static void learn_styles(Resources *r, const Style *style) {
    for (const Node *n = node_walk(r->words, r->words, "taal"); n; n = node_walk(r->words, n, "taal"))
        if (node_get(n, "code")) typesetter_prepare(r->typesetter, node_get(n, "code"));
    r->scout = scout_new(r->typesetter);
    CharStyle body = style_text(style, "body")->character;
    scout_learn(r->scout, &body);
    for (int i = 0; i < style->text_count; i++) scout_learn(r->scout, &style->texts[i].character);
    body.italic = !body.italic;
    scout_learn(r->scout, &body);
    body.italic = !body.italic;
    body.weight = 700;
    scout_learn(r->scout, &body);
}

static void read_style(Resources *r) {
    Diagnostics *diagnostics = diagnostics_new();
    Style *style = style_read(r->ahead_arena, r->style_path, diagnostics);
    if (style && r->typesetter) learn_styles(r, style);
    if (!diagnostics_total(diagnostics)) r->style = style;
    r->scout_style = style;
    diagnostics_free(diagnostics);
}

/* The style, then the words of the input as running text. */
static void go_on(void *data) {
    Resources *r = data;
    read_style(r);
    Scout *scout = r->scout;
    const Style *style = r->scout_style;
    sem_post(&r->style_ready);
    if (!scout) return;
    const CharStyle *body = &style_text(style, "body")->character;
    for (const Node *n = r->words; n && !scout_stopped(scout); n = node_walk(r->words, n, NULL))
        for (const Node *text = n->first; text; text = text->next)
            if (text->kind == NODE_TEXT) scout_text(scout, body, text->text);
}

/* How the words of a document's node are most often set: a wrong guess only costs time. */
static CharStyle guess_style(const Style *style, const Node *node, CharStyle around) {
    static const struct { Tag tag; const char *name; } STYLES[] = {
        {TAG_HEADING, "h2"}, {TAG_CAPTION, "caption"}, {TAG_CELL, "cell"}, {TAG_HEAD, "cell-head"}, {TAG_FOOT, "cell-total"}, {TAG_TERM, "term"}};
    const char *name = node_get(node, "style");
    if (node->tag == TAG_STRONG) around.weight = around.weight >= 700 ? 900 : 700;
    else if (node->tag == TAG_EM) around.italic = !around.italic;
    else if (node->tag == TAG_CELL && around.weight >= 700) return around; /* as the head or foot it is in */
    else if (name && node->tag != TAG_TABLE && node->tag != TAG_BOX) around = style_text(style, name)->character;
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
    settle(&r->before);
    scout_node(r, r->document->root, style_text(r->scout_style, "body")->character);
}

void resources_document(Resources *r, const Document *document) {
    if (!r->scouting || !r->scout) return;
    r->document = document;
    r->before = r->scouting;
    r->scouting = task_start(scout_document, r);
}

void resources_begin(Resources *r, const char *style) {
    r->given_style = style;
    r->ahead_arena = arena_new();
    r->schema_path = resources_path(r, SCHEMA);
    input_start();
    r->schema_ahead = task_start(begin_schema, r);
    r->ahead = task_start(begin, r);
}

void resources_go_on(Resources *r, const Input *input) {
    if (!r->ahead) return;
    settle(&r->ahead);
    r->style_path = style_path(r, r->given_style ? r->given_style : node_get_or(input->root, "huisstijl", "bos"), input->folder);
    r->words = input->root;
    r->style_awaited = true;
    r->scouting = task_start(go_on, r);
}
