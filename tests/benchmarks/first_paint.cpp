// How long the window takes from the start of its process to its first painted frame, against a Qt program with one
// empty chart (empty_chart.cpp), in turn. This program is its own child for that: it makes the window as
// app/gui_main.cpp does.
#include "core/base/random.h"
#include "core/os/child.h"
#include "core/os/clock.h"
#include "tests/benchmarks/first_frame.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/windowed_proof.h"
#include "ui/main_window.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>

#include <array>
#include <string_view>
#include <utility>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr std::string_view AsWindow = "--window";

int showWindow(int argc, char** argv) {
    QLocale::setDefault(QLocale::c());
    QCoreApplication::setApplicationName(QStringLiteral("breakeven"));
    QCoreApplication::setOrganizationName(QStringLiteral("breakeven"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    const QApplication application(argc, argv);
    applyTheme(storedTheme());
    MainWindow window;
    const benchmarks::FirstFrame frame;
    window.show();
    return QApplication::exec();
}

/// Errors: those of a child; WorkFailed when it painted nothing.
Result<Seconds> timeToPaint(const std::vector<std::string>& program) {
    constexpr Seconds Patience{60};
    const auto begin = Clock::now();
    BREAKEVEN_TRY(auto child, Child::spawn(program));
    BREAKEVEN_TRY(const auto line, child.readLine(Patience));
    const Seconds time = Clock::now() - begin;
    child.closeInput();
    child.wait();
    if (line != "painted") return Error{ErrorCode::WorkFailed, program.front() + ": painted nothing"};
    return time;
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options, const QString&) {
    const std::array<std::vector<std::string>, 2> programs{
        {{benchmarks::pathOf("benchmarks/empty_chart")},
         {benchmarks::pathOf("benchmarks/first_paint"), std::string(AsWindow)}}};
    for (const auto& program : programs)
        BREAKEVEN_CHECK(timeToPaint(program));  // the system then has the files in its memory
    std::array<std::vector<double>, 2> times;
    std::vector<double> ratios;
    for (std::uint64_t repeat = 0; repeat < static_cast<std::uint64_t>(options.repeatsOr(40, 3)); ++repeat) {
        const std::uint64_t first = randomBelow(options.seed, repeat, 2);
        for (std::uint64_t turn = 0; turn < 2; ++turn) {
            const std::uint64_t which = (first + turn) % 2;
            BREAKEVEN_TRY(const Seconds time, timeToPaint(programs[which]));
            times[which].push_back(1e3 * time.count());
        }
        ratios.push_back(times[1].back() / times[0].back());
    }
    std::vector<Claim> claims;
    BREAKEVEN_TRY(claims.emplace_back(), benchmarks::medianClaim("empty program to its first frame", "ms", times[0]));
    BREAKEVEN_TRY(claims.emplace_back(), benchmarks::medianClaim("window to its first frame", "ms", times[1]));
    BREAKEVEN_TRY(auto ratio, benchmarks::medianClaim("window / empty program", "ratio", ratios));
    ratio.must = benchmarks::atMost(2);
    ratio.aim = benchmarks::atMost(1.3);
    claims.push_back(std::move(ratio));
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    benchmarks::chooseDisplay();
    if (argc == 2 && argv[1] == AsWindow) return showWindow(argc, argv);
    return benchmarks::runWindowedProof("first-paint", argc, argv, run);
}
