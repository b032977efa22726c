#include "ui/plots/timeline_totals.h"

#include "core/base/numbers.h"
#include "ui/plots/timeline_text.h"

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

using std::chrono::nanoseconds;

QString timeText(nanoseconds time, nanoseconds whole) {
    if (time == nanoseconds(0)) return QStringLiteral("0");
    return QString::fromStdString(formatSeconds(time)) % QStringLiteral(" · ") %
           shareText(Seconds(time) / Seconds(whole));
}

QString countText(std::uint64_t count) {
    return QString::fromStdString(formatItems(static_cast<double>(count)));
}

}  // namespace

void TimelineTotals::setRange(const Timeline* timeline, TimeRange range) {
    std::vector<Row> rows;
    if (timeline) {
        const TimeRange part{range.low, std::clamp(range.high, range.low, std::max(range.low, timeline->length))};
        Row all;
        all.name = tr("all workers");
        for (std::size_t number = 0; number < timeline->lanes.size(); ++number) {
            const TimelineLane& lane = timeline->lanes[number];
            rows.push_back({laneName(*timeline, number), lane.totals(part), part.high - part.low, !lane.isCaller()});
            if (lane.isCaller()) continue;
            all.totals += rows.back().totals;
            all.whole += rows.back().whole;
        }
        rows.insert(rows.begin(), std::move(all));
    }
    const bool keepsRows = rows.size() == m_rows.size();
    if (!keepsRows) beginResetModel();
    m_rows = std::move(rows);
    if (!keepsRows) return endResetModel();
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int TimelineTotals::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimelineTotals::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TimelineTotals::text(const Row& row, int column) const {
    switch (column) {
        case Lane:
            return row.name;
        case Compute:
            return timeText(row.totals.of(SpanKind::Compute), row.whole);
        case Transport:
            return timeText(row.totals.of(SpanKind::Transport), row.whole);
        case Combine:
            return timeText(row.totals.of(SpanKind::Combine), row.whole);
        case Waiting:
            return row.isWorker ? timeText(row.totals.waiting, row.whole) : QStringLiteral("–");
        case Unrecorded:
            return timeText(row.totals.unrecorded, row.whole);
        case Chunks:
            return countText(row.totals.chunks);
        case Items:
            return countText(row.totals.items);
        default:
            return {};
    }
}

QVariant TimelineTotals::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::DisplayRole) return text(m_rows[static_cast<std::size_t>(index.row())], index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (index.column() == Lane ? Qt::AlignLeft : Qt::AlignRight)));
    return {};
}

QVariant TimelineTotals::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (section == Lane ? Qt::AlignLeft : Qt::AlignRight)));
    struct Heading {
        QString text, tip;
    };
    const auto heading = [section]() -> Heading {
        switch (section) {
            case Lane:
                return {tr("Lane"), tr("Who spent the time")};
            case Compute:
                return {tr("Compute"), tr("Chunks are run or folded")};
            case Transport:
                return {tr("Transport"), tr("Items are packed or unpacked")};
            case Combine:
                return {tr("Combine"), tr("Partial results of a reduction become one")};
            case Waiting:
                return {tr("Waiting"), tr("A worker has nothing to do, or is being woken")};
            case Unrecorded:
                return {tr("Not recorded"), tr("After the last span that was kept")};
            case Chunks:
                return {tr("Chunks"), tr("That begin in the range")};
            default:
                return {tr("Items"), tr("Of the chunks that begin in the range")};
        }
    };
    if (role == Qt::DisplayRole) return heading().text;
    if (role == Qt::ToolTipRole) return heading().tip;
    return {};
}

}  // namespace breakeven
