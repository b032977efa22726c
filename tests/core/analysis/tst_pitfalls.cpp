#include "core/analysis/pitfalls.h"
#include "tests/support/sample_results.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace breakeven;

namespace {

/// Two sizes, serial and tbb, on a machine that shows everything and has nothing to say against it.
SampleResults quiet() {
    SampleResults sample;
    sample.run().environment.physicalCores = 2;
    sample.run().environment.facts = {{"cpu.smt", "", "off"},
                                      {"cpu.kinds", "", "all alike"},
                                      {"cpu.throttled", "", "0 since the machine started"},
                                      {"cpu.caches", "", "L1 48 KiB, L2 2048 KiB, L3 10 MiB"},
                                      {"cpu.numa_nodes", "", "1"},
                                      {"cgroup.quota", "", "none"},
                                      {"clock.source", "", "tsc"},
                                      {"load.average", "", "0.01 0.02 0.03"},
                                      {"build.sanitizers", "", "none"}};
    sample.updateRun();
    sample.apply(LaunchReference{0, 100, 32, Seconds(2e-8), {{1, 1e10, Seconds(0.002)}, {2, 1.9e10, Seconds(0.002)}}});
    for (const ItemCount size : {1000U, 100'000'000U}) {
        const double scale = static_cast<double>(size) * 1e-6;
        sample.measured("serial", size, steadyTimes(scale));
        const Trial tbb = sample.measured("tbb", size, steadyTimes(scale / 1.95));
        sample.apply(TrialProfiled{tbb.id,
                                   0,
                                   Seconds(scale / 1.9),
                                   1000,
                                   {{Seconds(scale / 2), Seconds(0), Seconds(0), Seconds(scale / 2), 2},
                                    {Seconds(scale / 2), Seconds(0), Seconds(0), Seconds(scale / 2), 2}}});
    }
    return sample;
}

void setFact(SampleResults& sample, const std::string& id, const std::optional<std::string>& value) {
    std::ranges::find(sample.run().environment.facts, id, &Fact::id)->value = value;
    sample.updateRun();
}

Spoil fact(const std::string& id, const std::string& value) {
    return [=](SampleResults& sample) { setFact(sample, id, value); };
}

Spoil flag(const std::string& name) {
    return [=](SampleResults& sample) { sample.times(sample.trial("tbb", 50), steadyTimes(1), 0, 0, {name}); };
}

/// A pass of two workers that compute equally long, with the pages and the workers on those nodes.
TrialProfiled placed(const Trial& trial, std::vector<std::uint64_t> pages, const std::vector<int>& nodes) {
    TrialProfiled pass{trial.id, 0, Seconds(1), 1000, {}, std::move(pages)};
    for (const int node : nodes)
        pass.workers.push_back({Seconds(1), Seconds(0), Seconds(0), Seconds(1), 1, node});
    return pass;
}

LaunchReference kept(int launch, double lost) {
    LaunchReference reference;
    reference.launch = launch;
    reference.hiccups = {.threads = 2, .span = Seconds(0.1), .longest = Seconds(0.004), .lost = lost};
    return reference;
}

const Pitfall& find(const std::vector<Pitfall>& all, const QString& id) {
    return *std::ranges::find(all, id.toStdString(), &Pitfall::id);
}

}  // namespace

class TestPitfalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allAreAlwaysTold() {
        for (const Results& results : {Results(), quiet().results}) {
            std::set<std::string> ids;
            for (const Pitfall& pitfall : pitfalls(results)) {
                QVERIFY(ids.insert(pitfall.id).second);
                QVERIFY2(!pitfall.title.empty() && pitfall.text.ends_with('.') && pitfall.advice.ends_with('.'),
                         pitfall.id.c_str());
            }
            QCOMPARE(ids.size(), std::size_t{28});
        }
    }

    void aQuietRunHasNoneButItsSingleLaunch() {
        for (const Pitfall& pitfall : pitfalls(quiet().results)) {
            QVERIFY2(pitfall.state != PitfallState::Seen || pitfall.id == "layout",
                     (pitfall.id + ": " + pitfall.text).c_str());
        }
    }

    /// The medians alone say 1.5 times, the rounds do not.
    void falseSharingIsToldWhereItIsCertain() {
        const auto neighbours = [](const std::vector<double>& shared, const std::vector<double>& padded) {
            SampleResults sample;
            Trial trial = sample.trial("tbb", 60);
            trial.params["layout"] = "shared";
            sample.times(sample.add(trial), shared);
            trial.params["layout"] = "padded";
            sample.times(sample.add(trial), padded);
            const auto all = pitfalls(sample.results);
            return *std::ranges::find(all, std::string("false-sharing"), &Pitfall::id);
        };
        QVERIFY(neighbours({0.5, 1.4, 3, 0.7, 1.6, 2.8, 1.5, 1.5}, steadyTimes(1)).state == PitfallState::NotSeen);
        QVERIFY(neighbours({3, 3, 3}, {1, 1, 1}).state == PitfallState::NotObservable);
        const Pitfall seen = neighbours(steadyTimes(3), steadyTimes(1));
        QVERIFY(seen.state == PitfallState::Seen);
        QVERIFY2(seen.text.find("took at least 2.9") != std::string::npos, seen.text.c_str());
    }

    void isSeen_data() {
        QTest::addColumn<Spoil>("spoil");
        const auto add = [](const char* id, const Spoil& spoil) { QTest::newRow(id) << spoil; };
        add("quota", flag("throttled"));
        add("oversubscription", [](SampleResults& sample) { sample.measured("tbb", 50, steadyTimes(1), 4); });
        add("smt", [](SampleResults& sample) {
            setFact(sample, "cpu.smt", "2.0 threads per core");
            sample.run().environment.physicalCores = 1;
            sample.updateRun();
        });
        add("hybrid", fact("cpu.kinds", "4 of kind 0, 8 of kind 1"));
        add("clock-droop", [](SampleResults& sample) {
            SampleResults slow;
            slow.apply(LaunchReference{0, 0, 0, Seconds(0), {{1, 1, Seconds(0.002)}, {2, 1, Seconds(0.0025)}}});
            slow.measured("tbb", 10, steadyTimes(1));
            std::swap(sample, slow);
        });
        add("heat", flag("thermal"));
        add("load", flag("steal"));
        add("cold-pool", [](SampleResults& sample) {
            Trial trial = sample.trial("threads", 70);
            trial.pool = "cold";
            trial = sample.add(trial);
            Sample cold;
            cold.trial = trial.id;
            cold.seconds = Seconds(1);
            cold.startup = Seconds(0.5);
            sample.apply(cold);
        });
        add("small-tasks", [](SampleResults& sample) {
            sample.measured("serial", 500, steadyTimes(1));
            const Trial tbb = sample.measured("tbb", 500, steadyTimes(2));
            sample.apply(
                TrialProfiled{tbb.id, 0, Seconds(2), 0, {{Seconds(0.01), Seconds(0), Seconds(0), Seconds(2), 1000}}});
        });
        add("imbalance", [](SampleResults& sample) {
            sample.measured("serial", 500, steadyTimes(1));
            const Trial tbb = sample.measured("tbb", 500, steadyTimes(0.8));
            sample.apply(TrialProfiled{tbb.id,
                                       0,
                                       Seconds(0.8),
                                       0,
                                       {{Seconds(0.8), Seconds(0), Seconds(0), Seconds(0.8), 1},
                                        {Seconds(0.2), Seconds(0), Seconds(0), Seconds(0.2), 1}}});
        });
        add("serial-fraction", [](SampleResults& sample) {
            sample.measured("serial", 500, steadyTimes(1));
            sample.measured("tbb", 500, steadyTimes(0.8));
        });
        // Past 10 MiB ten times the items take 20 times as long.
        add("caches", [](SampleResults& sample) {
            for (const auto& [size, seconds] :
                 {std::pair{ItemCount{700'000}, 0.1}, std::pair{ItemCount{7'000'000}, 2.0}}) {
                const Trial tbb = sample.measured("tbb", size, steadyTimes(seconds), 1);
                sample.apply(TrialProfiled{tbb.id,
                                           0,
                                           Seconds(seconds),
                                           size * 8,
                                           {{Seconds(seconds), Seconds(0), Seconds(0), Seconds(seconds), 9}}});
            }
        });
        add("bandwidth", [](SampleResults& sample) {
            sample.measured("serial", 500, steadyTimes(1));
            const Trial tbb = sample.measured("tbb", 500, steadyTimes(0.9));
            const WorkerProfile busy{Seconds(0.9), Seconds(0), Seconds(0), Seconds(0.9), 9};
            sample.apply(TrialProfiled{tbb.id, 0, Seconds(0.9), 100'000'000, {busy, busy}});
        });
        add("contention", [](SampleResults& sample) {
            for (const auto& [backend, waits] : {std::pair{"serial", 0.0}, std::pair{"tbb", 1000.0}}) {
                const Trial trial = sample.trial(backend, 500);
                for (int round = 0; round < 8; ++round) {
                    Sample own;
                    own.trial = trial.id;
                    own.round = round;
                    own.seconds = Seconds(0.1);
                    own.waits = waits;
                    sample.apply(own);
                }
            }
        });
        add("numa", [](SampleResults& sample) {
            setFact(sample, "cpu.numa_nodes", "2");
            sample.apply(placed(sample.trial("tbb", 50), {950, 50}, {0, 1}));
        });
        add("false-sharing", [](SampleResults& sample) {
            Trial trial = sample.trial("tbb", 60);
            trial.params["layout"] = "shared";
            sample.times(sample.add(trial), steadyTimes(3));
            trial.params["layout"] = "padded";
            sample.times(sample.add(trial), steadyTimes(1));
        });
        add("dead-code", [](SampleResults& sample) { sample.measured("serial", 10'000'000'000, steadyTimes(0.01)); });
        add("wrong-output", [](SampleResults& sample) {
            sample.fail(sample.measured("tbb", 50, steadyTimes(1)), TrialStatus::WrongResult);
        });
        add("baseline", [](SampleResults& sample) {
            const Trial serial = sample.trial("serial", 77);
            Sample own;
            own.trial = serial.id;
            own.seconds = Seconds(0.5);
            own.cpu = Seconds(0.9);
            sample.apply(own);
        });
        add("page-faults", flag("page-faults"));
        add("clock", [](SampleResults& sample) {
            sample.apply(LaunchReference{1, 0, 0, Seconds(1e-6), {}});
            sample.measured("serial", 3, steadyTimes(1e-5));
        });
        add("modes", [](SampleResults& sample) {
            std::vector<double> two;
            for (int i = 0; i < 40; ++i)
                two.push_back(((i * 7) % 13 < 6 ? 1.0 : 2.0) + 0.001 * ((i * 5) % 11));
            sample.measured("tbb", 50, two);
        });
        add("unsteady", [](SampleResults& sample) {
            std::vector<double> growing;
            for (int i = 0; i < 40; ++i)
                growing.push_back(1 + 0.02 * i + 0.001 * ((i * 5) % 11));
            sample.measured("tbb", 50, growing);
        });
        add("order", [](SampleResults& sample) {
            const Trial trial = sample.trial("tbb", 50);
            for (int round = 0; round < 60; ++round) {
                Sample own;
                own.trial = trial.id;
                own.round = round;
                own.order = round % 2;
                own.seconds = Seconds((own.order == 0 ? 1.1 : 1.0) + 0.0001 * ((round * 7) % 13));
                sample.apply(own);
            }
        });
        add("build", [](SampleResults& sample) {
            sample.run().environment.debugBuild = true;
            sample.updateRun();
        });
        add("layout", [](SampleResults&) {});
    }
    void isSeen() {
        QFETCH(const Spoil, spoil);
        SampleResults sample = quiet();
        spoil(sample);
        const auto all = pitfalls(sample.results);
        const Pitfall& pitfall = find(all, QTest::currentDataTag());
        QVERIFY2(pitfall.state == PitfallState::Seen, pitfall.text.c_str());
        if (!pitfall.trials.empty()) {
            const std::string where = " at " + std::to_string(pitfall.trials.size()) + " of ";
            QVERIFY2(pitfall.text.find(where) != std::string::npos, pitfall.text.c_str());
        }
        for (const int trial : pitfall.trials) {
            const auto here = pitfallsAt(all, trial);
            QVERIFY(std::ranges::find(here, pitfall.id, &Pitfall::id) != here.end());
        }
    }

    void theGovernorStandsBesideTheClock() {
        SampleResults sample = quiet();
        sample.run().environment.facts.push_back({"cpu.governor", "", "powersave"});
        sample.updateRun();
        const auto all = pitfalls(sample.results);
        QCOMPARE(find(all, "clock-droop").text,
                 std::string("A fixed loop is as fast in 2 threads at once as in one (governor powersave)."));
    }

    void whatTheMachineHidesIsNotFine_data() {
        QTest::addColumn<QString>("factId");
        QTest::newRow("smt") << "cpu.smt";
        QTest::newRow("hybrid") << "cpu.kinds";
        QTest::newRow("heat") << "cpu.throttled";
        QTest::newRow("numa") << "cpu.numa_nodes";
        QTest::newRow("caches") << "cpu.caches";
        QTest::newRow("quota") << "cgroup.quota";
        QTest::newRow("build") << "build.sanitizers";
    }
    void whatTheMachineHidesIsNotFine() {
        QFETCH(const QString, factId);
        SampleResults sample = quiet();
        setFact(sample, factId.toStdString(), std::nullopt);
        const auto all = pitfalls(sample.results);
        QCOMPARE(stateWord(find(all, QTest::currentDataTag()).state), std::string_view("not-observable"));
    }

    /// Lists of 50 items whose serial loop sleeps 10 times. On 2 workers a map needs 6 more sleeps at most, and 4
    /// chunks that are handed over one by one 14.
    void workersThatSleepForLocksAreToldFromHandingOver() {
        struct Case {
            double waits = 0;
            double seconds = 1e-4;
            std::string call = "map";
            bool isProfiled = true;
            WorkerCount workers = 2;
        };
        const auto told = [](const Case& each) {
            SampleResults sample = quiet();
            const auto add = [&](Trial trial, double waits) {
                for (int round = 0; round < 8; ++round) {
                    Sample own;
                    own.trial = trial.id;
                    own.round = round;
                    own.seconds = Seconds(each.seconds);
                    own.waits = waits;
                    sample.apply(own);
                }
                return trial;
            };
            add(sample.trial("serial", 50), 10);
            Trial tbb = sample.trial("tbb", 50, each.workers);
            tbb.call = each.call;
            tbb = add(sample.add(tbb), each.waits);
            if (each.isProfiled)
                sample.apply(
                    TrialProfiled{tbb.id, 0, Seconds(1), 0, {{Seconds(1), Seconds(0), Seconds(0), Seconds(1), 4}}});
            return find(pitfalls(sample.results), "contention");
        };
        QVERIFY(told({.waits = 16}).state == PitfallState::NotSeen);
        QVERIFY(told({.waits = 16.2}).state == PitfallState::Seen);
        QVERIFY(told({.waits = 16.2, .seconds = 1e-2}).state == PitfallState::NotSeen);  // next to nothing of that time
        QVERIFY(told({.waits = 24, .call = "imap"}).state == PitfallState::NotSeen);
        QVERIFY(told({.waits = 24.2, .call = "imap"}).state == PitfallState::Seen);
        QVERIFY(told({.waits = 100, .call = "imap", .isProfiled = false}).state == PitfallState::NotSeen);
        QVERIFY(told({.waits = 100, .workers = 3}).state == PitfallState::NotObservable);  // they take turns
        QCOMPARE(told({.waits = 200}).text, std::string("Workers sleep and are woken far more often than serial and "
                                                        "handing over need at 1 of 7 trials."));
        QVERIFY(find(pitfalls(quiet().results), "contention").state == PitfallState::NotObservable);
    }

    void memoryNodesAreToldByWherePagesAndWorkersAre() {
        const auto told = [](const std::vector<std::uint64_t>& pages, const std::vector<int>& nodes) {
            SampleResults sample = quiet();
            setFact(sample, "cpu.numa_nodes", "2");
            sample.apply(placed(sample.trial("tbb", 50), pages, nodes));
            return find(pitfalls(sample.results), "numa");
        };
        QVERIFY(told({1000, 0}, {0, 0}).state == PitfallState::NotSeen);
        QVERIFY(told({0, 1000}, {1, 1}).state == PitfallState::NotSeen);
        QVERIFY(told({500, 500}, {0, 1}).state == PitfallState::NotSeen);  // nobody knows who needs which
        QVERIFY(told({}, {0, 1}).state == PitfallState::NotObservable);
        QVERIFY(told({0, 0}, {0, 1}).state == PitfallState::NotObservable);
        const Pitfall far = told({1000}, {1, 1});
        QCOMPARE(far.text, std::string("The list lies on one memory node, and up to 100\u202f% of the work was done on "
                                       "others at 1 of 5 trials."));
    }

    void aSpinningThreadTellsOfOtherPrograms() {
        SampleResults sample = quiet();
        for (const int launch : {0, 1, 2})
            sample.apply(kept(launch, launch == 1 ? 0.5 : 0.001));  // one launch met what the others did not
        QVERIFY(find(pitfalls(sample.results), "load").state == PitfallState::NotSeen);
        for (const int launch : {3, 4})
            sample.apply(kept(launch, 0.12));
        QCOMPARE(
            find(pitfalls(sample.results), "load").text,
            std::string("Other programs took CPUs before the samples (load at the start 0.01 0.02 0.03, and a spinning "
                        "thread was kept off its CPU for 12\u202f% of the time, the longest for 4.00\u202fms)."));
        QVERIFY(find(pitfalls(sample.results), "load").state == PitfallState::Seen);
    }

    void whatFilesOfOthersDoNotCountIsNotFine() {
        SampleResults sample;
        sample.measured("tbb", 50, steadyTimes(1));
        for (const char* id : {"load", "page-faults"})
            QVERIFY2(find(pitfalls(sample.results), id).state == PitfallState::NotObservable, id);
    }

    void workersThatWaitForEachOtherAreNotOtherPrograms() {
        SampleResults sample = quiet();
        sample.times(sample.trial("tbb", 50, 8), steadyTimes(1), 0, 0, {"pressure"});
        QVERIFY(find(pitfalls(sample.results), "load").state == PitfallState::NotSeen);
        sample.times(sample.trial("tbb", 50, 2), steadyTimes(1), 0, 0, {"pressure"});
        QVERIFY(find(pitfalls(sample.results), "load").state == PitfallState::Seen);
    }
};

QTEST_APPLESS_MAIN(TestPitfalls)
#include "tst_pitfalls.moc"
