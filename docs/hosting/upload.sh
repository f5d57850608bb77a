#!/usr/bin/env bash
# Publishes a built handbook with rclone to object storage behind a CDN, or to any other place
# where files are written one at a time:
#
#   upload.sh public s3:kollega           three passes, in an order that never breaks a page
#   upload.sh --clean public s3:kollega   a day later: deletes what the handbook has no more
#
# "s3:kollega" is a remote of "rclone config". Build without --compress: the CDN
# compresses. Stopped half-way, it is started again and goes on where it was.
#
# New scripts, styles and pictures have new names, so the first pass changes nothing for
# anybody. The pages come after what they load. The old files stay for those who are on an
# old page, until the cleaning.
set -euo pipefail
clean=
if [ "${1:-}" = --clean ]; then
  clean=yes
  shift
fi
from=${1:?the folder of the built handbook} to=${2:?where to, as remote:path}
[ -f "$from/index.html" ] || { echo "$from has no index.html: not a built handbook" >&2; exit 1; }

ours=(--filter '- .kollega')
# A hash in the name: what is bundled under assets/, and pictures, whose eight hexadecimal digits have
# both letters and digits. In rclone the first rule that fits decides.
hashed=('{{(.*/)?assets/[^/]+\.[a-z2-7]{8}\.(css|js|woff2|svg)}}' '{{.*\.[0-9a-f]{8}\.(svg|png|jpe?g|gif|webp|avif)}}')
like_hashed='{{.*\.([0-9]{8}|[a-f]{8})\.[a-z]+}}'

# By checksum, since every build writes every file anew.
copy() { rclone copy --checksum "$from" "$to" "${ours[@]}" "$@"; }

if [ "$clean" ]; then
  rclone sync --checksum "$from" "$to" "${ours[@]}" --header-upload 'Cache-Control: no-cache'
  exit
fi
copy --header-upload 'Cache-Control: public, max-age=31536000, immutable' \
  --filter "+ ${hashed[0]}" --filter "- $like_hashed" --filter "+ ${hashed[1]}" --filter '- *'
copy --header-upload 'Cache-Control: no-cache' \
  --filter "- ${hashed[0]}" --filter "+ $like_hashed" --filter "- ${hashed[1]}" --filter '- *.html'
copy --header-upload 'Cache-Control: no-cache' --filter '+ *.html' --filter '- *'
