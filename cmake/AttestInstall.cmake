# What `cmake --install` adds to the targets' own install rules: the CMake package that find_package(attest) reads.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/attest)
install(EXPORT attest-targets NAMESPACE attest:: DESTINATION ${package_folder})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/attest-config.cmake.in ${PROJECT_BINARY_DIR}/attest-config.cmake
                              INSTALL_DESTINATION ${package_folder})
# Before 1.0 every minor version may change the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/attest-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/attest-config.cmake ${PROJECT_BINARY_DIR}/attest-config-version.cmake DESTINATION ${package_folder})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/rules/built_in_rules.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/attest)
