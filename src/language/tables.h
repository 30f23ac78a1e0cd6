/* The tables that generate.py makes. Private to language/. */
#ifndef LANGUAGE_TABLES_H
#define LANGUAGE_TABLES_H

#include "language/language.h"

typedef struct LanguageType { /* of the schema: elements of several names and places may share one */
    const char *name;
    About about;
    const char *const *owners; /* attributes that say whom it is about, first that is there; up to NULL */
    const char *const *called; /* attributes by which a reader calls it; up to NULL */
    const LanguageAttribute *attributes;
    int attribute_count;
    const short *children; /* into language_elements, up to -1, in the order of the grammar */
    bool mixed, compared;
    int since;
} LanguageType;

struct LanguageElement {
    const char *name;
    int type;
    ElementKind kind;
    NextYearTreatment next;
    PublicTreatment open;
    RecipientTreatment recipient;
    LanguageRole role;
    const char *help;
};

extern const LanguageType language_types[];
extern const int language_type_count;
extern const LanguageElement language_elements[]; /* the first is the root */
extern const int language_element_count;
extern const LanguageChange language_change_list[];
extern const int language_change_count;
extern const char *const language_key_names[];
extern const char *const language_value_names[];

#endif
