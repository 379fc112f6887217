set(work ${BINARY_DIR}/install-test)
file(REMOVE_RECURSE ${work})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output
                  ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "failed (${status}): ${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BINARY_DIR} --prefix ${work}/prefix)
foreach(file bin/scpparse include/scpparse/parse.h include/scpparse/version.h
             share/scpparse/grammars/common/agencies.yaml share/doc/scpparse/LICENSE)
  if(NOT EXISTS ${work}/prefix/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()

# What the README files link to.
foreach(page README.md README.vi.md)
  set(folder ${work}/prefix/share/doc/scpparse)
  file(READ ${folder}/${page} text)
  string(REPLACE "[" "" text "${text}")  # a bracket would hold the items of a list together
  string(REPLACE "](" "\n@(" text "${text}")
  string(REGEX MATCHALL "\n@\\([a-zA-Z][^):#;]*" links "${text}")
  foreach(link ${links})
    string(SUBSTRING "${link}" 3 -1 target)
    if(NOT target MATCHES "^https?$" AND NOT EXISTS ${folder}/${target})
      message(FATAL_ERROR "${page} links to ${target}, which is not installed")
    endif()
  endforeach()
endforeach()

run(${CMAKE_COMMAND} -S ${CONSUMER} -B ${work}/consumer -G Ninja
    -DCMAKE_PREFIX_PATH=${work}/prefix -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_CXX_FLAGS=${FLAGS} -DSCPPARSE_WANTED=${VERSION})
run(${CMAKE_COMMAND} --build ${work}/consumer)
run(${work}/consumer/consumer)
if(NOT output STREQUAL "scpparse ${VERSION}: scpparse/1, 0 goals\n")
  message(FATAL_ERROR "the consumer says: ${output}")
endif()

# The installed program needs nothing of the build.
run(${work}/prefix/bin/scpparse grammar test)
file(REMOVE_RECURSE ${work})
