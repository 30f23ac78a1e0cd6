/* The corridor itself: each phase hands its form of the data to the next. */
#include "job/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "calc/calc.h"
#include "job/companions.h"
#include "job/earlier.h"
#include "job/messages.h"
#include "job/package.h"
#include "job/recipients.h"
#include "layout/layout.h"
#include "rules/rules.h"

JobResult year_read(Arena *arena, Resources *resources, const char *path, Diagnostics *diagnostics, Year *year) {
    *year = (Year){.arena = arena};
    int error = 0;
    year->input = input_read(arena, path, NULL, diagnostics, &error);
    if (!year->input) return error ? JOB_SYSTEM : JOB_INPUT_FAULTS;
    const Schema *schema = resources_schema(resources, diagnostics);
    if (!schema) return JOB_SYSTEM;
    input_check(year->input, schema, diagnostics);
    resources_go_on(resources, year->input);
    year->partnership = model_read(arena, year->input->root, diagnostics);
    year->ledger = calc_run(arena, year->partnership, diagnostics);
    earlier_years_read(resources, year, diagnostics);
    calc_after_years(arena, year->ledger, year->partnership);
    rules_run(year->partnership, year->input->root, year->ledger, diagnostics);
    return diagnostics_count(diagnostics, SEVERITY_ERROR) > 0 ? JOB_INPUT_FAULTS : JOB_DONE;
}

const char *year_template(const Year *year, const RenderOptions *options) {
    const char *own = !options->template && options->recipient ? recipient_template(year, options->recipient) : NULL;
    return options->template ? options->template : own ? own : node_get_or(year->input->root, "sjabloon", "jaarverslag");
}

/* The date of the document: of the input, else SOURCE_DATE_EPOCH; never the clock. */
static const char *document_date(Arena *arena, const Document *document) {
    if (*document->date) return document->date;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    errno = 0;
    long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    if (!epoch || !*epoch || *end || errno || seconds < 0 || seconds > 253402300799) return "";
    time_t moment = (time_t)seconds;
    struct tm parts;
    if (!gmtime_r(&moment, &parts)) return "";
    return arena_printf(arena, "%04d-%02d-%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

static void dump(Dump form, const Document *document, const Pages *pages, Buffer *out) {
    if (form == DUMP_DOCUMENT) node_dump(out, document->root, false);
    if (form == DUMP_PAGES) pages_dump(out, pages);
    if (form == DUMP_STRUCTURE) structure_dump(out, pages);
    if (form == DUMP_AUDIT) layout_audit(pages, out);
}

/* The input as read, and how the document came about: what verify needs to make it again. */
static Attachment *sources(Resources *resources, const Year *year, const RenderOptions *options, const char *date, int *count) {
    Arena *arena = year->arena;
    const Input *input = year->input;
    Attachment *list = ARENA_ARRAY(arena, (size_t)input->file_count + 2, Attachment);
    for (int i = 0; i < input->file_count; i++) {
        const InputFile *f = &input->files[i];
        size_t n = strlen(f->name);
        bool csv = n > 4 && !strcmp(f->name + n - 4, ".csv");
        list[i] = (Attachment){.name = f->name, .mime = csv ? "text/csv" : "application/xml", .description = "Invoer van dit document",
                               .relationship = "Source", .data = f->bytes, .size = f->size, .date = date};
    }
    Buffer json = {0};
    provenance_write(&json, resources, year, options);
    list[input->file_count] = (Attachment){.name = "herkomst.json", .mime = "application/json", .description = "Sjabloon, huisstijl en programmabestanden",
                                           .relationship = "Supplement", .data = (unsigned char *)arena_strndup(arena, json.data ? json.data : "", json.size),
                                           .size = json.size, .date = date};
    buffer_free(&json);
    *count = input->file_count + 1;
    return list;
}

JobResult year_render(Resources *resources, const Year *whole, const RenderOptions *options, Diagnostics *diagnostics,
                      Buffer *out, int *page_count) {
    Arena *arena = whole->arena;
    const char *template_name = year_template(whole, options);
    Template *template = resources_template(resources, template_name, diagnostics);
    if (!template) return JOB_INPUT_FAULTS;
    Year scope;
    const Year *year = &scope;
    JobResult result = year_for(whole, template_name, template_audience(template), options->recipient, diagnostics, &scope);
    if (result != JOB_DONE) return result;
    const char *parameters[] = {"voor", options->recipient ? options->recipient : "",
                                "profiel", options->profile == PROFILE_DRAFT ? "draft" : "archive", NULL};
    Companions companions = {.resources = resources, .year = year, .previous = options->previous, .diagnostics = diagnostics};
    const Extras extras = companions_extras(&companions);
    bool own = !template_audience(template) && !options->recipient; /* these tell of everybody */
    Document *document = template_run(arena, template, year->input->root, year->ledger, own ? &extras : NULL, parameters, diagnostics);
    if (!document) return JOB_INPUT_FAULTS;
    if (options->dump == DUMP_DOCUMENT) {
        dump(options->dump, document, NULL, out);
        return JOB_DONE;
    }
    const Style *style = resources_style(resources, options->style ? options->style : document->style, year->input->folder, diagnostics);
    if (!style || diagnostics_count(diagnostics, SEVERITY_ERROR) > 0) return JOB_INPUT_FAULTS;
    Typesetter *typesetter = resources_typesetter(resources, diagnostics);
    if (!typesetter) return JOB_SYSTEM;
    typesetter_begin(typesetter);
    LayoutOptions layout = {.draft = options->profile == PROFILE_DRAFT};
    Pages *pages = layout_document(arena, document, style, typesetter, year->ledger, year->input->folder, layout, diagnostics);
    typesetter_report_missing(typesetter, diagnostics);
    if (diagnostics_count(diagnostics, SEVERITY_ERROR) > 0) return JOB_INPUT_FAULTS;
    pages->date = document_date(arena, document);
    *page_count = pages->count;
    if (options->dump != DUMP_NONE) {
        dump(options->dump, document, pages, out);
        return JOB_DONE;
    }
    int count = 0;
    RenderOptions known = *options; /* the template that was chosen, whatever another input would choose */
    known.template = template_name;
    Attachment *attached = options->profile == PROFILE_ARCHIVE_3 ? sources(resources, year, &known, pages->date, &count) : NULL;
    return pdf_write(pages, options->profile, attached, count, out, diagnostics) ? JOB_DONE : JOB_INPUT_FAULTS;
}
