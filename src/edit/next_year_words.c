/* School years and days in words, a year later. */
#include <string.h>
#include <strings.h>

#include "edit/next_year.h"

static int digits(const char *p, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (p[i] < '0' || p[i] > '9') return -1;
        value = value * 10 + p[i] - '0';
    }
    return value;
}

/* The length of "1 augustus 2023" at p up to its year, when that is a year of this report; 0: no such date. */
static size_t date_before_year(const char *p, int now) {
    static const char *const MONTHS[] = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    size_t n = strspn(p, "0123456789");
    if (n < 1 || n > 2 || p[n] != ' ') return 0;
    for (size_t i = 0; i < 12; i++) {
        size_t m = strlen(MONTHS[i]);
        if (strncasecmp(p + n + 1, MONTHS[i], m) != 0 || p[n + 1 + m] != ' ') continue;
        int year = digits(p + n + m + 2, 4);
        return (year == now || year == now + 1) && digits(p + n + m + 6, 1) < 0 ? n + m + 2 : 0;
    }
    return 0;
}

char *next_year_shift(const NextYear *plan, const char *text) {
    int now = plan->year->partnership->year.first;
    Buffer out = {0};
    buffer_append(&out, "", 0);
    for (const char *p = text; *p;) {
        static const char *const DASHES[] = {"-", "–", "/"};
        int first = digits(p, 4);
        size_t dash = 0;
        for (size_t i = 0; i < 3 && first > 0; i++)
            if (strncmp(p + 4, DASHES[i], strlen(DASHES[i])) == 0) dash = strlen(DASHES[i]);
        bool starts = p == text || digits(p - 1, 1) < 0;
        size_t date = starts ? date_before_year(p, now) : 0;
        bool alone = starts && dash && digits(p + 4 + dash, 4) == first + 1 && digits(p + 8 + dash, 1) < 0;
        if (alone && first >= now - 1 && first <= now + 1) {
            buffer_printf(&out, "%d%.*s%d", first + 1, (int)dash, p + 4, first + 2);
            p += 8 + dash;
        } else if (date) { /* of a leap day the next year has none */
            bool leap = strncasecmp(p, "29 februari", 11) == 0;
            buffer_printf(&out, "%s%.*s%d", leap ? "28" : "", (int)date - 2 * leap, p + 2 * leap, digits(p + date, 4) + 1);
            p += date + 4;
        } else buffer_putc(&out, *p++);
    }
    char *result = arena_strndup(plan->arena, out.data, out.size);
    buffer_free(&out);
    return result;
}

char *next_year_date(Arena *arena, const char *date) {
    int year = digits(date, 4);
    if (year < 0 || strlen(date) != 10 || date[4] != '-' || date[7] != '-') return arena_strdup(arena, date);
    return arena_printf(arena, "%d%s", year + 1, strcmp(date + 4, "-02-29") == 0 ? "-02-28" : date + 4);
}
