#include "tests/ui/ui_test.h"
#include "ui/panels/experiment_panel.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

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
