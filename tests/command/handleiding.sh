#!/bin/bash
# The manual tells the truth: every command in it is run, in order, in a copy of the inputs; it ends as the manual says, and
# where the manual shows what it prints, it prints that
# (lines and columns of the example aside).
cd "$(dirname "$0")/../.." || exit 1
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JAARVERSLAG_DATA=$top PATH=$top/build:$PATH LC_ALL=C.UTF-8 TZ=UTC
cp -r input "$work/input"
ln -s "$top/templates" "$work/templates"
failed=0

# Blocks of one file: KIND.STATUS and the lines, entities put back; blocks are split by a line of its own.
blocks() {
    awk '/<regels/ { kind = "invoer"; if (match($0, /soort="[a-z]*"/)) kind = substr($0, RSTART + 7, RLENGTH - 8)
                     status = 0; if (match($0, /uitgang="[0-9]*"/)) status = substr($0, RSTART + 9, RLENGTH - 10)
                     print "@@ " kind " " status; inside = 1; next }
         /<\/regels>/ { inside = 0; print "@@ einde 0"; next }
         inside' "$1" | sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g'
}

# Line and column move with every edit of the example; that they are there is enough.
lines_aside() { sed -E 's/(\.(xml|csv)):[0-9]+(:[0-9]+)?/\1:N/g'; }

check_block() { # kind status text
    case $1 in
    opdracht)
        count=$((count + 1))
        got=$(cd "$work" && bash -e -c "$3" 2>&1 </dev/null)
        code=$?
        if [ $code -eq "$2" ]; then echo "ok $name $count"; else
            echo "not ok $name $count: ended with $code, the manual says $2: $3"
            echo "$got"
            failed=1
        fi ;;
    uitvoer)
        if [ "$(lines_aside <<<"$got")" = "$(lines_aside <<<"${3%$'\n'}")" ]; then echo "ok $name $count prints what the manual shows"; else
            echo "not ok $name $count prints something else"
            diff <(printf '%s\n' "${3%$'\n'}") <(printf '%s\n' "$got")
            failed=1
        fi ;;
    esac
}

for part in projectleider sjabloonmaker beheerder; do
    name=handleiding-$part count=0 kind= text=
    while IFS= read -r line; do
        case $line in
        '@@ einde 0') check_block "$kind" "$status" "$text"; kind= ;;
        '@@ '*) read -r _ kind status <<<"$line"; text= ;;
        *) text+=$line$'\n' ;;
        esac
    done < <(blocks "input/handleiding/$part.xml")
done

# What it names exists: figures that a template makes, templates, functions.
for kind in $(grep -oE '<code>[a-z-]+</code>' input/handleiding/projectleider.xml | sed -n 's/<[^>]*>//gp' | grep -E -- '-' | sort -u); do
    grep -rqF "'$kind'" templates/lib || grep -q "\"$kind\"" input/jaarverslag.xsd || grep -q -- "-$kind" src/command/command.c ||
        case $kind in --* | -*) continue ;; *) echo "not ok handleiding names $kind"; failed=1 ;; esac
done
for template in $(sed -n 's/.*<code>-t \([a-z]*\).*/\1/p' input/handleiding/projectleider.xml | sort -u); do
    if [ -e "templates/$template.xsl" ]; then echo "ok handleiding: template $template"; else echo "not ok handleiding: template $template"; failed=1; fi
done
for function in $(sed -n 's/.*<code>f:\([a-z]*\)(.*/\1/p' input/handleiding/sjabloonmaker.xml); do
    if grep -rq "{\"$function\", f_$function}" src/template; then echo "ok handleiding: f:$function"; else echo "not ok handleiding: f:$function"; failed=1; fi
done
exit $failed
