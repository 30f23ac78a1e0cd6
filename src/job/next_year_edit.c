/* What of one file of this year's input changes for the next: a table says so per element, the rest stays as it is.
 *
 * Counts and amounts become "?", with last year's in a comment beside them. What can only be made anew (dates of
 * meetings, explanations, controls, the narrative of chapters) becomes a comment; an open passage asks for it. Points
 * of attention become the goals that the next report looks back on. Annexes, which hold from year to year, stay. */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "input/outline.h"
#include "job/next_year.h"

typedef enum Action {
    UNKNOWN, /* the attribute becomes "?" */
    DROP,    /* the attribute goes */
    SHIFT,   /* school years in the attribute move on by one */
    DATE,    /* the date moves on by one year */
    COMMENT, /* the element becomes a comment */
    CAPTION  /* school years in the element's text move on by one */
} Action;

typedef struct Treatment {
    const char *element, *parent, *attribute; /* parent NULL: any */
    Action action;
} Treatment;

static const Treatment TREATMENTS[] = {
    {"jaarverslag", NULL, "datum", DROP}, {"jaarverslag", NULL, "versie", DROP}, {"jaarverslag", NULL, "titel", SHIFT},
    {"jaarverslag", NULL, "ondertitel", SHIFT}, {"jaarverslag", NULL, "onderwerp", SHIFT}, {"archief", NULL, "kenmerk", DROP},
    {"leerlingen", NULL, "peildatum", DATE}, {"studenten", NULL, "peildatum", DATE},
    {"begroot", NULL, "fte", UNKNOWN}, {"begroot", NULL, "uren", UNKNOWN}, {"begroot", NULL, "bedrag", UNKNOWN},
    {"gerealiseerd", NULL, "fte", UNKNOWN}, {"gerealiseerd", NULL, "uren", UNKNOWN}, {"gerealiseerd", NULL, "bedrag", UNKNOWN},
    {"toelichting", "regel", NULL, COMMENT}, {"toelichting", "rubriek", NULL, COMMENT},
    {"stuurgroep", NULL, "vergadering", DROP}, {"stuurgroep", NULL, "reageren-voor", DROP}, {"aanleiding", "stuurgroep", NULL, COMMENT},
    {"agendapunt", NULL, NULL, COMMENT}, {"besluit", "stuurgroep", NULL, COMMENT}, {"risico", NULL, NULL, COMMENT},
    {"vorige-versie", NULL, NULL, COMMENT}, {"bate", NULL, "begroot", UNKNOWN}, {"bate", NULL, "gerealiseerd", UNKNOWN},
    {"reserve", NULL, "naam", SHIFT}, {"werkplek", "schoolopleider", "studenten", UNKNOWN},
    {"stagevergoeding", NULL, "van", DATE}, {"stagevergoeding", NULL, "tot", DATE}, {"stage", NULL, "van", DATE},
    {"stage", NULL, "tot", DATE}, {"wijziging", NULL, "per", DATE},
    {"enquete", NULL, "datum", DROP}, {"enquete", NULL, "uitgezet", UNKNOWN}, {"enquete", NULL, "ingevuld", UNKNOWN},
    {"vraag", NULL, "n", UNKNOWN}, {"antwoord", NULL, "aantal", UNKNOWN}, {"antwoord", NULL, "procent", UNKNOWN},
    {"afspraak", NULL, "afgesproken", UNKNOWN}, {"afspraak", NULL, "werkelijk", UNKNOWN},
    {"kengetal", NULL, "waarde", UNKNOWN}, {"kengetal", NULL, "van", UNKNOWN}, {"lid", NULL, "uren", UNKNOWN},
    {"bijeenkomst", NULL, "aanwezig", UNKNOWN}, {"bijeenkomst", NULL, "opkomst", UNKNOWN},
    {"bijeenkomst", NULL, "locaties", UNKNOWN}, {"aanwezigen", NULL, "aantal", UNKNOWN}, {"moment", NULL, NULL, COMMENT},
    {"jaarplanning", NULL, "schooljaar", SHIFT}, {"activiteit", "reeks", NULL, COMMENT},
    {"urenspecificatie", NULL, "studenten", UNKNOWN}, {"faciliteit", NULL, "studenten", UNKNOWN},
    {"controle", NULL, NULL, COMMENT}, {"bevinding", NULL, NULL, COMMENT}, {"bijschrift", NULL, NULL, CAPTION},
    {"hoofdstuk", NULL, "titel", SHIFT}, {"paragraaf", NULL, "titel", SHIFT}, {"subparagraaf", NULL, "titel", SHIFT},
    {"aandachtspunten", NULL, "titel", SHIFT}, {"doelstellingen", NULL, "bron", SHIFT},
};

