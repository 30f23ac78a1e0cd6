/* The sRGB colour space as an ICC profile (v2.1), made here so that no file need be shipped.
 * Primaries and white are those of IEC 61966-2-1, adapted to D50 (Bradford); the curve has 256 points. */
#include <math.h>
#include <string.h>

#include "pdf/parts.h"

static void put_u32(Buffer *out, uint32_t value) {
    char bytes[4] = {(char)(value >> 24), (char)(value >> 16), (char)(value >> 8), (char)value};
    buffer_append(out, bytes, 4);
}

static void put_u16(Buffer *out, unsigned value) {
    char bytes[2] = {(char)(value >> 8), (char)value};
    buffer_append(out, bytes, 2);
}

static void put_zeros(Buffer *out, size_t count) {
    while (count--) buffer_putc(out, 0);
}

static void put_xyz(Buffer *out, uint32_t x, uint32_t y, uint32_t z) {
    buffer_puts(out, "XYZ ");
    put_u32(out, 0);
    put_u32(out, x);
    put_u32(out, y);
    put_u32(out, z);
}

/* IEC 61966-2-1: from encoded to linear, 16 bits. No value lies near a half, so rounding is the same everywhere. */
static unsigned linear(int i) {
    double v = i / 255.0;
    double l = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
    return (unsigned)floor(l * 65535 + 0.5);
}

static void put_description(Buffer *out, const char *text) {
    size_t length = strlen(text) + 1;
    buffer_puts(out, "desc");
    put_u32(out, 0);
    put_u32(out, (uint32_t)length);
    buffer_append(out, text, length);
    put_zeros(out, 4 + 4 + 2 + 1 + 67); /* no Unicode, no ScriptCode description */
}

void icc_srgb(Buffer *out) {
    enum { TAGS = 9 };
    static const char names[TAGS][5] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    uint32_t at[TAGS], sizes[TAGS];
    Buffer data = {0};
    const uint32_t base = 128 + 4 + 12 * TAGS;
    for (int i = 0; i < TAGS; i++) {
        if (i > 6) {
            at[i] = at[6], sizes[i] = sizes[6];
            continue;
        }
        while (data.size % 4) buffer_putc(&data, 0);
        size_t start = data.size;
        switch (i) {
        case 0: put_description(&data, "sRGB IEC61966-2.1"); break;
        case 1:
            buffer_puts(&data, "text");
            put_u32(&data, 0);
            buffer_append(&data, "No copyright", 13);
            break;
        case 2: put_xyz(&data, 0xF6D6, 0x10000, 0xD32D); break;
        case 3: put_xyz(&data, 0x6FA2, 0x38F5, 0x0390); break;
        case 4: put_xyz(&data, 0x6299, 0xB785, 0x18DA); break;
        case 5: put_xyz(&data, 0x24A0, 0x0F84, 0xB6CF); break;
        default:
            buffer_puts(&data, "curv");
            put_u32(&data, 0);
            put_u32(&data, 256);
            for (int k = 0; k < 256; k++) put_u16(&data, linear(k));
        }
        at[i] = base + (uint32_t)start;
        sizes[i] = (uint32_t)(data.size - start);
    }
    while (data.size % 4) buffer_putc(&data, 0);
    put_u32(out, base + (uint32_t)data.size);
    put_u32(out, 0);
    put_u32(out, 0x02100000);
    buffer_puts(out, "mntrRGB XYZ ");
    static const unsigned date[] = {1998, 2, 9, 6, 49, 0}; /* the day of the standard's own profile */
    for (int i = 0; i < 6; i++) put_u16(out, date[i]);
    buffer_puts(out, "acsp");
    put_zeros(out, 28); /* platform, flags, maker, model, attributes, intent */
    put_u32(out, 0xF6D6);
    put_u32(out, 0x10000);
    put_u32(out, 0xD32D);
    put_zeros(out, 48);
    put_u32(out, TAGS);
    for (int i = 0; i < TAGS; i++) {
        buffer_append(out, names[i], 4);
        put_u32(out, at[i]);
        put_u32(out, sizes[i]);
    }
    buffer_append(out, data.data, data.size);
    buffer_free(&data);
}
