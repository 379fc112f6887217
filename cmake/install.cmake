# What `cmake --install` puts where: the program, the library with headers and CMake package, the
# grammars as a start for one's own, the documentation.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/scpparse)

install(TARGETS scpparse_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS scpparse EXPORT scpparseTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/scpparse DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING
        PATTERN "*.h")
install(FILES ${SCP_GENERATED}/scpparse/version.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/scpparse)

install(EXPORT scpparseTargets NAMESPACE scpparse:: DESTINATION ${package_dir})
configure_package_config_file(
  cmake/scpparseConfig.cmake.in ${CMAKE_BINARY_DIR}/scpparseConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/scpparseConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/scpparseConfig.cmake
              ${CMAKE_BINARY_DIR}/scpparseConfigVersion.cmake cmake/dependencies.cmake
        DESTINATION ${package_dir})

install(DIRECTORY grammars DESTINATION ${CMAKE_INSTALL_DATADIR}/scpparse)
# As they stand in the sources, so that the links of the README files lead somewhere.
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES README.md README.vi.md CHANGELOG.md CONTRIBUTING.md SECURITY.md LICENSE
        DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(FILES grammars/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/grammars OPTIONAL)
install(DIRECTORY samples/01-decision-plan-appendix DESTINATION ${CMAKE_INSTALL_DOCDIR}/samples
        OPTIONAL)
