/* The transfer package: the document, the input as used, and the account of it (schema, provenance, facts, findings), each
 * with its MDTO metadata beside it, as a BagIt folder (RFC 8493) with SHA-256 of every file. Same input, same package, byte
 * for byte. */
#include "archive/package.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "job/messages.h"

const char *package_folder(PackagePart part) {
    static const char *const folders[PART_COUNT] = {"data/", "data/document/", "data/invoer/", "data/verantwoording/"};
    return folders[part];
}

void package_add(Package *package, const char *path, const void *bytes, size_t size) {
    if (package->count == package->capacity) {
        int capacity = package->capacity ? package->capacity * 2 : 64;
        PackageFile *files = ARENA_ARRAY(package->arena, (size_t)capacity, PackageFile);
        if (package->count) memcpy(files, package->files, (size_t)package->count * sizeof *files);
        package->files = files;
        package->capacity = capacity;
    }
    char *copy = arena_alloc(package->arena, size + 1);
    if (size) memcpy(copy, bytes, size);
    package->files[package->count++] = (PackageFile){arena_strdup(package->arena, path), copy, size};
}

/* Adds the buffer and empties it. */
static void add_buffer(Package *package, const char *path, Buffer *bytes) {
    package_add(package, path, bytes->data, bytes->size);
    bytes->size = 0;
}

static void add_findings(Package *package, const Year *year, Diagnostics *diagnostics) {
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (!stream) return;
    diagnostics_sort(diagnostics);
    diagnostics_print_json(diagnostics, stream, MESSAGES_DUTCH);
    fclose(stream);
    Buffer findings = {0};
    buffer_append(&findings, text, size);
    provenance_without_folder(&findings, year);
    add_buffer(package, "data/verantwoording/bevindingen.jsonl", &findings);
    buffer_free(&findings);
    free(text);
}

static int by_path(const void *a, const void *b) { return strcmp(((const PackageFile *)a)->path, ((const PackageFile *)b)->path); }

static void sort_files(Package *package) {
    qsort(package->files, (size_t)package->count, sizeof *package->files, by_path);
}

static PackagePart part_of(const char *path) {
    for (int i = PART_DOCUMENT; i < PART_COUNT; i++)
        if (!strncmp(path, package_folder((PackagePart)i), strlen(package_folder((PackagePart)i)))) return (PackagePart)i;
    return PART_DOSSIER;
}

/* MDTO beside what it describes: in the folder of each part, and next to each file so far. */
static void add_metadata(Package *package, const Year *year) {
    static const char *const names[PART_COUNT] = {"dossier", "document", "invoer", "verantwoording"};
    Buffer out = {0};
    sort_files(package);
    int count = package->count;
    const PackageFile *files = package->files; /* adding may move them, not their number and order */
    Buffer objects[PART_COUNT] = {{0}};
    for (int i = 0; i < PART_COUNT; i++) mdto_object(&objects[i], package, year, (PackagePart)i);
    for (int i = 0; i < count; i++) {
        const PackageFile file = files[i];
        mdto_file(&out, package, &file, part_of(file.path));
        add_buffer(package, arena_printf(package->arena, "%s.bestand.mdto.xml", file.path), &out);
    }
    for (int i = 0; i < PART_COUNT; i++) {
        add_buffer(package, arena_printf(package->arena, "%s%s.mdto.xml", package_folder((PackagePart)i), names[i]), &objects[i]);
        buffer_free(&objects[i]);
    }
    buffer_free(&out);
    sort_files(package);
}

static const char *creator_of(const Year *year) {
    const Node *root = year->input->root, *archive = node_child(root, "archief"), *partnership = node_child(root, "partnerschap");
    const char *creator = archive ? node_get(archive, "archiefvormer") : NULL;
    if (!creator) creator = node_get(root, "auteur");
    if (!creator && partnership) creator = node_get(partnership, "naam");
    return creator ? creator : "onbekend";
}

/* The mark of the dossier: the archive's own, else creator and title. */
static void set_identity(Package *package, const Year *year) {
    const Node *root = year->input->root, *archive = node_child(root, "archief");
    package->creator = creator_of(year);
    package->title = node_get_or(root, "titel", arena_printf(year->arena, "Jaarverslag %s", node_get_or(root, "schooljaar", "")));
    const char *mark = archive ? node_get(archive, "kenmerk") : NULL;
    package->mark = mark && *mark ? mark : arena_printf(year->arena, "%s %s", package->creator, package->title);
    package->mark_source = mark && *mark ? package->creator : "jaarverslag";
}

/* What makes no package: no date (every checksum needs one), a stylesheet that is not the program's. */
static bool possible(const Year *year, const RenderOptions *options, const char *date, Diagnostics *diagnostics) {
    if (!*date) diagnostics_report(diagnostics, &S106_NO_DATE, year->input->root->place, (Report){0});
    return *date && provenance_template(year_template(year, options), year->input->root->place, diagnostics);
}

