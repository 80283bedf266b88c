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
  for (const std::string* field : {&date.mod, &date.alternative}) {
    if (!field->empty()) form += "\t" + *field;
  }
  return form;
}

void append_field(std::string& form, std::string_view field) {
  form += '\t';
  form += field;
}

std::string form_of(const Name& name) {
  std::string form(name_of(name.kind));
  for (const std::string* field : {&name.name, &name.type, &name.id, &name.country}) append_field(form, *field);
  return form;
}

// Lists end with a line feed, which no element holds, so that no two agreements give the same form.
std::string form_of(const Agreement& agreement) {
  std::string form(name_of(agreement.kind));
  append_field(form, name_of(agreement.status));
  append_field(form, agreement.count ? std::to_string(*agreement.count) : "");
  for (const std::string& party : agreement.parties) append_field(form, party);
  form += '\n';
  for (const std::string* field : {&agreement.title, &agreement.signed_start, &agreement.signed_end, &agreement.place,
                                   &agreement.value_unit, &agreement.subject, &agreement.id}) {
    append_field(form, *field);
  }
  form += '\t';
  append_decimal(form, agreement.value);
  return form;
}

std::string form_of(const Fact& fact) {
  std::string form = fact.measure_id;
  append_field(form, fact.measure);
  for (const std::string& party : fact.parties) append_field(form, party);
  form += '\n';
  for (const std::string_view field :
       {std::string_view(fact.from), std::string_view(fact.to), std::string_view(fact.period_start), std::string_view(fact.period_end),
        name_of(fact.status), name_of(fact.change.direction), name_of(fact.change.kind), std::string_view(fact.change.base_start),
        std::string_view(fact.change.base_end), std::string_view(fact.whole), std::string_view(fact.scope), name_of(fact.attribution.kind),
        std::string_view(fact.attribution.name)}) {
    append_field(form, field);
  }
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

std::string fact_id(std::string_view document_id, const Mention& figure, const Fact& fact) {
  return mention_id(document_id, "fact", figure.chars, normal_form(figure) + '\n' + form_of(fact));
}

}  // namespace attest
