import math

INPUT = "2d"
OUTPUT = "d"


def hypotenuse(row):
    return math.sqrt(row[0] * row[0] + row[1] * row[1])


def work(params):
    return hypotenuse
