/* References within the text: they resolve, to the kind of thing that the sentence says; keys are used once. And the
 * figures they are to: of a kind that exists, with data. */
#include <ctype.h>
#include <string.h>

#include "calc/figure_data.h"
#include "rules/rule.h"

/* What a reader calls them. */
static const char *const KINDS[] = {[TARGET_FIGURE] = "figuur", [TARGET_TABLE] = "tabel", [TARGET_ANNEX] = "bijlage", [TARGET_CHAPTER] = "hoofdstuk",
                                    [TARGET_PARAGRAPH] = "paragraaf"};

static Map *collect_keys(Check *check) {
    Map *keys = map_new(check->arena);
    for (int i = 0; i < check->text->target_count; i++) {
        TextTarget *target = &check->text->targets[i];
        const TextTarget *first = map_get(keys, target->key);
        if (first)
            rule_report(check, &R212_DOUBLE_KEY, target->place, NULL, NULL, target->key,
                        RULE_TEXT(check, "%s:%d", first->place.file ? first->place.file : "", first->place.line), NULL);
        else
            map_put(keys, target->key, target);
    }
    return keys;
}

/* The last word of a text, in lower case, in out. */
static void last_word(const char *text, char *out, size_t room) {
    size_t end = strlen(text), n = 0;
    while (end && isspace((unsigned char)text[end - 1])) end--;
    size_t start = end;
    while (start && isalpha((unsigned char)text[start - 1])) start--;
    for (size_t i = start; i < end && n + 1 < room; i++) out[n++] = (char)tolower((unsigned char)text[i]);
    out[n] = 0;
}

static void check_kind(Check *check, const Reference *reference, const TextTarget *target) {
    char word[24];
    last_word(reference->before, word, sizeof word);
    if (reference->shows != REFERENCE_NUMBER || target->kind == TARGET_OTHER) return;
    const char *kind = KINDS[target->kind];
    for (int i = TARGET_FIGURE; i <= TARGET_PARAGRAPH; i++)
        if (strcmp(word, KINDS[i]) == 0 && strcmp(word, kind) != 0)
            rule_report(check, &R213_KIND, reference->place, word, kind, reference->key, NULL, NULL);
}

/* Is it a part of something else: "bijlage 4 van het convenant"? */
static bool is_elsewhere(const Check *check, const ProseItem *item) {
    static const char *const words[] = {"van ", "uit ", "bij ", "in ", "der ", "behorend"};
    const char *text = item->passage == NO_INDEX ? "" : check->text->passages[item->passage].text + item->end;
    text += strspn(text, " ");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0) return true;
    return false;
}

/* "figuur 7" typed by hand stays 7 when a figure is put in before it; "bijlage 4" of three is nowhere. */
static void find_typed(Check *check, const ProseItem *item) {
    const char *typed = RULE_TEXT(check, "%s %s", item->before, item->written);
    bool annex = strcmp(item->before, KINDS[TARGET_ANNEX]) == 0, chapter = strcmp(item->before, KINDS[TARGET_CHAPTER]) == 0;
    int there = annex ? check->text->annex_count : check->text->chapter_count;
    if (strcmp(item->before, KINDS[TARGET_FIGURE]) == 0 || strcmp(item->before, KINDS[TARGET_TABLE]) == 0)
        rule_report(check, &R214_TYPED_NUMBER, item->place, typed, NULL, item->before, NULL, NULL);
    else if ((annex || chapter) && item->number > there && !is_elsewhere(check, item))
        rule_report(check, &R226_NOWHERE, item->place, typed, RULE_TEXT(check, BOTH("hoogstens %d", "at most %d"), there, there), typed, NULL, NULL);
}

/* Will the figure be in the report? One of an unknown kind has been told of; a template of one's own may draw it. */
static bool is_shown(Check *check, const Figure *figure) {
    const FigureKind *kind = figure_kind(check->figures, figure);
    return !kind || figure_has_data(check->arena, kind, figure, check->input, check->ledger);
}

static void check_reference(Check *check, const Map *keys, const Reference *reference) {
    const TextTarget *target = map_get(keys, reference->key);
    if (!target)
        rule_report(check, &R211_REFERENCE, reference->place, NULL, NULL, reference->key, NULL, NULL);
    else if (target->empty || (target->figure != NO_INDEX && !is_shown(check, &check->text->figures[target->figure])))
        rule_report(check, &R219_NOT_SHOWN, reference->place, NULL, NULL, reference->key, NULL, NULL);
    else
        check_kind(check, reference, target);
}

static int years_of(Check *check, const char *id) {
    const Fact *own = ledger_get(check->ledger, id);
    int n = own && own->status != FACT_UNKNOWN;
    for (int y = 0; y < check->p->earlier_year_count; y++) {
        const char *year = check->p->earlier_years[y].year.text;
        const Fact *fact = year ? ledger_get(check->ledger, RULE_TEXT(check, "%s@%s", id, year)) : NULL;
        n += fact && fact->status != FACT_UNKNOWN && (!check->p->year.text || strcmp(year, check->p->year.text) != 0);
    }
    return n;
}

/* What a chart over the years was asked for and cannot show. */
static void check_lines(Check *check, const Figure *figure) {
    char *rest = NULL, *names = figure->facts.text ? arena_strdup(check->arena, figure->facts.text) : NULL;
    for (char *id = names ? strtok_r(names, " \t\r\n", &rest) : NULL; id; id = strtok_r(NULL, " \t\r\n", &rest))
        if (years_of(check, id) < 2) rule_report(check, &R224_ONE_YEAR, figure->facts.place, NULL, NULL, id, NULL, NULL);
}

