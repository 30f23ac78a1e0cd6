/* The facts as a sheet that a spreadsheet opens: numbers are numbers with their own decimals, which it shows as its language
 * does; everything else is text. */
#include "calc/sheet.h"

#include <string.h>

#include "base/zip.h"
#include "calc/output_parts.h"

enum { COLUMNS = 7, MOST_PLACES = 6, MOST_DIGITS = 15 }; /* a spreadsheet keeps no more digits */
static const char *const HEADS[COLUMNS] = {"id", "value", "unit", "status", "formula", "source", "label"};
static const char XML[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/* Characters that XML does not hold are left out. */
static void put_text(Buffer *out, const char *text) {
    for (const char *p = text; *p; p++)
        switch (*p) {
        case '&': buffer_puts(out, "&amp;"); break;
        case '<': buffer_puts(out, "&lt;"); break;
        case '>': buffer_puts(out, "&gt;"); break;
        default:
            if ((unsigned char)*p >= 0x20 || *p == '\t' || *p == '\n') buffer_putc(out, *p);
        }
}

/* A number that a spreadsheet can hold; NULL: it has none. */
static const char *number_of(Arena *scratch, const Fact *fact) {
    __int128 limit = 1, units = fact->value.units < 0 ? -fact->value.units : fact->value.units;
    for (int i = 0; i < MOST_DIGITS; i++) limit *= 10;
    return fact_has_value(fact) && units < limit ? decimal_text(scratch, fact->value) : NULL;
}

static int places_of(const Fact *fact) {
    return fact->value.scale < MOST_PLACES ? fact->value.scale : MOST_PLACES;
}

static const char *column(Arena *scratch, const Fact *fact, int i) {
    const char *fixed[COLUMNS] = {fact->id, fact_text(scratch, fact), fact->unit, fact_status_name(fact->status), fact->formula, fact_sources(scratch, fact), fact->label};
    return fixed[i];
}

/* ---- Office Open XML ---- */

static void xlsx_row(Buffer *out, Arena *scratch, const Fact *fact) {
    buffer_puts(out, "<row>");
    for (int i = 0; i < COLUMNS; i++) {
        const char *number = i == 1 && fact ? number_of(scratch, fact) : NULL;
        if (number) {
            buffer_printf(out, "<c s=\"%d\"><v>%s</v></c>", places_of(fact) + 2, number);
            continue;
        }
        buffer_printf(out, "<c t=\"inlineStr\"%s><is><t xml:space=\"preserve\">", fact ? "" : " s=\"1\"");
        put_text(out, fact ? column(scratch, fact, i) : HEADS[i]);
        buffer_puts(out, "</t></is></c>");
    }
    buffer_puts(out, "</row>");
}

static void xlsx_sheet(Buffer *out, Arena *scratch, const Ledger *ledger) {
    static const int widths[COLUMNS] = {40, 14, 18, 10, 50, 40, 50};
    buffer_printf(out, "%s<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView workbookViewId=\"0\">"
                       "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>", XML);
    for (int i = 0; i < COLUMNS; i++) buffer_printf(out, "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>", i + 1, i + 1, widths[i]);
    buffer_puts(out, "</cols><sheetData>");
    xlsx_row(out, scratch, NULL);
    for (size_t i = 0; i < ledger_count(ledger); i++) xlsx_row(out, scratch, ledger_at(ledger, i));
    buffer_puts(out, "</sheetData></worksheet>");
}

/* Style 1 is the head; 2 + n shows n decimals. */
static void xlsx_styles(Buffer *out) {
    buffer_printf(out, "%s<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"%d\">", XML, MOST_PLACES + 1);
    for (int i = 0; i <= MOST_PLACES; i++) buffer_printf(out, "<numFmt numFmtId=\"%d\" formatCode=\"#,##0%s%.*s\"/>", 164 + i, i ? "." : "", i, "000000");
    buffer_puts(out, "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                     "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
                     "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                     "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
    buffer_printf(out, "<cellXfs count=\"%d\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                       "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>", MOST_PLACES + 3);
    for (int i = 0; i <= MOST_PLACES; i++) buffer_printf(out, "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>", 164 + i);
    buffer_puts(out, "</cellXfs></styleSheet>");
}

#define SCHEMAS "http://schemas.openxmlformats.org/"
#define OFFICE SCHEMAS "officeDocument/2006/relationships"

bool facts_write_xlsx(Buffer *out, const Ledger *ledger) {
    static const char types[] = "<Types xmlns=\"" SCHEMAS "package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
    static const char top[] = "<Relationships xmlns=\"" SCHEMAS "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    static const char book[] = "<workbook xmlns=\"" SCHEMAS "spreadsheetml/2006/main\" xmlns:r=\"" OFFICE "\"><sheets><sheet name=\"feiten\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    static const char parts_of[] = "<Relationships xmlns=\"" SCHEMAS "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>";
    Arena *scratch = arena_new();
    Buffer sheet = {0}, styles = {0};
    xlsx_sheet(&sheet, scratch, ledger);
    xlsx_styles(&styles);
    const ZipPart parts[] = {{"[Content_Types].xml", types, sizeof types - 1, false}, {"_rels/.rels", top, sizeof top - 1, false}, {"xl/workbook.xml", book, sizeof book - 1, false},
                             {"xl/_rels/workbook.xml.rels", parts_of, sizeof parts_of - 1, false}, {"xl/worksheets/sheet1.xml", sheet.data, sheet.size, false},
                             {"xl/styles.xml", styles.data, styles.size, false}};
    bool fits = zip_write(out, parts, sizeof parts / sizeof *parts);
    buffer_free(&sheet);
    buffer_free(&styles);
    arena_free(scratch);
    return fits;
}

/* ---- OpenDocument ---- */

static void ods_row(Buffer *out, Arena *scratch, const Fact *fact) {
    buffer_puts(out, "<table:table-row>");
    for (int i = 0; i < COLUMNS; i++) {
        const char *number = i == 1 && fact ? number_of(scratch, fact) : NULL;
        if (number) buffer_printf(out, "<table:table-cell table:style-name=\"n%d\" office:value-type=\"float\" office:value=\"%s\"><text:p>", places_of(fact), number);
        else buffer_printf(out, "<table:table-cell%s office:value-type=\"string\"><text:p>", fact ? "" : " table:style-name=\"kop\"");
        put_text(out, fact ? column(scratch, fact, i) : HEADS[i]);
        buffer_puts(out, "</text:p></table:table-cell>");
    }
    buffer_puts(out, "</table:table-row>");
}

static void ods_content(Buffer *out, Arena *scratch, const Ledger *ledger) {
    static const char names[] = "urn:oasis:names:tc:opendocument:xmlns:";
    buffer_printf(out, "%s<office:document-content xmlns:office=\"%soffice:1.0\" xmlns:table=\"%stable:1.0\" xmlns:text=\"%stext:1.0\" xmlns:style=\"%sstyle:1.0\" "
                       "xmlns:number=\"%sdatastyle:1.0\" xmlns:fo=\"%sxsl-fo-compatible:1.0\" office:version=\"1.2\"><office:automatic-styles>"
                       "<style:style style:name=\"kop\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/></style:style>",
                  XML, names, names, names, names, names, names);
    for (int i = 0; i <= MOST_PLACES; i++)
        buffer_printf(out, "<number:number-style style:name=\"g%d\"><number:number number:decimal-places=\"%d\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
                           "<style:style style:name=\"n%d\" style:family=\"table-cell\" style:data-style-name=\"g%d\"/>", i, i, i, i);
    buffer_printf(out, "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"feiten\"><table:table-column table:number-columns-repeated=\"%d\"/>", COLUMNS);
    ods_row(out, scratch, NULL);
    for (size_t i = 0; i < ledger_count(ledger); i++) ods_row(out, scratch, ledger_at(ledger, i));
    buffer_puts(out, "</table:table></office:spreadsheet></office:body></office:document-content>");
}

bool facts_write_ods(Buffer *out, const Ledger *ledger) {
    static const char kind[] = "application/vnd.oasis.opendocument.spreadsheet";
    static const char manifest[] = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">"
        "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
        "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";
    Arena *scratch = arena_new();
    Buffer content = {0};
    ods_content(&content, scratch, ledger);
    const ZipPart parts[] = {{"mimetype", kind, sizeof kind - 1, true}, {"META-INF/manifest.xml", manifest, sizeof manifest - 1, false}, {"content.xml", content.data, content.size, false}};
    bool fits = zip_write(out, parts, sizeof parts / sizeof *parts);
    buffer_free(&content);
    arena_free(scratch);
    return fits;
}
