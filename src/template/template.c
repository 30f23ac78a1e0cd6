/* Runs a stylesheet over the input: libxslt, shut off from files and network, with the ledger at hand.
 *
 * Functions that a stylesheet may call (namespace urn:nl:jaarverslag:functies):
 *   f:feit(id)            the value as exact text, "" when unknown or absent
 *   f:bestaat(id)         is there such a fact?
 *   f:status(id)          known, unknown, partial, or ""
 *   f:tekst(id, vorm)     the value as a reader sees it (forms of number/@as)
 *   f:datum(iso)          12 juli 2021
 *   f:plaats(knoop)       file:line:column of an input node, for messages */
#include "template/document.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <libexslt/exslt.h>
#include <stdarg.h>
#include <string.h>

#include "base/number.h"
#include "template/messages.h"
#include "template/resolve.h"
#include "template/xml.h"

#define FUNCTIONS "urn:nl:jaarverslag:functies"
#define INPUT "urn:nl:jaarverslag:1"

struct Template {
    xsltStylesheet *sheet;
    char *path;
};

typedef struct Run {
    Arena *arena;
    const Ledger *ledger;
    const char *language;
    Buffer *complaint;
} Run;

static Run *run_of(xmlXPathParserContext *context) {
    xsltTransformContext *t = xsltXPathGetTransformContext(context);
    return t ? t->_private : NULL;
}

static char *pop_string(Arena *arena, xmlXPathParserContext *context) {
    xmlChar *s = xmlXPathPopString(context);
    char *copy = arena_strdup(arena, s ? (const char *)s : "");
    xmlFree(s);
    return copy;
}

static void push_string(xmlXPathParserContext *context, const char *text) {
    valuePush(context, xmlXPathNewCString(text ? text : ""));
}

static const Fact *pop_fact(Run *run, xmlXPathParserContext *context) {
    return ledger_get(run->ledger, pop_string(run->arena, context));
}

static void f_feit(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const Fact *fact = pop_fact(run, context);
    push_string(context, fact ? fact_text(run->arena, fact) : "");
}

static void f_bestaat(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    valuePush(context, xmlXPathNewBoolean(pop_fact(run, context) != NULL));
}

static void f_status(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const Fact *fact = pop_fact(run, context);
    push_string(context, fact ? fact_status_name(fact->status) : "");
}

static void f_tekst(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n < 1 || n > 2 || !run) { xmlXPathSetArityError(context); return; }
    const char *form = n == 2 ? pop_string(run->arena, context) : NULL;
    push_string(context, fact_as(run->arena, run->ledger, pop_string(run->arena, context), form, run->language));
}

static void f_datum(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const char *iso = pop_string(run->arena, context), *text = date_text(run->arena, iso, run->language);
    push_string(context, text ? text : iso);
}

static void f_plaats(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n > 1 || !run) { xmlXPathSetArityError(context); return; }
    xmlXPathObject *object = n == 1 ? valuePop(context) : NULL;
    xmlNode *node = n == 0 ? context->context->node : NULL;
    if (object && object->type == XPATH_NODESET && object->nodesetval && object->nodesetval->nodeNr > 0)
        node = object->nodesetval->nodeTab[0];
    while (node && node->type != XML_ELEMENT_NODE) node = node->parent;
    const Node *from = node ? node->_private : NULL;
    push_string(context, from && from->place.file
                             ? arena_printf(run->arena, "%s:%d:%d", from->place.file, from->place.line, from->place.column) : "");
    xmlXPathFreeObject(object);
}

static const struct { const char *name; xmlXPathFunction function; } CALLS[] = {
    {"feit", f_feit}, {"bestaat", f_bestaat}, {"status", f_status}, {"tekst", f_tekst}, {"datum", f_datum}, {"plaats", f_plaats}};

