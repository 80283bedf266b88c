# Writes OUTPUT, a C++ file with the text of SCHEMA and of each of QUERIES as raw string literals; see embedded_sql.h.
file(READ ${SCHEMA} schema)
set(queries "")
foreach(query_file IN LISTS QUERIES)
  file(READ ${query_file} query)
  string(APPEND queries "    R\"sql(${query})sql\",\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"store/embedded_sql.h\"

namespace attest {

std::string_view schema_sql() noexcept {
  static constexpr std::string_view text = R\"sql(${schema})sql\";
  return text;
}

std::span<const std::string_view> saved_query_texts() noexcept {
  static constexpr std::string_view texts[] = {
${queries}  };
  return texts;
}

}  // namespace attest
")
