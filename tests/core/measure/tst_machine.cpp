#include "core/base/version.h"
#include "core/measure/machine.h"
#include "core/os/cpus.h"
#include "tests/support/one_cpu.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <set>

#include <unistd.h>

using namespace breakeven;

class TestMachine : public QObject {
    Q_OBJECT

    Environment m_environment;

    const Fact* find(const std::string& id) const {
        const auto fact = std::find_if(m_environment.facts.begin(), m_environment.facts.end(),
                                       [&id](const Fact& candidate) { return candidate.id == id; });
        return fact == m_environment.facts.end() ? nullptr : &*fact;
    }

private Q_SLOTS:
    void initTestCase() { m_environment = describeMachine("/proc/self/exe"); }

    void everyFactIsThere_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"cpu.model",        "cpu.online",        "cpu.usable",       "cpu.affinity",
                               "cpu.cores",        "cpu.kinds",         "cpu.smt",          "cpu.caches",
                               "cpu.governor",     "cpu.turbo",         "cpu.throttled",    "cpu.steal",
                               "cpu.pressure",     "cgroup.quota",      "clock.source",     "clock.tick",
                               "memory.total",     "memory.available",  "memory.page_size", "memory.huge_pages",
                               "memory.pressure",  "load.average",      "kernel",           "os",
                               "hypervisor",       "compiler",          "build.type",       "build.flags",
                               "build.sanitizers", "program.libraries", "program.hash",     "program.debugger",
                               "program.version"})
            QTest::newRow(id) << id;
    }
    void everyFactIsThere() {
        QFETCH(const QString, id);
        const Fact* fact = find(id.toStdString());
        QVERIFY(fact != nullptr);
        QVERIFY(!fact->title.empty());
        if (fact->value) QVERIFY2(!fact->value->empty(), "what is not observable has no value, never an empty one");
        QVERIFY(!fact->value || fact->value->find('\n') == std::string::npos);
    }

    void idsAreUnique() {
        std::set<std::string> ids;
        QVERIFY(m_environment.facts.size() > 10);
        for (const Fact& fact : m_environment.facts)
            QVERIFY2(ids.insert(fact.id).second, fact.id.c_str());
    }

    void valuesAreThoseOfTheSystem() {
        QCOMPARE(*find("program.version")->value, std::string(Version));
        QCOMPARE(*find("memory.page_size")->value, std::to_string(sysconf(_SC_PAGESIZE)) + " bytes");
        QCOMPARE(*find("cpu.online")->value, std::to_string(sysconf(_SC_NPROCESSORS_ONLN)));
        QVERIFY(find("memory.total")->value->ends_with("B"));
        QVERIFY(find("kernel")->value->starts_with("Linux "));
        QVERIFY(find("compiler")->value.has_value());
        QVERIFY(find("program.libraries")->value->starts_with("glibc 2."));
        const UsableCpus cpus = usableCpus();
        QCOMPARE(m_environment.usableCpus, cpus.count);
        QCOMPARE(m_environment.usableCpusReason, cpus.reason);
        QVERIFY(m_environment.physicalCores >= 1 && m_environment.physicalCores <= cpus.count);
    }

    void theHashFollowsTheContent() {
        const QTemporaryDir folder;
        const auto hashOf = [&](const QByteArray& content) {
            QFile file(folder.filePath("program"));
            if (!file.open(QIODevice::WriteOnly)) return std::string();
            file.write(content);
            file.close();
            const auto facts = describeMachine(file.fileName().toStdString()).facts;
            return *std::ranges::find(facts, "program.hash", &Fact::id)->value;
        };
        QCOMPARE(hashOf(""), std::string("99aa06d3014798d86001c324468d497f"));  // as xxhsum -H128 says
        QVERIFY(hashOf("a") != hashOf("b"));
        const auto missing = describeMachine(folder.filePath("none").toStdString()).facts;
        QVERIFY(!std::ranges::find(missing, "program.hash", &Fact::id)->value);
    }

    void assertionsAreShown() {
#ifdef NDEBUG
        QVERIFY(!m_environment.debugBuild);
#else
        QVERIFY(m_environment.debugBuild);
        QVERIFY(find("build.type")->value->ends_with("assertions on"));
#endif
    }

    void whatIsMeasuredIsOptimisedAndSanitizersAreShown() {
        const std::string flags = *find("build.flags")->value;
        QVERIFY2(flags.find("-O3") != std::string::npos, flags.c_str());
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QVERIFY2(flags.find("-fsanitize=") != std::string::npos, flags.c_str());
#endif
    }

    void physicalCoresFollowTheAffinityMask() {
        const OneCpu pinned;
        QVERIFY(pinned.holds());
        const Environment limited = describeMachine("/proc/self/exe");
        QCOMPARE(limited.physicalCores, 1);
        QCOMPARE(limited.usableCpus, 1);
    }
};

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
