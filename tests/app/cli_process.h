/// Runs breakeven-cli as a black box.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <algorithm>

struct CliResult {
    int status = -1;  ///< -1: did not end by itself
    QByteArray out;
    QByteArray err;
};

inline QString cliProgram() {
    return qEnvironmentVariable("BREAKEVEN_BIN") + "/breakeven-cli";
}

/// Environment variables as "NAME=VALUE".
inline void prepareCli(QProcess& process, const QStringList& arguments, const QStringList& variables = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& variable : variables)
        environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    process.setProcessEnvironment(environment);
    process.setProgram(cliProgram());
    process.setArguments(arguments);
}

inline CliResult runCli(const QStringList& arguments, const QByteArray& input = {}, const QStringList& variables = {}) {
    QProcess process;
    prepareCli(process, arguments, variables);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    constexpr int LimitMs = 120'000;
    if (!process.waitForFinished(LimitMs) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QByteArray fileText(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void saveText(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(text);
}

inline QList<QByteArray> linesOf(const QByteArray& text) {
    QList<QByteArray> lines = text.split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty()) lines.removeLast();
    return lines;
}

/// One object per line; an empty object for a line that is none.
inline QList<QJsonObject> eventsOf(const QByteArray& text) {
    QList<QJsonObject> events;
    for (const QByteArray& line : linesOf(text))
        events.append(QJsonDocument::fromJson(line).object());
    return events;
}

inline qsizetype countEvents(const QList<QJsonObject>& events, const QString& kind) {
    return std::count_if(events.begin(), events.end(), [&](const QJsonObject& each) { return each["event"] == kind; });
}

/// The columns of a CSV without quoted commas, by name, of each row.
inline QList<QMap<QByteArray, QByteArray>> rowsOf(const QByteArray& csv) {
    QList<QMap<QByteArray, QByteArray>> rows;
    const QList<QByteArray> lines = QByteArray(csv).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> names = lines.value(0).split(',');
    for (const QByteArray& line : lines.mid(1)) {
        if (line.isEmpty()) continue;
        const QList<QByteArray> cells = line.split(',');
        QMap<QByteArray, QByteArray> row;
        for (qsizetype i = 0; i < names.size(); ++i)
            row[names[i]] = cells.value(i);
        rows.append(row);
    }
    return rows;
}

/// A spec of one case that takes about `seconds` per sample and never leaves one CPU.
inline QByteArray sleeperSpec(const QByteArray& sizes, const QByteArray& seconds, int samples) {
    const QByteArray count = QByteArray::number(samples);
    return R"({"schema":1,"name":"sleeper","cases":[{"workload":"sleep-square","params":{"seconds":)" + seconds +
           R"(},"backends":["serial","threads"],"chunks":"1","sizes":")" + sizes +
           R"(","workers":"2"}],"stopping":{"samples":[)" + count + ',' + count +
           R"(],"max_seconds":60,"launches":1},"seed":7})";
}
