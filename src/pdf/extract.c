/* A reader for this program's own PDF files only: objects one after the other, dictionaries in object streams. */
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "pdf/extract.h"

#define INFLATED_MOST ((size_t)64 << 20)  /* of one stream */
#define OBJECTS_MOST 2000000
#define TOTAL_MOST ((size_t)256 << 20)    /* of all */

typedef struct Text {
    const char *at;
    size_t size;
} Text;

typedef struct Object {
    Text entries; /* between << and >> */
    Text stream;  /* as it stands in the file */
    bool known, has_stream;
} Object;

typedef struct Reader {
    Arena *arena;
    const char *at, *end;
    Object *objects;
    int count;    /* numbers below it may be known */
    size_t inflated;
} Reader;

static const char *find(Text text, const char *what) {
    return text.size ? memmem(text.at, text.size, what, strlen(what)) : NULL;
}

/* Digits at *p; -1 when there are none or they are too many. */
static long number(const char **p, const char *end) {
    long value = 0;
    const char *start = *p;
    while (*p < end && **p >= '0' && **p <= '9' && *p - start < 10) value = value * 10 + (*(*p)++ - '0');
    return *p > start ? value : -1;
}

static long number_after(Text text, const char *key) {
    const char *p = find(text, key);
    if (!p) return -1;
    p += strlen(key);
    return number(&p, text.at + text.size);
}

static bool skip(Reader *r, const char *expected) {
    size_t n = strlen(expected);
    if ((size_t)(r->end - r->at) < n || memcmp(r->at, expected, n)) return false;
    r->at += n;
    return true;
}

static Object *object_at(Reader *r, long n) {
    if (n <= 0 || n > OBJECTS_MOST) return NULL;
    if (n >= r->count) {
        int count = (int)n * 2 + 64;
        Object *objects = ARENA_ARRAY(r->arena, (size_t)count, Object);
        if (r->count) memcpy(objects, r->objects, (size_t)r->count * sizeof *objects);
        r->objects = objects;
        r->count = count;
    }
    return &r->objects[n];
}

/* "7 0 obj\n<<...>>\nstream\n...\nendstream\nendobj\n" */
static Object *read_object(Reader *r) {
    long n = number(&r->at, r->end);
    if (!skip(r, " 0 obj\n<<")) return NULL;
    Object *object = object_at(r, n);
    if (!object || object->known) return NULL;
    static const char close[] = ">>\nstream\n";
    const char *stop = memmem(r->at, (size_t)(r->end - r->at), close, sizeof close - 1);
    if (!stop) return NULL;
    object->entries = (Text){r->at, (size_t)(stop - r->at)};
    r->at = stop + sizeof close - 1;
    long length = number_after(object->entries, "/Length ");
    if (length < 0 || length > r->end - r->at) return NULL;
    object->stream = (Text){r->at, (size_t)length};
    object->known = object->has_stream = true;
    r->at += length;
    return skip(r, "\nendstream\nendobj\n") ? object : NULL;
}

/* The stream's bytes; false when it cannot be inflated within bounds. */
static bool contents(Reader *r, const Object *object, Text *out) {
    if (!find(object->entries, "/FlateDecode")) {
        *out = object->stream;
        return true;
    }
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
    for (size_t room = object->stream.size * 4 + 4096; d && result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= INFLATED_MOST; room *= 4) {
        char *bytes = malloc(room);
        size_t size = 0;
        if (!bytes) break;
        result = libdeflate_zlib_decompress(d, object->stream.at, object->stream.size, bytes, room, &size);
        r->inflated += size;
        if (result == LIBDEFLATE_SUCCESS && r->inflated <= TOTAL_MOST) *out = (Text){arena_strndup(r->arena, size ? bytes : "", size), size};
        free(bytes);
    }
    if (d) libdeflate_free_decompressor(d);
    return result == LIBDEFLATE_SUCCESS && r->inflated <= TOTAL_MOST;
}

