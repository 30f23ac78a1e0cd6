/* Which program this is: the build ids of the executable and of every library it runs with, and what it always reads. */
#include <link.h>
#include <string.h>

#include "base/file.h"
#include "job/resources.h"

enum { HYPHENATION_MOST = 4 << 20 };

/* A note of the linker: name, type, then the id. Sizes are padded to four bytes. */
static void put_build_ids(Buffer *out, const char *note, size_t size) {
    const char *end = note + size;
    while ((size_t)(end - note) >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        memcpy(&head, note, sizeof head);
        const char *name = note + sizeof head, *value = name + ((head.n_namesz + 3u) & ~3u);
        const char *next = value + ((head.n_descsz + 3u) & ~3u);
        if (next > end || next <= note) return;
        if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 && !memcmp(name, "GNU", 4)) buffer_append(out, value, head.n_descsz);
        note = next;
    }
}

/* The kernel's own object (linux-vdso) belongs to the machine, not to the program. */
static int meet_object(struct dl_phdr_info *object, size_t size, void *out) {
    (void)size;
    if (object->dlpi_name && strstr(object->dlpi_name, "vdso")) return 0;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type == PT_NOTE) put_build_ids(out, (const char *)object->dlpi_addr + part->p_vaddr, part->p_memsz); /* NOLINT */
    }
    return 0;
}

static void put_patterns(Buffer *out) {
    static const char *const FILES[] = {"hyph_nl_NL.dic", "hyph_en_GB.dic"};
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        Buffer bytes = {0}, path = {0};
        char digest[65] = "";
        buffer_printf(&path, "%s/%s", HYPHENATION, FILES[i]);
        if (file_read(path.data, HYPHENATION_MOST, &bytes) == 0) sha256_hex(bytes.data, bytes.size, digest);
        buffer_puts(out, digest);
        buffer_free(&bytes);
        buffer_free(&path);
    }
}

void resources_identity(Resources *resources, const FileLog *read, char out[65]) {
    Buffer all = {0};
    dl_iterate_phdr(meet_object, &all);
    size_t folder = strlen(resources_folder(resources));
    for (int i = 0; i < read->count; i++) {
        const char *path = read->files[i].path;
        bool own = !strncmp(path, resources_folder(resources), folder) && path[folder] == '/';
        buffer_printf(&all, "%s %s\n", own ? path + folder : path, read->files[i].sha256);
    }
    put_patterns(&all);
    sha256_hex(all.data, all.size, out);
    buffer_free(&all);
}
