/* The table of elements and their attributes, and the reading of values. */
#include "document/grammar.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/diagnostic.h"
#include "document/words.h"

#define AT(Struct, member) .offset = offsetof(Struct, member)
#define END {.name = NULL}
#define WORDS(Struct, member, ...) .kind = IS_WORD, AT(Struct, member), .words = __VA_ARGS__
#define YES_NO(Struct, member) WORDS(Struct, member, "no yes"), .first = NO
#define TEXT(Struct, member) .kind = IS_TEXT, AT(Struct, member)
#define KEY {"id", .kind = IS_KEY, AT(Common, id), .about = BOTH("Om naar te verwijzen.", "To refer to.")}
#define FORMS "plain words euro euro-whole percent percent-whole whole signed ordinal ordinal-words"

const GrammarAttribute GRAMMAR_PLACE = {"place", .kind = IS_PLACE, .about = BOTH("Waar in de invoer het vandaan komt: bestand:regel:kolom (f:plaats()).", "Where in the input it comes from: file:line:column.")};
const GrammarAttribute GRAMMAR_CHANGED = {"changed", YES_NO(Common, changed), .about = BOTH("Met yes een streep in de marge.", "yes: a bar in the margin beside it.")};
const GrammarAttribute GRAMMAR_LINES = {
    "line-numbers", WORDS(Common, lines, "no yes page document"), .first = LINES_NO,
    .about = BOTH("Elke vijfde regel krijgt een nummer in de marge; de telling begint op elke bladzijde opnieuw of (document) loopt door.",
                  "Every fifth line has its number in the margin; they begin anew on each page, or (document) go on.")};

static const GrammarAttribute NOTHING[] = {END};
static const GrammarAttribute DOCUMENT[] = {
    {"title", TEXT(DocumentBlock, title)}, {"author", TEXT(DocumentBlock, author)}, {"subject", TEXT(DocumentBlock, subject)},
    {"keywords", TEXT(DocumentBlock, keywords)}, {"lang", .kind = IS_LANGUAGE, AT(DocumentBlock, language)},
    {"date", .kind = IS_DATE, AT(DocumentBlock, date)}, {"style", .kind = IS_STYLE, AT(DocumentBlock, style), .about = BOTH("De huisstijl.", "The house style.")}, END};
static const GrammarAttribute PART[] = {
    KEY, {"title", TEXT(PartBlock, title)}, {"label", TEXT(PartBlock, label), .about = BOTH("Hoe een verwijzing het noemt.", "What a reference calls it.")},
    {"master", .kind = IS_MASTER, AT(PartBlock, master), .initial = "body", .about = BOTH("De bladspiegel.", "The page master.")},
    {"labels", WORDS(PartBlock, labels, "decimal roman none"), .about = BOTH("Waarmee de bladzijden zijn genummerd.", "How its pages are numbered.")},
    {"label-prefix", TEXT(PartBlock, label_prefix), .initial = ""},
    {"label-start", .kind = IS_COUNT, AT(PartBlock, label_start), .least = 1, .most = 9999},
    {"role", WORDS(PartBlock, role, "sect part")},
    {"mark", TEXT(PartBlock, mark), .about = BOTH("Een woord achter de tekst van elke bladzijde, van hoek tot hoek.", "A word behind the text of every page, from corner to corner.")},
    {"most-pages", .kind = IS_COUNT, AT(PartBlock, most_pages), .least = 1, .most = 9999,
     .about = BOTH("Hoeveel bladzijden het hooguit beslaat; meer geeft een waarschuwing.", "How many pages it is meant to take at most; more is a warning.")},
    {"fit", YES_NO(PartBlock, fit), .about = BOTH("Met yes geeft het wit en dan lettergrootte op, tot het op most-pages past.", "yes: gives up white, then size, until it takes no more than most-pages.")},
    {"series-prefix", TEXT(PartBlock, series_prefix), .initial = "", .about = BOTH("Staat voor de nummers van figuren.", "Stands before the numbers of figures.")},
    {"restart-footnotes", YES_NO(PartBlock, restart_footnotes)}, {"restart-headings", YES_NO(PartBlock, restart_headings)}, END};
