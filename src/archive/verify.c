/* Verifying a package or a PDF/A-3 file: checksums, then all of it made again from the source in it and compared, facts
 * first, then pages, then the rest.
 *
 * Nothing in it is trusted: names may not leave the folder, links are not followed, template and style are this
 * program's own by plain name, and what a PDF carries is written to a folder of its own that is removed again. */
#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "job/messages.h"
#include "archive/package.h"
#include "pdf/extract.h"

#define FILE_MOST ((size_t)512 << 20)
#define FACTS "data/verantwoording/feiten.csv"
#define PROVENANCE "data/verantwoording/herkomst.json"

typedef struct Verifier {
    Arena *arena;
    Resources *resources;
    const char *path;
    bool english;
    Diagnostics *diagnostics;
    Buffer *report;
    int differences;
} Verifier;

/* Names in a package may hold anything; a terminal is not to obey them. */
static void put_harmless(Buffer *out, const char *text) {
    for (; *text; text++) buffer_putc(out, (unsigned char)*text < 32 || *text == 127 ? '?' : *text);
}

/* One line of the account; {} of the text is what it is about. */
static void differs(Verifier *v, const char *dutch, const char *english, const char *what) {
    if (++v->differences > 200) return;
    buffer_printf(v->report, "%s: ", v->path);
    const char *text = v->english ? english : dutch, *place = strstr(text, "{}");
    if (place) {
        buffer_append(v->report, text, (size_t)(place - text));
        put_harmless(v->report, what);
        buffer_puts(v->report, place + 2);
    } else {
        buffer_puts(v->report, text);
    }
    buffer_putc(v->report, '\n');
}

/* ---- checksums ---- */

static char *decode_path(Arena *arena, const char *text, size_t size) {
    char *out = arena_alloc(arena, size + 1), *q = out;
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '%' && i + 2 < size && (!strncasecmp(text + i, "%0A", 3) || !strncasecmp(text + i, "%0D", 3) || !strncmp(text + i, "%25", 3))) {
            *q++ = text[i + 2] == '5' ? '%' : text[i + 2] == 'A' || text[i + 2] == 'a' ? '\n' : '\r';
            i += 2;
        } else {
            *q++ = text[i];
        }
    }
    return out;
}

/* Reads a file of the package by its relative name; false (reported) when it is missing, outside or no plain file. */
static bool read_inside(Verifier *v, const char *name, Buffer *out) {
    int error = 0;
    char *full = file_within(v->arena, v->path, name, &error);
    struct stat info;
    char *direct = arena_printf(v->arena, "%s/%s", v->path, name);
    if (full && lstat(direct, &info) == 0 && S_ISREG(info.st_mode) && file_read(full, FILE_MOST, out) == 0) return true;
    differs(v, "„{}” ontbreekt of is niet te lezen", "\"{}\" is missing or cannot be read", name);
    return false;
}

/* Every line of a manifest: its file is there and has that checksum. named gets the names. */
static void check_manifest(Verifier *v, const char *manifest, Map *named) {
    Buffer lines = {0}, bytes = {0};
    if (!read_inside(v, manifest, &lines)) return;
    const char *at = lines.data ? lines.data : "", *end = at + lines.size;
    while (at < end) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t n = stop ? (size_t)(stop - at) : (size_t)(end - at);
        if (n > 0 && at[n - 1] == '\r') n--;
        size_t name_at = 64;
        while (name_at < n && (at[name_at] == ' ' || at[name_at] == '\t' || at[name_at] == '*')) name_at++;
        if (n < 66 || name_at == 64 || name_at == n) {
            differs(v, "{} heeft een regel die geen controlegetal is", "{} has a line that is no checksum", manifest);
            break;
        }
        const char *name = decode_path(v->arena, at + name_at, n - name_at);
        char digest[65];
        bytes.size = 0;
        bool twice = named && map_put(named, name, (void *)name);
        if (twice) differs(v, "„{}” staat twee keer in het manifest", "\"{}\" is in the manifest twice", name);
        if (!twice && read_inside(v, name, &bytes)) {
            sha256_hex(bytes.data ? bytes.data : "", bytes.size, digest);
            if (strncasecmp(digest, at, 64)) differs(v, "het controlegetal van „{}” klopt niet", "the checksum of \"{}\" does not agree", name);
        }
        at = stop ? stop + 1 : end;
    }
    buffer_free(&lines);
    buffer_free(&bytes);
}

