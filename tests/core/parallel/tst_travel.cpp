#include "core/parallel/serialise.h"
#include "core/parallel/thunk.h"

#include <QtTest>

#include <array>
#include <bitset>
#include <chrono>
#include <complex>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace breakeven;

namespace {

struct Plain {
    int a;
    double b;
    bool operator==(const Plain&) const = default;
};

struct Named {
    std::string name;
    std::vector<Plain> values;
};

struct WithArchive {
    std::string name;
    int number = 0;
    template <class Archive>
    void serialize(Archive& archive) {
        archive(name, number);
    }
    bool operator==(const WithArchive&) const = default;
};

struct WithPointer {
    int size;
    const int* begin;
};
struct WithNestedPointer {
    int number;
    WithPointer last;
};
struct WithPointers {
    const char* names[3];
};
struct WithBase : WithPointer {
    int more;
};
struct WithReference {
    int& there;
};
struct WithView {
    double value;
    std::string_view name;
};

struct WithConstant {
    const int number;
};
struct WithRows {
    Plain rows[40];
    std::array<double, 100> values;
};
struct WithOptional {
    std::optional<int> number;
    std::chrono::seconds time;
};
struct Callable {
    double slope;
    double operator()(double x) const { return slope * x; }
};
class Hidden {
public:
    explicit Hidden(int number) : m_number(number) {}
    int number() const { return m_number; }

private:
    int m_number;
};
enum class Colour { Red, Green };
union Either {
    int whole;
    float part;
};
struct Empty {};
struct WithEmpty {
    Empty none;
    int number;
};
struct PointerBehindEmpty {
    Empty none;
    const int* there;
};
struct WithBits {
    unsigned low : 3;
    unsigned high : 5;
};

[[maybe_unused]] const int factor = 2;
[[maybe_unused]] auto withCapture = [x = factor](int y) { return x * y; };
[[maybe_unused]] auto withGenericCapture = [x = factor](auto y) { return x * y; };
[[maybe_unused]] auto withoutCapture = [](int y) { return y; };

static_assert(CanTravel<int> && CanTravel<Plain> && CanTravel<std::string> && CanTravel<void>);
static_assert(CanTravel<std::vector<Plain>> && CanTravel<std::vector<bool>>);
static_assert(CanTravel<std::map<std::string, std::vector<int>>> && CanTravel<std::tuple<int, std::string>>);
static_assert(CanTravel<WithArchive> && CanTravel<std::vector<WithArchive>>);
static_assert(!CanTravel<int*> && !CanTravel<const char*> && !CanTravel<std::string_view> &&
              !CanTravel<std::span<int>>);
static_assert(!CanTravel<Named> && !CanTravel<std::vector<Named>> && !CanTravel<std::map<int, Named>>);
static_assert(!CanTravel<std::vector<int*>> && !CanTravel<std::pair<int, Named>>);
// What holds something by its address, however deep.
static_assert(!CanTravel<std::array<int*, 2>> && !CanTravel<std::optional<const char*>> &&
              !CanTravel<std::variant<int, int*>> && !CanTravel<std::array<std::optional<int*>, 2>>);
static_assert(!CanTravel<std::reference_wrapper<int>> && !CanTravel<std::optional<std::reference_wrapper<int>>>);
static_assert(!CanTravel<std::vector<int>::iterator> && !CanTravel<std::initializer_list<int>>);
static_assert(!CanTravel<decltype(withCapture)> && !CanTravel<decltype(withGenericCapture)> &&
              !CanTravel<std::array<decltype(withCapture), 2>>);
static_assert(!CanTravel<WithPointer> && !CanTravel<WithNestedPointer> && !CanTravel<WithPointers> &&
              !CanTravel<WithBase> && !CanTravel<WithReference> && !CanTravel<std::vector<WithPointer>> &&
              !CanTravel<WithView> && !CanTravel<PointerBehindEmpty>);
// What only looks like it.
static_assert(CanTravel<std::array<Plain, 3>> && CanTravel<std::optional<Plain>> &&
              CanTravel<std::variant<int, Plain>>);
static_assert(CanTravel<std::complex<double>> && CanTravel<std::chrono::nanoseconds> && CanTravel<std::bitset<9>>);
static_assert(CanTravel<WithConstant> && CanTravel<WithRows> && CanTravel<WithOptional> && CanTravel<Callable> &&
              CanTravel<Hidden> && CanTravel<Colour> && CanTravel<Either> && CanTravel<Empty> && CanTravel<WithEmpty> &&
              CanTravel<WithBits>);
static_assert(CallableThatTravels<decltype(withoutCapture)> && CallableThatTravels<int (*)(int)>);
static_assert(!CallableThatTravels<decltype(withCapture)> && !CallableThatTravels<std::function<int(int)>>);

template <class T>
T returned(const T& value) {
    std::string bytes;
    serialise<T>(value, bytes);
    std::string_view rest = bytes;
    T back = deserialise<T>(rest);
    if (!rest.empty()) throw std::runtime_error("bytes are left");
    return back;
}

}  // namespace

