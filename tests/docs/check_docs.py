"""Runs what the documentation shows and compares it with what the documentation says.

    check_docs.py [--update] PROGRAM ROOT DOCUMENT…
    check_docs.py --links ROOT

In each document (a path below ROOT) a fenced block is
  console   lines after "$ " are run, the others must be what comes out of them, errors included;
            a line "…" stands for any number of lines, "…" inside a line for any text
  other     after <!-- file: PATH -->, the block is written to PATH for the blocks below;
            after <!-- excerpt: PATH -->, its lines stand in that file of ROOT, in this order
After <!-- not run: WHY --> a console block is left alone. All blocks of a document share one folder,
which holds copies of samples/, grammars/ and examples/; `scpparse` is PROGRAM. Messages are
Vietnamese in documents named *.vi.md. Links to files must lead somewhere; --links looks at those of
every page and runs nothing. --update writes what came out into blocks without "…".
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

COPIED = ("samples", "grammars", "examples")
ANY = "…"
MARK = "\x1e"
DIRECTIVE = re.compile(r"<!-- (file|excerpt|not run): (.+) -->$")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


class Block:
    def __init__(self, language, begin, directive):
        self.language, self.begin, self.directive = language, begin, directive
        self.lines = []

    def end(self):
        return self.begin + len(self.lines)


def blocks_of(lines):
    """Fenced blocks in order; `begin` is the index of the first line inside the fence."""
    block, directive = None, None
    for index, line in enumerate(lines):
        if block is not None:
            if line == "```":
                yield block
                block, directive = None, None
            else:
                block.lines.append(line)
        elif line.startswith("```"):
            block = Block(line[3:].strip(), index + 1, directive)
        elif line.strip():
            directive = DIRECTIVE.match(line)
    if block is not None:
        raise SystemExit(f"a block that begins at line {block.begin} has no end")


def steps_of(block):
    """Commands of a console block, each with the lines it is to print."""
    steps = []
    for line in block.lines:
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif (line + " ").startswith("> ") and steps and not steps[-1][1]:
            steps[-1] = (steps[-1][0] + "\n" + line[2:], [])
        elif steps:
            steps[-1][1].append(line)
        else:
            raise ValueError("output before the first command")
    return steps


def run(commands, folder, language):
    """What each command prints; all run in one shell, so that $? and variables go on."""
    script = "exec 2>&1\n" + "".join(
        f"{command}\n_s=$?; printf '{MARK}\\n'; (exit $_s)\n" for command in commands)
    environment = {
        "PATH": f"{folder}/.bin:/usr/bin:/bin", "HOME": str(folder), "TERM": "dumb",
        "LANG": language, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
    }
    done = subprocess.run(["bash", "-c", script], cwd=folder, stdin=subprocess.DEVNULL,
                          env=environment, stdout=subprocess.PIPE, timeout=120, check=False)
    parts = done.stdout.decode("utf-8", "backslashreplace").split(MARK + "\n")
    return [part.split("\n")[:-1] if part.endswith("\n") else part.split("\n") if part else []
            for part in parts[:-1]]


def fits(expected, got):
    if not expected:
        return not got
    if expected[0] == ANY:
        return any(fits(expected[1:], got[start:]) for start in range(len(got) + 1))
    if not got:
        return False
    pattern = ".*".join(re.escape(piece) for piece in expected[0].split(ANY))
    return re.fullmatch(pattern, got[0]) is not None and fits(expected[1:], got[1:])


def check_console(block, folder, language):
    steps = steps_of(block)
    outputs = run([command for command, _ in steps], folder, language)
    shown, wrong = [], []
    for index, (command, expected) in enumerate(steps):
        got = outputs[index] if index < len(outputs) else ["(the shell ended before)"]
        shown += ["$ " + command.replace("\n", "\n> ").replace("> \n", ">\n")]
        shown += got
        if not fits(expected, got):
            wrong.append((command, expected, got))
    return shown, wrong


def check_excerpt(block, source):
    lines = iter(source.read_text(encoding="utf-8").split("\n"))
    return [line for line in block.lines if line != ANY and line not in lines]


def check_links(root, document, lines):
    for number, line in enumerate(lines, 1):
        for target in LINK.findall(line):
            if "://" in target or target.startswith("mailto:"):
                continue
            if not ((root / document).parent / target).exists():
                yield f"{document}:{number}: the link leads nowhere: {target}"


def check_block(block, root, document, folder):
    """Problems of one block, and the lines it should have (None: leave it)."""
    kind, value = block.directive.groups() if block.directive else (None, None)
    where = f"{document}:{block.begin + 1}"
    if kind == "file":
        path = folder / value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
    elif kind == "excerpt":
        return [f"{where}: not in {value}: {line}" for line in check_excerpt(block, root / value)], None
    elif block.language == "console" and kind != "not run":
        language = "vi_VN.UTF-8" if document.endswith(".vi.md") else "C.UTF-8"
        shown, wrong = check_console(block, folder, language)
        said = [f"{where}: $ {command}\n  shown:\n    " + "\n    ".join(expected) +
                "\n  printed:\n    " + "\n    ".join(got) for command, expected, got in wrong]
        return said, shown if wrong and not any(ANY in line for line in block.lines) else None
    return [], None


def check_document(program, root, document, update):
    path = root / document
    lines = path.read_text(encoding="utf-8").split("\n")
    problems, changes = list(check_links(root, document, lines)), []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for copied in COPIED:
            if (root / copied).is_dir():
                shutil.copytree(root / copied, folder / copied)
        (folder / ".bin").mkdir()
        (folder / ".bin/scpparse").symlink_to(program)
        for block in blocks_of(lines):
            said, replacement = check_block(block, root, document, folder)
            if update and replacement is not None:
                changes.append((block, replacement))
            else:
                problems += said
    for block, replacement in reversed(changes):
        lines[block.begin:block.end()] = replacement
    if changes:
        path.write_text("\n".join(lines), encoding="utf-8")
    return problems


def check_all_links(root):
    for path in sorted(root.rglob("*.md")):
        document = path.relative_to(root)
        if not {"build", ".git", ".cache"} & set(document.parts):
            yield from check_links(root, document, path.read_text(encoding="utf-8").split("\n"))


def main():
    args = sys.argv[1:]
    if args[:1] == ["--links"]:
        problems = list(check_all_links(pathlib.Path(args[1]).resolve()))
        print("\n".join(problems) if problems else "every link leads somewhere")
        return 1 if problems else 0
    update = args[:1] == ["--update"]
    program, root, *documents = args[1:] if update else args
    program, root = pathlib.Path(program).resolve(), pathlib.Path(root).resolve()
    problems = []
    for document in documents:
        problems += check_document(program, root, document, update)
    if problems:
        print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
