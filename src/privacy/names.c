/* Finds persons by full name, initials, surname or first name, with or without title, and says what they do instead. */
#include "privacy/names.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/text.h"
#include "language/language.h"
#include "privacy/names_build.h"

typedef struct Hit {
    int from, to; /* words, to exclusive */
    int person;   /* -1: more than one fits */
    bool possessive;
} Hit;

static bool one_of(const char *word, const char *const *list) {
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

static bool is_particle(const char *word) {
    static const char *const particles[] = {"van",  "de", "der", "den", "het",  "t",     "ter",  "ten", "te",
                                            "in",   "op", "aan", "bij", "uit",  "la",    "le",   "du",  "des",
                                            "von",  "zu", "da",  "dos", "di",   "el",    "al",   "bin", "ben",
                                            "ould", "s",  "d",   "l",   "over", "onder", "voor", NULL};
    return one_of(word, particles);
}

static bool is_title(const char *word) {
    static const char *const titles[] = {"mevrouw", "mevr", "mw",  "meneer", "heer", "dhr", "drs",
                                         "dr",      "ir",   "ing", "mr",     "prof", "juf", "meester",
                                         "collega", "mrs",  "ms",  "miss",   NULL};
    return one_of(word, titles);
}

static void read_name(Names *n, Known *k, const char *name) {
    Words w = words_of(n->arena, name);
    while (w.count > 1 && (is_title(w.items[0].fold) || words_are_role(w.items[0].fold))) w.items++, w.count--;
    int first = 0, count = w.count < MOST_WORDS ? w.count : MOST_WORDS;
    for (int i = 1; i < count && !first; i++)
        if (is_particle(w.items[i].fold) && i + 1 < count) first = i;
    if (!first) first = count > 1 ? count - 1 : 0;
    for (int i = 0; i < count - 1 && strchr(name, '-');
         i++) /* Anne Jansen-Vries: the surname begins at the word before the hyphen */
        if (i >= 1 && i < first && *w.items[i].end == '-') first = i;
    for (int i = 0; i < first; i++) k->given[k->given_count++] = w.items[i].fold;
    while (first < count - 1 && is_particle(w.items[first].fold))
        k->between[k->between_count++] = w.items[first++].fold;
    for (int i = first; i < count; i++) k->last[k->last_count++] = w.items[i].fold;
    k->squeezed = squeezed(n->arena, name);
}

/* The first role, in full when the input explains the abbreviation. */
static const char *read_role(Names *n, const Partnership *p, const char *roles) {
    size_t size = strcspn(roles ? roles : "", ",;/");
    while (size && isspace((unsigned char)roles[size - 1])) size--;
    if (!size) return "betrokkene";
    const char *role = arena_strndup(n->arena, roles, size);
    for (int i = 0; i < p->abbreviation_count; i++)
        if (!strcmp(p->abbreviations[i].shorthand, role)) return p->abbreviations[i].meaning;
    return role;
}

static void add_organisation(Names *n, const char *name) {
    if (name && *name) n->organisations[n->organisation_count++] = words_of(n->arena, name);
}

/* ---- names that stand elsewhere than in personen ---- */

static void mask_organisations(const Names *n, Words *w);

static void add_other(Names *n, const char *name, const char *role, bool full) {
    Words w = words_of(n->arena, name);
    mask_organisations(n, &w);
    int own = 0; /* words that are neither an organisation's nor a role: "Schoolopleider De Noord" is nobody's name */
    for (int i = 0; i < w.count; i++) {
        own += !w.items[i].masked && !is_particle(w.items[i].fold) && !words_are_role(w.items[i].fold);
        if (full && map_get(n->things, w.items[i].fold)) return; /* "Ontwikkelteam Intervisie" signs too */
    }
    if (w.count && !w.items[w.count - 1].capital) return; /* "Een dag per week" */
    for (int i = 0; i < n->count; i++)
        if (!strcmp(n->persons[i].squeezed, squeezed(n->arena, name))) return;
    if (!own || (full && (w.count < 2 || w.count > 6))) return;
    Known *k = &n->persons[n->count++];
    read_name(n, k, name);
    k->role = role;
    k->full = full;
}

/* The first line of a signature; NULL: it is none. */
static const char *signatory(Arena *arena, const Node *node) {
    bool signs = false;
    for (const Attribute *a = node->attributes; a && !signs; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(node, a);
        signs = described && language_choice_role(described, a->value) == LANGUAGE_ROLE_SIGNATURE;
    }
    if (!signs) return NULL;
    Buffer text = {0};
    for (const Node *at = node->first; at; at = at->next) {
        if (language_of(at) && language_role(language_of(at)) == LANGUAGE_ROLE_LINE_BREAK) break;
        buffer_puts(&text, at->kind == NODE_TEXT ? at->text : node_string(arena, at));
    }
    const char *line = arena_strndup(arena, text.data ? text.data : "", text.size);
    buffer_free(&text);
    return line;
}

/* Who makes, says or signs something: persons or organisations, with commas between. */
static void add_signatories(Names *n, const char *names, const char *role) {
    while (*names) {
        size_t size = strcspn(names, ",;");
        add_other(n, arena_strndup(n->arena, names, size), role, true);
        names += size + (names[size] != '\0');
    }
}

static void add_named(Names *n, const Node *node) {
    KeyKind kind = KEY_KINDS;
    language_key(node, &kind);
    bool whole = language_of(node) && language_kind(language_of(node)) == ELEMENT_WHOLE;
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(node, a);
        if (!described) continue;
        if (kind != KEY_PERSON && described->kind == VALUE_PERSON_NAME)
            add_other(n, a->value,
                      kind == KEY_TRAINER  ? "schoolopleider"
                      : kind == KEY_INTERN ? "student"
                                           : "betrokkene",
                      false);
        if (described->role == LANGUAGE_ROLE_SIGNATORY) add_signatories(n, a->value, whole ? "auteur" : "betrokkene");
    }
    const char *signs = signatory(n->arena, node);
    if (signs) add_other(n, signs, "betrokkene", true);
}

