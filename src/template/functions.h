/* The functions that a stylesheet may call, and what they need to know of the run. Private to template/. */
#ifndef TEMPLATE_FUNCTIONS_H
#define TEMPLATE_FUNCTIONS_H

#include <libxml/tree.h>

#include "template/template.h"

#define FUNCTIONS "urn:nl:jaarverslag:functies"
#define INPUT "urn:nl:jaarverslag:1"

/* One run of a stylesheet; the transform context's _private. */
typedef struct Run {
    Arena *arena;
    const Ledger *ledger;
    const Node *input;    /* its root: year and folder of the document */
    const char *language; /* "nl" or "en" */
    const Extras *extras; /* NULL: none */
    const FigureKinds *figures; /* that the stylesheet makes */
    Map *lists;           /* name -> xmlDoc of a tree beside the input that was asked for; the context owns them */
    xmlDoc *facts;        /* made when a stylesheet first asks; the transform context owns it */
} Run;

/* Once, before any stylesheet is run. */
void functions_register(void);

#endif
