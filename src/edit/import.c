/* Chooses the sheets, compares them with what the input has, and changes the files that hold the lists. */
#include "edit/import.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/change.h"
#include "base/file.h"
#include "input/outline.h"
#include "edit/messages.h"
#include "job/messages.h"
#include "language/language.h"
#include "edit/next_year.h"

typedef struct Importing {
    Arena *arena;
    const Year *year;
    Diagnostics *diagnostics;
    ImportTable *tables;
    int count;
    ImportResult *result;
    Map *written; /* file name -> ChangedFile */
} Importing;

static const InputFile *input_file(const Year *year, const char *name) {
    for (int i = 0; i < year->input->file_count; i++)
        if (strcmp(year->input->files[i].name, name) == 0) return &year->input->files[i];
    return NULL;
}

/* ---- which sheets ---- */

/* Two sheets that are one list are not joined, and none of them is the last word. */
static bool only_one(Importing *im, const ImportTable *t) {
    for (int i = 0; i < im->count; i++) {
        const ImportTable *earlier = &im->tables[i];
        if (strcmp(earlier->list, t->list)) continue;
        diagnostics_report(im->diagnostics, &I253_TWO_SHEETS, (Place){t->sheet->shown, 0, 0}, (Report){.arguments = {earlier->sheet->name, t->sheet->name, t->list}});
        return false;
    }
    return true;
}

static bool read_tables(Importing *im, const Spreadsheet *spreadsheet, const ImportOptions *options) {
    bool good = true, seen_sheet = false;
    im->tables = ARENA_ARRAY(im->arena, (size_t)spreadsheet->count, ImportTable);
    for (int i = 0; i < spreadsheet->count; i++) {
        const Sheet *sheet = &spreadsheet->sheets[i];
        if (options->sheet ? strcasecmp(options->sheet, sheet->name) != 0 : sheet->hidden) continue;
        seen_sheet = true;
        ImportTable *t = &im->tables[im->count];
        if (import_table(im->arena, im->year->partnership, sheet, options->list, im->diagnostics, t)) {
            good = only_one(im, t) && good;
            im->count++;
        }
        else if (t->list) good = false;
    }
    if (im->count || !good) return good;
    diagnostics_report(im->diagnostics, &I240_NO_TABLE, (Place){spreadsheet->sheets[0].shown, 0, 0},
                       (Report){.found = seen_sheet || !options->sheet ? NULL : options->sheet});
    return false;
}

/* ---- what changes ---- */

static void add_change(ImportResult *result, Arena *arena, ImportChange change) {
    if ((result->change_count & (result->change_count - 1)) == 0) { /* full at every power of two */
        ImportChange *list = ARENA_ARRAY(arena, result->change_count ? (size_t)result->change_count * 2 : 1, ImportChange);
        if (result->change_count) memcpy(list, result->changes, (size_t)result->change_count * sizeof *list);
        result->changes = list;
    }
    result->changes[result->change_count++] = change;
}

/* The part of the input that a list stands in, NULL: the root. */
static const LanguageElement *home_of(const char *list) {
    const LanguageElement *root = language_root();
    for (int i = 0; i < language_child_count(root); i++) {
        const LanguageElement *part = language_child_at(root, i);
        if (language_kind(part) == ELEMENT_PART && language_child(part, list)) return part;
    }
    return NULL;
}

/* The attribute by which a list names its file. */
static const char *source_of(const char *list) {
    const LanguageElement *home = home_of(list);
    return language_attribute_of_kind(language_child(home ? home : language_root(), list), VALUE_FILE)->name;
}

static const Node *present_list(const Year *year, const char *list) {
    const LanguageElement *home = home_of(list);
    const Node *in = home ? node_child(year->input->root, language_name(home)) : year->input->root;
    return in ? node_child(in, list) : NULL;
}

static void compare(Importing *im, const ImportTable *t) {
    const Partnership *p = im->year->partnership;
    const Node *list = present_list(im->year, t->list);
    Map *before = map_new(im->arena), *after = map_new(im->arena);
    if (list) import_present(im->arena, p, list, before);
    for (int i = 0; i < t->row_count; i++)
        for (int c = 0; c < t->column_count; c++)
            if (import_is_value(t, c) && *import_count(&t->rows[i], c))
                map_put(after, import_cell_name(im->arena, p, &t->rows[i], t->columns[c]), (void *)import_count(&t->rows[i], c));
    for (size_t i = 0; i < map_count(after); i++) {
        const char *now = map_value(after, i), *was = map_get(before, map_key(after, i));
        if (!was || strcmp(was, now)) add_change(im->result, im->arena, (ImportChange){t->list, map_key(after, i), was ? was : "", now});
    }
    for (size_t i = 0; i < map_count(before); i++)
        if (!map_get(after, map_key(before, i))) add_change(im->result, im->arena, (ImportChange){t->list, map_key(before, i), map_value(before, i), ""});
}

