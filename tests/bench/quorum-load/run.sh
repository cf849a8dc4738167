#!/bin/sh
# Side by side with quoracle 0.0.4 from PyPI: the load at read fraction 1/2, and how long it takes to find it.
set -eu

usage='Usage: tests/bench/quorum-load/run.sh [--slow]
  --slow  also majority 15 (quoracle: about 25 s) and grid 6x6 (about 6 min)'

slow=''
case "${1-}" in
    '') ;;
    --slow) slow=--slow ;;
    -h | --help) echo "$usage"; exit 0 ;;
    *) echo "$usage" >&2; exit 2 ;;
esac

here=$(cd "$(dirname -- "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out="$root/target/bench/quorum-load"
mkdir -p "$out"

cd "$root"
echo 'Building the kit ...' >&2
mvn -q -B -pl src/kit test-compile dependency:build-classpath -Dmdep.outputFile="$out/classpath" -Dmdep.includeScope=runtime >&2
if [ ! -x "$out/venv/bin/python" ]; then
    python3 -m venv "$out/venv"
fi
"$out/venv/bin/python" -m pip install --quiet --disable-pip-version-check quoracle==0.0.4 >&2

echo 'Measuring ours ...' >&2
java -cp "$root/src/kit/target/classes:$(cat "$out/classpath")" "$here/QuorumLoad.java" > "$out/ours.csv"
echo 'Measuring quoracle ...' >&2
"$out/venv/bin/python" "$here/quorum_load.py" $slow "$out/ours.csv"
