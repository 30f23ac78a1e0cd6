# The structure tree as "depth role" and text without spaces, from either `jaarverslag render --dump structure` or
# `pdfinfo -struct-text`: what the program meant and what another reader finds in the file, to be compared.
function flush_text() { if (text != "") print text; text = "" }
{ line = $0; sub(/^ +/, "", line); depth = (length($0) - length(line)) / 2 }
line ~ /^"/ {
    sub(/ p[0-9]+$/, "", line)
    sub(/^"/, "", line); sub(/"$/, "", line)
    gsub(/\\"/, "\"", line)
    gsub(/ |~|\302\240|\302\255|\342\200\257|\342\201\240|\342\200[\200-\213]|\\/, "", line)
    text = text line
    next
}
line ~ /^[A-Z][A-Za-z]*[1-6]?( |:|$)/ && line !~ /^Object [0-9]/ {
    flush_text()
    split(line, part, /[ :]/)
    print depth, part[1]
}
END { flush_text() }
