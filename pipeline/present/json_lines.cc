#include "present/json_lines.h"

#include <array>
#include <charconv>
#include <optional>

#include "base/sha256.h"
#include "record/names.h"
#include "text/code_points.h"

namespace attest {
namespace {

// For each byte 0 where it stands for itself inside a JSON string, the letter of its short escape, or 'u'.
constexpr std::array<char, 256> make_escapes() {
  std::array<char, 256> escapes{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) escapes[byte] = 'u';
  escapes['\b'] = 'b';
  escapes['\f'] = 'f';
  escapes['\n'] = 'n';
  escapes['\r'] = 'r';
  escapes['\t'] = 't';
  escapes['"'] = '"';
  escapes['\\'] = '\\';
  return escapes;
}

constexpr std::array<char, 256> kEscapes = make_escapes();

char escape_of(char byte) { return kEscapes[static_cast<unsigned char>(byte)]; }

void append_escape(std::string& out, char byte) {
  const char escape = escape_of(byte);
  out += '\\';
  out += escape;
  if (escape != 'u') return;
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(byte);
  out += "00";
  out += kHexadecimal[code >> 4];
  out += kHexadecimal[code & 15];
}

void append_integer(std::string& out, std::uint32_t number) {
  std::array<char, 10> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out.append(digits.data(), written.ptr);
}

void append_decimal(std::string& out, std::string_view key, const std::optional<Decimal>& number) {
  out += key;
  if (number) {
    number->append_to(out);
  } else {
    out += "null";
  }
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  out += key;
  append_json_string_or_null(out, text);
}

// Names come from our own lists and need no escaping.
void append_name(std::string& out, std::string_view key, std::string_view name) {
  out += key;
  out += '"';
  out += name;
  out += '"';
}

void append_span(std::string& out, Span chars) {
  out += ",\"start\":";
  append_integer(out, chars.begin);
  out += ",\"end\":";
  append_integer(out, chars.end);
}

void append_figure(std::string& out, const Figure& figure) {
  append_name(out, ",\"quantity\":", name_of(figure.quantity));
  append_decimal(out, ",\"value\":", figure.value);
  append_decimal(out, ",\"low\":", figure.low);
  append_decimal(out, ",\"high\":", figure.high);
  append_text(out, ",\"unit\":", figure.unit);
  append_name(out, ",\"bound\":", name_of(figure.bound));
  append_decimal(out, ",\"rounding\":", figure.rounding);
  append_text(out, ",\"noun\":", figure.noun);
}

void append_date(std::string& out, const DateExpression& date) {
  append_name(out, ",\"type\":", name_of(date.type));
  append_text(out, ",\"start_date\":", date.start_date);
  append_text(out, ",\"end_date\":", date.end_date);
  append_text(out, ",\"timex\":", date.timex);
  append_text(out, ",\"mod\":", date.mod);
  append_text(out, ",\"alternative\":", date.alternative);
  out += date.relative ? ",\"relative\":true" : ",\"relative\":false";
  append_name(out, ",\"timex_kind\":", date.citation ? "citation" : "text");
}

void append_name_fields(std::string& out, const Name& name) {
  append_text(out, ",\"name\":", name.name);
  append_text(out, ",\"type\":", name.type);
  append_text(out, name.kind == NameKind::kOrganisation ? ",\"org_id\":" : ",\"id\":", name.id);
  append_text(out, ",\"country\":", name.country);
}

void append_list(std::string& out, std::string_view key, const std::vector<std::string>& texts) {
  out += key;
  out += '[';
  for (const std::string& text : texts) {
    if (out.back() != '[') out += ',';
    append_json_string(out, text);
  }
  out += ']';
}

void append_agreement(std::string& out, const Agreement& agreement) {
  append_name(out, ",\"agreement_kind\":", name_of(agreement.kind));
  append_text(out, ",\"title\":", agreement.title);
  out += ",\"count\":";
  if (agreement.count) {
    append_integer(out, *agreement.count);
  } else {
    out += "null";
  }
  append_list(out, ",\"parties\":", agreement.parties);
  append_text(out, ",\"signed_start\":", agreement.signed_start);
  append_text(out, ",\"signed_end\":", agreement.signed_end);
  append_text(out, ",\"place\":", agreement.place);
  append_decimal(out, ",\"value\":", agreement.value);
  append_text(out, ",\"value_unit\":", agreement.value_unit);
  append_text(out, ",\"subject\":", agreement.subject);
  append_name(out, ",\"status\":", name_of(agreement.status));
  append_text(out, ",\"agreement_id\":", agreement.id);
}

void append_change(std::string& out, const Change& change) {
  out += ",\"change\":";
  if (change.direction == ChangeDirection::kNone) {
    out += "null";
    return;
  }
  append_name(out, "{\"direction\":", name_of(change.direction));
  append_text(out, ",\"kind\":", name_of(change.kind));
  append_text(out, ",\"base_start\":", change.base_start);
  append_text(out, ",\"base_end\":", change.base_end);
  out += '}';
}

// What the fact says, without its figure and its passage.
void append_context(std::string& out, const Fact& fact) {
  append_text(out, ",\"measure_id\":", fact.measure_id);
  append_text(out, ",\"measure\":", fact.measure);
  append_list(out, ",\"parties\":", fact.parties);
  append_text(out, ",\"from\":", fact.from);
  append_text(out, ",\"to\":", fact.to);
  append_text(out, ",\"period_start\":", fact.period_start);
  append_text(out, ",\"period_end\":", fact.period_end);
  append_name(out, ",\"period_source\":", name_of(fact.period_source));
  append_name(out, ",\"status\":", name_of(fact.status));
  append_change(out, fact.change);
  append_text(out, ",\"whole\":", fact.whole);
  append_text(out, ",\"scope\":", fact.scope);
  append_name(out, ",\"attribution\":{\"kind\":", name_of(fact.attribution.kind));
  append_text(out, ",\"name\":", fact.attribution.name);
  out += '}';
  append_text(out, ",\"rule\":", fact.rule);
}

void append_metadata(std::string& out, const DocumentMetadata& metadata) {
  append_text(out, ",\"title\":", metadata.title);
  append_text(out, ",\"publisher\":", metadata.publisher);
  append_text(out, ",\"author\":", metadata.author);
  append_text(out, ",\"published\":", metadata.published);
  append_name(out, ",\"published_basis\":", name_of(metadata.published_basis));
  append_text(out, ",\"language\":", metadata.language);
}

void append_doc(std::string& out, const std::string& source) {
  out += ",\"doc\":";
  append_json_string(out, is_valid_utf8(source) ? source : to_valid_utf8(source));
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;  // start of the bytes not yet copied
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (escape_of(text[i]) == 0) continue;
    out.append(text, plain, i - plain);
    append_escape(out, text[i]);
    plain = i + 1;
  }
  out.append(text, plain);
  out += '"';
}

void append_json_string_or_null(std::string& out, std::string_view text) {
  if (text.empty()) {
    out += "null";
  } else {
    append_json_string(out, text);
  }
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t valid = valid_utf8_prefix(text);
    out.append(text.substr(0, valid));
    if (valid == text.size()) break;
    out += "\xEF\xBF\xBD";
    text.remove_prefix(valid + 1);
  }
  return out;
}

