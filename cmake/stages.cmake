# One static library per folder of src/, chained in the order of the data flow: a stage sees those
# declared before it, and its tests link without those after it. scp_library() joins all of them.
set(SCP_GENERATED ${CMAKE_BINARY_DIR}/generated)
configure_file(${CMAKE_CURRENT_SOURCE_DIR}/cmake/version.h.in ${SCP_GENERATED}/scpparse/version.h)
set(SCP_STAGES "")
set(SCP_LINKS "")

function(scp_declare name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  set(target scp_${name})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    target_link_libraries(${target} PRIVATE scpparse_options)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} ${CMAKE_CURRENT_SOURCE_DIR}/include
                                                ${CMAKE_CURRENT_SOURCE_DIR}/src ${SCP_GENERATED})
  target_link_libraries(${target} ${scope} ${arg_LINKS})
  if(SCP_STAGES)
    list(GET SCP_STAGES -1 before)
    target_link_libraries(${target} ${scope} scp_${before})
  endif()
  set(SCP_STAGES ${SCP_STAGES} ${name} PARENT_SCOPE)
  set(SCP_LINKS ${SCP_LINKS} ${arg_LINKS} PARENT_SCOPE)
endfunction()

macro(scp_stage name)
  file(GLOB_RECURSE stage_sources CONFIGURE_DEPENDS src/${name}/*.cc)
  scp_declare(${name} SOURCES ${stage_sources} ${ARGN})
endmacro()

# messages/*.yaml become message_id.h and message_table.inc; messagec refuses files that disagree.
macro(scp_messages name)
  add_executable(messagec tools/messagec.cc)
  target_link_libraries(messagec PRIVATE scpparse_options scpparse_yaml)
  set(message_files ${CMAKE_CURRENT_SOURCE_DIR}/messages/en.yaml
                    ${CMAKE_CURRENT_SOURCE_DIR}/messages/vi.yaml
                    ${CMAKE_CURRENT_SOURCE_DIR}/messages/rule-examples.yaml)
  set(message_outputs ${SCP_GENERATED}/messages/message_id.h
                      ${SCP_GENERATED}/messages/message_table.inc)
  add_custom_command(
    OUTPUT ${message_outputs}
    COMMAND messagec ${message_outputs} ${message_files}
    DEPENDS ${message_files} messagec
    COMMENT "Compiling messages"
    VERBATIM)
  add_custom_target(scp_message_files DEPENDS ${message_outputs})
  file(GLOB stage_sources CONFIGURE_DEPENDS src/${name}/*.cc)
  scp_declare(${name} SOURCES ${stage_sources} ${message_outputs} ${ARGN})
  add_dependencies(scp_${name} scp_message_files)
endmacro()

# encodings/*.yaml become constant tables: letters of the legacy encodings, syllables, look-alikes.
macro(scp_source_stage name)
  add_executable(encodingc tools/encodingc.cc)
  target_link_libraries(encodingc PRIVATE scpparse_options scpparse_yaml)
  file(GLOB encoding_files CONFIGURE_DEPENDS encodings/*.yaml)
  set(encoding_tables ${SCP_GENERATED}/source/encoding_tables.inc)
  file(MAKE_DIRECTORY ${SCP_GENERATED}/source)
  add_custom_command(
    OUTPUT ${encoding_tables}
    COMMAND encodingc ${encoding_tables} ${CMAKE_CURRENT_SOURCE_DIR}/encodings
    DEPENDS ${encoding_files} encodingc
    COMMENT "Compiling encodings"
    VERBATIM)
  file(GLOB stage_sources CONFIGURE_DEPENDS src/${name}/*.cc)
  scp_declare(${name} SOURCES ${stage_sources} ${encoding_tables} ${ARGN})
endmacro()

# grammars/**/*.yaml become an image that the assembler takes in. The compiler of grammars is made
# of the same sources as the run-time loader; only builtin.cc needs the image.
macro(scp_grammar_stage name)
  file(GLOB stage_sources CONFIGURE_DEPENDS src/${name}/*.cc)
  list(FILTER stage_sources EXCLUDE REGEX "/builtin\\.cc$")
  if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/tools/grammarc.cc
     OR NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/src/${name}/builtin.cc)
    message(WARNING "no grammar compiler yet: the built-in grammar is left out")
    scp_declare(${name} SOURCES ${stage_sources} ${ARGN})
  else()
    add_library(scp_${name}_core STATIC ${stage_sources})
    target_include_directories(scp_${name}_core PRIVATE include src ${SCP_GENERATED})
    target_link_libraries(scp_${name}_core PRIVATE scpparse_options
                          PUBLIC scpparse_yaml scpparse_pcre2 scp_text)
    add_dependencies(scp_${name}_core scp_message_files)
    add_executable(grammarc tools/grammarc.cc)
    target_link_libraries(grammarc PRIVATE scpparse_options scp_${name}_core)
    target_include_directories(grammarc PRIVATE include src ${SCP_GENERATED})

    file(GLOB_RECURSE grammar_files CONFIGURE_DEPENDS grammars/*.yaml)
    set(grammar_image ${SCP_GENERATED}/grammar/builtin.bin)
    set(grammar_texts ${SCP_GENERATED}/grammar/builtin.txt)
    set(grammar_assembly ${SCP_GENERATED}/grammar/builtin.S)
    file(MAKE_DIRECTORY ${SCP_GENERATED}/grammar)
    add_custom_command(
      OUTPUT ${grammar_image} ${grammar_texts} ${grammar_assembly}
      COMMAND grammarc --image ${grammar_image} --files ${grammar_texts} --assembly ${grammar_assembly} --symbol
              scp_builtin_grammar ${CMAKE_CURRENT_SOURCE_DIR}/grammars
      DEPENDS ${grammar_files} grammarc
      COMMENT "Compiling grammars"
      VERBATIM)
    set_source_files_properties(${grammar_assembly} PROPERTIES OBJECT_DEPENDS "${grammar_image};${grammar_texts}")
    scp_declare(${name} SOURCES $<TARGET_OBJECTS:scp_${name}_core>
                src/${name}/builtin.cc ${grammar_assembly} ${ARGN})
  endif()
endmacro()

# All stages once more, in one library for tests: with the assertions of the standard library, which
# see what a release build reads beyond an end. A debug build has them anyway.
function(scp_checked_library name)
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE scp_pipeline)
    return()
  endif()
  set(sources "")
  foreach(stage IN LISTS SCP_STAGES)
    foreach(target scp_${stage} scp_${stage}_core)
      if(TARGET ${target})
        get_target_property(type ${target} TYPE)
        if(type STREQUAL "STATIC_LIBRARY")
          get_target_property(own ${target} SOURCES)
          list(APPEND sources ${own})
        endif()
      endif()
    endforeach()
  endforeach()
  list(FILTER sources EXCLUDE REGEX "TARGET_OBJECTS")
  add_library(${name} STATIC ${sources})
  add_dependencies(${name} scp_pipeline)  # what is generated
  target_compile_definitions(${name} PRIVATE _GLIBCXX_ASSERTIONS)
  target_include_directories(${name} PUBLIC include src ${SCP_GENERATED})
  list(REMOVE_DUPLICATES SCP_LINKS)
  target_link_libraries(${name} PRIVATE scpparse_options PUBLIC ${SCP_LINKS})
endfunction()

function(scp_library name)
  set(objects "")
  foreach(stage IN LISTS SCP_STAGES)
    get_target_property(type scp_${stage} TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
      list(APPEND objects $<TARGET_OBJECTS:scp_${stage}>)
    endif()
    if(TARGET scp_${stage}_core)
      list(APPEND objects $<TARGET_OBJECTS:scp_${stage}_core>)
    endif()
  endforeach()
  add_library(${name} STATIC ${objects})
  set_target_properties(${name} PROPERTIES ARCHIVE_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}
                                           LINKER_LANGUAGE CXX)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_include_directories(
    ${name}
    PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${SCP_GENERATED}>
           $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    INTERFACE $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/src>)
  list(REMOVE_DUPLICATES SCP_LINKS)
  target_link_libraries(${name} PRIVATE ${SCP_LINKS})
endfunction()
