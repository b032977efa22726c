import functools
import time

INPUT = "d"
OUTPUT = "d"


def sleep_square(x, seconds):
    time.sleep(seconds)
    return x * x


def work(params):
    return functools.partial(sleep_square, seconds=params["seconds"])