namespace {

/// `,"origins":[[0,"/html/body/p"],...]`, in code points; nothing where there are none.
void append_origins(std::string& out, const Document& document) {
  if (document.origins.empty()) return;
  const CodePointIndex code_points(document.text);
  out += ",\"origins\":[";
  for (const Origin& origin : document.origins) {
    if (out.back() != '[') out += ',';
    out += '[';
    append_integer(out, code_points.to_code_points(origin.begin));
    out += ',';
    append_json_string(out, origin.place);
    out += ']';
  }
  out += ']';
}

}  // namespace

void append_text_record(std::string& out, const Document& document) {
  out += "{\"record\":\"document\"";
  append_doc(out, document.source);
  append_metadata(out, document.metadata);
  append_text(out, ",\"url\":", document.metadata.url);
  append_name(out, ",\"sha256\":", sha256_hex(document.text));
  out += ",\"chars\":";
  append_integer(out, CodePointIndex(document.text).size());
  append_text(out, ",\"media_type\":", document.media_type);
  append_origins(out, document);
  out += ",\"text\":";
  append_json_string(out, document.text);
  out += "}\n";
}

RecordWriter::RecordWriter(const Document& document, std::string& out) : document_(&document), out_(&out) {
  append_doc(doc_field_, document.source);
}

