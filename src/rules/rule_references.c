/* References within the text: they resolve, to the kind of thing that the sentence says; keys are used once. And the
 * figures they are to: of a kind that exists, with data. */
#include <ctype.h>
#include <string.h>

#include "calc/figure_data.h"
#include "language/language.h"
#include "rules/rule.h"

static const char *const KINDS[] = {"figuur", "tabel", "bijlage", "hoofdstuk", "paragraaf"};

/* What a reader calls the thing that a node is; "" when it has no such name. */
static const char *kind_of(const Node *node) {
    if (node_is(node, "figuur") || node_is(node, "afbeelding")) return "figuur";
    if (node_is(node, "paragraaf") || node_is(node, "subparagraaf")) return "paragraaf";
    for (int i = 0; i < 5; i++)
        if (node_is(node, KINDS[i])) return KINDS[i];
    return "";
}

static Map *collect_keys(Check *check) {
    Map *keys = map_new(check->arena);
    NODE_EACH(top, check->input, NULL) {
        if (!rule_is_narrative(top)) continue;
        for (Node *n = top; n; n = node_walk(top, n, NULL)) {
            const char *key = node_get(n, "sleutel");
            if (!key) continue;
            Node *first = map_get(keys, key);
            if (first)
                rule_report(check, &R212_DOUBLE_KEY, n->place, NULL, NULL, key,
                            RULE_TEXT(check, "%s:%d", first->place.file ? first->place.file : "", first->place.line), NULL);
            else
                map_put(keys, key, n);
        }
    }
    return keys;
}

/* The last word before a node, in lower case, in out. */
static void word_before(const Node *node, char *out, size_t room) {
    const char *text = node->previous && node->previous->kind == NODE_TEXT ? node->previous->text : "";
    size_t end = strlen(text), n = 0;
    while (end && isspace((unsigned char)text[end - 1])) end--;
    size_t start = end;
    while (start && isalpha((unsigned char)text[start - 1])) start--;
    for (size_t i = start; i < end && n + 1 < room; i++) out[n++] = (char)tolower((unsigned char)text[i]);
    out[n] = 0;
}

static void check_kind(Check *check, const Node *node, const Node *target, const char *key) {
    char word[24];
    const char *kind = kind_of(target), *show = node_get_or(node, "toon", "nummer");
    word_before(node, word, sizeof word);
    if (strcmp(show, "nummer") != 0 || !*kind) return;
    for (int i = 0; i < 5; i++)
        if (strcmp(word, KINDS[i]) == 0 && strcmp(word, kind) != 0)
            rule_report(check, &R213_KIND, node->place, word, kind, key, NULL, NULL);
}

/* "figuur 7" typed by hand stays 7 when a figure is put in before it. */
static void find_typed(Check *check, const Node *text) {
    if (!strpbrk(text->text, "0123456789")) return;
    for (const Node *up = text->parent; up; up = up->parent)
        if (node_is(up, "citaat") || node_is(up, "aanhaling")) return;
    for (int k = 0; k < 2; k++) {
        const char *p = text->text;
        size_t length = strlen(KINDS[k]);
        while ((p = strcasestr(p, KINDS[k]))) {
            const char *after = p + length;
            while (*after == ' ' || *after == '\n') after++;
            bool starts = p == text->text || !isalpha((unsigned char)p[-1]);
            if (starts && after > p + length && isdigit((unsigned char)*after))
                rule_report(check, &R214_TYPED_NUMBER, text->place, RULE_TEXT(check, "%s %c", KINDS[k], *after), NULL,
                            KINDS[k], NULL, NULL);
            p += length;
        }
    }
}

/* Will the figure be in the report? One of an unknown kind has been told of; a template of one's own may draw it. */
static bool is_shown(Check *check, const Node *figure) {
    return !figure_kind(figure) || figure_has_data(check->arena, figure, check->input, check->ledger);
}

static void check_reference(Check *check, const Map *keys, const Node *node) {
    const char *key = node_get_or(node, "naar", "");
    const Node *target = map_get(keys, key);
    if (!target)
        rule_report(check, &R211_REFERENCE, node->place, NULL, NULL, key, NULL, NULL);
    else if (language_is_empty(target) || (node_is(target, "figuur") && !is_shown(check, target)))
        rule_report(check, &R219_NOT_SHOWN, node->place, NULL, NULL, key, NULL, NULL);
    else
        check_kind(check, node, target, key);
}

