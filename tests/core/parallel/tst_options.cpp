#include "core/engine/worker_pool.h"
#include "core/parallel/map.h"
#include "core/parallel/options.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <string>
#include <string_view>
#include <vector>

using namespace breakeven;

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNameOfABackendTellsWhereItRuns_data() { allBackends(); }
    void theNameOfABackendTellsWhereItRuns() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        if (findBackend(id)->info.isLocal())
            QCOMPARE(LocalBackend::named(id).id(), id);
        else
            QVERIFY_EXCEPTION_THROWN((void)LocalBackend::named(id), ParallelError);
    }

    void progressIsShown_data() { allBackends(); }
    void progressIsShown() {
        QFETCH(QString, backend);
        std::string shown;
        ProgressOption progress = "squares";
        progress.sink = [&](std::string_view text) { shown += text; };
        const auto results = map(firstNumbers(50), tripled,
                                 Options{.workers = 2, .backend = backend.toStdString(), .progress = progress});
        QCOMPARE(results.back(), 147);
        QVERIFY2(shown.find("squares") != std::string::npos, shown.c_str());
        QVERIFY2(shown.find("50/50") != std::string::npos, shown.c_str());
    }

private:
    static void allBackends() {
        QTest::addColumn<QString>("backend");
        for (const Backend& backend : backends())
            QTest::addRow("%s", backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestOptions)
#include "tst_options.moc"
