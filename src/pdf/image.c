/* Image objects: grey or RGB pixels, deflated with the best of PNG's row filters; JPEG files as they are; alpha
 * as a soft mask. The same picture is written once. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/image.h"

typedef struct Entry {
    const Image *image;
    int object;
    struct Entry *next, *chain; /* in order; same hash */
    int resource;
} Entry;

enum { BUCKETS = 256 };

struct ImageTable {
    Entry *first, *last;
    Entry *by_pointer[BUCKETS];
    int count;
};

static unsigned bucket(const Image *image) { return (unsigned)(((uintptr_t)image >> 4) % BUCKETS); }

int image_resource(const ImageTable *table, const Image *image) {
    for (const Entry *e = table->by_pointer[bucket(image)]; e; e = e->chain)
        if (e->image == image) return e->resource;
    return -1;
}

/* Components and bits of a JPEG's frame header; false when there is none. */
static bool jpeg_frame(const unsigned char *p, size_t size, int *width, int *height, int *components, int *bits) {
    if (size < 4 || p[0] != 0xFF || p[1] != 0xD8) return false;
    for (size_t i = 2; i + 9 < size;) {
        if (p[i] != 0xFF) return false;
        unsigned marker = p[i + 1];
        if (marker == 0xFF) {
            i++;
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
            i += 2;
            continue;
        }
        size_t length = (size_t)(p[i + 2] << 8 | p[i + 3]);
        if (length < 2 || marker == 0xD9 || marker == 0xDA) return false;
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            *bits = p[i + 4];
            *height = p[i + 5] << 8 | p[i + 6];
            *width = p[i + 7] << 8 | p[i + 8];
            *components = p[i + 9];
            return true;
        }
        i += 2 + length;
    }
    return false;
}

static const char *fault(const Image *image) {
    if (image->width <= 0 || image->height <= 0 || image->width > 30000 || image->height > 30000) return "afmetingen";
    if (image->jpeg) {
        int width, height, components, bits;
        if (!jpeg_frame(image->jpeg, image->jpeg_size, &width, &height, &components, &bits)) return "geen JPEG";
        if (components != 1 && components != 3) return "CMYK";
        bool aside = image->turn >= 5;
        if (bits != 8 || width != (aside ? image->height : image->width) || height != (aside ? image->width : image->height)) return "afmetingen";
        return NULL;
    }
    if (image->components != 1 && image->components != 3) return "kleuren";
    return image->pixels ? NULL : "geen beeldpunten";
}

