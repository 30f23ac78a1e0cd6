/* Metadata for the archive: MDTO 1.0 of the Nationaal Archief, one description of the document and one per file. */
#include <string.h>

#include "base/file.h"
#include "job/package.h"

static void put_xml(Buffer *out, const char *text) {
    for (const char *p = text; *p; p++) {
        switch (*p) {
        case '&': buffer_puts(out, "&amp;"); break;
        case '<': buffer_puts(out, "&lt;"); break;
        case '>': buffer_puts(out, "&gt;"); break;
        case '"': buffer_puts(out, "&quot;"); break;
        default: buffer_putc(out, *p);
        }
    }
}

static void put_element(Buffer *out, int depth, const char *name, const char *text) {
    buffer_printf(out, "%*s<%s>", depth * 2, "", name);
    put_xml(out, text);
    buffer_printf(out, "</%s>\n", name);
}

/* A term of a published list: label, code when it has one, name of the list. */
static void put_term(Buffer *out, int depth, const char *name, const char *label, const char *code, const char *list) {
    buffer_printf(out, "%*s<%s>\n", depth * 2, "", name);
    put_element(out, depth + 1, "begripLabel", label);
    if (code) put_element(out, depth + 1, "begripCode", code);
    buffer_printf(out, "%*s<begripBegrippenlijst>\n", (depth + 1) * 2, "");
    put_element(out, depth + 2, "verwijzingNaam", list);
    buffer_printf(out, "%*s</begripBegrippenlijst>\n%*s</%s>\n", (depth + 1) * 2, "", depth * 2, "", name);
}

static void put_reference(Buffer *out, int depth, const char *name, const char *text) {
    buffer_printf(out, "%*s<%s>\n", depth * 2, "", name);
    put_element(out, depth + 1, "verwijzingNaam", text);
    buffer_printf(out, "%*s</%s>\n", depth * 2, "", name);
}

static void put_identification(Buffer *out, const char *mark) {
    buffer_puts(out, "    <identificatie>\n");
    put_element(out, 3, "identificatieKenmerk", mark);
    put_element(out, 3, "identificatieBron", "jaarverslag");
    buffer_puts(out, "    </identificatie>\n");
}

static void open_file(Buffer *out, const char *kind) {
    buffer_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MDTO xmlns=\"https://www.nationaalarchief.nl/mdto\""
                       " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                       " xsi:schemaLocation=\"https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.xsd\">\n  <%s>\n", kind);
}

static void close_file(Buffer *out, const char *kind) { buffer_printf(out, "  </%s>\n</MDTO>\n", kind); }

/* Retention: how long from the document's date, or for ever; the input's <archief> says so. */
static void put_retention(Buffer *out, const Package *package, const Node *archive) {
    static const char list[] = "Begrippenlijst Waarderingen MDTO";
    const char *years = archive ? node_get(archive, "bewaartermijn") : NULL;
    bool keep = archive && !strcmp(node_get_or(archive, "waardering", ""), "bewaren");
    if (keep) put_term(out, 2, "waardering", "Blijvend te bewaren", "B", list);
    else if (years) put_term(out, 2, "waardering", "Tijdelijk te bewaren", "V", list);
    else put_term(out, 2, "waardering", "Nader te bepalen", "N", list);
    if (!years || keep) return;
    buffer_puts(out, "    <bewaartermijn>\n");
    put_element(out, 3, "termijnTriggerStartLooptijd", "Vaststelling van het document");
    if (*package->date) put_element(out, 3, "termijnStartdatumLooptijd", package->date);
    buffer_printf(out, "      <termijnLooptijd>P%sY</termijnLooptijd>\n    </bewaartermijn>\n", years);
}

