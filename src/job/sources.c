/* Collecting the files that a document was made from. */
#include "job/sources.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"

enum { SOURCE_MOST = 64 << 20 };

const FileKind *file_kind(const char *name) {
    static const FileKind known[] = {
        {".pdf", "Acrobat PDF/A 2a", "fmt/476", "application/pdf"},
        {".xml", "Extensible Markup Language", "fmt/101", "application/xml"},
        {".xsd", "XML Schema Definition", "x-fmt/280", "application/xml"},
        {".csv", "Comma Separated Values", "x-fmt/18", "text/csv"},
        {".json", "JSON Data Interchange Format", "fmt/817", "application/json"},
        {".jsonl", "JSON Lines", NULL, "application/x-ndjson"},
        {".png", "Portable Network Graphics", "fmt/11", "image/png"},
        {".jpg", "JPEG File Interchange Format", "fmt/43", "image/jpeg"},
        {".jpeg", "JPEG File Interchange Format", "fmt/43", "image/jpeg"},
        {".svg", "Scalable Vector Graphics", "fmt/91", "image/svg+xml"}};
    static const FileKind unknown = {"", "Onbekend", NULL, "application/octet-stream"};
    size_t n = strlen(name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t m = strlen(known[i].ending);
        if (n > m && !strcasecmp(name + n - m, known[i].ending)) return &known[i];
    }
    return &unknown;
}

static void add(Sources *s, Arena *arena, const char *name, const unsigned char *bytes, size_t size) {
    for (int i = 0; i < s->count; i++)
        if (!strcmp(s->files[i].name, name)) return;
    if (s->count == s->capacity) {
        int capacity = s->capacity ? s->capacity * 2 : 64;
        SourceFile *files = ARENA_ARRAY(arena, (size_t)capacity, SourceFile);
        if (s->count) memcpy(files, s->files, (size_t)s->count * sizeof *files);
        s->files = files;
        s->capacity = capacity;
    }
    s->files[s->count++] = (SourceFile){name, bytes, size};
}

/* A file of the input's folder, by the name that a picture or a house style has; what cannot be read was reported. */
static void add_named(Sources *s, const Year *year, const char *name) {
    int error = 0;
    const char *path = file_within(year->arena, year->input->folder, name, &error);
    Buffer bytes = {0};
    if (path && file_read(path, SOURCE_MOST, &bytes) == 0) {
        size_t skip = strlen(year->input->folder);
        add(s, year->arena, path + skip + (skip > 1), (const unsigned char *)arena_strndup(year->arena, bytes.data ? bytes.data : "", bytes.size), bytes.size);
    }
    buffer_free(&bytes);
}

static void add_pictures(Sources *s, const Year *year, const Node *node) {
    if (node->tag == TAG_IMAGE && image_block(node)->source) add_named(s, year, image_block(node)->source);
    for (const Node *n = node->first; n; n = n->next)
        if (n->kind == NODE_ELEMENT) add_pictures(s, year, n);
}

/* A house style of the partnership's own, with the pictures on its pages; those of the program are in the provenance. */
static void add_style(Sources *s, const Year *year, const char *name, const Style *style) {
    const char *slash = strrchr(name, '/');
    if (strcmp(file_kind(name)->ending, ".xml")) return;
    add_named(s, year, name);
    for (int i = 0; i < style->master_count; i++)
        for (int k = 0; k < style->masters[i].decoration_count; k++) {
            const char *image = style->masters[i].decorations[k].image;
            if (image) add_named(s, year, arena_printf(year->arena, "%.*s%s", slash ? (int)(slash - name + 1) : 0, name, image));
        }
}

