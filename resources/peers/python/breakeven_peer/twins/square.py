INPUT = "d"
OUTPUT = "d"


def square(x):
    return x * x


def work(params):
    return square
