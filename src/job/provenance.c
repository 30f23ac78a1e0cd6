/* How a document came about: template, house style, date, and the files of program and input with their checksums. */
#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "calc/output.h"
#include "job/messages.h"
#include "job/provenance.h"

enum { PROGRAM_FILE_MOST = 64 << 20 };

static void add_file(json_t *list, Resources *resources, const char *name) {
    Buffer bytes = {0};
    char digest[65];
    if (file_read(resources_path(resources, name), PROGRAM_FILE_MOST, &bytes) == 0) {
        sha256_hex(bytes.data ? bytes.data : "", bytes.size, digest);
        json_array_append_new(list, json_pack("{s:s,s:s}", "naam", name, "sha256", digest));
    }
    buffer_free(&bytes);
}

/* Every file of a program folder, in order of name. */
static void add_folder(json_t *list, Resources *resources, Arena *arena, const char *folder) {
    struct dirent **names = NULL;
    int count = scandir(resources_path(resources, folder), &names, NULL, NULL);
    for (int pass = 0; pass < 2 && count > 0; pass++) {
        if (pass == 0) { /* byte order, whatever the locale */
            for (int i = 1; i < count; i++)
                for (int k = i; k > 0 && strcmp(names[k - 1]->d_name, names[k]->d_name) > 0; k--) {
                    struct dirent *swap = names[k];
                    names[k] = names[k - 1];
                    names[k - 1] = swap;
                }
            continue;
        }
        for (int i = 0; i < count; i++)
            if (names[i]->d_name[0] != '.') add_file(list, resources, arena_printf(arena, "%s/%s", folder, names[i]->d_name));
    }
    for (int i = 0; i < count; i++) free(names[i]);
    free(names);
}

static json_t *source_list(const Sources *sources) {
    json_t *list = json_array();
    for (int i = 0; i < sources->count; i++) {
        char digest[65];
        sha256_hex(sources->files[i].bytes, sources->files[i].size, digest);
        json_array_append_new(list, json_pack("{s:s,s:s}", "naam", sources->files[i].name, "sha256", digest));
    }
    return list;
}

/* The fonts that are not those of the catalogue, which itself is among the files. */
static json_t *build_list(const Sources *sources) {
    json_t *list = json_array();
    for (int i = 0; i < sources->build_count; i++)
        if (!sources->builds[i].known)
            json_array_append_new(list, json_pack("{s:s,s:s}", "naam", sources->builds[i].file, "sha256", sources->builds[i].sha256));
    return list;
}

void provenance_write(Buffer *out, Resources *resources, const Year *year, const RenderOptions *options, const Sources *sources) {
    json_t *files = json_array();
    add_file(files, resources, arena_printf(year->arena, "templates/%s.xsl", options->template));
    add_folder(files, resources, year->arena, "templates/lib");
    add_file(files, resources, arena_printf(year->arena, "templates/style/%s.xml", options->style));
    add_file(files, resources, "input/jaarverslag.xsd");
    add_file(files, resources, "fonts/catalogue.tsv");
    json_t *all = json_pack("{s:s,s:s,s:s,s:s,s:s,s:s,s:o,s:o}", "programma", "jaarverslag", "sjabloon", options->template, "huisstijl", options->style,
                            "voor", options->recipient ? options->recipient : "", "datum", options->date ? options->date : "", "hoofdbestand",
                            sources->count ? sources->files[0].name : "", "invoer", source_list(sources), "bestanden", files);
    json_t *builds = build_list(sources);
    if (json_array_size(builds)) json_object_set(all, "lettertypen", builds);
    json_decref(builds);
    char *text = all ? json_dumps(all, JSON_INDENT(2)) : NULL;
    if (text) {
        buffer_puts(out, text);
        buffer_putc(out, '\n');
    }
    free(text);
    json_decref(all);
}

/* Letters, digits, dashes: a name that cannot lead anywhere else. */
static bool plain_name(const char *name, bool may_be_empty) {
    if (!name || (!*name && !may_be_empty)) return false;
    return strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == strlen(name);
}

bool provenance_template(const char *name, Place place, Diagnostics *diagnostics) {
    if (plain_name(name, false)) return true;
    diagnostics_report(diagnostics, &S107_OWN_TEMPLATE, place, (Report){.arguments = {name}});
    return false;
}

bool safe_name(const char *name) {
    if (!*name || strlen(name) > 1000) return false;
    for (const char *part = name; part;) {
        if (*part == '.' || *part == '/' || !*part || *part == '\\') return false;
        part = strchr(part, '/');
        if (part) part++;
    }
    return true;
}