static bool in_schema(const char *form) {
    static const char *const FORMS[] = {"taart", "ring", "balken", "kolommen", "tabel", "lijn", "veelvouden"};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (strcmp(FORMS[i], form) == 0) return true;
    return false;
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
static void check_lines(Check *check, const Node *figure) {
    const Attribute *facts = node_attribute(figure, "feiten");
    char *rest = NULL, *names = facts ? arena_strdup(check->arena, facts->value) : NULL;
    for (char *id = names ? strtok_r(names, " \t\r\n", &rest) : NULL; id; id = strtok_r(NULL, " \t\r\n", &rest))
        if (years_of(check, id) < 2) rule_report(check, &R224_ONE_YEAR, facts->place, NULL, NULL, id, NULL, NULL);
}

static void check_form(Check *check, const Node *figure, const FigureKind *kind) {
    const Attribute *form = node_attribute(figure, "vorm");
    if (!form || !in_schema(form->value)) return; /* the schema tells */
    if (!figure_has_form(kind, form->value)) {
        const char *forms = figure_forms(kind);
        rule_report(check, &R223_FORM, form->place, NULL, forms ? forms : BOTH("geen vorm=: deze soort heeft er één", "no vorm=: this kind has one"),
                    node_get_or(figure, "soort", ""), form->value, NULL);
    } else if ((strcmp(form->value, "lijn") == 0 || strcmp(form->value, "veelvouden") == 0) && is_shown(check, figure)) check_lines(check, figure);
}

static void check_figure(Check *check, const Node *figure) {
    const FigureKind *kind = figure_kind(figure);
    const Attribute *named = node_attribute(figure, "soort"), *over = node_attribute(figure, "over"), *group = node_attribute(figure, "groep");
    if (!named) return; /* the schema tells */
    if (!kind) {
        const char *nearest = figure_kind_nearest(named->value);
        rule_report(check, &R217_FIGURE_KIND, named->place, NULL, nearest ? nearest : figure_kinds(check->arena), named->value, NULL, NULL);
        return;
    }
    check_form(check, figure, kind);
    if (figure_is_zero(check->arena, figure, check->input, check->ledger)) {
        rule_report(check, &R225_ALL_ZERO, figure->place, NULL, NULL, node_get_or(figure, "sleutel", named->value), NULL, NULL);
        return;
    }
    if (is_shown(check, figure)) return;
    const Attribute *limit = over ? over : group;
    rule_report(check, &R218_NO_DATA, figure->place, limit ? RULE_TEXT(check, "%s=\"%s\"", limit->name, limit->value) : NULL,
                figure_needs(check->arena, kind), node_get_or(figure, "sleutel", named->value), NULL, NULL);
}

void rule_references(Check *check) {
    Map *keys = collect_keys(check);
    NODE_EACH(top, check->input, NULL) {
        if (!rule_is_narrative(top)) continue;
        for (Node *n = node_walk(top, top, "figuur"); n; n = node_walk(top, n, "figuur")) check_figure(check, n);
        for (Node *n = node_walk(top, top, "verwijzing"); n; n = node_walk(top, n, "verwijzing")) check_reference(check, keys, n);
    }
    rule_each_text(check, find_typed);
}

/* Does the paragraph around a text show a figure of another year, or one that another year has too? */
static bool shows_years(Check *check, const Node *text) {
    const Node *block = text->parent;
    while (block->parent && (node_is(block, "nadruk") || node_is(block, "sterk") || node_is(block, "aanhaling"))) block = block->parent;
    for (const Node *n = node_walk(block, block, "getal"); n; n = node_walk(block, n, "getal")) {
        const char *id = node_get_or(n, "feit", "");
        if (node_get(n, "jaar") || strncmp(id, "verandering.", 12) == 0 || strncmp(id, "groei.", 6) == 0) return true;
        for (int y = 0; y < check->p->earlier_year_count; y++)
            if (check->p->earlier_years[y].year.text && ledger_get(check->ledger, RULE_TEXT(check, "%s@%s", id, check->p->earlier_years[y].year.text))) return true;
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
static void find_double(Check *check, const Node *text) {
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

/* Double words, and comparisons with years that the input knows nothing of. */
static void find_wording(Check *check, const Node *text) {
    static const char *const phrases[] = {"ten opzichte van vorig jaar", "vergeleken met vorig jaar", "dan vorig jaar",
                                          "dan voorgaande jaren", "ten opzichte van eerdere jaren", "meer dan in eerdere jaren"};
    bool compares = strcasestr(text->text, " ja"); /* as each of the phrases does */
    for (size_t i = 0; compares && i < sizeof phrases / sizeof *phrases; i++)
        if (strcasestr(text->text, phrases[i]) && !shows_years(check, text))
            rule_report(check, &R216_COMPARISON, text->place, phrases[i], NULL, phrases[i], NULL, NULL);
    find_double(check, text);
}

void rule_wording(Check *check) {
    rule_each_text(check, find_wording);
}
