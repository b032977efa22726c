#include "ui/dialogs/about_box.h"

#include "core/base/version.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace breakeven {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("AboutBox", text);
}

}  // namespace

void showAboutBox(QWidget& window) {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, say(QT_TRANSLATE_NOOP("AboutBox", "About Breakeven")),
        say(QT_TRANSLATE_NOOP("AboutBox", "Breakeven %1 finds out where parallel pays.")).arg(QLatin1String(Version)),
        QMessageBox::Close, &window);
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(window.windowIcon().pixmap(64));
    box->setInformativeText(
        say(QT_TRANSLATE_NOOP("AboutBox",
                              "The window uses Qt %1 and Qt Charts and is distributed under the GNU General Public "
                              "License, version 3. The measuring programs and libraries are distributed under the MIT "
                              "licence."))
            .arg(QLatin1String(qVersion())));
    box->open();
}

}  // namespace breakeven
