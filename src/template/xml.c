/* Turns libxml2 documents into the neutral tree, and the neutral tree into a document a stylesheet can read. */
#include "template/xml.h"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file_log.h"
#include "base/text.h"
#include "input/xml_fault.h"
#include "language/language.h"

static void copy_children(Arena *arena, Node *to, const xmlNode *from, const char *file) {
    for (const xmlNode *n = from->children; n; n = n->next) {
        Place place = {file, (int)xmlGetLineNo(n), 0};
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
            node_append(to, node_text(arena, arena_strdup(arena, (const char *)n->content), place));
        } else if (n->type == XML_ELEMENT_NODE) {
            Node *e = node_element(arena, arena_strdup(arena, (const char *)n->name), place);
            for (const xmlAttr *a = n->properties; a; a = a->next) {
                xmlChar *value = xmlNodeListGetString(n->doc, a->children, 1);
                node_set(arena, e, arena_strdup(arena, (const char *)a->name),
                         arena_strdup(arena, value ? (const char *)value : ""), place);
                xmlFree(value);
            }
            node_append(to, e);
            copy_children(arena, e, n, file);
        }
    }
}

Node *tree_of_xml(Arena *arena, const xmlDoc *doc, const char *file) {
    Node holder = {.kind = NODE_ELEMENT};
    copy_children(arena, &holder, (const xmlNode *)doc, file);
    Node *root = node_child(&holder, NULL);
    if (root) node_detach(root);
    return root;
}

static void set_places(Node *node, const char *name_at, const char *line_start, int line) {
    node->place.line = line;
    node->place.column = (int)utf8_length(line_start, (size_t)(name_at - line_start)) + 1;
    for (Attribute *a = node->attributes; a; a = a->next) {
        const char *tag = name_at, *end = strchr(name_at, '>');
        size_t size = strlen(a->name);
        for (const char *at = strstr(tag, a->name); at && (!end || at < end); at = strstr(at + 1, a->name)) {
            if (!strchr(" \t\r\n", at[-1]) || !strchr("= \t\r\n", at[size])) continue;
            a->place.line = line;
            const char *start = line_start;
            for (const char *c = name_at; c < at; c++) if (*c == '\n') a->place.line++, start = c + 1;
            a->place.column = (int)utf8_length(start, (size_t)(at - start)) + 1;
            break;
        }
    }
}

/* libxml2 knows the line where a tag ends; the text itself knows where it begins. */
static void find_places(Node *root, const char *text) {
    const char *at = text, *start = text;
    int line = 1;
    for (Node *n = root; n; n = node_walk(root, n, NULL)) {
        size_t size = strlen(n->name);
        for (; *at; at++) {
            if (*at == '\n') line++, start = at + 1;
            if (!strncmp(at, "<!--", 4)) { /* what a comment holds is no tag */
                for (; *at && strncmp(at, "-->", 3); at++) if (*at == '\n') line++, start = at + 1;
                if (!*at) return;
            }
            if (*at == '<' && !strncmp(at + 1, n->name, size) && strchr(" \t\r\n/>", at[1 + size])) break;
        }
        if (!*at) return; /* prefixes, or another encoding: the lines of libxml2 stay */
        set_places(n, at++, start, line);
    }
}

static void keep_quiet(void *data, XmlFault *error) {
    (void)data, (void)error;
}

static xmlExternalEntityLoader plain_loader;

/* file_read notes what it reads; libxml2 reads for itself, so that its files are noted here. */
static xmlParserInput *note_and_load(const char *url, const char *id, xmlParserCtxt *context) {
    if (file_log_current() && url) {
        char *plain = access(url, F_OK) == 0 ? NULL : xmlURIUnescapeString(url, 0, NULL);
        Buffer bytes = {0};
        file_read(plain ? plain : url, 64 << 20, &bytes);
        buffer_free(&bytes);
        xmlFree(plain);
    }
    return plain_loader(url, id, context);
}

void xml_note_files(void) {
    if (plain_loader) return;
    plain_loader = xmlGetExternalEntityLoader();
    xmlSetExternalEntityLoader(note_and_load);
}

Node *tree_of_file(Arena *arena, const char *path, const char **why) {
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser) return NULL;
    xml_note_files();
    xmlSetStructuredErrorFunc(NULL, keep_quiet);
    xmlDoc *doc = xmlCtxtReadFile(parser, path, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
    xmlSetStructuredErrorFunc(NULL, NULL);
    Node *root = NULL;
    if (doc) {
        Buffer bytes = {0};
        FileLog *outer = file_log_use(NULL);
        root = tree_of_xml(arena, doc, arena_strdup(arena, path));
        if (root && file_read(path, 64 << 20, &bytes) == 0 && bytes.data) buffer_putc(&bytes, '\0'), find_places(root, bytes.data);
        file_log_use(outer);
        buffer_free(&bytes);
    }
    else {
        const xmlError *error = xmlCtxtGetLastError(parser);
        char *text = arena_printf(arena, "%s:%d: %s", path, error ? error->line : 0,
                                  error && error->message ? error->message : "?");
        for (char *c = text; *c; c++) if (*c == '\n') *c = ' ';
        *why = text;
    }
    xmlFreeDoc(doc);
    xmlFreeParserCtxt(parser);
    return root;
}

static void copy_to_xml(xmlDoc *doc, xmlNode *to, const Node *from, xmlNs *ns) {
    for (const Node *n = from->first; n; n = n->next) {
        if (language_is_empty(n)) continue; /* no heading, bullet or frame around nothing; the rules have told */
        if (n->kind == NODE_TEXT) {
            xmlAddChild(to, xmlNewDocText(doc, (const xmlChar *)n->text));
            continue;
        }
        xmlNode *e = xmlNewDocNode(doc, ns, (const xmlChar *)n->name, NULL);
        e->_private = (void *)n;
        for (const Attribute *a = n->attributes; a; a = a->next)
            xmlNewProp(e, (const xmlChar *)a->name, (const xmlChar *)a->value);
        xmlAddChild(to, e);
        copy_to_xml(doc, e, n, ns);
    }
}

xmlDoc *xml_of_tree(const Node *root, const char *namespace) {
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *top = xmlNewDocNode(doc, NULL, (const xmlChar *)root->name, NULL);
    xmlNs *ns = xmlNewNs(top, (const xmlChar *)namespace, NULL);
    xmlSetNs(top, ns);
    top->_private = (void *)root;
    for (const Attribute *a = root->attributes; a; a = a->next)
        xmlNewProp(top, (const xmlChar *)a->name, (const xmlChar *)a->value);
    xmlDocSetRootElement(doc, top);
    copy_to_xml(doc, top, root, ns);
    return doc;
}
