/* The functions of namespace urn:nl:jaarverslag:functies, by which a stylesheet asks for facts:
 *
 *   f:feit(id)            the value as exact text, "" when unknown or absent
 *   f:bestaat(id)         is there such a fact?
 *   f:status(id)          known, unknown, partial, withheld (known, but not for these readers), or ""
 *   f:vergelijk(id, met)  -1, 0 or 1: how the exact value, whatever is still missing, compares with a number or another
 *                         fact; "" when that is not certain
 *   f:tekst-naast(id, id2) the value as a reader sees it beside that of another fact: with as many decimals as keep
 *                         them apart
 *   f:eenheid(id)         studenten, EUR, %, uur, ..., or ""
 *   f:eenheid-bij(id)     the same as it is said behind the value: student after 1
 *   f:omschrijving(id)    what it is: Studenten, totaal
 *   f:tekst(id, vorm)     the value as a reader sees it (forms of number/@as)
 *   f:getal(tekst, vorm)  a number of the input ("3922.00") likewise; plain when no form is given; what is no number
 *                         comes back as it is
 *   f:datum(iso)          12 juli 2021
 *   f:plaats(knoop)       file:line:column of an input node, for messages
 *   f:toonbaar(figuur)    is there a figure of this kind, and does the input have what it shows?
 *   f:lijst(naam)         the root of a tree beside the input ("bevindingen", "wijzigingen-versie"), or nothing
 *   f:gewijzigd(plaats)   does the previous version say otherwise what stands there?
 *   f:feiten()            every fact, as elements <feit> in order of id (below)
 *   f:feiten(ids)         these facts and all they rest on; ids: names with spaces between, or nodes that hold names
 *   f:jaren()             the school years that have facts, oldest first: elements <jaar>2019-2020</jaar>; the year of
 *                         the document is the last
 *   f:jaren(ids)          only those years in which one of these facts has a value
 *   f:in-jaar(id, jaar)   the name of a fact in that year: studenten.totaal@2019-2020, or the id itself in the
 *                         year of the document
 *
 * A <feit> (namespace urn:nl:jaarverslag:feiten:1) has what `jaarverslag facts --format xml` writes, and for readers
 * @tekst (the value with its unit), @onafgerond (only when the value was rounded), @gegeven="ja" (it stands in the
 * input as it is, no calculation). Inside: <term omschrijving tekst [feit]>, <ontbreekt wat omschrijving>, and per
 * file one <bron bestand regels>: the lines as "3–19, 22", the file as seen from the input's folder. */
#include "template/functions.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/documents.h>
#include <libxslt/xsltInternals.h>
#include <string.h>

#include "base/number.h"
#include "base/unit.h"
#include "calc/figure_data.h"
#include "template/facts.h"
#include "document/resolve.h"
#include "template/xml.h"


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

/* What to compare with: a number as it stands, else a fact of that name that is known. */
static bool operand(Run *run, const char *text, Fraction *out) {
    Decimal number;
    const Fact *fact = ledger_get(run->ledger, text);
    bool plain = decimal_parse(text, &number);
    if (!plain && (!fact || fact->status != FACT_KNOWN)) return false;
    *out = plain ? fraction_of(number) : fact_exactly(fact);
    return true;
}

static void f_vergelijk(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 2 || !run) { xmlXPathSetArityError(context); return; }
    const char *with = pop_string(run->arena, context);
    const Fact *fact = pop_fact(run, context);
    Fraction other;
    int order;
    bool certain = operand(run, with, &other) && fact_compare(fact, other, &order);
    push_string(context, !certain ? "" : order < 0 ? "-1" : order > 0 ? "1" : "0");
}

static void f_tekst_naast(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 2 || !run) { xmlXPathSetArityError(context); return; }
    const Fact *other = pop_fact(run, context), *fact = pop_fact(run, context);
    bool both = fact_has_value(fact) && fact_has_value(other);
    push_string(context, both ? fact_beside(run->arena, fact, other, run->language) : fact ? fact_as(run->arena, run->ledger, fact->id, NULL, run->language) : "");
}

static void f_eenheid(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const Fact *fact = pop_fact(run, context);
    push_string(context, fact ? fact->unit : "");
}

