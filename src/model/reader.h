/* Reading aids shared by the files of model/: attributes to typed values, keys, references, messages. */
#ifndef MODEL_READER_H
#define MODEL_READER_H

#include "base/map.h"
#include "language/words.h"
#include "model/model.h"

typedef struct Reader {
    Arena *arena;
    Diagnostics *diagnostics;
    Partnership *p;
    Map *keys[KEY_KINDS];   /* key -> KeyEntry */
    Map *names[KEY_KINDS];  /* full or short name -> KeyEntry, where a spreadsheet may use it */
} Reader;

typedef enum ModelCode {
    M_UNKNOWN_KEY, M_DUPLICATE_KEY, M_NEGATIVE, M_NOT_WHOLE, M_BAD_DATE, M_BAD_YEAR, M_PART_TWICE, M_BAD_NUMBER,
    M_BAD_COLUMN, M_TALLY_INCOMPLETE, M_CELL_TWICE, M_BUDGET_VALUE, M_BAD_PERCENT, M_WRONG_ORDER, M_CIRCLE,
    M_NO_BOARD, M_OUTSIDE, M_MEMBER_TWICE, M_NO_EMPLOYER, M_RESERVED_KEY,
    M_EARLIER_UNREADABLE, M_EARLIER_FAULTY, M_EARLIER_OTHER_YEAR, M_NOT_EARLIER, M_NOT_TAKEN,
    M_PREVIOUS_UNREADABLE, M_PREVIOUS_OTHER, M_STEP_TIME, M_THOUSANDS, M_TOO_LONG, M_CENTS, M_NAME_TWICE,
    M_OWN_COLUMN, M_OWN_ROW, M_OWN_TWICE, M_OWN_KEY, M_OWN_FROM, M_OWN_SHAPE,
    M_COUNT
} ModelCode;

typedef enum NumberKind {
    NUMBER_COUNT,   /* whole, not negative */
    NUMBER_MEASURE, /* not negative: hours, fte, rates */
    NUMBER_FINE,    /* not negative, often with three decimals: fte, parts */
    NUMBER_MONEY,   /* may be negative, to the cent */
    NUMBER_ANY,     /* may be negative */
    NUMBER_SHARE,   /* 0..100 */
    NUMBER_RATIO    /* percentages and scores: may be negative, or more than 100 */
} NumberKind;

/* Reports a message about an attribute of node (or the node when attribute is NULL or absent). */
void model_report(Reader *r, ModelCode code, const Node *node, const char *attribute, Report report);

/* A number by attribute; absent only when it is not there. What cannot be read is unknown, and reported: here, or by the
 * schema when it is no number at all. */
Quantity read_quantity(Reader *r, const Node *node, const char *attribute, NumberKind kind);
/* The same for text at a place, with M_BAD_NUMBER when it is no number (columns the schema does not know). */
Quantity read_cell(Reader *r, const Node *node, const Attribute *attribute, NumberKind kind);
bool read_yes(const Node *node, const char *attribute, bool fallback);
/* An ISO date that exists, or NULL. */
const char *read_date(Reader *r, const Node *node, const char *attribute);
SchoolYear read_year(Reader *r, const Node *node, const char *attribute);
/* Reports when from lies after to (dates); same gives no fault. */
void check_order(Reader *r, const Node *node, const char *attribute, const char *from, const char *to);
/* Reports when the numbers are known and from > to. */
void check_range(Reader *r, const Node *node, const char *attribute, Quantity from, Quantity to);

