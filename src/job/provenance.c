/* How a document came about: template, house style, and the program's own files with their checksums. */
#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "job/package.h"

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

void provenance_write(Buffer *out, Resources *resources, const Year *year, const RenderOptions *options) {
    const Node *root = year->input->root;
    const char *style = options->style ? options->style : node_get_or(root, "huisstijl", "bos");
    const char *template = year_template(year, options);
    json_t *files = json_array();
    add_file(files, resources, arena_printf(year->arena, "templates/%s.xsl", template));
    add_folder(files, resources, year->arena, "templates/lib");
    add_file(files, resources, arena_printf(year->arena, "templates/style/%s.xml", style));
    add_file(files, resources, "input/jaarverslag.xsd");
    add_file(files, resources, "fonts/catalogue.tsv");
    json_t *all = json_pack("{s:s,s:s,s:s,s:s,s:s,s:o}", "programma", "jaarverslag", "sjabloon", template, "huisstijl", style, "voor",
                            options->recipient ? options->recipient : "", "hoofdbestand",
                            year->input->file_count ? year->input->files[0].name : "", "bestanden", files);
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
    const char *template = NULL, *style = NULL, *recipient = NULL, *main_file = NULL;
    bool read = all && json_unpack(all, "{s:s,s:s,s:s,s:s}", "sjabloon", &template, "huisstijl", &style, "voor", &recipient, "hoofdbestand", &main_file) == 0;
    read = read && plain_name(template, false) && plain_name(style, false) && plain_name(recipient, true) && *main_file;
    if (read)
        *out = (Provenance){arena_strdup(arena, template), arena_strdup(arena, style), *recipient ? arena_strdup(arena, recipient) : NULL,
                            arena_strdup(arena, main_file), changed_files(arena, resources, json_object_get(all, "bestanden"))};
    json_decref(all);
    return read;
}
