#include "core/os/process_identity.h"

#include "core/base/parse.h"
#include "core/os/files.h"

#include <sstream>

namespace breakeven {

std::string processIdentity(pid_t pid) {
    const std::string number = std::to_string(pid);
    const auto status = readFile("/proc/" + number + "/stat");
    const auto boot = readFile("/proc/sys/kernel/random/boot_id");
    if (!status || !boot) return {};
    // proc(5): the name in brackets may hold anything; the state follows it, and the time of the start as field 22.
    std::istringstream fields(status->substr(status->rfind(')') + 1));
    std::string state;
    std::string start;
    fields >> state;
    for (int field = 4; field <= 22; ++field)
        fields >> start;
    if (state == "Z" || state == "X") return {};
    return number + ' ' + start + ' ' + boot->substr(0, boot->find('\n'));
}

bool isAlive(const std::string& identity) {
    const auto pid = parseWhole<pid_t>(std::string_view(identity).substr(0, identity.find(' ')));
    return pid && processIdentity(*pid) == identity;
}

}  // namespace breakeven
