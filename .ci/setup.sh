#!/usr/bin/env bash
# Installs what the tests need and the machine lacks: by apt when it may, else it
# says in one line which packages are missing. Asks nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

have() { command -v "$1" >/dev/null 2>&1; }

for tool in go node npm; do
  have "$tool" || { echo "setup: install $tool first" >&2; exit 1; }
done

# On Debian the browser is "chromium"; Ubuntu's package of that name is called
# "chromium-browser" and brings a snap.
browser_package() {
  if have apt-cache && [ -z "$(apt-cache policy chromium 2>/dev/null | awk '/Candidate:/ && $2 != "(none)"')" ] \
    && apt-cache show chromium-browser >/dev/null 2>&1; then
    echo chromium-browser
  else
    echo chromium
  fi
}

missing=()
have cc || have gcc || have clang || missing+=(gcc libc6-dev)
have chromium || have chromium-browser || have google-chrome || missing+=(browser)
if ! .ci/firefox.sh --find >/dev/null; then
  if grep -qs '^ID=ubuntu' /etc/os-release; then
    echo "setup: Ubuntu's firefox is a snap, which can't be driven: what is to hold in Firefox is not tested here"
  else
    missing+=(firefox-esr)
  fi
fi
have pdftotext && have pdftoppm || missing+=(poppler-utils)
dictionaries=$(hunspell -D </dev/null 2>&1 || true)
[[ $dictionaries == *nb_NO* && $dictionaries == *en_GB* ]] || missing+=(hunspell hunspell-no hunspell-en-gb)
have qpdf || missing+=(qpdf)
have zbarimg || missing+=(zbar-tools)
have fc-list && [ -n "$(fc-list 2>/dev/null | head -n 1)" ] || missing+=(fontconfig fonts-dejavu-core)

if [ ${#missing[@]} -gt 0 ]; then
  root=$([ "$(id -u)" = 0 ] && have apt-get && echo yes || echo no)
  if [ "$root" = yes ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update
  fi
  packages=("${missing[@]/#browser/$(browser_package)}")
  if [ "$root" = no ]; then
    echo "setup: the tests need more than this machine has; as root: apt-get install --yes ${packages[*]}" >&2
    exit 1
  fi
  echo "setup: installing ${packages[*]}"
  apt-get -qq install --yes --no-install-recommends "${packages[@]}" >/dev/null
fi

# The Node packages, when the lock file says something else than what is there.
web=.ci/web
if ! cmp -s $web/package-lock.json $web/node_modules/.installed; then
  (cd $web && npm ci --no-progress --loglevel=error)
  cp $web/package-lock.json $web/node_modules/.installed
fi

go mod download
