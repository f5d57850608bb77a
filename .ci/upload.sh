#!/usr/bin/env bash
# Publishes one edition of the handbook over another with docs/hosting/upload.sh and holds
# the folder after every few files (.ci/whole.mjs): each page, old or new, finds what it
# loads. Where an S3 server can be had (moto_server), also what is stored as headers.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v rclone >/dev/null || { echo "upload: NOT tested: rclone is not installed"; exit 0; }
rclone version | sed -n 1p
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server"; wait "$server" || true; }; rm -rf "$work"' EXIT
export RCLONE_CONFIG=$work/rclone.conf
: >"$RCLONE_CONFIG"

go build -o "$work/kollega" ./cmd/kollega
square() { echo "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\" fill=\"$1\"/></svg>"; }
edition() { # edition NAME COLOUR: pages, styles, scripts and a picture that are no other edition's
  local house=$work/$1-source
  mkdir -p "$house/content/nb/guider" "$house/static/app"
  printf 'id = "upload-test"\ntitle = "Kollega %s"\n[theme]\naccent = "%s"\n' "$1" "$2" >"$house/site.toml"
  cp static/app/main.ts "$house/static/app/main.ts"
  echo "document.documentElement.classList.add('$1');" >>"$house/static/app/main.ts"
  square "$2" >"$house/content/nb/guider/ute.svg"
  square "$2" >"$house/static/logo.20260101.svg"
  printf '+++\ntitle = "Ute"\nsummary = "Et bilde."\nid = "ute"\n+++\n\n![Et felt](ute.svg)\n' >"$house/content/nb/guider/ute.md"
  printf '+++\ntitle = "Bare %s"\nsummary = "Bare her."\nid = "bare-%s"\n+++\n\nTekst.\n' "$1" "$1" >"$house/content/nb/guider/bare-$1.md"
  "$work/kollega" build --quiet --source "$house" -d "$work/$1"
}
edition gammel '#00695c'
edition nytt '#7b1fa3'

to=$work/target
holds() { node .ci/whole.mjs "$to" "$work/gammel" "$work/nytt"; }
docs/hosting/upload.sh "$work/gammel" "$to"
[ "$(find "$work/gammel" -type f ! -name .kollega | wc -l)" = "$(find "$to" -type f | wc -l)" ]
holds >/dev/null

# A few files at a time: rclone ends with an error when it has moved so much, and is started again.
export RCLONE_TRANSFERS=1 RCLONE_CHECKERS=2 RCLONE_CUTOFF_MODE=soft RCLONE_LOG_LEVEL=ERROR RCLONE_RETRIES=1
steps=0 mixed=0 untouched=0
# The first steps are a file each, since there are few before the pages.
until RCLONE_MAX_TRANSFER=$([ $steps -lt 6 ] && echo 1b || echo 150k) docs/hosting/upload.sh "$work/nytt" "$to" 2>"$work/log"; do
  grep -qE 'transfer limit|context canceled' "$work/log" || { cat "$work/log" >&2; exit 1; }
  steps=$((steps + 1))
  read -r old new < <(holds) || { echo "upload: a page is not whole after step $steps" >&2; exit 1; }
  [ "$new" != 0 ] || untouched=$((untouched + 1))
  [ "$old" = 0 ] || [ "$new" -lt 5 ] || mixed=$((mixed + 1))
  [ $steps -lt 500 ] || { echo "upload: comes to no end" >&2; exit 1; }
done
holds >/dev/null
seen="$steps steps, $untouched of them before the first new page, $mixed with pages of both editions"
[ $untouched -gt 1 ] && [ $mixed -gt 5 ] || { echo "upload: only $seen" >&2; exit 1; }
[ -f "$to/guider/bare-gammel.html" ]
docs/hosting/upload.sh --clean "$work/nytt" "$to"
rm "$work/nytt/.kollega"
diff -r "$work/nytt" "$to"
echo "upload: every page whole after each of $seen; the same as the build after the cleaning"

