INPUT = "3Q"
OUTPUT = "2Q"


def shape(part):
    begin, end, columns = part
    return end - begin, columns


def work(params):
    return shape
