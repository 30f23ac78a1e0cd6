/* Reads numbers in sentences: digits, words, shares, and the words that say how exactly they are meant. */
#include "prose/statement.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 200, WORDS = 24 };

typedef struct Words {
    char text[LONGEST];
    char *word[WORDS];
    int count;
} Words;

static size_t digits(const char *word) {
    return strspn(word, "0123456789");
}

/* "56 000": groups of three digits are one number. */
static void join_groups(Words *w) {
    for (int i = 0; i + 1 < w->count;) {
        char *first = w->word[i], *next = w->word[i + 1];
        size_t n = strlen(first), last = n;
        while (last && isdigit((unsigned char)first[last - 1])) last--;
        bool group = n && digits(first) && *first != '0' && n - last >= 1 && n - last <= 3 && (last == 0 || n - last == 3) && digits(next) == 3 && !isalpha((unsigned char)next[3]);
        if (!group) {
            i++;
            continue;
        }
        memmove(first + n, next, strlen(next) + 1);
        memmove(&w->word[i + 1], &w->word[i + 2], (size_t)(w->count - i - 2) * sizeof *w->word);
        w->count--;
    }
}

/* Folds to lower case without accents and typographic signs, and cuts into words. */
static void fold(const char *text, Words *out) {
    static const char *const folds[][2] = {{"\u00A0", " "}, {"\u202F", " "}, {"\u2009", " "}, {"’", "'"}, {"‘", "'"},
                                           {"é", "e"}, {"É", "e"}, {"è", "e"}, {"ë", "e"}, {"€", " "}, {"−", "-"}, {"±", " circa "},
                                           {"%", " procent "}};
    size_t n = 0;
    memset(out, 0, sizeof *out);
    while (*text && n + 12 < LONGEST) {
        size_t i, kinds = sizeof folds / sizeof *folds;
        for (i = 0; i < kinds; i++)
            if (strncmp(text, folds[i][0], strlen(folds[i][0])) == 0) break;
        if (i < kinds) {
            memcpy(out->text + n, folds[i][1], strlen(folds[i][1]));
            n += strlen(folds[i][1]);
            text += strlen(folds[i][0]);
            continue;
        }
        out->text[n++] = (char)(isspace((unsigned char)*text) ? ' ' : tolower((unsigned char)*text));
        text++;
    }
    out->text[n] = 0;
    char *rest = NULL;
    for (char *w = strtok_r(out->text, " ", &rest); w && out->count < WORDS; w = strtok_r(NULL, " ", &rest))
        out->word[out->count++] = w;
    join_groups(out);
}

static int below_twenty(const char *word, size_t n) {
    static const char *const names[] = {"nul",  "een",  "twee",  "drie",   "vier",     "vijf",    "zes",
                                        "zeven", "acht", "negen", "tien",   "elf",      "twaalf",  "dertien",
                                        "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"};
    for (int i = 0; i < 20; i++)
        if (strlen(names[i]) == n && strncmp(word, names[i], n) == 0) return i;
    return -1;
}

static int below_hundred(const char *word, size_t n) {
    static const char *const tens[] = {"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"};
    int small = below_twenty(word, n);
    if (small >= 0) return small;
    for (int i = 0; i < 8; i++) {
        size_t length = strlen(tens[i]);
        if (n < length || strncmp(word + n - length, tens[i], length) != 0) continue;
        if (n == length) return 20 + 10 * i;
        if (n < length + 5 || strncmp(word + n - length - 2, "en", 2) != 0) return -1;
        int unit = below_twenty(word, n - length - 2);
        return unit >= 1 && unit <= 9 ? 20 + 10 * i + unit : -1;
    }
    return -1;
}

/* Up to 999: "honderd", "tweehonderdvijf". */
static int below_thousand(const char *word, size_t n) {
    const char *hundred = strstr(word, "honderd");
    if (!hundred || hundred >= word + n) return below_hundred(word, n);
    size_t before = (size_t)(hundred - word), after = n - before - 7;
    int count = before ? below_hundred(word, before) : 1;
    int rest = after ? below_hundred(hundred + 7, after) : 0;
    return count < 1 || rest < 0 ? -1 : count * 100 + rest;
}