static void f_eenheid_bij(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const Fact *fact = pop_fact(run, context);
    bool seen = fact && (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL);
    push_string(context, !fact ? "" : seen ? unit_word(fact->value, fact->unit) : fact->unit);
}

static void f_omschrijving(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const Fact *fact = pop_fact(run, context);
    push_string(context, fact ? fact->label : "");
}

static void f_tekst(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n < 1 || n > 2 || !run) { xmlXPathSetArityError(context); return; }
    const char *form = n == 2 ? pop_string(run->arena, context) : NULL;
    push_string(context, fact_as(run->arena, run->ledger, pop_string(run->arena, context), form, run->language));
}

static void f_getal(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n < 1 || n > 2 || !run) { xmlXPathSetArityError(context); return; }
    const char *form = n == 2 ? pop_string(run->arena, context) : "plain", *text = pop_string(run->arena, context);
    Decimal value;
    push_string(context, decimal_parse(text, &value) ? decimal_as(run->arena, value, value, form, run->language) : text);
}

static void f_datum(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const char *iso = pop_string(run->arena, context), *text = date_text(run->arena, iso, run->language);
    push_string(context, text ? text : iso);
}

/* The input node of the argument (of n arguments, none: where the stylesheet is); NULL for what is none. */
static const Node *pop_node(const Run *run, xmlXPathParserContext *context, int n) {
    xmlXPathObject *object = n == 1 ? valuePop(context) : NULL;
    xmlNode *node = n == 0 ? context->context->node : NULL;
    if (object && object->type == XPATH_NODESET && object->nodesetval && object->nodesetval->nodeNr > 0)
        node = object->nodesetval->nodeTab[0];
    while (node && node->type != XML_ELEMENT_NODE) node = node->parent;
    const Node *from = node && node->doc != run->facts ? node->_private : NULL;
    xmlXPathFreeObject(object);
    return from;
}

static void f_plaats(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n > 1 || !run) { xmlXPathSetArityError(context); return; }
    const Node *from = pop_node(run, context, n);
    push_string(context, from && from->place.file
                             ? arena_printf(run->arena, "%s:%d:%d", from->place.file, from->place.line, from->place.column) : "");
}

static bool shows_data(const Run *run, const Node *node) {
    const Figure figure = figure_read(node);
    const FigureKind *kind = figure_kind(run->figures, &figure);
    return kind && figure_has_data(run->arena, kind, &figure, run->input, run->ledger);
}

static void f_toonbaar(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const Node *figure = pop_node(run, context, n);
    valuePush(context, xmlXPathNewBoolean(figure && shows_data(run, figure)));
}

static const xmlNode *facts_of(Run *run, xmlXPathParserContext *context) {
    if (!run->facts) {
        run->facts = xml_of_facts(run);
        if (run->facts) xsltNewDocument(xsltXPathGetTransformContext(context), run->facts);
    }
    return run->facts ? xmlDocGetRootElement(run->facts) : NULL;
}

/* The names in an argument: the words of a string, or the string values of nodes. */
static const char **pop_ids(Run *run, xmlXPathParserContext *context, int *count) {
    xmlXPathObject *object = valuePop(context);
    Buffer words = {0};
    if (object && (object->type == XPATH_NODESET || object->type == XPATH_XSLT_TREE)) {
        for (int i = 0; object->nodesetval && i < object->nodesetval->nodeNr; i++) {
            xmlChar *text = xmlXPathCastNodeToString(object->nodesetval->nodeTab[i]);
            buffer_printf(&words, "%s ", text ? (const char *)text : "");
            xmlFree(text);
        }
    } else if (object) {
        xmlChar *text = xmlXPathCastToString(object);
        buffer_puts(&words, text ? (const char *)text : "");
        xmlFree(text);
    }
    xmlXPathFreeObject(object);
    char *all = arena_strndup(run->arena, words.data ? words.data : "", words.size);
    const char **ids = ARENA_ARRAY(run->arena, words.size / 2 + 1, const char *);
    buffer_free(&words);
    *count = 0;
    char *rest = NULL;
    for (char *word = strtok_r(all, " \t\r\n", &rest); word; word = strtok_r(NULL, " \t\r\n", &rest)) ids[(*count)++] = word;
    return ids;
}

