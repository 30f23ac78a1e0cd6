/* Explains a fact: formula, terms with their values, what is missing, and the lines of the input; its terms likewise, as deep
 * as is asked. */
#include <string.h>

#include "base/map.h"
#include "base/number.h"
#include "base/unit.h"
#include "calc/fold.h"
#include "calc/output.h"
#include "calc/output_parts.h"

enum { DEEPEST = 64 }; /* facts rest on facts that were made before them, so this is never reached */
enum { MANY = 20, SOME = 12 }; /* of more terms only some are shown */

typedef struct Explainer {
    const Ledger *ledger;
    Arena *scratch;
    Buffer *out;
    Map *seen; /* ids explained above */
    int depth; /* so many levels are written out */
    bool english;
} Explainer;

static const char *said(const Explainer *e, const char *dutch, const char *english) {
    return e->english ? english : dutch;
}

static void indent(const Explainer *e, int level) {
    for (int i = 0; i < level; i++) buffer_puts(e->out, "    ");
}

static const char *amount(const Explainer *e, Decimal value, const char *unit) {
    bool euro = strcmp(unit, "EUR") == 0;
    const char *text = number_text(e->scratch, value, euro ? NUMBER_EURO : NUMBER_PLAIN, e->english ? "en" : "nl");
    if (euro || !*unit) return text;
    return arena_printf(e->scratch, "%s%s%s", text, strcmp(unit, "%") == 0 ? "" : " ", unit_word(value, unit));
}

static const char *value_of(const Explainer *e, const Fact *fact) {
    if (fact->status == FACT_UNKNOWN) return said(e, "onbekend", "unknown");
    const char *text = amount(e, fact->value, fact->unit);
    return fact->status == FACT_PARTIAL ? arena_printf(e->scratch, "%s%s", text, said(e, " (onvolledig)", " (partial)")) : text;
}

static void write_missing(const Explainer *e, const Fact *fact, int level) {
    if (!fact->missing_count) return;
    indent(e, level);
    buffer_puts(e->out, said(e, "ontbreekt: ", "missing: "));
    for (int i = 0; i < fact->missing_count; i++) {
        const Fact *missing = ledger_get(e->ledger, fact->missing[i]);
        buffer_printf(e->out, "%s%s", i ? "; " : "", fact->missing[i]);
        if (missing) buffer_printf(e->out, " (%s)", missing->label);
    }
    buffer_putc(e->out, '\n');
}

/* ---- the terms: one table, or each with its own below it ---- */

static const Fact *fact_of(const Explainer *e, const Term *term) {
    return term->fact ? ledger_get(e->ledger, term->fact) : NULL;
}

/* Characters, for the columns of a table. */
static int width(const char *text) {
    int n = 0;
    for (const char *p = text; *p; p++) n += (*p & 0xC0) != 0x80;
    return n;
}

static const char *name_of(const Term *term) {
    return term->fact ? term->fact : term->name;
}

static const char *value_of_term(const Explainer *e, const Term *term) {
    const Fact *fact = fact_of(e, term);
    return fact ? value_of(e, fact) : term->known ? amount(e, term->value, "") : said(e, "onbekend", "unknown");
}

static void write_padded(const Explainer *e, const char *text, int room) {
    buffer_puts(e->out, text);
    for (int i = width(text); i < room; i++) buffer_putc(e->out, ' ');
}

static void write_row(const Explainer *e, const Term *term, int name_room, int value_room, int level) {
    const Fact *fact = fact_of(e, term);
    indent(e, level);
    write_padded(e, name_of(term), name_room);
    buffer_puts(e->out, "  ");
    write_padded(e, value_of_term(e, term), value_room);
    if (fact) buffer_printf(e->out, "  %s", fact->label);
    else if (term->place.file) buffer_printf(e->out, "  [%s:%d]", term->place.file, term->place.line);
    buffer_putc(e->out, '\n');
}

static void write_table(const Explainer *e, const Fact *fact, int level) {
    int name_room = 0, value_room = 0, shown = fact->term_count > MANY ? SOME : fact->term_count;
    if (!shown) return;
    indent(e, level);
    buffer_puts(e->out, said(e, "termen:\n", "terms:\n"));
    for (int i = 0; i < shown; i++) {
        int name = width(name_of(&fact->terms[i])), value = width(value_of_term(e, &fact->terms[i]));
        if (name > name_room) name_room = name;
        if (value > value_room) value_room = value;
    }
    for (int i = 0; i < shown; i++) write_row(e, &fact->terms[i], name_room, value_room, level + 1);
    if (shown == fact->term_count) return;
    indent(e, level + 1);
    buffer_printf(e->out, "… %s %d %s\n", said(e, "en nog", "and"), fact->term_count - shown, said(e, "(alle met --depth 2)", "more (all with --depth 2)"));
}

