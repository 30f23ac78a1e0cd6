/* Reads <f:figuur soort="aandeel-per-partner" feit="studenten.totaal" vormen="taart ring">what it shows</f:figuur>. */
#include "template/kinds.h"

#include <string.h>

#include "template/functions.h"

enum { DEPTH = 32 };

static bool is_element(const xmlNode *node, const char *space, const char *name) {
    return node->type == XML_ELEMENT_NODE && node->ns && xmlStrEqual(node->ns->href, BAD_CAST space) && xmlStrEqual(node->name, BAD_CAST name);
}

static const char *value_of(Arena *arena, const xmlNode *node, const char *name) {
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    const char *copy = value && *value ? arena_strdup(arena, (const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

static bool says_yes(Arena *arena, const xmlNode *node, const char *name) {
    const char *value = value_of(arena, node, name);
    return value && !strcmp(value, "ja");
}

static void add_declared(Arena *arena, FigureKinds *kinds, const xmlNode *node) {
    xmlChar *about = xmlNodeGetContent(node);
    FigureKind *kind = ARENA_NEW(arena, FigureKind);
    *kind = (FigureKind){
        .name = value_of(arena, node, "soort"), .fact = value_of(arena, node, "feit"), .part = value_of(arena, node, "onderdeel"), .item = value_of(arena, node, "ding"),
        .has = value_of(arena, node, "met"), .over = value_of(arena, node, "over"), .needs = value_of(arena, node, "nodig"), .forms = value_of(arena, node, "vormen"),
        .lines = value_of(arena, node, "lijnen"), .whole = value_of(arena, node, "geheel"), .grouped = says_yes(arena, node, "groep"), .years = says_yes(arena, node, "jaren"),
        .about = about && *about ? arena_strdup(arena, (const char *)about) : NULL};
    xmlFree(about);
    if (kind->name) figure_kinds_add(kinds, kind);
}

/* The kinds in a pattern such as j:figuur[@soort = 'reistijd'] | j:figuur[@soort="kaart"]. */
static void add_matched(Arena *arena, FigureKinds *kinds, const xmlNode *template) {
    const char *match = value_of(arena, template, "match");
    for (const char *p = match ? strstr(match, "figuur[") : NULL; p; p = strstr(p + 1, "figuur[")) {
        const char *at = strstr(p, "@soort"), *end = strchr(p, ']');
        if (!at || !end || at > end) continue;
        at += strlen("@soort");
        at += strspn(at, " =");
        size_t n = *at == '\'' || *at == '"' ? strcspn(at + 1, *at == '"' ? "\"" : "'") : 0;
        if (!n) continue;
        FigureKind *kind = ARENA_NEW(arena, FigureKind);
        kind->name = arena_strndup(arena, at + 1, n);
        figure_kinds_add(kinds, kind);
    }
}

static void read_document(Arena *arena, FigureKinds *kinds, const xmlDoc *doc, bool declared) {
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next) {
        if (declared && is_element(n, FUNCTIONS, "figuur")) add_declared(arena, kinds, n);
        if (!declared && is_element(n, (const char *)XSLT_NAMESPACE, "template")) add_matched(arena, kinds, n);
    }
}

static void read_sheet(Arena *arena, FigureKinds *kinds, const xsltStylesheet *sheet, bool declared, int depth) {
    read_document(arena, kinds, sheet->doc, declared);
    for (const xsltDocument *included = sheet->docList; included; included = included->next) read_document(arena, kinds, included->doc, declared);
    for (const xsltStylesheet *other = sheet->imports; other && depth < DEPTH; other = other->next) read_sheet(arena, kinds, other, declared, depth + 1);
}

FigureKinds *kinds_of_stylesheet(Arena *arena, const xsltStylesheet *sheet) {
    FigureKinds *kinds = figure_kinds_new(arena);
    read_sheet(arena, kinds, sheet, true, 0);
    read_sheet(arena, kinds, sheet, false, 0);
    return kinds;
}
