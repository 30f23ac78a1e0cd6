/* The scout: a typesetter's words made ahead in another thread, and the table through which they are handed over. */
#include "typeset/scout.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "typeset/typesetter.h"

enum { SLOTS = 8192 };

typedef struct Entry {
    const struct Entry *next;
    uint64_t hash;
    Word word; /* complete, and never changed once it can be found */
} Entry;

struct Scout {
    Typesetter *own;
    bool speaks[SPEECH_COUNT];    /* whose patterns were there when it began */
    _Atomic(const Entry *) slots[SLOTS];
    atomic_bool stopped;
};

Scout *scout_new(Typesetter *t) {
    Scout *s = calloc(1, sizeof *s);
    if (!s) abort();
    s->own = typesetter_new(t->fonts, NULL);
    hyphenator_free(s->own->hyphenator);
    s->own->hyphenator = t->hyphenator; /* its patterns are only read */
    for (int i = 0; i < SPEECH_COUNT; i++) s->speaks[i] = i == SPEECH_OTHER || hyphenator_ready(t->hyphenator, i);
    t->scout = s;
    return s;
}

void scout_free(Scout *s) {
    if (!s) return;
    s->own->hyphenator = NULL;
    typesetter_free(s->own);
    free(s);
}

void scout_stop(Scout *s) {
    atomic_store(&s->stopped, true);
}

bool scout_stopped(const Scout *s) {
    return atomic_load_explicit(&s->stopped, memory_order_relaxed);
}

/* Of what decides the glyphs; two typesetters number their keys each in its own way. */
static uint64_t hash_of(const FontKey *key, const char *text, size_t size) {
    return typesetter_hash(text, size, (uint64_t)key->weight << 8 | (uint64_t)key->features << 1 | key->italic);
}

static bool same_key(const FontKey *a, const FontKey *b) {
    return a->face == b->face && a->weight == b->weight && a->italic == b->italic && a->features == b->features && a->hb_language == b->hb_language &&
           a->speech == b->speech;
}

static void hand_over(Scout *s, const Word *word) {
    Entry *entry = ARENA_NEW(s->own->arena, Entry);
    entry->word = *word;
    entry->hash = hash_of(word->key, word->text, word->size);
    _Atomic(const Entry *) *slot = &s->slots[entry->hash & (SLOTS - 1)];
    entry->next = atomic_load_explicit(slot, memory_order_relaxed);
    atomic_store_explicit(slot, entry, memory_order_release);
}

void scout_text(Scout *s, const CharStyle *style, const char *text) {
    Typesetter *own = s->own;
    const FontKey *key = typesetter_key(own, style);
    if (!key || !key->face || !s->speaks[key->speech]) return;
    for (const char *p = text; *p && !scout_stopped(s);) {
        p += strspn(p, " \t\r\n");
        size_t n = strcspn(p, " \t\r\n"), before = own->word_count;
        if (!n) continue;
        const Word *word = typesetter_word(own, key, p, n);
        p += n;
        if (own->word_count == before) continue; /* met before */
        typesetter_word_chunk(own, word);
        hand_over(s, word);
    }
}

Word *scout_take(Scout *s, Arena *arena, const FontKey *key, const char *text, size_t size) {
    uint64_t hash = hash_of(key, text, size);
    const Entry *e = atomic_load_explicit(&s->slots[hash & (SLOTS - 1)], memory_order_acquire);
    while (e && (e->hash != hash || e->word.size != size || !same_key(e->word.key, key) || memcmp(e->word.text, text, size))) e = e->next;
    if (!e) return NULL;
    Word *word = ARENA_NEW(arena, Word);
    *word = e->word;
    word->key = key;
    return word;
}
