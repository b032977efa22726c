// Tables as a spreadsheet saves them where commas are decimal.
#include "core/io/formats.h"
#include "tests/support/class_runs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <sstream>

using namespace breakeven;

namespace {

const FormatEntry& formatNamed(const std::string& id) {
    return *std::ranges::find(formats(), id, [](const FormatEntry& each) { return each.info.id; });
}

std::string written(const FormatEntry& format, const std::vector<Event>& events) {
    std::ostringstream out;
    return format.write(events, {}, out) ? out.str() : "failed";
}

}  // namespace

class TestGermanTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theySayTheSame_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"summary-csv", "samples-csv", "seeds-csv"})
            QTest::newRow(id) << id;
    }

    void theySayTheSame() {
        QFETCH(QString, id);
        const auto& format = formatNamed(id.toStdString());
        const auto ours = written(format, eventsOf({"anna"}));
        QVERIFY(!QString::fromStdString(ours).contains('"') && ours.find("0.") != ours.npos);
        QString theirs = QString::fromStdString(ours);
        theirs.replace(',', ';').replace('.', ',').replace("\n", "\r\n");

        const QTemporaryDir folder;
        QFile file(folder.filePath("t.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xEF\xBB\xBF" + theirs.toUtf8());
        file.close();
        const auto read = readResults(file.fileName().toStdString());
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->warnings, std::vector<std::string>());
        const auto same = format.read(ours, "t.csv");
        QVERIFY(same);
        QCOMPARE(written(format, read->events), written(format, same->events));
    }

    void nonsenseIsNamedByItsLine() {
        const auto& format = formatNamed("seeds-csv");
        const auto run =
            format.read("list_length;type;time_taken\n10;serial;0,5\n20;serial;1.250,5\n30,serial\n", "t.csv");
        QVERIFY(run);
        QCOMPARE(run->warnings, (std::vector<std::string>{"t.csv: line 4 is skipped: 1 cells instead of 3",
                                                          "t.csv: line 3 is skipped: time_taken: '1.250,5' is not "
                                                          "allowed (numbers from 0 on, up to thirty years)"}));
        const auto nothing = format.read("list_length;type;time_taken\n10;serial;eine halbe\n", "t.csv");
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().detail, std::string("t.csv: no usable row (line 2 is skipped: time_taken: 'eine "
                                                     "halbe' is not allowed (numbers from 0 on, up to thirty years))"));
    }
};

QTEST_GUILESS_MAIN(TestGermanTables)
#include "tst_german_tables.moc"
