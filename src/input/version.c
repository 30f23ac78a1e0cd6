#include "input/version.h"

#include <stdlib.h>
#include <string.h>

#include "input/messages.h"
#include "language/language.h"

#define VERSION_ATTRIBUTE "taalversie"

int version_of(const Node *root) {
    const char *text = node_get(root, VERSION_ATTRIBUTE);
    if (!text) return 1;
    size_t digits = strspn(text, "0123456789");
    return digits && digits < 7 && !text[digits] ? atoi(text) : 0;
}

/* The change of one attribute of an element since a version; NULL: it is as it was. */
static const LanguageChange *change_of(const char *element, const char *attribute, int version) {
    int count;
    const LanguageChange *all = language_changes(&count);
    for (int i = 0; i < count; i++)
        if (all[i].version > version && !strcmp(all[i].element, element) && !strcmp(all[i].attribute, attribute)) return &all[i];
    return NULL;
}

/* Takes out, or renames, what the version of today has no longer. How many attributes that were. */
static int change_attributes(Node *node, int version) {
    int changed = 0;
    for (Attribute **at = &node->attributes; *at;) {
        const LanguageChange *change = change_of(node->name, (*at)->name, version);
        if (change) changed++;
        if (change && !change->to) {
            *at = (*at)->next;
            continue;
        }
        if (change) (*at)->name = change->to;
        at = &(*at)->next;
    }
    return changed;
}

bool version_apply(Arena *arena, Node *root, Diagnostics *diagnostics) {
    int version = version_of(root), changed = 0;
    const char *today = arena_printf(arena, "%d", LANGUAGE_VERSION), *says = node_get_or(root, VERSION_ATTRIBUTE, "1");
    if (version > LANGUAGE_VERSION) {
        diagnostics_report(diagnostics, &I133_NEWER, node_attribute(root, VERSION_ATTRIBUTE)->place, (Report){.arguments = {says, today}});
        return false;
    }
    if (version == 0 || version == LANGUAGE_VERSION) return true; /* the schema tells of one that cannot be */
    for (Node *n = root; n; n = node_walk(root, n, NULL)) changed += change_attributes(n, version);
    if (changed)
        diagnostics_report(diagnostics, &I134_OLDER, root->place, (Report){.arguments = {says, today, arena_printf(arena, "%d", changed)}});
    return true;
}

/* Says the version in the start tag: in the place of the one it says, or behind name and namespaces. */
static void edit_version(const OutlineNode *root, const char *text, Changes *changes) {
    const char *today = arena_printf(changes->arena, "%d", LANGUAGE_VERSION);
    const OutlineAttribute *says = outline_attribute(root, VERSION_ATTRIBUTE);
    if (says) {
        changes_add(changes, says->value_start, says->value_end, today);
        return;
    }
    size_t at = root->start + 1;
    while (at < root->open_end && !strchr(" \t\r\n/>", text[at])) at++;
    for (const OutlineAttribute *a = root->attributes; a; a = a->next)
        if (strncmp(a->name, "xmlns", 5) == 0 && a->end > at) at = a->end;
    changes_add(changes, at, at, arena_printf(changes->arena, " " VERSION_ATTRIBUTE "=\"%s\"", today));
}

int version_edit(const OutlineNode *root, const char *text, int version, bool is_main, Changes *changes) {
    int changed = 0;
    for (const OutlineNode *n = root; n; n = outline_walk(root, n))
        for (const OutlineAttribute *a = n->attributes; a; a = a->next) {
            const LanguageChange *change = change_of(n->name, a->name, version);
            if (!change) continue;
            changed++;
            size_t name = a->start + strspn(text + a->start, " \t\r\n");
            if (change->to) changes_add(changes, name, name + strlen(a->name), change->to);
            else changes_add(changes, a->start, a->end, "");
        }
    if (is_main && version < LANGUAGE_VERSION) edit_version(root, text, changes);
    return changed;
}
