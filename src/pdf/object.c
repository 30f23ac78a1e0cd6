/* The one place that touches libharu: its memory manager, dictionaries, streams and cross-reference table.
 *
 * Every object is an HPDF_Dict in an HPDF_Xref; its entries are text of ours, written by the dictionary's
 * write_fn. Saving walks the table: dictionaries go into object streams, streams stand on their own, and a
 * cross-reference stream closes the file (ISO 32000-1 7.5.7, 7.5.8). Fonts, pages, images and metadata of the
 * library are not used: see the modules that replace them. */
#include <hpdf.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "pdf/object.h"
#include "pdf/syntax.h"

/* 2.3.0 is what Debian 12 has; 2.4.x has the same layer. */
#if !defined HPDF_VERSION_TEXT
#error "libharu 2.3.0 or later is needed"
#endif

enum { OBJECTS_PER_STREAM = 200, DEFLATE_LEVEL = 6, NUMBER_MASK = 0xFFFFFF };

typedef struct Body {
    const char *entries;
    size_t entries_size;
    const char *bytes;   /* stream contents as they stand in the file; NULL: a dictionary */
    size_t size;
    bool stream, deflated, set;
} Body;

struct Deflater {
    struct libdeflate_compressor *compressor;
    char *scratch;
    size_t capacity;
};

typedef struct Position {  /* where an object stands: in the file, or in an object stream */
    size_t offset;
    int stream, index;
} Position;

struct Objects {
    Arena *arena;
    HPDF_Error_Rec error;
    HPDF_MMgr memory;
    HPDF_Xref xref;
    Deflater *deflater;
    Position *positions;   /* once packed */
    const char *first_error;
};

static void fail(Objects *o, const char *what) {
    if (o->first_error) return;
    o->first_error = arena_printf(o->arena, "%s (libharu %s, 0x%04lX/%lu)", what, HPDF_VERSION_TEXT,
                                  (unsigned long)HPDF_Error_GetCode(&o->error),
                                  (unsigned long)HPDF_Error_GetDetailCode(&o->error));
}

/* libharu calls this for most, not for all of its failures: every return is tested as well. */
static void HPDF_STDCALL on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user) {
    (void)code, (void)detail;
    fail(user, "error");
}

Deflater *deflater_new(void) {
    Deflater *d = calloc(1, sizeof *d);
    if (d && (d->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL))) return d;
    free(d);
    return NULL;
}

void deflater_free(Deflater *d) {
    if (!d) return;
    libdeflate_free_compressor(d->compressor);
    free(d->scratch);
    free(d);
}

void *deflate_bytes(Deflater *d, Arena *arena, const void *bytes, size_t size, size_t *packed) {
    size_t bound = libdeflate_zlib_compress_bound(d->compressor, size);
    if (bound > d->capacity) {
        free(d->scratch);
        d->capacity = bound * 2;
        if (!(d->scratch = malloc(d->capacity))) abort();
    }
    *packed = libdeflate_zlib_compress(d->compressor, bytes ? bytes : "", size, d->scratch, d->capacity);
    return *packed ? arena_strndup(arena, d->scratch, *packed) : NULL;
}

Objects *objects_new(Arena *arena) {
    Objects *o = ARENA_NEW(arena, Objects);
    o->arena = arena;
    HPDF_Error_Init(&o->error, o);
    o->error.error_fn = on_error;
    o->memory = HPDF_MMgr_New(&o->error, 0, NULL, NULL); /* pools misalign: always 0 */
    if (o->memory) o->xref = HPDF_Xref_New(o->memory, 0);
    o->deflater = deflater_new();
    if (o->xref && o->deflater) return o;
    objects_free(o);
    return NULL;
}

void objects_free(Objects *o) {
    if (!o) return;
    if (o->xref) HPDF_Xref_Free(o->xref);
    if (o->memory) HPDF_MMgr_Free(o->memory);
    deflater_free(o->deflater);
    o->xref = NULL;
    o->memory = NULL;
    o->deflater = NULL;
}

const char *objects_error(const Objects *o) { return o->first_error; }

/* A dictionary's own entries: libharu has written "<<" and will write ">>". */
static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    const Body *body = dict->attr;
    return body->entries_size ? HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->entries, (HPDF_UINT)body->entries_size) : HPDF_OK;
}

int object_reserve(Objects *o) {
    if (o->first_error) return 0;
    HPDF_Dict dict = HPDF_Dict_New(o->memory);
    if (!dict) {
        fail(o, "HPDF_Dict_New");
        return 0;
    }
    HPDF_List entries = o->xref->entries;
    if (entries->count == entries->block_siz && entries->count > entries->items_per_block)
        entries->items_per_block = entries->count; /* grow in proportion: adding stays linear */
    if (HPDF_Xref_Add(o->xref, dict) != HPDF_OK) { /* frees dict itself */
        fail(o, "HPDF_Xref_Add");
        return 0;
    }
    dict->attr = ARENA_NEW(o->arena, Body);
    dict->write_fn = write_entries;
    return (int)(dict->header.obj_id & NUMBER_MASK);
}

