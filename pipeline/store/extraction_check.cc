#include "store/extraction_check.h"

#include <charconv>
#include <chrono>
#include <string>
#include <string_view>

#include "record/names.h"

namespace attest {
namespace {

constexpr std::size_t kMostSentences = std::size_t{1} << 24;  // schema.sql: sentence_number

std::string shown(Span span) { return std::to_string(span.begin) + ".." + std::to_string(span.end); }

/// A number of exactly `digits` digits at `position` of `text`; -1 for anything else.
int digits_at(std::string_view text, std::size_t position, std::size_t digits) {
  int value = 0;
  const char* begin = text.data() + position;
  const auto [end, problem] = std::from_chars(begin, begin + digits, value);
  return problem == std::errc{} && end == begin + digits && *begin != '-' ? value : -1;
}

/// True for `YYYY-MM-DD` naming a real day.
bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits_at(text, 0, 4);
  const int month = digits_at(text, 5, 2);
  const int day = digits_at(text, 8, 2);
  if (year < 0 || month < 0 || day < 0) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool is_day_or_empty(std::string_view text) { return text.empty() || is_day(text); }

/// True for days in order; either end may be open.
bool is_interval(std::string_view start, std::string_view end) {
  return is_day_or_empty(start) && is_day_or_empty(end) && (start.empty() || end.empty() || start < end);
}

/// What is wrong with a figure's or date's own fields; "" where nothing is.
std::string content_fault(const Figure& figure) {
  if (figure.low && figure.high && *figure.high < *figure.low) return "its low is over its high";
  if (figure.rounding && figure.rounding->is_negative()) return "its rounding is negative";
  return {};
}

std::string content_fault(const DateExpression& date) {
  if (!is_day_or_empty(date.start_date) || !is_day_or_empty(date.end_date)) return "its days are not YYYY-MM-DD";
  const bool both = !date.start_date.empty() && !date.end_date.empty();
  return both && date.end_date <= date.start_date ? "it ends before it begins" : "";
}

std::string content_fault(const Name& name) { return name.name.empty() ? "it names nothing" : ""; }

std::string content_fault(const Agreement& agreement) {
  if (!is_day_or_empty(agreement.signed_start) || !is_day_or_empty(agreement.signed_end)) return "its days are not YYYY-MM-DD";
  if (agreement.value.has_value() == agreement.value_unit.empty()) return "a value and its unit go together";
  if (agreement.id.empty()) return "it has no agreement_id";
  const bool both = !agreement.signed_start.empty() && !agreement.signed_end.empty();
  if (both && agreement.signed_end <= agreement.signed_start) return "it ends before it begins";
  for (const std::string& party : agreement.parties) {
    if (party.empty() || party.find('\n') != std::string::npos) return "a party is empty or has several lines";
  }
  return {};
}

class FaultFinder {
 public:
  FaultFinder(const ExtractedDocument& extracted, const CodePointIndex& code_points) : extracted_(extracted), code_points_(code_points) {}

  std::string find() const {
    for (const auto check : {&FaultFinder::document, &FaultFinder::sentences, &FaultFinder::mentions, &FaultFinder::facts}) {
      if (std::string fault = (this->*check)(); !fault.empty()) return fault;
    }
    return {};
  }

 private:
  std::string document() const {
    const Document& document = extracted_.document;
    if (document.source.empty()) return "the document has no source";
    if (document.source.find('\0') != std::string::npos) return "its source holds a NUL byte";
    if (document.text.find('\0') != std::string::npos) return "its text holds a NUL byte";
    if (!is_valid_utf8(document.text) || !is_valid_utf8(document.source)) return "its text or source is not UTF-8";
    if (!is_day_or_empty(document.metadata.published)) return "its publication date is not YYYY-MM-DD: " + document.metadata.published;
    if (document.media_type.empty()) return "it has no media type";
    if (extracted_.extraction.characters != code_points_.size()) {
      return "the extraction is of another text: " + std::to_string(extracted_.extraction.characters) + " code points, the text has " +
             std::to_string(code_points_.size());
    }
    return {};
  }

