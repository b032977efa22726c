# The law of ARCHITECTURE.md, read from the sources: who may include whom, who may see Qt and TBB, how long a file may be.
# usage: cmake -D SOURCE=<project root> -P layers.cmake
cmake_minimum_required(VERSION 3.25)

set(breakeven_core
  core/base core/os core/stats core/experiment core/analysis core/plots core/io)
set(breakeven_engine
  core/engine core/workloads core/measure core/run)

# What each folder may include besides itself. A folder below one of these belongs to it.
set(folders ${breakeven_core} ${breakeven_engine} ui app tests)
set(allowed_core/base)
set(allowed_core/os core/base)
set(allowed_core/stats core/base)
set(allowed_core/experiment core/base)
set(allowed_core/analysis core/base core/stats core/experiment)
set(allowed_core/plots core/base core/stats core/experiment core/analysis)
set(allowed_core/io core/base core/os core/stats core/experiment core/analysis core/plots)
set(allowed_core/engine core/base core/os)
set(allowed_core/workloads core/base core/os core/engine)
set(allowed_core/measure core/base core/os core/stats)
set(allowed_core/run core/base core/os core/stats core/experiment core/engine core/workloads core/measure)
set(allowed_ui ${breakeven_core})
set(allowed_app ${breakeven_core} ${breakeven_engine} ui)
set(allowed_tests ${breakeven_core} ${breakeven_engine} ui app)

# Libraries that only some files may see: a pattern of the header, the files.
set(library_names Qt TBB OpenMP MPI)
set(Qt_header "^<(Q[A-Za-z0-9]*(/[A-Za-z0-9_]+)?|q[a-z0-9_]+\\.h)>$")
set(Qt_files "^(ui/|app/gui_main\\.cpp$|tests/)")
set(TBB_header "^<(tbb/|oneapi/|execution>)")
set(TBB_files "^(core/engine/backends/(tbb|stdpar)[a-z_]*\\.(cpp|h)|tests/benchmarks/)")
set(OpenMP_header "^<omp\\.h>")
set(OpenMP_files "^(core/engine/backends/openmp[a-z_]*\\.(cpp|h)|tests/benchmarks/)")
set(MPI_header "^<mpi\\.h>")
set(MPI_files "^(core/engine/backends/mpi[a-z_]*\\.(cpp|h)|app/mpi_main\\.cpp)")

set(cpp_limit 400)
set(h_limit 150)
# Files that may be longer, each with its reason.
set(longer_files)

set(faults)
macro(fault text)
  list(APPEND faults "${text}")
endmacro()

# Where a header belongs: core/<folder>, ui, app, tests, or nothing for one that is not written from the root.
function(place_of path result)
  if(path MATCHES "^(core/[a-z_]+|ui|app|tests)/")
    set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
  else()
    set(${result} "" PARENT_SCOPE)
  endif()
endfunction()


file(GLOB_RECURSE files RELATIVE ${SOURCE}
  ${SOURCE}/core/*.h ${SOURCE}/core/*.cpp ${SOURCE}/core/*.def ${SOURCE}/ui/*.h ${SOURCE}/ui/*.cpp ${SOURCE}/ui/*.def
  ${SOURCE}/app/*.h ${SOURCE}/app/*.cpp ${SOURCE}/tests/*.h ${SOURCE}/tests/*.cpp)
if(NOT files)
  message(FATAL_ERROR "No sources below ${SOURCE}")
endif()

foreach(file IN LISTS files)
  place_of(${file} from)
  if(NOT from IN_LIST folders)
    fault("${file}: its folder is not one of the law's")
    continue()
  endif()

  file(STRINGS ${SOURCE}/${file} includes REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
  foreach(line IN LISTS includes)
    string(REGEX MATCH "[<\"][^>\"]+[>\"]" header "${line}")
    foreach(library IN LISTS library_names)
      if(header MATCHES "${${library}_header}" AND NOT file MATCHES "${${library}_files}")
        fault("${file}: may not see ${library}: ${header}")
      endif()
    endforeach()
    if(header MATCHES "^\"(.+)\"$")
      set(path ${CMAKE_MATCH_1})
      if(path MATCHES "\\.moc$")
        continue()
      endif()
      place_of(${path} to)
      if(NOT to)
        fault("${file}: \"${path}\" is not written from the root")
        continue()
      endif()
      if(NOT to STREQUAL from AND NOT to IN_LIST allowed_${from})
        fault("${file}: ${from} may not include ${to}: \"${path}\"")
      endif()
    endif()
  endforeach()

  if(file MATCHES "\\.(cpp|h)$" AND NOT file IN_LIST longer_files)
    set(limit ${${CMAKE_MATCH_1}_limit})
    file(READ ${SOURCE}/${file} text)
    string(REGEX MATCHALL "\n" ends "${text}")
    list(LENGTH ends lines)
    if(lines GREATER limit)
      fault("${file}: ${lines} lines, at most ${limit}")
    endif()
  endif()
endforeach()

list(LENGTH files count)
if(faults)
  list(JOIN faults "\n  " text)
  message(FATAL_ERROR "The law of includes is broken:\n  ${text}")
endif()
message(STATUS "${count} files keep the law of includes")
