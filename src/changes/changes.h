/* What changed between two inputs: facts by id, data by key, texts by section, paragraph and word.
 *
 * The outcome is a tree for the template, with Dutch names as the input has:
 *   <wijzigingen feiten= gegevens= teksten=>            how many of each
 *     <feit id= label= eenheid= soort=/>                 soort: gewijzigd (ID@NAME is a fact, and the difference is), nieuw, vervallen
 *     <groep naam=>                                      one part of the data: "begroting"
 *       <ding soort= wat= naam= in=>                     gewijzigd, nieuw, vervallen; wat: its element, in: what it belongs to
 *         <kenmerk naam= oud= nieuw=/>                   one value of it
 *     <tekst soort= wat= sleutel= titel= in= blokken=>   a section: gewijzigd, nieuw, vervallen, verplaatst (in-oud: where it was)
 *       <kenmerk naam= oud= nieuw=/>
 *       <blok soort= wat=>                               a paragraph, item, cell: gewijzigd, nieuw, vervallen, verplaatst
 *         <gelijk/> <weg/> <bij/>                        runs of words */
#ifndef CHANGES_CHANGES_H
#define CHANGES_CHANGES_H

#include "base/map.h"
#include "calc/ledger.h"

typedef struct Version {
    const Node *root;     /* of the input; NULL: only facts are known (an earlier year whose values are stated) */
    const Ledger *ledger;
} Version;

typedef struct Comparison {
    Node *tree;
    Map *places;          /* "file:line:column" of text of the new input that was changed, added or moved */
} Comparison;

/* Compares two versions. name: what stands behind "@" in the ids of the old facts (those must be in now's ledger, see
 * calc_add_differences). words: texts word by word; else only which sections came, went, moved or changed. */
Comparison *changes_find(Arena *arena, const Version *old, const Version *now, const char *name, bool words);
/* Did the text that begins at this place of the new input change? place: "file:line:column". */
bool changes_at(const Comparison *changes, const char *place);

/* ---- within this folder ---- */

/* Its key, else what identifies it among its siblings. NULL: it has neither. */
const char *changes_identity(Arena *arena, const Node *node);
/* What it says itself by which a reader calls it; NULL. */
const char *changes_called(const Node *node);
/* Is a reader told that attribute by the name? */
bool changes_is_name(const Node *node, const char *attribute);
/* The same, else the names of what it refers to, else its key, else its element's name. */
const char *changes_name(Arena *arena, const Node *root, const Node *node);
void changes_value(Arena *arena, Node *parent, const char *name, const char *old, const char *now);
/* A kenmerk for every attribute that differs; false when none does. */
bool changes_attributes(Arena *arena, const Node *old, const Node *now, Node *out);

void changes_facts(Arena *arena, const Version *old, const Version *now, const char *name, Node *out);
void changes_data(Arena *arena, const Version *old, const Version *now, Node *out);
/* Adds the places of passages that changed to places. */
void changes_texts(Arena *arena, const Version *old, const Version *now, bool words, Node *out, Map *places);
/* Is this part of the input running text? Data that is to be compared? */
bool changes_is_text(const Node *part);
bool changes_is_data(const Node *part);

#endif