/* Spreads the dictionaries of an object stream. */
static bool unpack(Reader *r, const Object *object) {
    long n = number_after(object->entries, "/N "), first = number_after(object->entries, "/First ");
    Text all;
    if (n < 0 || first < 0 || !contents(r, object, &all) || (size_t)first > all.size || n > first) return false;
    const char *p = all.at, *heads = all.at + first;
    for (long i = 0; i < n; i++) {
        long id = number(&p, heads), at, next = (long)all.size - first;
        if (p < heads) p++;
        at = number(&p, heads);
        if (p < heads) p++;
        const char *peek = p;
        if (i + 1 < n && number(&peek, heads) >= 0 && peek < heads) {
            peek++;
            next = number(&peek, heads);
        }
        if (at < 0 || next < at || next > (long)all.size - first || id > OBJECTS_MOST) return false;
        Object *inner = object_at(r, id);
        if (!inner || inner->known) return false;
        *inner = (Object){.entries = {heads + at, (size_t)(next - at)}, .known = true};
    }
    return true;
}

/* A text string after key: "(...)" with escapes, plain or UTF-16BE; NULL when it is not that. */
static char *string_after(Reader *r, Text text, const char *key) {
    const char *p = find(text, key), *end = text.at + text.size;
    if (!p || (p += strlen(key)) >= end || *p++ != '(') return NULL;
    char *out = arena_alloc(r->arena, (size_t)(end - p) * 2 + 1), *q = out;
    for (; p < end && *p != ')'; p++) {
        bool escaped = *p == '\\';
        if (escaped && ++p == end) return NULL;
        *q++ = escaped && *p == 'r' ? '\r' : *p;
    }
    if (p == end) return NULL;
    size_t n = (size_t)(q - out);
    if (n < 2 || memcmp(out, "\xFE\xFF", 2)) return memchr(out, 0, n) ? NULL : out;
    char *utf8 = arena_alloc(r->arena, n * 2 + 1), *to = utf8;
    for (size_t i = 2; i + 1 < n; i += 2) {
        uint32_t c = (uint32_t)(unsigned char)out[i] << 8 | (unsigned char)out[i + 1];
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < n) {
            uint32_t low = (uint32_t)(unsigned char)out[i + 2] << 8 | (unsigned char)out[i + 3];
            c = 0x10000 + ((c - 0xD800) << 10) + (low & 0x3FF);
            i += 2;
        }
        if (c == 0) return NULL;
        to += utf8_put(c, to);
    }
    return utf8;
}

static bool stream_of(Reader *r, long n, Text *out) {
    return n > 0 && n < r->count && r->objects[n].has_stream && contents(r, &r->objects[n], out);
}

static bool collect(Reader *r, PdfParts *out) {
    out->files = ARENA_ARRAY(r->arena, (size_t)r->count + 1, PdfPart);
    out->pages = ARENA_ARRAY(r->arena, (size_t)r->count + 1, PdfPart);
    for (int i = 1; i < r->count; i++) {
        Text e = r->objects[i].entries, data;
        if (!r->objects[i].known || r->objects[i].has_stream) continue;
        bool page = find(e, "/Type/Page/") != NULL && find(e, "/StructParents ") != NULL, file = find(e, "/Type/Filespec") != NULL;
        if (!page && !file) continue;
        if (!stream_of(r, number_after(e, page ? "/Contents " : "/EF<</F "), &data)) return false;
        PdfPart *part = page ? &out->pages[out->page_count++] : &out->files[out->file_count++];
        *part = (PdfPart){page ? NULL : string_after(r, e, "/UF"), data.at, data.size};
        if (file && !part->name) return false;
    }
    return out->page_count > 0;
}

bool pdf_read(Arena *arena, const void *bytes, size_t size, PdfParts *out) {
    Reader reader = {.arena = arena, .at = bytes, .end = (const char *)bytes + size}, *r = &reader;
    *out = (PdfParts){0};
    if (!skip(r, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) return false;
    for (;;) {
        const Object *object = read_object(r);
        if (!object) return false;
        if (find(object->entries, "/Type/XRef")) break;
        Object copy = *object; /* unpacking may move the table */
        if (find(copy.entries, "/Type/ObjStm") && !unpack(r, &copy)) return false;
    }
    return skip(r, "startxref\n") && collect(r, out);
}
