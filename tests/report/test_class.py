"""The report of a class in a real browser: what is drawn of thirty runs, hover, tables, the saved table, both themes.

The runs are one real run, its times, machine and id altered by a fixed seed: data for this test alone.

usage: test_class.py BREAKEVEN_CLI FOLDER    FOLDER keeps the runs, the report and its pictures
"""

import base64
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

from browser import Browser

SPEC = {
    "schema": 1,
    "name": "class-test",
    "title": "Overhead versus size",
    "cases": [{"workload": "square", "backends": ["serial", "threads"], "sizes": "1000:1e7", "workers": "2",
               "pools": ["warm"]}],
    "stopping": {"precision": 0.05, "samples": [6, 6], "max_seconds": 60, "launches": 3},
}
MACHINES = ["Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz", "AMD Ryzen 7 5800X 8-Core Processor", "Apple M1"]
RUNS = 30


def cli(*arguments, **more):
    subprocess.run([CLI, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, **more)


def altered(lines, number, source):
    """The run on another machine: parallel pays later or earlier by a factor, and every time has its own luck."""
    machine = MACHINES[number % 8 // 4 if number % 8 < 7 else 2]
    later = 4e-5 * source.lognormvariate(0, 0.15) * (1 + MACHINES.index(machine)) * (12 if number == 29 else 1)
    trials, events = {}, []
    for line in lines:
        event = json.loads(line)
        if event["event"] == "run-started":
            event["run_id"] = f"made-up-{number}"
            facts = event["environment"]["facts"]
            for fact in facts:
                if fact["id"] == "cpu.model":
                    fact["value"] = machine
                if fact["id"] == "cpu.governor":
                    fact["value"] = "powersave" if number == 29 else "performance"
        elif event["event"] == "trial-started":
            trials[event["trial"]["id"] if isinstance(event["trial"], dict) else event["trial"]] = event
        elif event["event"] == "sample":
            trial = trials[event["trial"]]
            text = json.dumps(trial)
            size = trial.get("size") or trial["trial"]["size"]
            seconds = 4e-10 * size if '"serial"' in text else later + 2.4e-10 * size
            event["seconds"] = seconds * source.lognormvariate(0, 0.03)
            event.pop("delayed_s", None)  # of the real run
        elif event["event"] not in ("trial-finished", "run-finished", "block-finished"):
            continue
        events.append(json.dumps(event))
    return "\n".join(events) + "\n"


class ClassTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(FOLDER, ignore_errors=True)
        runs = FOLDER / "runs"
        runs.mkdir(parents=True)
        real = FOLDER / "real.jsonl"
        cli("run", "-", "--progress", "never", "--history", "none", "--out", real, input=json.dumps(SPEC).encode())
        source = random.Random(7)
        lines = real.read_text().splitlines()
        for number in range(RUNS):
            (runs / f"learner{number:02}.jsonl").write_text(altered(lines, number, source))
        (runs / "notes.json").write_text("[]")
        cls.page = FOLDER / "class.html"
        cli("convert", runs, cls.page, stderr=subprocess.DEVNULL)
        cls.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.browser = Browser(cls.profile.name)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.profile.cleanup()

    def setUp(self):
        self.browser.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1,
                          mobile=False)
        self.theme("light")
        self.browser.errors.clear()
        self.browser.requests.clear()
        self.browser.open(self.page)

    def tearDown(self):
        self.assertEqual(self.browser.errors, [])
        self.assertEqual([url for url in self.browser.requests if not url.startswith(("file:", "data:", "blob:"))], [])

    def theme(self, name):
        self.browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def js(self, script):
        return self.browser.evaluate(script)

    def test_every_learner_is_drawn_and_only_the_named_are_in_the_legend(self):
        self.assertEqual(self.js("JSON.parse(document.getElementById('plots').textContent)[0].series.length"), RUNS + 1)
        legend = self.js("document.querySelector('#chart-class-speedup-1 .legend').innerText")
        self.assertIn("median of 30 runs", legend)
        self.assertIn("learner29", legend)
        self.assertNotIn("learner00", legend)

    def test_hovering_tells_the_median_and_not_thirty_lines(self):
        self.js("document.querySelector('#chart-class-speedup-1').scrollIntoView({behavior: 'instant'})")
        x, y = self.js("(() => { const box = document.querySelector('#chart-class-speedup-1 .chart')"
                       ".getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()")
        self.browser.mouse("mouseMoved", 5, 5)
        self.browser.mouse("mouseMoved", x, y)
        rows = self.js("[...document.querySelectorAll('#chart-class-speedup-1 .hover tr')].map((row) => row.innerText)")
        self.assertTrue(any("median of 30 runs" in row for row in rows), rows)
        self.assertLessEqual(len(rows), 7)

    def test_the_outlier_is_explained(self):
        items = self.js("[...document.querySelectorAll('#outliers li')].map((item) => item.innerText)")
        own = [item for item in items if item.startswith("learner29: the break-even of threads")]
        self.assertEqual(len(own), 1, items)
        self.assertIn("Frequency governor: powersave", own[0])

    def test_tables_hold_all_runs_and_sort(self):
        self.assertEqual(self.js("document.querySelectorAll('#runs tbody tr').length"), RUNS)
        self.assertEqual(self.js("document.querySelectorAll('#machines tbody tr').length"), len(MACHINES))
        self.js("document.querySelectorAll('#runs th button')[4].click()")
        shown = self.js("[...document.querySelectorAll('#runs tbody tr td:nth-child(5)')]"
                        ".map((cell) => cell.dataset.order)")
        known = [float(order) for order in shown if order is not None]
        self.assertGreater(len(known), RUNS / 2)
        self.assertEqual(known, sorted(known))

    def test_the_strip_shows_every_run(self):
        dots = self.js("[...document.querySelectorAll('#chart-class-break-even-1 path.dots')]"
                       ".map((path) => path.getAttribute('d').split('h0').length - 1)")
        self.assertEqual(sum(dots) % RUNS, 0)
        self.assertGreaterEqual(sum(dots), RUNS)

    def test_both_themes_are_pictured(self):
        for name in ("light", "dark"):
            self.theme(name)
            picture = self.browser.call("Page.captureScreenshot", captureBeyondViewport=True,
                                        clip={"x": 0, "y": 0, "width": 1280, "height": 2400, "scale": 1})
            (FOLDER / f"class-{name}.png").write_bytes(base64.b64decode(picture["data"]))


if __name__ == "__main__":
    CLI, FOLDER = sys.argv.pop(1), pathlib.Path(sys.argv.pop(1))
    unittest.main()