static const GrammarAttribute SECTION[] = {KEY, {"title", TEXT(SectionBlock, title)}, END};
static const GrammarAttribute HEADING[] = {
    KEY, {"level", .kind = IS_COUNT, AT(HeadingBlock, level), .least = 1, .most = 6, .initial = "1"},
    {"number", TEXT(HeadingBlock, number)},
    {"auto", YES_NO(HeadingBlock, automatic), .about = BOTH("Met yes nummert het programma: 1, 1.1, ...", "yes: the program numbers it 1, 1.1, ...")},
    {"toc", WORDS(HeadingBlock, listed, "yes no annex"), .about = BOTH("Staat in de inhoudsopgave; annex: alleen in die van het eigen deel.", "Stands in the contents; annex: only in those of its own part.")},
    {"toc-prefix", TEXT(HeadingBlock, toc_prefix)},
    {"toc-level", .kind = IS_COUNT, AT(HeadingBlock, toc_level), .least = 1, .most = 6, .about = BOTH("In de inhoudsopgave van het geheel; zonder: level.", "In the contents of the whole document; without it: level.")},
    {"outline", YES_NO(HeadingBlock, outline), .about = BOTH("Staat bij de bladwijzers.", "Stands among the bookmarks.")},
    {"style", .kind = IS_TEXT_STYLE, AT(HeadingBlock, style)}, {"short", TEXT(HeadingBlock, brief), .about = BOTH("Voor in kop- en voetregels.", "For headers and footers.")},
    {"label", TEXT(HeadingBlock, label), .about = BOTH("Hoe een verwijzing het noemt.", "What a reference calls it.")}, END};
static const GrammarAttribute PARA[] = {
    KEY, {"style", .kind = IS_TEXT_STYLE, AT(ParaBlock, style)}, {"keep-next", YES_NO(ParaBlock, keep_next)},
    {"keep-previous", YES_NO(ParaBlock, keep_previous), .about = BOTH("Met yes staat het nooit zonder het vorige bovenaan een bladzijde.", "yes: never at the head of a page without what comes before it.")},
    {"lang", .kind = IS_LANGUAGE, AT(ParaBlock, language)}, END};
static const GrammarAttribute LIST[] = {
    {"kind", WORDS(ListBlock, kind, "bullet number alpha roman dash check box arrow none")},
    {"start", .kind = IS_COUNT, AT(ListBlock, start), .least = 0, .most = 9999, .initial = "1"}, {"tight", YES_NO(ListBlock, tight)}, END};
static const GrammarAttribute ITEM[] = {{"label", TEXT(ItemBlock, label), .about = BOTH("Een eigen teken.", "A mark of its own.")}, END};
static const GrammarAttribute DEFINITIONS[] = {{"style", WORDS(DefinitionsBlock, form, "run-in columns")}, END};
static const GrammarAttribute BOX[] = {
    KEY, {"style", .kind = IS_BOX_STYLE, AT(BoxBlock, style), .initial = "note"}, {"title", TEXT(BoxBlock, title)}, {"keep-next", YES_NO(BoxBlock, keep_next)},
    {"placement", WORDS(BoxBlock, placement, "here float")}, END};
static const GrammarAttribute TABLE[] = {
    KEY, {"style", .kind = IS_TABLE_STYLE, AT(TableBlock, style), .initial = "default"}, {"fit", WORDS(TableBlock, fit, "shrink landscape"), .first = FIT_SHRINK},
    {"summary", TEXT(TableBlock, summary), .about = BOTH("Voor wie de tabel niet ziet.", "For those who cannot see it.")}, END};
static const GrammarAttribute COLUMN[] = {
    {"width", .kind = IS_WIDTH, AT(ColumnBlock, width), .about = BOTH("auto, een maat of een deel zoals 2*.", "auto, a length, or a share such as 2*.")},
    {"align", .kind = IS_ALIGN, AT(ColumnBlock, align), .words = "left right center decimal"},
    {"carry", YES_NO(ColumnBlock, carry), .about = BOTH("De som tot daar sluit een bladzijde waarop de tabel breekt en opent de volgende.", "Its sum so far closes a page on which the table breaks and opens the next.")}, END};
