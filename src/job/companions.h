/* What a document may show beside its input: the findings of the checks, and what changed since another version or year.
 * Each is made only when the template asks for it. */
#ifndef JOB_COMPANIONS_H
#define JOB_COMPANIONS_H

#include "job/job.h"
#include "template/template.h"

typedef struct Companions {
    Resources *resources;
    const Year *year;
    const char *previous;     /* the previous version, given outside the input; NULL: what the input names */
    Diagnostics *diagnostics; /* findings are taken from it; what is wrong with the previous version goes into it */
    Comparison *version;         /* since the previous version; NULL before it is asked for, or when there is none */
    bool version_sought;
    const Input *version_source; /* the input of the previous version, when it was read */
} Companions;

/* For template_run: the trees "bevindingen", "wijzigingen-versie" and "wijzigingen-jaar". companions must stay. */
Extras companions_extras(Companions *companions);

/* What changed since the previous version: that which path names (anywhere), else that which the input names (in its own
 * folder or one beside it). Its facts go into year's ledger as "ID@vorige-versie", the differences as
 * "verandering.ID@vorige-versie"; *source, unless NULL, becomes its input. NULL when there is none; one that cannot be used is reported (R026, R027), and no more. */
Comparison *previous_changes(Resources *resources, const Year *year, const char *path, Diagnostics *diagnostics, const Input **source);

/* The findings, sorted by place: <bevindingen open= aanvaard=><bevinding code= ernst= bestand= regel= tekst= gevonden=
 * verwacht= doen= aanvaard="ja" reden=/>. Files are named relative to the input's folder. */
Node *findings_tree(Arena *arena, const Input *input, Diagnostics *diagnostics, MessageLanguage language);

#endif
