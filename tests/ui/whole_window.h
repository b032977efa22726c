/// What tests need that look at the window with everything that it can show.
#pragma once

#include "tests/support/class_runs.h"
#include "ui/settings.h"

#include <QDir>
#include <QSettings>
#include <QString>
#include <QTest>

#include <initializer_list>
#include <string>

namespace breakeven {

/// A folder with a run of each learner.
inline void writeClass(const QString& folder, std::initializer_list<const char*> learners) {
    QVERIFY(QDir().mkpath(folder));
    for (const std::string name : learners)
        QVERIFY(writeResults(eventsOf({name}), folder.toStdString() + "/" + name + ".jsonl"));
}

/// As on a machine on which the window was never open, but that nothing is measured at the first start. state: a folder
/// for the history, where nothing is yet.
inline void forgetEverything(const QString& state) {
    QSettings().clear();
    storeFirstStart(false);
    qputenv("XDG_STATE_HOME", state.toUtf8());
}

}  // namespace breakeven
