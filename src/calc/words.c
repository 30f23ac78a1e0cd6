/* The formula of an expression in words. */
#include <string.h>

#include "base/number.h"
#include "calc/describe.h"

enum { FEW = 4, LONGEST = 24 }; /* so many terms of a set are written out, and of a formula */
typedef enum Level { LEVEL_SENTENCE, LEVEL_SUM, LEVEL_PRODUCT, LEVEL_ATOM } Level; /* how tightly it must hold together */

static const char *words(Arena *arena, const Expression *e, Level level);

/* Two ids that differ in one segment as "school.*.studenten"; NULL when they differ in more. */
static const char *pattern_of(Arena *arena, const char *a, const char *b) {
    size_t start = 0, end = 0, n = strlen(a), m = strlen(b);
    for (size_t i = 0; i < n && i < m && a[i] == b[i]; i++)
        if (a[i] == '.') start = i + 1;
    for (size_t i = 0; i < n && i < m && a[n - 1 - i] == b[m - 1 - i]; i++)
        if (a[n - 1 - i] == '.' || a[n - 1 - i] == '@') end = i + 1;
    if (start + end > n || memchr(a + start, '.', n - end - start) || !start) return NULL;
    return arena_printf(arena, "%.*s*%s", (int)start, a, a + n - end);
}

static bool fits(const char *pattern, const char *id) {
    size_t start = strcspn(pattern, "*"), n = strlen(id), end = strlen(pattern) - start - 1;
    return n >= start + end && !strncmp(pattern, id, start) && !strcmp(id + n - end, pattern + start + 1) && !memchr(id + start, '.', n - end - start);
}

/* The id of a part that is a fact, or the known cells of one. */
static const char *id_of(const Expression *e) {
    if (e->kind == EXPRESSION_KNOWN) e = e->parts[0];
    return e->kind == EXPRESSION_FACT ? e->fact->id : NULL;
}

/* All parts as one pattern of ids, or NULL. */
static const char *glob(Arena *arena, const Expression *e) {
    const char *first = NULL, *pattern = NULL;
    if (e->count < 3) return NULL;
    for (int i = 0; i < e->count; i++) {
        if (e->parts[i]->kind == EXPRESSION_EMPTY) continue;
        const char *id = id_of(e->parts[i]);
        if (!id) return NULL;
        if (!first) first = id;
        else if (!pattern && !(pattern = pattern_of(arena, first, id))) return NULL;
        else if (!fits(pattern, id)) return NULL;
    }
    return pattern;
}

static const char *joined(Arena *arena, const Expression *e, int from, const char *sign, Level level) {
    const char *text = NULL;
    for (int i = from; i < e->count; i++) {
        if (e->parts[i]->kind == EXPRESSION_EMPTY) continue;
        if (i == LONGEST && e->count > LONGEST + 1) { /* the last stands for the rest */
            text = arena_printf(arena, "%s%s…", text, sign);
            i = e->count - 1;
        }
        const char *part = words(arena, e->parts[i], level);
        text = text ? arena_printf(arena, "%s%s%s", text, sign, part) : part;
    }
    return text ? text : "0";
}

/* The name of a set; a pattern of ids has the year of its parts. */
static const char *named_set(Arena *arena, const Expression *e) {
    const char *id = NULL;
    for (int i = 0; i < e->count && !id; i++) id = id_of(e->parts[i]);
    const char *year = id ? strchr(id, '@') : NULL;
    size_t n = strcspn(e->name, " ");
    if (!year || !memchr(e->name, '*', n)) return e->name;
    return arena_printf(arena, "%.*s%s%s", (int)n, e->name, year, e->name + n);
}

static const char *sum_words(Arena *arena, const Expression *e) {
    if (!e->count) return "niets om op te tellen";
    if (e->name) return arena_printf(arena, "som van %s", named_set(arena, e));
    const char *pattern = glob(arena, e);
    if (pattern) return arena_printf(arena, "som van %s", pattern);
    if (e->count <= FEW) return joined(arena, e, 0, " + ", LEVEL_PRODUCT);
    return arena_printf(arena, "som van %s en nog %d, tot en met %s", words(arena, e->parts[0], LEVEL_ATOM), e->count - 2,
                        words(arena, e->parts[e->count - 1], LEVEL_ATOM));
}

