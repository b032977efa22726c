# What is installed where, and the DEB and the TGZ made of it: cmake --build --preset release --target packages
# The DEB is for Debian 12 and names what it needs; the TGZ has that beside it and runs elsewhere, too (portable.cmake).
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

# Lessons as pages for any browser.
find_program(CMARK cmark-gfm REQUIRED DOC "Markdown to HTML (package cmark-gfm)")
find_program(LESSON_PYTHON python3 REQUIRED DOC "Any Python 3 (package python3)")
file(GLOB lessons CONFIGURE_DEPENDS resources/lessons/*/*.md)
set(lesson_pages ${CMAKE_CURRENT_BINARY_DIR}/installer/lessons)
add_custom_command(OUTPUT ${lesson_pages}
  COMMAND ${LESSON_PYTHON} ${PROJECT_SOURCE_DIR}/installer/lesson_pages.py
    ${CMARK} ${PROJECT_SOURCE_DIR}/resources/lessons ${lesson_pages}
  DEPENDS ${lessons} installer/lesson_pages.py VERBATIM)
add_custom_target(lesson_pages ALL DEPENDS ${lesson_pages})
install(DIRECTORY ${lesson_pages} DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The archive's own part.
find_program(PATCHELF patchelf REQUIRED DOC "Tells programs where their libraries are (package patchelf)")
set(qt_folders)
if(BREAKEVEN_GUI)
  set(qt_folders "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_PLUGINS}" "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS}")
endif()
install(CODE "set(gui ${BREAKEVEN_GUI})
set(patchelf \"${PATCHELF}\")
set(qt_folders \"${qt_folders}\")
set(architecture ${CMAKE_LIBRARY_ARCHITECTURE})" COMPONENT portable EXCLUDE_FROM_ALL)
install(SCRIPT installer/portable.cmake COMPONENT portable EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB TGZ)
# The programs; what others build against (component development) is installed from the build tree.
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};${PROJECT_NAME};Unspecified;/")
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/installer/archive.cmake)
set(CPACK_PACKAGE_NAME breakeven)
set(CPACK_PACKAGE_FILE_NAME ${PROJECT_NAME}-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})  # the TGZ
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
set(CPACK_PACKAGE_CHECKSUM SHA256)
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

# CPack's own target package would build all tests before.
add_custom_target(packages USES_TERMINAL VERBATIM
  COMMAND ${CMAKE_CPACK_COMMAND} --config ${PROJECT_BINARY_DIR}/CPackConfig.cmake -B ${PROJECT_BINARY_DIR}/packages)
add_dependencies(packages breakeven-cli manual lesson_pages)
if(BREAKEVEN_GUI)
  add_dependencies(packages breakeven)
endif()