static void mark(const Ledger *ledger, Map *wanted, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    if (!fact || map_get(wanted, id)) return;
    map_put(wanted, fact->id, (void *)fact);
    for (int i = 0; i < fact->term_count; i++) mark(ledger, wanted, fact->terms[i].fact);
}

static void f_feiten(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n > 1 || !run) { xmlXPathSetArityError(context); return; }
    Map *wanted = n == 1 ? map_new(run->arena) : NULL;
    int count = 0;
    const char **ids = n == 1 ? pop_ids(run, context, &count) : NULL;
    for (int i = 0; i < count; i++) mark(run->ledger, wanted, ids[i]);
    const xmlNode *root = facts_of(run, context);
    xmlXPathObject *result = xmlXPathNewNodeSet(NULL);
    for (xmlNode *f = root ? root->children : NULL; f && result; f = f->next) {
        const Fact *fact = f->_private;
        if (fact && (!wanted || map_get(wanted, fact->id))) xmlXPathNodeSetAddUnique(result->nodesetval, f);
    }
    valuePush(context, result);
}

static const char *own_year(const Run *run) {
    return node_get_or(run->input, "schooljaar", "");
}

static const char *in_year(Run *run, const char *id, const char *year) {
    return strcmp(year, own_year(run)) ? arena_printf(run->arena, "%s@%s", id, year) : id;
}

static void f_jaren(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n > 1 || !run) { xmlXPathSetArityError(context); return; }
    int count = 0;
    const char **ids = n == 1 ? pop_ids(run, context, &count) : NULL;
    const xmlNode *root = facts_of(run, context);
    xmlXPathObject *result = xmlXPathNewNodeSet(NULL);
    for (xmlNode *j = root ? root->children : NULL; j && result; j = j->next) {
        if (strcmp((const char *)j->name, "jaar") != 0) continue;
        const char *year = (const char *)j->children->content;
        bool has = n == 0;
        for (int i = 0; i < count && !has; i++) {
            const Fact *fact = ledger_get(run->ledger, in_year(run, ids[i], year));
            has = fact && (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL);
        }
        if (has) xmlXPathNodeSetAddUnique(result->nodesetval, j);
    }
    valuePush(context, result);
}

static void f_in_jaar(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 2 || !run) { xmlXPathSetArityError(context); return; }
    const char *year = pop_string(run->arena, context), *id = pop_string(run->arena, context);
    push_string(context, in_year(run, id, year));
}

static void f_lijst(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const char *name = pop_string(run->arena, context);
    xmlDoc *doc = map_get(run->lists, name);
    const Node *tree = !doc && run->extras && run->extras->tree ? run->extras->tree(run->extras->data, name) : NULL;
    if (tree) {
        map_put(run->lists, name, doc = xml_of_tree(tree, INPUT));
        xsltNewDocument(xsltXPathGetTransformContext(context), doc);
    }
    valuePush(context, xmlXPathNewNodeSet(doc ? xmlDocGetRootElement(doc) : NULL));
}

static void f_gewijzigd(xmlXPathParserContext *context, int n) {
    Run *run = run_of(context);
    if (n != 1 || !run) { xmlXPathSetArityError(context); return; }
    const char *place = pop_string(run->arena, context);
    valuePush(context, xmlXPathNewBoolean(run->extras && run->extras->changed && run->extras->changed(run->extras->data, place)));
}

void functions_register(void) {
    static const struct { const char *name; xmlXPathFunction function; } CALLS[] = {
        {"feit", f_feit}, {"bestaat", f_bestaat}, {"status", f_status}, {"tekst", f_tekst}, {"getal", f_getal}, {"datum", f_datum}, {"plaats", f_plaats}, {"toonbaar", f_toonbaar},
        {"vergelijk", f_vergelijk}, {"tekst-naast", f_tekst_naast}, {"eenheid", f_eenheid}, {"eenheid-bij", f_eenheid_bij}, {"omschrijving", f_omschrijving}, {"feiten", f_feiten}, {"jaren", f_jaren}, {"in-jaar", f_in_jaar},
        {"lijst", f_lijst}, {"gewijzigd", f_gewijzigd}};
    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++)
        xsltRegisterExtModuleFunction((const xmlChar *)CALLS[i].name, (const xmlChar *)FUNCTIONS, CALLS[i].function);
}
