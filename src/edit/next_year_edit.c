/* What of one file of this year's input changes for the next: the description of the language says so (volgend), and the
 * rest stays as it is.
 *
 * Counts and amounts become "?", with last year's in a comment beside them. What can only be made anew (dates of
 * meetings, explanations, controls, the narrative of chapters) becomes a comment; an open passage asks for it. Points
 * of attention become the goals that the next report looks back on. Annexes, which hold from year to year, stay. */
#include <string.h>

#include "base/text.h"
#include "input/outline.h"
#include "edit/next_year.h"

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

static const char *prefix_of(Arena *arena, const char *tag) {
    size_t n = strcspn(tag, ": \t\r\n/>");
    return tag[n] == ':' ? arena_strndup(arena, tag, n + 1) : "";
}

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

/* The outcome of a fact of this year, or a question when it is not known; what rests on incomplete data says so. */
static void carry(Editing *e, const OutlineAttribute *a, const char *id, Buffer *note) {
    const Fact *fact = ledger_get(e->plan->year->ledger, id);
    bool known = fact && (fact->status == FACT_KNOWN || fact->status == FACT_PARTIAL);
    if (!known) e->plan->questions++;
    changes_add(e->changes, a->value_start, a->value_end, known ? fact_text(e->plan->arena, fact) : "?");
    if (known && fact->status == FACT_PARTIAL) buffer_printf(note, "%s%s uit onvolledige gegevens", note->size ? ", " : "", a->name);
}

static void treat_attribute(Editing *e, const LanguageAttribute *what, const OutlineAttribute *a, Buffer *note) {
    switch (what->next) {
    case NEXT_ASK: ask(e, a, note); break;
    case NEXT_DROP: changes_add(e->changes, a->start, a->end, ""); break;
    case NEXT_NEXT: set_value(e, a, e->plan->to); break;
    case NEXT_SHIFT: set_value(e, a, next_year_shift(e->plan, a->value)); break;
    case NEXT_SHIFT_DATE: set_value(e, a, next_year_date(e->plan->arena, a->value)); break;
    case NEXT_CARRY: carry(e, a, what->next_value, note); break;
    case NEXT_SET: set_value(e, a, what->next_value); break;
    default: break; /* it stays; the others are of elements */
    }
}

/* True when the element as a whole is done with. */
static bool treat(Editing *e, const OutlineNode *node) {
    NextYearTreatment next = language_next(node->element);
    Buffer note = {0};
    if (next == NEXT_COMMENT) return comment_out(e, node), true;
    for (const OutlineAttribute *a = node->attributes; a; a = a->next) {
        const LanguageAttribute *what = outline_described(node, a);
        if (what) treat_attribute(e, what, a, &note);
    }
    if (note.size) changes_add(e->changes, node->end, node->end, arena_printf(e->plan->arena, " %s", as_comment(e, note.data)));
    buffer_free(&note);
    if (next != NEXT_CAPTION) return false;
    changes_add(e->changes, node->open_end, node->close_start, next_year_shift(e->plan, slice(e, node->open_end, node->close_start)));
    return true;
}

/* Text that stays speaks of the year it was written about when it names a fact that the new year does not know. */
static void date_number(Editing *e, const OutlineNode *node) {
    if (!node->element || language_kind(node->element) != ELEMENT_INLINE) return;
    const LanguageAttribute *fact = language_attribute_of_kind(node->element, VALUE_FACT);
    const LanguageAttribute *year = language_attribute_of_kind(node->element, VALUE_SCHOOL_YEAR);
    const OutlineAttribute *a = fact && year && !outline_get(node, year->name) ? outline_attribute(node, fact->name) : NULL;
    if (!a || !e->plan->dated || !map_get(e->plan->dated, a->value)) return;
    changes_add(e->changes, a->end, a->end, arena_printf(e->plan->arena, " %s=\"%s\"", year->name, e->plan->from));
}

