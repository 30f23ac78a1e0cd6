/* libxml2's schema errors as messages of our own. Private to input/. */
#ifndef INPUT_SCHEMA_ERROR_H
#define INPUT_SCHEMA_ERROR_H

#include <libxml/tree.h>

#include "input/schema.h"
#include "input/xml_fault.h"

enum { MAX_UNEXPECTED = 1000 };

typedef struct SchemaErrors {
    Arena *arena;
    Diagnostics *diagnostics;
    const Vocabulary *words;
    xmlNode *unexpected[MAX_UNEXPECTED]; /* elements that do not belong where they stand */
    int unexpected_count;
    const void *last_faulty; /* attribute or element whose value has been reported */
} SchemaErrors;

/* Structured error handler; data is the SchemaErrors. */
void schema_error(void *data, XmlFault *error);

#endif
