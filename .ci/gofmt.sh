#!/usr/bin/env bash
# Names the Go files that gofmt would change, and fails if there are any.
set -euo pipefail
found=$(gofmt -l embed.go cmd generator)
[ -z "$found" ] || { echo "gofmt -w is needed on:"; echo "$found"; exit 1; }
