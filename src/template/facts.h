/* The ledger as nodes that a stylesheet can walk. Private to template/. */
#ifndef TEMPLATE_FACTS_H
#define TEMPLATE_FACTS_H

#include "template/functions.h"

/* <feiten> with a <feit> for every fact in order of id (its _private is the Fact), and a <jaar> for every school year
 * that has facts, oldest first, the document's own last. What they hold stands in functions.c. xmlFreeDoc it. */
xmlDoc *xml_of_facts(Run *run);

#endif
