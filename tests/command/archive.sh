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
format() { sed -n '/<bestandsformaat>/,/<\/bestandsformaat>/s/.*<\(begripCode\|verwijzingNaam\)>\(.*\)<.*/\2/p' "$work/package/data/$1.bestand.mdto.xml" | tr '\n' ' '; }
ok "formats by PRONOM" sh -c "[ '$(format verantwoording/feiten.csv)' = 'x-fmt/18 PRONOM-register ' ]"
ok "and by media type where PRONOM has none" sh -c "[ '$(format verantwoording/bevindingen.jsonl)' = 'application/x-ndjson Mediatypen ' ]"
ok "metadata is well-formed" sh -c "find '$work/package/data' -name '*.mdto.xml' -exec xmllint --noout {} +"
ok "metadata beside every file" sh -c "find '$work/package/data' -type f ! -name '*.mdto.xml' | while read -r f; do [ -f \"\$f.bestand.mdto.xml\" ] || exit 1; done"
ok "same package from elsewhere" sh -c "cp -R '$input' '$work/elders' && cd '$work' && LC_ALL=C TZ=Asia/Tokyo '$program' archive -o p2 elders && diff -r package p2"

fresh; sed -i '0,/[1-9]/s//0/' "$work/p/data/verantwoording/feiten.csv"; ok "a changed fact is named" says "feit"
fresh; printf 'x' >>"$work"/p/data/document/*.pdf; ok "a changed document is named" says "controlegetal"
fresh; touch "$work/p/data/extra"; ok "a file too many is named" says "staat niet in het manifest"
fresh; rm "$work"/p/data/verantwoording/herkomst.json; ok "a missing file is named" says "data/verantwoording/herkomst.json"
fresh; ln -s /etc/passwd "$work/p/data/link"; ok "a link is refused" says "geen gewoon bestand"
fresh; echo "$(printf '0%.0s' $(seq 64))  ../../../etc/passwd" >>"$work/p/manifest-sha256.txt"; ok "no way out of the package" says "ontbreekt"
fresh; sed -i 's/"sjabloon": "[^"]*"/"sjabloon": "..\/..\/x"/' "$work/p/data/verantwoording/herkomst.json"; ok "no template by path" says "niet te gebruiken"

# whoever changes a file can make its checksums right again: the document made anew tells all the same
reseal() {
    (cd "$work/p" && find data -type f | LC_ALL=C sort | xargs -d '\n' sha256sum >manifest-sha256.txt &&
        sha256sum bag-info.txt bagit.txt manifest-sha256.txt >tagmanifest-sha256.txt)
}
fresh; sed -i 's/^\(studenten.totaal,\)[0-9]*/\1999/' "$work/p/data/verantwoording/feiten.csv"; reseal
ok "a changed fact with new checksums" says "feit studenten.totaal is bij het narekenen anders"
fresh; sed -i '/^studenten.totaal,/d' "$work/p/data/verantwoording/feiten.csv"; reseal; ok "a fact taken away" says "feit studenten.totaal staat niet in het pakket"
fresh; sed -i 's/P[0-9]*Y/P1Y/; s/Nader te bepalen/Blijvend te bewaren/' "$work/p/data/dossier.mdto.xml"; reseal; ok "changed metadata" says "„data/dossier.mdto.xml” is bij het opnieuw maken anders"
fresh; echo x >"$work/p/data/invoer/meer.csv"; reseal; ok "a file that does not belong" says "„data/invoer/meer.csv” hoort niet bij dit document"
fresh; rm "$work/p/data/verantwoording/bevindingen.jsonl"; reseal; ok "findings taken away" says "„data/verantwoording/bevindingen.jsonl” ontbreekt in het manifest"
other=$(find "$work/p/data/invoer" -name 'leerlingen.csv'); fresh; sed -i 's/[1-9]\r*$/0/' "$other"; reseal; ok "another input, facts first" says "is bij het narekenen anders"
ok "then its pages" grep -q "bladzijde [0-9]* is bij het opnieuw maken anders" "$work/out"
fresh; mv "$work/p/data/invoer" "$work/buiten"; ln -s ../../buiten "$work/p/data/invoer"; ok "a folder that leads outside" says "ontbreekt of is niet te lezen"; rm -rf "$work/buiten"
fresh; sed -i 's/^Source-Organization.*/Source-Organization: Iemand anders/' "$work/p/bag-info.txt"; reseal; ok "another maker" says "„bag-info.txt” is bij het opnieuw maken anders"
fresh; sed -i 's/UTF-8/UTF-16/' "$work/p/bagit.txt"; reseal; ok "another encoding" says "„bagit.txt” is bij het opnieuw maken anders"
fresh; echo "https://voorbeeld.nl/x 9 data/x" >"$work/p/fetch.txt"; reseal; ok "files from elsewhere" says "„fetch.txt” hoort niet bij dit document"
fresh; echo "0  data/x" >"$work/p/manifest-md5.txt"; reseal; ok "a weaker manifest" says "„manifest-md5.txt” hoort niet bij dit document"
fresh; tail -1 "$work/package/manifest-sha256.txt" | sed 's/^./f/' >>"$work/p/manifest-sha256.txt"; ok "two checksums of one file" says "staat twee keer in het manifest"
fresh; mkfifo "$work/p/data/pijp"; ok "a pipe is no file" says "geen gewoon bestand"
fresh; touch "$work/p/data/$(printf 'a\033[31m')"; ok "names do not speak to the terminal" says "a?[31m"

