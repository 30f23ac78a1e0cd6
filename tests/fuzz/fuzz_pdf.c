/* Hostile PDF files through the reader that verify uses: seeds made by this program, changed at random (always the same
 * way), on the outside and within their compressed streams.
 *
 * fuzz_pdf ROUNDS SEED...: run under the sanitizers. A crash or a run of more than twenty seconds ends the program; the
 * file that did it is left in build/fuzz/. */
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "pdf/extract.h"

#define KEPT "build/fuzz/hostile.pdf"

static uint64_t state = 88172645463325252u;

static size_t choose(size_t n) { /* xorshift64 */
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return n ? (size_t)(state % n) : 0;
}

static const char *const pieces[] = {"0", "9999999999", "2147483647", "-1", "/Length 4294967295", "/N 2000000", "/First 99999999", "/N 0", "/First 0", ">>", "<<",
    "/Type/ObjStm", "/Type/XRef", "/Type/Page/", "/StructParents 0", "/Type/Filespec", "/EF<</F 1", "/UF(../../etc/passwd)", "/UF(\xFE\xFF\xD8\x00)", "(\\",
    "/FlateDecode", "\nstream\n", "\nendstream\nendobj\n", "1 0 obj\n<<", "2000000 0 obj\n<<", "startxref\n", "%PDF-1.7\n", "\\(", ")", "\r\r\r"};

/* One change at a random place: a byte, a stretch taken out, doubled or from elsewhere, a number, a hostile piece. */
static void change(Buffer *text) {
    size_t at = choose(text->size), n = choose(choose(8) ? 12 : 4000);
    if (at + n > text->size) n = text->size - at;
    Buffer fresh = {0};
    buffer_append(&fresh, text->data, at);
    switch (choose(6)) {
    case 0: buffer_putc(&fresh, (char)choose(256)), at += at < text->size; break;
    case 1: at += n; break;
    case 2: buffer_append(&fresh, text->data + at, n); break;
    case 3: {
        size_t from = choose(text->size), size = choose(300);
        if (from + size > text->size) size = text->size - from;
        buffer_append(&fresh, text->data + from, size);
        break;
    }
    case 4: /* the next number becomes another */
        while (at < text->size && (text->data[at] < '0' || text->data[at] > '9')) buffer_putc(&fresh, text->data[at++]);
        while (at < text->size && text->data[at] >= '0' && text->data[at] <= '9') at++;
        buffer_printf(&fresh, "%zu", choose(2) ? choose(300) : choose(SIZE_MAX >> choose(60)));
        break;
    default: buffer_puts(&fresh, pieces[choose(sizeof pieces / sizeof *pieces)]);
    }
    buffer_append(&fresh, text->data + at, text->size - at);
    buffer_free(text);
    *text = fresh;
}

/* The how-many-eth compressed stream of the file: where its object's dictionary, its bytes and their end are. */
typedef struct Stream {
    size_t entries, begin, end;
} Stream;

static bool stream_at(const Buffer *file, size_t wanted, Stream *out) {
    static const char open[] = ">>\nstream\n", close[] = "\nendstream\nendobj\n";
    size_t at = 0;
    for (;;) {
        const char *begin = memmem(file->data + at, file->size - at, open, sizeof open - 1);
        if (!begin) return false;
        const char *end = memmem(begin, file->size - (size_t)(begin - file->data), close, sizeof close - 1);
        const char *entries = begin;
        while (entries > file->data + 2 && memcmp(entries - 2, "<<", 2)) entries--;
        if (!end) return false;
        *out = (Stream){(size_t)(entries - file->data), (size_t)(begin - file->data) + sizeof open - 1, (size_t)(end - file->data)};
        if (wanted-- == 0) return true;
        at = out->end;
    }
}

/* Changes a stream from within: inflated, changed, deflated, its length put right. */
static void change_within(Buffer *file) {
    Stream s;
    static char inflated[1 << 22];
    size_t size = 0;
    if (!stream_at(file, choose(60), &s)) return;
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(1);
    if (libdeflate_zlib_decompress(d, file->data + s.begin, s.end - s.begin, inflated, sizeof inflated, &size) == LIBDEFLATE_SUCCESS) {
        Buffer inner = {0}, fresh = {0};
        buffer_append(&inner, inflated, size);
        for (size_t i = choose(4) + 1; i > 0; i--) change(&inner);
        if (!choose(20)) for (size_t i = 0; i < 4000000; i++) buffer_putc(&inner, ' '); /* swells when inflated */
        size_t room = libdeflate_zlib_compress_bound(c, inner.size);
        char *packed = malloc(room);
        size_t n = libdeflate_zlib_compress(c, inner.data ? inner.data : "", inner.size, packed, room);
        const char *length = memmem(file->data + s.entries, s.begin - s.entries, "/Length ", 8);
        if (length) {
            size_t digits = (size_t)(length - file->data) + 8, after = digits;
            while (after < s.begin && file->data[after] >= '0' && file->data[after] <= '9') after++;
            buffer_append(&fresh, file->data, digits);
            buffer_printf(&fresh, "%zu", n);
            buffer_append(&fresh, file->data + after, s.begin - after);
            buffer_append(&fresh, packed, n);
            buffer_append(&fresh, file->data + s.end, file->size - s.end);
            buffer_free(file);
            *file = fresh;
        }
        free(packed);
        buffer_free(&inner);
    }
    libdeflate_free_decompressor(d);
    libdeflate_free_compressor(c);
}

/* Reads it, and touches every byte that came out. */
static size_t run(const Buffer *file) {
    if (file_write(KEPT, file->data ? file->data : "", file->size) != 0) exit(3);
    alarm(20);
    char *exact = malloc(file->size ? file->size : 1); /* a byte too far is seen */
    if (file->size) memcpy(exact, file->data, file->size);
    Arena *arena = arena_new();
    PdfParts parts;
    size_t sum = 0;
    if (pdf_read(arena, exact, file->size, &parts)) {
        sum = 1;
        for (int i = 0; i < parts.page_count; i++)
            for (size_t k = 0; k < parts.pages[i].size; k++) sum += (unsigned char)parts.pages[i].data[k];
        for (int i = 0; i < parts.file_count; i++) {
            sum += strlen(parts.files[i].name);
            for (size_t k = 0; k < parts.files[i].size; k++) sum += (unsigned char)parts.files[i].data[k];
        }
    }
    arena_free(arena);
    free(exact);
    alarm(0);
    return sum;
}

int main(int argc, char **argv) {
    long rounds = argc > 1 ? atol(argv[1]) : 0;
    if (argc < 3) return fprintf(stderr, "fuzz_pdf ROUNDS SEED...\n"), 2;
    folder_make("build/fuzz");
    long read = 0;
    for (long round = 0; round < rounds; round++) {
        Buffer file = {0};
        if (file_read(argv[2 + round % (argc - 2)], 64 << 20, &file)) return 3;
        if (round == 0 && !run(&file)) return fprintf(stderr, "the seed cannot be read\n"), 1;
        if (choose(4)) change_within(&file);
        if (choose(3) == 0) change(&file);
        read += run(&file) != 0;
        buffer_free(&file);
    }
    unlink(KEPT);
    printf("%ld files, %ld of them still readable\n", rounds, read);
    return 0;
}
