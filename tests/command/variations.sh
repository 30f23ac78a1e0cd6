#!/bin/bash
# Partnerships made at random (tests/variations/maak.awk) and the shipped ones: the file is sound, claims what it is, and
# another reader finds in it the structure that the program meant. VARIATIONS=200 makes more; KEEP=FOLDER keeps them.
cd "$(dirname "$0")/../.."
program=$PWD/build/jaarverslag
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
ok() { # label, command...
    local label=$1
    shift
    if "$@" >"$work/log" 2>&1; then echo "ok $label"; else failed=1; echo "not ok $label"; head -5 "$work/log"; fi
}
same_structure() { # file, input, options... (the reader takes time by the square of the pages)
    [ "$(pdfinfo "$1" | sed -n 's/^Pages: *//p')" -le 40 ] || return 0
    diff <("$program" render --dump structure -o - "${@:3}" "$2" 2>/dev/null | awk -f tests/pdf/structure.awk) \
        <(pdfinfo -struct-text "$1" | awk -f tests/pdf/structure.awk)
}
fonts_embedded() { pdffonts "$1" | awk 'NR > 2 && ($(NF-4) != "yes" || ($(NF-2) != "yes" && !/-Form/)) { bad = 1; print } END { exit bad }'; }
claims() { grep -qa "<pdfaid:part>$2</pdfaid:part>" "$1" && grep -qa "<pdfaid:conformance>A</" "$1" && grep -qa "<pdfuaid:part>1</" "$1"; }
one() { # label, part, input, options...
    local f=$work/one.pdf
    "$program" render -o "$f" "${@:3}" 2>"$work/err" || { cat "$work/err"; return 1; }
    [ -z "${KEEP-}" ] || cp "$f" "$KEEP/$1.pdf"
    qpdf --check "$f" >"$work/qpdf" || { cat "$work/qpdf"; return 1; }
    claims "$f" "$2" || { echo "wrong part in XMP"; return 1; }
    fonts_embedded "$f" && same_structure "$f" "${@:3}"
}

# a picture of 2 by 2 pixels
base64 -d >"$work/beeld.png" <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==
END
for seed in $(seq 1 "${VARIATIONS:-12}"); do
    folder=$work/$seed
    mkdir "$folder"
    cp "$work/beeld.png" "$folder"
    awk -v seed="$seed" -v picture=beeld.png -f tests/variations/maak.awk >"$folder/jaarverslag.xml"
    if [ $((seed % 3)) = 0 ]; then ok "variation $seed, with its source" one "$seed-3a" 3 "$folder" --profile archive-3
    else ok "variation $seed" one "$seed" 2 "$folder"; fi
    inputs=${inputs:+$inputs:}$folder
done
ok "texts, headings, lists, tables, figures, notes, links of all variations" env STRUCTURE_INPUTS="$inputs" build/tests/test_structure
for style in bos marge; do
    for input in bos-2020-2021 voorbeeld noord-holland boss-po; do
        ok "$input in $style" one "$input-$style" 2 "input/$input" --style $style
    done
done
exit $failed
