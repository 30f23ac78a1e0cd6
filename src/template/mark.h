/* Where in a stylesheet an element of its outcome was made. Private to template/. */
#ifndef TEMPLATE_MARK_H
#define TEMPLATE_MARK_H

#include <libxml/tree.h>

#define MARK "plek" /* attribute in the namespace of the functions: file:line */

/* Gives every element that the stylesheet will make an attribute that tells its file and line. */
void mark_stylesheet(xmlDoc *doc);
/* From here on the stylesheets that one imports or includes are marked as well. */
void mark_imports(void);

#endif
