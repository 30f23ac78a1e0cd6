/* Words with the places where they may break.
 *
 * Patterns see letters, not words: in "werkplekleren" they find "werkple-kleren". A reader sees the parts. So a word is
 * taken apart from the left, by the longest beginning that the list has, then by the longest ending; between two parts
 * a line breaks best, and what is left between them is asked of the patterns as a word of its own. A part counts only
 * when at least three letters remain ("studenten" is no "student-en"). */
#include "typeset/wordlist.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "typeset/word.h"

enum { LONGEST_ENTRY = 40, REMAINS = 3 };
typedef enum WordPlace { WHOLE, BEGINNING, ENDING, PLACES } WordPlace;

typedef struct Entry {
    Map *map;
    const char *letters;
    void *before; /* what the map had */
} Entry;

struct WordList {
    Arena *arena;
    Map *words[PLACES]; /* letters -> string of marks, one a letter */
    Entry *entries;
    size_t count, capacity;
    int longest[PLACES]; /* characters */
};

WordList *wordlist_new(void) {
    WordList *list = calloc(1, sizeof *list);
    if (!list) abort();
    list->arena = arena_new();
    for (int i = 0; i < PLACES; i++) list->words[i] = map_new(list->arena);
    return list;
}

void wordlist_free(WordList *list) {
    if (!list) return;
    arena_free(list->arena);
    free(list->entries);
    free(list);
}

static void add(WordList *list, WordPlace place, const char *letters, int count, const char *marks) {
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 256;
        list->entries = realloc(list->entries, list->capacity * sizeof *list->entries);
        if (!list->entries) abort();
    }
    Entry *e = &list->entries[list->count++];
    e->map = list->words[place];
    e->letters = arena_strdup(list->arena, letters);
    e->before = map_put(e->map, e->letters, arena_strdup(list->arena, marks));
    if (count > list->longest[place]) list->longest[place] = count;
}

/* One line: letters, and before which of them the word breaks. */
static bool read_line(WordList *list, const char *line, const char *end) {
    char letters[LONGEST_ENTRY * 4 + 1], marks[LONGEST_ENTRY + 1];
    int count = 0, size = 0;
    WordPlace place = WHOLE;
    if (line < end && *line == '-') place = ENDING, line++;
    for (bool hyphen = false; line < end;) {
        uint32_t c = utf8_next(&line, end);
        if (c == '-') {
            if (hyphen || !count) return false;
            hyphen = true;
            if (line == end) {
                if (place == ENDING) return false;
                place = BEGINNING;
            }
            continue;
        }
        if (!is_letter(c) || to_lower(c) != c || count == LONGEST_ENTRY) return false;
        marks[count++] = hyphen ? '1' : '0';
        hyphen = false;
        size += utf8_put(c, letters + size);
    }
    letters[size] = marks[count] = '\0';
    if (count < 2) return false;
    add(list, place, letters, count, marks);
    return true;
}

int wordlist_read(WordList *list, const char *text, size_t size) {
    int number = 0, fault = 0;
    for (const char *p = text, *end = text + size; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p)), *last;
        if (!stop) stop = end;
        number++;
        last = memchr(p, '#', (size_t)(stop - p));
        if (!last) last = stop;
        while (p < last && (*p == ' ' || *p == '\t')) p++;
        while (last > p && strchr(" \t\r", last[-1])) last--;
        if (p < last && !read_line(list, p, last) && !fault) fault = number;
        p = stop + 1;
    }
    return fault;
}

size_t wordlist_size(const WordList *list) {
    return list->count;
}

void wordlist_forget(WordList *list, size_t mark) {
    while (list->count > mark) {
        Entry *e = &list->entries[--list->count];
        map_put(e->map, e->letters, e->before);
    }
}

static const char *find(const WordList *list, WordPlace place, const uint32_t *word, int count) {
    char letters[LONGEST_ENTRY * 4 + 1];
    int size = 0;
    if (count > list->longest[place]) return NULL;
    for (int i = 0; i < count; i++) size += utf8_put(word[i], letters + size);
    letters[size] = '\0';
    return map_get(list->words[place], letters);
}

static void put(char *marks, const char *entry, int count, bool joined) {
    for (int i = 0; i < count; i++)
        if (entry[i] == '1') marks[i] = MARK_WITHIN;
    if (joined) marks[0] = MARK_BETWEEN;
}

bool wordlist_marks(const WordList *list, const uint32_t *word, int count, char *marks, WordPatterns patterns,
                    void *data) {
    const char *entry = NULL;
    bool joined = false, known = false;
    for (; count; joined = true) {
        int taken = 0;
        if ((entry = find(list, WHOLE, word, count))) break;
        for (int n = count - REMAINS < list->longest[BEGINNING] ? count - REMAINS : list->longest[BEGINNING];
             n > 1 && !entry; n--)
            if ((entry = find(list, BEGINNING, word, n))) taken = n;
        if (!entry) break;
        put(marks, entry, taken, joined);
        known = true;
        word += taken;
        marks += taken;
        count -= taken;
        entry = NULL;
    }
    if (entry) {
        put(marks, entry, count, joined);
        return true;
    }
    int ending =
        0; /* letters of an ending, when the list has it, with enough before it or all that is left after a beginning */
    for (int n = count < list->longest[ENDING] ? count : list->longest[ENDING]; n > 1 && !ending; n--)
        if (((n == count && joined) || count - n >= REMAINS) && (entry = find(list, ENDING, word + count - n, n)))
            ending = n;
    if (!ending && !known) return false;
    int head = count - ending;
    if (head) patterns(data, word, head, marks);
    if (joined) marks[0] = MARK_BETWEEN;
    if (ending) put(marks + head, entry, ending, true);
    return true;
}
