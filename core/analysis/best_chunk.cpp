#include "core/analysis/best_chunk.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/base/parse.h"
#include "core/stats/ratio.h"

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

struct Chunked {
    double items = 1;
    const TrialResult* result = nullptr;
    Seconds median{0};
};

/// Ascending; without `auto` and `pool`, which have no number.
std::vector<Chunked> chunksOf(const Curve& curve) {
    std::vector<Chunked> chunks;
    for (const TrialResult* result : curve.trials) {
        const auto items = parseWhole<ItemCount>(result->trial.chunk);
        const auto time = isComparable(*result) ? summaryOf(*result) : std::nullopt;
        if (items && time) chunks.push_back({static_cast<double>(*items), result, time->median});
    }
    std::ranges::stable_sort(chunks, {}, &Chunked::items);
    return chunks;
}

/// Absent: rounds are too few to tell.
std::optional<bool> isSlower(const Chunked& chunk, const Chunked& best) {
    const auto ratio = pairedRatio(pairedTimes(*chunk.result, *best.result));
    if (!ratio || !ratio->interval) return std::nullopt;
    return ratio->value > 1 + PracticalGate && ratio->interval->low > 1;
}

std::optional<Interval<double>> asGoodAs(const std::vector<Chunked>& chunks, std::size_t best) {
    std::vector<bool> slower(chunks.size(), false);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        if (i == best) continue;
        const auto told = isSlower(chunks[i], chunks[best]);
        if (!told) return std::nullopt;
        slower[i] = *told;
    }
    std::size_t low = best;
    std::size_t high = best;
    while (low > 0 && !slower[low - 1])
        --low;
    while (high + 1 < chunks.size() && !slower[high + 1])
        ++high;
    if (low == 0 && high + 1 == chunks.size()) return std::nullopt;
    return Interval<double>{chunks[low].items, chunks[high].items};
}

}  // namespace

std::vector<BestChunk> bestChunks(const Results& results) {
    std::vector<BestChunk> found;
    for (const Curve& curve : curvesOf(results, "chunk")) {
        const std::vector<Chunked> chunks = isLoop(curve.first()) ? std::vector<Chunked>() : chunksOf(curve);
        if (chunks.size() < 2) continue;
        const auto best = std::ranges::min_element(chunks, {}, &Chunked::median);
        BestChunk own{best->result->trial.id, best->items, {}, {}};
        for (const TrialResult* result : curve.trials)
            if (result != best->result) own.others.push_back(result->trial.id);
        own.asGood = asGoodAs(chunks, static_cast<std::size_t>(best - chunks.begin()));
        found.push_back(std::move(own));
    }
    return found;
}

}  // namespace breakeven
