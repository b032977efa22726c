#include "tests/ui/ui_test.h"
#include "ui/dialogs/help_browser.h"
#include "ui/settings.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
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
        QCOMPARE(pages().first(2), (QStringList{"Five minutes", "The window"}));
        QVERIFY(text().contains(QStringLiteral("from which list size does parallel work pay")));
        QStringList files = QDir(QStringLiteral(":/help/en")).entryList();
        QCOMPARE(pages().size(), files.size());
    }

    void aPageIsChosenByKeys() {
        auto& list = the<QListWidget>("helpPages");
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Down);
        QVERIFY2(text().contains(QStringLiteral("finds out where parallel pays")), qPrintable(text()));
        QTest::keyClick(&list, Qt::Key_End);
        QVERIFY(text().startsWith(QStringLiteral("Adding things")));
    }

    void picturesFitThePage() {
        auto& page = the<QTextBrowser>("helpText");
        QSet<QString> shown;
        for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); part != block.end(); ++part) {
                const QTextImageFormat picture = part.fragment().charFormat().toImageFormat();
                if (!picture.isValid()) continue;
                shown += picture.name();
                const auto image =
                    page.document()->resource(QTextDocument::ImageResource, picture.name()).value<QImage>();
                QVERIFY2(image.width() > 300 && image.width() <= page.viewport()->width(), qPrintable(picture.name()));
            }
        }
        QVERIFY(shown.contains(QStringLiteral("../../screenshots/window.png")));
        QVERIFY(!page.horizontalScrollBar()->isVisible());
    }

    void picturesSpeakTheLanguageOfTheirPage() {
        const QString german = QStringLiteral("de/");
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
            QFile tour(QStringLiteral(":/help/") + language + QStringLiteral("/tour.md"));
            QVERIFY(tour.open(QIODevice::ReadOnly));
            static const QRegularExpression picture(QStringLiteral("screenshots/((?:de/)?)\\w+\\.png"));
            auto found = picture.globalMatch(QString::fromUtf8(tour.readAll()));
            QVERIFY(found.hasNext());
            while (found.hasNext()) {
                const QRegularExpressionMatch match = found.next();
                QCOMPARE(match.captured(1) == german, language == QStringLiteral("de"));
                QVERIFY(QFile::exists(QStringLiteral(":/") + match.captured(0)));
            }
        }
    }

    void aLinkTurnsToItsPage() {
        the<QLineEdit>("helpSearch").setText(QStringLiteral("seeds.csv"));  // not on the page that is linked to
        auto& page = the<QTextBrowser>("helpText");
        Q_EMIT page.anchorClicked(QUrl(QStringLiteral("own_work.md")));
        QVERIFY2(text().startsWith(QStringLiteral("Your own work")), qPrintable(text()));
        QVERIFY(the<QLineEdit>("helpSearch").text().isEmpty());
    }

    void whatIsSoughtIsMarkedOnThePagesThatHaveIt() {
        QTest::keyClicks(&the<QLineEdit>("helpSearch"), QStringLiteral("karp"));
        QCOMPARE(pages(), QStringList{"What it answers"});
        auto& page = the<QTextBrowser>("helpText");
        QCOMPARE(page.extraSelections().size(), 1);
        QCOMPARE(page.textCursor().selectedText(), QStringLiteral("Karp"));
        the<QLineEdit>("helpSearch").clear();
        QVERIFY(pages().size() > 4);
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
        QCOMPARE(pages().first(3), (QStringList{QStringLiteral("Fünf Minuten"), "Das Fenster", "Wie gemessen wird"}));
        QVERIFY(pages().contains(QStringLiteral("Wörter")));
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
