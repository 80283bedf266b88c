# Targets of this project share their warnings and include root. A folder of pipeline/ is one library, which links
# only the folders that it names: a wrong include then fails to compile or to link.

add_library(attest_warnings INTERFACE)
target_compile_options(attest_warnings INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wnon-virtual-dtor;-Wold-style-cast>"
                                                 $<$<BOOL:${ATTEST_WERROR}>:-Werror>)
# g++ 12 sees overlapping copies in every "literal" + std::string once it optimises (GCC bug 105329).
target_compile_options(attest_warnings INTERFACE $<$<AND:$<COMPILE_LANG_AND_ID:CXX,GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

# attest_library(base SOURCES a.cc ... [PUBLIC target ...] [PRIVATE target ...])
function(attest_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(target attest_${folder})
  add_library(${target} STATIC ${ARG_SOURCES})
  add_library(attest::${folder} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${folder} POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/pipeline> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/attest>)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:attest_warnings>)
  install(TARGETS ${target} EXPORT attest-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
endfunction()

# attest_test(decimal_test SOURCES decimal_test.cc LINK attest::value [TIMEOUT seconds])
function(attest_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gmock GTest::gtest_main attest_warnings)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE ATTEST_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT ${ARG_TIMEOUT})
endfunction()
