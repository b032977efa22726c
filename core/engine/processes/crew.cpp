#include "core/engine/processes/crew.h"

#include "core/os/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {

namespace {

/// Between two looks for stopped workers: nobody is killed for a moment's stop.
constexpr std::chrono::milliseconds LookEvery{500};

/// "signal 11 (Segmentation fault)", "status 3"
std::string numberOf(Ending ending) {
    if (ending.how == Ending::How::Exited) return "status " + std::to_string(ending.number);
    const char* name = sigdescr_np(ending.number);
    return "signal " + std::to_string(ending.number) + " (" + (name != nullptr ? name : "unknown") + ")";
}

std::string nameOf(std::size_t worker) {
    return "worker " + std::to_string(worker + 1);
}

/// The state letter in /proc/PID/stat follows the name, which may hold anything but is in brackets.
bool isStopped(pid_t pid) {
    const auto stat = readFile("/proc/" + std::to_string(pid) + "/stat");
    if (!stat) return false;
    const auto name = stat->rfind(')');
    return name != std::string::npos && name + 2 < stat->size() &&
           ((*stat)[name + 2] == 'T' || (*stat)[name + 2] == 't');
}

constexpr std::uint64_t packed(Crew::Event event, std::size_t worker) {
    return worker << 8 | static_cast<std::uint64_t>(event);
}

}  // namespace

std::string blame(std::size_t worker, Ending ending) {
    switch (ending.how) {
        case Ending::How::Exited:
            return "ended " + nameOf(worker) + " with " + numberOf(ending);
        case Ending::How::Stopped:
            return "was in " + nameOf(worker) + " when that was stopped";
        case Ending::How::Killed:
        case Ending::How::TooLate:
            break;
    }
    return "killed " + nameOf(worker) + " by " + numberOf(ending);
}

std::string obituary(std::size_t worker, Ending ending) {
    const bool hasExited = ending.how == Ending::How::Exited;
    return nameOf(worker) + (hasExited ? " exited with " : " was killed by ") + numberOf(ending);
}

Result<Crew> Crew::start(std::string_view how, std::size_t workers, Greeting greeting) {
    Crew crew;
    crew.m_how = how;
    crew.m_greeting = std::move(greeting);
    crew.m_epoll = Descriptor(epoll_create1(EPOLL_CLOEXEC));
    if (!crew.m_epoll) return systemError("workers cannot be watched");
    crew.m_bell = Descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!crew.m_bell) return systemError("no bell");
    BREAKEVEN_CHECK(crew.watch(crew.bell(), Event::Rang, 0));
    crew.m_members.resize(workers);
    BREAKEVEN_TRY(auto processes, startWorkers(how, workers));
    for (std::size_t i = 0; i < workers; ++i)
        crew.m_members[i].process = std::move(processes[i]);
    for (std::size_t i = 0; i < workers; ++i)
        BREAKEVEN_CHECK(crew.begin(i));
    return crew;
}

Crew::~Crew() {
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (lives(i)) syscall(SYS_pidfd_send_signal, m_members[i].process.pidFd.get(), SIGKILL, nullptr, 0);
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (lives(i)) bury(i);
}

std::size_t Crew::living() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(m_members, [](const Member& member) { return member.process.pid > 0; }));
}

std::vector<pid_t> Crew::pids() const {
    std::vector<pid_t> pids;
    for (const Member& member : m_members)
        if (member.process.pid > 0) pids.push_back(member.process.pid);
    return pids;
}

void Crew::ring() const {
    constexpr std::uint64_t Once = 1;
    [[maybe_unused]] const auto written = write(bell(), &Once, sizeof Once);
}

Result<void> Crew::hire(std::size_t worker) {
    BREAKEVEN_TRY(auto processes, startWorkers(m_how, 1));
    m_members[worker] = {};
    m_members[worker].process = std::move(processes.front());
    return begin(worker);
}

Result<void> Crew::begin(std::size_t worker) {
    const Member& member = m_members[worker];
    BREAKEVEN_CHECK(watch(member.process.socket.get(), Event::Spoke, worker));
    BREAKEVEN_CHECK(watch(member.process.pidFd.get(), Event::Died, worker));
    // A worker that is dead already is told by its pidfd.
    const auto greeted = m_greeting(*this, worker);
    return greeted || greeted.error().code == ErrorCode::ChildCrashed ? Result<void>() : greeted;
}

