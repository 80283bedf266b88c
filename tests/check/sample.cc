#include "check/sample.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "built_in_rules.h"
#include "check/checker.h"
#include "check/document_check.h"
#include "store/check_store.h"

namespace attest::sample {
namespace {

Mention mention_of(const Statement& statement, Span sentence) {
  Mention mention;
  const auto at = static_cast<std::uint32_t>(sentence.begin + statement.sentence.find(statement.quote));
  mention.bytes = {at, at + static_cast<std::uint32_t>(statement.quote.size())};
  mention.chars = mention.bytes;
  mention.sentence_chars = sentence;
  mention.rule = "sample";
  Figure figure;
  figure.quantity = statement.quantity;
  figure.value = Decimal::parse(statement.value);
  figure.low = figure.value;
  figure.high = figure.value;
  figure.rounding = Decimal::parse(statement.rounding);
  figure.unit = statement.unit;
  figure.bound = statement.bound;
  figure.noun = statement.noun;
  mention.content = figure;
  return mention;
}

Fact fact_of(const Statement& statement, std::uint32_t figure) {
  Fact fact;
  fact.figure = figure;
  fact.measure_id = statement.measure_id;
  fact.measure = statement.measure;
  fact.parties = statement.parties;
  fact.from = statement.from;
  fact.to = statement.to;
  if (!statement.period.empty()) {
    fact.period_start = statement.period + "-01-01";
    fact.period_end = std::to_string(std::stoi(statement.period) + 1) + "-01-01";
    fact.period_source = PeriodSource::kStated;
  }
  fact.status = statement.status;
  fact.change = statement.change;
  fact.whole = statement.whole;
  if (!statement.authority.empty()) fact.attribution = {AttributionKind::kBody, statement.authority};
  fact.rule = "sample";
  return fact;
}

std::string line_of(std::string_view check, std::string_view verdict, std::string_view severity, std::vector<std::string> quotes) {
  std::sort(quotes.begin(), quotes.end());
  std::string line = std::string(check).append(" ").append(verdict).append(" ").append(severity).append(":");
  for (const std::string& quote : quotes) line += " " + quote;
  return line;
}

}  // namespace

const CheckPolicy& policy() {
  static const CheckPolicy tables = [] {
    std::vector<PolicyFile> files;
    for (auto& [name, text] : built_in_policy()) files.push_back({name, text});
    auto parsed = CheckPolicy::parse(files);
    if (parsed) return *std::move(parsed);
    std::cerr << parsed.error().to_string() << "\n";
    std::abort();
  }();
  return tables;
}

ExtractedDocument document(std::string uri, const std::vector<Statement>& statements, std::string publisher) {
  ExtractedDocument extracted;
  extracted.document.source = std::move(uri);
  extracted.document.metadata.publisher = std::move(publisher);
  std::string& text = extracted.document.text;
  Span sentence;
  std::string last;
  for (const Statement& statement : statements) {
    if (statement.sentence != last) {
      sentence.begin = static_cast<std::uint32_t>(text.size());
      text += statement.sentence + "\n";
      sentence.end = static_cast<std::uint32_t>(text.size() - 1);
      extracted.extraction.sentences.push_back({sentence, sentence, BlockKind::kParagraph});
      last = statement.sentence;
    }
    extracted.extraction.facts.push_back(fact_of(statement, static_cast<std::uint32_t>(extracted.extraction.mentions.size())));
    extracted.extraction.mentions.push_back(mention_of(statement, sentence));
  }
  extracted.extraction.characters = static_cast<std::uint32_t>(text.size());
  return extracted;
}

CheckedDocument checked_document(const std::vector<Statement>& statements) {
  const ExtractedDocument extracted = document("a", statements);
  CheckedDocument result;
  result.text = extracted.document.text;
  std::uint32_t number = 0;
  for (const Fact& fact : extracted.extraction.facts) {
    StoredFact row;
    row.number = number;
    row.fact_id = std::to_string(number++);
    row.figure = extracted.extraction.mentions[fact.figure];
    row.quote = row.figure.bytes.of(result.text);
    row.fact = fact;
    const Span sentence = row.figure.sentence_chars;
    if (auto ready = checked(std::move(row), sentence, policy())) result.facts.push_back(std::move(*ready));
  }
  infer_periods(result.facts);
  return result;
}

std::vector<std::string> findings_of(Store& store) {
  const auto done = check_store(store, policy());
  if (!done) return {done.error().to_string()};
  std::vector<std::string> lines;
  const Status read = read_findings(store, MemberDetail::kSentence, [&](const ToldFinding& told) {
    std::vector<std::string> quotes;
    for (const auto& member : told.members) quotes.push_back(member.quote);
    lines.push_back(line_of(told.row.check_kind, told.row.verdict, told.row.severity, std::move(quotes)));
    return true;
  });
  if (!read) return {read.error().to_string()};
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::vector<std::string> findings_in(const CheckedDocument& document) {
  std::vector<std::string> lines;
  for (const Finding& finding : check_document(document, policy())) {
    std::vector<std::string> quotes;
    for (const FindingMember& member : finding.members) quotes.push_back(document.facts[std::stoul(member.fact_id)].quote());
    lines.push_back(line_of(name_of(finding.check), name_of(finding.verdict), name_of(finding.severity), std::move(quotes)));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Statement toll(const char* sentence, const char* number, const char* measure) {
  return {.sentence = sentence,
          .quote = number,
          .value = number,
          .unit = "",
          .quantity = Quantity::kCount,
          .measure_id = measure,
          .measure = "person",
          .parties = {"PE"},
          .period = ""};
}

Statement profit(const char* sentence, const char* number, const char* rounding, const char* period) {
  return {.sentence = sentence,
          .quote = number,
          .value = number,
          .rounding = rounding,
          .unit = "EUR",
          .measure_id = "company.profit",
          .measure = "net profit",
          .parties = {"Nordvik"},
          .period = period};
}

Statement percentage(const char* sentence, const char* number) {
  return {.sentence = sentence,
          .quote = number,
          .value = number,
          .rounding = "0.05",
          .unit = "%",
          .quantity = Quantity::kPercent,
          .measure_id = "",
          .measure = ""};
}

Statement growth(const char* sentence, const char* number, const char* of, std::vector<std::string> parties) {
  Statement rate = percentage(sentence, number);
  rate.measure = of;
  rate.parties = std::move(parties);
  rate.period = "2023";
  rate.change = {ChangeDirection::kIncrease, ChangeKind::kPercent, {}, {}};
  return rate;
}

}  // namespace attest::sample
