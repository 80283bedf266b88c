#include "check/checked_fact.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "check/comparability.h"

namespace attest {
namespace {

StatusClass class_of(FactStatus status) {
  switch (status) {
    case FactStatus::kActual:
    case FactStatus::kEstimate:
      return StatusClass::kFact;
    case FactStatus::kForecast:
      return StatusClass::kForecast;
    case FactStatus::kTarget:
      return StatusClass::kTarget;
    case FactStatus::kPlanned:
    case FactStatus::kPledged:
      return StatusClass::kPlanned;
    case FactStatus::kUnderWay:
      return StatusClass::kUnderWay;
    case FactStatus::kCompleted:
      return StatusClass::kCompleted;
  }
  return StatusClass::kFact;
}

bool is_relative(Quantity quantity) { return quantity == Quantity::kPercent || quantity == Quantity::kRatio; }

FactRole role_of(const Fact& fact, const Figure& figure) {
  if (figure.quantity == Quantity::kOrdinal) return FactRole::kRank;
  if (fact.change.kind != ChangeKind::kLevel || figure.quantity == Quantity::kPercentagePoint) return FactRole::kChange;
  if (!is_relative(figure.quantity)) return FactRole::kLevel;
  if (fact.measure_id.ends_with("_growth")) return FactRole::kChange;
  if (!fact.whole.empty() || fact.measure_id.find("share") != std::string::npos) return FactRole::kShare;
  return FactRole::kLevel;
}

/// "GDP growth of 5%" is the change itself, whichever way the growth went: what its words and its sign say. `phrase` are sorted.
void read_rate_of_growth(const std::vector<std::string>& phrase, CheckedFact& fact) {
  fact.change_kind = fact.fact().change.kind;
  fact.change_direction = fact.fact().change.direction;
  if (fact.role != FactRole::kChange || fact.change_kind != ChangeKind::kLevel || !is_relative(fact.figure().quantity)) return;
  constexpr std::array<std::string_view, 5> kFalls = {"contraction", "decline", "decrease", "drop", "fall"};
  const bool falls = fact.value() < Decimal(0) || std::any_of(kFalls.begin(), kFalls.end(), [&](std::string_view word) {
                       return std::binary_search(phrase.begin(), phrase.end(), word);
                     });
  fact.change_kind = ChangeKind::kPercent;
  fact.change_direction = falls ? ChangeDirection::kDecrease : ChangeDirection::kIncrease;
}

/// What a share is of, by the words for its whole, where its measure does not say.
std::string measure_of_whole(const std::vector<std::string>& words) {
  const auto has = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  if (has("export")) return "trade.exports";
  if (has("import")) return "trade.imports";
  if (has("trade") || has("turnover")) return "trade.turnover";
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += all.empty() ? word : " " + word;
  return all;
}

/// The id of what the fact measures; for a rate of growth without one that of what grows: "growth of
/// exports". The turnover of one is seldom that of trade.
std::string id_of(const Fact& fact, FactRole role, const std::vector<std::string>& phrase) {
  const bool is_rate = role == FactRole::kChange && fact.change.kind == ChangeKind::kPercent;
  if (!fact.measure_id.empty() || !is_rate) return fact.measure_id;
  std::string id = measure_of_whole(phrase);
  return id == "trade.turnover" && fact.parties.size() < 2 ? std::string() : id;
}

/// The measure that a share, change or rank is of; the measure itself for levels. `phrase` are the content words of its phrase.
std::string measure_of(const Fact& fact, std::string id, FactRole role, std::vector<std::string> phrase, const CheckPolicy& policy) {
  if (id.ends_with("_growth")) id.resize(id.size() - std::string_view("_growth").size());
  if (const auto share = id.find("share_of_"); share != std::string::npos) id.erase(share, std::string_view("share_of_").size());
  if (role == FactRole::kShare && id.empty()) id = measure_of_whole(content_words(fact.whole));
  if (!id.empty()) return id;
  // "Irish house prices" of Ireland: its parties are told apart.
  if (!fact.parties.empty()) std::erase_if(phrase, [&](const std::string& word) { return policy.is_demonym(word); });
  return joined(phrase);
}

/// With both ends of a flow. A share of a region's trade is its member's, whether the region is named beside it or not.
std::vector<std::string> parties_of(const Fact& fact, FactRole role, const CheckPolicy& policy) {
  std::vector<std::string> parties;
  for (const std::string& party : fact.parties) parties.emplace_back(policy.without_legal_form(party));
  if (!fact.from.empty()) parties.emplace_back(policy.without_legal_form(fact.from));
  if (!fact.to.empty()) parties.emplace_back(policy.without_legal_form(fact.to));
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  if (role != FactRole::kShare) return parties;
  const std::vector<std::string> all = parties;
  std::erase_if(parties, [&](const std::string& whole) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return one != whole && policy.holds(whole, one); });
  });
  return parties;
}

