"""Python's own ways of handing a list to workers. Each really calls what the name of the call says.

bind(call, work, items, options, firsts) gives what is timed: a function without arguments that returns the results in
the order of the items. options are the chunk and the in-flight limit, None for what the runtime does by itself.
"""

import os
import threading
import time

from breakeven_peer import Refused


class Numbered:
    """Tells which item a result belongs to, for calls that return them in any order."""

    def __init__(self, work):
        self._work = work

    def __call__(self, numbered):
        number, item = numbered
        return number, self._work(item)


def in_order(numbered):
    return [result for _, result in sorted(numbered, key=lambda pair: pair[0])]


def streamed(start, firsts):
    """A call that takes results one after the other; adds to `firsts` how long the first one took."""

    def run():
        begin = time.perf_counter()
        iterator = iter(start())
        first = next(iterator)
        firsts.append(time.perf_counter() - begin)
        return [first, *iterator]

    return run


def chosen(calls, name, runtime):
    if name not in calls:
        raise Refused(f"{runtime} has no call {name}")
    return calls[name]


def refuse_limit(name, options):
    if options[1] is not None:
        raise Refused(f"{name} has no in-flight limit")


class Serial:
    """A list comprehension: what the others are compared with."""

    def is_open(self, options):
        return True

    def open(self, options):
        pass

    def warm_up(self):
        pass

    def pids(self):
        return []

    def bind(self, name, work, items, options, firsts):
        return lambda: [work(item) for item in items]

    def close(self):
        pass


class Multiprocessing:
    """multiprocessing.Pool with the start method fork."""

    def __init__(self, workers, report):
        from multiprocessing import connection, get_context

        self._wait = connection.wait
        self._context = get_context("fork")
        self._workers = workers
        self._report = report
        self._pool = None
        self._stop = None

    def is_open(self, options):
        return self._pool is not None

    def open(self, options):
        refuse_limit("multiprocessing.Pool", options)
        self._pool = self._context.Pool(self._workers)

    def warm_up(self):
        self._pool.map(abs, range(self._workers), 1)

    def pids(self):
        return [worker.pid for worker in self._pool._pool]

    def bind(self, name, work, items, options, firsts):
        if self._stop is None:
            self._watch()
        pool, chunk = self._pool, options[0]

        def apply_async():
            pending = [pool.apply_async(work, (item,)) for item in items]
            return [result.get() for result in pending]

        unordered = streamed(lambda: pool.imap_unordered(Numbered(work), enumerate(items), chunk or 1), firsts)
        calls = {
            "map": lambda: pool.map(work, items, chunk),
            "starmap": lambda: pool.starmap(work, items, chunk),
            "apply": lambda: [pool.apply(work, (item,)) for item in items],
            "apply-async": apply_async,
            "map-async": lambda: pool.map_async(work, items, chunk).get(),
            "starmap-async": lambda: pool.starmap_async(work, items, chunk).get(),
            "imap": streamed(lambda: pool.imap(work, items, chunk or 1), firsts),
            "imap-unordered": lambda: in_order(unordered()),
        }
        return chosen(calls, name, "multiprocessing.Pool")

    def _watch(self):
        """The pool replaces a worker that was killed, but waits for its result for ever: the peer ends instead."""
        # The pool closes that of a worker it replaces, and the next one may get its number.
        sentinels = [os.dup(worker.sentinel) for worker in self._pool._pool]
        stopped, self._stop = os.pipe()

        def wait():
            if stopped in self._wait([stopped, *sentinels]):
                for descriptor in (stopped, *sentinels):
                    os.close(descriptor)
                return
            self._report("a worker of multiprocessing.Pool was killed, and its result would never come")
            os._exit(1)

        threading.Thread(target=wait, daemon=True).start()

    def close(self):
        if self._stop is not None:
            os.write(self._stop, b"x")  # closing is not enough: a worker forked since then holds it too
            os.close(self._stop)
            self._stop = None
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()
            self._pool = None


class Futures:
    """concurrent.futures.ProcessPoolExecutor with the start method fork."""

    def __init__(self, workers):
        from concurrent import futures
        from multiprocessing import get_context

        self._futures = futures
        self._context = get_context("fork")
        self._workers = workers
        self._executor = None

    def is_open(self, options):
        return self._executor is not None

    def open(self, options):
        refuse_limit("concurrent.futures", options)
        self._executor = self._futures.ProcessPoolExecutor(self._workers, mp_context=self._context)

    def warm_up(self):
        list(self._executor.map(abs, range(self._workers)))

    def pids(self):
        return list(self._executor._processes or ())

    def bind(self, name, work, items, options, firsts):
        executor, chunk = self._executor, options[0] or 1

        def apply_async():
            pending = [executor.submit(work, item) for item in items]
            return [future.result() for future in pending]

        def completed():
            numbers = {executor.submit(work, item): number for number, item in enumerate(items)}
            return ((numbers[future], future.result()) for future in self._futures.as_completed(numbers))

        unordered = streamed(completed, firsts)
        calls = {
            "map": lambda: list(executor.map(work, items, chunksize=chunk)),
            "apply": lambda: [executor.submit(work, item).result() for item in items],
            "apply-async": apply_async,
            "imap": streamed(lambda: executor.map(work, items, chunksize=chunk), firsts),
            "imap-unordered": lambda: in_order(unordered()),
        }
        return chosen(calls, name, "concurrent.futures")

    def close(self):
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


class Joblib:
    """joblib.Parallel on its processes (loky) or on threads, with joblib's own choice where nothing is asked for."""

    def __init__(self, workers, backend):
        import joblib
        from joblib.externals.loky import reusable_executor

        self._joblib = joblib
        self._loky = reusable_executor
        self._workers = workers
        self._backend = backend
        self._parallel = None
        self._options = None
        self._is_entered = False

    def is_open(self, options):
        return self._parallel is not None and self._options == options

    def open(self, options):
        chunk, in_flight = options
        self._options = options
        self._parallel = self._joblib.Parallel(
            n_jobs=self._workers,
            backend=self._backend,
            batch_size=chunk or "auto",
            pre_dispatch=in_flight or "2 * n_jobs",
        )

    def warm_up(self):
        self._parallel.__enter__()
        self._is_entered = True
        self._parallel(self._joblib.delayed(abs)(number) for number in range(self._workers))

    def pids(self):
        executor = self._loky._executor
        return list(executor._processes or ()) if executor is not None else []

    def bind(self, name, work, items, options, firsts):
        delayed, parallel = self._joblib.delayed, self._parallel
        calls = {
            "map": lambda: parallel(delayed(work)(item) for item in items),
            "starmap": lambda: parallel(delayed(work)(*arguments) for arguments in items),
        }
        return chosen(calls, name, "joblib.Parallel")

    def close(self):
        if self._is_entered:
            self._parallel.__exit__(None, None, None)
            self._is_entered = False
        self._parallel = None
        if self._loky._executor is not None:
            self._loky.get_reusable_executor(reuse=True).shutdown(wait=True, kill_workers=True)


def make_backend(kind, workers, report):
    """report: says in one line why this process ends in the middle of a call."""
    if kind == "serial":
        return Serial()
    if kind == "multiprocessing":
        return Multiprocessing(workers, report)
    if kind == "futures":
        return Futures(workers)
    return Joblib(workers, {"joblib": "loky", "joblib-threads": "threading"}[kind])