/* ---- where it goes ---- */

static void put_file(Importing *im, const char *name, const char *bytes, size_t size) {
    ChangedFile *file = ARENA_NEW(im->arena, ChangedFile);
    *file = (ChangedFile){name, bytes, size};
    map_put(im->written, name, file);
}

/* The text of an XML file of the input: as changed so far, else as read. */
static char *text_of(Importing *im, const InputFile *file, size_t *size) {
    const ChangedFile *changed = map_get(im->written, file->name);
    if (!changed) return xml_file_text(im->arena, file, size);
    *size = changed->size;
    return arena_strndup(im->arena, changed->bytes, changed->size);
}

/* Keeps the separator and the byte-order mark that the file has. */
static void put_csv(Importing *im, const ImportTable *t, const char *name) {
    const InputFile *old = input_file(im->year, name);
    bool mark = old && old->size >= 3 && memcmp(old->bytes, "\xEF\xBB\xBF", 3) == 0;
    const char *line_end = old ? memchr(old->bytes, '\n', old->size) : NULL;
    size_t head = !old ? 0 : line_end ? (size_t)(line_end - (const char *)old->bytes) : old->size, size;
    bool comma = old && memchr(old->bytes, ',', head) && !memchr(old->bytes, ';', head);
    char *csv = import_csv(im->arena, im->year->partnership, t, comma ? ',' : ';', mark, &size);
    put_file(im, name, csv, size);
}

/* The list element in an XML file of the input, NULL when it is not there. */
static OutlineNode *find_list(OutlineNode *root, const char *list) {
    const LanguageElement *home = home_of(list);
    for (OutlineNode *n = root; n; n = outline_walk(root, n))
        if (strcmp(n->name, list) == 0 && (!n->parent || strcmp(n->parent->name, language_name(home ? home : language_root())) == 0)) return n;
    return NULL;
}

static const char *csv_name(const char *list) {
    static const char *const NAMES[][2] = {{"leerlingen", "leerlingen.csv"}, {"plaatsingen", "plaatsingen.csv"}, {"eerstejaars", "eerstejaars.csv"},
                                           {"wisselaars", "wisselaars.csv"}, {"per-instituut", "studenten-per-instituut.csv"}, {"per-niveau", "studenten-per-niveau.csv"}};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(NAMES[i][0], list) == 0) return NAMES[i][1];
    return "lijst.csv";
}

static const char *prefix_of(Arena *arena, const char *text, const OutlineNode *root) {
    size_t n = strcspn(text + root->start + 1, ": \t\r\n/>");
    return text[root->start + 1 + n] == ':' ? arena_strndup(arena, text + root->start + 1, n + 1) : "";
}

/* A file that the list does not name is somebody else's, or another list's: it is not overwritten. A folder of that name
 * is told when it comes to writing. */
static bool is_free(Importing *im, const InputFile *file, const char *csv) {
    const char *path = arena_printf(im->arena, "%s/%s", im->year->input->folder, next_year_name(im->arena, file, csv));
    struct stat status;
    if (lstat(path, &status) != 0 || S_ISDIR(status.st_mode)) return true;
    diagnostics_report(im->diagnostics, &I256_FOREIGN_FILE, (Place){path, 0, 0}, (Report){.arguments = {csv}});
    return false;
}

/* The element gets bron=, its rows go: they are in the CSV file now. */
static bool point_to_csv(Importing *im, const InputFile *file, const char *text, size_t size, const OutlineNode *node, const ImportTable *t) {
    const char *csv = csv_name(t->list), *source = outline_get(node, source_of(t->list));
    if (source) {
        put_csv(im, t, next_year_name(im->arena, file, source));
        return true;
    }
    if (!is_free(im, file, csv)) return false;
    Changes changes = {.arena = im->arena};
    const char *open = arena_strndup(im->arena, text + node->start, node->open_end - node->start);
    size_t cut = strlen(open) - 1;
    while (cut > 0 && (open[cut] == '>' || open[cut] == '/' || strchr(" \t\r\n", open[cut]))) cut--;
    changes_add(&changes, node->start, node->end, arena_printf(im->arena, "%.*s %s=\"%s\"/>", (int)cut + 1, open, source_of(t->list), csv));
    char *changed = changes_apply(&changes, text, 0, size, &size);
    put_file(im, file->name, changed, size);
    put_csv(im, t, next_year_name(im->arena, file, csv));
    return true;
}

