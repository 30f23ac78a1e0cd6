/* The elements of an XML text with the bytes they span, for changing a file and leaving the rest as its author wrote it. */
#ifndef INPUT_OUTLINE_H
#define INPUT_OUTLINE_H

#include "input/input.h"
#include "language/language.h"

typedef struct OutlineAttribute {
    const char *name;  /* as written, with its prefix */
    const char *value; /* without entities: as the tree of the input has it */
    size_t start, end; /* of the whole attribute, white space before it included */
    size_t value_start, value_end; /* between the quotation marks */
    struct OutlineAttribute *next;
} OutlineAttribute;

typedef struct OutlineNode {
    const char *name; /* local name; an element of XInclude is "xi:include" whatever its prefix */
    size_t start, open_end;    /* of the start tag, or of the whole empty element */
    size_t close_start, end;   /* of the end tag; equal to open_end when the element is empty (<x/>) */
    OutlineAttribute *attributes;
    struct OutlineNode *parent, *first, *last, *next;
    const LanguageElement *element; /* what it is, after outline_mark; NULL: the grammar has none there */
} OutlineNode;

/* Reads UTF-8 XML that has been found to be well formed. The root element; NULL when it is not what was promised. */
OutlineNode *outline_read(Arena *arena, const char *text, size_t size);
const OutlineAttribute *outline_attribute(const OutlineNode *node, const char *name);
/* Value of an attribute, or NULL. */
const char *outline_get(const OutlineNode *node, const char *name);
/* First child of that name, or NULL. */
OutlineNode *outline_child(const OutlineNode *node, const char *name);
/* Notes for root and every element below it what it is. parent: what root stands in (a part may be a file of its own);
 * NULL: root is that of an input. */
void outline_mark(OutlineNode *root, const LanguageElement *parent);
/* The description of an attribute of a marked node; NULL: none. A cell is what its column says. */
const LanguageAttribute *outline_described(const OutlineNode *node, const OutlineAttribute *attribute);
/* The file that an element of XInclude draws in as elements; NULL: it draws in text, or is none. */
const char *outline_included(const OutlineNode *node);
/* Depth first, below root: the node after node; NULL at the end. Start with node == root. */
OutlineNode *outline_walk(const OutlineNode *root, const OutlineNode *node);
/* An XML file of an input that has been read: its bytes as UTF-8 without byte-order mark, with an encoding declaration
 * that says so. NULL when the bytes are not in the encoding that they declare. */
char *xml_file_text(Arena *arena, const InputFile *file, size_t *size);

/* Changes to a text: each replaces [start, end); they may not overlap, but one may lie within another, which wins. */
typedef struct Change {
    size_t start, end;
    const char *text;
    int order; /* of what stands at one place */
} Change;
typedef struct Changes {
    Arena *arena;
    Change *list;
    int count, capacity;
} Changes;
void changes_add(Changes *changes, size_t start, size_t end, const char *text);
/* text[from, to) with the changes that lie in it; what changes outside it is left alone. */
char *changes_apply(Changes *changes, const char *text, size_t from, size_t to, size_t *out_size);

#endif
