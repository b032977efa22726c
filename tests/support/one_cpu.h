/// Keeps the calling thread on the first of its CPUs for the length of a scope. For tests.
#pragma once

#include <sched.h>

namespace breakeven {

class OneCpu {
public:
    OneCpu() {
        if (sched_getaffinity(0, sizeof m_before, &m_before) != 0) return;
        int first = 0;
        while (!CPU_ISSET(first, &m_before))
            ++first;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(first, &one);
        m_holds = sched_setaffinity(0, sizeof one, &one) == 0;
    }
    ~OneCpu() {
        if (m_holds) sched_setaffinity(0, sizeof m_before, &m_before);
    }
    OneCpu(const OneCpu&) = delete;
    OneCpu& operator=(const OneCpu&) = delete;

    bool holds() const { return m_holds; }  ///< false when the kernel refused
    int cpusBefore() const { return CPU_COUNT(&m_before); }

private:
    cpu_set_t m_before{};
    bool m_holds = false;
};

}  // namespace breakeven
