/* The neutral tree and libxml2's: there and back. Private to template/. */
#ifndef TEMPLATE_XML_H
#define TEMPLATE_XML_H

#include <libxml/tree.h>

#include "base/tree.h"

/* Elements and text of doc as a tree, each element with the file and line of the stylesheet that made it (file and no line
 * when it does not tell). White space alone is kept. */
Node *tree_of_xml(Arena *arena, const xmlDoc *doc, const char *file);
/* A libxml2 document of the tree in that namespace; each element's _private points to its Node. xmlFreeDoc it. */
xmlDoc *xml_of_tree(const Node *root, const char *namespace);
/* From here on every file that libxml2 opens by itself (a stylesheet and what it imports) is noted in the file log. */
void xml_note_files(void);
/* From here on, in this thread, libxml2 opens only files below own or below program/templates (own NULL: any file).
 * A file that is not there but whose name ends in templates/… is looked for among the program's. */
void xml_confine(const char *own, const char *program);
/* The file that was refused since xml_confine, NULL: none. */
const char *xml_refused(void);

#endif
