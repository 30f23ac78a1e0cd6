#!/bin/bash
# archive and verify: the package is complete and conforms, verify finds every change, nothing leads outside.
cd "$(dirname "$0")/../.."
program=$PWD/build/jaarverslag
input=$PWD/input/voorbeeld
[ -e "$input/jaarverslag.xml" ] || input=$PWD/input/bos-2020-2021
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
ok() { # label, command...
    local label=$1
    shift
    if "$@" >"$work/log" 2>&1; then echo "ok $label"; else failed=1; echo "not ok $label"; head -5 "$work/log"; fi
}
exits() { # status, command...
    local status=$1 got=0
    shift
    "$@" >"$work/out" 2>"$work/err" || got=$?
    [ "$got" = "$status" ] || { echo "exit $got, expected $status"; cat "$work/out" "$work/err"; return 1; }
}
fresh() { rm -rf "$work/p"; cp -R "$work/package" "$work/p"; }
says() { exits 4 "$program" verify "$work/p" && grep -qF -- "$1" "$work/out" || { cat "$work/out"; return 1; }; }

ok "archive makes a package" exits 0 "$program" archive -o "$work/package" "$input"
ok "an existing folder is not touched" exits 3 "$program" archive -o "$work/package" "$input"
ok "verify agrees" exits 0 "$program" verify "$work/package"
ok "checksums agree with sha256sum" sh -c "cd '$work/package' && sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt"
ok "every payload file is in the manifest" sh -c "cd '$work/package' && [ \$(find data -type f | wc -l) = \$(wc -l <manifest-sha256.txt) ]"
ok "metadata is well-formed" sh -c "xmllint --noout '$work'/package/data/mdto/*.xml"
ok "same package from elsewhere" sh -c "cp -R '$input' '$work/elders' && cd '$work' && LC_ALL=C TZ=Asia/Tokyo '$program' archive -o p2 elders && diff -r package p2"

fresh; sed -i '0,/[1-9]/s//0/' "$work/p/data/feiten.csv"; ok "a changed fact is named" says "feit"
fresh; printf 'x' >>"$work"/p/data/document/*.pdf; ok "a changed document is named" says "controlegetal"
fresh; touch "$work/p/data/extra"; ok "a file too many is named" says "staat niet in het manifest"
fresh; rm "$work"/p/data/herkomst.json; ok "a missing file is named" says "data/herkomst.json"
fresh; ln -s /etc/passwd "$work/p/data/link"; ok "a link is refused" says "geen gewoon bestand"
fresh; echo "$(printf '0%.0s' $(seq 64))  ../../../etc/passwd" >>"$work/p/manifest-sha256.txt"; ok "no way out of the package" says "ontbreekt"
fresh; sed -i 's/"sjabloon": "[^"]*"/"sjabloon": "..\/..\/x"/' "$work/p/data/herkomst.json"; ok "no template by path" says "niet te gebruiken"

ok "PDF/A-3 with its source" exits 0 "$program" render --profile archive-3 -o "$work/three.pdf" "$input"
ok "verify agrees with a PDF/A-3" exits 0 "$program" verify "$work/three.pdf"
ok "verify refuses a PDF without source" exits 4 "$program" verify "$work"/package/data/document/*.pdf
ok "a recipient that is not there" exits 2 "$program" render --profile archive-3 --for x -o "$work/x.pdf" "$input"
ok "a file that is not there" exits 3 "$program" verify "$work/nothing"
exit $failed
