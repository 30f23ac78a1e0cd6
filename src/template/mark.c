/* The outcome of a stylesheet does not tell what made it: each literal element, and each xsl:element, gets an attribute
 * that does. The reader of the outcome takes it off again. */
#include "template/mark.h"

#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "base/buffer.h"
#include "template/functions.h"

typedef struct Marker {
    xmlNs *ns;
    const char *file; /* braces doubled: attributes of literal elements are value templates */
} Marker;

static bool is_xslt(const xmlNode *node) {
    return node->ns && xmlStrEqual(node->ns->href, XSLT_NAMESPACE);
}

static const char *place_text(const Marker *m, const xmlNode *node, Buffer *text) {
    text->size = 0;
    buffer_printf(text, "%s:%ld", m->file, xmlGetLineNo(node));
    return text->data;
}

/* <xsl:attribute> as the first thing that xsl:element makes. */
static void mark_made(const Marker *m, xmlNode *node, Buffer *text) {
    xmlNode *attribute = xmlNewDocNode(node->doc, node->ns, BAD_CAST "attribute", NULL);
    if (!attribute) return;
    Buffer name = {0};
    buffer_printf(&name, "%s:" MARK, (const char *)m->ns->prefix);
    xmlNewProp(attribute, BAD_CAST "name", BAD_CAST name.data);
    xmlNewProp(attribute, BAD_CAST "namespace", m->ns->href);
    xmlAddChild(attribute, xmlNewDocText(node->doc, BAD_CAST place_text(m, node, text)));
    if (node->children) xmlAddPrevSibling(node->children, attribute);
    else xmlAddChild(node, attribute);
    buffer_free(&name);
}

static void mark_below(const Marker *m, xmlNode *parent, Buffer *text) {
    for (xmlNode *n = parent->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE) continue;
        mark_below(m, n, text);
        if (!is_xslt(n)) xmlNewNsProp(n, m->ns, BAD_CAST MARK, BAD_CAST place_text(m, n, text));
        else if (xmlStrEqual(n->name, BAD_CAST "element")) mark_made(m, n, text);
    }
}

void mark_stylesheet(xmlDoc *doc) {
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!root || !is_xslt(root)) return;
    char *url = doc->URL ? xmlURIUnescapeString((const char *)doc->URL, 0, NULL) : NULL;
    Buffer file = {0}, text = {0};
    for (const char *c = url ? url : "?"; *c; c++) {
        buffer_putc(&file, *c);
        if (*c == '{' || *c == '}') buffer_putc(&file, *c);
    }
    buffer_putc(&file, '\0');
    Marker m = {xmlNewNs(root, BAD_CAST FUNCTIONS, BAD_CAST "jaarverslag-plek"), file.data};
    for (xmlNode *n = m.ns ? root->children : NULL; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && is_xslt(n)) mark_below(&m, n, &text); /* what else stands at the top is data */
    buffer_free(&file);
    buffer_free(&text);
    xmlFree(url);
}

static xsltDocLoaderFunc plain_loader;

static xmlDoc *load_marked(const xmlChar *uri, xmlDict *dict, int options, void *context, xsltLoadType type) {
    xmlDoc *doc = plain_loader(uri, dict, options | (type == XSLT_LOAD_STYLESHEET ? XML_PARSE_BIG_LINES : 0), context, type);
    if (doc && type == XSLT_LOAD_STYLESHEET) mark_stylesheet(doc);
    return doc;
}

void mark_imports(void) {
    if (plain_loader) return;
    plain_loader = xsltDocDefaultLoader;
    xsltSetLoaderFunc(load_marked);
}