static void add_things(Names *n, const Node *node) {
    for (const Attribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *described = language_attribute_of(node, a);
        if (!described || described->kind != VALUE_NAME || described->role == LANGUAGE_ROLE_SIGNATORY) continue;
        Words w = words_of(n->arena, a->value);
        for (int i = 0; i < w.count; i++)
            if (!is_particle(w.items[i].fold)) map_put(n->things, w.items[i].fold, n);
    }
}

static void add_others(Names *n, const Node *root) {
    n->things = map_new(n->arena);
    for (const Node *node = root; node; node = node_walk(root, node, NULL))
        if (node->kind == NODE_ELEMENT) add_things(n, node);
    for (const Node *node = root; node; node = node_walk(root, node, NULL))
        if (node->kind == NODE_ELEMENT) add_named(n, node);
}

/* How many names there can be at most. */
static size_t named_in(const Node *root) {
    size_t count = 1;
    for (const Node *node = root; node; node = node_walk(root, node, NULL)) {
        count++;
        for (const Attribute *a = node->attributes; a; a = a->next)
            for (const char *at = a->value - 1; at; at = strpbrk(at + 1, ",;")) count++;
    }
    return count;
}

Names *names_new(Arena *arena, const Partnership *p, const Node *root) {
    Names *n = ARENA_NEW(arena, Names);
    n->arena = arena;
    n->persons = ARENA_ARRAY(arena, (size_t)p->person_count + named_in(root), Known);
    n->organisations = ARENA_ARRAY(
        arena, (size_t)(p->board_count + p->institute_count + p->school_count + p->location_count + 1) * 2, Words);
    for (int i = 0; i < p->person_count; i++) {
        Known *k = &n->persons[n->count++];
        read_name(n, k, p->persons[i].name ? p->persons[i].name : "");
        k->email = p->persons[i].email;
        k->role = read_role(n, p, p->persons[i].roles);
    }
    int listed = n->count;
    for (int i = 0; i < listed; i++) {
        n->persons[i].only = strcmp(n->persons[i].role, "betrokkene") != 0;
        for (int j = 0; j < n->count; j++)
            n->persons[i].only &= i == j || strcmp(n->persons[i].role, n->persons[j].role) != 0;
    }
    for (int i = 0; i < p->board_count; i++)
        add_organisation(n, p->boards[i].name), add_organisation(n, p->boards[i].abbreviation);
    for (int i = 0; i < p->institute_count; i++)
        add_organisation(n, p->institutes[i].name), add_organisation(n, p->institutes[i].abbreviation);
    for (int i = 0; i < p->school_count; i++)
        add_organisation(n, p->schools[i].name), add_organisation(n, p->schools[i].abbreviation);
    for (int i = 0; i < p->location_count; i++)
        add_organisation(n, p->locations[i].name), add_organisation(n, p->locations[i].abbreviation);
    add_organisation(n, p->name);
    add_organisation(n, p->abbreviation);
    add_others(n, root);
    return n;
}