/* libxml2 and libxslt complain in pieces; they are gathered into one line. */
__attribute__((format(printf, 2, 3))) static void gather(void *data, const char *format, ...) {
    char piece[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    for (char *c = piece; *c; c++) if (*c == '\n') *c = ' ';
    Buffer *out = data;
    if (out && out->size < 4000) buffer_puts(out, piece);
}

static void gather_structured(void *data, xmlErrorPtr error) {
    gather(data, "%s:%d: %s", error->file ? error->file : "", error->line, error->message ? error->message : "");
}

static void prepare_libraries(void) {
    static bool done;
    if (done) return;
    done = true;
    exsltRegisterAll();
    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++)
        xsltRegisterExtModuleFunction((const xmlChar *)CALLS[i].name, (const xmlChar *)FUNCTIONS, CALLS[i].function);
}

Template *template_load(const char *stylesheet, Diagnostics *diagnostics) {
    prepare_libraries();
    xml_note_files();
    Buffer complaint = {0};
    xsltSetGenericErrorFunc(&complaint, gather);
    xmlSetStructuredErrorFunc(&complaint, gather_structured);
    Template *t = NULL;
    xmlDoc *doc = xmlReadFile(stylesheet, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT);
    xsltStylesheet *sheet = doc ? xsltParseStylesheetDoc(doc) : NULL;
    if (doc && !sheet) xmlFreeDoc(doc);
    if (sheet && sheet->errors == 0) {
        t = calloc(1, sizeof *t);
        if (t) t->sheet = sheet, t->path = strdup(stylesheet);
    } else {
        xsltFreeStylesheet(sheet);
        Place place = {stylesheet, 0, 0};
        diagnostics_report(diagnostics, &D201_TEMPLATE_UNREADABLE, place,
                           (Report){.arguments = {complaint.data ? complaint.data : "?"}});
    }
    xsltSetGenericErrorFunc(NULL, NULL);
    xmlSetStructuredErrorFunc(NULL, NULL);
    buffer_free(&complaint);
    return t;
}

void template_free(Template *t) {
    if (!t) return;
    xsltFreeStylesheet(t->sheet);
    free(t->path);
    free(t);
}

/* A stylesheet works on its input alone. */
static xsltSecurityPrefs *locked(void) {
    static const xsltSecurityOption ALL[] = {XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                                             XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
    xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
    for (size_t i = 0; prefs && i < sizeof ALL / sizeof *ALL; i++) xsltSetSecurityPrefs(prefs, ALL[i], xsltSecurityForbid);
    return prefs;
}

Document *template_run(Arena *arena, Template *t, const Node *input, const Ledger *ledger, const char *const *parameters,
                       Diagnostics *diagnostics) {
    Buffer complaint = {0};
    Run run = {arena, ledger, node_get_or(input, "taal", "nl"), &complaint};
    Document *document = NULL;
    xmlDoc *source = xml_of_tree(input, INPUT), *result = NULL;
    xsltSecurityPrefs *prefs = locked();
    xsltTransformContext *context = xsltNewTransformContext(t->sheet, source);
    Place place = {arena_strdup(arena, t->path), 0, 0};
    if (context && prefs && xsltSetCtxtSecurityPrefs(prefs, context) == 0) {
        context->_private = &run;
        context->maxTemplateDepth = 1000;
        xsltSetTransformErrorFunc(context, &complaint, gather);
        xmlSetStructuredErrorFunc(&complaint, gather_structured);
        if (parameters) xsltQuoteUserParams(context, (const char **)parameters);
        result = xsltApplyStylesheetUser(t->sheet, source, NULL, NULL, NULL, context);
        xmlSetStructuredErrorFunc(NULL, NULL);
    }
    bool failed = !context || context->state != XSLT_STATE_OK || !result;
    Node *root = failed ? NULL : tree_of_xml(arena, result, place.file);
    if (failed || !root)
        diagnostics_report(diagnostics, &D202_TEMPLATE_FAILED, place, (Report){.arguments = {complaint.data ? complaint.data : "geen document"}});
    else {
        if (complaint.size)
            diagnostics_report(diagnostics, &D207_TEMPLATE_SAYS, place, (Report){.arguments = {complaint.data}});
        document = document_of_tree(arena, root, ledger, diagnostics);
    }
    xmlFreeDoc(result);
    xsltFreeTransformContext(context);
    xsltFreeSecurityPrefs(prefs);
    xmlFreeDoc(source);
    buffer_free(&complaint);
    return document;
}
