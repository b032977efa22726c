/// ScriptedCli: a command line that says what was recorded, so that only the session is under test.
#pragma once

#include "core/experiment/codec.h"
#include "tests/ui/ui_test.h"
#include "ui/session.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>

#include <string>

namespace breakeven {

inline constexpr int WaitMilliseconds = 20'000;

/// A run as the command line would write it: sizes one by one, each with several rounds.
inline QByteArray recordedRun(int sizes, int rounds) {
    std::string lines;
    const auto say = [&lines](const Event& event) { lines += writeEvent(event) + '\n'; };
    RunStarted started;
    started.runId = "recorded";
    started.spec.name = "recorded";
    started.spec.cases.emplace_back().workload = "square";
    say(started);
    for (int index = 0; index < sizes; ++index) {
        for (const char* backend : {"serial", "tbb"}) {
            Trial trial;
            trial.backend = backend;
            trial.id = index * 2 + (trial.backend == "tbb" ? 1 : 0);
            trial.workload = "square";
            trial.size = static_cast<ItemCount>(index + 1) * 100;
            trial.workers = trial.backend == "tbb" ? 2 : 1;
            say(TrialStarted{0, trial});
            for (int round = 0; round < rounds; ++round) {
                Sample sample;
                sample.trial = trial.id;
                sample.round = round;
                sample.seconds = Seconds(1e-3 * (index + 1));
                say(sample);
            }
        }
    }
    say(RunFinished{"completed", Seconds(1)});
    return QByteArray::fromStdString(lines);
}

class ScriptedCli : public UiTest {
public:
    void write(const char* name, const QByteArray& text) const {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    /// script: what `breakeven-cli run` does.
    void pretend(const QByteArray& script) const {
        write("cli",
              "#!/bin/sh\ncd '" + folder.path().toUtf8() +
                  "'\nif [ \"$1\" = list ]; then cat catalog.json; exit; fi\n"
                  "if [ \"$1\" = doctor ]; then cat doctor.json 2>/dev/null; exit; fi\nsed -n '/^$/q;p' > spec.json\n" +
                  script);
        qputenv("BREAKEVEN_CLI", path("cli").toUtf8());
    }

    void ready(Session& session) const {
        QSignalSpy arrived(&session, &Session::catalogChanged);
        session.loadCatalog();
        QVERIFY(arrived.wait(WaitMilliseconds));
    }

    void measure(Session& session) const {
        session.run();
        QCOMPARE(session.state(), Session::State::Running);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
    }

    /// What the real one lists; first of all.
    void makeCatalog() const {
        QProcess real;
        real.start(qEnvironmentVariable("BREAKEVEN_CLI"), {QStringLiteral("list"), QStringLiteral("--json")});
        QVERIFY(real.waitForFinished());
        write("catalog.json", real.readAllStandardOutput());
    }
};

}  // namespace breakeven
