import functools
import time

INPUT = "3I"
OUTPUT = "I"

MEAN_EFFORT = 2


def model_run(model, seconds):
    estimators, depth, effort = model
    time.sleep(seconds * (effort / MEAN_EFFORT))
    return effort


def work(params):
    return functools.partial(model_run, seconds=params["seconds"])
