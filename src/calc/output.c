/* Writes the facts as CSV, JSON and XML. */
#include "calc/output.h"

#include <string.h>

#include "calc/output_parts.h"

static const char FACTS_NAMESPACE[] = "urn:nl:jaarverslag:feiten:1";

static void put_csv_field(Buffer *out, const char *text) {
    if (!strpbrk(text, "\",\r\n")) {
        buffer_puts(out, text);
        return;
    }
    buffer_putc(out, '"');
    for (const char *p = text; *p; p++) {
        if (*p == '"') buffer_putc(out, '"');
        buffer_putc(out, *p);
    }
    buffer_putc(out, '"');
}

bool source_is_new_line(const Fact *fact, int i) {
    const Place *at = &fact->sources[i];
    return i == 0 || at->line != at[-1].line || strcmp(at->file, at[-1].file) != 0;
}

const char *fact_sources(Arena *arena, const Fact *fact) {
    Buffer sources = {0};
    for (int i = 0; i < fact->source_count; i++)
        if (source_is_new_line(fact, i)) buffer_printf(&sources, "%s%s:%d", i ? "; " : "", fact->sources[i].file, fact->sources[i].line);
    const char *text = arena_strdup(arena, sources.data ? sources.data : "");
    buffer_free(&sources);
    return text;
}

static void write_csv_row(Buffer *out, Arena *scratch, const Fact *fact) {
    put_csv_field(out, fact->id);
    buffer_putc(out, ',');
    buffer_puts(out, fact_text(scratch, fact));
    buffer_putc(out, ',');
    put_csv_field(out, fact->unit);
    buffer_putc(out, ',');
    buffer_puts(out, fact_status_name(fact->status));
    buffer_putc(out, ',');
    put_csv_field(out, fact->formula);
    buffer_putc(out, ',');
    put_csv_field(out, fact_sources(scratch, fact));
    buffer_putc(out, ',');
    put_csv_field(out, fact->label);
    buffer_puts(out, "\r\n");
}

void facts_write_csv(Buffer *out, const Ledger *ledger) {
    Arena *scratch = arena_new();
    buffer_puts(out, "id,value,unit,status,formula,source,label\r\n");
    for (size_t i = 0; i < ledger_count(ledger); i++) write_csv_row(out, scratch, ledger_at(ledger, i));
    arena_free(scratch);
}

void put_json_string(Buffer *out, const char *text) {
    buffer_putc(out, '"');
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p == '"' || *p == '\\')
            buffer_printf(out, "\\%c", *p);
        else if (*p < 0x20)
            buffer_printf(out, "\\u%04x", *p);
        else
            buffer_putc(out, (char)*p);
    }
    buffer_putc(out, '"');
}

void put_json_member(Buffer *out, const char *name, const char *text) {
    put_json_string(out, name);
    buffer_puts(out, ": ");
    put_json_string(out, text);
}

void put_json_value(Buffer *out, const char *name, Arena *scratch, bool known, Decimal value) {
    put_json_string(out, name);
    buffer_puts(out, ": ");
    if (known)
        put_json_string(out, decimal_text(scratch, value));
    else
        buffer_puts(out, "null");
}

void put_json_place(Buffer *out, Place place) {
    buffer_puts(out, "{");
    put_json_member(out, "file", place.file ? place.file : "");
    buffer_printf(out, ", \"line\": %d, \"column\": %d}", place.line, place.column);
}

void put_json_head(Buffer *out, Arena *scratch, const Fact *fact) {
    bool known = fact->status != FACT_UNKNOWN;
    put_json_member(out, "id", fact->id);
    buffer_puts(out, ", ");
    put_json_member(out, "label", fact->label);
    buffer_puts(out, ", ");
    put_json_value(out, "value", scratch, known, fact->value);
    buffer_puts(out, ", ");
    put_json_value(out, "exact", scratch, known, fact->exact);
    buffer_puts(out, ", ");
    put_json_member(out, "unit", fact->unit);
    buffer_puts(out, ", ");
    put_json_member(out, "status", fact_status_name(fact->status));
    buffer_puts(out, ", ");
    put_json_member(out, "formula", fact->formula);
    buffer_puts(out, ", ");
    put_json_member(out, "counts", counts_name(fact->counts));
    buffer_puts(out, ", \"missing\": [");
    for (int i = 0; i < fact->missing_count; i++) {
        if (i) buffer_puts(out, ", ");
        put_json_string(out, fact->missing[i]);
    }
    buffer_puts(out, "]");
}

