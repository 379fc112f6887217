# A short run from the samples: finds what is broken at once. For a long one see fuzz/README.md.
get_filename_component(name ${FUZZER} NAME)
set(corpus ${CMAKE_CURRENT_BINARY_DIR}/${name}-corpus)
file(REMOVE_RECURSE ${corpus})
foreach(seed IN LISTS SEEDS)
  string(MAKE_C_IDENTIFIER ${seed} name)
  configure_file(${seed} ${corpus}/${name} COPYONLY)
endforeach()
execute_process(COMMAND ${FUZZER} -max_total_time=30 -max_len=65536 -timeout=10 -print_final_stats=1
                        -dict=${DICTIONARY} ${corpus} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the fuzzer found something (${status})")
endif()
