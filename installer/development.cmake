# What programs need that use the engine: find_package(breakeven), breakeven::engine, <breakeven/parallel.h>.
# cmake --install build/release --component development
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/breakeven)
set(header_folder ${CMAKE_INSTALL_INCLUDEDIR}/breakeven)

set_target_properties(breakeven_engine PROPERTIES EXPORT_NAME engine)
set_target_properties(breakeven_core PROPERTIES EXPORT_NAME core)
target_compile_features(breakeven_core PUBLIC cxx_std_20)
# Headers name each other from "core/", which is below include/breakeven.
target_include_directories(breakeven_core INTERFACE
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}> $<INSTALL_INTERFACE:${header_folder}>)

install(TARGETS breakeven_engine breakeven_core EXPORT breakeven-targets COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT breakeven-targets NAMESPACE breakeven:: DESTINATION ${package_folder} COMPONENT development)

configure_package_config_file(installer/breakeven-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/installer/breakeven-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/installer/breakeven-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/installer/breakeven-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/installer/breakeven-config-version.cmake
  DESTINATION ${package_folder} COMPONENT development)

# The public headers, and those that they include.
install(FILES core/parallel/parallel.h core/workloads/plugin.h DESTINATION ${header_folder} COMPONENT development)
install(DIRECTORY core/base core/os core/engine core/parallel DESTINATION ${header_folder}/core COMPONENT development
  FILES_MATCHING PATTERN *.h PATTERN backends EXCLUDE PATTERN xxhash.h EXCLUDE)