static void write_fact(const Explainer *e, const Fact *fact, int level);

static void write_terms(const Explainer *e, const Fact *fact, int level) {
    for (int i = 0; i < fact->term_count; i++) {
        const Fact *term = fact_of(e, &fact->terms[i]);
        if (term && level < DEEPEST) write_fact(e, term, level);
        else write_row(e, &fact->terms[i], 0, 0, level);
    }
}

/* ---- a fact ---- */

/* "27 × 8 × € 70,00 = € 15.120,00" */
static void write_fold(const Explainer *e, const Fact *fact, int level) {
    Fold fold;
    if (!fold_sum(fact, &fold)) return;
    indent(e, level);
    buffer_printf(e->out, "%s: %s", said(e, "samen", "together"), amount(e, fraction_round(fold.count, 0), ""));
    for (int i = 0; i < fold.factor_count; i++)
        buffer_printf(e->out, " × %s", amount(e, fold.factors[i]->number, strcmp(units_shown(e->scratch, fold.factors[i]->units), "EUR") ? "" : "EUR"));
    buffer_printf(e->out, " = %s\n", amount(e, fact->value, strcmp(fact->unit, "EUR") ? "" : "EUR"));
}

static const char *file_of(const Fact *fact, int i) {
    return fact->sources[i].file;
}

/* "a.csv:3–7, 9; b.xml:12": lines that follow each other as one. */
static void write_sources(const Explainer *e, const Fact *fact, int level) {
    if (!fact->source_count) return;
    indent(e, level);
    buffer_puts(e->out, said(e, "bron: ", "source: "));
    for (int i = 0; i < fact->source_count;) {
        int first = fact->sources[i].line, last = first, k = i + 1;
        while (k < fact->source_count && !strcmp(file_of(fact, k), file_of(fact, i)) && fact->sources[k].line <= last + 1) last = fact->sources[k++].line;
        bool again = i && !strcmp(file_of(fact, i), file_of(fact, i - 1));
        if (again) buffer_printf(e->out, ", %d", first);
        else buffer_printf(e->out, "%s%s:%d", i ? "; " : "", file_of(fact, i), first);
        if (last > first) buffer_printf(e->out, "–%d", last);
        i = k;
    }
    buffer_putc(e->out, '\n');
}

static void write_fact(const Explainer *e, const Fact *fact, int level) {
    indent(e, level);
    buffer_printf(e->out, "%s = %s  (%s)", fact->id, value_of(e, fact), fact->label);
    if (map_get(e->seen, fact->id)) {
        buffer_puts(e->out, said(e, "  zie boven\n", "  see above\n"));
        return;
    }
    buffer_putc(e->out, '\n');
    if (level >= e->depth) return;
    map_put(e->seen, fact->id, (void *)fact);
    indent(e, level + 1);
    buffer_printf(e->out, "%s: %s\n", said(e, "formule", "formula"), fact->formula);
    write_fold(e, fact, level + 1);
    if (fact->status != FACT_UNKNOWN && decimal_compare(fact->value, fact->exact) != 0) {
        indent(e, level + 1);
        buffer_printf(e->out, "%s: %s\n", said(e, "onafgerond", "before rounding"), amount(e, fact->exact, ""));
    }
    write_missing(e, fact, level + 1);
    if (level + 1 < e->depth) write_terms(e, fact, level + 1);
    else write_table(e, fact, level + 1);
    if (level == 0 || !fact->term_count) write_sources(e, fact, level + 1);
}

bool explain_write_text(Buffer *out, const Ledger *ledger, const char *id, int depth, MessageLanguage language) {
    const Fact *fact = ledger_get(ledger, id);
    if (!fact) return false;
    Explainer e = {.ledger = ledger, .scratch = arena_new(), .out = out, .english = language == MESSAGES_ENGLISH, .depth = depth};
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
    if (fact->expression) {
        buffer_puts(e->out, ", \"expression\": ");
        put_json_expression(e->out, e->scratch, fact->expression);
    }
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
