/* Files that an input draws in: found within its folder, read, parsed and put in place. */
#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "input/messages.h"
#include "input/source.h"

/* Folder of a file relative to the input's folder, with a slash at the end, or "". */
static const char *relative_folder(Loader *loader, const char *real) {
    size_t skip = strlen(loader->input->folder);
    if (skip > 1) skip++;
    const char *name = real + skip, *slash = strrchr(name, '/');
    return slash ? arena_strndup(loader->arena, name, (size_t)(slash - name) + 1) : "";
}

/* Does the name climb out of the folder? Told before looking, so that nothing shows what exists outside. */
static bool climbs_out(const char *name) {
    int depth = 0;
    while (*name) {
        size_t size = strcspn(name, "/");
        if (size == 2 && strncmp(name, "..", 2) == 0) depth--;
        else if (size && !(size == 1 && *name == '.')) depth++;
        if (depth < 0) return true;
        name += size + (name[size] == '/');
    }
    return false;
}

const char *find_file(Loader *loader, const Source *from, const char *name, Place place, Source *out) {
    Arena *arena = loader->arena;
    int error = EACCES;
    char *real = NULL;
    const char *colon = strchr(name, ':'), *slash = strchr(name, '/');
    const char *path = arena_printf(arena, "%s%s", relative_folder(loader, from->real), name);
    bool outside = *name == '/' || *name == '\\' || (colon && (!slash || colon < slash)) || climbs_out(path);
    if (!outside && *name) real = file_within(arena, loader->input->folder, path, &error);
    if (!real) {
        const Message *message = error == EACCES ? &I202_OUTSIDE : &I201_NOT_FOUND;
        diagnostics_report(loader->diagnostics, message, place, (Report){.arguments = {name}});
        return NULL;
    }
    size_t skip = strlen(loader->input->folder);
    if (skip > 1) skip++;
    *out = (Source){.name = arena_printf(arena, "%s%s", loader->shown, real + skip), .real = real};
    return real;
}

static bool may_include(Loader *loader, const char *real, const char *href, Place place) {
    for (int i = 0; i < loader->depth; i++)
        if (strcmp(loader->open[i], real) == 0) {
            diagnostics_report(loader->diagnostics, &I203_CYCLE, place, (Report){.arguments = {href}});
            return false;
        }
    bool deep = loader->depth >= MAX_INCLUDE_DEPTH;
    if (deep || loader->includes >= MAX_INCLUDES) {
        const char *limit = deep ? "16 niveaus diep" : "5000";
        diagnostics_report(loader->diagnostics, &I204_INCLUDE_DEPTH, place, (Report){.arguments = {limit}});
        return false;
    }
    return true;
}

static void include_text(Loader *loader, Source *source, const unsigned char *bytes, size_t size, Node *parent) {
    const char *encoding;
    size_t out_size, bad;
    char *text = text_decode(loader->arena, (const char *)bytes, size, &out_size, &encoding, &bad);
    if (!text || !utf8_printable(text, out_size)) {
        diagnostics_report(loader->diagnostics, &I117_CHARACTER, (Place){source->name, 1, 1}, (Report){.arguments = {"?"}});
        return;
    }
    node_append(parent, node_text(loader->arena, text, (Place){source->name, 1, 1}));
}

void include_file(Loader *loader, const Source *from, Node *parent, Place place, const char *href, const char *parse,
                  bool xpointer, int depth) {
    bool as_text = parse && strcmp(parse, "text") == 0;
    const char *why = !href || !*href               ? "href ontbreekt"
                      : xpointer                    ? "xpointer kan niet"
                      : parse && !as_text && strcmp(parse, "xml") != 0 ? "parse mag alleen xml of text zijn"
                                                    : NULL;
    if (why) {
        diagnostics_report(loader->diagnostics, &I205_INCLUDE_FORM, place, (Report){.arguments = {why}});
        return;
    }
    Source source;
    const char *real = find_file(loader, from, href, place, &source);
    if (!real || !may_include(loader, real, href, place)) return;
    const unsigned char *bytes;
    size_t size;
    int error = source_bytes(loader, &source, real, &bytes, &size);
    if (error) {
        diagnostics_report(loader->diagnostics, &I206_INCLUDE_READ, place, (Report){.arguments = {href, error_words(error)}});
        return;
    }
    loader->includes++;
    if (as_text) {
        include_text(loader, &source, bytes, size, parent);
        return;
    }
    if (!source_decode_xml(loader, &source, bytes, size)) return;
    loader->open[loader->depth++] = real;
    Source *kept = ARENA_NEW(loader->arena, Source);
    *kept = source;
    repair_tags(loader, kept);
    Node *tree = parse_source(loader, kept, depth + 1);
    loader->depth--;
    if (tree) node_append(parent, tree);
}