static const GrammarAttribute BODY[] = {{"group", TEXT(BodyBlock, group), .about = BOTH("Een tussenkop, die na een breuk wordt herhaald.", "A label that is repeated after a break.")}, END};
static const GrammarAttribute ROW[] = {{"role", WORDS(RowBlock, kind, "normal group subtotal total")}, END};
static const GrammarAttribute CELL[] = {
    {"colspan", .kind = IS_COUNT, AT(CellBlock, across), .least = 1, .most = 64, .initial = "1"}, {"rowspan", .kind = IS_COUNT, AT(CellBlock, down), .least = 1, .most = 9999, .initial = "1"},
    {"align", .kind = IS_OWN_ALIGN, AT(CellBlock, align), .words = "left right center decimal"}, {"header", YES_NO(CellBlock, header)},
    {"rotate", .kind = IS_ROTATION, AT(CellBlock, rotated)}, {"fill", .kind = IS_COLOR, AT(CellBlock, fill)}, END};
static const GrammarAttribute FIGURE[] = {
    KEY, {"series", TEXT(FigureBlock, series), .initial = "figuur", .about = BOTH("Waarin het meetelt: figuur, tabel; none: geen nummer.", "What it is counted among; none: no number.")},
    {"number", TEXT(FigureBlock, number)}, {"label", TEXT(FigureBlock, label)},
    {"alt", TEXT(FigureBlock, alt), .about = BOTH("Voor wie de figuur niet ziet.", "For those who cannot see it.")},
    {"placement", WORDS(FigureBlock, placement, "here float")}, {"keep", YES_NO(FigureBlock, keep), .about = BOTH("Met yes blijft een tabel bijeen als zij op een bladzijde past.", "yes: a table stays whole if it fits a page.")},
    {"width", .kind = IS_MEASURE, AT(FigureBlock, width), .about = BOTH("Van een tekening erin, hooguit.", "Of a drawing in it, at most.")},
    {"height", .kind = IS_LENGTH, AT(FigureBlock, height), .about = BOTH("Van een tekening erin, hooguit.", "Of a drawing in it, at most.")}, END};
static const GrammarAttribute NOTE[] = {{"mark", TEXT(NoteBlock, mark)}, END};
static const GrammarAttribute CHART[] = {
    {"kind", WORDS(ChartBlock, kind, "bars columns stacked pie ring bullet waterfall line multiples")},
    {"unit", TEXT(ChartBlock, unit)}, {"max", .kind = IS_DECIMAL, AT(ChartBlock, most), .about = BOTH("Tot waar de as minstens loopt.", "How far the axis goes at least.")},
    {"orientation", WORDS(ChartBlock, orientation, "horizontal vertical"), .first = HORIZONTAL}, {"alt", TEXT(ChartBlock, alt)},
    {"height", .kind = IS_LENGTH, AT(ChartBlock, height), .about = BOTH("Hooguit zo hoog.", "So high at most.")}, END};
static const GrammarAttribute SERIES[] = {{"label", TEXT(SeriesBlock, label), .initial = ""}, {"color", .kind = IS_COLOR, AT(SeriesBlock, color)}, END};
static const GrammarAttribute MARK[] = {
    {"label", TEXT(PointBlock, label)}, {"fact", .kind = IS_FACT, AT(PointBlock, fact)}, {"format", .kind = IS_FORM, AT(PointBlock, format), .words = FORMS},
    {"value", .kind = IS_DECIMAL, AT(PointBlock, value)}, {"text", TEXT(PointBlock, text), .about = BOTH("Wat er bij de waarde staat.", "What stands at the mark.")},
    {"target", .kind = IS_DECIMAL, AT(PointBlock, target), .about = BOTH("Bij bullet, bars en columns: een streep.", "For bullet, bars and columns: a line across.")},
    {"kind", WORDS(PointBlock, kind, "total plus minus"), .first = POINT_TOTAL}, {"color", .kind = IS_COLOR, AT(PointBlock, color)}, END};