static Body *body_of(Objects *o, int number) {
    if (o->first_error) return NULL;
    HPDF_XrefEntry entry = number > 0 ? HPDF_Xref_GetEntry(o->xref, (HPDF_UINT)number) : NULL;
    if (!entry || !entry->obj) {
        fail(o, "no such object");
        return NULL;
    }
    return ((HPDF_Dict)entry->obj)->attr;
}

void object_set(Objects *o, int number, const Buffer *entries) {
    Body *body = body_of(o, number);
    if (!body) return;
    body->entries = entries->size ? arena_strndup(o->arena, entries->data, entries->size) : "";
    body->entries_size = entries->size;
    body->set = true;
}

void object_set_stream(Objects *o, int number, const Buffer *entries, const void *bytes, size_t size, bool compress) {
    Body *body = body_of(o, number);
    if (!body) return;
    const char *copy = compress ? deflate_bytes(o->deflater, o->arena, bytes, size, &size) : arena_strndup(o->arena, bytes, size);
    if (!copy) {
        fail(o, "deflate");
        return;
    }
    object_set(o, number, entries);
    body->bytes = copy;
    body->size = size;
    body->stream = true;
    body->deflated = compress;
}

int object_reserve_stream(Objects *o, const Buffer *entries) {
    int number = object_reserve(o);
    Body *body = number ? body_of(o, number) : NULL;
    if (!body) return 0;
    object_set(o, number, entries);
    body->stream = body->deflated = true;
    return number;
}

void object_set_deflated(Objects *o, int number, const void *bytes, size_t size) {
    Body *body = body_of(o, number);
    if (!body) return;
    body->bytes = bytes;
    body->size = size;
}

int object_add(Objects *o, const Buffer *entries) {
    int number = object_reserve(o);
    if (number) object_set(o, number, entries);
    return number;
}

int object_add_stream(Objects *o, const Buffer *entries, const void *bytes, size_t size, bool compress) {
    int number = object_reserve(o);
    if (number) object_set_stream(o, number, entries, bytes, size, compress);
    return number;
}

/* ---- saving ---- */

typedef struct Saver {
    Objects *objects;
    Buffer *out;
    HPDF_Stream sink;      /* appends to *target */
    Buffer *target;
} Saver;

static HPDF_STATUS HPDF_STDCALL sink_write(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT size) {
    Saver *saver = stream->attr;
    buffer_append(saver->target, bytes, size);
    return HPDF_OK;
}

static void save_dict(Saver *s, HPDF_Dict dict, Buffer *target) {
    s->target = target;
    if (HPDF_Obj_WriteValue(dict, s->sink, NULL) != HPDF_OK) fail(s->objects, "HPDF_Obj_WriteValue");
}

/* "7 0 obj << ... >> stream ... endstream endobj": the Length and Filter entries are added here. */
static void save_stream(Saver *s, int number, HPDF_Dict dict) {
    const Body *body = dict->attr;
    s->objects->positions[number] = (Position){s->out->size, 0, 0};
    put_int(s->out, number);
    buffer_puts(s->out, " 0 obj\n");
    if (HPDF_Dict_AddNumber(dict, "Length", (HPDF_INT32)body->size) != HPDF_OK ||
        (body->deflated && HPDF_Dict_AddName(dict, "Filter", "FlateDecode") != HPDF_OK))
        fail(s->objects, "HPDF_Dict_Add");
    save_dict(s, dict, s->out);
    buffer_puts(s->out, "\nstream\n");
    buffer_append(s->out, body->bytes, body->size);
    buffer_puts(s->out, "\nendstream\nendobj\n");
}

static HPDF_Dict dict_at(Objects *o, int number) {
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(o->xref, (HPDF_UINT)number);
    return entry ? entry->obj : NULL;
}

/* Packs the dictionaries numbered from..to-1 that are no streams; from then on they live in object stream `into`. */
static void pack(Saver *s, int from, int to, int into) {
    Buffer heads = {0}, bodies = {0}, entries = {0};
    int index = 0;
    for (int n = from; n < to; n++) {
        HPDF_Dict dict = dict_at(s->objects, n);
        const Body *body = dict ? dict->attr : NULL;
        if (!body || body->stream) continue;
        s->objects->positions[n] = (Position){0, into, index++};
        put_int(&heads, n);
        buffer_putc(&heads, ' ');
        put_int(&heads, (int64_t)bodies.size);
        buffer_putc(&heads, ' ');
        save_dict(s, dict, &bodies);
        buffer_putc(&bodies, '\n');
    }
    buffer_puts(&entries, "/Type/ObjStm/N ");
    put_int(&entries, index);
    buffer_puts(&entries, "/First ");
    put_int(&entries, (int64_t)heads.size);
    buffer_append(&heads, bodies.data, bodies.size);
    object_set_stream(s->objects, into, &entries, heads.data, heads.size, true);
    buffer_free(&heads);
    buffer_free(&bodies);
    buffer_free(&entries);
}

