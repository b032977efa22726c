// Files that gzip has packed.
#include "core/io/formats.h"
#include "core/io/gzip.h"
#include "tests/core/io/imported.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <zlib.h>

using namespace breakeven;

class TestGzip : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    std::string pack(const char* name, const std::string& text) const {
        const gzFile file = gzopen(path(name).c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        gzclose(file);
        return path(name);
    }

    QByteArray bytesOf(const char* name) const {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::string save(const char* name, const QByteArray& bytes) const {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
        return path(name);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsNotPackedStays() {
        for (const char* text : {"", "{}", "\x1f", "\x8b\x1f"})
            QCOMPARE(readUnpacked(save("a", text)).value_or("refused"), std::string(text));
        QVERIFY(!readUnpacked(path("missing")));
    }

    void whatIsPackedIsUnpacked() {
        for (const std::string& text : {std::string(), std::string("{}"), std::string(1'000'000, 'x')})
            QCOMPARE(readUnpacked(pack("a.gz", text)).value_or("refused"), text);
    }

    void joinedFilesAreOneText() {
        pack("a.gz", "one ");
        pack("b.gz", "text");
        QCOMPARE(readUnpacked(save("c.gz", bytesOf("a.gz") + bytesOf("b.gz"))).value_or("refused"),
                 std::string("one text"));
    }

    void troubleIsOneLine_data() {
        QTest::addColumn<int>("from");  // of the packed bytes; negative: from their end
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QString>("why");
        QTest::newRow("cut") << -20 << QByteArray() << "it is packed by gzip, and its end is missing";
        QTest::newRow("nothing but its beginning")
            << 2 << QByteArray() << "it is packed by gzip, and its end is missing";
        QTest::newRow("damaged") << 30 << QByteArray(100, 'x') << "it is packed by gzip, and damaged";
        QTest::newRow("another check sum") << -8 << QByteArray(8, 'x') << "it is packed by gzip, and damaged";
    }

    void troubleIsOneLine() {
        QFETCH(int, from);
        QFETCH(QByteArray, by);
        QFETCH(QString, why);
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += std::to_string(i * i);
        pack("a.gz", text);
        const QByteArray packed = bytesOf("a.gz");
        const auto kept = from < 0 ? packed.size() + from : from;
        const auto read = readUnpacked(save("b.gz", packed.left(kept) + by));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
        QCOMPARE(QString::fromStdString(read.error().detail),
                 QString::fromStdString(path("b.gz")) + ": cannot be read: " + why);
    }

    void aSmallFileThatBecomesALargeOneIsRefused() {
        const auto read = readUnpacked(pack("a.gz", std::string(3'000'000, '0')), 1'000'000);
        QVERIFY(!read);
        QCOMPARE(read.error().detail, path("a.gz") + ": cannot be read: unpacked, it is larger than 1000000 bytes");
    }

    void resultsAreReadAsTheyAreUnpacked_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"pyperf.json", "hyperfine.json", "google_benchmark.json"})
            QTest::newRow(name) << QByteArray(name);
    }

    void resultsAreReadAsTheyAreUnpacked() {
        QFETCH(QByteArray, name);
        const std::string text = importedText(name.constData());
        const auto plain = readResults(save(name, QByteArray::fromStdString(text)));
        const auto packed = readResults(pack(name + ".gz", text));
        QVERIFY2(packed, refusalOf(packed).c_str());
        QVERIFY(plain);
        QCOMPARE(packed->warnings, plain->warnings);
        const auto& started = std::get<RunStarted>(packed->events.front());
        QCOMPARE(started.runId, std::get<RunStarted>(plain->events.front()).runId);
        QCOMPARE(started.spec.name, name.left(name.indexOf('.')).toStdString());
        QCOMPARE(foldEvents(packed->events).trials().size(), foldEvents(plain->events).trials().size());
    }

    void onlyTheLastSuffixIsThePacking() {
        QCOMPARE(unpackedName("runs/a.json.gz"), std::filesystem::path("runs/a.json"));
        QCOMPARE(unpackedName("runs.gz/a.json"), std::filesystem::path("runs.gz/a.json"));
    }
};

QTEST_GUILESS_MAIN(TestGzip)
#include "tst_gzip.moc"
