/// A call that tells how far it is, as joblib does with verbose.
#pragma once

#include "core/base/in_flight.h"
#include "core/parallel/batch_size.h"
#include "core/parallel/call_settings.h"
#include "core/parallel/parts_in_flight.h"
#include "core/parallel/verbose_lines.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace breakeven {

struct VerboseOptions {
    int verbose = 1;                                    ///< 0: no line
    std::function<void(std::string_view)> output = {};  ///< empty: standard error, or standard output from 50 on
};

/// Writes to where the options say.
void writeLine(const VerboseOptions& options, std::string_view line);

/// All results in input order; the input is read as far as the in-flight limit, which counts chunks, allows. With
/// verbose from 1 on a line after each chunk that the rules of joblib show. Throws ParallelError for the first item
/// that failed, and what reading the input throws.
template <class R>
auto verboseCall(StreamSource<R>& source, const CallSettings& settings, bool isParallel, std::optional<ItemCount> items,
                 const VerboseOptions& options) {
    const auto begin = std::chrono::steady_clock::now();
    const std::uint64_t limit = isParallel ? settings.inFlight.limit(settings.workers) : 1;
    const VerboseLines lines(options.verbose, isParallel ? settings.workers : 1, items, limit == NoLimit ? 0 : limit);
    const bool isShown = options.verbose > 0;
    if (isShown && isParallel) writeLine(options, lines.started(settings.backend));

    BatchSize batch(settings.chunk, items, settings.workers);
    DispatchState state;
    std::vector<Marked<R>> results;
    PartsInFlight<R> parts(StreamOrder::Completion);
    const auto dispatch = [&] {
        while (!state.inputIsUsedUp && parts.size() < limit) {
            auto part = source.submitNext(batch.next());
            state.inputIsUsedUp = !part;
            if (!part) return;
            ++state.dispatchedChunks;
            state.dispatchedItems = source.itemsRead();
            parts.add(*std::move(part));
        }
    };
    for (dispatch(); parts.size() > 0; dispatch()) {
        auto part = parts.take();
        auto chunk = std::move(part.results).get();
        if (isParallel) batch.ended(chunk.size(), std::chrono::steady_clock::now() - part.handedOver);
        results.resize(std::max<std::size_t>(results.size(), part.first + chunk.size()));
        for (std::size_t i = 0; i < chunk.size(); ++i) {
            if (!chunk[i]) throw itemError(chunk[i].error(), part.first + i);
            if constexpr (std::is_void_v<R>)
                results[part.first + i] = std::monostate{};
            else
                results[part.first + i] = *std::move(chunk[i]);
        }
        state.completedItems += chunk.size();
        state.elapsed = std::chrono::steady_clock::now() - begin;
        if (isShown) writeLine(options, lines.afterChunk(state));
    }
    state.elapsed = std::chrono::steady_clock::now() - begin;
    if (isShown) writeLine(options, lines.finished(state));
    if constexpr (!std::is_void_v<R>) {
        std::vector<R> values;
        values.reserve(results.size());
        for (auto& result : results)
            values.push_back(*std::move(result));
        return values;
    }
}

}  // namespace breakeven
