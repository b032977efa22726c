/// ClassReader: reads the files of a class beside the window's thread, so that hundreds of them never stop it.
#pragma once

#include "core/io/class_files.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <atomic>
#include <memory>

namespace breakeven {

class ClassReader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~ClassReader() override;  ///< waits for the file that is being read, no longer

    /// Files and folders; see classFilesIn. What is being read already is forgotten.
    void read(const QStringList& paths);

Q_SIGNALS:
    void progressed(int done, int all);
    void ended(const std::shared_ptr<const ClassRuns>& runs);
    void failed(const QString& line);

private:
    void stop();
    void run(const std::vector<std::string>& paths);
    template <class Tell>
    void post(Tell tell);  ///< in the window's thread, unless reading was stopped

    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_stops = false;
    int m_reading = 0;  ///< counts what was asked for: what an earlier one tells comes too late
};

}  // namespace breakeven