const char *names_role(const Names *n, int person) {
    const char *role = n->persons[person].role;
    char *big = arena_strdup(n->arena, role);
    big[0] = (char)toupper((unsigned char)big[0]);
    return big;
}

/* ---- finding ---- */

static void mask_organisations(const Names *n, Words *w) {
    for (int o = 0; o < n->organisation_count; o++) {
        const Words *name = &n->organisations[o];
        for (int i = 0; name->count && i + name->count <= w->count; i++) {
            int k = 0;
            while (k < name->count && !strcmp(w->items[i + k].fold, name->items[k].fold)) k++;
            for (int j = 0; k == name->count && j < k; j++) w->items[i + j].masked = true;
        }
    }
}

/* The word is this name, perhaps with the s of a possessive. */
static bool is_last(const Word *w, const char *last, bool final, bool *possessive) {
    size_t size = strlen(last);
    *possessive = false;
    if (!w->capital || strncmp(w->fold, last, size)) return false;
    *possessive = final && !strcmp(w->fold + size, "s");
    return !w->fold[size] || *possessive;
}

static int match_last(const Words *w, int at, const Known *k, bool *possessive) {
    for (int i = 0; i < k->last_count; i++) {
        if (at + i >= w->count || w->items[at + i].masked ||
            !is_last(&w->items[at + i], k->last[i], i + 1 == k->last_count, possessive))
            return 0;
        if (i && !words_join(&w->items[at + i - 1], &w->items[at + i])) return 0;
    }
    return k->last_count;
}

/* "van den", or "v.d.", "v/d", "vd". */
static int match_between(const Words *w, int at, const Known *k) {
    char short_form[MOST_WORDS + 1] = "";
    for (int i = 0; i < k->between_count; i++) short_form[i] = k->between[i][0];
    if (k->between_count > 1 && at < w->count && !strcmp(w->items[at].fold, short_form)) return 1;
    bool shortened = true;
    for (int i = 0; i < k->between_count && shortened; i++)
        shortened = at + i < w->count && w->items[at + i].fold[0] == short_form[i] && !w->items[at + i].fold[1];
    if (k->between_count && shortened) return k->between_count;
    for (int i = 0; i < k->between_count; i++)
        if (at + i >= w->count || strcmp(w->items[at + i].fold, k->between[i])) return 0;
    return k->between_count;
}

/* First names, or initials: "Maud", "M.", "A.M.". */
static int match_given(const Words *w, int at, const Known *k) {
    int n = 0;
    while (at + n < w->count && n < k->given_count && !w->items[at + n].masked && w->items[at + n].capital &&
           !strcmp(w->items[at + n].fold, k->given[n]))
        n++;
    if (n) return n;
    while (at + n < w->count && n < 4 && w->items[at + n].capital &&
           w->items[at + n].end - w->items[at + n].start == 1 && k->given_count &&
           (n || w->items[at + n].fold[0] == k->given[0][0]) &&
           (!n || words_join(&w->items[at + n - 1], &w->items[at + n])))
        n++;
    return n;
}

/* "Tessa B.", "Karel van den D.": a whole first name, then the first letter of the surname. */
static bool match_initial(const Words *w, int at, const Known *k, bool given_whole) {
    const Word *word = at < w->count ? &w->items[at] : NULL;
    return given_whole && word && at && word->capital && word->end - word->start == 1 &&
           word->fold[0] == k->last[0][0] && words_join(word - 1, word);
}

