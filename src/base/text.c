/* UTF-8 and the other encodings that spreadsheets write. */
#include "base/text.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

enum { REPLACEMENT = 0xFFFD };

/* Length of the well-formed sequence at p (Unicode, table 3-7), its code point in *out; 0 when ill-formed. */
static int decode(const unsigned char *p, const unsigned char *end, uint32_t *out) {
    if (p[0] < 0x80) {
        *out = p[0];
        return 1;
    }
    int size = p[0] >= 0xC2 && p[0] <= 0xDF ? 2 : p[0] >= 0xE0 && p[0] <= 0xEF ? 3 : p[0] >= 0xF0 && p[0] <= 0xF4 ? 4 : 0;
    if (!size || end - p < size) return 0;
    unsigned low = 0x80, high = 0xBF;
    if (p[0] == 0xE0) low = 0xA0;
    if (p[0] == 0xED) high = 0x9F;
    if (p[0] == 0xF0) low = 0x90;
    if (p[0] == 0xF4) high = 0x8F;
    if (p[1] < low || p[1] > high) return 0;
    uint32_t c = p[0] & (0x7Fu >> size);
    for (int i = 1; i < size; i++) {
        if ((p[i] & 0xC0) != 0x80) return 0;
        c = c << 6 | (p[i] & 0x3Fu);
    }
    *out = c;
    return size;
}

uint32_t utf8_next(const char **p, const char *end) {
    if (*p >= end) return 0;
    uint32_t c;
    int size = decode((const unsigned char *)*p, (const unsigned char *)end, &c);
    *p += size ? size : 1;
    return size ? c : REPLACEMENT;
}

int utf8_put(uint32_t c, char out[4]) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = REPLACEMENT;
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    int size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (int i = size - 1; i > 0; i--, c >>= 6) out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00 >> size & 0xFF) | c);
    return size;
}

size_t utf8_length(const char *text, size_t bytes) {
    size_t n = 0;
    for (const char *p = text, *end = text + bytes; p < end; n++) utf8_next(&p, end);
    return n;
}

/* Offset of the first ill-formed byte, or size. */
static size_t valid_prefix(const char *text, size_t size) {
    const unsigned char *p = (const unsigned char *)text, *end = p + size;
    uint32_t c;
    while (p < end) {
        int n = decode(p, end, &c);
        if (!n) break;
        p += n;
    }
    return (size_t)((const char *)p - text);
}

bool utf8_valid(const char *text, size_t bytes) {
    return valid_prefix(text, bytes) == bytes;
}

/* Latin-1 and Latin Extended-A: the capital of a small letter, which stands 32 or 1 before it. */
static uint32_t capital_of(uint32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) return c - 32;
    if (c == 0xFF) return 0x178;
    bool odd_is_small = (c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14A && c <= 0x177);
    bool even_is_small = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if ((odd_is_small && (c & 1)) || (even_is_small && !(c & 1))) return c - 1;
    return c;
}

char *text_capitals(Arena *arena, const char *text) {
    size_t n = strlen(text);
    char *out = arena_alloc(arena, 3 * n + 1), *at = out; /* an ill-formed byte becomes the three of U+FFFD */
    for (const char *p = text, *end = text + n; p < end;) at += utf8_put(capital_of(utf8_next(&p, end)), at);
    *at = '\0';
    return out;
}

bool utf8_printable(const char *text, size_t bytes) {
    const char *p = text, *end = text + bytes;
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return false;
        if (c >= 0x7F && c < 0xA0) return false;
        if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) return false;
    }
    return true;
}

/* Through iconv into the arena; out is at most three times as large as an 8-bit or 16-bit source. */
char *text_convert(Arena *arena, const char *from, const char *bytes, size_t size, size_t *out_size, size_t *bad_offset) {
    if (strcasecmp(from, "UTF-8") == 0) {
        *out_size = *bad_offset = valid_prefix(bytes, size);
        return *bad_offset == size ? arena_strndup(arena, bytes, size) : NULL;
    }
    iconv_t converter = iconv_open("UTF-8", from);
    if (converter == (iconv_t)-1) {
        *bad_offset = SIZE_MAX;
        return NULL;
    }
    size_t room = size * 3;
    char *text = arena_alloc(arena, room + 1), *out = text, *in = (char *)bytes;
    size_t in_left = size, out_left = room;
    size_t result = iconv(converter, &in, &in_left, &out, &out_left);
    iconv_close(converter);
    if (result == (size_t)-1) {
        *bad_offset = (size_t)(in - bytes);
        return NULL;
    }
    *out_size = (size_t)(out - text);
    *out = '\0';
    return text;
}

/* Encodings that a byte-order mark tells; the mark itself is not part of the text. */
static const struct {
    const char *mark;
    size_t size;
    const char *encoding;
} marks[] = {{"\xEF\xBB\xBF", 3, "UTF-8"}, {"\xFF\xFE", 2, "UTF-16LE"}, {"\xFE\xFF", 2, "UTF-16BE"}};

char *text_decode(Arena *arena, const char *bytes, size_t size, size_t *out_size, const char **encoding, size_t *bad_offset) {
    *bad_offset = 0;
    size_t skip = 0;
    *encoding = NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks && !*encoding; i++)
        if (size >= marks[i].size && memcmp(bytes, marks[i].mark, marks[i].size) == 0) {
            *encoding = marks[i].encoding;
            skip = marks[i].size;
        }
    bool marked = *encoding != NULL;
    if (!marked) *encoding = utf8_valid(bytes, size) ? "UTF-8" : "WINDOWS-1252";
    bytes += skip;
    size -= skip;
    char *text = text_convert(arena, *encoding, bytes, size, out_size, bad_offset);
    if (!text) *bad_offset += skip;
    return text;
}

/* Viewers pass over spaces and controls within a scheme, so these are none of a good one. */
bool address_is_safe(const char *address) {
    static const char *const SCHEMES[] = {"https", "http", "mailto", "tel", "ftp", "ftps", "sftp", "urn", "doi"};
    const char *colon = strchr(address, ':');
    if (!colon || strcspn(address, "/?#") < (size_t)(colon - address)) return *address != '\\'; /* no share of a network */
    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        if (strlen(SCHEMES[i]) == (size_t)(colon - address) && !strncasecmp(address, SCHEMES[i], (size_t)(colon - address))) return true;
    return false;
}

char *text_convert_back(Arena *arena, const char *to, const char *text, size_t size, size_t *out_size) {
    iconv_t converter = iconv_open(to, "UTF-8");
    if (converter == (iconv_t)-1) return NULL;
    size_t room = 4 * size + 4, left = room;
    char *out = arena_alloc(arena, room), *at = out, *in = (char *)text;
    bool whole = iconv(converter, &in, &size, &at, &left) != (size_t)-1;
    iconv_close(converter);
    *out_size = room - left;
    return whole ? out : NULL;
}
