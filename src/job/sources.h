/* Every file that a document was made from: the input with what it includes, pictures, an own house style and the inputs of
 * earlier years. With these, and this program, it can be made again. */
#ifndef JOB_SOURCES_H
#define JOB_SOURCES_H

#include "frame/frame.h"
#include "job/job.h"
#include "document/document.h"
#include "document/style.h"

typedef struct SourceFile {
    const char *name; /* relative, without a way up: "jaarverslag.xml", "jaar/jaarverslag.xml" */
    const unsigned char *bytes;
    size_t size;
} SourceFile;

/* A font that a document is set in. */
typedef struct FontBuild {
    const char *file, *sha256; /* "Lato-Regular.ttf" */
    bool known;                /* to the catalogue */
} FontBuild;

struct Sources {
    SourceFile *files; /* the main file first */
    int count, capacity;
    const char *style; /* the name of the house style that was used */
    const FontBuild *builds; int build_count; /* in the order of the catalogue */
};

/* What a name's ending says: the label and id of its format in PRONOM, and its media type. */
typedef struct FileKind {
    const char *ending, *label, *pronom, *mime;
} FileKind;

const FileKind *file_kind(const char *name); /* never NULL; pronom is NULL for an unknown kind */

/* Collects the files; version is the input of the previous version, or NULL; style_name is what the document or the command calls its house style. Files of an input that lies
 * beside the input's folder need a place of their own: then the input itself is put into the folder "jaar". In the arena
 * of the year. */
void sources_collect(Sources *out, const Year *year, const Input *version, const Document *document, const char *style_name, const Style *style);
/* Adds the fonts on these pages. */
void sources_add_builds(Sources *out, const Pages *pages);

#endif
