"""The rules of the house, each a function from a tree to the lines that break it.

    house.py ROOT

Prints `path:line: rule: what is wrong` for everything found and exits with 1 when that is anything.
"""
import pathlib
import re
import sys

import yaml

ORDER = ["source", "text", "lex", "grammar", "layout", "outline", "facts", "check", "emit",
         "pipeline", "cli"]
SHARED = ["support", "messages"]  # for everybody; messages may use support
FORBIDDEN = {("emit", "facts")}   # beyond the order

# Third-party headers: which files may know them. A folder ends with a slash.
THIRD_PARTY = {
    "unicode/": ["src/source/legacy.cc", "src/text/normalize.cc"],
    "pcre2": ["src/grammar/pattern_code.cc"],
    "yaml-cpp/": ["src/grammar/yaml_tree.cc"],
    "CLI/": ["src/cli/command_line.cc"],
    "nettle/": ["src/support/sha256.cc"],
    "fmt/": [],
    "nlohmann/": [],
    "catch2/": [],
    "boost/": [],
}

MAX_HEADER, MAX_SOURCE, MAX_FUNCTION = 250, 600, 80

LETTERS = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff]")
# Words without marks that are Vietnamese all the same; in a longer sentence they are an example.
BARE_WORDS = re.compile(r"(UBND|HDND|TTg|(?i:quyet dinh|ke hoach|phu luc))")
LONG_SENTENCE = 24
RULE_PARTS = {"message", "explanation", "example", "counterexample"}


def code_files(root, *folders):
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cc", ".def") and path.is_file():
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def includes(text):
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if found:
            yield number, found[1], found[2]


def check_include_direction(root):
    for path, text in code_files(root, "src"):
        stage = path.split("/")[1]
        for number, kind, target in includes(text):
            if kind != '"':
                continue
            other = target.split("/")[0]
            if ".." in target.split("/"):
                yield path, number, f"'{target}' leaves its folder"
            elif "/" not in target:
                yield path, number, f"'{target}' must be named from src/ or include/"
            elif other in ("scpparse", stage):
                continue
            elif stage in SHARED:
                if not (stage == "messages" and other == "support"):
                    yield path, number, f"{stage}/ may not use {other}/"
            elif other in ORDER and ORDER.index(other) > ORDER.index(stage):
                yield path, number, f"{stage}/ comes before {other}/ and may not use it"
            elif (stage, other) in FORBIDDEN:
                yield path, number, f"{stage}/ may not know {other}/"
    for path, text in code_files(root, "include"):
        for number, kind, target in includes(text):
            if kind == '"' and not target.startswith("scpparse/"):
                yield path, number, f"a public header may not use '{target}'"


def check_stage_folders(root):
    for folder in sorted((root / "src").iterdir()):
        if folder.is_dir() and folder.name not in ORDER + SHARED:
            yield f"src/{folder.name}", 0, "a folder that has no place in the order of the stages"


def check_third_party(root):
    for path, text in code_files(root, "src", "include"):
        for number, _, target in includes(text):
            for prefix, allowed in THIRD_PARTY.items():
                if target.startswith(prefix) and path not in allowed:
                    yield path, number, f"<{target}> is not for this file"


LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?:u8|[uUL])?R"(\w*)\((.*?)\)\1"|(?:u8|[uUL])?"((?:\\.|[^"\\\n])*)"'
    r"|'((?:\\.|[^'\\\n])+)'", re.DOTALL)
ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]+)|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(.))")


def unescaped(literal):
    def value(match):
        byte, u4, u8, octal, other = match.groups()
        if byte or octal:
            return bytes([(int(byte, 16) if byte else int(octal, 8)) & 0xFF])
        return chr(int(u4 or u8, 16)).encode("utf-8", "replace") if u4 or u8 else other.encode()
    out, at = b"", 0
    for match in ESCAPE.finditer(literal):
        out += literal[at:match.start()].encode("utf-8") + value(match)
        at = match.end()
    return (out + literal[at:].encode("utf-8")).decode("utf-8", "replace")


def literals(text):
    """Line number and value of every string or character literal outside comments."""
    for match in LITERAL.finditer(text):
        raw, plain, char = match[2], match[3], match[4]
        if raw is None and plain is None and char is None:
            continue
        value = raw if raw is not None else unescaped(plain if plain is not None else char)
        yield text.count("\n", 0, match.start()) + 1, value


def check_no_vietnamese(root):
    for path, text in code_files(root, "src"):
        for number, value in literals(text):
            bare = BARE_WORDS.search(value) and len(value) <= LONG_SENTENCE
            if LETTERS.search(value) or bare:
                yield path, number, f"Vietnamese belongs into grammars/ or messages/: {value!r}"


