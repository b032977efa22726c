#include "core/run/runner.h"

#include "core/experiment/codec.h"
#include "core/os/clock.h"
#include "core/peers/peers.h"
#include "core/run/block_run.h"
#include "core/run/pool_references.h"

#include <array>
#include <cerrno>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <unistd.h>

namespace breakeven {

namespace {

constexpr int ParentGone = 4;

class LineReader {
public:
    explicit LineReader(int fd) : m_fd(fd) {}

    /// Empty: end of file. A last line without its newline is dropped: it was cut.
    std::optional<std::string> next() {
        for (;;) {
            if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
                std::string line = m_buffer.substr(0, end);
                m_buffer.erase(0, end + 1);
                return line;
            }
            std::array<char, 65536> part;
            const ssize_t count = read(m_fd, part.data(), part.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return std::nullopt;
            m_buffer.append(part.data(), static_cast<std::size_t>(count));
        }
    }

private:
    int m_fd;
    std::string m_buffer;
};

class EventWriter {
public:
    explicit EventWriter(int fd) : m_fd(fd) {}

    void add(const Event& event) { m_lines += writeEvent(event) + '\n'; }

    /// Hands over what was added, in one write as far as the kernel allows. False when the reader is gone.
    bool flush() {
        std::string_view left = m_lines;
        while (!left.empty()) {
            const ssize_t count = write(m_fd, left.data(), left.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return false;
            left.remove_prefix(static_cast<std::size_t>(count));
        }
        m_lines.clear();
        return true;
    }

private:
    int m_fd;
    std::string m_lines;
};

class Runner {
public:
    explicit Runner(int outFd) : m_events(outFd) {}

    /// False when the parent is gone.
    bool answer(const std::string& line) {
        const auto begin = Clock::now();
        const auto request = parseRequest(line);
        if (!request) {
            m_events.add(Note{"runner: a request was not understood: " + request.error().detail});
            return m_events.flush();
        }
        // Trials are announced before the first round, which may be long.
        for (const auto& trial : request->trials)
            if (m_announced.insert(trial.id).second) m_events.add(TrialStarted{request->launch, trial});
        if (!m_events.flush()) return false;

        // No pool of a block may live beside those that are measured.
        if (m_block && (!m_block->holds(*request) || m_references.areMissing(*request))) m_block.reset();
        const auto beforeReferences = Clock::now();
        for (const auto& event : m_references.measureMissing(*request))
            m_events.add(event);
        const Seconds references = Clock::now() - beforeReferences;
        const Seconds setupBefore = m_block ? m_block->setup() : Seconds(0);
        const Seconds measuredBefore = m_block ? m_block->measured() : Seconds(0);
        const Seconds quiescedBefore = m_block ? m_block->quiesced() : Seconds(0);
        if (!m_block) m_block.emplace(*request, &findBackendOrPeer);
        for (int i = 0; i < request->rounds; ++i) {
            const bool isLast = i + 1 == request->rounds;
            for (const auto& event : m_block->runRound(request->trials, request->firstRound + i, isLast))
                m_events.add(event);
            if (!isLast && !m_events.flush()) return false;
        }
        if (request->profiles > 0) {
            if (!m_events.flush()) return false;
            for (const auto& event : m_block->profile(*request))
                m_events.add(event);
        }
        m_events.add(BlockFinished{.block = request->block,
                                   .launch = request->launch,
                                   .rounds = request->rounds,
                                   .setup = m_block->setup() - setupBefore + references,
                                   .measured = m_block->measured() - measuredBefore,
                                   .elapsed = Clock::now() - begin,
                                   .quiesced = m_block->quiesced() - quiescedBefore});
        return m_events.flush();
    }

private:
    EventWriter m_events;
    std::set<int> m_announced;
    References m_references;
    std::optional<BlockRun> m_block;
};

}  // namespace

int runRequests(int inFd, int outFd) {
    LineReader requests(inFd);
    Runner runner(outFd);
    while (const auto line = requests.next())
        if (!runner.answer(*line)) return ParentGone;
    return 0;
}

}  // namespace breakeven