static void write_json_terms(Buffer *out, Arena *scratch, const Fact *fact) {
    buffer_puts(out, ", \"terms\": [");
    for (int i = 0; i < fact->term_count; i++) {
        const Term *term = &fact->terms[i];
        buffer_puts(out, i ? ", {" : "{");
        put_json_member(out, "name", term->name);
        buffer_puts(out, ", ");
        if (term->fact) {
            put_json_member(out, "fact", term->fact);
            buffer_puts(out, ", ");
        }
        put_json_value(out, "value", scratch, term->known, term->value);
        if (!term->fact) {
            buffer_puts(out, ", \"place\": ");
            put_json_place(out, term->place);
        }
        buffer_putc(out, '}');
    }
    buffer_puts(out, "], \"sources\": [");
    for (int i = 0; i < fact->source_count; i++) {
        if (i) buffer_puts(out, ", ");
        put_json_place(out, fact->sources[i]);
    }
    buffer_puts(out, "]");
}

void facts_write_json(Buffer *out, const Ledger *ledger) {
    Arena *scratch = arena_new();
    buffer_puts(out, "{\"facts\": [");
    for (size_t i = 0; i < ledger_count(ledger); i++) {
        const Fact *fact = ledger_at(ledger, i);
        buffer_puts(out, i ? ",\n{" : "\n{");
        put_json_head(out, scratch, fact);
        write_json_terms(out, scratch, fact);
        if (fact->expression) {
            buffer_puts(out, ", \"expression\": ");
            put_json_expression(out, scratch, fact->expression);
        }
        buffer_putc(out, '}');
    }
    buffer_puts(out, "\n]}\n");
    arena_free(scratch);
}

static void put_xml(Buffer *out, const char *text) {
    for (const char *p = text; *p; p++) {
        if (*p == '&')
            buffer_puts(out, "&amp;");
        else if (*p == '<')
            buffer_puts(out, "&lt;");
        else if (*p == '>')
            buffer_puts(out, "&gt;");
        else if (*p == '"')
            buffer_puts(out, "&quot;");
        else if (*p == '\n' || *p == '\t' || *p == '\r')
            buffer_printf(out, "&#%d;", *p);
        else
            buffer_putc(out, *p);
    }
}

static void put_xml_attribute(Buffer *out, const char *name, const char *text) {
    buffer_printf(out, " %s=\"", name);
    put_xml(out, text);
    buffer_putc(out, '"');
}

static void put_xml_place(Buffer *out, Place place) {
    put_xml_attribute(out, "bestand", place.file ? place.file : "");
    buffer_printf(out, " regel=\"%d\" kolom=\"%d\"", place.line, place.column);
}

static void write_xml_term(Buffer *out, Arena *scratch, const Term *term) {
    buffer_puts(out, "<term");
    put_xml_attribute(out, "naam", term->name);
    if (term->fact) put_xml_attribute(out, "feit", term->fact);
    if (term->known) put_xml_attribute(out, "waarde", decimal_text(scratch, term->value));
    if (!term->fact) put_xml_place(out, term->place);
    buffer_puts(out, "/>");
}

static void write_xml_fact(Buffer *out, Arena *scratch, const Fact *fact) {
    buffer_puts(out, "<feit");
    put_xml_attribute(out, "id", fact->id);
    if (fact->status != FACT_UNKNOWN) {
        put_xml_attribute(out, "waarde", fact_text(scratch, fact));
        put_xml_attribute(out, "exact", decimal_text(scratch, fact->exact));
    }
    put_xml_attribute(out, "eenheid", fact->unit);
    put_xml_attribute(out, "status", fact_status_name(fact->status));
    put_xml_attribute(out, "omschrijving", fact->label);
    put_xml_attribute(out, "formule", fact->formula);
    buffer_puts(out, ">");
    for (int i = 0; i < fact->term_count; i++) write_xml_term(out, scratch, &fact->terms[i]);
    for (int i = 0; i < fact->missing_count; i++) {
        buffer_puts(out, "<ontbreekt");
        put_xml_attribute(out, "wat", fact->missing[i]);
        buffer_puts(out, "/>");
    }
    for (int i = 0; i < fact->source_count; i++) {
        buffer_puts(out, "<bron");
        put_xml_place(out, fact->sources[i]);
        buffer_puts(out, "/>");
    }
    buffer_puts(out, "</feit>\n");
}

void facts_write_xml(Buffer *out, const Ledger *ledger) {
    Arena *scratch = arena_new();
    buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    buffer_printf(out, "<feiten xmlns=\"%s\">\n", FACTS_NAMESPACE);
    for (size_t i = 0; i < ledger_count(ledger); i++) write_xml_fact(out, scratch, ledger_at(ledger, i));
    buffer_puts(out, "</feiten>\n");
    arena_free(scratch);
}
