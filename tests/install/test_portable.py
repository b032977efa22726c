"""The archive's tree: unpacked anywhere it runs, loads nothing of this machine but what each has, and old ones can load it.

usage: test_portable.py BUILD SOURCE FOLDER    FOLDER is for the tree and is removed at the end
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

# What Ubuntu 22.04 has, the oldest system that the archive is for: glibc 2.35, libstdc++ and libgcc of GCC 12.
NEWEST = {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13), "GCC": (12, 0, 0)}
# Loaded only where the system has none, and every Ubuntu that has Python has one. Without it charts cannot be drawn there.
NEEDS_MORE = {pathlib.Path("lib/spare/libexpat.so.1"): {"GLIBC_2.36"}}
SYSTEM = re.compile(r"(ld-linux-x86-64\.so\.2|lib(c|m|mvec|pthread|dl|rt|resolv|stdc\+\+|gcc_s)\.so\.\d+)$")
PROGRAMS = ("breakeven", "breakeven-cli", "breakeven-runner")


def is_elf(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def needed_versions(path):
    """Of the symbols that the file takes from others: GLIBC_2.34, GLIBCXX_3.4.30, …"""
    text = subprocess.run(["objdump", "--private-headers", path], check=True, capture_output=True, encoding="utf-8").stdout
    references = text.partition("Version References:")[2]
    return {line.split()[3] for line in references.splitlines() if re.match(r"\s+0x[0-9a-f]+ 0x", line)}


def is_had(version):
    family, _, number = version.partition("_")
    if family not in NEWEST:
        return True  # of a library in the archive
    # Markers such as GLIBC_ABI_DT_RELR have no number and came after 2.35.
    return re.fullmatch(r"[\d.]+", number) is not None and tuple(map(int, number.split("."))) <= NEWEST[family]


class PortableTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(FOLDER, ignore_errors=True)
        installed = FOLDER / "installed"
        for component in ("Unspecified", "portable"):
            subprocess.run(["cmake", "--install", BUILD, "--prefix", installed, "--component", component, "--strip"],
                           check=True, stdout=subprocess.DEVNULL)
        # Not where it was made, and not where a word is a path.
        cls.root = FOLDER / "Bücher und Übungen" / "breakeven"
        cls.root.parent.mkdir()
        installed.rename(cls.root)
        # Where a build tree would have its resources.
        (FOLDER / "resources/experiments").mkdir(parents=True)
        cls.home = FOLDER / "home"
        cls.home.mkdir()
        cls.run_file = FOLDER / "run.jsonl"
        cls.output = cls.start("breakeven-cli", "run", "sleep-staircase", "--param", "seconds=0.001", "--sizes", "1,9",
                               "--progress", "never", "--out", cls.run_file)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(FOLDER)

    @classmethod
    def start(cls, program, *arguments, **environment):
        """Its output. There is nothing in the environment that anything could be found by."""
        ended = subprocess.run([cls.root / "bin" / program, *map(str, arguments)], cwd="/", capture_output=True,
                               encoding="utf-8", env={"HOME": str(cls.home), **environment})
        if ended.returncode != 0:
            raise AssertionError(f"{program} {arguments}: {ended.returncode}\n{ended.stdout}{ended.stderr}")
        return ended.stdout

    def elf_files(self):
        files = [path for path in self.root.rglob("*") if path.is_file() and is_elf(path)]
        self.assertGreater(len(files), 60)
        return files

    def test_an_old_system_has_all_that_its_files_need(self):
        for path in self.elf_files():
            newer = {version for version in needed_versions(path) if not is_had(version)}
            self.assertEqual(newer, NEEDS_MORE.get(path.relative_to(self.root), set()), path.name)

    def check_whose(self, paths):
        """Its own, or the system's where it has them (lib/spare) or every system has them."""
        spare = {path.name for path in (self.root / "lib/spare").iterdir()}
        for path in sorted(paths):
            name = pathlib.Path(path).name
            own = path.replace("/bin/../", "/").startswith(str(self.root))
            self.assertTrue(own or name in spare or SYSTEM.match(name), path)
            self.assertFalse(own and SYSTEM.match(name), path)

    def test_it_loads_its_own_libraries_and_the_systems_screen_and_fonts(self):
        log = FOLDER / "loaded"
        debug = {"LD_DEBUG": "libs", "LD_DEBUG_OUTPUT": str(log), "PATH": "/nowhere"}  # Python would tell of its own
        self.start("breakeven", "--screenshot", FOLDER / "window.png", self.run_file, **debug)
        self.start("breakeven-cli", "run", "--workload", "square", "--sizes", "1e3", "--max-seconds", "1", "--history",
                   "none", **debug)
        loaded = set()
        for part in FOLDER.glob("loaded.*"):
            loaded |= set(re.findall(r"calling init: (/.*)", part.read_text()))
        names = {pathlib.Path(path).name for path in loaded}
        for name in ("libQt6Charts.so.6", "libqoffscreen.so", "libqsvgicon.so", "libtbb.so.12", "libhwloc.so.15"):
            self.assertIn(name, names)
        self.check_whose(loaded)

    def test_a_search_path_left_in_the_environment_does_not_put_others_in_their_place(self):
        others = FOLDER / "others"
        others.mkdir()
        for name in ("libQt6Core.so.6", "libtbb.so.12", "libicuuc.so.72"):
            (others / name).write_text("not a library")
        for program in PROGRAMS[:2]:
            self.start(program, "--version", LD_LIBRARY_PATH=str(others))

    def test_every_library_that_it_may_load_is_found(self):
        # Plug-ins are loaded by the window, so by its search path. A list of files to load first is parted at spaces.
        link = FOLDER / "link"
        link.symlink_to(self.root)
        plugins = list(link.glob("lib/qt6/plugins/*/*.so"))
        self.assertGreater(len(plugins), 4)
        for program, first in [*((each, "") for each in PROGRAMS), *(("breakeven", str(each)) for each in plugins)]:
            text = self.start(program, LD_TRACE_LOADED_OBJECTS="1", LD_PRELOAD=first)
            self.assertIn(first, text)
            self.assertNotIn("not found", text)
            found = re.findall(r" => (/.*) \(0x", text)
            self.assertGreater(len(found), 10)
            self.check_whose(found)

    def test_it_measures_draws_and_reports(self):
        self.assertIn("serial", self.output)
        self.assertIn("overhead-vs-size", self.start("breakeven-cli", "list", "experiments"))
        for option, words, name, begin in (("--render", (self.run_file, "runtime"), "chart.png", b"\x89PNG"),
                                           ("--render", (self.run_file, "runtime"), "chart.svg", b"<?xml"),
                                           ("--report", (self.run_file,), "report.pdf", b"%PDF"),
                                           ("--screenshot", (), "window.png", b"\x89PNG")):
            self.start("breakeven", option, *words, FOLDER / name)
            self.assertTrue((FOLDER / name).read_bytes().startswith(begin), name)
        self.start("breakeven-cli", "convert", self.run_file, FOLDER / "report.html")

    def test_nothing_tells_where_it_was_made(self):
        for path in self.root.rglob("*"):
            self.assertFalse(path.is_symlink() and os.path.isabs(os.readlink(path)), path)
            if path.is_file():
                content = path.read_bytes()
                for folder in (BUILD, SOURCE, FOLDER):
                    self.assertFalse(str(folder).encode() in content, f"{path} has {folder}")

    def test_it_brings_the_licences_of_what_lies_in_it(self):
        licences = self.root / "share/doc/breakeven/licences"
        table = (licences / "README.txt").read_text()
        for package in ("libqt6charts6", "libqt6core6", "libtbb12", "libicu72", "libexpat1", "fonts-dejavu-core",
                        "nlohmann-json3-dev"):
            self.assertRegex(table, rf"(?m)^{re.escape(package)} \S+  \S+ \S+$")
        for line in re.findall(r"(?m)^(\S+) \S+  \S+ \S+$", table):
            self.assertGreater((licences / line / "copyright").stat().st_size, 100)
        self.assertTrue((licences / "common-licenses/LGPL-3").is_file())
        for name in ("copyright", "LICENSE.MIT", "LICENSE.GPL-3.0"):
            self.assertTrue((licences.parent / name).is_file())


if __name__ == "__main__":
    BUILD, SOURCE, FOLDER = (pathlib.Path(each).resolve() for each in sys.argv[1:])
    unittest.main(argv=sys.argv[:1], verbosity=2)
