#!/usr/bin/python3
"""Draws the task table of a text in other ways and holds the tasks that come out against the first.

    renderings.py PROGRAM TEXT...    exit 1 where a drawing gives other tasks

Texts whose table has tabs between the cells are drawn with pipes, in columns set apart by blanks as
`pdftotext -layout` prints them (cells over several lines, page breaks), and as items with keys
below each ("- Cơ quan chủ trì: …").
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

ROWS_TO_A_PAGE = 12


def read(program, path):
    done = subprocess.run([program, str(path), "--compact"], capture_output=True, timeout=60)
    return json.loads(done.stdout)["tasks"]


def words(text):
    return " ".join((text or "").split())


def facts(task, of_row):
    deadline = task["deadline"] or {}
    names = [[agency["name"] for agency in task[role]]
             for role in ("lead_agencies", "coordinating_agencies")]
    found = [words(task["content"]), *names, words(deadline.get("text")), deadline.get("kind"),
             deadline.get("period"), words(task["product"])]
    if of_row:
        return found + [task["number"], words((task["task_group"] or {}).get("title"))]
    return [fact.rstrip(".;") if isinstance(fact, str) else fact for fact in found]


def table(lines):
    """The lines before the first row, the rows, the lines after the last one."""
    tabbed = [i for i, line in enumerate(lines) if line.count("\t") >= 2]
    if not tabbed:
        return lines, [], []
    rows = []
    for line in lines[tabbed[0]:tabbed[-1] + 1]:
        if "\t" in line:
            rows.append([cell.strip() for cell in re.sub("</?p>", " ", line).split("\t")])
        elif line.strip():
            rows[-1][-1] += " " + line.strip()
    width = max(map(len, rows))
    return (lines[:tabbed[0]], [row + [""] * (width - len(row)) for row in rows],
            lines[tabbed[-1] + 1:])


def pipes(rows):
    drawn = ["| " + " | ".join(row) + " |" for row in rows]
    return [drawn[0], "|" + "---|" * len(rows[0]), *drawn[1:]]


def columns(rows):
    widths = [5, 34] + [22] * (len(rows[0]) - 2)
    drawn = []
    for n, row in enumerate(rows, start=1):
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths)]
        for i in range(max(map(len, cells))):
            parts = [(cell[i] if i < len(cell) else "").ljust(width)
                     for cell, width in zip(cells, widths)]
            drawn.append("  ".join(parts).rstrip())
        drawn.append("")
        if n % ROWS_TO_A_PAGE == 0:
            drawn += ["\f" + " " * 60 + str(n // ROWS_TO_A_PAGE + 1), ""]
    return drawn


def items(tasks):
    drawn, title = [], None
    for task in tasks:
        group = task["task_group"]
        if group and group["title"] != title:
            title = group["title"]
            drawn += [f"{group['number']}. {words(title)}", ""]
        drawn.append(f"{task['number']}. {words(task['content'])}")
        for key, value in (("Cơ quan chủ trì", task["lead_text"]),
                           ("Cơ quan phối hợp", task["coordinating_text"]),
                           ("Thời gian thực hiện", (task["deadline"] or {}).get("text")),
                           ("Sản phẩm", task["product"])):
            if value:
                drawn.append(f"- {key}: {words(value).rstrip('.;')}.")
        drawn.append("")
    return drawn


def compare(program, path, folder):
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    above, rows, below = table(lines)
    own = [task for task in read(program, path) if task["origin"] == "table"]
    if not rows or not own:
        return True
    alike = True
    for name, drawn in (("pipes", pipes(rows)), ("columns", columns(rows)), ("items", items(own))):
        made = pathlib.Path(folder) / f"{name}.txt"
        made.write_text("\n".join([*above, *drawn, *below]) + "\n", encoding="utf-8")
        end = len(above) + len("\n".join(drawn).replace("\f", "\n").split("\n"))
        got = [task for task in read(program, made) if len(above) < task["at"]["line"] <= end + 9]
        of_row = name != "items"
        wanted = [facts(task, of_row) for task in own]
        found = [facts(task, of_row) for task in got]
        same = sum(a == b for a, b in zip(wanted, found))
        print(f"{path}: {name}: {same} of {len(own)} rows alike")
        for a, b in zip(wanted, found):
            if a != b:
                print(f"  - {a}\n  + {b}")
        alike = alike and same == len(own) == len(found[:len(own)])
    return alike


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        results = [compare(sys.argv[1], pathlib.Path(text), folder) for text in sys.argv[2:]]
    raise SystemExit(0 if all(results) else 1)


main()
