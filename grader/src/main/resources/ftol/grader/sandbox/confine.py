"""Run a command confined. Linux, standard library only; the grader starts it as

    python3 -I -S -c THIS TIER [KEY=VALUE ...] -- COMMAND ...

TIER is 1 (bubblewrap), 2 (Landlock), 3 (another user) or 4 (limits only). Keys:
  read=PATH     a file or folder the command may read and map; may be repeated    (tiers 1, 2)
  run=PATH      the same, and it may also be executed                             (tiers 1, 2)
  bwrap=PATH    the bubblewrap program                                            (tier 1)
  env=NAME=TEXT an environment variable; there are no others; may be repeated
  loopback=yes  sockets are allowed, in the sandbox's own empty network           (tier 1)
  parent=PID    die with this process
  address=, cpu=, file=, open=, threads=   resource limits, in bytes, seconds, bytes, files, threads

To kill the process that the grader started is enough: it becomes java itself, or (tier 1) takes its namespace with it.
Every step that fails ends the program (exit code 126) before the command has run.
"""

import ctypes
import errno
import os
import resource
import signal
import struct
import sys

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
CLONE_NEWUSER, CLONE_NEWPID = 0x10000000, 0x20000000
NOBODY = 65534


def checked(result, what):
    """The result of a C call; an OSError if it says that the call failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, "%s: %s" % (what, os.strerror(number)))
    return result


def prctl(what, option, value, extra=None):
    checked(libc.prctl(option, ctypes.c_ulong(value), extra, ctypes.c_ulong(0), ctypes.c_ulong(0)), what)


# ---- limits and the user ----------------------------------------------------------------------------------------


def limit(options):
    """Sets the limits that the kernel counts. Threads count per user: exact only where the child has a user of its own."""
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: options.get("cpu"),
        resource.RLIMIT_FSIZE: options.get("file"),
        resource.RLIMIT_NOFILE: options.get("open"),
    }
    if sys.platform == "linux":
        wanted[resource.RLIMIT_AS] = options.get("address")
        wanted[resource.RLIMIT_MEMLOCK] = 0
        wanted[resource.RLIMIT_MSGQUEUE] = 0
        if os.geteuid() == 0:
            wanted[resource.RLIMIT_NPROC] = options.get("threads")
    for which, value in wanted.items():
        if value is not None:
            hard = resource.getrlimit(which)[1]
            value = int(value) if hard == resource.RLIM_INFINITY else min(int(value), hard)
            resource.setrlimit(which, (value, value))


def drop_root():
    """Becomes a user of its own, so that children cannot count, signal or read each other; where a container has too
    few users for that, becomes nobody."""
    for user in (2_000_000_000 + os.getpid(), NOBODY):
        try:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
            return
        except OSError as problem:
            if problem.errno != errno.EINVAL:
                raise
    raise OSError(errno.EINVAL, "root has no other user to become in this container")


def die_with(parent):
    """After drop_root: changing the user clears this. Fires when the parent's *thread* that started us ends."""
    prctl("die with parent", PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent is not None and os.getppid() != int(parent):
        sys.exit(126)


# ---- system calls -----------------------------------------------------------------------------------------------

# name: (x86_64, aarch64), None where the machine does not have it. These answer EPERM.
DENIED = {
    # new processes; execve stays allowed, see seccomp_program
    "fork": (57, None), "vfork": (58, None), "execveat": (322, 281), "memfd_create": (319, 279), "memfd_secret": (447, 447),
    # other processes
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "process_madvise": (440, 440),
    "process_mrelease": (448, 448), "kcmp": (312, 272), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424), "tkill": (200, 130), "setpriority": (141, 140), "ioprio_set": (251, 30),
    "sched_setparam": (142, 118), "sched_setscheduler": (144, 119), "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274), "migrate_pages": (256, 238), "move_pages": (279, 239),
    # shared memory, messages and semaphores outlive the process and are seen by other processes of the user
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "semget": (64, 190), "semop": (65, 193),
    "semctl": (66, 191), "semtimedop": (220, 192), "msgget": (68, 186), "msgsnd": (69, 189), "msgrcv": (70, 188),
    "msgctl": (71, 187), "mq_open": (240, 180), "mq_unlink": (241, 181),
    # what Landlock does not cover (all kernels): a file's attributes, and being told of changes to it
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452), "chown": (92, None),
    "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54), "truncate": (76, 45), "utime": (132, None),
    "utimes": (235, None), "futimesat": (261, None), "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6),
    "fsetxattr": (190, 7), "removexattr": (197, 14), "lremovexattr": (198, 15), "fremovexattr": (199, 16),
    "inotify_add_watch": (254, 27), "fanotify_init": (300, 262), "fanotify_mark": (301, 263),
    "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    # mounts and namespaces
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97),
    "setns": (308, 268), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430), "fsconfig": (431, 431),
    "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442), "statmount": (457, 457),
    "listmount": (458, 458),
    # parts of the kernel with a history of holes, none of which a JVM needs
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "bpf": (321, 280),
    "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427), "personality": (135, 92), "vmsplice": (278, 75), "modify_ldt": (154, None),
    "uselib": (134, None), "quotactl": (179, 60), "quotactl_fd": (443, 443), "syslog": (103, 116), "acct": (163, 89),
    # the machine itself
    "reboot": (169, 142), "swapon": (167, 224), "swapoff": (168, 225), "kexec_load": (246, 104),
    "kexec_file_load": (320, 294), "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "sethostname": (170, 161), "setdomainname": (171, 162), "iopl": (172, None), "ioperm": (173, None),
    "vhangup": (153, 58),
}
# socketpair stays allowed: it joins a process with itself, and the JDK needs one before it opens its first file channel.
SOCKETS = {"socket": (41, 198)}
CLONE, CLONE3 = (56, 220), (435, 435)
TO_SELF_ONLY = {  # allowed where the first argument is our own process
    "kill": (62, 129), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
}
PRLIMIT = (302, 261)  # the same, and 0 is our own process too
DENIED_OPTIONS = {  # name: (numbers, which argument, values that are denied)
    "fcntl: signals to others": ((72, 25), 1, (8, 10, 15)),  # F_SETOWN, F_SETSIG, F_SETOWN_EX
    "ioctl: typing into a terminal": ((16, 29), 1, (0x5412, 0x541C)),  # TIOCSTI, TIOCLINUX
    "prctl: not to die with the grader": ((157, 167), 0, (PR_SET_PDEATHSIG,)),
}
LAST_KNOWN = 462  # later calls answer ENOSYS, which every program must expect of an older kernel
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
AF_INET, AF_INET6 = 2, 10
CLONE_THREAD = 0x00010000

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # the BPF instructions used
ALLOW, KILL = 0x7FFF0000, 0x80000000


