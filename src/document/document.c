/* A document out of a tree of elements: read against the grammar, then numbered and filled in. */
#include "document/document.h"

#include <string.h>

#include "document/characters.h"
#include "document/messages.h"
#include "document/read.h"
#include "document/remark.h"
#include "document/resolve.h"
#include "document/withhold.h"
#include "input/plain.h"

static const char *or_empty(const char *text) { return text ? text : ""; }

static Document *document_of(Arena *arena, Node *root, bool from_template, const Ledger *ledger, Diagnostics *diagnostics) {
    document_characters(arena, root);
    BlockReader reader = {.arena = arena, .diagnostics = diagnostics, .told = map_new(arena), .from_template = from_template};
    blocks_read(&reader, root);
    if (root->tag != TAG_DOCUMENT) return NULL;
    const DocumentBlock *block = root->data;
    Document *d = ARENA_NEW(arena, Document);
    *d = (Document){.arena = arena, .root = root, .targets = map_new(arena), .faults = reader.faults, .told = reader.told, .title = or_empty(block->title),
                    .language = block->language ? block->language : "nl", .date = or_empty(block->date), .author = or_empty(block->author),
                    .subject = or_empty(block->subject), .keywords = or_empty(block->keywords), .style = block->style ? block->style : "bos"};
    bool dutch = strncmp(d->language, "en", 2) != 0;
    document_withhold(arena, root, ledger, dutch);
    document_remark(arena, root, ledger, dutch);
    document_resolve(d, ledger, diagnostics);
    return d;
}

Document *document_of_tree(Arena *arena, Node *root, const Ledger *ledger, Diagnostics *diagnostics) {
    return document_of(arena, root, true, ledger, diagnostics);
}

Document *document_read(Arena *arena, const char *path, const Ledger *ledger, Diagnostics *diagnostics) {
    int error;
    Node *root = plain_read(arena, path, diagnostics, &error);
    if (!root && error)
        diagnostics_report(diagnostics, &D209_DOCUMENT_UNREADABLE, (Place){arena_strdup(arena, path), 0, 0}, (Report){.arguments = {error_words(error)}});
    Document *document = root ? document_of(arena, root, false, ledger, diagnostics) : NULL;
    return document && !document->faults ? document : NULL;
}
