/// Lines of a file, or other places in it, that could not be used, as warnings: the first ones one by one, the rest as
/// a count.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

class SkippedLines {
public:
    /// place: what is counted, in the singular. part: what of each could not be used, in the singular; empty: all of
    /// it.
    explicit SkippedLines(std::string file, std::string place = "line", std::string part = "")
        : m_file(std::move(file)), m_place(std::move(place)), m_part(std::move(part)) {}

    /// number: from 1.
    void add(std::size_t number, const std::string& why);

    /// "RUN.jsonl: line 12 is skipped: …", "t.csv: the interval of line 3 is skipped: …"
    std::vector<std::string> warnings() const;

private:
    std::string m_file;
    std::string m_place;
    std::string m_part;
    std::vector<std::string> m_first;
    std::size_t m_count = 0;
};

}  // namespace breakeven