int statement_word(const char *word) {
    const char *thousand = strstr(word, "duizend");
    if (!thousand) return below_thousand(word, strlen(word));
    int count = thousand == word ? 1 : below_thousand(word, (size_t)(thousand - word));
    int rest = thousand[7] ? below_thousand(thousand + 7, strlen(thousand + 7)) : 0;
    return count < 1 || rest < 0 ? -1 : count * 1000 + rest;
}

/* "13.035", "0,94", "-5": Dutch grouping and decimal comma; trailing punctuation is no part of it. */
static bool read_digits(const char *word, Decimal *out) {
    char plain[40];
    size_t n = 0, length = strlen(word);
    while (length && strchr(".,;:)!?-*", word[length - 1])) length--;
    if (!length || length > 30 || !isdigit((unsigned char)word[*word == '-' || *word == '+'])) return false;
    for (size_t i = 0; i < length; i++) {
        char c = word[i];
        if (c == '.' && i + 3 < length + 0 && isdigit((unsigned char)word[i + 1])) continue;
        if (c == '+' && i == 0) continue;
        if (c == ',') c = '.';
        if (!isdigit((unsigned char)c) && c != '.' && !(c == '-' && i == 0)) return false;
        plain[n++] = c;
    }
    plain[n] = 0;
    return decimal_parse(plain, out);
}

static bool read_number(const char *word, Decimal *out) {
    if (read_digits(word, out)) return true;
    int value = statement_word(word);
    if (value < 0) return false;
    *out = decimal_int(value);
    return true;
}

static bool is(const Words *w, int i, const char *word) {
    return i >= 0 && i < w->count && strcmp(w->word[i], word) == 0;
}

/* The sense that starts at word i, and how many words it takes (0: none). */
static int read_sense(const Words *w, int i, Sense *sense) {
    static const struct {
        const char *first, *second;
        Sense sense;
    } senses[] = {{"ruim", NULL, SENSE_SLIGHTLY_MORE}, {"meer", "dan", SENSE_MORE}, {"boven", "de", SENSE_MORE},
                  {"bijna", NULL, SENSE_ALMOST}, {"krap", NULL, SENSE_ALMOST}, {"minder", "dan", SENSE_LESS},
                  {"onder", "de", SENSE_LESS}, {"circa", NULL, SENSE_ABOUT}, {"ca.", NULL, SENSE_ABOUT},
                  {"ongeveer", NULL, SENSE_ABOUT}, {"zo'n", NULL, SENSE_ABOUT}, {"rond", "de", SENSE_ABOUT},
                  {"rond", NULL, SENSE_ABOUT}, {"pakweg", NULL, SENSE_ABOUT}, {"minstens", NULL, SENSE_AT_LEAST},
                  {"minimaal", NULL, SENSE_AT_LEAST}, {"tenminste", NULL, SENSE_AT_LEAST}, {"ten", "minste", SENSE_AT_LEAST},
                  {"hoogstens", NULL, SENSE_AT_MOST}, {"maximaal", NULL, SENSE_AT_MOST}, {"hooguit", NULL, SENSE_AT_MOST},
                  {"ten", "hoogste", SENSE_AT_MOST}};
    for (size_t k = 0; k < sizeof senses / sizeof *senses; k++) {
        if (!is(w, i, senses[k].first) || (senses[k].second && !is(w, i + 1, senses[k].second))) continue;
        *sense = senses[k].sense;
        return senses[k].second ? 2 : 1;
    }
    return 0;
}

