#!/usr/bin/env bash
# Runs one step of the tests under its name: step.sh NAME COMMAND…
# Says how long it took, and leaves its name in .ci/out/failed when it fails.
set -uo pipefail
name=$1
shift
echo "== $name"
start=$SECONDS
"$@"
code=$?
took=$((SECONDS - start))
if [ $code -eq 0 ]; then
  echo "-- $name: passed in $took s"
else
  echo "-- $name: FAILED in $took s"
  echo "$name" >>.ci/out/failed
fi
exit $code
