/* What stands between a font file and HarfBuzz.
 *
 * Distributions build fonts anew, so that any build is used, also one that the catalogue does not know, when it is what
 * it says and whole; one that is not, when it is known by its checksum. Whole is: every table lies in the file and apart
 * from the others, the tables that are needed are there, and each has the sum that the file itself gives for it, as has
 * the file: what was torn, overwritten or fell over is found by that. Family, weight and slant are those that the
 * catalogue promises, so that a file of that name does not set something else, and its rights allow a subset of it in a
 * document (OS/2 fsType). Who changes a font on purpose can make the sums right again: HarfBuzz bounds what it reads, and
 * nothing of this program reads a table without asking for its length. Files are named by the catalogue alone, never by
 * an input. */
#include <endian.h>
#include <string.h>

#include <hb-ot.h>

#include "typeset/face.h"

enum { HEADER = 12, RECORD = 16, TABLES_MOST = 64 };

#define WHOLE_SUM 0xB1B0AFBAu

typedef struct Table {
    uint32_t tag, sum, offset, length;
} Table;

static uint32_t u32(const unsigned char *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Words from the most significant byte on, the last filled up with zeros. */
static uint32_t sum_of(const unsigned char *p, size_t size) {
    uint32_t sum = 0, word;
    unsigned char rest[4] = {0};
    for (; size >= 4; p += 4, size -= 4) {
        memcpy(&word, p, 4); /* not byte by byte: there are millions */
        sum += be32toh(word);
    }
    memcpy(rest, p, size);
    return sum + u32(rest);
}

static bool apart(const Table *tables, int count) {
    for (int i = 0; i < count; i++)
        for (int k = 0; k < i; k++)
            if (tables[i].length && tables[k].length && tables[i].offset < tables[k].offset + tables[k].length &&
                tables[k].offset < tables[i].offset + tables[i].length) return false;
    return true;
}

static bool has(const Table *tables, int count, const char *tag) {
    for (int i = 0; i < count; i++)
        if (tables[i].tag == u32((const unsigned char *)tag)) return tables[i].length > 0;
    return false;
}

static bool complete(const Table *tables, int count) {
    static const char *const NEEDED[] = {"OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"};
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (!has(tables, count, NEEDED[i])) return false;
    return has(tables, count, "CFF ") || (has(tables, count, "glyf") && has(tables, count, "loca"));
}

/* The sum of head leaves out its third word, which makes the sum of the whole file what it must be. */
static bool sum_agrees(const unsigned char *bytes, const Table *t) {
    uint32_t sum = sum_of(bytes + t->offset, t->length);
    if (t->tag == HB_TAG('h', 'e', 'a', 'd')) {
        if (t->length < 54) return false;
        sum -= u32(bytes + t->offset + 8);
    }
    return sum == t->sum;
}

static bool whole(const unsigned char *bytes, size_t size) {
    Table tables[TABLES_MOST];
    if (size < HEADER || (u32(bytes) != 0x00010000 && u32(bytes) != HB_TAG('O', 'T', 'T', 'O'))) return false;
    int count = bytes[4] << 8 | bytes[5];
    if (!count || count > TABLES_MOST || HEADER + RECORD * (size_t)count > size) return false;
    for (int i = 0; i < count; i++) {
        const unsigned char *p = bytes + HEADER + RECORD * i;
        Table *t = &tables[i];
        *t = (Table){u32(p), u32(p + 4), u32(p + 8), u32(p + 12)};
        if (i && tables[i - 1].tag >= t->tag) return false;
        if (t->offset % 4 || t->offset < HEADER + RECORD * (size_t)count || t->offset > size || t->length > size - t->offset) return false;
        if (!sum_agrees(bytes, t)) return false;
    }
    return apart(tables, count) && complete(tables, count) && sum_of(bytes, size) == WHOLE_SUM;
}

bool face_whole(const Face *face) {
    return face->bytes.data && whole((const unsigned char *)face->bytes.data, face->bytes.size);
}

/* A 16-bit value of OS/2. */
static unsigned os2(hb_face_t *face, unsigned at) {
    unsigned size = 0;
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &size);
    unsigned value = at + 2 <= size ? (unsigned)(p[at] << 8 | p[at + 1]) : 0;
    hb_blob_destroy(blob);
    return value;
}

static bool family_is(hb_face_t *face, hb_ot_name_id_t id, const char *family) {
    char name[128] = "";
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, name);
    return !strcmp(name, family);
}

bool face_as_promised(const Face *face) {
    bool family = family_is(face->hb, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, face->family) || family_is(face->hb, HB_OT_NAME_ID_FONT_FAMILY, face->family);
    return family && os2(face->hb, 4) == (unsigned)face->weight && (os2(face->hb, 62) & 1) == face->italic;
}

bool face_embeddable(const Face *face) {
    enum { FSTYPE = 8, RIGHTS = 0xF, RESTRICTED = 2, NO_SUBSET = 0x100, BITMAPS_ONLY = 0x200 };
    unsigned rights = os2(face->hb, FSTYPE);
    return (rights & RIGHTS) != RESTRICTED && !(rights & (NO_SUBSET | BITMAPS_ONLY));
}
