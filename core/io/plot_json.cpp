#include "core/io/plot_json.h"

#include "core/base/utf8.h"
#include "core/io/analysis_rows.h"
#include "core/io/plot_table.h"
#include "core/plots/palette.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

Json colourOf(std::string_view family) {
    return {hexText(familyColour(family, false)), hexText(familyColour(family, true))};
}

std::string_view quantityWord(Quantity quantity) {
    switch (quantity) {
        case Quantity::Items:
            return "items";
        case Quantity::Chunk:
            return "chunk";
        case Quantity::Duration:
            return "duration";
        case Quantity::Speedup:
            return "speedup";
        case Quantity::Workers:
            return "workers";
        case Quantity::Share:
            return "share";
        case Quantity::Number:
            break;
    }
    return "number";
}

std::string_view weightWord(Weight weight) {
    switch (weight) {
        case Weight::Thin:
            return "thin";
        case Weight::Usual:
            return "usual";
        case Weight::Thick:
            break;
    }
    return "thick";
}

/// As the reader sees it.
std::string said(const std::string& text, const Sentences& sentences) {
    return asSeen(sentences.translated(text));
}

/// On and off, in pixels; empty: solid.
Json dashOf(Dash dash) {
    switch (dash) {
        case Dash::Solid:
            return Json::array();
        case Dash::Dashed:
            return {8, 4};
        case Dash::Dotted:
            return {2, 3};
        case Dash::DashDot:
            return {8, 4, 2, 4};
    }
    return Json::array();
}

std::string_view signWord(Sign sign) {
    switch (sign) {
        case Sign::Disc:
            return "disc";
        case Sign::Square:
            return "square";
        case Sign::Diamond:
            return "diamond";
        case Sign::Triangle:
            return "triangle";
        case Sign::Pentagon:
            return "pentagon";
        case Sign::Star:
            return "star";
    }
    return "disc";
}

Json axisJson(const Axis& axis, const Sentences& sentences) {
    return {{"title", said(axis.title, sentences)},
            {"quantity", quantityWord(axis.quantity)},
            {"log", axis.scale == AxisScale::Log},
            {"range", {axis.range.low, axis.range.high}}};
}

Json pointJson(const PlotPoint& point, Quantity quantity, const Sentences& sentences) {
    const auto& interval = point.interval;
    return {point.x, point.y, numberOrNull(interval ? std::optional(interval->low) : std::nullopt),
            numberOrNull(interval ? std::optional(interval->high) : std::nullopt),
            said(valueText(point, quantity), sentences)};
}

Json pointsJson(const std::vector<PlotPoint>& points, Quantity quantity, const Sentences& sentences) {
    Json json = Json::array();
    for (const PlotPoint& point : points)
        json.push_back(pointJson(point, quantity, sentences));
    return json;
}

Json markerJson(const Marker& marker, const Sentences& sentences) {
    Json json = {{"what", said(marker.what, sentences)},
                 {"label", said(marker.label, sentences)},
                 {"colour", colourOf(marker.family)},
                 {"x", marker.x}};
    putInterval(json, marker.interval);
    return json;
}

}  // namespace

Json plotJson(const Plot& plot, const Sentences& sentences) {
    const Quantity quantity = plot.y.quantity;
    Json json = {{"id", plot.id},
                 {"x", axisJson(plot.x, sentences)},
                 {"y", axisJson(plot.y, sentences)},
                 {"series", Json::array()},
                 {"guides", Json::array()},
                 {"bounds", Json::array()},
                 {"markers", Json::array()},
                 {"positions", Json::array()}};
    for (const Series& series : plot.series)
        json["series"].push_back({{"label", said(series.label, sentences)},
                                  {"colour", colourOf(series.family)},
                                  {"dash", dashOf(series.dash)},
                                  {"sign", signWord(series.sign)},
                                  {"hollow", series.hollow},
                                  {"weight", weightWord(series.weight)},
                                  {"points", pointsJson(series.points, quantity, sentences)}});
    for (const Guide& guide : plot.guides)
        json["guides"].push_back(
            {{"label", said(guide.label, sentences)}, {"horizontal", guide.horizontal}, {"at", guide.at}});
    for (const Bound& bound : plot.bounds)
        json["bounds"].push_back(
            {{"label", said(bound.label, sentences)}, {"points", pointsJson(bound.points, quantity, sentences)}});
    for (const Marker& marker : plot.markers)
        json["markers"].push_back(markerJson(marker, sentences));
    for (const PlotTable::Row& row : plotTable(plot).rows)
        json["positions"].push_back({row.x, said(row.position, sentences)});
    return json;
}

}  // namespace breakeven
