/* Files of the input: reading, decoding, and line and column of every byte. */
#include "input/source.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "input/messages.h"

/* The offset in the file of an offset in the text. */
static size_t plain_offset(const Source *source, size_t offset) {
    const Edit *before = NULL;
    for (int i = 0; i < source->edit_count && source->edits[i].start <= offset; i++) before = &source->edits[i];
    if (before) offset = offset < before->end ? before->stop : before->stop + (offset - before->end);
    return offset < source->plain_size ? offset : source->plain_size;
}

Place source_place(const Source *source, size_t offset) {
    offset = plain_offset(source, offset);
    int low = 0, high = source->line_count - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (source->lines[middle] <= offset) low = middle;
        else high = middle - 1;
    }
    size_t start = source->lines[low];
    size_t from = start;
    int column = 1;
    if (source->last->start == start && source->last->column && source->last->offset <= offset) from = source->last->offset, column = source->last->column;
    column += (int)utf8_length(source->plain + from, offset - from);
    source->last->start = start, source->last->offset = offset, source->last->column = column;
    return (Place){source->name, low + 1, column};
}

/* A line ends with LF, CR LF or CR. */
void source_set_text(Source *source, Arena *arena, const char *text, size_t size) {
    source->text = source->plain = text;
    source->last = arena_array(arena, 1, sizeof *source->last);
    source->size = source->plain_size = size;
    size_t count = 1;
    for (size_t i = 0; i < size; i++) count += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    source->lines = ARENA_ARRAY(arena, count, size_t);
    source->line_count = 1;
    for (size_t i = 0; i < size; i++)
        if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) source->lines[source->line_count++] = i + 1;
}

static void remember(Loader *loader, const char *real, const unsigned char *bytes, size_t size) {
    Input *input = loader->input;
    if ((input->file_count & (input->file_count - 1)) == 0) { /* full at every power of two */
        InputFile *files = ARENA_ARRAY(loader->arena, input->file_count ? (size_t)input->file_count * 2 : 1, InputFile);
        if (input->file_count) memcpy(files, input->files, (size_t)input->file_count * sizeof *files);
        input->files = files;
    }
    size_t skip = strlen(input->folder);
    if (skip > 1) skip++;
    input->files[input->file_count++] = (InputFile){real, real + skip, bytes, size};
}

int source_bytes(Loader *loader, Source *source, const char *real, const unsigned char **bytes, size_t *size) {
    source->real = real;
    for (int i = 0; i < loader->input->file_count; i++)
        if (strcmp(loader->input->files[i].path, real) == 0) {
            *bytes = loader->input->files[i].bytes;
            *size = loader->input->files[i].size;
            loader->total += *size;
            return loader->total > MAX_TOTAL ? EFBIG : 0;
        }
    Buffer buffer = {0};
    int error = strcmp(source->name, "-") == 0 ? stream_read(STDIN_FILENO, MAX_FILE, &buffer) : file_read(real, MAX_FILE, &buffer);
    if (error) return error;
    loader->total += buffer.size;
    if (loader->total <= MAX_TOTAL) {
        *bytes = (const unsigned char *)arena_strndup(loader->arena, buffer.data, buffer.size);
        *size = buffer.size;
        remember(loader, real, *bytes, *size);
    } else error = EFBIG;
    buffer_free(&buffer);
    return error;
}

/* The encoding that the XML declaration names, "" when it names none. */
static void declared_encoding(const unsigned char *bytes, size_t size, char out[48]) {
    out[0] = '\0';
    char head[256];
    size_t n = size < sizeof head - 1 ? size : sizeof head - 1;
    memcpy(head, bytes, n);
    head[n] = '\0';
    char *end = strstr(head, "?>"), *at = strstr(head, "encoding");
    if (strncmp(head, "<?xml", 5) != 0 || !at || !end || at > end) return;
    at += 8;
    at += strspn(at, " \t\r\n");
    if (*at++ != '=') return;
    at += strspn(at, " \t\r\n");
    char quote = *at++;
    size_t length = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    if ((quote != '"' && quote != '\'') || at[length] != quote || length >= 48) return;
    memcpy(out, at, length);
    out[length] = '\0';
}

/* Encoding of an XML file, and the size of its byte-order mark. */
static const char *xml_encoding(const unsigned char *b, size_t size, char declared[48], size_t *mark) {
    *mark = 0;
    if (size >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0) return *mark = 3, "UTF-8";
    if (size >= 2 && b[0] == 0xFF && b[1] == 0xFE) return *mark = 2, "UTF-16LE";
    if (size >= 2 && b[0] == 0xFE && b[1] == 0xFF) return *mark = 2, "UTF-16BE";
    if (size >= 4 && memcmp(b, "<\0?\0", 4) == 0) return "UTF-16LE";
    if (size >= 4 && memcmp(b, "\0<\0?", 4) == 0) return "UTF-16BE";
    declared_encoding(b, size, declared);
    return *declared ? declared : "UTF-8";
}

char *source_plain_text(Arena *arena, const unsigned char *bytes, size_t size, size_t *out_size) {
    char declared[48];
    size_t mark, bad = 0;
    const char *encoding = xml_encoding(bytes, size, declared, &mark);
    return text_convert(arena, encoding, (const char *)bytes + mark, size - mark, out_size, &bad);
}

bool source_decode_xml(Loader *loader, Source *source, const unsigned char *bytes, size_t size) {
    char declared[48];
    size_t mark, bad = 0, out_size = 0;
    const char *encoding = xml_encoding(bytes, size, declared, &mark);
    bytes += mark;
    size -= mark;
    char *text = text_convert(loader->arena, encoding, (const char *)bytes, size, &out_size, &bad);
    if (text) {
        source_set_text(source, loader->arena, text, out_size);
        return true;
    }
    loader->broken = true;
    Place place = {source->name, 1, 1};
    if (bad == SIZE_MAX) {
        diagnostics_report(loader->diagnostics, &I103_UNKNOWN_ENCODING, place, (Report){.arguments = {encoding}});
        return false;
    }
    char *good = text_convert(loader->arena, encoding, (const char *)bytes, bad, &out_size, &mark);
    if (good) {
        source_set_text(source, loader->arena, good, out_size);
        place = source_place(source, out_size);
    }
    char *byte = arena_printf(loader->arena, "0x%02X", bytes[bad < size ? bad : size - 1]);
    diagnostics_report(loader->diagnostics, &I102_ENCODING, place, (Report){.arguments = {encoding, byte}});
    return false;
}