static const char *const PARTS[] = {"derde", "kwart", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"};
enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

/* The number that a part of a whole is written with: 3 for "derde", 4 for "kwart" or "vierde"; 0: none. */
static int part_of(const char *word) {
    for (int k = 0; k < PART_COUNT; k++)
        if (strcmp(word, PARTS[k]) == 0) return k + 3;
    return strcmp(word, "vierde") == 0 ? 4 : 0;
}

/* "tweederde", "viervijfde", "driekwart": a number and a part in one word. */
static bool read_fraction_word(const char *word, Decimal *top, Decimal *bottom) {
    char number[LONGEST];
    for (size_t n = 3; n < strlen(word); n++) {
        int part = part_of(word + n), count = -1;
        if (!part) continue;
        memcpy(number, word, n);
        number[n] = 0;
        if ((count = statement_word(number)) < 1) continue;
        *top = decimal_int(count);
        *bottom = decimal_int(part);
        return true;
    }
    return false;
}

/* "twee derde", "driekwart", "een kwart", "de helft", "een op de vijf", "vier van de vijf" at word i. */
static bool read_share(const Words *w, int i, Statement *s) {
    Decimal top = decimal_int(1), bottom = DECIMAL_ZERO;
    if (is(w, i, "helft") || (is(w, i, "de") && is(w, i + 1, "helft"))) bottom = decimal_int(2);
    else if (is(w, i, "kwart")) bottom = decimal_int(4);
    else if (i < w->count && !read_fraction_word(w->word[i], &top, &bottom) && read_number(w->word[i], &top)) {
        if (i + 1 < w->count) bottom = decimal_int(part_of(w->word[i + 1]));
        bool of = is(w, i + 1, "van");
        int to = of || is(w, i + 1, "op") ? i + 2 + (is(w, i + 2, "de") || is(w, i + 2, "elke")) : 0;
        if (to && to < w->count && read_number(w->word[to], &bottom)) s->part = of;
    }
    if (!decimal_valid(bottom) || decimal_is_zero(bottom)) return false;
    s->count = top;
    s->value = decimal_div(decimal_mul(top, decimal_int(100)), bottom, 6);
    return true;
}

/* "anderhalf", "half", "tweeeneenhalve" (folded): a number and a half. */
static bool read_half(const char *word, Decimal *out) {
    static const char *const ends[] = {"eneenhalf", "eneenhalve", "enhalf", "enhalve"};
    size_t n = strlen(word);
    char number[LONGEST];
    if (strncmp(word, "anderhal", 8) == 0) return decimal_parse("1.5", out);
    if (strcmp(word, "half") == 0 || strcmp(word, "halve") == 0) return decimal_parse("0.5", out);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        size_t m = strlen(ends[k]);
        if (n <= m || strcmp(word + n - m, ends[k]) != 0) continue;
        memcpy(number, word, n - m);
        number[n - m] = 0;
        int whole = statement_word(number);
        if (whole < 1) continue;
        Decimal half;
        if (!decimal_parse("0.5", &half)) return false;
        *out = decimal_add(decimal_int(whole), half);
        return true;
    }
    return false;
}

/* "ton", "miljoen": what the number before it counts. */
static int64_t multiple(const char *word) {
    static const struct { const char *word; int64_t times; } words[] = {
        {"duizend", 1000}, {"mille", 1000}, {"ton", 100000}, {"mln", 1000000}, {"mld", 1000000000}, {"miljoen", 1000000}, {"miljard", 1000000000}};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (strncmp(word, words[k].word, strlen(words[k].word)) == 0 && !isalpha((unsigned char)word[strlen(words[k].word)])) return words[k].times;
    return 0;
}

/* "12", "anderhalve ton", "een half miljoen", "2,5 miljoen" at word i. "Drie keer" is no number of things. */
static bool read_amount(const Words *w, int i, Statement *s) {
    Decimal number;
    bool half = false;
    if (is(w, i, "een") && i + 1 < w->count && read_half(w->word[i + 1], &number)) half = true, i++;
    if (!half) half = read_half(w->word[i], &number);
    if (!half && !read_number(w->word[i], &number)) return false;
    if (is(w, i + 1, "keer") || is(w, i + 1, "maal")) return false;
    int64_t times = i + 1 < w->count ? multiple(w->word[i + 1]) : 0;
    s->count = number;
    s->times = times;
    s->value = times ? decimal_mul(number, decimal_int(times)) : number;
    return true;
}

static int past_article(const Words *w, int i) {
    return i + (is(w, i, "de") || is(w, i, "het"));
}

/* How many words join two ends of a range at word i; 0: none. */
static int range_joint(const Words *w, int i, bool between) {
    if (between) return is(w, i, "en");
    if (is(w, i, "tot") && is(w, i + 1, "en") && is(w, i + 2, "met")) return 3;
    return is(w, i, "à") || is(w, i, "a") || is(w, i, "tot") || is(w, i, "t/m");
}

