#include "tests/benchmarks/timed_kernels.h"

#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <complex>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

namespace breakeven::benchmarks {

namespace {

std::vector<std::uint64_t> randomNumbers(std::size_t count, std::uint64_t bound) {
    std::vector<std::uint64_t> numbers(count);
    for (std::size_t i = 0; i < count; ++i)
        numbers[i] = randomBelow(1, i, bound);
    return numbers;
}

std::uint64_t sumInCache() {
    // On lines of the cache of their own: on the heap they begin where each program's layout has it.
    alignas(64) static const auto numbers = [] {
        std::array<std::uint64_t, 350> some{};
        std::ranges::copy(randomNumbers(some.size(), 1'000'000), some.begin());
        return some;
    }();
    return std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
}

std::uint64_t dependentSteps() {
    std::uint64_t state = 88172645463325252ULL;
    for (int i = 0; i < 100; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    return state;
}

std::uint64_t polynomial() {
    double sum = 0;
    for (int i = 0; i < 250; ++i) {
        const double x = i * 1e-3;
        sum += ((((x + 0.1) * x + 0.2) * x + 0.3) * x + 0.4) * x + 0.5;
    }
    return static_cast<std::uint64_t>(sum * 1e6);
}

std::uint64_t searches() {
    static const auto sorted = [] {
        auto numbers = randomNumbers(4096, 1 << 30);
        std::ranges::sort(numbers);
        return numbers;
    }();
    std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < 300; ++i)
        sum +=
            static_cast<std::uint64_t>(std::ranges::lower_bound(sorted, randomBelow(2, i, 1 << 30)) - sorted.begin());
    return sum;
}

std::uint64_t numbersFromText() {
    static const std::string text = [] {
        std::string line;
        for (const auto number : randomNumbers(2500, 1'000'000'000))
            line += std::to_string(number) + ' ';
        return line;
    }();
    std::uint64_t sum = 0;
    for (const char* place = text.data(); place < text.data() + text.size(); ++place) {
        std::uint64_t number = 0;
        place = std::from_chars(place, text.data() + text.size(), number).ptr;
        sum += number;
    }
    return sum;
}

std::uint64_t sorting() {
    static const auto numbers = randomNumbers(4000, 1 << 30);
    static std::vector<std::uint64_t> copy(numbers.size());
    std::ranges::copy(numbers, copy.begin());
    std::ranges::sort(copy);
    return copy[copy.size() / 2];
}

std::uint64_t counting() {
    static const auto words = randomNumbers(70'000, 2'000);
    std::unordered_map<std::uint64_t, std::uint64_t> counts;
    for (const auto word : words)
        ++counts[word];
    return counts.size();
}

std::uint64_t primes() {
    std::uint64_t count = 0;
    for (std::uint32_t candidate = 3; candidate < 68'000; candidate += 2) {
        bool isPrime = true;
        for (std::uint32_t divisor = 3; divisor * divisor <= candidate && isPrime; divisor += 2)
            isPrime = candidate % divisor != 0;
        count += isPrime;
    }
    return count;
}

std::uint64_t triad() {
    constexpr std::size_t Items = 6'000'000;
    static const std::vector<double> b(Items, 1.5);
    static const std::vector<double> c(Items, 0.5);
    static std::vector<double> a(Items);
    for (std::size_t i = 0; i < Items; ++i)
        a[i] = b[i] + 3 * c[i];
    return static_cast<std::uint64_t>(a[Items / 2]);
}

std::uint64_t mandelbrot() {
    constexpr int Side = 246;
    constexpr int MostSteps = 1000;
    std::uint64_t steps = 0;
    for (int pixel = 0; pixel < Side * Side; ++pixel) {
        const double re = -2.0 + 2.5 * (pixel % Side) / Side;
        const double im = -1.25 + 2.5 * (pixel / Side) / Side;
        double x = 0;
        double y = 0;
        for (int step = 0; step < MostSteps && x * x + y * y < 4; ++step, ++steps) {
            const double next = x * x - y * y + re;
            y = 2 * x * y + im;
            x = next;
        }
    }
    return steps;
}

constexpr std::array<TimedKernel, 10> Kernels{{{"sum-in-cache", sumInCache},
                                               {"dependent-steps", dependentSteps},
                                               {"polynomial", polynomial},
                                               {"searches", searches},
                                               {"numbers-from-text", numbersFromText},
                                               {"sorting", sorting},
                                               {"counting", counting},
                                               {"primes", primes},
                                               {"triad", triad},
                                               {"mandelbrot", mandelbrot}}};

}  // namespace

std::span<const TimedKernel> timedKernels() {
    return Kernels;
}

const TimedKernel* findKernel(std::string_view name) {
    const auto found = std::ranges::find(Kernels, name, [](const TimedKernel& each) { return each.name; });
    return found == Kernels.end() ? nullptr : found;
}

}  // namespace breakeven::benchmarks
