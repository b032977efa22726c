INPUT = "4d"
OUTPUT = "4d"


def normalise(row):
    least = min(row)
    span = max(row) - least or 1
    return tuple((number - least) / span for number in row)


def work(params):
    return normalise
