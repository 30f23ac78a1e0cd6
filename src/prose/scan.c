/* Quantities by their form: what a run of digits or a number word is, by what stands before and behind it. */
#include "prose/scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const DASHES[] = {"-", "–", "—", "/", "\u2011", "\u2010"};

static bool is_letter(char c) {
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool among(const char *word, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0) return true;
    return false;
}
#define AMONG(word, list) among((word), (list), sizeof(list) / sizeof *(list))

static const char *lower(Arena *arena, const char *text, size_t n) {
    char *word = arena_strndup(arena, text, n);
    for (char *c = word; *c; c++) *c = (char)tolower((unsigned char)*c);
    return word;
}

int month_number(const char *word) {
    static const char *const months[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    for (int m = 0; m < 12; m++)
        if (strcmp(word, months[m]) == 0) return m + 1;
    return 0;
}

/* Bytes of the dash at p; 0: none. */
static size_t dash(const char *p) {
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++)
        if (strncmp(p, DASHES[i], strlen(DASHES[i])) == 0) return strlen(DASHES[i]);
    return 0;
}

static size_t digits(const char *p) {
    size_t n = 0;
    while (is_digit(p[n])) n++;
    return n;
}

static size_t word_size(const char *p) {
    size_t n = 0;
    while (is_letter(p[n]) || (n && p[n] == '-' && is_letter(p[n + 1]))) n++;
    return n;
}

static const char *word_before(Arena *arena, const char *text, size_t at) {
    while (at && (text[at - 1] == ' ' || text[at - 1] == '(')) at--;
    size_t start = at;
    while (start && (is_letter(text[start - 1]) || text[start - 1] == '.')) start--;
    return lower(arena, text + start, at - start);
}

/* The word behind blanks at p, in lower case; *behind where it ends. */
static const char *word_behind(Arena *arena, const char *p, const char **behind) {
    const char *word = p + strspn(p, " ");
    size_t n = word == p ? 0 : word_size(word);
    *behind = n ? word + n : p;
    return lower(arena, word, n);
}

/* A year of four digits behind blanks at p; 0: none. */
static int year_behind(const char *p, const char **behind) {
    const char *year = p + strspn(p, " ");
    if (year == p || digits(year) != 4 || (*year != '1' && *year != '2')) return 0;
    *behind = year + 4;
    return atoi(year);
}

/* ---- digits ---- */

static bool plausible_year(int year) {
    return year >= 1950 && year <= 2100;
}

/* "2020-2021", "2020/21" at p. */
static const char *school_year(const char *p, ProseItem *out) {
    size_t joint = digits(p) == 4 ? dash(p + 4) : 0, n = joint ? digits(p + 4 + joint) : 0;
    if ((n != 4 && n != 2) || !plausible_year(atoi(p))) return NULL;
    const char *end = p + 4 + joint + n;
    if (is_letter(*end) || dash(end)) return NULL;
    out->kind = PROSE_SCHOOL_YEAR;
    out->year = atoi(p);
    out->last = atoi(p + 4 + joint);
    if (n == 2) out->last += out->year / 100 * 100 + (out->last < out->year % 100 ? 100 : 0);
    return plausible_year(out->last) ? end : NULL;
}

/* "1-10-2022", "2022-10-01" at p. */
static const char *numeric_date(const char *p, ProseItem *out) {
    size_t a = digits(p), j = dash(p + a), b = j ? digits(p + a + j) : 0, k = b ? dash(p + a + j + b) : 0, c = k ? digits(p + a + j + b + k) : 0;
    if (!c || b > 2 || !((a <= 2 && (c == 4 || c == 2)) || (a == 4 && c <= 2))) return NULL;
    int first = atoi(p), middle = atoi(p + a + j), last = atoi(p + a + j + b + k);
    if (middle < 1 || middle > 12) return NULL;
    out->kind = PROSE_DATE;
    out->year = a == 4 ? first : c == 2 ? 2000 + last : last;
    out->month = middle;
    out->day = a == 4 ? last : first;
    return p + a + j + b + k + c;
}

/* "19 november 2020", "12 en 13 mei" at p: the day is the first. */
static const char *worded_date(Arena *arena, const char *p, ProseItem *out) {
    size_t n = digits(p);
    int day = n <= 2 ? atoi(p) : 0;
    if (day < 1 || day > 31) return NULL;
    const char *behind, *word = word_behind(arena, p + n, &behind);
    if (strcmp(word, "en") == 0 || strcmp(word, "tot") == 0) {
        const char *other = behind + strspn(behind, " ");
        if (digits(other) == 0 || digits(other) > 2) return NULL;
        word = word_behind(arena, other + digits(other), &behind);
    }
    int month = month_number(word);
    if (!month) return NULL;
    out->kind = PROSE_DATE;
    out->day = day;
    out->month = month;
    out->year = year_behind(behind, &behind);
    return behind;
}

