"""Parses one hostile input and holds the program to what it promises for any input: it ends, in a
time and a memory that grow with what it reads and prints, with a status of its own and valid JSON.

    pathological.py PROGRAM [CASE…] [--group NAME] [--bytes N] [--sanitized]
    pathological.py --groups                                   names the groups
    pathological.py PROGRAM --measure [CASE…] [--bytes N]      prints what each costs, and fails none

The measure of time is what an ordinary document costs in the same run, for each byte read or printed;
processor time counts, so that other work on the machine does not. What is printed may be a few hundred
times what was read, as when every line of four bytes is a task of its own, but no more than that.
"""
import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile

import inputs

ORDINARY = 1 << 20
TIMES_ORDINARY = 12     # a hostile byte may cost as much as so many ordinary ones
SECONDS_FREE = 0.5
MEMORY_PER_BYTE = 64    # read
MEMORY_PER_PRINTED = 4
MEMORY_FREE = 64 << 20   # of it a part is Python's, before the program takes its place
READ_BACK = 100000      # so many bytes of the case are also read back
MOST_PRINTED = 400      # bytes for a byte read
STATUSES = (0, 1, 3)


class Cost:
    def __init__(self, status, usage, printed, output):
        self.status, self.printed, self.output = status, printed, output
        self.seconds = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024


def run(program, data, seconds, keep=False):
    """One run over `data`, ended when it has used so many seconds of the processor."""
    def limit():
        most = max(1, int(seconds + 1))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.NamedTemporaryFile(suffix=".txt") as file, tempfile.TemporaryFile() as out:
        file.write(data)
        file.flush()
        child = subprocess.Popen([program, "parse", "--compact", file.name], stdout=out,
                                 stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 preexec_fn=limit)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return Cost(child.returncode, usage, os.fstat(out.fileno()).st_size,
                    out.read() if keep else b"")


def problems_of(document, size):
    if "error" in document:
        return [] if document["error"]["message"] else ["an error record without a message"]
    coverage = document["coverage"]

    def length(place):
        return place["at"]["length"] + sum(more["length"] for more in place.get("more_at", []))
    total = coverage["blank"] + coverage["in_facts"] + coverage["in_outline_only"]
    total += sum(length(part) for part in coverage["ignored"])
    total += sum(part["length"] for part in coverage["unclaimed"])
    found = []
    if coverage["bytes"] != size:
        found.append(f"{coverage['bytes']} bytes are counted of {size}")
    if not size <= total <= size + coverage["blank"]:  # places may hold blanks
        found.append(f"the parts of the coverage add up to {total}, not to {size}")
    return found


def allowed_seconds(base, read, printed):
    per_byte = base.seconds / (ORDINARY + base.printed)
    return per_byte * (read + printed) * TIMES_ORDINARY + SECONDS_FREE


def check(program, case, size, sanitized):
    data = inputs.CASES[case](size)
    base = run(program, inputs.ordinary(ORDINARY), 60)
    if base.status not in STATUSES:
        return [f"an ordinary document ends with status {base.status}"]
    cost = run(program, data, allowed_seconds(base, len(data), MOST_PRINTED * len(data)) + 5)
    most = allowed_seconds(base, len(data), cost.printed)
    print(f"{case}: {len(data)} bytes, status {cost.status}, {cost.seconds:.2f} s of {most:.2f}, "
          f"{cost.memory >> 20} MiB; ordinary {base.seconds:.2f} s/MiB")
    if cost.status in (-signal.SIGXCPU, -signal.SIGKILL):
        return ["took too long"]
    if cost.status not in STATUSES:
        return [f"ended with status {cost.status}"]
    found = []
    if cost.seconds > most:
        found.append(f"took {cost.seconds:.2f} s, more than {most:.2f}")
    if cost.printed > MOST_PRINTED * len(data) + (1 << 20):
        found.append(f"printed {cost.printed >> 20} MiB for {len(data) >> 20} MiB")
    room = MEMORY_PER_BYTE * len(data) + MEMORY_PER_PRINTED * cost.printed + MEMORY_FREE
    if not sanitized and cost.memory > room:
        found.append(f"needed {cost.memory >> 20} MiB of {room >> 20}")
    return found + read_back(program, case)


def read_back(program, case):
    data = inputs.CASES[case](READ_BACK)
    output = run(program, data, 60, keep=True).output
    try:
        return problems_of(json.loads(output), len(data))
    except (ValueError, RecursionError) as error:
        return [f"what it prints is no JSON: {error}"]


def measure(program, cases, size):
    base = run(program, inputs.ordinary(ORDINARY), 60)
    print(f"ordinary: {base.seconds:.2f} s, {base.memory >> 20} MiB, {base.printed >> 20} MiB printed")
    for case in cases or inputs.CASES:
        data = inputs.CASES[case](size)
        half = run(program, inputs.CASES[case](size // 2), 60)
        whole = run(program, data, 60)
        most = allowed_seconds(base, len(data), whole.printed)
        room = MEMORY_PER_BYTE * len(data) + MEMORY_PER_PRINTED * whole.printed + MEMORY_FREE
        print(f"{case:26} {len(data) >> 10:7} KiB {half.seconds:6.2f} {whole.seconds:6.2f} s  "
              f"x{whole.seconds / max(half.seconds, 0.01):4.1f}  time {whole.seconds / most:5.2f}  "
              f"memory {whole.memory / room:5.2f}  printed {whole.printed / len(data):6.1f}  "
              f"status {half.status} {whole.status}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", nargs="?")
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--group", choices=inputs.GROUPS)
    parser.add_argument("--groups", action="store_true")
    parser.add_argument("--bytes", type=int, default=2000000)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--sanitized", action="store_true")
    options = parser.parse_intermixed_args()
    if options.groups:
        print(" ".join(inputs.GROUPS), end="")
        return 0
    cases = options.cases + (inputs.group(options.group) if options.group else [])
    if options.measure:
        measure(options.program, cases, options.bytes)
        return 0
    status = 0 if cases else 2
    for case in cases:
        for problem in check(options.program, case, options.bytes, options.sanitized):
            print(f"{case}: {problem}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