  std::string sentences() const {
    const auto& sentences = extracted_.extraction.sentences;
    if (sentences.size() >= kMostSentences) return "more than " + std::to_string(kMostSentences) + " sentences";
    std::uint32_t end = 0;
    for (const SentenceRecord& sentence : sentences) {
      if (!is_passage(sentence.bytes, sentence.chars) || sentence.bytes.begin < end)
        return "no sentence can be at " + shown(sentence.chars);
      end = sentence.bytes.end;
    }
    return {};
  }

  std::string mentions() const {
    const Mention* previous = nullptr;
    for (const Mention& mention : extracted_.extraction.mentions) {
      std::string fault = mention_fault(mention);
      if (fault.empty() && previous != nullptr) fault = order_fault(*previous, mention);
      if (!fault.empty()) return "the " + std::string(kind_of(mention)) + " at " + shown(mention.chars) + ": " + fault;
      previous = &mention;
    }
    return {};
  }

  std::string facts() const {
    const auto& mentions = extracted_.extraction.mentions;
    std::uint32_t next = 0;
    for (const Fact& fact : extracted_.extraction.facts) {
      if (fact.figure >= mentions.size()) return "a fact is about figure " + std::to_string(fact.figure) + ", which is not there";
      const Mention& figure = mentions[fact.figure];
      std::string fault = fact.figure < next ? "it is out of order or given twice" : fact_fault(fact, figure);
      if (!fault.empty()) return "the fact at " + shown(figure.chars) + ": " + fault;
      next = fact.figure + 1;
    }
    return {};
  }

  std::string fact_fault(const Fact& fact, const Mention& figure) const {
    if (figure.figure() == nullptr) return "it is about a passage that is no figure";
    if (fact.rule.empty()) return "no rule is named";
    for (const FactStep& step : fact.steps) {
      if (step.bytes.end < step.bytes.begin || step.bytes.end > extracted_.document.text.size()) return "its derivation leaves the text";
      if (step.part.empty()) return "a step of its derivation names no part";
    }
    for (const std::string& party : fact.parties) {
      if (party.empty() || party.find('\n') != std::string::npos) return "a party is empty or has a line break";
    }
    if (!is_interval(fact.period_start, fact.period_end)) return "its period is no interval of days";
    return is_interval(fact.change.base_start, fact.change.base_end) ? "" : "its base period is no interval of days";
  }

  std::string mention_fault(const Mention& mention) const {
    if (!is_passage(mention.bytes, mention.chars)) return "no such passage, or its bytes and code points disagree";
    if (!mention.sentence_chars.contains(mention.chars)) return "it is not in its sentence " + shown(mention.sentence_chars);
    if (mention.sentence_chars.end > code_points_.size()) return "its sentence ends behind the text";
    if (mention.rule.empty()) return "no rule is named";
    for (const DerivationStep& step : mention.derivation) {
      if (step.bytes.end < step.bytes.begin || step.bytes.end > extracted_.document.text.size()) return "its derivation leaves the text";
      if (step.rule.empty()) return "a step of its derivation names no rule";
    }
    return std::visit([](const auto& content) { return content_fault(content); }, mention.content);
  }

  /// Ids are by span and normal form: the same passage may be of one kind once.
  static std::string order_fault(const Mention& previous, const Mention& mention) {
    if (mention.bytes < previous.bytes) return "it is out of order";
    const bool repeated = mention.bytes == previous.bytes && kind_of(mention) == kind_of(previous);
    return repeated ? "the same passage is given twice" : "";
  }

  bool is_passage(Span bytes, Span chars) const {
    return bytes.begin < bytes.end && bytes.end <= extracted_.document.text.size() && starts_character(bytes.begin) &&
           starts_character(bytes.end) && code_points_.to_code_points(bytes) == chars;
  }

  bool starts_character(std::uint32_t offset) const {
    const std::string& text = extracted_.document.text;
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
  }

  const ExtractedDocument& extracted_;
  const CodePointIndex& code_points_;
};

}  // namespace

std::optional<Error> find_fault(const ExtractedDocument& extracted, const CodePointIndex& code_points) {
  std::string fault = FaultFinder(extracted, code_points).find();
  if (fault.empty()) return std::nullopt;
  return Error{ErrorCode::kFormat, std::move(fault), extracted.document.source, {}};
}

}  // namespace attest
