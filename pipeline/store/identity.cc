#include "store/identity.h"

#include <optional>

#include "base/sha256.h"
#include "record/names.h"

namespace attest {
namespace {

constexpr std::size_t kIdDigits = 32;

void append_decimal(std::string& out, const std::optional<Decimal>& number) {
  if (number) number->append_to(out);
  out += '\t';
}

std::string form_of(const Figure& figure) {
  std::string form(name_of(figure.quantity));
  form += '\t';
  append_decimal(form, figure.value);
  append_decimal(form, figure.low);
  append_decimal(form, figure.high);
  form += figure.unit;
  form += '\t';
  form += name_of(figure.bound);
  form += '\t';
  append_decimal(form, figure.rounding);
  form += figure.noun;
  return form;
}

std::string form_of(const DateExpression& date) {
  std::string form(name_of(date.type));
  for (const std::string* field : {&date.start_date, &date.end_date, &date.timex}) {
    form += '\t';
    form += *field;
  }
  form += date.relative ? "\trelative" : "\t";
  form += date.citation ? "\tcitation" : "\t";
  return form;
}

}  // namespace

std::string document_id(std::string_view uri, std::string_view text_sha256) {
  // The digest has a fixed length, so no two pairs give the same bytes.
  std::string identity = "document\n";
  identity += text_sha256;
  identity += '\n';
  identity += uri;
  return content_id(identity);
}

std::string normal_form(const Mention& mention) {
  return std::visit([](const auto& content) { return form_of(content); }, mention.content);
}

std::string mention_id(std::string_view document_id, std::string_view kind, Span chars, std::string_view normal_form) {
  std::string identity = "mention\n";
  identity += document_id;
  identity += '\n';
  identity += kind;
  identity += '\n';
  identity += std::to_string(chars.begin);
  identity += '\n';
  identity += std::to_string(chars.end);
  identity += '\n';
  identity += normal_form;
  std::string id(document_id.substr(0, kSharedIdDigits));
  id.append(content_id(identity), 0, kIdDigits - kSharedIdDigits);
  return id;
}

}  // namespace attest
