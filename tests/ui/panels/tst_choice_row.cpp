#include "tests/ui/ui_test.h"
#include "ui/panels/choice_row.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalSpy>

using namespace breakeven;

using Ids = std::vector<std::string>;

class TestChoiceRow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_row = std::make_unique<ChoiceRow>();
        m_row->setChoices({{"cold", "Cold", "Nothing exists"}, {"warm", "Warm", ""}, {"after-idle", "After idle", ""}});
    }

    void choicesAreNamedAndExplained() {
        QCOMPARE(box("cold").text(), QStringLiteral("Cold"));
        QCOMPARE(box("cold").toolTip(), QStringLiteral("Nothing exists"));
    }

    void chosenKeepsTheOrderOfTheChoices() {
        m_row->setChosen({"after-idle", "cold", "unknown"});
        QCOMPARE(m_row->chosen(), (Ids{"cold", "after-idle"}));
        m_row->setChosen({"warm"});
        QCOMPARE(m_row->chosen(), (Ids{"warm"}));
    }

    void onlyClicksAreEdits() {
        const QSignalSpy edits(m_row.get(), &ChoiceRow::edited);
        m_row->setChosen({"cold"});
        QCOMPARE(edits.size(), 0);
        box("warm").click();
        QCOMPARE(edits.size(), 1);
        QCOMPARE(m_row->chosen(), (Ids{"cold", "warm"}));
    }

    void theLastOneStays() {
        m_row->setChosen({"cold"});
        box("cold").click();
        QCOMPARE(m_row->chosen(), (Ids{"cold"}));
        box("warm").click();
        box("cold").click();
        QCOMPARE(m_row->chosen(), (Ids{"warm"}));
    }

    void manyStandInTwoColumnsAndKnowTheirRoom() {
        m_row->show();
        m_row->setChoices({{"a", "imap unordered", ""}, {"b", "starmap async", ""}, {"c", "c", ""}, {"d", "d", ""}});
        QCOMPARE(qobject_cast<QGridLayout*>(m_row->layout())->columnCount(), 2);
        QVERIFY(m_row->minimumSizeHint().width() >=
                box("a").minimumSizeHint().width() + box("b").minimumSizeHint().width());
    }

    void newChoicesReplaceTheOldOnes() {
        m_row->setChosen({"cold"});
        m_row->setChoices({{"map", "map", ""}});
        QCOMPARE(m_row->findChildren<QCheckBox*>().size(), 1);
        QVERIFY(m_row->chosen().empty());
    }

private:
    QCheckBox& box(const char* id) {
        auto* found = m_row->findChild<QCheckBox*>(QLatin1String(id));
        if (!found) qFatal("%s: no such choice", id);
        return *found;
    }

    std::unique_ptr<ChoiceRow> m_row;
};

QTEST_MAIN(TestChoiceRow)
#include "tst_choice_row.moc"
