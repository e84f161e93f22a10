# room(NAME KNOWN...): one static library from src/NAME, which may include the rooms KNOWN and no others.
function(room name)
  file(GLOB sources CONFIGURE_DEPENDS
       ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp ${CMAKE_SOURCE_DIR}/src/${name}/*/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main/")
  add_library(${name} STATIC ${sources})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME mingzhang_${name})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${ARGN} fmt::fmt)
endfunction()

# room_library(NAME LIBRARY...): outside libraries that only this room sees.
function(room_library name)
  target_link_libraries(${name} PRIVATE ${ARGN})
endfunction()
