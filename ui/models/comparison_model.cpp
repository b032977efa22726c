#include "ui/models/comparison_model.h"

#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/models/column_head.h"
#include "ui/swatch.h"
#include "ui/theme.h"
#include "ui/verbatim.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPalette>

namespace breakeven {

namespace {

int alignmentOf(int column) {
    if (column == ComparisonModel::Verdict) return Qt::AlignCenter;
    return Qt::AlignVCenter | (column == ComparisonModel::SeriesLabel ? Qt::AlignLeft : Qt::AlignRight);
}

}  // namespace

QString shortName(const QString& run) {
    constexpr int Letters = 17;
    const QFontMetrics letters(QApplication::font());
    return letters.elidedText(run, Qt::ElideMiddle, Letters * letters.averageCharWidth());
}

QString verdictText(TrialVerdict::Kind verdict) {
    switch (verdict) {
        case TrialVerdict::Kind::Faster:
            return ComparisonModel::tr("faster");
        case TrialVerdict::Kind::Slower:
            return ComparisonModel::tr("slower");
        case TrialVerdict::Kind::Same:
            return ComparisonModel::tr("the same");
        case TrialVerdict::Kind::NotResolved:
            return ComparisonModel::tr("not resolved");
    }
    return {};
}

ComparisonModel::Row ComparisonModel::comparedRow(const ComparedTrial& trial) {
    Row row;
    row.family = familyOf(trial.trial.backend);
    row.isSlower = trial.verdict == TrialVerdict::Kind::Slower;
    const QString label = spoken(trial.label);
    const QString size = verbatim(formatItems(static_cast<double>(trial.trial.size)));
    const QString ratio = spoken(formatRatio(trial.ratio, trial.interval));
    const QString verdict = trial.reason.empty() ? verdictText(trial.verdict)
                                                 : ComparisonModel::tr("not resolved: %1").arg(spoken(trial.reason));
    row.cells[SeriesLabel] = {label, label};
    row.cells[Size] = {size, static_cast<qulonglong>(trial.trial.size)};
    row.cells[First] = {spoken(formatInterval(trial.a)), trial.a.median.count()};
    row.cells[Second] = {spoken(formatInterval(trial.b)), trial.b.median.count()};
    row.cells[Change] = {ratio, trial.ratio};
    row.cells[Verdict] = {verdict, verdict};
    row.explanation = tr("%1 at %2: %3 then, %4 now; %5")
                          .arg(label, spoken(countItems(static_cast<double>(trial.trial.size))), row.cells[First].text,
                               row.cells[Second].text, verdict);
    return row;
}

ComparisonModel::Row ComparisonModel::unmatchedRow(const UnmatchedTrial& trial, const QString& where) {
    Row row;
    row.family = familyOf(trial.trial.backend);
    const QString label = spoken(trial.label);
    row.cells[SeriesLabel] = {label, label};
    row.cells[Size] = {verbatim(formatItems(static_cast<double>(trial.trial.size))),
                       static_cast<qulonglong>(trial.trial.size)};
    row.cells[Verdict] = {where, where};
    row.explanation = tr("%1 at %2: not planned in the other run, or it failed there")
                          .arg(label, spoken(countItems(static_cast<double>(trial.trial.size))));
    return row;
}

void ComparisonModel::setComparison(const RunComparison& comparison, const QString& first, const QString& second) {
    beginResetModel();
    m_first = first;
    m_second = second;
    m_rows.clear();
    for (const ComparedTrial& trial : comparison.trials)
        m_rows.push_back(comparedRow(trial));
    for (const UnmatchedTrial& trial : comparison.onlyA)
        m_rows.push_back(unmatchedRow(trial, tr("only in %1").arg(first)));
    for (const UnmatchedTrial& trial : comparison.onlyB)
        m_rows.push_back(unmatchedRow(trial, tr("only in %1").arg(second)));
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    const bool dark = isDark(QApplication::palette());
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case SortRole:
            return cell.sort;
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
            return row.explanation;
        case Qt::DecorationRole:
            return index.column() == SeriesLabel ? QVariant(swatchOf(row.family, dark)) : QVariant();
        case Qt::TextAlignmentRole:
            return alignmentOf(index.column());
        case Qt::ForegroundRole:
            return index.column() == Verdict && row.isSlower ? QVariant(errorColour(dark)) : QVariant();
        default:
            return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const QString median = tr("%1: median time of one list, and its 95 % interval");
    std::array<ColumnHead, ColumnCount> heads{{
        {tr("Series"), tr("Backend, workers and pool, as far as they differ")},
        {tr("Size"), tr("Items in the list")},
        {shortName(m_first), median.arg(m_first)},
        {shortName(m_second), median.arg(m_second)},
        {tr("Change"), tr("Time of %1 over time of %2: above 1 the latter is faster").arg(m_first, m_second)},
        {tr("%1 is").arg(shortName(m_second)), tr("Faster, slower or the same within 1 %, all trials judged together")},
    }};
    ColumnHead& head = heads[static_cast<std::size_t>(section)];
    head.alignment = alignmentOf(section);
    return head.data(role);
}

}  // namespace breakeven
