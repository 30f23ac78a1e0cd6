/* Metadata for the archive: MDTO 1.0.1 of the Nationaal Archief (its XML schema and lists of terms), beside what it
 * describes as the specification of submission packages asks: a dossier, its three parts, and every file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "archive/package.h"

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

/* A thing by name, and by its mark in this archive when it has one. */
static void put_reference(Buffer *out, int depth, const char *name, const char *text, const char *mark, const char *source) {
    buffer_printf(out, "%*s<%s>\n", depth * 2, "", name);
    put_element(out, depth + 1, "verwijzingNaam", text);
    if (mark) {
        buffer_printf(out, "%*s<verwijzingIdentificatie>\n", (depth + 1) * 2, "");
        put_element(out, depth + 2, "identificatieKenmerk", mark);
        put_element(out, depth + 2, "identificatieBron", source);
        buffer_printf(out, "%*s</verwijzingIdentificatie>\n", (depth + 1) * 2, "");
    }
    buffer_printf(out, "%*s</%s>\n", depth * 2, "", name);
}

static void put_identification(Buffer *out, const char *mark, const char *source) {
    buffer_puts(out, "    <identificatie>\n");
    put_element(out, 3, "identificatieKenmerk", mark);
    put_element(out, 3, "identificatieBron", source);
    buffer_puts(out, "    </identificatie>\n");
}

static void open_file(Buffer *out, const char *kind) {
    buffer_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MDTO xmlns=\"https://www.nationaalarchief.nl/mdto\""
                       " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                       " xsi:schemaLocation=\"https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd\">\n  <%s>\n", kind);
}

static void close_file(Buffer *out, const char *kind) { buffer_printf(out, "  </%s>\n</MDTO>\n", kind); }

static const char *part_mark(const Package *package, PackagePart part) {
    static const char *const names[PART_COUNT] = {"", "/document", "/invoer", "/verantwoording"};
    return arena_printf(package->arena, "%s%s", package->mark, names[part]);
}

static const char *part_name(const Package *package, PackagePart part) {
    static const char *const names[PART_COUNT] = {"Dossier", NULL, "Invoer", "Verantwoording"};
    return names[part] ? arena_printf(package->arena, "%s: %s", names[part], package->title) : package->title;
}

static const char *file_mark(const Package *package, const PackageFile *file) {
    return arena_printf(package->arena, "%s/%s", package->mark, file->path + strlen("data/"));
}

static const char *file_name(const PackageFile *file) {
    const char *slash = strrchr(file->path, '/');
    return slash ? slash + 1 : file->path;
}

/* The same day so many years on; 29 February becomes 28. */
static const char *later(Arena *arena, const char *date, int years) {
    int year = atoi(date) + years;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return arena_printf(arena, "%04d%s", year, !leap && !strcmp(date + 4, "-02-29") ? "-02-28" : date + 4);
}

/* Retention: how long from the document's date, or for ever; the input's <archief> says so. */
static void put_retention(Buffer *out, const Package *package, const Node *archive) {
    static const char list[] = "Begrippenlijst Waarderingen MDTO";
    const char *years = archive ? node_get(archive, "bewaartermijn") : NULL;
    bool keep = archive && !strcmp(node_get_or(archive, "waardering", ""), "bewaren");
    bool destroy = archive && !strcmp(node_get_or(archive, "waardering", ""), "vernietigen");
    if (keep) put_term(out, 2, "waardering", "Blijvend te bewaren", "B", list);
    else if (years || destroy) put_term(out, 2, "waardering", "Tijdelijk te bewaren", "V", list);
    else put_term(out, 2, "waardering", "Nader te bepalen", "N", list);
    if (!years || keep) return;
    buffer_puts(out, "    <bewaartermijn>\n");
    put_term(out, 3, "termijnTriggerStartLooptijd", "Creatie", NULL, "Begrippenlijst EventTypeLijst MDTO");
    put_element(out, 3, "termijnStartdatumLooptijd", package->date);
    buffer_printf(out, "      <termijnLooptijd>P%sY</termijnLooptijd>\n", years);
    put_element(out, 3, "termijnEinddatum", later(package->arena, package->date, atoi(years)));
    buffer_puts(out, "    </bewaartermijn>\n");
}

static void put_period(Buffer *out, const char *school_year) {
    if (!school_year || strlen(school_year) != 9) return;
    buffer_puts(out, "    <dekkingInTijd>\n");
    put_term(out, 3, "dekkingInTijdType", "Schooljaar", NULL, "Typen dekking in tijd van jaarverslag");
    buffer_printf(out, "      <dekkingInTijdBegindatum>%.4s-08-01</dekkingInTijdBegindatum>\n", school_year);
    buffer_printf(out, "      <dekkingInTijdEinddatum>%.4s-07-31</dekkingInTijdEinddatum>\n    </dekkingInTijd>\n", school_year + 5);
}

/* The parts of "a, b, c". */
static void put_keywords(Buffer *out, const Package *package, const char *list) {
    while (list && *list) {
        size_t n = strcspn(list, ","), end = n;
        const char *start = list + strspn(list, " ");
        while (end > 0 && list[end - 1] == ' ') end--;
        if (list + end > start) put_element(out, 2, "trefwoord", arena_strndup(package->arena, start, (size_t)(list + end - start)));
        list += n + (list[n] == ',');
    }
}

