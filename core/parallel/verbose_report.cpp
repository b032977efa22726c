#include "core/parallel/verbose_report.h"

#include "core/base/in_flight.h"

#include <iostream>
#include <utility>

namespace breakeven {

VerboseReport::VerboseReport(VerboseOptions options, WorkerCount workers, std::optional<ItemCount> items,
                             std::uint64_t limit)
    : m_options(std::move(options)), m_lines(m_options.verbose, workers, items, limit == NoLimit ? 0 : limit) {}

void VerboseReport::started(std::string_view backend) {
    if (m_options.verbose > 0) write(m_lines.started(backend));
}

void VerboseReport::handedOver(ItemCount itemsRead, bool inputIsUsedUp) {
    m_state.inputIsUsedUp = inputIsUsedUp;
    m_state.dispatchedItems = itemsRead;
    if (!inputIsUsedUp) ++m_state.dispatchedChunks;
}

void VerboseReport::completed(ItemCount items) {
    m_state.completedItems += items;
    if (m_options.verbose <= 0) return;
    m_state.elapsed = elapsed();
    write(m_lines.afterChunk(m_state));
}

void VerboseReport::finished() {
    if (std::exchange(m_isOver, true) || m_options.verbose <= 0) return;
    m_state.elapsed = elapsed();
    write(m_lines.finished(m_state));
}

void VerboseReport::write(std::string_view line) {
    constexpr int FirstOnOutput = 50;  // joblib's
    if (line.empty()) return;
    if (m_options.output)
        m_options.output(line);
    else
        (m_options.verbose < FirstOnOutput ? std::cerr : std::cout) << line << std::flush;
}

}  // namespace breakeven
