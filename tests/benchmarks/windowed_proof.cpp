#include "tests/benchmarks/windowed_proof.h"

#include "tests/benchmarks/programs.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>

namespace breakeven::benchmarks {

void chooseDisplay() {
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

int runWindowedProof(const std::string& title, int argc, char** argv,
                     const std::function<Result<std::vector<Claim>>(const ProofOptions&, const QString& folder)>& run) {
    chooseDisplay();
    qputenv("BREAKEVEN_CLI", QByteArray::fromStdString(pathOf("breakeven-cli")));
    QLocale::setDefault(QLocale::c());
    const QTemporaryDir folder;
    for (const char* name : {"XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
        qputenv(name, folder.path().toLocal8Bit());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    int noArguments = 1;  // Qt would take those that it knows out of the others
    const QApplication application(noArguments, argv);
    return runProof(title, argc, argv, [&](const ProofOptions& options) { return run(options, folder.path()); });
}

}  // namespace breakeven::benchmarks
