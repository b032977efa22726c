#include "ui/opened_programs.h"

#include <QTest>

using namespace breakeven;

namespace {

ParamValue text(const char* value) {
    return std::string(value);
}

ExperimentSpec theirSpec() {
    ExperimentSpec spec;
    Case& calls = spec.cases.emplace_back();
    calls.workload = "calls";
    calls.params = {{"file", {text("theirs.py")}}, {"function", {text("g"), text("g2")}}, {"time", {text("own")}}};
    Case& runs = spec.cases.emplace_back();
    runs.workload = "command";
    runs.params = {{"command", {text("sh theirs{size}.sh 1")}}};
    return spec;
}

ProgramFile fileOf(const std::string& name, const std::string& content) {
    return {name, std::make_shared<const std::string>(content)};
}

/// A function of a Python file; what is empty is not there.
Program callOf(const std::string& function, const std::string& file = {}, const std::string& content = "1") {
    Program program;
    program.workload = "calls";
    program.texts.push_back({"function", "Function", function, function != "f"});
    program.texts.push_back({"time", "Time", "own", false});
    if (file.empty()) return program;
    program.texts.push_back({"file", "File", file, true});
    program.files[{"file", file}] = {fileOf(file, content)};
    return program;
}

/// A shell's script and what it is told.
Program commandOf(const std::string& word, const std::string& told, const std::vector<ProgramFile>& files) {
    Program program;
    program.workload = "command";
    program.texts.push_back({"command", "Command", "sh " + word + ' ' + told, true});
    program.files[{"command", word}] = files;
    return program;
}

}  // namespace

class TestOpenedPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void untilAYesAllInItsPlaceIsAskedFor_data() {
        QTest::addColumn<Program>("program");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("as it was") << callOf("g", "theirs.py") << false;
        QTest::newRow("one of two") << callOf("g", "mine.py") << false;
        QTest::newRow("one blank more") << callOf("g ", "theirs.py") << false;
        QTest::newRow("all edited") << callOf("h", "mine.py") << false;
        QTest::newRow("the initial text") << callOf("f") << true;
        Program other = callOf("g", "theirs.py");
        other.workload = "another";
        QTest::newRow("another workload") << other << true;
    }
    void untilAYesAllInItsPlaceIsAskedFor() {
        QFETCH(Program, program);
        QFETCH(bool, isOwn);
        QCOMPARE(OpenedPrograms(theirSpec()).isOwn(program), isOwn);
        QVERIFY(OpenedPrograms().isOwn(program));
    }

    void afterAYesEditsAreOwn_data() {
        QTest::addColumn<Program>("program");
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("what was seen") << callOf("g", "theirs.py") << true;
        QTest::newRow("an edit") << callOf("g ", "theirs.py") << true;
        QTest::newRow("another text of theirs") << callOf("g2", "theirs.py") << false;
        QTest::newRow("their file changed") << callOf("g", "theirs.py", "2") << false;
        QTest::newRow("an edit, their file changed") << callOf("h", "theirs.py", "2") << false;
        QTest::newRow("a file of his own") << callOf("h", "mine.py", "2") << true;
        QTest::newRow("a place that was not shown") << commandOf("mine.sh", "1", {}) << false;
    }
    void afterAYesEditsAreOwn() {
        QFETCH(Program, program);
        QFETCH(bool, isOwn);
        OpenedPrograms opened(theirSpec());
        opened.agree({callOf("g", "theirs.py")});
        QCOMPARE(opened.isOwn(program), isOwn);
    }

    void aYesToAnEditIsNoneToTheirs() {
        OpenedPrograms opened(theirSpec());
        opened.agree({callOf("h", "mine.py")});
        QVERIFY(opened.isOwn(callOf("h2", "mine.py", "2")));
        QVERIFY(!opened.isOwn(callOf("g", "mine.py")));
        QVERIFY(!opened.isOwn(callOf("h", "theirs.py")));
    }

    void theirFilesAreComparedBehindAnEditedCommand() {
        const std::vector<ProgramFile> seen{fileOf("theirs7.sh", "7")};
        const std::vector<ProgramFile> larger{fileOf("theirs7.sh", "7"), fileOf("theirs8.sh", "8")};
        OpenedPrograms opened(theirSpec());
        opened.agree({commandOf("theirs{size}.sh", "1", seen)});
        QVERIFY(opened.isOwn(commandOf("theirs{size}.sh", "1", seen)));
        QVERIFY(opened.isOwn(commandOf("theirs{size}.sh", "2", seen)));
        QVERIFY(!opened.isOwn(commandOf("theirs{size}.sh", "2", larger)));
        QVERIFY(opened.isOwn(commandOf("mine{size}.sh", "2", larger)));
    }
};

QTEST_GUILESS_MAIN(TestOpenedPrograms)
#include "tst_opened_programs.moc"
