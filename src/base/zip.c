#include "base/zip.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50, VERSION = 20, DATE = 0x21 /* 1 January 1980 */, STORED = 0, DEFLATED = 8, UTF8 = 0x0800 };

typedef struct Packed {
    uint32_t crc, size, from; /* from: where its header stands */
    int method;
} Packed;

static void put(Buffer *out, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; i++) buffer_putc(out, (char)(value >> (8 * i) & 0xFF));
}

/* What the header of a part and the directory have in common. */
static void put_entry(Buffer *out, const ZipPart *part, const Packed *packed) {
    put(out, VERSION, 2);
    put(out, UTF8, 2);
    put(out, (uint32_t)packed->method, 2);
    put(out, 0, 2);
    put(out, DATE, 2);
    put(out, packed->crc, 4);
    put(out, packed->size, 4);
    put(out, (uint32_t)part->size, 4);
    put(out, (uint32_t)strlen(part->name), 2);
    put(out, 0, 2);
}

static bool put_part(Buffer *out, const ZipPart *part, Packed *packed, struct libdeflate_compressor *compressor) {
    size_t room = libdeflate_deflate_compress_bound(compressor, part->size);
    void *bytes = malloc(room ? room : 1);
    if (!bytes) abort();
    size_t size = part->stored ? 0 : libdeflate_deflate_compress(compressor, part->bytes, part->size, bytes, room);
    bool deflated = size > 0;
    *packed = (Packed){.crc = libdeflate_crc32(0, part->bytes, part->size), .size = (uint32_t)(deflated ? size : part->size), .from = (uint32_t)out->size,
                       .method = deflated ? DEFLATED : STORED};
    put(out, LOCAL, 4);
    put_entry(out, part, packed);
    buffer_puts(out, part->name);
    buffer_append(out, deflated ? bytes : part->bytes, deflated ? size : part->size);
    free(bytes);
    return part->size < UINT32_MAX && out->size < UINT32_MAX;
}

static void put_directory(Buffer *out, const ZipPart *parts, const Packed *packed, int count) {
    uint32_t from = (uint32_t)out->size;
    for (int i = 0; i < count; i++) {
        put(out, CENTRAL, 4);
        put(out, VERSION, 2);
        put_entry(out, &parts[i], &packed[i]);
        put(out, 0, 2);
        put(out, 0, 2);
        put(out, 0, 2);
        put(out, 0, 4);
        put(out, packed[i].from, 4);
        buffer_puts(out, parts[i].name);
    }
    uint32_t size = (uint32_t)out->size - from;
    put(out, END, 4);
    put(out, 0, 4);
    put(out, (uint32_t)count, 2);
    put(out, (uint32_t)count, 2);
    put(out, size, 4);
    put(out, from, 4);
    put(out, 0, 2);
}

bool zip_write(Buffer *out, const ZipPart *parts, int count) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    Packed *packed = calloc((size_t)count + 1, sizeof *packed);
    bool fits = compressor && packed && count < UINT16_MAX;
    for (int i = 0; i < count && fits; i++) fits = put_part(out, &parts[i], &packed[i], compressor);
    if (fits) put_directory(out, parts, packed, count);
    libdeflate_free_compressor(compressor);
    free(packed);
    return fits && out->size < UINT32_MAX;
}
