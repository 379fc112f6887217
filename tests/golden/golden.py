#!/usr/bin/python3
"""Holds what the program prints for each sample against its expected.json and the JSON Schema.

    golden.py PROGRAM SAMPLES              compare; exit 1 with a diff where something differs
    golden.py --update PROGRAM SAMPLES     write expected.json anew; read the difference before you commit it
    golden.py --self-test PROGRAM SAMPLES  show that a changed value and a broken schema are noticed

The program's own version and that of its grammar stand as null: they change without the facts.
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys

import jsonschema


def run(program, *arguments, folder=None):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, timeout=60)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{folder}: exit status {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def printed(program, folder):
    document = run(program, "--pretty", "input.txt", folder=folder)
    for key in ("version", "grammar"):
        document = re.sub(rf'^(    "{key}": )"[^"]*"', r"\1null", document, count=1, flags=re.M)
    return document


def differences(expected, got, name):
    return list(difflib.unified_diff(expected.splitlines(), got.splitlines(), f"{name}/expected.json",
                                     f"{name}: what the program prints", lineterm="", n=2))


def schema_faults(schema, document):
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
            for e in jsonschema.Draft202012Validator(schema).iter_errors(document)]


def self_test(program, folders):
    folder = folders[0]
    text = printed(program, folder)
    assert not differences(text, text, folder.name)
    assert differences(text.replace("2021", "2022", 1), text, folder.name), "a changed value goes unnoticed"
    schema = json.loads(run(program, "schema"))
    document = json.loads(run(program, "input.txt", folder=folder))
    assert not schema_faults(schema, document)
    document["tasks"][0]["origin"] = "nowhere"
    assert schema_faults(schema, document), "a value outside of the schema goes unnoticed"
    del document["document"]["kind"]
    assert len(schema_faults(schema, document)) >= 1, "a missing key goes unnoticed"
    print("the comparison notices what it should")


def main():
    arguments = sys.argv[1:]
    mode = arguments.pop(0) if arguments[0].startswith("--") else ""
    program, samples = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1])
    folders = sorted(path.parent for path in samples.glob("*/input.txt"))
    if mode == "--self-test":
        return self_test(program, folders)
    schema = json.loads(run(program, "schema"))
    failed = 0
    for folder in folders:
        got = printed(program, folder)
        file = folder / "expected.json"
        if mode == "--update":
            file.write_text(got, encoding="utf-8")
            continue
        expected = file.read_text(encoding="utf-8") if file.exists() else ""
        faults = differences(expected, got, folder.name)[:60]
        faults += schema_faults(schema, json.loads(run(program, "input.txt", folder=folder)))
        if faults:
            failed += 1
            print("\n".join(faults))
    print(f"{len(folders) - failed} passed, {failed} failed")
    return 1 if failed or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
