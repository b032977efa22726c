#include "tests/ui/ui_test.h"
#include "ui/dialogs/trust_box.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QWidget>

using namespace breakeven;

namespace {

ParamInfo paramOf(const std::string& name, ParamKind kind) {
    ParamInfo info;
    info.name = name;
    info.title = "The " + name;
    info.kind = kind;
    info.initial = std::string();
    return info;
}

/// Everything that can be executed, in one workload.
Catalog someCatalog() {
    WorkloadInfo programs;
    programs.id = "programs";
    programs.title = "Some programs";
    programs.runsPrograms = true;
    programs.params = {paramOf("command", ParamKind::Command), paramOf("file", ParamKind::File),
                       paramOf("folder", ParamKind::Folder), paramOf("function", ParamKind::Text),
                       paramOf("source", ParamKind::Code)};
    WorkloadInfo square;
    square.id = "square";
    square.title = "Square";
    Catalog catalog;
    catalog.workloads = {square, programs};
    return catalog;
}

/// A plan with one trial of it, and one of a workload that runs nothing.
Plan planOf(const std::map<std::string, std::string>& texts, ItemCount size = 1) {
    Plan plan;
    plan.trials.emplace_back().workload = "square";
    Trial& trial = plan.trials.emplace_back();
    trial.workload = "programs";
    trial.size = size;
    for (const char* name : {"command", "file", "folder", "function", "source"}) {
        const auto found = texts.find(name);
        trial.params[name] = found == texts.end() ? std::string() : found->second;
    }
    return plan;
}

}  // namespace

class TestTrustBox : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_window = std::make_unique<QWidget>();
    }

    void textsAreShown() {
        const QString shown =
            ask(planOf({{"command", "rm -r {size}"}, {"function", "<b>f</b>"}, {"source", "a;\nb;"}}));
        QVERIFY2(shown.startsWith(QStringLiteral("Some programs\nThe command: rm -r {size}\n")), qPrintable(shown));
        for (const char* text : {"The function: <b>f</b>", "The source:\n\na;\nb;"})
            QVERIFY2(shown.contains(QLatin1String(text)), qPrintable(shown));
        QVERIFY(!shown.contains(QStringLiteral("Square")));
    }

    void filesAreShownWithTheirContent() {
        write("mine.py", "def f(x):\n    return x\n");
        write("work7.sh", "echo seven\n");
        QDir(folder.path()).mkdir(QStringLiteral("scripts"));
        write("scripts/one.sh", "echo one\n");
        write("scripts/two.sh", "echo two\n");
        const QString shown = ask(planOf({{"command", "sh '" + path("work{size}.sh").toStdString() + "' {workers}"},
                                          {"file", path("mine.py").toStdString()},
                                          {"folder", path("scripts").toStdString()}},
                                         7));
        for (const char* file : {"mine.py", "work7.sh", "scripts/one.sh", "scripts/two.sh"})
            QVERIFY2(shown.contains(QStringLiteral("--- ") + path(file) + u'\n'), qPrintable(shown));
        for (const char* text : {"    return x", "echo seven", "echo one", "echo two"})
            QVERIFY2(shown.contains(QLatin1String(text)), qPrintable(shown));
    }

    void theSameIsShownOnce() {
        write("mine.py", "only once\n");
        Plan plan = planOf({{"file", path("mine.py").toStdString()}});
        plan.trials.push_back(plan.trials.back());
        plan.trials.back().size = 2;
        const QString shown = ask(plan);
        QCOMPARE(shown.count(QStringLiteral("only once")), 1);
        QCOMPARE(shown.count(QStringLiteral("Some programs")), 1);
        QCOMPARE(shown.count(QStringLiteral("The file: ")), 1);
    }

    void longLinesAreFolded() {
        write("long.py", QByteArray(10'001, '#'));
        const QString shown = ask(planOf({{"file", path("long.py").toStdString()}}));
        QCOMPARE(shown.count(u'#'), 10'001);
        for (const QString& line : shown.split(u'\n'))
            QVERIFY(line.size() <= 1000);
    }

    void whatTurnsTheOrderIsNamed() {
        write("mine.py", "if \u202eevil");
        const QString shown = ask(planOf({{"file", path("mine.py").toStdString()}, {"function", "f\u200bg"}}));
        QVERIFY2(shown.contains(QStringLiteral("if \\u{202E}evil")), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("The function: f\\u{200B}g")), qPrintable(shown));
    }

    void onlyAYesRuns_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("runs");
        QTest::newRow("yes") << QStringLiteral("trustYes") << 1;
        QTest::newRow("no") << QStringLiteral("trustNo") << 0;
    }
    void onlyAYesRuns() {
        QFETCH(QString, button);
        QFETCH(int, runs);
        ask(planOf({}));
        QVERIFY(box()->findChild<QPushButton*>(QStringLiteral("trustNo"))->isDefault());
        box()->findChild<QAbstractButton*>(button)->click();
        QTRY_VERIFY(!box());
        QCOMPARE(m_runs, runs);
    }

private:
    void write(const char* name, const QByteArray& content) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QDialog* box() const { return m_window->findChild<QDialog*>(QStringLiteral("trustBox")); }

    /// What the box shows.
    QString ask(const Plan& plan) {
        m_runs = 0;
        const Result<Programs> programs = programsOf(plan, someCatalog());
        askForTrust(
            *m_window, programs.value_or({}), [this] { ++m_runs; }, [] {});
        return box()->findChild<QPlainTextEdit*>(QStringLiteral("trustText"))->toPlainText();
    }

    std::unique_ptr<QWidget> m_window;
    int m_runs = 0;
};

QTEST_MAIN(TestTrustBox)
#include "tst_trust_box.moc"
