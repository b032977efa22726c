#include "core/run/profile_report.h"

#include "core/base/numbers.h"
#include "core/os/descriptor.h"

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

namespace breakeven {

namespace {

/// As readFile allows.
constexpr ByteCount LargestFile = 256'000'000;

Error notWritten(const std::string& file, const std::string& why) {
    return {ErrorCode::Internal, file + ": the timeline cannot be written: " + why};
}

std::string textOf(int error) {
    return std::generic_category().message(error);
}

/// The number of the error, or 0.
int writeAll(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

}  // namespace

TrialProfiled profileOf(const ProfiledPass& pass, int trial, int launch, ByteCount listBytes,
                        const std::vector<std::uint64_t>& nodePages) {
    TrialProfiled profiled{.trial = trial,
                           .launch = launch,
                           .wall = pass.wall,
                           .listBytes = listBytes,
                           .workers = {},
                           .nodePages = nodePages};
    for (const RecordedLane& lane : pass.lanes)
        if (!lane.isCaller)
            profiled.workers.push_back({.compute = lane.compute,
                                        .transport = lane.transport,
                                        .begin = lane.begin,
                                        .end = lane.end,
                                        .chunks = lane.chunks,
                                        .node = nodePages.empty() ? std::nullopt : lane.node});
    return profiled;
}

PassSpans spansOf(const ProfiledPass& pass, int trial, int launch) {
    PassSpans spans{.trial = trial, .launch = launch, .wall = pass.wall, .workers = {}, .caller = {}};
    for (const RecordedLane& lane : pass.lanes) {
        spans.dropped += lane.dropped;
        if (lane.isCaller)
            spans.caller = lane.spans;
        else
            spans.workers.push_back(lane.spans);
    }
    return spans;
}

Result<void> appendSpans(const std::string& file, const PassSpans& pass) {
    const Descriptor out(open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    struct stat before {};
    if (!out || fstat(out.get(), &before) != 0) return notWritten(file, textOf(errno));
    const std::string line = writeSpans(pass) + '\n';
    if (static_cast<ByteCount>(before.st_size) + line.size() > LargestFile)
        return notWritten(file, "it would be larger than " + formatBytes(static_cast<double>(LargestFile)));
    const int failure = writeAll(out.get(), line);
    if (failure == 0) return {};
    [[maybe_unused]] const int restored = ftruncate(out.get(), before.st_size);
    return notWritten(file, textOf(failure));
}

}  // namespace breakeven
