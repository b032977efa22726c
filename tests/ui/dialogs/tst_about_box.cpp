#include "core/base/version.h"
#include "tests/ui/ui_test.h"
#include "ui/dialogs/about_box.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPointer>
#include <QWidget>

using namespace breakeven;

class TestAboutBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void saysVersionAndLicences() {
        QWidget window;
        showAboutBox(window);
        auto* box = window.findChild<QMessageBox*>(QStringLiteral("aboutBox"));
        QVERIFY(box);
        QVERIFY2(box->text().contains(QLatin1String(Version)), qPrintable(box->text()));
        const QString licences = box->informativeText();
        for (const char* named : {qVersion(), "Qt Charts", "GNU General Public License, version 3", "MIT"})
            QVERIFY2(licences.contains(QLatin1String(named)), named);
    }

    void isGoneOnceClosed() {
        QWidget window;
        showAboutBox(window);
        const QPointer<QMessageBox> box = window.findChild<QMessageBox*>(QStringLiteral("aboutBox"));
        QVERIFY(box && box->isVisible());
        box->button(QMessageBox::Close)->click();
        QTRY_VERIFY(!box);
    }
};

QTEST_MAIN(TestAboutBox)
#include "tst_about_box.moc"