static void put_creation(Buffer *out, const Package *package) {
    buffer_puts(out, "    <event>\n");
    put_term(out, 3, "eventType", "Creatie", NULL, "Begrippenlijst EventTypeLijst MDTO");
    put_element(out, 3, "eventTijd", package->date);
    put_reference(out, 3, "eventVerantwoordelijkeActor", package->creator, NULL, NULL);
    buffer_puts(out, "    </event>\n");
}

/* What is unknown is said to be unknown: no limit given is not "geen" (none). */
static void put_limit(Buffer *out, const char *limit) {
    buffer_puts(out, "    <beperkingGebruik>\n");
    bool none = limit && !strncasecmp(limit, "geen", 4);
    put_term(out, 3, "beperkingGebruikType", none ? "Geen beperking" : limit ? "Overig" : "Nader te bepalen", NULL, "Begrippenlijst BeperkingGebruikTypeLijst MDTO");
    if (limit) put_element(out, 3, "beperkingGebruikNadereBeschrijving", limit);
    buffer_puts(out, "    </beperkingGebruik>\n");
}

static void put_representations(Buffer *out, const Package *package, PackagePart part) {
    const char *folder = package_folder(part);
    for (int i = 0; i < package->count && part != PART_DOSSIER; i++)
        if (!strncmp(package->files[i].path, folder, strlen(folder)))
            put_reference(out, 2, "heeftRepresentatie", file_name(&package->files[i]), file_mark(package, &package->files[i]), package->mark_source);
}

/* The document needs its input to be made again. */
static void put_related(Buffer *out, const Package *package) {
    buffer_puts(out, "    <gerelateerdInformatieobject>\n");
    put_reference(out, 3, "gerelateerdInformatieobjectVerwijzing", part_name(package, PART_INPUT), part_mark(package, PART_INPUT), package->mark_source);
    put_term(out, 3, "gerelateerdInformatieobjectTypeRelatie", "Heeft nodig", NULL, "Begrippenlijst Relatietypen (informatieobject) MDTO");
    buffer_puts(out, "    </gerelateerdInformatieobject>\n");
}

static void put_description(Buffer *out, const Node *root, PackagePart part) {
    static const char *const texts[PART_COUNT] = {
        [PART_INPUT] = "De gegevens waaruit het document is gemaakt, zoals zij toen zijn gebruikt.",
        [PART_ACCOUNT] = "Alle cijfers met formule en bron, de bevindingen van de controles, het schema van de invoer, en sjabloon, huisstijl en programmabestanden met hun controlegetal."};
    const char *text = texts[part] ? texts[part] : node_get(root, "onderwerp");
    if (text) put_element(out, 2, "omschrijving", text);
}

void mdto_object(Buffer *out, const Package *package, const Year *year, PackagePart part) {
    const Node *root = year->input->root, *archive = node_child(root, "archief");
    open_file(out, "informatieobject");
    put_identification(out, part_mark(package, part), package->mark_source);
    put_element(out, 2, "naam", part_name(package, part));
    put_term(out, 2, "aggregatieniveau", part == PART_DOSSIER ? "Dossier" : "Archiefstuk", NULL, "Begrippenlijst Aggregatieniveaus MDTO");
    if (part <= PART_DOCUMENT) put_keywords(out, package, node_get(root, "trefwoorden"));
    put_description(out, root, part);
    put_period(out, node_get(root, "schooljaar"));
    put_element(out, 2, "taal", node_get_or(root, "taal", "nl"));
    put_creation(out, package);
    put_retention(out, package, archive);
    if (part != PART_DOSSIER) put_reference(out, 2, "isOnderdeelVan", part_name(package, PART_DOSSIER), package->mark, package->mark_source);
    for (int i = PART_DOCUMENT; i < PART_COUNT && part == PART_DOSSIER; i++)
        put_reference(out, 2, "bevatOnderdeel", part_name(package, (PackagePart)i), part_mark(package, (PackagePart)i), package->mark_source);
    put_representations(out, package, part);
    if (part == PART_DOCUMENT) put_related(out, package);
    put_reference(out, 2, "archiefvormer", package->creator, NULL, NULL);
    put_limit(out, archive ? node_get(archive, "beperking") : NULL);
    close_file(out, "informatieobject");
}

void mdto_file(Buffer *out, const Package *package, const PackageFile *file, PackagePart part) {
    const FileKind *kind = file_kind(file->path);
    char digest[65];
    sha256_hex(file->bytes, file->size, digest);
    open_file(out, "bestand");
    put_identification(out, file_mark(package, file), package->mark_source);
    put_element(out, 2, "naam", file_name(file));
    buffer_printf(out, "    <omvang>%zu</omvang>\n", file->size);
    if (kind->pronom) put_term(out, 2, "bestandsformaat", kind->label, kind->pronom, "PRONOM-register");
    else put_term(out, 2, "bestandsformaat", kind->label, kind->mime, "Mediatypen"); /* PRONOM has no id for it: any list may be used if it is named */
    buffer_puts(out, "    <checksum>\n");
    put_term(out, 3, "checksumAlgoritme", "SHA-256", NULL, "Begrippenlijst ChecksumAlgoritme MDTO");
    put_element(out, 3, "checksumWaarde", digest);
    buffer_printf(out, "      <checksumDatum>%sT00:00:00</checksumDatum>\n    </checksum>\n", package->date);
    put_reference(out, 2, "isRepresentatieVan", part_name(package, part), part_mark(package, part), package->mark_source);
    close_file(out, "bestand");
}