/* The line end and white space before the element, to begin another thing on a line of its own. */
static const char *new_line(const Editing *e, const OutlineNode *node) {
    size_t at = node->start;
    while (at > 0 && strchr(" \t", e->text[at - 1])) at--;
    return at > 0 && e->text[at - 1] == '\n' ? slice(e, at - 1, node->start) : "";
}

/* The word of an attribute that has that role; NULL. */
static const char *word_of_role(const LanguageAttribute *a, LanguageRole role) {
    for (int i = 0; a->choice_roles && a->choices[i]; i++)
        if (a->choice_roles[i] == role) return a->choices[i];
    return NULL;
}

/* An element that asks for text, in part. */
static const char *open_passage(Editing *e, const LanguageElement *part, const char *what) {
    for (int i = 0; i < language_child_count(part); i++) {
        const LanguageElement *passage = language_child_at(part, i);
        for (int k = 0; k < language_attribute_count(passage); k++) {
            const LanguageAttribute *a = language_attribute_at(passage, k);
            const char *word = word_of_role(a, LANGUAGE_ROLE_ASKED), *name = language_name(passage), *x = e->prefix;
            if (!word) continue;
            e->plan->questions++;
            return arena_printf(e->plan->arena, "<%s%s %s=\"%s\">%s</%s%s>", x, name, a->name, word, what, x, name);
        }
    }
    return "";
}

static LanguageRole passage_role(const OutlineNode *node) {
    for (const OutlineAttribute *a = node->attributes; a; a = a->next) {
        LanguageRole role = language_choice_role(language_attribute(node->element, a->name), a->value);
        if (role != LANGUAGE_ROLE_NONE) return role;
    }
    return LANGUAGE_ROLE_NONE;
}

static void dates_below(Editing *e, const OutlineNode *node) {
    for (const OutlineNode *n = outline_walk(node, node); n; n = outline_walk(node, n))
        date_number(e, n);
}

/* What points of attention hold, as the content of goals: each point is a goal now. */
static const char *points_as_goals(Editing *e, const OutlineNode *points, const OutlineNode *goals) {
    Changes own = {.arena = e->plan->arena};
    Editing inner = {e->plan, e->file, e->text, e->prefix, &own};
    const LanguageElement *goal = language_child_of_role(goals->element, LANGUAGE_ROLE_GOAL);
    for (const OutlineNode *n = outline_walk(points, points); n; n = outline_walk(points, n)) {
        date_number(&inner, n);
        if (!n->element || language_role(n->element) != LANGUAGE_ROLE_POINT) continue;
        size_t size = strlen(n->name), at = n->start + 1 + strlen(prefix_of(own.arena, e->text + n->start + 1));
        changes_add(&own, at, at + size, language_name(goal));
        at = n->close_start + 2 + strlen(prefix_of(own.arena, e->text + n->close_start + 2));
        if (n->end > n->open_end) changes_add(&own, at, at + size, language_name(goal));
    }
    size_t size;
    return changes_apply(&own, e->text, points->open_end, points->close_start, &size);
}

static const OutlineNode *child_of_role(const OutlineNode *parent, LanguageRole role) {
    for (const OutlineNode *n = parent->first; n; n = n->next)
        if (n->element && language_role(n->element) == role) return n;
    return NULL;
}

/* Goals, result, points of attention: the points become the goals, the result is to be written. */
static void turn_triple(Editing *e, const OutlineNode *parent) {
    const OutlineNode *goals = child_of_role(parent, LANGUAGE_ROLE_GOALS), *points = child_of_role(parent, LANGUAGE_ROLE_POINTS);
    if (goals && points && goals->close_start > goals->open_end) {
        const char *old = slice(e, goals->open_end, goals->close_start);
        changes_add(e->changes, goals->open_end, goals->close_start,
                    arena_printf(e->plan->arena, "%s%s", points_as_goals(e, points, goals), as_comment(e, old)));
    } else if (goals) dates_below(e, goals);
    if (points && points->close_start > points->open_end)
        changes_add(e->changes, points->open_end, points->close_start,
                    arena_printf(e->plan->arena, "%s%s", open_passage(e, points->element, "Wat vraagt volgend jaar aandacht?"),
                                 goals ? "" : as_comment(e, slice(e, points->open_end, points->close_start))));
}

