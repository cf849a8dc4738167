#!/bin/sh
# Tests get-assignment and the starter's scripts. Prints TAP; exit code 1 if a case failed.
#
# usage: [FTOL_SH=SHELL] [FTOL_CASES="CASE ..."] get-assignment-test.sh [FTOL.GIT]
#   FTOL_SH   the shell to test with: sh (default), dash, "busybox sh" ...
#   FTOL_CASES  only these cases, by the names of their functions
#   FTOL.GIT  a released starter: from it one checkout with the real JupyterLab is made, from PyPI (without it: skipped)
#
# All other cases use a small starter and a package folder made here, and no network but loopback.

kit=$(cd "$(dirname "$0")/../.." && pwd -P)
released=${1:+$(cd "$1" && pwd -P)}
shell=${FTOL_SH:-sh}
tmp=$(mktemp -d "${TMPDIR:-/tmp}/get-assignment-test.XXXXXX") || exit
tmp=$(cd "$tmp" && pwd -P)
mounted='' servers=''
finish() {
    for server in $servers; do kill "$server" 2>/dev/null; done
    for place in $mounted; do umount "$place"; done
    rm -rf "$tmp"
}
trap finish EXIT
trap 'exit 130' INT TERM

# --- harness ---

number=0 passed=0 failed=0

try() { # TITLE FUNCTION: runs it in an empty folder with a space in its name
    case " ${FTOL_CASES:-$2} " in *" $2 "*) ;; *) return 0 ;; esac
    number=$((number + 1))
    work="$tmp/case $number"
    mkdir -p "$work/home" "$work/here"
    (
        cd "$work/here" || exit
        HOME=$work/home
        "$2"
    ) >"$work/log" 2>&1
    case $? in
        0) passed=$((passed + 1)) && echo "ok $number - $1" ;;
        77) passed=$((passed + 1)) && echo "ok $number - $1 # SKIP $(tail -n 1 "$work/log")" ;;
        *)
            failed=$((failed + 1))
            echo "not ok $number - $1"
            sed 's/^/# /' "$work/log"
            ;;
    esac
}

skip() { echo "$1" && exit 77; }

wrong() { echo "WRONG: $1" && exit 1; }

# Runs get-assignment (or $script) with the tools that $tools holds; sets $code and $said.
run() {
    echo "\$ ${script##*/} $*"
    # shellcheck disable=SC2086 # $shell may be two words
    said=$(PATH=$tools $shell "$script" "$@" 2>&1 </dev/null)
    code=$?
    printf '%s\n(exit code %s)\n' "$said" "$code"
}

ends_with() { [ "$code" = "$1" ] || wrong "exit code $code, expected $1"; }

says() {
    for text in "$@"; do
        case $said in *"$text"*) ;; *) wrong "it does not say: $text" ;; esac
    done
}

silent_about() { case $said in *"$1"*) wrong "it says: $1" ;; esac; }

is_absent() {
    if [ -e "$1" ] || [ -L "$1" ]; then wrong "$1 exists"; fi
}

exists() {
    for path in "$@"; do [ -e "$path" ] || wrong "$path is missing"; done
}

is_empty() { [ -z "$(ls -A "$1")" ] || wrong "$1 holds $(ls -A "$1")"; }

only() { # DIR NAME...: DIR holds these and nothing else
    holds=$(cd "$1" && shift && ls -A)
    place=$1
    shift
    [ "$holds" = "$(printf '%s\n' "$@")" ] || wrong "$place holds: $holds"
}

contains() { grep -q -e "$2" "$1" || wrong "$1 does not contain $2: $(cat "$1")"; }

is_checkout() { # DIR VERSION
    exists "$1/.git" "$1/lab" "$1/check" "$1/lib/jdk.sh" "$1/notebooks/task1-failover.ipynb"
    [ -x "$1/lab" ] || wrong "$1/lab is not executable"
    contains "$1/.ftol" "^version=$2\$"
    [ -z "$(git -C "$1" status --porcelain)" ] || wrong "changes: $(git -C "$1" status --porcelain)"
}

has_environment() {
    exists "$1/.venv/ftol-complete"
    "$1/.venv/bin/python" -c 'import webencodings' || wrong "no package in $1/.venv"
}

# --- tools: folders to be used as PATH ---

