"""Shows that check_docs.py notices what it is there for: each document below has one fault."""
import pathlib
import tempfile
import unittest

import check_docs

PROGRAM = pathlib.Path("/bin/true")


def console(*lines):
    return "\n".join(("```console", *lines, "```", ""))


class CheckDocs(unittest.TestCase):
    def problems(self, text, update=False):
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            (root / "code.txt").write_text("one\ntwo\nthree\n", encoding="utf-8")
            (root / "page.md").write_text(text, encoding="utf-8")
            found = check_docs.check_document(PROGRAM, root, "page.md", update)
            self.after = (root / "page.md").read_text(encoding="utf-8")
            return found

    def test_right_output(self):
        self.assertEqual(self.problems(console("$ echo a; echo b", "a", "b", "$ true")), [])

    def test_wrong_output(self):
        self.assertIn("page.md:2", self.problems(console("$ echo a", "b"))[0])

    def test_output_that_is_not_shown(self):
        self.assertEqual(len(self.problems(console("$ echo a"))), 1)

    def test_output_that_does_not_come(self):
        self.assertEqual(len(self.problems(console("$ true", "a"))), 1)

    def test_errors_are_output(self):
        self.assertEqual(self.problems(console("$ echo a >&2", "a")), [])

    def test_status_goes_on(self):
        self.assertEqual(self.problems(console("$ (exit 3)", "$ echo $?", "3")), [])
        self.assertEqual(len(self.problems(console("$ (exit 3)", "$ echo $?", "0"))), 1)

    def test_left_out_lines(self):
        self.assertEqual(self.problems(console("$ seq 9", "1", "…", "9")), [])
        self.assertEqual(len(self.problems(console("$ seq 9", "1", "…", "8"))), 1)
        self.assertEqual(self.problems(console("$ echo abc", "a…c")), [])
        self.assertEqual(len(self.problems(console("$ echo abc", "a…b"))), 1)

    def test_files_and_excerpts(self):
        self.assertEqual(self.problems("<!-- file: x -->\n```\nhello\n```\n" +
                                       console("$ cat x", "hello")), [])
        excerpt = "<!-- excerpt: code.txt -->\n```\n{}\n```\n"
        self.assertEqual(self.problems(excerpt.format("one\n…\nthree")), [])
        self.assertEqual(len(self.problems(excerpt.format("two\none"))), 1)

    def test_not_run(self):
        self.assertEqual(self.problems("<!-- not run: needs root -->\n" + console("$ false", "x")), [])

    def test_dead_link(self):
        self.assertEqual(len(self.problems("See [this](nowhere.md#there).")), 1)
        self.assertEqual(self.problems("See [this](code.txt) and [that](https://example.org/)."), [])

    def test_update(self):
        self.assertEqual(self.problems(console("$ echo a", "b"), update=True), [])
        self.assertEqual(self.after, console("$ echo a", "a"))


if __name__ == "__main__":
    unittest.main()
