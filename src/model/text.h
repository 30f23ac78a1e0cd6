/* Part of the model: the narrative, read once. Sections with passages of text, and what stands among them: numbers that
 * are facts, references, figures, tables, links, pictures.
 *
 * A passage is a stretch of text as a reader sees it: a paragraph, an item, a cell, a caption, a note. Its text has
 * white space of every kind as blanks of the same length, and one sign for what is not the document's own words. */
#ifndef MODEL_TEXT_H
#define MODEL_TEXT_H

#include "model/value.h"

/* What stands in a passage for a number that is a fact, and for what is somebody else's (quotation, link, reference). */
#define PASSAGE_FACT '\x01'
#define PASSAGE_OTHER '\x02'

/* A value that an element states; text NULL: it does not. place: of the attribute. */
typedef struct Stated {
    const char *text;
    Place place;
} Stated;

typedef struct Section {
    Place place;
    const char *name;  /* the input's word for it */
    const char *key;   /* NULL */
    Stated title;
    int parent;        /* NO_INDEX: a part of the document by itself */
    int part;          /* the part it stands in: itself, when it is one */
    bool annex;        /* stands in an annex */
    bool outlook;      /* its heading, or one around it, looks ahead */
    bool goals;        /* what was to be reached */
    bool steering;     /* stands in the papers for the steering group */
} Section;

typedef enum PassageKind { PASSAGE_PARAGRAPH, PASSAGE_ITEM, PASSAGE_CELL, PASSAGE_CAPTION, PASSAGE_NOTE, PASSAGE_SUBHEADING, PASSAGE_QUOTATION, PASSAGE_VERBATIM } PassageKind;

typedef struct TextRun { /* of text as it was typed */
    size_t at;        /* where it begins in the passage */
    const char *text;
    Place place;
} TextRun;

typedef struct Passage {
    Place place;
    PassageKind kind;
    int section;      /* NO_INDEX: outside the narrative */
    char *text;       /* as long as the runs and the signs between them */
    size_t size;
    TextRun *runs;
    int run_count;
    int table, row, column; /* of a cell; of a caption its table; else NO_INDEX */
    bool asked;       /* still to be written */
} Passage;

/* Typed text between two elements, also within a quotation or a link; nothing of what is verbatim. */
typedef struct TextPiece {
    Place place;
    const char *text;
    int passage;
    bool quoted;      /* within a quotation */
} TextPiece;

typedef struct Mention { /* a number in the text that is a fact */
    Place place;
    const char *id;   /* "" when not given */
    const char *year; /* of another school year; NULL */
    const char *written; /* as the author wrote it; "" when the fact prints itself */
    const char *before;  /* the text right before it */
    int passage;
    bool whole_euros; /* printed without cents */
} Mention;

typedef enum ReferenceShows { REFERENCE_NUMBER, REFERENCE_LABEL, REFERENCE_TITLE, REFERENCE_PAGE } ReferenceShows;

typedef struct Reference {
    Place place;
    const char *key;  /* "" when not given */
    const char *before; /* the text right before it */
    ReferenceShows shows;
} Reference;

typedef enum TargetKind { TARGET_OTHER, TARGET_FIGURE, TARGET_TABLE, TARGET_ANNEX, TARGET_CHAPTER, TARGET_PARAGRAPH } TargetKind;

typedef struct TextTarget { /* what a reference may lead to: everything with a key */
    Place place;
    const char *key;
    TargetKind kind;
    bool empty;       /* nothing stands in it, so that it is not in the document */
    int figure;       /* NO_INDEX */
} TextTarget;

typedef struct Figure { /* made of data */
    Place place;
    int section;      /* NO_INDEX: outside the narrative */
    const char *key;  /* NULL */
    Stated kind, form, facts, over, group, columns;
    bool own_notes;   /* in place of the notes of its data */
} Figure;

typedef struct KeyFigure { /* a fact in large type */
    Place place;
    Stated fact, label;
} KeyFigure;

typedef struct TableCell {
    Place place;
    int columns, rows; /* it spans */
    int column;        /* where it begins, as far as cells of rows above leave that alone */
    bool head;
    const char *text;  /* as a reader sees it, "" when it holds no words */
} TableCell;

typedef struct TableRow {
    Place place;
    bool head;
    int part;          /* rows of one part stand together: a cell reaches no further down */
    TableCell *cells;
    int cell_count;
} TableRow;

typedef struct Table {
    Place place;
    int section;       /* NO_INDEX: outside the narrative */
    const char *key;   /* NULL */
    int columns;       /* as many as it declares; 0: it does not */
    TableRow *rows;    /* of the head, of groups and of the body, in order */
    int row_count;
} Table;

typedef struct Picture {
    Stated file, alternative;
} Picture;

/* Words that are shown and are no passage: a heading, a term that is explained. */
typedef struct Shown {
    Place place;       /* of its element */
    Stated text;
    bool heading;      /* else a term */
    int section;       /* the one it is the heading of, or stands in */
} Shown;

typedef struct Narrative {
    Section *sections; int section_count;
    Passage *passages; int passage_count;
    TextPiece *pieces; int piece_count;
    Mention *mentions; int mention_count;
    Reference *references; int reference_count;
    TextTarget *targets; int target_count;
    Figure *figures; int figure_count;
    KeyFigure *key_figures; int key_figure_count;
    Table *tables; int table_count;    /* of the whole input, like links and pictures */
    Stated *links; int link_count;     /* addresses */
    Picture *pictures; int picture_count;
    Shown *shown; int shown_count;
    int annex_count, chapter_count;    /* that are parts by themselves */
} Narrative;

/* Reads the narrative of the whole input, or of a part of it. Everything lies in the arena or is borrowed from the tree. */
Narrative *narrative_read(Arena *arena, const Node *root);
/* A figure by itself, of no section. */
Figure figure_read(const Node *node);
/* File, line and column of a character of the passage. */
Place passage_place(const Passage *passage, size_t at);
/* The place of the character at offset at in typed text that begins at place. */
Place place_advance(Place place, const char *text, size_t at);
/* The same of a character of typed text. */
Place piece_place(const TextPiece *piece, size_t at);
/* The figure kind below which the notes of a part of the data stand; NULL: they stand with what they belong to. */
const char *narrative_notes_kind(const char *part);

#endif
