# Every source is laid out as .clang-format says.
# usage: cmake -D SOURCE=<project root> -D CLANG_FORMAT=<program> -P format.cmake
cmake_minimum_required(VERSION 3.25)

set(patterns)
foreach(folder core ui app tests)
  list(APPEND patterns ${SOURCE}/${folder}/*.h ${SOURCE}/${folder}/*.cpp)
endforeach()
file(GLOB_RECURSE files ${patterns})
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files} RESULT_VARIABLE status ERROR_VARIABLE faults)
if(status)
  string(REGEX MATCHALL "[^\n]+:[0-9]+:[0-9]+: error: " places "${faults}")
  list(TRANSFORM places REPLACE ":[0-9]+:[0-9]+: error: $" "")
  list(REMOVE_DUPLICATES places)
  list(JOIN places "\n  " text)
  message(FATAL_ERROR "Not laid out as .clang-format says (clang-format -i puts it right):\n  ${text}")
endif()
