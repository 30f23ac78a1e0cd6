/* Checking a tree by the grammar (XSD 1.0 through libxml2): loading it, and finding every departure in one run. */
#include "input/schema.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "base/file.h"
#include "input/messages.h"
#include "input/schema_error.h"

#define NAMESPACE "urn:nl:jaarverslag:1"

struct Schema {
    Arena *arena;
    xmlSchema *compiled;
    Vocabulary words;
};

enum { MAX_ROUNDS = 40 };

/* ---- the grammar ---- */

static bool is_xs(const xmlNode *node, const char *name) {
    return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, "http://www.w3.org/2001/XMLSchema") == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static const char *attribute(Arena *arena, const xmlNode *node, const char *name) {
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    const char *copy = value ? arena_strdup(arena, (const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

static bool speaks(const xmlNode *documentation, const char *language) {
    xmlChar *lang = xmlNodeGetLang(documentation);
    bool same = lang && strcmp((const char *)lang, language) == 0;
    xmlFree(lang);
    return same;
}

/* The explanation of a declaration in a language, NULL when it has none. */
static const char *explanation(Arena *arena, const xmlNode *declaration, const char *language) {
    for (const xmlNode *a = declaration->children; a; a = a->next)
        for (const xmlNode *d = is_xs(a, "annotation") ? a->children : NULL; d; d = d->next)
            if (is_xs(d, "documentation") && speaks(d, language)) {
                xmlChar *text = xmlNodeGetContent(d);
                const char *copy = text ? arena_strdup(arena, (const char *)text) : NULL;
                xmlFree(text);
                return copy;
            }
    return NULL;
}

static void add_attributes(Vocabulary *words, Map *names, const xmlNode *owner) {
    for (const xmlNode *n = owner->children; n; n = n->next) {
        const char *name = is_xs(n, "attribute") ? attribute(words->arena, n, "name") : NULL;
        const char *type = name ? attribute(words->arena, n, "type") : NULL, *colon = type ? strchr(type, ':') : NULL;
        if (name) map_put(names, name, (void *)(colon ? colon + 1 : type ? type : ""));
        else if (is_xs(n, "complexContent") || is_xs(n, "simpleContent") || is_xs(n, "extension")) add_attributes(words, names, n);
    }
}

static void learn_element(Vocabulary *words, Map *types, const xmlNode *declaration) {
    const char *name = attribute(words->arena, declaration, "name"), *type = attribute(words->arena, declaration, "type");
    if (!name) return;
    Map *names = map_get(words->elements, name);
    if (!names) map_put(words->elements, name, names = map_new(words->arena));
    const char *colon = type ? strchr(type, ':') : NULL;
    const xmlNode *found = type ? map_get(types, colon ? colon + 1 : type) : NULL;
    if (found) add_attributes(words, names, found);
    for (const xmlNode *n = declaration->children; n; n = n->next)
        if (is_xs(n, "complexType")) add_attributes(words, names, n);
}

static void learn(Vocabulary *words, const xmlNode *schema) {
    Map *types = map_new(words->arena);
    for (const xmlNode *n = schema->children; n; n = n->next) {
        const char *name = is_xs(n, "simpleType") || is_xs(n, "complexType") ? attribute(words->arena, n, "name") : NULL;
        if (!name) continue;
        map_put(types, name, (void *)n);
        const char *about = explanation(words->arena, n, "nl"), *english = explanation(words->arena, n, "en");
        if (about) map_put(words->types, name, (void *)about);
        if (english) map_put(words->english, name, (void *)english);
    }
    for (const xmlNode *n = schema->children; n;) { /* every xs:element, wherever it is */
        if (is_xs(n, "element")) learn_element(words, types, n);
        if (n->children) n = n->children;
        else {
            while (n && n != schema && !n->next) n = n->parent;
            n = n && n != schema ? n->next : NULL;
        }
    }
}

static void keep_quiet(void *data, XmlFault *error) {
    (void)data, (void)error;
}

static void bad_schema(Diagnostics *diagnostics, const char *path, const char *why) {
    diagnostics_report(diagnostics, &I309_SCHEMA_FILE, (Place){path, 0, 0}, (Report){.arguments = {path, why}});
}

Schema *schema_load(const char *path, Diagnostics *diagnostics) {
    Buffer text = {0};
    int error = file_read(path, 16 << 20, &text);
    if (error) {
        bad_schema(diagnostics, path, strerror(error));
        return NULL;
    }
    Arena *arena = arena_new();
    Schema *schema = ARENA_NEW(arena, Schema);
    schema->arena = arena;
    xmlDoc *doc = xmlReadMemory(text.data, (int)text.size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    buffer_free(&text);
    xmlSchemaParserCtxt *parser = doc ? xmlSchemaNewDocParserCtxt(doc) : NULL;
    if (parser) {
        xmlSchemaSetParserStructuredErrors(parser, keep_quiet, NULL);
        schema->compiled = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
    }
    if (schema->compiled) {
        schema->words = (Vocabulary){arena, map_new(arena), map_new(arena), map_new(arena)};
        learn(&schema->words, xmlDocGetRootElement(doc));
    }
    if (doc) xmlFreeDoc(doc); /* the compiled schema keeps a copy */
    if (schema->compiled) return schema;
    bad_schema(diagnostics, path, "geen geldig XSD");
    arena_free(arena);
    return NULL;
}

void schema_free(Schema *schema) {
    if (!schema) return;
    xmlSchemaFree(schema->compiled);
    arena_free(schema->arena);
}

/* ---- the document, for libxml2 ---- */

static void build_attributes(xmlNode *element, const Node *node) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const char *name = a->name;
        xmlNs *ns = NULL;
        if (strncmp(name, "xml:", 4) == 0) {
            ns = xmlSearchNsByHref(element->doc, element, XML_XML_NAMESPACE);
            name += 4;
        }
        xmlAttr *made = xmlNewNsProp(element, ns, BAD_CAST name, BAD_CAST a->value);
        if (made) made->_private = (void *)a;
    }
}

static xmlDoc *build_document(const Node *root) {
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    xmlNode *parent = NULL;
    xmlNs *ns = NULL;
    for (const Node *n = root; n;) {
        xmlNode *made = n->kind == NODE_TEXT ? xmlNewDocText(doc, BAD_CAST n->text)
                                             : xmlNewDocNode(doc, ns, BAD_CAST n->name, NULL);
        made->_private = (void *)n;
        if (parent) {
            made->parent = parent; /* as xmlAddChild, without merging texts */
            made->prev = parent->last;
            if (parent->last) parent->last->next = made;
            else parent->children = made;
            parent->last = made;
        } else {
            xmlDocSetRootElement(doc, made);
            ns = xmlNewNs(made, BAD_CAST NAMESPACE, NULL);
            xmlSetNs(made, ns);
        }
        if (n->kind == NODE_ELEMENT) build_attributes(made, n);
        if (n->first) {
            parent = made;
            n = n->first;
            continue;
        }
        while (n != root && !n->next) {
            n = n->parent;
            if (n != root) parent = parent->parent;
        }
        n = n == root ? NULL : n->next;
    }
    return doc;
}

/* libxml2 stops looking at an element's further children at the first that does not belong: so these are taken
 * out, and the document is checked again until none is left. */
void schema_check(const Schema *schema, Arena *arena, const Node *root, Diagnostics *diagnostics) {
    xmlDoc *doc = build_document(root);
    SchemaErrors errors = {.arena = arena, .diagnostics = diagnostics, .words = &schema->words};
    for (int round = 0; round < MAX_ROUNDS; round++) {
        xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema->compiled);
        if (!context) break;
        errors.unexpected_count = 0;
        errors.last_faulty = NULL;
        xmlSchemaSetValidStructuredErrors(context, schema_error, &errors);
        xmlSchemaValidateDoc(context, doc);
        xmlSchemaFreeValidCtxt(context);
        if (!errors.unexpected_count) break;
        for (int i = 0; i < errors.unexpected_count; i++) {
            xmlUnlinkNode(errors.unexpected[i]);
            xmlFreeNode(errors.unexpected[i]);
        }
    }
    xmlFreeDoc(doc);
}
