INPUT = "1000d"
OUTPUT = "d"


def sum_of_squares(column):
    return sum(number * number for number in column)


def work(params):
    return sum_of_squares
