/* Parts in which nothing stands. */
#include <string.h>

#include "language/language.h"

static bool has_letters(const char *text) {
    return text[strspn(text, " \t\r\n")] != '\0';
}

/* Can it be empty at all? What has no place for content speaks for itself: a page break, a reference, a field. */
static bool can_be_empty(const LanguageElement *element) {
    ElementKind kind = language_kind(element);
    bool words = kind == ELEMENT_SECTION || kind == ELEMENT_BLOCK || kind == ELEMENT_INLINE || kind == ELEMENT_WORDS;
    return words && language_role(element) != LANGUAGE_ROLE_MAY_BE_EMPTY && language_role(element) != LANGUAGE_ROLE_CELL && (language_holds_text(element) || language_child_count(element) > 0);
}

/* Does the element above it hold something because this stands in it? */
static bool is_content(const Node *node) {
    if (node->kind == NODE_TEXT) return has_letters(node->text);
    const LanguageElement *element = language_of(node);
    LanguageRole role = element ? language_role(element) : LANGUAGE_ROLE_NONE;
    if (role == LANGUAGE_ROLE_HEAD || role == LANGUAGE_ROLE_CAPTION) return false;
    return !language_is_empty(node);
}

bool language_is_empty(const Node *node) {
    const LanguageElement *element = language_of(node);
    if (!element || !can_be_empty(element)) return false;
    for (const Node *child = node->first; child; child = child->next)
        if (is_content(child)) return false;
    return true;
}
