#!/usr/bin/env bash
# Builds the same handbook of N pages with Kollega and with Hugo, in turn, and
# compares the medians: bench-hugo.sh [N] [PAIRS]. Both start with no output and no
# cache. The pages come from ../shared/bench, which is not part of this repository.
set -euo pipefail
cd "$(dirname "$0")/.."
pages=${1:-1000}
pairs=${2:-11}
bench=../shared/bench
if [ ! -f $bench/corpus.py ]; then
  echo "bench-hugo: the pages to compare on are not here ($bench)"
  exit 0
fi

# The newest Hugo whose dependencies can all be had; an older one is called old.
version=v0.166.0
toolchain=go1.27.0
hugo=$(go env GOPATH)/bin/hugo
[ -x "$hugo" ] || GOTOOLCHAIN=$toolchain go install "github.com/gohugoio/hugo@$version"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/kollega" ./cmd/kollega
python3 $bench/corpus.py emit --tool kollega --pages "$pages" --out "$work/ours"
python3 $bench/corpus.py emit --tool hugo --pages "$pages" --out "$work/theirs/content"
cp -r $bench/hugo/. "$work/theirs"

# Prints the milliseconds a command takes.
timed() {
  local start=$EPOCHREALTIME
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
  local end=$EPOCHREALTIME
  echo $(((${end/[.,]/} - ${start/[.,]/}) / 1000))
}

ours() {
  rm -rf "$work/a" "$work/cache"
  XDG_CACHE_HOME=$work/cache timed "$work/kollega" build --quiet -s "$work/ours" -d "$work/a" >>"$work/ours.ms"
}

theirs() {
  rm -rf "$work/b" "$work/cache" "$work/theirs/resources" "$work/theirs/.hugo_build.lock"
  timed "$hugo" --minify -s "$work/theirs" -d "$work/b" --cacheDir "$work/cache" >>"$work/theirs.ms"
}

median() { sort -n "$1" | awk '{v[NR]=$1} END {print (NR%2) ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
spread() { sort -n "$1" | awk 'NR==1 {low=$1} END {print low "–" $1}'; }
count() { find "$1" -name '*.html' | wc -l; }

ours; theirs # once each to warm the file cache; not counted
: >"$work/ours.ms"; : >"$work/theirs.ms"
for ((i = 0; i < pairs; i++)); do
  ours; theirs
done

echo "machine: $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(nproc) cores, $(uname -sr), load $(cut -d' ' -f1 /proc/loadavg)"
echo "go:      $(go env GOVERSION)"
echo "hugo:    $("$hugo" version)"
echo "pages:   $pages; files written: kollega $(count "$work/a"), hugo $(count "$work/b")"
echo "kollega: median $(median "$work/ours.ms") ms ($(spread "$work/ours.ms")), $pairs runs"
echo "hugo:    median $(median "$work/theirs.ms") ms ($(spread "$work/theirs.ms")), $pairs runs"
awk -v a="$(median "$work/ours.ms")" -v b="$(median "$work/theirs.ms")" 'BEGIN {printf "ratio:   %.2f\n", a / b}'
