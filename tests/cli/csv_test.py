"""Holds every CSV table against the JSON of the same inputs, read by Python's csv module.

    csv_test.py PROGRAM INPUT…
"""
import csv
import io
import json
import re
import subprocess
import sys

# What stands in a column that is no plain member of the fact.
AGENCIES = ("lead_agencies", "coordinating_agencies", "reporters", "forwarded_to")


def run(program, *args):
    return subprocess.run([program, *args], capture_output=True, check=False).stdout


def named(agency):
    return agency["name"] + (f" ({agency['note']})" if agency["note"] else "")


def expected(document, fact, column):
    if column == "source":
        value = document["source"]["path"]
    elif column == "line":
        value = fact["at"]["line"] if fact["at"] else None
    elif column.startswith("document_"):
        value = document["document"][column.removeprefix("document_")]
    elif column.startswith(("deadline_", "task_group_")):
        owner = "deadline" if column.startswith("deadline_") else "task_group"
        value = (fact[owner] or {}).get(column.removeprefix(owner + "_"))
    elif column in AGENCIES:
        value = [named(agency) for agency in fact[column]]
    elif column == "recipient":
        value = fact["recipient"] and fact["recipient"]["name"]
    elif column == "targets":
        value = [target["text"] for target in fact["targets"]]
    elif column.startswith("target_"):
        key = column.removeprefix("target_")
        key = key if key in ("min", "max") else key.removesuffix("s")
        value = [number(target[key]) for target in fact["targets"]]
        value = value if any(value) else []
    else:
        value = fact[column]
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return "'" + text if is_dangerous(text) or would_change(text) else text


def is_dangerous(text):
    if re.fullmatch(r"-(0|[1-9]\d*)(\.\d*[1-9])?", text):
        return False
    return text.lstrip(" ")[:1] in tuple("=+-@\t\r") and text.strip(" ") != ""


def number(value):
    whole = isinstance(value, float) and value.is_integer()
    return "" if value is None else str(int(value)) if whole else str(value)


def would_change(text):
    """What a spreadsheet takes for a day or a month, but a whole date; or for a shorter number."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return False
    month = r"(?:0?[1-9]|1[0-2])"
    pair = rf"(?:{month}[-/]\d{{1,4}}|\d{{1,4}}[-/]{month})(?:[-/]\d{{1,4}})?"
    number = r"\d+(?:[.,]\d+)?"
    name = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    other = rf"{number}[eE][+-]?\d+|\d+:\d+(:\d+)?( ?[aApP][mM]?)?|{number} ?%|{name}[-/ ]?\d+|\d+[-/ ]?{name}"
    if re.fullmatch(other, text):
        return True
    return re.fullmatch(rf"{pair}|\d{{1,4}}\.\d{{0,3}}0", text) is not None


def compare(program, table, inputs):
    documents = json.loads(run(program, *inputs))
    raw = run(program, "--format", "csv", "--table", table, *inputs)
    assert raw.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    assert raw[3:] == run(program, "--format", "csv", "--table", table, "--no-bom", *inputs)
    rows = list(csv.reader(io.StringIO(raw[3:].decode("utf-8"), newline=""), strict=True))
    columns = rows[0]
    want = [[expected(d, fact, c) for c in columns] for d in documents for fact in d[table]]
    assert want, f"{table}: no rows to compare"
    assert rows[1:] == want, [(a, b) for a, b in zip(rows[1:], want) if a != b][:1]
    translated = run(program, "--format", "csv", "--table", table, "--lang", "vi", *inputs)
    in_vietnamese = next(csv.reader(io.StringIO(translated[3:].decode("utf-8"))))
    assert len(in_vietnamese) == len(columns) == len(set(in_vietnamese)), in_vietnamese
    return len(want)


def main():
    program, *inputs = sys.argv[1:]
    for table in ("tasks", "goals", "agencies", "citations", "reports", "findings"):
        print(f"{table}: {compare(program, table, inputs)} rows")


if __name__ == "__main__":
    main()
