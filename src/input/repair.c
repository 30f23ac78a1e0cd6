/* Tags that do not match: told once each, and mended in memory, so that the rest of the file can be checked.
 *
 * A file that needed this has errors, so no document is ever made of what was mended. Files with a DOCTYPE and files
 * whose tags cannot be told apart are left to libxml2. */
#include <stdio.h>
#include <string.h>

#include "input/messages.h"
#include "input/source.h"

enum { MAX_EDITS = 1000 };

typedef struct Open {
    const char *name;
    size_t size, offset;
} Open;

typedef struct Repair {
    Loader *loader;
    Source *source;
    Open stack[MAX_DEPTH + 1], closed[MAX_DEPTH + 1];
    int depth, closed_count;
    Buffer text;
    size_t copied; /* offset in plain up to which text has been written */
    Edit edits[MAX_EDITS];
    int edit_count;
} Repair;

static bool is_name(char c) {
    return c && !strchr(" \t\r\n/><=\"'&", c);
}

static size_t name_size(const char *name) {
    size_t n = 0;
    while (is_name(name[n])) n++;
    return n;
}

static bool same(const Open *open, const char *name, size_t size) {
    return open->size == size && strncmp(open->name, name, size) == 0;
}

/* Puts fresh (of an open element, or nothing) in the place of [from, to) of the file. */
static void edit(Repair *r, size_t from, size_t to, const Open *fresh) {
    if (r->edit_count == MAX_EDITS) return;
    buffer_append(&r->text, r->source->plain + r->copied, from - r->copied);
    size_t start = r->text.size;
    if (fresh) buffer_printf(&r->text, "</%.*s>", (int)fresh->size, fresh->name);
    r->edits[r->edit_count++] = (Edit){start, r->text.size, to};
    r->copied = to;
}

static void report(Repair *r, const Message *message, size_t offset, const Open *open, const char *found, size_t size) {
    Arena *arena = r->loader->arena;
    char *line = arena_printf(arena, "%d", source_place(r->source, open->offset).line);
    diagnostics_report(r->loader->diagnostics, message, source_place(r->source, offset),
                       (Report){.arguments = {arena_strndup(arena, open->name, open->size), line, arena_strndup(arena, found, size)}});
}

/* Was it closed by us a moment ago? Then its end tag only comes too late, which has been told. */
static bool came_too_late(Repair *r, const char *name, size_t size) {
    for (int i = r->closed_count - 1; i >= 0; i--)
        if (same(&r->closed[i], name, size)) {
            r->closed[i] = r->closed[--r->closed_count];
            return true;
        }
    return false;
}

/* An end tag at [offset, end) that is not the one of the open element. */
static void mend(Repair *r, size_t offset, size_t end, const char *name, size_t size) {
    int at = r->depth - 1;
    while (at >= 0 && !same(&r->stack[at], name, size)) at--;
    if (at < 0 && came_too_late(r, name, size)) {
        edit(r, offset, end, NULL);
        return;
    }
    const Open *top = &r->stack[r->depth - 1];
    bool slip = at < 0 && strncmp(top->name, name, 2) == 0; /* of the pen */
    if (at < 0 && !slip) {
        diagnostics_report(r->loader->diagnostics, &I127_STRAY_END, source_place(r->source, offset),
                           (Report){.arguments = {arena_strndup(r->loader->arena, name, size)}});
    } else report(r, &I110_TAG_MISMATCH, offset, top, name, size);
    if (slip) {
        edit(r, offset, end, top);
        r->depth--;
    } else if (at < 0) edit(r, offset, end, NULL);
    else {
        while (r->depth - 1 > at) {
            const Open *left = &r->stack[--r->depth];
            edit(r, offset, offset, left);
            if (r->closed_count < MAX_DEPTH) r->closed[r->closed_count++] = *left;
        }
        r->depth--;
    }
}

/* Offset behind the construct that begins with "<" and is no tag (comment, instruction, CDATA); 0 for a tag or when
 * it does not end. */
static size_t skip_other(const char *text, size_t offset) {
    static const char *const marks[][2] = {{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (strncmp(text + offset, marks[i][0], strlen(marks[i][0])) != 0) continue;
        const char *end = strstr(text + offset + strlen(marks[i][0]), marks[i][1]);
        return end ? (size_t)(end - text) + strlen(marks[i][1]) : 0;
    }
    return 0;
}

/* Offset behind the ">" of the tag; 0 when another tag begins first. */
static size_t tag_end(const char *text, size_t offset) {
    char quote = 0;
    for (size_t i = offset + 1; text[i]; i++) {
        if (text[i] == '<') return 0;
        if (quote) quote = text[i] == quote ? 0 : quote;
        else if (text[i] == '"' || text[i] == '\'') quote = text[i];
        else if (text[i] == '>') return i + 1;
    }
    return 0;
}

/* One tag. False when the tags cannot be told apart from here on. */
static bool tag(Repair *r, size_t offset, size_t *next) {
    const char *text = r->source->plain;
    bool closing = text[offset + 1] == '/';
    const char *name = text + offset + 1 + closing;
    size_t size = name_size(name);
    *next = tag_end(text, offset);
    if (!*next || !size) return false;
    if (!closing) {
        if (text[*next - 2] == '/') return true;
        if (r->depth == MAX_DEPTH) return false;
        r->stack[r->depth++] = (Open){name, size, offset};
        return true;
    }
    if (r->depth && same(&r->stack[r->depth - 1], name, size)) r->depth--;
    else if (!r->depth) return false;
    else mend(r, offset, *next, name, size);
    return true;
}

static bool scan(Repair *r) {
    const char *text = r->source->plain;
    if (memchr(text, '\0', r->source->plain_size)) return false;
    for (const char *p = text; (p = strchr(p, '<'));) {
        size_t offset = (size_t)(p - text), next = skip_other(text, offset);
        if (!next && (p[1] == '!' || p[1] == '?' || !tag(r, offset, &next))) return false;
        p = text + next;
    }
    if (!r->depth) return true;
    report(r, &I111_PREMATURE_END, r->source->plain_size, &r->stack[r->depth - 1], "", 0);
    while (r->depth) edit(r, r->source->plain_size, r->source->plain_size, &r->stack[--r->depth]);
    return true;
}

void repair_tags(Loader *loader, Source *source) {
    Repair *r = ARENA_NEW(loader->arena, Repair);
    r->loader = loader;
    r->source = source;
    scan(r); /* what was mended before a place that cannot be understood stays mended: it has been told */
    if (r->edit_count && r->edit_count < MAX_EDITS) {
        buffer_append(&r->text, source->plain + r->copied, source->plain_size - r->copied);
        source->text = arena_strndup(loader->arena, r->text.data, r->text.size);
        source->size = r->text.size;
        source->edits = r->edits;
        source->edit_count = r->edit_count;
    }
    buffer_free(&r->text);
}
