#include "gold_file.h"

#include <simdjson.h>

#include <string_view>

#include "record/names.h"

namespace attest::command {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// The member's text; "" where it is missing or null.
std::string text_of(const object& row, std::string_view key) {
  std::string_view text;
  return row[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::optional<double> number_of(const element& value) {
  double number = 0;
  if (value.get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

/// The member's number; where there is no such member, that of `otherwise`. A member that is null is no number.
std::optional<double> number_of(const object& row, std::string_view key, std::string_view otherwise) {
  element value;
  if (row[key].get(value) == simdjson::SUCCESS || row[otherwise].get(value) == simdjson::SUCCESS) return number_of(value);
  return std::nullopt;
}

/// One where there is no such member; none where it is null.
std::optional<std::uint32_t> count_of(const object& row) {
  element value;
  if (row["count"].get(value) != simdjson::SUCCESS) return 1;
  std::uint64_t count = 0;
  if (value.get(count) != simdjson::SUCCESS) return std::nullopt;
  return static_cast<std::uint32_t>(count);
}

bool is_true(const object& row, std::string_view key) {
  bool value = false;
  if (row[key].get(value) == simdjson::SUCCESS) return value;
  return !text_of(row, key).empty();  // a remark on why it is so
}

std::uint32_t offset_of(const object& row, std::string_view key) {
  std::uint64_t offset = 0;
  return row[key].get(offset) == simdjson::SUCCESS ? static_cast<std::uint32_t>(offset) : 0;
}

/// `also_interval` is one pair of dates or an array of pairs.
void read_intervals(const element& value, std::vector<std::pair<std::string, std::string>>& intervals) {
  simdjson::dom::array items;
  if (value.get(items) != simdjson::SUCCESS || items.size() == 0) return;
  std::string_view start;
  std::string_view end;
  if (items.at(0).get(start) == simdjson::SUCCESS && items.at(1).get(end) == simdjson::SUCCESS) {
    intervals.emplace_back(start, end);
    return;
  }
  for (const element item : items) read_intervals(item, intervals);
}

Annotation read_annotation(const object& row) {
  Annotation annotation;
  annotation.kind = text_of(row, "kind");
  annotation.chars = {offset_of(row, "start"), offset_of(row, "end")};
  annotation.text = text_of(row, "text");
  annotation.doubtful = is_true(row, "doubtful") || is_true(row, "in_citation");
  annotation.citation = text_of(row, "timex_kind") == "citation";
  annotation.quantity = text_of(row, "quantity");
  annotation.low = number_of(row, "low", "value");
  annotation.high = number_of(row, "high", "value");
  annotation.unit = text_of(row, "unit");
  annotation.start_date = text_of(row, "start_date");
  annotation.end_date = text_of(row, "end_date");
  annotation.timex = text_of(row, "timex");
  annotation.name = text_of(row, "name");
  annotation.count = count_of(row);
  annotation.worth = number_of(row, "value", "value");
  annotation.signed_start = text_of(row, "signed_start");
  element also;
  if (row["also_interval"].get(also) == simdjson::SUCCESS) read_intervals(also, annotation.also_intervals);
  return annotation;
}

std::optional<double> to_double(const std::optional<Decimal>& number) {
  return number ? std::optional<double>(number->to_double()) : std::nullopt;
}

}  // namespace

Result<GoldFile> read_gold_file(const std::string& path) {
  simdjson::dom::parser parser;
  object root;
  if (const auto code = parser.load(path).get(root); code != simdjson::SUCCESS) {
    return Error{code == simdjson::IO_ERROR ? ErrorCode::kNotFound : ErrorCode::kFormat, simdjson::error_message(code), path, {}};
  }
  GoldFile gold;
  gold.article = text_of(root, "article");
  gold.published = text_of(root, "published");
  simdjson::dom::array mentions;
  if (gold.article.empty() || root["mentions"].get(mentions) != simdjson::SUCCESS) {
    return Error{ErrorCode::kFormat, "no gold annotations", path, "expected an object with \"article\" and \"mentions\""};
  }
  for (const element item : mentions) {
    object row;
    if (item.get(row) == simdjson::SUCCESS) gold.mentions.push_back(read_annotation(row));
  }
  return gold;
}

Annotation to_annotation(const Mention& mention, const Document& document) {
  Annotation annotation;
  annotation.kind = kind_of(mention);
  annotation.chars = mention.chars;
  annotation.text = mention.bytes.of(document.text);
  if (const Figure* figure = mention.figure()) {
    annotation.quantity = name_of(figure->quantity);
    annotation.low = to_double(figure->low);
    annotation.high = to_double(figure->high);
    annotation.unit = figure->unit;
  }
  if (const DateExpression* date = mention.date()) {
    annotation.citation = date->citation;
    annotation.start_date = date->start_date;
    annotation.end_date = date->end_date;
    annotation.timex = date->timex;
  }
  if (const Name* name = mention.name()) annotation.name = name->name;
  if (const Agreement* agreement = mention.agreement()) {
    annotation.count = agreement->count;
    annotation.worth = to_double(agreement->value);
    annotation.signed_start = agreement->signed_start;
  }
  return annotation;
}

}  // namespace attest::command
