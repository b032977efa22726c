// The distance of two places on the globe: an input of four doubles, an output of one, and a C++ exception that becomes
// a message.
//
//     c++ -std=c++11 -O3 -shared -fPIC -o great_circle.so great_circle.cpp
//     breakeven-cli run --workload plugin --param file=great_circle.so --sizes 10:1e6
#include <breakeven/plugin.h>
#include <cmath>
#include <cstdio>
#include <random>
#include <stdexcept>

namespace {

struct Place {
    double latitude;   // radians, -pi/2 to pi/2
    double longitude;  // radians, -pi to pi
};

struct Journey {
    Place from;
    Place to;
};

double kilometres(const Journey& journey) {
    const double radius = 6371;
    const double north = std::sin((journey.to.latitude - journey.from.latitude) / 2);
    const double east = std::sin((journey.to.longitude - journey.from.longitude) / 2);
    const double h = north * north + std::cos(journey.from.latitude) * std::cos(journey.to.latitude) * east * east;
    if (!(h >= 0)) throw std::domain_error("a place is not on the globe");
    return 2 * radius * std::asin(std::sqrt(h < 1 ? h : 1));
}

int generate(void* input, std::uint64_t begin, std::uint64_t end, std::uint64_t seed, char*, std::size_t) {
    const double halfTurn = std::acos(-1.0);
    const double unit = halfTurn / static_cast<double>(std::mt19937_64::max());
    Journey* const journeys = static_cast<Journey*>(input);
    for (std::uint64_t i = begin; i < end; ++i) {
        std::mt19937_64 random(seed + i);  // by item: the same whatever the ranges are
        const auto place = [&] {
            const double latitude = (static_cast<double>(random()) * unit - halfTurn / 2);
            const double longitude = (static_cast<double>(random()) * unit - halfTurn / 2) * 2;
            return Place{latitude, longitude};
        };
        const Place from = place();
        journeys[i] = Journey{from, place()};
    }
    return 0;
}

int run(const void* input, void* output, std::uint64_t begin, std::uint64_t end, char* message, std::size_t room) {
    try {
        for (std::uint64_t i = begin; i < end; ++i)
            static_cast<double*>(output)[i] = kilometres(static_cast<const Journey*>(input)[i]);
        return 0;
    } catch (const std::exception& problem) {
        std::snprintf(message, room, "%s", problem.what());
        return 1;
    }
}

const breakeven_workload greatCircle = {BREAKEVEN_PLUGIN_VERSION, "Great circle", sizeof(Journey),
                                        sizeof(double),           generate,       run};

}  // namespace

extern "C" const breakeven_workload* breakeven_plugin() {
    return &greatCircle;
}
