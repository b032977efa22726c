#include "tests/ui/ui_test.h"
#include "ui/panels/progress_strip.h"
#include "ui/session.h"

#include <QFile>
#include <QLabel>
#include <QProgressBar>
#include <QRegularExpression>

using namespace breakeven;

namespace {

constexpr int WaitMilliseconds = 20'000;

}  // namespace

/// The command line is a script that measures nothing until it is stopped.
class TestProgressStrip : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QFile script(path("cli"));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nsed '/^$/q' > /dev/null\nexec sleep 600\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        script.close();
    }

    void init() { failOnAnyWarning(); }

    void isSeenOnlyWhileMeasuring() {
        // The catalogue comes from the real command line, the run from the script.
        Session session;
        session.loadCatalog();
        QTRY_VERIFY_WITH_TIMEOUT(!session.catalog().workloads.empty(), WaitMilliseconds);
        qputenv("BREAKEVEN_CLI", path("cli").toUtf8());
        ProgressStrip strip(session);
        const auto* bar = strip.findChild<QProgressBar*>(QStringLiteral("progressBar"));
        const auto* left = strip.findChild<QLabel*>(QStringLiteral("etaLabel"));
        QVERIFY(bar && left);
        strip.show();
        QVERIFY(!bar->isVisible() && !left->isVisible());

        session.run();
        QCOMPARE(session.state(), Session::State::Running);
        QVERIFY(bar->isVisible() && left->isVisible());
        const QRegularExpression text(QStringLiteral("^\\d+ % · \\d+:\\d\\d left$"));
        QVERIFY2(text.match(left->text()).hasMatch(), qPrintable(left->text()));

        session.stop();
        QVERIFY(bar->isVisible());  // stopping takes a moment
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QVERIFY(!bar->isVisible() && !left->isVisible());
    }
};

QTEST_MAIN(TestProgressStrip)
#include "tst_progress_strip.moc"
