"""Carries out a trial's calls in Python, for breakeven-runner: one JSON object per line in, one out.

usage: peer.py serial|multiprocessing|joblib|joblib-threads|futures WORKERS
       peer.py describe

The first line out says which Python this is, or why it cannot serve. Every further line answers one request with the
time of the call by this process's own clock, or with what went wrong: nothing else is ever written there, so what a
function prints goes to standard error.
"""

import itertools
import json
import os
import sys
import time

from breakeven_peer import Refused, warden
from breakeven_peer.lists import SharedList


class Answers:
    """The runner's end of the conversation, out of reach of what is measured."""

    def __init__(self):
        self._requests = os.fdopen(os.dup(0), encoding="utf-8")
        self._descriptor = os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)

    def send(self, answer):
        left = (json.dumps(answer) + "\n").encode()
        while left:
            left = left[os.write(self._descriptor, left):]

    def requests(self):
        for line in self._requests:
            yield json.loads(line)


def one_line(problem):
    text = " ".join(str(problem).split())
    return type(problem).__name__ + (": " + text if text else "")


class Peer:
    def __init__(self, backend):
        self._backend = backend
        self._list = None

    def answer(self, request):
        if self._list is None or self._list.id != request["list"]["id"]:
            self._list = None
            self._list = SharedList(request["list"])
        options = (request["chunk"], request["in_flight"])
        answer, results = self._measure(request, options)
        self._list.write(results)
        return answer

    def _measure(self, request, options):
        backend, cold = self._backend, request["cold"]
        call, work = request["call"], self._list.work
        items = self._list.arguments(call)
        if cold or not backend.is_open(options):
            backend.close()
        if not cold and not backend.is_open(options):
            backend.open(options)
            backend.warm_up()
        firsts = []
        run = None if cold else backend.bind(call, work, items, options, firsts)
        cpu_before = 0 if cold else cpu_of(backend.pids())
        own_before = time.process_time()
        begin = time.perf_counter()
        if cold:
            backend.open(options)
            opened = time.perf_counter()
            run = backend.bind(call, work, items, options, firsts)
        for _ in itertools.repeat(None, request["iterations"]):
            results = run()
        seconds = time.perf_counter() - begin
        pids = backend.pids()
        cpu = time.process_time() - own_before + cpu_of(pids) - cpu_before
        first = sum(firsts) + (opened - begin if cold else 0) if firsts else None
        if cold:
            backend.close()
        return {"seconds": seconds, "cpu": cpu, "first_result": first, "pids": [os.getpid(), *pids]}, results

    def close(self):
        self._backend.close()


def cpu_of(pids):
    """Seconds of CPU time that other processes have used; one that is gone counts as nothing."""
    total = 0.0
    for pid in pids:
        try:
            total += time.clock_gettime((~pid << 3) | 2)  # as clock_getcpuclockid(3) makes it
        except OSError:
            pass
    return total


def describe():
    import importlib.metadata

    try:
        joblib = importlib.metadata.version("joblib")
    except importlib.metadata.PackageNotFoundError:
        joblib = None
    return {"python": sys.version.split()[0], "joblib": joblib}


def serve(answers, kind, workers):
    warden.start()
    try:
        from breakeven_peer.backends import make_backend

        backend = make_backend(kind, workers, lambda text: answers.send({"error": text, "kind": "crashed"}))
    except ImportError as problem:
        name = problem.name or "?"
        answers.send({"error": f"{sys.executable} has no module {name}", "module": name, "kind": "refused"})
        return
    peer = Peer(backend)
    answers.send({"python": sys.version.split()[0]})
    for request in answers.requests():
        try:
            answers.send(peer.answer(request))
        except Exception as problem:  # whatever the measured function raises
            peer.close()
            kind = "refused" if isinstance(problem, Refused) else "failed"
            text = " ".join(str(problem).split()) if kind == "refused" else one_line(problem)
            answers.send({"error": text, "kind": kind})
    peer.close()


def main():
    answers = Answers()
    if sys.argv[1] == "describe":
        answers.send(describe())
    else:
        serve(answers, sys.argv[1], int(sys.argv[2]))


if __name__ == "__main__":
    main()
