#include "check/told_levels.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>

#include "base/trimmed.h"
#include "check/cue.h"
#include "check/document_check.h"

namespace attest {
namespace {

bool leads_on(std::string_view between, std::string_view preposition, Between allowed) {
  constexpr std::size_t kFewWords = 6;
  if (between == preposition) return true;
  if (allowed == Between::kNothing || !between.ends_with(preposition) || between.find_first_of(",;:()") != std::string_view::npos)
    return false;
  if (between.find(" and ") != std::string_view::npos) return false;  // "from 93,000 tons a week earlier and compared to 59,000"
  const auto spaces = std::count(between.begin(), between.end(), ' ');
  return between[between.size() - preposition.size() - 1] == ' ' && static_cast<std::size_t>(spaces) < kFewWords;
}

/// "$82.4 a barrel from $80": what the first is the price of is not told again.
bool is_price_of(std::string_view price, std::string_view money) {
  return price.size() > money.size() && price.starts_with(money) && price[money.size()] == '/';
}

bool have_one_unit(const CheckedFact& a, const CheckedFact& b) {
  return (a.unit == b.unit && a.figure().quantity == b.figure().quantity) || is_price_of(a.unit, b.unit) || is_price_of(b.unit, a.unit);
}

bool are_levels_of_one(const CheckedFact& a, const CheckedFact& b) {
  return is_level(a) && is_level(b) && have_one_unit(a, b) && counts_the_same(a, b);
}

/// "[13,000] from", "[the 258,000 tonnes] less than": nothing but words for the level before.
bool leads_to_base(std::string_view words, const CheckPolicy& policy) {
  if (words == "from") return true;
  const auto cue = find_cue(words, Cue::kThan, policy);
  return cue && cue->bytes.begin == 0 && content_words(words.substr(cue->bytes.end)).empty();
}

/// ", up", " homes in the first half, a fall of": a few words that end in those for a change, set off from what goes before.
bool leads_to_change(std::string_view words, const CheckPolicy& policy) {
  constexpr std::ptrdiff_t kFewWords = 12;
  const auto cue = find_cue(words, Cue::kBy, policy);
  if (!cue || !content_words(words.substr(cue->bytes.end)).empty()) return false;
  const std::string_view before = trimmed(words.substr(0, cue->bytes.begin));
  const bool is_set_off = before.ends_with(',') || before.ends_with('(') || before.ends_with("–") || before.ends_with("—");
  return is_set_off && std::count(before.begin(), before.end(), ',') <= 1 && std::count(before.begin(), before.end(), ' ') <= kFewWords;
}

/// The change's neighbours in the sentence, in the order of the text.
class Neighbours {
 public:
  Neighbours(const CheckedFact& change, const CheckedDocument& document) : change_(change), document_(document) {
    const CheckedFact* const begin = document.facts.data();
    const CheckedFact* const end = begin + document.facts.size();
    const bool is_own = !std::less<>()(&change, begin) && std::less<>()(&change, end);
    at_ = static_cast<std::size_t>((is_own ? &change : end) - begin);
  }
  [[nodiscard]] bool known() const noexcept { return at_ < document_.facts.size(); }

  /// The fact so many places behind the change (before it, where negative); null where the sentence has none.
  [[nodiscard]] const CheckedFact* at(std::ptrdiff_t places) const {
    const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(at_) + places;
    if (index < 0 || static_cast<std::size_t>(index) >= document_.facts.size()) return nullptr;
    const CheckedFact& fact = document_.facts[static_cast<std::size_t>(index)];
    return fact.sentence == change_.sentence ? &fact : nullptr;
  }

