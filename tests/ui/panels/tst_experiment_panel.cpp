#include "tests/ui/ui_test.h"
#include "ui/panels/code_editor.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/field_note.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QWheelEvent>

#include <algorithm>

using namespace breakeven;

namespace {

constexpr int WaitMilliseconds = 20'000;

ExperimentSpec specOf(const std::vector<std::string>& workloads) {
    ExperimentSpec spec;
    spec.name = "mine";
    spec.title = "My own";
    for (const std::string& workload : workloads) {
        Case& row = spec.cases.emplace_back();
        row.workload = workload;
        row.sizes = "10,100";
    }
    return spec;
}

}  // namespace

class TestExperimentPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<ExperimentPanel>(*m_session);
    }

    void waitsForTheCatalogue() {
        m_session->setSpec(specOf({"square"}));
        QVERIFY(!m_panel->isEnabled());
        load();
        QVERIFY(m_panel->isEnabled());
        QVERIFY(m_panel->isValid());
        QCOMPARE(the<QComboBox>("workloadBox").currentData().toString(), QStringLiteral("square"));
    }

    void anEditIsMarkedOnce() {
        show(specOf({"square"}));
        type("sizesEdit", QStringLiteral("10"));
        QCOMPARE(m_session->spec().name, std::string("mine-edited"));
        QCOMPARE(m_session->spec().title, std::string("My own (edited)"));
        type("sizesEdit", QStringLiteral("10,20"));
        QCOMPARE(m_session->spec().name, std::string("mine-edited"));
        QCOMPARE(m_session->spec().title, std::string("My own (edited)"));
    }

    void noListIsTooLongForItsField() {
        ExperimentSpec spec = specOf({"square"});
        for (int size = 1001; size <= 9000; ++size)
            spec.cases[0].sizes += ',' + std::to_string(size);
        show(spec);
        QCOMPARE(the<QLineEdit>("sizesEdit").text().toStdString(), spec.cases[0].sizes);
    }

    void chunksAreAList() {
        show(specOf({"square"}));
        type("chunkEdit", QStringLiteral("auto, 1,100"));
        QCOMPARE(m_session->spec().cases[0].chunks, (std::vector<std::string>{"auto", "1", "100"}));
        QVERIFY(m_panel->isValid());
        type("chunkEdit", QStringLiteral("0"));
        QVERIFY(!m_panel->isValid());
        QVERIFY2(estimate().contains(QStringLiteral("auto, pool")), qPrintable(estimate()));
    }

    void limitsInFlightAreAList() {
        show(specOf({"square"}));
        QCOMPARE(the<QLineEdit>("inFlightEdit").text(), QStringLiteral("all"));
        type("inFlightEdit", QStringLiteral("2*n_jobs, 4"));
        QCOMPARE(m_session->spec().cases[0].inFlights, (std::vector<std::string>{"2*n_jobs", "4"}));
        QVERIFY2(m_panel->isValid(), qPrintable(estimate()));
        type("inFlightEdit", QStringLiteral("n_jobs-9"));
        QVERIFY(!m_panel->isValid());
        QVERIFY2(estimate().contains(QStringLiteral("in_flight")), qPrintable(estimate()));
    }

    void startsAreChosenByBoxes() {
        show(specOf({"square"}));
        QVERIFY(the<QCheckBox>("fork").isChecked() && !the<QCheckBox>("spawn").isChecked());
        the<QCheckBox>("spawn").click();
        QCOMPARE(m_session->spec().cases[0].starts, (std::vector<std::string>{"fork", "spawn"}));
        QVERIFY2(m_panel->isValid(), qPrintable(estimate()));
    }

    void everyCallOfTheCatalogueCanBeChosen() {
        show(specOf({"square"}));
        QVERIFY(m_session->catalog().calls.size() > 1);
        std::vector<std::string> chosen;
        for (const NamedInfo& call : m_session->catalog().calls) {
            auto& box = the<QCheckBox>(call.id.c_str());
            if (!box.isChecked()) box.click();
            chosen.push_back(call.id);
        }
        QCOMPARE(m_session->spec().cases[0].calls, chosen);
    }

    void whatTheMachineLacksSaysSo() {
        const auto restore =
            qScopeGuard([python = qgetenv("BREAKEVEN_PYTHON")] { qputenv("BREAKEVEN_PYTHON", python); });
        qputenv("BREAKEVEN_PYTHON", "/nonexistent/python3");
        show(specOf({"square"}));
        const auto found = the<QListWidget>("backendList").findItems(QStringLiteral("(missing)"), Qt::MatchContains);
        QCOMPARE(found.size(), 5);
        QCOMPARE(found[0]->data(Qt::UserRole).toString(), QStringLiteral("python-serial"));
        QVERIFY2(found[0]->toolTip().contains(QStringLiteral("/nonexistent/python3")), qPrintable(found[0]->toolTip()));
    }

    void aWordOfAChoiceIsPickedAndKept() {
        ExperimentSpec spec = specOf({"imbalance"});
        spec.cases[0].params = {{"distribution", {std::string("linear"), std::string("uniform")}}};
        show(spec);
        auto& box = the<QComboBox>("param:distribution");
        QCOMPARE(box.currentText(), QStringLiteral("linear, uniform"));
        type("param:steps", QStringLiteral("500"));
        QVERIFY(m_session->spec().cases[0].params.at("distribution") == spec.cases[0].params.at("distribution"));
        QVERIFY2(m_panel->isValid(), qPrintable(estimate()));
        box.setCurrentText(QStringLiteral("one-heavy"));
        QVERIFY(m_session->spec().cases[0].params.at("distribution") ==
                std::vector<ParamValue>{std::string("one-heavy")});
    }

    void poolsAreChosenByBoxes() {
        show(specOf({"square"}));
        the<QCheckBox>("cold").click();
        QCOMPARE(m_session->spec().cases[0].pools, (std::vector<std::string>{"cold", "warm"}));
        the<QCheckBox>("warm").click();
        QCOMPARE(m_session->spec().cases[0].pools, (std::vector<std::string>{"cold"}));
    }

    void onlyTheShownCaseIsEdited() {
        show(specOf({"square", "sleep-square"}));
        auto& cases = the<QComboBox>("caseBox");
        QCOMPARE(cases.count(), 2);
        QVERIFY(!cases.isHidden());
        cases.setCurrentIndex(1);
        Q_EMIT cases.activated(1);
        QCOMPARE(the<QComboBox>("workloadBox").currentData().toString(), QStringLiteral("sleep-square"));
        type("workersEdit", QStringLiteral("2"));
        QCOMPARE(m_session->spec().cases[0].workers, Case().workers);
        QCOMPARE(m_session->spec().cases[1].workers, std::string("2"));
        show(specOf({"square"}));
        QVERIFY(cases.isHidden());
    }

    void unknownIdsStayAndAreNamed() {
        ExperimentSpec spec = specOf({"from-a-later-version"});
        spec.cases[0].backends = {"serial", "later-backend"};
        show(spec);
        QCOMPARE(the<QComboBox>("workloadBox").currentText(),
                 QStringLiteral("from-a-later-version (not in this build)"));
        const auto& backends = the<QListWidget>("backendList");
        const QListWidgetItem* last = backends.item(backends.count() - 1);
        QCOMPARE(last->text(), QStringLiteral("later-backend (not in this build)"));
        QCOMPARE(last->checkState(), Qt::Checked);
        QVERIFY(!m_panel->isValid());
        QVERIFY2(estimate().contains(QStringLiteral("from-a-later-version")), qPrintable(estimate()));
        QVERIFY(m_session->spec() == spec);
    }

    void anotherWorkloadBringsItsSizesAndParameters() {
        show(specOf({"square"}));
        auto& box = the<QComboBox>("workloadBox");
        box.setCurrentIndex(box.findData(QStringLiteral("sleep-square")));
        const Case& row = m_session->spec().cases[0];
        QCOMPARE(row.workload, std::string("sleep-square"));
        QCOMPARE(the<QLineEdit>("sizesEdit").text().toStdString(), row.sizes);
        QVERIFY(row.sizes != "10,100");
        QVERIFY(the<QLineEdit>("param:seconds").isEnabled());
        QVERIFY(m_panel->isValid());
    }

    void anotherWorkloadHasATitleOfItsOwn() {
        ExperimentSpec spec = specOf({"square"});
        spec.question = "When is one multiplication worth it?";
        show(spec);
        chooseWorkload("primes");
        const auto& known = m_session->catalog().workloads;
        const auto info =
            std::find_if(known.begin(), known.end(), [](const WorkloadInfo& it) { return it.id == "primes"; });
        QCOMPARE(m_session->spec().title, info->title);
        QVERIFY(m_session->spec().question.empty());
        QVERIFY(!isSaid(QStringLiteral("one multiplication")));

        ExperimentSpec two = specOf({"square", "sleep-square"});
        two.question = spec.question;
        show(two);
        chooseWorkload("primes");
        QCOMPARE(m_session->spec().title, std::string("My own (edited)"));
        QCOMPARE(m_session->spec().question, spec.question);
    }

    void theTitleOfNoneIsTheName() {
        ExperimentSpec spec = specOf({"square"});
        spec.title.clear();
        show(spec);
        type("sizesEdit", QStringLiteral("10"));
        QCOMPARE(m_session->spec().title, std::string("mine (edited)"));
    }

    void whatWasTypedForAWorkloadComesBack() {
        show(specOf({"square"}));
        chooseWorkload("snippet");
        auto& editor = the<CodeEditor>("param:source");
        editor.selectAll();
        QTest::keyClicks(&editor, QStringLiteral("double f(double x) { return -x; }"));
        type("sizesEdit", QStringLiteral("7"));
        const Case typed = m_session->spec().cases[0];
        chooseWorkload("command");
        QVERIFY(m_session->spec().cases[0].sizes != "7");
        chooseWorkload("snippet");
        QCOMPARE(m_session->spec().cases[0].params, typed.params);
        QCOMPARE(m_session->spec().cases[0].sizes, std::string("7"));
        QCOMPARE(the<CodeEditor>("param:source").text(), QStringLiteral("double f(double x) { return -x; }"));
        QCOMPARE(the<QLineEdit>("sizesEdit").text(), QStringLiteral("7"));

        show(specOf({"square"}));  // another experiment
        chooseWorkload("snippet");
        QVERIFY(m_session->spec().cases[0].params != typed.params);
    }

    void theWheelOnlyScrollsWithoutTheFocus() {
        show(specOf({"imbalance"}));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        for (const char* name : {"workloadBox", "param:distribution", "maxSecondsBox", "launchesBox"}) {
            auto& box = the<QWidget>(name);
            the<QLineEdit>("workersEdit").setFocus();
            const ExperimentSpec before = m_session->spec();
            QVERIFY2(!turnWheel(box), name);
            QVERIFY2(m_session->spec() == before, name);
            QVERIFY2(!box.hasFocus(), name);
        }
        auto& launches = the<QWidget>("launchesBox");
        launches.setFocus();
        const int before = m_session->spec().stopping.launches;
        QVERIFY(turnWheel(launches));
        QVERIFY(m_session->spec().stopping.launches != before);
    }

    void tabGoesFromTopToBottom() {
        show(specOf({"square"}));
        chooseWorkload("python-function");
        m_panel->show();
        QStringList names;
        const QWidget* first = &the<QWidget>("workloadBox");
        for (const QWidget* next = first->nextInFocusChain(); next != first; next = next->nextInFocusChain()) {
            const bool isStop = (next->focusPolicy() & Qt::TabFocus) != 0 && next->isVisible();
            if (isStop && !next->focusProxy()) names += next->objectName();
        }
        const QStringList wanted{"param:file", "pick:file", "sizesEdit", "workersEdit", "backendList",
                                 "cold",       "chunkEdit", "fork",      "launchesBox"};
        qsizetype place = -1;
        for (const QString& name : wanted) {
            const qsizetype at = names.indexOf(name);
            QVERIFY2(at > place, qPrintable(name % u": " % names.join(u' ')));
            place = at;
        }
    }

    void backendsThatCannotRunItAreRefused() {
        show(specOf({"python-function"}));
        QVERIFY(!m_panel->isValid());
        QVERIFY(isSaid(QStringLiteral("backends: none of the chosen ones can run the workload")));
        takeBackends({"python-serial"});
        QVERIFY(!isSaid(QStringLiteral("backends: none")));
    }

    void aWorkloadOfOneFamilyBringsItsBackends() {
        show(specOf({"square"}));
        takeBackends({"serial", "threads"});
        chooseWorkload("python-function");
        const std::vector<std::string> python = m_session->spec().cases[0].backends;
        QVERIFY(python.size() >= 3);
        for (const std::string& id : python)
            QVERIFY2(id.starts_with("python-"), id.c_str());
        chooseWorkload("command");
        QCOMPARE(m_session->spec().cases[0].backends, (std::vector<std::string>{"serial", "command"}));
        QCOMPARE(the<QLineEdit>("sizesEdit").text(), QStringLiteral("1000"));
        chooseWorkload("primes");
        QCOMPARE(m_session->spec().cases[0].backends, (std::vector<std::string>{"serial", "threads"}));
        QVERIFY2(m_panel->isValid(), qPrintable(estimate()));

        ExperimentSpec spec = specOf({"command"});
        spec.cases[0].backends = {"command"};
        show(spec);
        chooseWorkload("square");
        QCOMPARE(m_session->spec().cases[0].backends, Case().backends);
    }

    void aMissingFileIsSaidAtItsField() {
        show(specOf({"square"}));
        chooseWorkload("python-function");
        QVERIFY(!m_panel->isValid());
        QVERIFY(isSaid(QStringLiteral("none is chosen (the path")));
        QFile file(path("mine.py"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        the<QLineEdit>("param:file").setText(path("mine.py"));
        QVERIFY2(m_panel->isValid(), qPrintable(estimate()));
        QCOMPARE(m_session->spec().cases[0].params.at("file"), std::vector<ParamValue>{path("mine.py").toStdString()});
    }

    void sourceIsSavedInTheSpec() {
        show(specOf({"square"}));
        chooseWorkload("snippet");
        const auto& editor = the<CodeEditor>("param:source");
        QVERIFY(editor.toPlainText().contains(QStringLiteral("double f(double")));
        QCOMPARE(m_session->spec().cases[0].params.at("source"),
                 std::vector<ParamValue>{editor.toPlainText().toStdString()});
    }

    void validityIsAnnounced() {
        show(specOf({"square"}));
        const QSignalSpy announced(m_panel.get(), &ExperimentPanel::validChanged);
        type("sizesEdit", QStringLiteral("0"));
        QVERIFY(announced.size() > 0);
        QVERIFY(!m_panel->isValid());
        QVERIFY(estimate().isEmpty());
    }

private:
    void load() {
        m_session->loadCatalog();
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->catalog().workloads.empty(), WaitMilliseconds);
    }

    void show(const ExperimentSpec& spec) {
        if (m_session->catalog().workloads.empty()) load();
        m_session->setSpec(spec);
    }

    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    void chooseWorkload(const char* id) {
        auto& box = the<QComboBox>("workloadBox");
        box.setCurrentIndex(box.findData(QLatin1String(id)));
    }

    void takeBackends(const std::vector<std::string>& ids) {
        auto& list = the<QListWidget>("backendList");
        for (int row = 0; row < list.count(); ++row) {
            const std::string id = list.item(row)->data(Qt::UserRole).toString().toStdString();
            const bool isOn = std::find(ids.begin(), ids.end(), id) != ids.end();
            list.item(row)->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
        }
    }

    bool isSaid(const QString& text) {
        const auto notes = m_panel->findChildren<FieldNote*>();
        return std::any_of(notes.begin(), notes.end(),
                           [&text](const FieldNote* note) { return note->text().contains(text); });
    }

    /// True when the box took the turn.
    static bool turnWheel(QWidget& box) {
        const QPointF place = box.rect().center();
        QWheelEvent turn(place, box.mapToGlobal(place), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                         false);
        QCoreApplication::sendEvent(&box, &turn);
        return turn.isAccepted();
    }

    QString estimate() { return the<QLabel>("estimateLabel").text(); }

    void type(const char* edit, const QString& text) {
        auto& field = the<QLineEdit>(edit);
        field.clear();
        QTest::keyClicks(&field, text);
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ExperimentPanel> m_panel;
};

QTEST_MAIN(TestExperimentPanel)
#include "tst_experiment_panel.moc"
