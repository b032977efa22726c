# Runs a test's functions and those of its rows of data that match.
# usage: cmake -D TEST=<program> -D ROWS=<regular expression> -D FUNCTIONS=<names> -P rows.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${TEST} -datatags OUTPUT_VARIABLE tags COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" tags "${tags}")
set(wanted ${FUNCTIONS})
foreach(tag IN LISTS tags)  # "TestName function row with spaces"
  if(tag MATCHES "^[^ ]+ ([^ ]+) (.*${ROWS}.*)$")
    list(APPEND wanted "${CMAKE_MATCH_1}:${CMAKE_MATCH_2}")
  endif()
endforeach()
if(NOT wanted)
  message(FATAL_ERROR "${TEST}: nothing to ask")
endif()
execute_process(COMMAND ${TEST} ${wanted} COMMAND_ERROR_IS_FATAL ANY)
