#!/usr/bin/env python3
"""Lessons as pages for any browser: one per lesson and language, and an index per language. They ask no network.

usage: lesson_pages.py CMARK LESSONS OUT   (CMARK is cmark-gfm; LESSONS holds a folder of Markdown per language)
"""

import html
import pathlib
import re
import shutil
import subprocess
import sys

# What a page says around a lesson, by language.
WORDS = {
    "en": {
        "name": "English",
        "title": "Lessons",
        "introduction": "Each lesson asks a question, lets you predict, measures on this machine and tells what it found. "
                        "The window teaches them, and so does the command line.",
        "in_terminal": "In a terminal:",
        "blanks": "The blanks are filled with what your machine measures, in the window and in the terminal; on paper, by you.",
        "blank": "a number that your machine measures",
        "previous": "Previous", "next": "Next", "all": "All lessons",
    },
    "de": {
        "name": "Deutsch",
        "title": "Lektionen",
        "introduction": "Jede Lektion stellt eine Frage, lässt Sie vorhersagen, misst auf diesem Rechner und sagt, was sie "
                        "gefunden hat. Das Fenster lehrt sie und die Kommandozeile auch.",
        "in_terminal": "Im Terminal:",
        "blanks": "Die Lücken füllt, was Ihr Rechner misst, im Fenster und im Terminal; auf Papier füllen Sie sie.",
        "blank": "eine Zahl, die Ihr Rechner misst",
        "previous": "Zurück", "next": "Weiter", "all": "Alle Lektionen",
    },
}

STYLE = """
:root { --paper: #fff; --text: #1b1f24; --quiet: #59626d; --grid: #e3e6ea; --raised: #f6f7f9; --link: #0067a3; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181d; --text: #e6e9ed; --quiet: #a3adb8; --grid: #2a2f37; --raised: #1c2027; --link: #6cb6ff; }
}
body {
  margin: 0 auto; max-width: 44rem; padding: 0 1.25rem 3rem; background: var(--paper); color: var(--text);
  font: 17px/1.55 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: break-word;
}
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .8rem 0; font-size: .9em; }
nav > :last-child:not(:first-child) { margin-left: auto; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--grid); }
h1 { margin: .8rem 0; font-size: 1.8rem; line-height: 1.25; }
h2 { margin: 2rem 0 .4rem; font-size: 1.2rem; }
h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; }
a { color: var(--link); }
.quiet { color: var(--quiet); font-size: .9em; }
code { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; }
pre { padding: .7rem 1rem; overflow-x: auto; border: 1px solid var(--grid); border-radius: 6px; background: var(--raised); }
table { border-collapse: collapse; }
th, td { padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--grid); text-align: left; }
ol { padding-left: 1.6rem; }
li { margin: .3rem 0; }
.blank { display: inline-block; min-width: 4.5em; border-bottom: 1px solid currentColor; line-height: 1; }
.line .blank { width: 100%; }
@media print { nav, footer { display: none; } body { max-width: none; font-size: 12pt; } }
"""


class Lesson:
    def __init__(self, path):
        text = path.read_text(encoding="utf-8")
        parts = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
        if not parts:
            raise SystemExit(f"{path}: does not begin with a front matter between two lines ---")
        title = re.search(r"^title: *(.+)$", parts[1], re.MULTILINE)
        if not title:
            raise SystemExit(f"{path}: its front matter has no title")
        self.title = title[1].strip()
        self.text = parts[2]
        self.page = path.stem + ".html"
        self.name = path.stem.split("-", 1)[1]  # NN-ID


def as_html(cmark, lesson, blank):
    body = subprocess.run([cmark, "--extension", "table"], input=lesson.text, check=True, capture_output=True,
                          encoding="utf-8").stdout
    # Quantities stand in braces. Braces in code are code.
    gap = f'<span class="blank" title="{html.escape(blank)}">&nbsp;</span>'
    parts = re.split(r"(<pre>.*?</pre>|<code>.*?</code>|<[^>]*>)", body, flags=re.DOTALL)
    for place in range(0, len(parts), 2):
        parts[place] = re.sub(r"\{[^{}]*\}", lambda _: gap, parts[place])
    body = "".join(parts).replace(f"<p>{gap}</p>", f'<p class="line">{gap}</p>')  # a whole sentence is to come
    return re.sub(r'(href="[^":]*)\.md(["#])', r"\1.html\2", body)


def page(language, title, body):
    return f"""<!DOCTYPE html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{html.escape(title)} – Breakeven</title>
<style>{STYLE}</style>
{body}"""


def link(target, text):
    return f'<a href="{html.escape(target)}">{html.escape(text)}</a>'


def others(languages, language, name):
    return " ".join(f'<span>{link(f"../{each}/{name}", WORDS[each]["name"])}</span>' for each in languages if each != language)


def write_language(cmark, lessons, languages, language, out):
    words = WORDS[language]
    out.mkdir()
    for place, lesson in enumerate(lessons):
        before, after = lessons[:place][-1:], lessons[place + 1:][:1]
        steps = "".join(f'<span>{words[key]}: {link(each[0].page, each[0].title)}</span>'
                        for key, each in (("previous", before), ("next", after)) if each)
        body = (f'<nav>{link("index.html", words["all"])} {others(languages, language, lesson.page)}</nav>\n<main>\n'
                f'{as_html(cmark, lesson, words["blank"])}'
                f'<p class="quiet">{words["in_terminal"]} <code>breakeven-cli lesson {html.escape(lesson.name)}</code>. '
                f'{words["blanks"]}</p>\n</main>\n<footer><nav>{steps}</nav></footer>\n')
        (out / lesson.page).write_text(page(language, lesson.title, body), encoding="utf-8")
    items = "\n".join(f"<li>{link(lesson.page, lesson.title)}</li>" for lesson in lessons)
    body = (f'<nav><strong>Breakeven</strong> {others(languages, language, "index.html")}</nav>\n<main>\n'
            f'<h1>{words["title"]}</h1>\n<p>{words["introduction"]}</p>\n<ol>\n{items}\n</ol>\n</main>\n')
    (out / "index.html").write_text(page(language, words["title"], body), encoding="utf-8")


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    cmark, source, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    languages = sorted({path.parent.name for path in source.glob("*/[0-9]*-*.md")}, key=list(WORDS).index)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for language in languages:
        lessons = [Lesson(path) for path in sorted((source / language).glob("[0-9]*-*.md"))]
        write_language(cmark, lessons, languages, language, out / language)


main()
