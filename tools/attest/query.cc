// attest query: read-only SQL, or a saved query, over a store.
#include "store/query.h"

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exit_status.h"
#include "output.h"
#include "present/table.h"
#include "store/saved_queries.h"
#include "terminal.h"
#include "verbs.h"

namespace attest::command {
namespace {

struct QueryVerbOptions {
  std::string path;
  std::string sql;                      ///< SQL, @NAME, or - for standard input.
  std::vector<std::string> parameters;  ///< NAME=VALUE
  bool list = false;
  bool table = false;
  bool csv = false;
  bool json = false;
  bool jsonl = false;
  bool markdown = false;
};

TableFormat chosen_format(const QueryVerbOptions& options) {
  if (options.csv) return TableFormat::kCsv;
  if (options.json) return TableFormat::kJson;
  if (options.jsonl) return TableFormat::kJsonLines;
  if (options.markdown) return TableFormat::kMarkdown;
  return TableFormat::kTable;
}

std::string read_standard_input() {
  std::string text;
  std::array<char, 16384> block{};
  for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), stdin)) > 0;) text.append(block.data(), size);
  return text;
}

int list_saved_queries() {
  Output output;
  for (const SavedQuery& query : saved_queries()) {
    fmt::format_to(std::back_inserter(output.buffer()), "@{:<24} {}\n", query.name, query.description);
    for (const SavedQueryParameter& parameter : query.parameters) {
      const std::string usual =
          parameter.default_value && !parameter.default_value->empty() ? " (default " + *parameter.default_value + ")" : std::string();
      fmt::format_to(std::back_inserter(output.buffer()), "    {}=  {}{}\n", parameter.name, parameter.description, usual);
    }
  }
  return output.finish();
}

Error unknown_saved_query(const std::string& name) {
  std::string known;
  for (const SavedQuery& query : saved_queries()) known += (known.empty() ? "saved queries are @" : ", @") + query.name;
  return {ErrorCode::kNotFound, "no saved query has this name", "@" + name, known};
}

/// The statement with its parameters.
struct Statement {
  std::string sql;
  QueryOptions options;
};

Status add_parameters(const std::vector<std::string>& given, QueryOptions& options) {
  for (const std::string& parameter : given) {
    const std::size_t equals = parameter.find('=');
    if (equals == std::string::npos || equals == 0) {
      return Error{ErrorCode::kUsage, "\"" + parameter + "\" is no parameter", {}, "write parameters as NAME=VALUE, SQL as one argument"};
    }
    options.parameters.insert_or_assign(parameter.substr(0, equals), parameter.substr(equals + 1));
  }
  return {};
}

Result<Statement> statement_of(const QueryVerbOptions& options) {
  Statement statement;
  if (options.sql.starts_with('@')) {
    const std::string name = options.sql.substr(1);
    const SavedQuery* saved = find_saved_query(name);
    if (saved == nullptr) return unknown_saved_query(name);
    statement.sql = saved->sql;
    for (const SavedQueryParameter& parameter : saved->parameters) {
      if (parameter.default_value) statement.options.parameters.emplace(parameter.name, *parameter.default_value);
    }
  } else {
    statement.sql = options.sql == "-" ? read_standard_input() : options.sql;
  }
  if (auto added = add_parameters(options.parameters, statement.options); !added) return added.error();
  return statement;
}

/// Turns values of the store into cells; bytes become hexadecimal text, kept in `bytes_as_text`.
std::vector<CellView> to_cells(std::span<const QueryValue> values, std::vector<std::string>& bytes_as_text) {
  std::vector<CellView> cells;
  cells.reserve(values.size());
  bytes_as_text.clear();
  bytes_as_text.reserve(values.size());  // cells point into the strings
  for (const QueryValue& value : values) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      cells.emplace_back(*integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
      cells.emplace_back(*real);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
      cells.emplace_back(*text);
    } else if (const auto* bytes = std::get_if<std::span<const std::byte>>(&value)) {
      std::string& digits = bytes_as_text.emplace_back();
      for (const std::byte byte : *bytes) fmt::format_to(std::back_inserter(digits), "{:02x}", std::to_integer<unsigned>(byte));
      cells.emplace_back(std::string_view(digits));
    } else {
      cells.emplace_back();
    }
  }
  return cells;
}

int run_query_verb(const QueryVerbOptions& options) {
  if (options.list || options.sql == "@" || options.path == "@") return list_saved_queries();
  if (options.path.empty() || options.sql.empty()) {
    return fail(
        {ErrorCode::kUsage, "no store or no SQL given", "query", "attest query facts.db \"SELECT ...\"; --list shows saved queries"});
  }
  const auto store = Store::open(options.path, OpenMode::kReadOnly);
  if (!store) return fail(store.error());
  const auto statement = statement_of(options);
  if (!statement) return fail(statement.error());

  Output output;
  const auto writer = make_table_writer(chosen_format(options), output.buffer(), terminal_width());
  std::vector<std::string> bytes_as_text;
  const QuerySink sink = {.columns =
                              [&](std::span<const QueryColumn> columns) {
                                std::vector<std::string> names;
                                for (const QueryColumn& column : columns) names.push_back(column.name);
                                writer->begin(names);
                              },
                          .row =
                              [&](std::span<const QueryValue> values) {
                                writer->row(to_cells(values, bytes_as_text));
                                return output.flush_when_full();
                              }};
  const auto summary = run_query(*store, statement->sql, statement->options, sink);
  if (!summary) return fail(summary.error());
  writer->end();
  return output.finish();
}

void add_format_flags(CLI::App& verb, QueryVerbOptions& options) {
  CLI::Option_group* formats = verb.add_option_group("Format");
  formats->add_flag("--table", options.table, "Aligned columns (the default)");
  formats->add_flag("--csv", options.csv, "Comma-separated values (RFC 4180)");
  formats->add_flag("--json", options.json, "One JSON array");
  formats->add_flag("--jsonl", options.jsonl, "One JSON object a line");
  formats->add_flag("--markdown", options.markdown, "A Markdown table");
  formats->require_option(0, 1);
}

}  // namespace

void register_query(CLI::App& app, int& status) {
  auto options = std::make_shared<QueryVerbOptions>();
  CLI::App* verb = app.add_subcommand("query", "Ask a store with read-only SQL or a saved query");
  verb->add_option("DB", options->path, "The fact store");
  verb->add_option("SQL", options->sql, "SQL, @NAME for a saved query, or - to read SQL from standard input");
  verb->add_option("PARAMETER", options->parameters, "NAME=VALUE for each :NAME in the SQL");
  verb->add_flag("--list", options->list, "List the saved queries");
  add_format_flags(*verb, *options);
  verb->footer(
      "Examples:\n"
      "  attest query facts.db \"SELECT quote, value, unit FROM figures WHERE unit = 'USD' ORDER BY value DESC\"\n"
      "  attest query facts.db --csv \"SELECT quote FROM figures WHERE unit = :unit\" unit=EUR\n"
      "  attest query --list");
  verb->callback([options, &status] { status = run_query_verb(*options); });
}

}  // namespace attest::command
