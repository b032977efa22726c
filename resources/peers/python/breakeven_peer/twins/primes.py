INPUT = "Q"
OUTPUT = "Q"


def is_prime(number):
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor == 0:
            return False
        divisor += 2
    return number > 1


def work(params):
    return is_prime
