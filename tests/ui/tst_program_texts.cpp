#include "ui/program_texts.h"

#include <QTest>

using namespace breakeven;

namespace {

ParamInfo paramOf(const std::string& name, const std::string& initial, std::vector<std::string> choices = {}) {
    ParamInfo info;
    info.name = name;
    info.kind = ParamKind::Text;
    info.initial = initial;
    info.choices = std::move(choices);
    return info;
}

WorkloadInfo workloadOf(const std::string& id, bool runsPrograms) {
    WorkloadInfo info;
    info.id = id;
    info.runsPrograms = runsPrograms;
    info.params = {paramOf("file", ""), paramOf("function", "f"), paramOf("time", "wall", {"wall", "own"})};
    return info;
}

Catalog someCatalog() {
    Catalog catalog;
    catalog.workloads = {workloadOf("calls", true), workloadOf("runs", true), workloadOf("square", false)};
    return catalog;
}

using Texts = std::map<std::string, std::vector<ParamValue>>;

Case caseOf(const std::string& workload, const Texts& texts) {
    Case row;
    row.workload = workload;
    row.params = texts;
    return row;
}

ParamValue text(const char* value) {
    return std::string(value);
}

}  // namespace

class TestProgramTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameWithAFileIsFound_data() {
        QTest::addColumn<QString>("workload");
        QTest::addColumn<Texts>("texts");
        QTest::addColumn<bool>("shared");
        const auto row = [](const char* name, const char* workload, const Texts& texts, bool shared) {
            QTest::newRow(name) << QString::fromLatin1(workload) << texts << shared;
        };
        row("as it was", "calls", {{"file", {text("theirs.py")}}, {"function", {text("g")}}}, true);
        row("another file, their function", "calls", {{"file", {text("mine.py")}}, {"function", {text("g")}}}, true);
        row("one of two", "calls", {{"file", {text("mine.py"), text("theirs.py")}}}, true);
        row("all edited", "calls", {{"file", {text("mine.py")}}, {"function", {text("h")}}}, false);
        row("the initial text", "calls", {{"function", {text("f")}}}, false);
        row("nothing said", "calls", {}, false);
        row("a word of a choice", "calls", {{"time", {text("own")}}}, false);
        row("the text of another parameter", "calls", {{"function", {text("theirs.py")}}}, false);
        row("another workload", "runs", {{"file", {text("theirs.py")}}}, false);
        row("no programs", "square", {{"file", {text("theirs.py")}}}, false);
        row("not known", "later", {{"file", {text("theirs.py")}}}, false);
    }
    void whatCameWithAFileIsFound() {
        QFETCH(QString, workload);
        QFETCH(Texts, texts);
        QFETCH(bool, shared);
        ExperimentSpec opened;
        opened.cases = {
            caseOf("calls",
                   {{"file", {text("theirs.py")}}, {"function", {text("g"), text("f")}}, {"time", {text("own")}}}),
            caseOf("square", {{"file", {text("theirs.py")}}})};
        ExperimentSpec spec;
        spec.cases = {caseOf(workload.toStdString(), texts)};
        QCOMPARE(sharesPrograms(spec, opened, someCatalog()), shared);
        spec.cases.insert(spec.cases.begin(), caseOf("calls", {{"file", {text("mine.py")}}}));
        QCOMPARE(sharesPrograms(spec, opened, someCatalog()), shared);
        QVERIFY(!sharesPrograms(spec, {}, someCatalog()));
    }
};

QTEST_GUILESS_MAIN(TestProgramTexts)
#include "tst_program_texts.moc"
