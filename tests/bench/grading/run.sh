#!/bin/sh
# Side by side with nbgrader's autograde (from PyPI, with the same kernel): the same submissions, of all ten parts, graded
# with the same public and hidden tests. Prints submissions a minute, processor time and memory of both.
set -eu

usage='Usage: tests/bench/grading/run.sh [N]
  N  how many students have solved everything, and how many have not begun (default 3; nbgrader takes a minute for each)'

n=3
case "${1-}" in
    '') ;;
    -h | --help) echo "$usage"; exit 0 ;;
    *[!0-9]*) echo "$usage" >&2; exit 2 ;;
    *) n=$1 ;;
esac

nbgrader=0.9.6
here=$(cd "$(dirname -- "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
out="$root/target/bench/grading"
venv="$out/venv"
rm -rf "$out/checkouts" "$out/courses" "$out/ours"
mkdir -p "$out/checkouts/solved" "$out/checkouts/starter" "$out/ours"

if [ ! -x "$venv/bin/nbgrader" ]; then
    echo 'Installing nbgrader and the kernel ...' >&2
    python3 -m venv "$venv"
    kernel=$(grep '^jjava' "$root/grader/starter/requirements.txt")
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "nbgrader==$nbgrader" "$kernel" >&2
fi

for kind in solved starter; do
    cp -r "$root/notebooks" "$out/checkouts/$kind/"
done
"$root/grader/grade" solve "$out/checkouts/solved" >&2
tests="$root/tests/public/target/ftol-public-tests-1.jar:$root/tests/hidden/target/ftol-hidden-tests-1.jar"
python3 "$here/course.py" "$out/checkouts/solved" "$out/checkouts/starter" \
    "$root/tests/public/target/lib/*.jar:$tests" "$out/courses" "$n"

# Nothing of the user's own Jupyter is read or changed.
export PATH="$venv/bin:$PATH" JUPYTER_CONFIG_DIR="$out/jupyter" JUPYTER_DATA_DIR="$out/jupyter" IPYTHONDIR="$out/jupyter"
export JUPYTER_RUNTIME_DIR="$out/jupyter" JUPYTER_PLATFORM_DIRS=1 PYTHONWARNINGS=ignore
for kind in solved starter; do
    course="$out/courses/$kind"
    cd "$course"
    echo 'c = get_config()
c.CourseDirectory.course_id = "bench"
c.Execute.timeout = 1200' > nbgrader_config.py
    nbgrader generate_assignment ps1 --log-level=ERROR >&2
    echo "nbgrader grades $kind ..." >&2
    python3 "$here/../measure.py" "$out/nbgrader-$kind.json" -- nbgrader autograde ps1 --create --log-level=ERROR >&2
    nbgrader export --log-level=ERROR --to "$course/grades.csv" >&2
    echo "grader/grade grades $kind ..." >&2
    python3 "$here/../measure.py" "$out/ours-$kind.json" -- \
        "$root/grader/grade" batch "$course/submitted" --out "$out/ours/$kind" >&2
done
cd "$root"
python3 "$here/report.py" "$n" "$out"
