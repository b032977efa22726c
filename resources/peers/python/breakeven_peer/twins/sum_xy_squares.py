import functools
import time

INPUT = "2d"
OUTPUT = "d"


def sum_of_squares(pair, seconds):
    x, y = pair
    time.sleep(seconds)
    return x * x + y * y


def work(params):
    return functools.partial(sum_of_squares, seconds=params["seconds"])
