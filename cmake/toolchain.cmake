# Compiler settings shared by everything that is built here, as the interface target
# scpparse_options. Nothing of it reaches those who use the installed library.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(SCPPARSE_CCACHE ccache)
if(SCPPARSE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${SCPPARSE_CCACHE})
endif()

add_library(scpparse_options INTERFACE)
target_compile_features(scpparse_options INTERFACE cxx_std_20)
target_compile_options(
  scpparse_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion;-Wno-sign-conversion;-Wnon-virtual-dtor;-Wold-style-cast;-Wno-missing-field-initializers;-Woverloaded-virtual;-ffunction-sections;-fdata-sections>)
# GCC 12 sees overlaps in std::string that are not there (GCC bug 105329).
target_compile_options(scpparse_options INTERFACE $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict>)
# Clang 19 sees functions in libstdc++ 12 that later standards deprecate.
target_compile_options(
  scpparse_options INTERFACE $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-deprecated-declarations>)
target_compile_definitions(scpparse_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
target_link_options(scpparse_options INTERFACE -Wl,--gc-sections)

if(SCPPARSE_SANITIZE)
  target_compile_options(scpparse_options INTERFACE -fsanitize=${SCPPARSE_SANITIZE}
                                                    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(scpparse_options INTERFACE -fsanitize=${SCPPARSE_SANITIZE})
endif()
if(SCPPARSE_FUZZ)
  target_compile_options(scpparse_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(SCPPARSE_STATIC)
  target_link_options(scpparse_options INTERFACE -static)
endif()
