/* One file of the input as UTF-8 text, and the places in it. Private to input/. */
#ifndef INPUT_SOURCE_H
#define INPUT_SOURCE_H

#include "input/input.h"
#include "input/spreadsheet.h"

/* Where text to be parsed differs from the file: [start, end) there stands for nothing, or for a tag, before stop. */
typedef struct Edit {
    size_t start, end; /* in text */
    size_t stop;       /* in plain: where the unchanged text goes on */
} Edit;

typedef struct Source {
    const char *name; /* as the user would name it */
    const char *real; /* real path */
    const char *text; /* UTF-8, without byte-order mark, tags repaired */
    size_t size;
    const char *plain;/* as it stands in the file */
    size_t plain_size;
    size_t *lines;    /* offset in plain at which each line begins */
    int line_count;
    Edit *edits;      /* in order */
    int edit_count;
    struct { size_t start, offset; int column; } *last; /* the last place asked for: the next is mostly a little further */
} Source;

/* What one reading of an input shares. */
typedef struct Loader {
    Arena *arena;
    Diagnostics *diagnostics;
    Input *input;
    const char *shown;   /* the input's folder as the user would name it, with a slash at the end, or "" */
    const char *open[16];/* real paths of the files being read, outermost first */
    int depth;
    int includes;
    size_t total;        /* bytes read so far, counting what is included twice twice */
    bool plain;          /* no input: any namespace, nothing included */
    bool broken;         /* some file has a fault that leaves its tree unusable */
} Loader;

enum { MAX_INCLUDE_DEPTH = 16, MAX_INCLUDES = 5000, MAX_DEPTH = 256 };
#define MAX_FILE (64u << 20)
#define MAX_TOTAL (256u << 20)

/* Line and column of a byte offset in text. */
Place source_place(const Source *source, size_t offset);
/* Fills in text, size and lines from UTF-8. */
void source_set_text(Source *source, Arena *arena, const char *text, size_t size);
/* Reads a file that has been found to lie in the input's folder; remembers its bytes in the input. 0, or errno. */
int source_bytes(Loader *loader, Source *source, const char *real, const unsigned char **bytes, size_t *size);
/* The same as a plain function: NULL when the bytes do not fit the encoding. */
char *source_plain_text(Arena *arena, const unsigned char *bytes, size_t size, size_t *out_size);
/* Bytes of an XML file as UTF-8 by byte-order mark, declaration or default. False after reporting. */
bool source_decode_xml(Loader *loader, Source *source, const unsigned char *bytes, size_t size);

/* Reports elements that are not closed, or closed under another name, and closes them in source's text, so that the
 * other faults of the file can be found too. */
void repair_tags(Loader *loader, Source *source);

/* Parses the text into a tree with places, what it includes expanded. NULL when there is no tree at all. */
Node *parse_source(Loader *loader, const Source *source, int depth);

/* Finds a file named in the input, relative to the file that names it. NULL after reporting. */
const char *find_file(Loader *loader, const Source *from, const char *name, Place place, Source *out);
/* Expands one xi:include below parent. */
void include_file(Loader *loader, const Source *from, Node *parent, Place place, const char *href, const char *parse,
                  bool xpointer, int depth);
/* Fills list elements from CSV where bron= names such a file. */
void csv_fill(Loader *loader, const Source *from, Node *node);
/* Numbers in rows of CSV as XML has them (1.000,50 becomes 1000.50), below a marked root; what can be read two ways, or
 * not at all, stays as it was written and is reported where it is used. */
void csv_numbers(Loader *loader, Node *root);
/* The cells of a CSV file as a sheet. False when there are too many. */
bool csv_grid(Loader *loader, const Source *source, SheetBuilder *builder);

#endif
