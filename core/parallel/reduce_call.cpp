#include "core/parallel/reduce_call.h"

#include "core/engine/work_error.h"
#include "core/parallel/remote_kernel.h"

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <string>

namespace breakeven {

namespace {

std::string named(ItemCount item, const std::string& text) {
    return "item " + std::to_string(item) + ": " + text;
}

/// What failPart has caught; null in other processes than the item's.
std::exception_ptr causeWithin(const std::exception_ptr& partFailure) {
    if (!partFailure) return nullptr;
    try {
        std::rethrow_exception(partFailure);
    } catch (const std::nested_exception& failure) {
        return failure.nested_ptr();
    } catch (...) {
        return partFailure;
    }
}

}  // namespace

void failPart(ItemCount item) {
    std::throw_with_nested(std::runtime_error(named(item, workError(std::current_exception()).detail)));
}

ParallelError failureInList(const ParallelError& failure, const PartsOfList& parts) {
    if (!failure.item()) return failure;
    std::string text = failure.what();
    takeItemName(text);
    const ItemCount begin = *failure.item() * parts.each;
    const ItemCount last = std::min(begin + parts.each, parts.items) - 1;
    const auto within = failure.code() == ErrorCode::WorkFailed ? takeItemName(text) : std::nullopt;
    if (!within && begin < last)
        return ParallelError(
            {failure.code(), "items " + std::to_string(begin) + " to " + std::to_string(last) + ": " + text});
    const ItemCount item = begin + within.value_or(0);
    return ParallelError({failure.code(), named(item, text)}, item, causeWithin(failure.cause()));
}

}  // namespace breakeven
