#!/bin/bash
# The language has a version: an input of version 1 keeps reading and gives the same facts and document as the one that
# upgrade makes of it; the difference is shown before it is written, and changes nothing else; a newer one is refused.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export LC_ALL=C.UTF-8
status=0
old=tests/language/versie-1

. tests/command/common
copy() { rm -rf "$T/in"; cp -r $old "$T/in"; }

reads() { code 0 "$J" check $old && grep -q 'jaarverslag.xml:3:1: opmerking: .* versie 1 .* versie 2 .* 1 plaatsen .*\[I134\]' "$T/err"; }
ok "an input of version 1 is read, and says once what differs" reads

shown() {
    copy
    code 0 "$J" upgrade -n "$T/in" && diff -r $old "$T/in" && (cd "$T/in" && iconv -f windows-1252 -t utf-8 hoofdstuk.xml -o utf-8.xml && mv utf-8.xml hoofdstuk.xml &&
        patch --binary -s -p0 <"$T/out" && grep -q 'taalversie="2"' jaarverslag.xml && ! grep -q korte-titel hoofdstuk.xml)
}
ok "upgrade -n shows a difference that patch can read, and writes nothing" shown

written() {
    copy
    code 0 "$J" upgrade "$T/in" && [ ! -s "$T/out" ] || return 1
    sed 's|XInclude"$|XInclude" taalversie="2"|' $old/jaarverslag.xml | cmp - "$T/in/jaarverslag.xml" || return 1
    tr '\n' '\001' <$old/hoofdstuk.xml | LC_ALL=C sed "s|\r\x01    korte-titel='C'||" | tr '\001' '\n' | cmp - "$T/in/hoofdstuk.xml" || return 1
    [ "$(ls -A "$T/in" | tr '\n' ' ')" = "hoofdstuk.xml jaarverslag.xml " ]
}
ok "upgrade changes only that, in the encoding and the lines of the files" written

same() {
    copy
    (cd "$T/in" && "$J" facts . | cut -d, -f1-5 >"$T/facts" && "$J" render --dump document . 2>/dev/null | sed 's/ place="[^"]*"//g' >"$T/document" && "$J" upgrade 2>/dev/null &&
        "$J" facts . | cut -d, -f1-5 | cmp - "$T/facts" && "$J" render --dump document . 2>"$T/err" | sed 's/ place="[^"]*"//g' | cmp - "$T/document" && ! grep -q I134 "$T/err")
}
ok "before and after: the same facts, the same document" same
again() { code 0 "$J" upgrade "$T/in" && grep -q 'al in versie 2' "$T/err" && code 0 "$J" upgrade -n "$T/in" && [ ! -s "$T/out" ]; }
ok "an input of today stays as it is" again

wide() {
    copy
    iconv -f utf-8 -t utf-16 $old/jaarverslag.xml >"$T/in/jaarverslag.xml"
    code 0 "$J" upgrade "$T/in" && iconv -f utf-16 -t utf-8 "$T/in/jaarverslag.xml" | diff - <(sed 's|XInclude"$|XInclude" taalversie="2"|' $old/jaarverslag.xml)
}
ok "a file in UTF-16 stays in UTF-16" wide

newer() {
    copy
    sed -i 's|schooljaar=|taalversie="99" schooljaar=|' "$T/in/jaarverslag.xml"
    code 1 "$J" check "$T/in" && grep -q 'jaarverslag.xml:4:3: fout: .* versie 99 .*\[I133\]' "$T/err" && [ "$(grep -c : "$T/err")" = 1 ] && code 1 "$J" upgrade "$T/in" && code 1 "$J" facts "$T/in"
}
ok "a newer version is refused, with its place" newer
broken() {
    copy
    echo '<hoofdstuk' >"$T/in/hoofdstuk.xml"
    code 1 "$J" upgrade "$T/in" && diff "$T/in/jaarverslag.xml" $old/jaarverslag.xml
}
ok "an input that cannot be read is left alone" broken
refused() {
    copy
    [ "$(id -u)" = 0 ] || chmod a-w "$T/in"
    mkdir "$T/in/.jaarverslag-wijziging" && touch "$T/in/.jaarverslag-wijziging/bezet" && chmod 0 "$T/in/.jaarverslag-wijziging"
    "$J" upgrade "$T/in"
    grep -c taalversie "$T/in/jaarverslag.xml" >"$T/one"
    grep -c korte-titel "$T/in/hoofdstuk.xml" >"$T/two"
    chmod -R u+rwx "$T/in"
    [ "$(cat "$T/one") $(cat "$T/two")" = "1 0" ] || [ "$(cat "$T/one") $(cat "$T/two")" = "0 1" ]
}
ok "all files change, or none" refused
ok "wrong use" code 2 "$J" upgrade a b
ok "standard input is not written" code 2 "$J" upgrade -
ok "standard input can be shown" sh -c "cd $old && $J upgrade -n - <jaarverslag.xml"
exit $status
