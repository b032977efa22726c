#include "ui/models/results_model.h"

#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/regimes.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "ui/language.h"
#include "ui/models/column_head.h"
#include "ui/models/flag_line.h"
#include "ui/swatch.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPalette>

#include <algorithm>

namespace breakeven {

namespace {

QString flagsText(const TrialResult& result) {
    QStringList parts;
    for (const auto& [flag, count] : result.flags) {
        parts += QStringLiteral("%1 %2/%3").arg(spoken(flag)).arg(count).arg(result.samples.size());
    }
    return parts.join(QStringLiteral(", "));
}

/// A line for each.
QString flagMeanings(const TrialResult& result) {
    QStringList lines;
    for (const auto& [flag, count] : result.flags)
        lines += flagLine(flag);
    return lines.join(u'\n');
}

bool isWaiting(const TrialResult& result, bool running) {
    return running && result.samples.empty() && !result.imported && result.status == TrialStatus::Ok;
}

/// Numbers stand right, words left, what is the same in most rows in the middle.
int alignmentOf(int column) {
    switch (column) {
        case ResultsModel::SeriesLabel:
        case ResultsModel::Flags:
            return Qt::AlignLeft | Qt::AlignVCenter;
        case ResultsModel::Verdict:
        case ResultsModel::Status:
        case ResultsModel::Verified:
        case ResultsModel::Limit:
            return Qt::AlignCenter;
        default:
            return Qt::AlignRight | Qt::AlignVCenter;
    }
}

ResultsModel::Chip chipOf(TrialVerdict::Kind kind) {
    switch (kind) {
        case TrialVerdict::Kind::Faster:
            return ResultsModel::Faster;
        case TrialVerdict::Kind::Slower:
            return ResultsModel::Slower;
        case TrialVerdict::Kind::Same:
            return ResultsModel::Same;
        case TrialVerdict::Kind::NotResolved:
            return ResultsModel::NotResolved;
    }
    return ResultsModel::NoChip;
}

QString chipText(ResultsModel::Chip chip, double gate) {
    switch (chip) {
        case ResultsModel::Faster:
            return ResultsModel::tr("faster");
        case ResultsModel::Slower:
            return ResultsModel::tr("slower");
        case ResultsModel::Same:
            return ResultsModel::tr("same within %1").arg(QString::number(gate * 100) % QStringLiteral("\u202f%"));
        case ResultsModel::NotResolved:
            return ResultsModel::tr("not resolved");
        case ResultsModel::Failed:
            return ResultsModel::tr("failed");
        case ResultsModel::NoChip:
            break;
    }
    return {};
}

/// Not: was refused, was skipped, did not come to its turn.
bool hasFailed(TrialStatus status) {
    return status == TrialStatus::Failed || status == TrialStatus::WrongResult || status == TrialStatus::TimedOut ||
           status == TrialStatus::Crashed;
}

/// What it would take to resolve a verdict.
QString missingText(const TrialVerdict& verdict) {
    if (!verdict.missing) {
        if (verdict.rounds == 0 || !verdict.interval) return {};
        return ResultsModel::tr("More than a hundred times the rounds would be needed to tell.");
    }
    const TrialVerdict::Missing& missing = *verdict.missing;
    const QString rounds = missing.rounds == 1 ? ResultsModel::tr("One more round")
                                               : ResultsModel::tr("About %1 more rounds").arg(missing.rounds);
    const QString launches = missing.needsLaunches ? ResultsModel::tr(", each in a launch of its own,") : QString();
    const QString time =
        missing.time > Seconds(0)
            ? ResultsModel::tr(" (%1 of measuring at least)").arg(QString::fromStdString(formatSeconds(missing.time)))
            : QString();
    return ResultsModel::tr("%1 would probably show it to be %2.")
        .arg(rounds % time % launches, chipText(chipOf(missing.kind), verdict.gate));
}

}  // namespace

ResultsModel::Judgement ResultsModel::judgementOf(const TrialVerdict& verdict) {
    Judgement judgement;
    judgement.chip = chipOf(verdict.kind);
    judgement.verdict = chipText(judgement.chip, verdict.gate);
    if (judgement.chip != NotResolved) return judgement;
    judgement.verdict = tr("not resolved: %1").arg(spoken(verdict.reason));
    judgement.reason = missingText(verdict);
    return judgement;
}

/// Judging takes every trial together, so it is done once for all rows.
std::map<int, ResultsModel::Judgement> ResultsModel::judge(const Results& results, bool running) {
    std::map<int, Judgement> judgements;
    for (const TrialVerdict& verdict : trialVerdicts(results))
        judgements[verdict.trial] = judgementOf(verdict);
    for (const TrialResult& result : results.trials()) {
        if (!hasFailed(result.status)) continue;
        Judgement& judgement = judgements[result.trial.id];
        judgement.chip = Failed;
        judgement.verdict = chipText(Failed, PracticalGate);
        judgement.reason.clear();
    }
    if (running) return judgements;
    for (const Regime& regime : regimes(results)) {
        Judgement& judgement = judgements[regime.trial.id];
        judgement.limit = regime.kind == RegimeKind::NotResolved ? tr("not resolved") : spoken(regimeWord(regime.kind));
        judgement.evidence = spoken(regime.sentence);
        if (judgement.evidence.endsWith(u'.')) judgement.evidence.chop(1);
    }
    const std::vector<Pitfall> found = pitfalls(results);
    for (const TrialResult& result : results.trials()) {
        for (const Pitfall& pitfall : pitfallsAt(found, result.trial.id))
            judgements[result.trial.id].pitfalls +=
                QStringLiteral("%1: %2").arg(spoken(pitfall.title), spoken(pitfall.advice));
    }
    return judgements;
}

ResultsModel::Row ResultsModel::makeRow(const Results& results, const TrialResult& result, const QString& label,
                                        const Judgement& judgement, bool running) const {
    const TrialResult* base = results.baseOf(result);
    const Trial& trial = result.trial;
    Row row{trial.id,
            judgement.chip,
            result.samples.size(),
            base ? base->samples.size() : 0,
            result.status,
            isWaiting(result, running),
            label,
            judgement,
            std::string(familyOf(trial.backend)),
            {},
            {},
            {}};
    const auto set = [&row](Column column, const QString& text, const QVariant& sort) {
        row.cells[column] = {text, sort};
    };

    set(SeriesLabel, label, label);
    set(Size, QString::fromStdString(formatItems(static_cast<double>(trial.size))),
        static_cast<qulonglong>(trial.size));
    const bool knowsWorkers = trial.workers != UnknownWorkers;
    set(Workers,
        trial.oversubscribed ? tr("%1, more than CPUs").arg(trial.workers)
        : knowsWorkers       ? QString::number(trial.workers)
                             : QStringLiteral("–"),
        trial.workers);
    QStringList sentence{tr("%1 at %2").arg(label, spoken(countItems(static_cast<double>(trial.size))))};
    if (const auto summary = summaryOf(result)) {
        set(Median, spoken(formatInterval(*summary)), summary->median.count());
        set(Samples, QString::number(summary->count), static_cast<qulonglong>(summary->count));
        sentence += tr("median %1 of %2 samples").arg(row.cells[Median].text, row.cells[Samples].text);
    }
    if (base == &result) {
        set(Speedup, tr("base"), 1.0);
    } else if (const auto speedup = speedupVsSerial(results, result)) {
        const QString ratio = spoken(formatRatio(speedup->value, speedup->interval));
        set(Speedup, ratio % spoken(baseNote(trial)), speedup->value);
        if (knowsWorkers) {
            const double share = efficiency(speedup->value, trial.workers);
            set(Efficiency, spoken(percent(share, efficiency(speedup->interval, trial.workers))), share);
        }
        sentence += tr("%1 vs %2 %3")
                        .arg(ratio, spoken(baseBackendOf(trial)), QString::fromStdString(formatSeconds(speedup->base)));
    }
    set(Verdict, judgement.verdict, judgement.chip == NoChip ? QVariant() : QVariant(static_cast<int>(judgement.chip)));
    if (judgement.chip == NotResolved) sentence += judgement.verdict;
    if (!judgement.reason.isEmpty()) sentence += judgement.reason;
    set(Limit, judgement.limit, judgement.limit);
    const QString verified = !result.verified ? tr("not checked") : *result.verified ? tr("yes") : tr("no");
    set(Verified, verified, verified);
    const std::string_view status = statusWord(result.status);
    const QString statusText = row.waiting ? tr("waiting") : spoken(status);
    set(Status, statusText, statusText);
    const QString flags = flagsText(result);
    set(Flags, flags, flags);
    row.flagMeanings = flagMeanings(result);
    if (!flags.isEmpty()) sentence += flags;
    if (!judgement.evidence.isEmpty()) sentence += judgement.evidence;
    if (!result.detail.empty()) sentence += spoken(result.detail);
    row.explanation = sentence.join(QStringLiteral("; "));
    if (!judgement.pitfalls.isEmpty())
        row.explanation += u'\n' % tr("Pitfalls seen here:") % u'\n' % judgement.pitfalls.join(u'\n');
    return row;
}

void ResultsModel::setResults(const Results& results, bool running) {
    const std::vector<TrialResult>& trials = results.trials();
    const QString runId = QString::fromStdString(results.run().runId);
    if (runId != m_runId || trials.size() < m_rows.size()) {
        beginResetModel();
        m_rows.clear();
        m_runId = runId;
        endResetModel();
    }
    std::vector<Trial> bare;
    bare.reserve(trials.size());
    for (const TrialResult& result : trials)
        bare.push_back(result.trial);
    const std::vector<std::string> labels = seriesLabels(bare);
    m_places.resize(trials.size());  // what is there already stays in its order
    for (int place = 0; const TrialResult* result : bySize(results))
        m_places[static_cast<std::size_t>(result - trials.data())] = place++;

    std::map<int, Judgement> judgements = judge(results, running);
    const std::size_t known = m_rows.size();
    for (std::size_t index = 0; index < known; ++index) {
        const TrialResult& result = trials[index];
        const TrialResult* base = results.baseOf(result);
        const QString label = spoken(labels[index]);
        Row& row = m_rows[index];
        if (row.samples == result.samples.size() && row.baseSamples == (base ? base->samples.size() : 0) &&
            row.status == result.status && row.waiting == isWaiting(result, running) && row.label == label &&
            row.judgement == judgements[row.trial]) {
            continue;
        }
        row = makeRow(results, result, label, judgements[row.trial], running);
        const int line = static_cast<int>(index);
        Q_EMIT dataChanged(createIndex(line, 0), createIndex(line, ColumnCount - 1));
    }
    if (trials.size() == known) return;
    beginInsertRows({}, static_cast<int>(known), static_cast<int>(trials.size()) - 1);
    for (std::size_t index = known; index < trials.size(); ++index) {
        m_rows.push_back(
            makeRow(results, trials[index], spoken(labels[index]), judgements[trials[index].trial.id], running));
    }
    endInsertRows();
}

int ResultsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QModelIndex ResultsModel::indexOf(int trial) const {
    const auto found = std::ranges::find(m_rows, trial, &Row::trial);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), 0);
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case SortRole:
            return cell.sort;
        case ChipRole:
            return row.chip;
        case TrialRole:
            return row.trial;
        case PlaceRole:
            return m_places[static_cast<std::size_t>(index.row())];
        case BriefRole:
            return row.chip == Same ? tr("same") : chipText(row.chip, PracticalGate);
        case Qt::ToolTipRole:
            return index.column() == Flags && !row.flagMeanings.isEmpty() ? row.flagMeanings : row.explanation;
        case Qt::AccessibleDescriptionRole:
            return row.explanation;
        case Qt::DecorationRole:
            if (index.column() != SeriesLabel) return {};
            return swatchOf(row.family, isDark(QApplication::palette()));
        case Qt::TextAlignmentRole:
            return alignmentOf(index.column());
        case Qt::ForegroundRole: {
            const bool wrong = (index.column() == Status && row.status != TrialStatus::Ok) ||
                               (index.column() == Verified && cell.text == tr("no"));
            return wrong ? QVariant(errorColour(isDark(QApplication::palette()))) : QVariant();
        }
        default:
            return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    struct Words {
        const char* title;
        const char* meaning;
    };
    static constexpr std::array<Words, ColumnCount> Heads{{
        // translated one by one: views ask for them all the time
        {QT_TR_NOOP("Series"), QT_TR_NOOP("Backend, workers and pool, as far as they differ")},
        {QT_TR_NOOP("Size"), QT_TR_NOOP("Items in the list")},
        {QT_TR_NOOP("Workers"), QT_TR_NOOP("Threads or processes that execute the list")},
        {QT_TR_NOOP("Verdict"),
         QT_TR_NOOP("Faster, slower or the same within 1 %, all trials judged together; else not resolved")},
        {QT_TR_NOOP("Median"), QT_TR_NOOP("Median time of one list, and its 95 % interval")},
        {QT_TR_NOOP("Speed-up"),
         QT_TR_NOOP("Time of the serial base over this time, both from the same rounds, and its 95 % interval")},
        {QT_TR_NOOP("Status"), QT_TR_NOOP("Whether the trial could be measured")},
        {QT_TR_NOOP("Verified"), QT_TR_NOOP("Whether the output equalled the serial base's")},
        {QT_TR_NOOP("Efficiency"), QT_TR_NOOP("Speed-up per worker, and its 95 % interval; 100 % is ideal")},
        {QT_TR_NOOP("Limit"),
         QT_TR_NOOP("What keeps the trial from being faster; the evidence stands in the row's tip")},
        {QT_TR_NOOP("Samples"), QT_TR_NOOP("Timed executions")},
        {QT_TR_NOOP("Flags"), QT_TR_NOOP("What may have spoilt samples, and how many it touched")},
    }};
    const auto& [title, meaning] = Heads[static_cast<std::size_t>(section)];
    return ColumnHead{tr(title), tr(meaning), alignmentOf(section)}.data(role);
}

}  // namespace breakeven
