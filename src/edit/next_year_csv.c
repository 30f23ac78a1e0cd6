/* A list from a spreadsheet for the next year: the same rows and columns, every count asked for anew; a cell that was
 * empty stays so where nobody had a count (an institute that does not offer a level). */
#include <string.h>
#include <strings.h>

#include "base/name.h"
#include "base/text.h"
#include "edit/next_year.h"

const LanguageElement *next_year_row(const LanguageElement *list) {
    return language_child_at(list, 0);
}

bool next_year_rows_go(const LanguageElement *list) {
    return language_next(next_year_row(list)) == NEXT_COMMENT;
}

static bool same(const char *text, size_t size, const char *word) {
    while (size && strchr(" \"\t", *text)) text++, size--;
    while (size && strchr(" \"\t", text[size - 1])) size--;
    return size == strlen(word) && strncasecmp(text, word, size) == 0;
}

/* What a column is; NULL: nothing that the list knows. */
static const LanguageAttribute *column_of(const LanguageElement *row, const char *heading, size_t size) {
    const LanguageAttribute *other = NULL;
    for (int i = 0; i < language_attribute_count(row); i++) {
        const LanguageAttribute *a = language_attribute_at(row, i);
        if (!a->name) other = a;
        else if (same(heading, size, a->name)) return a;
    }
    return other;
}

static bool refers_to(const LanguageAttribute *a, KeyKind kind) {
    for (const KeyKind *k = a ? a->refers : NULL; k && *k != KEY_KINDS; k++)
        if (*k == kind) return true;
    return false;
}

