#!/bin/bash
# batch among faults: workers that crash, hang, eat memory or are killed, hostile inputs, a full disk, interruption at
# random moments. After all of it every good document is there, whole, and the same as in an undisturbed run.
cd "$(dirname "$0")/../.." || exit 1
J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
clean() { umount "$T/klein" 2>/dev/null; rm -rf "$T"; }
trap clean EXIT
unset LC_ALL LC_MESSAGES LANG SOURCE_DATE_EPOCH
export LANG=C.UTF-8
status=0
RANDOM=20210712 # the same moments each time, as far as the machine allows

. tests/command/common
rows() { grep '^{"job":' "$1/manifest.json"; }
count() { rows "$1" | grep -c "\"status\":\"$2\"" || true; }
cause() { rows "$1" | grep "\"input\":\"[^\"]*$2\"" | grep -q "\"status\":\"failed\",\"cause\":\"$3\"" || { rows "$1" | grep "$2" | cut -c1-300; return 1; }; }
workers() { # process ids of the workers of the run
    local stat line
    for stat in /proc/[0-9]*/stat; do
        { read -r line <"$stat"; } 2>/dev/null || continue
        set -- ${line##*) } # state, parent
        [ "$2" != "$run" ] || { stat=${stat%/stat}; echo "${stat##*/}"; }
    done
}
used() { # processor time of the workers together, in ticks
    local worker line sum=0
    for worker in $(workers); do
        { read -r line <"/proc/$worker/stat"; } 2>/dev/null || continue
        set -- ${line##*) }
        sum=$((sum + ${12}))
    done
    echo $sum
}
busier() { [ "$(used)" -ge "$1" ]; }
until_true() { local n=0; until "$@"; do [ $((n += 1)) -lt 6000 ] || { echo "never: $*"; return 1; }; sleep 0.1; done; }
input() { # input NAME KEY: a good input in $T/NAME whose partnership has that key
    cp -r input/voorbeeld "$T/$1"
    sed -i "s/<partnerschap sleutel=\"[a-z]*\"/<partnerschap sleutel=\"$2\"/" "$T/$1/jaarverslag.xml"
}
# A template that goes wrong for some partnerships: time and memory that double with every step.
cat >"$T/kwaad.xsl" <<XSL
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:nl:jaarverslag:document" xmlns:j="urn:nl:jaarverslag:1">
  <xsl:template name="lang"><xsl:param name="n"/>
    <xsl:if test="\$n &gt; 0">
      <xsl:call-template name="lang"><xsl:with-param name="n" select="\$n - 1"/></xsl:call-template>
      <xsl:call-template name="lang"><xsl:with-param name="n" select="\$n - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="dik"><xsl:param name="n"/><xsl:param name="s"/>
    <xsl:choose>
      <xsl:when test="\$n &gt; 0"><xsl:call-template name="dik"><xsl:with-param name="n" select="\$n - 1"/><xsl:with-param name="s" select="concat(\$s, \$s)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="string-length(\$s)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="/j:jaarverslag">
    <xsl:variable name="sleutel" select="j:partnerschap/@sleutel"/>
    <document title="{\$sleutel}" lang="nl" date="{@datum}"><part master="body">
      <para>Dit is het document van <xsl:value-of select="\$sleutel"/>.</para>
      <xsl:if test="\$sleutel = 'hangt'"><xsl:call-template name="lang"><xsl:with-param name="n" select="60"/></xsl:call-template></xsl:if>
      <xsl:if test="\$sleutel = 'eet'"><xsl:call-template name="dik"><xsl:with-param name="n" select="27"/><xsl:with-param name="s" select="'abcdefgh'"/></xsl:call-template></xsl:if>
    </part></document>
  </xsl:template>
</xsl:stylesheet>
XSL
for i in 1 2 3 4 5 6; do input goed-$i goed-$i; done
input hangt hangt
input eet eet
good=("$T"/goed-*)

# ---- an undisturbed run, to compare with ----
ok "undisturbed" code 0 "$J" batch -j 2 -o "$T/rustig" -t "$T/kwaad.xsl" "${good[@]}"
intact() { # intact FOLDER INPUT...: their documents are as in the undisturbed run
    local folder=$1 name
    shift
    for name; do cmp "$T/rustig/${name##*/}/kwaad.pdf" "$folder/${name##*/}/kwaad.pdf" || return 1; done
}

# ---- one bad one ----
ok "one that hangs" code 4 "$J" batch -j 2 --timeout 10 -o "$T/hang" -t "$T/kwaad.xsl" "$T/hangt" "${good[@]}"
ok "is stopped, and told so" cause "$T/hang" hangt time
ok "with its template and input" grep -q "/hangt: fout: het duurde langer dan 10 s.*S122" "$T/err"
ok "the others are whole" intact "$T/hang" "${good[@]}"
ok "one that eats memory" code 4 "$J" batch -j 2 --memory 200M -o "$T/dik" -t "$T/kwaad.xsl" "${good[@]}" "$T/eet"
ok "is stopped too" cause "$T/dik" eet memory
ok "and the others are whole" intact "$T/dik" "${good[@]}"

# A run with one that hangs, in the background, until the good ones are done; then a signal to its worker, and to the fresh
# one that tries it once more: it could have been another's fault.
with_signal() { # with_signal NUMBER FOLDER
    "$J" batch -j 2 --timeout 3600 -o "$2" -t "$T/kwaad.xsl" "${good[@]}" "$T/hangt" 2>"$T/err" &
    run=$!
    until_true sh -c "[ \$(grep -c kB '$T/err') -eq 6 ]" || return 1
    until_true busier $(($(used) + 20)) # the good ones are done: this is the one that hangs
    first=$(workers)
    kill "-$1" $first # the idle one too
    until_true another
    until_true busier 20
    kill "-$1" $(workers)
    wait $run
    [ $? -eq 4 ]
}
another() { local now; now=$(workers) && [ -n "$now" ] && ! printf '%s\n' $first | grep -qxF "$now"; }
ok "a worker that crashes" with_signal SEGV "$T/crash"
ok "is reported as a fault of the program" cause "$T/crash" hangt crash
ok "with what and where" grep -q 'interne fout.*ongeldig geheugenadres' "$T/err"
ok "the others are whole after a crash" intact "$T/crash" "${good[@]}"
ok "a worker that is killed" with_signal KILL "$T/dood"
ok "is reported as such" cause "$T/dood" hangt killed
ok "the others are whole after a kill" intact "$T/dood" "${good[@]}"

# ---- hostile inputs among good ones ----
mkdir "$T/leeg" "$T/map" "$T/kring" "$T/klimt" "$T/lach" "$T/diep" "$T/sleutel" "$T/met spatie &<\"'"
head -c 50000 "$J" >"$T/ruis.xml"
: >"$T/leeg.xml"
mkfifo "$T/pijp.xml"
ln -s /dev/zero "$T/nul.xml"
ln -s "$T/lus.xml" "$T/lus.xml"
echo '<jaarverslag xmlns="urn:nl:jaarverslag:1" xmlns:xi="http://www.w3.org/2001/XInclude" schooljaar="2022-2023"><xi:include href="jaarverslag.xml"/></jaarverslag>' >"$T/kring/jaarverslag.xml"
echo '<jaarverslag xmlns="urn:nl:jaarverslag:1" xmlns:xi="http://www.w3.org/2001/XInclude" schooljaar="2022-2023"><xi:include href="../goed-1/jaarverslag.xml"/></jaarverslag>' >"$T/klimt/jaarverslag.xml"
{ echo '<!DOCTYPE j [<!ENTITY a "lach">'; for i in b:a c:b d:c e:d f:e g:f h:g i:h; do r=${i#*:}; echo "<!ENTITY ${i%:*} \"&$r;&$r;&$r;&$r;&$r;&$r;&$r;&$r;&$r;&$r;\">"; done; echo ']><jaarverslag xmlns="urn:nl:jaarverslag:1" schooljaar="2022-2023">&i;</jaarverslag>'; } >"$T/lach/jaarverslag.xml"
{ for i in $(seq 5000); do printf '<a>'; done; } >"$T/diep/jaarverslag.xml"
sed 's/<locatie sleutel="dijkzicht"/<locatie sleutel="..\/..\/..\/uit"/' input/voorbeeld/jaarverslag.xml >"$T/sleutel/jaarverslag.xml"
cp input/voorbeeld/*.csv "$T/sleutel"
cp input/voorbeeld/* "$T/met spatie &<\"'"
cp -r input/voorbeeld "$T/"$'geen\377utf8\n'
bad=("$T/leeg" "$T/leeg.xml" "$T/ruis.xml" "$T/pijp.xml" "$T/nul.xml" "$T/lus.xml" "$T/kring" "$T/klimt" "$T/lach" "$T/diep" "$T/sleutel" "$T/nergens" /dev/null)
mixed=("${bad[@]:0:6}" "${good[@]:0:3}" "$T/met spatie &<\"'" "$T/"$'geen\377utf8\n' "${bad[@]:6}" "${good[@]:3}")
ok "hostile inputs among good ones" code 4 "$J" batch -j 2 -o "$T/vijand" -t "$T/kwaad.xsl" "${mixed[@]}"
ok "each of them fails, and only they" test "$(count "$T/vijand" failed)" -eq ${#bad[@]} -a "$(count "$T/vijand" 'done')" -eq 8
ok "the good ones are whole" intact "$T/vijand" "${good[@]}"
ok "odd names become plain ones" test -s "$T/vijand/met-spatie-----/kwaad.pdf" -a -s "$T/vijand/geen-utf8-/kwaad.pdf"
ok "the index is well-formed all the same" xmllint --noout "$T/vijand/index.html"
ok "hostile inputs with recipients" code 4 "$J" batch -j 2 -o "$T/vijand2" --each school "${mixed[@]}"
ok "nothing outside the folder" test ! -e "$T/uit" -a ! -e "$T/uit.pdf" -a "$(count "$T/vijand2" failed)" -eq ${#bad[@]}
ok "three schools for each good one" test "$(count "$T/vijand2" 'done')" -eq 24
if [ "$(id -u)" -ne 0 ]; then
    input dicht dicht
    chmod 000 "$T/dicht/jaarverslag.xml"
    ok "an input that may not be read" code 4 "$J" batch -o "$T/dicht-uit" -t "$T/kwaad.xsl" "$T/dicht" "${good[@]}"
fi

# ---- a full disk: the BOS report is large, the others are small ----
some=("${good[@]:0:3}" input/bos-2020-2021 "${good[@]:3}")
ok "a run of one large and six small" code 0 "$J" batch -j 2 -o "$T/maten" "${some[@]}"
small() { # small FOLDER: the small documents in it are those of that run
    local name
    for name in "${good[@]}"; do cmp "$T/maten/${name##*/}/jaarverslag.pdf" "$1/${name##*/}/jaarverslag.pdf" || return 1; done
}
limited() { (ulimit -f 200; code 4 "$J" batch -j 2 -o "$T/grens" "${some[@]}"); }
ok "a document too large for the system" limited
ok "costs that one" cause "$T/grens" bos-2020-2021 system
ok "leaves nothing half" test "$(find "$T/grens" -type f | wc -l)" -eq 8
ok "and the others whole" small "$T/grens"
ok "resume makes it when there is room" code 0 "$J" batch --resume -o "$T/grens" "${some[@]}"
ok "and all is as it should be" diff -r "$T/grens" "$T/maten"
mkdir "$T/klein"
room=$(($(cat "$T"/maten/goed-*/jaarverslag.pdf | wc -c) / 1024 + 250)) # for the small ones, and not for the large one
if mount -t tmpfs -o size=${room}k tmpfs "$T/klein" 2>/dev/null; then
    ok "a full disk" code 4 "$J" batch -j 2 -o "$T/klein/uit" "${some[@]}"
    ok "costs the one that does not fit" cause "$T/klein/uit" bos-2020-2021 system
    ok "the others are whole on it" small "$T/klein/uit"
    head -c 5000000 /dev/zero >"$T/klein/vol" 2>/dev/null
    ok "no room at all" code 3 "$J" batch -o "$T/klein/uit" "${good[@]}"
    ok "no half manifest" test "$(tail -1 "$T/klein/uit/manifest.json")" = '}'
    rm "$T/klein/vol"
    ok "resume finds what is whole" code 0 "$J" batch --resume -o "$T/klein/uit" "${good[@]}"
    ok "everything is there" small "$T/klein/uit"
fi

# ---- two runs, and stopping one ----
start() { # start FOLDER OPTION...: with one that hangs, until the good ones are done
    local folder=$1
    shift
    "$J" batch -j 2 --timeout 3600 "$@" -o "$folder" -t "$T/kwaad.xsl" "${good[@]}" "$T/hangt" 2>"$T/err1" &
    run=$!
    until_true sh -c "[ \$(grep -c 'kB\\|ongewijzigd' '$T/err1') -eq 6 ]"
}
second() { start "$T/twee" && code 3 "$J" batch -o "$T/twee" -t "$T/kwaad.xsl" "${good[@]}" && grep -q S124 "$T/err"; }
ok "a second run into one folder is refused" second
twice() { kill -INT $run; sleep 0.2; kill -INT $run 2>/dev/null; wait $run; [ $? -eq 130 ]; }
ok "interrupted, it ends by that signal" twice
ok "what was done is in the manifest, the rest waits" test "$(count "$T/twee" 'done')" -eq 6 -a "$(count "$T/twee" pending)" -eq 1
terminated() { start "$T/twee" --resume && kill -TERM $run && sleep 0.2; kill -TERM $run 2>/dev/null; wait $run; [ $? -eq 143 ]; } # it may have ended by the first
ok "terminated too" terminated
ok "nothing of the run is left" test -z "$(workers)" -a ! -e "$T/twee/.jaarverslag.journal"
killed() { start "$T/dood9" && kill -9 $run; wait $run 2>/dev/null; until_true test -z "$(workers)" && [ "$(count "$T/dood9" pending)" -le 7 ]; }
ok "killed, its workers die with it and a manifest is there" killed

# ---- interruption at random moments ----
lots=()
for i in $(seq 30); do input veel-$i veel-$i; lots+=("$T/veel-$i"); done
ok "an undisturbed run of 30" code 0 "$J" batch -j 2 -o "$T/heel" "${lots[@]}"
whole() { # what lies in the folder now is whole: documents as they should be, a manifest that ends
    local file
    while read -r file; do cmp "$T/heel/${file#"$T/stuk/"}" "$file" || return 1; done < <(find "$T/stuk" -name '*.pdf')
    [ ! -e "$T/stuk/manifest.json" ] || [ "$(tail -1 "$T/stuk/manifest.json")" = '}' ]
}
disturb() { # a signal to the run or to one of its workers, some moment after its start
    local signal=$1 whom=$2 victim
    "$J" batch -j 2 --resume -o "$T/stuk" "${lots[@]}" 2>/dev/null &
    run=$!
    sleep "0.0$((RANDOM % 10))$((RANDOM % 10))"
    victim=$run
    [ "$whom" = run ] || victim=$(workers | tail -1)
    [ -z "$victim" ] || kill "-$signal" "$victim" 2>/dev/null
    [ "$whom" != run ] || [ "$signal" != TERM ] || kill -TERM "$run" 2>/dev/null
    wait $run 2>/dev/null
    victim=$?
    whole && { [ "$signal $whom" != 'KILL worker' ] || [ $victim -eq 0 ]; } # a kill costs no document
}
for i in $(seq 12); do
    case $((RANDOM % 4)) in 0) how='KILL run' ;; 1) how='TERM run' ;; 2) how='KILL worker' ;; 3) how='SEGV worker' ;; esac
    ok "round $i ($how)" disturb $how
done
ok "resume finishes it" code 0 "$J" batch -j 2 --resume -o "$T/stuk" "${lots[@]}"
ok "the same tree as undisturbed, manifest and index too" diff -r "$T/heel" "$T/stuk"
exit $status
