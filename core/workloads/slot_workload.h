/// A workload whose list is one slot of input and one of output per item, which is all that most have. Stating the two
/// types is enough to lay the list out, to serialise it and to check it.
#pragma once

#include "core/workloads/archive.h"
#include "core/workloads/hash.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace breakeven {

template <class Input, class Output>
class SlotWorkload : public Workload {
public:
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        if (side == Side::Input)
            packSlots(m_input.subspan(begin, end - begin), bytes);
        else
            packSlots(m_output.subspan(begin, end - begin), bytes);
    }

    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        if (side == Side::Input)
            unpackSlots(bytes, m_input.subspan(begin, end - begin));
        else
            unpackSlots(bytes, m_output.subspan(begin, end - begin));
    }

    void clearOutput() override { clearSlots(m_output); }

    Digest digest() const override { return {.hash = hashOutput(std::as_bytes(m_output))}; }

protected:
    SlotWorkload(std::span<std::byte> memory, ItemCount size)
        : m_input(takeSlots<Input>(memory, size)), m_output(takeSlots<Output>(memory, size)) {}

    std::span<Input> m_input;
    std::span<Output> m_output;
};

/// One that can also be folded into one value, by adding up what the items yield.
template <class Input, class Output>
class SummedWorkload : public SlotWorkload<Input, Output> {
public:
    void combine(std::span<const ItemCount> begins) override {
        Output sum{};
        for (const ItemCount begin : begins)
            sum += this->m_output[begin];
        m_sum = sum;
    }

    void clearOutput() override {
        SlotWorkload<Input, Output>::clearOutput();
        m_sum.reset();
    }

    /// Of the list of results, or of their sum after a reduction.
    Digest digest() const override {
        return m_sum ? Digest{.sum = static_cast<double>(*m_sum)} : SlotWorkload<Input, Output>::digest();
    }

protected:
    using SlotWorkload<Input, Output>::SlotWorkload;

    std::optional<Output> m_sum;
};

}  // namespace breakeven
