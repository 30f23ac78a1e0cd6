/* The corridor itself: each phase hands its form of the data to the next. */
#include "job/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/change.h"
#include "calc/calc.h"
#include "job/companions.h"
#include "job/earlier.h"
#include "job/messages.h"
#include "job/provenance.h"
#include "job/sources.h"
#include "job/recipients.h"
#include "language/language.h"
#include "layout/layout.h"
#include "rules/rules.h"

/* What a run that was killed while it changed the files of an input left, is completed or undone before anyone reads. */
static int settle(const char *path) {
    const char *slash = strrchr(path, '/');
    struct stat status;
    if (strcmp(path, "-") == 0 || stat(path, &status) != 0) return 0; /* told where it is read */
    char *folder = S_ISDIR(status.st_mode) ? strdup(path) : slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    int error = folder ? change_recover(folder) : ENOMEM;
    free(folder);
    return error == EBUSY ? 0 : error;
}

JobResult year_read(Arena *arena, Resources *resources, const char *path, Diagnostics *diagnostics, Year *year) {
    *year = (Year){.arena = arena};
    int error = settle(path);
    if (error) {
        diagnostics_report(diagnostics, &S103_CANNOT_WRITE, (Place){path, 0, 0}, (Report){.arguments = {error_words(error)}});
        return JOB_SYSTEM;
    }
    year->input = input_read(arena, path, NULL, diagnostics, &error);
    if (!year->input) return error ? JOB_SYSTEM : JOB_INPUT_FAULTS;
    resources_go_on(resources, year->input);
    year->partnership = model_read(arena, year->input->root, diagnostics);
    year->ledger = calc_run(arena, year->partnership, diagnostics);
    if (!resources_check(resources, year->input, diagnostics)) return JOB_SYSTEM;
    earlier_years_read(resources, year, diagnostics);
    calc_after_years(arena, year->ledger, year->partnership);
    rules_run(year->partnership, year->input->root, year->ledger, resources_figures(resources, year->input), diagnostics);
    return diagnostics_count(diagnostics, SEVERITY_ERROR) > 0 ? JOB_INPUT_FAULTS : JOB_DONE;
}

const char *year_template(const Year *year, const RenderOptions *options) {
    const char *own = !options->template && options->recipient ? recipient_template(year, options->recipient) : NULL;
    return options->template ? options->template : own ? own : resources_own_template(year->input);
}

