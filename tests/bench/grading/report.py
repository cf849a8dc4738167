"""Prints what both graders used side by side. Ends with 1 if one of them gave other marks than expected."""

import csv
import json
import pathlib
import sys

POINTS = {"solved": 155.0, "starter": 0.0}


def wrong(scores, kind, who):
    return ["%s: %s has %g points, not %g" % (who, student, score, POINTS[kind])
            for student, score in scores if score != POINTS[kind]]


def theirs(out, kind):
    with open(out / "courses" / kind / "grades.csv", newline="") as file:
        return [(row["student_id"], float(row["score"])) for row in csv.DictReader(file)]


def ours(out, kind):
    results = [json.loads(path.read_text()) for path in (out / "ours" / kind / "students").glob("*/result.json")]
    return [(result["submission"], float(result["score"])) for result in results]


def main(students, out):
    problems = []
    print("%d submissions each; both run all public and hidden tests of all ten parts." % students)
    print("nbgrader runs one submission after the other, in the kernel, without a sandbox, under the grader's own user.")
    print("grader/grade runs one for each core, each part's code in a sandboxed JVM of its own; an untouched stub is not run.\n")
    print("%-10s%-14s%14s%18s%12s" % ("", "", "a minute", "processor s each", "peak MB"))
    for kind in POINTS:
        rows = {}
        for who, scores in (("nbgrader", theirs(out, kind)), ("ours", ours(out, kind))):
            rows[who] = json.loads((out / ("%s-%s.json" % (who, kind))).read_text())
            problems += wrong(scores, kind, who)
            if len(scores) != students:
                problems.append("%s graded %d of %d" % (who, len(scores), students))
            print("%-10s%-14s%14.2f%18.2f%12d" % (kind, who, 60 * students / rows[who]["wall"],
                                                  rows[who]["cpu"] / students, rows[who]["peak_mb"]))
        ratio = {what: rows["nbgrader"][what] / rows["ours"][what] for what in ("wall", "cpu", "peak_mb")}
        print("%-10s%-14s%13.1fx%17.1fx%11.1fx\n" % (kind, "ratio", ratio["wall"], ratio["cpu"], ratio["peak_mb"]))
    print("\n".join(problems) if problems else "Both gave every submission the points it must have.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), pathlib.Path(sys.argv[2])))
