// One case is compiled at a time. REFUSED chooses the half that the compiler must not take; without it, the twin.
#include "core/parallel/parallel.h"

#include <memory>
#include <string_view>
#include <vector>

namespace {

using namespace breakeven;

[[maybe_unused]] const std::vector<int> numbers{1, 2, 3};

void tryIt() {
    [[maybe_unused]] const int factor = 3;
#if defined(CAPTURE_TO_PROCESSES)
#ifdef REFUSED
    map(numbers, [&](int x) { return factor * x; }, {.backend = "processes"});
#else
    map(numbers, [&](int x) { return factor * x; }, {.backend = "tbb"});
    map(numbers, [](int x) { return 3 * x; }, {.backend = "processes"});
#endif
#elif defined(CAPTURE_IN_POOL)
#ifdef REFUSED
    Pool().map(numbers, [&](int x) { return factor * x; });
#else
    ThreadPool().map(numbers, [&](int x) { return factor * x; });
    Pool().map(numbers, [](int x) { return 3 * x; });
#endif
#elif defined(POINTER_TO_PROCESSES)
    [[maybe_unused]] const std::vector<const int*> pointers{numbers.data()};
    [[maybe_unused]] const auto follow = [](const int* x) { return *x; };
#ifdef REFUSED
    map(pointers, follow, {.backend = "processes"});
#else
    map(pointers, follow, {.backend = "threads"});
#endif
#elif defined(CAPTURED_RESULT)
    [[maybe_unused]] const auto box = [](int x) { return std::string_view(x > 1 ? "big" : "small"); };
#ifdef REFUSED
    map(numbers, box, {.backend = "processes-pipe"});
#else
    map(numbers, box, {.backend = "serial"});
    map(numbers, [](int x) { return std::string(x > 1 ? "big" : "small"); }, {.backend = "processes-pipe"});
#endif
#elif defined(UNREGISTERED_ARGUMENT)
    struct Opaque {
        std::unique_ptr<int> hidden;
        explicit Opaque(int x) : hidden(std::make_unique<int>(x)) {}
        Opaque(const Opaque& other) : Opaque(*other.hidden) {}
    };
    [[maybe_unused]] const auto open = [](const Opaque& opaque) { return *opaque.hidden; };
#ifdef REFUSED
    Pool().apply(open, Opaque(1));
#else
    ThreadPool().apply(open, Opaque(1));
#endif
#endif
}

}  // namespace

int main() {
    tryIt();
}