/* Rows of type, place and index with PNG's Up prediction: runs of packed objects become runs of ones. */
static void xref_rows(const Saver *s, int count, Buffer *rows) {
    enum { WIDTH = 8 }; /* 1 + 4 + 3... index in two bytes, place in five */
    unsigned char before[WIDTH] = {0};
    for (int n = 0; n < count; n++) {
        Position p = s->objects->positions[n];
        bool packed = p.stream != 0;
        uint64_t place = n == 0 ? 0 : packed ? (uint64_t)p.stream : p.offset;
        unsigned index = n == 0 ? 65535 : packed ? (unsigned)p.index : 0;
        unsigned char row[WIDTH] = {n == 0 ? 0 : packed ? 2 : 1};
        for (int i = 0; i < 5; i++) row[1 + i] = (unsigned char)(place >> (8 * (4 - i)));
        row[6] = (unsigned char)(index >> 8), row[7] = (unsigned char)index;
        char predicted[WIDTH + 1] = {2};
        for (int i = 0; i < WIDTH; i++) predicted[1 + i] = (char)(row[i] - before[i]);
        memcpy(before, row, WIDTH);
        buffer_append(rows, predicted, sizeof predicted);
    }
}

static void save_xref(Saver *s, int number, int catalog, int info) {
    char digest[65];
    sha256_hex(s->out->data, s->out->size, digest);
    digest[32] = 0;
    s->objects->positions[number] = (Position){s->out->size, 0, 0};
    Buffer rows = {0}, entries = {0};
    xref_rows(s, number + 1, &rows);
    buffer_printf(&entries, "/Type/XRef/Size %d/W[1 5 2]/DecodeParms<</Predictor 12/Columns 8>>/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]",
                  number + 1, catalog, info, digest, digest);
    object_set_stream(s->objects, number, &entries, rows.data, rows.size, true);
    size_t start = s->out->size;
    HPDF_Dict dict = dict_at(s->objects, number);
    if (dict && !s->objects->first_error) save_stream(s, number, dict);
    buffer_printf(s->out, "startxref\n%zu\n%%%%EOF\n", start);
    buffer_free(&rows);
    buffer_free(&entries);
}

static int pack_count(int objects) { return (objects + OBJECTS_PER_STREAM - 1) / OBJECTS_PER_STREAM; }

static void pack_all(Saver *s) {
    Objects *o = s->objects;
    int count = (int)o->xref->entries->count, packs = pack_count(count);
    for (int i = 0; i <= packs; i++) object_reserve(o); /* the object streams, then the cross-reference stream */
    if (o->first_error) return;
    o->positions = ARENA_ARRAY(o->arena, (size_t)o->xref->entries->count + 1, Position);
    for (int i = 0; i < packs; i++) {
        int from = i * OBJECTS_PER_STREAM, to = from + OBJECTS_PER_STREAM;
        pack(s, from ? from : 1, to < count ? to : count, count + i);
    }
}

static void save_all(Saver *s, int catalog, int info) {
    Objects *o = s->objects;
    int total = (int)o->xref->entries->count;
    size_t size = 4096;
    for (int n = 1; n < total; n++) size += ((const Body *)dict_at(o, n)->attr)->size + 64;
    buffer_reserve(s->out, size);
    buffer_puts(s->out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    for (int n = 1; n < total - 1 && !o->first_error; n++) {
        HPDF_Dict dict = dict_at(o, n);
        const Body *body = dict ? dict->attr : NULL;
        if (!body || !body->set || (body->stream && !body->bytes)) fail(o, "object without contents");
        else if (body->stream) save_stream(s, n, dict);
    }
    if (!o->first_error) save_xref(s, total - 1, catalog, info);
}

static void with_sink(Saver *saver, Objects *o) {
    saver->objects = o;
    saver->sink = HPDF_CallbackWriter_New(o->memory, sink_write, saver);
    if (!saver->sink) fail(o, "HPDF_CallbackWriter_New");
}

void objects_pack(Objects *o) {
    if (o->first_error) return;
    Saver saver = {0};
    with_sink(&saver, o);
    if (saver.sink) pack_all(&saver);
    HPDF_Stream_Free(saver.sink);
}

bool objects_save(Objects *o, int catalog, int info, Buffer *out) {
    if (o->first_error) return false;
    Saver saver = {.out = out};
    with_sink(&saver, o);
    if (saver.sink) save_all(&saver, catalog, info);
    HPDF_Stream_Free(saver.sink);
    return !o->first_error;
}
