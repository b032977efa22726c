#include "tests/ui/ui_test.h"
#include "ui/dialogs/file_dialog.h"
#include "ui/settings.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>

using namespace breakeven;

class TestFileDialog : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        m_window = std::make_unique<QWidget>();
        m_chosen.clear();
        write("table.csv");
    }

    void aKnownSuffixIsKept() {
        ask(FilePurpose::Save);
        answer(path("new.SAMPLES.CSV"));
        QTRY_COMPARE(m_chosen, QStringList{path("new.SAMPLES.CSV")});
    }

    void theChosenFilterCompletesTheName() {
        ask(FilePurpose::Save);
        dialog().selectNameFilter(QStringLiteral("Samples (*.samples.csv)"));
        Q_EMIT dialog().filterSelected(QStringLiteral("Samples (*.samples.csv)"));
        answer(path("v1.5"));
        QTRY_COMPARE(m_chosen, QStringList{path("v1.5.samples.csv")});
    }

    void aCompletedNameIsNotReplacedUnasked_data() {
        QTest::addColumn<int>("button");
        QTest::addColumn<bool>("replaced");
        QTest::newRow("yes") << int(QMessageBox::Yes) << true;
        QTest::newRow("no") << int(QMessageBox::No) << false;
    }

    void aCompletedNameIsNotReplacedUnasked() {
        QFETCH(int, button);
        QFETCH(bool, replaced);
        write("v1.5.csv");
        ask(FilePurpose::Save);
        answer(path("v1.5"));
        QTRY_VERIFY(question());
        QVERIFY(question()->text().contains(path("v1.5.csv")));
        QVERIFY(m_chosen.isEmpty());
        question()->button(static_cast<QMessageBox::StandardButton>(button))->click();
        QTRY_VERIFY(!question());
        QCOMPARE(m_chosen, replaced ? QStringList{path("v1.5.csv")} : QStringList());
    }

    void whatIsOpenedIsTakenAsItIs() {
        write("v1.5");
        ask(FilePurpose::Open);
        answer(path("v1.5"));
        QTRY_COMPARE(m_chosen, QStringList{path("v1.5")});
    }

    void foldersArePicked() {
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("pictures")));
        ask(FilePurpose::Folder);
        QCOMPARE(dialog().fileMode(), QFileDialog::Directory);
        answer(path("pictures"));
        QTRY_COMPARE(m_chosen, QStringList{path("pictures")});
    }

    void theFolderIsRemembered() {
        ask(FilePurpose::Open);
        answer(path("table.csv"));
        QTRY_COMPARE(storedFolder(), folder.path());
        QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
        ask(FilePurpose::Save);
        QCOMPARE(dialog().directory().path(), folder.path());
    }

    void aNameIsSuggestedThatEveryFolderTakes_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("name");
        QTest::newRow("a name") << QStringLiteral("overhead-vs-size") << QStringLiteral("overhead-vs-size");
        QTest::newRow("words") << QStringLiteral("Größe, v1.5 ") << QStringLiteral("Größe-v1.5");
        QTest::newRow("a path") << QStringLiteral("../../.<b>a</b>\n") << QStringLiteral("b-a-b");
        QTest::newRow("none") << QString() << QString();
    }

    void aNameIsSuggestedThatEveryFolderTakes() {
        QFETCH(QString, words);
        QFETCH(QString, name);
        storeFolderOf(path("table.csv"));
        ask(FilePurpose::Save, words);
        QCOMPARE(nameEdit().text(), name);
        QTest::keyClick(&nameEdit(), Qt::Key_Return);
        if (!name.isEmpty()) QTRY_COMPARE(m_chosen, QStringList{folder.filePath(name + QStringLiteral(".csv"))});
    }

    void nothingIsChosenWhenDismissed() {
        ask(FilePurpose::Save);
        dialog().reject();
        QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
        QVERIFY(m_chosen.isEmpty());
        QVERIFY(storedFolder().isEmpty());
    }

private:
    void write(const char* name) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    void ask(FilePurpose purpose, const QString& suggestion = {}) {
        askForFile(*m_window,
                   {purpose,
                    "dialog",
                    QStringLiteral("Export"),
                    {QStringLiteral("Summary (*.csv)"), QStringLiteral("Samples (*.samples.csv)"),
                     QStringLiteral("All files (*)")},
                    suggestion},
                   [this](const QString& path) { m_chosen += path; });
    }

    QFileDialog& dialog() {
        auto* found = m_window->findChild<QFileDialog*>(QStringLiteral("dialog"));
        if (!found) qFatal("no dialog");
        return *found;
    }

    QMessageBox* question() { return m_window->findChild<QMessageBox*>(QString(), Qt::FindDirectChildrenOnly); }

    QLineEdit& nameEdit() { return *dialog().findChild<QLineEdit*>(QStringLiteral("fileNameEdit")); }

    void answer(const QString& path) {
        nameEdit().setText(path);
        QTest::keyClick(&nameEdit(), Qt::Key_Return);
    }

    std::unique_ptr<QWidget> m_window;
    QStringList m_chosen;
};

QTEST_MAIN(TestFileDialog)
#include "tst_file_dialog.moc"
