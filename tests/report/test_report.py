"""The HTML report in a real browser: what is drawn, hover, zoom, axes, legend, tables, downloads, themes.

usage: test_report.py BREAKEVEN_CLI FOLDER    FOLDER keeps the report and its pictures
"""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from browser import Browser

NAME = "</script><script>document.title = 'owned'</script>\" onload=\"document.title = 'owned'"
SPEC = {
    "schema": 1,
    "name": NAME,
    "title": "<b>Two</b> & \u2028more",
    "cases": [{"workload": "square", "backends": ["serial", "tbb", "tbb-static", "threads"], "sizes": "100:1e6",
               "workers": "2", "pools": ["warm"]}],
    "stopping": {"precision": 0.05, "samples": [6, 6], "max_seconds": 240, "launches": 3},  # it takes seconds
}
SERIES = 4


def cli(*arguments, **more):
    subprocess.run([CLI, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, **more)


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        FOLDER.mkdir(parents=True, exist_ok=True)
        cls.run_file = FOLDER / "run.jsonl"
        cls.page = FOLDER / "report.html"
        cli("run", "-", "--progress", "never", "--history", "none", "--out", cls.run_file, "--html", cls.page, "--md",
            FOLDER / "report.md", input=json.dumps(SPEC).encode())
        cls.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.browser = Browser(cls.profile.name)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.profile.cleanup()

    def setUp(self):
        self.size(1280, 900)
        self.theme("light")
        self.browser.errors.clear()
        self.browser.requests.clear()
        self.browser.open(self.page)
        self.browser.evaluate("document.querySelector('#chart-runtime').scrollIntoView()")

    def tearDown(self):
        self.assertEqual(self.browser.errors, [])
        self.assertEqual([url for url in self.browser.requests if not url.startswith(("file:", "data:", "blob:"))], [])

    def size(self, width, height):
        self.browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                          mobile=False)

    def theme(self, name):
        features = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}  # no place changes by itself
        self.browser.call("Emulation.setEmulatedMedia",
                          features=[{"name": feature, "value": value} for feature, value in features.items()])

    def place(self, selector, across=0.5, down=0.5):
        """A point within the element, in pixels of the view."""
        x, y, width, height = self.browser.evaluate(
            f"(({{x, y, width, height}}) => [x, y, width, height])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")
        return x + width * across, y + height * down

    def chart(self, across=0.55, down=0.5):
        return self.place("#chart-runtime .plot", across, down)

    def labels(self):
        return self.browser.evaluate(
            "['x', 'y'].map(axis => [...document.querySelectorAll("
            "`#chart-runtime .dygraph-axis-label-${axis}`)].map(label => label.textContent))")

    def press(self, selector):
        self.browser.evaluate(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'nearest'}})")
        self.browser.click(*self.place(selector))

    def hovered(self):
        """What the cross-hair says: the position, then label and value of each series; None: nothing."""
        return self.browser.evaluate(
            "(box => box.hidden ? null : [box.querySelector('caption').textContent,"
            " ...[...box.querySelectorAll('tr')].map(row => [row.cells[1].textContent, row.cells[2].textContent])])"
            "(document.querySelector('#chart-runtime .hover'))")

    def hover_first(self):
        """Over the smallest size, which every series has; a size that the run added later may lack some."""
        self.browser.mouse("mouseMoved", 5, 5)
        self.assertIsNone(self.hovered())
        self.browser.mouse("mouseMoved", *self.chart(0.08))
        return self.hovered()

    def open_serial(self, name, times):
        """A report of serial alone: its sizes, each with median and interval in seconds."""
        titles = ("run_id,experiment,workload,params,backend,call,chunk,pool,size,workers,samples,median_s,ci_low_s,"
                  "ci_high_s,min_s,mean_s,stddev_s,items_per_s,base,speedup,speedup_low,speedup_high,efficiency,"
                  "self_speedup,startup_s,first_result_s,cpu_s,peak_rss_bytes,verified,status,flags")
        rows = [f"r,{name},square,,serial,,,,{size},1,10,{seconds},,,,,,,,,,,,,,,yes,ok," for size, seconds in times]
        table = FOLDER / f"{name}.csv"
        table.write_text("\n".join([titles, *rows, ""]))
        cli("convert", table, FOLDER / f"{name}.html")
        self.browser.open(FOLDER / f"{name}.html")

    def numbers(self):
        """The chart's table: titles, then rows."""
        return self.browser.evaluate("[...document.querySelectorAll('#chart-runtime details tr')].map(row =>"
                                     " [...row.cells].map(cell => cell.textContent))")

    def test_no_text_of_the_run_becomes_markup(self):
        self.assertEqual(self.browser.evaluate("document.title"), "<b>Two</b> & \\u{2028}more – Breakeven")
        self.assertEqual(self.browser.evaluate("document.querySelector('.title').textContent"),
                         "<b>Two</b> & \\u{2028}more")
        self.assertIn(NAME, self.browser.evaluate("document.querySelector('#provenance').textContent"))
        self.assertEqual(self.browser.evaluate("document.querySelectorAll('[onload], b').length"), 0)

    def test_a_foreign_script_does_not_run(self):
        self.browser.evaluate("document.body.append(Object.assign(document.createElement('script'),"
                              " {textContent: 'document.title = \"owned\"'}))")
        self.assertNotEqual(self.browser.evaluate("document.title"), "owned")
        self.assertTrue(any("Content Security Policy" in error for error in self.browser.errors))
        self.browser.errors.clear()

    def test_every_chart_is_drawn(self):
        ids = self.browser.evaluate("[...document.querySelectorAll('figure')].map(figure => figure.id)")
        self.assertIn("chart-speedup", ids)
        drawings = [name for name in ids if not self.browser.evaluate(f"!!document.querySelector('#{name} canvas')")]
        self.assertEqual(drawings, ["chart-heat-map", "chart-distribution"])
        for name in ids:
            if name in drawings:
                marks = self.browser.evaluate(
                    f"[...document.querySelectorAll('#{name} svg :is(rect, circle, line, path)')]"
                    f".filter(mark => mark.getBoundingClientRect().width > 0).length")
                self.assertGreater(marks, 10, name)
                continue
            colours = self.browser.evaluate(
                f"(canvas => new Set(new Uint32Array(canvas.getContext('2d')"
                f".getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size)"
                f"(document.querySelector('#{name} canvas'))")
            self.assertGreater(colours, 10, name)

    def test_a_band_ends_where_there_is_no_interval(self):
        self.open_serial("bands", [(10, "1e-5,4e-6,3e-5"), (1000, "1e-3,4e-4,3e-3"), (100000, "0.1,,")])
        left, right = self.browser.evaluate("""(canvas => {
            const { width, height } = canvas;
            const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
            const faint = [0, 0];
            for (let i = 3, x = 0; i < pixels.length; i += 4, x = (x + 1) % width) {
                const half = x < 0.42 * width ? 0 : x > 0.56 * width ? 1 : 2;
                if (half < 2 && pixels[i] > 40 && pixels[i] < 52) ++faint[half];
            }
            return faint;
        })(document.querySelector('#chart-runtime canvas'))""")
        self.assertGreater(left, 1000)
        self.assertLess(right, left / 20)

    def test_between_sizes_a_line_is_a_power_of_the_size(self):
        self.open_serial("power", [(100, "1e-6,,"), (10000, "1e-2,,")])  # its square
        for axis in "xy":
            self.press(f"#chart-runtime [data-axis={axis}]")
        left, middle, right = self.browser.evaluate("""(canvas => {
            const { width, height } = canvas;
            const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
            const plot = JSON.parse(document.getElementById('plots').textContent).find(({ id }) => id === 'runtime');
            const colour = plot.series[0].colour[0].match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
            const isInk = (at) => pixels[at + 3] > 100
                && colour.every((part, channel) => Math.abs(part - pixels[at + channel]) < 8);
            const columns = [];
            for (let x = 0; x < width; ++x) {
                const inked = [];
                for (let y = 0; y < height; ++y) {
                    if (isInk(4 * (y * width + x))) inked.push(y);
                }
                if (inked.length) columns.push(inked.reduce((sum, y) => sum + y) / inked.length);
            }
            return [columns[0], columns[columns.length >> 1], columns[columns.length - 1]];
        })(document.querySelector('#chart-runtime canvas'))""")
        self.assertAlmostEqual((left - middle) / (left - right), 0.25, delta=0.03)  # half on a straight line

    def test_hover_lists_every_series_with_the_numbers_of_the_table(self):
        titles, first, *_ = self.numbers()
        self.assertEqual(len(titles) - 1, SERIES)
        self.assertEqual(self.hover_first(), [first[0], *map(list, zip(titles[1:], first[1:]))])

    def test_the_keyboard_reads_and_zooms(self):
        self.browser.evaluate("document.querySelector('#chart-runtime .chart').focus()")
        for row in self.numbers()[1:4]:
            self.browser.key("ArrowRight")
            self.assertEqual(self.hovered()[0], row[0])
        self.browser.key("Escape")
        self.assertIsNone(self.hovered())
        before = self.labels()
        for _ in range(5):
            self.browser.key("+")
        self.assertNotEqual(self.labels(), before)
        self.browser.key("0")
        self.assertEqual(self.labels(), before)

    def test_what_is_out_of_sight_is_not_named(self):
        self.browser.evaluate("document.querySelector('#chart-runtime .chart').focus()")
        self.assertIsNotNone(self.hover_first())
        for _ in range(5):
            self.browser.key("+")
        self.assertIsNone(self.hovered())
        self.browser.key("ArrowLeft")
        self.assertIsNone(self.hovered())

    def test_workers_are_counted_in_whole_numbers(self):
        ticks = self.browser.evaluate("[...document.querySelectorAll("
                                      "'#chart-speedup-workers .dygraph-axis-label-x')].map(tick => tick.textContent)")
        self.assertGreater(len(ticks), 1)
        self.assertEqual([tick for tick in ticks if not tick.isdigit()], [])

    def test_the_wheel_zooms_a_chosen_chart_alone(self):
        before = self.labels()
        self.browser.mouse("mouseWheel", *self.chart(), deltaX=0, deltaY=-100)
        self.assertEqual(self.labels(), before)
        self.browser.evaluate("document.querySelector('#chart-runtime').scrollIntoView()")
        self.browser.click(*self.chart())
        for _ in range(5):
            self.browser.mouse("mouseWheel", *self.chart(), deltaX=0, deltaY=-100)
        x, y = self.labels()
        self.assertNotEqual(x, before[0])
        self.assertNotEqual(y, before[1])
        self.press("#chart-runtime [data-reset]")
        self.assertEqual(self.labels(), before)

    def test_dragging_zooms_and_a_double_click_goes_back(self):
        before = self.labels()
        self.browser.drag(self.chart(0.3), self.chart(0.5))
        zoomed = self.labels()
        self.assertNotEqual(zoomed[0], before[0])
        self.assertEqual(zoomed[1], before[1])
        self.browser.drag(self.chart(0.5), self.chart(0.7), modifiers=8)  # Shift
        self.assertNotEqual(self.labels()[0], zoomed[0])
        self.browser.click(*self.chart(), count=2)
        self.assertEqual(self.labels(), before)

    def test_each_axis_has_its_switch(self):
        before = self.labels()
        for place, axis in enumerate("xy"):
            button = f"#chart-runtime [data-axis={axis}]"
            self.assertEqual(self.browser.evaluate(f"document.querySelector('{button}').textContent"),
                             f"{axis}: logarithmic")
            self.press(button)
            self.assertEqual(self.browser.evaluate(f"document.querySelector('{button}').textContent"),
                             f"{axis}: linear")
            after = self.labels()
            self.assertEqual(after[place][0], "0")
            self.assertEqual(after[1 - place], before[1 - place])
            self.press(button)
            self.assertEqual(self.labels(), before)

    def test_the_legend_hides_a_curve(self):
        self.press("#chart-runtime .legend button")
        self.assertEqual(len(self.hover_first()) - 1, SERIES - 1)
        self.press("#chart-runtime .legend button")
        self.assertEqual(len(self.hover_first()) - 1, SERIES)

    def test_tables_are_sorted_by_number(self):
        order = ("[...document.querySelectorAll('#results tbody tr')]"
                 ".map(row => Number(row.cells[3].dataset.order))")
        self.press("#results th:nth-child(4) button")
        ascending = self.browser.evaluate(order)
        self.assertEqual(ascending, sorted(ascending))
        self.press("#results th:nth-child(4) button")
        self.assertEqual(self.browser.evaluate(order), ascending[::-1])

    def test_downloads_are_the_files_byte_for_byte(self):
        cli("convert", self.run_file, FOLDER / "expected.csv")
        for source, expected in (("file-run", self.run_file), ("file-summary-csv", FOLDER / "expected.csv")):
            with tempfile.TemporaryDirectory() as folder:
                self.browser.call("Browser.setDownloadBehavior", browser=True, behavior="allow", downloadPath=folder,
                                  eventsEnabled=True)
                self.press(f"[data-source={source}]")
                self.browser.wait_for("Browser.downloadProgress", lambda params: params["state"] == "completed")
                saved = list(pathlib.Path(folder).iterdir())
                self.assertEqual(len(saved), 1)
                self.assertEqual(saved[0].suffix, expected.suffix)
                self.assertEqual(saved[0].read_bytes(), expected.read_bytes())

    def test_it_is_whole_at_every_width_and_in_both_themes(self):
        papers = set()
        for width in (1280, 400):
            for theme in ("light", "dark"):
                self.size(width, 900)
                self.theme(theme)
                self.browser.open(self.page)
                self.assertLessEqual(self.browser.evaluate("document.documentElement.scrollWidth"), width)
                papers.add(self.browser.evaluate("getComputedStyle(document.body).backgroundColor"))
                picture = self.browser.call("Page.captureScreenshot", captureBeyondViewport=True, format="png")
                (FOLDER / f"report-{theme}-{width}.png").write_bytes(base64.b64decode(picture["data"]))
        self.assertEqual(papers, {"rgb(255, 255, 255)", "rgb(21, 24, 29)"})


if __name__ == "__main__":
    CLI, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1], verbosity=2)