# everything that the document was made from travels: a picture, an own house style, the input of an earlier year
mkdir -p "$work/alles/nu/beeld" "$work/alles/toen"
cp -R "$input/." "$work/alles/toen"
sed -i 's/2022-2023/2021-2022/' "$work/alles/toen/jaarverslag.xml"
cp -R "$input/." "$work/alles/nu"
base64 -d >"$work/alles/nu/beeld/vier.png" <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==
END
cp templates/style/marge.xml "$work/alles/nu/eigen.xml"
sed -i 's/huisstijl="bos"/huisstijl="eigen.xml"/
s|<voorwoord|<vorige-jaren><vorig-jaar schooljaar="2021-2022" bestand="../toen"/></vorige-jaren>\n<voorwoord|
s|<alinea>Dit jaar|<afbeelding sleutel="vier" bestand="beeld/vier.png" alt="Vier vlakken"><bijschrift>Vier</bijschrift></afbeelding><alinea>Dit jaar|' "$work/alles/nu/jaarverslag.xml"
ok "a package with picture, style and earlier year" exits 0 "$program" archive -o "$work/rijk" "$work/alles/nu"
ok "they are in it" sh -c "cd '$work/rijk/data/invoer' && [ -f jaar/beeld/vier.png ] && [ -f jaar/eigen.xml ] && [ -f toen/jaarverslag.xml ] && [ -f toen/studenten.csv ]"
ok "they are in the PDF" exits 0 "$program" render --profile archive-3 -o "$work/rijk.pdf" "$work/alles/nu"
mv "$work/alles" "$work/weg"
ok "verify needs nothing else" exits 0 "$program" verify "$work/rijk" "$work/rijk.pdf"
sed -i 's/ datum="[^"]*"//' "$work/weg/nu/jaarverslag.xml"
ok "no date, no package" exits 1 "$program" archive -o "$work/geen" "$work/weg/nu"
ok "the date of the surroundings" exits 0 env SOURCE_DATE_EPOCH=1600000000 "$program" archive -o "$work/dag" "$work/weg/nu"
ok "verify keeps that date" exits 0 "$program" verify "$work/dag"

ok "PDF/A-3 with its source" exits 0 "$program" render --profile archive-3 -o "$work/three.pdf" "$input"
ok "verify agrees with a PDF/A-3" exits 0 "$program" verify "$work/three.pdf"
ok "verify refuses a PDF without source" exits 4 "$program" verify "$work"/package/data/document/*.pdf
ok "a recipient that is not there" exits 2 "$program" render --profile archive-3 --for x -o "$work/x.pdf" "$input"
ok "a file that is not there" exits 3 "$program" verify "$work/nothing"
exit $failed
