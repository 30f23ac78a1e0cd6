/* The ledger as a libxml2 document: what `facts --format xml` writes, with words for readers. */
#include "template/facts.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "base/unit.h"
#include "document/withhold.h"

#define FACTS "urn:nl:jaarverslag:feiten:1"

typedef struct Maker {
    Run *run;
    xmlNs *ns;
    const char *folder; /* of the input, with its slash; "" when there is none */
} Maker;

static void set(xmlNode *node, const char *name, const char *value) {
    xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static xmlNode *child(const Maker *m, xmlNode *parent, const char *name) {
    return xmlNewChild(parent, m->ns, (const xmlChar *)name, NULL);
}

/* The value with its unit: "€ 70,00", "67%", "246 studenten"; "?" when unknown. */
static const char *worded(const Maker *m, Decimal value, const char *unit) {
    Arena *arena = m->run->arena;
    if (!strcmp(unit, "EUR")) return number_text(arena, value, NUMBER_EURO, m->run->language);
    if (!strcmp(unit, "%")) return number_text(arena, value, NUMBER_PERCENT, m->run->language);
    const char *text = number_text(arena, value, NUMBER_PLAIN, m->run->language);
    return *unit ? arena_printf(arena, "%s\u00a0%s", text, unit_word(value, unit)) : text;
}

/* Is there a value that the readers of this document may see? */
static bool is_shown(const Fact *fact) {
    return fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL;
}

static void add_term(const Maker *m, xmlNode *parent, const Term *term) {
    Arena *arena = m->run->arena;
    const Fact *fact = term->fact ? ledger_get(m->run->ledger, term->fact) : NULL;
    xmlNode *node = child(m, parent, "term");
    set(node, "naam", term->name);
    set(node, "omschrijving", fact ? fact->label : term->name);
    if (fact) set(node, "feit", term->fact);
    bool shown = term->known && (fact ? is_shown(fact) : !term->fact); /* a fact that was left out keeps its value to itself */
    if (shown) set(node, "waarde", decimal_text(arena, term->value));
    set(node, "tekst", !shown ? "?" : worded(m, term->value, fact ? fact->unit : ""));
}

static const char *file_from_folder(const Maker *m, const char *file) {
    size_t n = strlen(m->folder);
    return strncmp(file, m->folder, n) == 0 ? file + n : file;
}

/* The lines of one file from place i on, as "3–19, 22"; the index of the next file's first place. */
static int add_source(const Maker *m, xmlNode *parent, const Fact *fact, int i) {
    Buffer lines = {0};
    int k = i;
    while (k < fact->source_count && !strcmp(fact->sources[k].file, fact->sources[i].file)) {
        int first = fact->sources[k].line, last = first;
        for (k++; k < fact->source_count && !strcmp(fact->sources[k].file, fact->sources[i].file) && fact->sources[k].line <= last + 1; k++)
            last = fact->sources[k].line;
        buffer_printf(&lines, "%s%d", lines.size ? ", " : "", first);
        if (last > first) buffer_printf(&lines, "–%d", last);
    }
    xmlNode *node = child(m, parent, "bron");
    set(node, "bestand", file_from_folder(m, fact->sources[i].file));
    set(node, "regels", lines.data);
    buffer_free(&lines);
    return k;
}

/* Stands in the input as it is: one value, nothing to calculate. */
static bool is_given(const Fact *fact) {
    return fact->term_count <= 1 && (fact->term_count == 0 || !fact->terms[0].fact);
}

static void add_fact(const Maker *m, xmlNode *root, const Fact *fact) {
    Arena *arena = m->run->arena;
    bool known = is_shown(fact);
    xmlNode *node = child(m, root, "feit");
    node->_private = (void *)fact;
    set(node, "id", fact->id);
    set(node, "eenheid", fact->unit);
    set(node, "status", fact_status_name(fact->status));
    set(node, "omschrijving", fact->label);
    set(node, "formule", fact->formula);
    set(node, "tekst", known ? worded(m, fact->value, fact->unit) : fact->status == FACT_WITHHELD ? WITHHELD_MARK : "?");
    if (known) set(node, "waarde", decimal_text(arena, fact->value));
    if (known) set(node, "exact", decimal_text(arena, fact->exact));
    if (known && decimal_compare(fact->value, fact->exact)) set(node, "onafgerond", number_text(arena, fact->exact, NUMBER_PLAIN, m->run->language));
    if (fact->status == FACT_WITHHELD) return;
    if (is_given(fact)) set(node, "gegeven", "ja");
    for (int i = 0; i < fact->term_count; i++) add_term(m, node, &fact->terms[i]);
    for (int i = 0; i < fact->missing_count; i++) {
        const Fact *missing = ledger_get(m->run->ledger, fact->missing[i]);
        xmlNode *n = child(m, node, "ontbreekt");
        set(n, "wat", fact->missing[i]);
        set(n, "omschrijving", missing ? missing->label : fact->missing[i]);
    }
    for (int i = 0; i < fact->source_count;) i = add_source(m, node, fact, i);
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_years(const Maker *m, xmlNode *root) {
    const Ledger *ledger = m->run->ledger;
    Map *years = map_new(m->run->arena);
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const char *at = strchr(ledger_at(ledger, i)->id, '@');
        if (at && at[1] >= '0' && at[1] <= '9') map_put(years, at + 1, (void *)(at + 1)); /* not @vorige-versie */
    }
    size_t count = map_count(years);
    const char **list = ARENA_ARRAY(m->run->arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++) list[i] = map_value(years, i);
    qsort(list, count, sizeof *list, compare_texts);
    const char *own = node_get(m->run->input, "schooljaar");
    if (own) list[count++] = own;
    for (size_t i = 0; i < count; i++) xmlNewTextChild(root, m->ns, (const xmlChar *)"jaar", (const xmlChar *)list[i]);
}

xmlDoc *xml_of_facts(Run *run) {
    const char *file = run->input->place.file ? run->input->place.file : "", *slash = strrchr(file, '/');
    Maker m = {.run = run, .folder = slash ? arena_strndup(run->arena, file, (size_t)(slash + 1 - file)) : ""};
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"feiten", NULL);
    m.ns = xmlNewNs(root, (const xmlChar *)FACTS, NULL);
    xmlSetNs(root, m.ns);
    xmlDocSetRootElement(doc, root);
    add_years(&m, root);
    for (size_t i = 0; i < ledger_count(run->ledger); i++) add_fact(&m, root, ledger_at(run->ledger, i));
    return doc;
}
