#include "core/stats/distribution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t FewestForOutliers = 6;
constexpr std::size_t FewestForModes = 10;

/// Ascending values of which no two are equal: those that are share out the smallest distance evenly.
std::vector<double> withoutTies(std::vector<double> ascending) {
    double tick = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < ascending.size(); ++i) {
        if (ascending[i] > ascending[i - 1]) tick = std::min(tick, ascending[i] - ascending[i - 1]);
    }
    for (std::size_t begin = 0, end = 0; begin < ascending.size(); begin = end) {
        const double value = ascending[begin];
        while (end < ascending.size() && ascending[end] == value)
            ++end;
        const auto ties = static_cast<double>(end - begin);
        for (std::size_t i = begin; i < end; ++i)
            ascending[i] = value + tick * ((static_cast<double>(i - begin) + 0.5) / ties - 0.5);
    }
    return ascending;
}

/// The dip in units of 1 / (2 n), by shrinking the interval that must hold the mode. Names follow AS 217: the greatest
/// convex minorant of the distribution below the mode, its least concave majorant above.
class DipSearch {
public:
    explicit DipSearch(std::span<const double> ascending) : m_x(ascending), m_high(ascending.size() - 1) {
        const std::size_t n = ascending.size();
        m_minorant.assign(n, 0);
        for (std::size_t j = 1; j < n; ++j)
            m_minorant[j] = corner(j, j - 1, m_minorant, 0);
        m_majorant.assign(n, n - 1);
        for (std::size_t k = n - 1; k-- > 0;)
            m_majorant[k] = corner(k, k + 1, m_majorant, n - 1);
    }

    double run() {
        double dip = 1;
        while (true) {
            collectCorners();
            const double distance = widestGap();
            if (distance < dip) return dip;
            dip = std::max({dip, below(), above()});
            const std::size_t low = m_convex[m_convexCut];
            const std::size_t high = m_concave[m_concaveCut];
            if (low == m_low && high == m_high) return dip;
            m_low = low;
            m_high = high;
        }
    }

private:
    static double count(std::size_t from, std::size_t to) {
        return static_cast<double>(to) - static_cast<double>(from);
    }

    /// The next corner of the hull that ends at `end`, seen from i, by way of the corners of its neighbour.
    std::size_t corner(std::size_t i, std::size_t next, const std::vector<std::size_t>& corners,
                       std::size_t end) const {
        while (next != end) {
            const std::size_t beyond = corners[next];
            const bool isConvexThere =
                (m_x[i] - m_x[next]) * count(beyond, next) < (m_x[next] - m_x[beyond]) * count(next, i);
            if (isConvexThere) break;
            next = beyond;
        }
        return next;
    }

    void collectCorners() {
        m_convex = {m_high};
        while (m_convex.back() > m_low)
            m_convex.push_back(m_minorant[m_convex.back()]);
        m_concave = {m_low};
        while (m_concave.back() < m_high)
            m_concave.push_back(m_majorant[m_concave.back()]);
    }

    /// How far the straight line from a to b is above the distribution at i, in counts.
    double lineOver(std::size_t a, std::size_t b, std::size_t i) const {
        return (m_x[i] - m_x[a]) * count(a, b) / (m_x[b] - m_x[a]) - count(a, i);
    }

    /// The largest distance between the two hulls, at a corner of either; the cuts become the corners around it.
    double widestGap() {
        m_convexCut = m_convex.size() - 1;
        m_concaveCut = m_concave.size() - 1;
        if (m_convex.size() == 2 && m_concave.size() == 2) return 1;
        double widest = 0;
        std::size_t ix = m_convex.size() - 2;
        std::size_t iv = 1;
        while (true) {
            const std::size_t convex = m_convex[ix];
            const std::size_t concave = m_concave[iv];
            if (convex > concave) {
                const double gap = 1 - lineOver(m_convex[ix + 1], convex, concave);
                ++iv;
                if (gap >= widest) {
                    widest = gap;
                    m_convexCut = ix + 1;
                    m_concaveCut = iv - 1;
                }
            } else {
                const double gap = 1 + lineOver(m_concave[iv - 1], concave, convex);
                if (ix > 0) --ix;
                if (gap >= widest) {
                    widest = gap;
                    m_convexCut = ix + 1;
                    m_concaveCut = iv;
                }
            }
            iv = std::min(iv, m_concave.size() - 1);
            if (m_convex[ix] == m_concave[iv]) return widest;
        }
    }

    /// The largest distance of the distribution from its convex minorant below the mode.
    double below() const {
        double dip = 0;
        for (std::size_t j = m_convexCut; j + 1 < m_convex.size(); ++j) {
            for (std::size_t i = m_convex[j + 1]; i <= m_convex[j]; ++i)
                dip = std::max(dip, 1 - lineOver(m_convex[j + 1], m_convex[j], i));
        }
        return dip;
    }

