/* Paragraphs: styled text in, broken lines out (total fit, hyphenation, Dutch rules). */
#ifndef TYPESET_PARAGRAPH_H
#define TYPESET_PARAGRAPH_H

#include "typeset/shape.h"

typedef struct Typesetter Typesetter; /* fonts, hyphenation patterns, caches of shaped words */

/* patterns: folder of libhyphen dictionaries (hyph_nl_NL.dic, hyph_en_GB.dic). The caller frees. */
Typesetter *typesetter_new(Fonts *fonts, const char *patterns);
void typesetter_free(Typesetter *typesetter);
/* Words of a language with the places where they may break, before the patterns: "meest-al" a whole word, "werk-plek-" a
 * beginning of words, "-over-leg" an ending; one a line. keep: for every document, else until typesetter_begin. The number of
 * the first line that is no such word; 0: none. */
int typesetter_words(Typesetter *typesetter, const char *language, const char *text, size_t size, bool keep);

/* A new document begins: what could not be set in an earlier one is forgotten, so that it is not told of this one. */
void typesetter_begin(Typesetter *typesetter);

typedef enum Align { ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTER, ALIGN_JUSTIFY, ALIGN_DECIMAL } Align;

enum { FEATURE_TABULAR = 1, FEATURE_OLDSTYLE = 2, FEATURE_SMALL_CAPS = 4, FEATURE_LINING = 8, FEATURE_PROPORTIONAL = 16 };

typedef struct CharStyle {
    const char *family;
    int weight;          /* 400, 700 */
    bool italic;
    Length size;
    Color color;
    Length rise;         /* superscripts */
    Length tracking;     /* extra space a letter */
    unsigned features;
    const char *language;/* "nl": hyphenation, shaping */
    Place named;         /* where the house style names the family, for messages */
    bool no_break;       /* do not break inside */
    bool no_hyphens;
    bool underline;      /* layout draws it below the run */
    bool strike;         /* and this one through it */
    bool capitals;       /* set in capitals; contents and bookmarks keep the text as it is */
} CharStyle;

/* Ahead of need: the patterns of a language. */
void typesetter_prepare(Typesetter *typesetter, const char *language);

typedef struct ParagraphStyle {
    Align align;
    Length leading;      /* baseline to baseline */
    Length first_indent; /* may be negative */
    bool hyphenate;
    Length minimum_last; /* shortest last line wanted */
} ParagraphStyle;

typedef struct Paragraph Paragraph;

/* Paragraphs lie in the typesetter's working room: those made since a mark are gone after its release, their lines
 * stay. Marks nest. */
ArenaMark typesetter_mark(const Typesetter *typesetter);
void typesetter_release(Typesetter *typesetter, ArenaMark mark);

/* What the lines hold will lie in the arena. */
Paragraph *paragraph_new(Arena *arena, Typesetter *typesetter, const ParagraphStyle *style);
/* White space in text is folded to single spaces across calls; U+00A0, U+202F, U+00AD, U+200B mean what they
 * say. owner travels to the line's pieces (layout keeps its structure element there). place for messages. */
void paragraph_text(Paragraph *p, const char *text, const CharStyle *style, void *owner, Place place);
/* A fixed thing in the line (field, check box, picture): width, height above and depth below the baseline. */
void paragraph_box(Paragraph *p, Length width, Length height, Length depth, void *owner, void *payload);
/* Zero-width mark that ends up in the line where its neighbours are (footnote references, anchors). */
void paragraph_mark(Paragraph *p, void *payload);
void paragraph_newline(Paragraph *p);
/* Moves to the next tab stop at that distance from the line's start; leader (may be NULL) fills the gap
 * (contents lines: ". "); align right sets what follows flush with the stop. */
void paragraph_tab(Paragraph *p, Length stop, Align align, const char *leader, const CharStyle *style);

typedef enum PieceKind { PIECE_GLYPHS, PIECE_BOX, PIECE_MARK, PIECE_LEADER } PieceKind;

typedef struct Piece {
    PieceKind kind;
    Length x;            /* from the start of the paragraph's measure */
    Length width;
    const GlyphRun *run; /* glyphs and leaders */
    const CharStyle *style;
    Length height, depth;/* box */
    void *owner, *payload;
} Piece;

typedef struct Line {
    Piece *pieces;
    int count;
    Length width;        /* natural, set width after justification */
    Length ascent, descent; /* of its highest and lowest glyphs by font metrics, both positive */
    bool hyphenated, last, overfull;
    Length overflow;     /* beyond the measure, 0 when it fits */
} Line;

typedef struct Lines {
    Line *lines;
    int count;
    Length measure;
} Lines;

/* Breaks into lines of that measure; may be called again with another measure. Result lies in the arena. */
const Lines *paragraph_break(Paragraph *p, Length measure);
/* Widths for table columns: of the longest unbreakable piece, and of the whole on one line (longest line). */
void paragraph_widths(Paragraph *p, Length *minimum, Length *maximum);
/* Width from the start of the first line to its decimal point (or to its end), for decimal alignment. */
Length paragraph_decimal(Paragraph *p);
bool paragraph_empty(const Paragraph *p);
/* Where what is set from now on stands in the input: for text that is given no place of its own. */
void typesetter_place(Typesetter *typesetter, Place place);
/* Characters that no font has or nobody can read, and text from right to left, reported as diagnostics with their places
 * (once each). A draft is made all the same. */
void typesetter_report_missing(Typesetter *typesetter, bool draft, Diagnostics *diagnostics);

/* One short text on one line: for headers, chart labels, page numbers. Never NULL; may hold several runs. */
const Lines *typeset_line(Arena *arena, Typesetter *typesetter, const char *text, const CharStyle *style, void *owner);
Length typeset_width(Typesetter *typesetter, const char *text, const CharStyle *style);

#endif
