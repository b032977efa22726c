// What README and help say of menus and keys: **File → Save run…** is in the menu File, **Stop** (Esc) has that key.
#include "tests/ui/ui_test.h"
#include "tests/ui/window_driver.h"
#include "ui/language.h"
#include "ui/plots/chart_commands.h"
#include "ui/settings.h"

#include <QDirIterator>
#include <QMenu>
#include <QMenuBar>

using namespace breakeven;

namespace {

const QString Key = QStringLiteral("(?:(?:Ctrl|Strg|Shift|Umschalt|Alt)\\+)+(?:[A-Z][A-Za-z]*|[0-9,./])|F\\d{1,2}|Esc");

QString plain(QString text) {
    text.truncate(text.indexOf(u'\t') < 0 ? text.size() : text.indexOf(u'\t'));
    return text.remove(u'&').remove(u'…').trimmed();
}

QString portable(QString key) {
    key.replace(QStringLiteral("Strg"), QStringLiteral("Ctrl"))
        .replace(QStringLiteral("Umschalt"), QStringLiteral("Shift"));
    return QKeySequence::fromString(key, QKeySequence::PortableText).toString(QKeySequence::PortableText);
}

QList<QRegularExpressionMatch> found(const QString& pattern, const QString& page) {
    QRegularExpressionMatchIterator each = QRegularExpression(pattern).globalMatch(page);
    QList<QRegularExpressionMatch> all;
    while (each.hasNext())
        all += each.next();
    return all;
}

}  // namespace

class TestDocumentedActions : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        failOnAnyWarning();
        const QString resources = qEnvironmentVariable("BREAKEVEN_RESOURCES");
        m_pages[QStringLiteral("en")] = {resources + QStringLiteral("/../README.md")};
        for (QDirIterator each(resources + QStringLiteral("/help"), {"*.md"}, QDir::Files,
                               QDirIterator::Subdirectories);
             each.hasNext();) {
            const QString file = each.next();
            m_pages[QFileInfo(file).dir().dirName()] += file;
        }
        QVERIFY(m_pages.size() == 2 && m_pages[QStringLiteral("de")].size() > 5);
    }

    /// English first: translations stay installed.
    void theyAreInTheWindow_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }

    void theyAreInTheWindow() {
        QFETCH(QString, language);
        storeLanguage(language);
        installTranslations(*QCoreApplication::instance());
        const WindowDriver driver;
        int paths = 0;
        int keys = 0;
        for (const QString& file : m_pages[language]) {
            QFile page(file);
            QVERIFY(page.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(page.readAll()).simplified();
            for (const QRegularExpressionMatch& match : found(QStringLiteral("\\*\\*([^*]+ → [^*]+)\\*\\*"), text)) {
                ++paths;
                QVERIFY2(hasPath(*driver.window.menuBar(), match.captured(1)), qPrintable(file + match.captured()));
            }
            for (const QRegularExpressionMatch& match : found(QStringLiteral("(?<![\\w+])(%1)").arg(Key), text)) {
                ++keys;
                QVERIFY2(!keysOf(driver.window).filter(portable(match.captured(1))).isEmpty(),
                         qPrintable(file + match.captured()));
            }
            for (const QRegularExpressionMatch& match :
                 found(QStringLiteral("\\*\\*([^*]+)\\*\\* \\((%1)\\)").arg(Key), text)) {
                const QString name = plain(match.captured(1).section(QStringLiteral(" → "), -1));
                QVERIFY2(keysOf(driver.window, name).contains(portable(match.captured(2))),
                         qPrintable(file + match.captured()));
            }
        }
        QVERIFY(paths >= 5 && keys >= 5);
    }

private:
    static bool hasPath(const QMenuBar& bar, const QString& path) {
        QList<QAction*> entries = bar.actions();
        for (const QString& part : path.split(QStringLiteral(" → "))) {
            const auto entry = std::find_if(entries.begin(), entries.end(),
                                            [&](const QAction* each) { return plain(each->text()) == plain(part); });
            if (entry == entries.end()) return false;
            entries = (*entry)->menu() ? (*entry)->menu()->actions() : QList<QAction*>();
        }
        return true;
    }

    /// Portable; name: of the actions that have them, empty: all, those of charts included.
    static QStringList keysOf(const MainWindow& window, const QString& name = {}) {
        QStringList keys;
        for (const QAction* action : window.findChildren<QAction*>()) {
            for (const QKeySequence& each : action->shortcuts())
                if (name.isEmpty() || plain(action->text()) == name) keys += each.toString(QKeySequence::PortableText);
        }
        for (const ChartCommand& command : chartCommands()) {
            for (const QKeyCombination& each : command.keys)
                if (name.isEmpty()) keys += QKeySequence(each).toString(QKeySequence::PortableText);
        }
        return keys;
    }

    QMap<QString, QStringList> m_pages;  ///< by language
};

QTEST_MAIN(TestDocumentedActions)
#include "tst_documented_actions.moc"