/* Registers the key of node (attribute sleutel) with its index; reports doubles. NULL key when absent. */
const char *read_key(Reader *r, const Node *node, KeyKind kind, int index);
/* Makes the thing findable by its names too. */
void add_name(Reader *r, KeyKind kind, const char *name, int index);
/* Forgets all keys of a kind: for keys that need to be unique only within their parent. */
void forget_keys(Reader *r, KeyKind kind);
int find_key(const Reader *r, KeyKind kind, const char *key);
/* The thing of that key or (capitals, accents and blanks as a reader sees them) name; NO_INDEX: none, or more than one. */
int find_name(const Reader *r, KeyKind kind, const char *name);
/* Index of what the attribute names, NO_INDEX when absent or (reported) unknown. */
int read_reference(Reader *r, const Node *node, const char *attribute, KeyKind kind);
/* Index of one of two kinds (board or institute as employer); the other becomes NO_INDEX. */
void read_either(Reader *r, const Node *node, const char *attribute, KeyKind a, int *in_a, KeyKind b, int *in_b);
/* Reports an unknown name with the nearest keys of these kinds, or a name that more than one thing has. */
void report_unknown(Reader *r, const Node *node, const char *attribute, const char *text, const KeyKind *kinds, int count);
/* "the levels vt1 p1": indices of space-separated keys. */
int *read_references(Reader *r, const Node *node, const char *attribute, KeyKind kind, int *count);

int count_children(const Node *node, const char *name);
/* naam, and kort (naam when absent). */
void read_names(const Node *node, const char **name, const char **abbreviation);

/* Fills items and count with one element per child of that name. */
#define READ_LIST(r, node, child_name, Type, items, count, read)                              \
    do {                                                                                      \
        (items) = ARENA_ARRAY((r)->arena, (size_t)count_children((node), (child_name)), Type); \
        (count) = 0;                                                                          \
        NODE_EACH(child_, (node), (child_name)) {                                             \
            (items)[(count)].place = child_->place;                                           \
            read((r), child_, &(items)[(count)], (count));                                    \
            (count)++;                                                                        \
        }                                                                                     \
    } while (0)

/* The parts of the input, one function each; node is the element. */
void read_partnership(Reader *r, const Node *node);
void read_parameters(Reader *r, const Node *node);
void read_pupils(Reader *r, const Node *node);
void read_students(Reader *r, const Node *node);
void read_tallies(Reader *r, const Node *node, TallyList *list, bool needs_location, bool institutes, bool levels);
void read_budget(Reader *r, const Node *node);
void read_revenues(Reader *r, const Node *node);
void read_reserve(Reader *r, const Node *node);
void read_funding(Reader *r, const Node *node);
void read_facilitation(Reader *r, const Node *node);
void read_allowance(Reader *r, const Node *node);
void read_intervision(Reader *r, const Node *node);
void read_surveys(Reader *r, const Node *node);
void read_agreements(Reader *r, const Node *node);
void read_distributions(Reader *r, const Node *node);
void read_key_numbers(Reader *r, const Node *node);
void read_own_data(Reader *r, const Node *node);
void read_persons(Reader *r, const Node *node);
void read_teams(Reader *r, const Node *node);
void read_bodies(Reader *r, const Node *node);
void read_meetings(Reader *r, const Node *node);
void read_themes(Reader *r, const Node *node);
void read_planning(Reader *r, const Node *node);
void read_chart(Reader *r, const Node *node);
void read_abbreviations(Reader *r, const Node *node);
void read_hours(Reader *r, const Node *node);
void read_facilities(Reader *r, const Node *node);
void read_offer(Reader *r, const Node *node);
void read_scans(Reader *r, const Node *node);
void read_roles(Reader *r, const Node *node);
void read_earlier_years(Reader *r, const Node *node);
void read_controls(Reader *r, const Node *node);
void read_taken(Reader *r, const Node *node);
void read_recipients(Reader *r, const Node *node);
void read_acknowledgements(Reader *r, const Node *node);
void read_archive(Reader *r, const Node *node);
void read_goals(Reader *r, const Node *root);
void read_steering(Reader *r, const Node *node);
void read_previous_version(Reader *r, const Node *node);
/* An attribute that names another input in this one's folder or in a folder beside it ("../name"); NULL when absent or
 * (reported) leading elsewhere. */
const char *read_path_beside(Reader *r, const Node *node, const char *attribute, Place *place);
/* Notes ("opmerking") below a figure. */
void read_note(Reader *r, const Node *node, Note *out, int index);

#endif
