/// CliHistory: the command line with a default history of the test's own.
#pragma once

#include "tests/app/cli_process.h"

#include <QTemporaryDir>

#include <memory>

class CliHistory {
protected:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->path() + '/' + name; }
    QString file() const { return path("data/breakeven/history.sqlite"); }

    CliResult cli(const QStringList& arguments, const QByteArray& input = {}) const {
        return runCli(arguments, input, {"XDG_DATA_HOME=" + path("data")});
    }
    CliResult history(const QStringList& arguments) const { return cli(QStringList{"history"} + arguments); }

    CliResult quickRun(const QStringList& more = {}) const {
        return cli(QStringList{"run", "-", "--progress", "never"} + more, sleeperSpec("1", "0.001", 3));
    }

    QList<QJsonObject> runs(const QStringList& more = {}) const {
        const CliResult listed = history(QStringList{"list", "--json"} + more);
        QList<QJsonObject> objects;
        for (const QJsonValue& run : QJsonDocument::fromJson(listed.out).object()["runs"].toArray())
            objects.append(run.toObject());
        return objects;
    }
};
