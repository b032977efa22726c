// How long the list of a long history takes, from opening the file on: 10 000 runs of 480 samples each, a third of them
// with tags, in a file of some 60 MB that the system has in its memory. Nothing of the runs' events is read for it.
#include "core/base/random.h"
#include "core/history/history.h"
#include "core/history/packed_text.h"
#include "core/history/run_rows.h"
#include "core/os/clock.h"
#include "core/os/temporary_folder.h"
#include "tests/benchmarks/proof.h"

#include <filesystem>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr int Trials = 24;
constexpr int Rounds = 20;

RunStarted startOf(int run) {
    const std::string number = std::to_string(1'000'000 + run);
    RunStarted started{"20260101T" + number + "-" + std::to_string(run), "2026-01-01T" + number, "0.1.0", {}, {}};
    started.spec.name = "overhead-vs-size";
    started.spec.title = "Overhead versus size";
    started.spec.cases.resize(1);
    started.spec.cases[0].workload = "square";
    started.environment.facts = {{"cpu.model", "Processor", "A processor with a name of usual length"}};
    return started;
}

std::vector<Event> eventsOf(const RunStarted& started, std::uint64_t seed) {
    std::vector<Event> events{started};
    RandomStream random(seed, 0);
    for (int id = 0; id < Trials; ++id) {
        Trial trial;
        trial.id = id;
        trial.workload = "square";
        trial.backend = id % 2 == 0 ? "serial" : "tbb";
        trial.size = ItemCount{10} << id;
        events.push_back(TrialStarted{0, trial});
        for (int round = 0; round < Rounds; ++round) {
            Sample sample;
            sample.trial = id;
            sample.round = round;
            sample.seconds = Seconds(1e-6 * static_cast<double>(randomBelow(random(), 1'000'000, 2'000'000)));
            sample.verified = true;
            events.push_back(sample);
        }
    }
    return events;
}

Result<void> fill(const std::filesystem::path& file, int runs, std::uint64_t seed) {
    BREAKEVEN_CHECK(History::open(file));  // makes the tables
    BREAKEVEN_TRY(const auto database, Database::open(file));
    const auto events = eventsOf(startOf(0), seed);
    const std::string packed = TextPacker().add(linesOf(events));
    BREAKEVEN_TRY(auto transaction, Transaction::begin(database));
    for (int run = 0; run < runs; ++run) {
        BREAKEVEN_TRY(const auto row, insertRun(database, startOf(run), {.host = "host", .process = {}, .file = {}}));
        BREAKEVEN_CHECK(insertPiece(database, row, packed, countSamples(events)));
    }
    BREAKEVEN_CHECK(database.execute(
        "UPDATE runs SET ending = 'completed', elapsed = 60, note = 'a note of some words', "
        "headline = 'tbb pays off from 31 000 items (28 000–36 000) on 2 workers, up to 1.84× (1.79–1.88)'; "
        "INSERT INTO tags SELECT id, 'nightly' FROM runs WHERE id % 3 = 0; "
        "INSERT INTO tags SELECT id, 'machine-' || id % 7 FROM runs WHERE id % 3 = 0"));
    return transaction.commit();
}

Result<Claim> claimOf(const std::string& name, int repeats, const std::filesystem::path& file,
                      const HistoryQuery& query, std::size_t expected) {
    std::vector<double> seconds;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        const auto begin = Clock::now();
        BREAKEVEN_TRY(const History history, History::open(file));
        BREAKEVEN_TRY(const auto entries, history.list(query));
        seconds.push_back(Seconds(Clock::now() - begin).count());
        if (entries.size() != expected)
            return Error{ErrorCode::WorkFailed, name + ": " + std::to_string(entries.size()) + " runs are listed"};
    }
    BREAKEVEN_TRY(auto claim, benchmarks::medianClaim(name, "s", seconds));
    claim.must = benchmarks::atMost(0.2);
    claim.aim = benchmarks::atMost(0.1);
    return claim;
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    const int runs = options.quick ? 1000 : 10'000;
    const int repeats = options.repeatsOr(30, 6);
    std::error_code none;
    BREAKEVEN_TRY(const auto folder,
                  TemporaryFolder::make(std::filesystem::temp_directory_path(none), "breakeven-history-"));
    const auto own = folder.path() / "own";  // a history locks its folder, which the temporary one does for its life
    std::filesystem::create_directory(own, none);
    const auto file = own / "history.sqlite";
    BREAKEVEN_CHECK(fill(file, runs, options.seed));
    const std::string of = " of " + std::to_string(runs) + " runs";
    const auto all = static_cast<std::size_t>(runs);
    std::vector<Claim> claims;
    BREAKEVEN_TRY(claims.emplace_back(), claimOf("open and list all" + of, repeats, file, {}, all));
    BREAKEVEN_TRY(claims.emplace_back(),
                  claimOf("open and list the first 100" + of, repeats, file, {.limit = 100}, 100));
    BREAKEVEN_TRY(claims.emplace_back(),
                  claimOf("open and search two words" + of, repeats, file, {.text = "nightly overhead"}, all / 3));
    claims.push_back(
        {.name = "file" + of, .unit = "MB", .value = static_cast<double>(std::filesystem::file_size(file)) / 1e6});
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("history-open", argc, argv, run);
}
