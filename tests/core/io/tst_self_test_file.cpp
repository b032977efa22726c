#include "core/io/self_test_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace breakeven;

namespace {

Environment machine(const char* kernel) {
    Environment environment;
    environment.facts = {
        {"cpu.model", "Processor", "Some CPU"}, {"kernel", "Kernel", kernel}, {"cpu.governor", "", {}}};
    return environment;
}

DatedSelfTest outcomeOn(const Environment& environment) {
    return {{.comparisons = 40, .different = 2, .beyondGate = 1, .allowed = 5, .resolution = 0.0131, .worst = 0.04},
            "2026-11-21T14:03:07Z",
            machineOf(environment)};
}

}  // namespace

class TestSelfTestFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesTheFile() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("state/breakeven/self-test.json").toStdString();
        const DatedSelfTest test = outcomeOn(machine("Linux 6.1"));
        QVERIFY(saveSelfTest(file, test));
        const auto again = readSelfTest(file);
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(writeSelfTest(*again), writeSelfTest(test));
        QVERIFY(again->outcome.passes());
    }

    void holdsForItsMachineAlone() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("self-test.json").toStdString();
        const Environment own = machine("Linux 6.1");
        QCOMPARE(selfTestFact(own, file).value, std::optional(std::string(SelfTestNotRun)));
        QVERIFY(saveSelfTest(file, outcomeOn(own)));
        const Fact fact = selfTestFact(own, file);
        QCOMPARE(*fact.value,
                 std::string("2 of 40 comparisons of equals came out different, up to 5 are chance, 1 by more than "
                             "1 %; only differences from 1.3\u202f% on can be seen (2026-11-21T14:03:07Z)"));
        QCOMPARE(selfTestFact(machine("Linux 6.2"), file).value, std::optional(std::string(SelfTestNotRun)));
    }

    void otherFilesAreRefused() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("self-test.json"));
        const auto errorOf = [&](const QByteArray& content) {
            if (!file.open(QIODevice::WriteOnly)) return std::string("not written");
            file.write(content);
            file.close();
            const auto test = readSelfTest(file.fileName().toStdString());
            return test ? std::string() : test.error().detail;
        };
        for (const char* const content : {"", "[]", "{}", R"({"schema":1})", R"({"schema":1,"date":3})"})
            QVERIFY2(errorOf(content).ends_with("it is not the outcome of a self-test"), content);
        QVERIFY(errorOf(R"({"schema":2})").ends_with("schema: not one that this version reads (1)"));
    }
};

QTEST_APPLESS_MAIN(TestSelfTestFile)
#include "tst_self_test_file.moc"
