#include "engine/anchor.h"

#include <algorithm>
#include <array>

#include "engine/pattern_compiler.h"

namespace attest {
namespace {

// The commonest words and marks of English news, with their approximate share in tokens of a million (order of magnitude
// after Kucera and Francis, 1967). All other words are estimated by their length.
constexpr std::array<std::pair<std::string_view, double>, 36> kCommonWords = {{
    {"the", 60000}, {",", 50000},   {".", 45000},   {"of", 30000}, {"and", 27000}, {"to", 26000}, {"a", 22000}, {"in", 20000},
    {"-", 15000},   {"'s", 9000},   {"that", 9000}, {"for", 9000}, {"is", 9000},   {"was", 9000}, {"on", 7000}, {"with", 7000},
    {"he", 7000},   {"it", 7000},   {"as", 7000},   {"his", 5000}, {"by", 5000},   {"be", 5000},  {"at", 5000}, {"from", 4500},
    {"said", 4500}, {"this", 4500}, {"an", 3500},   {"are", 3500}, {"or", 3000},   {"has", 3500}, {"$", 5000},  {"(", 5000},
    {")", 5000},    {"one", 3000},  {"%", 3000},    {"\"", 8000},
}};

double word_frequency(std::string_view word) {
  for (const auto& [common, frequency] : kCommonWords) {
    if (common == word) return frequency;
  }
  if (word.size() <= 2) return 1500;
  return word.size() == 3 ? 600 : word.size() <= 5 ? 200 : 60;
}

double class_frequency(const ast::Pattern& pattern) {
  double least = 1e6;
  for (const ast::ClassTest& test : pattern.classes) {
    if (test.negated) continue;
    if (test.name == "number")
      least = std::min(least, 30000.0);
    else if (test.name == "alphanumeric")
      least = std::min(least, 3000.0);
    else if (test.name == "symbol")
      least = std::min(least, 20000.0);
    else if (test.name == "tab")
      least = std::min(least, 2000.0);
    else if (test.name == "newline")
      least = std::min(least, 90000.0);
    else if (test.name == "upper")
      least = std::min(least, 40000.0);
    else if (test.name == "capitalised" || test.name == "plural" || test.name == "punctuation")
      least = std::min(least, 150000.0);
    else
      least = std::min(least, 900000.0);
  }
  return least;
}

double literal_frequency(const ast::Pattern& pattern) {
  const auto words = literal_words(pattern.text);
  if (words.empty()) return 1e9;
  std::string folded;
  fold_word(words.front(), folded);
  return word_frequency(folded);
}

}  // namespace

double AnchorChooser::list_frequency(const std::string& name) {
  const auto [known, is_new] = lists_.try_emplace(name, 0.0);
  const auto list = is_new ? gazetteer_->list_named(name) : std::nullopt;
  if (!list) return known->second;
  constexpr double kMost = 300000;
  for (const WordId word : gazetteer_->first_words(*list)) known->second += word_frequency(vocabulary_->word(word));
  return known->second = std::min(known->second, kMost);
}

double AnchorChooser::shape_frequency(const std::string& expression) const {
  return shape_classes_(expression) == token_class::kAny ? 950000 : 30000;
}

std::optional<AnchorChooser::Estimate> AnchorChooser::sequence(const ast::Pattern& pattern, Before before) {
  std::optional<Estimate> best;
  for (const ast::Pattern& child : pattern.children) {
    auto candidate = estimate(child, before);
    if (candidate && (!best || candidate->trials < best->trials)) best = std::move(candidate);
    before.push_back(&child);
  }
  return best;
}

std::optional<AnchorChooser::Estimate> AnchorChooser::alternatives(const ast::Pattern& pattern, const Before& before) {
  Estimate all;
  for (const ast::Pattern& branch : pattern.children) {
    const auto candidate = estimate(branch, before);
    if (!candidate) return std::nullopt;
    all.trials += candidate->trials;
    all.anchors.insert(all.anchors.end(), candidate->anchors.begin(), candidate->anchors.end());
  }
  return all;
}

std::optional<AnchorChooser::Estimate> AnchorChooser::estimate(const ast::Pattern& pattern, const Before& before) {
  const auto leaf = [&](double trials) { return Estimate{trials, {{&pattern, before}}}; };
  switch (pattern.kind) {
    case ast::PatternKind::kLiteral:
      return leaf(literal_frequency(pattern));
    case ast::PatternKind::kList:
      return leaf(list_frequency(pattern.text));
    case ast::PatternKind::kAnnotation:
      return leaf(pattern.fields.empty() ? 20000 : 8000);
    case ast::PatternKind::kClass:
      return leaf(class_frequency(pattern));
    case ast::PatternKind::kShape:
      return leaf(shape_frequency(pattern.text));
    case ast::PatternKind::kSequence:
      return sequence(pattern, before);
    case ast::PatternKind::kAlternatives:
      return alternatives(pattern, before);
    case ast::PatternKind::kRepeat:
      return pattern.min == 0 ? std::nullopt : estimate(pattern.children.front(), before);
    default:
      return std::nullopt;
  }
}

std::vector<AnchorChoice> AnchorChooser::choose(const ast::Pattern& pattern) {
  const auto best = estimate(pattern, {});
  return best ? best->anchors : std::vector<AnchorChoice>{};
}

}  // namespace attest
