/* Explains a fact: formula, terms with their values, and so on down to the lines of the input. */
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "base/unit.h"
#include "calc/output.h"
#include "calc/output_parts.h"

enum { DEEPEST = 64 }; /* facts rest on facts that were made before them, so this is never reached */

typedef struct Explainer {
    const Ledger *ledger;
    Arena *scratch;
    Buffer *out;
    Map *seen; /* ids explained above */
    bool english;
} Explainer;

static const char *said(const Explainer *e, const char *dutch, const char *english) {
    return e->english ? english : dutch;
}

static void indent(const Explainer *e, int depth) {
    for (int i = 0; i < depth; i++) buffer_puts(e->out, "    ");
}

static const char *amount(const Explainer *e, Decimal value, const char *unit) {
    bool euro = strcmp(unit, "EUR") == 0;
    const char *text = number_text(e->scratch, value, euro ? NUMBER_EURO : NUMBER_PLAIN, e->english ? "en" : "nl");
    if (euro || !*unit) return text;
    return arena_printf(e->scratch, "%s%s%s", text, strcmp(unit, "%") == 0 ? "" : " ", unit_word(value, unit));
}

static void write_value(const Explainer *e, const Fact *fact) {
    buffer_printf(e->out, "%s = ", fact->id);
    if (fact->status == FACT_UNKNOWN)
        buffer_puts(e->out, said(e, "onbekend", "unknown"));
    else
        buffer_puts(e->out, amount(e, fact->value, fact->unit));
    if (fact->status == FACT_PARTIAL) buffer_puts(e->out, said(e, " (onvolledig)", " (partial)"));
}

static void write_missing(const Explainer *e, const Fact *fact, int depth) {
    if (!fact->missing_count) return;
    indent(e, depth);
    buffer_puts(e->out, said(e, "ontbreekt: ", "missing: "));
    for (int i = 0; i < fact->missing_count; i++) buffer_printf(e->out, "%s%s", i ? "; " : "", fact->missing[i]);
    buffer_putc(e->out, '\n');
}

static void write_fact(const Explainer *e, const Fact *fact, int depth);

static void write_term(const Explainer *e, const Term *term, int depth) {
    const Fact *fact = term->fact ? ledger_get(e->ledger, term->fact) : NULL;
    if (fact && depth < DEEPEST) {
        write_fact(e, fact, depth);
        return;
    }
    indent(e, depth);
    buffer_printf(e->out, "%s = %s", term->name,
                  term->known ? amount(e, term->value, "") : said(e, "onbekend", "unknown"));
    if (term->place.file) buffer_printf(e->out, "  [%s:%d]", term->place.file, term->place.line);
    buffer_putc(e->out, '\n');
}

static void write_fact(const Explainer *e, const Fact *fact, int depth) {
    indent(e, depth);
    write_value(e, fact);
    buffer_printf(e->out, "  (%s)", fact->label);
    if (map_get(e->seen, fact->id)) {
        buffer_puts(e->out, said(e, "  zie boven\n", "  see above\n"));
        return;
    }
    map_put(e->seen, fact->id, (void *)fact);
    buffer_putc(e->out, '\n');
    indent(e, depth + 1);
    buffer_printf(e->out, "%s: %s\n", said(e, "formule", "formula"), fact->formula);
    if (fact->status != FACT_UNKNOWN && decimal_compare(fact->value, fact->exact) != 0) {
        indent(e, depth + 1);
        buffer_printf(e->out, "%s: %s\n", said(e, "onafgerond", "before rounding"), amount(e, fact->exact, ""));
    }
    write_missing(e, fact, depth + 1);
    for (int i = 0; i < fact->term_count; i++) write_term(e, &fact->terms[i], depth + 1);
    if (fact->term_count) return;
    for (int i = 0; i < fact->source_count; i++) {
        if (!source_is_new_line(fact, i)) continue;
        indent(e, depth + 1);
        buffer_printf(e->out, "%s: %s:%d\n", said(e, "bron", "source"), fact->sources[i].file, fact->sources[i].line);
    }
}

bool explain_write_text(Buffer *out, const Ledger *ledger, const char *id, MessageLanguage language) {
    const Fact *fact = ledger_get(ledger, id);
    if (!fact) return false;
    Explainer e = {.ledger = ledger, .scratch = arena_new(), .out = out, .english = language == MESSAGES_ENGLISH};
    e.seen = map_new(e.scratch);
    write_fact(&e, fact, 0);
    arena_free(e.scratch);
    return true;
}

static void write_json(const Explainer *e, const Fact *fact, int depth) {
    bool again = map_get(e->seen, fact->id) != NULL;
    buffer_putc(e->out, '{');
    put_json_head(e->out, e->scratch, fact);
    if (again || depth >= DEEPEST) {
        buffer_puts(e->out, ", \"above\": true}");
        return;
    }
    map_put(e->seen, fact->id, (void *)fact);
    buffer_puts(e->out, ", \"terms\": [");
    for (int i = 0; i < fact->term_count; i++) {
        const Term *term = &fact->terms[i];
        const Fact *inner = term->fact ? ledger_get(e->ledger, term->fact) : NULL;
        if (i) buffer_puts(e->out, ", ");
        if (inner) {
            write_json(e, inner, depth + 1);
            continue;
        }
        buffer_putc(e->out, '{');
        put_json_member(e->out, "name", term->name);
        buffer_puts(e->out, ", ");
        put_json_value(e->out, "value", e->scratch, term->known, term->value);
        buffer_puts(e->out, ", \"place\": ");
        put_json_place(e->out, term->place);
        buffer_putc(e->out, '}');
    }
    buffer_puts(e->out, "], \"sources\": [");
    for (int i = 0; i < fact->source_count; i++) {
        if (i) buffer_puts(e->out, ", ");
        put_json_place(e->out, fact->sources[i]);
    }
    buffer_puts(e->out, "]}");
}

bool explain_write_json(Buffer *out, const Ledger *ledger, const char *id) {
    const Fact *fact = ledger_get(ledger, id);
    if (!fact) return false;
    Explainer e = {.ledger = ledger, .scratch = arena_new(), .out = out};
    e.seen = map_new(e.scratch);
    write_json(&e, fact, 0);
    buffer_putc(out, '\n');
    arena_free(e.scratch);
    return true;
}
