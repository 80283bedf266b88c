#include "record_line.h"

#include <simdjson.h>

#include <utility>
#include <vector>

#include "base/trimmed.h"
#include "record/names.h"
#include "value/decimal.h"

namespace attest::command {

namespace ondemand = simdjson::ondemand;

struct RecordParser::State {
  ondemand::parser json;
};

namespace {

/// What is wrong with a line; caught at the only way out of this file.
struct BadLine {
  std::string what;
};

[[noreturn]] void refuse(std::string_view field, std::string_view what) {
  throw BadLine{"field \"" + std::string(field) + "\" " + std::string(what)};
}

/// Takes the fields of one JSON object, in any order.
class Fields {
 public:
  explicit Fields(ondemand::object object) : object_(object) {}

  /// "" where it is missing or null.
  std::string text(std::string_view name) {
    ondemand::value value;
    if (!find(name, value)) return {};
    std::string_view text;
    if (value.get_string().get(text)) refuse(name, "is no text");
    return std::string(text);
  }

  std::string required_text(std::string_view name) {
    std::string found = text(name);
    if (found.empty()) refuse(name, "is missing");
    return found;
  }

  std::optional<Decimal> decimal(std::string_view name) {
    ondemand::value value;
    if (!find(name, value)) return std::nullopt;
    const auto number = Decimal::parse(trimmed(value.raw_json_token()));
    if (!number) refuse(name, "is no number that fits");
    ignore(value);
    return number;
  }

  std::optional<std::uint64_t> integer(std::string_view name) {
    ondemand::value value;
    if (!find(name, value)) return std::nullopt;
    std::uint64_t number = 0;
    if (value.get_uint64().get(number)) refuse(name, "is no whole number");
    return number;
  }

  std::uint32_t offset(std::string_view name) {
    const auto number = integer(name);
    if (!number || *number > UINT32_MAX) refuse(name, "is no offset");
    return static_cast<std::uint32_t>(*number);
  }

  bool flag(std::string_view name) {
    ondemand::value value;
    bool set = false;
    if (find(name, value) && value.get_bool().get(set)) refuse(name, "is neither true nor false");
    return set;
  }

  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> found;
    ondemand::value value;
    if (!find(name, value)) return found;
    ondemand::array array;
    if (value.get_array().get(array)) refuse(name, "is no list");
    for (auto element : array) {
      std::string_view text;
      if (element.get_string().get(text)) refuse(name, "is no list of texts");
      found.emplace_back(text);
    }
    return found;
  }

  /// Calls `read` with the number and the text of each pair of a list; not where it is missing or null.
  template <typename Read>
  void pairs(std::string_view name, Read&& read) {
    ondemand::value value;
    if (!find(name, value)) return;
    ondemand::array array;
    if (value.get_array().get(array)) refuse(name, "is no list");
    for (auto element : array) {
      ondemand::array pair;
      if (element.get_array().get(pair)) refuse(name, "is no list of pairs");
      std::uint64_t number = 0;
      std::string_view text;
      int taken = 0;
      for (auto part : pair) {
        if (taken == 0 ? bool(part.get_uint64().get(number)) : taken > 1 || part.get_string().get(text))
          refuse(name, "is no list of pairs");
        ++taken;
      }
      read(number, text);
    }
  }

  Span span() {
    const std::uint32_t begin = offset("start");
    return {begin, offset("end")};
  }

  /// The value of an enumeration; `otherwise` where the field is missing or null.
  template <typename Enum>
  Enum named(std::string_view name, std::optional<Enum> (*of)(std::string_view) noexcept, Enum otherwise) {
    const std::string text_value = text(name);
    if (text_value.empty()) return otherwise;
    const auto known = of(text_value);
    if (!known) refuse(name, "has an unknown value: " + text_value);
    return *known;
  }

  /// Calls `read` with the fields of an object; not where it is missing or null.
  template <typename Read>
  bool nested(std::string_view name, Read&& read) {
    ondemand::value value;
    if (!find(name, value)) return false;
    ondemand::object object;
    if (value.get_object().get(object)) refuse(name, "is no object");
    read(Fields(object));
    return true;
  }

