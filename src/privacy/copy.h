/* The one copier for a version that not everybody's data may stand in: the public one and that of one recipient.
 * Private to privacy/.
 *
 * It walks the marked input and asks for every element and attribute what its description says. There is no default:
 * an element or attribute that the language does not know, or a tree that nobody marked, stays out. */
#ifndef PRIVACY_COPY_H
#define PRIVACY_COPY_H

#include "language/language.h"

typedef struct CopyRules {
    void *data;
    Arena *arena;
    /* Does the element stand in the copy? described: never NULL. */
    bool (*stands)(const void *data, const Node *element, const LanguageElement *described);
    /* The value in the copy; NULL: the attribute stays out. described: never NULL. */
    const char *(*value)(const void *data, const Node *element, const Attribute *attribute,
                         const LanguageAttribute *described);
    const char *(*words)(const void *data, const char *text);
    /* What of its content the copy begins with (else the first); *open: without the element around it. */
    const Node *(*content)(const void *data, const Node *element, bool *open);
    /* The copy is made, and that many elements of its own did not come along. False: it does not stand there after all.
     */
    bool (*finish)(const void *data, Node *copy, const Node *element, int left_out);
} CopyRules;

/* A marked copy; never NULL. */
Node *copy_tree(const CopyRules *rules, const Node *root);

#endif
