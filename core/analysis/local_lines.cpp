#include "core/analysis/local_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

constexpr double Reach = 1.3;  ///< factor between sizes from which they say nothing of each other
constexpr std::size_t FewestOnALine = 3;
constexpr std::size_t MostBeside = 64;  ///< on each side: with thousands of sizes all within reach would not end

double tricube(double distance) {
    const double rest = 1 - distance * distance * distance;
    return rest * rest * rest;
}

}  // namespace

LocalLines::LocalLines(std::span<const RatioPoint> points) {
    if (std::ranges::any_of(points, [](const RatioPoint& point) { return point.rounds.empty(); })) return;
    for (std::size_t at = 0; at < points.size(); ++at) {
        std::vector<Part>& parts = m_parts.emplace_back();
        double sum = 0;
        double middle = 0;
        const std::size_t end = std::min(points.size(), at + MostBeside + 1);
        double reach = std::log(Reach);
        if (at > MostBeside) reach = std::min(reach, points[at].logSize - points[at - MostBeside - 1].logSize);
        if (end < points.size()) reach = std::min(reach, points[end].logSize - points[at].logSize);
        for (std::size_t i = at - std::min(at, MostBeside); i < end; ++i) {
            const double distance = std::abs(points[i].logSize - points[at].logSize);
            if (distance >= reach) continue;
            const double weight = static_cast<double>(points[i].rounds.size()) * tricube(distance / reach);
            parts.push_back({i, weight});
            sum += weight;
            middle += weight * points[i].logSize;
        }
        if (parts.size() < FewestOnALine) {
            parts = {{at, 1.0}};
            continue;
        }
        middle /= sum;
        double squares = 0;
        for (const Part& part : parts)
            squares += part.weight * (points[part.point].logSize - middle) * (points[part.point].logSize - middle);
        const double lever = (points[at].logSize - middle) / squares;
        for (Part& part : parts)
            part.weight *= 1 / sum + lever * (points[part.point].logSize - middle);
    }
}

std::vector<LocalLines::Part> LocalLines::partsOf(std::size_t point) const {
    return m_parts.empty() ? std::vector<Part>{{point, 1}} : m_parts[point];
}

void LocalLines::smooth(std::vector<double>& logRatios) const {
    if (m_parts.empty()) return;
    std::vector<double> smoothed;
    smoothed.reserve(logRatios.size());
    for (const std::vector<Part>& parts : m_parts) {
        double value = 0;
        for (const Part& part : parts)
            value += part.weight * logRatios[part.point];
        smoothed.push_back(value);
    }
    logRatios = std::move(smoothed);
}

}  // namespace breakeven
