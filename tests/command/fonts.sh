#!/bin/bash
# A build of a font that the catalogue does not know is used without a word; provenance, verify and --version --verbose name it.
cd "$(dirname "$0")/../.." || exit 1
J=$PWD/build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
ok() { local name=$1; shift; if "$@"; then echo "ok $name"; else echo "not ok $name"; fi; }
says() { grep -q -- "$1" "$T/out"; }
code() { local want=$1; shift; "$@" >"$T/out" 2>"$T/err"; [ $? -eq "$want" ] || { cat "$T/out" "$T/err"; return 1; }; }

# a copy of the program's data, in which Lato Regular has another checksum
mkdir -p "$T/data/input" "$T/data/fonts"
cp -r templates "$T/data/"
cp input/jaarverslag.xsd "$T/data/input/"
file=$(awk -F'\t' '$1 == "Lato" && $2 == 400 && $3 == 0 { print $5 }' fonts/catalogue.tsv)
digest=$(sha256sum <"$file" | cut -c1-64)
awk -F'\t' -v OFS='\t' -v file="$file" '$5 == file { gsub(/./, "0", $6) } { print }' fonts/catalogue.tsv >"$T/data/fonts/catalogue.tsv"

"$J" render -o "$T/known.pdf" input/voorbeeld 2>"$T/known"
export JAARVERSLAG_DATA=$T/data
"$J" render -o "$T/other.pdf" input/voorbeeld 2>"$T/other"
ok "another build sets the same document" cmp "$T/known.pdf" "$T/other.pdf"
ok "without a word" diff <(sed 's/known/X/' "$T/known") <(sed 's/other/X/' "$T/other")
ok "--version --verbose" code 0 "$J" --version --verbose
ok "names the build" says "$file sha256 $digest (een andere build)"
ok "in English" sh -c "'$J' --lang en --version --verbose | grep -q '$digest (another build)'"
ok "names libraries" says '^bibliotheek: libzip'
ok "--version is one line" test "$("$J" --version | wc -l)" = 1
ok "an archive" code 0 "$J" archive -o "$T/package" input/voorbeeld
ok "its provenance has the build" grep -q "\"sha256\": \"$digest\"" "$T/package/data/verantwoording/herkomst.json"
ok "verify of it" code 0 "$J" verify "$T/package"
ok "tells the build" says "Lato-Regular.ttf is een build die de catalogus niet kent: sha256 $digest"
ok "a PDF with its source" code 0 "$J" render --profile archive-3 -o "$T/source.pdf" input/voorbeeld
ok "verify of that" code 0 "$J" verify "$T/source.pdf"
ok "tells it too" says "sha256 $digest"
sed -i "s/$digest/${digest//[0-9a-f]/1}/" "$T/package/data/verantwoording/herkomst.json"
ok "made with one build, verified with another" code 4 "$J" verify "$T/package"
ok "names it" says "Lato-Regular.ttf (sha256 1*) is nu een andere build dan toen"

# what is no sound font, or another, is refused
printf 'Lato\t400\t0\tfonts-lato\t%s\t%s\tOFL-1.1\ttext\n' "$T/torn.ttf" "${digest//[0-9a-f]/0}" >"$T/data/fonts/catalogue.tsv"
head -c 300000 "$file" >"$T/torn.ttf"
ok "a torn font" code 1 "$J" render -o "$T/torn.pdf" input/voorbeeld
ok "is told with its code" grep -q 'torn.ttf is beschadigd.*fonts-lato.*\[D402\]' "$T/err"