static const GrammarAttribute DIAGRAM[] = {{"alt", TEXT(DiagramBlock, alt)}, END};
static const GrammarAttribute UNIT[] = {
    KEY, {"label", TEXT(UnitBlock, label), .initial = ""}, {"parent", .kind = IS_TO, AT(UnitBlock, parent)},
    {"kind", TEXT(UnitBlock, kind), .initial = ""}, {"text", TEXT(UnitBlock, text)}, END};
static const GrammarAttribute PLANNER[] = {
    {"start", .kind = IS_MONTH, AT(PlannerBlock, start)}, {"months", .kind = IS_COUNT, AT(PlannerBlock, months), .least = 1, .most = 24, .initial = "12"},
    {"alt", TEXT(PlannerBlock, alt)}, END};
static const GrammarAttribute MONTH[] = {{"label", TEXT(MonthBlock, label), .initial = ""}, END};
static const GrammarAttribute ACTIVITY[] = {{"label", TEXT(ActivityBlock, label), .initial = ""}, {"group", TEXT(ActivityBlock, group)}, END};
static const GrammarAttribute EVENT[] = {
    {"from", .kind = IS_MONTH, AT(EventBlock, from), .required = true}, {"to", .kind = IS_MONTH, AT(EventBlock, to)}, {"label", TEXT(EventBlock, label)},
    {"mark", TEXT(EventBlock, mark)}, END};
static const GrammarAttribute IMAGE[] = {
    {"src", .kind = IS_FILE, AT(ImageBlock, source), .required = true}, {"alt", TEXT(ImageBlock, alt)},
    {"width", .kind = IS_MEASURE, AT(ImageBlock, width)}, {"height", .kind = IS_LENGTH, AT(ImageBlock, height)}, END};
static const GrammarAttribute COLUMNS[] = {
    {"count", .kind = IS_COUNT, AT(ColumnsBlock, count), .least = 1, .most = 6, .initial = "2"}, {"gap", .kind = IS_MEASURE, AT(ColumnsBlock, gap)},
    {"style", .kind = IS_TEXT_STYLE, AT(ColumnsBlock, style), .about = BOTH("Van tekst die geen stijl noemt, en van de tekens van lijsten.", "Of text that names none, and of the marks of lists.")}, END};
static const GrammarAttribute BESIDE[] = {
    {"ratio", .kind = IS_RATIO, AT(BesideBlock, ratio), .about = BOTH("Een deel voor elk, zoals 2:3:3.", "A share for each, such as 2:3:3.")},
    {"gap", .kind = IS_MEASURE, AT(BesideBlock, gap)}, {"rule", YES_NO(BesideBlock, rule), .about = BOTH("Strepen ertussen.", "Lines between them.")}, END};
static const GrammarAttribute KEYFIGURE[] = {
    {"fact", .kind = IS_FACT, AT(KeyfigureBlock, fact)}, {"label", TEXT(KeyfigureBlock, label)}, {"format", .kind = IS_FORM, AT(KeyfigureBlock, format), .words = FORMS},
    {"value", .kind = IS_DECIMAL, AT(KeyfigureBlock, value)}, {"text", TEXT(KeyfigureBlock, text)}, END};
static const GrammarAttribute TOC[] = {
    {"depth", .kind = IS_COUNT, AT(TocBlock, depth), .least = 1, .most = 6, .initial = "2"}, {"scope", .kind = IS_TO, AT(TocBlock, scope), .about = BOTH("De sleutel van een deel; zonder: het geheel.", "The key of a part; without it: the whole document.")},
    {"kind", WORDS(TocBlock, kind, "sections figures")}, END};
static const GrammarAttribute SPACE[] = {{"size", .kind = IS_LENGTH, AT(SpaceBlock, size)}, END};
static const GrammarAttribute PAGEBREAK[] = {{"to", .kind = IS_RECTO, AT(BreakBlock, recto)}, END};
static const GrammarAttribute FIELD[] = {
    {"kind", WORDS(FieldBlock, kind, "text multiline check radio choice signature comment")}, {"name", TEXT(FieldBlock, name)},
    {"tooltip", TEXT(FieldBlock, tooltip), .about = BOTH("Wat er in te vullen is, voorgelezen.", "What is to be filled in, read aloud.")}, {"value", TEXT(FieldBlock, value)},
    {"options", TEXT(FieldBlock, options), .about = BOTH("Bij choice: a|b|c.", "For choice: a|b|c.")}, {"width", .kind = IS_MEASURE, AT(FieldBlock, width)}, {"height", .kind = IS_LENGTH, AT(FieldBlock, height)}, END};
