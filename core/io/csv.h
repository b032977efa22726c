/// The CSV dialect of all our tables: RFC 4180 quoting, a header, UTF-8, C locale, lines ended by a single newline, so
/// that line-oriented tools see clean last columns; readers accept CR LF too, and semicolons between the cells, with
/// decimal commas or points. Text cells that a spreadsheet would take for a formula get a leading single quote, which
/// reading removes.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/experiment/plan.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

using Columns = std::span<const std::string_view>;

std::string headerLine(Columns columns);
/// True when the first line of the text names these columns, with commas or semicolons between them.
bool isHeader(std::string_view text, Columns columns);

/// Builds one row, cell by cell.
class CsvRow {
public:
    CsvRow& text(std::string_view value);
    CsvRow& number(double value);
    CsvRow& number(std::optional<double> value);
    CsvRow& seconds(std::optional<Seconds> value);
    CsvRow& count(std::uint64_t value);
    CsvRow& count(std::optional<std::uint64_t> value);
    CsvRow& blank(std::size_t cells = 1);

    std::string line() const { return m_text + '\n'; }

private:
    CsvRow& raw(std::string_view cell);

    std::string m_text;
    bool m_empty = true;
};

/// Cells of one row by column name.
class CsvCells {
public:
    CsvCells(Columns columns, std::vector<std::string> cells, std::size_t line);

    std::size_t line() const { return m_line; }  ///< on which the row starts, from 1
    bool hasDecimalComma() const;                ///< in one cell at least, which is a number with it
    void setDecimalMark(char mark) { m_decimalMark = mark; }

    std::string text(std::string_view column) const;
    std::optional<double> number(std::string_view column) const;    ///< absent: empty or not a finite number
    std::optional<Seconds> seconds(std::string_view column) const;  ///< absent too when negative, or beyond LongestTime
    std::optional<std::uint64_t> count(std::string_view column) const;
    std::optional<int> integer(std::string_view column) const;  ///< absent too when negative

    // What a row cannot do without. Errors: InvalidInput with the column, what stands there, and what may.
    Result<std::string> needText(std::string_view column) const;  ///< not empty
    Result<Seconds> needSeconds(std::string_view column) const;
    Result<std::uint64_t> needCount(std::string_view column) const;  ///< from 1
    Result<int> needInteger(std::string_view column) const;

private:
    const std::string& cell(std::string_view column) const;
    template <class T>
    Result<T> needed(std::string_view column, std::optional<T> value, std::string_view allowed) const;

    Columns m_columns;
    std::vector<std::string> m_cells;
    std::size_t m_line;
    char m_decimalMark = '.';
};

struct CsvTable {
    std::vector<CsvCells> rows;
    std::vector<std::string> warnings;
};

/// Reads the rows below the header. Rows with a wrong number of cells are skipped with a warning.
/// Errors: Unreadable when a quote is never closed.
Result<CsvTable> readCsv(std::string_view text, const std::string& name, Columns columns);

/// "name=value;name=value"; ; and \ in texts are preceded by \.
std::string paramsText(const Params& params);
Params paramsFromText(std::string_view text);

/// Words separated by spaces.
std::string wordsText(const std::vector<std::string>& words);
std::vector<std::string> wordsFromText(std::string_view text);

}  // namespace breakeven
