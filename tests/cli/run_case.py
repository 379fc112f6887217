"""Runs one case of the command line and compares everything it says, to the byte.

    run_case.py [--update] PROGRAM CASE…

A case is a folder with `cmd`, a Bash script that is run in an empty folder where `scpparse` is the
program, and with what must come out: `stdout` and `stderr` (none: nothing), `status` (none: 0).
Other files of the folder are there too. The versions of program and grammar are printed as VERSION
and GRAMMAR, times as SECONDS. helpers/ is on the path: `on-terminal` and `as-nobody`. --update writes what came out.
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
OUTCOMES = ("stdout", "stderr", "status")


def environment(program, folder):
    return {
        "PATH": f"{folder}/.bin:{HERE}/helpers:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "HOME": folder,
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
    }


def run(program, case):
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        for path in case.iterdir():
            if path.name not in OUTCOMES + ("cmd",):
                shutil.copy(path, folder)
        os.mkdir(f"{folder}/.bin")
        os.symlink(program, f"{folder}/.bin/scpparse")
        done = subprocess.run(["bash", str(case / "cmd")], cwd=folder, stdin=subprocess.DEVNULL,
                              env=environment(program, folder), capture_output=True, timeout=60)
    return {
        "stdout": masked(done.stdout, folder),
        "stderr": masked(done.stderr, folder),
        "status": f"{done.returncode}\n",
    }


def masked(output, folder):
    text = output.decode("utf-8", "backslashreplace").replace(folder, "FOLDER")
    text = re.sub(r"(seconds|giây): \d+\.\d", r"\1: SECONDS", text)
    text = re.sub(r'("?grammar"?: ?)"?1-[0-9a-f]{8}"?', r'\1"GRAMMAR"', text)
    text = re.sub(r'("?version"?: ?)"\d+\.\d+\.\d+"', r'\1"VERSION"', text)
    return re.sub(r"^scpparse \d+\.\d+\.\d+$", "scpparse VERSION", text, flags=re.MULTILINE)


def expected(case, name):
    path = case / name
    default = "0\n" if name == "status" else ""
    return path.read_text(encoding="utf-8") if path.exists() else default


def update(case, got):
    for name, text in got.items():
        if text == ("0\n" if name == "status" else ""):
            (case / name).unlink(missing_ok=True)
        else:
            (case / name).write_text(text, encoding="utf-8")


def main():
    args = sys.argv[1:]
    updating = args[:1] == ["--update"]
    program, *cases = args[1:] if updating else args
    failed = False
    for case in (pathlib.Path(c).resolve() for c in cases):
        got = run(str(pathlib.Path(program).resolve()), case)
        if updating:
            update(case, got)
            continue
        for name in OUTCOMES:
            want = expected(case, name)
            if got[name] != want:
                failed = True
                print("\n".join(difflib.unified_diff(want.split("\n"), got[name].split("\n"),
                                                     f"{case.name}/{name}", "got", lineterm="")))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
