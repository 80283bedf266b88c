# Writes OUTPUT, a C++ file with SCHEMA and VIEWS, each of STEPS (N_to_M.sql) with VIEWS behind it, and each of QUERIES as raw
# string literals; see embedded_sql.h.
file(READ ${SCHEMA} schema)
file(READ ${VIEWS} views)
set(steps "")
foreach(step_file IN LISTS STEPS)
  get_filename_component(step_name ${step_file} NAME_WE)
  string(REPLACE "_to_" ", " layouts ${step_name})
  file(READ ${step_file} step)
  string(APPEND steps "      {${layouts}, R\"sql(${step})sql\"\n       R\"sql(${views})sql\"},\n")
endforeach()
set(queries "")
foreach(query_file IN LISTS QUERIES)
  file(READ ${query_file} query)
  string(APPEND queries "    R\"sql(${query})sql\",\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"store/embedded_sql.h\"

namespace attest {

std::string_view schema_sql() noexcept {
  static constexpr std::string_view text = R\"sql(${schema})sql\"
                                           R\"sql(${views})sql\";
  return text;
}

std::span<const Migration> layout_steps() noexcept {
  static constexpr Migration steps[] = {
${steps}  };
  return steps;
}

std::span<const std::string_view> saved_query_texts() noexcept {
  static constexpr std::string_view texts[] = {
${queries}  };
  return texts;
}

}  // namespace attest
")
