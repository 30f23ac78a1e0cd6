/* A list from a spreadsheet for the next year: the same rows and columns, every count asked for anew. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "job/next_year.h"

static const char *const KEYS[] = {"locatie", "school", "instituut", "niveau"};
static const char *const KEY_FIGURES[] = {"waarde", "van"}; /* of kengetallen: the only counts */

static bool same(const char *text, size_t size, const char *word) {
    while (size && strchr(" \"\t", *text)) text++, size--;
    while (size && strchr(" \"\t", text[size - 1])) size--;
    return size == strlen(word) && strncasecmp(text, word, size) == 0;
}

static bool is_count(const char *list, const char *heading, size_t size) {
    bool figures = strcmp(list, "kengetallen") == 0;
    const char *const *names = figures ? KEY_FIGURES : KEYS;
    for (size_t i = 0; i < (figures ? 2 : 4); i++)
        if (same(heading, size, names[i])) return figures;
    return !figures;
}

/* Size of the cell at p, up to its separator or the end of the line; quotation marks hide both. */
static size_t cell_size(const char *p, char separator) {
    size_t n = 0;
    bool quoted = false;
    for (; p[n] && (quoted || (p[n] != separator && p[n] != '\r' && p[n] != '\n')); n++)
        if (p[n] == '"') quoted = !quoted;
    return n;
}

static char guess_separator(const char *text) {
    size_t n = strcspn(text, "\r\n"), counts[3] = {0};
    for (size_t i = 0; i < n; i++) {
        counts[0] += text[i] == ';';
        counts[1] += text[i] == ',';
        counts[2] += text[i] == '\t';
    }
    if (counts[2] > counts[0] && counts[2] > counts[1]) return '\t';
    return counts[1] > counts[0] ? ',' : ';';
}

enum { MAX_COLUMNS = 500 };

const unsigned char *next_year_csv(NextYear *plan, const InputFile *file, const char *list, size_t *size) {
    size_t text_size, bad;
    const char *encoding;
    char *text = text_decode(plan->arena, (const char *)file->bytes, file->size, &text_size, &encoding, &bad);
    bool counts[MAX_COLUMNS] = {0}, marked = file->size >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0;
    if (!text) return *size = file->size, file->bytes;
    Buffer out = {0};
    buffer_append(&out, "\xEF\xBB\xBF", marked || strcmp(encoding, "UTF-8") ? 3 : 0); /* spreadsheets then read UTF-8 */
    char separator = guess_separator(text);
    int line = 0, column = 0;
    for (const char *p = text; *p;) {
        size_t n = cell_size(p, separator);
        bool key = column >= MAX_COLUMNS || !counts[column];
        if (line == 0 && column < MAX_COLUMNS) counts[column] = is_count(list, p, n);
        if (line == 0 || key) buffer_append(&out, p, n);
        else {
            buffer_putc(&out, '?');
            plan->questions++;
        }
        p += n;
        if (*p == separator) {
            buffer_putc(&out, *p++);
            column++;
        } else {
            while (*p == '\r' || *p == '\n') buffer_putc(&out, *p++);
            line++;
            column = 0;
        }
    }
    *size = out.size;
    const unsigned char *result = (const unsigned char *)arena_strndup(plan->arena, out.data ? out.data : "", out.size);
    buffer_free(&out);
    return result;
}
