#include "ui/models/history_model.h"

#include "core/base/numbers.h"
#include "core/io/formats.h"
#include "core/os/folder_files.h"
#include "ui/language.h"
#include "ui/models/column_head.h"
#include "ui/models/run_state_mark.h"
#include "ui/theme.h"
#include "ui/verbatim.h"

#include <QApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QPalette>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t MostCutOff = 20;
constexpr qsizetype TipLetters = 90;  // of a line
constexpr qsizetype TipLines = 20;

QString tagText(const RunEntry& entry) {
    QStringList tags;
    for (const std::string& tag : entry.tags)
        tags += verbatim(tag);
    return tags.join(QStringLiteral(", "));
}

QString cellText(const RunEntry& entry, int column) {
    switch (column) {
        case HistoryModel::State:
            return stateText(entry.state);
        case HistoryModel::Title:
            return spoken(entry.title);
        case HistoryModel::Tags:
            return tagText(entry);
        case HistoryModel::Started:
            return startText(entry);
        case HistoryModel::Machine:
            return spoken(entry.machine);
        case HistoryModel::Trials:
            return entry.trials > 0 ? QString::number(entry.trials) : QStringLiteral("–");
        case HistoryModel::Headline:
            return spoken(entry.headline);
        default:
            return {};
    }
}

/// Words left; the number is short and stands in the middle, off the words beside it.
int alignmentOf(int column) {
    return column == HistoryModel::Trials ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignLeft;
}

/// All that is known of a run, a line each.
QString explanation(const RunEntry& entry) {
    QStringList lines{spoken(entry.title), stateMeaning(entry.state),
                      HistoryModel::tr("Started %1, %2 samples").arg(startText(entry), QString::number(entry.samples))};
    if (entry.elapsed) lines.back() += HistoryModel::tr(" in %1").arg(verbatim(formatSeconds(*entry.elapsed)));
    QStringList places;
    for (const std::string& place : {entry.host, entry.machine})
        if (!place.empty()) places += spoken(place);
    if (!places.isEmpty()) lines += HistoryModel::tr("On %1").arg(places.join(QStringLiteral(", ")));
    if (!entry.tags.empty()) lines += HistoryModel::tr("Tags: %1").arg(tagText(entry));
    if (!entry.note.empty()) lines += HistoryModel::tr("Note: %1").arg(verbatim(entry.note));
    if (!entry.headline.empty()) lines += spoken(entry.headline);
    if (!entry.file.empty()) lines += HistoryModel::tr("File: %1").arg(verbatim(entry.file));
    return lines.join(u'\n');
}

/// Broken into lines that a screen has room for; a long note is cut.
QString tipOf(const QString& text) {
    QStringList lines{QString()};
    for (const QString& line : text.left(TipLetters * TipLines).split(u'\n')) {
        for (const QString& word : line.split(u' ')) {
            const bool hasRoom = lines.back().size() + word.size() < TipLetters;
            lines.back().isEmpty() ? lines.back() = word
            : hasRoom              ? lines.back() += u' ' % word
                                   : lines.emplaceBack(word);
        }
        lines.emplaceBack();
    }
    lines.removeLast();
    return lines.mid(0, TipLines).join(u'\n');
}

/// The files themselves, and the run files of folders.
std::vector<std::filesystem::path> filesIn(const QStringList& paths) {
    constexpr std::array<std::string_view, 1> RunSuffix{".jsonl"};
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths) {
        const Result<std::vector<FolderFile>> found =
            QFileInfo(path).isDir() ? filesOf(path.toStdString(), RunSuffix) : std::vector<FolderFile>();
        if (!found || found->empty()) files.emplace_back(path.toStdString());
        for (const FolderFile& file : found.value_or({}))
            files.emplace_back(file.path);
    }
    return files;
}

/// Whether all of `part` stand in `whole`, in the same order.
bool isInOrder(const std::vector<RunEntry>& part, const std::vector<RunEntry>& whole) {
    auto next = whole.begin();
    return std::ranges::all_of(part, [&](const RunEntry& entry) {
        next = std::ranges::find(next, whole.end(), entry.runId, &RunEntry::runId);
        return next != whole.end();
    });
}

}  // namespace

QString startText(const RunEntry& entry, const QString& format) {
    if (entry.startedAt.empty()) return QStringLiteral("–");
    const QDateTime start = QDateTime::fromString(verbatim(entry.startedAt), Qt::ISODate);
    return start.isValid() ? start.toLocalTime().toString(format) : verbatim(entry.startedAt);
}

