/// What every test of the window starts from: settings of its own, the built programs, and no warning of Qt's left
/// over.
#pragma once

#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace breakeven {

class UiTest {
public:
    UiTest() {
        QCoreApplication::setOrganizationName(QStringLiteral("breakeven"));
        QCoreApplication::setApplicationName(QStringLiteral("breakeven-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        qputenv("BREAKEVEN_CLI", qgetenv("BREAKEVEN_BIN") + "/breakeven-cli");
    }

    QTemporaryDir folder;

    QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
};

/// Call in init(). The one exception is what the offscreen platform says of every window.
inline void failOnAnyWarning() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

/// Call before a menu opens: what the offscreen platform says of it.
inline void expectMenu() {
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
}

}  // namespace breakeven
