"""Lessons as pages: every lesson in every language, links that lead somewhere, blanks for numbers, code as it is.

usage: test_lesson_pages.py PROGRAM CMARK LESSONS FOLDER    PROGRAM is installer/lesson_pages.py
"""

import html.parser
import pathlib
import shutil
import subprocess
import sys
import unittest

LESSON = """---
title: Small & "quick"
chart: runtime
---
# Small lists

Measured was {median(before, backend=tbb)}; see [the next](02-next.md) and `{size}`.

```cpp
double f(double x) { return x; }
```
"""


class Page(html.parser.HTMLParser):
    """Its links, what it would load, and its text."""

    def __init__(self, path):
        super().__init__()
        self.links, self.loads, self.text = [], [], ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a":
            self.links.append(attributes["href"])
        elif "src" in attributes or tag == "link":
            self.loads.append(attributes)

    def handle_data(self, data):
        self.text += data


def make(lessons, out):
    return subprocess.run([sys.executable, PROGRAM, CMARK, lessons, out], capture_output=True, encoding="utf-8")


class LessonPagesTest(unittest.TestCase):
    def setUp(self):
        shutil.rmtree(FOLDER, ignore_errors=True)
        self.out = FOLDER / "pages"

    def sample(self):
        for language in ("en", "de"):
            folder = FOLDER / "lessons" / language
            folder.mkdir(parents=True)
            for name in ("01-small.md", "02-next.md"):
                (folder / name).write_text(LESSON, encoding="utf-8")
        return FOLDER / "lessons"

    def test_every_lesson_has_a_page_and_every_link_leads_somewhere(self):
        self.assertEqual(make(LESSONS, self.out).stderr, "")
        sources = {path.relative_to(LESSONS).with_suffix(".html") for path in LESSONS.glob("*/[0-9]*-*.md")}
        self.assertTrue(sources)
        pages = {path.relative_to(self.out) for path in self.out.rglob("*.html")}
        indexes = {path for path in pages if path.name == "index.html"}
        self.assertEqual(pages - indexes, sources)
        self.assertEqual({path.parent for path in indexes}, {path.parent for path in sources})
        for path in pages:
            page = Page(self.out / path)
            self.assertEqual(page.loads, [], path)
            for link in page.links:
                if not link.startswith("https:"):
                    self.assertTrue((self.out / path.parent / link.partition("#")[0]).is_file(), f"{path}: {link}")
        for index in indexes:
            wanted = sorted(path.name for path in sources if path.parent == index.parent)
            self.assertEqual([link for link in Page(self.out / index).links if "/" not in link], wanted)

    def test_front_matter_is_gone_numbers_are_blanks_and_code_keeps_its_braces(self):
        self.assertEqual(make(self.sample(), self.out).stderr, "")
        page = Page(self.out / "de/01-small.html")
        self.assertNotIn("chart: runtime", page.text)
        self.assertNotIn("median", page.text)
        self.assertIn("double f(double x) { return x; }", page.text)
        self.assertIn("{size}", page.text)
        self.assertIn("breakeven-cli lesson small", page.text)
        self.assertIn('Small & "quick" – Breakeven', page.text)
        self.assertEqual(page.links, ["index.html", "../en/01-small.html", "02-next.html", "02-next.html"])

    def test_a_lesson_without_a_title_is_refused_by_name(self):
        lessons = self.sample()
        (lessons / "de/02-next.md").write_text("---\nchart: runtime\n---\n# Text\n", encoding="utf-8")
        ended = make(lessons, self.out)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("de/02-next.md: its front matter has no title", ended.stderr)


if __name__ == "__main__":
    PROGRAM, CMARK = sys.argv[1:3]
    LESSONS, FOLDER = (pathlib.Path(each).resolve() for each in sys.argv[3:])
    unittest.main(argv=sys.argv[:1], verbosity=2)