# The wrong order must be noticed: pages before what they load.
rm -rf "$to" && cp -r "$work/gammel" "$to" && rm "$to/.kollega"
cp -r "$work/nytt/guider/." "$to/guider/" && rm "$to"/guider/ute.*.svg
if holds >/dev/null 2>&1; then echo "upload: pages before their files were not noticed" >&2; exit 1; fi

# --- a file share, with the lines of docs/hosting.md
if command -v rsync >/dev/null; then
  rsync --version | sed -n 1p
  rm -rf "$to" && cp -r "$work/gammel" "$to" && rm "$to/.kollega"
  grep -E '^rsync .* public/ /mnt/share/kollega/$' docs/hosting.md | sed "s#public/#$work/nytt/#; s#/mnt/share/kollega/#$to/#" >"$work/rsync"
  [ "$(wc -l <"$work/rsync")" = 3 ]
  while read -r line; do
    bash -f -c "$line"
    echo "upload: after a pass with rsync, pages of the old and the new edition: $(holds)"
  done <"$work/rsync"
  diff -r "$work/nytt" "$to"
else
  echo "upload: NOT tested: rsync is not installed"
fi

# --- what an object store keeps beside the files
if ! command -v moto_server >/dev/null; then
  echo "upload: NOT tested: the stored headers (moto_server is not installed)"
  exit 0
fi
port=${HOSTING_PORT:-18790}
moto_server -H 127.0.0.1 -p "$port" >"$work/moto.log" 2>&1 &
server=$!
for _ in $(seq 100); do curl -s -o "$work/body" "http://127.0.0.1:$port/" && break; sleep 0.1; done
printf '[s3]\ntype = s3\nprovider = Other\naccess_key_id = a\nsecret_access_key = b\nendpoint = http://127.0.0.1:%s\nforce_path_style = true\n' "$port" >"$RCLONE_CONFIG"
export RCLONE_TRANSFERS=4
unset AWS_CA_BUNDLE # the server speaks plain http
rclone mkdir s3:kollega
docs/hosting/upload.sh "$work/gammel" s3:kollega
# Killed at any moment: an object is there whole or not at all.
kills=0
for after in 0.6 0.9 1.2 1.5 2 3; do
  timeout -s KILL "$after" docs/hosting/upload.sh "$work/nytt" s3:kollega 2>/dev/null && break
  kills=$((kills + 1)) to=$work/back-$kills
  rclone copy --checksum s3:kollega "$to"
  pages=$(holds) || { echo "upload: a page is not whole after a kill at $after s" >&2; exit 1; }
  echo "upload: killed after $after s: pages of the old and the new edition: $pages"
done
docs/hosting/upload.sh "$work/nytt" s3:kollega
stored() { # what is kept with a file: its cache rule and its kind
  rclone lsjson --stat --metadata "s3:kollega/$1" | sed -nE 's/^\s*"(cache-control|content-type)": "(.*)",?$/\2/p' | paste -sd '|' -
}
check() { [[ $(stored "$1") == $2 ]] || { echo "upload: $1 is stored as $(stored "$1")" >&2; exit 1; }; }
name() { (cd "$work/nytt" && ls $1 | sed -n 1p); }
ever='public, max-age=31536000, immutable'
check index.html 'no-cache|text/html; charset=utf-8'
check "$(name 'assets/site.????????.css')" "$ever|text/css; charset=utf-8"
check "$(name 'assets/main.????????.js')" "$ever|text/javascript; charset=utf-8"
check "$(name 'assets/*.????????.woff2')" "$ever|font/woff2"
check "$(name 'guider/ute.????????.svg')" "$ever|image/svg+xml*"
check logo.20260101.svg 'no-cache|image/svg+xml*'
check assets/licenses.txt 'no-cache|text/plain; charset=utf-8'
echo "upload: an S3 server holds the headers as they should be"
