#!/usr/bin/env bash
# Lets every fuzz target run for a while, one after the other, and a million hostile
# backups (some twenty minutes): soak.sh [SECONDS].
set -euo pipefail
seconds=${1:-60}
for package in $(go list ./...); do
  for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
    echo "== $package $target"
    go test -run '^$' -fuzz "^$target\$" -fuzztime "${seconds}s" "$package"
  done
done
echo "== hostile backups"
MUTATIONS=${MUTATIONS:-1000000} .ci/client.sh import-mutations
