"""Python's multiprocessing.Pool, timed on request: one line in ("apply 100"), one line with seconds out."""

import sys
import time
from multiprocessing import get_context


def square(x):
    return x * x


def main():
    workers = int(sys.argv[1])
    context = get_context("fork")
    pool = context.Pool(workers)
    numbers = list(range(1_000_000))
    pool.map(square, numbers[:1000])

    def apply(count):
        for i in range(count):
            pool.apply(square, (i,))

    def apply_async(count):
        for result in [pool.apply_async(square, (i,)) for i in range(count)]:
            result.get()

    def map_list(count):
        pool.map(square, numbers[:count])

    def start(count):
        for _ in range(count):
            with context.Pool(workers) as fresh:
                fresh.map(abs, range(workers), 1)

    tasks = {"apply": apply, "apply-async": apply_async, "map": map_list, "start": start}
    print("ready", flush=True)
    for line in sys.stdin:
        name, count = line.split()
        begin = time.perf_counter()
        tasks[name](int(count))
        print(time.perf_counter() - begin, flush=True)


if __name__ == "__main__":
    main()
