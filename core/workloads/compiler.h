/// The system's C++ compiler, for what is written while the program runs.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct Compiler {
    std::string program;  ///< looked up in PATH when it has no slash
    std::string version;  ///< the first line of what it says of itself
};

/// BREAKEVEN_CXX, or c++. Errors: Refused "no C++ compiler is found (package g++ brings it)".
Result<Compiler> findCompiler();

/// Which file that is, without asking it: another one has other facts.
std::string compilerFacts();

/// What a C++20 source is made into a shared library with: speed, and digits that do not depend on which items are
/// computed together.
std::vector<std::string> libraryOptions();

/// Compiles folder/source.cpp to folder/library.so, and writes into folder/uses what it is made of, for filesUsed().
/// Temporary files lie in the folder, too. The compiler is ended after
/// a minute, or when it takes more memory or disk than any sane source needs.
/// Errors: WorkFailed with complaintsOf() the compiler; TimedOut; Internal.
Result<void> compileLibrary(const Compiler& compiler, const std::filesystem::path& folder);

/// Source and headers, without those of the system, from a rule for make.
std::vector<std::filesystem::path> filesUsed(std::string_view rule);

/// A source calls itself so, by a #line, where lines are the user's own.
inline constexpr std::string_view UserSource = "snippet";

/// The first errors of a GCC's or Clang's output, in one line: "line 3: expected ';' before '}' token; line 5: …". An
/// error elsewhere, as in a header, has the user's line that led to it, if one did.
std::string complaintsOf(std::string_view output);

}  // namespace breakeven
