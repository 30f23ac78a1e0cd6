/* Addresses and mobile numbers of persons in free text. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "privacy/names_build.h"

static bool is_private_host(const char *host) {
    static const char *const hosts[] = {"gmail.", "hotmail.", "outlook.", "live.", "yahoo.", "icloud.", "ziggo.", "kpnmail.", "planet.", "home.nl", "xs4all.",
                                        "telfort.", "hetnet.", "casema.", "me.com", "proton", "kpn.", "upcmail.", "tele2.", "zonnet.", "chello.", "quicknet."};
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if (!strncasecmp(host, hosts[i], strlen(hosts[i]))) return true;
    return false;
}

/* One word of an address: a first name, or a surname of any length. */
static bool is_name(const Names *n, const char *word) {
    for (int p = 0; p < n->count; p++) {
        const Known *k = &n->persons[p];
        for (int i = 0; i < k->last_count; i++)
            if (!strcmp(word, k->last[i])) return true;
        for (int i = 0; i < k->given_count; i++)
            if (strlen(k->given[i]) >= 3 && !strcmp(word, k->given[i])) return true;
    }
    return false;
}

/* Does an address hold a name: as a word ("kees.bos"), or somewhere in it ("kbosman1")? */
static bool holds_name(const Names *n, const char *piece) {
    const char *flat = squeezed(n->arena, piece);
    for (int p = 0; p < n->count; p++)
        for (int i = 0; i < n->persons[p].last_count; i++)
            if (strlen(n->persons[p].last[i]) >= 4 && strstr(flat, n->persons[p].last[i])) return true;
    Words words = words_of(n->arena, piece);
    for (int i = 0; i < words.count; i++)
        if (is_name(n, words.items[i].fold)) return true;
    return is_name(n, flat);
}

static bool in_address(char c) {
    return isalnum((unsigned char)c) || strchr("._%+-", c) || (unsigned char)c >= 0x80;
}

static const char *replace_addresses(const Names *n, const char *text) {
    for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@')) {
        const char *start = at, *end = at + 1;
        while (start > text && in_address(start[-1])) start--;
        while (*end && in_address(*end)) end++;
        while (end > at + 1 && end[-1] == '.') end--;
        if (start == at || end == at + 1) continue;
        const char *local = arena_strndup(n->arena, start, (size_t)(at - start)), *whole = arena_strndup(n->arena, start, (size_t)(end - start));
        bool own = is_private_host(at + 1) || holds_name(n, local);
        for (int p = 0; p < n->count; p++) own |= n->persons[p].email && !strcasecmp(n->persons[p].email, whole);
        if (!own) continue;
        if (start - text >= 7 && !strncmp(start - 7, "mailto:", 7)) start -= 7;
        size_t before = (size_t)(start - text);
        const char *fresh = arena_printf(n->arena, "%.*s(adres weggelaten)%s", (int)before, text, end);
        text = fresh;
        at = fresh + before;
    }
    return text;
}

/* 06 12 34 56 78, 06-12345678, +31 6 1234 5678: mobile numbers. */
static const char *replace_mobile(const Names *n, const char *text) {
    for (const char *p = text; *p; p++) {
        bool start = p == text || !(isalnum((unsigned char)p[-1]) || p[-1] == '.' || p[-1] == ',');
        const char *q = !strncmp(p, "+31", 3) || !strncmp(p, "0031", 4) ? p + (*p == '+' ? 3 : 4) : *p == '0' ? p + 1 : NULL;
        if (!start || !q) continue;
        int digits = 0;
        const char *end = q;
        for (; *q && (isdigit((unsigned char)*q) || strchr(" -()", *q)); q++) {
            if (!isdigit((unsigned char)*q) || (!digits && *q == '0')) continue;
            if (!digits && *q != '6') break;
            digits++;
            end = q + 1;
            if (digits > 9) break;
        }
        if (digits != 9) continue;
        size_t before = (size_t)(p - text);
        text = arena_printf(n->arena, "%.*s(telefoonnummer weggelaten)%s", (int)before, text, end);
        p = text + before;
    }
    return text;
}

const char *names_contacts(const Names *n, const char *text) {
    return replace_mobile(n, replace_addresses(n, text));
}