class TestTravel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesComeBackAsTheyWere() {
        QCOMPARE(returned(-5), -5);
        QVERIFY(returned(Plain{1, 2.5}) == (Plain{1, 2.5}));
        QCOMPARE(returned(std::string("a\0b", 3)), std::string("a\0b", 3));
        QVERIFY(returned(std::vector<Plain>{{1, 2}, {3, 4}}) == (std::vector<Plain>{{1, 2}, {3, 4}}));
        QCOMPARE(returned(std::vector<int>()), std::vector<int>());
        QCOMPARE(returned(std::vector<bool>{true, false, true}), (std::vector<bool>{true, false, true}));
        const std::map<std::string, std::set<int>> sets{{"x", {1, 2}}, {"", {}}};
        QVERIFY(returned(sets) == sets);
        QVERIFY(returned(WithArchive{"n", 3}) == (WithArchive{"n", 3}));
    }

    void bytesThatEndTooEarlyAreRefused() {
        std::string bytes;
        serialise<std::vector<int>>({1, 2, 3}, bytes);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            std::string_view cut = std::string_view(bytes).substr(0, length);
            QVERIFY_EXCEPTION_THROWN(deserialise<std::vector<int>>(cut), std::runtime_error);
        }
        // The bytes of the second number of elements overflow to 0.
        for (const std::size_t count : {std::size_t{1} << 60, std::size_t{1} << 62}) {
            std::string lying;
            serialise<std::size_t>(count, lying);
            std::string_view rest = lying;
            QVERIFY_EXCEPTION_THROWN(deserialise<std::vector<int>>(rest), std::runtime_error);
        }
    }

    void bytesToSpareAreRefused() {
        std::string text;
        serialise<std::string>("ab", text);
        std::string bytes;
        serialise<std::size_t>(text.size() - sizeof(std::size_t) + 1, bytes);
        bytes += text.substr(sizeof(std::size_t)) + 'c';
        std::string_view rest = bytes;
        QVERIFY_EXCEPTION_THROWN(deserialise<std::string>(rest), std::runtime_error);
    }

    void valuesFollowEachOther() {
        std::string bytes;
        serialise<std::string>("a", bytes);
        serialise(3, bytes);
        serialise<std::set<int>>({1, 2}, bytes);
        std::string_view rest = bytes;
        QCOMPARE(deserialise<std::string>(rest), std::string("a"));
        QCOMPARE(deserialise<int>(rest), 3);
        QVERIFY(deserialise<std::set<int>>(rest) == (std::set{1, 2}));
        QVERIFY(rest.empty());
    }

    void aFunctionIsFoundAtItsPlace() {
        const auto place = placeOf(reinterpret_cast<AnyFunction>(&returned<int>));
        QVERIFY(place);
        QVERIFY(functionAt(*place) == reinterpret_cast<AnyFunction>(&returned<int>));
    }

    void aFunctionOfALibraryIsRefused() {
        const auto library = placeOf(reinterpret_cast<AnyFunction>(static_cast<int (*)(const char*)>(&std::atoi)));
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::NotBuilt);
    }

    void bytesThatAreNoRecipeAreRefused() { QVERIFY(!kernelFromThunk("abc", {})); }
};

QTEST_GUILESS_MAIN(TestTravel)
#include "tst_travel.moc"
