#!/usr/bin/env bash
# What takes hours: every fuzz target for a while, one after the other, and the batteries
# of the tests at length. soak.sh [SECONDS PER TARGET] [PART ...]; without parts all of them:
#
#   fuzz      every fuzz target
#   rebuild   1,000,000 edits, each rebuild held against a clean build
#   kills     1,000 builds killed at 20 and at 2,000 pages, and as many writings of a folder
#   watch     10,000 changes on a disk through the watcher, 1,000 races with new folders
#   serve     1,000,000 attacking requests; an hour of edits, memory and state looked at
#   hosting   the configurations of docs/hosting, with the servers there are
#   backups   1,000,000 hostile backups (some twenty minutes)
#   pages     every page on a small phone and against the HTML standard, prints of all sorts too
#   keeper    a browser that keeps answers: killed 200 times, two tabs taking 100,000 steps on
#             one copy, 100 tabs closed mid-word
set -euo pipefail
seconds=${1:-60}
shift || true
parts=${*:-fuzz rebuild kills watch serve hosting backups pages keeper}

fuzz() {
  for package in $(go list ./...); do
    for target in $(go test -list '^Fuzz' "$package" | grep '^Fuzz' || true); do
      echo "== $package $target"
      go test -run '^$' -fuzz "^$target\$" -fuzztime "${seconds}s" "$package"
    done
  done
}

rebuild() {
  local seed
  for seed in $(seq 1 "${SEEDS:-100}"); do
    go test -count=1 -timeout 2h -run '^TestARebuildIsACleanBuild$' ./generator -edits $((${EDITS:-1000000} / ${SEEDS:-100})) -edit-seed "$seed"
  done
}

kills() {
  local pages
  for pages in 20 2000; do
    go test -count=1 -timeout 3h -v -run '^TestAKilledBuild' ./cmd/kollega -build-kills "${KILLS:-1000}" -build-kill-pages $pages
    go test -count=1 -timeout 3h -v -run 'AKilledRun|Always' ./generator/publish -kills "${KILLS:-1000}" -pages $pages -rounds 3000
  done
}

watch() {
  go test -count=1 -timeout 2h ./generator/watch -watch-races 1000 -watch-steps 10000
  go test -count=1 -timeout 2h -run '^TestServeShowsWhatIsThere$' ./cmd/kollega -serve-edits "${SERVE_EDITS:-10000}"
}

serve() {
  go test -count=1 -timeout 3h -run '^TestNoRequestGets' ./generator/preview -requests "${REQUESTS:-1000000}"
  go test -count=1 -timeout 2h -v -run '^TestServeStaysSmall$' ./cmd/kollega -serve-for "${SERVE_FOR:-1h}"
}

backups() { MUTATIONS=${MUTATIONS:-1000000} .ci/client.sh import-mutations; }

keeper() {
  KOLLEGA_BROWSER=required go test -timeout 3h -run '^TestBrowserKeeper' ./cmd/kollega \
    -kills 200 -keep-steps 100000 -closings 50 -keep-seed "${KEEP_SEED:-$RANDOM}"
}

pages() {
  KOLLEGA_BROWSER=required go test -count=1 -timeout 1h -run '^TestBrowser$/^Narrow$' ./cmd/kollega -every-page
  go run ./cmd/kollega build --quiet --strict --locked -d .ci/out/handbook
  node .ci/web/validate.mjs --all .ci/out/handbook
}

hosting() {
  .ci/hosting.sh
  .ci/upload.sh
}

for part in $parts; do
  echo "== $part"
  "$part"
done