static const GrammarAttribute SPAN[] = {
    {"alt", TEXT(SpanBlock, alt), .about = BOTH("Wat in plaats ervan wordt voorgelezen.", "What is read aloud instead.")}, {"lang", .kind = IS_LANGUAGE, AT(SpanBlock, language)},
    {"style", .kind = IS_TEXT_STYLE, AT(SpanBlock, style)}, {"features", .kind = IS_FEATURES, AT(SpanBlock, features), .words = "tabular oldstyle small-caps lining proportional"}, END};
static const GrammarAttribute LINK[] = {{"href", .kind = IS_ADDRESS, AT(LinkBlock, address), .required = true}, END};
static const GrammarAttribute REF[] = {
    {"to", .kind = IS_TO, AT(RefBlock, to), .required = true}, {"show", WORDS(RefBlock, show, "label number title page")}, {"capital", YES_NO(RefBlock, capital)}, END};
static const GrammarAttribute NUMBER[] = {
    {"fact", .kind = IS_FACT, AT(NumberBlock, fact)}, {"as", .kind = IS_FORM, AT(NumberBlock, form), .words = FORMS},
    {"to", .kind = IS_TO, AT(NumberBlock, to), .about = BOTH("Naar de herleiding; wordt ingevuld als die in het document staat.", "To its derivation; filled in when the document has it.")},
    {"remark", YES_NO(NumberBlock, remark), .about = BOTH("Met no geen noot als het getal iets mist: de tekst zegt het.", "no: no footnote when the number leaves something out; the text says it.")}, END};
static const GrammarAttribute ANCHOR[] = {{"id", .kind = IS_KEY, AT(Common, id), .required = true}, END};
static const GrammarAttribute FOOTNOTE[] = {KEY, {"number", TEXT(FootnoteBlock, number)}, END};

#define BLOCK(Struct, name, content, attributes, about) {name, STANDS_AS_BLOCK, content, sizeof(Struct), attributes, true, false, about}
#define INNER(Struct, name, content, attributes, about) {name, STANDS_WITHIN, content, sizeof(Struct), attributes, false, false, about}
#define INLINE(Struct, name, content, attributes, about) {name, STANDS_IN_LINE, content, sizeof(Struct), attributes, false, false, about}

