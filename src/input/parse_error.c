/* What libxml2 says about XML that is not well-formed, in sentences of our own.
 *
 * After some faults libxml2's idea of the tree is still right (a bare &), and reading goes on to find the others;
 * after others (an end tag that does not match) all that follows would be noise, and only the first is told. */
#include "input/parse_error.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "input/messages.h"

size_t parse_offset(const ParseState *state) {
    const xmlParserInput *in = state->main->inputNr ? state->main->inputTab[0] : NULL;
    if (!in || !in->cur) return 0;
    size_t offset = (size_t)in->consumed + (size_t)(in->cur - in->base);
    return offset < state->source->size ? offset : state->source->size;
}

Place parse_place(const ParseState *state) {
    return source_place(state->source, parse_offset(state));
}

typedef struct Known {
    int code;
    const Message *message;
    bool breaks; /* the tree is of no use after it */
} Known;

static const Known known[] = {
    {XML_ERR_TAG_NAME_MISMATCH, &I110_TAG_MISMATCH, true}, {XML_ERR_TAG_NOT_FINISHED, &I111_PREMATURE_END, true},
    {XML_ERR_NAME_REQUIRED, &I112_AMPERSAND, false}, {XML_ERR_ENTITYREF_SEMICOL_MISSING, &I112_AMPERSAND, false},
    {XML_ERR_ENTITYREF_NO_NAME, &I112_AMPERSAND, false}, {XML_ERR_UNDECLARED_ENTITY, &I113_UNKNOWN_ENTITY, false},
    {XML_WAR_UNDECLARED_ENTITY, &I113_UNKNOWN_ENTITY, false},
    {XML_ERR_ATTRIBUTE_REDEFINED, &I114_DOUBLE_ATTRIBUTE, false},
    {XML_ERR_LT_IN_ATTRIBUTE, &I115_LESS_THAN, true}, {XML_ERR_ATTRIBUTE_NOT_STARTED, &I116_ATTRIBUTE_VALUE, true},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, &I116_ATTRIBUTE_VALUE, true},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, &I116_ATTRIBUTE_VALUE, true}, {XML_ERR_SPACE_REQUIRED, &I116_ATTRIBUTE_VALUE, true},
    {XML_ERR_GT_REQUIRED, &I116_ATTRIBUTE_VALUE, true}, {XML_ERR_INVALID_CHAR, &I117_CHARACTER, true},
    {XML_ERR_INVALID_CHARREF, &I117_CHARACTER, false}, {XML_ERR_ENTITY_LOOP, &I118_EXPANSION, true},
    {XML_ERR_DOCUMENT_END, &I120_AFTER_ROOT, true}, {XML_ERR_DOCUMENT_EMPTY, &I121_EMPTY, true},
    {XML_ERR_DOCUMENT_START, &I121_EMPTY, true}, {XML_NS_ERR_UNDEFINED_NAMESPACE, &I122_PREFIX, false},
    {XML_ERR_HYPHEN_IN_COMMENT, &I124_COMMENT, false}, {XML_ERR_COMMENT_NOT_FINISHED, &I124_COMMENT, true},
    {XML_ERR_RESERVED_XML_NAME, &I125_DECLARATION, false},
    {XML_ERR_XMLDECL_NOT_FINISHED, &I125_DECLARATION, true}, {XML_ERR_VERSION_MISSING, &I125_DECLARATION, false},
    {XML_ERR_UNKNOWN_VERSION, &I125_DECLARATION, false}, {XML_ERR_LTSLASH_REQUIRED, &I111_PREMATURE_END, true},
};

static const Known *find_known(int code) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == code) return &known[i];
    return NULL;
}

/* The start of the element that is open, for messages about its end. */
static const char *open_element(const ParseState *state, char line[16]) {
    const xmlNode *node = state->main->node;
    const char *name = state->main->name ? (const char *)state->main->name : node ? (const char *)node->name : "?";
    int number = node && node->_private ? source_place(state->source, (size_t)(uintptr_t)node->_private - 1).line : 0;
    snprintf(line, 16, "%d", number);
    return name;
}

/* Place of the fault itself, where the parser has gone past it. */
static Place fault_place(const ParseState *state, const Message *message) {
    size_t offset = parse_offset(state);
    const char *text = state->source->text;
    size_t back = offset ? offset - 1 : 0;
    int wanted = message == &I112_AMPERSAND || message == &I113_UNKNOWN_ENTITY ? '&' : message == &I110_TAG_MISMATCH ? '<' : 0;
    for (size_t steps = 0; wanted && back > 0 && steps < 200; steps++, back--)
        if (text[back] == wanted && (wanted != '<' || text[back + 1] == '/')) return source_place(state->source, back);
    return source_place(state->source, offset);
}

static void report_known(ParseState *state, const Message *message, const xmlError *error) {
    if (message == &I112_AMPERSAND && error->message && strstr(error->message, "StartTag")) message = &I126_NAME;
    char line[16], code[24] = "";
    Report report = {.arguments = {error->str1, error->str2}};
    Place place = fault_place(state, message);
    if (message == &I110_TAG_MISMATCH) {
        const char *name = open_element(state, line);
        if (strcmp(line, "0") == 0) snprintf(line, sizeof line, "%d", error->int1);
        const char *found = state->source->text + parse_offset(state);
        const char *start = found;
        if (start > state->source->text) start--;
        while (start > state->source->text && *start != '<') start--;
        size_t size = strncmp(start, "</", 2) == 0 ? strcspn(start + 2, "> \t\r\n<") : 0;
        char *end = size ? arena_strndup(state->loader->arena, start + 2, size) : (char *)error->str2;
        report = (Report){.arguments = {name, line, end ? end : "?"}};
    } else if (message == &I111_PREMATURE_END) {
        const char *name = open_element(state, line);
        report = (Report){.arguments = {name, line}};
    } else if (message == &I117_CHARACTER) {
        snprintf(code, sizeof code, "U+%04X", (unsigned)error->int1);
        report = (Report){.arguments = {code}};
    } else if (message == &I122_PREFIX) report = (Report){.arguments = {error->str1}};
    diagnostics_report(state->loader->diagnostics, message, place, report);
}

static void report_other(ParseState *state, const xmlError *error) {
    const char *why = error->message ? error->message : "?";
    char *line = arena_strndup(state->loader->arena, why, strcspn(why, "\n"));
    const Message *message = &I123_OTHER_XML;
    Report report = {.arguments = {line}};
    if (error->code == XML_ERR_INTERNAL_ERROR && strstr(line, "depth")) {
        message = &I105_TOO_DEEP;
        report = (Report){.arguments = {"256"}};
    } else if (strstr(line, "huge") || strstr(line, "Huge") || strstr(line, "too long")) {
        message = &I104_TOO_LARGE;
        report = (Report){.arguments = {"10 MB tekst op één plaats"}};
    } else if (strstr(line, "StartTag: invalid element name")) {
        message = &I126_NAME;
        report = (Report){0};
    }
    diagnostics_report(state->loader->diagnostics, message, parse_place(state), report);
}

void parse_error(void *context, XmlFault *error) {
    ParseState *state = context ? ((xmlParserCtxt *)context)->_private : NULL;
    if (!state || error->level == XML_ERR_NONE) return;
    const Known *k = find_known(error->code);
    if (error->level == XML_ERR_WARNING && !k) return;
    if (state->broken) return; /* what follows a broken tree is noise */
    if (k) report_known(state, k->message, error);
    else report_other(state, error);
    state->reported = true;
    if (!k || k->breaks) state->broken = true;
}
