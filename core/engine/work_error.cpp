#include "core/engine/work_error.h"

#include <algorithm>

namespace breakeven {

Error workError(const std::exception_ptr& exception) {
    std::string text;
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception& problem) {
        text = problem.what();
    } catch (...) {
        text = "an exception that is not a std::exception";
    }
    std::ranges::replace(text, '\n', ' ');
    return Error{ErrorCode::WorkFailed, text};
}

}  // namespace breakeven