def answer(number):
    return 0x00050000 | number


def seccomp_program(machine, own_pid, loopback):
    """The filter as BPF. Everything that makes a process or touches another one is denied, whatever the file system says.

    execve stays allowed: the filter is in place before java is started, and with no new processes possible an execve only
    replaces the confined program by another one that is confined in the same way.
    """
    if machine not in AUDIT_ARCH:
        raise OSError(errno.ENOTSUP, "no system call table for " + machine)
    column = list(AUDIT_ARCH).index(machine)
    code = []

    def emit(operation, value, if_true=0, if_false=0):
        code.append(struct.pack("=HBBI", operation, if_true, if_false, value))

    def argument(index):  # the low half: the kernel ignores the rest of these arguments; both machines are little-endian
        emit(LOAD, 16 + 8 * index)

    def only_for(numbers, body):
        """body() is evaluated for this system call alone, and must return on every path."""
        if numbers[column] is None:
            return
        start = len(code)
        emit(EQUAL, 0)
        body()
        code[start] = struct.pack("=HBBI", EQUAL, 0, len(code) - start - 1, numbers[column])

    def allow_if_argument(index, values, otherwise):
        argument(index)
        for value in values:
            emit(EQUAL, value, 0, 1)
            emit(RETURN, ALLOW)
        emit(RETURN, otherwise)

    def deny_if_argument(index, values):
        argument(index)
        for value in values:
            emit(EQUAL, value, 0, 1)
            emit(RETURN, answer(errno.EPERM))
        emit(RETURN, ALLOW)

    def thread_only():
        argument(0)
        emit(ANY_BIT, CLONE_THREAD, 0, 1)
        emit(RETURN, ALLOW)
        emit(RETURN, answer(errno.EPERM))

    emit(LOAD, 4)  # the architecture; another one has other numbers
    emit(EQUAL, AUDIT_ARCH[machine], 1, 0)
    emit(RETURN, KILL)
    emit(LOAD, 0)  # the system call's number
    emit(AT_LEAST, 0x40000000, 0, 1)  # x32, where the same calls have second numbers
    emit(RETURN, answer(errno.EPERM))
    emit(AT_LEAST, LAST_KNOWN + 1, 0, 1)
    emit(RETURN, answer(errno.ENOSYS))
    only_for(CLONE, thread_only)
    # Its flags are behind a pointer that a filter cannot follow; glibc falls back on clone.
    only_for(CLONE3, lambda: emit(RETURN, answer(errno.ENOSYS)))
    for numbers in TO_SELF_ONLY.values():
        only_for(numbers, lambda: allow_if_argument(0, (own_pid,), answer(errno.EPERM)))
    only_for(PRLIMIT, lambda: allow_if_argument(0, (0, own_pid), answer(errno.EPERM)))
    for numbers, index, values in DENIED_OPTIONS.values():
        only_for(numbers, lambda: deny_if_argument(index, values))
    if loopback:
        only_for(SOCKETS["socket"], lambda: allow_if_argument(0, (AF_INET, AF_INET6), answer(errno.EPERM)))
    for numbers in [*DENIED.values(), *SOCKETS.values()]:
        only_for(numbers, lambda: emit(RETURN, answer(errno.EPERM)))
    emit(RETURN, ALLOW)
    return b"".join(code)


