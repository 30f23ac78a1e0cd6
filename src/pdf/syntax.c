/* PDF syntax into a buffer: numbers, strings, names, references. */
#include <string.h>

#include "base/text.h"
#include "pdf/syntax.h"

/* Digits of a magnitude, right to left into the end of text; returns where they start. */
static char *digits(char *end, uint64_t value) {
    do *--end = (char)('0' + value % 10);
    while (value /= 10);
    return end;
}

void put_int(Buffer *out, int64_t value) {
    char text[24], *end = text + sizeof text, *start = digits(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
    if (value < 0) *--start = '-';
    buffer_append(out, start, (size_t)(end - start));
}

void put_scaled(Buffer *out, int64_t value, int places) {
    static const uint64_t powers[] = {1, 10, 100, 1000, 10000};
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t whole = magnitude / powers[places], part = magnitude % powers[places];
    char text[32], *end = text + sizeof text, *start = end;
    if (part) {
        int left = places;
        while (part % 10 == 0) part /= 10, left--;
        for (; left > 0; left--, part /= 10) *--start = (char)('0' + part % 10);
        *--start = '.';
    }
    if (whole || !part) start = digits(start, whole);
    if (value < 0) *--start = '-';
    buffer_append(out, start, (size_t)(end - start));
}

void put_length(Buffer *out, int64_t value) {
    put_scaled(out, (value + (value < 0 ? -5 : 5)) / 10, 2);
}

void put_ref(Buffer *out, int object) {
    put_int(out, object);
    buffer_append(out, " 0 R", 4);
}

void put_name(Buffer *out, const char *name) {
    static const char hex[] = "0123456789ABCDEF";
    buffer_putc(out, '/');
    size_t length = 0; /* names end at 127 bytes */
    for (; *name && length < 120; name++) {
        unsigned char c = (unsigned char)*name;
        if (c > ' ' && c < 127 && !strchr("#()<>[]{}/%", c)) {
            buffer_putc(out, (char)c);
            length++;
        } else {
            char escaped[3] = {'#', hex[c >> 4], hex[c & 15]};
            buffer_append(out, escaped, 3);
            length += 3;
        }
    }
}

void put_byte_string(Buffer *out, const void *bytes, size_t size) {
    const char *p = bytes;
    buffer_putc(out, '(');
    size_t from = 0;
    for (size_t i = 0; i < size; i++) {
        char c = p[i];
        if (c != '(' && c != ')' && c != '\\' && c != '\r') continue;
        buffer_append(out, p + from, i - from);
        if (c == '\r') buffer_append(out, "\\r", 2);
        else {
            buffer_putc(out, '\\');
            buffer_putc(out, c);
        }
        from = i + 1;
    }
    buffer_append(out, p + from, size - from);
    buffer_putc(out, ')');
}

static bool plain(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] < ' ' || (unsigned char)text[i] > 126) return false;
    return true;
}

void put_text_string_n(Buffer *out, const char *utf8, size_t size) {
    if (size > 30000) size = 30000; /* strings end at 32767 bytes in PDF/A-2; an odd tail becomes U+FFFD */
    if (plain(utf8, size)) {
        put_byte_string(out, utf8, size);
        return;
    }
    Buffer wide = {0};
    buffer_append(&wide, "\xFE\xFF", 2);
    const char *p = utf8, *end = utf8 + size;
    while (p < end && wide.size < 32700) {
        uint32_t c = utf8_next(&p, end);
        char units[4] = {(char)(c >> 8), (char)c};
        if (c > 0xFFFF) {
            uint32_t high = 0xD800 + ((c - 0x10000) >> 10), low = 0xDC00 + ((c - 0x10000) & 0x3FF);
            units[0] = (char)(high >> 8), units[1] = (char)high, units[2] = (char)(low >> 8), units[3] = (char)low;
        }
        buffer_append(&wide, units, c > 0xFFFF ? 4 : 2);
    }
    put_byte_string(out, wide.data, wide.size);
    buffer_free(&wide);
}

void put_text_string(Buffer *out, const char *utf8) { put_text_string_n(out, utf8 ? utf8 : "", utf8 ? strlen(utf8) : 0); }

void put_color_operator(Buffer *out, Color color, bool stroke) {
    const int parts[3] = {color.r, color.g, color.b};
    bool grey = color.r == color.g && color.g == color.b;
    for (int i = 0; i < (grey ? 1 : 3); i++) {
        put_scaled(out, (parts[i] * 2000 + 255) / 510, 3);
        buffer_putc(out, ' ');
    }
    buffer_puts(out, grey ? (stroke ? "G\n" : "g\n") : (stroke ? "RG\n" : "rg\n"));
}