/* "a/b/../../c" without its ways up, as far as they can be taken out. */
static const char *shortened(Arena *arena, const char *name) {
    char *out = arena_alloc(arena, strlen(name) + 1), *q = out;
    for (const char *part = name; *part;) {
        size_t n = strcspn(part, "/");
        char *before = q > out ? q - 1 : q; /* the slash */
        while (before > out && before[-1] != '/') before--;
        bool up = n == 2 && !memcmp(part, "..", 2), can = q > out && strncmp(before, "../", 3) != 0;
        if (up && can) {
            q = before;
        } else if (n && !(n == 1 && *part == '.')) {
            memcpy(q, part, n);
            q += n;
            if (part[n]) *q++ = '/';
        }
        part += n + (part[n] == '/');
    }
    *q = 0;
    return out;
}

static const char *folder_part(Arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(arena, path, (size_t)(slash - path) + 1) : "";
}

/* The files of an earlier year or version, named from the folder of this one: its shown path begins with that folder's. */
static void add_beside(Sources *s, const Year *year, const Input *earlier) {
    const char *base = folder_part(year->arena, year->input->path), *folder = folder_part(year->arena, earlier->path);
    size_t n = strlen(base);
    if (!strncmp(folder, base, n)) folder += n;
    for (int i = 0; i < earlier->file_count; i++) {
        const InputFile *f = &earlier->files[i];
        add(s, year->arena, shortened(year->arena, arena_printf(year->arena, "%s%s", folder, f->name)), f->bytes, f->size);
    }
}

/* Names that lead up, or that a package or PDF uses itself, move the input into a folder of its own. */
static void place_apart(Sources *s, Arena *arena) {
    static const char *const taken[] = {"herkomst.json", "feiten.csv"};
    bool apart = false;
    const char *own = "jaar";
    for (int i = 0; i < s->count; i++) {
        const char *name = s->files[i].name;
        if (!strncmp(name, "../", 3)) apart = true;
        for (size_t k = 0; k < sizeof taken / sizeof *taken; k++) apart = apart || !strcmp(name, taken[k]);
        if (!strncmp(name, "../jaar/", 8)) own = "dit-jaar";
    }
    for (int i = 0; i < s->count && apart; i++) {
        SourceFile *f = &s->files[i];
        f->name = strncmp(f->name, "../", 3) ? arena_printf(arena, "%s/%s", own, f->name) : f->name + 3;
    }
}

void sources_collect(Sources *out, const Year *year, const Input *version, const Document *document, const char *style_name, const Style *style) {
    const Input *input = year->input;
    *out = (Sources){.style = style_name};
    for (int i = 0; i < input->file_count; i++) add(out, year->arena, input->files[i].name, input->files[i].bytes, input->files[i].size);
    add_style(out, year, style_name, style);
    add_pictures(out, year, document->root);
    for (int i = 0; i < year->earlier_count; i++) add_beside(out, year, year->earlier[i]);
    if (version) add_beside(out, year, version);
    place_apart(out, year->arena);
}

static void add_build(Sources *out, Arena *arena, FontBuild *builds, const Face *face) {
    const char *slash = strrchr(face_file(face), '/');
    builds[out->build_count++] = (FontBuild){arena_strdup(arena, slash ? slash + 1 : face_file(face)), arena_strdup(arena, face_digest(face)), face_known(face)};
}

void sources_add_builds(Sources *out, const Pages *pages) {
    enum { FACES_MOST = 256 };
    const Face *faces[FACES_MOST] = {NULL}; /* by index */
    int count = 0;
    for (int i = 0; i < pages->count; i++)
        for (int k = 0; k < pages->pages[i].content->count; k++) {
            const Item *item = &pages->pages[i].content->items[k];
            const Face *face = item->kind == ITEM_GLYPHS ? item->as.glyphs->face : NULL;
            int index = face ? face_index(face) : FACES_MOST;
            if (index >= FACES_MOST || faces[index]) continue;
            faces[index] = face;
            count++;
        }
    FontBuild *builds = ARENA_ARRAY(pages->arena, (size_t)count + 1, FontBuild);
    for (int i = 0; i < FACES_MOST; i++)
        if (faces[i]) add_build(out, pages->arena, builds, faces[i]);
    out->builds = builds;
}