def install_seccomp(program):
    """For this process and whatever it becomes."""
    instructions = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("@HP", len(program) // 8, ctypes.addressof(instructions))
    prctl("seccomp", PR_SET_SECCOMP, 2, ctypes.create_string_buffer(header, len(header)))


# ---- tier 2: Landlock -------------------------------------------------------------------------------------------

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same on both machines
EXECUTE, READ_FILE, READ_DIR = 1 << 0, 1 << 2, 1 << 3
FILE_RIGHTS_BY_ABI = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # how many kinds of access the kernel can deny


def restrict_files(read, run):
    """Denies every access to files but reading these. There is no folder to write in."""
    abi = libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(1))
    if abi < 1:
        raise OSError(errno.ENOTSUP, "the kernel has no Landlock, or it is switched off")
    attributes = struct.pack("=Q", (1 << FILE_RIGHTS_BY_ABI[min(abi, 5)]) - 1)
    if abi >= 4:
        attributes += struct.pack("=Q", 0b11)  # TCP: bind, connect
    if abi >= 6:
        attributes += struct.pack("=Q", 0b11)  # outside: abstract Unix sockets, signals
    ruleset = checked(
        libc.syscall(CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0)), "Landlock"
    )
    for paths, rights in ((read, READ_FILE | READ_DIR), (run, READ_FILE | READ_DIR | EXECUTE)):
        for path in paths:
            beneath = os.open(path, os.O_PATH | os.O_CLOEXEC)
            allowed = rights if os.path.isdir(path) else rights & ~READ_DIR
            rule = struct.pack("=Qi", allowed, beneath)
            checked(libc.syscall(ADD_RULE, ruleset, ctypes.c_int(1), rule, ctypes.c_uint(0)), "Landlock: " + path)
            os.close(beneath)
    checked(libc.syscall(RESTRICT_SELF, ruleset, ctypes.c_uint(0)), "Landlock")
    os.close(ruleset)


