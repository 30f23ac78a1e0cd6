#!/bin/bash
# The second thread: no data race (ThreadSanitizer), nothing lost (AddressSanitizer), the same bytes as ever.
cd "$(dirname "$0")/../.." || exit 1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
ok() { if "${@:2}"; then echo "ok $1"; else echo "not ok $1"; fi; }

make -s -j"$(nproc)" B=build/tsan OPT='-O1 -g -fsanitize=thread' build/tsan/jaarverslag >"$T/log" 2>&1 &&
    make -s -j"$(nproc)" B=build/asan OPT='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined' build/asan/jaarverslag >>"$T/log" 2>&1 || { cat "$T/log"; echo "not ok threads-build"; exit 1; }
fixed() { setarch -R "$@"; } # ThreadSanitizer of GCC 12 cannot do with much randomness in addresses
fixed true 2>/dev/null || fixed() { "$@"; }

build/jaarverslag render -o "$T/as-built.pdf" input/bos-2020-2021 2>/dev/null
fixed env TSAN_OPTIONS=exitcode=66 build/tsan/jaarverslag render -o "$T/tsan.pdf" input/bos-2020-2021 2>"$T/tsan.log"
ok threads-no-race test $? -eq 0
ok threads-same-bytes cmp "$T/as-built.pdf" "$T/tsan.pdf"
build/asan/jaarverslag render -o "$T/asan.pdf" input/bos-2020-2021 2>"$T/asan.log"
ok render-nothing-lost test $? -eq 0
ok render-same-bytes cmp "$T/as-built.pdf" "$T/asan.pdf"
fixed build/tsan/jaarverslag render -o "$T/none.pdf" "$T" 2>"$T/none.log"
ok threads-stop-at-faults test $? -eq 3
grep -h -A12 'WARNING: ThreadSanitizer\|ERROR: ' "$T/tsan.log" "$T/asan.log" "$T/none.log"
exit 0