static const char *clock_time(Arena *arena, const char *p, ProseItem *out) {
    size_t n = digits(p);
    if (n > 2 || (p[n] != ':' && p[n] != '.') || digits(p + n + 1) != 2 || atoi(p) > 24) return NULL;
    const char *behind, *word = word_behind(arena, p + n + 3, &behind);
    if (p[n] == '.' && strcmp(word, "uur") != 0) return NULL;
    out->kind = PROSE_TIME;
    return p + n + 3;
}

static bool is_reference(const char *word) {
    static const char *const words[] = {"figuur", "figuren", "tabel", "tabellen", "bijlage", "bijlagen", "hoofdstuk", "paragraaf", "pagina", "bladzijde", "p.", "blz."};
    return AMONG(word, words);
}

static bool names(const char *word) {
    static const char *const words[] = {"artikel", "artikelen", "art.", "bouwsteen", "bouwstenen", "groep", "niveau", "stap", "fase", "hoofdfase", "jaar", "leerjaar",
                                        "punt", "lid", "pp.", "nr.", "nummer", "thema", "vraag", "periode", "semester", "week", "weken", "klas", "deel", "versie",
                                        "office", "stelling", "blok", "domein", "bijeenkomst", "kolom", "regel", "voorbeeld", "ronde", "jrg.", "vol."};
    return AMONG(word, words);
}

static bool is_currency(const char *word) {
    static const char *const words[] = {"euro", "euro's", "eur"};
    return AMONG(word, words);
}

/* "duizend", "miljoen": a word that belongs to the number before it. */
static bool multiplies(const char *word) {
    static const char *const words[] = {"duizend", "mille", "ton", "miljoen", "miljard", "mln", "mld"};
    return AMONG(word, words);
}

/* Sets what is said by the text from start to end, with what stands before it. */
static void say(Arena *arena, const char *text, size_t start, size_t end, ProseItem *out) {
    out->said = statement_read(arena_strndup(arena, text + start, end - start));
    enum { NEAR = 64 };
    size_t from = start > NEAR ? start - NEAR : 0;
    if (out->said.sense == SENSE_EXACT) out->said.sense = statement_sense_at_end(arena_strndup(arena, text + from, start - from));
}

/* Takes multiples, a second end of a range, a sign and the noun behind a number that ends at p. */
static const char *finish_number(Arena *arena, const char *text, size_t at, const char *p, bool euro, ProseItem *out) {
    const char *behind, *word = word_behind(arena, p, &behind);
    if (strcmp(word, "à") == 0 || strcmp(word, "tot") == 0) {
        const char *other = behind + strspn(behind, " ");
        if (is_digit(*other)) p = other + strspn(other, "0123456789.,"), word = word_behind(arena, p, &behind);
    }
    if (multiplies(word)) p = behind, word = word_behind(arena, p, &behind);
    const char *sign = p + strspn(p, " ");
    out->kind = euro ? PROSE_AMOUNT : PROSE_COUNT;
    if (*sign == '%' || strcmp(word, "procent") == 0) {
        out->kind = PROSE_PERCENT;
        p = *sign == '%' ? sign + 1 : behind;
        word = word_behind(arena, p, &behind);
    } else if (is_currency(word)) {
        out->kind = PROSE_AMOUNT;
        p = behind;
        word = word_behind(arena, p, &behind);
    }
    out->noun = word;
    size_t from = at;
    static const char *const between[] = {"tussen de ", "Tussen de ", "tussen "};
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) { /* the range begins before the number */
        size_t n = strlen(between[i]);
        if (at < n || strncmp(text + at - n, between[i], n) != 0) continue;
        const char *second = p + strspn(p, " ");
        if (strncmp(second, "en ", 3) == 0 && digits(second + 3 + 3 * (strncmp(second + 3, "de ", 3) == 0))) {
            from = at - n;
            const char *other = second + 3 + 3 * (strncmp(second + 3, "de ", 3) == 0);
            p = other + strspn(other, "0123456789.,");
            word = word_behind(arena, p, &behind);
            if (multiplies(word)) p = behind, word = word_behind(arena, p, &behind);
            out->noun = word;
        }
        break;
    }
    say(arena, text, from, (size_t)(p - text), out);
    out->at = from;
    return p;
}

/* Past the digits of one number with points, commas and blanks between groups. */
static const char *past_number(const char *p) {
    for (;;) {
        p += digits(p);
        if ((*p == '.' || *p == ',') && is_digit(p[1])) p++;
        else if (*p == ' ' && digits(p + 1) == 3 && !is_letter(p[4])) p++;
        else return p;
    }
}