# ---- tier 1: bubblewrap -----------------------------------------------------------------------------------------


def hold():
    """Goes on as the first process of a process namespace, whose end ends all that is in it, at whatever moment it comes.

    Without this, a bwrap killed while it is still starting leaves its child behind. Where only bwrap itself may make
    namespaces, we go on without: there, what is left behind is a child whose standard input has ended.
    """
    prctl("dumpable", PR_SET_DUMPABLE, 1)  # our own /proc, which is root's after a change of user
    ids = {"uid_map": os.getuid(), "gid_map": os.getgid()}
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWPID) < 0:
        return
    for name, text in [("setgroups", "deny"), *((name, "%d %d 1" % (number, number)) for name, number in ids.items())]:
        with open("/proc/self/" + name, "w") as file:
            file.write(text)
    alive, held = os.pipe()
    first = os.fork()
    if first == 0:
        os.close(held)
        die_with(None)
        os.set_blocking(alive, False)
        try:
            os.read(alive, 1)
        except BlockingIOError:  # the holder lives: from here on we die with it
            os.close(alive)
            return
        os._exit(126)
    for stream in (0, 1, 2, alive):
        os.close(stream)
    status = os.waitpid(first, 0)[1]
    os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))


def bubblewrap(bwrap, read, run, loopback, environment):
    """The start of the command line. Namespaces of its own for everything; no /proc, no /tmp, nothing writable."""
    filter_end, our_end = os.pipe()
    os.write(our_end, seccomp_program(os.uname().machine, 1, loopback))  # 2 kB, which a pipe always takes whole
    os.close(our_end)
    os.set_inheritable(filter_end, True)
    arguments = [bwrap, "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    arguments += ["--unshare-cgroup-try", "--uid", str(NOBODY), "--gid", str(NOBODY), "--cap-drop", "ALL"]
    arguments += ["--die-with-parent", "--as-pid-1", "--new-session", "--seccomp", str(filter_end)]
    bound = []
    for path in sorted({*read, *run}):
        if not any(path.startswith(folder + "/") for folder in bound):
            arguments += ["--dev-bind" if path.startswith("/dev/") else "--ro-bind", path, path]
            bound.append(path)
    for name, text in environment.items():
        arguments += ["--setenv", name, text]
    return [*arguments, "--remount-ro", "/", "--chdir", "/", "--"]


def main(arguments):
    split = arguments.index("--")
    tier, pairs, command = int(arguments[0]), arguments[1:split], arguments[split + 1 :]
    options, lists = {}, {"read": [], "run": [], "env": []}
    for key, value in (pair.split("=", 1) for pair in pairs):
        if key in lists:
            lists[key].append(value)
        else:
            options[key] = value
    loopback = options.get("loopback") == "yes"
    if loopback and tier != 1:
        raise OSError(errno.ENOTSUP, "only bubblewrap has a network of its own")
    environment = dict(pair.split("=", 1) for pair in lists["env"])

    limit(options)
    if os.geteuid() == 0 and tier <= 3:
        drop_root()
    elif tier == 3:
        raise OSError(errno.EPERM, "only root can change the user")
    if sys.platform == "linux":
        die_with(options.get("parent"))
    if tier == 1:
        hold()
        command = bubblewrap(options["bwrap"], lists["read"], lists["run"], loopback, environment) + command
        environment = {}  # bwrap's own stays readable in the sandbox
    else:
        os.chdir("/")
        if tier == 2:
            if os.getpgrp() != os.getpid():
                os.setsid()  # no controlling terminal
            prctl("no new privileges", PR_SET_NO_NEW_PRIVS, 1)
            restrict_files(lists["read"], lists["run"])
            install_seccomp(seccomp_program(os.uname().machine, os.getpid(), loopback))
    os.execve(command[0], command, environment)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (OSError, ValueError, KeyError) as problem:
        print("confine: %s" % problem, file=sys.stderr)
        sys.exit(126)
