#include "core/history/run_recorder.h"

#include "core/history/run_rows.h"
#include "core/os/process_identity.h"

#include <array>
#include <utility>

#include <unistd.h>

namespace breakeven {

namespace {

/// While it waits, nobody reads what the runner says.
constexpr Seconds PatienceOfRounds{0.1};
constexpr Seconds PatienceAtTheEnd{5};

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : std::string();
}

}  // namespace

RunRecorder::RunRecorder(History history, std::filesystem::path file)
    : m_history(std::move(history)), m_file(std::move(file)) {
    m_history.m_database.setPatience(PatienceOfRounds);
}

void RunRecorder::append(const std::vector<Event>& events) {
    if (events.empty()) return;
    if (const auto* started = std::get_if<RunStarted>(&events.front())) m_started = *started;
    m_unwritten += m_packer.add(linesOf(events));
    m_unwrittenSamples += countSamples(events);
    static_cast<void>(flush());
}

Result<void> RunRecorder::finish(const Results& results, RunState state) {
    m_history.m_database.setPatience(PatienceAtTheEnd);
    BREAKEVEN_CHECK(flush());
    return endRun(m_history.m_database, m_row, results, state);
}

Result<void> RunRecorder::flush() {
    const Database& database = m_history.m_database;
    if (m_unwritten.empty()) return {};
    BREAKEVEN_TRY(auto transaction, Transaction::begin(database));
    std::int64_t row = m_row;
    if (m_started) {
        BREAKEVEN_TRY(row, insertRun(database, *m_started, {hostName(), processIdentity(::getpid()), m_file.string()}));
    }
    BREAKEVEN_CHECK(insertPiece(database, row, m_unwritten, m_unwrittenSamples));
    BREAKEVEN_CHECK(transaction.commit());
    m_row = row;
    m_started.reset();
    m_unwritten.clear();
    m_unwrittenSamples = 0;
    return {};
}

}  // namespace breakeven