/* A list that the input does not have yet: at the end of the part that it stands in, or of the main file. */
static bool add_list(Importing *im, const ImportTable *t) {
    const Input *input = im->year->input;
    const LanguageElement *part = home_of(t->list);
    for (int round = 0; round < 2; round++) /* first in that part, wherever it stands */
        for (int i = 0; i < input->file_count && !(!part && round == 0); i++) {
            const InputFile *file = &input->files[i];
            size_t size, n = strlen(file->name);
            char *text = n > 4 && !strcmp(file->name + n - 4, ".xml") ? text_of(im, file, &size) : i == 0 ? text_of(im, file, &size) : NULL;
            OutlineNode *root = text ? outline_read(im->arena, text, size) : NULL, *home = root;
            while (home && round == 0 && strcmp(home->name, language_name(part))) home = outline_walk(root, home);
            if (!home) continue;
            const char *x = prefix_of(im->arena, text, root), *csv = csv_name(t->list);
            if (!is_free(im, file, csv)) return false;
            const char *element = arena_printf(im->arena, "  <%s%s %s=\"%s\"/>\n", x, t->list, source_of(t->list), csv);
            if (round == 1 && part) element = arena_printf(im->arena, "  <%s%s>\n  %s  </%s%s>\n", x, language_name(part), element, x, language_name(part));
            Changes changes = {.arena = im->arena};
            if (home->end == home->open_end) { /* empty: <part/> */
                size_t cut = home->end - 2;
                changes_add(&changes, cut, home->end, arena_printf(im->arena, ">\n  %s  </%s%s>", element, x, home->name));
            } else changes_add(&changes, home->close_start, home->close_start, element);
            char *changed = changes_apply(&changes, text, 0, size, &size);
            put_file(im, file->name, changed, size);
            put_csv(im, t, next_year_name(im->arena, file, csv));
            return true;
        }
    return false;
}

static bool place_table(Importing *im, const ImportTable *t) {
    const Input *input = im->year->input;
    for (int i = 0; i < input->file_count; i++) {
        const InputFile *file = &input->files[i];
        size_t size, n = strlen(file->name);
        if (i && (n < 4 || strcmp(file->name + n - 4, ".xml"))) continue;
        char *text = text_of(im, file, &size);
        OutlineNode *root = text ? outline_read(im->arena, text, size) : NULL, *node = root ? find_list(root, t->list) : NULL;
        if (!node) continue;
        return point_to_csv(im, file, text, size, node, t);
    }
    return add_list(im, t);
}

static JobResult write_files(Importing *im) {
    const char *folder = im->year->input->folder, *failed;
    size_t count = map_count(im->written);
    ChangedFile *files = ARENA_ARRAY(im->arena, count + 1, ChangedFile);
    for (size_t i = 0; i < count; i++) files[i] = *(const ChangedFile *)map_value(im->written, i);
    int error = change_write(folder, files, (int)count, &failed);
    if (!error) return JOB_DONE;
    const char *path = failed == folder ? folder : arena_printf(im->arena, "%s/%s", folder, failed);
    diagnostics_report(im->diagnostics, &S103_CANNOT_WRITE, (Place){path, 0, 0}, (Report){.arguments = {error_words(error)}});
    return JOB_SYSTEM;
}

JobResult import_spreadsheet(const Year *year, const Spreadsheet *spreadsheet, const ImportOptions *options,
                             Diagnostics *diagnostics, ImportResult *result) {
    *result = (ImportResult){0};
    Importing im = {.arena = year->arena, .year = year, .diagnostics = diagnostics, .result = result, .written = map_new(year->arena)};
    if (!read_tables(&im, spreadsheet, options)) return JOB_INPUT_FAULTS;
    for (int i = 0; i < im.count; i++) {
        result->kept += import_keep(im.arena, year->partnership, present_list(year, im.tables[i].list), options->replace, diagnostics, &im.tables[i]);
        compare(&im, &im.tables[i]);
        if (!place_table(&im, &im.tables[i])) return JOB_INPUT_FAULTS;
    }
    result->files = ARENA_ARRAY(im.arena, map_count(im.written) + 1, const char *);
    for (size_t i = 0; i < map_count(im.written); i++) result->files[result->file_count++] = map_key(im.written, i);
    return options->dry ? JOB_DONE : write_files(&im);
}
