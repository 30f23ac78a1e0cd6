#!/bin/sh
# Text on a coloured surface that it cannot be read on is an error, with its place: a cell of the input, surfaces of a
# house style (box, head, total, cover), bars of a chart in any palette.
cd "$(dirname "$0")/../.." || exit 1
J=build/jaarverslag
T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT
is() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1 ($2, not $3)"; }
input() { # fill
    rm -rf "$T/in" && cp -r input/voorbeeld "$T/in"
    cell="<tabel sleutel=\"proef\"><kolom/><kolom/><rij><cel vulling=\"$1\">vol</cel><cel>leeg</cel></rij></tabel>"
    sed -i "s|^ *<alinea>Voor u ligt.*|&\n$cell|" "$T/in/jaarverslag.xml"
}
for case in '#777777 0' '#1a2b3c 1' '#ffe9a8 1' 'accent 1' 'groep 1' '#8a7a00 0'; do
    input "${case% *}"
    rm -f "$T/out.pdf"
    $J render -o "$T/out.pdf" "$T/in" 2>"$T/log"
    is "cell on ${case% *}" "$([ -e "$T/out.pdf" ] && echo 1 || echo 0)" "${case#* }"
    [ "${case#* }" = 1 ] || is "it says where" "$(sed -n 's/.*jaarverslag.xml:\([0-9]*\):.*D305.*/\1/p' "$T/log")" "$(grep -n 'vulling=' "$T/in/jaarverslag.xml" | cut -d: -f1)"
done
input lila
$J check "$T/in" 2>"$T/log"
is "no such colour" $? 1

rm -rf "$T/in" && cp -r input/bos-2020-2021 "$T/in"
style() { # sed program
    sed "$1" templates/style/bos.xml >"$T/in/eigen.xml"
    $J render --style "$T/in/eigen.xml" -o "$T/out.pdf" "$T/in" 2>"$T/log"
    echo "$? $(grep -c 'D104\|D305' "$T/log")"
}
is "the style as it is" "$(style '')" "0 0"
for place in 'table name="default" head' 'table name="default" total' 'box name="note" background' 'master name="cover" background'; do
    name=${place% *} attribute=${place##* }
    got=$(style "/<$name/,/>/{s/ $attribute=\"[^\"]*\"//;s/<$name/& $attribute=\"#808080\"/}")
    is "a grey $attribute of $name" "$([ "${got% *}" = 1 ] && [ "${got#* }" -gt 0 ] && echo yes || echo "$got")" yes
done
for hue in ffff00 808080 ff0000 00ff00 0000ff 000000 ffffff 7a7a7a; do
    is "bars in #$hue" "$(style "/<palette/,/<\/palette/s/value=\"[^\"]*\"/value=\"#$hue\"/")" "0 0"
done
