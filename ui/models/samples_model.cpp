#include "ui/models/samples_model.h"

#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/models/flag_line.h"

#include <QStringList>

#include <array>

namespace breakeven {

namespace {

struct Heading {
    const char* title;
    const char* tip;
};

constexpr std::array<Heading, SamplesModel::ColumnCount> Headings{{
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Launch"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Which process took it: each has its own memory layout")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Round"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Samples of one round are compared with each other")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Turn"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Its place within the round, which is random")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Time"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Of one execution of the list")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Of the median"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Its time over the median of this trial")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Calls"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Executions that the sample averages over")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "First result"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "From the call until the first result is there")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "CPU time"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Of all workers together, for one execution")},
    {QT_TRANSLATE_NOOP("breakeven::SamplesModel", "Flags"),
     QT_TRANSLATE_NOOP("breakeven::SamplesModel", "What may have spoilt it, or sets it apart")},
}};

QString timeText(Seconds seconds) {
    return QString::fromStdString(formatSeconds(seconds));
}

QVariant secondsOf(const std::optional<Seconds>& seconds) {
    return seconds ? QVariant(seconds->count()) : QVariant();
}

}  // namespace

void SamplesModel::setTrial(const TrialResult& result) {
    const auto summary = summaryOf(result);
    const bool continues = m_trial == result.trial.id && m_samples.size() <= result.samples.size() &&
                           (m_samples.empty() || m_samples.front().seconds == result.samples.front().seconds);
    if (!continues) clear();
    m_trial = result.trial.id;
    m_median = summary ? summary->median : Seconds(0);
    const auto known = static_cast<int>(m_samples.size());
    const auto all = static_cast<int>(result.samples.size());
    if (known == all) return;
    beginInsertRows({}, known, all - 1);
    m_samples.insert(m_samples.end(), result.samples.begin() + known, result.samples.end());
    endInsertRows();
    if (known > 0) Q_EMIT dataChanged(index(0, OfMedian), index(known - 1, OfMedian));
}

void SamplesModel::clear() {
    beginResetModel();
    m_trial.reset();
    m_samples.clear();
    endResetModel();
}

int SamplesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_samples.size());
}

int SamplesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SamplesModel::number(const Sample& sample, int column) const {
    switch (column) {
        case Launch:
            return sample.launch + 1;
        case Round:
            return sample.round + 1;
        case Order:
            return sample.order + 1;
        case Time:
            return sample.seconds.count();
        case OfMedian:
            return m_median > Seconds(0) ? QVariant(sample.seconds / m_median) : QVariant();
        case Calls:
            return QVariant::fromValue<qulonglong>(sample.iterations);
        case FirstResult:
            return secondsOf(sample.firstResult);
        case CpuTime:
            return secondsOf(sample.cpu);
        default:
            return text(sample, column);
    }
}

QString SamplesModel::text(const Sample& sample, int column) const {
    switch (column) {
        case Time:
            return timeText(sample.seconds);
        case OfMedian:
            return m_median > Seconds(0) ? QString::fromStdString(formatRatio(sample.seconds / m_median)) : QString();
        case Calls:
            return QString::fromStdString(formatItems(static_cast<double>(sample.iterations)));
        case FirstResult:
            return sample.firstResult ? timeText(*sample.firstResult) : QStringLiteral("–");
        case CpuTime:
            return sample.cpu ? timeText(*sample.cpu) : QStringLiteral("–");
        case Flags: {
            QStringList flags;
            for (const std::string& flag : sample.flags)
                flags += spoken(flag);
            return flags.join(QStringLiteral(", "));
        }
        default:
            return number(sample, column).toString();
    }
}

QVariant SamplesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Sample& sample = m_samples[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(sample, index.column());
        case SortRole:
            return number(sample, index.column());
        case Qt::ToolTipRole: {
            if (index.column() != Flags) return {};
            QStringList lines;
            for (const std::string& flag : sample.flags)
                lines += flagLine(flag);
            return lines.join(u'\n');
        }
        case Qt::TextAlignmentRole:
            return QVariant::fromValue((index.column() == Flags ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant SamplesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    const Heading& heading = Headings[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return tr(heading.title);
    if (role == Qt::ToolTipRole) return tr(heading.tip);
    return {};
}

}  // namespace breakeven