static int paeth(int a, int b, int c) {
    int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/* One row under PNG filter 0..4; returns the sum of what is left, as the usual measure of how well it fits. */
static long filter_row(int filter, const unsigned char *row, const unsigned char *above, size_t size, size_t step, unsigned char *out) {
    long sum = 0;
    out[0] = (unsigned char)filter;
    for (size_t i = 0; i < size; i++) {
        int a = i >= step ? row[i - step] : 0, b = above ? above[i] : 0, c = above && i >= step ? above[i - step] : 0;
        int guess = filter == 1 ? a : filter == 2 ? b : filter == 3 ? (a + b) / 2 : filter == 4 ? paeth(a, b, c) : 0;
        unsigned char left = (unsigned char)(row[i] - guess);
        out[1 + i] = left;
        sum += left < 128 ? left : 256 - left;
    }
    return sum;
}

static void filtered(Buffer *out, const unsigned char *pixels, int width, int height, int components) {
    size_t size = (size_t)width * (size_t)components;
    Arena *arena = arena_new();
    unsigned char *best = arena_alloc(arena, size + 1), *trial = arena_alloc(arena, size + 1);
    for (int y = 0; y < height; y++) {
        const unsigned char *row = pixels + (size_t)y * size, *above = y ? row - size : NULL;
        long least = -1;
        for (int f = 0; f <= 4; f++) {
            long sum = filter_row(f, row, above, size, (size_t)components, trial);
            if (least >= 0 && sum >= least) continue;
            least = sum;
            unsigned char *swap = best;
            best = trial;
            trial = swap;
        }
        buffer_append(out, best, size + 1);
    }
    arena_free(arena);
}

static int write_pixels(Writer *w, const unsigned char *pixels, int width, int height, int components, int mask) {
    Buffer e = {0}, rows = {0};
    buffer_printf(&e, "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s", width, height,
                  components == 3 ? "DeviceRGB" : "DeviceGray");
    buffer_printf(&e, "/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", components, width);
    if (mask) buffer_printf(&e, "/SMask %d 0 R", mask);
    filtered(&rows, pixels, width, height, components);
    int object = object_add_stream(w->objects, &e, rows.data, rows.size, true);
    buffer_free(&rows);
    buffer_free(&e);
    return object;
}

static int write_image(Writer *w, const Image *image) {
    int mask = image->alpha ? write_pixels(w, image->alpha, image->width, image->height, 1, 0) : 0;
    if (!image->jpeg) return write_pixels(w, image->pixels, image->width, image->height, image->components, mask);
    int width, height, components, bits;
    jpeg_frame(image->jpeg, image->jpeg_size, &width, &height, &components, &bits);
    Buffer e = {0};
    buffer_printf(&e, "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s/Filter/DCTDecode", width, height,
                  components == 3 ? "DeviceRGB" : "DeviceGray");
    if (mask) buffer_printf(&e, "/SMask %d 0 R", mask);
    int object = object_add_stream(w->objects, &e, image->jpeg, image->jpeg_size, false);
    buffer_free(&e);
    return object;
}

static bool same_bytes(const unsigned char *a, const unsigned char *b, size_t size) {
    return a == b || (a && b && memcmp(a, b, size) == 0);
}

static bool same_image(const Image *a, const Image *b) {
    if (a->width != b->width || a->height != b->height || a->components != b->components) return false;
    if (!a->jpeg != !b->jpeg || (a->jpeg && a->jpeg_size != b->jpeg_size)) return false;
    size_t count = (size_t)a->width * (size_t)a->height;
    return same_bytes(a->alpha, b->alpha, count) &&
           (a->jpeg ? same_bytes(a->jpeg, b->jpeg, a->jpeg_size) : same_bytes(a->pixels, b->pixels, count * (size_t)a->components));
}

static void add_image(Writer *w, ImageTable *table, const Item *item) {
    const Image *image = item->as.image;
    if (image_resource(table, image) >= 0) return;
    const char *wrong = fault(image);
    if (wrong) {
        writer_report(w, &P110_IMAGE, item->element ? item->element->place : (Place){0}, image->source ? image->source : "?", wrong);
        return;
    }
    Entry *twin = table->first;
    while (twin && !same_image(twin->image, image)) twin = twin->next;
    Entry *entry = ARENA_NEW(w->arena, Entry);
    entry->image = image;
    entry->chain = table->by_pointer[bucket(image)];
    table->by_pointer[bucket(image)] = entry;
    if (twin) {
        entry->resource = twin->resource;
        return;
    }
    entry->object = write_image(w, image);
    entry->resource = table->count++;
    if (table->last) table->last->next = entry;
    else table->first = entry;
    table->last = entry;
}

ImageTable *images_write(Writer *w) {
    ImageTable *table = ARENA_NEW(w->arena, ImageTable);
    for (int i = 0; i < w->pages->count; i++) {
        const Fragment *content = w->pages->pages[i].content;
        for (int k = 0; content && k < content->count; k++)
            if (content->items[k].kind == ITEM_IMAGE && content->items[k].as.image) add_image(w, table, &content->items[k]);
    }
    return table;
}

void images_resources(const ImageTable *table, Buffer *out) {
    for (const Entry *e = table->first; e; e = e->next) {
        buffer_printf(out, "/I%d ", e->resource);
        put_ref(out, e->object);
    }
}
