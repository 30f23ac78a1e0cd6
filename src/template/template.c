/* Runs a stylesheet over the input: libxslt, shut off from files and network, with the ledger at hand (functions.c). */
#include "template/template.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <libexslt/exslt.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "input/xml_fault.h"
#include "template/functions.h"
#include "template/kinds.h"
#include "template/mark.h"
#include "template/messages.h"
#include "document/resolve.h"
#include "template/xml.h"


struct Template {
    xsltStylesheet *sheet;
    char *path;
    char *audience;
    Arena *arena;
    FigureKinds *figures;
};

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

static void gather_structured(void *data, XmlFault *error) {
    gather(data, "%s:%d: %s", error->file ? error->file : "", error->line, error->message ? error->message : "");
}

static void prepare_libraries(void) {
    static bool done;
    if (done) return;
    done = true;
    exsltRegisterAll();
    functions_register();
    mark_imports();
}

/* The attribute of <f:voor wie="..."/> in this stylesheet, else in those it imports; NULL when none has it. */
static xmlChar *find_audience(const xsltStylesheet *sheet, int depth) {
    const xmlNode *root = sheet->doc ? xmlDocGetRootElement(sheet->doc) : NULL;
    for (const xmlNode *n = root ? root->children : NULL; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && n->ns && xmlStrEqual(n->ns->href, (const xmlChar *)FUNCTIONS) && xmlStrEqual(n->name, (const xmlChar *)"voor"))
            return xmlGetProp(n, (const xmlChar *)"wie");
    for (const xsltStylesheet *other = sheet->imports; other && depth < 32; other = other->next) {
        xmlChar *found = find_audience(other, depth + 1);
        if (found) return found;
    }
    return NULL;
}

const char *template_audience(const Template *t) {
    return t->audience;
}

const FigureKinds *template_figures(const Template *t) {
    return t->figures;
}

/* Folder of a file, "" when there is no such file. */
static void folder_of(const char *path, char folder[PATH_MAX]) {
    if (!realpath(path, folder)) folder[0] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash) slash[slash == folder] = '\0';
}

Template *template_load(const char *stylesheet, const char *own, const char *program, Diagnostics *diagnostics) {
    prepare_libraries();
    xml_note_files();
    Buffer complaint = {0};
    char folder[PATH_MAX];
    folder_of(stylesheet, folder);
    xml_confine(own ? own : folder, program);
    xsltSetGenericErrorFunc(&complaint, gather);
    xmlSetStructuredErrorFunc(&complaint, gather_structured);
    Template *t = NULL;
    xmlDoc *doc = xmlReadFile(stylesheet, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
    if (doc) mark_stylesheet(doc);
    xsltStylesheet *sheet = doc ? xsltParseStylesheetDoc(doc) : NULL;
    if (doc && !sheet) xmlFreeDoc(doc);
    const char *refused = xml_refused();
    if (!*folder) complaint.size = 0, buffer_puts(&complaint, error_words(ENOENT));
    if (refused) complaint.size = 0, buffer_printf(&complaint, BOTH("„%s” ligt buiten de map van de invoer of van het sjabloon", "\"%s\" lies outside the folder of the input or of the template"), refused, refused);
    xml_confine(NULL, NULL);
    if (sheet && sheet->errors == 0 && complaint.size == 0) {
        t = calloc(1, sizeof *t);
        xmlChar *audience = t ? find_audience(sheet, 0) : NULL;
        if (t) t->sheet = sheet, t->path = strdup(stylesheet), t->audience = audience ? strdup((const char *)audience) : NULL;
        if (t) t->arena = arena_new(), t->figures = kinds_of_stylesheet(t->arena, sheet);
        xmlFree(audience);
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
    arena_free(t->arena);
    free(t->path);
    free(t->audience);
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

Document *template_run(Arena *arena, Template *t, const Node *input, const Ledger *ledger, const Extras *extras,
                       const char *const *parameters, Diagnostics *diagnostics) {
    Buffer complaint = {0};
    Run run = {.arena = arena, .ledger = ledger, .input = input, .language = node_get_or(input, "taal", "nl"), .extras = extras, .figures = t->figures, .lists = map_new(arena)};
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
    if (context && context->state == XSLT_STATE_STOPPED && complaint.size)
        diagnostics_report(diagnostics, &D208_TEMPLATE_LACKS, input->place, (Report){.arguments = {arena_strndup(arena, complaint.data, complaint.size - (complaint.data[complaint.size - 1] == ' '))}});
    else if (failed || !root)
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