static void check_form(Check *check, const Figure *figure, const FigureKind *kind) {
    const char *form = figure->form.text;
    if (!form) return;
    if (!figure_has_form(kind, form)) {
        const char *forms = figure_forms(kind);
        rule_report(check, &R223_FORM, figure->form.place, NULL, forms ? forms : BOTH("geen vorm=: deze soort heeft er één", "no vorm=: this kind has one"),
                    figure->kind.text, form, NULL);
    } else if (figure_needs_years(kind, form) && is_shown(check, figure)) check_lines(check, figure);
}

static void check_figure(Check *check, const Figure *figure) {
    const FigureKind *kind = figure_kind(check->figures, figure);
    const char *named = figure->kind.text, *key = figure->key ? figure->key : named;
    if (!named || !check->figures) return; /* the schema or the template tells */
    if (!kind) {
        const char *nearest = figure_kind_nearest(check->figures, named);
        rule_report(check, &R217_FIGURE_KIND, figure->kind.place, NULL, nearest ? nearest : figure_kinds(check->arena, check->figures), named, NULL, NULL);
        return;
    }
    check_form(check, figure, kind);
    if (figure_is_zero(check->arena, kind, figure, check->input, check->ledger)) {
        rule_report(check, &R225_ALL_ZERO, figure->place, NULL, NULL, key, NULL, NULL);
        return;
    }
    if (is_shown(check, figure)) return;
    const char *limit = figure->over.text   ? RULE_TEXT(check, "over=\"%s\"", figure->over.text)
                        : figure->group.text ? RULE_TEXT(check, "groep=\"%s\"", figure->group.text) : NULL;
    rule_report(check, &R218_NO_DATA, figure->place, limit, figure_needs(check->arena, kind), key, NULL, NULL);
}

void rule_references(Check *check) {
    const Narrative *text = check->text;
    Map *keys = collect_keys(check);
    for (int i = 0; i < text->figure_count; i++)
        if (text->figures[i].section != NO_INDEX) check_figure(check, &text->figures[i]);
    for (int i = 0; i < text->reference_count; i++) check_reference(check, keys, &text->references[i]);
    for (int i = 0; i < check->prose->count; i++)
        if (check->prose->items[i].kind == PROSE_REFERENCE) find_typed(check, &check->prose->items[i]);
}

/* Does the paragraph around a text show a figure of another year, or one that another year has too? */
static bool shows_years(Check *check, const TextPiece *piece) {
    for (int i = 0; i < check->text->mention_count; i++) {
        const Mention *m = &check->text->mentions[i];
        if (m->passage != piece->passage) continue;
        if (m->year || strncmp(m->id, "verandering.", 12) == 0 || strncmp(m->id, "groei.", 6) == 0) return true;
        for (int y = 0; y < check->p->earlier_year_count; y++)
            if (check->p->earlier_years[y].year.text && ledger_get(check->ledger, RULE_TEXT(check, "%s@%s", m->id, check->p->earlier_years[y].year.text))) return true;
    }
    return false;
}

/* "dat dat": one word twice that may stand so. */
static bool may_repeat(const char *word, size_t n) {
    static const char *const words[] = {"we", "dat", "die", "je", "ze", "had", "er"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == n && memcmp(words[i], word, n) == 0) return true;
    return false;
}

static bool all_letters(const char *word, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (!isalpha((unsigned char)word[i]) && (unsigned char)word[i] < 0x80) return false;
    return true;
}

/* "de de" */
static void find_double(Check *check, const TextPiece *text) {
    enum { LONGEST = 39 };
    const char *last = "";
    size_t before = 0;
    for (const char *p = text->text; *p;) {
        const char *word = p;
        while (*p && !isspace((unsigned char)*p)) p++;
        size_t n = (size_t)(p - word);
        if (n > 1 && n == before && n <= LONGEST && memcmp(word, last, n) == 0 && all_letters(word, n) && !may_repeat(word, n)) {
            const char *twice = arena_strndup(check->arena, word, n);
            rule_report(check, &R215_DOUBLE_WORD, text->place, RULE_TEXT(check, "%s %s", twice, twice), twice, twice, NULL, NULL);
        }
        last = word;
        before = n;
        while (isspace((unsigned char)*p)) p++;
    }
}

/* Is something counted in the sentence before at? "Beter dan voorheen" compares no figures. */
static bool counts_before(const char *text, const char *at) {
    static const char *const words[] = {"aantal", "aantallen", "opkomst", "respons", "percentage", "aandeel"};
    const char *start = at;
    while (start > text && !strchr(".!?", start[-1])) start--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strcasestr(start, words[i]);
        if (found && found < at) return true;
    }
    return false;
}

/* Double words, and comparisons with years that the input knows nothing of. */
static void find_wording(Check *check, const TextPiece *text) {
    static const struct { const char *words; bool counted; } phrases[] = {
        {"ten opzichte van vorig jaar", false}, {"vergeleken met vorig jaar", false}, {"dan vorig jaar", false}, {"dan voorgaande jaren", false},
        {"ten opzichte van eerdere jaren", false}, {"meer dan in eerdere jaren", false}, {"dan voorheen", true}, {"dan in eerdere jaren", true},
        {"dan in voorgaande jaren", true}, {"dan eerdere jaren", true}};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        const char *at = strcasestr(text->text, phrases[i].words);
        if (!at || (phrases[i].counted && !counts_before(text->text, at)) || shows_years(check, text) || matcher_knows_earlier(check->matcher, text->text)) continue;
        rule_report(check, &R216_COMPARISON, text->place, phrases[i].words, NULL, phrases[i].words, NULL, NULL);
        break;
    }
    find_double(check, text);
}

void rule_wording(Check *check) {
    rule_each_text(check, find_wording);
}
