/// SmallLessons: a folder of resources in which the lessons are those that come with the program, but measured in a
/// second or less. Set it up before anything asks for resources.
#pragma once

#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "core/lessons/reference.h"
#include "core/os/files.h"

#include <QDir>
#include <QString>

#include <algorithm>
#include <filesystem>
#include <variant>

namespace breakeven {

class SmallLessons {
public:
    /// lessons: how many of the first ones there are.
    SmallLessons(const QString& folder, int lessons) : m_folder(folder.toStdString()) {
        namespace fs = std::filesystem;
        const fs::path real(qgetenv("BREAKEVEN_RESOURCES").toStdString());
        for (const fs::directory_entry& entry : fs::directory_iterator(real))
            if (entry.path().filename() != "lessons")
                fs::create_symlink(entry.path(), m_folder / entry.path().filename());
        fs::create_directories(m_folder / "lessons");
        for (const fs::directory_entry& entry : fs::directory_iterator(real / "lessons"))
            fs::copy(entry.path(), m_folder / "lessons" / entry.path().filename(), fs::copy_options::recursive);
        for (const char* language : {"en", "de"}) {
            for (const fs::directory_entry& entry : fs::directory_iterator(m_folder / "lessons" / language)) {
                const std::string name = entry.path().filename().string();
                if (name.ends_with(".md") && std::stoi(name) > lessons) fs::remove(entry.path());
            }
        }
        for (const fs::directory_entry& entry : fs::directory_iterator(m_folder / "lessons" / "experiments"))
            shrink(entry.path());
        qputenv("BREAKEVEN_RESOURCES", QByteArray::fromStdString(m_folder.string()));
    }

    /// As if a bigger machine had measured the lesson; the first event is a run-started.
    void addReference(const char* id, LessonRun run, std::vector<Event> events) const {
        const auto lessons = readLessons(m_folder / "lessons", "en");
        if (!lessons) qFatal("%s", lessons.error().detail.c_str());
        std::get<RunStarted>(events.front()).spec = std::ranges::find(*lessons, id, &Lesson::id)->spec(run);
        const std::filesystem::path folder = m_folder / "lessons" / "references";
        std::filesystem::create_directories(folder);
        if (!writeResults(events, folder / referenceName(id, run))) qFatal("no reference");
    }

private:
    static void shrink(const std::filesystem::path& file) {
        Result<ExperimentSpec> spec = parseSpec(readFile(file).value_or(""));
        if (!spec) qFatal("%s: %s", file.c_str(), spec.error().detail.c_str());
        spec->stopping.maxTime = Seconds(1);
        spec->stopping.launches = 1;
        spec->stopping.minSamples = 3;
        spec->stopping.maxSamples = 6;
        if (!saveFile(file, writeSpec(*spec))) qFatal("%s", file.c_str());
    }

    std::filesystem::path m_folder;
};

}  // namespace breakeven
