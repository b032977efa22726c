#include "app/cli/trust.h"

#include "core/base/utf8.h"
#include "core/io/programs.h"

#include <algorithm>
#include <iostream>
#include <string>

#include <unistd.h>

namespace breakeven {
namespace {

constexpr std::size_t LongestCall = 500;  // that an error shows

bool asks(const Program& program) {
    if (isatty(STDIN_FILENO) != 1 || isatty(STDERR_FILENO) != 1) return false;
    std::cerr << "This experiment runs a program. " << shown({program}) << "\nRun it? [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace

Result<void> checkTrust(const Plan& plan, const Catalog& catalog, bool given) {
    const auto programs = programsOf(plan, catalog);
    if (!programs) return given ? Result<void>() : programs.error();
    for (const Program& program : *programs) {
        if (!given && isTrusted(program)) continue;
        if (!given && !asks(program)) {
            return Error{ErrorCode::Refused, std::string(TrustRefusal) + "the experiment would run a program, " +
                                                 program.title + " (" + asSeen(shortened(program.call(), LongestCall)) +
                                                 "), which nobody has said yes to (--trust does)"};
        }
        // A yes that cannot be kept is a yes all the same: it is asked for again.
        [[maybe_unused]] const auto kept = trust(program);
    }
    if (given) return {};
    BREAKEVEN_TRY(const auto now, programsOf(plan, catalog));
    if (std::ranges::equal(*programs, now, {}, &Program::text, &Program::text)) return {};
    return Error{ErrorCode::Refused, std::string(TrustRefusal) + "a program has changed since it was shown"};
}

}  // namespace breakeven
