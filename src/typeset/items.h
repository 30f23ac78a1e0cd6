/* A paragraph as boxes, glue and penalties. Internal to typeset/. */
#ifndef TYPESET_ITEMS_H
#define TYPESET_ITEMS_H

#include "typeset/typesetter.h"

typedef struct TextSpan {
    uint32_t start, end; /* bytes of the paragraph's text */
    const CharStyle *style;
    const FontKey *key;
    void *owner;
    Place place;
} TextSpan;

typedef enum ObjectKind { OBJECT_BOX, OBJECT_MARK, OBJECT_TAB, OBJECT_SOFT } ObjectKind;

typedef struct Object { /* what is not text; box and tab have a place-holding byte */
    ObjectKind kind;
    uint32_t offset;
    Length width, height, depth; /* box */
    Length stop;                 /* tab */
    Align align;
    const char *leader;
    const CharStyle *style;
    BreakKind soft;              /* soft hyphen or zero-width space */
    void *owner, *payload;
} Object;

typedef enum ItemForm { FORM_TEXT, FORM_GLUE, FORM_PENALTY, FORM_OBJECT, FORM_TAB, FORM_END } ItemForm;

typedef struct BreakItem {
    ItemForm form;
    BreakKind kind;      /* penalty */
    bool may_break;      /* glue */
    int penalty;
    Length width;        /* text, glue, object; penalty: of the hyphen */
    Length stretch, shrink;
    Length hang;         /* breaking here, the line may stand out to the right; text: to the left at a line's start */
    int span;            /* or object */
    const Word *word;    /* text: bytes [from, to) of it */
    uint32_t from, to;
} BreakItem;

struct Paragraph {
    Arena *arena;        /* for what the lines hold; all else lies in the typesetter's working room */
    Arena *work;
    Typesetter *typesetter;
    ParagraphStyle style;
    char *text;
    uint32_t size, capacity;
    TextSpan *spans;
    int span_count, span_capacity;
    Object *objects;
    int object_count, object_capacity;
    bool space;          /* the text so far ends with white space */
    BreakItem *items;    /* prepared */
    int item_count, item_capacity;
    Length widest;       /* unbreakable piece */
    Length emergency;    /* measure for which long words were cut; 0: none */
    unsigned generation;
    bool prepared;
};

#define BYTE_OBJECT '\x01' /* stand for a box, a tab, a new line in the text */
#define BYTE_TAB '\x02'
#define BYTE_LINE '\x03'

/* Makes the items. emergency: words wider than that may be cut anywhere; 0: none. */
void paragraph_prepare(Paragraph *p, Length emergency);
/* Breaks items [first, end) (end is a FORM_END) into lines: fills ends with the item where each line ends and
 * returns how many; room for end - first + 1. */
int break_lines(const Paragraph *p, int first, int end, Length measure, Length first_indent, int *ends);
/* Sets items [from, to) as one line; at: the item it breaks at. */
void set_line(Paragraph *p, int from, int at, Length measure, Length indent, bool last, Line *line);

#endif
