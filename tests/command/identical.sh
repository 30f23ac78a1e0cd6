#!/bin/bash
# The same input gives the same bytes: again, elsewhere, in another locale, time zone, environment and umask, on one core,
# with other file times and another order in the folder, from an installed copy, and with any number of workers.
cd "$(dirname "$0")/../.."
top=$PWD
program=$PWD/build/jaarverslag
input=$PWD/input/voorbeeld
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
ok() { # label, command...
    local label=$1
    shift
    if "$@" >"$work/log" 2>&1; then echo "ok $label"; else failed=1; echo "not ok $label"; head -5 "$work/log"; fi
}
# everything that is written for an archive: three profiles in two styles, facts, a package
make_all() { # folder to write, input, program...
    local to=$1 from=$2
    shift 2
    mkdir -p "$to" || return 1
    for style in bos marge; do
        for profile in archive archive-3 draft; do
            "$@" render --style $style --profile $profile -o "$to/$style-$profile.pdf" "$from" 2>"$work/err" || { cat "$work/err"; return 1; }
        done
    done
    (cd "$(dirname "$from")" && "$@" facts "$(basename "$from")" | sed "s|$(basename "$from")/||g" >"$to/feiten.csv") 2>"$work/err" || return 1
    "$@" archive -o "$to/pakket" "$from" 2>"$work/err" || { cat "$work/err"; return 1; }
}
same() { rm -rf "$work/now"; make_all "$work/now" "${@:2}" && diff -rq "$1" "$work/now"; }
before=$work/eerst
ok "made" make_all "$before" "$input" "$program"
ok "again" same "$before" "$input" "$program"
for locale in C C.UTF-8 nl_NL.UTF-8 tr_TR.UTF-8; do ok "locale $locale" same "$before" "$input" env LC_ALL=$locale LANG=$locale "$program"; done
for zone in UTC Asia/Tokyo America/St_Johns; do ok "time zone $zone" same "$before" "$input" env TZ=$zone "$program"; done
ok "no environment" same "$before" "$input" env -i "$program"
ok "a date of the surroundings does not count" same "$before" "$input" env SOURCE_DATE_EPOCH=1 "$program"
with_umask() { (umask "$1" && same "$before" "$input" "$program"); }
ok "umask 000" with_umask 000
ok "umask 077" with_umask 077
one_core() { taskset -c 0 true && same "$before" "$input" taskset -c 0 "$program"; }
ok "one core" one_core

mkdir -p "$work/heel/ergens anders/met spatie"
elsewhere="$work/heel/ergens anders/met spatie/invoer"
mkdir "$elsewhere"
for f in $(ls -r "$input"); do cp "$input/$f" "$elsewhere/$f"; touch -d 1999-12-31 "$elsewhere/$f"; done
ok "another folder, other times" same "$before" "$elsewhere" "$program"
from_there() { (cd "$elsewhere" && same "$before" "$elsewhere" "$program"); }
ok "another working folder" from_there
relative() { (cd "$work/heel" && "$program" render --style bos -o "$work/los.pdf" "ergens anders/met spatie/invoer" 2>/dev/null) && cmp "$work/los.pdf" "$before/bos-archive.pdf"; }
ok "a relative path" relative
piped() { "$program" render --style bos -o - "$input" 2>/dev/null | cmp - "$before/bos-archive.pdf"; }
ok "to standard output" piped
installed() { tests/install "$work/geplaatst" /opt >/dev/null && same "$before" "$input" "$work/geplaatst/opt/bin/jaarverslag"; }
ok "an installed copy" installed

if "$program" batch --help 2>/dev/null | grep -q '^ *batch'; then
    for n in 1 2 5; do
        ok "$n workers" "$program" batch -j "$n" -o "$work/serie-$n" "$input" "$top/input/boss-po" "$top/input/noord-holland"
    done
    pdfs() { (cd "$1" && find . -name '*.pdf' -exec sha256sum {} + | LC_ALL=C sort -k2); }
    workers() { pdfs "$work/serie-1" >"$work/een" && [ -s "$work/een" ] && for n in 2 5; do pdfs "$work/serie-$n" | diff "$work/een" - || return 1; done; }
    ok "any number of workers" workers
    alone() { sha256sum <"$before/bos-archive.pdf" | cut -c1-64 | grep -qf - "$work/een"; }
    ok "in a batch or alone" alone
fi
exit $failed
