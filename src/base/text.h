/* UTF-8 and the other encodings that spreadsheets write. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The code point at *p, which moves past it; 0 at the end. Ill-formed bytes give U+FFFD, one byte each. */
uint32_t utf8_next(const char **p, const char *end);
/* Writes a code point; returns the number of bytes (1..4). */
int utf8_put(uint32_t c, char out[4]);
size_t utf8_length(const char *text, size_t bytes); /* in code points */
bool utf8_valid(const char *text, size_t bytes);
/* Canonical composition of letters with combining marks (é as e + U+0301 becomes one), through HarfBuzz's
 * tables at shaping time; here only: does the text hold anything a PDF may not hold (controls)? */
bool utf8_printable(const char *text, size_t bytes);
/* The text in capitals: Latin letters with their accents (é becomes É, ß stays). */
char *text_capitals(Arena *arena, const char *text);
/* Bytes of a file as UTF-8: a byte-order mark decides (UTF-8, UTF-16LE/BE), else valid UTF-8 is UTF-8,
 * else Windows-1252; decoded by iconv. NULL with *bad_offset set when it cannot be decoded. */
char *text_decode(Arena *arena, const char *bytes, size_t size, size_t *out_size, const char **encoding, size_t *bad_offset);

/* Bytes in a named encoding as UTF-8. NULL with *bad_offset at the first byte that does not fit, or SIZE_MAX when
 * there is no such encoding. */
char *text_convert(Arena *arena, const char *from, const char *bytes, size_t size, size_t *out_size, size_t *bad_offset);

/* UTF-8 in a named encoding; NULL when the encoding is unknown or lacks a character. */
char *text_convert_back(Arena *arena, const char *to, const char *text, size_t size, size_t *out_size);

/* Does an address lead to a page, a message or a number? False for what a viewer may run (javascript:) or open on the
 * reader's machine (file:). An address without a scheme is one of the document's own. */
bool address_is_safe(const char *address);

#endif
