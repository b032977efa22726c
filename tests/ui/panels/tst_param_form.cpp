#include "core/experiment/results.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/code_editor.h"
#include "ui/panels/param_form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

bool says(const ParamForm& form, const QString& line) {
    const auto labels = form.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&line](const QLabel* label) { return label->text().contains(line) && !label->isHidden(); });
}

ParamInfo shapeParam() {
    ParamInfo info;
    info.name = "shape";
    info.title = "Shape of the load";
    info.description = "How the work is spread";
    info.kind = ParamKind::Text;
    info.initial = std::string("flat");
    info.choices = {"flat", "linear", "one-heavy"};
    return info;
}

std::vector<ParamValue> words(std::initializer_list<const char*> list) {
    std::vector<ParamValue> values;
    for (const char* word : list)
        values.emplace_back(std::string(word));
    return values;
}

ParamInfo sourceParam() {
    ParamInfo info;
    info.name = "source";
    info.title = "Source";
    info.kind = ParamKind::Code;
    info.initial = std::string("a;\n");
    return info;
}

Results failed(const std::string& workload, const std::string& source, TrialStatus status = TrialStatus::Failed,
               const std::string& detail = "snippet: line 1: no 'a'") {
    Trial trial;
    trial.workload = workload;
    trial.params["source"] = source;
    Results results;
    results.apply(TrialStarted{0, trial});
    TrialFailed failure;
    failure.status = status;
    failure.detail = detail;
    results.apply(failure);
    return results;
}

/// A form with a parameter of words and its box.
struct ShapeForm {
    ParamForm form;
    QComboBox* box = nullptr;

    ShapeForm() {
        form.setParams({shapeParam()});
        box = form.findChild<QComboBox*>(QStringLiteral("param:shape"));
        if (!box) qFatal("no box");
    }
    std::vector<ParamValue> values() { return form.values()["shape"]; }
};

}  // namespace

class TestParamForm : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void severalValuesAreCounted() {
        ParamInfo info;
        info.name = "seconds";
        info.kind = ParamKind::Real;
        info.initial = 0.01;
        info.minimum = 0;
        info.maximum = 10;
        ParamForm form;
        form.setParams({info});
        form.findChild<QLineEdit*>(QStringLiteral("param:seconds"))->setText(QStringLiteral("0,05"));
        QCOMPARE(form.values().at("seconds").size(), std::size_t(2));
        QVERIFY(says(form, QStringLiteral("2 values: 0, 5")));
        form.setValues({{"seconds", {0.5}}});
        QVERIFY(!says(form, QStringLiteral("2 values: 0, 5")));
    }

    void wordsOfAChoiceArePicked() {
        ShapeForm shape;
        QCOMPARE(shape.box->count(), 3);
        QVERIFY(shape.box->currentText().isEmpty());
        QCOMPARE(shape.box->lineEdit()->placeholderText(), QStringLiteral("flat"));
        QCOMPARE(shape.box->accessibleName(), QStringLiteral("Shape of the load"));
        QCOMPARE(shape.box->toolTip(), QStringLiteral("How the work is spread"));
        QVERIFY(shape.form.values().empty());
        QSignalSpy edited(&shape.form, &ParamForm::edited);
        shape.form.setValues({{"shape", words({"flat"})}});
        QVERIFY(edited.isEmpty());
        QTest::keyClick(shape.box, Qt::Key_Down);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(shape.values(), words({"linear"}));
        QVERIFY(!shape.form.hasError());
    }

    void severalWordsStandAsTheyDo() {
        ShapeForm shape;
        shape.form.setValues({{"shape", words({"linear", "flat"})}});
        QCOMPARE(shape.box->currentText(), QStringLiteral("linear, flat"));
        QVERIFY(says(shape.form, QStringLiteral("2 values: linear, flat")));
        QCOMPARE(shape.values(), words({"linear", "flat"}));
        QCOMPARE(shape.box->count(), 3);
        QTest::keyClick(shape.box->lineEdit(), Qt::Key_End);
        QTest::keyClicks(shape.box->lineEdit(), QStringLiteral(", one-heavy"));
        QTest::keyClick(shape.box->lineEdit(), Qt::Key_Return);
        QCOMPARE(shape.values(), words({"linear", "flat", "one-heavy"}));
        QCOMPARE(shape.box->count(), 3);
    }

    void anUnknownWordStaysAndIsNamed() {
        ShapeForm shape;
        shape.form.setValues({{"shape", words({"bimodal"})}});
        QCOMPARE(shape.box->currentText(), QStringLiteral("bimodal"));
        QVERIFY(shape.form.hasError());
        QVERIFY(says(shape.form, QStringLiteral("'bimodal' is not allowed (flat, linear, one-heavy")));
        QCOMPARE(shape.values(), words({"bimodal"}));
        shape.form.setValues({});
        QVERIFY(shape.box->currentText().isEmpty());
        QVERIFY(!shape.form.hasError());
    }

    void onlyTheSourceThatRanIsMarked() {
        ParamForm form;
        form.setParams({sourceParam()});
        const auto* editor = form.findChild<CodeEditor*>(QStringLiteral("param:source"));
        QVERIFY(editor);
        form.showFailures(failed("snippet", "a;\n"), "snippet");
        QCOMPARE(editor->marks().size(), std::size_t(1));
        form.showFailures(failed("snippet", "b;\n"), "snippet");
        QVERIFY(editor->marks().empty());
        form.showFailures(failed("other", "a;\n"), "snippet");
        QVERIFY(editor->marks().empty());
        form.showFailures(failed("snippet", "a;\n"), "snippet");
        QVERIFY(says(form, QStringLiteral("Line 1: no 'a'")));
        form.showFailures(Results(), "snippet");
        QVERIFY(editor->marks().empty());
    }

    void everySourceOfAListIsLookedUp() {
        ParamForm form;
        form.setParams({sourceParam()});
        form.setValues({{"source", words({"b;", "a;\n"})}});
        form.showFailures(failed("snippet", "a;\n"), "snippet");
        QVERIFY(says(form, QStringLiteral("Line 3: no 'a'")));
    }

    void onlyWhatTheSourceDidIsSaidOfIt_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<bool>("isOfSource");
        const auto row = [](const char* name, const char* status, const char* detail, bool isOfSource) {
            QTest::newRow(name) << QByteArray(status) << QByteArray(detail) << isOfSource;
        };
        row("crash", "crashed", "it was ended by SIGSEGV", true);
        row("endless", "timed-out", "it was not done after 10 s", true);
        row("no compiler", "refused", "snippet: no C++ compiler is found (package g++ brings it)", true);
        row("no twin", "refused", "python3: the workload snippet has no twin in Python", false);
        row("stop", "interrupted", "stopped before it was measured", false);
        row("time limit", "skipped", "the time budget was used up", false);
    }

    void onlyWhatTheSourceDidIsSaidOfIt() {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, detail);
        QFETCH(bool, isOfSource);
        ParamForm form;
        form.setParams({sourceParam()});
        form.showFailures(failed("snippet", "a;\n", *statusFromWord(status.toStdString()), detail.toStdString()),
                          "snippet");
        QCOMPARE(says(form, QString::fromUtf8(detail)), isOfSource);
    }
};

QTEST_MAIN(TestParamForm)
#include "tst_param_form.moc"