python=$(python3 -c 'import sys; print(sys.executable)') || exit
"$python" -m venv "$tmp/venv" || exit
# Not a link, as Python would look for its library next to that. A copied environment works as well as a new one, and takes no 4 s.
# shellcheck disable=SC2016
quick_python='case "$*" in "-m venv "*) exec cp -R "'$tmp/venv'" "$3" ;; esac
exec "'$python'" "$@"'
all='awk basename cat cksum cp date df dirname env false git grep head id kill ln ls mkdir mktemp mv rm rmdir sed sleep sort tail tee touch tr true uname wc'

toolbox() { # NAME [TOOL...]: a folder with the common tools and these; sets $tools
    tools=$tmp/tools/$1
    shift
    mkdir -p "$tools"
    for tool in $all "$@"; do
        real=$(command -v "$tool") && ln -sf "$real" "$tools/$tool"
    done
    tool python3 "$quick_python"
}

tool() { # NAME TEXT: puts a script into the toolbox
    rm -f "$tools/$1"
    printf '#!/bin/sh\n%s\n' "$2" >"$tools/$1"
    chmod +x "$tools/$1"
}

fake_jdk() { # VERSION, in the toolbox
    # shellcheck disable=SC2016
    tool java "echo 'openjdk version \"$1\" 2022-01-18' >&2"
    tool javac "echo 'javac $1'"
}

like_all() { # NAME: a new toolbox that has everything
    toolbox "$1" busybox dash bash
    fake_jdk 17.0.9
}

# --- what is fetched ---

make_starter() { # NAME REQUIREMENT: $tmp/NAME.git with the versions v1 and v2
    mkdir -p "$tmp/$1/notebooks"
    cp -R "$kit/grader/starter/." "$tmp/$1"
    (
        cd "$tmp/$1" || exit
        echo '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}' | tee notebooks/task1-failover.ipynb >notebooks/task2-quorums.ipynb
        head -c 1000000 /dev/urandom >lib/kit.jar
        echo "$2" >requirements.txt
        git init -q
        for v in v1 v2; do
            printf 'assignment=ftol\nversion=%s\n' $v >.ftol
            git add -A
            git -c user.name=test -c user.email=test commit -q -m $v
            git tag $v
        done
        git clone -q --bare . "$tmp/$1.git"
    ) || exit
}

make_package() { # an empty package, as a wheel in $tmp/packages
    mkdir -p "$tmp/packages"
    "$python" - "$tmp/packages/webencodings-0-py3-none-any.whl" <<'END'
import sys, zipfile
info = "webencodings-0.dist-info/"
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    wheel.writestr("webencodings.py", "")
    wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\nName: webencodings\nVersion: 0\n")
    wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    wheel.writestr(info + "RECORD", "webencodings.py,,\n%sMETADATA,,\n%sWHEEL,,\n%sRECORD,,\n" % (info, info, info))
END
}

