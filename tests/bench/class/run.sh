#!/bin/sh
# Grades a mixed class: solved, not begun, half done, wrong, written differently, hostile, broken. Prints time, processor
# time and memory, and checks that each student got the marks that the work must have.
set -eu

usage='Usage: tests/bench/class/run.sh [N] [JOBS]
  N     how many students (default 40)
  JOBS  how many are graded at a time (default: one for each core)'

case "${1-}" in
    -h | --help) echo "$usage"; exit 0 ;;
esac
n=${1-40}
jobs=${2-$(nproc)}
case "$n-$jobs" in
    *[!0-9-]* | -* | *-) echo "$usage" >&2; exit 2 ;;
esac

here=$(cd "$(dirname -- "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out="$root/target/bench/class"
rm -rf "$out"
mkdir -p "$out"

echo "Making $n students ..." >&2
python3 "$here/students.py" make "$root" "$out/class" "$n"
python3 "$here/../measure.py" "$out/used.json" --own 'ftol\.grader\.cli\.Grade' -- \
    "$root/grader/grade" batch "$out/class/handed-in" --out "$out/graded" --jobs "$jobs" >&2
python3 - "$out/used.json" "$n" "$jobs" <<'END'
import json
import sys

with open(sys.argv[1]) as file:
    used, students, jobs = json.load(file), int(sys.argv[2]), int(sys.argv[3])
print("%d students, %d at a time: %.0f s, %.1f a minute" % (students, jobs, used["wall"], 60 * students / used["wall"]))
print("processor time: %.1f s a student (measured by %s)" % (used["cpu"] / students, used["cpu_from"]))
print("memory: at most %d MB in all processes; the grader's own, after each quarter of the time: %s MB, at most %d MB"
      % (used["peak_mb"], ", ".join(map(str, used["own_mb"]["quarters"])), used["own_mb"]["peak"]))
END
python3 "$here/students.py" check "$out/class" "$out/graded"
