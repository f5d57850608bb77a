#!/usr/bin/env bash
# Every test but those in a browser. The race detector makes them some eight times as slow, so those that run
# whole commands over the whole handbook again and again run without it; the rest of the time they would take
# holds nothing that the others don't.
set -euo pipefail
cd "$(dirname "$0")/.."
export KOLLEGA_SPELLING=required
long='^(TestScripts|TestTheManualIsTrue|TestARebuildIsACleanBuild|TestStatementsOfEveryRulePassTheCheck|TestEditionsShareACache|TestTheHandbookOfParticipantsHasNoNotes|TestNotepadChangesNothing)$'
go test -timeout 20m -race -skip "^TestBrowser|$long" ./...
go test -timeout 20m -run "$long" ./generator ./cmd/kollega
go test -timeout 20m -race -run '^TestARebuildIsACleanBuild$' ./generator -edits 60
