# What is installed where, and the DEB and the TGZ made of it: cmake --build --preset release --target package
include(GNUInstallDirs)

install(TARGETS breakeven-cli breakeven-runner)
# All that a plug-in needs.
install(FILES core/workloads/plugin.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/breakeven)
# Icons are compiled into the window, and screenshots are for the README.
install(DIRECTORY resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/breakeven
  PATTERN icons EXCLUDE PATTERN screenshots EXCLUDE PATTERN .* EXCLUDE)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(FILES LICENSE.MIT LICENSE.GPL-3.0 DESTINATION ${CMAKE_INSTALL_DOCDIR})
set(manual_pages breakeven-cli.1)
if(BREAKEVEN_GUI)
  install(TARGETS breakeven)
  install(FILES installer/breakeven.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES installer/org.breakeven.breakeven.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
  install(FILES resources/icons/breakeven.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
  list(APPEND manual_pages breakeven.1)
endif()

# Compressed without name and time, so that equal sources give equal packages.
foreach(page ${manual_pages})
  set(text ${CMAKE_CURRENT_BINARY_DIR}/installer/${page})
  configure_file(installer/${page}.in ${text} @ONLY)
  add_custom_command(OUTPUT ${text}.gz COMMAND gzip -9 --no-name --keep --force ${text} DEPENDS ${text} VERBATIM)
  list(APPEND compressed_pages ${text}.gz)
endforeach()
add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/installer/changelog.gz
  COMMAND gzip -9 --no-name --stdout ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${CMAKE_CURRENT_BINARY_DIR}/installer/changelog.gz
  DEPENDS CHANGELOG.md VERBATIM)
add_custom_target(manual ALL DEPENDS ${compressed_pages} ${CMAKE_CURRENT_BINARY_DIR}/installer/changelog.gz)
install(FILES ${compressed_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/installer/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB TGZ)
# The programs; what others build against (component development) is installed from the build tree.
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};${PROJECT_NAME};Unspecified;/")
set(CPACK_PACKAGE_NAME breakeven)
set(CPACK_PACKAGE_VENDOR "The Breakeven authors")
set(CPACK_PACKAGE_CONTACT "The Breakeven authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find out where parallel pays")
set(CPACK_PACKAGE_DESCRIPTION
  "Runs a workload serially and in parallel over a range of sizes, draws the
curves while it measures, and names the size from which parallel is faster,
with its interval. Backends: serial, oneTBB, OpenMP, threads, processes and more. The
window is breakeven; breakeven-cli does the same in a terminal and writes CSVs.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The backends python-… and the workload snippet start them; all else does without.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "python3, python3-joblib, g++, qt6-translations-l10n")
# Plugins are loaded by name, which shlibdeps cannot see: the window needs a platform (xcb, offscreen).
if(BREAKEVEN_GUI)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS qt6-qpa-plugins)
endif()
include(CPack)