/* Lists of which every cell but these is a count. */
static const char *const COUNT_LISTS[] = {"leerlingen", "plaatsingen", "per-instituut", "per-niveau", "eerstejaars", "wisselaars", "intervisie"};
static const char *const KEY_COLUMNS[] = {"locatie", "school", "instituut", "niveau"};
/* Parts of the narrative that are written anew, and the blocks in them that stay: figures made of the data. */
static const char *const WRITTEN[] = {"voorwoord", "samenvatting", "hoofdstuk"};
static const char *const STAYING[] = {"figuur", "kerncijfers", "naast", "kolom", "paragraaf", "subparagraaf", "doelstellingen", "resultaat",
                                      "aandachtspunten", "xi:include"};

#define ONE_OF(name, list) one_of((name), (list), sizeof(list) / sizeof *(list))
static bool one_of(const char *name, const char *const *list, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], name) == 0) return true;
    return false;
}

static int digits(const char *p, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (p[i] < '0' || p[i] > '9') return -1;
        value = value * 10 + p[i] - '0';
    }
    return value;
}

/* The length of "1 augustus 2023" at p up to its year, when that is a year of this report; 0: no such date. */
static size_t date_before_year(const char *p, int now) {
    static const char *const MONTHS[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    size_t n = strspn(p, "0123456789");
    if (n < 1 || n > 2 || p[n] != ' ') return 0;
    for (size_t i = 0; i < 12; i++) {
        size_t m = strlen(MONTHS[i]);
        if (strncasecmp(p + n + 1, MONTHS[i], m) != 0 || p[n + 1 + m] != ' ') continue;
        int year = digits(p + n + m + 2, 4);
        return (year == now || year == now + 1) && digits(p + n + m + 6, 1) < 0 ? n + m + 2 : 0;
    }
    return 0;
}

char *next_year_shift(const NextYear *plan, const char *text) {
    int now = plan->year->partnership->year.first;
    Buffer out = {0};
    buffer_append(&out, "", 0);
    for (const char *p = text; *p;) {
        static const char *const DASHES[] = {"-", "–", "/"};
        int first = digits(p, 4);
        size_t dash = 0;
        for (size_t i = 0; i < 3 && first > 0; i++)
            if (strncmp(p + 4, DASHES[i], strlen(DASHES[i])) == 0) dash = strlen(DASHES[i]);
        bool starts = p == text || digits(p - 1, 1) < 0;
        size_t date = starts ? date_before_year(p, now) : 0;
        bool alone = starts && dash && digits(p + 4 + dash, 4) == first + 1 && digits(p + 8 + dash, 1) < 0;
        if (alone && first >= now - 1 && first <= now + 1) {
            buffer_printf(&out, "%d%.*s%d", first + 1, (int)dash, p + 4, first + 2);
            p += 8 + dash;
        } else if (date) { /* of a leap day the next year has none */
            bool leap = strncasecmp(p, "29 februari", 11) == 0;
            buffer_printf(&out, "%s%.*s%d", leap ? "28" : "", (int)date - 2 * leap, p + 2 * leap, digits(p + date, 4) + 1);
            p += date + 4;
        } else buffer_putc(&out, *p++);
    }
    char *result = arena_strndup(plan->arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

char *next_year_date(Arena *arena, const char *date) {
    int year = digits(date, 4);
    if (year < 0 || strlen(date) != 10 || date[4] != '-' || date[7] != '-') return arena_strdup(arena, date);
    return arena_printf(arena, "%d%s", year + 1, strcmp(date + 4, "-02-29") == 0 ? "-02-28" : date + 4);
}

const char *next_year_name(Arena *arena, const InputFile *file, const char *name) {
    const char *slash = strrchr(file->name, '/');
    const char *joined = slash ? arena_printf(arena, "%.*s/%s", (int)(slash - file->name), file->name, name) : name;
    while (strncmp(joined, "./", 2) == 0) joined += 2;
    return joined;
}

/* ---- one file ---- */

typedef struct Editing {
    NextYear *plan;
    const InputFile *file;
    const char *text;
    const char *prefix; /* of this file's elements, with its colon, or "" */
    Changes *changes;
} Editing;

static const char *slice(const Editing *e, size_t from, size_t to) {
    return arena_strndup(e->plan->arena, e->text + from, to - from);
}

/* As a comment, which may hold no "--" and no comment. */
static const char *as_comment(const Editing *e, const char *text) {
    Buffer out = {0};
    buffer_printf(&out, "<!-- %s: ", e->plan->from);
    for (const char *p = text; *p; p++) {
        buffer_putc(&out, *p);
        if (*p == '-' && (p[1] == '-' || !p[1])) buffer_putc(&out, ' ');
    }
    buffer_puts(&out, " -->");
    const char *result = arena_strndup(e->plan->arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

static void comment_out(Editing *e, const OutlineNode *node) {
    changes_add(e->changes, node->start, node->end, as_comment(e, slice(e, node->start, node->end)));
}

static void set_value(Editing *e, const OutlineAttribute *a, const char *value) {
    Buffer out = {0};
    for (const char *p = value; *p; p++) {
        if (*p == '&') buffer_puts(&out, "&amp;");
        else if (*p == '<') buffer_puts(&out, "&lt;");
        else if (*p == '"') buffer_puts(&out, "&quot;");
        else if (*p == '\'') buffer_puts(&out, "&apos;");
        else buffer_putc(&out, *p);
    }
    changes_add(e->changes, a->value_start, a->value_end, arena_strndup(e->plan->arena, out.data ? out.data : "", out.size));
    buffer_free(&out);
}

/* The attribute becomes "?"; its old value goes to the note of the element. */
static void ask(Editing *e, const OutlineAttribute *a, Buffer *note) {
    if (strcmp(a->value, "?") != 0) buffer_printf(note, "%s%s %s", note->size ? ", " : "", a->name, a->value);
    changes_add(e->changes, a->value_start, a->value_end, "?");
    e->plan->questions++;
}

static void treat_attribute(Editing *e, const Treatment *t, const OutlineAttribute *a, Buffer *note) {
    if (t->action == UNKNOWN) ask(e, a, note);
    if (t->action == DROP) changes_add(e->changes, a->start, a->end, "");
    if (t->action == SHIFT) set_value(e, a, next_year_shift(e->plan, a->value));
    if (t->action == DATE) set_value(e, a, next_year_date(e->plan->arena, a->value));
}

/* True when the element as a whole is done with. */
static bool treat(Editing *e, const OutlineNode *node) {
    Buffer note = {0};
    bool whole = false;
    for (size_t i = 0; i < sizeof TREATMENTS / sizeof *TREATMENTS && !whole; i++) {
        const Treatment *t = &TREATMENTS[i];
        if (strcmp(t->element, node->name) || (t->parent && (!node->parent || strcmp(t->parent, node->parent->name)))) continue;
        const OutlineAttribute *a = t->attribute ? outline_attribute(node, t->attribute) : NULL;
        if (a) treat_attribute(e, t, a, &note);
        else if (t->action == COMMENT) comment_out(e, node), whole = true;
        else if (t->action == CAPTION) {
            changes_add(e->changes, node->open_end, node->close_start, next_year_shift(e->plan, slice(e, node->open_end, node->close_start)));
            whole = true;
        }
    }
    if (strcmp(node->name, "telling") == 0)
        for (const OutlineAttribute *a = node->attributes; a; a = a->next)
            if (!ONE_OF(a->name, KEY_COLUMNS)) ask(e, a, &note);
    if (note.size) changes_add(e->changes, node->end, node->end, arena_printf(e->plan->arena, " %s", as_comment(e, note.data)));
    buffer_free(&note);
    return whole;
}

static const char *fact_of_old(const NextYear *plan, const char *id) {
    const Fact *fact = ledger_get(plan->year->ledger, id);
    return fact && fact->status == FACT_KNOWN ? fact_text(plan->arena, fact) : NULL;
}

/* Text that stays speaks of the year it was written about when it names a fact that the new year does not know. */
static void date_number(Editing *e, const OutlineNode *node) {
    const char *id = outline_get(node, "feit");
    if (!id || outline_get(node, "jaar") || !e->plan->dated || !map_get(e->plan->dated, id)) return;
    const OutlineAttribute *a = outline_attribute(node, "feit");
    changes_add(e->changes, a->end, a->end, arena_printf(e->plan->arena, " jaar=\"%s\"", e->plan->from));
}

/* The line end and white space before the element, to begin another thing on a line of its own. */
static const char *new_line(const Editing *e, const OutlineNode *node) {
    size_t at = node->start;
    while (at > 0 && strchr(" \t", e->text[at - 1])) at--;
    return at > 0 && e->text[at - 1] == '\n' ? slice(e, at - 1, node->start) : "";
}

static const char *open_passage(Editing *e, const char *what) {
    e->plan->questions++;
    return arena_printf(e->plan->arena, "<%salinea soort=\"invullen\">%s</%salinea>", e->prefix, what, e->prefix);
}

static void dates_below(Editing *e, const OutlineNode *node) {
    for (const OutlineNode *n = outline_walk(node, node); n; n = outline_walk(node, n))
        if (strcmp(n->name, "getal") == 0) date_number(e, n);
}

/* What aandachtspunten hold, as the content of doelstellingen. */
static const char *points_as_goals(Editing *e, const OutlineNode *points) {
    Changes own = {.arena = e->plan->arena};
    Editing inner = {e->plan, e->file, e->text, e->prefix, &own};
    for (const OutlineNode *n = outline_walk(points, points); n; n = outline_walk(points, n)) {
        if (strcmp(n->name, "getal") == 0) date_number(&inner, n);
        if (strcmp(n->name, "aandachtspunt")) continue;
        size_t size = strlen("aandachtspunt"), at = n->start + 1 + (size_t)(strstr(e->text + n->start, "aandachtspunt") - (e->text + n->start + 1));
        changes_add(&own, at, at + size, "doel");
        if (n->end > n->open_end) changes_add(&own, n->end - 1 - size, n->end - 1, "doel");
    }
    size_t size;
    return changes_apply(&own, e->text, points->open_end, points->close_start, &size);
}

/* Goals, result, points of attention: the points become the goals, the result is to be written. */
static void turn_triple(Editing *e, const OutlineNode *parent) {
    const OutlineNode *goals = outline_child(parent, "doelstellingen"), *points = outline_child(parent, "aandachtspunten");
    if (goals && points && goals->close_start > goals->open_end) {
        const char *old = slice(e, goals->open_end, goals->close_start);
        changes_add(e->changes, goals->open_end, goals->close_start, arena_printf(e->plan->arena, "%s%s", points_as_goals(e, points), as_comment(e, old)));
    } else if (goals) dates_below(e, goals);
    if (points && points->close_start > points->open_end)
        changes_add(e->changes, points->open_end, points->close_start,
                    arena_printf(e->plan->arena, "%s%s", open_passage(e, "Wat vraagt volgend jaar aandacht?"),
                                 goals ? "" : as_comment(e, slice(e, points->open_end, points->close_start))));
}

static void write_anew(Editing *e, const OutlineNode *node, bool annex);

/* The blocks below a part of the narrative: text becomes a comment after one open passage; figures stay. */
static void write_blocks(Editing *e, const OutlineNode *part) {
    bool asked = strcmp(part->name, "naast") == 0; /* its columns ask */
    turn_triple(e, part);
    for (const OutlineNode *n = part->first; n; n = n->next) {
        bool triple = !strcmp(n->name, "doelstellingen") || !strcmp(n->name, "aandachtspunten");
        const char *kind = outline_get(n, "soort");
        if (triple) treat(e, n);
        else if (ONE_OF(n->name, STAYING)) write_anew(e, n, false);
        else if (kind && strcmp(kind, "ondertekening") == 0) continue;
        else if (kind && strcmp(kind, "invullen") == 0) asked = true, e->plan->questions++;
        else {
            if (!asked)
                changes_add(e->changes, n->start, n->start,
                            arena_printf(e->plan->arena, "%s%s", open_passage(e, "Nog te schrijven."), new_line(e, n)));
            asked = true;
            comment_out(e, n);
        }
    }
}

static void note_files(Editing *e, const OutlineNode *node) {
    const char *list = outline_get(node, "bron"), *href = outline_get(node, "href"), *parse = outline_get(node, "parse");
    Arena *arena = e->plan->arena;
    bool is_list = list && (ONE_OF(node->name, COUNT_LISTS) || !strcmp(node->name, "kengetallen") || !strcmp(node->name, "controles"));
    if (is_list) map_put(e->plan->lists, next_year_name(arena, e->file, list), (void *)(strcmp(node->name, "controles") ? node->name : ""));
    if (is_list && strcmp(node->name, "controles") == 0) comment_out(e, node);
    if (href && strcmp(node->name, "xi:include") == 0 && (!parse || strcmp(parse, "xml") == 0))
        map_put(e->plan->done, next_year_name(arena, e->file, href), "");
}

static void set_reserve(Editing *e, const OutlineNode *node) {
    const OutlineAttribute *begin = outline_attribute(node, "begin");
    const char *value = fact_of_old(e->plan, "reserve.eind");
    if (!begin) return;
    if (!value) e->plan->questions++;
    changes_add(e->changes, begin->value_start, begin->value_end, value ? value : "?");
}

/* One element and all below it. In an annex text stays. */
static void write_anew(Editing *e, const OutlineNode *node, bool annex) {
    if (strcmp(node->name, "getal") == 0) date_number(e, node);
    note_files(e, node);
    if (strcmp(node->name, "bijlage") == 0) annex = true;
    bool narrative = !annex && (ONE_OF(node->name, WRITTEN) || (ONE_OF(node->name, STAYING) && strcmp(node->name, "xi:include")));
    if (!annex && treat(e, node)) return;
    if (strcmp(node->name, "reserve") == 0) set_reserve(e, node);
    if (narrative && strcmp(node->name, "figuur") && strcmp(node->name, "kerncijfers")) {
        write_blocks(e, node);
        return;
    }
    for (const OutlineNode *child = node->first; child; child = child->next) write_anew(e, child, annex);
}

/* Values of this year for the next to compare with, when it cannot read this year's input itself. */
static const char *stated_values(NextYear *plan, const char *prefix) {
    static const char *const STARTS[] = {"studenten.", "leerlingen.", "streefaantal.", "school.", "begroting.", "realisatie.", "baten.",
                                         "resultaat.", "reserve.", "onderuitputting.", "bekostiging."};
    Buffer out = {0};
    buffer_append(&out, "", 0);
    for (size_t i = 0; i < ledger_count(plan->year->ledger); i++) {
        const Fact *fact = ledger_at(plan->year->ledger, i);
        bool wanted = plan->dated && map_get(plan->dated, fact->id);
        for (size_t s = 0; s < sizeof STARTS / sizeof *STARTS && !wanted; s++) wanted = strncmp(fact->id, STARTS[s], strlen(STARTS[s])) == 0;
        if (wanted && fact->status == FACT_KNOWN && !strchr(fact->id, '@'))
            buffer_printf(&out, "\n      <%swaarde feit=\"%s\" waarde=\"%s\"/>", prefix, fact->id, fact_text(plan->arena, fact));
    }
    const char *result = arena_strndup(plan->arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

static const char *earlier_year(const Editing *e) {
    NextYear *plan = e->plan;
    const char *x = e->prefix;
    if (plan->earlier) return arena_printf(plan->arena, "\n    <%svorig-jaar schooljaar=\"%s\" bestand=\"%s\"/>", x, plan->from, plan->earlier);
    return arena_printf(plan->arena, "\n    <%svorig-jaar schooljaar=\"%s\">%s\n    </%svorig-jaar>", x, plan->from, stated_values(plan, x), x);
}

static void set_attribute(Editing *e, const OutlineNode *node, const char *name, const char *value) {
    const OutlineAttribute *a = outline_attribute(node, name);
    if (a) set_value(e, a, value);
}

/* The main file says which year it is, and names the year before it. */
static void edit_main(Editing *e, const OutlineNode *root) {
    set_attribute(e, root, "schooljaar", e->plan->to);
    set_attribute(e, root, "status", "concept");
    if (!node_child(e->plan->year->input->root, "vorige-jaren"))
        changes_add(e->changes, root->open_end, root->open_end, arena_printf(e->plan->arena, "\n  <%svorige-jaren>%s\n  </%svorige-jaren>", e->prefix, earlier_year(e), e->prefix));
}

static const char *prefix_of(Arena *arena, const char *tag) {
    size_t n = strcspn(tag, ": \t\r\n/>");
    return tag[n] == ':' ? arena_strndup(arena, tag, n + 1) : "";
}

char *next_year_xml(NextYear *plan, const InputFile *file, bool is_main, size_t *size) {
    Changes changes = {.arena = plan->arena};
    size_t text_size;
    char *text = xml_file_text(plan->arena, file, &text_size);
    OutlineNode *root = text ? outline_read(plan->arena, text, text_size) : NULL;
    if (!root) return NULL;
    Editing e = {plan, file, text, prefix_of(plan->arena, text + root->start + 1), &changes};
    if (is_main) edit_main(&e, root);
    write_anew(&e, root, false);
    for (OutlineNode *n = root; n; n = outline_walk(root, n))
        if (strcmp(n->name, "vorige-jaren") == 0) changes_add(&changes, n->open_end, n->open_end, earlier_year(&e));
    return changes_apply(&changes, text, 0, text_size, size);
}
