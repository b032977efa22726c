// The runner's loop as its parent sees it: requests in, events out.
#include "core/engine/processes/zygote.h"
#include "core/experiment/codec.h"
#include "core/os/child.h"
#include "core/run/cached_list.h"
#include "core/run/runner.h"

#include <QtTest>

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <map>
#include <vector>

#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace breakeven;

namespace {

Trial serialTrial(int id, ItemCount size) {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = "serial";
    trial.size = size;
    return trial;
}

Trial parallelTrial(int id, const std::string& backend, const std::string& pool, ItemCount size) {
    Trial trial = serialTrial(id, size);
    trial.backend = backend;
    trial.call = "map";
    trial.chunk = "auto";
    trial.pool = pool;
    trial.workers = 2;
    return trial;
}

BlockRequest requestOf(int rounds, std::vector<Trial> trials) {
    BlockRequest request;
    request.rounds = rounds;
    request.trials = std::move(trials);
    return request;
}

/// What each write of the runner carried.
using Writes = std::vector<std::vector<Event>>;

/// Hands the lines to a runner in this process. Each write of the runner arrives as one packet.
Writes answersTo(const std::vector<std::string>& lines) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe(in.data()) != 0 || socketpair(AF_UNIX, SOCK_SEQPACKET, 0, out.data()) != 0) return {};
    for (const auto& line : lines)
        if (write(in[1], (line + '\n').data(), line.size() + 1) < 0) return {};
    close(in[1]);
    const int status = runRequests(in[0], out[1]);
    close(in[0]);
    close(out[1]);

    Writes writes;
    std::string packet(1 << 20, '\0');
    for (ssize_t count = 0; status == 0 && (count = read(out[0], packet.data(), packet.size())) > 0;) {
        auto& events = writes.emplace_back();
        std::string_view left(packet.data(), static_cast<std::size_t>(count));
        for (; !left.empty(); left.remove_prefix(left.find('\n') + 1))
            if (auto event = parseEvent(left.substr(0, left.find('\n')))) events.push_back(*std::move(event));
    }
    close(out[0]);
    return writes;
}

template <class E>
std::vector<E> only(const Writes& writes) {
    std::vector<E> found;
    for (const auto& events : writes)
        for (const auto& event : events)
            if (const auto* match = std::get_if<E>(&event)) found.push_back(*match);
    return found;
}

std::vector<pid_t> childrenOf(pid_t parent) {
    const std::string pid = std::to_string(parent);
    std::ifstream file("/proc/" + pid + "/task/" + pid + "/children");
    return {std::istream_iterator<pid_t>(file), {}};
}

/// How many children of the process are inside clock_nanosleep.
int sleepingChildren(pid_t parent) {
    int sleeping = 0;
    for (const pid_t child : childrenOf(parent)) {
        std::ifstream file("/proc/" + std::to_string(child) + "/syscall");
        long number = -1;
        if (file >> number && number == SYS_clock_nanosleep) ++sleeping;
    }
    return sleeping;
}

std::vector<int> orderWithSeed(std::uint64_t seed) {
    auto request = requestOf(6, {serialTrial(0, 10)});
    request.seed = seed;
    for (int id = 1; id < 5; ++id)
        request.trials.push_back(parallelTrial(id, "threads", "cold", 10));
    std::vector<int> trials;
    for (const auto& sample : only<Sample>(answersTo({writeRequest(request)})))
        trials.push_back(sample.trial);
    return trials;
}

}  // namespace

class TestRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }  // QtTest has set its own handler

    void takesRoundsAndWritesOncePerRound() {
        auto request = requestOf(
            3, {serialTrial(0, 1000), parallelTrial(1, "tbb", "warm", 1000), parallelTrial(2, "threads", "cold", 1000),
                parallelTrial(3, "processes", "warm", 1000), parallelTrial(4, "processes", "cold", 1000)});
        const std::string first = writeRequest(request);
        request.firstRound = 3;
        request.rounds = 2;
        const auto writes = answersTo({first, writeRequest(request)});
        QCOMPARE(writes.size(), std::size_t{1 + 3 + 2});  // the announcement, then one per round

        QCOMPARE(only<TrialStarted>(writes).size(), std::size_t{5});
        QCOMPARE(only<TrialFailed>(writes).size(), std::size_t{0});
        const auto samples = only<Sample>(writes);
        QCOMPARE(samples.size(), std::size_t{5 * 5});
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const auto& sample = samples[i];
            QCOMPARE(sample.round, static_cast<int>(i / 5));
            QCOMPARE(sample.order, static_cast<int>(i % 5));
            QVERIFY(sample.seconds > Seconds(0));
            QVERIFY(sample.iterations >= 1);
            const bool cold = sample.trial == 2 || sample.trial == 4;
            QCOMPARE(sample.startup.has_value(), cold);
            if (cold) QVERIFY(*sample.startup <= sample.seconds && sample.iterations == 1);
            const bool isChecked = sample.round == 0 || sample.round == 2 || sample.round == 4;  // first, last, last
            QVERIFY(sample.verified == (isChecked ? std::optional(true) : std::nullopt));
            QVERIFY(sample.peakRss.value_or(0) > 0);
        }
        const auto finished = only<BlockFinished>(writes);
        QCOMPARE(finished.size(), std::size_t{2});
        QCOMPARE(finished[0].rounds, 3);
        QCOMPARE(finished[1].rounds, 2);
        QVERIFY(finished[0].measured > Seconds(0) && finished[0].measured <= finished[0].elapsed);
        QVERIFY(finished[0].setup > Seconds(0) && finished[0].setup <= finished[0].elapsed);
        QVERIFY(finished[0].quiesced > Seconds(0));
        QVERIFY(finished[0].setup + finished[0].measured + finished[0].quiesced <= finished[0].elapsed);
    }

    /// The samples are out before, so that they are not lost with a pass that ends the runner.
    void profilesAfterTheRounds() {
        auto request = requestOf(2, {serialTrial(0, 1000), parallelTrial(1, "threads", "warm", 1000)});
        request.profiles = 2;
        const auto writes = answersTo({writeRequest(request)});
        QCOMPARE(writes.size(), std::size_t{1 + 2 + 1});
        QCOMPARE(only<Sample>(writes).size(), std::size_t{2 * 2});
        const Writes last = {writes.back()};
        QCOMPARE(last.front().size(), std::size_t{3});
        QCOMPARE(only<TrialProfiled>(last).size(), std::size_t{2});
        const auto finished = only<BlockFinished>(last);
        QCOMPARE(finished.size(), std::size_t{1});
        QVERIFY(finished[0].setup + finished[0].measured + finished[0].quiesced <= finished[0].elapsed);
    }

    void measuresReferencesBeforeAnySample() {
        auto request =
            requestOf(2, {serialTrial(0, 1000), parallelTrial(1, "tbb", "warm", 1000),
                          parallelTrial(2, "processes", "cold", 1000), parallelTrial(3, "processes", "warm", 1000)});
        request.referenceThreads = 2;
        auto again = request;
        again.firstRound = 2;
        const auto writes = answersTo({writeRequest(request), writeRequest(again)});
        QCOMPARE(writes.size(), std::size_t{1 + 2 + 2});
        QCOMPARE(only<LaunchReference>(writes).size(), std::size_t{1});
        QCOMPARE(only<PoolReference>(writes).size(), std::size_t{2});
        QVERIFY(std::holds_alternative<LaunchReference>(writes[1].front()));
        QCOMPARE(only<TrialFailed>(writes).size(), std::size_t{0});
        QCOMPARE(only<Sample>(writes).size(), std::size_t{4 * 4});
        const auto finished = only<BlockFinished>(writes);
        QVERIFY(finished[0].setup > finished[1].setup);
        QVERIFY(finished[0].setup <= finished[0].elapsed);
    }

    void ordersRoundsBySeed() {
        const auto one = orderWithSeed(1);
        QCOMPARE(one.size(), std::size_t{30});
        QVERIFY(one == orderWithSeed(1));
        QVERIFY(one != orderWithSeed(2));
        QVERIFY(!std::equal(one.begin() + 5, one.begin() + 10, one.begin() + 10));
    }

    /// A request that prepares its block again has as random an order as any.
    void theBaseIsFirstNoMoreOftenThanOthers() {
        constexpr int Blocks = 60;
        int first = 0;
        for (int block = 0; block < Blocks; ++block) {
            auto request = requestOf(1, {serialTrial(0, 10), parallelTrial(1, "threads", "warm", 10)});
            request.block = block;
            const auto samples = only<Sample>(answersTo({writeRequest(request)}));
            QCOMPARE(samples.size(), std::size_t{2});
            QCOMPARE(samples.front().order, 0);
            if (samples.front().trial == 0) ++first;
        }
        QVERIFY2(first > Blocks / 4 && first < Blocks * 3 / 4, qPrintable(QString::number(first)));
    }

    void aBaseWhoseFirstCallIsASampleIsFirst() {
        for (int block = 0; block < 4; ++block) {
            auto serial = serialTrial(0, 2);
            auto parallel = parallelTrial(1, "threads", "warm", 2);
            serial.workload = parallel.workload = "sleep-square";
            serial.params = parallel.params = {{"seconds", 0.06}};
            auto request = requestOf(1, {serial, parallel});
            request.block = block;
            const auto samples = only<Sample>(answersTo({writeRequest(request)}));
            QCOMPARE(samples.size(), std::size_t{2});
            QCOMPARE(samples.front().trial, 0);
            QCOMPARE(samples.front().order, 0);
        }
    }

    void startsOverWithAnotherBlock() {
        auto other = requestOf(1, {serialTrial(2, 20), parallelTrial(3, "threads", "warm", 20)});
        other.block = 1;
        const auto one = requestOf(1, {serialTrial(0, 10), parallelTrial(1, "threads", "warm", 10)});
        auto again = one;
        again.firstRound = 1;
        const auto writes = answersTo({writeRequest(one), writeRequest(other), writeRequest(again)});
        const auto samples = only<Sample>(writes);
        QCOMPARE(samples.size(), std::size_t{6});
        for (const auto& sample : samples)
            QVERIFY(sample.verified == true);  // each list was made, and checked, anew
        QCOMPARE(only<TrialStarted>(writes).size(), std::size_t{4});
    }

    void refusesAListThatDoesNotFit() {
        constexpr ItemCount Huge = 1'000'000'000'000;
        const auto writes =
            answersTo({writeRequest(requestOf(2, {serialTrial(0, Huge), parallelTrial(1, "tbb", "warm", Huge)}))});
        const auto failed = only<TrialFailed>(writes);
        QCOMPARE(failed.size(), std::size_t{2});
        for (const auto& event : failed) {
            QCOMPARE(event.status, TrialStatus::Refused);
            QVERIFY2(event.detail.find("16.0\u202fTB") != std::string::npos, event.detail.c_str());
        }
        QCOMPARE(only<BlockFinished>(writes).size(), std::size_t{1});
    }

    void refusesWhatItDoesNotKnow_data() {
        QTest::addColumn<QString>("field");
        for (const char* field : {"workload", "backend", "call", "chunk", "pool"})
            QTest::newRow(field) << field;
    }
    void refusesWhatItDoesNotKnow() {
        QFETCH(QString, field);
        Trial base = serialTrial(0, 10);
        Trial odd = parallelTrial(1, "tbb", "warm", 10);
        const std::map<QString, std::string*> fields = {{"workload", &odd.workload},
                                                        {"backend", &odd.backend},
                                                        {"call", &odd.call},
                                                        {"chunk", &odd.chunk},
                                                        {"pool", &odd.pool}};
        *fields.at(field) = "abacus";
        base.workload = odd.workload;
        const auto writes = answersTo({writeRequest(requestOf(1, {base, odd}))});
        const auto failed = only<TrialFailed>(writes);
        QVERIFY(!failed.empty());
        QCOMPARE(failed.back().status, TrialStatus::Refused);
        QVERIFY2(failed.back().detail.find("abacus") != std::string::npos, failed.back().detail.c_str());
        QCOMPARE(only<Sample>(writes).size(), std::size_t{field == "workload" ? 0U : 1U});
    }

    void goesOnAfterALineItCannotRead() {
        const auto writes = answersTo({"not a request", "{}", writeRequest(requestOf(1, {serialTrial(0, 10)}))});
        QCOMPARE(only<Note>(writes).size(), std::size_t{2});
        QCOMPARE(only<Sample>(writes).size(), std::size_t{1});
    }

    void endsWhenTheParentIsGone() {
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        QVERIFY(pipe(in.data()) == 0 && pipe(out.data()) == 0);
        const std::string line = writeRequest(requestOf(1, {serialTrial(0, 10)})) + '\n';
        QVERIFY(write(in[1], line.data(), line.size()) > 0);
        close(out[0]);
        QCOMPARE(runRequests(in[0], out[1]), 4);
        for (const int fd : {in[0], in[1], out[1]})
            close(fd);
    }

    /// Whatever kills the runner, its workers go with it, even in the middle of an item.
    void takesItsWorkersAlong() {
        auto runner = Child::spawn({std::string(qgetenv("BREAKEVEN_BIN").constData()) + "/breakeven-runner"});
        QVERIFY(runner);
        Trial sleepers = parallelTrial(1, "processes", "warm", 2);
        sleepers.workload = "sleep-square";
        sleepers.params = {{"seconds", 60.0}};
        QVERIFY(runner->writeLine(writeRequest(requestOf(1, {sleepers}))));
        QTRY_COMPARE_WITH_TIMEOUT(sleepingChildren(runner->pid()), 2, 20'000);

        std::vector<pollfd> watched;
        for (const pid_t child : childrenOf(runner->pid()))
            watched.push_back(
                {.fd = static_cast<int>(syscall(SYS_pidfd_open, child, 0)), .events = POLLIN, .revents = 0});
        QCOMPARE(watched.size(), std::size_t{3});  // the zygote and two workers
        ::kill(runner->pid(), SIGKILL);            // not the group: the workers must notice by themselves
        for (auto& process : watched) {
            QCOMPARE(poll(&process, 1, 10'000), 1);
            close(process.fd);
        }
    }
};

int main(int argc, char** argv) {
    if (!startZygote(listKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestRunner test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_runner.moc"