void HistoryModel::open(const std::filesystem::path& file) {
    beginResetModel();
    m_entries.clear();
    m_hasMore = false;
    m_history.reset();
    Result<History> history =
        file.empty() ? Error{ErrorCode::Unwritable, "there is no folder for it: HOME is not set"} : History::open(file);
    if (history) m_history = *std::move(history);
    endResetModel();
    setProblem(history ? QString() : tr("The history cannot be used: %1").arg(spoken(history.error().detail)));
    if (m_history) relist();
}

QString HistoryModel::notice() const {
    return m_history ? spoken(m_history->notice()) : QString();
}

void HistoryModel::search(const QString& words, bool isDeleted) {
    if (words == m_text && isDeleted == m_isDeleted) return;
    m_text = words;
    m_isDeleted = isDeleted;
    if (!m_history) return;
    beginResetModel();
    m_entries.clear();
    m_hasMore = false;
    endResetModel();
    relist();
}

Result<HistoryModel::Page> HistoryModel::page(std::size_t offset, std::size_t size) const {
    BREAKEVEN_TRY(
        auto entries,
        m_history->list({.text = m_text.toStdString(), .isDeleted = m_isDeleted, .offset = offset, .limit = size + 1}));
    const bool hasMore = entries.size() > size;
    if (hasMore) entries.pop_back();
    return Page{std::move(entries), hasMore};
}

void HistoryModel::relist() {
    Result<Page> fresh = page(0, std::max(m_entries.size(), PageSize));
    if (!fresh) return setProblem(tr("The history cannot be read: %1").arg(spoken(fresh.error().detail)));
    setProblem({});
    adopt(std::move(fresh->entries));
    m_hasMore = fresh->hasMore;
    Q_EMIT listed();
}

/// Views keep their place and what is chosen: rows come and go, and only what is in another order starts anew.
void HistoryModel::adopt(std::vector<RunEntry> entries) {
    std::unordered_set<std::string> ids;
    for (const RunEntry& entry : entries)
        ids.insert(entry.runId);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (ids.contains(entry(row).runId)) continue;
        beginRemoveRows({}, row, row);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
    }
    if (!isInOrder(m_entries, entries)) {
        beginResetModel();
        m_entries = std::move(entries);
        return endResetModel();
    }
    const int count = static_cast<int>(entries.size());
    for (int row = 0; row < count; ++row) {
        RunEntry& fresh = entries[static_cast<std::size_t>(row)];
        if (row < rowCount() && entry(row).runId == fresh.runId) {
            if (entry(row) == fresh) continue;
            m_entries[static_cast<std::size_t>(row)] = std::move(fresh);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        int last = row;  // of those that come one behind the other
        const bool atEnd = row == rowCount();
        while (last + 1 < count && (atEnd || entries[static_cast<std::size_t>(last) + 1].runId != entry(row).runId))
            ++last;
        beginInsertRows({}, row, last);
        m_entries.insert(m_entries.begin() + row, std::move_iterator(entries.begin() + row),
                         std::move_iterator(entries.begin() + last + 1));
        endInsertRows();
        row = last;
    }
}

bool HistoryModel::isNews() {
    const Result<std::int64_t> changes = m_history->changeCount();
    if (!changes) {
        setProblem(tr("The history cannot be read: %1").arg(spoken(changes.error().detail)));
        return false;
    }
    return std::exchange(m_changes, *changes) != *changes;
}

void HistoryModel::refresh() {
    if (!m_history) return;
    const bool goesOn = std::ranges::count(m_entries, RunState::Running, &RunEntry::state) > 0;
    if (isNews() || goesOn) relist();  // a process that was killed writes nothing
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_hasMore;
}

void HistoryModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) return;
    if (isNews()) relist();  // else a run might come twice
    if (!m_hasMore) return;
    Result<Page> next = page(m_entries.size(), PageSize);
    if (!next) return setProblem(tr("The history cannot be read: %1").arg(spoken(next.error().detail)));
    m_hasMore = false;  // for those who hear of the rows and want more at once
    if (next->entries.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(next->entries.size()) - 1);
    std::ranges::move(next->entries, std::back_inserter(m_entries));
    endInsertRows();
    m_hasMore = next->hasMore;
}

Result<LoadedRun> HistoryModel::load(const std::string& runId) const {
    if (!m_history) return Error{ErrorCode::Unreadable, m_problem.toStdString()};
    Result<LoadedRun> run = m_history->load(runId);
    const Result<RunEntry> entry = m_history->find(runId, showsDeleted());
    // What is left of it may say that it was stopped, though nobody did: its window was gone.
    const bool isCutOff = entry && entry->state == RunState::Interrupted;
    if (run && isCutOff && !run->events.empty() && std::holds_alternative<RunFinished>(run->events.back()))
        run->events.pop_back();
    return run;
}

