#include "ui/class_reader.h"

#include <utility>

namespace breakeven {

ClassReader::~ClassReader() {
    stop();
}

void ClassReader::stop() {
    m_stops = true;
    if (m_thread) m_thread->wait();
    m_thread.reset();
    m_stops = false;
    ++m_reading;
}

void ClassReader::read(const QStringList& paths) {
    stop();
    std::vector<std::string> plain;
    for (const QString& path : paths)
        plain.push_back(path.toStdString());
    m_thread.reset(QThread::create([this, plain = std::move(plain)] { run(plain); }));
    m_thread->start();
}

template <class Tell>
void ClassReader::post(Tell tell) {
    QMetaObject::invokeMethod(
        this,
        [this, reading = m_reading, tell = std::move(tell)] {
            if (reading == m_reading) tell();
        },
        Qt::QueuedConnection);
}

void ClassReader::run(const std::vector<std::string>& paths) {
    const auto end = [this] {
        m_thread->wait();
        m_thread.reset();
    };
    const auto files = classFilesIn(paths);
    if (!files) {
        post([this, end, line = QString::fromStdString(files.error().detail)] {
            end();
            Q_EMIT failed(line);
        });
        return;
    }
    const auto all = static_cast<int>(files->files.size());
    auto runs = std::make_shared<const ClassRuns>(readClass(*files, [&](std::size_t done) {
        post([this, all, done] { Q_EMIT progressed(static_cast<int>(done), all); });
        return !m_stops;
    }));
    post([this, end, runs = std::move(runs)] {
        end();
        Q_EMIT ended(runs);
    });
}

}  // namespace breakeven