/* Everything below folder must be in the manifest; no links, no devices. */
static void check_complete(Verifier *v, const char *folder, const Map *named, int depth) {
    DIR *d = depth < 64 ? opendir(arena_printf(v->arena, "%s/%s", v->path, folder)) : NULL;
    if (!d) {
        differs(v, "map „{}” is niet te lezen", "folder \"{}\" cannot be read", folder);
        return;
    }
    for (struct dirent *e; (e = readdir(d));) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")) continue;
        const char *name = arena_printf(v->arena, "%s/%s", folder, e->d_name);
        struct stat info;
        if (lstat(arena_printf(v->arena, "%s/%s", v->path, name), &info)) continue;
        if (S_ISDIR(info.st_mode)) check_complete(v, name, named, depth + 1);
        else if (!S_ISREG(info.st_mode)) differs(v, "„{}” is geen gewoon bestand", "\"{}\" is no plain file", name);
        else if (!map_get(named, name)) differs(v, "„{}” staat niet in het manifest", "\"{}\" is not in the manifest", name);
    }
    closedir(d);
}

/* Beside the data a package holds its own four files and nothing else: no fetch.txt that points elsewhere, no manifest of a
 * weaker sum that nobody checks. */
static void check_top(Verifier *v) {
    static const char *const own[] = {".", "..", "data", "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"};
    DIR *d = opendir(v->path);
    for (struct dirent *e; d && (e = readdir(d));) {
        bool known = false;
        for (size_t i = 0; i < sizeof own / sizeof *own; i++) known = known || !strcmp(e->d_name, own[i]);
        if (!known) differs(v, "„{}” hoort niet bij dit document", "\"{}\" does not belong to this document", arena_strdup(v->arena, e->d_name));
    }
    if (d) closedir(d);
}

/* ---- comparing ---- */

/* The first field of a CSV line. */
static size_t key_size(const char *line, size_t size) {
    const char *comma = memchr(line, ',', size);
    return comma ? (size_t)(comma - line) : size;
}

static const char *next_line(const char *at, const char *end) {
    const char *stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return stop ? stop + 1 : end;
}

/* Both are sorted by id: a merge tells what is new, gone and different. */
static void compare_facts(Verifier *v, const Buffer *old, const Buffer *now) {
    const char *a = old->data ? old->data : "", *a_end = a + old->size, *b = now->data ? now->data : "", *b_end = b + now->size;
    while (a < a_end || b < b_end) {
        const char *a_next = next_line(a, a_end), *b_next = next_line(b, b_end);
        size_t a_size = (size_t)(a_next - a), b_size = (size_t)(b_next - b), ak = key_size(a, a_size), bk = key_size(b, b_size);
        int order = a == a_end ? 1 : b == b_end ? -1 : memcmp(a, b, ak < bk ? ak : bk);
        if (order == 0 && ak != bk) order = ak < bk ? -1 : 1;
        if (order < 0) differs(v, "feit {} is er bij het narekenen niet", "fact {} is not there when recalculated", arena_strndup(v->arena, a, ak));
        if (order > 0) differs(v, "feit {} staat niet in het pakket", "fact {} is not in the package", arena_strndup(v->arena, b, bk));
        if (order == 0 && (a_size != b_size || memcmp(a, b, a_size))) differs(v, "feit {} is bij het narekenen anders", "fact {} differs when recalculated", arena_strndup(v->arena, a, ak));
        if (order <= 0) a = a_next;
        if (order >= 0) b = b_next;
    }
}

static void compare_documents(Verifier *v, const Buffer *old, const Buffer *now) {
    if (old->size == now->size && memcmp(old->data, now->data, now->size) == 0) return;
    PdfParts before, after;
    if (!pdf_read(v->arena, old->data, old->size, &before) || !pdf_read(v->arena, now->data, now->size, &after)) {
        differs(v, "het document is niet door dit programma gemaakt of is veranderd", "the document was not made by this program or was changed", "");
        return;
    }
    int before_differences = v->differences;
    for (int i = 0; i < before.page_count || i < after.page_count; i++) {
        const char *page = arena_printf(v->arena, "%d", i + 1);
        if (i >= after.page_count) differs(v, "bladzijde {} is er bij het opnieuw maken niet", "page {} is not there when made again", page);
        else if (i >= before.page_count) differs(v, "bladzijde {} staat niet in het document", "page {} is not in the document", page);
        else if (before.pages[i].size != after.pages[i].size || memcmp(before.pages[i].data, after.pages[i].data, after.pages[i].size))
            differs(v, "bladzijde {} is bij het opnieuw maken anders", "page {} differs when made again", page);
    }
    if (v->differences == before_differences)
        differs(v, "alle bladzijden zijn gelijk, maar het bestand is anders (structuur, metagegevens of lettertypen)",
                "all pages are the same, but the file differs (structure, metadata or fonts)", "");
}