static void put_period(Buffer *out, const char *school_year) {
    if (!school_year || strlen(school_year) != 9) return;
    buffer_puts(out, "    <dekkingInTijd>\n");
    put_term(out, 3, "dekkingInTijdType", "Schooljaar", NULL, "Typen dekking in tijd van jaarverslag");
    buffer_printf(out, "      <dekkingInTijdBegindatum>%.4s-08-01</dekkingInTijdBegindatum>\n", school_year);
    buffer_printf(out, "      <dekkingInTijdEinddatum>%.4s-07-31</dekkingInTijdEinddatum>\n    </dekkingInTijd>\n", school_year + 5);
}

void mdto_document(Buffer *out, const Package *package, const Year *year) {
    const Node *root = year->input->root, *archive = node_child(root, "archief");
    open_file(out, "informatieobject");
    const char *mark = archive ? node_get(archive, "kenmerk") : NULL;
    put_identification(out, mark ? mark : arena_printf(package->arena, "%s %s", package->creator, package->title));
    put_element(out, 2, "naam", package->title);
    put_term(out, 2, "aggregatieniveau", "Archiefstuk", NULL, "Begrippenlijst Aggregatieniveaus MDTO");
    const char *subject = node_get(root, "onderwerp");
    if (subject) put_element(out, 2, "omschrijving", subject);
    put_period(out, node_get(root, "schooljaar"));
    put_element(out, 2, "taal", node_get_or(root, "taal", "nl"));
    put_retention(out, package, archive);
    for (int i = 0; i < package->count; i++)
        if (package->files[i].description) put_reference(out, 2, "heeftRepresentatie", package->files[i].path);
    put_reference(out, 2, "archiefvormer", package->creator);
    buffer_puts(out, "    <beperkingGebruik>\n");
    const char *limit = archive ? node_get(archive, "beperking") : NULL;
    put_term(out, 3, "beperkingGebruikType", limit ? limit : "Geen beperking opgegeven", NULL, "Begrippenlijst Beperkingen MDTO");
    buffer_puts(out, "    </beperkingGebruik>\n");
    close_file(out, "informatieobject");
}

/* Format by the name's ending: label and PRONOM id. */
static void put_format(Buffer *out, const char *path) {
    static const struct { const char *ending, *label, *id; } known[] = {
        {".pdf", "Acrobat PDF/A 2a", "fmt/476"}, {".xml", "Extensible Markup Language", "fmt/101"}, {".xsd", "XML Schema Definition", "x-fmt/280"},
        {".csv", "Comma Separated Values", "x-fmt/18"}, {".json", "JSON Data Interchange Format", "fmt/817"}, {".jsonl", "JSON Lines", "fmt/2054"},
        {".png", "Portable Network Graphics", "fmt/11"}, {".jpg", "JPEG File Interchange Format", "fmt/43"}};
    size_t n = strlen(path);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t m = strlen(known[i].ending);
        if (n <= m || strcmp(path + n - m, known[i].ending)) continue;
        put_term(out, 2, "bestandsformaat", known[i].label, known[i].id, "PRONOM-register");
        return;
    }
    put_term(out, 2, "bestandsformaat", "Onbekend", NULL, "PRONOM-register");
}

void mdto_file(Buffer *out, const Package *package, const PackageFile *file) {
    char digest[65];
    sha256_hex(file->bytes, file->size, digest);
    open_file(out, "bestand");
    put_identification(out, file->path);
    const char *slash = strrchr(file->path, '/');
    put_element(out, 2, "naam", slash ? slash + 1 : file->path);
    buffer_printf(out, "    <omvang>%zu</omvang>\n", file->size);
    put_format(out, file->path);
    buffer_puts(out, "    <checksum>\n");
    put_term(out, 3, "checksumAlgoritme", "SHA-256", NULL, "Begrippenlijst ChecksumAlgoritme MDTO");
    put_element(out, 3, "checksumWaarde", digest);
    if (*package->date) buffer_printf(out, "      <checksumDatum>%sT00:00:00</checksumDatum>\n", package->date);
    buffer_puts(out, "    </checksum>\n");
    put_reference(out, 2, "isRepresentatieVan", package->title);
    close_file(out, "bestand");
}
