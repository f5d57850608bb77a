#!/usr/bin/env bash
# Every test but those in a browser. The race detector makes them some eight times as slow, so what turns the
# whole handbook into pages again and again, in generator and cmd/kollega, runs without it. What these do at the
# same time is held under it by the rebuilds with random edits and by all other packages.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export KOLLEGA_SPELLING=required
leaves=$(go list ./... | grep -vE '/(generator|cmd/kollega)$') || exit 1
failed=0
go test -timeout 20m -race $leaves || failed=1
go test -timeout 20m -skip '^TestBrowser' ./generator ./cmd/kollega || failed=1
go test -timeout 20m -race -run '^TestARebuildIsACleanBuild$' ./generator -edits 60 || failed=1
exit $failed
