/* The findings of the checks as a tree, for documents that show them. */
#include <string.h>

#include "job/companions.h"

/* A file of the input by its name within the input's folder, so that the document is the same wherever that lies. */
static const char *name_of(const Input *input, const char *file) {
    size_t n = strlen(file);
    const char *best = NULL;
    for (int i = 0; i < input->file_count; i++) {
        const char *name = input->files[i].name;
        size_t m = strlen(name);
        bool fits = m <= n && !strcmp(file + n - m, name) && (m == n || file[n - m - 1] == '/');
        if (fits && (!best || m > strlen(best))) best = name;
    }
    if (best) return best;
    const char *slash = strrchr(file, '/');
    return slash ? slash + 1 : file;
}

static void set(Arena *arena, Node *node, const char *name, const char *value) {
    if (value && *value) node_set(arena, node, name, value, node->place);
}

static Node *finding(Arena *arena, const Input *input, const Diagnostic *d, MessageLanguage language) {
    Node *n = node_element(arena, "bevinding", d->place);
    set(arena, n, "code", d->message->code);
    set(arena, n, "ernst", severity_name(d->message->severity, language));
    set(arena, n, "bestand", name_of(input, d->place.file));
    if (d->place.line > 0) set(arena, n, "regel", arena_printf(arena, "%d", d->place.line));
    set(arena, n, "tekst", diagnostic_text(arena, d, language));
    set(arena, n, "gevonden", d->found ? in_language(arena, d->found, language) : NULL);
    set(arena, n, "verwacht", d->expected ? in_language(arena, d->expected, language) : NULL);
    set(arena, n, "doen", diagnostic_remedy(arena, d, language));
    if (d->acknowledged) set(arena, n, "aanvaard", "ja");
    if (d->acknowledged) set(arena, n, "reden", d->reason);
    return n;
}

Node *findings_tree(Arena *arena, const Input *input, Diagnostics *diagnostics, MessageLanguage language) {
    Node *tree = node_element(arena, "bevindingen", input->root->place);
    int open = 0, accepted = 0;
    diagnostics_sort(diagnostics);
    for (size_t i = 0; i < diagnostics_total(diagnostics); i++) {
        const Diagnostic *d = diagnostics_at(diagnostics, i);
        *(d->acknowledged ? &accepted : &open) += 1;
        node_append(tree, finding(arena, input, d, language));
    }
    node_set(arena, tree, "open", arena_printf(arena, "%d", open), tree->place);
    node_set(arena, tree, "aanvaard", arena_printf(arena, "%d", accepted), tree->place);
    return tree;
}
