/* A cell speaks of what the head of its column and the name of its row say, when both are understood to the last word. */
#include "prose/cell.h"

#include <string.h>
#include <strings.h>

#include "prose/verdict.h"

/* The words of the head rows over a column. */
static const char *head_of(Arena *arena, const Table *table, int column) {
    const char *head = "";
    for (int i = 0; i < table->row_count && table->rows[i].head; i++)
        for (int k = 0; k < table->rows[i].cell_count; k++) {
            const TableCell *cell = &table->rows[i].cells[k];
            if (cell->column <= column && column < cell->column + cell->columns) head = arena_printf(arena, "%s %s", head, cell->text);
        }
    return head;
}

/* The caption, by the passage that belongs to the table; "" when it has none. */
static const char *caption_of(const Narrative *text, int table) {
    for (int i = 0; i < text->passage_count; i++)
        if (text->passages[i].kind == PASSAGE_CAPTION && text->passages[i].table == table) return text->passages[i].text;
    return "";
}

static bool holds_digit(const char *text) {
    return strpbrk(text, "0123456789") != NULL;
}

/* Tables of wishes, and of other years. */
static bool is_of_now(const char *words) {
    static const char *const others[] = {"gewenst", "verwacht", "prognose", "volgend", "komend", "vorig", "doel", "plan", "norm", "maxim", "minim"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcasestr(words, others[i])) return false;
    return !holds_digit(words);
}

/* The unit that the words name; an amount when the row is a budget line and the column budget or result. */
static const char *unit_of_words(Arena *arena, const char *words) {
    char *rest = NULL;
    unsigned measures;
    const char *unit = NULL;
    for (char *word = strtok_r(reading_lower(arena, words), " ,.;:()", &rest); word && !unit; word = strtok_r(NULL, " ,.;:()", &rest)) unit = topic_unit(word, &measures);
    return unit;
}

/* Does the cell hold the number and nothing else? */
static bool is_bare(const Passage *passage, const ProseItem *item) {
    const char *text = passage->text;
    size_t start = strspn(text, " "), end = item->end + strspn(text + item->end, " ");
    return item->at == start && end == passage->size && !*item->noun;
}

Match cell_judge(const Matcher *m, const ProseItem *item) {
    const Match open = {VERDICT_OPEN, NULL};
    const Narrative *text = m->p->text;
    const Passage *passage = &text->passages[item->passage];
    if (passage->table == NO_INDEX || passage->row == NO_INDEX || passage->column < 1 || !is_bare(passage, item)) return open;
    const Table *table = &text->tables[passage->table];
    const TableRow *row = &table->rows[passage->row];
    const char *head = head_of(m->arena, table, passage->column), *name = row->cells[0].text, *caption = caption_of(text, passage->table);
    if (!*head || !*name || row->head || row->cells[0].columns != 1 || !is_of_now(head) || !is_of_now(name) || !is_of_now(caption)) return open;
    const char *words = arena_printf(m->arena, "%s ; %s", name, head);
    Reading r = {.text = reading_lower(m->arena, words)};
    r.unit = item->kind == PROSE_AMOUNT ? "EUR" : item->kind == PROSE_COUNT ? unit_of_words(m->arena, words) : NULL;
    if (!r.unit && item->kind == PROSE_COUNT) r.unit = unit_of_words(m->arena, caption);
    if (!r.unit) return open;
    int before = r.entity_count;
    reading_take_names(m, &r);
    reading_take_words(m, &r);
    bool row_known = r.entity_count > before || r.total;
    if (r.lost || !row_known || (strcmp(r.unit, "EUR") == 0 && !r.measures)) return open;
    return verdict_of(m, item, &r, false);
}
