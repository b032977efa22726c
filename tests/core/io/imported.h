/// Files of other programs for the tests of their readers.
#pragma once

#include "core/io/formats.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <string>

namespace breakeven {

inline std::string importedText(const char* file) {
    QFile source(qEnvironmentVariable("BREAKEVEN_TEST_DATA") + "/imports/" + file);
    return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
}

inline Result<LoadedRun> readAs(const char* id, const std::string& text, const std::string& name = "x.json") {
    const auto format = std::ranges::find(formats(), id, [](const FormatEntry& each) { return each.info.id; });
    return format->read(text, name);
}

/// The error's line; empty when there is none.
inline std::string refusalOf(const Result<LoadedRun>& run) {
    return run ? std::string() : run.error().detail;
}

/// nullptr when there is none such.
inline const TrialResult* trialOf(const Results& results, const std::string& backend, ItemCount size,
                                  WorkerCount workers) {
    const auto found = std::ranges::find_if(results.trials(), [&](const TrialResult& result) {
        return result.trial.backend == backend && result.trial.size == size && result.trial.workers == workers;
    });
    return found == results.trials().end() ? nullptr : &*found;
}

/// Every beginning of the text, every step bytes, is read or refused by one line; never anything else.
inline bool isReadOrRefused(const char* id, const std::string& text, std::size_t step) {
    for (std::size_t length = 0; length < text.size(); length += step) {
        const auto run = readAs(id, text.substr(0, length));
        if (!run && (run.error().detail.empty() || run.error().detail.find('\n') != std::string::npos)) return false;
    }
    return true;
}

}  // namespace breakeven