static void write_anew(Editing *e, const OutlineNode *node, bool leave);

/* What an element of XInclude draws in; NULL when it is none, or its file is not known. */
static const LanguageElement *drawn_in(const Editing *e, const OutlineNode *node) {
    const char *href = outline_included(node);
    const InputFile *file = href && node->parent ? next_year_file(e->plan, next_year_name(e->plan->arena, e->file, href)) : NULL;
    size_t size;
    char *text = file ? xml_file_text(e->plan->arena, file, &size) : NULL;
    OutlineNode *root = text ? outline_read(e->plan->arena, text, size) : NULL;
    return root ? language_child(node->parent->element, root->name) : NULL;
}

/* The blocks below a part of the narrative: text becomes a comment after one open passage; figures stay. */
static void write_blocks(Editing *e, const OutlineNode *part) {
    bool asked = false;
    turn_triple(e, part);
    for (const OutlineNode *n = part->first; n; n = n->next) {
        const LanguageElement *element = n->element ? n->element : drawn_in(e, n);
        LanguageRole role = n->element ? language_role(n->element) : LANGUAGE_ROLE_NONE, passage = passage_role(n);
        if (role == LANGUAGE_ROLE_GOALS || role == LANGUAGE_ROLE_POINTS) treat(e, n);
        else if (passage == LANGUAGE_ROLE_SIGNATURE) continue;
        else if (passage == LANGUAGE_ROLE_ASKED) asked = true, e->plan->questions++;
        else if (!element || language_next(element) != NEXT_COMMENT) write_anew(e, n, false);
        else {
            if (!asked)
                changes_add(e->changes, n->start, n->start,
                            arena_printf(e->plan->arena, "%s%s", open_passage(e, part->element, "Nog te schrijven."), new_line(e, n)));
            asked = true;
            comment_out(e, n);
        }
    }
}

/* The files that an element draws in: those of a list, changed with its columns, and those that hold elements. */
static void note_files(Editing *e, const OutlineNode *node, bool leave) {
    const char *href = outline_included(node);
    Arena *arena = e->plan->arena;
    if (node->element && language_kind(node->element) == ELEMENT_LIST) {
        const LanguageAttribute *source = language_attribute_of_kind(node->element, VALUE_FILE);
        const char *name = source ? outline_get(node, source->name) : NULL;
        if (name) map_put(e->plan->lists, next_year_name(arena, e->file, name), (void *)node->element);
        if (name && next_year_rows_go(node->element)) comment_out(e, node);
    }
    const char *name = href && node->parent && node->parent->element ? next_year_name(arena, e->file, href) : NULL;
    if (!name || map_get(e->plan->done, name)) return;
    Standing *standing = ARENA_NEW(arena, Standing);
    *standing = (Standing){node->parent->element, leave};
    map_put(e->plan->done, name, standing);
}

/* One element and all below it; leave: it stands in a part that stays as it is. */
static void write_anew(Editing *e, const OutlineNode *node, bool leave) {
    NextYearTreatment next = node->element ? language_next(node->element) : NEXT_KEEP;
    leave |= next == NEXT_LEAVE;
    date_number(e, node);
    note_files(e, node, leave);
    if (!leave && node->element && treat(e, node)) return;
    if (!leave && next == NEXT_REWRITE) {
        write_blocks(e, node);
        return;
    }
    for (const OutlineNode *child = node->first; child; child = child->next) write_anew(e, child, leave);
}

/* ---- the year to compare with ---- */

/* Its elements: the list, a year in it, a value of that year. */
typedef struct YearElements {
    const LanguageElement *list, *year, *value;
} YearElements;

static YearElements year_elements(void) {
    const LanguageElement *list = language_child_of_role(language_root(), LANGUAGE_ROLE_EARLIER_YEARS), *year = language_child_at(list, 0);
    return (YearElements){list, year, language_child_at(year, 0)};
}

