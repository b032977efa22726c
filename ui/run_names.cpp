#include "ui/run_names.h"

#include "ui/language.h"
#include "ui/models/history_model.h"

#include <algorithm>
#include <set>

namespace breakeven {

namespace {

constexpr qsizetype DateLength = 10;

bool areUnique(const std::vector<QString>& names) {
    return std::set<QString>(names.begin(), names.end()).size() == names.size();
}

/// Local starts, as fine as they have to be; the time alone where all are of the same day.
std::vector<QString> startNames(std::span<const RunEntry> runs) {
    std::vector<QString> names;
    for (const char* const format : {"yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"}) {
        names.clear();
        std::set<QString> days;
        for (const RunEntry& run : runs) {
            names.push_back(startText(run, QLatin1String(format)));
            days.insert(names.back().left(DateLength));
        }
        for (QString& name : names)
            if (days.size() == 1 && name.size() > DateLength) name = name.mid(DateLength + 1);
        if (areUnique(names)) break;
    }
    return names;
}

}  // namespace

std::vector<QString> runNames(std::span<const RunEntry> runs) {
    std::vector<QString> titles;
    for (const RunEntry& run : runs)
        titles.push_back(spoken(run.title));
    if (areUnique(titles)) return titles;
    std::vector<QString> names = startNames(runs);
    const bool isOneTitle = std::ranges::count(titles, titles.front()) == std::ssize(titles);
    for (std::size_t i = 0; i < names.size() && !isOneTitle; ++i)
        names[i] = std::ranges::count(titles, titles[i]) == 1 ? titles[i] : titles[i] % QStringLiteral(", ") % names[i];
    std::set<QString> taken;
    for (QString& name : names) {
        const QString bare = name;
        for (int number = 2; !taken.insert(name).second; ++number)
            name = bare % QStringLiteral(" (%1)").arg(number);
    }
    return names;
}

}  // namespace breakeven