/* The first name with the s of a possessive. */
static bool possessive_given(const Word *w, const Known *k) {
    size_t size = k->given_count ? strlen(k->given[0]) : 0;
    return size > 1 && w->capital && !w->masked && !strncmp(w->fold, k->given[0], size) && !strcmp(w->fold + size, "s");
}

/* How many words from here are this person; strength: with a first name it can be nobody else. */
static int match_person(const Words *w, int at, const Known *k, bool *sure, bool *possessive) {
    int t = 0, i;
    while (at + t + 1 < w->count && is_title(w->items[at + t].fold) &&
           words_join(&w->items[at + t], &w->items[at + t + 1]))
        t++;
    int given = match_given(w, at + t, k), alone = given;
    *sure = given > 0;
    i = at + t + given;
    if (given && i < w->count && !words_join(&w->items[i - 1], &w->items[i])) given = 0, i = at + t;
    int between = match_between(w, i, k), last = match_last(w, i + between, k, possessive);
    if (!last && between && match_last(w, i, k, possessive)) last = match_last(w, i, k, possessive), between = 0;
    if (!last && given && match_initial(w, i + between, k, strlen(w->items[at + t].fold) > 1)) last = 1;
    if (last && !*sure && (k->full || !k->last[0][1])) return 0;
    if (last) {
        int total = i + between + last - at;
        if (*sure || *possessive || at + total >= w->count) return total;
        /* "Verhagen, M." and "Aalst, Dirk van" */
        const Word *end = &w->items[at + total - 1], *next = &w->items[at + total];
        int behind = *end->end == ',' && next->start - end->end <= 3 ? match_given(w, at + total, k) : 0;
        if (!behind) return total;
        *sure = true;
        total += behind;
        int tail = match_between(w, at + total, k);
        return total + (tail && words_join(&w->items[at + total - 1], &w->items[at + total]) ? tail : 0);
    }
    if (k->full) return 0;
    /* a first name alone ("Maud", "Maud's", "Mauds"), unless another surname follows it */
    *possessive = !alone && at + t < w->count && possessive_given(&w->items[at + t], k);
    if (*possessive) alone = 1;
    i = at + t + alone;
    if (!alone || strlen(w->items[at + t].fold) < 2) return 0;
    const Word *own = &w->items[i - 1];
    if (i < w->count && w->items[i].capital && words_join(own, &w->items[i]) && *own->end != '.') return 0;
    if (i + 1 < w->count && is_particle(w->items[i].fold) && w->items[i + 1].capital && words_join(own, &w->items[i]))
        return 0;
    *sure = false;
    return t + alone;
}

static bool find_hit(const Names *n, const Words *w, int at, Hit *hit) {
    *hit = (Hit){.from = at, .person = -1};
    bool best_sure = false;
    for (int p = 0; p < n->count; p++) {
        bool sure = false, possessive = false;
        int size = n->persons[p].last_count ? match_person(w, at, &n->persons[p], &sure, &possessive) : 0;
        if (!size || size < hit->to - at || (size == hit->to - at && best_sure && !sure)) continue;
        if (size == hit->to - at && possessive && !hit->possessive) continue; /* Hans is Hans, not of Han */
        bool better = size > hit->to - at || (sure && !best_sure) || (hit->possessive && !possessive);
        hit->person = better ? p : -1;
        hit->to = at + size;
        hit->possessive = possessive;
        best_sure = sure;
    }
    return hit->to > at;
}

/* ---- replacing ---- */

/* Does a sentence begin here? */
static bool begins_sentence(const char *text, const char *at) {
    while (at > text && (isspace((unsigned char)at[-1]) || at[-1] == '\xA0')) at--;
    if (at > text && (unsigned char)at[-1] == 0xC2) at--;
    return at == text || at[-1] == '.' || at[-1] == '!' || at[-1] == '?' || at[-1] == ':';
}

/* Is the role said in front of the name already ("projectleider Maud Verhagen")? */
static bool said_before(const Words *w, int at, const char *role, Arena *arena) {
    Words r = words_of(arena, role);
    if (at < r.count) return false;
    for (int i = 0; i < r.count; i++)
        if (strcmp(w->items[at - r.count + i].fold, r.items[i].fold)) return false;
    return r.count > 0;
}

