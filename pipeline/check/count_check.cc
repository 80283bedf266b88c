// Counts against enumerations that follow them: "three centres for 1) ..., 2) ... and 3) ...", "three variables ... Second, ... Third,
// ...", "two banks - the Development Bank and the Export Bank -".
#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "check/document_check.h"
#include "check/wording.h"

namespace attest {
namespace {

constexpr int kMostItems = 12;
/// How far behind the count numbered paragraphs may run, in bytes.
constexpr std::size_t kParagraphs = 3000;

constexpr std::array<std::string_view, 6> kRomans = {"I", "II", "III", "IV", "V", "VI"};
constexpr std::array<std::string_view, 5> kOrdinals = {"First", "Second", "Third", "Fourth", "Fifth"};

/// "1)" or "(1)" with the number, not behind a digit or letter.
std::size_t find_mark(std::string_view text, int number, std::size_t from) {
  const std::string mark = std::to_string(number) + ")";
  for (std::size_t at = text.find(mark, from); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '\n') return at;
  }
  return std::string_view::npos;
}

/// The last of the marks 1), 2), 3) ... that stand in this order; 0 where there is no 1).
int numbered_items(std::string_view text) {
  std::size_t at = 0;
  int items = 0;
  for (int number = 1; number <= kMostItems; ++number) {
    at = find_mark(text, number, at);
    if (at == std::string_view::npos) break;
    items = number;
  }
  return items;
}

bool opens_sentence(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == '\n' || (at >= 2 && text[at - 1] == ' ' && text.substr(0, at - 1).find_last_of(".!?") == at - 2);
}

bool has_ordinal(std::string_view text, std::string_view ordinal) {
  for (const std::string_view ending : {std::string_view(","), std::string_view("ly,")}) {
    const std::string words = std::string(ordinal).append(ending);
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
      if (opens_sentence(text, at)) return true;
    }
  }
  return false;
}

/// Paragraphs that begin "Second,", "Third," behind the count; 0 where there is no "Second,".
int ordinal_items(std::string_view text) {
  int items = 0;
  for (std::size_t i = 1; i < kOrdinals.size() && has_ordinal(text, kOrdinals[i]); ++i) items = static_cast<int>(i) + 1;
  return items;
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// True where noun and mark stand beside each other as words, in any case: "Phase II", "phase 2".
bool has_named(std::string_view text, const std::string& noun, std::string_view mark) {
  const std::string words = noun + " " + std::string(mark);
  const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
  for (auto at = text.begin(); at != text.end(); ++at) {
    at = std::search(at, text.end(), words.begin(), words.end(), same);
    if (at == text.end()) return false;
    const auto end = at + static_cast<std::ptrdiff_t>(words.size());
    if ((at == text.begin() || !is_letter(at[-1])) && (end == text.end() || !is_letter(*end))) return true;
  }
  return false;
}

/// "Two phases ... Phase I ... Phase II": the last of the numbered things that stand behind the count; 0 where there is no first.
int named_items(std::string_view text, const std::string& noun) {
  if (noun.empty()) return 0;
  int items = 0;
  for (std::size_t i = 0; i < kRomans.size(); ++i) {
    if (!has_named(text, noun, kRomans[i]) && !has_named(text, noun, std::to_string(i + 1))) break;
    items = static_cast<int>(i) + 1;
  }
  return items;
}

/// Items of "A, B and C": one more than its commas and its "and".
int joined_items(std::string_view list) {
  std::size_t separators = 0;
  const bool pair = list.find(" and ") != std::string_view::npos;
  for (std::size_t at = list.find(", "); at != std::string_view::npos; at = list.find(", ", at + 2)) ++separators;
  const bool serial = list.find(", and ") != std::string_view::npos;
  return pair ? static_cast<int>(separators) + (serial ? 1 : 2) : 0;
}

/// What stands between two dashes, or between a colon and the sentence's end, shortly behind the count.
int listed_items(std::string_view rest) {
  constexpr std::size_t kNounPhrase = 60;
  for (const auto& [opening, closing] : {std::pair<std::string_view, std::string_view>{" \xE2\x80\x93 ", " \xE2\x80\x93 "},
                                         {" \xE2\x80\x94 ", " \xE2\x80\x94 "},
                                         {" - ", " - "},
                                         {": ", ""}}) {
    const std::size_t begin = rest.find(opening);
    if (begin > kNounPhrase) continue;  // npos too
    const std::string_view list = rest.substr(begin + opening.size());
    const std::size_t end = closing.empty() ? list.size() : list.find(closing);
    if (end != std::string_view::npos) return joined_items(list.substr(0, end));
  }
  return 0;
}

void report(const CheckedFact& count, int items, bool surely, std::vector<Finding>& findings) {
  const bool holds = count.value() == Decimal(items);
  if (!holds && !surely) return;
  Finding finding = make_finding(CheckKind::kCount, holds ? Verdict::kHolds : Verdict::kFails, {{&count, "count"}});
  finding.severity = holds ? Severity::kInfo : Severity::kMedium;
  const std::string noun = count.figure().noun.empty() ? "" : " (" + count.figure().noun + ")";
  finding.summary = "\"" + count.quote() + "\"" + noun + (holds ? " and " : ", but ") + std::to_string(items) + " are listed";
  finding.arithmetic = count.value().to_string() + (holds ? " = " : " against ") + std::to_string(items);
  findings.push_back(std::move(finding));
}

bool is_small_count(const CheckedFact& fact) {
  return fact.figure().quantity == Quantity::kCount && fact.figure().bound == Bound::kExact && fact.interval.is_point() &&
         Decimal(1) < fact.value() && fact.value() <= Decimal(kMostItems);
}

}  // namespace

void check_counts(const CheckedDocument& document, const CheckPolicy& /*policy*/, std::vector<Finding>& findings) {
  for (const CheckedFact& count : document.facts) {
    if (!is_small_count(count) || count.row.figure.bytes.end > count.sentence.end) continue;
    const std::string_view rest = Span{count.row.figure.bytes.end, count.sentence.end}.of(document.text);
    const std::string_view behind = std::string_view(document.text).substr(count.sentence.end, kParagraphs);
    if (const int numbered = numbered_items(rest); numbered > 1) {
      report(count, numbered, true, findings);
    } else if (const int listed = listed_items(rest); listed > 1) {
      report(count, listed, false, findings);
    } else if (const int ordinals = ordinal_items(behind); ordinals > 1) {
      report(count, ordinals, false, findings);
    } else if (const int named = named_items(behind, count.figure().noun); named > 1) {
      report(count, named, false, findings);
    }
  }
}

}  // namespace attest
