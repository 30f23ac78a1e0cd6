/* The functions that a stylesheet may call, and what they need to know of the run. Private to template/. */
#ifndef TEMPLATE_FUNCTIONS_H
#define TEMPLATE_FUNCTIONS_H

#include <libxml/tree.h>

#include "calc/ledger.h"

#define FUNCTIONS "urn:nl:jaarverslag:functies"

/* One run of a stylesheet; the transform context's _private. */
typedef struct Run {
    Arena *arena;
    const Ledger *ledger;
    const Node *input;    /* its root: year and folder of the document */
    const char *language; /* "nl" or "en" */
    xmlDoc *facts;        /* made when a stylesheet first asks; the transform context owns it */
} Run;

/* Once, before any stylesheet is run. */
void functions_register(void);

#endif
