"""Makes what both graders grade: a course in nbgrader's layout.

    python3 course.py SOLVED STARTER JARS FOLDER N    N students who have solved all parts, N who have not begun

Each notebook has one task's parts: each part's cell as the student left it, and behind it a locked cell that runs the
part's graded tests, public and hidden, in the kernel and ends with the points reached, which nbgrader takes as the score.
"""

import json
import pathlib
import re
import shutil
import sys

NOTEBOOKS = ["task1-failover.ipynb", "task2-quorums.ipynb"]
RUNNER = "PartRunner tests = PartRunner.in(Part.class.getClassLoader());"
TEST = 'tests.run(Part.of("%s"), new LocalSource(Part.of("%s"), %s.class, StudentCode.UNKNOWN)).score()'


def cell(name, source, **roles):
    grading = {"grade": False, "locked": True, "solution": False, "task": False, "schema_version": 3, "grade_id": name}
    grading.update(roles)
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {"nbgrader": {**grading, "cell_type": "code"}},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }


def course_notebook(notebook, jars):
    """The parts of one of our notebooks and their tests."""
    cells = []
    for ours in notebook["cells"]:
        if ours["id"].endswith("-setup"):
            # Without what only a reader needs: install() shows tables as tables, and runs the tests once ahead.
            imports = [line for line in "".join(ours["source"]).splitlines() if line.startswith("import ")]
            class_path = ["%classpath " + jar for jar in jars.split(":")]
            cells.append(cell("setup", "\n".join([*class_path, *imports, RUNNER])))
        part = ours["metadata"].get("ftol", {}).get("part")
        if part and ours["id"] == "t%s-stub" % part:
            source = "".join(ours["source"])
            name = re.search(r"\bclass (\w+) implements", source).group(1)
            cells.append(cell(ours["id"], source, locked=False, solution=True))
            cells[-1]["metadata"]["ftol"] = {"part": part}
            points = ours["metadata"]["nbgrader"]["points"]
            cells.append(cell("t%s-test" % part, TEST % (part, part, name), grade=True, points=points))
    return {**notebook, "cells": cells}


def make(solved, starter, jars, folder, students):
    shutil.rmtree(folder, ignore_errors=True)
    for name in NOTEBOOKS:
        for kind, checkout in (("solved", solved), ("starter", starter)):
            notebook = course_notebook(json.loads(pathlib.Path(checkout, "notebooks", name).read_text()), jars)
            places = [folder / kind / "submitted" / ("%s%d" % (kind, i)) / "ps1" for i in range(students)]
            if kind == "starter":
                places += [folder / each / "source" / "ps1" for each in ("solved", "starter")]
            for place in places:
                place.mkdir(parents=True, exist_ok=True)
                (place / name).write_text(json.dumps(notebook, indent=1))


if __name__ == "__main__":
    make(sys.argv[1], sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4]), int(sys.argv[5]))
