/* Numbers as people write them: the digits in groups, and what the signs between the groups can mean. */
#include "base/notation.h"

#include <string.h>

#include "base/buffer.h"
#include "base/text.h"

enum { MAX_GROUPS = 16, MAX_DIGITS = 60 };

typedef struct Form {
    bool negative;
    int count;               /* of groups */
    int length[MAX_GROUPS];  /* digits of each group */
    char before[MAX_GROUPS]; /* the sign before each group: '.', ',' or ' ' */
    char digits[MAX_DIGITS]; /* of all groups */
    int size;
} Form;

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF;
}

char *notation_blanks(Arena *arena, const char *text) {
    Buffer out = {0};
    buffer_append(&out, "", 0);
    const char *stop = text + strlen(text);
    bool gap = false;
    while (text < stop) {
        const char *start = text;
        if (is_blank(utf8_next(&text, stop))) {
            gap = out.size > 0;
            continue;
        }
        if (gap) buffer_putc(&out, ' ');
        gap = false;
        buffer_append(&out, start, (size_t)(text - start));
    }
    char *result = arena_strndup(arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

/* Past blanks. */
static const char *skip(const char *text) {
    const char *stop = text + strlen(text), *next = text;
    while (next < stop && is_blank(utf8_next(&next, stop))) text = next;
    return text;
}

/* Past a word that stands there; the text itself when it does not. */
static const char *past(const char *text, const char *word) {
    size_t n = strlen(word);
    return strncmp(text, word, n) == 0 ? skip(text + n) : text;
}

static const char *past_currency(const char *text) {
    const char *next = past(text, "€");
    return next != text ? next : past(text, "EUR");
}

static const char *past_sign(const char *text, bool *negative) {
    const char *next = past(text, "-");
    if (next == text) next = past(text, "\u2212");
    *negative = *negative || next != text;
    return next != text ? next : past(text, "+");
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Digits with signs between them; the text behind, or NULL. */
static const char *read_groups(const char *text, Form *f, NotationFault *fault) {
    char before = 0;
    for (;;) {
        if (f->count == MAX_GROUPS) return *fault = NOTATION_TOO_LONG, NULL;
        int n = 0;
        for (; is_digit(text[n]); n++) {
            if (f->size == MAX_DIGITS) return *fault = NOTATION_TOO_LONG, NULL;
            f->digits[f->size++] = text[n];
        }
        if (!n) return NULL;
        f->length[f->count] = n;
        f->before[f->count++] = before;
        text += n;
        const char *behind = skip(text);
        if (behind != text && is_digit(*behind)) before = ' ', text = behind;
        else if ((*text == '.' || *text == ',') && is_digit(text[1])) before = *text++;
        else return behind;
    }
}

/* Groups of three from the first sign to before that group, all behind the same sign. */
static bool is_grouped(const Form *f, int end) {
    if (f->length[0] > 3 || (f->digits[0] == '0' && end > 1)) return end == 1;
    for (int i = 1; i < end; i++)
        if (f->length[i] != 3 || f->before[i] != f->before[1]) return false;
    return true;
}

static NotationFault value_of(const Form *f, bool decimals, Decimal *value) {
    Buffer text = {0};
    int whole = f->size - (decimals ? f->length[f->count - 1] : 0);
    buffer_printf(&text, "%s%.*s", f->negative ? "-" : "", whole, f->digits);
    if (decimals) buffer_printf(&text, ".%.*s", f->size - whole, f->digits + whole);
    bool good = decimal_parse(text.data, value);
    buffer_free(&text);
    return good ? NOTATION_GOOD : NOTATION_TOO_LONG;
}

/* One sign before three digits, which may be one of thousands: what follows from the kind. */
static NotationFault three_digits(const Form *f, NotationKind kind, bool plain, Decimal *value) {
    if (kind == NOTATION_SHARE || kind == NOTATION_FINE) return value_of(f, true, value);
    NotationFault fault = value_of(f, false, value);
    bool clear = !plain && f->before[1] == '.' && (kind == NOTATION_COUNT || kind == NOTATION_AMOUNT);
    return fault || clear ? fault : NOTATION_THOUSANDS;
}

static NotationFault read_form(const Form *f, NotationKind kind, bool plain, Decimal *value) {
    int last = f->count - 1;
    char sign = f->before[last];
    if (last == 0) return value_of(f, false, value);
    if (last == 1 && sign != ' ') return is_grouped(f, 2) ? three_digits(f, kind, plain, value) : value_of(f, true, value);
    if (is_grouped(f, f->count)) return value_of(f, false, value);
    bool decimals = sign != ' ' && sign != f->before[1] && is_grouped(f, last);
    return decimals ? value_of(f, true, value) : NOTATION_NO_NUMBER;
}

NotationFault notation_read(const char *text, NotationKind kind, Decimal *value) {
    Form form = {0};
    NotationFault fault = NOTATION_NO_NUMBER;
    bool money = kind == NOTATION_AMOUNT || kind == NOTATION_MEASURE;
    text = past_sign(skip(text), &form.negative);
    const char *amount = money ? past_currency(text) : text;
    if (amount != text) text = form.negative ? amount : past_sign(amount, &form.negative);
    const char *rest = read_groups(text, &form, &fault);
    if (!rest) return fault;
    if (money) rest = past_currency(rest);
    if (kind == NOTATION_SHARE) rest = past(rest, "%");
    return *rest ? NOTATION_NO_NUMBER : read_form(&form, kind, false, value);
}

NotationFault notation_read_plain(const char *text, NotationKind kind, Decimal *value) {
    Form form = {0};
    NotationFault fault = NOTATION_NO_NUMBER;
    form.negative = *text == '-';
    const char *rest = read_groups(text + form.negative, &form, &fault);
    if (!rest) return fault;
    if (*rest || form.count > 2 || (form.count == 2 && form.before[1] != '.') || strchr(text, ' ')) return NOTATION_NO_NUMBER;
    return read_form(&form, kind, true, value);
}