std::vector<RunEntry> HistoryModel::cutOffRuns() const {
    if (!m_history) return {};
    return m_history->list({.isCutOff = true, .limit = MostCutOff}).value_or({});
}

void HistoryModel::add(const QStringList& paths) {
    if (!m_history) return Q_EMIT failed(m_problem);
    int fresh = 0;
    int known = 0;
    for (const std::filesystem::path& file : filesIn(paths)) {
        const Result<LoadedRun> run = readResults(file);
        const Result<bool> isNew = run ? m_history->add(*run, file) : run.error();
        if (isNew) {
            ++(*isNew ? fresh : known);
        } else {
            Q_EMIT failed(tr("Not taken into the history: %1").arg(spoken(isNew.error().detail)));
        }
    }
    relist();
    if (fresh + known == 0) return;
    if (fresh == 0 && known == 1) return Q_EMIT added(tr("The run was in the history already"));
    QString line = fresh == 1 ? tr("1 run taken into the history") : tr("%1 runs taken into the history").arg(fresh);
    if (known > 0) line += known == 1 ? tr(", 1 was there already") : tr(", %1 were there already").arg(known);
    Q_EMIT added(line);
}

bool HistoryModel::settle(const Result<void>& edit) {
    if (!edit) Q_EMIT failed(tr("History: %1").arg(spoken(edit.error().detail)));
    relist();
    return edit.has_value();
}

bool HistoryModel::setTags(const std::string& runId, const QStringList& tags) {
    if (!m_history) return false;
    std::vector<std::string> wanted;
    for (const QString& tag : tags)
        wanted.push_back(tag.toStdString());
    std::ranges::sort(wanted);
    const auto known = std::ranges::find(m_entries, runId, &RunEntry::runId);
    const std::vector<std::string> before = known == m_entries.end() ? std::vector<std::string>() : known->tags;
    std::vector<std::string> gone;
    std::ranges::set_difference(before, wanted, std::back_inserter(gone));
    const Result<void> added = m_history->tag(runId, wanted);  // first: it may be refused
    return settle(added ? m_history->untag(runId, gone) : added);
}

bool HistoryModel::setNote(const std::string& runId, const QString& note) {
    return m_history && settle(m_history->setNote(runId, note.toStdString()));
}

bool HistoryModel::remove(const std::vector<std::string>& runIds) {
    if (!m_history) return false;
    Result<void> done;
    for (const std::string& runId : runIds)
        if (done) done = m_history->remove(runId);
    return settle(done);
}

bool HistoryModel::restore(const std::vector<std::string>& runIds) {
    if (!m_history) return false;
    Result<void> done;
    for (const std::string& runId : runIds)
        if (done) done = m_history->restore(runId);
    return settle(done);
}

bool HistoryModel::purge() {
    if (!m_history) return false;
    const Result<std::int64_t> removed = m_history->purge();
    return settle(removed ? Result<void>() : removed.error());
}

void HistoryModel::setProblem(const QString& line) {
    if (line == m_problem) return;
    m_problem = line;
    Q_EMIT problemChanged();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const RunEntry& run = entry(index.row());
    const bool dark = isDark(QApplication::palette());
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return cellText(run, index.column());
        case Qt::ToolTipRole:
            return tipOf(explanation(run));
        case Qt::AccessibleDescriptionRole:
            return explanation(run);
        case Qt::DecorationRole:
            return index.column() == State ? QVariant(stateMark(run.state, QApplication::palette())) : QVariant();
        case Qt::TextAlignmentRole:
            return alignmentOf(index.column());
        case Qt::ForegroundRole:
            return index.column() == State ? QVariant(stateColour(run.state, dark)) : QVariant();
        default:
            return {};
    }
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    const RunEntry& run = entry(index.row());
    const QString title = value.toString().trimmed();
    // An editor that was left empty, or as it was, changes nothing.
    if (title.isEmpty() || title == spoken(run.title)) return false;
    return settle(m_history->rename(run.runId, title.toStdString()));
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    std::array<ColumnHead, ColumnCount> heads{{
        {tr("State"), tr("How the run ended, or that it goes on")},
        {tr("Name"), tr("What you call the run; at first the experiment's title")},
        {tr("Tags"), tr("Your own words for runs that belong together")},
        {tr("Started"), tr("Local time")},
        {tr("Trials"), tr("Combinations of size, backend and workers that were measured")},
        {tr("Headline"), tr("The one sentence that answers the experiment")},
        {tr("Machine"), tr("Processor and usable CPUs")},
    }};
    ColumnHead& head = heads[static_cast<std::size_t>(section)];
    head.alignment = alignmentOf(section);
    return head.data(role);
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Title && !isReadOnly() && !m_isDeleted) flags |= Qt::ItemIsEditable;
    return flags;
}

}  // namespace breakeven