static const char *date_of(Arena *arena, const char *given, const RenderOptions *options) {
    if (*given) return given;
    if (options->date) return options->date;
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

const char *year_date(const Year *year, const RenderOptions *options) {
    const char *given = language_value(year->input->root, LANGUAGE_ROLE_DATE); /* as written, also when it is no date */
    return date_of(year->arena, given ? given : "", options);
}

static void dump(Dump form, const Document *document, const Pages *pages, Buffer *out) {
    if (form == DUMP_DOCUMENT) node_dump(out, document->root, false);
    if (form == DUMP_PAGES) pages_dump(out, pages);
    if (form == DUMP_STRUCTURE) structure_dump(out, pages);
    if (form == DUMP_AUDIT) layout_audit(pages, out);
}

/* The sources and how the document came about, as attachments: what verify needs to make it again. */
static Attachment *attachments(Resources *resources, const Year *year, const RenderOptions *options, const Sources *sources, const char *date, int *count) {
    Arena *arena = year->arena;
    Attachment *list = ARENA_ARRAY(arena, (size_t)sources->count + 2, Attachment);
    int n = 0;
    for (; n < sources->count; n++) {
        const SourceFile *f = &sources->files[n];
        list[n] = (Attachment){.name = f->name, .mime = file_kind(f->name)->mime, .description = "Invoer van dit document",
                               .relationship = "Source", .data = f->bytes, .size = f->size, .date = date};
    }
    Buffer text = {0};
    if (!options->recipient) package_facts(&text, year); /* a recipient's facts rest on more than their own source */
    if (text.size) list[n++] = (Attachment){.name = "feiten.csv", .mime = "text/csv", .description = "Alle cijfers met formule en bron", .relationship = "Data",
                             .data = (unsigned char *)arena_strndup(arena, text.data ? text.data : "", text.size), .size = text.size, .date = date};
    text.size = 0;
    provenance_write(&text, resources, year, options, sources);
    list[n++] = (Attachment){.name = "herkomst.json", .mime = "application/json", .description = "Sjabloon, huisstijl en controlegetallen",
                             .relationship = "Supplement", .data = (unsigned char *)arena_strndup(arena, text.data ? text.data : "", text.size),
                             .size = text.size, .date = date};
    buffer_free(&text);
    *count = n;
    return list;
}

JobResult year_render(Resources *resources, const Year *whole, const RenderOptions *options, Diagnostics *diagnostics,
                      Buffer *out, int *page_count) {
    Arena *arena = whole->arena;
    const char *template_name = year_template(whole, options);
    Template *template = options->template ? resources_template(resources, template_name, diagnostics)
                                           : resources_named_template(resources, whole->input, template_name, diagnostics);
    if (!template) return JOB_INPUT_FAULTS;
    Year scope;
    const Year *year = &scope;
    const char *audience = template_audience(template);
    JobResult result = year_for(whole, template_name, audience, options->recipient, diagnostics, &scope);
    if (result == JOB_DONE && audience && !strcmp(audience, "publiek")) {
        if (options->profile == PROFILE_ARCHIVE_3) {
            diagnostics_report(diagnostics, &S104_SOURCE_FOR_ONE, (Place){whole->input->path, 0, 0}, (Report){.arguments = {template_name}});
            return JOB_INPUT_FAULTS;
        }
        result = year_public(whole, diagnostics, &scope, options->withheld);
    }
    if (result != JOB_DONE) return result;
    if (options->made_from) *options->made_from = scope.input->root;
    const char *parameters[] = {"voor", options->recipient ? options->recipient : "",
                                "profiel", options->profile == PROFILE_DRAFT ? "draft" : "archive", NULL};
    Companions companions = {.resources = resources, .year = year, .previous = options->previous, .diagnostics = diagnostics};
    const Extras extras = companions_extras(&companions);
    bool own = !template_audience(template) && !options->recipient; /* these tell of everybody */
    Document *document = template_run(arena, template, year->input->root, year->ledger, own ? &extras : NULL, parameters, diagnostics);
    if (!document) return JOB_INPUT_FAULTS;
    if (options->dump == DUMP_DOCUMENT) {
        if (document->faults) return JOB_INPUT_FAULTS;
        dump(options->dump, document, NULL, out);
        return JOB_DONE;
    }
    const char *style_name = options->style ? options->style : document->style;
    const Style *style = resources_style(resources, style_name, year->input->folder, options->style != NULL, diagnostics);
    if (!style || !document_dress(document, style, diagnostics) || diagnostics_count(diagnostics, SEVERITY_ERROR) > 0) return JOB_INPUT_FAULTS;
    Typesetter *typesetter = resources_typesetter(resources, diagnostics);
    if (!typesetter) return JOB_SYSTEM;
    resources_document(resources, document);
    typesetter_begin(typesetter);
    LayoutOptions layout = {.draft = options->profile == PROFILE_DRAFT};
    Pages *pages = layout_document(arena, document, style, typesetter, year->ledger, year->input->folder, layout, diagnostics);
    resources_settle(resources);
    typesetter_report_missing(typesetter, layout.draft, diagnostics);
    if (diagnostics_count(diagnostics, SEVERITY_ERROR) > 0) return JOB_INPUT_FAULTS;
    pages->date = date_of(arena, document->date, options);
    *page_count = pages->count;
    if (options->dump != DUMP_NONE) {
        dump(options->dump, document, pages, out);
        return JOB_DONE;
    }
    int count = 0;
    RenderOptions known = *options; /* template and style that were chosen, whatever another input would choose */
    known.template = template_name;
    known.style = style_name;
    known.date = pages->date;
    Sources here, *sources = options->sources ? options->sources : &here;
    bool attach = options->profile == PROFILE_ARCHIVE_3;
    if (attach && !provenance_template(template_name, (Place){year->input->path, 0, 0}, diagnostics)) return JOB_INPUT_FAULTS;
    if (attach || options->sources) {
        sources_collect(sources, year, options->previous ? NULL : companions.version_source, document, style_name, style);
        sources_add_builds(sources, pages);
    }
    Attachment *attached = attach ? attachments(resources, year, &known, sources, pages->date, &count) : NULL;
    return pdf_write(pages, options->profile, attached, count, out, diagnostics) ? JOB_DONE : JOB_INPUT_FAULTS;
}
