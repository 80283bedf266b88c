#include "fact/measure/rank.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "fact/measure/phrase.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// The regular plural of a base form: "category" categories, "boss" bosses.
std::string plural_of(std::string noun) {
  constexpr std::string_view kVowels = "aeiou";
  const bool after_consonant = noun.size() > 1 && noun.back() == 'y' && kVowels.find(noun[noun.size() - 2]) == std::string_view::npos;
  if (after_consonant) return noun.replace(noun.size() - 1, 1, "ies");
  if (noun.ends_with("rs") || noun.ends_with("ts")) return noun;  // "the fourth largest partners"
  const bool hisses = noun.ends_with("s") || noun.ends_with("x") || noun.ends_with("ch") || noun.ends_with("sh");
  return noun + (hisses ? "es" : "s");
}

// "[first] place in Chad's trade turnover", "[third] in terms of imports from Peru", "[first] among countries with the largest trade": the
// trade by which states are ranked, named behind token `from`; null for none.
const FoundEntry* trade_ranked_by(const FigureView& figure, std::uint32_t from) {
  const FactSentence& sentence = figure.sentence();
  constexpr std::uint32_t kReach = 12;  // tokens: "in terms of the total volume of foreign trade turnover"
  const std::uint32_t limit =
      std::min({figure.clause().end, from + kReach, figure.has_next() ? figure.next().tokens.begin : from + kReach});
  if (!sentence.is_any(from, {"in", "by", "with", "for"})) return nullptr;
  for (std::uint32_t token = from; token < limit; ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kMark) return nullptr;
    const FoundEntry* measure = sentence.covering(FactList::kMeasure, token);
    if (measure != nullptr && measure->cell(kId).starts_with("trade.")) return measure;
  }
  return nullptr;
}

}  // namespace

std::optional<MeasureReading> rank(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kOrdinal) return std::nullopt;
  MeasureReading reading;
  const TokenRange behind = phrase_at(sentence, figure.end());
  reading.kind = ReadingKind::kRank;
  reading.phrase = "rank";
  const bool is_place = sentence.is_any(figure.end(), {"place", "position", "spot"});  // "took second place"
  const std::uint32_t among = figure.end() + (is_place ? 1 : 0);
  const TokenRange rivals = sentence.is(among, "among") ? phrase_at(sentence, among + 1) : TokenRange{};
  if (behind.begin < behind.end && !is_place) reading.phrase = "rank among " + plural_of(base_form(sentence, behind, false));
  if (rivals.begin < rivals.end) reading.phrase = "rank among " + base_form(sentence, rivals, false);
  const bool of_trade = reading.phrase.ends_with(" partners") && reading.phrase.find(" trad") != std::string::npos;
  reading.id = of_trade ? "trade.rank" : "";
  const MeasureReading* told = reading.phrase == "rank" ? figure.last_told() : nullptr;  // "…, and Chile came [third]"
  // "… ranked second with $5 billion, and Chile came [third] with"
  const bool in_row = told != nullptr && told->kind == ReadingKind::kLevel && figure.told().rank && told->quantity == Quantity::kMoney;
  if (in_row) told = &*figure.told().rank;
  if (told != nullptr && told->kind == ReadingKind::kRank) {
    reading.phrase = told->phrase;
    reading.id = told->id;
  } else if (told != nullptr && (told->id == "trade.turnover" || told->level_id == "trade.turnover")) {  // "Chile took [second] place"
    reading.phrase = "rank among trading partners";
    reading.id = "trade.rank";
  }
  const std::uint32_t named_end = rivals.begin < rivals.end ? rivals.end : std::max(among, is_place ? among : behind.end);
  const FoundEntry* by_trade = reading.id.empty() ? trade_ranked_by(figure, named_end) : nullptr;
  if (by_trade != nullptr) {
    reading.phrase = "rank among trading partners";
    reading.id = "trade.rank";
    reading.level_id = by_trade->cell(kId);
    reading.level_phrase = by_trade->cell(kBase);
  }
  // "Chad ranks [second]": who does is no part of the words
  const bool verb = figure.begin() > figure.floor() && sentence.is_any(figure.begin() - 1, {"ranks", "rank", "ranked", "places", "placed"});
  reading.phrase_tokens = {verb ? figure.begin() : phrase_begin(sentence, figure.begin(), figure.floor()),
                           complement_end(sentence, std::max(behind.end, figure.end()))};
  reading.rule = "fact.rank";
  return reading;
}

}  // namespace attest::measure
