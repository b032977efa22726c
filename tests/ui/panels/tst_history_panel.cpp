#include "tests/app/cli_process.h"
#include "tests/core/history/stored_runs.h"
#include "tests/ui/picture_ink.h"
#include "tests/ui/ui_test.h"
#include "ui/models/history_model.h"
#include "ui/panels/history_panel.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAction>
#include <QCheckBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <memory>

#include <sys/stat.h>
#include <unistd.h>

using namespace breakeven;

class TestHistoryPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_file = QStringLiteral("%1/history-%2.sqlite").arg(folder.path()).arg(++m_number);
        storeHistoryFile(m_file);
    }

    void cleanup() {
        m_panel.reset();
        m_model.reset();
        m_session.reset();
    }

    void anEmptyHistoryInvites() {
        show();
        QVERIFY(table().isEnabled());
        QCOMPARE(rows(), 0);
        QVERIFY(inkOf(table().viewport()->grab().toImage()) > 100);
        QVERIFY(notice().isEmpty());
        for (const char* name : {"historyOpen", "historyRename", "historyDelete", "historyCompare", "historyOverlay"})
            QVERIFY2(!action(name).isEnabled(), name);
        QVERIFY(!the<QPlainTextEdit>("historyNote").isEnabled());
    }

    void everythingHasANameAndAMeaning() {
        show();
        for (const QAction* action : m_panel->findChildren<QAction*>()) {
            if (!action->objectName().startsWith(QStringLiteral("history"))) continue;
            QVERIFY(!action->shortcut().isEmpty());
            QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(), qPrintable(action->objectName()));
        }
        QCOMPARE(table().accessibleName(), QStringLiteral("History of runs"));
        QCOMPARE(the<QLineEdit>("historySearch").accessibleName(), QStringLiteral("Search the history"));
    }

    void enterAndDoubleClickOpenARun() {
        addThree();
        show();
        choose({1});
        QTest::keyClick(&table(), Qt::Key_Return);
        QCOMPARE(m_session->file(), QStringLiteral("second"));
        QCOMPARE(m_session->results().trials().size(), std::size_t{2});
        QCOMPARE(m_session->spec().name, std::string("second"));

        const QRect cell = table().visualRect(m_model->index(2, HistoryModel::Title));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(m_session->file(), QStringLiteral("first"));
    }

    void aRunIsRenamedInPlace() {
        addThree();
        show();
        choose({0});
        QTest::keyClick(&table(), Qt::Key_F2);
        auto* editor = table().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("third"));
        QTest::keyClicks(editor, QStringLiteral("after the fix"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(titles(), (QStringList{"after the fix", "second", "first"}));
        QCOMPARE(stored().front().title, std::string("after the fix"));
        QCOMPARE(m_session->file(), QString());  // Enter in the editor opens nothing
    }

    void aNameThatIsRefusedIsSaid() {
        addThree();
        show();
        choose({0});
        const QSignalSpy failures(m_model.get(), &HistoryModel::failed);
        action("historyRename").trigger();
        auto* editor = table().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText(QString(300, u'x'));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(failures.count(), 1);
        QCOMPARE(titles().front(), QStringLiteral("third"));
    }

    void tagsAndNoteAreKeptWhenTheirFieldIsLeft() {
        addThree();
        show();
        choose({0});
        auto& tags = the<QLineEdit>("historyTags");
        auto& note = the<QPlainTextEdit>("historyNote");
        tags.setFocus();
        QTest::keyClicks(&tags, QStringLiteral("nightly,  two words,, nightly"));
        QTest::keyClick(&tags, Qt::Key_Return);
        QCOMPARE(stored().front().tags, (std::vector<std::string>{"nightly", "two words"}));
        QCOMPARE(tags.text(), QStringLiteral("nightly, two words"));
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("why it was measured"));
        QTest::keyClick(&note, Qt::Key_Tab);
        QCOMPARE(stored().front().note, std::string("why it was measured"));

        choose({1});
        QCOMPARE(tags.text(), QString());
        QCOMPARE(note.toPlainText(), QString());
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("of the second"));
        choose({0});
        QCOMPARE(note.toPlainText(), QStringLiteral("why it was measured"));
        QCOMPARE(stored()[1].note, std::string("of the second"));
    }

    /// The list is read anew every second.
    void whatIsBeingTypedIsLeftAlone() {
        addThree();
        show();
        choose({0});
        auto& note = the<QPlainTextEdit>("historyNote");
        note.setFocus();
        QTest::keyClicks(&note, QStringLiteral("half a sen"));
        add("20261121T130000-d", "2026-11-21T13:00:00Z", "fourth");
        m_model->refresh();
        QCOMPARE(rows(), 4);
        QCOMPARE(note.toPlainText(), QStringLiteral("half a sen"));
        m_panel->hide();
        QCOMPARE(stored()[1].note, std::string("half a sen"));
    }

    void deletingIsUndoneOneAfterTheOther() {
        addThree();
        show();
        choose({0, 2});
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(titles(), QStringList{"second"});
        QCOMPARE(the<QLabel>("historyUndoBarText").text(), QStringLiteral("Deleted 2 runs"));
        QTRY_VERIFY(the<QWidget>("historyUndoBar").geometry().bottom() < table().y());  // seen in a low panel, too
        choose({0});
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(rows(), 0);
        QCOMPARE(the<QLabel>("historyUndoBarText").text(), QStringLiteral("Deleted “second”"));
        QTest::mouseClick(&the<QPushButton>("historyUndoBarAccept"), Qt::LeftButton);
        QCOMPARE(titles(), QStringList{"second"});
        QVERIFY(the<QWidget>("historyUndoBar").isVisible());
        QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(titles(), (QStringList{"third", "second", "first"}));
        QVERIFY(!the<QWidget>("historyUndoBar").isVisible());
        QVERIFY(!action("historyUndo").isEnabled());
    }

    void theUndoBarCanBeDismissed() {
        addThree();
        show();
        choose({0});
        action("historyDelete").trigger();
        QTest::mouseClick(&the<QPushButton>("historyUndoBarDismiss"), Qt::LeftButton);
        QVERIFY(!the<QWidget>("historyUndoBar").isVisible());
        QCOMPARE(rows(), 2);
        QVERIFY(!action("historyUndo").isEnabled());
    }

    void deletedRunsAreShownAndRestored() {
        addThree();
        show();
        choose({0, 1});
        action("historyDelete").trigger();
        const auto place = [&] { return the<QCheckBox>("historyDeleted").pos(); };
        const QPoint before = place();
        QTest::mouseClick(&the<QCheckBox>("historyDeleted"), Qt::LeftButton, {}, QPoint(8, 8));
        QCoreApplication::processEvents();
        QCOMPARE(place(), before);  // a second click takes the first one back
        QCOMPARE(titles(), (QStringList{"third", "second"}));
        QTRY_VERIFY(!the<QToolButton>("historyDeleteButton").isVisible());
        QVERIFY(the<QToolButton>("historyRestoreButton").isVisible());
        choose({1});
        QTest::mouseClick(&the<QToolButton>("historyRestoreButton"), Qt::LeftButton);
        QCOMPARE(titles(), QStringList{"third"});
        the<QCheckBox>("historyDeleted").setChecked(false);
        QCOMPARE(titles(), (QStringList{"second", "first"}));
    }

    void deletedRunsAreRemovedForGoodWhenThatIsConfirmed() {
        addThree();
        show();
        QVERIFY(!the<QToolButton>("historyPurgeButton").isVisible());
        choose({0, 1});
        action("historyDelete").trigger();
        the<QCheckBox>("historyDeleted").setChecked(true);
        const auto answer = [this](const char* button) {
            QTest::mouseClick(&the<QToolButton>("historyPurgeButton"), Qt::LeftButton);
            auto& question = the<QMessageBox>("purgeQuestion");
            QTest::mouseClick(*button ? question.findChild<QPushButton*>(QLatin1String(button))
                                      : question.button(QMessageBox::Cancel),
                              Qt::LeftButton);
            QTRY_VERIFY(m_panel->findChildren<QMessageBox*>().isEmpty());
        };
        answer("");
        QCOMPARE(titles(), (QStringList{"third", "second"}));
        answer("purgeButton");
        QCOMPARE(rows(), 0);
        QVERIFY(!the<QToolButton>("historyPurgeButton").isEnabled());
        QVERIFY(!the<QWidget>("historyUndoBar").isVisible());
        QCOMPARE(stored().size(), std::size_t(1));
        QCOMPARE(*History::open(m_file.toStdString())->purge(), std::int64_t(0));
    }

    void typingSearches() {
        addThree();
        show();
        QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
        auto& search = the<QLineEdit>("historySearch");
        QTRY_VERIFY(search.hasFocus());
        QTest::keyClicks(&search, QStringLiteral("ir"));
        QCOMPARE(titles(), (QStringList{"third", "first"}));
        QTest::keyClicks(&search, QStringLiteral(" zz"));
        QCOMPARE(rows(), 0);
        QVERIFY(inkOf(table().viewport()->grab().toImage()) > 100);
        search.clear();
        QCOMPARE(rows(), 3);
    }

    void severalRunsAreHandedOverOldestFirst() {
        addThree();
        show();
        std::vector<NamedResults> compared;
        std::vector<NamedResults> overlaid;
        connect(m_panel.get(), &HistoryPanel::compareRequested, this, [&](const auto& runs) { compared = runs; });
        connect(m_panel.get(), &HistoryPanel::overlayRequested, this, [&](const auto& runs) { overlaid = runs; });
        choose({0});
        QVERIFY(!action("historyCompare").isEnabled() && !action("historyOverlay").isEnabled());
        choose({0, 2});
        QTest::mouseClick(&the<QToolButton>("historyCompareButton"), Qt::LeftButton);
        QCOMPARE(namesOf(compared), (QStringList{"first", "third"}));
        QCOMPARE(compared[0].results.run().spec.name, std::string("first"));
        choose({0, 1, 2});
        QVERIFY(!action("historyCompare").isEnabled());
        QTest::keyClick(&table(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(namesOf(overlaid), (QStringList{"first", "second", "third"}));
    }

    void whatIsChosenStaysWhenOthersWrite() {
        addThree();
        show();
        choose({1});
        add("20261121T130000-d", "2026-11-21T13:00:00Z", "fourth");
        QTRY_COMPARE(rows(), 4);  // by the panel's own watch
        const QModelIndexList chosen = table().selectionModel()->selectedRows();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_model->entry(chosen.front().row()).title, std::string("second"));
    }

    void anUnusableHistoryIsSaidAndTriedAgain() {
        QVERIFY(QDir().mkpath(m_file));
        show();
        QVERIFY2(notice().endsWith(QStringLiteral("it is a folder")), qPrintable(notice()));
        QVERIFY(!table().isEnabled());
        QVERIFY(QDir().rmdir(m_file));
        QTest::mouseClick(&the<QPushButton>("historyRetry"), Qt::LeftButton);
        QVERIFY(table().isEnabled());
        QVERIFY(notice().isEmpty());
        QVERIFY(!the<QPushButton>("historyRetry").isVisible());
    }

    void aDamagedHistoryIsSaid() {
        const QTemporaryDir own;
        const QString file = own.filePath(QStringLiteral("history.sqlite"));
        storeHistoryFile(file);
        saveText(file, QByteArray("no database").repeated(1000));
        show();
        QVERIFY2(notice().contains(QStringLiteral("it is kept as")), qPrintable(notice()));
        QVERIFY(table().isEnabled());
    }

    void aReadOnlyHistoryIsForLooking() {
        addThree();
        show();
        choose({0});
        QVERIFY(action("historyDelete").isEnabled());
        cleanup();
        QCOMPARE(::chmod(qPrintable(folder.path()), 0777), 0);  // SQLite makes files of its own beside it to read
        QCOMPARE(::chmod(qPrintable(m_file), 0444), 0);
        const bool isRoot = ::geteuid() == 0;  // the superuser may write what is read-only
        if (isRoot) QCOMPARE(::seteuid(65534), 0);
        show();
        choose({0});
        const QString said = notice();
        const int listed = rows();
        const bool mayOpen = action("historyOpen").isEnabled();
        const bool mayChange = action("historyDelete").isEnabled() || action("historyRename").isEnabled();
        if (isRoot) QCOMPARE(::seteuid(0), 0);
        QVERIFY2(said.startsWith(QStringLiteral("This history cannot be written")), qPrintable(said));
        QCOMPARE(listed, 3);
        QVERIFY(mayOpen && !mayChange);
    }

    /// The list may be a second old.
    void aRunThatIsGoneIsReported() {
        addThree();
        show();
        choose({0});
        QCOMPARE(runCli({"history", "delete", "20261121T120000-c", "--history", m_file}).status, 0);
        QCOMPARE(runCli({"history", "purge", "--history", m_file}).status, 0);
        const QSignalSpy failures(m_session.get(), &Session::failed);
        action("historyOpen").trigger();
        QCOMPARE(failures.count(), 1);
        QVERIFY2(m_session->failure().contains(QStringLiteral("there is no run")), qPrintable(m_session->failure()));
    }

private:
    void show() {
        m_session = std::make_unique<Session>();
        m_model = std::make_unique<HistoryModel>();
        m_panel = std::make_unique<HistoryPanel>(*m_model, *m_session);
        m_panel->resize(900, 320);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }
    QTableView& table() { return the<QTableView>("historyView"); }
    QAction& action(const char* name) { return the<QAction>(name); }
    QString notice() {
        const auto& label = the<QLabel>("historyNotice");
        return label.isVisible() ? label.text() : QString();
    }
    int rows() const { return m_model->rowCount(); }
    QStringList titles() const {
        QStringList texts;
        for (int row = 0; row < rows(); ++row)
            texts += m_model->index(row, HistoryModel::Title).data().toString();
        return texts;
    }
    void choose(const std::vector<int>& rows) {
        table().setFocus();
        table().clearSelection();
        table().setCurrentIndex(m_model->index(rows.front(), HistoryModel::Title));
        for (const int row : rows) {
            table().selectionModel()->select(m_model->index(row, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    static QStringList namesOf(const std::vector<NamedResults>& runs) {
        QStringList names;
        for (const NamedResults& run : runs)
            names += QString::fromStdString(run.name);
        return names;
    }

    void add(const std::string& id, const std::string& startedAt, const std::string& name) {
        Result<History> history = History::open(m_file.toStdString());
        QVERIFY(history && history->add(loadedRun(eventsOfRun(id, startedAt, 6, name)), {}));
    }
    void addThree() {
        add("20261121T100000-a", "2026-11-21T10:00:00Z", "first");
        add("20261121T110000-b", "2026-11-21T11:00:00Z", "second");
        add("20261121T120000-c", "2026-11-21T12:00:00Z", "third");
    }
    std::vector<RunEntry> stored() const { return *History::open(m_file.toStdString())->list(); }

    QString m_file;
    int m_number = 0;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<HistoryPanel> m_panel;
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