export GIT_CONFIG_NOSYSTEM=1 GIT_TERMINAL_PROMPT=0
unset XDG_CACHE_HOME XDG_CONFIG_HOME JAVA_HOME UV_INDEX_URL
pip_settings=$(env | sed -n 's/^\(PIP_[A-Z_]*\)=.*/\1/p')
make_package
make_starter small webencodings
starter=$tmp/small.git
packages_at_hand() { export PIP_NO_INDEX=1 PIP_FIND_LINKS="$tmp/packages"; }
no_packages() { unset PIP_NO_INDEX PIP_FIND_LINKS; export PIP_INDEX_URL=http://127.0.0.1:9/simple PIP_RETRIES=0 PIP_CONFIG_FILE=/dev/null; }
like_all all
complete=$tools
# Handed out alone: beside the course's files it would build the starter.
mkdir "$tmp/handed out"
script="$tmp/handed out/get-assignment"
cp "$kit/get-assignment" "$script"

# --- usage ---

usage_is_explained() {
    run --help && ends_with 0 && says 'usage: get-assignment' --offline
    run && ends_with 2 && says 'usage:'
    run --no-such && ends_with 2 && says '--no-such'
    run ftol --source && ends_with 2 && says '--source needs a value'
    run ftol a b && ends_with 2 && says 'too many: b'
    run list x && ends_with 2
    run ftol --no-jupyter && ends_with 2 && says 'does not know where' --source
    is_empty .
}
try 'wrong usage is explained' usage_is_explained

unknown_names() {
    run nothing --source "$starter" && ends_with 2 && says "no assignment 'nothing'" 'there is: ftol'
    run ftol --source "$starter" --version v7 && ends_with 2 && says 'no version v7' 'v1 v2'
    run ftol no/such/dir --source "$starter" && ends_with 2 && says 'mkdir -p'
    is_empty .
}
try 'unknown names and versions are refused, and the known ones listed' unknown_names

lists() {
    run list --source "$starter"
    ends_with 0
    says 'ftol  v1 v2' "$starter"
}
try 'list shows names and versions' lists

# --- getting it ---

gets_newest() {
    packages_at_hand
    like_all slow-python-venv
    tool python3 "exec '$python' \"\$@\""
    run ftol --source "$starter"
    ends_with 0
    says 'cd ftol' './lab' './check'
    only . ftol
    is_checkout ftol v2
    has_environment ftol
    [ "$(git -C ftol config remote.origin.url)" = "$starter" ] || wrong 'origin is not the source'
    only ../home .cache
    only ../home/.cache ftol
}
try 'gets the newest version, ready to use, and changes nothing else' gets_newest

gets_older() {
    for v in v1 1; do
        run ftol "in $v" --no-jupyter --source "$starter" --version $v
        ends_with 0
        is_checkout "in $v" v1
        is_absent "in $v/.venv"
        silent_about ./lab
    done
}
try '--version takes another version, --no-jupyter makes no environment' gets_older

empty_dirs() {
    mkdir a b
    run ftol a --no-jupyter --source "$starter" && ends_with 0
    is_checkout a v2
    cd b || exit
    run ftol . --no-jupyter --source="$starter" && ends_with 0
    is_checkout . v2
    cd ..
    only . a b
    only a .ftol .git .gitattributes .github .gitignore .gitlab-ci.yml .vscode README.md THIRD-PARTY.md check lab lib notebooks requirements.txt
}
try 'an empty directory is used, also the present one' empty_dirs

foreign() {
    mkdir full && echo mine >full/file
    echo mine >file
    ln -s nowhere link
    mkdir other && git -C other init -q
    for target in full file link other; do
        run ftol $target --source "$starter"
        ends_with 4
        says 'not touched'
    done
    only full file
    only other .git
    only . file full link other
    [ "$(cat file full/file)" = "mine
mine" ] || wrong 'changed'
}
try 'a foreign directory or file is refused and not touched' foreign

twice() {
    packages_at_hand
    run ftol --source "$starter" && ends_with 0
    rm ftol/lib/kit.jar ftol/notebooks/task2-quorums.ipynb
    echo edited >ftol/notebooks/task1-failover.ipynb
    echo edited >ftol/README.md
    touch ftol/.venv/same ftol/own.txt
    no_packages
    run ftol --source http://127.0.0.1:9/ftol.git
    ends_with 0
    says 'already holds ftol v2' 'cd ftol'
    exists ftol/lib/kit.jar ftol/.venv/same ftol/own.txt
    is_absent ftol/notebooks/task2-quorums.ipynb
    [ "$(cat ftol/README.md ftol/notebooks/task1-failover.ipynb)" = "edited
edited" ] || wrong 'an edit is lost'
    run ftol --version v1 --source "$starter"
    ends_with 4
    says 'holds ftol v2, not v1'
    silent_about newer
}
try 'twice is harmless: edits stay, missing files come back, nothing is fetched' twice

newer() {
    run ftol --no-jupyter --source "$starter" --version v1 && ends_with 0
    run ftol --no-jupyter && ends_with 0
    says 'already holds ftol v1' 'newer version, v2' "$starter"
    is_checkout ftol v1
    run ftol --no-jupyter --offline && ends_with 0 && silent_about newer
    run ftol --no-jupyter --source /no/such/place && ends_with 0 && silent_about newer
    run ftol new --no-jupyter --source "$starter" && ends_with 0
    run ftol new --no-jupyter && ends_with 0 && silent_about newer
}
try 'a newer version at the source is told, and not taken' newer

# --- sources ---

git -C "$tmp/small" bundle create -q "$tmp/small.bundle" --all

from_places() {
    run ftol tree --no-jupyter --source "$tmp/small" && ends_with 0 && is_checkout tree v2
    cp "$tmp/small.bundle" 'a bundle'
    run ftol bundle --no-jupyter --source 'a bundle' && ends_with 0 && is_checkout bundle v2
    [ "$(git -C bundle config remote.origin.url)" = "$PWD/a bundle" ] || wrong 'origin is not absolute'
    cp -R "$starter" rel.git
    run ftol bare --no-jupyter --source rel.git && ends_with 0 && is_checkout bare v2
    [ "$(git -C bare config remote.origin.url)" = "$PWD/rel.git" ] || wrong 'origin is not absolute'
    run list --source "file://$starter" && ends_with 0
}
try 'sources: a work tree, a bundle, a bare repository' from_places

from_someone_else() {
    [ "$(id -u)" = 0 ] || skip 'only root can give a repository to someone else'
    cp -R "$starter" theirs.git
    chown -R 65534 theirs.git
    run ftol --no-jupyter --source theirs.git
    ends_with 0
    is_checkout ftol v2
}
try 'sources: a repository that belongs to someone else, as on a shared computer' from_someone_else

wait_for() { # COMMAND...: until it succeeds, at most 60 s
    deadline=$(($(date +%s) + 60))
    until "$@" >attempt 2>&1; do
        [ "$(date +%s)" -lt $deadline ] || wrong "in vain: $*: $(cat attempt)"
        sleep 0.1
    done
    rm attempt
}

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

from_daemon() {
    [ -x "$(git --exec-path)/git-daemon" ] || skip 'no git daemon here'
    port=$(free_port)
    # Not through git itself: that would be one more process to stop.
    "$(git --exec-path)/git-daemon" --listen=127.0.0.1 --port="$port" --export-all --base-path="$tmp" "$starter" &
    server=$!
    trap 'kill $server' EXIT
    wait_for git ls-remote "git://127.0.0.1:$port/small.git"
    run ftol --no-jupyter --source "git://127.0.0.1:$port/small.git"
    ends_with 0
    is_checkout ftol v2
}
try 'sources: git daemon' from_daemon

from_dumb_http() {
    cp -R "$starter" dumb.git
    git -C dumb.git update-server-info
    port=$(free_port)
    "$python" -m http.server --bind 127.0.0.1 "$port" &
    server=$!
    trap 'kill $server' EXIT
    wait_for git ls-remote "http://127.0.0.1:$port/dumb.git"
    run ftol --no-jupyter --source "http://127.0.0.1:$port/dumb.git"
    ends_with 0
    is_checkout ftol v2
}
try 'sources: plain http' from_dumb_http

from_smart_http() {
    [ -x "$(git --exec-path)/git-http-backend" ] || skip 'no git-http-backend here'
    HOME=$work/server "$python" "$kit/tests/scripts/git-http.py" "$tmp" port &
    server=$!
    trap 'kill $server' EXIT
    wait_for test -s port
    run ftol --no-jupyter --source "http://127.0.0.1:$(cat port)/small.git"
    ends_with 0
    is_checkout ftol v2
}
try 'sources: http as git servers speak it' from_smart_http

unreachable() {
    mkdir nothing
    for address in http://127.0.0.1:9/ftol.git git://127.0.0.1:9/ftol.git /no/such/place "$PWD/nothing"; do
        run ftol --no-jupyter --source "$address"
        ends_with 3
        says "Cannot read $address" 'Check the address'
    done
    run list --source http://127.0.0.1:9/ftol.git && ends_with 3
    only . nothing
}
try 'an unreachable source: exit code 3, nothing left behind' unreachable

not_a_starter() {
    mkdir other && cd other && git init -q && echo >x && git add x && git -c user.name=t -c user.email=t commit -q -m x
    cd ..
    run ftol --source other && ends_with 5 && says 'no released version'
    git -C other tag v1
    run ftol --source other && ends_with 5 && says 'not the starter of ftol'
    only . other
}
try 'a repository that is no starter is refused' not_a_starter

broken_off() {
    cp -R "$starter" broken.git
    object=$(git -C broken.git rev-parse HEAD:lib/kit.jar)
    object=broken.git/objects/$(echo "$object" | sed 's,^..,&/,')
    chmod u+w "$object" && dd if=/dev/zero of="$object" bs=1000 count=100 2>/dev/null
    run ftol --source broken.git
    ends_with 3
    says 'broke off' 'Nothing was left behind'
    only . broken.git
}
try 'a copy that breaks off leaves nothing behind' broken_off

offline() {
    packages_at_hand
    run ftol first --offline && ends_with 3 && says 'without --offline'
    cp -R "$starter" gone.git
    run ftol first --source gone.git && ends_with 0
    rm -rf gone.git "$work/home/.cache/pip"
    no_packages
    run ftol second --offline
    ends_with 0
    is_checkout second v2
    has_environment second
    [ "$(git -C second config remote.origin.url)" = "$PWD/gone.git" ] || wrong 'origin is not the source'
    [ -z "$(git -C second branch --remotes --list '*/HEAD/*' '*/HEAD')" ] || [ "$(git -C second branch --remotes | wc -l)" -le 2 ] || wrong 'odd branches'
    run ftol third --offline --no-jupyter --version v1 && ends_with 0 && is_checkout third v1
    run list --offline && ends_with 0 && says 'v1 v2' gone.git
    rm -rf "$work/home/.cache/ftol/wheels"
    run ftol fourth --offline && ends_with 3 && says 'No packages have been kept' './check works'
    is_checkout fourth v2
    is_absent fourth/.venv
}
try '--offline works after a first fetch, and says so before one' offline

offline_other_source() {
    cp -R "$starter" a.git
    cp -R "$starter" b.git
    run ftol one --no-jupyter --source a.git && ends_with 0
    run ftol two --no-jupyter --offline --source b.git
    ends_with 3
    says 'from another source' "$PWD/a.git" 'Leave out --source'
    is_absent two
    run ftol three --no-jupyter --offline --source "$PWD/a.git" && ends_with 0 && is_checkout three v2
    rm -rf a.git
    run ftol four --no-jupyter --offline --source a.git && ends_with 0 && is_checkout four v2
    run list --offline --source b.git && ends_with 3
}
try '--offline gives nothing from another source than the one named' offline_other_source

no_cache() {
    packages_at_hand
    echo >../home/.cache
    run ftol --source "$starter"
    ends_with 0
    says 'No copy could be kept' 'No packages can be kept'
    has_environment ftol
}
try 'a cache that cannot be written is no obstacle' no_cache

# --- missing tools ---

no_git() {
    like_all no-git && rm "$tools/git"
    run ftol --source "$starter" && ends_with 6 && says 'git is missing' 'apt install git'
    run list --source "$starter" && ends_with 6
    tool git 'echo "git version 2.17.1"'
    run ftol --source "$starter" && ends_with 6 && says '2.17.1 is too old'
    is_empty .
}
try 'no git, or one too old: exit code 6' no_git

no_python() {
    packages_at_hand
    like_all no-python && rm "$tools/python3"
    run ftol 'my ftol' --source "$starter"
    ends_with 6
    says 'Python is missing' 'apt install python3-venv' './check works' "ftol 'my ftol'"
    silent_about Ready
    is_checkout 'my ftol' v2
    is_absent 'my ftol/.venv'
    tool python3 'echo 3.8 False'
    run ftol 'my ftol' && ends_with 6 && says 'Python 3.8 is too old' 3.9
    tools=$complete
    run ftol 'my ftol'
    ends_with 0
    says Ready
    has_environment 'my ftol'
}
try 'no Python, or one too old: exit code 6, a usable checkout, and later the rest' no_python

no_venv() {
    packages_at_hand
    like_all no-venv
    # What Debian's Python does without python3-venv: half an environment, then this text.
    # shellcheck disable=SC2016
    tool python3 'case "$*" in
        "-m venv "*) mkdir -p "$3/bin" && echo "The virtual environment was not created successfully because ensurepip is not available." && exit 1 ;;
        *ensurepip*) echo "No module named ensurepip" >&2 && exit 1 ;;
    esac
    exec "'"$python"'" "$@"'
    run ftol --source "$starter"
    ends_with 6
    says 'its venv module is missing' 'apt install python3-venv' './check works'
    is_checkout ftol v2
    is_absent ftol/.venv
}
try 'no venv module: exit code 6, a usable checkout, no half-made .venv' no_venv

no_pypi() {
    no_packages
    run ftol --source "$starter"
    ends_with 3
    says 'PyPI) cannot be reached' './check works' 'ftol ftol'
    is_checkout ftol v2
    is_absent ftol/.venv
    unset PIP_INDEX_URL
    packages_at_hand
    run ftol && ends_with 0
    has_environment ftol
}
try 'no PyPI: exit code 3, a usable checkout, and later the rest' no_pypi

wrong_package() {
    make_starter wrong webencodings==99
    packages_at_hand
    run ftol --source "$tmp/wrong.git"
    ends_with 5
    says webencodings==99 'could not be made' './check works'
    is_absent ftol/.venv
}
try 'a package that does not exist is not called a network problem' wrong_package

half_made() {
    packages_at_hand
    run ftol --no-jupyter --source "$starter" && ends_with 0
    mkdir ftol/.venv && touch ftol/.venv/half
    run ftol && ends_with 0
    has_environment ftol
    is_absent ftol/.venv/half
    echo '# newer' >>ftol/requirements.txt
    touch ftol/.venv/outdated
    run ftol && ends_with 0
    has_environment ftol
    is_absent ftol/.venv/outdated
}
try 'an environment half-made or out of date is made anew' half_made

no_jdk() {
    like_all no-jdk && rm "$tools/java" "$tools/javac"
    run ftol --no-jupyter --source "$starter"
    ends_with 6
    says 'No JDK was found' 'apt install' 'dnf install' 'brew install' WSL 'is complete'
    is_checkout ftol v2
    fake_jdk 11.0.20
    run ftol --no-jupyter && ends_with 6 && says 'too old' 'JDK 17'
    fake_jdk 1.8.0_402
    run ftol --no-jupyter && ends_with 6 && says 'too old'
    fake_jdk 21.0.1 && rm "$tools/javac"
    run ftol --no-jupyter && ends_with 6 && says 'without a compiler'
    fake_jdk 25
    run ftol --no-jupyter && ends_with 0 && says Ready
    tool java 'echo "Picked up JAVA_TOOL_OPTIONS: -Xmx1g" >&2; echo "openjdk version \"17.0.9\"" >&2'
    run ftol --no-jupyter && ends_with 0
}
try 'no JDK, or one too old, or a JRE: exit code 6, a complete checkout' no_jdk

java_home() {
    like_all other-jdk
    mkdir -p "$work/jdk 17" && ln -s "$tools" "$work/jdk 17/bin"
    like_all old-jdk && fake_jdk 11.0.20
    JAVA_HOME="$work/jdk 17"
    export JAVA_HOME
    run ftol --no-jupyter --source "$starter" && ends_with 0
    JAVA_HOME=/no/such/jdk
    run ftol --no-jupyter && ends_with 6 && says 'too old'
    tools=$complete
    run ftol --no-jupyter && ends_with 0
}
try 'JAVA_HOME goes before PATH, and PATH before a wrong JAVA_HOME' java_home

# --- full disks and interruptions ---

small_disk() { # MEGABYTES: an empty disk at ./disk
    [ "$(id -u)" = 0 ] || skip 'only root can make a small disk'
    mkdir disk
    mount -t tmpfs -o "size=$1" none disk || skip 'cannot mount here'
    trap 'umount "$work/here/disk"' EXIT
}

disk_full() {
    small_disk 500k
    run ftol disk/ftol --source "$starter"
    ends_with 5
    says 'no space left' 'Nothing was left behind'
    is_empty disk
    mkdir disk/ftol
    run ftol disk/ftol --source "$starter" && ends_with 5 && says 'no space left'
    is_empty disk/ftol
}
try 'a disk full at the clone: exit code 5, nothing left behind' disk_full

disk_full_at_checkout() {
    small_disk 1500k
    run ftol disk/ftol --source "$starter"
    ends_with 5
    says 'no space left'
    is_empty disk
}
try 'a disk full at the checkout: the same' disk_full_at_checkout

disk_full_later() {
    packages_at_hand
    small_disk 8m
    run ftol disk/ftol --source "$starter"
    ends_with 5
    says 'no space left' './check works'
    is_checkout disk/ftol v2
    is_absent disk/ftol/.venv
}
try 'a disk full at the environment: exit code 5, a usable checkout' disk_full_later

# Starts get-assignment as a job of its own and stops all of it, as Ctrl-C does, once the file 'busy' is there.
interrupted() {
    command -v setsid >/dev/null || skip 'no setsid here'
    # shellcheck disable=SC2086
    setsid env PATH="$tools" $shell "$script" "$@" >out 2>&1 &
    job=$!
    wait_for test -e busy
    kill -TERM -$job
    wait $job
    code=$?
    said=$(cat out)
    echo "$said"
    rm busy out
}

interrupted_clone() {
    like_all slow-git
    # shellcheck disable=SC2016
    tool git 'case "$*" in *clone*) for last; do :; done; mkdir -p "$last"; touch busy; sleep 60; exit 1 ;; esac
exec "'"$(command -v git)"'" "$@"'
    interrupted ftol --source "$starter"
    ends_with 143
    says Interrupted 'nothing half-made'
    is_empty .
}
try 'interrupted at the clone: nothing left behind' interrupted_clone

interrupted_environment() {
    packages_at_hand
    like_all slow-python
    # shellcheck disable=SC2016
    tool python3 'case "$*" in "-m venv"*) mkdir -p "$3"; touch busy; sleep 60; exit 1 ;; esac
exec "'"$python"'" "$@"'
    interrupted ftol --source "$starter"
    ends_with 143
    is_checkout ftol v2
    is_absent ftol/.venv
}
try 'interrupted at the environment: a usable checkout, no half-made .venv' interrupted_environment

# --- the course repository ---

make_course() {
    mkdir -p 'the course/grader'
    cp "$kit/get-assignment" 'the course'
    touch 'the course/pom.xml'
    printf '#!/bin/sh\necho "$*" >args\necho building >&2\n%s\n' "$1" >'the course/grader/grade'
    chmod +x 'the course/grader/grade'
    cd 'the course' || exit
    script=$PWD/get-assignment
}

course() {
    like_all course
    tool mvn true
    make_course "mkdir -p target && cp -R '$starter' target && mv target/small.git target/ftol.git && echo target/ftol.git"
    run ftol --no-jupyter
    ends_with 0
    says Building building
    is_checkout ftol v2
    contains args "^release --out $PWD/target/ftol.git\$"
    [ "$(git -C ftol config remote.origin.url)" = "$PWD/target/ftol.git" ] || wrong 'origin is not the built one'
    rm args
    run ftol --no-jupyter && ends_with 0
    is_absent args
}
try 'in the course repository the starter is built first' course

course_without_tools() {
    like_all no-maven
    make_course true
    run ftol && ends_with 6 && says 'Maven (mvn) is missing' 'apt install maven'
    tool mvn true
    rm "$tools/java" "$tools/javac"
    run ftol && ends_with 6 && says 'No JDK was found'
    fake_jdk 17.0.9
    printf '#!/bin/sh\necho "it broke here" >&2\nexit 1\n' >grader/grade
    run ftol && ends_with 5 && says 'it broke here' 'could not be built'
    only . get-assignment grader pom.xml
}
try 'there, no Maven or no JDK: exit code 6; a failed build: 5' course_without_tools

# --- doctor and uv ---

doctor() {
    packages_at_hand
    run doctor && ends_with 0 && says 'ok       git' 'ok       JDK' 'ok       Python' 'ok       venv' 'ok       PyPI' 'Everything'
    like_all sick && rm "$tools/git" "$tools/python3" && fake_jdk 11
    run doctor && ends_with 6
    says 'missing  git' 'missing  JDK' 'too old' 'missing  Python' 'Something is missing'
    tools=$complete
    unset PIP_FIND_LINKS
    run doctor && ends_with 6 && says 'missing  PyPI'
    is_empty .
}
try 'doctor shows what there is and what is missing' doctor

with_uv() {
    like_all uv
    # A stand-in that makes what the real one would, and notes how it was called.
    # shellcheck disable=SC2016
    tool uv 'echo "uv $*" >>"'"$PWD"'/uv calls"
case "$1 $2" in
    "venv "*) for last; do :; done; mkdir -p "$last/bin" && touch "$last/bin/python" ;;
    "--version "*) echo "uv 0.9" ;;
