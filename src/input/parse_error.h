/* What libxml2 says about XML that is not well-formed, in sentences of our own. Private to input/. */
#ifndef INPUT_PARSE_ERROR_H
#define INPUT_PARSE_ERROR_H

#include <libxml/parser.h>

#include "input/source.h"
#include "input/xml_fault.h"

typedef struct ParseState {
    Loader *loader;
    const Source *source;
    xmlParserCtxt *main; /* not those that libxml2 makes for entities */
    size_t after;        /* offset behind the last tag, comment or instruction: where text begins */
    bool broken, reported;
} ParseState;

/* Offset in the source's text that the parser has come to, and its place. */
size_t parse_offset(const ParseState *state);
Place parse_place(const ParseState *state);
/* Structured error handler of a parser whose _private is the ParseState. */
void parse_error(void *context, XmlFault *error);

#endif