 private:
  const CheckedFact& change_;
  const CheckedDocument& document_;
  std::size_t at_ = 0;
};

/// "[Rose 8 percent] to 5.1 billion from 4.9 billion".
TwoLevels levels_behind(const CheckedFact& change, const Neighbours& neighbours, const CheckedDocument& document) {
  const CheckedFact* const first = neighbours.at(1);
  const CheckedFact* const second = neighbours.at(2);
  if (first == nullptr || second == nullptr || !are_levels_of_one(*first, *second)) return {};
  const std::string_view to_levels = words_between(change, *first, document);
  const std::string_view on = words_between(*first, *second, document);
  if (to_levels == "to" && (on == "from" || is_told_from(*first, *second, document))) return {second, first};
  return to_levels == "from" && (on == "to" || is_told_from(*second, *first, document)) ? TwoLevels{first, second} : TwoLevels();
}

/// "12.4 tons, [up 16 percent] from 10.2 tons".
TwoLevels levels_on_both_sides(const CheckedFact& change, const Neighbours& neighbours, const CheckedDocument& document,
                               const CheckPolicy& policy) {
  const CheckedFact* const after = neighbours.at(-1);
  const CheckedFact* const before = neighbours.at(1);
  if (after == nullptr || before == nullptr || !are_levels_of_one(*after, *before)) return {};
  if (!leads_to_base(words_between(change, *before, document), policy)) return {};
  const std::string_view to_change = words_between(*after, change, document);
  const bool compares =
      words_between(change, *before, document) != "from" && to_change.ends_with(',');  // "245,000 tonnes, 5% less than the 258,000"
  return compares || leads_to_change(to_change, policy) ? TwoLevels{before, after} : TwoLevels();
}

/// "[21 percent] from last season's yield", "[5 percent] less than planned": the change is counted from something that is told behind it.
bool has_base_behind(const CheckedFact& change, const CheckedDocument& document, const CheckPolicy& policy) {
  const Span figure = change.row.figure.bytes;
  if (change.sentence.end <= figure.end) return false;
  const std::string_view behind = trimmed(Span{figure.end, change.sentence.end}.of(document.text));
  const std::string_view first = behind.substr(0, behind.find(' '));
  return first == "from" || first == "on" || first == "against" ||
         find_cue(behind.substr(0, behind.find_first_of(",;.")), Cue::kThan, policy);
}

/// "312,000 euros, compared with 305,600 in June, [a rise of 2.1%]", "from 12 million in 1990 to 18 million, [up 50%]".
TwoLevels levels_ahead(const CheckedFact& change, const Neighbours& neighbours, const CheckedDocument& document,
                       const CheckPolicy& policy) {
  const CheckedFact* const first = neighbours.at(-2);
  const CheckedFact* const second = neighbours.at(-1);
  if (first == nullptr || second == nullptr || !are_levels_of_one(*first, *second)) return {};
  if (has_base_behind(change, document, policy) || !leads_to_change(words_between(*second, change, document), policy)) return {};
  if (is_told_from(*second, *first, document)) return {first, second};
  const bool falls_back = is_told_from(*first, *second, document) || is_compared_with(*first, *second, document, policy);
  return falls_back ? TwoLevels{second, first} : TwoLevels();
}

}  // namespace

std::string_view words_between(const CheckedFact& first, const CheckedFact& second, const CheckedDocument& document) {
  const Span one = first.row.figure.bytes;
  const Span other = second.row.figure.bytes;
  return one.end <= other.begin ? trimmed(Span{one.end, other.begin}.of(document.text)) : std::string_view();
}

bool counts_the_same(const CheckedFact& a, const CheckedFact& b) {
  const std::string& ours = a.figure().noun;
  const std::string& theirs = b.figure().noun;
  return ours.empty() || theirs.empty() || ours == theirs;
}

std::string_view text_between(const CheckedFact& a, const CheckedFact& b, const CheckedDocument& document) {
  const auto [first, second] = std::minmax(a.row.figure.bytes, b.row.figure.bytes);
  return first.end <= second.begin ? Span{first.end, second.begin}.of(document.text) : std::string_view();
}

TwoLevels from_and_to(const CheckedFact& first, const CheckedFact& second, const CheckedDocument& document, Between allowed) {
  const Span ours = first.row.figure.bytes;
  const Span theirs = second.row.figure.bytes;
  const bool has_level = is_level(first) || first.role == FactRole::kShare || allowed == Between::kTimes;
  const bool alike = has_level && first.role == second.role && have_one_unit(first, second) && first.sentence == second.sentence;
  if (!alike || theirs.begin <= ours.end || ours.begin <= first.sentence.begin) return {};
  const std::string_view between = trimmed(Span{ours.end, theirs.begin}.of(document.text));
  const std::string_view lead = trimmed(Span{first.sentence.begin, ours.begin}.of(document.text));
  if (leads_on(between, "from", allowed))
    return allowed == Between::kNothing || lead.ends_with(" to") ? TwoLevels{&second, &first} : TwoLevels();
  return leads_on(between, "to", allowed) && lead.ends_with(" from") ? TwoLevels{&first, &second} : TwoLevels();
}

bool is_told_from(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document) {
  const bool in_front = after.row.figure.bytes.begin < before.row.figure.bytes.begin;
  const TwoLevels levels = from_and_to(in_front ? after : before, in_front ? before : after, document, Between::kTimes);
  return levels.after == &after && levels.before == &before;
}

bool is_compared_with(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document, const CheckPolicy& policy) {
  constexpr std::size_t kWordsToFigure = 3;
  if (after.sentence != before.sentence || before.row.figure.bytes.begin <= after.row.figure.bytes.end) return false;
  const std::string_view between = text_between(after, before, document);
  const auto cue = find_cue(between, Cue::kComparedWith, policy);
  return cue && content_words(between.substr(cue->bytes.end)).size() <= kWordsToFigure;
}

bool is_base(const CheckedFact& level, const CheckedDocument& document, const CheckPolicy& policy) {
  constexpr std::size_t kWordsToFigure = 3;
  const std::uint32_t end = level.row.figure.bytes.begin;
  std::uint32_t begin = level.sentence.begin;
  for (const CheckedFact& other : document.facts) {
    if (other.sentence == level.sentence && other.row.figure.bytes.end <= end) begin = std::max(begin, other.row.figure.bytes.end);
  }
  const std::string_view lead = begin < end ? Span{begin, end}.of(document.text) : std::string_view();
  const auto cue = find_cue(lead, Cue::kComparedWith, policy);
  return cue && content_words(lead.substr(cue->bytes.end)).size() <= kWordsToFigure;
}

TwoLevels levels_around(const CheckedFact& change, const CheckedDocument& document, const CheckPolicy& policy) {
  if (change.role != FactRole::kChange) return {};
  const Neighbours neighbours(change, document);
  if (!neighbours.known()) return {};
  if (const TwoLevels beside = levels_on_both_sides(change, neighbours, document, policy)) return beside;
  if (const TwoLevels behind = levels_behind(change, neighbours, document)) return behind;
  return levels_ahead(change, neighbours, document, policy);
}

ToldTwice told_twice(const CheckedFact& rate, const CheckedDocument& document, const CheckPolicy& policy) {
  if (rate.role != FactRole::kChange || rate.unit != "1") return {};
  const Neighbours neighbours(rate, document);
  const CheckedFact* const amount = neighbours.known() ? neighbours.at(-1) : nullptr;
  const CheckedFact* const after = amount != nullptr ? neighbours.at(1) : nullptr;
  if (after == nullptr || amount->role != FactRole::kChange || !is_level(*after)) return {};
  const bool of_index = amount->figure().noun == "point" && after->figure().quantity == Quantity::kCount;
  const bool one_unit = have_one_unit(*amount, *after) || of_index;
  if (!one_unit || amount->fact().change.direction != rate.fact().change.direction) return {};
  const std::string_view between = words_between(*amount, rate, document);
  const auto cue = find_cue(between, Cue::kThatIs, policy);
  const bool in_brackets = between.ends_with('(');
  if (!in_brackets && (!cue || cue->bytes.end != between.size() || content_words(between).size() > 1)) return {};
  const std::string_view to_level = words_between(rate, *after, document);
  const bool leads_on = to_level == "to" || to_level == ", to" || to_level == ") to";
  return leads_on ? ToldTwice{amount, &rate, after} : ToldTwice();
}

}  // namespace attest
