/* What belongs together on a line although a space stands between: "€ 955", "8 uur", "p. 3", "J. Jansen", "’s avonds". */
#include <string.h>

#include "base/text.h"
#include "typeset/word.h"

Speech speech_of(const char *language) {
    if (language && !strncmp(language, "nl", 2)) return SPEECH_DUTCH;
    if (language && !strncmp(language, "en", 2)) return SPEECH_ENGLISH;
    return SPEECH_OTHER;
}

/* Sources: Onze Taal, "Spaties en afbreken"; the abbreviations are those that introduce a number or a name. */
static const char *const before_number[] = {"p.",    "pp.",   "blz.",     "pag.",    "art.",  "nr.",  "nrs.", "no.", "par.",  "fig.",
                                            "figuur", "tabel", "bijlage",  "hoofdstuk", "paragraaf", "artikel", "lid", "punt", "jrg.", "dd",
                                            "d.d.",  "ca.",   "circa",    "groep",   "leerjaar", "leerlijn", "stap", "figure", "table", "chapter",
                                            "section", "page", "fig", "nummer", "versie", "pagina", NULL};
static const char *const before_name[] = {"dr.",  "drs.", "prof.", "ir.",  "ing.", "mr.",  "dhr.", "mevr.", "mw.",
                                          "st.",  "Mr",   "Mrs",   "Ms",   "Dr",   "Mr.",  "Mrs.", "Ms.",   "Dr.",  "Prof.", NULL};
static const char *const units[] = {"uur",      "uren",     "klokuren", "lesuren",  "fte",      "wtf",       "ec",       "ects",   "procent",
                                    "euro",     "jaar",     "jaren",    "maand",    "maanden",  "week",      "weken",    "dag",    "dagen",
                                    "dagdeel",  "dagdelen", "minuten",  "km",       "m",        "cm",        "mm",       "kg",     "mb",
                                    "mln",      "mln.",     "miljoen",  "mld",      "miljard",  "duizend",   "januari",  "februari", "maart",
                                    "april",    "mei",      "juni",     "juli",     "augustus", "september", "oktober",  "november", "december",
                                    "punten",   "hours",    "years",    "january",  "february", "march",     "may",      "june",   "july",
                                    "august",   "october",  "pt",       "e",        "%",        NULL};

/* Is the chunk, without trailing punctuation and in small letters, one of the list? */
static bool one_of(const char *text, size_t size, const char *const *list) {
    char word[24];
    size_t n = 0;
    while (size && strchr(".,;:!?)", text[size - 1])) size--;
    while (size && strchr("([", *text)) text++, size--;
    if (!size || size >= sizeof word) return false;
    for (; n < size; n++) word[n] = text[n] < 'A' || text[n] > 'Z' ? text[n] : (char)(text[n] + 32);
    word[n] = '\0';
    for (; *list; list++)
        if ((*list)[0] == word[0] && !strcmp(*list, word)) return true;
    return false;
}

static bool one_of_folded(const char *text, size_t size, const char *const *list) {
    char word[24];
    while (size && strchr("([", *text)) text++, size--;
    if (!size || size >= sizeof word) return false;
    for (size_t i = 0; i < size; i++) word[i] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
    word[size] = '\0';
    for (; *list; list++)
        if ((*list)[0] == word[0] && !strcmp(*list, word)) return true;
    return false;
}

static bool ends_with(const char *text, size_t size, const char *tail) {
    size_t n = strlen(tail);
    return size >= n && !memcmp(text + size - n, tail, n);
}

static bool is_one(const char *text, size_t size, const char *word) {
    return size == strlen(word) && !memcmp(text, word, size);
}

/* "J." or "M.A.": capitals each followed by a point. */
static bool is_initials(const char *text, size_t size) {
    const char *p = text, *end = text + size;
    int n = 0;
    while (p < end) {
        if (!is_upper(utf8_next(&p, end)) || p >= end || *p++ != '.') return false;
        n++;
    }
    return n > 0;
}

static bool is_number(const char *text, size_t size) {
    if (!size || !is_digit((unsigned char)text[size - 1])) return false;
    for (size_t i = 0; i < size; i++)
        if (!is_digit((unsigned char)text[i]) && !strchr(".,-+(", text[i]) && (unsigned char)text[i] < 0x80) return false;
    return true;
}

static bool starts_number(const char *text, size_t size) {
    const char *p = text, *end = text + size;
    uint32_t c = utf8_next(&p, end);
    if ((c == 0x2212 || c == '-' || c == '+' || c == 'B') && p < end) c = utf8_next(&p, end);
    return is_digit(c);
}

static bool starts_dash(const char *text, size_t size) {
    const char *p = text;
    uint32_t c = utf8_next(&p, text + size);
    return (c == 0x2013 || c == 0x2014 || c == '-') && p == text + size;
}

static bool is_apostrophe_word(const char *text, size_t size) {
    static const char *const words[] = {"’s", "’t", "’n", "'s", "'t", "'n", NULL};
    for (int i = 0; words[i]; i++)
        if (ends_with(text, size, words[i]) && size <= strlen(words[i]) + 3 && (text[0] == words[i][0] || text[0] == '(')) return true;
    return false;
}

bool speech_keeps(Speech speech, const char *before, size_t before_size, const char *after, size_t after_size) {
    if (!before_size || !after_size) return false;
    if (starts_dash(after, after_size)) return true; /* no line begins with a dash */
    if (after_size <= 2 && strchr(".,;:!?)%", after[0]) && (after_size == 1 || after[1] == '.' || after[1] == ',')) return true;
    bool number = is_number(before, before_size), next_number = starts_number(after, after_size);
    if (ends_with(before, before_size, "€") || ends_with(before, before_size, "§") || is_one(before, before_size, "±")) return true;
    if (is_one(before, before_size, "+") || is_one(before, before_size, "−") || is_one(before, before_size, "à"))
        return next_number || (unsigned char)after[0] == 0xE2; /* "+ € 250.000" */
    if (number && ends_with(after, after_size < 3 ? after_size : 3, "€")) return false;
    if (speech == SPEECH_OTHER) return false;
    if (next_number && one_of_folded(before, before_size, before_number)) return true;
    if (number && one_of(after, after_size, units)) return true;
    if (number && (is_one(after, after_size, "×") || is_one(after, after_size, "x") || is_one(after, after_size, "t/m"))) return true;
    if (is_one(before, before_size, "×") || is_one(before, before_size, "t/m")) return next_number;
    bool point = before[before_size - 1] == '.';
    if (point && is_initials(before, before_size)) return true;
    if ((point || before_size <= 3) && one_of_folded(before, before_size, before_name)) return true;
    return before_size <= 8 && is_apostrophe_word(before, before_size);
}
