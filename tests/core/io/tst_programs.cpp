#include "core/io/programs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <cstring>

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace breakeven;

namespace {

ParamInfo paramOf(const std::string& name, ParamKind kind, std::vector<std::string> choices = {}) {
    ParamInfo info;
    info.name = name;
    info.title = "The " + name;
    info.kind = kind;
    info.initial = std::string();
    info.choices = std::move(choices);
    return info;
}

/// Everything that can be executed, in one workload.
Catalog someCatalog() {
    Catalog catalog;
    WorkloadInfo& programs = catalog.workloads.emplace_back();
    programs.id = "programs";
    programs.title = "Some programs";
    programs.runsPrograms = true;
    programs.params = {paramOf("command", ParamKind::Command), paramOf("file", ParamKind::File),
                       paramOf("folder", ParamKind::Folder), paramOf("function", ParamKind::Text),
                       paramOf("time", ParamKind::Text, {"wall", "own"})};
    catalog.workloads.emplace_back().id = "square";
    return catalog;
}

using Texts = std::map<std::string, std::string>;

Trial trialOf(const Texts& texts) {
    Trial trial;
    trial.workload = "programs";
    for (const char* name : {"command", "file", "folder", "function", "time"}) {
        const auto found = texts.find(name);
        trial.params[name] = found == texts.end() ? std::string() : found->second;
    }
    return trial;
}

Plan planOf(const Texts& texts) {
    Plan plan;
    plan.trials = {trialOf(texts)};
    plan.trials.emplace_back().workload = "square";
    return plan;
}

/// How often a folder and the files in it have been opened.
class Opened {
public:
    explicit Opened(const QString& folder) : m_watch(inotify_init1(IN_NONBLOCK)) {
        // Closing is watched, too, since the same event twice in a row would be told once.
        inotify_add_watch(m_watch, folder.toUtf8().constData(), IN_OPEN | IN_CLOSE);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened() { close(m_watch); }

    /// By name; the folder itself has none.
    std::map<std::string, int> counts() const {
        std::map<std::string, int> counts;
        std::array<char, 65536> events{};
        for (ssize_t bytes = 0; (bytes = read(m_watch, events.data(), events.size())) > 0;) {
            for (std::size_t at = 0; at < static_cast<std::size_t>(bytes);) {
                inotify_event event{};
                std::memcpy(&event, events.data() + at, sizeof event);
                const std::string name = event.len > 0 ? events.data() + at + sizeof event : "";
                if ((event.mask & IN_OPEN) != 0) ++counts[name];
                at += sizeof event + event.len;
            }
        }
        return counts;
    }

private:
    int m_watch;
};

}  // namespace

class TestPrograms : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    std::string name(const QString& file) const { return path(file).toStdString(); }

