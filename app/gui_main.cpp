/// breakeven: the window, and pictures of its charts without a window. Errors are one line on stderr and exit status 2,
/// or 4 for what could not be finished.
#include "core/base/version.h"
#include "core/experiment/wording.h"
#include "core/io/formats.h"
#include "core/io/languages.h"
#include "core/os/files.h"
#include "core/os/stop_signal.h"
#include "core/plots/plots.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/panels/machine_panel.h"
#include "ui/plots/pdf_report.h"
#include "ui/plots/picture.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLocale>
#include <QSettings>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>

namespace breakeven {
namespace {

constexpr int UsageStatus = 2;
constexpr int UnfinishedStatus = 4;
constexpr QSize ScreenshotSize{1440, 900};

const QString HelpOption = QStringLiteral("help");
const QString VersionOption = QStringLiteral("version");
const QString RenderOption = QStringLiteral("render");
const QString ReportOption = QStringLiteral("report");
const QString ScreenshotOption = QStringLiteral("screenshot");
const QString SizeOption = QStringLiteral("size");
const QString ThemeOption = QStringLiteral("theme");
const QString LanguageOption = QStringLiteral("language");

constexpr const char* Usage =
    "breakeven: finds out where parallel pays\n"
    "\n"
    "  breakeven [FILE]                        open the window, with an experiment or results\n"
    "  breakeven --render RUN PLOT OUT         draw a chart; OUT ends in .png, .svg or .pdf\n"
    "  breakeven --report RUN OUT.pdf          write the report as pages for print\n"
    "  breakeven --screenshot OUT [FILE]       draw the whole window; OUT ends like that of a chart\n"
    "  breakeven --help | --version\n"
    "\n"
    "  --theme system|light|dark               colours; default: as chosen in the window, charts and pictures light\n"
    "  --size WIDTHxHEIGHT                     of a screenshot, in pixels; default 1440x900\n"
    "  --language en|de                        default: as chosen in the window, charts and reports as LANG says\n"
    "\n"
    "Charts, reports and screenshots need no display. Results are measured by breakeven-cli, which belongs beside this "
    "program.\n";

int refuse(const std::string& line) {
    std::cerr << "breakeven: " << line << '\n';
    return UsageStatus;
}

int refuse(const Error& error) {
    refuse(error.detail);
    return error.code == ErrorCode::Internal ? UnfinishedStatus : UsageStatus;
}

int refuseUsage(const std::string& line) {
    return refuse(line + " (see breakeven --help)");
}

/// Qt ends the process by a signal when it finds no display. Says why in one line instead.
void refuseWindow(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type != QtFatalMsg) return;
    refuse(
        "display: no window can be opened here (set DISPLAY or WAYLAND_DISPLAY; breakeven --render and breakeven-cli "
        "need none)");
    std::_Exit(UsageStatus);
}

/// Nothing is shown, so any display would only be in the way. A platform that the user names is kept.
void drawOffscreen() {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// A machine without a desktop may have no fonts at all; the TGZ then uses those that lie in it.
void findFonts() {
    if (QFile::exists(QStringLiteral("/etc/fonts/fonts.conf")) || qEnvironmentVariableIsSet("FONTCONFIG_FILE")) return;
    const auto resources = resourcesFolder();
    if (!resources) return;
    const std::filesystem::path fonts = *resources / "fonts" / "fonts.conf";
    if (std::filesystem::exists(fonts)) qputenv("FONTCONFIG_FILE", fonts.c_str());
}

std::optional<QSize> sizeFromText(const QString& text) {
    const QStringList parts = text.split(u'x');
    if (parts.size() != 2) return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const bool usable = size.width() >= 640 && size.height() >= 480 && size.width() <= 7680 && size.height() <= 4320;
    return usable ? std::optional(size) : std::nullopt;
}

std::string textOf(QSize size) {
    return std::to_string(size.width()) + 'x' + std::to_string(size.height());
}

/// Says what the file lacks.
Result<LoadedRun> readRun(const QString& file) {
    Result<LoadedRun> run = readResults(file.toStdString());
    if (!run) return run;
    for (const std::string& warning : run->warnings)
        std::cerr << "breakeven: " << warning << '\n';
    return run;
}

int writeReport(const QStringList& words) {
    const Result<LoadedRun> run = readRun(words[0]);
    if (!run) return refuse(run.error());
    const Result<void> saved = savePdfReport(foldEvents(run->events), words[1]);
    return saved ? EXIT_SUCCESS : refuse(saved.error());
}

int render(const QStringList& words) {
    const Result<LoadedRun> run = readRun(words[0]);
    if (!run) return refuse(run.error());
    const std::string id = words[1].toStdString();
    const PlotEntry* entry = findPlot(id);
    if (!entry) {
        std::vector<std::string> known;
        for (const PlotEntry& each : plots())
            known.push_back(each.info.id);
        return refuse(notAllowed("plot", inQuotes(id), choices(known, id)));
    }
    const Result<void> saved = savePicture(drawingOf(entry->draw(foldEvents(run->events), {})), words[2]);
    return saved ? EXIT_SUCCESS : refuse(saved.error());
}

int screenshot(const QString& picture, const QString& file, QSize size) {
    // What the user has made of the window does not belong in a picture for everybody.
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    MainWindow window(file);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(size);
    window.show();
    const auto draw = [&] {
        QCoreApplication::processEvents();  // lines that wrap ask for their room in a second round
        if (window.size() != size)
            return QCoreApplication::exit(refuseUsage("--size: " + textOf(size) + " is too small for what is shown (" +
                                                      textOf(window.size()) + " is the least)"));
        const Result<void> saved = savePicture(drawingOf(window), picture);
        QCoreApplication::exit(saved ? EXIT_SUCCESS : refuse(saved.error()));
    };
    QObject::connect(&window.session(), &Session::failed, &window,
                     [](const QString& line) { QCoreApplication::exit(refuse(line.toStdString())); });
    QObject::connect(&window.session(), &Session::catalogChanged, &window, [&] {
        QTimer::singleShot(0, &window, [&] {
            const auto* machine = window.findChild<MachinePanel*>();
            if (!machine->isAsking()) return draw();
            QObject::connect(machine, &MachinePanel::answered, &window, draw);
        });
    });
    if (!window.session().failure().isEmpty()) return refuse(window.session().failure().toStdString());
    return QCoreApplication::exec();
}

int execute(int argc, char** argv) {
    // Fields read like files and the command line everywhere: a decimal comma would part two values.
    QLocale::setDefault(QLocale::c());
    QCoreApplication::setApplicationName(QStringLiteral("breakeven"));
    QCoreApplication::setOrganizationName(QStringLiteral("breakeven"));
    QCoreApplication::setApplicationVersion(QLatin1String(Version));

    QCommandLineParser parser;
    parser.addOptions({{HelpOption, {}},
                       {VersionOption, {}},
                       {RenderOption, {}},
                       {ReportOption, {}},
                       {ScreenshotOption, {}, QStringLiteral("OUT")},
                       {SizeOption, {}, QStringLiteral("WIDTHxHEIGHT")},
                       {ThemeOption, {}, QStringLiteral("THEME")},
                       {LanguageOption, {}, QStringLiteral("LANGUAGE")}});
    QStringList words;
    for (int index = 0; index < argc; ++index)
        words += QString::fromLocal8Bit(argv[index]);
    if (!parser.parse(words)) {
        QString why = parser.errorText();
        if (why.endsWith(u'.')) why.chop(1);
        return refuseUsage("arguments: " + why.toStdString());
    }
    words = parser.positionalArguments();
    if (parser.isSet(HelpOption)) return std::cout << Usage, EXIT_SUCCESS;
    if (parser.isSet(VersionOption)) return std::cout << "breakeven " << Version << '\n', EXIT_SUCCESS;

    const bool rendering = parser.isSet(RenderOption);
    const bool reporting = parser.isSet(ReportOption);
    const bool picturing = parser.isSet(ScreenshotOption);
    const bool hidden = rendering || reporting || picturing;
    const std::optional<Theme> theme = themeFromWord(parser.value(ThemeOption));
    const std::optional<QSize> size =
        parser.isSet(SizeOption) ? sizeFromText(parser.value(SizeOption)) : std::optional(ScreenshotSize);
    if (rendering && words.size() != 3) return refuseUsage("--render: three words are wanted, RUN PLOT OUT");
    if (reporting && words.size() != 2) return refuseUsage("--report: two words are wanted, RUN OUT.pdf");
    if (!rendering && !reporting && words.size() > 1) return refuseUsage("arguments: at most one file can be opened");
    if (parser.isSet(ThemeOption) && !theme) {
        return refuseUsage("--theme: " + inQuotes(parser.value(ThemeOption).toStdString()) +
                           " is not allowed (system, light, dark)");
    }
    if (!size) {
        return refuseUsage("--size: " + inQuotes(parser.value(SizeOption).toStdString()) +
                           " is not allowed (WIDTHxHEIGHT from 640x480 to 7680x4320)");
    }

    if (parser.isSet(LanguageOption)) {
        if (const auto known = sentencesIn(parser.value(LanguageOption).toStdString()); !known)
            return refuse(known.error());
        setLanguage(parser.value(LanguageOption));
    } else if (rendering || reporting) {
        setLanguage(QString::fromStdString(systemLanguage()));
    }

    if (hidden) drawOffscreen();
    findFonts();
    const QtMessageHandler usual = qInstallMessageHandler(refuseWindow);
    QApplication application(argc, argv);
    if (!hidden) qInstallMessageHandler(usual);
    applyTheme(theme.value_or(hidden ? Theme::Light : storedTheme()));

    const QString file = words.value(0);
    installTranslations(application);
    if (rendering) return render(words);
    if (reporting) return writeReport(words);
    const Result<StopSignal> stop = StopSignal::install(false);
    if (!stop) return refuse(stop.error());
    const QSocketNotifier wish(stop->fd(), QSocketNotifier::Read);
    const auto onWish = [&](auto end) { QObject::connect(&wish, &QSocketNotifier::activated, &application, end); };
    if (picturing) {
        onWish([] { QCoreApplication::exit(UnfinishedStatus); });
        return screenshot(parser.value(ScreenshotOption), file, *size);
    }
    MainWindow window(file);
    onWish([&window] {
        window.close();
        QCoreApplication::exit(EXIT_SUCCESS);  // a dialog that is open does not keep it
    });
    window.show();
    QTimer::singleShot(0, &window, &MainWindow::welcome);
    return QApplication::exec();
}

}  // namespace
}  // namespace breakeven

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow further is an error of write()
    try {
        return breakeven::execute(argc, argv);
    } catch (const std::exception& failure) {
        std::cerr << "breakeven: " << failure.what() << '\n';
        return breakeven::UnfinishedStatus;
    }
}