    /// The largest distance of the distribution from its concave majorant above the mode.
    double above() const {
        double dip = 0;
        for (std::size_t j = m_concaveCut; j + 1 < m_concave.size(); ++j) {
            for (std::size_t i = m_concave[j]; i <= m_concave[j + 1]; ++i)
                dip = std::max(dip, 1 + lineOver(m_concave[j], m_concave[j + 1], i));
        }
        return dip;
    }

    std::span<const double> m_x;
    std::vector<std::size_t> m_minorant;  // of each value: the corner before it
    std::vector<std::size_t> m_majorant;  // of each value: the corner after it
    std::vector<std::size_t> m_convex;    // corners from m_high down to m_low
    std::vector<std::size_t> m_concave;   // corners from m_low up to m_high
    std::size_t m_low = 0;
    std::size_t m_high = 0;
    std::size_t m_convexCut = 0;
    std::size_t m_concaveCut = 0;
};

constexpr std::array DipLevels{0.5, 0.1, 0.05, 0.02, 0.01, 0.001};

/// sqrt(count) * dip that samples of a uniform law exceed at the levels.
struct DipRow {
    std::size_t count;
    std::array<double, DipLevels.size()> exceeded;
};

constexpr std::array DipTable{
    DipRow{10, {0.3091, 0.4127, 0.4413, 0.4767, 0.5037, 0.5700}},
    DipRow{15, {0.3235, 0.4258, 0.4594, 0.4989, 0.5271, 0.6015}},
    DipRow{20, {0.3282, 0.4342, 0.4694, 0.5100, 0.5381, 0.6173}},
    DipRow{30, {0.3365, 0.4463, 0.4825, 0.5265, 0.5556, 0.6415}},
    DipRow{50, {0.3454, 0.4584, 0.4967, 0.5414, 0.5718, 0.6638}},
    DipRow{100, {0.3546, 0.4713, 0.5106, 0.5581, 0.5901, 0.6863}},
    DipRow{200, {0.3614, 0.4803, 0.5208, 0.5695, 0.6028, 0.7025}},
    DipRow{1000, {0.3709, 0.4928, 0.5356, 0.5873, 0.6220, 0.7291}},
};

/// The row for a count, interpolated on the logarithm of it; the last one stands for all larger counts, whose limits
/// are within 2 % of it.
std::array<double, DipLevels.size()> dipRow(std::size_t count) {
    const auto above = std::ranges::lower_bound(DipTable, count, {}, &DipRow::count);
    if (above == DipTable.end()) return DipTable.back().exceeded;
    if (above == DipTable.begin()) return above->exceeded;
    const DipRow& low = *std::prev(above);
    const double share = std::log(static_cast<double>(count) / static_cast<double>(low.count)) /
                         std::log(static_cast<double>(above->count) / static_cast<double>(low.count));
    std::array<double, DipLevels.size()> row{};
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = std::lerp(low.exceeded[i], above->exceeded[i], share);
    return row;
}

/// Interpolated on the logarithm of the level. Beyond the table it goes on as a straight line, which the true value is
/// below.
double dipPValue(double dip, std::size_t count) {
    const auto row = dipRow(count);
    const double statistic = dip * std::sqrt(static_cast<double>(count));
    if (statistic <= row.front()) return std::lerp(1.0, DipLevels.front(), statistic / row.front());
    std::size_t i = 1;
    while (i + 1 < row.size() && statistic > row[i])
        ++i;
    const double share = (statistic - row[i - 1]) / (row[i] - row[i - 1]);
    return std::exp(std::lerp(std::log(DipLevels[i - 1]), std::log(DipLevels[i]), share));
}

/// quantile() of values in any order, which changes.
double quantileAmong(std::vector<double>& values, double share) {
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = values.begin() + static_cast<std::ptrdiff_t>(position);
    std::ranges::nth_element(values, below);
    const auto above = below + 1 == values.end() ? below : std::min_element(below + 1, values.end());
    return std::lerp(*below, *above, position - std::floor(position));
}

}  // namespace

double quantile(std::span<const double> ascending, double share) {
    const double position = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], position - static_cast<double>(below));
}

Outliers outliers(std::span<const double> values) {
    Outliers found;
    if (values.size() < FewestForOutliers) return found;
    std::vector<double> some(values.begin(), values.end());
    const double low = quantileAmong(some, 0.25);
    const double high = quantileAmong(some, 0.75);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double beyond = std::max(low - values[i], values[i] - high);
        if (beyond > 3 * (high - low)) {
            found.severe.push_back(i);
        } else if (beyond > 1.5 * (high - low)) {
            found.mild.push_back(i);
        }
    }
    return found;
}

std::optional<Modality> modality(std::span<const double> values) {
    if (values.size() < FewestForModes) return std::nullopt;
    std::vector<double> ascending(values.begin(), values.end());
    if (!std::ranges::is_sorted(ascending)) std::ranges::sort(ascending);
    if (ascending.front() == ascending.back()) return std::nullopt;
    ascending = withoutTies(std::move(ascending));
    Modality found;
    found.dip = DipSearch(ascending).run() / (2 * static_cast<double>(ascending.size()));
    found.pValue = dipPValue(found.dip, ascending.size());
    return found;
}

}  // namespace breakeven
