#include "tests/ui/ui_test.h"
#include "ui/panels/experiment_panel.h"
#include "ui/session.h"
#include "ui/spec_history.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace breakeven;

namespace {

constexpr int WaitMilliseconds = 20'000;

ExperimentSpec plainSpec(const std::string& name) {
    ExperimentSpec spec;
    spec.name = name;
    Case& row = spec.cases.emplace_back();
    row.workload = "square";
    row.sizes = "10,100";
    return spec;
}

}  // namespace

class TestSpecHistory : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<ExperimentPanel>(*m_session);
        m_history = std::make_unique<SpecHistory>(*m_session, *m_panel);
        m_session->setSpec(plainSpec("mine"));
        QSignalSpy arrived(m_session.get(), &Session::catalogChanged);
        m_session->loadCatalog();
        QVERIFY(arrived.wait(WaitMilliseconds));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void nothingIsToBeUndoneAtFirst() {
        QVERIFY(!m_history->canUndo() && !m_history->canRedo());
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo"));
    }

    void typingInOneFieldIsOneChange() {
        const ExperimentSpec before = m_session->spec();
        type("sizesEdit", QStringLiteral("10,1000"));
        QVERIFY(m_history->canUndo());
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo sizes"));
        const ExperimentSpec after = m_session->spec();
        m_history->undo();
        QCOMPARE(m_session->spec(), before);
        QCOMPARE(the<QLineEdit>("sizesEdit").text(), QStringLiteral("10,100"));
        QVERIFY(!m_history->canUndo());
        QCOMPARE(m_history->redoText(), QStringLiteral("&Redo sizes"));
        m_history->redo();
        QCOMPARE(m_session->spec(), after);
        QCOMPARE(the<QLineEdit>("sizesEdit").text(), QStringLiteral("10,1000"));
    }

    void anotherFieldIsAnotherChange() {
        type("sizesEdit", QStringLiteral("5,50"));
        type("workersEdit", QStringLiteral("2"));
        type("sizesEdit", QStringLiteral("7,70"));
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo sizes"));
        m_history->undo();
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo workers"));
        QCOMPARE(m_session->spec().cases[0].sizes, std::string("5,50"));
        m_history->undo();
        QCOMPARE(m_session->spec().cases[0].workers, plainSpec("mine").cases[0].workers);
        m_history->undo();
        QCOMPARE(m_session->spec(), plainSpec("mine"));
    }

    void everyTickIsAChangeOfItsOwn() {
        auto& list = the<QListWidget>("backendList");
        const std::vector<std::string> before = m_session->spec().cases[0].backends;
        for (int row = 0; row < list.count(); ++row) {
            if (list.item(row)->checkState() != Qt::Checked && list.item(row)->flags().testFlag(Qt::ItemIsEnabled))
                list.item(row)->setCheckState(Qt::Checked);
        }
        QVERIFY(m_session->spec().cases[0].backends.size() > before.size() + 1);
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo backends"));
        const std::size_t most = m_session->spec().cases[0].backends.size();
        m_history->undo();
        QCOMPARE(m_session->spec().cases[0].backends.size(), most - 1);
    }

    void whatIsTypedBackLeavesNothing() {
        type("sizesEdit", QStringLiteral("5,50"));
        auto& workers = the<QLineEdit>("workersEdit");
        workers.setFocus();
        QTest::keyClicks(&workers, QStringLiteral("9"));
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo workers"));
        QTest::keyClick(&workers, Qt::Key_Backspace);
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo sizes"));
    }

    void anEditEndsWhatCouldBeDoneAgain() {
        type("sizesEdit", QStringLiteral("5,50"));
        m_history->undo();
        QVERIFY(m_history->canRedo());
        type("workersEdit", QStringLiteral("2"));
        QVERIFY(!m_history->canRedo());
    }

    void anotherExperimentBeginsAnew() {
        type("sizesEdit", QStringLiteral("5,50"));
        m_session->setSpec(plainSpec("another"));
        QVERIFY(!m_history->canUndo() && !m_history->canRedo());
    }

    void theSameExperimentOpenedAgainBeginsAnew() {
        type("sizesEdit", QStringLiteral("5,50"));
        const QString file = path("mine.json");
        m_session->saveSpec(file);
        QVERIFY(m_history->canUndo());
        m_session->open(file);
        QVERIFY2(m_session->failure().isEmpty(), qPrintable(m_session->failure()));
        QVERIFY(!m_history->canUndo());
    }

    void anUndoneChangeShowsItsCase() {
        ExperimentSpec two = plainSpec("two");
        two.cases.push_back(two.cases.front());
        m_session->setSpec(two);
        auto& cases = the<QComboBox>("caseBox");
        cases.setCurrentIndex(1);
        Q_EMIT cases.activated(1);
        type("sizesEdit", QStringLiteral("5,50"));
        m_history->undo();
        QCOMPARE(cases.currentIndex(), 1);
        QCOMPARE(the<QLineEdit>("sizesEdit").text(), QStringLiteral("10,100"));
        QCOMPARE(m_session->spec(), two);
    }

    void theKeysOfALineAreTheWindows() {
        QAction undo;
        undo.setShortcut(QKeySequence::Undo);
        connect(&undo, &QAction::triggered, m_history.get(), &SpecHistory::undo);
        m_panel->addAction(&undo);
        type("sizesEdit", QStringLiteral("5,50"));
        QTest::keySequence(&the<QLineEdit>("sizesEdit"), QKeySequence::Undo);
        QCOMPARE(m_session->spec(), plainSpec("mine"));
        auto& limit = the<QDoubleSpinBox>("maxSecondsBox");
        limit.setFocus();
        QTest::keyClick(&limit, Qt::Key_Up);
        QCOMPARE(m_history->undoText(), QStringLiteral("&Undo time limit"));
        QTest::keySequence(&limit, QKeySequence::Undo);
        QCOMPARE(m_session->spec(), plainSpec("mine"));
    }

private:
    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    void type(const char* edit, const QString& text) {
        auto& field = the<QLineEdit>(edit);
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ExperimentPanel> m_panel;
    std::unique_ptr<SpecHistory> m_history;
};

QTEST_MAIN(TestSpecHistory)
#include "tst_spec_history.moc"
