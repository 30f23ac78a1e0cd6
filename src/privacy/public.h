/* The public version of an input: no names, no raw counts, and nothing typed that gives away what is not shown. */
#ifndef PRIVACY_PUBLIC_H
#define PRIVACY_PUBLIC_H

#include "base/diagnostic.h"
#include "privacy/suppress.h"

/* The smallest count that may be shown: kleine-groep of the input, else 5. */
int64_t public_threshold(const Partnership *partnership);

/* A copy of the tree in which persons are roles, private addresses are gone, what the writer marked openbaar="nee" is
 * gone, and no count stands any more: a template can get numbers from the ledger alone. */
Node *public_tree(Arena *arena, const Node *root, const Partnership *partnership, const Names *names);
/* What the writer says of a node in the public version: "ja" (somebody has looked), "nee" (it does not stand there);
 * NULL. */
const char *public_mark(const Node *node);
/* "een paar studenten" as "enkele studenten": that may be said of any small number. The same pointer when nothing
 * changes. */
const char *public_wording(Arena *arena, const char *text);
/* Reports what cannot be published safely in that copy: what still looks like a name (R611), small numbers of persons
 * typed in a sentence (R612) or a table (R613), typed numbers that are withheld elsewhere (R614). openbaar="ja" on an
 * element or above says that somebody has looked: then only whole names are still looked for. ledger: the whole one. */
void public_check(Arena *arena, const Node *tree, const Partnership *partnership, const Names *names,
                  const Ledger *ledger, const Suppression *suppression, Diagnostics *diagnostics);
/* Tells how much is withheld (R616), or that no safe choice was found (R615, an error). */
void public_report(const Suppression *suppression, int64_t threshold, Place place, Diagnostics *diagnostics);

/* All messages of this folder, NULL at the end. */
extern const Message *const PRIVACY_MESSAGES[];
extern const Message R611_NAME, R612_SMALL_TYPED, R613_SMALL_TABLE, R614_WITHHELD_TYPED, R615_UNSAFE, R616_WITHHELD;

#endif
