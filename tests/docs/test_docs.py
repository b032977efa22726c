"""What the pages show is true: every command runs, what they say that it prints is printed, every link leads somewhere,
every C++ example is compiled and run against the installed package, every id is one.

usage: test_docs.py SOURCE BUILD CXX [TEST…]    as ctest runs it, with the build's programs in BREAKEVEN_BIN; commands
that measure are held to a second unless BREAKEVEN_DOCS_WHOLE is set
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from pages import commands_of, read_page

SOURCE, BUILD, CXX = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
BIN = pathlib.Path(os.environ["BREAKEVEN_BIN"])
EXTENDED = BUILD / "tests/examples/bin"  # the programs of tests/examples
CAP = "" if os.environ.get("BREAKEVEN_DOCS_WHOLE") else "1"  # seconds
EXTENDING = "resources/help/en/extending.md"
PATIENCE = 1800  # seconds for one page

PAGES = [SOURCE / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "tests/benchmarks/README.md")]
PAGES += [SOURCE / "resources/lessons/references/README.md"]
PAGES += sorted((SOURCE / "resources/examples").glob("*/README.md"))
PAGES += sorted((SOURCE / "resources/help").glob("*/*.md"))

# Commands that are not run, each with its reason.
NOT_RUN = [
    (r"installer/(run|test|package)\.sh", "builds this very tree; checked to be there and to be a shell script"),
    (r"cmake --preset|cmake --build --preset|ctest --(preset|test-dir)", "builds or tests this very tree; the preset is looked up"),
    (r"git ls-files .*clang-format", "the test `format` does that"),
    (r"breakeven-[0-9.]+-linux-x86_64", "is of the target package; the tests `portable` and `fresh_roots` make and run it"),
    (r"git clone", "needs the network"),
    (r"^tar -xzf breakeven-|^breakeven-[^/ ]*-linux-", "the test `portable` makes the archive and starts it"),
    (r"^(sudo|apt|dpkg)\b", "needs root"),
]

# Words in backticks that look like ids, and what they are instead.
OTHER_WORDS = {
    "cache-stores": "flag of a sample",
    "debug-build": "flag of a sample",
    "page-faults": "flag of a sample",
    "warm-runtime": "flag of a sample",
    "apt-get": "program",
    "clang-format": "program",
    "not-resolved": "answer",
    "digit-sums": "workload of tests/examples",
}


def shell(script, folder, environment):
    return subprocess.run(["bash", "-c", script], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE)


def catalog():
    """All that can be listed, the lessons included."""
    known = {}
    with tempfile.TemporaryDirectory() as home:
        for what in ([], ["lessons"]):
            told = subprocess.run([BIN / "breakeven-cli", "list", *what, "--json"], check=True, capture_output=True,
                                  env={**os.environ, "HOME": home})
            known |= json.loads(told.stdout)
    return known


def write_program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


class Workplace:
    """A fresh clone with a fresh home, as the reader of a page has it: build/release is this build."""

    def __init__(self, programs):
        self.folder = tempfile.TemporaryDirectory(prefix="breakeven-docs-", ignore_cleanup_errors=True)
        self.root = pathlib.Path(self.folder.name) / "breakeven"
        self.root.mkdir()
        ignored = {".git", "build", "out"}
        for entry in SOURCE.iterdir():
            if entry.name not in ignored:
                (self.root / entry.name).symlink_to(entry)
        release = self.root / "build/release"
        release.mkdir(parents=True)
        for entry in BUILD.iterdir():
            if entry.name != "bin":
                (release / entry.name).symlink_to(entry)
        self.bin = release / "bin"
        # A run is kept short, and the window that somebody would look at is drawn instead.
        write_program(self.bin / "breakeven-cli", f"""#!/bin/bash
words=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    words+=("$1")
    [ -n "{CAP}" ] && [ "$1" = --max-seconds ] && words+=({CAP}) && shift
    shift
done
case " ${{words[*]}} " in
    *--help*|*--max-seconds*) ;;
    " lesson "*) [ -n "{CAP}" ] && words+=(--max-seconds {CAP}) ;;
    " run "*) [ -n "{CAP}" ] && words+=(--max-seconds {CAP} --launches 1) ;;
esac
exec {programs / 'breakeven-cli'} "${{words[@]}}" "$@"
""")
        write_program(self.bin / "breakeven", f"""#!/bin/bash
