/* The index of a run: plain HTML that a screen reader can walk (headings, captions, row and column heads), no script. */
#include "job/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "job/entry.h"

static const char STYLE[] =
    "body{font:1rem/1.5 Lato,Carlito,\"Segoe UI\",sans-serif;color:#1c2733;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.25rem;margin:2rem 0 .25rem}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left;color:#4a5560;padding-bottom:.25rem}"
    "th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-top:1px solid #d5dbe1;font-weight:400}"
    "thead th{font-weight:700;border-top:0}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "a{color:#0b5394}.f{color:#a01c1c;font-weight:700}";

static void put_text(FILE *out, const char *text) {
    for (const char *p = text; *p; p++) {
        if (*p == '&') fputs("&amp;", out);
        else if (*p == '<') fputs("&lt;", out);
        else if (*p == '>') fputs("&gt;", out);
        else if (*p == '"') fputs("&quot;", out);
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

static void put_number(FILE *out, json_int_t value, bool english) {
    Arena *arena = arena_new();
    fputs(number_text(arena, decimal_int(value), NUMBER_PLAIN, english ? "en" : "nl"), out);
    arena_free(arena);
}

void index_open(IndexPage *page, FILE *out, MessageLanguage language) {
    *page = (IndexPage){.out = out, .english = language == MESSAGES_ENGLISH};
    const char *title = page->english ? "Documents" : "Documenten";
    fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>%s</title>\n<style>%s</style>\n</head>\n"
                               "<body>\n<main>\n<h1>%s</h1>\n", page->english ? "en" : "nl", title, STYLE, title);
}

static void close_section(IndexPage *page) {
    if (page->input) fputs("</tbody>\n</table>\n</section>\n", page->out);
    free(page->input);
    page->input = NULL;
}

static void open_section(IndexPage *page, const json_t *entry) {
    FILE *out = page->out;
    const char *input = entry_text(entry, "input"), *name = entry_text(entry, "partnership"), *year = entry_text(entry, "year");
    close_section(page);
    page->input = strdup(input);
    fprintf(out, "<section aria-labelledby=\"s%d\">\n<h2 id=\"s%d\">", page->sections + 1, page->sections + 1);
    page->sections++;
    put_text(out, *name ? name : input);
    if (*name && *year) fputs(", ", out), put_text(out, year);
    fputs(page->english ? "</h2>\n<table>\n<caption>Input: " : "</h2>\n<table>\n<caption>Invoer: ", out);
    put_text(out, input);
    fputs(page->english ? "</caption>\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">For</th>"
                                     "<th scope=\"col\" class=\"n\">Pages</th><th scope=\"col\" class=\"n\">Size</th></tr></thead>\n<tbody>\n"
                                   : "</caption>\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Voor</th>"
                                     "<th scope=\"col\" class=\"n\">Pagina’s</th><th scope=\"col\" class=\"n\">Omvang</th></tr></thead>\n<tbody>\n", out);
}

/* The first error of a job that failed. */
static const char *reason(const json_t *entry) {
    size_t i;
    json_t *message;
    json_array_foreach(json_object_get(entry, "messages"), i, message) {
        const char *severity = entry_text(message, "severity");
        if (!strcmp(severity, "fout") || !strcmp(severity, "error")) return entry_text(message, "message");
    }
    return "";
}

static void put_failure(IndexPage *page, const json_t *entry) {
    FILE *out = page->out;
    bool failed = entry_is(entry, "failed");
    put_text(out, *entry_text(entry, "template") ? entry_text(entry, "template") : "document");
    fprintf(out, ": <span class=\"f\">%s</span>", failed ? (page->english ? "failed" : "mislukt") : page->english ? "not made yet" : "nog niet gemaakt");
    if (failed && *reason(entry)) fputs(" – ", out), put_text(out, reason(entry));
}

static void put_link(IndexPage *page, const json_t *entry) {
    FILE *out = page->out;
    const char *title = entry_text(entry, "title"), *to = entry_text(entry, "recipient_name"), *template = entry_text(entry, "template");
    fputs("<a href=\"", out);
    put_address(out, entry_text(entry, "output"));
    fputs("\">", out);
    put_text(out, *to || !*title ? template : title); /* the input's title is that of the partnership's document */
    if (*to) fputs(", ", out), put_text(out, to);
    fputs("</a> (PDF)", out);
}

void index_entry(void *data, const json_t *entry) {
    IndexPage *page = data;
    FILE *out = page->out;
    if (!page->input || strcmp(page->input, entry_text(entry, "input"))) open_section(page, entry);
    fputs("<tr><th scope=\"row\">", out);
    if (entry_is(entry, "done")) put_link(page, entry);
    else put_failure(page, entry);
    fputs("</th><td>", out);
    const char *to = entry_text(entry, "recipient_name");
    put_text(out, *to ? to : page->english ? "everyone" : "iedereen");
    fputs("</td><td class=\"n\">", out);
    if (entry_is(entry, "done")) {
        put_number(out, json_integer_value(json_object_get(entry, "pages")), page->english);
        fputs("</td><td class=\"n\">", out);
        put_number(out, (json_integer_value(json_object_get(entry, "bytes")) + 512) / 1024, page->english);
        fputs(" kB</td></tr>\n", out);
    } else fputs("</td><td class=\"n\"></td></tr>\n", out);
}

void index_close(IndexPage *page) {
    close_section(page);
    fputs("</main>\n</body>\n</html>\n", page->out);
}

int index_write(const char *folder, void (*put)(void *data, FILE *out), void *data) {
    Buffer path = {0};
    buffer_printf(&path, "%s/index.html", folder);
    int error = file_write_by(path.data, put, data);
    buffer_free(&path);
    return error;
}