static bool has_counts(const LanguageElement *row) {
    for (int i = 0; i < language_attribute_count(row); i++)
        if (language_attribute_at(row, i)->next == NEXT_ASK) return true;
    return false;
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

typedef struct Sheet {
    NextYear *plan;
    const char *text;
    const LanguageElement *list, *row;
    const Node *filled; /* a row that the file became, NULL: none */
    char separator;
    bool counts[MAX_COLUMNS];
    int institute, location; /* columns, -1: there is none */
    bool other_key;          /* is there a column that tells rows of one location apart? */
    Map *offered;            /* "institute|column" that has a count in any row */
} Sheet;

/* Where the next line starts. */
static const char *after_line(const char *p) {
    while (*p == '\r' || *p == '\n') p++;
    return p;
}

/* A row of this year's input that came from the file. */
static const Node *row_from(const NextYear *plan, const LanguageElement *list, const char *file) {
    const Node *root = plan->year->input->root;
    for (const Node *n = root; n; n = node_walk(root, n, NULL)) {
        const LanguageAttribute *names = language_of(n) == list ? language_attribute_of_kind(list, VALUE_FILE) : NULL;
        const char *name = names ? node_get(n, names->name) : NULL;
        size_t size = name ? strlen(name) : 0, whole = strlen(file);
        if (name && size <= whole && strcmp(file + whole - size, name) == 0 && (size == whole || file[whole - size - 1] == '/')) return node_child(n, NULL);
    }
    return NULL;
}

/* The same, for a cell that is what its column says. */
static const LanguageAttribute *heading_of(const Sheet *s, const char *heading, size_t size) {
    const LanguageAttribute *found = column_of(s->row, heading, size);
    const char *name = found && !found->name && s->filled ? name_of_column(s->plan->arena, arena_strndup(s->plan->arena, heading, size)) : NULL;
    return name ? language_attribute_of(s->filled, &(Attribute){.name = name}) : found;
}

static void read_headings(Sheet *s) {
    const char *p = s->text;
    s->institute = s->location = -1;
    for (int column = 0; column < MAX_COLUMNS; column++) {
        size_t n = cell_size(p, s->separator);
        const LanguageAttribute *a = heading_of(s, p, n);
        s->counts[column] = a && a->next == NEXT_ASK;
        if (refers_to(a, KEY_INSTITUTE)) s->institute = column;
        if (refers_to(a, KEY_LOCATION)) s->location = column;
        s->other_key |= refers_to(a, KEY_INSTITUTE) || refers_to(a, KEY_LEVEL);
        p += n;
        if (*p++ != s->separator) break;
    }
}

/* The text of a cell of the line at p, without the signs around it. */
static const char *cell_text(const Sheet *s, const char *p, int wanted) {
    for (int column = 0; wanted >= 0; column++) {
        size_t n = cell_size(p, s->separator);
        if (column == wanted) {
            while (n && strchr(" \"\t", *p)) p++, n--;
            while (n && strchr(" \"\t", p[n - 1])) n--;
            return arena_strndup(s->plan->arena, p, n);
        }
        p += n;
        if (*p++ != s->separator) break;
    }
    return "";
}

static const char *offer(const Sheet *s, const char *institute, int column) {
    return arena_printf(s->plan->arena, "%s|%d", institute, column);
}

/* Which counts are made at all, by institute where rows name one. */
static void find_offered(Sheet *s) {
    for (const char *p = after_line(s->text + strcspn(s->text, "\r\n")); *p; p = after_line(p)) {
        const char *institute = cell_text(s, p, s->institute);
        for (int column = 0;; column++) {
            size_t n = cell_size(p, s->separator);
            if (column < MAX_COLUMNS && s->counts[column] && !same(p, n, "")) map_put(s->offered, offer(s, institute, column), s);
            p += n;
            if (*p != s->separator) break;
            p++;
        }
    }
}

/* One line after the headings; returns where it ends. */
static const char *put_line(Sheet *s, const char *p, Buffer *out) {
    const char *institute = cell_text(s, p, s->institute);
    bool alone = language_kind(s->row) == ELEMENT_THING; /* what another row offers says nothing of it */
    for (int column = 0;; column++) {
        size_t n = cell_size(p, s->separator);
        bool count = column < MAX_COLUMNS && s->counts[column];
        bool asked = count && (!same(p, n, "") || (!alone && map_get(s->offered, offer(s, institute, column))));
        if (asked) buffer_putc(out, '?');
        else buffer_append(out, p, n);
        s->plan->questions += asked;
        p += n;
        if (*p != s->separator) return p;
        buffer_putc(out, *p++);
    }
}

/* Does the list hold no row of that location, by key or name? */
static bool is_missing(const Sheet *s, const Location *location) {
    const Node *root = s->plan->year->input->root;
    const char *const names[] = {location->key, location->name, location->abbreviation};
    for (const Node *n = node_walk(root, root, NULL); n; n = node_walk(root, n, NULL)) {
        if (language_of(n->parent) != s->list) continue;
        for (const Attribute *a = n->attributes; a; a = a->next)
            for (int i = 0; i < 3 && refers_to(language_attribute_of(n, a), KEY_LOCATION); i++)
                if (names[i] && !strcmp(names[i], a->value)) return false;
    }
    return true;
}

/* Locations without a row get one, where a location has one row; of a list with more, check tells. */
static void put_missing(Sheet *s, Buffer *out) {
    const Partnership *p = s->plan->year->partnership;
    if (s->location < 0 || s->other_key || language_role(s->list) != LANGUAGE_ROLE_EVERY_LOCATION) return;
    if (out->size && out->data[out->size - 1] != '\n') buffer_putc(out, '\n');
    for (int l = 0; l < p->location_count; l++) {
        if (!is_missing(s, &p->locations[l])) continue;
        const char *h = s->text;
        for (int column = 0;; column++) {
            h += cell_size(h, s->separator);
            bool count = column < MAX_COLUMNS && s->counts[column] && map_get(s->offered, offer(s, "", column));
            if (column == s->location) buffer_puts(out, p->locations[l].key);
            else if (count) buffer_putc(out, '?');
            s->plan->questions += count;
            if (*h++ != s->separator) break;
            buffer_putc(out, s->separator);
        }
        buffer_putc(out, '\n');
    }
}

const unsigned char *next_year_csv(NextYear *plan, const InputFile *file, const LanguageElement *list, size_t *size) {
    size_t text_size, bad;
    const char *encoding;
    bool stays = !has_counts(next_year_row(list)) || language_next(list) == NEXT_LEAVE;
    char *text = stays ? NULL : text_decode(plan->arena, (const char *)file->bytes, file->size, &text_size, &encoding, &bad);
    bool marked = file->size >= 3 && memcmp(file->bytes, "\xEF\xBB\xBF", 3) == 0;
    if (!text) return *size = file->size, file->bytes;
    Sheet s = {.plan = plan, .text = text, .list = list, .row = next_year_row(list), .filled = row_from(plan, list, file->name), .separator = guess_separator(text), .offered = map_new(plan->arena)};
    read_headings(&s);
    find_offered(&s);
    Buffer out = {0};
    buffer_append(&out, "\xEF\xBB\xBF", marked || strcmp(encoding, "UTF-8") ? 3 : 0); /* spreadsheets then read UTF-8 */
    const char *p = text;
    for (bool first = true; *p; first = false) {
        size_t n = strcspn(text, "\r\n");
        if (first) buffer_append(&out, text, n), p += n;
        else p = put_line(&s, p, &out);
        const char *next = after_line(p);
        buffer_append(&out, p, (size_t)(next - p));
        p = next;
    }
    put_missing(&s, &out);
    *size = out.size;
    const unsigned char *result = (const unsigned char *)arena_strndup(plan->arena, out.data ? out.data : "", out.size);
    buffer_free(&out);
    return result;
}