static const char *scan_digits(Arena *arena, const char *text, size_t at, ProseItem *out) {
    const char *p = text + at, *end;
    size_t sign = at;
    while (sign && text[sign - 1] == ' ') sign--;
    bool euro = sign >= 3 && strncmp(text + sign - 3, "€", 3) == 0;
    out->before = word_before(arena, text, at);
    if ((end = school_year(p, out)) || (end = numeric_date(p, out)) || (end = worded_date(arena, p, out)) || (end = clock_time(arena, p, out))) return end;
    end = past_number(p);
    const char *behind, *noun = word_behind(arena, end, &behind);
    if (is_letter(*end)) {
        size_t n = word_size(end);
        out->kind = n <= 3 && (strncmp(end, "e", n) == 0 || strncmp(end, "ste", n) == 0 || strncmp(end, "de", n) == 0) ? PROSE_ORDINAL : PROSE_CODE;
        return end + n;
    }
    if (dash(end) && is_letter(end[dash(end)])) return out->kind = PROSE_CODE, end + dash(end) + word_size(end + dash(end));
    bool reference = !euro && is_reference(out->before);
    if (reference || (!euro && names(out->before))) {
        out->kind = reference ? PROSE_REFERENCE : PROSE_LABEL;
        out->number = digits(p) < 9 ? atoi(p) : 0;
        return p + digits(p);
    }
    bool year = end - p == 4 && !euro && strchr("12", *p) && strchr("09", p[1]) && *(end + strspn(end, " ")) != '%';
    static const char *const counted[] = {"leerlingen", "studenten", "euro", "uur", "uren", "klokuren", "exemplaren"};
    if (year && !AMONG(noun, counted)) return out->kind = PROSE_YEAR, out->year = atoi(p), end;
    if (at && (is_letter(text[at - 1]) || (dash(text + at - 1) && at > 1 && is_letter(text[at - 2])))) return out->kind = PROSE_CODE, end;
    end = finish_number(arena, text, at, end, euro, out);
    if (euro) out->at = sign - 3;
    return end;
}

/* ---- words ---- */

/* "één" counts; "een" is an article. */
static bool is_number_word(const char *word) {
    char folded[64];
    size_t n = 0;
    bool accent = false;
    for (const char *c = word; *c; c++) {
        if (n + 1 >= sizeof folded) return false;
        if (strncmp(c, "é", 2) == 0 || strncmp(c, "ë", 2) == 0) folded[n++] = 'e', accent = true, c++;
        else folded[n++] = *c;
    }
    folded[n] = 0;
    return statement_word(folded) >= 0 && (accent || strcmp(folded, "een") != 0) && !multiplies(folded) && strcmp(folded, "honderd") != 0;
}

static bool is_part(const char *word) {
    static const char *const words[] = {"helft", "kwart", "driekwart", "tweederde", "eenderde", "viervijfde"};
    return AMONG(word, words);
}

static bool quantifies(const char *word) {
    static const char *const words[] = {"alle", "allemaal", "geen", "beide", "iedereen", "niemand", "meeste", "meesten", "meerderheid", "minderheid"};
    return AMONG(word, words);
}

static const char *scan_word(Arena *arena, const char *text, size_t at, ProseItem *out) {
    const char *p = text + at, *end = p + word_size(p), *behind;
    const char *word = lower(arena, p, (size_t)(end - p));
    static const char *const times[] = {"in", "van", "sinds", "eind", "begin", "medio", "half", "tot", "vanaf", "per", "tussen", "en", "voor", "na", "of"};
    out->before = word_before(arena, text, at);
    int month = month_number(word);
    if (month) {
        int year = year_behind(end, &end);
        if (!year && !AMONG(out->before, times)) return NULL;
        out->kind = PROSE_MONTH;
        out->month = month;
        out->year = year;
        return end;
    }
    out->noun = word_behind(arena, end, &behind);
    if (quantifies(word)) return out->kind = PROSE_QUANTIFIER, end;
    if (is_part(word)) {
        out->kind = PROSE_PART;
        say(arena, text, at, (size_t)(end - text), out);
        return end;
    }
    if (!is_number_word(word)) return NULL;
    if (names(out->before) || is_reference(out->before)) return out->kind = PROSE_LABEL, end;
    static const char *const parts[] = {"derde", "vierde", "vijfde", "kwart"};
    if (AMONG(out->noun, parts)) {
        say(arena, text, at, (size_t)(behind - text), out);
        return out->kind = PROSE_PART, out->noun = word_behind(arena, behind, &end), behind;
    }
    return finish_number(arena, text, at, end, false, out);
}

bool scan_next(Arena *arena, const char *text, size_t *from, ProseItem *out) {
    for (size_t at = *from; text[at]; at++) {
        bool begins = !at || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]) && !((text[at - 1] == '.' || text[at - 1] == ',') && at > 1 && is_digit(text[at - 2])));
        if (!begins || (!is_digit(text[at]) && !is_letter(text[at]))) continue;
        *out = (ProseItem){.at = at, .noun = "", .before = "", .said = {.value = DECIMAL_ZERO}};
        const char *end = is_digit(text[at]) ? scan_digits(arena, text, at, out) : scan_word(arena, text, at, out);
        if (!end) {
            at += word_size(text + at) - 1;
            continue;
        }
        out->end = (size_t)(end - text);
        out->written = arena_strndup(arena, text + out->at, out->end - out->at);
        *from = out->end > at ? out->end : at + 1;
        return true;
    }
    return false;
}
