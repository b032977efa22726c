import functools
import math
import time

INPUT = "d"
OUTPUT = "d"


def process(x, seconds):
    time.sleep(seconds)
    return math.sqrt(x)


def work(params):
    return functools.partial(process, seconds=params["seconds"])
