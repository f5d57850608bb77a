#!/usr/bin/env bash
# Builds the handbook as a reader gets it and holds every page against the HTML standard.
set -euo pipefail
cd "$(dirname "$0")/.."
go run ./cmd/kollega build --quiet --strict --locked -d .ci/out/handbook
node .ci/web/validate.mjs .ci/out/handbook
