/* Turns libxml2 documents into the neutral tree, and the neutral tree into a document a stylesheet can read. */
#include "template/xml.h"

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/file_log.h"
#include "language/language.h"
#include "template/functions.h"
#include "template/mark.h"

static bool is_mark(const xmlAttr *a) {
    return a->ns && xmlStrEqual(a->name, BAD_CAST MARK) && xmlStrEqual(a->ns->href, BAD_CAST FUNCTIONS);
}

/* before: a place whose file name is used again when it is the same. */
static Place place_of_mark(Arena *arena, const xmlAttr *a, Place before) {
    const char *text = a->children ? (const char *)a->children->content : NULL, *colon = text ? strrchr(text, ':') : NULL;
    if (!colon) return before;
    size_t size = (size_t)(colon - text);
    bool same = before.file && strlen(before.file) == size && !strncmp(before.file, text, size);
    return (Place){same ? before.file : arena_strndup(arena, text, size), atoi(colon + 1), 0};
}

static void copy_children(Arena *arena, Node *to, const xmlNode *from, const char *file) {
    for (const xmlNode *n = from->children; n; n = n->next) {
        Place place = {file, 0, 0};
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
            node_append(to, node_text(arena, arena_strdup(arena, (const char *)n->content), place));
        } else if (n->type == XML_ELEMENT_NODE) {
            Node *e = node_element(arena, arena_strdup(arena, (const char *)n->name), place);
            for (const xmlAttr *a = n->properties; a; a = a->next) {
                if (is_mark(a)) {
                    e->place = place_of_mark(arena, a, e->place);
                    file = e->place.file; /* the next one is most likely of the same */
                    continue;
                }
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

static xmlExternalEntityLoader plain_loader;

/* The door for the files of a stylesheet while it is being read: what it imports, includes and takes up as an entity. */
static _Thread_local struct { const char *own, *program; char refused[1024]; } door;

void xml_confine(const char *own, const char *program) {
    door.own = own;
    door.program = program;
    door.refused[0] = '\0';
}

const char *xml_refused(void) {
    return door.refused[0] ? door.refused : NULL;
}

static bool lies_below(const char *path, const char *folder, const char *part) {
    char wanted[PATH_MAX], real[PATH_MAX];
    if (snprintf(wanted, sizeof wanted, "%s%s", folder, part) >= (int)sizeof wanted || !realpath(wanted, real)) return false;
    size_t size = strcmp(real, "/") ? strlen(real) : 0;
    return strncmp(path, real, size) == 0 && path[size] == '/';
}

/* The file of the program that a name like /home/me/templates/lib/x.xsl stands for. */
static bool find_own(const char *name, char real[PATH_MAX]) {
    char path[PATH_MAX];
    const char *part = NULL;
    for (const char *at = strstr(name, "templates/"); at; at = strstr(at + 1, "templates/"))
        if (at == name || at[-1] == '/') part = at;
    return part && snprintf(path, sizeof path, "%s/%s", door.program, part) < (int)sizeof path && realpath(path, real);
}

/* The real path behind a name that may be opened; false when it may not, or is not there. */
static bool pass_door(const char *url, char real[PATH_MAX]) {
    char *plain = strncmp(url, "file://", 7) == 0 ? xmlURIUnescapeString(url + 7, 0, NULL)
                  : access(url, F_OK) == 0        ? NULL
                                                  : xmlURIUnescapeString(url, 0, NULL);
    const char *name = plain ? plain : url;
    bool there = realpath(name, real) || find_own(name, real);
    bool good = there && (lies_below(real, door.own, "") || lies_below(real, door.program, "/templates"));
    if (!good && !door.refused[0] && (there || strstr(name, "://"))) snprintf(door.refused, sizeof door.refused, "%s", name);
    xmlFree(plain);
    return good;
}

/* file_read notes what it reads; libxml2 reads for itself, so that its files are noted here. */
static xmlParserInput *note_and_load(const char *url, const char *id, xmlParserCtxt *context) {
    char real[PATH_MAX];
    if (door.own && (!url || !pass_door(url, real))) return NULL;
    if (door.own) url = real;
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
