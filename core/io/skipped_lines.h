/// Lines of a file that could not be used, as warnings: the first ones one by one, the rest as a count.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

class SkippedLines {
public:
    explicit SkippedLines(std::string file) : m_file(std::move(file)) {}

    void add(std::size_t line, const std::string& why);

    /// "RUN.jsonl: line 12 is skipped: …"
    std::vector<std::string> warnings() const;

private:
    std::string m_file;
    std::vector<std::string> m_first;
    std::size_t m_count = 0;
};

}  // namespace breakeven
