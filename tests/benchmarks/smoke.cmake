# Runs a benchmark quickly and fails when it does not print a JSON object with at least one comparison.
execute_process(COMMAND ${PROGRAM} --rounds 6 --quick --json OUTPUT_VARIABLE output RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "exit status ${status}")
endif()
string(JSON count ERROR_VARIABLE problem LENGTH "${output}" comparisons)
if(problem OR count LESS 1)
  message(FATAL_ERROR "not what a benchmark prints: ${problem}\n${output}")
endif()