static const SourceDigest *build_then(const Provenance *then, const char *file) {
    for (int i = 0; i < then->build_count; i++)
        if (!strcmp(then->builds[i].name, file)) return &then->builds[i];
    return NULL;
}

/* Fonts of builds that the catalogue does not know are named with their checksums, also when all agrees. Of a font that
 * the provenance does not name, the document had the catalogue's build. */
static void name_builds(Verifier *v, const Provenance *then, const FontBuild *now, int count) {
    for (int i = 0; i < count; i++) {
        const SourceDigest *before = build_then(then, now[i].file);
        bool same = before ? !strcmp(before->sha256, now[i].sha256) : now[i].known;
        if (!now[i].known)
            buffer_printf(v->report, v->english ? "%s: font %s is a build that the catalogue does not know: sha256 %s\n"
                                                : "%s: lettertype %s is een build die de catalogus niet kent: sha256 %s\n", v->path, now[i].file, now[i].sha256);
        if (!same && v->differences)
            differs(v, "lettertype {} is nu een andere build dan toen", "font {} is now another build than then",
                    before ? arena_printf(v->arena, "%s (sha256 %s)", now[i].file, before->sha256) : now[i].file);
    }
}

/* What may explain a difference. */
static void name_changes(Verifier *v, const Provenance *provenance, const FontBuild *builds, int count) {
    name_builds(v, provenance, builds, count);
    for (const char **name = provenance->changed; v->differences && *name; name++)
        differs(v, "{} is nu een andere versie dan toen", "{} is now another version than then", *name);
}

static JobResult read_again(Verifier *v, const char *input, Year *year) {
    JobResult result = year_read(v->arena, v->resources, input, v->diagnostics, year);
    if (result != JOB_DONE) differs(v, "de invoer in het pakket heeft fouten", "the input in the package has errors", "");
    return result == JOB_DONE || result == JOB_SYSTEM ? result : JOB_INPUT_FAULTS;
}

/* Makes the document of a PDF again, and compares. */
static JobResult document_again(Verifier *v, const char *input, const Provenance *provenance, const Buffer *document, const Buffer *facts) {
    Year year;
    Buffer now = {0}, facts_now = {0};
    int pages = 0;
    JobResult result = read_again(v, input, &year);
    if (result != JOB_DONE) return result;
    Sources sources = {0};
    RenderOptions options = {.profile = PROFILE_ARCHIVE_3, .sources = &sources, .template = provenance->template, .style = provenance->style, .recipient = provenance->recipient, .date = provenance->date};
    result = year_render(v->resources, &year, &options, v->diagnostics, &now, &pages);
    if (!provenance->recipient) { /* after it: a template may compare with another version, and that gives facts */
        package_facts(&facts_now, &year);
        compare_facts(v, facts, &facts_now);
    }
    if (result != JOB_DONE) differs(v, "het document kan niet opnieuw worden gemaakt", "the document cannot be made again", "");
    else compare_documents(v, document, &now);
    name_changes(v, provenance, sources.builds, sources.build_count);
    buffer_free(&now);
    buffer_free(&facts_now);
    return result;
}

static bool ends_in(const char *text, const char *ending) {
    size_t n = strlen(text), m = strlen(ending);
    return n >= m && !strcmp(text + n - m, ending);
}

/* One file of the package made again against the one that is there; what is missing has been told. */
static void compare_file(Verifier *v, const PackageFile *file, const Map *named) {
    Buffer old = {0}, now = {.data = (char *)file->bytes, .size = file->size};
    if (!map_get(named, file->path)) {
        differs(v, "„{}” ontbreekt in het manifest", "\"{}\" is not in the manifest", file->path);
    } else if (read_inside(v, file->path, &old)) {
        if (!strcmp(file->path, FACTS)) compare_facts(v, &old, &now);
        else if (ends_in(file->path, ".pdf") && !strncmp(file->path, "data/document/", 14)) compare_documents(v, &old, &now);
        else if (old.size != now.size || memcmp(old.data ? old.data : "", now.data, now.size))
            differs(v, "„{}” is bij het opnieuw maken anders", "\"{}\" differs when made again", file->path);
    }
    buffer_free(&old);
}

