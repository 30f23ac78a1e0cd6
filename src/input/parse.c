/* XML text into the neutral tree, with line and column of every element, attribute and text.
 *
 * libxml2 builds its own tree; its SAX handlers are wrapped, so that every node carries the offset in the text at
 * which it begins (in _private, plus one). What comes out of an entity has no offset and takes its parent's place. */
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <string.h>

#include "input/messages.h"
#include "input/parse_error.h"
#include "input/source.h"

#define NAMESPACE "urn:nl:jaarverslag:1"
#define XINCLUDE "http://www.w3.org/2001/XInclude"
#define XINCLUDE_OLD "http://www.w3.org/2003/XInclude"
#define INSTANCE "http://www.w3.org/2001/XMLSchema-instance"

static ParseState *state_of(void *context) {
    return ((xmlParserCtxt *)context)->_private;
}

static void mark(xmlNode *node, size_t offset) {
    if (node) node->_private = (void *)(uintptr_t)(offset + 1);
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int ns_count,
                          const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
    ParseState *state = state_of(context);
    xmlSAX2StartElementNs(context, name, prefix, uri, ns_count, namespaces, count, defaulted, attributes);
    if (context != state->main) return;
    const Source *source = state->source;
    size_t end = parse_offset(state), start = end;
    while (start > 0 && source->text[start] != '<') start--;
    mark(state->main->node, start);
    while (end < source->size && source->text[end] != '>') end++;
    state->after = end + 1;
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    ParseState *state = state_of(context);
    xmlSAX2EndElementNs(context, name, prefix, uri);
    if (context == state->main) state->after = parse_offset(state);
}

static void text(void *context, const xmlChar *bytes, int size) {
    ParseState *state = state_of(context);
    xmlNode *parent = ((xmlParserCtxt *)context)->node, *before = parent ? parent->last : NULL;
    xmlSAX2Characters(context, bytes, size);
    if (context == state->main && parent && parent->last != before) mark(parent->last, state->after);
}

static void comment(void *context, const xmlChar *value) {
    ParseState *state = state_of(context);
    xmlSAX2Comment(context, value);
    if (context == state->main) state->after = parse_offset(state);
}

static void instruction(void *context, const xmlChar *target, const xmlChar *data) {
    ParseState *state = state_of(context);
    xmlSAX2ProcessingInstruction(context, target, data);
    if (context == state->main) state->after = parse_offset(state);
}

static void refuse_external(ParseState *state, const xmlChar *public_id, const xmlChar *system_id) {
    const char *id = (const char *)(system_id ? system_id : public_id);
    diagnostics_report(state->loader->diagnostics, &I119_EXTERNAL, parse_place(state), (Report){.arguments = {id}});
}

static void internal_subset(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    ParseState *state = state_of(context);
    if (public_id || system_id) refuse_external(state, public_id, system_id);
    xmlSAX2InternalSubset(context, name, NULL, NULL);
}

static void external_subset(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)context, (void)name, (void)public_id, (void)system_id; /* never read; internal_subset has reported it */
}

static void entity(void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
                   xmlChar *content) {
    if (public_id || system_id) {
        refuse_external(state_of(context), public_id, system_id);
        xmlSAX2EntityDecl(context, name, XML_INTERNAL_GENERAL_ENTITY, NULL, NULL, BAD_CAST "");
    } else xmlSAX2EntityDecl(context, name, type, NULL, NULL, content);
}

static xmlParserInput *resolve_nothing(void *context, const xmlChar *public_id, const xmlChar *system_id) {
    (void)context, (void)public_id, (void)system_id;
    return NULL;
}

static void wrap_handlers(xmlSAXHandler *sax) {
    sax->startElementNs = start_element;
    sax->endElementNs = end_element;
    sax->characters = sax->cdataBlock = sax->ignorableWhitespace = text;
    sax->comment = comment;
    sax->processingInstruction = instruction;
    sax->internalSubset = internal_subset;
    sax->externalSubset = external_subset;
    sax->entityDecl = entity;
    sax->resolveEntity = resolve_nothing;
    sax->serror = parse_error;
}

/* ---- libxml2's tree into ours ---- */

static Place place_of(const Source *source, const xmlNode *node, Place fallback) {
    return node->_private ? source_place(source, (size_t)(uintptr_t)node->_private - 1) : fallback;
}

/* Place of an attribute's name, found by reading its tag. */
static Place attribute_place(const Source *source, const xmlNode *element, const xmlAttr *attribute, Place fallback) {
    if (!element->_private) return fallback;
    const char *p = source->text + (size_t)(uintptr_t)element->_private, *end = source->text + source->size;
    const char *prefix = attribute->ns ? (const char *)attribute->ns->prefix : NULL, *name = (const char *)attribute->name;
    size_t prefix_size = prefix ? strlen(prefix) + 1 : 0, size = prefix_size + strlen(name);
    while (p < end && !strchr(" \t\r\n/>", *p)) p++;
    while (p < end) {
        while (p < end && *p && strchr(" \t\r\n/", *p)) p++;
        if (p >= end || *p == '>') break;
        const char *start = p;
        while (p < end && *p && !strchr(" \t\r\n=>/", *p)) p++;
        if ((size_t)(p - start) == size && strncmp(start + prefix_size, name, size - prefix_size) == 0 &&
            (!prefix || (strncmp(start, prefix, prefix_size - 1) == 0 && start[prefix_size - 1] == ':')))
            return source_place(source, (size_t)(start - source->text));
        while (p < end && *p != '"' && *p != '\'' && *p != '>') p++;
        if (p >= end || *p == '>') break;
        char quote = *p++;
        while (p < end && *p != quote) p++;
        p++;
    }
    return fallback;
}

