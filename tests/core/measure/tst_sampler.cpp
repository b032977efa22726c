#include "core/measure/sampler.h"
#include "core/os/clock.h"

#include <QtTest/QTest>

#include <algorithm>
#include <ctime>

#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

namespace {

constexpr Seconds Busy{2e-3};

/// Uses this much CPU time of the calling thread.
Result<void> burn(std::uint64_t iterations) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return Seconds(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9);
    };
    const Seconds end = now() + Busy * static_cast<double>(iterations);
    while (now() < end) {
    }
    return {};
}

}  // namespace

class TestSampler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSampleSpansAllIterations() {
        const auto start = Clock::now();
        const auto timing = takeSample(burn, 3);
        const Seconds outside = Clock::now() - start;
        QVERIFY(timing.has_value());
        QVERIFY(timing->wall >= Busy * 3.0);
        QVERIFY(timing->wall <= outside);
        QVERIFY(timing->cpu >= Busy * 3.0);
    }

    void whatProgramsHaveUsedCounts() {
        const TimedWork work = [](std::uint64_t iterations) -> Result<void> {
            const pid_t program = fork();
            if (program == 0) {
                [[maybe_unused]] const auto burnt = burn(iterations);
                _exit(0);
            }
            waitpid(program, nullptr, 0);
            return {};
        };
        QVERIFY(takeSample(work, 5)->cpu >= Busy * 5.0);
    }

    void theWorkIsCalledOnceWithItsIterations() {
        std::vector<std::uint64_t> calls;
        const TimedWork work = [&calls](std::uint64_t iterations) -> Result<void> {
            calls.push_back(iterations);
            return {};
        };
        QVERIFY(takeSample(work, 42).has_value());
        QCOMPARE(calls, std::vector<std::uint64_t>{42});
    }

    void anErrorOfTheWorkEndsTheSample() {
        const TimedWork work = [](std::uint64_t) -> Result<void> {
            return Error{ErrorCode::WorkFailed, "square: item 7 failed"};
        };
        const auto timing = takeSample(work, 1);
        QVERIFY(timing.error().code == ErrorCode::WorkFailed);
        QCOMPARE(timing.error().detail, std::string("square: item 7 failed"));
    }

    void onlyABuildWithAssertionsIsFlagged() {
        const auto timing = takeSample(burn, 1);
        const auto flagged = std::count(timing->flags.begin(), timing->flags.end(), "debug-build");
#ifdef NDEBUG
        QCOMPARE(flagged, 0);
#else
        QCOMPARE(flagged, 1);
#endif
    }

    void iterationsReachTheWantedTime() {
        QCOMPARE(iterationsFor(Seconds(0.125), Seconds(1)), std::uint64_t{8});
        QCOMPARE(iterationsFor(Seconds(3e-4), Seconds(1e-3)), std::uint64_t{4});
        QCOMPARE(iterationsFor(Seconds(2), Seconds(1e-3)), std::uint64_t{1});
        QCOMPARE(iterationsFor(Seconds(1), Seconds(0)), std::uint64_t{1});
        QCOMPARE(iterationsFor(Seconds(1e-15), Seconds(1)), std::uint64_t{1'000'000'000});
        QCOMPARE(iterationsFor(Seconds(0), Seconds(1)), std::uint64_t{1'000'000'000});
        QCOMPARE(iterationsFor(Seconds(0), Seconds(0)), std::uint64_t{1'000'000'000});
    }

    void theShortestSampleIsWellAboveTheClockStep() {
        QVERIFY(shortestSample() >= Seconds(1e-3));
        QVERIFY(shortestSample() >= clockTick() * 1000);
    }
};

QTEST_GUILESS_MAIN(TestSampler)
#include "tst_sampler.moc"