static void put_role(const Names *n, Buffer *out, const char *text, const Words *w, const Hit *hit) {
    const Known *k = hit->person >= 0 ? &n->persons[hit->person] : NULL;
    const char *role = k ? k->role : "betrokkene";
    if (k && said_before(w, hit->from, role, n->arena)) {
        while (out->size && isspace((unsigned char)out->data[out->size - 1])) out->data[--out->size] = 0;
        return;
    }
    bool big = begins_sentence(text, w->items[hit->from].start);
    buffer_puts(out, k && k->only ? big ? "De " : "de " : big ? "Een " : "een ");
    buffer_puts(out, role);
    if (hit->possessive) buffer_puts(out, strchr("aeiou", role[strlen(role) - 1]) ? "’s" : "s");
}

/* Bytes of the apostrophe that makes "Kees" a possessive; 0 for none (a name in quotation marks has one too). */
static size_t bare_possessive(const char *text, const Word *first, const Word *last) {
    const char *end = last->end;
    size_t fold = strlen(last->fold), size = *end == '\'' ? 1 : !strncmp(end, "\u2019", 3) ? 3 : 0;
    bool quoted =
        first->start > text && strchr("'\x98\x9C\x9A\x9E\"", first->start[-1]); /* the last bytes of opening marks */
    return size && fold && strchr("sxz", last->fold[fold - 1]) && !quoted && end[size] == ' ' ? size : 0;
}

static const char *replace_names(const Names *n, const char *text) {
    Words w = words_of(n->arena, text);
    Buffer out = {0};
    const char *done = text;
    mask_organisations(n, &w);
    for (int i = 0; i < w.count; i++) {
        Hit hit;
        if (w.items[i].masked || !find_hit(n, &w, i, &hit)) continue;
        buffer_append(&out, done, (size_t)(w.items[i].start - done));
        size_t apostrophe = bare_possessive(text, &w.items[i], &w.items[hit.to - 1]);
        hit.possessive |= apostrophe > 0;
        put_role(n, &out, text, &w, &hit);
        done = w.items[hit.to - 1].end + apostrophe;
        if (hit.to - hit.from > 0 && *done == '.' && done - w.items[hit.to - 1].start == 1)
            done++; /* the point of an initial */
        i = hit.to - 1;
    }
    if (done == text) return text;
    buffer_puts(&out, done);
    const char *replaced = arena_strndup(n->arena, out.data, out.size);
    buffer_free(&out);
    return replaced;
}

const char *names_replace(const Names *n, const char *text) {
    return replace_names(n, names_contacts(n, text));
}

/* ---- what is left ---- */

/* One letter more, less or other. */
static bool nearly(const char *a, const char *b) {
    size_t n = strlen(a), m = strlen(b), i = 0;
    if (n + 1 < m || m + 1 < n) return false;
    while (a[i] && a[i] == b[i]) i++;
    if (n == m) return a[i] && !strcmp(a + i + 1, b + i + 1);
    return n > m ? !strcmp(a + i + 1, b + i) : !strcmp(a + i, b + i + 1);
}

const char *names_left(const Names *n, const char *text) {
    const char *flat = squeezed(n->arena, text);
    for (int p = 0; p < n->count; p++)
        if (!n->persons[p].full && strlen(n->persons[p].squeezed) >= 6 &&
            (n->persons[p].given_count || strlen(n->persons[p].squeezed) >= 7) && strstr(flat, n->persons[p].squeezed))
            return n->persons[p].squeezed;
    Words w = words_of(n->arena, text);
    mask_organisations(n, &w);
    for (int i = 0; i < w.count; i++) {
        if (w.items[i].masked || !w.items[i].capital) continue;
        for (int p = 0; p < n->count; p++)
            for (int k = 0; k < n->persons[p].last_count && !n->persons[p].full; k++) {
                const char *last = n->persons[p].last[k];
                size_t size = strlen(last);
                bool same = size >= 2 && !is_particle(last) && !strcmp(w.items[i].fold, last),
                     near = size >= 6 && nearly(w.items[i].fold, last);
                if (same || near)
                    return arena_strndup(n->arena, w.items[i].start, (size_t)(w.items[i].end - w.items[i].start));
            }
    }
    return NULL;
}
