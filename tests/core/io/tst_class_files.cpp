// Finding and reading the files of a class.
#include "core/io/class_files.h"
#include "core/io/class_report.h"
#include "core/io/formats.h"
#include "tests/support/class_runs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <memory>

#include <sys/stat.h>

using namespace breakeven;

class TestClassFiles : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::string path(const QString& name) const { return m_folder->filePath(name).toStdString(); }
    std::string folder() const { return m_folder->path().toStdString(); }

    void put(const QString& name, const QByteArray& text = "x") const {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void putRun(const QString& name, const Learner& learner) const {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QVERIFY(writeResults(eventsOf(learner), path(name)));
    }

    std::vector<std::string> learnersIn(std::vector<std::string> paths, const std::string& output = {}) const {
        std::vector<std::string> names;
        const auto found = classFilesIn(paths, output);
        if (!found) return {found.error().detail};
        for (const ClassFile& file : found->files)
            names.push_back(file.learner);
        return names;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFolderIsSearchedToItsGround() {
        for (const char* name : {"b.jsonl", "a.CSV", "sub/c.json", "sub/deeper/d.seeds.csv", "sub/deeper/e.json.gz",
                                 "notes.txt", "notes.txt.gz", ".hidden.csv", ".git/f.csv", "report.html"})
            put(QString::fromLatin1(name));
        QCOMPARE(learnersIn({folder()}), (std::vector<std::string>{"a", "b", "c", "d", "e"}));
    }

    void namesAreThoseOfTheFolderWhereFilesShareOne() {
        for (const char* name : {"anna/run.jsonl", "ben/run.jsonl", "zoe.jsonl"})
            put(QString::fromLatin1(name));
        QCOMPARE(learnersIn({folder()}), (std::vector<std::string>{"anna", "ben", "zoe"}));
        put("group/anna/run.jsonl");
        const std::string top = m_folder->path().section('/', -1).toStdString();
        QCOMPARE(learnersIn({folder()}), (std::vector<std::string>{top + "/anna", "ben", "group/anna", "zoe"}));
    }

    void circlesOfLinksEnd() {
        put("a.jsonl");
        QVERIFY(QFile::link(m_folder->path(), m_folder->filePath("again")));
        QVERIFY(QFile::link(m_folder->filePath("round.jsonl"), m_folder->filePath("round.jsonl")));
        QVERIFY(QFile::link(m_folder->filePath("a.jsonl"), m_folder->filePath("other.jsonl")));
        const auto found = classFilesIn(std::vector{folder()});
        QVERIFY(found);
        QCOMPARE(found->files.size(), std::size_t{2});  // other is the same file as a
        const ClassRuns read = readClass(*found);
        QVERIFY(std::ranges::any_of(read.unread, [](const LeftOut& each) {
            return each.name == "round.jsonl" && each.why.find("symbolic links") != std::string::npos;
        }));
    }

    /// Nobody waits for a pipe that has no other end.
    void whatIsNoFileIsNotOpened() {
        put("a.jsonl");
        QCOMPARE(mkfifo(path("pipe.jsonl").c_str(), 0600), 0);
        QCOMPARE(learnersIn({folder()}), std::vector<std::string>{"a"});
    }

    void theOutputIsNoInput() {
        put("a.jsonl");
        put("class.csv");
        QCOMPARE(learnersIn({folder()}, path("class.csv")), std::vector<std::string>{"a"});
    }

    /// Of a folder; who names such a table is told why it is not read.
    void theTableOfAClassIsNobodys() {
        putRun("anna.jsonl", {"anna"});
        QVERIFY(saveClass(summariseClass(classRunsOf({{"anna"}, {"ben"}})), path("class.csv")));
        QCOMPARE(learnersIn({folder()}), std::vector<std::string>{"anna"});
        QCOMPARE(learnersIn({path("class.csv")}), std::vector<std::string>{"class"});
    }

    void theSameFileCountsOnce() {
        put("a.jsonl");
        put("b.jsonl");
        QCOMPARE(learnersIn({path("b.jsonl"), folder(), path("b.jsonl")}), (std::vector<std::string>{"a", "b"}));
    }

    void emptyFoldersAreRefused() {
        QCOMPARE(learnersIn({folder()}),
                 std::vector<std::string>{folder() + ": holds no file of results (.jsonl, .csv, .json)"});
        QCOMPARE(learnersIn({path("missing")}),
                 std::vector<std::string>{path("missing") + ": No such file or directory"});
    }

    void eachFileIsReadForItself() {
        putRun("anna.jsonl", {"anna"});
        putRun("ben.csv", {"ben"});
        put("cut.jsonl", "{\"event\":\"run-sta");
        put("notes.json", "[]");
        put("empty.csv", "");
        const auto files = classFilesIn(std::vector{folder()});
        QVERIFY(files);
        const ClassRuns read = readClass(*files);
        QCOMPARE(read.runs.size(), std::size_t{2});
        QCOMPARE(read.runs[0].learner, std::string("anna"));
        QCOMPARE(read.runs[0].file, std::string("anna.jsonl"));
        QVERIFY(read.runs[0].tellsEnvironment() && !read.runs[1].tellsEnvironment());
        QCOMPARE(read.unread.size(), std::size_t{3});
        for (const LeftOut& each : read.unread) {
            QVERIFY2(each.name.find('.') != std::string::npos, each.name.c_str());
            QVERIFY2(each.why.find(each.name) == std::string::npos, each.why.c_str());
            QVERIFY2(each.why.find(folder()) == std::string::npos, each.why.c_str());
            QVERIFY(!each.why.empty() && each.why.find('\n') == std::string::npos);
        }
    }

    void readingCanBeStopped() {
        putRun("anna.jsonl", {"anna"});
        putRun("ben.jsonl", {"ben"});
        const auto files = classFilesIn(std::vector{folder()});
        std::vector<std::size_t> told;
        const ClassRuns read = readClass(*files, [&](std::size_t done) {
            told.push_back(done);
            return false;
        });
        QCOMPARE(told, std::vector<std::size_t>{1});
        QCOMPARE(read.runs.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestClassFiles)
#include "tst_class_files.moc"
