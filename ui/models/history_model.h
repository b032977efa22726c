/// HistoryModel: the list of the history, newest first, page by page. The file may change at any time by other
/// programs: refresh() takes that over. What is edited here is in the file at once.
#pragma once

#include "core/base/result.h"
#include "core/history/history.h"

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// Local; as it stands when it is no time, a dash when it is empty.
QString startText(const RunEntry& entry, const QString& format = QStringLiteral("yyyy-MM-dd HH:mm"));

class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Title, Tags, Started, Trials, Headline, Machine, ColumnCount };
    static constexpr std::size_t PageSize = 200;

    using QAbstractTableModel::QAbstractTableModel;

    /// Lists another file, or the same again. problem() tells when it cannot be used.
    void open(const std::filesystem::path& file);
    bool isOpen() const { return m_history.has_value(); }
    const QString& problem() const { return m_problem; }  ///< one line; empty: the list is what the file holds
    QString notice() const;                               ///< one line: a damaged file was set aside; else empty
    bool isReadOnly() const { return !m_history || m_history->isReadOnly(); }

    /// Lists what has all these words: of the deleted runs, or of the others.
    void search(const QString& text, bool isDeleted);
    const QString& searchText() const { return m_text; }
    bool showsDeleted() const { return m_isDeleted; }

    /// Cheap when nothing has changed.
    void refresh();

    const RunEntry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    Result<LoadedRun> load(const std::string& runId) const;
    /// Of those that go on or were interrupted, the newest ones; none when the file cannot be used.
    std::vector<RunEntry> cutOffRuns() const;

    /// Takes runs in from files of any format, and the run files of folders; added() says how many, failed() names each
    /// that was not.
    void add(const QStringList& paths);

    // False when nothing was changed, of which failed() tells the reason.
    bool setTags(const std::string& runId, const QStringList& tags);
    bool setNote(const std::string& runId, const QString& note);
    bool remove(const std::vector<std::string>& runIds);
    bool restore(const std::vector<std::string>& runIds);
    bool purge();  ///< removes every deleted run for good

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void failed(const QString& line);  ///< an edit; to be told to the user
    void added(const QString& line);   ///< "2 runs taken into the history, 1 was there already"
    void problemChanged();
    void listed();  ///< the list is as the file is now

private:
    struct Page {
        std::vector<RunEntry> entries;
        bool hasMore = false;
    };
    Result<Page> page(std::size_t offset, std::size_t size) const;
    void relist();
    void adopt(std::vector<RunEntry> entries);
    bool isNews();  ///< somebody else has changed the file
    bool settle(const Result<void>& edit);
    void setProblem(const QString& line);

    std::optional<History> m_history;
    QString m_problem;
    QString m_text;
    bool m_isDeleted = false;
    std::int64_t m_changes = 0;  ///< History::changeCount of what is listed
    std::vector<RunEntry> m_entries;
    bool m_hasMore = false;
};

}  // namespace breakeven
