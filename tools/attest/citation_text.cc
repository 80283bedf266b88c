#include "citation_text.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <iterator>
#include <optional>

#include "present/display_text.h"
#include "present/passage.h"
#include "record/names.h"
#include "terminal.h"
#include "text/code_points.h"

namespace attest::command {
namespace {

void append_line(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) fmt::format_to(std::back_inserter(out), "  {:<10} {}\n", name, on_one_line(value));
}

std::string number_or_dash(const std::optional<Decimal>& number) { return number ? number->to_string() : "-"; }

std::string with_unit(const std::string& number, const std::string& unit) { return unit.empty() ? number : number + " " + unit; }

/// The numbers that the written digits may stand for, half-open: the value plus and minus half a unit in its last place.
std::string interval_of(const Figure& figure) {
  if (!figure.value || !figure.rounding || figure.rounding->is_zero()) return {};
  const auto low = subtract(*figure.value, *figure.rounding);
  const auto high = add(*figure.value, *figure.rounding);
  return low && high ? "[" + low->to_string() + ", " + high->to_string() + ")" : std::string();
}

void append_figure(std::string& out, const Figure& figure) {
  if (figure.value) {
    append_line(out, "value", with_unit(figure.value->to_string(), figure.unit));
  } else {
    append_line(out, "range", with_unit(number_or_dash(figure.low) + " to " + number_or_dash(figure.high), figure.unit));
  }
  append_line(out, "quantity", name_of(figure.quantity));
  append_line(out, "bound", name_of(figure.bound));
  append_line(out, "noun", figure.noun);
  if (figure.rounding) append_line(out, "rounding", figure.rounding->to_string());
  append_line(out, "interval", interval_of(figure));
}

void append_date(std::string& out, const DateExpression& date) {
  append_line(out, "type", name_of(date.type));
  append_line(out, "timex", date.timex);
  if (!date.start_date.empty()) append_line(out, "interval", "[" + date.start_date + ", " + date.end_date + ")");
  append_line(out, "relative", date.relative ? "yes" : "no");
  if (!date.mod.empty()) append_line(out, "modifier", date.mod);
  if (!date.alternative.empty()) append_line(out, "or", date.alternative);
}

void append_name(std::string& out, const Name& name) {
  append_line(out, "name", name.name);
  append_line(out, "type", name.type);
  append_line(out, "id", name.id);
  append_line(out, "country", name.country);
}

std::string in_words(const std::vector<std::string>& parties) {
  std::string words;
  for (const std::string& party : parties) words += (words.empty() ? "" : ", ") + party;
  return words;
}

void append_agreement(std::string& out, const Agreement& agreement) {
  append_line(out, "kind", name_of(agreement.kind));
  append_line(out, "title", agreement.title);
  append_line(out, "count", agreement.count ? std::to_string(*agreement.count) : "not stated");
  append_line(out, "parties", in_words(agreement.parties));
  if (!agreement.signed_start.empty()) append_line(out, "signed", "[" + agreement.signed_start + ", " + agreement.signed_end + ")");
  append_line(out, "place", agreement.place);
  if (agreement.value) append_line(out, "value", with_unit(agreement.value->to_string(), agreement.value_unit));
  append_line(out, "subject", agreement.subject);
  append_line(out, "status", name_of(agreement.status));
  append_line(out, "id", agreement.id);
}

void append_place(std::string& out, const MentionCitation& cited) {
  append_line(out, "at",
              fmt::format("{}:{}:{}, characters {} to {}", cited.document.uri, cited.line, cited.column, cited.mention.chars.begin,
                          cited.mention.chars.end));
  append_line(out, "in input", cited.place);
}

std::string parties_of(const Fact& fact) {
  std::string parties = fmt::format("{}", fmt::join(fact.parties, ", "));
  if (fact.from.empty() && fact.to.empty()) return parties;
  return parties + fmt::format(" (from {} to {})", fact.from.empty() ? "-" : fact.from, fact.to.empty() ? "-" : fact.to);
}

std::string period_of(const Fact& fact) {
  if (fact.period_start.empty() && fact.period_end.empty()) return {};
  return fmt::format("[{}, {}) ({})", fact.period_start.empty() ? "-" : fact.period_start, fact.period_end.empty() ? "-" : fact.period_end,
                     name_of(fact.period_source));
}

std::string change_of(const Change& change) {
  if (change.direction == ChangeDirection::kNone) return {};
  std::string text(name_of(change.direction));
  if (change.kind != ChangeKind::kLevel) text += fmt::format(", {}", name_of(change.kind));
  if (!change.base_start.empty()) text += fmt::format(", from [{}, {})", change.base_start, change.base_end);
  return text;
}

std::string attribution_of(const Attribution& attribution) {
  if (attribution.name.empty()) return std::string(name_of(attribution.kind));
  return fmt::format("{} ({})", attribution.name, name_of(attribution.kind));
}

void append_context(std::string& out, const Fact& fact) {
  append_line(out, "measure", fact.measure_id.empty() ? fact.measure : fmt::format("{} ({})", fact.measure, fact.measure_id));
  append_line(out, "parties", parties_of(fact));
  append_line(out, "period", period_of(fact));
  append_line(out, "status", name_of(fact.status));
  append_line(out, "change", change_of(fact.change));
  append_line(out, "whole", fact.whole);
  append_line(out, "scope", fact.scope);
  append_line(out, "stated by", attribution_of(fact.attribution));
}

void append_step(std::string& out, const DerivationStep& step, std::string_view text, const CodePointIndex& code_points) {
  out.append(2 + 2 * std::size_t{step.depth}, ' ');
  if (!step.part.empty()) out += step.part + ": ";
  const Span chars = code_points.to_code_points(step.bytes);
  fmt::format_to(std::back_inserter(out), "{}  \"{}\" at {}..{}", step.rule, on_one_line(step.bytes.of(text)), chars.begin, chars.end);
  if (!step.value.empty()) out += " -> " + on_one_line(step.value);
  out += '\n';
}

}  // namespace

