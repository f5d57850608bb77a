#!/usr/bin/env bash
# The main journeys in a real Firefox. Without one on the machine nothing is tested,
# unless KOLLEGA_FIREFOX or CI says that it must be there. With --find it only says
# where it is.
set -euo pipefail
cd "$(dirname "$0")/.."

# A snap sees no folder of ours, so its Firefox can't be given a profile. Ubuntu's
# firefox is one, behind a script of a few lines.
is_snap() {
  case $(readlink -f "$1") in */snap*) return 0 ;; esac
  [ "$(wc -c <"$1")" -lt 10000 ] && grep -q /snap/ "$1"
}

find_firefox() {
  local name path
  for name in firefox-esr firefox; do
    path=$(command -v $name) && ! is_snap "$path" && echo "$path" && return
  done
  return 1
}

if [ "${1:-}" = --find ]; then
  find_firefox
  exit
fi

if ! firefox=$(find_firefox); then
  echo "firefox: there is no firefox-esr and no firefox here but a snap's, which can't be driven: nothing was tested in Firefox"
  [ "${KOLLEGA_FIREFOX:-}" != required ] && [ "${CI:-}" != true ]
  exit
fi

"$firefox" --version
go run ./cmd/kollega build --quiet -d .ci/out/firefox
FIREFOX=$firefox HANDBOOK=.ci/out/firefox node --test --test-reporter=spec .ci/web/firefox/journeys.test.mjs
