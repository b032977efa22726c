#include "core/history/history.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace breakeven;

class TestSettingsDialog : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        m_dialog = std::make_unique<SettingsDialog>();
        m_dialog->show();
    }

    void atFirstItShowsTheDefaults() {
        QCOMPARE(the<QComboBox>("themeBox").currentData().toString(), QStringLiteral("system"));
        QCOMPARE(the<QComboBox>("languageBox").currentData().toString(), QString());
        QVERIFY(the<QLineEdit>("historyFileEdit").text().isEmpty());
        QVERIFY(the<QLineEdit>("historyFileEdit").placeholderText().endsWith(QStringLiteral("history.sqlite")));
        QVERIFY(the<QCheckBox>("noticesBox").isChecked());
        QVERIFY(the<QCheckBox>("firstStartBox").isChecked());
    }

    void whatIsAcceptedIsStored() {
        QSignalSpy stored(m_dialog.get(), &SettingsDialog::stored);
        choose("themeBox", "dark");
        choose("languageBox", "de");
        const auto& note = the<QLabel>("languageNote");
        QVERIFY(!note.text().isEmpty());
        QTRY_VERIFY2(note.height() >= note.heightForWidth(note.width()), qPrintable(QString::number(note.width())));
        QTest::keyClicks(&the<QLineEdit>("historyFileEdit"), path("mine/runs.sqlite"));
        the<QCheckBox>("noticesBox").click();
        the<QCheckBox>("firstStartBox").click();
        press(QDialogButtonBox::Ok);
        QCOMPARE(stored.count(), 1);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(storedTheme(), Theme::Dark);
        QCOMPARE(storedLanguage(), QStringLiteral("de"));
        QCOMPARE(storedHistoryFile(), path("mine/runs.sqlite"));
        QVERIFY(!storedNotices() && !storedFirstStart());
    }

    void whatIsDismissedIsNot() {
        choose("themeBox", "dark");
        QTest::keyClicks(&the<QLineEdit>("historyFileEdit"), path("runs.sqlite"));
        press(QDialogButtonBox::Cancel);
        QCOMPARE(storedTheme(), Theme::System);
        QVERIFY(storedHistoryFile().isEmpty());
        m_dialog->show();
        QVERIFY(the<QLineEdit>("historyFileEdit").text().isEmpty());
    }

    void aPathThatCannotBeUsedIsNotStored_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("why");
        write("notes.txt", "nothing of ours");
        QTest::newRow("relative") << QStringLiteral("runs.sqlite") << QStringLiteral("is not a full path");
        QTest::newRow("folder") << folder.path() << QStringLiteral("is a folder");
        QTest::newRow("below a file") << path("notes.txt/runs.sqlite") << QStringLiteral("which is a file");
        QTest::newRow("other kind") << path("notes.txt") << QStringLiteral("is another kind of file");
    }

    void aPathThatCannotBeUsedIsNotStored() {
        QFETCH(QString, typed);
        QFETCH(QString, why);
        the<QLineEdit>("historyFileEdit").setText(typed);
        const QString said = the<QLabel>("historyFileNote").text();
        QVERIFY2(said.startsWith(QStringLiteral("History: ") + typed + u' ') && said.contains(why), qPrintable(said));
        press(QDialogButtonBox::Ok);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(storedHistoryFile().isEmpty());
    }

    void aHistoryThatIsThereIsTaken() {
        const QString file = path("there.sqlite");
        QVERIFY(History::open(file.toStdString()));
        QCOMPARE(historyFileLack(file), QString());
        QCOMPARE(historyFileLack({}), QString());
        QCOMPARE(historyFileLack(path("new/folders/runs.sqlite")), QString());
        QVERIFY(!QDir(path("new")).exists());
    }

private:
    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_dialog->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    void choose(const char* box, const char* data) {
        auto& choices = the<QComboBox>(box);
        choices.setCurrentIndex(choices.findData(QLatin1String(data)));
    }

    void press(QDialogButtonBox::StandardButton which) {
        QTest::mouseClick(m_dialog->findChild<QDialogButtonBox*>()->button(which), Qt::LeftButton);
    }

    void write(const char* name, const QByteArray& content) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<SettingsDialog> m_dialog;
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settings_dialog.moc"
