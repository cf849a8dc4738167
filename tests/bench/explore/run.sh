#!/bin/sh
# How fast the explorer is on all processors, and how deep it gets, with the reference replicas: schedules/s by the clock
# and by processor time, how many steps a schedule has, and how many of them no other schedule shares.
set -eu

usage='Usage: tests/bench/explore/run.sh [SCHEDULES [SEED]]
  SCHEDULES  how many to try with each replica (default: 1000000)
  SEED       of the random ones (default: 1)'

case "${1-}" in
    -h | --help) echo "$usage"; exit 0 ;;
    -*) echo "$usage" >&2; exit 2 ;;
esac

root=$(cd "$(dirname -- "$0")/../../.." && pwd)
cd "$root"
echo 'Building the kit and the reference ...' >&2
mvn -q -B -pl src/reference -am compile -Dspotless.check.skip >&2

explore() {
    echo "$1, scenario $2:"
    java -XX:+UseSerialGC -cp "$root/src/kit/target/classes:$root/src/reference/target/classes" \
        ftol.failover.sim.ExploreCommand "ftol.reference.$1" "$2" "$3" "$4"
}
explore AsyncReplica crashes "${1:-1000000}" "${2:-1}"
explore SyncReplica everything "${1:-1000000}" "${2:-1}"
