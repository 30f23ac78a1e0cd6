#!/bin/bash
# -t bijlage: every annex as a document of its own.
set -u
cd "$(dirname "$0")/../.."
J=$PWD/build/jaarverslag
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
ok() { if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: got '$2', expected '$3'"; fi; }
for key in $(cat input/bos-2020-2021/bijlage-*.xml | tr "\n" " " | grep -o "<bijlage [^>]*" | grep -o "sleutel=\"[^\"]*" | cut -c10- | sort -V); do
    "$J" render -t bijlage --for "$key" -o "$T/$key.pdf" input/bos-2020-2021 2>"$T/err"
    ok "annex-$key" "$? $(qpdf --check "$T/$key.pdf" 2>&1 | grep -c 'No syntax')" "0 1"
done
ok "annex-count" "$(ls "$T"/*.pdf | wc -l)" 11
ok "annex-refers-to-the-report" "$(pdftotext "$T/bijlage-7.pdf" - | tr '\n\302\240' '   ' | tr -s ' ' | grep -c 'bijlage 5 van het jaarverslag')" 1
ok "annex-names-itself" "$(pdfinfo "$T/bijlage-9.pdf" | grep -c '^Title: *Stagevergoeding')" 1
(cd "$T" && "$J" render --for bijlage-5 "$OLDPWD/input/bos-2020-2021" 2>err && [ -s bijlage-bijlage-5.pdf ]); ok "annex-without-template" $? 0
"$J" render -t bijlage --for bijlage-99 -o "$T/x.pdf" input/bos-2020-2021 2>"$T/err"; ok "annex-unknown" "$? $(grep -c 'S115' "$T/err")" "2 1"
"$J" render -t bijlage -o "$T/x.pdf" input/bos-2020-2021 2>"$T/err"; ok "annex-not-named" "$? $(grep -c 'S111' "$T/err")" "2 1"
