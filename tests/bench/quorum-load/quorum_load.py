"""Measures quoracle on the same systems and prints both side by side. Ends with 1 if a load differs."""

import csv
import sys
import time
from fractions import Fraction

from quoracle import Node, QuorumSystem, majority


def nodes(n):
    return [Node(f"n{i}") for i in range(n)]


def product(row):
    result = row[0]
    for node in row[1:]:
        result = result * node
    return result


def rows(side):
    all_nodes = nodes(side * side)
    products = [product(all_nodes[i * side:(i + 1) * side]) for i in range(side)]
    result = products[0]
    for row in products[1:]:
        result = result + row
    return result


def measure(reads):
    start = time.perf_counter()
    load = QuorumSystem(reads=reads()).load(read_fraction=0.5)
    return load, time.perf_counter() - start


def main(arguments):
    slow = "--slow" in arguments
    with open(arguments[-1], newline="") as file:
        ours = {row[0]: row[1:] for row in csv.reader(file)}
    theirs = {f"majority {n}": (lambda n=n: majority(nodes(n))) for n in [5, 7, 9, 11, 13] + [15] * slow}
    theirs.update({f"grid {n}x{n}": (lambda n=n: rows(n)) for n in [3, 4, 5] + [6] * slow})

    print(f"{'load at read fraction 1/2':26}{'load':>8}{'quoracle':>14}{'ours, first':>14}{'ours, warm':>14}{'fastest':>12}{'ratio':>12}")
    differ = []
    for name, (load, first, median, fastest) in ours.items():
        seconds, ratio = "", ""
        if name in theirs:
            their_load, took = measure(theirs[name])
            seconds, ratio = f"{took * 1000:.1f} ms", f"{took * 1000 / float(median):,.0f}"
            if abs(their_load - float(Fraction(load))) > 1e-6:
                differ.append(f"{name}: quoracle's load is {their_load}, ours {load}")
        times = "".join(f"{value + ' ms':>14}" for value in (first, median))
        print(f"{name:26}{load:>8}{seconds:>14}{times}{fastest + ' ms':>12}{ratio:>12}", flush=True)
    print("\n".join(differ) if differ else "All loads agree.")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
