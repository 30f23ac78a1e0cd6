/* What every document shares: schema, fonts, typesetter, templates and house styles, each loaded once. */
#ifndef JOB_RESOURCES_H
#define JOB_RESOURCES_H

#include "base/file_log.h"
#include "input/input.h"
#include "template/template.h"
#include "document/style.h"

typedef struct Resources Resources;

#define HYPHENATION "/usr/share/hyphen" /* folder of the patterns: packages hyphen-nl, hyphen-en-gb */

/* Finds the program's own files: JAARVERSLAG_DATA, else beside the executable (../share/jaarverslag, or the source
 * tree), else where they were at compile time. Nothing is loaded before it is asked for. The caller frees. */
Resources *resources_open(void);
void resources_free(Resources *resources);
/* A file of the program: "templates/jaarverslag.xsl". Lies in the resources. */
const char *resources_path(Resources *resources, const char *name);
/* For a process that makes one document: what is made on a second processor while the main one goes on. When it starts,
 * the schema; when its input has been read (year_read says so), what departs from the grammar, template, patterns, house
 * style, and the break points and shapes of the input's words in it. All of it only saves time: what was not made ahead
 * is made when it is asked for. template, style: as given to render, or NULL. */
void resources_begin(Resources *resources, const char *template, const char *style);
void resources_go_on(Resources *resources, const Input *input);
/* The document that is to be laid out next: its words as well. */
void resources_document(Resources *resources, const Document *document);
/* Ends what is being made ahead, and waits for what is being done ahead. */
void resources_settle(Resources *resources);
/* Before another input: drops the templates and house styles that lie beside the last one. */
void resources_forget(Resources *resources);
/* Each is loaded on first use and kept; NULL when it cannot be (reported). */
const Schema *resources_schema(Resources *resources, Diagnostics *diagnostics);
/* Reports every departure of the input from the grammar (input_check); false (reported) without schema. */
bool resources_check(Resources *resources, const Input *input, Diagnostics *diagnostics);
Typesetter *resources_typesetter(Resources *resources, Diagnostics *diagnostics);
Fonts *resources_fonts(Resources *resources, Diagnostics *diagnostics);
/* Opens, before workers are forked, what they all need: schema, Dutch patterns, every house style of the program and every
 * font. What is missing is told later, to the document that needs it. False (reported) without schema or fonts. */
bool resources_prepare(Resources *resources, Diagnostics *diagnostics);
/* Which program this is and what it always reads: SHA-256 over the build ids of program and libraries, and over every
 * file read so far. */
void resources_identity(Resources *resources, const FileLog *read, char out[65]);
/* Folder of the program's own files. */
const char *resources_folder(const Resources *resources);
/* name: of templates/NAME.xsl, or a path that ends in .xsl. */
Template *resources_template(Resources *resources, const char *name, Diagnostics *diagnostics);
/* The same for a name that the input gives: a path is one in its folder, and so is all that the template reads. */
/* The template and the house style that the input names, else those that every input has. */
const char *resources_own_template(const Input *input);
const char *resources_own_style(const Input *input);
Template *resources_named_template(Resources *resources, const Input *input, const char *name, Diagnostics *diagnostics);
/* name: of templates/style/NAME.xml, or a file in folder that ends in .xml; given on the command line also any file. */
/* The templates that the command line names, which stay with the caller. */
void resources_given(Resources *resources, const char *const *templates, int count);
/* The kinds of figures of the templates that were given, else of the input's own; NULL when one cannot be used (told when
 * it is asked for). */
const FigureKinds *resources_figures(Resources *resources, const Input *input);
const Style *resources_style(Resources *resources, const char *name, const char *folder, bool given, Diagnostics *diagnostics);

#endif