static void add_account(Package *package, Resources *resources, const Year *year, const RenderOptions *options, Diagnostics *diagnostics) {
    Buffer bytes = {0};
    if (file_read(resources_path(resources, "input/jaarverslag.xsd"), 16 << 20, &bytes) == 0) add_buffer(package, "data/verantwoording/jaarverslag.xsd", &bytes);
    bytes.size = 0;
    provenance_write(&bytes, resources, year, options, options->sources);
    add_buffer(package, "data/verantwoording/herkomst.json", &bytes);
    package_facts(&bytes, year);
    add_buffer(package, "data/verantwoording/feiten.csv", &bytes);
    add_findings(package, year, diagnostics);
    buffer_free(&bytes);
}

JobResult package_make(Resources *resources, const Year *year, const char *given, Diagnostics *diagnostics, Package *package) {
    Sources sources = {0};
    RenderOptions options = {.profile = PROFILE_ARCHIVE, .date = given, .sources = &sources};
    const char *date = year_date(year, &options);
    *package = (Package){.arena = year->arena, .date = date};
    set_identity(package, year);
    if (!possible(year, &options, date, diagnostics)) return JOB_INPUT_FAULTS;
    const Template *template = resources_named_template(resources, year->input, year_template(year, &options), diagnostics);
    const char *audience = template ? template_audience(template) : NULL;
    if (audience && !strcmp(audience, "publiek")) { /* a package is its source */
        diagnostics_report(diagnostics, &S104_SOURCE_FOR_ONE, year->input->root->place, (Report){.arguments = {audience}});
        return JOB_INPUT_FAULTS;
    }
    Buffer bytes = {0};
    int pages;
    JobResult result = year_render(resources, year, &options, diagnostics, &bytes, &pages);
    if (result == JOB_DONE) {
        options.template = year_template(year, &options);
        options.style = sources.style;
        options.date = date;
        package->builds = sources.builds;
        package->build_count = sources.build_count;
        add_buffer(package, arena_printf(year->arena, "data/document/%s.pdf", options.template), &bytes);
        for (int i = 0; i < sources.count; i++)
            package_add(package, arena_printf(year->arena, "data/invoer/%s", sources.files[i].name), sources.files[i].bytes, sources.files[i].size);
        add_account(package, resources, year, &options, diagnostics);
        add_metadata(package, year);
    }
    buffer_free(&bytes);
    return result;
}

/* ---- writing ---- */

/* RFC 8493 2.1.3: line ends and percent signs in names are encoded. */
static void put_path(Buffer *out, const char *path) {
    for (const char *p = path; *p; p++) {
        if (*p == '\n' || *p == '\r' || *p == '%') buffer_printf(out, "%%%02X", (unsigned char)*p);
        else buffer_putc(out, *p);
    }
}

static void put_manifest_line(Buffer *out, const char *path, const void *bytes, size_t size) {
    char digest[65];
    sha256_hex(bytes, size, digest);
    buffer_printf(out, "%s  ", digest);
    put_path(out, path);
    buffer_putc(out, '\n');
}

static int write_one(const char *folder, const char *path, const void *bytes, size_t size) {
    return folder_put(folder, &(FolderFile){path, bytes, size});
}

void package_bag_info(const Package *package, Buffer *out) {
    size_t octets = 0;
    for (int i = 0; i < package->count; i++) octets += package->files[i].size;
    buffer_printf(out, "Source-Organization: %s\nExternal-Description: %s\n", package->creator, package->title);
    buffer_printf(out, "Bagging-Date: %s\n", package->date);
    buffer_printf(out, "Payload-Oxum: %zu.%d\nBag-Software-Agent: jaarverslag\n", octets, package->count);
}

static int write_tags(const Package *package, const char *folder) {
    Buffer info = {0}, manifest = {0}, tags = {0};
    for (int i = 0; i < package->count; i++) put_manifest_line(&manifest, package->files[i].path, package->files[i].bytes, package->files[i].size);
    package_bag_info(package, &info);
    put_manifest_line(&tags, "bag-info.txt", info.data, info.size);
    put_manifest_line(&tags, "bagit.txt", PACKAGE_BAGIT, sizeof PACKAGE_BAGIT - 1);
    put_manifest_line(&tags, "manifest-sha256.txt", manifest.data, manifest.size);
    int error = write_one(folder, "bag-info.txt", info.data, info.size);
    if (!error) error = write_one(folder, "bagit.txt", PACKAGE_BAGIT, sizeof PACKAGE_BAGIT - 1);
    if (!error) error = write_one(folder, "manifest-sha256.txt", manifest.data, manifest.size);
    if (!error) error = write_one(folder, "tagmanifest-sha256.txt", tags.data, tags.size);
    buffer_free(&info);
    buffer_free(&manifest);
    buffer_free(&tags);
    return error;
}

int package_write(const Package *package, const char *folder) {
    if (access(folder, F_OK) == 0) return EEXIST;
    int error = folder_make_parent(folder);
    char *staging = error ? NULL : folder_staging(folder);
    if (error || !staging) return error ? error : ENOMEM;
    for (int i = 0; i < package->count && !error; i++) error = write_one(staging, package->files[i].path, package->files[i].bytes, package->files[i].size);
    if (!error) error = write_tags(package, staging);
    if (!error) error = folder_finish(staging, folder);
    if (error) folder_remove(staging);
    free(staging);
    return error;
}
