/// A program and its arguments in one line of text, and the words in braces that stand for a trial's numbers.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// The workload that is a program of the user's, and the backend of one that is told of none.
inline constexpr std::string_view CommandId = "command";

inline constexpr std::string_view SizeWord = "{size}";
inline constexpr std::string_view WorkersWord = "{workers}";
inline constexpr std::string_view BackendWord = "{backend}";

/// Splits as a shell splits plain words: at blanks outside of '…' and "…"; a backslash takes the next character as it
/// is, within "…" only where a shell would. Nothing is expanded.
/// Errors: InvalidInput, what is wrong with the line alone: no program in it, a quote that is not closed, a backslash
/// at its end, a byte that is no text.
Result<std::vector<std::string>> splitCommand(std::string_view line);

/// The line that splitCommand makes these words of.
std::string joinCommand(const std::vector<std::string>& words);

/// True when a word of the line holds the placeholder. False for a line that cannot be split.
bool mentions(std::string_view line, std::string_view placeholder);

/// What the placeholders stand for.
struct CommandValues {
    ItemCount size = 0;
    WorkerCount workers = 1;
    std::string_view backend;
};

/// The words with each placeholder replaced; what else stands in braces stays.
std::vector<std::string> filledIn(std::vector<std::string> words, const CommandValues& values);

}  // namespace breakeven
