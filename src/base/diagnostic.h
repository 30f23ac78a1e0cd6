/* Messages to the user: one function reports, the message's own record decides severity and text.
 *
 * Codes: one letter for the phase and three figures, never reused.
 *   I input and schema, R rules over the partnership, F facts, D document (template, style, layout),
 *   P PDF, S the system. Every folder that reports owns a table of Message records. */
#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stdio.h>

#include "base/tree.h"

typedef enum Severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity; /* opmerking, waarschuwing, fout */
typedef enum MessageLanguage { MESSAGES_DUTCH, MESSAGES_ENGLISH } MessageLanguage;

/* Texts have places {1}..{6} for the arguments of the report. */
typedef struct Message {
    const char *code; /* "R101" */
    Severity severity;
    const char *dutch, *english;         /* what is wrong */
    const char *remedy_dutch, *remedy_english; /* what to do; "" when it goes without saying */
    const char *about_dutch, *about_english;   /* one sentence for check --list */
    const char *example;                 /* input that has the fault, one line */
} Message;

typedef struct Diagnostic {
    const Message *message;
    Place place;
    const char *path;            /* of the node, "" if none */
    const char *found, *expected; /* NULL when not applicable */
    const char *arguments[6];
    bool acknowledged;           /* the input has accepted it, with a reason */
    const char *reason;
} Diagnostic;

/* Words of ours in found, expected and arguments, in both languages: BOTH("0 of meer", "0 or more"). */
#define BOTH(dutch, english) dutch "\x1e" english

typedef struct Diagnostics Diagnostics;

Diagnostics *diagnostics_new(void);
void diagnostics_free(Diagnostics *diagnostics);

/* What a report says, apart from its code and place. Strings are copied. */
typedef struct Report {
    const char *path, *found, *expected;
    const char *arguments[6];
} Report;

/* Adds a diagnostic. The same code at the same place with the same arguments is kept once. */
void diagnostics_report(Diagnostics *diagnostics, const Message *message, Place place, Report report);

/* Reports everything that another collection holds here too. */
void diagnostics_add(Diagnostics *diagnostics, const Diagnostics *other);

size_t diagnostics_count(const Diagnostics *diagnostics, Severity at_least); /* not counting acknowledged ones */
size_t diagnostics_total(const Diagnostics *diagnostics);
/* Sorts by file, line, column, code; then the i-th. */
void diagnostics_sort(Diagnostics *diagnostics);
Diagnostic *diagnostics_at(Diagnostics *diagnostics, size_t i);
/* Takes out what the input has accepted; how many those were. */
size_t diagnostics_drop_acknowledged(Diagnostics *diagnostics);
/* "FILE:LINE:COLUMN: fout: what; gevonden: x; verwacht: y; what to do [CODE]" in UTF-8. */
void diagnostics_print(const Diagnostics *diagnostics, FILE *stream, MessageLanguage language);
/* One JSON object a line: file, line, column, severity, code, message, found, expected, path. */
void diagnostics_print_json(const Diagnostics *diagnostics, FILE *stream, MessageLanguage language);
/* The whole sentence of one diagnostic (without place and code). */
char *diagnostic_text(Arena *arena, const Diagnostic *diagnostic, MessageLanguage language);
/* A text in one language: its half when it was made with BOTH, else all of it. */
char *in_language(Arena *arena, const char *text, MessageLanguage language);
/* What to do about it; "" when it goes without saying. */
char *diagnostic_remedy(Arena *arena, const Diagnostic *diagnostic, MessageLanguage language);
const char *severity_name(Severity severity, MessageLanguage language);

/* What the system says, in both languages, as an argument of a report. */
const char *error_words(int error);
/* Why a file that an input names is not read (file_within): EACCES says that it lies outside. In both languages. */
const char *named_file_words(int error);

#endif