esac'
    rm "$tools/python3"
    run ftol --source "$starter" && ends_with 0
    exists ftol/.venv/ftol-complete
    contains 'uv calls' "^uv venv --quiet --python >=3.9 $PWD/ftol/.venv\$"
    contains 'uv calls' "^uv pip install --quiet --python $PWD/ftol/.venv/bin/python -r $PWD/ftol/requirements.txt\$"
    run doctor && ends_with 0 && says 'ok       uv'
    tool uv 'echo "error: No interpreter found for Python >=3.9" >&2; exit 2'
    run ftol other --source "$starter" && ends_with 6 && says 'Python is missing'
    # shellcheck disable=SC2016
    tool uv 'test "$1" = venv || { echo "error: Failed to fetch; error sending request: tcp connect error" >&2; exit 2; }'
    run ftol third --source "$starter" && ends_with 3 && says 'PyPI) cannot be reached'
}
try 'uv is used where it is installed' with_uv

# --- the starter's scripts ---

lab() {
    run ftol --no-jupyter --source "$starter" && ends_with 0
    script=$PWD/ftol/lab
    run && ends_with 6 && says 'not installed' get-assignment
    mkdir -p ftol/.venv/bin
    # shellcheck disable=SC2016
    printf '#!/bin/sh\n[ "$1" = -c ] || { echo "args: $*"; echo "in: $PWD"; env; command -v java; }\n' >ftol/.venv/bin/python
    chmod +x ftol/.venv/bin/python
    like_all lab-jdk && mkdir -p jdk && ln -s "$tools" jdk/bin
    tools=$complete JAVA_HOME=$PWD/jdk
    export JAVA_HOME
    cd / || exit
    run 2 --no-browser --port 9000
    ends_with 0
    says 'args: -m jupyterlab' 'default_url=/lab/tree/notebooks/task2-quorums.ipynb' '--no-browser --port 9000' "in: $work/here/ftol" \
        "root_dir=$work/here/ftol" "JUPYTER_DATA_DIR=$work/here/ftol/.venv/jupyter/data" "$work/here/jdk/bin/java"
    run && ends_with 0 && says 'notebooks/task1-failover.ipynb'
    if [ "$(id -u)" = 0 ]; then says --allow-root; else silent_about --allow-root; fi
    run 3 && ends_with 2 && says 'no notebook of task 3' task1-failover.ipynb
    like_all lab-no-jdk && rm "$tools/java" "$tools/javac"
    unset JAVA_HOME
    run && ends_with 6 && says 'No JDK was found'
}
try './lab opens the notebook asked for, on a checked JDK, from anywhere' lab