std::string document_lines(const StoredDocument& document) {
  const DocumentMetadata& metadata = document.metadata;
  std::string out;
  append_line(out, "document", document.uri);
  append_line(out, "title", metadata.title);
  append_line(out, "publisher", metadata.publisher);
  append_line(out, "author", metadata.author);
  if (!metadata.published.empty()) {
    append_line(out, "published", fmt::format("{} ({})", metadata.published, name_of(metadata.published_basis)));
  }
  append_line(out, "url", metadata.url);
  append_line(out, "version", fmt::format("{}{}", document.version, document.is_current ? "" : " (a newer one is stored)"));
  return out;
}

std::string mention_lines(const MentionCitation& cited) {
  std::string out = fmt::format("{} {}\n", kind_of(cited.mention), cited.mention_id);
  append_line(out, "quote", cited.quote);
  if (const Figure* figure = cited.mention.figure()) append_figure(out, *figure);
  if (const DateExpression* date = cited.mention.date()) append_date(out, *date);
  if (const Name* name = cited.mention.name()) append_name(out, *name);
  if (const Agreement* agreement = cited.mention.agreement()) append_agreement(out, *agreement);
  append_line(out, "rule", cited.mention.rule);
  append_place(out, cited);
  return out;
}

std::string fact_lines(const FactCitation& cited) {
  std::string out = fmt::format("fact {}\n", cited.fact_id);
  append_line(out, "quote", cited.passage.quote);
  if (const Figure* figure = cited.passage.mention.figure()) append_figure(out, *figure);
  append_context(out, cited.fact);
  append_line(out, "rule", cited.fact.rule);
  append_place(out, cited.passage);
  return out;
}

std::string fact_step_lines(const std::vector<FactStep>& steps, std::string_view text) {
  const CodePointIndex code_points(text);
  std::string out;
  for (const FactStep& step : steps) {
    fmt::format_to(std::back_inserter(out), "  {}: {} -> {}", step.part, step.source, on_one_line(step.value));
    if (step.bytes.begin < step.bytes.end && step.bytes.end <= text.size()) {
      const Span chars = code_points.to_code_points(step.bytes);
      fmt::format_to(std::back_inserter(out), "  \"{}\" at {}..{}", on_one_line(step.bytes.of(text)), chars.begin, chars.end);
    }
    out += '\n';
  }
  return out;
}

std::string passage_line(const MentionCitation& cited, bool with_context) {
  Passage passage;
  passage.sentence = cited.sentence;
  passage.quote = cited.quote_in_sentence;
  passage.line = cited.line;
  if (with_context) {
    passage.before = cited.before;
    passage.after = cited.after;
  }
  return marked_passage(passage, standard_output_is_terminal() ? terminal_marks() : PassageMarks{}) + "\n";
}

std::string derivation_lines(const std::vector<DerivationStep>& steps, std::string_view text) {
  const CodePointIndex code_points(text);
  std::string out;
  for (const DerivationStep& step : steps) append_step(out, step, text, code_points);
  return out;
}

}  // namespace attest::command
