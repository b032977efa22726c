import functools

INPUT = "5B"
OUTPUT = "B"


def count_in_range(row, minimum, maximum):
    count = 0
    for number in row:
        if minimum <= number <= maximum:
            count += 1
    return count


def work(params):
    return functools.partial(count_in_range, minimum=params["minimum"], maximum=params["maximum"])