static const char *attribute_name(const LanguageElement *element, ValueKind kind) {
    return language_attribute_of_kind(element, kind)->name;
}

/* Values of this year for the next to compare with, when it cannot read this year's input itself. */
static const char *stated_values(NextYear *plan, const char *prefix, const LanguageElement *value) {
    static const char *const STARTS[] = {"studenten.", "leerlingen.", "streefaantal.", "school.", "begroting.", "realisatie.", "baten.",
                                         "resultaat.", "reserve.", "onderuitputting.", "bekostiging."};
    Buffer out = {0};
    buffer_append(&out, "", 0);
    for (size_t i = 0; i < ledger_count(plan->year->ledger); i++) {
        const Fact *fact = ledger_at(plan->year->ledger, i);
        bool wanted = plan->dated && map_get(plan->dated, fact->id);
        for (size_t s = 0; s < sizeof STARTS / sizeof *STARTS && !wanted; s++) wanted = strncmp(fact->id, STARTS[s], strlen(STARTS[s])) == 0;
        if (wanted && fact->status == FACT_KNOWN && !strchr(fact->id, '@'))
            buffer_printf(&out, "\n      <%s%s %s=\"%s\" %s=\"%s\"/>", prefix, language_name(value), attribute_name(value, VALUE_FACT), fact->id,
                          attribute_name(value, VALUE_VALUE), fact_text(plan->arena, fact));
    }
    const char *result = arena_strndup(plan->arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

static const char *earlier_year(const Editing *e) {
    Arena *arena = e->plan->arena;
    YearElements y = year_elements();
    const char *x = e->prefix, *name = language_name(y.year);
    const char *start = arena_printf(arena, "\n    <%s%s %s=\"%s\"", x, name, attribute_name(y.year, VALUE_SCHOOL_YEAR), e->plan->from);
    if (e->plan->earlier) return arena_printf(arena, "%s %s=\"%s\"/>", start, attribute_name(y.year, VALUE_FILE), e->plan->earlier);
    return arena_printf(arena, "%s>%s\n    </%s%s>", start, stated_values(e->plan, x, y.value), x, name);
}

static bool names_earlier_years(const Node *root) {
    NODE_EACH(part, root, NULL)
        if (language_of(part) == year_elements().list) return true;
    return false;
}

/* Names the year before in the list of those; the input itself gets the list when it has none. */
static void add_earlier_year(Editing *e, const OutlineNode *root) {
    const LanguageElement *list = year_elements().list;
    const char *x = e->prefix, *name = language_name(list), *year = earlier_year(e);
    if (root->element == language_root() && !names_earlier_years(e->plan->year->input->root))
        changes_add(e->changes, root->open_end, root->open_end, arena_printf(e->plan->arena, "\n  <%s%s>%s\n  </%s%s>", x, name, year, x, name));
    for (const OutlineNode *n = root; n; n = outline_walk(root, n)) {
        if (n->element != list) continue;
        if (n->end > n->open_end) changes_add(e->changes, n->open_end, n->open_end, year);
        else changes_add(e->changes, n->open_end - 2, n->open_end, arena_printf(e->plan->arena, ">%s\n  </%s%s>", year, x, name)); /* it was <x/> */
    }
}

char *next_year_xml(NextYear *plan, const InputFile *file, const Standing *standing, size_t *size) {
    Changes changes = {.arena = plan->arena};
    size_t text_size;
    char *text = xml_file_text(plan->arena, file, &text_size);
    OutlineNode *root = text ? outline_read(plan->arena, text, text_size) : NULL;
    if (!root) return NULL;
    outline_mark(root, standing->parent);
    Editing e = {plan, file, text, prefix_of(plan->arena, text + root->start + 1), &changes};
    write_anew(&e, root, standing->leave);
    add_earlier_year(&e, root);
    return changes_apply(&changes, text, 0, text_size, size);
}