check() {
    run ftol --no-jupyter --source "$starter" && ends_with 0
    script=$PWD/ftol/check
    like_all check
    # shellcheck disable=SC2016
    tool java 'if [ "$1" = -version ]; then echo "openjdk version \"17\"" >&2; else printf "<%s>" "$@"; exit 7; fi'
    cd / || exit
    run 1a --markdown 'a file'
    ends_with 7
    says "<-cp><$work/here/ftol/lib/*><ftol.submission.CheckCommand><$work/here/ftol/notebooks><1a><--markdown><a file>"
    fake_jdk 11
    run && ends_with 6 && says 'too old' 'apt install'
}
try './check grades the notebooks on a checked JDK, from anywhere' check

same_jdk_text() {
    sed -n '/^# --- JDK: from/,/^# --- JDK end/p' "$kit/get-assignment" | sed '1d;$d' >in-get-assignment
    sed 1d "$kit/grader/starter/lib/jdk.sh" >in-starter
    contains in-starter use_jdk
    cmp in-get-assignment in-starter || wrong 'the two differ'
}
try 'get-assignment and the starter look for the JDK in the same words' same_jdk_text

shell_style() {
    command -v shellcheck >/dev/null || skip 'no shellcheck here'
    cd "$kit" || exit
    for file in get-assignment grader/grade .ci/run grader/starter/lab grader/starter/check grader/starter/lib/jdk.sh tests/scripts/*.sh; do
        ! [ -f "$file" ] || shellcheck --shell=sh --exclude=SC1091 "$file" || wrong "$file"
    done
}
try 'shellcheck finds nothing' shell_style

# --- the real thing ---

really() {
    [ -n "$released" ] || skip 'no released starter was given'
    for setting in $pip_settings; do echo "kept: $setting"; done
    HOME=$real_home XDG_CACHE_HOME=$work/cache
    export XDG_CACHE_HOME
    tools=$PATH
    run ftol --source "$released"
    ends_with 0
    says Ready
    PATH="$PWD/ftol/.venv/bin:$PATH" jupyter kernelspec list --json >kernels
    contains kernels '"java"'
    contains kernels "$PWD/ftol/.venv/share/jupyter/kernels/java"
    for jar in ftol/lib/*.jar; do
        jar=$(basename "$jar" | sed 's/-[0-9].*//')
        case $jar in ftol-*) ;; *) contains ftol/THIRD-PARTY.md "\`$jar\`" ;; esac
    done
    port=$(free_port)
    # shellcheck disable=SC2086
    HOME=$work/home $shell ftol/lab 2 --no-browser --port "$port" --IdentityProvider.token=secret >lab.log 2>&1 &
    server=$!
    trap 'kill $server' EXIT
    cat >ask.py <<'END'
import sys, urllib.request
page = urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/lab?token=secret").read().decode()
assert '"news": {"disabled": true}' in page, "announcements are on"
kernels = urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/api/kernelspecs?token=secret").read().decode()
assert '"java"' in kernels, kernels
END
    wait_for "$python" ask.py "$port"
    contains lab.log 'lab/tree/notebooks/task2'
    [ -z "$(git -C ftol status --porcelain)" ] || wrong "changes: $(git -C ftol status --porcelain)"
    is_empty ../home
}
real_home=$HOME
try 'a released starter gets JupyterLab and the Java kernel, and ./lab serves them' really

echo "1..$number"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
