# The audit of the finished pages (nothing overfull, nothing outside its region or over something else, no heading at the
# end of a page, no lone lines) finds nothing in any shipped document, in either house style, and no line fails to fit.
cd "$(dirname "$0")/../.." || exit 1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
audit() { # audit NAME ARGUMENTS...
    local name=$1
    shift
    build/jaarverslag render "$@" --dump audit -o - >"$T/out" 2>"$T/err"
    local code=$?
    if grep -q '\[D208\]' "$T/err"; then return; fi # this template has nothing to make of this input
    if [ $code -eq 0 ] && [ ! -s "$T/out" ] && ! grep -q '\[D30[234]\]' "$T/err"; then
        echo "ok $name"
    else
        echo "not ok $name"
        head -5 "$T/out"
        grep '\[D30\|fout:' "$T/err" | head -5
    fi
}
for style in bos marge; do
    for input in input/*/ tests/golden/groot tests/golden/jaren/2022-2023; do
        [ -e "$input/jaarverslag.xml" ] || continue
        for template in templates/*.xsl; do
            name=$(basename "$template" .xsl)
            case $name in school | bestuur | bijlage) continue ;; esac # for one recipient: below
            audit "$(basename "$input") $name $style" --style $style -t "$name" "$input"
        done
    done
    for key in newman sovot; do audit "voor $key $style" --style $style --for $key input/bos-2020-2021; done
    [ -e samples/galerij.xsl ] && audit "galerij $style" --style $style -t samples/galerij.xsl input/bos-2020-2021
done