const GrammarElement GRAMMAR[TAG_COUNT] = {
    [TAG_DOCUMENT] = {"document", STANDS_WITHIN, "part+", sizeof(DocumentBlock), DOCUMENT, false, true, BOTH("Het geheel: gegevens als attributen, delen als inhoud.", "The whole: metadata as attributes, parts as content.")},
    [TAG_PART] = {"part", STANDS_WITHIN, "block*", sizeof(PartBlock), PART, false, true, BOTH("Een reeks bladzijden met één bladspiegel; een nieuw deel begint op een nieuwe bladzijde.", "A run of pages on one page master; a new part starts a new page.")},
    [TAG_SECTION] = {"section", STANDS_AS_BLOCK, "block*", sizeof(SectionBlock), SECTION, true, true, BOTH("Groepeert blokken voor wie het document laat voorlezen; heeft zelf geen uiterlijk.", "Groups blocks for the structure (Sect); no look of its own.")},
    [TAG_HEADING] = BLOCK(HeadingBlock, "heading", "text", HEADING, BOTH("Een kop.", "A heading.")),
    [TAG_PARA] = BLOCK(ParaBlock, "para", "text", PARA, BOTH("Een alinea in een tekststijl.", "A paragraph in a named style.")),
    [TAG_LIST] = BLOCK(ListBlock, "list", "item+", LIST, BOTH("Een opsomming; kind bepaalt het teken.", "A list; kind decides the mark.")),
    [TAG_ITEM] = {"item", STANDS_WITHIN, "mixed", sizeof(ItemBlock), ITEM, true, false, BOTH("Een punt ervan.", "One item.")},
    [TAG_DEFINITIONS] = BLOCK(DefinitionsBlock, "definitions", "entry+", DEFINITIONS, BOTH("Begrippen met hun betekenis: doorlopend of in twee kolommen.", "Terms with their meaning: run-in or in two columns.")),
    [TAG_ENTRY] = INNER(Common, "entry", "term definition", NOTHING, BOTH("Een begrip en zijn betekenis.", "A term and its definition.")),
    [TAG_TERM] = INNER(Common, "term", "text", NOTHING, BOTH("Het begrip.", "The term.")),
    [TAG_DEFINITION] = INNER(Common, "definition", "mixed", NOTHING, BOTH("Zijn betekenis.", "Its meaning.")),
    [TAG_QUOTE] = BLOCK(Common, "quote", "mixed", NOTHING, BOTH("Woorden van een ander.", "A passage of somebody else.")),
    [TAG_BOX] = BLOCK(BoxBlock, "box", "mixed", BOX, BOTH("Een kader.", "A framed passage.")),
    [TAG_TABLE] = BLOCK(TableBlock, "table", "column* head? body* foot?", TABLE, BOTH("Kolommen, dan een kop, rijen en een voet.", "Columns, then head, bodies and foot.")),
    [TAG_COLUMN] = INNER(ColumnBlock, "column", "", COLUMN, BOTH("Een kolom.", "A column.")),
    [TAG_HEAD] = INNER(Common, "head", "row*", NOTHING, BOTH("Rijen die op elke bladzijde terugkomen.", "Rows repeated on every page.")),
    [TAG_BODY] = INNER(BodyBlock, "body", "row*", BODY, BOTH("Rijen.", "Rows.")),
    [TAG_FOOT] = INNER(Common, "foot", "row*", NOTHING, BOTH("Rijen aan het eind.", "Rows at the end.")),
    [TAG_ROW] = {"row", STANDS_WITHIN, "cell*", sizeof(RowBlock), ROW, true, false, BOTH("Een rij; role bepaalt strepen en gewicht.", "A row; role decides rules and weight.")},
    [TAG_CELL] = INNER(CellBlock, "cell", "mixed", CELL, BOTH("Tekst of blokken.", "Text or blocks.")),
    [TAG_FIGURE] = BLOCK(FigureBlock, "figure", "block* caption? note*", FIGURE, BOTH("Iets met een nummer en een bijschrift.", "Something with a number and a caption.")),
    [TAG_CAPTION] = INNER(Common, "caption", "text", NOTHING, BOTH("Het bijschrift; nummer en naam komen ervoor.", "Its label is put before it.")),
    [TAG_NOTE] = INNER(NoteBlock, "note", "text", NOTE, BOTH("Een noot onder een figuur.", "A note below a figure.")),
    [TAG_CHART] = BLOCK(ChartBlock, "chart", "(series|point)*", CHART,
        BOTH("Alle grafieken: reeksen van punten. bars liggen, columns staan, stacked ligt of (orientation vertical) staat; pie en ring hebben één reeks; bullet zet waarden tegen hun doel; waterfall heeft punten van kind total, plus of minus; line heeft een lijn per reeks; multiples een kleine grafiek per reeks op één schaal. Wat staand niet past, ligt. Een punt zonder waarde is onbekend en wordt ?.",
             "All charts: series of points. bars lie, columns stand, stacked lies or (orientation vertical) stands; pie and ring take one series; bullet sets values against their target; waterfall takes points of kind total, plus or minus; line has a series a line; multiples a little chart a series on one scale. What does not fit upright lies down. A point without value is unknown and shown as ?.")),
    [TAG_SERIES] = INNER(SeriesBlock, "series", "point*", SERIES, BOTH("Een reeks punten in één kleur.", "A row of points in one colour.")),
    [TAG_POINT] = INNER(PointBlock, "point", "", MARK, BOTH("Een waarde: een feit of gegeven.", "A mark: its value is a fact or given.")),
    [TAG_ORGCHART] = BLOCK(DiagramBlock, "orgchart", "unit*", DIAGRAM, BOTH("Vakken en lijnen, geordend naar wie boven wie staat.", "Boxes and lines laid out from parents.")),
    [TAG_TREE] = BLOCK(DiagramBlock, "tree", "unit*", DIAGRAM, BOTH("Thema’s als boom.", "Themes as a tree.")),
    [TAG_LEVELS] = BLOCK(DiagramBlock, "levels", "unit*", DIAGRAM, BOTH("Lagen die met elkaar uitwisselen: een unit per laag (label, text), daarin een unit (label) voor wat er gebeurt.", "Layers above each other that exchange: a unit a layer (label, text), with a unit (label) for each thing that happens there.")),
    [TAG_PATHWAY] = BLOCK(DiagramBlock, "pathway", "unit*", DIAGRAM, BOTH("Banen van links naar rechts: een unit per baan, daarin een unit per stap; een stap met units is een keuze daaruit. Een eerste unit van kind stages noemt de kolommen.", "Lanes from left to right: a unit a lane, with a unit a step; a step with units in it is a choice of those. A first unit of kind stages names the columns.")),
    [TAG_UNIT] = INNER(UnitBlock, "unit", "unit*", UNIT, BOTH("Een vak.", "A box.")),
    [TAG_PLANNER] = BLOCK(PlannerBlock, "planner", "(month|activity)*", PLANNER, BOTH("Activiteiten over de maanden.", "Months by activities.")),
    [TAG_MONTH] = INNER(MonthBlock, "month", "", MONTH, BOTH("Een kolom.", "A column.")),
    [TAG_ACTIVITY] = INNER(ActivityBlock, "activity", "event*", ACTIVITY, BOTH("Een rij.", "A row.")),
    [TAG_EVENT] = INNER(EventBlock, "event", "", EVENT, BOTH("Een balk of een teken.", "A bar or a mark.")),
    [TAG_IMAGE] = BLOCK(ImageBlock, "image", "", IMAGE, BOTH("Een plaat uit de map van de invoer.", "A picture in the input folder.")),
    [TAG_COLUMNS] = BLOCK(ColumnsBlock, "columns", "mixed", COLUMNS, BOTH("Even lange kolommen; een pagebreak erin begint de volgende.", "Balanced columns; a pagebreak within begins the next one.")),
    [TAG_BESIDE] = BLOCK(BesideBlock, "beside", "side side side? side?", BESIDE, BOTH("Twee tot vier dingen naast elkaar.", "Two to four things side by side.")),
    [TAG_SIDE] = INNER(Common, "side", "mixed", NOTHING, BOTH("Een ervan.", "One of them.")),
    [TAG_KEYFIGURES] = BLOCK(Common, "keyfigures", "keyfigure*", NOTHING, BOTH("Grote getallen.", "Large numbers.")),
    [TAG_KEYFIGURE] = INNER(KeyfigureBlock, "keyfigure", "text", KEYFIGURE, BOTH("Een getal en wat het betekent. Het number erin wordt ingevuld als het document de herleiding heeft.", "A number and what it means. The number inside it is filled in when the document has its derivation.")),
    [TAG_TOC] = {"toc", STANDS_AS_BLOCK, "", sizeof(TocBlock), TOC, false, false, BOTH("Inhoudsopgave van het geheel of van een deel.", "Contents of the document or of one part.")},
    [TAG_RULE] = {"rule", STANDS_AS_BLOCK, "", sizeof(Common), NOTHING, false, false, BOTH("Een streep.", "A line.")},
    [TAG_SPACE] = {"space", STANDS_AS_BLOCK, "", sizeof(SpaceBlock), SPACE, false, false, BOTH("Wit.", "White.")},
    [TAG_PAGEBREAK] = {"pagebreak", STANDS_AS_BLOCK, "", sizeof(BreakBlock), PAGEBREAK, false, false, BOTH("Een nieuwe bladzijde.", "A new page.")},
    [TAG_FIELD] = {"field", STANDS_AS_BOTH, "", sizeof(FieldBlock), FIELD, false, false, BOTH("Een veld van een formulier.", "A form field.")},
    [TAG_EM] = INLINE(Common, "em", "text", NOTHING, BOTH("Nadruk.", "Emphasis.")),
    [TAG_STRONG] = INLINE(Common, "strong", "text", NOTHING, BOTH("Sterke nadruk.", "Strong.")),
    [TAG_SC] = INLINE(Common, "sc", "text", NOTHING, BOTH("Kleinkapitaal.", "Small capitals.")),
    [TAG_SUB] = INLINE(Common, "sub", "text", NOTHING, BOTH("Onder de regel.", "Subscript.")),
    [TAG_SUP] = INLINE(Common, "sup", "text", NOTHING, BOTH("Boven de regel.", "Superscript.")),
    [TAG_Q] = INLINE(Common, "q", "text", NOTHING, BOTH("Aanhalingstekens van de taal.", "Quotation marks of the language.")),
    [TAG_SPAN] = INLINE(SpanBlock, "span", "text", SPAN, BOTH("Taal of stijl van een passage.", "Language or style of a passage.")),
    [TAG_LINK] = INLINE(LinkBlock, "link", "text", LINK, BOTH("Naar het web.", "To the web.")),
    [TAG_REF] = INLINE(RefBlock, "ref", "text", REF, BOTH("Naar iets met een id; bladzijden worden ingevuld.", "To something with an id; page numbers are filled in by layout.")),
    [TAG_NUMBER] = INLINE(NumberBlock, "number", "text", NUMBER, BOTH("Een feit als tekst.", "A fact as text.")),
    [TAG_BR] = INLINE(Common, "br", "", NOTHING, BOTH("Een nieuwe regel.", "New line.")),
    [TAG_TAB] = INLINE(Common, "tab", "", NOTHING, BOTH("De volgende tabstop.", "Next stop.")),
    [TAG_ANCHOR] = INLINE(Common, "anchor", "", ANCHOR, BOTH("Een plaats om naar te verwijzen.", "A place to refer to.")),
    [TAG_FOOTNOTE] = INLINE(FootnoteBlock, "footnote", "mixed", FOOTNOTE, BOTH("Onder aan de bladzijde.", "At the foot of the page."))};