void RecordWriter::begin(std::string_view record) {
  append_name(*out_, "{\"record\":", record);
  *out_ += doc_field_;
}

void RecordWriter::begin_document(std::uint32_t characters, std::string_view sha256) {
  begin("document");
  append_metadata(*out_, document_->metadata);
  append_name(*out_, ",\"sha256\":", sha256);
  *out_ += ",\"chars\":";
  append_integer(*out_, characters);
}

void RecordWriter::document(std::uint32_t characters, std::string_view sha256) {
  begin_document(characters, sha256);
  end();
}

void RecordWriter::document(std::uint32_t characters, std::string_view sha256, const Transfer& transfer) {
  begin_document(characters, sha256);
  append_text(*out_, ",\"url\":", document_->metadata.url);
  append_text(*out_, ",\"media_type\":", document_->media_type);
  append_text(*out_, ",\"program_version\":", transfer.program_version);
  append_text(*out_, ",\"rules_digest\":", transfer.rules_digest);
  *out_ += ",\"records\":{\"sentence\":";
  append_integer(*out_, static_cast<std::uint32_t>(transfer.sentences));
  *out_ += ",\"mention\":";
  append_integer(*out_, static_cast<std::uint32_t>(transfer.mentions));
  *out_ += ",\"fact\":";
  append_integer(*out_, static_cast<std::uint32_t>(transfer.facts));
  *out_ += '}';
  append_origins(*out_, *document_);
  *out_ += ",\"text\":";
  append_json_string(*out_, document_->text);
  end();
}

void RecordWriter::sentence(const SentenceRecord& sentence) {
  begin("sentence");
  append_span(*out_, sentence.chars);
  append_name(*out_, ",\"block\":", name_of(sentence.block));
  end();
}

void RecordWriter::mention(const Mention& mention) {
  begin("mention");
  append_name(*out_, ",\"kind\":", kind_of(mention));
  append_span(*out_, mention.chars);
  *out_ += ",\"text\":";
  append_json_string(*out_, mention.bytes.of(document_->text));
  append_text(*out_, ",\"rule\":", mention.rule);
  if (const Figure* figure = mention.figure()) append_figure(*out_, *figure);
  if (const DateExpression* date = mention.date()) append_date(*out_, *date);
  if (const Name* name = mention.name()) append_name_fields(*out_, *name);
  if (const Agreement* agreement = mention.agreement()) append_agreement(*out_, *agreement);
  end();
}

void RecordWriter::fact(const Fact& fact, const Mention& figure, std::string_view id) {
  begin("fact");
  append_text(*out_, ",\"id\":", id);
  *out_ += ",\"figure\":{\"start\":";
  append_integer(*out_, figure.chars.begin);
  *out_ += ",\"end\":";
  append_integer(*out_, figure.chars.end);
  *out_ += ",\"text\":";
  append_json_string(*out_, figure.bytes.of(document_->text));
  if (const Figure* content = figure.figure()) append_figure(*out_, *content);
  *out_ += "},\"sentence\":{\"start\":";
  append_integer(*out_, figure.sentence_chars.begin);
  *out_ += ",\"end\":";
  append_integer(*out_, figure.sentence_chars.end);
  *out_ += '}';
  append_context(*out_, fact);
  end();
}

}  // namespace attest
