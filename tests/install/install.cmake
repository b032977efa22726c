# Installs the development files into a fresh folder, compiles each header alone, builds the example, and looks at what
# it says.
# usage: cmake -D BUILD=<build tree> -D SOURCE=<project root> -D WORK=<folder> -D CXX=<compiler> -D FLAGS=<compiler flags>
#              -D CONFIG=<build type> -P install.cmake
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}: ${status}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix --component development)

# A source per header.
set(header_folder ${WORK}/prefix/include/breakeven)
file(GLOB_RECURSE headers RELATIVE ${header_folder} ${header_folder}/*.h)
if(NOT "core/parallel/travel.h" IN_LIST headers)
  message(FATAL_ERROR "No headers below ${header_folder}")
endif()
foreach(header IN LISTS headers)
  file(WRITE ${WORK}/headers/${header}.cpp "#include <${header}>\n")
endforeach()
file(WRITE ${WORK}/headers/CMakeLists.txt [[
cmake_minimum_required(VERSION 3.25)
project(headers LANGUAGES CXX)
find_package(breakeven REQUIRED)
file(GLOB_RECURSE sources *.cpp)
add_library(headers OBJECT ${sources})
target_link_libraries(headers PRIVATE breakeven::engine)
]])
cmake_host_system_information(RESULT cpus QUERY NUMBER_OF_LOGICAL_CORES)
run(${CMAKE_COMMAND} -S ${WORK}/headers -B ${WORK}/headers-build -DCMAKE_PREFIX_PATH=${WORK}/prefix
  -DCMAKE_CXX_COMPILER=${CXX})
run(${CMAKE_COMMAND} --build ${WORK}/headers-build --parallel ${cpus})

# The example sees nothing of the source tree but what is installed.
file(COPY ${SOURCE}/resources/examples/parallel DESTINATION ${WORK})
run(${CMAKE_COMMAND} -S ${WORK}/parallel -B ${WORK}/build -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_CXX_COMPILER=${CXX}
  "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_BUILD_TYPE=${CONFIG})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/example)

set(expected "map 9
processes 9
capture 243
joblib 9
reduce 499500
pool 42
imap 21066
error item 7: seven is not allowed
cached 1.41421
")
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "The example says:\n${output}\nexpected:\n${expected}")
endif()
