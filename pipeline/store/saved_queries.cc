#include "store/saved_queries.h"

#include <algorithm>

#include "store/embedded_sql.h"

namespace attest {
namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The word before the first space, taken off `text` with the space.
std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

SavedQueryParameter parse_parameter(std::string_view line) {
  const std::string_view word = take_word(line);
  const std::size_t equals = word.find('=');
  SavedQueryParameter parameter{std::string(word.substr(0, equals)), std::string(line), std::nullopt};
  if (equals != std::string_view::npos) parameter.default_value = word.substr(equals + 1);
  return parameter;
}

std::vector<SavedQuery> parse_all() {
  std::vector<SavedQuery> queries;
  for (const std::string_view text : saved_query_texts()) {
    if (auto query = parse_saved_query(text)) queries.push_back(std::move(*query));
  }
  std::sort(queries.begin(), queries.end(), [](const SavedQuery& a, const SavedQuery& b) { return a.name < b.name; });
  return queries;
}

}  // namespace

std::span<const SavedQuery> saved_queries() {
  static const std::vector<SavedQuery> queries = parse_all();
  return queries;
}

const SavedQuery* find_saved_query(std::string_view name) {
  const auto queries = saved_queries();
  const auto found = std::find_if(queries.begin(), queries.end(), [&](const SavedQuery& query) { return query.name == name; });
  return found == queries.end() ? nullptr : &*found;
}

Result<SavedQuery> parse_saved_query(std::string_view text) {
  constexpr std::string_view kName = "-- @name ";
  constexpr std::string_view kParameter = "-- @param ";
  SavedQuery query;
  query.sql = text;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (line.starts_with(kName)) {
      line.remove_prefix(kName.size());
      query.name = take_word(line);
      query.description = line;
    } else if (line.starts_with(kParameter)) {
      query.parameters.push_back(parse_parameter(line.substr(kParameter.size())));
    }
  }
  if (query.name.empty() || query.description.empty()) {
    return Error{ErrorCode::kFormat, "a saved query needs a name and a description", {}, "its first line is `-- @name NAME DESCRIPTION`"};
  }
  return query;
}

}  // namespace attest