 private:
  bool find(std::string_view name, ondemand::value& value) {
    if (object_.find_field_unordered(name).get(value)) return false;
    ondemand::json_type type{};
    if (value.type().get(type)) refuse(name, "is malformed JSON");
    if (type != ondemand::json_type::null) return true;
    bool null = false;
    if (value.is_null().get(null) || !null) refuse(name, "is malformed JSON");
    return false;
  }

  /// Moves behind a number whose token was read raw.
  static void ignore(ondemand::value& value) {
    double number = 0;
    if (value.get_double().get(number)) return;
  }

  ondemand::object object_;
};

Figure read_figure(Fields& fields) {
  Figure figure;
  figure.quantity = fields.named("quantity", quantity_named, Quantity::kCount);
  figure.value = fields.decimal("value");
  figure.low = fields.decimal("low");
  figure.high = fields.decimal("high");
  figure.unit = fields.text("unit");
  figure.bound = fields.named("bound", bound_named, Bound::kExact);
  figure.rounding = fields.decimal("rounding");
  figure.noun = fields.text("noun");
  return figure;
}

DateExpression read_date(Fields& fields) {
  DateExpression date;
  date.type = fields.named("type", date_type_named, DateType::kDate);
  date.start_date = fields.text("start_date");
  date.end_date = fields.text("end_date");
  date.timex = fields.text("timex");
  date.mod = fields.text("mod");
  date.alternative = fields.text("alternative");
  date.relative = fields.flag("relative");
  date.citation = fields.text("timex_kind") == "citation";
  return date;
}

Name read_name(Fields& fields, NameKind kind) {
  Name name;
  name.kind = kind;
  name.name = fields.required_text("name");
  name.type = fields.text("type");
  name.id = fields.text(kind == NameKind::kOrganisation ? "org_id" : "id");
  name.country = fields.text("country");
  return name;
}

Agreement read_agreement(Fields& fields) {
  Agreement agreement;
  agreement.kind = fields.named("agreement_kind", agreement_kind_named, AgreementKind::kAgreement);
  agreement.title = fields.text("title");
  const auto count = fields.integer("count");
  agreement.count = count ? std::optional<std::uint32_t>(static_cast<std::uint32_t>(*count)) : std::nullopt;
  agreement.parties = fields.texts("parties");
  agreement.signed_start = fields.text("signed_start");
  agreement.signed_end = fields.text("signed_end");
  agreement.place = fields.text("place");
  agreement.value = fields.decimal("value");
  agreement.value_unit = fields.text("value_unit");
  agreement.subject = fields.text("subject");
  agreement.status = fields.named("status", agreement_status_named, AgreementStatus::kUnknown);
  agreement.id = fields.text("agreement_id");
  return agreement;
}

Mention read_mention(Fields& fields) {
  Mention mention;
  mention.chars = fields.span();
  mention.rule = fields.required_text("rule");
  const std::string kind = fields.required_text("kind");
  if (kind == "figure") {
    mention.content = read_figure(fields);
  } else if (kind == "date") {
    mention.content = read_date(fields);
  } else if (kind == "agreement") {
    mention.content = read_agreement(fields);
  } else if (const auto name_kind = name_kind_named(kind)) {
    mention.content = read_name(fields, *name_kind);
  } else {
    refuse("kind", "has an unknown value: " + kind);
  }
  return mention;
}

Change read_change(Fields fields) {
  Change change;
  change.direction = fields.named("direction", change_direction_named, ChangeDirection::kNone);
  change.kind = fields.named("kind", change_kind_named, ChangeKind::kLevel);
  change.base_start = fields.text("base_start");
  change.base_end = fields.text("base_end");
  return change;
}

Attribution read_attribution(Fields fields) {
  Attribution attribution;
  attribution.kind = fields.named("kind", attribution_kind_named, AttributionKind::kArticle);
  attribution.name = fields.text("name");
  return attribution;
}

FactLine read_fact(Fields& fields) {
  FactLine line;
  Fact& fact = line.fact;
  fact.rule = fields.required_text("rule");
  const bool has_figure = fields.nested("figure", [&](Fields figure) {
    line.figure.chars = figure.span();
    line.figure.content = read_figure(figure);
  });
  if (!has_figure) refuse("figure", "is missing");
  line.figure.rule = fact.rule;
  line.figure.sentence_chars = line.figure.chars;
  fields.nested("sentence", [&](Fields sentence) { line.figure.sentence_chars = sentence.span(); });
  fact.measure_id = fields.text("measure_id");
  fact.measure = fields.text("measure");
  fact.parties = fields.texts("parties");
  fact.from = fields.text("from");
  fact.to = fields.text("to");
  fact.period_start = fields.text("period_start");
  fact.period_end = fields.text("period_end");
  fact.period_source = fields.named("period_source", period_source_named, PeriodSource::kNone);
  fact.status = fields.named("status", fact_status_named, FactStatus::kActual);
  fields.nested("change", [&](Fields change) { fact.change = read_change(change); });
  fact.whole = fields.text("whole");
  fact.scope = fields.text("scope");
  fields.nested("attribution", [&](Fields attribution) { fact.attribution = read_attribution(attribution); });
  return line;
}

SentenceRecord read_sentence(Fields& fields) {
  SentenceRecord sentence;
  sentence.chars = fields.span();
  sentence.block = fields.named("block", block_kind_named, BlockKind::kParagraph);
  return sentence;
}

RecordCounts read_counts(Fields fields) {
  return {fields.integer("sentence").value_or(0), fields.integer("mention").value_or(0), fields.integer("fact").value_or(0)};
}

DocumentLine read_document(Fields& fields) {
  DocumentLine line;
  Document& document = line.document;
  document.text = fields.text("text");
  if (document.text.empty()) refuse("text", "is missing; print the records with `attest extract --records all`");
  DocumentMetadata& metadata = document.metadata;
  metadata.title = fields.text("title");
  metadata.publisher = fields.text("publisher");
  metadata.author = fields.text("author");
  metadata.published = fields.text("published");
  metadata.published_basis = fields.named("published_basis", published_basis_named, PublishedBasis::kNone);
  metadata.language = fields.text("language");
  metadata.url = fields.text("url");
  if (std::string media_type = fields.text("media_type"); !media_type.empty()) document.media_type = std::move(media_type);
  fields.pairs("origins", [&](std::uint64_t begin, std::string_view place) {
    document.origins.push_back({static_cast<std::uint32_t>(begin), std::string(place)});  // code points, until the text is assembled
  });
  line.program_version = fields.text("program_version");
  line.rules_digest = fields.text("rules_digest");
  fields.nested("records", [&](Fields counts) { line.counts = read_counts(counts); });
  return line;
}

RecordLine read_record(Fields& fields) {
  const std::string record = fields.required_text("record");
  RecordLine line;
  line.doc = fields.required_text("doc");
  if (record == "document") {
    DocumentLine document = read_document(fields);
    document.document.source = line.doc;
    line.content = std::move(document);
  } else if (record == "sentence") {
    line.content = read_sentence(fields);
  } else if (record == "mention") {
    line.content = read_mention(fields);
  } else if (record == "fact") {
    line.content = read_fact(fields);
  } else {
    refuse("record", "has an unknown value: " + record);
  }
  return line;
}

}  // namespace

RecordParser::RecordParser() : state_(std::make_unique<State>()) {}
RecordParser::~RecordParser() = default;

Result<RecordLine> RecordParser::parse(std::string_view padded) {
  try {
    ondemand::document json;
    ondemand::object object;
    if (state_->json.iterate(padded.data(), padded.size(), padded.size() + simdjson::SIMDJSON_PADDING).get(json) ||
        json.get_object().get(object)) {
      return Error{ErrorCode::kFormat, "no JSON object", {}, "a line is a record that `attest extract` printed"};
    }
    Fields fields(object);
    return read_record(fields);
  } catch (const BadLine& bad) {
    return Error{ErrorCode::kFormat, bad.what, {}, {}};
  } catch (const simdjson::simdjson_error& error) {
    return Error{ErrorCode::kFormat, std::string("malformed JSON: ") + error.what(), {}, {}};
  }
}

}  // namespace attest::command
