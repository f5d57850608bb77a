#!/usr/bin/env bash
# The programs that people download, one file for each system, to .ci/out/release:
#
#   release.sh [VERSION]     VERSION is 1.0.0 or the like; without it, what git says of the commit
#
# What is built is the commit, not what lies in the folder. Everything is built twice, the
# second time in another folder and from an empty build cache, and must be the same bytes.
# The host's own program is run. Nothing is published, and nothing is signed.
# KOLLEGA_TARGETS="linux/amd64 …" builds those alone.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in go git tar sha256sum cmp; do
  command -v "$tool" >/dev/null || { echo "release: install $tool first" >&2; exit 1; }
done

targets=${KOLLEGA_TARGETS:-windows/amd64 windows/arm64 darwin/amd64 darwin/arm64 linux/amd64 linux/arm64}
version=${1:-}
[ -n "$version" ] || version=$(git describe --tags --match 'v[0-9]*' 2>/dev/null || echo "0.0.0-$(git rev-parse --short=12 HEAD)")
version=${version#v}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+[-+.0-9A-Za-z]*$ ]] || { echo "release: \"$version\" is no version: it is three numbers, as 1.0.0" >&2; exit 2; }
[ -z "$(git status --porcelain --untracked-files=no)" ] || echo "release: what has not been committed is not in it"

# What the bytes may depend on, besides the sources: the Go that go.mod names, and nothing
# of this machine or its settings.
go=$(awk '$1 == "go" { print $2 }' go.mod)
export GOTOOLCHAIN=go$go GOFLAGS= GOEXPERIMENT= GOAMD64=v1 GOARM64=v8.0 CGO_ENABLED=0 GOWORK=off
host=$(go env GOHOSTOS)/$(go env GOHOSTARCH)

work=$(mktemp -d)
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT
out=$PWD/.ci/out/release
rm -rf "$out"
mkdir -p "$out" "$work/one" "$work/two/further/down"
git archive HEAD | tar -x -C "$work/one"
git archive HEAD | tar -x -C "$work/two/further/down"

file() { # file OS/ARCH: the name that people download it under
  local suffix=
  [ "${1%/*}" != windows ] || suffix=.exe
  echo "kollega-$version-${1%/*}-${1#*/}$suffix"
}
build() { # build FOLDER OS/ARCH FILE
  (cd "$1" && GOOS=${2%/*} GOARCH=${2#*/} go build -trimpath -buildvcs=false \
    -ldflags "-s -w -X main.release=$version" -o "$3" ./cmd/kollega)
}

echo "release: Kollega $version, of $(git rev-parse --short=12 HEAD), with Go $go"
mkdir "$work/again"
for target in $targets; do
  name=$(file "$target")
  build "$work/one" "$target" "$out/$name"
  GOCACHE=$work/cache build "$work/two/further/down" "$target" "$work/again/$name"
  cmp "$out/$name" "$work/again/$name" || { echo "release: $name is not the same bytes when it is built again" >&2; exit 1; }
  echo "  $name: $(($(wc -c <"$out/$name") / 1000000)) MB, twice the same bytes"
done
(cd "$out" && sha256sum kollega-* >SHA256SUMS)

try() { # try FILE: the program on its own, in an empty folder, as somebody who has just got it
  local home=$work/home said
  mkdir -p "$home"
  said=$(cd "$home" && env -i HOME="$home" PATH=/nonexistent "$1" version)
  [[ $said == "kollega $version (go$go, $host)" ]] || { echo "release: it says \"$said\" of itself" >&2; exit 1; }
  (cd "$home" && env -i HOME="$home" PATH=/nonexistent "$1" build --strict --quiet -d site)
  grep -q "<h1" "$home/site/index.html" || { echo "release: it builds no front page" >&2; exit 1; }
  echo "release: run here: $(basename "$1"): says \"$said\" and builds its handbook, $(find "$home/site" -name '*.html' | wc -l) pages"
}
untried=
for target in $targets; do
  if [ "$target" = "$host" ]; then try "$out/$(file "$target")"; else untried+=" $target"; fi
done
[ -z "$untried" ] || echo "release: built, but not run on a system of its own:$untried"
echo "release: to hand out: $out"
