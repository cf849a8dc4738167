#!/bin/sh
# How soon a failed primary is noticed, and what clients notice: our references in real processes beside JGroups (tcp stack,
# FD_SOCK2 + FD_ALL3, same interval and timeout), in one run: kill -9, a stop that says so, a freeze.
set -eu

usage='Usage: tests/bench/failover/run.sh [N]
  N  how often each failure is made (default 100; p99 is printed from 100 on)'

n=100
case "${1-}" in
    '') ;;
    -h | --help) echo "$usage"; exit 0 ;;
    *[!0-9]*) echo "$usage" >&2; exit 2 ;;
    *) n=$1 ;;
esac

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

exec java -cp "$ours:$out/classes" Failover "$n" "$theirs"
