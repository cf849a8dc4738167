"""Runs a command and says what it and all its processes used.

    python3 measure.py REPORT [--own REGEX] -- COMMAND ...

REPORT gets JSON: seconds of wall clock ("wall") and of processor time ("cpu"), the most memory that all processes had at a
time ("peak_mb", resident, shared pages counted in each), and the same over time of those whose command line matches REGEX
("own_mb": at 25, 50, 75 and 100 % of the time, and the peak). "cpu_from" says how processor time was measured: a control
group counts all of it, children's times ("rusage") miss what was killed together with its parent.
"""

import json
import os
import re
import resource
import subprocess
import sys
import time

EVERY = 0.5  # seconds
PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20
ACCOUNTING = "/sys/fs/cgroup/cpuacct"


def control_group():
    """A group of our own in which processor time is counted, or None where we may not make one."""
    group = "%s/ftol-bench-%d" % (ACCOUNTING, os.getpid())
    try:
        os.mkdir(group)
        return group
    except OSError:
        return None


def processes():
    """(process, parent, resident MB) of all there are."""
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name) as stat, open("/proc/%s/statm" % name) as statm:
                yield int(name), int(stat.read().rsplit(")", 1)[1].split()[1]), int(statm.read().split()[1]) * PAGE_MB
        except OSError:
            pass  # it has ended


def below(root):
    """Resident MB of each process of the command, by its number."""
    rows = list(processes())
    found, size = {root}, 0
    while len(found) > size:
        size = len(found)
        found |= {process for process, parent, _ in rows if parent in found}
    return {process: mb for process, _, mb in rows if process in found}


def command_line(process):
    try:
        with open("/proc/%d/cmdline" % process) as file:
            return file.read().replace("\0", " ")
    except OSError:
        return ""


def main(arguments):
    split = arguments.index("--")
    report, options, command = arguments[0], arguments[1:split], arguments[split + 1 :]
    own = re.compile(options[1]) if options else None
    group = control_group()

    def enter():
        if group:
            with open(group + "/cgroup.procs", "w") as file:
                file.write(str(os.getpid()))

    start = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = subprocess.Popen(command, preexec_fn=enter)
    peak, of_own = 0, []
    while child.poll() is None:
        sizes = below(child.pid)
        peak = max(peak, sum(sizes.values()))
        if own:
            of_own.append(sum(mb for process, mb in sizes.items() if own.search(command_line(process))))
        time.sleep(EVERY)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if group:
        with open(group + "/cpuacct.usage") as file:
            cpu = int(file.read()) / 1e9
        os.rmdir(group)
    result = {
        "wall": round(wall, 2),
        "cpu": round(cpu, 2),
        "cpu_from": "control group" if group else "rusage",
        "peak_mb": round(peak),
    }
    if of_own:
        quarters = [round(of_own[min(len(of_own) - 1, len(of_own) * i // 4)]) for i in (1, 2, 3, 4)]
        result["own_mb"] = {"quarters": quarters, "peak": round(max(of_own))}
    with open(report, "w") as file:
        json.dump(result, file)
    return child.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