void Crew::terminate() {
    m_isTerminated = true;
    m_shortage = Error{ErrorCode::WorkFailed, "processes: the pool was terminated"};
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (lives(i)) kill(i, Ending::How::Killed);
}

void Crew::replace(std::size_t worker, Ending ending, bool isExpected) {
    if (m_isTerminated) return;
    if (!isExpected && ++m_deathsInARow > 2 * m_members.size() + 8)
        m_shortage = Error{ErrorCode::ChildCrashed,
                           "processes: workers die as soon as they start (" + obituary(worker, ending) + ")"};
    else if (!m_shortage)
        if (const auto hired = hire(worker); !hired) m_shortage = hired.error();
}

void Crew::refill() {
    if (m_isTerminated) return;
    m_shortage.reset();
    m_deathsInARow = 0;
    for (std::size_t i = 0; i < m_members.size() && !m_shortage; ++i)
        if (!lives(i))
            if (const auto hired = hire(i); !hired) m_shortage = hired.error();
}

void Crew::kill(std::size_t worker, Ending::How reason, std::optional<LateItem> late) {
    auto& killedFor = m_members[worker].killedFor;
    if (!killedFor) killedFor = {.how = reason, .late = late};
    syscall(SYS_pidfd_send_signal, m_members[worker].process.pidFd.get(), SIGKILL, nullptr, 0);
}

Ending Crew::bury(std::size_t worker) {
    Member& member = m_members[worker];
    siginfo_t ended{};
    while (waitid(P_PIDFD, static_cast<id_t>(member.process.pidFd.get()), &ended, WEXITED) != 0 && errno == EINTR) {
    }
    Ending ending{.how = ended.si_code == CLD_EXITED ? Ending::How::Exited : Ending::How::Killed,
                  .number = ended.si_status};
    if (member.killedFor && ending.how == Ending::How::Killed) {
        ending.how = member.killedFor->how;
        ending.late = member.killedFor->late;
    }
    member = {};  // closing the descriptors ends their watch
    return ending;
}

bool Crew::killStopped() {
    const auto now = std::chrono::steady_clock::now();
    if (now - m_looked < LookEvery) return false;
    m_looked = now;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (!lives(i)) continue;
        const bool stopped = isStopped(m_members[i].process.pid);
        if (stopped && m_members[i].looksStopped) kill(i, Ending::How::Stopped);
        m_members[i].looksStopped = stopped;
    }
    return true;
}

Result<void> Crew::watch(int fd, Event event, std::size_t worker) const {
    epoll_event wanted{.events = EPOLLIN, .data = {.u64 = packed(event, worker)}};
    if (epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &wanted) != 0) return systemError("a worker cannot be watched");
    return {};
}

Result<void> Crew::watchStream(std::size_t worker, int fd, std::uint32_t events, bool isNew) {
    epoll_event wanted{.events = events, .data = {.u64 = packed(Event::Streams, worker)}};
    if (epoll_ctl(m_epoll.get(), isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, fd, &wanted) != 0)
        return systemError("a worker cannot be watched");
    return {};
}

void Crew::wait(std::chrono::milliseconds limit, const std::function<void(Event, std::size_t)>& onEvent) const {
    std::array<epoll_event, 32> happened{};
    const int count = epoll_wait(m_epoll.get(), happened.data(), happened.size(), static_cast<int>(limit.count()));
    const auto told = [&](int i) {
        const std::uint64_t data = happened[static_cast<std::size_t>(i)].data.u64;
        return std::pair(static_cast<Event>(data & 0xff), static_cast<std::size_t>(data >> 8));
    };
    for (int i = 0; i < count; ++i) {
        const auto [event, worker] = told(i);
        std::uint64_t rings = 0;
        if (event == Event::Rang) [[maybe_unused]]
            const auto taken = read(bell(), &rings, sizeof rings);
        else if (event != Event::Died)
            onEvent(event, worker);
    }
    for (int i = 0; i < count; ++i)
        if (const auto [event, worker] = told(i); event == Event::Died) onEvent(event, worker);
}

}  // namespace breakeven
