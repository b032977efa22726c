/// What is told of profiled passes: the sums as an event, the spans in a side file.
#pragma once

#include "core/experiment/reference.h"
#include "core/experiment/spans.h"
#include "core/run/profile_pass.h"

#include <cstdint>
#include <string>
#include <vector>

namespace breakeven {

/// nodePages: as in TrialProfiled; without them no node of a worker is told either.
TrialProfiled profileOf(const ProfiledPass& pass, int trial, int launch, ByteCount listBytes,
                        const std::vector<std::uint64_t>& nodePages = {});
PassSpans spansOf(const ProfiledPass& pass, int trial, int launch);

/// Adds a line to a RUN.spans file, which is made when there is none. Errors: Internal when it cannot be written, or
/// would become larger than what is read again; the file is then as before.
Result<void> appendSpans(const std::string& file, const PassSpans& pass);

}  // namespace breakeven
