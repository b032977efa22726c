# Makes an installed tree run elsewhere: what its programs load from this machine is laid beside them. Only the TGZ has it:
#   cmake --install build/release --prefix DIR --component Unspecified
#   cmake --install build/release --prefix DIR --component portable
# Set by packaging.cmake: gui, patchelf, architecture, and qt_folders of plugins and translations. The rest is where
# Debian 12 has it.
cmake_minimum_required(VERSION 3.25)

set(fonts /usr/share/fonts/truetype/dejavu)
# Headers alone: packages whose code is in the programs.
set(compiled_in nlohmann-json3-dev libcli11-dev libcereal-dev libvalijson-dev libxxhash-dev libjs-dygraphs)

set(root "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}")
set(programs ${root}/bin/breakeven-cli ${root}/bin/breakeven-runner)

# Never in the archive: the C library, which belongs to the kernel's side of a machine, and the C++ one, which must be as
# new as that of anything loaded beside it (a plug-in compiled there).
set(of_the_system "^(ld-linux.*|lib(c|m|mvec|pthread|dl|rt|resolv|util|stdc\\+\\+|gcc_s)\\.so\\..*)$")
# The machine's own where it has them, since they belong to its screen and fonts (fontconfig reads its configuration);
# ours are for a machine without a desktop. All have kept their interfaces for many years.
set(spare "^lib(EGL|GLX|OpenGL|GLdispatch|X11|X11-xcb|xcb|Xau|Xdmcp|bsd|md|ICE|SM|uuid|fontconfig|freetype|expat|z)\\.so\\..*$")
# In the order in which the loader looks. It is RPATH, not RUNPATH: libraries of libraries are found by it, too, and an
# LD_LIBRARY_PATH, as compilers' and clusters' set-ups leave behind, does not put others in their place.
set(search "\$ORIGIN/../lib:/usr/lib/${architecture}:/usr/lib64:/usr/lib:\$ORIGIN/../lib/spare")

set(modules)
if(gui)
  list(APPEND programs ${root}/bin/breakeven)
  list(GET qt_folders 0 qt_plugins)
  list(GET qt_folders 1 qt_translations)
  # A screen over X (also under Wayland), pictures without one, icons, and accents typed with several keys.
  foreach(plugin platforms/libqxcb.so platforms/libqoffscreen.so imageformats/libqsvg.so iconengines/libqsvgicon.so
      platforminputcontexts/libcomposeplatforminputcontextplugin.so
      platforminputcontexts/libibusplatforminputcontextplugin.so)
    get_filename_component(folder ${plugin} DIRECTORY)
    file(COPY ${qt_plugins}/${plugin} DESTINATION ${root}/lib/qt6/plugins/${folder})
    list(APPEND modules ${qt_plugins}/${plugin})
  endforeach()
  file(COPY ${qt_translations}/qtbase_de.qm DESTINATION ${root}/lib/qt6/translations)
  file(WRITE ${root}/bin/qt.conf "[Paths]\nPrefix = ..\nPlugins = lib/qt6/plugins\nTranslations = lib/qt6/translations\n")
  file(COPY ${fonts}/DejaVuSans.ttf ${fonts}/DejaVuSans-Bold.ttf ${CMAKE_CURRENT_LIST_DIR}/fonts.conf
    DESTINATION ${root}/share/breakeven/fonts)
  list(APPEND modules ${fonts}/DejaVuSans.ttf)
endif()

set(taken ${modules})
list(FILTER modules INCLUDE REGEX "\\.so$")
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} MODULES ${modules}
  RESOLVED_DEPENDENCIES_VAR libraries UNRESOLVED_DEPENDENCIES_VAR missing PRE_EXCLUDE_REGEXES ${of_the_system})
if(missing)
  message(FATAL_ERROR "Not on this machine: ${missing}")
endif()
foreach(library IN LISTS libraries)
  get_filename_component(name ${library} NAME)
  file(REAL_PATH ${library} real)
  set(folder ${root}/lib)
  if(name MATCHES "${spare}")
    set(folder ${root}/lib/spare)
  endif()
  file(MAKE_DIRECTORY ${folder})
  file(COPY_FILE ${real} ${folder}/${name})
  list(APPEND taken ${real})
endforeach()
foreach(program IN LISTS programs)
  execute_process(COMMAND ${patchelf} --force-rpath --set-rpath "${search}" ${program} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# Whose each file is. Packages name some files below /lib, which is /usr/lib.
set(asked ${taken})
list(TRANSFORM asked REPLACE "^/usr/lib/" "/lib/")
execute_process(COMMAND dpkg-query --search ${taken} ${asked} OUTPUT_VARIABLE owners ERROR_QUIET)
string(REGEX MATCHALL "[^\n]+" owners "${owners}")
set(packages)
foreach(file other IN ZIP_LISTS taken asked)
  set(owner)
  foreach(line IN LISTS owners)
    if(line MATCHES "^([^:]+)(:[a-z0-9]+)?: (.*)$" AND (CMAKE_MATCH_3 STREQUAL file OR CMAKE_MATCH_3 STREQUAL other))
      set(owner ${CMAKE_MATCH_1})
    endif()
  endforeach()
  if(NOT owner)
    message(FATAL_ERROR "${file}: of no Debian package, so its licence is not known")
  endif()
  list(APPEND packages ${owner})
endforeach()
list(APPEND packages ${compiled_in})
list(REMOVE_DUPLICATES packages)
list(SORT packages)

# Their licences, and what those name.
set(licences ${root}/share/doc/breakeven/licences)
set(table)
foreach(package IN LISTS packages)
  file(REAL_PATH /usr/share/doc/${package}/copyright copyright)
  file(MAKE_DIRECTORY ${licences}/${package})
  file(COPY_FILE ${copyright} ${licences}/${package}/copyright)
  execute_process(COMMAND dpkg-query --show "--showformat=\${Version}  \${source:Package} \${source:Version}\\n" ${package}
    OUTPUT_VARIABLE version COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "\n.*" "" version "${version}")  # a package can be there for two architectures
  string(APPEND table "${package} ${version}\n")
endforeach()
file(COPY /usr/share/common-licenses DESTINATION ${licences})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/portable.txt DESTINATION ${root})
file(RENAME ${root}/portable.txt ${root}/README.txt)
file(WRITE ${licences}/README.txt "\
What lies in lib/ and share/breakeven/fonts, and what is compiled into the programs, comes unchanged from these packages
of Debian 12. Each folder here has the licence of one; common-licenses has the texts that they name. The libraries may be
replaced by others of the same name. Their sources are Debian's (apt-get source SOURCE=VERSION).

package, version, source, version of the source

${table}")