/// What the words of the phrase say beyond the measure's own, the places and the parties.
std::string thing_of(const std::string& id, const std::vector<std::string>& phrase, const std::vector<std::string>& parties,
                     const CheckPolicy& policy) {
  if (id.empty()) return {};
  std::vector<std::string> said;
  for (const std::string& word : phrase) {
    // The trade of one country is not that with a partner who is not named.
    const bool partner_missing = parties.size() < 2 && (word == "bilateral" || word == "mutual");
    const std::string_view meaning = partner_missing ? std::string_view(word) : policy.meaning_of(word, id);
    if (!meaning.empty() && (meaning.front() < '0' || '9' < meaning.front())) said.emplace_back(meaning);
  }
  if (said.empty()) return {};
  for (const std::string& party : parties) {
    const std::vector<std::string> named = content_words(party);
    std::erase_if(said, [&](const std::string& word) { return std::binary_search(named.begin(), named.end(), word); });
  }
  std::sort(said.begin(), said.end());
  return joined(said);
}

/// True for a phrase that leaves open of what it is.
bool is_of_many(const std::vector<std::string>& phrase, const CheckPolicy& policy) {
  return std::any_of(phrase.begin(), phrase.end(), [&](const std::string& word) { return policy.is_of_many(word); });
}

/// The value, or the middle of a range.
Decimal number_of(const Figure& figure) {
  if (figure.value) return *figure.value;
  if (!figure.low || !figure.high) return figure.low.value_or(figure.high.value_or(Decimal(0)));
  const auto sum = add(*figure.low, *figure.high);
  return sum ? divide(*sum, Decimal(2)).value_or(*figure.low) : *figure.low;
}

std::optional<DayInterval> interval_of(const std::string& start, const std::string& end) {
  const auto first = parse_iso_date(start);
  const auto last = parse_iso_date(end);
  if (!first || !last || *last <= *first) return std::nullopt;
  return DayInterval{*first, *last};
}

}  // namespace

Decimal CheckedFact::value() const {
  const Decimal number = number_of(figure());
  return is_percentage(figure()) ? number.scaled(-2).value_or(number) : number;
}

std::optional<CheckedFact> checked(StoredFact row, Span sentence, const CheckPolicy& policy) {
  std::optional<CheckedFact> ready;
  const Figure* const figure = row.figure.figure();
  const auto interval = figure == nullptr ? std::nullopt : policy.interval_of(*figure);
  if (!interval) return ready;
  CheckedFact& fact = ready.emplace();  // in its place: a fact is large, and a store has millions
  fact.row = std::move(row);
  fact.interval = *interval;
  if (!interval->low || !interval->high) fact.usual = policy.usual_interval_of(fact.figure(), *interval);
  fact.cut_off = policy.truncated_interval_of(fact.figure());
  const std::vector<std::string> phrase = content_words(fact.fact().measure);
  fact.role = role_of(fact.fact(), fact.figure());
  read_rate_of_growth(phrase, fact);
  fact.status = class_of(fact.fact().status);
  fact.unit = is_relative(fact.figure().quantity) || is_percentage(fact.figure()) ? "1" : fact.figure().unit;
  const std::string id = id_of(fact.fact(), fact.role, phrase);
  fact.measure = measure_of(fact.fact(), id, fact.role, phrase, policy);
  fact.parties = parties_of(fact.fact(), fact.role, policy);
  fact.thing = thing_of(id, phrase, fact.parties, policy);
  const auto level = fact.role == FactRole::kLevel ? std::optional(fact.figure().quantity) : std::nullopt;
  // A share of exports is one figure where it is told whose they are and who has the share, a company's profit where no other is named.
  const bool of_company = fact.fact().measure_id.starts_with("company.");
  const bool whose = of_company ? fact.parties.size() == 1 : fact.role != FactRole::kShare || fact.parties.size() > 1;
  fact.one_figure = whose && policy.names_one_figure(id, level) && !is_of_many(phrase, policy);
  fact.period = interval_of(fact.fact().period_start, fact.fact().period_end);
  fact.base = interval_of(fact.fact().change.base_start, fact.fact().change.base_end);
  fact.sentence = sentence;
  return ready;
}

void expect_growth_to_come(CheckedFact& fact, std::string_view published) {
  constexpr int kLongestCounted = 31;  // days: what goes on for a month or less is told as it goes
  const bool rate = fact.role == FactRole::kChange && fact.measure == "economy.gdp" && fact.change_kind == ChangeKind::kPercent;
  if (!rate || fact.status != StatusClass::kFact || !fact.period || fact.period->days() <= kLongestCounted) return;
  const auto day = parse_iso_date(published);
  if (day && *day < fact.period->end) fact.status = StatusClass::kForecast;
}

void infer_periods(std::vector<CheckedFact>& facts) {
  for (CheckedFact& undated : facts) {
    if (undated.period || undated.parties.empty() || !undated.fact().period_start.empty() || significant_digits(undated) < 2) continue;
    const CheckedFact* dated = nullptr;
    bool unique = true;
    for (const CheckedFact& other : facts) {
      if (!other.period || other.period_inferred || !same_subject(undated, other) || undated.status != other.status) continue;
      if (touch(undated.interval, other.interval) != Touch::kOverlap || significant_digits(other) < significant_digits(undated)) continue;
      unique = dated == nullptr || *dated->period == *other.period;
      dated = &other;
    }
    if (dated == nullptr || !unique) continue;
    undated.period = dated->period;
    undated.period_inferred = true;
  }
}

}  // namespace attest
