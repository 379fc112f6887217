"""Parses one hostile input and holds the program to what it promises for any input: it ends, in a
time and a memory that grow with the size alone, with a status of its own and valid JSON.

    pathological.py PROGRAM CASE [--bytes N] [--sanitized]
    pathological.py PROGRAM --measure [CASE…] [--bytes N]      prints what each costs, and fails none

The measure of time is what an ordinary document costs in the same run, byte for byte; processor time
counts, so that other work on the machine does not.
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
MEMORY_PER_BYTE = 40
MEMORY_FREE = 64 << 20
STATUSES = (0, 1, 3)


class Cost:
    def __init__(self, status, seconds, memory):
        self.status, self.seconds, self.memory = status, seconds, memory


def run(program, arguments, data, out, seconds):
    """The cost of one run; the limit on seconds is the processor's."""
    def limit():
        most = max(1, int(seconds + 1))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(data)
        file.flush()
        child = subprocess.Popen([program, *arguments, file.name], stdin=subprocess.DEVNULL,
                                 stdout=out, stderr=subprocess.DEVNULL, preexec_fn=limit)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return Cost(child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


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
    if total != size:
        found.append(f"the parts of the coverage add up to {total}, not to {size}")
    return found


def check(program, case, size, sanitized):
    data = inputs.CASES[case](size)
    with tempfile.TemporaryFile() as out:
        base = run(program, ["parse"], inputs.ordinary(ORDINARY), subprocess.DEVNULL, 60)
        if base.status not in STATUSES:
            return [f"an ordinary document ends with status {base.status}"]
        most = base.seconds * len(data) / ORDINARY * TIMES_ORDINARY + SECONDS_FREE
        cost = run(program, ["parse", "--compact"], data, out, most * 4)
        out.seek(0)
        printed = out.read()
    print(f"{case}: {len(data)} bytes, status {cost.status}, {cost.seconds:.2f} s of {most:.2f}, "
          f"{cost.memory >> 20} MiB; ordinary {base.seconds:.2f} s/MiB")
    if cost.status == -signal.SIGXCPU or cost.status == -signal.SIGKILL:
        return ["took too long"]
    if cost.status not in STATUSES:
        return [f"ended with status {cost.status}"]
    found = []
    if cost.seconds > most:
        found.append(f"took {cost.seconds:.2f} s, more than {most:.2f}")
    if not sanitized and cost.memory > MEMORY_PER_BYTE * len(data) + MEMORY_FREE:
        found.append(f"needed {cost.memory >> 20} MiB for {len(data) >> 20} MiB")
    try:
        found += problems_of(json.loads(printed), len(data))
    except (ValueError, RecursionError) as error:
        found.append(f"what it prints is no JSON: {error}")
    return found


def measure(program, cases, size):
    base = run(program, ["parse"], inputs.ordinary(ORDINARY), subprocess.DEVNULL, 60)
    print(f"ordinary: {base.seconds:.2f} s for 1 MiB, {base.memory >> 20} MiB")
    for case in cases or inputs.CASES:
        costs = []
        for bytes_ in (size, size * 2):
            data = inputs.CASES[case](bytes_)
            with tempfile.TemporaryFile() as out:
                cost = run(program, ["parse", "--compact"], data, out, 20)
                costs.append((len(data), cost, os.fstat(out.fileno()).st_size))
        (one, a, _), (two, b, printed) = costs
        per = b.seconds / (base.seconds * two / ORDINARY)
        growth = b.seconds / max(a.seconds, 0.01)
        marks = ("  <- slow" if per > TIMES_ORDINARY / 2 else "") + (
            "  <- grows" if growth > 2.9 and b.seconds > 0.3 else "") + (
            "  <- memory" if b.memory > 30 * two + MEMORY_FREE else "") + (
            "  <- STATUS" if b.status not in STATUSES else "")
        print(f"{case:26} {two >> 10:7} KiB {a.seconds:6.2f} {b.seconds:6.2f} s  x{growth:4.1f} "
              f"{per:5.1f} ordinary {b.memory / two:6.1f} B/B  out {printed / two:5.1f}  "
              f"{a.status} {b.status}{marks}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--bytes", type=int, default=2 << 20)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--sanitized", action="store_true")
    options = parser.parse_args()
    if options.measure:
        return measure(options.program, options.cases, options.bytes)
    status = 0
    for case in options.cases:
        for problem in check(options.program, case, options.bytes, options.sanitized):
            print(f"{case}: {problem}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
