#include "core/io/csv.h"

#include "core/base/parse.h"
#include "core/experiment/json_fields.h"
#include "core/experiment/wording.h"
#include "core/io/skipped_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

/// A spreadsheet takes a text with such a beginning for a formula. Leading quotes are looked through, so that a text
/// which has one of its own survives the round trip.
bool looksLikeFormula(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

std::string quotedCell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

/// Takes one record from the front of the text; false when a quote is never closed.
bool takeRecord(std::string_view& text, std::vector<std::string>& cells, std::size_t& lines, char separator) {
    cells.assign(1, "");
    bool quoted = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') ++lines;
        if (quoted && c == '"' && text.substr(i + 1).starts_with('"')) {
            cells.back() += text[++i];
        } else if (c == '"' && (quoted || cells.back().empty())) {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            cells.emplace_back();
        } else if (!quoted && c == '\n') {
            break;
        } else if (quoted || c != '\r' || !(i + 1 == text.size() || text[i + 1] == '\n')) {
            cells.back() += c;
        }
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return !quoted;
}

/// Where commas are decimal, spreadsheets write semicolons between cells. No column has either in its name.
char separatorOf(std::string_view header) {
    const auto first = header.find_first_of(",;");
    return first != header.npos ? header[first] : ',';
}

/// What has the other mark in it is no number: it may group the digits.
std::optional<double> numberFrom(std::string cell, char decimalMark) {
    if (decimalMark == ',') {
        if (cell.find('.') != cell.npos) return std::nullopt;
        std::ranges::replace(cell, ',', '.');
    }
    const auto value = parseWhole<double>(cell);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

ParamValue paramFromText(const std::string& text) {
    const auto number = parseWhole<double>(text);
    // A text such as 007 stays a text.
    if (number && numberText(*number) == text) return *number;
    return text;
}

}  // namespace

std::string headerLine(Columns columns) {
    CsvRow row;
    for (const auto column : columns)
        row.text(column);
    return row.line();
}

bool isHeader(std::string_view text, Columns columns) {
    auto firstLine = text.substr(0, text.find('\n'));
    if (firstLine.ends_with('\r')) firstLine.remove_suffix(1);
    std::vector<std::string> cells;
    std::size_t lines = 0;
    return takeRecord(firstLine, cells, lines, separatorOf(firstLine)) && std::ranges::equal(cells, columns);
}

CsvRow& CsvRow::raw(std::string_view cell) {
    if (!m_empty) m_text += ',';
    m_empty = false;
    m_text += cell;
    return *this;
}

CsvRow& CsvRow::text(std::string_view value) {
    return raw(quotedCell((looksLikeFormula(value) ? "'" : "") + std::string(value)));
}

CsvRow& CsvRow::number(double value) {
    return std::isfinite(value) ? raw(numberText(value)) : blank();
}

CsvRow& CsvRow::number(std::optional<double> value) {
    return value ? number(*value) : blank();
}

CsvRow& CsvRow::seconds(std::optional<Seconds> value) {
    return value ? number(value->count()) : blank();
}

CsvRow& CsvRow::count(std::uint64_t value) {
    return raw(std::to_string(value));
}

CsvRow& CsvRow::count(std::optional<std::uint64_t> value) {
    return value ? count(*value) : blank();
}

CsvRow& CsvRow::blank(std::size_t cells) {
    for (; cells > 0; --cells)
        raw("");
    return *this;
}

CsvCells::CsvCells(Columns columns, std::vector<std::string> cells, std::size_t line)
    : m_columns(columns), m_cells(std::move(cells)), m_line(line) {}

const std::string& CsvCells::cell(std::string_view column) const {
    const auto found = std::find(m_columns.begin(), m_columns.end(), column);
    return m_cells.at(static_cast<std::size_t>(found - m_columns.begin()));
}

std::string CsvCells::text(std::string_view column) const {
    const auto& value = cell(column);
    return value.starts_with('\'') && looksLikeFormula(value) ? value.substr(1) : value;
}

std::optional<double> CsvCells::number(std::string_view column) const {
    return numberFrom(cell(column), m_decimalMark);
}

bool CsvCells::hasDecimalComma() const {
    return std::ranges::any_of(
        m_cells, [](const std::string& each) { return each.find(',') != each.npos && numberFrom(each, ','); });
}

std::optional<Seconds> CsvCells::seconds(std::string_view column) const {
    const auto value = number(column);
    return value && *value >= 0 && *value <= LongestTime.count() ? std::optional(Seconds(*value)) : std::nullopt;
}

std::optional<std::uint64_t> CsvCells::count(std::string_view column) const {
    return parseWhole<std::uint64_t>(cell(column));
}

std::optional<int> CsvCells::integer(std::string_view column) const {
    const auto value = parseWhole<int>(cell(column));
    return value && *value >= 0 ? value : std::nullopt;
}

template <class T>
Result<T> CsvCells::needed(std::string_view column, std::optional<T> value, std::string_view allowed) const {
    if (value) return *std::move(value);
    if (cell(column).empty()) return Error{ErrorCode::InvalidInput, std::string(column) + ": missing"};
    return notAllowed(column, inQuotes(cell(column)), allowed);
}

Result<std::string> CsvCells::needText(std::string_view column) const {
    auto value = text(column);
    return needed(column, value.empty() ? std::nullopt : std::optional(std::move(value)), "a text");
}

Result<Seconds> CsvCells::needSeconds(std::string_view column) const {
    return needed(column, seconds(column), "numbers from 0 on, up to thirty years");
}

Result<std::uint64_t> CsvCells::needCount(std::string_view column) const {
    const auto value = count(column);
    return needed(column, value && *value >= 1 ? value : std::nullopt, "whole numbers from 1");
}

Result<int> CsvCells::needInteger(std::string_view column) const {
    return needed(column, integer(column), "whole numbers from 0 to 2147483647");
}

Result<CsvTable> readCsv(std::string_view text, const std::string& name, Columns columns) {
    CsvTable table;
    SkippedLines skipped(name);
    const char separator = separatorOf(text);
    std::vector<std::string> cells;
    std::size_t lines = 0;
    takeRecord(text, cells, lines, separator);  // the header, which told the format
    bool isLastKept = false;
    const bool isOpen = !text.ends_with('\n');
    while (!text.empty()) {
        const std::size_t line = lines + 1;
        if (!takeRecord(text, cells, lines, separator)) {
            return Error{ErrorCode::Unreadable, name + ": line " + std::to_string(line) + ": a quote is never closed"};
        }
        if (cells.size() == 1 && cells.front().empty()) continue;
        if (cells.size() == columns.size()) {
            table.rows.emplace_back(columns, std::move(cells), line);
            isLastKept = text.empty();
        } else {
            skipped.add(line, std::to_string(cells.size()) + " cells instead of " + std::to_string(columns.size()));
        }
    }
    if (separator == ';' && std::ranges::any_of(table.rows, &CsvCells::hasDecimalComma))
        for (CsvCells& row : table.rows)
            row.setDecimalMark(',');
    table.warnings = skipped.warnings();
    if (isOpen && isLastKept)
        table.warnings.push_back(name + ": the last line has no end, so its last number may have lost digits");
    return table;
}

std::string paramsText(const Params& params) {
    std::string result;
    for (const auto& [name, value] : params) {
        if (!result.empty()) result += ';';
        result += name + '=';
        if (const auto* number = std::get_if<double>(&value)) {
            result += numberText(*number);
            continue;
        }
        for (const char c : std::get<std::string>(value)) {
            if (c == ';' || c == '\\') result += '\\';
            result += c;
        }
    }
    return result;
}

Params paramsFromText(std::string_view text) {
    Params params;
    std::string part;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '\\' && i + 1 < text.size()) {
            part += text[++i];
        } else if (i < text.size() && text[i] != ';') {
            part += text[i];
        } else if (const auto equals = std::exchange(part, ""); equals.find('=') != std::string::npos) {
            params[equals.substr(0, equals.find('='))] = paramFromText(equals.substr(equals.find('=') + 1));
        }
    }
    return params;
}

std::string wordsText(const std::vector<std::string>& words) {
    std::string result;
    for (const auto& word : words)
        result += (result.empty() ? "" : " ") + word;
    return result;
}

std::vector<std::string> wordsFromText(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

}  // namespace breakeven