static const char *namespace_of(const xmlNs *ns) {
    return ns ? (const char *)ns->href : NULL;
}

static void copy_attributes(Loader *loader, const Source *source, const xmlNode *from, Node *to) {
    for (const xmlAttr *a = from->properties; a; a = a->next) {
        const char *uri = namespace_of(a->ns), *name = (const char *)a->name;
        if (uri && strcmp(uri, INSTANCE) == 0) continue; /* for editors */
        Place place = attribute_place(source, from, a, to->place);
        xmlChar *value = xmlNodeListGetString(from->doc, a->children, 1);
        if (uri && strcmp(uri, (const char *)XML_XML_NAMESPACE) == 0) name = arena_printf(loader->arena, "xml:%s", name);
        else if (uri) {
            diagnostics_report(loader->diagnostics, &I130_FOREIGN, place, (Report){.arguments = {name, uri}});
            name = NULL;
        }
        if (name) node_set(loader->arena, to, name, value ? (const char *)value : "", place);
        xmlFree(value);
    }
}

static void copy_children(Loader *loader, const Source *source, const xmlNode *from, Node *to, int depth);

/* The neutral element of an element; NULL when it is not one of ours. */
static Node *copy_element(Loader *loader, const Source *source, const xmlNode *from, Place place, int depth) {
    const char *uri = namespace_of(from->ns), *name = (const char *)from->name;
    if (uri && strcmp(uri, NAMESPACE) != 0 && !loader->plain) {
        diagnostics_report(loader->diagnostics, &I130_FOREIGN, place, (Report){.arguments = {name, uri}});
        return NULL;
    }
    if (!uri && !loader->plain && (!from->parent || from->parent->type != XML_ELEMENT_NODE || from->parent->ns))
        diagnostics_report(loader->diagnostics, &I131_NO_NAMESPACE, place, (Report){.arguments = {name}});
    if (depth > MAX_DEPTH) {
        diagnostics_report(loader->diagnostics, &I105_TOO_DEEP, place, (Report){.arguments = {"256"}});
        return NULL;
    }
    Node *node = node_element(loader->arena, name, place);
    copy_attributes(loader, source, from, node);
    copy_children(loader, source, from, node, depth);
    if (!loader->plain) csv_fill(loader, source, node);
    return node;
}

static void copy_include(Loader *loader, const Source *source, const xmlNode *from, Node *to, Place place, int depth) {
    xmlChar *href = xmlGetNoNsProp(from, BAD_CAST "href"), *parse = xmlGetNoNsProp(from, BAD_CAST "parse"),
            *pointer = xmlGetNoNsProp(from, BAD_CAST "xpointer");
    include_file(loader, source, to, place, (const char *)href, (const char *)parse, pointer != NULL, depth);
    xmlFree(href);
    xmlFree(parse);
    xmlFree(pointer);
}

/* Text that follows text (with a comment or an entity between) is one text. */
static void copy_text(Loader *loader, const xmlNode *from, Node *to, Place place) {
    const char *content = from->content ? (const char *)from->content : "";
    if (to->last && to->last->kind == NODE_TEXT)
        to->last->text = arena_printf(loader->arena, "%s%s", to->last->text, content);
    else node_append(to, node_text(loader->arena, content, place));
}

static void copy_children(Loader *loader, const Source *source, const xmlNode *from, Node *to, int depth) {
    for (const xmlNode *n = from->children; n; n = n->next) {
        Place place = place_of(source, n, to->place);
        const char *uri = n->type == XML_ELEMENT_NODE ? namespace_of(n->ns) : NULL;
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) copy_text(loader, n, to, place);
        else if (uri && !loader->plain && (strcmp(uri, XINCLUDE) == 0 || strcmp(uri, XINCLUDE_OLD) == 0))
            copy_include(loader, source, n, to, place, depth);
        else if (n->type == XML_ELEMENT_NODE) {
            Node *child = copy_element(loader, source, n, place, depth + 1);
            if (child) node_append(to, child);
        }
    }
}

Node *parse_source(Loader *loader, const Source *source, int depth) {
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser) return NULL;
    ParseState state = {.loader = loader, .source = source, .main = parser};
    parser->_private = &state;
    wrap_handlers(parser->sax);
    xmlDoc *doc = xmlCtxtReadMemory(parser, source->text, (int)source->size, NULL, NULL,
                                    XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOCDATA |
                                        XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES);
    if (state.broken) loader->broken = true;
    xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    Node *tree = NULL;
    if (root) tree = copy_element(loader, source, root, place_of(source, root, (Place){source->name, 1, 1}), depth);
    else if (!state.reported)
        diagnostics_report(loader->diagnostics, &I121_EMPTY, (Place){source->name, 1, 1}, (Report){0});
    if (doc) xmlFreeDoc(doc);
    xmlFreeParserCtxt(parser);
    return tree;
}
