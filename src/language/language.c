/* Looking up what the description says, and finding out which element a node of the input is. */
#include "language/language.h"

#include <string.h>

#include "language/tables.h"

static const LanguageType *type_of(const LanguageElement *element) {
    return &language_types[element->type];
}

const LanguageElement *language_root(void) {
    return &language_elements[0];
}

const LanguageElement *language_child(const LanguageElement *parent, const char *name) {
    if (!parent || !name) return NULL;
    for (const short *i = type_of(parent)->children; *i >= 0; i++)
        if (!strcmp(language_elements[*i].name, name)) return &language_elements[*i];
    return NULL;
}

int language_child_count(const LanguageElement *element) {
    int count = 0;
    while (type_of(element)->children[count] >= 0) count++;
    return count;
}

const LanguageElement *language_child_at(const LanguageElement *element, int i) {
    return &language_elements[type_of(element)->children[i]];
}

const char *language_name(const LanguageElement *element) {
    return element->name;
}
const char *language_help(const LanguageElement *element) {
    return element->help;
}
ElementKind language_kind(const LanguageElement *element) {
    return element->kind;
}
About language_about(const LanguageElement *element) {
    return type_of(element)->about;
}
NextYearTreatment language_next(const LanguageElement *element) {
    return element->next;
}
PublicTreatment language_open(const LanguageElement *element) {
    return element->open;
}
RecipientTreatment language_recipient(const LanguageElement *element) {
    return element->recipient;
}
int language_since(const LanguageElement *element) {
    return type_of(element)->since;
}
bool language_holds_text(const LanguageElement *element) {
    return type_of(element)->mixed;
}
bool language_compared(const LanguageElement *element) {
    return type_of(element)->compared;
}
LanguageRole language_role(const LanguageElement *element) {
    return element->role;
}
const char *const *language_called(const LanguageElement *element) {
    return type_of(element)->called;
}

const LanguageElement *language_child_of_role(const LanguageElement *parent, LanguageRole role) {
    for (int i = 0; i < language_child_count(parent); i++)
        if (language_child_at(parent, i)->role == role) return language_child_at(parent, i);
    return NULL;
}

const LanguageAttribute *language_attribute(const LanguageElement *element, const char *name) {
    const LanguageAttribute *any = NULL;
    if (!element) return NULL;
    for (int i = 0; i < type_of(element)->attribute_count; i++) {
        const LanguageAttribute *a = &type_of(element)->attributes[i];
        if (!a->name)
            any = a;
        else if (!strcmp(a->name, name))
            return a;
    }
    return any && !strchr(name, ':') ? any : NULL;
}

int language_attribute_count(const LanguageElement *element) {
    return type_of(element)->attribute_count;
}
const LanguageAttribute *language_attribute_at(const LanguageElement *element, int i) {
    return &type_of(element)->attributes[i];
}

const LanguageAttribute *language_attribute_of_kind(const LanguageElement *element, ValueKind kind) {
    for (int i = 0; element && i < type_of(element)->attribute_count; i++)
        if (type_of(element)->attributes[i].kind == kind) return &type_of(element)->attributes[i];
    return NULL;
}

const LanguageAttribute *language_attribute_of_role(const LanguageElement *element, LanguageRole role) {
    for (int i = 0; element && i < type_of(element)->attribute_count; i++)
        if (type_of(element)->attributes[i].role == role) return &type_of(element)->attributes[i];
    return NULL;
}

const Attribute *language_given(const Node *node, LanguageRole role) {
    const LanguageAttribute *a = language_attribute_of_role(language_of(node), role);
    return a && a->name ? node_attribute(node, a->name) : NULL;
}

const char *language_value(const Node *node, LanguageRole role) {
    const Attribute *a = language_given(node, role);
    return a ? a->value : NULL;
}

LanguageRole language_choice_role(const LanguageAttribute *attribute, const char *word) {
    for (int i = 0; attribute && attribute->choice_roles && attribute->choices[i]; i++)
        if (!strcmp(attribute->choices[i], word)) return attribute->choice_roles[i];
    return LANGUAGE_ROLE_NONE;
}

const Attribute *language_owner(const Node *node) {
    const LanguageElement *element = language_of(node);
    for (const char *const *name = element ? type_of(element)->owners : NULL; name && *name; name++) {
        const Attribute *a = node_attribute(node, *name);
        if (a) return a;
    }
    return NULL;
}

const Attribute *language_key(const Node *node, KeyKind *kind) {
    const LanguageElement *element = language_of(node);
    for (int i = 0; element && i < type_of(element)->attribute_count; i++) {
        const LanguageAttribute *a = &type_of(element)->attributes[i];
        if (a->kind != VALUE_KEY) continue;
        if (kind) *kind = a->key;
        return node_attribute(node, a->name);
    }
    return NULL;
}

/* Downwards without recursion: the depth of an input is its author's. */
void language_mark(Node *root) {
    const LanguageElement *first =
        !strcmp(root->name, language_root()->name) ? language_root() : language_child(language_root(), root->name);
    root->tag = first ? (int)(first - language_elements) + 1 : 0;
    for (Node *n = node_walk(root, root, NULL); n; n = node_walk(root, n, NULL)) {
        const LanguageElement *found = language_child(language_of(n->parent), n->name);
        n->tag = found ? (int)(found - language_elements) + 1 : 0;
    }
}

const LanguageElement *language_of(const Node *node) {
    return node && node->kind == NODE_ELEMENT && node->tag > 0 && node->tag <= language_element_count
               ? &language_elements[node->tag - 1]
               : NULL;
}

const LanguageAttribute *language_cells(const LanguageAttribute *attribute, const char *word) {
    for (int i = 0; attribute && attribute->cells && attribute->choices[i]; i++)
        if (!strcmp(attribute->choices[i], word)) return &attribute->cells[i];
    return NULL;
}

static const LanguageAttribute *cells_of(const Node *column) {
    for (const Attribute *a = column->attributes; a; a = a->next) {
        const LanguageAttribute *cells = language_cells(language_attribute(language_of(column), a->name), a->value);
        if (cells) return cells;
    }
    return NULL;
}

/* What the columns in holder say of a cell of that name; *any: has it columns at all? */
static const LanguageAttribute *cell_in(const Node *holder, const char *name, bool *any) {
    NODE_EACH(column, holder, NULL) {
        if (!language_of(column) || language_role(language_of(column)) != LANGUAGE_ROLE_COLUMN) continue;
        const Attribute *key = language_key(column, NULL);
        *any = true;
        if (key && !strcmp(key->value, name)) return cells_of(column);
    }
    return NULL;
}

const LanguageAttribute *language_attribute_of(const Node *node, const Attribute *attribute) {
    const LanguageAttribute *found = language_attribute(language_of(node), attribute->name);
    const Node *holder = node ? node->parent : NULL;
    bool columns = false;
    for (int i = 0; found && !found->name && holder && i < 2; i++, holder = holder->parent) {
        const LanguageAttribute *cell = cell_in(holder, attribute->name, &columns);
        if (columns) return cell;
    }
    return found;
}

const char *language_key_name(KeyKind kind) {
    return language_key_names[kind];
}
const char *language_value_name(ValueKind kind) {
    return language_value_names[kind];
}

const LanguageChange *language_changes(int *count) {
    *count = language_change_count;
    return language_change_list;
}