case "${{1-}}" in
    --*) exec {programs / 'breakeven'} "$@" ;;
    *) exec {programs / 'breakeven'} --screenshot "$HOME/window.png" "$@" ;;
esac
""")
        (self.bin / "breakeven-runner").symlink_to(programs / "breakeven-runner")
        if (BIN / "benchmarks").exists():
            (self.bin / "benchmarks").symlink_to(BIN / "benchmarks")
        home = pathlib.Path(self.folder.name) / "home"
        home.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "BREAKEVEN_"))}
        self.environment = {**kept, "HOME": str(home), "PATH": f"{self.bin}:{os.environ['PATH']}", "CXX": CXX,
                            "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8",
                            "BREAKEVEN_PYTHON": os.environ["BREAKEVEN_PYTHON"]}

    def close(self):
        self.folder.cleanup()


def is_left_out(command):
    return any(re.search(pattern, command.text) for pattern, _ in NOT_RUN)


def script_of(commands):
    """One shell for all, so that cd and export last. What each prints goes into a file of its own."""
    lines = ["set -o pipefail", 'mkdir -p "$HOME/said"']
    for command in commands:
        if is_left_out(command):
            continue
        said = f'"$HOME/said/{command.line}"'
        lines += ["{", command.text, f'}} >{said} 2>&1 || {{ status=$?; cat {said}; echo "line {command.line}: '
                  f'exit status $status"; exit 1; }}']
    return "\n".join(lines) + "\n"


# A number with its thousands, and the unit behind it, which may be another one next time.
NUMBER = re.compile(r"\d+(?:[\u202f\u2009 ]\d{3}\b)*(?:[.,]\d+)?(?:e[+-]?\d+)?(?: ?(?:ns|µs|ms|s|KiB|MiB|GiB|B|%|k|M|×)\b)?")


def measured_away(line):
    return re.sub(r"\s+", " ", NUMBER.sub("N", line)).strip()


def missing_lines(expected, said):
    """Those that do not come, in their order; "…" stands for anything."""
    lines, missing, place = [measured_away(each) for each in said.splitlines()], [], 0
    for shown in filter(lambda each: each not in ("", "…"), map(measured_away, expected)):
        pattern = ".*".join(re.escape(part) for part in shown.split("…"))
        found = next((i for i in range(place, len(lines)) if re.fullmatch(pattern, lines[i])), None)
        if found is None:
            missing.append(shown)
        else:
            place = found + 1
    return missing


def program_of(name, blocks):
    if "int main" in blocks[0].text:
        return blocks[0].text
    headers = ("breakeven/parallel.h", "cmath", "filesystem", "functional", "iostream", "stdexcept", "utility", "vector")
    lines = [f"#include <{header}>" for header in headers]
    for number, block in enumerate(blocks):
        lines += [f"static void example{number}() {{", f'#line {block.line} "{name}"', *block.lines, "}"]
    lines += ["int main(int argc, char** argv) {", "    breakeven::init(argc, argv);",
              *(f"    example{number}();" for number in range(len(blocks))), "}"]
    return "\n".join(lines) + "\n"


class DocsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = [read_page(path, SOURCE) for path in PAGES]
        cls.catalog = catalog()

    def page(self, name):
        return next(page for page in self.pages if page.name == name)

    def run_page(self, page, programs=BIN):
        commands = list(commands_of(page))
        workplace = Workplace(programs)
        try:
            start = workplace.root / (os.path.dirname(page.name) if page.name.startswith("resources/examples") else "")
            if start != workplace.root:
                copy = pathlib.Path(workplace.folder.name) / "example"
                shutil.copytree(start, copy)
                start = copy
                workplace.environment["CPATH"] = str(BUILD / "generated")  # where an installed package's header would be found
            for block in filter(lambda each: each.file, page.blocks):
                place = start / block.file
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(block.text)
            done = shell(script_of(commands), start, workplace.environment)
            self.assertEqual(done.returncode, 0, f"{page.name}: {done.stdout}")
            for command in commands:
                if command.expected and not is_left_out(command):
                    said = (pathlib.Path(workplace.environment["HOME"]) / "said" / str(command.line)).read_text()
                    self.assertEqual(missing_lines(command.expected, said), [],
                                     f"{page.name}:{command.line}: {command.text} says\n{said}")
        finally:
            workplace.close()

    def test_commands_run(self):
        """Several pages at once: what they measure is not looked at."""
        pages = [page for page in self.pages
                 if any(commands_of(page)) and page.name != EXTENDING and "/de/" not in page.name]
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            for page, failure in zip(pages, pool.map(self.failure_of, pages)):
                with self.subTest(page.name):
                    self.assertIsNone(failure)
        self.assertGreater(len(pages), 6)

    def failure_of(self, page):
        try:
            self.run_page(page)
        except AssertionError as failure:
            return str(failure)

    def test_every_language_shows_the_same_commands(self):
        def commands(page):
            return [re.sub(r" +#.*| --language \w+", "", command.text) for command in commands_of(page)]

        for page in self.pages:
            if "/de/" in page.name:
                self.assertEqual(commands(page), commands(self.page(page.name.replace("/de/", "/en/"))), page.name)

    def test_every_language_shows_the_same_examples(self):
        def examples(page):
            return [(block.language, block.file, block.text) for block in page.blocks
                    if block.language not in ("sh", "text")]

        for page in self.pages:
            if "/de/" in page.name:
                self.assertEqual(examples(page), examples(self.page(page.name.replace("/de/", "/en/"))), page.name)

    def test_commands_of_extending_run_with_the_examples(self):
        self.run_page(self.page(EXTENDING), EXTENDED)

    def test_cpp_examples_do_what_they_say(self):
        """Those with a main stand alone; the others are functions of one program, a page's together."""
        with tempfile.TemporaryDirectory(prefix="breakeven-docs-") as folder:
            folder = pathlib.Path(folder)
            project = ["cmake_minimum_required(VERSION 3.25)", "project(pages LANGUAGES CXX)",
                       "find_package(breakeven REQUIRED)"]
            expected = {}
            for page in self.pages:
                blocks = [block for block in page.blocks if block.language == "cpp" and not block.file]
                for block in blocks if page.name != EXTENDING and "/de/" not in page.name else ():
                    name = page.name.replace("/", "_") + ("" if "int main" not in block.text else f"_{block.line}")
                    expected.setdefault(name, []).append(block)
            for name, blocks in expected.items():
                (folder / f"{name}.cpp").write_text(program_of(name, blocks))
                project += [f"add_executable({name} {name}.cpp)", f"target_link_libraries({name} PRIVATE breakeven::engine)"]
            (folder / "CMakeLists.txt").write_text("\n".join(project) + "\n")
            done = shell(f"""set -e
                cmake --install {BUILD} --component development --prefix {folder}/prefix >/dev/null
                cmake -G Ninja -S {folder} -B {folder}/build -DCMAKE_PREFIX_PATH={folder}/prefix -DCMAKE_CXX_COMPILER={CXX}
                cmake --build {folder}/build""", folder, os.environ)
            self.assertEqual(done.returncode, 0, done.stdout)
            for name, blocks in expected.items():
                done = shell(str(folder / "build" / name), folder, os.environ)
                self.assertEqual(done.returncode, 0, f"{name}: {done.stdout}")
                shown = [line.split("// prints ")[1] for block in blocks for line in block.lines if "// prints " in line]
                self.assertEqual(done.stdout.splitlines(), shown, name)
            self.assertGreater(sum(map(len, expected.values())), 8)

    def test_every_block_says_its_language(self):
        for page in self.pages:
            for block in page.blocks:
                self.assertIn(block.language, ("sh", "console", "cpp", "cmake", "json", "markdown", "text") if
                              page.name != "ARCHITECTURE.md" else ("",), f"{page.name}:{block.line}")

    def test_what_is_not_run_is_there(self):
        presets = {each["name"] for each in json.loads((SOURCE / "CMakePresets.json").read_text())["configurePresets"]}
        for page in self.pages:
            text = page.path.read_text(encoding="utf-8")
            for name in re.findall(r"--preset (\w+)", text):
                self.assertIn(name, presets, page.name)
            for name in re.findall(r"\binstaller/\w+\.sh", text):
                self.assertTrue(os.access(SOURCE / name, os.X_OK), f"{page.name}: {name}")

    def test_parts_of_examples_are_theirs(self):
        """What the guide shows of a file stands in it, and files that it names are there."""
        page = self.page(EXTENDING)
        examples = [path.read_text(encoding="utf-8") for path in (SOURCE / "tests/examples").rglob("*.*")]
        parts = [block for block in page.blocks if block.language in ("cpp", "markdown", "json")]
        for block in parts:
            self.assertTrue(any(block.text in text for text in examples), f"{page.name}:{block.line}")
        self.assertGreater(len(parts), 5)
        for each in self.pages:
            for line, words in each.inline():
                if re.fullmatch(r"(tests|core|ui|app|resources|installer)(/[a-z_0-9.-]+)+", words):
                    self.assertTrue((SOURCE / words).exists() or list(SOURCE.glob(f"{words}.*")), f"{each.name}:{line}: {words}")

    def test_links_lead_somewhere(self):
        count = 0
        for page in self.pages:
            for line, target in page.links():
                if target.startswith(("https://", "http://")):
                    continue
                count += 1
                path, _, anchor = target.partition("#")
                place = (page.path.parent / path).resolve() if path else page.path
                self.assertTrue(place.exists(), f"{page.name}:{line}: {target}")
                if anchor:
                    self.assertIn(anchor, read_page(place, SOURCE).anchors(), f"{page.name}:{line}: {target}")
        self.assertGreater(count, 20)

    def test_ids_are_known(self):
        known = {each["id"] for kind in self.catalog.values() if isinstance(kind, list) for each in kind}
        count = 0
        for page in self.pages:
            for line, words in page.inline():
                if page.name.startswith(("README", "resources/help")) and re.fullmatch(r"[a-z]+(-[a-z]+)+", words):
                    count += 1
                    self.assertTrue(words in known or words in OTHER_WORDS, f"{page.name}:{line}: `{words}` is no id")
        self.assertGreater(count, 30)

    def test_the_plan_is_whole(self):
        """Ninety minutes, the same in the README, every lesson named somewhere in the guide."""
        def rows(name):
            return [text for _, text in self.page(name).prose if re.match(r"\| \d:\d\d \|", text)]

        plan = rows("resources/help/en/teaching.md")
        self.assertEqual(rows("README.md"), plan)
        minute = 0
        for row, german in zip(plan, rows("resources/help/de/teaching.md"), strict=True):
            cells, other = row.split("|"), german.split("|")
            self.assertEqual(cells[1].strip(), f"{minute // 60}:{minute % 60:02}", row)
            self.assertEqual(cells[1:3], other[1:3], german)
            minute += int(cells[2])
        self.assertEqual(minute, 90)

    def test_tables_name_everything(self):
        for name, kind in (("experiments", "experiments"), ("backends", "backends"), ("backends", "calls"), ("teaching", "lessons")):
            page = self.page(f"resources/help/en/{name}.md")
            named = {words for _, words in page.inline()}
            self.assertEqual({each["id"] for each in self.catalog[kind]} - named, set(), page.name)

    def test_options_are_known(self):
        """Of breakeven-cli and breakeven, wherever backticks name one."""
        helps = {"": ""}
        for command in ("", *re.findall(r"^  (\w+) ", self.told("--help").split("Subcommands:")[1], re.MULTILINE)):
            helps[command] = self.told(*filter(None, (command, "--help")))
        for sub in ("list", "show", "tag", "note", "rename", "delete", "undelete", "purge", "export", "import"):
            helps[f"history {sub}"] = self.told("history", sub, "--help")
        helps["breakeven"] = subprocess.run([BIN / "breakeven", "--help"], capture_output=True, text=True).stdout
        all_options = set(re.findall(r"--[a-z][a-z-]+", " ".join(helps.values())))
        for page in self.pages:
            if not page.name.startswith(("README", "resources/help")):
                continue
            for line, words in page.inline():
                if called := re.match(r"breakeven-cli (\w+)", words):
                    self.assertIn(called.group(1), helps, f"{page.name}:{line}: {words}")
                if not re.match(r"(cmake|ctest|apt|git|c\+\+|cc|[A-Z]|-L)\b|build/|--json FILE", words):
                    for option in re.findall(r"(?<!\S)--[a-z][a-z-]+", words):
                        self.assertIn(option, all_options, f"{page.name}:{line}: {words}")

    def told(self, *arguments):
        return subprocess.run([BIN / "breakeven-cli", *arguments], capture_output=True, text=True).stdout


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
