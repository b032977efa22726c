# Read by CPack once for each kind of package: the archive has what portable.cmake adds, the DEB names it as dependencies.
if(CPACK_GENERATOR STREQUAL "TGZ")
  list(GET CPACK_INSTALL_CMAKE_PROJECTS 0 build)
  list(GET CPACK_INSTALL_CMAKE_PROJECTS 1 project)
  list(APPEND CPACK_INSTALL_CMAKE_PROJECTS ${build} ${project} portable /)
endif()