/* What stands in a table of many, as one set. */
static const char *set_words(Arena *arena, const Expression *e) {
    const char *pattern = e->name ? named_set(arena, e) : glob(arena, e);
    return pattern ? pattern : joined(arena, e, 0, ", ", LEVEL_SUM);
}

static const char *condition_words(Arena *arena, const Expression *e) {
    static const char *const signs[] = {"<", "≥", ">"};
    if (e->kind == EXPRESSION_COMPARE)
        return arena_printf(arena, "%s %s %s", words(arena, e->parts[0], LEVEL_SUM), signs[e->order], words(arena, e->parts[1], LEVEL_SUM));
    if (e->kind != EXPRESSION_SMALLEST) return words(arena, e, LEVEL_SUM);
    const char *text = condition_words(arena, e->parts[0]);
    for (int i = 1; i < e->count; i++) text = arena_printf(arena, "%s en %s", text, condition_words(arena, e->parts[i]));
    return text;
}

static bool is_condition(const Expression *e) {
    return e->kind == EXPRESSION_COMPARE || (e->kind == EXPRESSION_SMALLEST && e->parts[0]->kind == EXPRESSION_COMPARE);
}

static const char *rounding_words(Arena *arena, const Expression *e) {
    const char *inner = words(arena, e->parts[0], LEVEL_SENTENCE);
    switch (e->kind) {
    case EXPRESSION_FLOOR: return arena_printf(arena, "%s, naar beneden afgerond", inner);
    case EXPRESSION_CEILING: return arena_printf(arena, "%s, naar boven afgerond", inner);
    default: break;
    }
    if (e->places == 0) return arena_printf(arena, "%s, afgerond", inner);
    return e->places == 2 ? arena_printf(arena, "%s, afgerond op hele centen", inner) : arena_printf(arena, "%s, afgerond op %d decimalen", inner, e->places);
}

/* A rounding that leaves a value as it is goes unsaid. */
static bool rounds(const Expression *e) {
    if (e->kind != EXPRESSION_ROUND) return e->kind == EXPRESSION_FLOOR || e->kind == EXPRESSION_CEILING;
    if (e->parts[0]->kind == EXPRESSION_FACT) return false; /* as that fact is shown */
    if (e->places == 0) return true;
    Evaluation inner = expression_outcome(e->parts[0]);
    return inner.status != FACT_UNKNOWN && fraction_valid(inner.value) && fraction_compare(inner.value, fraction_of(fraction_round(inner.value, e->places))) != 0;
}

static const char *leaf_words(Arena *arena, const Expression *e) {
    switch (e->kind) {
    case EXPRESSION_EMPTY: return "lege cel";
    case EXPRESSION_CONSTANT: return number_text(arena, e->number, NUMBER_PLAIN, "nl");
    case EXPRESSION_FACT: return e->fact->id;
    case EXPRESSION_LEFT: case EXPRESSION_RIGHT: return words(arena, e->parts[0], LEVEL_ATOM);
    default: return e->name ? e->name : "niet opgegeven";
    }
}

static Level level_of(const Expression *e) {
    switch (e->kind) {
    case EXPRESSION_SUM: return e->name || e->count > 1 ? LEVEL_SUM : LEVEL_ATOM;
    case EXPRESSION_PLUS: case EXPRESSION_DIFFERENCE: return LEVEL_SUM;
    case EXPRESSION_PRODUCT: case EXPRESSION_QUOTIENT: case EXPRESSION_SHARE: case EXPRESSION_RATE: return LEVEL_PRODUCT;
    case EXPRESSION_ROUND: case EXPRESSION_FLOOR: case EXPRESSION_CEILING: return rounds(e) ? LEVEL_SENTENCE : level_of(e->parts[0]);
    case EXPRESSION_ABSOLUTE: case EXPRESSION_SMALLEST: case EXPRESSION_LARGEST: case EXPRESSION_COMPARE: case EXPRESSION_CHOICE:
    case EXPRESSION_STEP: case EXPRESSION_MEAN: case EXPRESSION_MEDIAN: case EXPRESSION_CERTAIN: case EXPRESSION_ESTABLISHED: case EXPRESSION_PAIRED: return LEVEL_SENTENCE;
    default: return LEVEL_ATOM;
    }
}

