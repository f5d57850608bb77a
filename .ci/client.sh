#!/usr/bin/env bash
# Unit tests of the client code that needs no page, in Node's own test runner: all
# of them, or one: client.sh [NAME].
set -euo pipefail
cd "$(dirname "$0")/web"
rm -rf ../out/app
node_modules/.bin/tsc -p . --noEmit false --outDir ../out/app --module commonjs
node --test --test-reporter=spec tests/${1:-*}.test.mjs
