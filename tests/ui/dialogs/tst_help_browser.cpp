#include "tests/ui/ui_test.h"
#include "ui/dialogs/help_browser.h"
#include "ui/settings.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>

using namespace breakeven;

class TestHelpBrowser : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        open();
    }

    void thePagesAreThere() {
        QCOMPARE(pages(), (QStringList{"The window", "How it measures", "Words", "Files"}));
        QVERIFY(text().contains(QStringLiteral("finds out where parallel pays")));
    }

    void aPageIsChosenByKeys() {
        auto& list = the<QListWidget>("helpPages");
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Down);
        QVERIFY2(text().contains(QStringLiteral("wall-clock time")), qPrintable(text()));
        QTest::keyClick(&list, Qt::Key_End);
        QVERIFY(text().contains(QStringLiteral("one SQLite file")));
    }

    void whatIsSoughtIsMarkedOnThePagesThatHaveIt() {
        QTest::keyClicks(&the<QLineEdit>("helpSearch"), QStringLiteral("imap"));
        QCOMPARE(pages(), QStringList{"Words"});
        auto& page = the<QTextBrowser>("helpText");
        QCOMPARE(page.extraSelections().size(), 1);
        QCOMPARE(page.textCursor().selectedText(), QStringLiteral("imap"));
        the<QLineEdit>("helpSearch").clear();
        QCOMPARE(pages().size(), 4);
        QVERIFY(page.extraSelections().isEmpty());
    }

    void enterGoesOn() {
        QTest::keyClicks(&the<QLineEdit>("helpSearch"), QStringLiteral("trial"));
        auto& page = the<QTextBrowser>("helpText");
        const int first = page.textCursor().position();
        QTest::keyClick(&the<QLineEdit>("helpSearch"), Qt::Key_Return);
        QVERIFY(page.textCursor().position() > first);
        for (qsizetype more = 1; more < page.extraSelections().size(); ++more)
            QTest::keyClick(&the<QLineEdit>("helpSearch"), Qt::Key_Return);
        QCOMPARE(page.textCursor().position(), first);
        QVERIFY(m_browser->isVisible());
    }

    void whatNoPageHasLeavesNone() {
        QTest::keyClicks(&the<QLineEdit>("helpSearch"), QStringLiteral("xylophone"));
        QVERIFY(pages().isEmpty());
        QVERIFY(text().isEmpty());
    }

    void itSpeaksGerman() {
        storeLanguage(QStringLiteral("de"));
        open();
        QCOMPARE(pages(), (QStringList{"Das Fenster", "Wie gemessen wird", QStringLiteral("Wörter"), "Dateien"}));
    }

private:
    void open() {
        m_browser = std::make_unique<HelpBrowser>();
        m_browser->show();
    }

    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_browser->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    QString text() { return the<QTextBrowser>("helpText").toPlainText(); }

    QStringList pages() {
        QStringList titles;
        auto& list = the<QListWidget>("helpPages");
        for (int row = 0; row < list.count(); ++row) {
            if (!list.item(row)->isHidden()) titles += list.item(row)->text();
        }
        return titles;
    }

    std::unique_ptr<HelpBrowser> m_browser;
};

QTEST_MAIN(TestHelpBrowser)
#include "tst_help_browser.moc"
