#include "app/cli/catalog.h"
#include "core/engine/worker_pool.h"
#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/peers/peers.h"
#include "core/plots/plots.h"
#include "core/workloads/workload.h"
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

using namespace breakeven;

namespace {

template <class Infos>
QStringList idsOf(const Infos& infos) {
    QStringList ids;
    for (const auto& info : infos)
        ids += QString::fromStdString(info.id);
    return ids;
}

template <class Entries>
QStringList idsOfEntries(const Entries& entries) {
    QStringList ids;
    for (const auto& entry : entries)
        ids += QString::fromStdString(entry.info.id);
    return ids;
}

}  // namespace

class TestCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_resources = qgetenv("BREAKEVEN_RESOURCES");
    }
    void cleanup() { qputenv("BREAKEVEN_RESOURCES", m_resources); }

    void holdsWhatTheRegistriesHold() {
        const Result<Catalog> catalog = composeCatalog();
        QVERIFY(catalog);
        QCOMPARE(idsOf(catalog->workloads), idsOfEntries(workloads()) + idsOfEntries(peerWorkloads()));
        QCOMPARE(idsOf(catalog->backends), idsOfEntries(backends()) + idsOfEntries(peers()));
        QCOMPARE(idsOf(catalog->plots), idsOfEntries(plots()));
        QCOMPARE(idsOf(catalog->formats), idsOfEntries(formats()));
    }

    void experimentsAreTheFilesOfTheResources() {
        shipExperiment("zebra.json", sleeperSpec("1", "0.1", 1));
        shipExperiment("ant.json", sleeperSpec("1", "0.1", 1));
        shipExperiment("notes.txt", "not an experiment");
        const Result<Catalog> catalog = composeCatalog();
        QVERIFY(catalog);
        QCOMPARE(idsOf(catalog->experiments), (QStringList{"ant", "zebra"}));
        QVERIFY(std::filesystem::exists(*experimentFile("ant")));
    }

    void aBrokenExperimentIsNamed() {
        shipExperiment("ant.json", "{}");
        const Result<Catalog> catalog = composeCatalog();
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().code, ErrorCode::InvalidInput);
        QVERIFY2(catalog.error().detail.find("ant.json: ") != std::string::npos, catalog.error().detail.c_str());
    }

    void missingResourcesAreNamed() {
        qputenv("BREAKEVEN_RESOURCES", path("none").toUtf8());
        const Result<Catalog> catalog = composeCatalog();
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().code, ErrorCode::Internal);
        QVERIFY(!experimentFile("overhead-vs-size"));
    }

    void specsAreReadWhateverTheirSuffix() {
        for (const char* name : {"spec.json", "spec.txt", "spec"}) {
            saveText(path(name), sleeperSpec("1,5", "0.1", 1));
            const Result<ExperimentSpec> spec = readSpec(path(name).toStdString());
            QVERIFY2(spec, name);
            QCOMPARE(spec->cases[0].sizes, std::string("1,5"));
        }
        const Result<ExperimentSpec> missing = readSpec(path("none.json").toStdString());
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Unreadable);
    }

    void aRunStandsForItsSpec() {
        const ExperimentSpec spec = *parseSpec(sleeperSpec("1,5", "0.1", 1).toStdString());
        RunStarted started;
        started.runId = "a run";
        started.spec = spec;
        const std::string lines = writeEvent(started) + '\n' + writeEvent(Note{"cut here"}).substr(0, 10);
        saveText(path("run.jsonl"), QByteArray::fromStdString(lines));
        const Result<ExperimentSpec> read = readSpec(path("run.jsonl").toStdString());
        QVERIFY(read);
        QVERIFY(*read == spec);
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    void shipExperiment(const char* name, const QByteArray& text) const {
        QDir(m_folder->path()).mkpath(QStringLiteral("experiments"));
        saveText(path("experiments/") + name, text);
        qputenv("BREAKEVEN_RESOURCES", m_folder->path().toUtf8());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_resources;
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
