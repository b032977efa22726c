// The functions of <breakeven/parallel.h>, one after the other. Build it against an installed Breakeven:
//   cmake -B build -DCMAKE_PREFIX_PATH=/where/it/is && cmake --build build && build/example
#include <breakeven/parallel.h>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

namespace {

double root(double x) {
    return std::sqrt(x);
}

void say(const std::string& name, double value) {
    std::cout << name << ' ' << value << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    breakeven::init(argc, argv);

    std::vector<double> numbers(1000);
    std::iota(numbers.begin(), numbers.end(), 0.0);

    // A list in, a list out, in the same order.
    say("map", breakeven::map(numbers, root, {.workers = 2, .backend = "tbb"})[81]);

    // Worker processes: a crash of the function would not be ours.
    say("processes", breakeven::map(numbers, root, {.workers = 2, .backend = "processes"})[81]);

    // A callable with captures stays in this process.
    const double factor = 3;
    say("capture", breakeven::map(numbers, [&](double x) { return factor * x; }, {.backend = "threads"})[81]);

    // joblib's words.
    say("joblib", breakeven::Parallel({.workers = 2})(breakeven::delayed(root), numbers)[81]);

    say("reduce", breakeven::reduce(numbers, 0.0, std::plus<>()));

    // Workers of one's own, and results that come later.
    breakeven::Pool pool({.workers = 2, .backend = "processes"});
    auto later = pool.applyAsync([](int a, int b) { return a + b; }, 40, 2);
    say("pool", later.get());

    double sum = 0;
    for (const double x : pool.imap(numbers, root))
        sum += x;
    say("imap", std::round(sum));

    // An error says which item.
    try {
        breakeven::map(numbers, [](double x) {
            if (x == 7) throw std::runtime_error("seven is not allowed");
            return x;
        });
    } catch (const breakeven::ParallelError& error) {
        std::cout << "error " << error.what() << '\n';
    }

    // Computed once, then read from disk.
    const auto folder = std::filesystem::temp_directory_path() / "breakeven-example-cache";
    const breakeven::Memory cache(folder);
    const auto cachedRoot = cache.cache("root/v1", root);
    cachedRoot(2.0);
    say("cached", cachedRoot(2.0));
    std::filesystem::remove_all(folder);
}