def check_length(root):
    for path, text in code_files(root, "src", "include", "tools", "fuzz", "bench", "tests"):
        lines = text.count("\n")
        limit = MAX_HEADER if path.endswith(".h") else MAX_SOURCE
        if lines > limit:
            yield path, limit, f"{lines} lines, at most {limit} are allowed"


# Keys that code puts together.
MADE_AT_RUN_TIME = ("rule.", "csv.value.")


def check_function_length(root):
    for path, text in code_files(root, "src", "include", "tools"):
        begin = {"": 0, "  ": 0}
        for number, line in enumerate(text.split("\n"), 1):
            for indent in begin:
                if line == indent + "}" and number - begin[indent] >= MAX_FUNCTION:
                    yield path, begin[indent], f"a function of {number - begin[indent] + 1} lines"
                elif re.match(indent + r"[A-Za-z~].*\(", line) and not line.endswith(";"):
                    begin[indent] = number


def check_headers(root):
    for path, text in code_files(root, "src", "include"):
        if not path.endswith(".h"):
            continue
        name = path.split("/", 1)[1]
        guard = "SCPPARSE_" + re.sub(r"^SCPPARSE_", "", re.sub(r"[^A-Z0-9]", "_", name.upper()))
        if f"#ifndef {guard}_\n#define {guard}_\n" not in text:
            yield path, 1, f"the include guard must be {guard}_"
        if not text.startswith("// "):
            yield path, 1, "a header opens with what it is for"


def flatten(node, prefix=""):
    for key, value in (node or {}).items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield prefix + str(key), value


def placeholders(text):
    return set(re.findall(r"(?<!\{)\{([a-z_]+)\}", str(text)))


def enumerator(key):
    return "k" + "".join(part[:1].upper() + part[1:] for part in re.split(r"[.\-_]", key))


def check_messages(root):
    files = {lang: root / "messages" / f"{lang}.yaml" for lang in ("en", "vi")}
    en, vi = (dict(flatten(yaml.safe_load(files[l].read_text(encoding="utf-8")))) for l in ("en", "vi"))
    for key in sorted(en.keys() ^ vi.keys()):
        yield "messages", 0, f"'{key}' is in one language only"
    for key in sorted(en.keys() & vi.keys()):
        if placeholders(en[key]) != placeholders(vi[key]):
            yield "messages", 0, f"'{key}' has different placeholders"
    common = yaml.safe_load((root / "messages/rule-examples.yaml").read_text(encoding="utf-8"))
    rules = {}
    for key in list(en) + [key for key, _ in flatten(common)]:
        parts = key.split(".")
        if parts[0] == "rule":
            rules.setdefault(parts[1], set()).add(parts[2])
    for rule, parts in sorted(rules.items()):
        said = {"message" if part.startswith("message") else part for part in parts}
        for part in sorted(RULE_PARTS - said):
            yield "messages", 0, f"rule '{rule}' has no {part}"
    code = "\n".join(text for _, text in code_files(root, "src"))
    for key in sorted(en):
        if not key.startswith(MADE_AT_RUN_TIME) and not re.search(rf"\b{enumerator(key)}\b", code):
            yield "messages", 0, f"nobody says '{key}'"


# Put together from pieces, so that this file does not break its own rule.
MACHINE = re.compile("|".join([r"/wo" r"rk/", r"/ro" r"ot/", r"/ho" r"me/\w", r"\bTO" r"DO\b",
                               r"\bFIX" r"ME\b", r"\bissue [#]?\d"]))
TEXT = {".h", ".cc", ".def", ".py", ".md", ".yaml", ".txt", ".cmake", ".json", ".in", ""}


def check_machine(root):
    skipped = {".git", "build", ".cache", "LICENSE", "gold.waivers"}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if skipped & set(name.parts) or path.suffix not in TEXT or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.split("\n"), 1):
            found = MACHINE.search(line)
            if found:
                yield name.as_posix(), number, f"'{found[0]}' does not belong into the project"


RULES = {
    "include-direction": check_include_direction,
    "stage-folders": check_stage_folders,
    "third-party": check_third_party,
    "no-vietnamese": check_no_vietnamese,
    "length": check_length,
    "function-length": check_function_length,
    "headers": check_headers,
    "messages": check_messages,
    "machine": check_machine,
}


def violations(root, rules=RULES):
    for name in rules:
        for path, number, what in RULES[name](root):
            yield f"{path}:{number}: {name}: {what}"


def main():
    found = list(violations(pathlib.Path(sys.argv[1]).resolve()))
    print("\n".join(found) if found else f"{len(RULES)} rules hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
