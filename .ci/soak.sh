#!/usr/bin/env bash
# Lets every fuzz target run for a while, one after the other, a million hostile backups
# (some twenty minutes), and a browser that keeps answers: killed 200 times, two tabs
# taking 100,000 steps on one copy, 100 tabs closed mid-word: soak.sh [SECONDS].
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
echo "== answers in a browser"
KOLLEGA_BROWSER=required go test -timeout 3h -run '^TestBrowserKeeper' ./cmd/kollega \
  -kills 200 -keep-steps 100000 -closings 50 -keep-seed "${KEEP_SEED:-$RANDOM}"
