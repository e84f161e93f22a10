# room(NAME KNOWN...): one static library from src/NAME, which may include the rooms KNOWN and no others. A room of
# headers only is a library all the same, so that it can be named as known.
function(room name)
  file(GLOB sources CONFIGURE_DEPENDS
       ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp ${CMAKE_SOURCE_DIR}/src/${name}/*/*.cpp)
  # The folder of a program's main(), and not one of that name on the way to the sources.
  list(FILTER sources EXCLUDE REGEX "/src/${name}/main/[^/]*$")
  if(sources)
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME mingzhang_${name})
    set(reach PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(reach INTERFACE)
  endif()
  target_include_directories(${name} ${reach} ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} ${reach} ${ARGN} fmt::fmt)
endfunction()

# room_library(NAME LIBRARY...): outside libraries that only this room sees.
function(room_library name)
  target_link_libraries(${name} PRIVATE ${ARGN})
endfunction()