/* 0: facts, 1: the document, 2: everything else; the order of the account. */
static int rank(const char *path) {
    if (!strcmp(path, FACTS)) return 0;
    return !strncmp(path, "data/document/", 14) && ends_in(path, ".pdf") ? 1 : 2;
}

/* A file about the package against what it would say now. */
static void compare_tag(Verifier *v, const char *name, const char *now, size_t size) {
    Buffer old = {0};
    if (read_inside(v, name, &old) && (old.size != size || memcmp(old.data ? old.data : "", now, size)))
        differs(v, "„{}” is bij het opnieuw maken anders", "\"{}\" differs when made again", name);
    buffer_free(&old);
}

/* Makes the whole package again, and compares every file. */
static JobResult package_again(Verifier *v, const char *input, const Provenance *provenance, const Map *named) {
    Year year;
    Package now;
    JobResult result = read_again(v, input, &year);
    if (result != JOB_DONE) return result;
    result = package_make(v->resources, &year, provenance->date, v->diagnostics, &now);
    if (result != JOB_DONE) {
        differs(v, "het document kan niet opnieuw worden gemaakt", "the document cannot be made again", "");
        return result;
    }
    Map *made = map_new(v->arena);
    for (int i = 0; i < now.count; i++) map_put(made, now.files[i].path, (void *)now.files[i].path);
    for (int turn = 0; turn < 3; turn++)
        for (int i = 0; i < now.count; i++)
            if (rank(now.files[i].path) == turn) compare_file(v, &now.files[i], named);
    for (size_t i = 0; i < map_count(named); i++)
        if (!map_get(made, map_value(named, i))) differs(v, "„{}” hoort niet bij dit document", "\"{}\" does not belong to this document", map_value(named, i));
    Buffer info = {0};
    package_bag_info(&now, &info);
    compare_tag(v, "bag-info.txt", info.data, info.size);
    buffer_free(&info);
    name_changes(v, provenance, now.builds, now.build_count);
    return result;
}

static JobResult verify_package(Verifier *v) {
    Map *named = map_new(v->arena);
    Buffer json = {0};
    compare_tag(v, "bagit.txt", PACKAGE_BAGIT, sizeof PACKAGE_BAGIT - 1);
    check_top(v);
    check_manifest(v, "tagmanifest-sha256.txt", NULL);
    check_manifest(v, "manifest-sha256.txt", named);
    check_complete(v, "data", named, 0);
    Provenance provenance;
    JobResult result = JOB_INPUT_FAULTS;
    if (!read_inside(v, PROVENANCE, &json) || !provenance_read(v->arena, v->resources, json.data ? json.data : "", json.size, &provenance)) {
        differs(v, "{} is niet te gebruiken", "{} cannot be used", PROVENANCE);
    } else {
        int error = 0;
        char *input = file_within(v->arena, v->path, arena_printf(v->arena, "data/invoer/%s", provenance.main_file), &error);
        if (!input) differs(v, "„{}” ontbreekt", "\"{}\" is missing", provenance.main_file);
        else result = package_again(v, input, &provenance, named);
    }
    buffer_free(&json);
    return result;
}

/* ---- PDF/A-3 ---- */

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *at) {
    (void)info, (void)type, (void)at;
    return remove(path);
}

static bool own_file(const char *name) { return !strcmp(name, "herkomst.json") || !strcmp(name, "feiten.csv"); }

static const PdfPart *attachment(const PdfParts *parts, const char *name) {
    for (int i = 0; i < parts->file_count; i++)
        if (!strcmp(parts->files[i].name, name)) return &parts->files[i];
    return NULL;
}

/* Every attachment against the checksum that the provenance has of it, both ways. */
static void check_attachments(Verifier *v, const PdfParts *parts, const Provenance *provenance) {
    Map *known = map_new(v->arena);
    for (int i = 0; i < provenance->source_count; i++) {
        const SourceDigest *s = &provenance->sources[i];
        const PdfPart *part = attachment(parts, s->name);
        char digest[65];
        map_put(known, s->name, (void *)s);
        if (part) sha256_hex(part->data, part->size, digest);
        if (!part) differs(v, "bijlage „{}” ontbreekt", "attachment \"{}\" is missing", s->name);
        else if (strcmp(digest, s->sha256)) differs(v, "het controlegetal van bijlage „{}” klopt niet", "the checksum of attachment \"{}\" does not agree", s->name);
    }
    for (int i = 0; i < parts->file_count; i++)
        if (!own_file(parts->files[i].name) && !map_get(known, parts->files[i].name))
            differs(v, "bijlage „{}” staat niet in herkomst.json", "attachment \"{}\" is not in herkomst.json", parts->files[i].name);
}

