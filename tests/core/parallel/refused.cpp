// One case is compiled at a time. REFUSED chooses the half that the compiler must not take; without it, the twin.
#include "core/parallel/parallel.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
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
#elif defined(POINTERS_IN_ARRAYS)
    [[maybe_unused]] const std::vector<std::array<const int*, 2>> pointers{{numbers.data(), numbers.data() + 1}};
    [[maybe_unused]] const auto follow = [](const std::array<const int*, 2>& pair) { return *pair[0] + *pair[1]; };
#ifdef REFUSED
    map(pointers, follow, {.backend = "processes"});
#else
    map(pointers, follow, {.backend = "threads"});
    map(std::vector<std::array<int, 2>>{{1, 2}}, [](const std::array<int, 2>& pair) { return pair; },
        {.backend = "processes"});
#endif
#elif defined(REFERENCE_AS_RESULT)
    [[maybe_unused]] static int there = 0;
    [[maybe_unused]] const auto find = [](int) { return std::optional(std::ref(there)); };
#ifdef REFUSED
    map(numbers, find, {.backend = "processes"});
#else
    map(numbers, find, {.backend = "threads"});
    map(numbers, [](int x) { return std::optional(x); }, {.backend = "processes"});
#endif
#elif defined(MEMBER_POINTER)
    struct Row {
        double value;
        const char* name;
    };
    struct Kept {
        double value;
        std::array<char, 8> name;
    };
    [[maybe_unused]] const std::vector<Row> rows{{1.5, "a"}};
    [[maybe_unused]] const std::vector<Kept> kept{{1.5, {'a'}}};
#ifdef REFUSED
    map(rows, [](const Row& row) { return row.value; }, {.backend = "processes"});
#else
    map(rows, [](const Row& row) { return row.value; }, {.backend = "threads"});
    map(kept, [](const Kept& row) { return row; }, {.backend = "processes"});
#endif
#elif defined(CAPTURE_AS_ITEM)
    [[maybe_unused]] const std::vector adders{[&factor](int x) { return factor + x; }};
    [[maybe_unused]] const auto call = [](const auto& f) { return f(1); };
#ifdef REFUSED
    map(adders, call, {.backend = "processes"});
#else
    map(adders, call, {.backend = "threads"});
#endif
#endif
}

}  // namespace

int main() {
    tryIt();
}
