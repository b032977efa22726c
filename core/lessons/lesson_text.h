/// The Markdown of a lesson, cut into its front matter and its headings. Private to this folder.
#pragma once

#include "core/lessons/lesson.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace breakeven {

struct LessonText {
    std::vector<std::pair<std::string, std::string>> frontMatter;  ///< key, value: as they stand there, in their order
    std::string title;                                             ///< of the first heading
    struct Part {
        LessonSection section;               ///< text: above the first third heading
        std::vector<LessonSection> answers;  ///< below third headings
    };
    std::vector<Part> parts;  ///< the second headings
};

/// Headings within ``` fences are text. Errors: InvalidInput naming what is missing.
Result<LessonText> cutLesson(std::string_view text);

}  // namespace breakeven