    void write(const QString& file, const QByteArray& content) const {
        QFile out(path(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }

    static Program only(const Texts& texts) {
        auto programs = programsOf(planOf(texts), someCatalog()).value_or({});
        return programs.size() == 1 ? programs.front() : Program();
    }

private Q_SLOTS:
    void aPipeIsNotWaitedFor() {
        const std::string pipe = m_folder.filePath("pipe").toStdString();
        QCOMPARE(mkfifo(pipe.c_str(), S_IRWXU), 0);
        const auto programs = programsOf(planOf({{"file", pipe}}), someCatalog());
        QVERIFY(!programs);
        QCOMPARE(programs.error().detail, pipe + ": it is no file");
    }

    void init() { qputenv("XDG_STATE_HOME", path("state").toUtf8()); }

    void textsThatSayNothingAreNoProgram() {
        const auto programs = programsOf(planOf({}), someCatalog());
        QVERIFY(programs && programs->empty());
    }

    void textsAreToldApart() {
        const Program program = only({{"function", "f"}, {"time", "own"}});
        QCOMPARE(program.texts, (std::vector<ProgramText>{{"function", "The function", "f", true},
                                                          {"time", "The time", "own", false}}));
        QCOMPARE(program.call(), std::string("function = f, time = own"));
        QVERIFY(program.files.empty());
    }

    void filesAreFoundByWhatNamesThem() {
        write("work7.sh", "echo seven");
        write("work8.sh", "echo eight");
        Plan plan;
        for (const int size : {7, 8}) {
            plan.trials.push_back(trialOf({{"command", "sh '" + name("work{size}.sh") + "'"}}));
            plan.trials.back().size = size;
        }
        const auto programs = programsOf(plan, someCatalog());
        QVERIFY(programs && programs->size() == 1);
        const auto& files = programs->front().files;
        QCOMPARE(files.size(), std::size_t(1));
        QCOMPARE(files.begin()->first, (Program::Naming{"command", name("work{size}.sh")}));
        QCOMPARE(files.begin()->second.size(), std::size_t(2));
        QCOMPARE(*files.begin()->second[1].content, std::string("echo eight"));
    }

    void aFileThatCannotBeReadIsAnError() {
        const auto programs = programsOf(planOf({{"file", name("gone.py")}}), someCatalog());
        QVERIFY(!programs);
        QCOMPARE(programs.error().code, ErrorCode::Unreadable);
    }

    void aThousandTrialsReadAFolderOnce() {
        QVERIFY(QDir(m_folder.path()).mkdir("many"));
        write("many/a.sh", "echo a");
        write("many/b.sh", "echo b");
        Plan plan;
        for (int i = 0; i < 1000; ++i)
            plan.trials.push_back(trialOf({{"folder", name("many")}, {"function", "f" + std::to_string(i / 2)}}));
        const Opened opened(path("many"));
        const auto programs = programsOf(plan, someCatalog());
        QVERIFY(programs);
        QCOMPARE(programs->size(), std::size_t(500));
        QCOMPARE(opened.counts(), (std::map<std::string, int>{{"", 1}, {"a.sh", 1}, {"b.sh", 1}}));
    }

    void aYesIsForTheContent() {
        write("mine.py", "one");
        const Program program = only({{"file", name("mine.py")}, {"function", "f"}});
        QVERIFY(!isTrusted(program));
        const auto kept = trust(program);
        QVERIFY2(kept, kept ? "" : kept.error().detail.c_str());
        QVERIFY(isTrusted(only({{"file", name("mine.py")}, {"function", "f"}})));
        QVERIFY(!isTrusted(only({{"file", name("mine.py")}, {"function", "g"}})));
        write("mine.py", "two");
        QVERIFY(!isTrusted(only({{"file", name("mine.py")}, {"function", "f"}})));
        write("mine.py", "one");
        QVERIFY(isTrusted(only({{"file", name("mine.py")}, {"function", "f"}})));
    }

    void noTextPretendsToBeTwo() {
        QVERIFY(only({{"function", "f, time = own"}}).text() != only({{"function", "f"}, {"time", "own"}}).text());
        QVERIFY(QDir(m_folder.path()).mkdir("one"));
        write("one/a", "x\n--- " + path("one/b").toUtf8() + " (1 bytes)\ny");
        const std::string pretended = only({{"folder", name("one")}}).text();
        write("one/a", "x");
        write("one/b", "y");
        QVERIFY(only({{"folder", name("one")}}).text() != pretended);
    }

    void aYesThatCannotBeKeptIsAnError() {
        write("no folder", "");
        qputenv("XDG_STATE_HOME", path("no folder").toUtf8());
        const Program program = only({{"function", "f"}});
        const auto kept = trust(program);
        QVERIFY(!kept);
        QVERIFY(!isTrusted(program));
    }

    void whatIsLongOrNoTextSaysSo_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        QTest::newRow("binary") << QByteArray(
                                       "\x7f"
                                       "ELF\0",
                                       5)
                                << "(5 bytes that are no text)";
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe") << "(2 bytes that are no text)";
        QTest::newRow("long") << QByteArray(1'000'001, '#') << "(the first 1000000 of 1000001 bytes)";
    }
    void whatIsLongOrNoTextSaysSo() {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        write("content", content);
        const QString text = QString::fromStdString(shown({only({{"file", name("content")}})}));
        QVERIFY2(text.contains(said), qPrintable(text.right(200)));
    }
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
