/* jaarverslag facts and explain: the numbers, and where they come from. */
#include "command/options.h"

#include <stdlib.h>
#include <string.h>

#include "calc/catalogue.h"
#include "calc/output.h"
#include "calc/sheet.h"
#include "job/companions.h"

typedef int (*WithYear)(const Year *year, const Options *o, Diagnostics *diagnostics);

/* Reads the year named first among the arguments and hands it on; faults in the input give no output. */
static int with_year(const Options *o, WithYear work) {
    Resources *resources = resources_open();
    Arena *arena = arena_new();
    Diagnostics *diagnostics = diagnostics_new();
    Year year;
    JobResult result = year_read(arena, resources, o->arguments[0], diagnostics, &year);
    if (result == JOB_DONE) previous_changes(resources, &year, o->previous, diagnostics, NULL);
    show(diagnostics, o, false, NULL);
    int code = result == JOB_DONE ? work(&year, o, diagnostics) : exit_of(result);
    diagnostics_free(diagnostics);
    leave(resources, arena);
    return code;
}

static int write_facts(const Year *year, const Options *o, Diagnostics *diagnostics) {
    (void)diagnostics;
    Buffer out = {0};
    bool fits = true;
    if (!strcmp(o->format, "json")) facts_write_json(&out, year->ledger);
    else if (!strcmp(o->format, "ods")) fits = facts_write_ods(&out, year->ledger);
    else if (!strcmp(o->format, "xlsx")) fits = facts_write_xlsx(&out, year->ledger);
    else if (!strcmp(o->format, "xml")) facts_write_xml(&out, year->ledger);
    else facts_write_csv(&out, year->ledger);
    int code = fits ? write_output(o, o->output ? o->output : "-", out.data, out.size) : usage_error(o, "te veel feiten voor deze vorm", "too many facts for this format", o->format);
    buffer_free(&out);
    return code;
}

/* Every fact that the program can make, whatever the input. */
static int list_facts(const Options *o) {
    Buffer out = {0};
    bool json = !strcmp(o->format, "json");
    buffer_puts(&out, json ? "{\"facts\": [" : "id,unit,meaning\r\n");
    for (int i = 0; i < catalogue_count(); i++) {
        const Known *known = catalogue_at(i);
        if (json)
            buffer_printf(&out, "%s\n{\"id\": \"%s\", \"unit\": \"%s\", \"meaning\": \"%s\"}", i ? "," : "", known->pattern, known->unit, known->meaning);
        else
            buffer_printf(&out, "%s,\"%s\",\"%s\"\r\n", known->pattern, known->unit, known->meaning);
    }
    if (json) buffer_puts(&out, "\n]}\n");
    int code = write_output(o, o->output ? o->output : "-", out.data, out.size);
    buffer_free(&out);
    return code;
}

int command_facts(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "fvol")) return EXIT_USAGE;
    if (!o.format) o.format = "csv";
    static const char *const forms[] = {"csv", "json", "xml", "ods", "xlsx"};
    bool known = false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) known |= !strcmp(o.format, forms[i]);
    if (!known) return usage_error(&o, "onbekende vorm (csv, json, xml, ods of xlsx)", "unknown format (csv, json, xml, ods or xlsx)", o.format);
    if (o.list && strcmp(o.format, "csv") && strcmp(o.format, "json"))
        return usage_error(&o, "de lijst is er als csv en json", "the list comes as csv and json", o.format);
    if (o.list) return list_facts(&o); /* the same for every input */
    default_input(&o);
    if (o.count != 1) return usage_error(&o, "noem één invoer", "name one input", NULL);
    return with_year(&o, write_facts);
}

static int no_such_fact(const Year *year, const Options *o, const char *id) {
    const char *near = ledger_nearest(year->ledger, id);
    if (near)
        id = arena_printf(year->arena, o->language == MESSAGES_ENGLISH ? "%s; do you mean \"%s\"?" : "%s; bedoelt u „%s”?", id, near);
    return usage_error(o, "dit feit bestaat niet in deze invoer", "this fact does not exist in this input", id);
}

static int write_explanations(const Year *year, const Options *o, Diagnostics *diagnostics) {
    (void)diagnostics;
    Buffer out = {0};
    int code = EXIT_DONE;
    bool json = o->format && !strcmp(o->format, "json");
    int depth = o->depth ? atoi(o->depth) : 1;
    for (int i = 1; i < o->count; i++) {
        if (i > 1 && !json) buffer_putc(&out, '\n');
        bool found = json ? explain_write_json(&out, year->ledger, o->arguments[i])
                          : explain_write_text(&out, year->ledger, o->arguments[i], depth, o->language);
        if (!found) code = no_such_fact(year, o, o->arguments[i]);
    }
    int written = write_output(o, "-", out.data ? out.data : "", out.size);
    buffer_free(&out);
    return written != EXIT_DONE ? written : code;
}

int command_explain(int argc, char **argv) {
    Options o;
    if (!options_read(&o, argc, argv, "fvD")) return EXIT_USAGE;
    if (o.depth && (!*o.depth || strspn(o.depth, "0123456789") != strlen(o.depth) || strlen(o.depth) > 4 || !atoi(o.depth)))
        return usage_error(&o, "--depth is een aantal lagen, 1 of meer", "--depth is a number of levels, 1 or more", o.depth);
    if (o.format && strcmp(o.format, "text") && strcmp(o.format, "json"))
        return usage_error(&o, "onbekende vorm (text of json)", "unknown format (text or json)", o.format);
    if (o.count < 2) return usage_error(&o, "noem een invoer en een of meer feiten", "name an input and one or more facts", NULL);
    return with_year(&o, write_explanations);
}
