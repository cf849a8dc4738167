#!/bin/sh
# How soon a failed primary is noticed, and what clients notice: our references in real processes beside JGroups (tcp stack,
# FD_SOCK2 + FD_ALL3, same interval and timeout), in one run: kill -9, a stop that says so, a freeze; then for a while nothing at all.
set -eu

usage='Usage: tests/bench/failover/run.sh [N [SECONDS [FAILURE ...]]]
  N        how often each failure is made (default 100; p99 is printed from 100 on; 0: never)
  SECONDS  for how long nothing is to happen, to see false suspicions and processor time, once on an idle machine and once
           beside two busy loops (default 60; 600 for the figures of the design; 0: never)
  FAILURE  kill, stop or freeze (default: all three)'

n=100
seconds=60
case "${1-}" in
    '') ;;
    -h | --help) echo "$usage"; exit 0 ;;
    *[!0-9]*) echo "$usage" >&2; exit 2 ;;
    *) n=$1 ;;
esac
case "${2-}" in
    '') ;;
    *[!0-9]*) echo "$usage" >&2; exit 2 ;;
    *) seconds=$2 ;;
esac
if [ $# -gt 2 ]; then shift 2; else set --; fi
for failure in "$@"; do
    case "$failure" in
        kill | stop | freeze) ;;
        *) echo "$usage" >&2; exit 2 ;;
    esac
done

jgroups=5.3.13.Final
here=$(cd "$(dirname -- "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out="$root/target/bench/failover"
mkdir -p "$out/classes"

cd "$root"
echo 'Building ...' >&2
mvn -q -B -pl src/kit,src/reference -am test-compile -Dmaven.test.skip >&2
mvn -q -B -pl src/kit dependency:build-classpath -Dmdep.outputFile="$out/classpath" -Dmdep.includeScope=runtime >&2
mvn -q -B -N dependency:copy -Dartifact="org.jgroups:jgroups:$jgroups" -DoutputDirectory="$out" >&2
ours="$root/src/kit/target/classes:$root/src/reference/target/classes:$(cat "$out/classpath")"
theirs="$out/jgroups-$jgroups.jar:$out/classes"
javac -nowarn -d "$out/classes" -cp "$ours:$theirs" "$here"/*.java

exec java -cp "$ours:$out/classes" Failover "$n" "$seconds" "$theirs" "$@"
