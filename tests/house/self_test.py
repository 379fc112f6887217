"""Breaks every rule of the house in a small tree of its own and sees that it is noticed."""
import pathlib
import tempfile
import unittest

import house

CLEAN = {
    "include/scpparse/thing.h": "// A thing.\n#ifndef SCPPARSE_THING_H_\n#define SCPPARSE_THING_H_\n"
                                '#include "scpparse/span.h"\n#endif\n',
    "src/lex/words.h": "// Words.\n#ifndef SCPPARSE_LEX_WORDS_H_\n#define SCPPARSE_LEX_WORDS_H_\n"
                       '#include "text/text.h"\n#endif\n',
    "src/lex/words.cc": '#include "lex/words.h"\n// Ủy ban\nconst char* k = "plain \\xE2\\x80\\xA8";\n'
                        "int f() { return MessageId::kLabelNote; }\n",
    "messages/en.yaml": "label: {note: 'note {at}'}\n",
    "messages/vi.yaml": "label: {note: 'ghi chú {at}'}\n",
    "messages/rule-examples.yaml": "",
}

RULE = "rule: {r: {%s: a}}\n"

# rule, file, what it holds in the broken tree, what the complaint must say
BROKEN = [
    ("include-direction", "src/lex/bad.cc", '#include "outline/outline.h"\n', "comes before outline/"),
    ("include-direction", "src/emit/bad.cc", '#include "facts/facts.h"\n', "may not know facts/"),
    ("include-direction", "src/support/bad.cc", '#include "lex/words.h"\n', "support/ may not use lex/"),
    ("include-direction", "src/lex/bad.cc", '#include "../text/text.h"\n', "leaves its folder"),
    ("include-direction", "src/lex/bad.cc", '#include "words.h"\n', "must be named from"),
    ("include-direction", "include/scpparse/bad.h", '#include "lex/words.h"\n', "public header"),
    ("stage-folders", "src/misc/bad.cc", "\n", "no place in the order"),
    ("third-party", "src/lex/bad.cc", "#include <unicode/uchar.h>\n", "not for this file"),
    ("third-party", "include/scpparse/bad.h", "#include <nlohmann/json.hpp>\n", "not for this file"),
    ("no-vietnamese", "src/lex/bad.cc", 'const char* k = "Điều";\n', "belongs into"),
    ("no-vietnamese", "src/lex/bad.cc", 'const char* k = "\\xC4\\x90i\\xE1\\xBB\\x81u";\n', "belongs into"),
    ("no-vietnamese", "src/lex/bad.cc", 'const char* k = R"(khoản)";\n', "belongs into"),
    ("no-vietnamese", "src/lex/bad.cc", 'const char* k = "UBND";\n', "belongs into"),
    ("length", "src/lex/bad.cc", "\n" * 601, "601 lines"),
    ("length", "src/lex/bad.h", "\n" * 251, "251 lines"),
    ("function-length", "src/lex/bad.cc", "int f() {\n" + "  g();\n" * 80 + "}\n", "82 lines"),
    ("function-length", "src/lex/bad.h", "  int f(int a) const {\n" + "    g();\n" * 80 + "  }\n", "82 lines"),
    ("headers", "src/lex/bad.h", "// Bad.\n#ifndef BAD_H\n#define BAD_H\n", "SCPPARSE_LEX_BAD_H_"),
    ("headers", "src/lex/bad.h", "#ifndef SCPPARSE_LEX_BAD_H_\n#define SCPPARSE_LEX_BAD_H_\n", "opens with"),
    ("messages", "messages/vi.yaml", "label: {other: x}\n", "one language only"),
    ("messages", "messages/vi.yaml", "label: {note: 'ghi chú'}\n", "different placeholders"),
    ("messages", "messages/en.yaml", RULE % "message", "rule 'r' has no explanation"),
    ("messages", "messages/en.yaml", RULE % "message", "rule 'r' has no counterexample"),
    ("messages", "messages/rule-examples.yaml", RULE % "example", "rule 'r' has no counterexample"),
    ("messages", "src/lex/words.cc", '#include "lex/words.h"\n', "nobody says 'label.note'"),
    ("machine", "docs/bad.md", "see /wo" "rk/main\n", "does not belong"),
    ("machine", "src/lex/bad.cc", "// TO" "DO: later\n", "does not belong"),
]


class House(unittest.TestCase):
    def complaints(self, files, rules=house.RULES):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in files.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return list(house.violations(root, rules))

    def test_clean_tree_passes(self):
        self.assertEqual(self.complaints(CLEAN), [])

    def test_every_breach_is_noticed(self):
        for rule, name, text, says in BROKEN:
            with self.subTest(rule=rule, text=text[:60]):
                found = self.complaints({**CLEAN, name: text}, [rule])
                self.assertTrue(any(says in f for f in found), found)

    def test_every_rule_is_broken_once(self):
        self.assertEqual({b[0] for b in BROKEN}, set(house.RULES))


if __name__ == "__main__":
    unittest.main()
