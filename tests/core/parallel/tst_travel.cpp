#include "core/parallel/serialise.h"
#include "core/parallel/thunk.h"

#include <QtTest>

#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
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

[[maybe_unused]] const int factor = 2;
[[maybe_unused]] auto withCapture = [x = factor](int y) { return x * y; };
[[maybe_unused]] auto withoutCapture = [](int y) { return y; };

static_assert(CanTravel<int> && CanTravel<Plain> && CanTravel<std::string> && CanTravel<void>);
static_assert(CanTravel<std::vector<Plain>> && CanTravel<std::vector<bool>>);
static_assert(CanTravel<std::map<std::string, std::vector<int>>> && CanTravel<std::tuple<int, std::string>>);
static_assert(CanTravel<WithArchive> && CanTravel<std::vector<WithArchive>>);
static_assert(!CanTravel<int*> && !CanTravel<const char*> && !CanTravel<std::string_view> &&
              !CanTravel<std::span<int>>);
static_assert(!CanTravel<Named> && !CanTravel<std::vector<Named>> && !CanTravel<std::map<int, Named>>);
static_assert(!CanTravel<std::vector<int*>> && !CanTravel<std::pair<int, Named>>);
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
        std::string lying;
        serialise<std::size_t>(std::size_t{1} << 60, lying);
        std::string_view rest = lying;
        QVERIFY_EXCEPTION_THROWN(deserialise<std::vector<int>>(rest), std::runtime_error);
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
