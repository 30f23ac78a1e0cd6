/* check --numbers: every quantity, date and reference of the text, with what the data know of it. */
#include "command/numbers.h"

#include <jansson.h>
#include <string.h>

#include "base/number.h"
#include "prose/match.h"

static const char *verdict_name(const ProseItem *item, Verdict verdict, bool english) {
    static const char *const names[][2] = {
        [VERDICT_OPEN] = {"niet in de gegevens gevonden", "not found in the data"},
        [VERDICT_LIKE] = {"zelfde waarde als", "same value as"},
        [VERDICT_AGREES] = {"zegt hetzelfde als", "says the same as"},
        [VERDICT_CONTRADICTS] = {"in strijd met", "contradicts"}};
    bool counts = item->kind == PROSE_COUNT || item->kind == PROSE_AMOUNT || item->kind == PROSE_PERCENT || item->kind == PROSE_PART;
    return counts ? names[verdict][english] : english ? "not compared with facts" : "niet met feiten te vergelijken";
}

static void print_text(Arena *arena, const ProseItem *item, Match match, bool english, FILE *out) {
    Place at = item->place;
    bool noun = *item->noun && (item->kind == PROSE_COUNT || item->kind == PROSE_QUANTIFIER || item->kind == PROSE_PART);
    bool named = *item->before && (item->kind == PROSE_REFERENCE || item->kind == PROSE_LABEL);
    fprintf(out, "%s:%d:%d: %s%s%s%s%s (%s): %s", at.file ? at.file : "", at.line, at.column, named ? item->before : "", named ? " " : "", item->written, noun ? " " : "",
            noun ? item->noun : "", prose_kind_name(item->kind), verdict_name(item, match.verdict, english));
    if (match.fact) fprintf(out, " %s = %s", match.fact->id, number_text(arena, match.fact->value, NUMBER_PLAIN, english ? "en" : "nl"));
    fputc('\n', out);
}

static json_t *number_or_null(Arena *arena, const ProseItem *item, bool high) {
    bool has = item->said.readable && (!high || item->said.range);
    return has ? json_string(decimal_text(arena, decimal_trim(high ? item->said.high : item->said.value))) : json_null();
}

static void print_json(Arena *arena, const ProseItem *item, Match match, FILE *out) {
    static const char *const verdicts[] = {[VERDICT_OPEN] = "open", [VERDICT_LIKE] = "like", [VERDICT_AGREES] = "agrees", [VERDICT_CONTRADICTS] = "contradicts"};
    json_t *object = json_object();
    json_object_set_new(object, "file", json_string(item->place.file ? item->place.file : ""));
    json_object_set_new(object, "line", json_integer(item->place.line));
    json_object_set_new(object, "column", json_integer(item->place.column));
    json_object_set_new(object, "written", json_string(item->written));
    json_object_set_new(object, "kind", json_string(prose_kind_name(item->kind)));
    json_object_set_new(object, "value", number_or_null(arena, item, false));
    json_object_set_new(object, "high", number_or_null(arena, item, true));
    json_object_set_new(object, "noun", *item->noun ? json_string(item->noun) : json_null());
    json_object_set_new(object, "verdict", json_string(verdicts[match.verdict]));
    json_object_set_new(object, "fact", match.fact ? json_string(match.fact->id) : json_null());
    json_dumpf(object, out, JSON_COMPACT);
    json_decref(object);
    fputc('\n', out);
}

void print_numbers(const Partnership *partnership, const Ledger *ledger, bool json, bool english, FILE *out) {
    Arena *arena = arena_new();
    const Prose *prose = prose_read(arena, partnership);
    const Matcher *matcher = matcher_new(arena, partnership, ledger, prose);
    for (int i = 0; i < prose->count; i++) {
        Match match = matcher_find(matcher, i);
        if (json) print_json(arena, &prose->items[i], match, out);
        else print_text(arena, &prose->items[i], match, english, out);
    }
    arena_free(arena);
}
