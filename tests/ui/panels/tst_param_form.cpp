#include "tests/ui/ui_test.h"
#include "ui/panels/param_form.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace breakeven;

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
        const auto says = [&form](const QString& line) {
            const auto labels = form.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&line](const QLabel* label) { return label->text() == line; });
        };
        form.findChild<QLineEdit*>(QStringLiteral("param:seconds"))->setText(QStringLiteral("0,05"));
        QCOMPARE(form.values().at("seconds").size(), std::size_t(2));
        QVERIFY(says(QStringLiteral("2 values: 0, 5")));
        form.setValues({{"seconds", {0.5}}});
        QVERIFY(!says(QStringLiteral("2 values: 0, 5")));
    }
};

QTEST_MAIN(TestParamForm)
#include "tst_param_form.moc"