/* A house style of the program by its name, or an own one: a file of the input. */
static bool style_name(const char *name) {
    size_t n = name ? strlen(name) : 0;
    return plain_name(name, false) || (n > 4 && !strcmp(name + n - 4, ".xml") && safe_name(name));
}

static const SourceDigest *source_digests(Arena *arena, const json_t *list, int *count) {
    size_t n = json_array_size(list) < 10000 ? json_array_size(list) : 10000;
    SourceDigest *out = ARENA_ARRAY(arena, n + 1, SourceDigest);
    *count = 0;
    for (size_t i = 0; i < n; i++) {
        const char *name = json_string_value(json_object_get(json_array_get(list, i), "naam"));
        const char *digest = json_string_value(json_object_get(json_array_get(list, i), "sha256"));
        if (name && digest) out[(*count)++] = (SourceDigest){arena_strdup(arena, name), arena_strdup(arena, digest)};
    }
    return out;
}

/* Only names that provenance_write makes: of a folder of the program, without a way up. */
static bool program_file(const char *name) {
    static const char *const folders[] = {"templates/", "input/jaarverslag.xsd", "fonts/catalogue.tsv"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (!strncmp(name, folders[i], strlen(folders[i]))) return !strstr(name, "..") && strlen(name) < 200;
    return false;
}

static const char **changed_files(Arena *arena, Resources *resources, const json_t *files) {
    size_t count = json_array_size(files) < 200 ? json_array_size(files) : 200, n = 0;
    const char **changed = ARENA_ARRAY(arena, count + 1, const char *);
    for (size_t i = 0; i < count; i++) {
        const char *name = json_string_value(json_object_get(json_array_get(files, i), "naam"));
        const char *digest = json_string_value(json_object_get(json_array_get(files, i), "sha256"));
        if (!name || !digest || !program_file(name)) continue;
        Buffer bytes = {0};
        char now[65] = "";
        if (file_read(resources_path(resources, name), PROGRAM_FILE_MOST, &bytes) == 0) sha256_hex(bytes.data ? bytes.data : "", bytes.size, now);
        if (strcmp(now, digest)) changed[n++] = arena_strdup(arena, name);
        buffer_free(&bytes);
    }
    return changed;
}

bool provenance_read(Arena *arena, Resources *resources, const char *json, size_t size, Provenance *out) {
    json_t *all = json_loadb(json, size, JSON_REJECT_DUPLICATES, NULL);
    const char *template = NULL, *style = NULL, *recipient = NULL, *main_file = NULL, *date = NULL;
    bool read = all && json_unpack(all, "{s:s,s:s,s:s,s:s,s:s}", "sjabloon", &template, "huisstijl", &style, "voor", &recipient, "hoofdbestand", &main_file, "datum", &date) == 0;
    read = read && plain_name(template, false) && style_name(style) && plain_name(recipient, true) && safe_name(main_file) && (!*date || date_valid(date));
    if (read) {
        *out = (Provenance){.template = arena_strdup(arena, template), .style = arena_strdup(arena, style), .recipient = *recipient ? arena_strdup(arena, recipient) : NULL,
                            .main_file = arena_strdup(arena, main_file), .date = *date ? arena_strdup(arena, date) : NULL,
                            .changed = changed_files(arena, resources, json_object_get(all, "bestanden"))};
        out->sources = source_digests(arena, json_object_get(all, "invoer"), &out->source_count);
        out->builds = source_digests(arena, json_object_get(all, "lettertypen"), &out->build_count);
    }
    json_decref(all);
    return read;
}

/* The folder part of the input as messages show it: "input/bos-2020-2021/"; "" when files are named as they are. */
static const char *shown_folder(const Year *year) {
    const char *file = year->input->root->place.file, *name = year->input->file_count ? year->input->files[0].name : "";
    size_t n = file ? strlen(file) : 0, m = strlen(name);
    if (n <= m || strcmp(file + n - m, name)) return "";
    return arena_strndup(year->arena, file, n - m);
}

/* A package says the same wherever its input lay: names of files lose their folder. */
void provenance_without_folder(Buffer *text, const Year *year) {
    const char *folder = shown_folder(year);
    size_t n = strlen(folder);
    if (!n || !text->size) return;
    Buffer out = {0};
    const char *at = text->data, *found;
    while ((found = strstr(at, folder))) {
        buffer_append(&out, at, (size_t)(found - at));
        at = found + n;
    }
    buffer_puts(&out, at);
    buffer_free(text);
    *text = out;
}

void package_facts(Buffer *out, const Year *year) {
    facts_write_csv(out, year->ledger);
    provenance_without_folder(out, year);
}
