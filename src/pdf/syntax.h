/* PDF syntax into a buffer: numbers, strings, names, references. No locale, no floating point. */
#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/length.h"

void put_int(Buffer *out, int64_t value);
/* A length in points with two decimals, trailing zeros dropped. */
void put_length(Buffer *out, int64_t value);
/* value / 10^places, trailing zeros dropped; places 0..4. */
void put_scaled(Buffer *out, int64_t value, int places);
/* "12 0 R" */
void put_ref(Buffer *out, int object);
/* "/Name" with everything but regular characters escaped. */
void put_name(Buffer *out, const char *name);
/* Text string: plain when ASCII, else UTF-16BE with its byte-order mark. NULL is "". */
void put_text_string(Buffer *out, const char *utf8);
void put_text_string_n(Buffer *out, const char *utf8, size_t size);
/* Byte string in parentheses. */
void put_byte_string(Buffer *out, const void *bytes, size_t size);
/* A colour as "0.2 0.4 0 rg" or "0.5 g"; operators are "rg"/"g" or "RG"/"G". */
void put_color_operator(Buffer *out, Color color, bool stroke);

#endif
