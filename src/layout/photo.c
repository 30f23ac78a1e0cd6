/* Walks the segments of a JPEG file, which may be hostile: every length is checked against what is left. */
#include "layout/photo.h"

#include <string.h>

enum { SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, APP0 = 0xE0, APP1 = 0xE1, APP14 = 0xEE, APP15 = 0xEF, COM = 0xFE };

typedef struct Segment {
    unsigned marker;
    const unsigned char *start, *body, *end; /* body: behind the length */
} Segment;

static bool is_alone(unsigned marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= EOI); }

/* The segment at p; false: none that fits. */
static bool segment_at(const unsigned char *p, const unsigned char *end, Segment *out) {
    if (end - p < 2 || p[0] != 0xFF) return false;
    while (end - p > 2 && p[1] == 0xFF) p++;
    *out = (Segment){p[1], p, p + 2, p + 2};
    if (is_alone(out->marker)) return true;
    if (end - p < 4) return false;
    size_t length = (size_t)(p[2] << 8 | p[3]);
    if (length < 2 || length > (size_t)(end - p - 2)) return false;
    out->body = p + 4;
    out->end = p + 2 + length;
    return true;
}

/* ---- orientation ---- */

static unsigned number_at(const unsigned char *p, int bytes, bool little) {
    unsigned value = 0;
    for (int i = 0; i < bytes; i++) value = value << 8 | p[little ? bytes - 1 - i : i];
    return value;
}

/* Of a TIFF header with its first directory. */
static int orientation_in(const unsigned char *tiff, size_t size) {
    enum { ORIENTATION = 0x0112, ENTRY = 12 };
    if (size < 8 || (memcmp(tiff, "II*\0", 4) != 0 && memcmp(tiff, "MM\0*", 4) != 0)) return 1;
    bool little = tiff[0] == 'I';
    size_t at = number_at(tiff + 4, 4, little);
    if (at > size || size - at < 2) return 1;
    size_t count = number_at(tiff + at, 2, little);
    at += 2;
    for (size_t i = 0; i < count && size - at >= ENTRY; i++, at += ENTRY) {
        if (number_at(tiff + at, 2, little) != ORIENTATION) continue;
        unsigned type = number_at(tiff + at + 2, 2, little), value = number_at(tiff + at + 8, type == 4 ? 4 : 2, little);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

int photo_orientation(const unsigned char *file, size_t size) {
    const unsigned char *end = file + size;
    Segment s = {.end = file};
    while (segment_at(s.end, end, &s) && s.marker != SOS && s.marker != EOI)
        if (s.marker == APP1 && s.end - s.body > 6 && !memcmp(s.body, "Exif\0", 6)) return orientation_in(s.body + 6, (size_t)(s.end - s.body - 6));
    return 1;
}

void photo_turn(const unsigned char *from, int width, int height, int components, int orientation, unsigned char *to) {
    int across = orientation >= 5 ? height : width;
    size_t size = (size_t)components;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            int right = width - 1 - x, under = height - 1 - y;
            int column = (const int[]){x, right, right, x, y, under, under, y}[orientation - 1];
            int row = (const int[]){y, y, under, under, x, x, right, right}[orientation - 1];
            memcpy(to + ((size_t)row * (size_t)across + (size_t)column) * size, from + ((size_t)y * (size_t)width + (size_t)x) * size, size);
        }
}

/* ---- what stays ---- */

/* JFIF without its thumbnail; Adobe's marker says which colours these are. */
static void keep_segment(const Segment *s, Buffer *out) {
    enum { JFIF = 14, ADOBE = 12 };
    size_t size = (size_t)(s->end - s->body), kept = size;
    bool application = (s->marker >= APP0 && s->marker <= APP15) || s->marker == COM;
    if (application) {
        bool jfif = s->marker == APP0 && size >= JFIF && !memcmp(s->body, "JFIF", 5), adobe = s->marker == APP14 && size >= ADOBE && !memcmp(s->body, "Adobe", 5);
        if (!jfif && !adobe) return;
        kept = jfif ? JFIF : ADOBE;
    }
    const unsigned char head[] = {0xFF, (unsigned char)s->marker, (unsigned char)((kept + 2) >> 8), (unsigned char)(kept + 2)};
    buffer_append(out, head, is_alone(s->marker) ? 2 : 4);
    size_t first = out->size;
    buffer_append(out, s->body, kept);
    if (application && s->marker == APP0) out->data[first + 12] = out->data[first + 13] = 0; /* no thumbnail */
}

/* From the end of a scan's header to its next marker. */
static const unsigned char *scan_end(const unsigned char *p, const unsigned char *end) {
    for (; end - p >= 2; p++)
        if (p[0] == 0xFF && p[1] != 0 && p[1] != 0xFF && !(p[1] >= 0xD0 && p[1] <= 0xD7)) return p;
    return NULL;
}

bool photo_bare(const unsigned char *file, size_t size, Buffer *out) {
    const unsigned char *end = file + size;
    Segment s = {.end = file};
    while (segment_at(s.end, end, &s)) {
        keep_segment(&s, out);
        if (s.marker == EOI) return true;
        if (s.marker != SOS) continue;
        const unsigned char *next = scan_end(s.end, end);
        if (!next) return false;
        buffer_append(out, s.end, (size_t)(next - s.end));
        s.end = next;
    }
    return false;
}
