#!/bin/bash
# Nothing typed disappears: whatever the grammar offers is noticed by a fact, a message or a document.
cd "$(dirname "$0")/../.." || exit 1
exec python3 tests/language/unread.py build/jaarverslag tests/language/alles
