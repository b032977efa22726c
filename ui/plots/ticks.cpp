#include "ui/plots/ticks.h"

#include "core/base/numbers.h"
#include "ui/language.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace breakeven {

namespace {

struct TimeUnit {
    double seconds;
    const char16_t* name;
};

constexpr std::array<TimeUnit, 4> TimeUnits{{{1.0, u"s"}, {1e-3, u"ms"}, {1e-6, u"µs"}, {1e-9, u"ns"}}};

constexpr int FinestParts = 20;  // of a short logarithmic axis

constexpr double LargestPlain = 10'000;  // a number from here on reads 10 k

/// The largest unit that leaves the number at 1 or above; a whisker of tolerance for 10^n computed in floating point.
TimeUnit timeUnit(double seconds) {
    for (const TimeUnit& unit : TimeUnits) {
        if (seconds >= unit.seconds * 0.999999) return unit;
    }
    return TimeUnits.back();
}

/// As few digits as the number needs, up to six, without an exponent.
QString plain(double value) {
    if (value == 0) return QStringLiteral("0");
    const int decimals = std::clamp(5 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 0, 12);
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.')) text.chop(1);
    }
    return text;
}

QString power(int exponent) {
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("10⁻") : QStringLiteral("10");
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += superscripts[digit.digitValue()];
    return text;
}

QString ratioLabel(double value) {
    if (value >= 0.001 || value <= 0) return plain(value);
    const double exponent = std::log10(value);
    return std::abs(exponent - std::round(exponent)) < 1e-6 ? power(static_cast<int>(std::round(exponent)))
                                                            : plain(value);
}

QString timeLabel(double seconds) {
    if (seconds == 0) return QStringLiteral("0");
    const TimeUnit unit = timeUnit(seconds);
    return plain(seconds / unit.seconds) % QChar(0x202F) % QString::fromUtf16(unit.name);
}

QString label(double value, Quantity quantity) {
    switch (quantity) {
        case Quantity::Items:
        case Quantity::Chunk:
            return value == 0 ? QStringLiteral("0") : QString::fromStdString(formatSize(value));
        case Quantity::Duration:
            return timeLabel(value);
        case Quantity::Share:
            return plain(value * 100) % QStringLiteral("\u202f%");
        case Quantity::Speedup:
            return ratioLabel(value);
        case Quantity::Workers:
            return plain(value);
        case Quantity::Number:
            return std::abs(value) < LargestPlain ? ratioLabel(value) : QString::fromStdString(formatSize(value));
    }
    return {};
}

double niceStep(double span, int most) {
    const double rough = span / std::max(most - 1, 1);
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * magnitude >= rough * 0.999999) return factor * magnitude;
    }
    return 10 * magnitude;
}

std::vector<double> linearValues(const Axis& axis, int most) {
    double step = niceStep(axis.range.high - axis.range.low, most);
    if (countsThings(axis.quantity)) step = std::max(step, 1.0);
    std::vector<double> values;
    const double slack = step * 1e-6;
    for (double index = std::ceil((axis.range.low - slack) / step); index * step <= axis.range.high + slack; ++index) {
        values.push_back(index * step);
    }
    return values;
}

/// Multiples of the powers of ten, ascending, within the range.
std::vector<double> decadeValues(const Interval<double>& range, std::initializer_list<double> multiples) {
    std::vector<double> values;
    const int last = static_cast<int>(std::ceil(std::log10(range.high)));
    for (int exponent = static_cast<int>(std::floor(std::log10(range.low))) - 1; exponent <= last; ++exponent) {
        for (const double multiple : multiples) {
            const double value = multiple * std::pow(10.0, exponent);
            if (value >= range.low * 0.999999 && value <= range.high * 1.000001) values.push_back(value);
        }
    }
    return values;
}

std::vector<double> binaryValues(const Interval<double>& range) {
    std::vector<double> values;
    for (double value = std::exp2(std::ceil(std::log2(range.low) - 1e-6)); value <= range.high * 1.000001; value *= 2) {
        values.push_back(value);
    }
    return values;
}

std::vector<double> thinned(const std::vector<double>& values, int most) {
    const std::size_t room = static_cast<std::size_t>(std::max(most, 2));
    const std::size_t stride = std::max<std::size_t>((values.size() + room - 1) / room, 1);
    std::vector<double> kept;
    for (std::size_t index = 0; index < values.size(); index += stride)
        kept.push_back(values[index]);
    return kept;
}

std::vector<double> logarithmicValues(const Axis& axis, int most) {
    if (axis.quantity == Quantity::Workers) {
        const std::vector<double> doubling = binaryValues(axis.range);
        return doubling.size() >= 3 ? thinned(doubling, most) : linearValues(axis, most);
    }
    const std::vector<double> powers = decadeValues(axis.range, {1});
    if (powers.size() >= 3) return thinned(powers, most);
    const std::vector<double> oneTwoFive = decadeValues(axis.range, {1, 2, 5});
    if (oneTwoFive.size() >= 3) return thinned(oneTwoFive, most);
    std::vector<double> values;
    for (int parts = std::min(most, 5); values.size() < 2 && parts <= FinestParts; ++parts)
        values = linearValues(axis, parts);  // one tick alone is no scale
    return values;
}

/// Three digits no longer tell neighbours apart once an axis is looked at closely.
void labelInFull(std::vector<Tick>& ticks, Quantity quantity) {
    for (Tick& tick : ticks)
        tick.label = countsThings(quantity) ? QString::fromStdString(formatItems(tick.value)) : plain(tick.value);
}

bool hasEqualNeighbours(const std::vector<Tick>& ticks) {
    return std::ranges::adjacent_find(ticks, {}, &Tick::label) != ticks.end();
}

}  // namespace

bool countsThings(Quantity quantity) {
    return quantity == Quantity::Items || quantity == Quantity::Chunk || quantity == Quantity::Workers;
}

Ticks ticksFor(const Axis& axis, int most) {
    Ticks ticks;
    ticks.title = spoken(axis.title);
    const bool logarithmic = axis.scale == AxisScale::Log;
    const std::vector<double> values = logarithmic ? logarithmicValues(axis, most) : linearValues(axis, most);
    if (logarithmic && axis.range.high / axis.range.low < 1e7) {
        ticks.minor = decadeValues(axis.range, {2, 3, 4, 5, 6, 7, 8, 9});
    }

    static const QRegularExpression unitOfTitle(QStringLiteral(" \\(s\\)$"));
    if (axis.quantity == Quantity::Duration && logarithmic) {
        ticks.title.remove(unitOfTitle);
    } else if (axis.quantity == Quantity::Duration) {
        const TimeUnit unit = timeUnit(std::max(std::abs(axis.range.low), std::abs(axis.range.high)));
        ticks.title.replace(unitOfTitle, QStringLiteral(" (%1)").arg(QString::fromUtf16(unit.name)));
        for (const double value : values)
            ticks.major.push_back({value, plain(value / unit.seconds)});
        return ticks;
    }
    for (const double value : values)
        ticks.major.push_back({value, label(value, axis.quantity)});
    if (hasEqualNeighbours(ticks.major)) labelInFull(ticks.major, axis.quantity);
    return ticks;
}

}  // namespace breakeven
