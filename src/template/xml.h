/* The neutral tree and libxml2's: there and back. Private to template/. */
#ifndef TEMPLATE_XML_H
#define TEMPLATE_XML_H

#include <libxml/tree.h>

#include "base/tree.h"

/* Elements and text of doc as a tree; file names the places (lines only). White space alone is kept. */
Node *tree_of_xml(Arena *arena, const xmlDoc *doc, const char *file);
/* A libxml2 document of the tree in that namespace; each element's _private points to its Node. xmlFreeDoc it. */
xmlDoc *xml_of_tree(const Node *root, const char *namespace);
/* From here on every file that libxml2 opens by itself (a stylesheet and what it imports) is noted in the file log. */
void xml_note_files(void);

#endif
