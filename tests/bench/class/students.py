"""A class of students, and whether each got the marks that the work must have.

    python3 students.py make ROOT FOLDER N      writes N hand-ins to FOLDER/handed-in, and what each must get to FOLDER/must.json
    python3 students.py check FOLDER OUT        compares with that what grader/grade batch wrote to OUT

Of ten students one has solved everything, one has not begun, one has done two parts, one has done one task, three have one
part wrong (a mutant of tests/mutants, another one each time), one has written one part differently (a variant), one attacks
the grader in one part (tests/attacks; a mutant, where there are none), and one has handed in something broken.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

NOTEBOOKS = {"1": "task1-failover.ipynb", "2": "task2-quorums.ipynb"}
KINDS = ["solved", "mutant", "starter", "attack", "begun", "variant", "mutant", "broken", "mutant", "one task"]
BREAKS = ["cut in the middle", "missing", "empty", "not compiling", "cell deleted"]


class Course:
    """The notebooks as students get them and solved, with each part's cell and points."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.starter = self.fresh("starter")
        self.solved = self.fresh("solved")
        self.grade("solve", self.solved)
        self.points, self.cells = {}, {}
        for name in NOTEBOOKS.values():
            for cell in self.read(self.solved, name)["cells"]:
                part = cell["id"].removeprefix("t").removesuffix("-stub")
                if cell["metadata"].get("ftol", {}).get("part") == part:
                    self.points[part] = cell["metadata"]["nbgrader"]["points"]
                    self.cells[part] = cell["source"]

    def fresh(self, name):
        checkout = self.folder / name
        shutil.copytree(self.root / "notebooks", checkout / "notebooks")
        return checkout

    def grade(self, *words):
        subprocess.run([self.root / "grader/grade", *words], check=True, stdout=subprocess.DEVNULL)

    @staticmethod
    def read(checkout, name):
        return json.loads((checkout / "notebooks" / name).read_text())

    @staticmethod
    def write(checkout, name, notebook):
        (checkout / "notebooks" / name).write_text(json.dumps(notebook, indent=1))

    def copy(self, original, student):
        checkout = self.folder / "handed-in" / student
        shutil.copytree(original, checkout)
        return checkout

    def put(self, checkout, texts):
        """Writes these texts into the cells of their parts."""
        for name in NOTEBOOKS.values():
            notebook = self.read(checkout, name)
            for cell in notebook["cells"]:
                part = cell["metadata"].get("ftol", {}).get("part")
                if part in texts and cell["id"] == "t%s-stub" % part:
                    cell["source"] = texts[part]
            self.write(checkout, name, notebook)


def mixed(found):
    """The same in an order in which neighbours are of different parts."""
    return [found[i * 101 % len(found)] for i in range(len(found))]


def solutions(root, kind):
    """(name, part, tests it must lose) of each mutant or variant."""
    folder = root / "tests/mutants/src/main/java"
    found = []
    for file in sorted((folder / (kind + "s")).glob("*/*/*.java")):
        text = file.read_text()
        part = re.search(r"^// %s of (\w+)" % kind, text).group(1)
        found.append((str(file.parent.relative_to(folder)), part, re.findall(r"^// loses: (\S+)", text, re.M)))
    return mixed(found)


def attacks(root):
    """(part, status, cell) of each attack that is one cell and needs no bait, as @PORT@."""
    found = []
    for file in sorted((root / "tests/attacks").glob("*.java")):
        text = file.read_text()
        header = dict(re.findall(r"^// (part|status): (\S+)$", text, re.M))
        if len(header) == 2 and not re.search(r"^// cell$|@[A-Z]+@", text, re.M):
            found.append((header["part"], header["status"], re.sub(r"\A(//.*\n)+\n*", "", text)))
    return mixed(found)


def break_it(course, checkout, how):
    """Breaks a solved checkout; returns the parts for which there can be no points."""
    notebook = checkout / "notebooks" / NOTEBOOKS["2"]
    content = course.read(checkout, NOTEBOOKS["2"])
    if how == "cut in the middle":
        notebook.write_text(notebook.read_text()[: notebook.stat().st_size // 2])
    elif how == "missing":
        notebook.unlink()
    elif how == "empty":
        notebook.write_text("")
    elif how == "not compiling":
        cell = next(cell for cell in content["cells"] if cell["id"] == "t2a-stub")
        cell["source"] = "".join(cell["source"]).replace("}", "", 1)
        course.write(checkout, NOTEBOOKS["2"], content)
        return ["2a"]
    else:
        content["cells"] = [cell for cell in content["cells"] if cell["id"] != "t2d-stub"]
        course.write(checkout, NOTEBOOKS["2"], content)
        return ["2d"]
    return [part for part in course.points if part[0] == "2"]


def make(root, folder, students):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    course = Course(root, folder)
    wrong, different, hostile = iter(solutions(root, "mutant")), iter(solutions(root, "variant")), iter(attacks(root))
    must = {}
    for i in range(students):
        kind = KINDS[i % len(KINDS)]
        attack = next(hostile, None) if kind == "attack" else None
        if kind == "attack" and attack is None:
            kind = "mutant"
        student = "s%03d-%s" % (i, kind.replace(" ", "-"))
        points, loses, status = dict(course.points), [], {}
        if kind in ("mutant", "variant"):
            name, part, loses = next(wrong if kind == "mutant" else different)
            course.grade("solve", course.copy(course.starter, student), "--with", name)
            if loses:
                points[part] = None  # less than all
        elif kind == "attack":
            part, status[part], cell = attack
            course.put(course.copy(course.solved, student), {part: cell})
            if status[part] != "pass":
                points[part] = None
        elif kind in ("starter", "begun", "one task"):
            done = {"starter": [], "begun": ["1a", "2a"], "one task": [part for part in points if part[0] == "2"]}[kind]
            course.put(course.copy(course.starter, student), {part: course.cells[part] for part in done})
            points = {part: points[part] if part in done else 0 for part in points}
        else:
            checkout = course.copy(course.solved, student)
            for part in break_it(course, checkout, BREAKS[i // len(KINDS) % len(BREAKS)]) if kind == "broken" else []:
                points[part] = 0
        must[student] = {"points": points, "loses": loses, "status": status}
    (folder / "must.json").write_text(json.dumps({"all": course.points, "students": must}, indent=1))


def problems(must, whole, result):
    """What is wrong with one student's result."""
    for part in result["parts"]:
        name, score = part["id"], part["score"]
        wanted = must["points"][name]
        if score == whole[name] if wanted is None else score != wanted:
            yield "%s has %d points, not %s" % (name, score, "fewer" if wanted is None else wanted)
        if must["status"].get(name, part["status"]) != part["status"]:
            yield "%s is %s, not %s" % (name, part["status"], must["status"][name])
        if part["status"] == "inconclusive":
            yield "%s is inconclusive" % name
    lost = {test["id"] for part in result["parts"] for test in part["tests"] if test["score"] < test["max_score"]}
    for test in must["loses"]:
        if test not in lost:
            yield "should have lost " + test


def check(folder, out):
    must = json.loads((folder / "must.json").read_text())
    wrong = 0
    for student, of_student in must["students"].items():
        file = out / "students" / student / "result.json"
        found = ["has no result"]
        if file.exists():
            found = list(problems(of_student, must["all"], json.loads(file.read_text())))
        if found:
            wrong += 1
            print("%s: %s" % (student, "; ".join(found)))
    print("%d of %d students have the marks they must have." % (len(must["students"]) - wrong, len(must["students"])))
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]))
    else:
        sys.exit(check(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
