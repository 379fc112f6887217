# Holds list_tasks to plan.txt and plan.expected, and to its exit statuses.
execute_process(COMMAND ${PROGRAM} plan.txt WORKING_DIRECTORY ${FOLDER}
                OUTPUT_VARIABLE output RESULT_VARIABLE status)
file(READ ${FOLDER}/plan.expected expected)
if(NOT status EQUAL 0 OR NOT output STREQUAL expected)
  message(FATAL_ERROR "status ${status}, expected:\n${expected}\ngot:\n${output}")
endif()
execute_process(COMMAND ${PROGRAM} ERROR_VARIABLE error RESULT_VARIABLE status)
if(NOT status EQUAL 2 OR NOT error MATCHES "usage")
  message(FATAL_ERROR "no argument: status ${status}, ${error}")
endif()
execute_process(COMMAND ${PROGRAM} missing.txt plan.txt WORKING_DIRECTORY ${FOLDER}
                OUTPUT_VARIABLE output ERROR_VARIABLE error RESULT_VARIABLE status)
if(NOT status EQUAL 3 OR NOT error MATCHES "^missing.txt: ." OR NOT output STREQUAL expected)
  message(FATAL_ERROR "a missing file: status ${status}, ${error}")
endif()
execute_process(COMMAND ${PROGRAM} -g own.yaml -g missing.yaml plan.txt WORKING_DIRECTORY ${FOLDER}
                ERROR_VARIABLE error RESULT_VARIABLE status)
if(NOT status EQUAL 2 OR NOT error MATCHES "^missing.yaml: .")
  message(FATAL_ERROR "a missing grammar: status ${status}, ${error}")
endif()
execute_process(COMMAND ${PROGRAM} -g own.yaml plan.txt WORKING_DIRECTORY ${FOLDER}
                OUTPUT_VARIABLE output ERROR_VARIABLE error RESULT_VARIABLE status)
if(NOT status EQUAL 0 OR NOT output STREQUAL expected)
  message(FATAL_ERROR "with a grammar: status ${status}, ${error}, got:\n${output}")
endif()
