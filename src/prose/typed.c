/* Numbers in digits that a document counts or measures with, and what they are numbers of. */
#include "prose/typed.h"

#include <ctype.h>
#include <string.h>

static bool is_letter(char c) {
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Copies the word that begins at p in lower case. */
static const char *word_at(Arena *arena, const char *p) {
    size_t n = 0;
    while (is_letter(p[n]) || (n && p[n] == '-' && is_letter(p[n + 1]))) n++;
    char *word = arena_strndup(arena, p, n);
    for (char *c = word; *c; c++) *c = (char)tolower((unsigned char)*c);
    return word;
}

static bool among(const char *word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0) return true;
    return false;
}

/* The word right before at, in lower case. */
static const char *word_before(Arena *arena, const char *text, size_t at) {
    while (at && text[at - 1] == ' ') at--;
    size_t start = at;
    while (start && (is_letter(text[start - 1]) || text[start - 1] == '.')) start--;
    char *word = arena_strndup(arena, text + start, at - start);
    for (char *c = word; *c; c++) *c = (char)tolower((unsigned char)*c);
    return word;
}

/* "artikel 8", "groep 2": a number that names. */
static bool is_name(Arena *arena, const char *text, size_t at) {
    static const char *const words[] = {"artikel", "artikelen", "art.", "figuur", "figuren", "tabel", "bijlage", "bijlagen", "paragraaf", "hoofdstuk",
                                        "bouwsteen", "bouwstenen", "groep", "niveau", "stap", "fase", "hoofdfase", "jaar", "jaren", "leerjaar", "punt", "lid",
                                        "pagina", "bladzijde", "p.", "pp.", "blz.", "nr.", "nummer", "thema", "vraag", "periode", "semester", "week", "weken",
                                        "klas", "deel", "versie", "office", "stelling", "blok", "domein", "bijeenkomst", "kolom", "regel", "voorbeeld",
                                        "ronde", "bij", "jrg.", "vol.", "tot", "en", "of"};
    const char *word = word_before(arena, text, at);
    size_t n = sizeof words / sizeof *words;
    if (strcmp(word, "tot") && strcmp(word, "en") && strcmp(word, "of")) return among(word, words, n);
    /* "groep 1 en 2": as the number before it */
    size_t back = at;
    while (back && text[back - 1] == ' ') back--;
    back -= strlen(word);
    while (back && text[back - 1] == ' ') back--;
    size_t digits = back;
    while (digits && isdigit((unsigned char)text[digits - 1])) digits--;
    return digits < back && is_name(arena, text, digits);
}

static bool is_month(const char *word) {
    static const char *const months[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    return among(word, months, 12);
}

/* "13.035,50" from start to end as a value. */
static bool read_value(const char *start, const char *end, Decimal *out) {
    char plain[40];
    size_t n = 0;
    bool decimals = false;
    for (const char *p = start; p < end; p++) {
        if (n + 1 >= sizeof plain) return false;
        if (*p == '.' && !decimals && end - p > 3 && isdigit((unsigned char)p[1]) && isdigit((unsigned char)p[2]) && isdigit((unsigned char)p[3])) continue;
        if (*p == ',' && !decimals) {
            decimals = true;
            plain[n++] = '.';
        } else if (isdigit((unsigned char)*p)) plain[n++] = *p;
        else return false;
    }
    plain[n] = 0;
    return n && decimal_parse(plain, out);
}

/* Does a digit at p begin a number of its own, and not the tail of a date, a code or a reference? */
static bool begins(const char *text, size_t at) {
    if (!isdigit((unsigned char)text[at])) return false;
    if (!at) return true;
    char before = text[at - 1];
    return !isdigit((unsigned char)before) && !is_letter(before) && !strchr(".,-/:#+(", before) &&
           (at < 3 || strncmp(text + at - 3, "–", 3) != 0 || text[at - 1] == ' ');
}

/* What stands behind the digits: end of a thing that is no quantity? */
static bool ends_badly(const char *p) {
    if (*p == '-' || strncmp(p, "–", 3) == 0 || *p == ':' || *p == '/' || *p == '(' || *p == ')') return true;
    return is_letter(*p);
}

bool passage_next_number(Arena *arena, const Passage *passage, size_t *from, Typed *out) {
    const char *text = passage->text;
    for (size_t at = *from; at < passage->size; at++) {
        if (!begins(text, at)) continue;
        size_t end = at;
        while (isdigit((unsigned char)text[end]) || ((text[end] == '.' || text[end] == ',') && isdigit((unsigned char)text[end + 1]))) end++;
        *from = end;
        Typed t = {.at = at, .end = end};
        size_t sign = at;
        while (sign && text[sign - 1] == ' ') sign--;
        t.euro = sign >= 3 && strncmp(text + sign - 3, "€", 3) == 0;
        const char *p = text + end;
        while (*p == ' ' && p[1 + strspn(p + 1, " ")] == '%') p++;
        t.percent = *p == '%';
        if (!t.percent && ends_badly(text + end)) { at = end; continue; }
        if (*p == ' ') p += strspn(p, " ");
        else p = t.percent ? p + 1 : "";
        t.noun = t.percent ? "procent" : word_at(arena, p);
        bool year = end - at == 4 && !t.euro && !t.percent && (text[at] == '1' || text[at] == '2') && strchr("09", text[at + 1]);
        bool clock = strcmp(t.noun, "uur") == 0 && end - at >= 4 && text[end - 3] == '.';
        bool quantity = (t.euro || t.percent || *t.noun) && !year && !clock && !is_month(t.noun) && (t.euro || t.percent || !is_name(arena, text, at));
        if (!quantity || !read_value(text + at, text + end, &t.value)) { at = end; continue; }
        if (t.euro) t.at = sign - 3;
        if (t.percent) t.end = (size_t)(p - text);
        t.written = arena_strndup(arena, text + t.at, t.end - t.at);
        if (!t.euro && !t.percent) t.written = arena_printf(arena, "%s %s", t.written, t.noun);
        *out = t;
        return true;
    }
    *from = passage->size;
    return false;
}

/* Does a sentence end with the sign at i, and another begin at *next? */
static bool ends_sentence(const Passage *passage, size_t i, size_t *next) {
    const char *text = passage->text;
    if (i + 1 >= passage->size || !strchr(".!?", text[i]) || text[i + 1] != ' ') return false;
    *next = i + 1;
    while (text[*next] == ' ') ++*next;
    return isupper((unsigned char)text[*next]) || (unsigned char)text[*next] >= 0x80;
}

void passage_sentence_ends(const Passage *passage, size_t at, size_t *from, size_t *to) {
    size_t next;
    *from = 0;
    *to = passage->size;
    for (size_t i = at; i-- > 0;)
        if (ends_sentence(passage, i, &next) && next <= at) {
            *from = next;
            break;
        }
    for (size_t i = at; i < passage->size; i++)
        if (ends_sentence(passage, i, &next)) {
            *to = i + 1;
            break;
        }
}

char *passage_sentence(Arena *arena, const Passage *passage, size_t at) {
    size_t start, end;
    passage_sentence_ends(passage, at, &start, &end);
    char *sentence = arena_strndup(arena, passage->text + start, end - start);
    for (char *c = sentence; *c; c++) *c = (char)tolower((unsigned char)*c);
    return sentence;
}
