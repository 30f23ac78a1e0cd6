/* A string of bytes that grows. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void buffer_room(Buffer *buffer, size_t n) {
    size_t needed;
    if (__builtin_add_overflow(buffer->size, n, &needed) || needed == SIZE_MAX) goto failed;
    needed++; /* the NUL */
    if (needed <= buffer->capacity) return;
    size_t capacity = buffer->capacity ? buffer->capacity : 64;
    while (capacity < needed) capacity = capacity > SIZE_MAX / 2 ? needed : capacity * 2;
    char *data = realloc(buffer->data, capacity);
    if (!data) goto failed;
    buffer->data = data;
    buffer->capacity = capacity;
    return;
failed:
    fputs("jaarverslag: geen geheugen meer (out of memory)\n", stderr);
    exit(3);
}

void buffer_reserve(Buffer *buffer, size_t n) {
    buffer_room(buffer, n);
}

void buffer_free(Buffer *buffer) {
    free(buffer->data);
    *buffer = (Buffer){0};
}

void buffer_append(Buffer *buffer, const void *bytes, size_t n) {
    buffer_room(buffer, n);
    if (n) memcpy(buffer->data + buffer->size, bytes, n);
    buffer->size += n;
    buffer->data[buffer->size] = '\0';
}

void buffer_puts(Buffer *buffer, const char *text) {
    buffer_append(buffer, text, strlen(text));
}

void buffer_putc(Buffer *buffer, char c) {
    buffer_append(buffer, &c, 1);
}

void buffer_printf(Buffer *buffer, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size > 0) {
        buffer_room(buffer, (size_t)size);
        vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, again);
        buffer->size += (size_t)size;
    }
    va_end(again);
}
