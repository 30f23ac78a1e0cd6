/* A string of bytes that grows. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

typedef struct Buffer {
    char *data;  /* NUL-terminated when not NULL; heap */
    size_t size; /* bytes, without the NUL */
    size_t capacity;
} Buffer;

/* A Buffer starts as {0}; buffer_free releases it and makes it {0} again. */
void buffer_free(Buffer *buffer);
/* Makes room for n more bytes behind size, to write them there oneself. */
void buffer_reserve(Buffer *buffer, size_t n);
void buffer_append(Buffer *buffer, const void *bytes, size_t n);
void buffer_puts(Buffer *buffer, const char *text);
void buffer_putc(Buffer *buffer, char c);
__attribute__((format(printf, 2, 3))) void buffer_printf(Buffer *buffer, const char *format, ...);

#endif
