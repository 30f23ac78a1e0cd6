/* What the input language is: every element and attribute with its kind, whom it is about, and what next year, another
 * version, a recipient, the public and a spreadsheet do with it.
 *
 * One description: the attributes t:… in input/jaarverslag.xsd, whose legend stands at its head. The build makes tables
 * of it (generate.py), and what is not described does not build: there is no default and no kind "other". Everybody
 * behind the model asks here for kind, owner and treatment, and knows no element by its name.
 *
 * An element is described in its place: <toelichting> of a budget line is another one than <toelichting> of a decision.
 * language_mark() finds out which, from the root down; a node that it does not know has no description, and whoever
 * asks treats that as the most careful case (it is left out). */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "base/tree.h"
#include "language/words.h"

typedef struct LanguageAttribute {
    const char *name; /* NULL: any name of another thing (a column that is an institute or a level) */
    ValueKind kind;
    KeyKind key;           /* of VALUE_KEY: what it is the key of; else KEY_KINDS */
    const KeyKind *refers; /* of VALUE_REFERENCE: what it may name, up to KEY_KINDS; else NULL */
    About about;
    NextYearTreatment next;
    const char *next_value; /* of NEXT_SET the value, of NEXT_CARRY the fact; else NULL */
    PublicTreatment open;
    RecipientTreatment recipient;
    bool identifies;            /* in another version, where there is no key */
    bool required, list;        /* list: several words with spaces between */
    const char *column;         /* its heading in a sheet, Dutch; NULL: not data */
    int since;                  /* version of the language */
    const char *const *choices; /* the words it may be, up to NULL; NULL: not a closed set */
    const LanguageRole *choice_roles;   /* of each of them; NULL: none has one */
    const struct LanguageAttribute *cells; /* of a column: what its cells are when it is that word; NULL: it says nothing of cells */
    LanguageRole role;
    const char *help;           /* Dutch */
} LanguageAttribute;

typedef struct LanguageElement LanguageElement;

/* The root of every input, and the element of that name in parent; NULL: the grammar has none. */
const LanguageElement *language_root(void);
const LanguageElement *language_child(const LanguageElement *parent, const char *name);
/* The children that the grammar allows, in its order: count of them, and the one at i. */
int language_child_count(const LanguageElement *element);
const LanguageElement *language_child_at(const LanguageElement *element, int i);

const char *language_name(const LanguageElement *element);
const char *language_help(const LanguageElement *element); /* Dutch */
ElementKind language_kind(const LanguageElement *element);
About language_about(const LanguageElement *element);
NextYearTreatment language_next(const LanguageElement *element);
PublicTreatment language_open(const LanguageElement *element);
RecipientTreatment language_recipient(const LanguageElement *element);
int language_since(const LanguageElement *element);
bool language_holds_text(const LanguageElement *element);
bool language_compared(const LanguageElement *element); /* with another version? */
/* What the program looks for it as; LANGUAGE_ROLE_NONE for most. */
LanguageRole language_role(const LanguageElement *element);
const LanguageElement *language_child_of_role(const LanguageElement *parent, LanguageRole role);
/* Names of the attributes by which a reader calls it, up to NULL: the first that is there, or all references. */
const char *const *language_called(const LanguageElement *element);

/* The attribute of that name, or the one for any name; NULL: the grammar has none. */
const LanguageAttribute *language_attribute(const LanguageElement *element, const char *name);
int language_attribute_count(const LanguageElement *element);
const LanguageAttribute *language_attribute_at(const LanguageElement *element, int i);
/* Its first attribute of that kind, or with that role; NULL. */
const LanguageAttribute *language_attribute_of_kind(const LanguageElement *element, ValueKind kind);
const LanguageAttribute *language_attribute_of_role(const LanguageElement *element, LanguageRole role);
/* The attribute with that role of a marked node, and its value; NULL when it is not there. */
const Attribute *language_given(const Node *node, LanguageRole role);
const char *language_value(const Node *node, LanguageRole role);
/* The role of a word that the attribute may be. */
LanguageRole language_choice_role(const LanguageAttribute *attribute, const char *word);
/* Of a node: the attribute that says whom it is about; NULL when it has none of those. */
const Attribute *language_owner(const Node *node);
/* Its key, when it has one that the description knows; NULL. */
const Attribute *language_key(const Node *node, KeyKind *kind);

/* Notes for every element from root down what it is (in node->tag); root is the input, or a part that may stand alone.
 */
void language_mark(Node *root);
/* What that was; NULL for text, an unknown element, and a tree that nobody marked. */
const LanguageElement *language_of(const Node *node);
/* Is it a part of the text, or words, in which nothing stands: no word, figure, number or field? Such a part leaves
 * nothing in a document. Never of data, of what says something without content, nor of what nobody marked. */
bool language_is_empty(const Node *node);
/* The description of an attribute of a marked node; NULL: none. A cell is what its column says: a row with any attribute may
 * stand beside or below elements that are its columns. */
const LanguageAttribute *language_attribute_of(const Node *node, const Attribute *attribute);
/* What the cells of a column are by an attribute of it ("soort") and its word; NULL: it does not say. */
const LanguageAttribute *language_cells(const LanguageAttribute *attribute, const char *word);

/* What an attribute of an element became in a version. */
typedef struct LanguageChange {
    int version;
    const char *element, *attribute; /* as they were before */
    const char *to;                  /* its name since; NULL: it left, for it said nothing */
} LanguageChange;

/* All changes up to LANGUAGE_VERSION, that of today. */
const LanguageChange *language_changes(int *count);

/* "locatie", "persoon": the word of the input for that kind of thing. */
const char *language_key_name(KeyKind kind);
/* "personen", "geld". */
const char *language_value_name(ValueKind kind);

#endif