static const char *open_words(Arena *arena, const Expression *e) {
    if (is_condition(e)) return arena_printf(arena, "1 als %s, anders 0", condition_words(arena, e));
    switch (e->kind) {
    case EXPRESSION_SUM: return sum_words(arena, e);
    case EXPRESSION_KNOWN: return arena_printf(arena, "de bekende cellen van %s", id_of(e));
    case EXPRESSION_PLUS: return joined(arena, e, 0, " + ", LEVEL_PRODUCT);
    case EXPRESSION_DIFFERENCE: return joined(arena, e, 0, " − ", LEVEL_PRODUCT);
    case EXPRESSION_PRODUCT: return joined(arena, e, 0, " × ", LEVEL_PRODUCT);
    case EXPRESSION_QUOTIENT: return joined(arena, e, 0, " / ", LEVEL_ATOM);
    case EXPRESSION_SHARE: return arena_printf(arena, "100 × %s", joined(arena, e, 0, " / ", LEVEL_ATOM));
    case EXPRESSION_RATE:
        return arena_printf(arena, "%s × %s / %s", words(arena, e->parts[1], LEVEL_ATOM), words(arena, e->parts[0], LEVEL_ATOM), words(arena, e->parts[2], LEVEL_ATOM));
    case EXPRESSION_ROUND: case EXPRESSION_FLOOR: case EXPRESSION_CEILING: return rounds(e) ? rounding_words(arena, e) : words(arena, e->parts[0], LEVEL_SENTENCE);
    case EXPRESSION_ABSOLUTE: return arena_printf(arena, "%s zonder teken", words(arena, e->parts[0], LEVEL_ATOM));
    case EXPRESSION_SMALLEST: return arena_printf(arena, "kleinste van %s", joined(arena, e, 0, " en ", LEVEL_SUM));
    case EXPRESSION_LARGEST: return arena_printf(arena, "grootste van %s", joined(arena, e, 0, " en ", LEVEL_SUM));
    case EXPRESSION_CHOICE:
        return arena_printf(arena, "%s als %s, anders %s", words(arena, e->parts[1], LEVEL_SUM), condition_words(arena, e->parts[0]), words(arena, e->parts[2], LEVEL_SUM));
    case EXPRESSION_STEP: return arena_printf(arena, "hoogste drempel die %s bereikt", words(arena, e->parts[0], LEVEL_ATOM));
    case EXPRESSION_MEAN: return arena_printf(arena, "gemiddelde van %s, voor zover bekend", set_words(arena, e));
    case EXPRESSION_MEDIAN: return arena_printf(arena, "mediaan van %s, voor zover bekend", set_words(arena, e));
    case EXPRESSION_ESTABLISHED: return arena_printf(arena, "%s, voor zover vastgesteld", words(arena, e->parts[0], LEVEL_ATOM));
    case EXPRESSION_CERTAIN: return arena_printf(arena, "aantal %s", set_words(arena, e));
    case EXPRESSION_PAIRED:
        return e->known ? words(arena, e->parts[2], LEVEL_SENTENCE) : arena_printf(arena, "%s, over de rijen waarvan beide bekend zijn", words(arena, e->parts[2], LEVEL_SENTENCE));
    default: return leaf_words(arena, e);
    }
}

static const char *words(Arena *arena, const Expression *e, Level level) {
    const char *text = open_words(arena, e);
    Level own = e->kind == EXPRESSION_LEFT || e->kind == EXPRESSION_RIGHT ? level_of(e->parts[0]) : level_of(e);
    if ((e->kind == EXPRESSION_ROUND && !rounds(e)) || e->kind == EXPRESSION_LEFT || e->kind == EXPRESSION_RIGHT) return words(arena, e->parts[0], level);
    return own < level ? arena_printf(arena, "(%s)", text) : text;
}

const char *expression_words(Arena *arena, const Expression *e) {
    switch (e->kind) {
    case EXPRESSION_CELL: return "opgegeven in de invoer";
    case EXPRESSION_MISSING: return "niet opgegeven";
    case EXPRESSION_COUNT: return "geteld in de invoer";
    default: return words(arena, e, LEVEL_SENTENCE);
    }
}
