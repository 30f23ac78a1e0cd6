#include "edit/upgrade.h"

#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "input/source.h"
#include "input/version.h"
#include "language/language.h"
#include "job/messages.h"

static bool is_xml(const InputFile *file, bool is_main) {
    size_t n = strlen(file->name);
    return is_main || (n > 4 && strcmp(file->name + n - 4, ".xml") == 0);
}

/* The encodings in which a tag is not written in the bytes of ASCII; NULL: any other. */
static const char *wide_encoding(const InputFile *file) {
    const unsigned char *b = file->bytes;
    if (file->size < 4) return NULL;
    if ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == '<' && b[1] == 0)) return "UTF-16LE";
    if ((b[0] == 0xFE && b[1] == 0xFF) || (b[0] == 0 && b[1] == '<')) return "UTF-16BE";
    return NULL;
}

/* The bytes of a file that is changed, in its own encoding and with its own byte-order mark; NULL: it cannot be read or
 * written so. *places: that are different. */
static char *changed_bytes(Arena *arena, const InputFile *file, int version, bool is_main, size_t *size, int *places) {
    const char *wide = wide_encoding(file);
    size_t text_size = file->size;
    const char *text = wide ? source_plain_text(arena, file->bytes, file->size, &text_size) : arena_strndup(arena, (const char *)file->bytes, file->size);
    OutlineNode *root = text ? outline_read(arena, text, text_size) : NULL;
    if (!root) return NULL;
    Changes changes = {.arena = arena};
    *places = version_edit(root, text, version, is_main, &changes);
    char *changed = changes_apply(&changes, text, 0, text_size, size);
    if (!wide) return changed;
    bool mark = file->bytes[0] >= 0xFE;
    return text_convert_back(arena, wide, mark ? arena_printf(arena, "\xEF\xBB\xBF%s", changed) : changed, *size + 3 * mark, size);
}

static UpgradedFile *add_file(Arena *arena, Upgrade *out, int most) {
    if (!out->files) out->files = ARENA_ARRAY(arena, (size_t)most, UpgradedFile);
    return &out->files[out->count++];
}

bool upgrade_plan(Arena *arena, const Input *input, int version, Diagnostics *diagnostics, Upgrade *out) {
    *out = (Upgrade){.from = version, .to = LANGUAGE_VERSION};
    for (int i = 0; i < input->file_count && version < LANGUAGE_VERSION; i++) {
        const InputFile *file = &input->files[i];
        if (!is_xml(file, i == 0)) continue;
        size_t size;
        int places = 0;
        char *bytes = changed_bytes(arena, file, version, i == 0, &size, &places);
        if (!bytes) {
            diagnostics_report(diagnostics, &S102_CANNOT_READ, (Place){file->path, 0, 0}, (Report){.arguments = {error_words(EILSEQ)}});
            return false;
        }
        if (places == 0 && i) continue;
        UpgradedFile *changed = add_file(arena, out, input->file_count);
        *changed = (UpgradedFile){.name = file->name, .written = {file->name, bytes, size}};
        changed->before = source_plain_text(arena, file->bytes, file->size, &changed->before_size);
        changed->after = source_plain_text(arena, (const unsigned char *)bytes, size, &changed->after_size);
    }
    return true;
}
