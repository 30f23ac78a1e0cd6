/* The grammar of documents: one table of elements, what may stand in them, and what their attributes may say. */
#ifndef DOCUMENT_GRAMMAR_H
#define DOCUMENT_GRAMMAR_H

#include "document/block.h"

typedef enum SaysKind {
    IS_TEXT, IS_KEY, IS_TO, IS_FACT, IS_FORM, IS_LANGUAGE, IS_DATE, IS_MONTH, IS_DECIMAL, IS_ADDRESS, IS_FILE,
    IS_WORD,    /* one of words; an int: its index + first */
    IS_COUNT,   /* least..most; an int */
    IS_LENGTH,  /* Measure without share */
    IS_MEASURE, IS_WIDTH, IS_RATIO, IS_ALIGN, IS_OWN_ALIGN, IS_COLOR, IS_FEATURES, IS_ROTATION, IS_RECTO,
    IS_TEXT_STYLE, IS_BOX_STYLE, IS_TABLE_STYLE, IS_MASTER, IS_STYLE,
    IS_PLACE    /* file:line:column of the input */
} SaysKind;

typedef struct GrammarAttribute {
    const char *name;
    SaysKind kind;
    size_t offset;        /* in the struct of its element */
    const char *words;    /* separated by spaces */
    int first, least, most;
    bool required;
    const char *initial;  /* what it says when it is not given; NULL: nothing */
    const char *about;    /* in both languages, or NULL */
} GrammarAttribute;

typedef enum GrammarPlace { STANDS_WITHIN, STANDS_AS_BLOCK, STANDS_IN_LINE, STANDS_AS_BOTH } GrammarPlace;

/* content: names of elements and "block" or "inline" with ?, * or + behind it, in order; "|" between what may alternate;
 * "" nothing; "text" text and what stands in the line; "mixed" that and blocks. */
typedef struct GrammarElement {
    const char *name;
    GrammarPlace place;
    const char *content;
    size_t size;
    const GrammarAttribute *attributes; /* name NULL at the end */
    bool marked, numbered;              /* has changed and line-numbers */
    const char *about;
} GrammarElement;

extern const GrammarElement GRAMMAR[TAG_COUNT];
/* Of every element, and of those that are marked or numbered: one attribute each. */
extern const GrammarAttribute GRAMMAR_PLACE, GRAMMAR_CHANGED, GRAMMAR_LINES;

/* TAG_NONE when there is no element of that name. */
Tag grammar_tag(const char *name);
/* NULL when the element has no such attribute. */
const GrammarAttribute *grammar_attribute(Tag tag, const char *name);
/* Its attributes one after the other: i from 0; NULL at the end. */
const GrammarAttribute *grammar_attribute_at(Tag tag, int i);
/* Puts what the text says into the struct; false when the attribute cannot say that. */
bool grammar_value(const GrammarAttribute *attribute, const char *text, void *data);
/* The values it can have, in both languages. */
const char *grammar_values(Arena *arena, const GrammarAttribute *attribute);
/* May the child stand in an element whose content is that name of the model ("block", "inline", or an element's)? */
bool grammar_fits(const char *word, size_t size, Tag child);

#endif
