#!/usr/bin/env bash
# The search beside MiniSearch, lunr and Pagefind: on the handbook's own queries, on
# made-up Norwegian pages and on the Debian handbook's text, where those are at hand.
# run.sh [CORPUS.PY] [DEBIAN-HANDBOOK/nb-NO]; results in .ci/out/search.
set -euo pipefail
cd "$(dirname "$0")/../.."
corpus=${1:-../shared/bench/corpus.py}
debian=${2:-/usr/share/doc/debian-handbook/html/nb-NO}
here=.ci/search out=$PWD/.ci/out/search
mkdir -p "$out"
[ -d $here/node_modules ] || npm ci --prefix $here --silent
go build -o "$out/kollega" ./cmd/kollega

by=()
measure() { # NAME SITE QUERIES…: the four engines on a finished site
  local name=$1 site=$2 queries=()
  shift 2
  for file; do queries+=(--queries "$file"); done
  echo "== $name"
  node $here/kollega.mjs "${by[@]}" --site "$site" --pages "$out/$name.pages.jsonl" "${queries[@]}" --out "$out/$name.kollega.jsonl" --sizes
  node $here/baselines.mjs --site "$site" --pages "$out/$name.pages.jsonl" "${queries[@]}" --out "$out/$name.others.jsonl" --sizes
  node $here/score.mjs "$out/$name.kollega.jsonl" "$out/$name.others.jsonl"
}

rm -rf "$out/site"
"$out/kollega" build --quiet --locked -d "$out/site"
own=generator/search/testdata/handbook
measure dev "$out/site" $own/dev-needs.tsv $own/dev-forms.tsv
measure test "$out/site" $own/test-needs.tsv $own/test-forms.tsv

if [ -f "$corpus" ]; then
  for n in 300 1000; do
    rm -rf "$out/synthetic-$n"
    python3 $here/synthetic.py "$corpus" --pages $n --out "$out/synthetic-$n"
    rm -rf "$out/made-$n"
    python3 "$corpus" emit --tool kollega --pages $n --out "$out/made-$n" > /dev/null
    (cd "$out/made-$n" && "$out/kollega" build --quiet -d "$out/made-$n-site")
    by=(--by-url)
    measure synthetic-$n "$out/made-$n-site" "$out/synthetic-$n/queries.tsv"
  done
fi
by=()
if [ -d "$debian" ]; then
  rm -rf "$out/debian"
  python3 $here/debian.py "$debian" --out "$out/debian"
  (cd "$out/debian/site" && "$out/kollega" build --quiet -d "$out/debian/public")
  measure debian "$out/debian/public" "$out/debian/queries.tsv"
fi
