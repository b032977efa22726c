# Compiles one case of refused.cpp twice: the twin must pass, the other half must fail and say why.
# usage: cmake -D SOURCE=<project root> -D CXX=<compiler> -D CASE=<case> -P refused.cmake
cmake_minimum_required(VERSION 3.25)

string(TOUPPER ${CASE} macro)
string(REPLACE - _ macro ${macro})
set(compile ${CXX} -std=c++20 -I${SOURCE} -fsyntax-only -D${macro} ${SOURCE}/tests/core/parallel/refused.cpp)

execute_process(COMMAND ${compile} RESULT_VARIABLE status ERROR_VARIABLE errors)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "The twin is not accepted:\n${errors}")
endif()

set(reasons "thisCallableOrItsDataCannotTravelToAnotherProcess" "CallThatTravels" "accepts" "applies")
execute_process(COMMAND ${compile} -DREFUSED RESULT_VARIABLE status ERROR_VARIABLE errors)
if(status EQUAL 0)
  message(FATAL_ERROR "The compiler accepts it")
endif()
list(JOIN reasons "|" pattern)
if(NOT errors MATCHES "${pattern}")
  message(FATAL_ERROR "The compiler refuses it without the reason:\n${errors}")
endif()