static bool write_sources(Verifier *v, const char *folder, const PdfParts *parts) {
    for (int i = 0; i < parts->file_count; i++) {
        const PdfPart *f = &parts->files[i];
        if (own_file(f->name)) continue;
        if (!safe_name(f->name)) {
            differs(v, "de bijlage „{}” heeft een onveilige naam", "attachment \"{}\" has an unsafe name", f->name);
            return false;
        }
        char *full = arena_printf(v->arena, "%s/%s", folder, f->name), *slash = strrchr(full, '/');
        *slash = 0;
        int error = folder_make(full);
        *slash = '/';
        if (!error) error = file_write(full, f->size ? f->data : "", f->size);
        if (error) {
            diagnostics_report(v->diagnostics, &S103_CANNOT_WRITE, (Place){full, 0, 0}, (Report){.arguments = {error_words(error)}});
            return false;
        }
    }
    return true;
}

/* The sources go two folders deep: an input may name one beside its folder, and that must be in the PDF too. */
static JobResult verify_sources(Verifier *v, const PdfParts *parts, const Provenance *provenance, const Buffer *document) {
    const char *base = getenv("TMPDIR");
    char *outer = arena_printf(v->arena, "%s/jaarverslag-XXXXXX", base && *base ? base : "/tmp");
    if (!mkdtemp(outer)) {
        diagnostics_report(v->diagnostics, &S103_CANNOT_WRITE, (Place){outer, 0, 0}, (Report){.arguments = {error_words(errno)}});
        return JOB_SYSTEM;
    }
    const PdfPart *given = attachment(parts, "feiten.csv");
    Buffer facts = {0};
    if (given) facts = (Buffer){.data = (char *)given->data, .size = given->size};
    else if (!provenance->recipient) differs(v, "bijlage „{}” ontbreekt", "attachment \"{}\" is missing", "feiten.csv");
    JobResult result = JOB_INPUT_FAULTS;
    const char *folder = arena_printf(v->arena, "%s/invoer", outer);
    if (write_sources(v, folder, parts)) result = document_again(v, arena_printf(v->arena, "%s/%s", folder, provenance->main_file), provenance, document, &facts);
    nftw(outer, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    return result;
}

static JobResult verify_pdf(Verifier *v) {
    Buffer document = {0};
    int error = file_read(v->path, FILE_MOST, &document);
    if (error) {
        diagnostics_report(v->diagnostics, &S102_CANNOT_READ, (Place){v->path, 0, 0}, (Report){.arguments = {error_words(error)}});
        return JOB_SYSTEM;
    }
    PdfParts parts;
    Provenance provenance;
    JobResult result = JOB_INPUT_FAULTS;
    const PdfPart *json = pdf_read(v->arena, document.data ? document.data : "", document.size, &parts) ? attachment(&parts, "herkomst.json") : NULL;
    if (!json || !provenance_read(v->arena, v->resources, json->data, json->size, &provenance)) {
        differs(v, "dit is geen PDF/A-3 van dit programma met de bron erin", "this is no PDF/A-3 of this program with its source", "");
    } else {
        check_attachments(v, &parts, &provenance);
        result = verify_sources(v, &parts, &provenance, &document);
    }
    buffer_free(&document);
    return result;
}

JobResult verify_path(Resources *resources, const char *path, MessageLanguage language, Diagnostics *diagnostics, Buffer *report) {
    Verifier v = {.arena = arena_new(), .resources = resources, .path = path, .english = language == MESSAGES_ENGLISH, .diagnostics = diagnostics, .report = report};
    struct stat info;
    JobResult result;
    if (stat(path, &info)) {
        diagnostics_report(diagnostics, &S102_CANNOT_READ, (Place){path, 0, 0}, (Report){.arguments = {error_words(errno)}});
        result = JOB_SYSTEM;
    } else {
        result = S_ISDIR(info.st_mode) ? verify_package(&v) : verify_pdf(&v);
    }
    if (result == JOB_DONE && v.differences) result = JOB_INPUT_FAULTS;
    if (result == JOB_DONE)
        buffer_printf(report, v.english ? "%s: agrees: checksums, facts and every byte of the document\n" : "%s: klopt: controlegetallen, feiten en elke byte van het document\n", path);
    arena_free(v.arena);
    return result;
}
