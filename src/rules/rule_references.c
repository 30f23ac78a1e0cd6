/* References within the text: they resolve, to the kind of thing that the sentence says; keys are used once. */
#include <ctype.h>
#include <string.h>

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

void rule_references(Check *check) {
    Map *keys = collect_keys(check);
    NODE_EACH(top, check->input, NULL) {
        if (!rule_is_narrative(top)) continue;
        for (Node *n = node_walk(top, top, "verwijzing"); n; n = node_walk(top, n, "verwijzing")) {
            const char *key = node_get_or(n, "naar", "");
            const Node *target = map_get(keys, key);
            if (target)
                check_kind(check, n, target, key);
            else
                rule_report(check, &R211_REFERENCE, n->place, NULL, NULL, key, NULL, NULL);
        }
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

/* "de de", and comparisons with years that the input knows nothing of. */
static void find_wording(Check *check, const Node *text) {
    static const char *const phrases[] = {"ten opzichte van vorig jaar", "vergeleken met vorig jaar", "dan vorig jaar",
                                          "dan voorgaande jaren", "ten opzichte van eerdere jaren", "meer dan in eerdere jaren"};
    char last[40] = "", word[40];
    const char *p = text->text;
    bool compares = strcasestr(p, " ja"); /* as each of the phrases does */
    for (size_t i = 0; compares && i < sizeof phrases / sizeof *phrases; i++)
        if (strcasestr(text->text, phrases[i]) && !shows_years(check, text))
            rule_report(check, &R216_COMPARISON, text->place, phrases[i], NULL, phrases[i], NULL, NULL);
    while (*p) {
        size_t n = 0;
        const char *start = p;
        while (*p && !isspace((unsigned char)*p)) p++;
        n = (size_t)(p - start);
        word[0] = 0;
        bool letters = n > 1 && n < sizeof word;
        for (size_t i = 0; i < n; i++)
            if (!isalpha((unsigned char)start[i]) && (unsigned char)start[i] < 0x80) letters = false;
        if (letters) {
            memcpy(word, start, n);
            word[n] = 0;
            static const char *const natural_words[] = {"we", "dat", "die", "je", "ze", "had", "er"};
            bool natural = false;
            for (size_t i = 0; i < sizeof natural_words / sizeof *natural_words; i++)
                natural |= strcmp(word, natural_words[i]) == 0;
            if (strcmp(word, last) == 0 && !natural)
                rule_report(check, &R215_DOUBLE_WORD, text->place, RULE_TEXT(check, "%s %s", word, word), word, word, NULL,
                            NULL);
        }
        strcpy(last, word);
        while (isspace((unsigned char)*p)) p++;
    }
}

void rule_wording(Check *check) {
    rule_each_text(check, find_wording);
}
