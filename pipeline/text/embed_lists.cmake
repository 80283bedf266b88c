# Word lists that the text stage is compiled with, so that it reads no file at run time. Each list of rules/lists
# becomes rows {folded, surface, columns...} of C++ string literals, sorted by the folded (lower-case ASCII) surface,
# in <binary dir>/NAME.inc; the .cc file that includes it turns kinds into enumerators, at compile time.
#
#   attest_embed_list(abbreviation)   # rules/lists/abbreviation.tsv -> abbreviation.inc
function(attest_embed_list name)
  set(source ${PROJECT_SOURCE_DIR}/rules/lists/${name}.tsv)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(STRINGS ${source} lines ENCODING UTF-8)
  list(POP_FRONT lines)  # the column names
  set(rows "")
  foreach(line IN LISTS lines)
    string(REPLACE "\t" "\", \"" cells "${line}")
    string(REGEX REPLACE "\t.*" "" surface "${line}")
    string(TOLOWER "${surface}" folded)
    list(APPEND rows "\"${folded}\", \"${cells}\"")
  endforeach()
  list(SORT rows COMPARE STRING)
  list(TRANSFORM rows REPLACE "(.+)" "{\\1},\n")
  list(JOIN rows "" body)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.inc CONTENT "${body}" @ONLY)
endfunction()