static int compare_names(const void *a, const void *b) {
    return strcmp(GRAMMAR[*(const int *)a].name, GRAMMAR[*(const int *)b].name);
}

Tag grammar_tag(const char *name) {
    static int sorted[TAG_COUNT], count;
    if (count == 0) {
        for (int t = 1; t < TAG_COUNT; t++) if (GRAMMAR[t].name) sorted[count++] = t;
        qsort(sorted, (size_t)count, sizeof *sorted, compare_names);
    }
    int low = 0, high = count;
    while (low < high) {
        int middle = (low + high) / 2, order = strcmp(name, GRAMMAR[sorted[middle]].name);
        if (order == 0) return (Tag)sorted[middle];
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return TAG_NONE;
}

const GrammarAttribute *grammar_attribute_at(Tag tag, int i) {
    const GrammarElement *element = &GRAMMAR[tag];
    const GrammarAttribute *a = element->attributes;
    for (; a->name; a++) if (i-- == 0) return a;
    if (i-- == 0) return &GRAMMAR_PLACE;
    if (element->marked && i-- == 0) return &GRAMMAR_CHANGED;
    return element->numbered && i == 0 ? &GRAMMAR_LINES : NULL;
}

const GrammarAttribute *grammar_attribute(Tag tag, const char *name) {
    const GrammarAttribute *a;
    for (int i = 0; (a = grammar_attribute_at(tag, i)); i++) if (!strcmp(a->name, name)) return a;
    return NULL;
}

bool grammar_fits(const char *word, size_t size, Tag child) {
    GrammarPlace place = GRAMMAR[child].place;
    if (size == 5 && !strncmp(word, "block", size)) return place == STANDS_AS_BLOCK || place == STANDS_AS_BOTH;
    if (size == 6 && !strncmp(word, "inline", size)) return place == STANDS_IN_LINE || place == STANDS_AS_BOTH;
    return strlen(GRAMMAR[child].name) == size && !strncmp(word, GRAMMAR[child].name, size);
}
