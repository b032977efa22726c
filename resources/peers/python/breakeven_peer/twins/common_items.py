INPUT = "16i"  # two lists of a count and up to seven numbers
OUTPUT = "8i"

CAPACITY = 7


def common_items(row):
    first = row[1 : 1 + row[0]]
    second = row[2 + CAPACITY : 2 + CAPACITY + row[1 + CAPACITY]]
    common = [number for number in first if number in second]
    return len(common), *common, *([0] * (CAPACITY - len(common)))


def work(params):
    return common_items
