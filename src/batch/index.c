/* The index of a run: plain HTML that a screen reader can walk (headings, captions, row and column heads), no script.
 *
 * What failed stands first, however long the page is. Inputs with several documents get a section each; where every
 * input has one, as when thousands of partnerships get their report, they are the rows of one table. */
#include "batch/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "batch/entry.h"

static const char STYLE[] =
    "body{font:1rem/1.5 Lato,Carlito,\"Segoe UI\",sans-serif;color:#1c2733;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.25rem;line-height:1.25;margin:2.5rem 0 .25rem}p{margin:.25rem 0}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left;color:#4a5560;padding-bottom:.25rem}"
    "th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-top:1px solid #d5dbe1;font-weight:400;overflow-wrap:anywhere}"
    "tr>:last-child{padding-right:0}thead th{font-weight:700;border-top:0;position:sticky;top:0;background:#fff}"
    ".n{width:5rem;text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}.c{width:60%}.i{display:block;color:#4a5560;font-size:.875em}"
    "a{color:#0b5394}a:focus-visible{outline:3px solid #0b5394;outline-offset:2px}.f{color:#a01c1c;font-weight:700}"
    "@media(max-width:40rem){.n{width:4rem}.c{width:50%}}"
    "@media print{body{margin:0;max-width:none;font-size:10pt}thead th{position:static}tr,h2{break-inside:avoid}h2,caption{break-after:avoid}a{color:inherit}}";

typedef struct IndexPage {
    FILE *out;
    bool english;
    EachEntry each;
    void *run;
    int done, failed, pending;
    bool several;      /* an input has more than one document */
    char *input;       /* of the entry before, or of the section that is open; NULL: none */
    int sections;
} IndexPage;

static const char *words(const IndexPage *page, const char *dutch, const char *english) {
    return page->english ? english : dutch;
}

static void put(IndexPage *page, const char *dutch, const char *english) {
    fputs(words(page, dutch, english), page->out);
}

