"""A browser without a window, driven by the DevTools protocol over two pipes. Needs nothing but Python's own library."""

import fcntl
import json
import os
import select
import shutil
import signal
import time

PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
PATIENCE = 60  # seconds that any one answer may take before the browser counts as stuck


def find_browser():
    for name in PROGRAMS:
        if path := shutil.which(name):
            return path
    raise SystemExit("No browser to open the report in: apt-get install chromium-headless-shell")


def _pipe():
    """Ends above the numbers that the browser expects its own at."""
    return [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in os.pipe()]


class Browser:
    """One page. errors and requests collect what it complains of and what it asks the network for."""

    def __init__(self, profile):
        commands, self._commands = _pipe()
        self._answers, answers = _pipe()
        program = find_browser()
        silent = os.open(os.devnull, os.O_RDWR)
        self._pid = os.posix_spawn(
            program,
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--force-color-profile=srgb", f"--user-data-dir={profile}", "--remote-debugging-pipe"],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, silent, 1), (os.POSIX_SPAWN_DUP2, silent, 2),
                          (os.POSIX_SPAWN_DUP2, commands, 3), (os.POSIX_SPAWN_DUP2, answers, 4)])
        for end in (commands, answers, silent):
            os.close(end)
        self._text = b""
        self._number = 0
        self._events = []
        self.errors = []
        self.requests = []
        self._session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def close(self):
        os.close(self._commands)
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def _receive(self):
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._text:
            ready, _, _ = select.select([self._answers], [], [], max(0, end - time.monotonic()))
            part = os.read(self._answers, 1 << 20) if ready else b""
            if not part:
                raise SystemExit("The browser does not answer")
            self._text += part
        message, self._text = self._text.split(b"\0", 1)
        return json.loads(message)

    def _note(self, message):
        method, params = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.errors.append(json.dumps(params["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.errors.append(json.dumps(params["args"]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.errors.append(params["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        self._events.append(message)

    def call(self, method, *, browser=False, **params):
        """browser: of the whole browser instead of the page."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session and not browser:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") != self._number:
                self._note(answer)
            elif "error" in answer:
                raise SystemExit(f"{method}: {answer['error']['message']}")
            else:
                return answer["result"]

    def wait_for(self, method, accepts=lambda params: True):
        """The event's parameters; one that has come since the last wait counts."""
        while True:
            for index, message in enumerate(self._events):
                if message.get("method") == method and accepts(message["params"]):
                    del self._events[:index + 1]
                    return message["params"]
            self._note(self._receive())

    def open(self, path):
        self.call("Page.navigate", url=path.as_uri())
        self.wait_for("Page.loadEventFired")

    def evaluate(self, script):
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def click(self, x, y, count=1):
        for time_ in range(1, count + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.mouse(kind, x, y, button="left", clickCount=time_)

    def drag(self, start, end, modifiers=0):
        self.mouse("mousePressed", *start, button="left", clickCount=1, modifiers=modifiers)
        self.mouse("mouseMoved", *end, button="left", buttons=1, modifiers=modifiers)
        self.mouse("mouseReleased", *end, button="left", clickCount=1, modifiers=modifiers)

    def key(self, key):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key)