/* "tussen de 50 en 60 duizend", "4 à 5", "10 tot en met 12" at word i. */
static bool read_range(const Words *w, int i, Statement *s) {
    bool between = is(w, i, "tussen");
    int from = past_article(w, i + between);
    Decimal low, high;
    if (from >= w->count || !read_number(w->word[from], &low)) return false;
    int64_t own = from + 1 < w->count ? multiple(w->word[from + 1]) : 0;
    int joint = from + 1 + (own != 0), words = range_joint(w, joint, between), to = past_article(w, joint + words);
    if (!words || to >= w->count || !read_number(w->word[to], &high)) return false;
    int64_t times = to + 1 < w->count ? multiple(w->word[to + 1]) : 0;
    if (own || (times && decimal_compare(low, high) < 0)) low = decimal_mul(low, decimal_int(own ? own : times));
    if (times) high = decimal_mul(high, decimal_int(times));
    if (!decimal_valid(low) || !decimal_valid(high) || decimal_compare(low, high) > 0) return false;
    *s = (Statement){.sense = s->sense, .value = low, .count = low, .high = high, .range = true};
    return true;
}

Statement statement_read(const char *text) {
    Words w;
    Statement s = {.sense = SENSE_EXACT, .value = DECIMAL_ZERO};
    fold(text, &w);
    for (int i = 0; i < w.count;) {
        Sense sense;
        int taken = read_sense(&w, i, &sense);
        if (taken) {
            s.sense = sense;
            i += taken;
            continue;
        }
        s.share = !read_range(&w, i, &s) && read_share(&w, i, &s);
        s.readable = s.range || s.share || read_amount(&w, i, &s);
        if (s.readable) break;
        i++;
    }
    return s;
}

Sense statement_sense_at_end(const char *text) {
    Words w;
    Sense sense = SENSE_EXACT;
    size_t length = strlen(text);
    fold(length > 60 ? text + length - 60 : text, &w);
    for (int back = 2; back >= 1; back--)
        if (w.count >= back && read_sense(&w, w.count - back, &sense) == back) return sense;
    return SENSE_EXACT;
}

static Decimal absolute(Decimal a) {
    return a.units < 0 ? decimal_neg(a) : a;
}

/* |fact - said| <= percent % of said. */
static bool near_to(Decimal fact, Decimal said, Decimal percent) {
    Decimal room = decimal_mul(absolute(said), decimal_div(percent, decimal_int(100), 6));
    return decimal_compare(absolute(decimal_sub(fact, said)), room) <= 0;
}

static Decimal margin(const Partnership *p, Parameter parameter, int fallback) {
    const Quantity *q = &p->parameters[parameter];
    return q->state == QUANTITY_KNOWN ? q->value : decimal_int(fallback);
}

Margins margins_of(const Partnership *p) {
    return (Margins){margin(p, PARAMETER_MARGIN_RUIM, 15), margin(p, PARAMETER_MARGIN_BIJNA, 10), margin(p, PARAMETER_MARGIN_CIRCA, 10),
                     margin(p, PARAMETER_MARGIN_SHARE, 3)};
}

bool statement_holds(Statement s, const Fact *fact, Margins margins) {
    Decimal value = fact->exact;
    if (!decimal_valid(value) || !decimal_valid(s.value)) return false;
    int order = decimal_compare(value, s.value);
    if (s.range) return order >= 0 && decimal_compare(value, s.high) <= 0;
    bool share_near = s.share && decimal_compare(absolute(decimal_sub(value, s.value)), margins.share) <= 0;
    switch (s.sense) {
    case SENSE_SLIGHTLY_MORE: return order > 0 && near_to(value, s.value, margins.slightly_more);
    case SENSE_MORE: return order > 0;
    case SENSE_ALMOST: return order < 0 && near_to(value, s.value, margins.almost);
    case SENSE_LESS: return order < 0;
    case SENSE_ABOUT: return share_near || near_to(value, s.value, margins.about);
    case SENSE_AT_LEAST: return order >= 0;
    case SENSE_AT_MOST: return order <= 0;
    case SENSE_EXACT: break;
    }
    if (share_near || order == 0) return true;
    if (s.times) /* "1,2 miljoen" is rounded as it is written */
        return near_to(value, s.value, margins.about) &&
               decimal_compare(decimal_round(decimal_div(value, decimal_int(s.times), 12), s.count.scale), s.count) == 0;
    return decimal_compare(decimal_round(value, s.value.scale), s.value) == 0;
}