static void put_text(FILE *out, const char *text) {
    for (const char *p = text; *p; p++) {
        if (*p == '&') fputs("&amp;", out);
        else if (*p == '<') fputs("&lt;", out);
        else if (*p == '>') fputs("&gt;", out);
        else if (*p == '"') fputs("&quot;", out);
        else if ((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') fputs("\xef\xbf\xbd", out); /* a file name may hold it, a page not */
        else putc(*p, out);
    }
}

/* A relative address: what is not a plain letter is written as %XX. */
static void put_address(FILE *out, const char *path) {
    static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    for (const char *p = path; *p; p++) {
        if (strchr(PLAIN, *p)) putc(*p, out);
        else fprintf(out, "%%%02X", (unsigned char)*p);
    }
}

static void put_number(const IndexPage *page, json_int_t value) {
    Arena *arena = arena_new();
    fputs(number_text(arena, decimal_int(value), NUMBER_PLAIN, page->english ? "en" : "nl"), page->out);
    arena_free(arena);
}

/* ---- what a document is called ---- */

/* The file's own part of a template's name. */
static void put_template(FILE *out, const char *template) {
    const char *slash = strrchr(template, '/'), *name = slash ? slash + 1 : template;
    size_t size = strlen(name);
    char *plain = strndup(name, size > 4 && !strcmp(name + size - 4, ".xsl") ? size - 4 : size);
    put_text(out, plain ? plain : name);
    free(plain);
}

/* "Opleidingsschool De Vlietlanden, 2022-2023"; an input that could not be read has but its path. */
static void put_input(FILE *out, const json_t *entry, bool with_year) {
    const char *name = entry_text(entry, "partnership"), *year = entry_text(entry, "year");
    put_text(out, *name ? name : entry_text(entry, "input"));
    if (*name && *year && with_year) fputs(", ", out), put_text(out, year);
}

/* "Jaarverslag 2022-2023"; "Dijkzicht College, school"; the title is the input's own, so that it gets the template
 * behind it where it does not say that itself. */
static void put_document(IndexPage *page, const json_t *entry) {
    const char *to = entry_text(entry, "recipient_name"), *title = entry_text(entry, "title"), *template = entry_text(entry, "template");
    const char *name = *to ? to : title;
    put_text(page->out, name);
    if (*name && *template && (*to || !strcasestr(title, template))) fputs(", ", page->out);
    if (*template && (!*name || *to || !strcasestr(title, template))) put_template(page->out, template);
    if (!*name && !*template) put(page, "document", "document");
}

/* "Opleidingsschool De Vlietlanden: Jaarverslag 2022-2023": one document among those of all inputs. */
static void put_whole(IndexPage *page, const json_t *entry) {
    bool titled = !*entry_text(entry, "recipient_name") && strstr(entry_text(entry, "title"), entry_text(entry, "year"));
    put_input(page->out, entry, !titled);
    fputs(": ", page->out);
    put_document(page, entry);
}

/* The input's path, in small, below what it is called. */
static void put_path(IndexPage *page, const json_t *entry) {
    if (!*entry_text(entry, "partnership")) return;
    fputs("<span class=\"i\">", page->out);
    put_text(page->out, entry_text(entry, "input"));
    fputs("</span>", page->out);
}

/* ---- what was made ---- */

static void open_table(IndexPage *page, const char *caption) {
    fputs("</h2>\n<table>\n<caption>", page->out);
    put_text(page->out, caption);
    put(page, "</caption>\n<thead><tr><th scope=\"col\">Document (PDF)</th><th scope=\"col\" class=\"n\">Pagina’s</th><th scope=\"col\" class=\"n\">Omvang</th>",
        "</caption>\n<thead><tr><th scope=\"col\">Document (PDF)</th><th scope=\"col\" class=\"n\">Pages</th><th scope=\"col\" class=\"n\">Size</th>");
    fputs("</tr></thead>\n<tbody>\n", page->out);
}

static void close_section(IndexPage *page) {
    if (page->input) fputs("</tbody>\n</table>\n</section>\n", page->out);
    free(page->input);
    page->input = NULL;
}

static void open_section(IndexPage *page, const json_t *entry) {
    close_section(page);
    page->input = strdup(entry_text(entry, "input"));
    page->sections++;
    fprintf(page->out, "<section aria-labelledby=\"s%d\">\n<h2 id=\"s%d\">", page->sections, page->sections);
    if (page->several) put_input(page->out, entry, true);
    else put(page, "Gemaakt", "Made");
    Buffer caption = {0};
    buffer_puts(&caption, page->several ? words(page, "Invoer: ", "Input: ") : words(page, "Een document voor elke invoer", "A document for each input"));
    if (page->several) buffer_puts(&caption, page->input);
    open_table(page, caption.data);
    buffer_free(&caption);
}

static void put_made(void *data, const json_t *entry) {
    IndexPage *page = data;
    FILE *out = page->out;
    if (!entry_is(entry, "done")) return;
    if (!page->input || (page->several && strcmp(page->input, entry_text(entry, "input")))) open_section(page, entry);
    fputs("<tr><th scope=\"row\"><a href=\"", out);
    put_address(out, entry_text(entry, "output"));
    fputs("\">", out);
    if (page->several) put_document(page, entry);
    else put_whole(page, entry);
    fputs("</a>", out);
    if (!page->several) put_path(page, entry);
    fputs("</th><td class=\"n\">", out);
    put_number(page, json_integer_value(json_object_get(entry, "pages")));
    fputs("</td><td class=\"n\">", out);
    put_number(page, (json_integer_value(json_object_get(entry, "bytes")) + 500) / 1000);
    fputs("\xc2\xa0kB</td></tr>\n", out);
}

/* ---- what was not ---- */

static bool is_error(const json_t *message) {
    const char *severity = entry_text(message, "severity");
    return !strcmp(severity, "fout") || !strcmp(severity, "error");
}

/* The first error of a job that failed, with its place, and how many more there are. */
static void put_cause(IndexPage *page, const json_t *entry) {
    size_t i;
    json_t *message, *first = NULL;
    int more = 0;
    json_array_foreach(json_object_get(entry, "messages"), i, message) {
        if (is_error(message) && first) more++;
        else if (is_error(message)) first = message;
    }
    put_text(page->out, entry_text(first, "message"));
    json_int_t line = json_integer_value(json_object_get(first, "line"));
    if (more == 1) put(page, " (en nog een fout)", " (and one more error)");
    else if (more) fprintf(page->out, page->english ? " (and %d more errors)" : " (en nog %d fouten)", more);
    if (!line) return;
    fputs("<span class=\"i\">", page->out);
    put_text(page->out, entry_text(first, "file"));
    fprintf(page->out, page->english ? ", line %lld</span>" : ", regel %lld</span>", (long long)line);
}

static void put_failure(void *data, const json_t *entry) {
    IndexPage *page = data;
    if (!entry_is(entry, "failed")) return;
    fputs("<tr><th scope=\"row\">", page->out);
    put_whole(page, entry);
    put_path(page, entry);
    fputs("</th><td>", page->out);
    put_cause(page, entry);
    fputs("</td></tr>\n", page->out);
}

static void put_failures(IndexPage *page) {
    if (!page->failed) return;
    put(page, "<section aria-labelledby=\"mislukt\">\n<h2 id=\"mislukt\">Mislukt</h2>\n<table>\n"
              "<caption>Is de oorzaak weg, dan maakt dezelfde opdracht met --resume deze documenten alsnog.</caption>\n"
              "<thead><tr><th scope=\"col\">Document</th><th scope=\"col\" class=\"c\">Oorzaak</th></tr></thead>\n<tbody>\n",
        "<section aria-labelledby=\"mislukt\">\n<h2 id=\"mislukt\">Failed</h2>\n<table>\n"
        "<caption>Once the cause is gone, the same command with --resume makes these documents.</caption>\n"
        "<thead><tr><th scope=\"col\">Document</th><th scope=\"col\" class=\"c\">Cause</th></tr></thead>\n<tbody>\n");
    page->each(page->run, put_failure, page);
    fputs("</tbody>\n</table>\n</section>\n", page->out);
}

static void put_waiting(void *data, const json_t *entry) {
    IndexPage *page = data;
    if (!entry_is(entry, "pending")) return;
    fputs("<li>", page->out);
    put_whole(page, entry);
    fputs("</li>\n", page->out);
}

static void put_pending(IndexPage *page) {
    if (!page->pending) return;
    put(page, "<section aria-labelledby=\"wacht\">\n<h2 id=\"wacht\">Nog niet gemaakt</h2>\n<p>De run is onderbroken; met --resume gaat hij verder.</p>\n<ul>\n",
        "<section aria-labelledby=\"wacht\">\n<h2 id=\"wacht\">Not made yet</h2>\n<p>The run was interrupted; --resume goes on with it.</p>\n<ul>\n");
    page->each(page->run, put_waiting, page);
    fputs("</ul>\n</section>\n", page->out);
}

/* ---- the page ---- */

static void count_entry(void *data, const json_t *entry) {
    IndexPage *page = data;
    const char *input = entry_text(entry, "input");
    page->done += entry_is(entry, "done");
    page->failed += entry_is(entry, "failed");
    page->pending += entry_is(entry, "pending");
    if (page->input && !strcmp(page->input, input)) page->several = true;
    free(page->input);
    page->input = strdup(input);
}

static void put_summary(IndexPage *page) {
    fputs("<p>", page->out);
    put_number(page, page->done);
    if (page->done == 1) put(page, " document gemaakt", " document made");
    else put(page, " documenten gemaakt", " documents made");
    if (page->failed) {
        fputs(", <a class=\"f\" href=\"#mislukt\">", page->out);
        put_number(page, page->failed);
        put(page, " mislukt</a>", " failed</a>");
    }
    if (page->pending) {
        fputs(", <a href=\"#wacht\">", page->out);
        put_number(page, page->pending);
        put(page, " nog niet gemaakt</a>", " not made yet</a>");
    }
    fputs(".</p>\n", page->out);
}

static void put_page(void *data, FILE *out) {
    IndexPage *page = data;
    page->out = out;
    page->each(page->run, count_entry, page);
    free(page->input);
    page->input = NULL;
    fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n",
            page->english ? "en" : "nl");
    fprintf(out, "<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>%s</h1>\n", words(page, "Documenten", "Documents"), STYLE,
            words(page, "Documenten", "Documents"));
    put_summary(page);
    put_failures(page);
    page->each(page->run, put_made, page);
    close_section(page);
    put_pending(page);
    fputs("</main>\n</body>\n</html>\n", out);
}

int index_write(const char *folder, MessageLanguage language, EachEntry each, void *run) {
    Buffer path = {0};
    buffer_printf(&path, "%s/index.html", folder);
    IndexPage page = {.english = language == MESSAGES_ENGLISH, .each = each, .run = run};
    int error = file_write_by(path.data, put_page, &page);
    buffer_free(&path);
    return error;
}
